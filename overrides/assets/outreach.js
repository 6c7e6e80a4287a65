// First messages: fills in, counts and copies. Sends nothing, keeps nothing.
import { length } from "./sms.js";

const box = document.querySelector(".messages");
const fields = [...box.querySelectorAll("[data-fill]")];
const gaps = [...box.querySelectorAll("[data-gap]")].map((each) => ({ each, shown: each.textContent, lang: each.lang }));
const languages = [...box.querySelectorAll("[data-near-you]")];

const own = (key) => fields.find((each) => each.dataset.fill === key).value.trim();

// The page of the region in the language of the message, at the address this page came from.
const link = (language) => {
  const address = new URL(language.dataset.nearYou, location.href);
  if (!address.protocol.startsWith("http")) return "";
  const region = own("region");
  return (region ? new URL(`${region}/`, address) : address).href;
};

const fill = () => {
  for (const { each, shown, lang } of gaps) {
    const key = each.dataset.gap;
    const text = key === "link" ? link(each.closest("[data-near-you]")) : own(key);
    each.textContent = text || shown;
    each.classList.toggle("gap", !text);
    // What is filled in is no word of the page's language.
    if (lang) text ? each.removeAttribute("lang") : (each.lang = lang);
  }
  for (const language of languages) count(language);
  // The drawn code leads to the list of all regions, not to the one that is chosen.
  for (const each of box.querySelectorAll(".message__qr")) each.hidden = Boolean(own("region"));
};

const count = (language) => {
  const { places, messages } = length(language.querySelector("[data-kind=sms]").textContent);
  language.querySelector("[data-count-of]").textContent = box.dataset.count.replace("{messages}", messages).replace("{places}", places);
  language.querySelector("[data-guess]").hidden = true;
};

const copy = async (button) => {
  const message = button.parentNode.previousElementSibling;
  const text = message.matches(".message") ? message : message.previousElementSibling;
  let said = box.dataset.copied;
  try {
    await navigator.clipboard.writeText(text.textContent);
  } catch {
    getSelection().selectAllChildren(text);
    said = box.dataset.selected;
  }
  for (const each of box.querySelectorAll("[role=status]")) each.textContent = "";
  button.nextElementSibling.textContent = said;
};

const clear = () => {
  for (const each of fields) each.value = "";
  fill();
};

box.addEventListener("input", fill);
box.addEventListener("click", ({ target }) => target.matches("[data-copy]") && copy(target));
for (const each of box.querySelectorAll(".messages__own, .message__copy")) each.hidden = false;
if (location.protocol.startsWith("http")) box.querySelector("[data-no-address]")?.remove();

// Browsers keep pages alive for "back", and fill in again what stood there.
clear();
addEventListener("pagehide", clear);
addEventListener("pageshow", ({ persisted }) => persisted && clear());
