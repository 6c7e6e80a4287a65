// The finder in the page: a field with suggestions (WAI-ARIA combobox), the answer below it.
// All words stand in partials/finder.html. Nothing is sent or kept; the address stays the same.
import { find, suggest } from "./find.js";

const root = document.querySelector(".finder");
const [field, answer, list] = root.children;
const [heading, ...parts] = answer.children;
const input = field.querySelector("input");
const options = field.querySelector("ul");
const status = field.lastElementChild;
const words = root.dataset;
let data;
let loading;
let active;

const make = (tag, attributes, ...content) => {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...content);
  return element;
};
// "Regio {region}": the names put in are marked as Dutch.
const fill = (text, values) =>
  text.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? make("span", { lang: "nl" }, values[part]) : part));

const say = (text, seen) => {
  status.textContent = text;
  status.className = seen ? "" : "unseen";
};

// Fetched when the field is first used; the next use tries again when that failed.
const load = () =>
  (loading ??= fetch(words.places)
    .then(async (response) => (data = await response.json()))
    .catch(() => {
      loading = undefined;
      list.hidden = false;
      say(words.failed, true);
    }));

const label = ({ name, region, municipalities }) => {
  const municipality = municipalities.join(", ");
  if (!municipality) return [name, " – ", ...fill(words.region, { region: data.regions[region][1] })];
  return fill(municipality === name ? "{name}" : words.choice, { name, municipality });
};
const pickable = (tag, attributes) => (place) => {
  const element = make(tag, attributes, ...label(place));
  element.addEventListener("click", () => choose(place));
  return element;
};

const mark = (option) => {
  active?.removeAttribute("aria-selected");
  active?.removeAttribute("id");
  active = option;
  active?.setAttribute("aria-selected", "true");
  active?.setAttribute("id", "finder-active");
  active?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", active ? active.id : "");
};

const offer = (places) => {
  mark();
  options.replaceChildren(...places.map(pickable("li", { role: "option" })));
  options.hidden = !places[0];
  input.setAttribute("aria-expanded", String(!options.hidden));
};

const suggestNow = async () => {
  const { value } = input;
  answer.hidden = list.hidden = true;
  offer([]);
  say("");
  await load();
  if (!data || value !== input.value || document.activeElement !== input) return;
  const places = suggest(data, value);
  offer(places);
  say(places[0] ? words.count.replace("{count}", places.length) : "");
};

const contact = ([name, lang, kind, number, href]) =>
  make(
    "li",
    {},
    make("p", {}, make("strong", { lang }, name), make("br"), root.getAttribute(`data-kind-${kind}`) ?? ""),
    make("p", { class: "national__ways" }, make("a", { href, class: "call call--small" }, number)),
  );

// Where it is not certain which region helps, that is said before the link is followed.
const doubt = (municipalities) => {
  const places = municipalities.filter((each) => each in data.uncertain);
  const others = [...new Set(places.map((each) => data.uncertain[each]))].filter((each) => each >= 0);
  const region = others.map((each) => data.regions[each][1]).join(", ");
  const [before, after] = words.doubt.split("{places}");
  const maybe = region ? [" (", ...fill(words.maybe, { region }), ")"] : [];
  return places[0] && [before, make("span", { lang: "nl" }, places.join(", ")), ...maybe, after];
};

const show = (title, contents) => {
  heading.replaceChildren(...title);
  for (const part of parts) {
    const content = contents[part.dataset.part];
    part.hidden = !content;
    if (content?.map) part.replaceChildren(...content);
  }
  answer.hidden = false;
  heading.focus();
};

const tell = ({ kind, place, guessed, choices }) => {
  offer([]);
  say("");
  answer.hidden = true;
  list.hidden = kind !== "closest" && kind !== "unknown-postcode";
  if (place) {
    const [id, region, contacts] = data.regions[place.region];
    for (const link of answer.querySelectorAll("[data-to]")) link.href = `${link.dataset.to}${id}/`;
    show(fill(words.region, { region }), {
      place: guessed ? fill(words.readAs, place) : label(place),
      doubt: doubt(place.municipalities),
      open: true,
      other: true,
      contacts: contacts[0] && contacts.map(contact),
      unchecked: contacts.some((each) => !each[5]),
      none: !contacts[0],
      trace: Boolean(contacts[0]),
    });
  } else if (choices) {
    show([words[kind]], { choices: choices.map(pickable("button", { type: "button" })) });
  } else say(kind === "empty" ? words.empty : words.unknownPostcode, true);
};

const choose = (place) => {
  input.value = place.name;
  tell({ place });
};

const search = async () => {
  say(words.wait, true);
  await load();
  if (data) tell(find(data, input.value));
};

input.addEventListener("focus", load);
input.addEventListener("input", suggestNow); // also while composing: phones compose every word
input.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // these keys are the input method's now
  const { key } = event;
  const { firstElementChild: first, lastElementChild: last } = options;
  const moves = {
    ArrowDown: active?.nextElementSibling ?? first,
    ArrowUp: active?.previousElementSibling ?? last,
    ...(active && { Home: first, End: last }),
  };
  if (key === "Enter") active ? active.click() : search();
  else if (key === "Escape") first ? offer([]) : (input.value = "");
  else if (key in moves && first) mark(moves[key]);
  else if (key === "ArrowDown") suggestNow().then(() => mark(options.firstElementChild));
  else return;
  event.preventDefault();
});
// Leaving the field closes nothing: a link below would move away from under the finger.
options.addEventListener("mousedown", (event) => event.preventDefault()); // focus stays in the field
field.querySelector("button").addEventListener("click", search);

input.setAttribute("autocorrect", "off"); // names of villages look like mistakes to a phone
list.hidden = true;
field.hidden = false;
