// The finder in the page: a field with suggestions (WAI-ARIA combobox), the answer below it.
// All words stand in partials/finder.html. Nothing is sent or kept; the address stays the same.
import { find, suggest } from "./find.js";

const root = document.querySelector(".finder");
const [list, field, answer] = root.children;
const input = field.querySelector("input");
const options = field.querySelector("ul");
const status = field.lastElementChild;
const words = root.dataset;
let loading;
let places = [];
let active = -1;

const make = (tag, attributes, ...content) => {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...content);
  return element;
};
const dutch = (text) => make("span", { lang: "nl" }, text);
// "Regio {region}": the names put in are marked as Dutch.
const fill = (text, values) =>
  text.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? dutch(values[part]) : part));

const say = (text, seen) => {
  status.textContent = text;
  status.className = seen ? "" : "unseen";
};

// One file, fetched when the field is first used; the next use tries again when that failed.
const load = () =>
  (loading ??= fetch(words.places)
    .then((response) => response.json())
    .catch(() => {
      loading = undefined;
      list.hidden = false;
      say(words.failed, true);
    }));

const label = (data, { name, region, municipalities }) => {
  const municipality = municipalities.join(", ");
  if (!municipality) return [name, " – ", ...fill(words.region, { region: data.regions[region][1] })];
  return municipality === name ? [dutch(name)] : fill(words.choice, { name, municipality });
};

const mark = (at) => {
  options.children[active]?.removeAttribute("aria-selected");
  const option = options.children[at];
  active = option ? at : -1;
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option?.id ?? "");
};

const offer = (found, data) => {
  places = found;
  options.replaceChildren(
    ...found.map((place, at) => make("li", { id: `finder-${at}`, role: "option" }, ...label(data, place))),
  );
  options.hidden = !found[0];
  input.setAttribute("aria-expanded", String(!options.hidden));
  mark(-1);
};

const suggestNow = async () => {
  answer.hidden = list.hidden = true;
  say("");
  const { value } = input;
  const data = await load();
  if (!data || value !== input.value || document.activeElement !== input) return;
  offer(suggest(data, value), data);
  if (places[0]) say(words.count.replace("{count}", places.length));
};

const contact = ([name, lang, kind, number, href]) =>
  make(
    "li",
    {},
    make("strong", { lang }, name),
    make("span", {}, root.getAttribute(`data-kind-${kind}`) ?? ""),
    make("a", { href, class: "call call--small" }, words.call.replace("{number}", number)),
  );

const show = (title, parts) => {
  const heading = answer.firstElementChild;
  heading.replaceChildren(...title);
  for (const part of answer.querySelectorAll("[data-part]")) {
    const content = parts[part.dataset.part];
    part.hidden = !content;
    if (content?.map) part.replaceChildren(...content);
  }
  answer.hidden = false;
  heading.focus();
};

const choice = (data, place) => {
  const button = make("button", { type: "button" }, ...label(data, place));
  button.addEventListener("click", () => choose(place));
  return make("li", {}, button);
};

const tell = (data, { kind, place, guessed, choices }) => {
  offer([]);
  say("");
  list.hidden = kind !== "closest" && kind !== "unknown-postcode";
  if (place) {
    const [id, region, contacts] = data.regions[place.region];
    answer.querySelector(".call").href = `${words.nearYou}${id}/`;
    show(fill(words.region, { region }), {
      place: guessed ? fill(words.readAs, place) : label(data, place),
      open: true,
      contacts: contacts.map(contact),
      unchecked: contacts.some(([, , , , , confirmed]) => !confirmed),
      none: !contacts[0],
      trace: contacts[0],
    });
  } else if (choices) {
    show([words[kind]], { choices: choices.map((each) => choice(data, each)) });
  } else say(kind === "empty" ? words.empty : words.unknownPostcode, true);
};

const choose = async (place) => {
  input.value = place.name;
  tell(await load(), { place });
};

const search = async () => {
  say(words.wait, true);
  const data = await load();
  if (data) tell(data, find(data, input.value));
};

input.addEventListener("focus", load);
input.addEventListener("input", suggestNow); // also while composing: phones compose every word
input.addEventListener("blur", () => offer([]));
input.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // these keys belong to the input method then
  const { key } = event;
  const last = places.length - 1;
  const arrows = { ArrowDown: active < last ? active + 1 : 0, ArrowUp: active > 0 ? active - 1 : last };
  const moves = active < 0 ? arrows : { ...arrows, Home: 0, End: last };
  if (key === "Enter") active < 0 ? search() : choose(places[active]);
  else if (key === "Escape" && places[0]) offer([]);
  else if (key === "Escape") input.value = "";
  else if (key in moves && places[0]) mark(moves[key]);
  else if (key === "ArrowDown") suggestNow().then(() => mark(0));
  else return;
  event.preventDefault();
});
options.addEventListener("mousedown", (event) => event.preventDefault()); // focus stays in the field
options.addEventListener("click", ({ target }) => {
  const option = target.closest("li");
  if (option) choose(places[[...options.children].indexOf(option)]);
});
field.querySelector("button").addEventListener("click", search);

list.hidden = true;
field.hidden = false;
