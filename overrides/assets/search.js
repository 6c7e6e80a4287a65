// The search field: comes at its first focus, answers on this page. Keeps nothing, sends nothing.

import { find } from "./find.js";
import lunr from "./lunr.js";
import { answers, closest, fold, unpack } from "./query.js";

const box = document.querySelector(".search");
const input = box.querySelector("input");
const list = box.querySelector("ol");
const status = box.querySelector("[role=status]");
const topics = box.querySelector(".topics");
const words = box.dataset;
const root = new URL(words.root, location.href);
let known;
let places;
let hasFailed = false;

// `asked` are the answers to come for the index and for the towns; site.js asks for them at once.
export const load = async (asked = [words.index, words.places].map((address) => fetch(address))) => {
  hasFailed = false;
  status.textContent = words.wait;
  try {
    const [packed, towns] = await Promise.all(asked.map(json));
    known = unpack(lunr, packed);
    places = towns;
    find(places, "-"); // makes its index now, not at the first letter
    answer();
  } catch {
    hasFailed = true;
    status.textContent = words.failed;
    topics.open = true;
  }
};

const json = async (coming) => {
  const response = await coming;
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
};

const answer = () => {
  const typed = input.value.trim();
  list.replaceChildren();
  status.textContent = "";
  topics.open = false;
  if (fold(typed).length < 2) return;
  const rows = answers(known, places, typed);
  list.append(...rows.map((each) => row(each, typed)));
  if (rows[0]) status.textContent = words.count.replace("{count}", rows.length);
  else nothing(closest(known, typed));
};

const row = ({ page, title, anchor, heading, isRegion }, typed) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const path = page.replace(/(^|\/)index$/, "$1");
  link.href = new URL(path && `${path.replace(/\/$/, "")}/`, root) + (anchor && `#${anchor}`);
  link.append(...marked(isRegion ? words.region.replace("{region}", title) : title, typed));
  if (heading) {
    const where = document.createElement("small");
    if (isRegion) where.lang = "nl"; // names of towns
    where.append(...marked(heading, typed));
    link.append(" ", where);
  }
  item.append(link);
  return item;
};

// What was typed, in bold where it stands. Thai has no spaces: there only the typed letters.
const marked = (text, typed) => {
  const wanted = fold(typed).split(/\s+/).filter((word) => word.length > 2);
  const thai = wanted.filter((word) => /[\u0e00-\u0e7f]/.test(word));
  const parts = thai[0] ? text.split(new RegExp(`(${thai.join("|")})`)) : text.match(/\S+\s*/g);
  return parts.map((part) => {
    if (!wanted.some((each) => fold(part).includes(each))) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
};

// Nothing found: the nearest words of the site, and all topics. The way to a person always stands there.
const nothing = (near) => {
  status.textContent = near[0] ? `${words.none} ${words.close}` : words.none;
  topics.open = true;
  list.append(...near.map((word) => {
    const item = document.createElement("li");
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = word;
    again.addEventListener("click", () => {
      input.value = word;
      input.focus();
      answer();
    });
    item.append(again);
    return item;
  }));
};

// `input` also comes after pasting, dictation and input methods. After a failure it tries again.
// Only then: site.js calls `load` itself, and a second answer would take the focus from a result.
input.addEventListener("input", () => (known ? answer() : hasFailed && load()));
box.addEventListener("keydown", (event) => {
  const stops = [input, ...list.querySelectorAll("a, button")];
  const at = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && at >= 0) {
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length].focus();
  } else if (event.key === "Enter" && at === 0 && stops[1] && !event.isComposing) {
    event.preventDefault();
    stops[1].click();
  } else if (event.key === "Escape" && input.value && known) {
    input.value = "";
    input.focus();
    answer();
  }
});
