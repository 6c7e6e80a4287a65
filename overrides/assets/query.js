// From what somebody types to pages of the site. Pure: no page, no network; nothing is kept.
//
// `packed` is assets/search/<lang>.json. scripts/sitebuild/search_index.py makes it, and
// search_words.py folds and breaks words in the same way. lunr ranks.

import { exactly, find, slips } from "./find.js";

const LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i" };
const THAI = /[\u0e00-\u0e7f]/;
const PAGE = 1.5; // how much the other passages of a page count
const SCALE = 2; // scores come as whole halves
const LEAST = 0.5; // share of the typed letters that must mean something here, times how sure
// Most who search are visitors.
const ASIDE = /^(professionals|about)\//;
const KIN = 0.2; // how sure a word with the same beginning is, beside the word itself
const MOST = 12; // forms that one typed word may stand for

// What sounds the same in Cyrillic and in the ways people type it in Latin letters.
const SOUNDS = [
  [/щ|sht/g, "st"], [/ш|sh|6/g, "s"], [/ч|ch|4/g, "c"], [/ж|zh/g, "j"], [/ц|ts/g, "c"], [/ю|yu|iu|ju/g, "u"],
  [/я|ya|ia|ja|q/g, "a"], [/х|kh/g, "h"], [/в|w/g, "v"], [/ъ/g, "a"], [/й|и|y|j(?![aeiou])/g, "i"],
  ...[..."аaбbгgдdеeзzкkлlмmнnоoпpрrсsтtуuфf"].reduce((all, letter, at, letters) =>
    at % 2 ? all : [...all, [new RegExp(letter, "g"), letters[at + 1]]], []),
];
const sound = (word) => SOUNDS.reduce((text, [letters, latin]) => text.replace(letters, latin), word);

export const fold = (text) =>
  text
    .slice(0, 120)
    .toLowerCase()
    .replace(/\u0e40\u0e40/g, "\u0e41") // two signs typed for one
    .replace(/[łøđßæœı]/g, (letter) => LETTERS[letter])
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");

// lunr's index again, from terms and scores.
export const unpack = (lunr, packed) => {
  const terms = packed.terms.map(([term]) => term);
  const inverted = Object.create(null);
  terms.forEach((term, at) => (inverted[term] = { _index: at, ...Object.fromEntries(packed.fields.map((field) => [field, {}])) }));
  const vectors = {};
  packed.vectors.forEach((passages, field) =>
    passages.forEach((steps, passage) => {
      const elements = [];
      for (let at = 0, term = 0; at < steps.length; at += 2) {
        term += steps[at];
        elements.push(term, steps[at + 1] / SCALE);
        inverted[terms[term]][packed.fields[field]][passage] = {};
      }
      vectors[`${packed.fields[field]}/${passage}`] = new lunr.Vector(elements);
    }),
  );
  const index = new lunr.Index({
    invertedIndex: inverted,
    fieldVectors: vectors,
    tokenSet: lunr.TokenSet.fromArray([...terms].sort()),
    fields: packed.fields,
    pipeline: new lunr.Pipeline(),
  });
  const forms = new Map();
  packed.terms.forEach((each) => each.forEach((form) => forms.set(form, [...(forms.get(form) ?? []), each[0]])));
  const sounds = new Map();
  if (packed.lang === "bg") for (const form of forms.keys()) sounds.set(sound(form), [...(sounds.get(sound(form)) ?? []), form]);
  return { ...packed, index, forms, sounds, stop: new Set([...packed.stop, ...(packed.lang === "bg" ? packed.stop.map(sound) : [])]) };
};

const wordsOf = (known, text) =>
  (fold(text).match(/[\u0e00-\u0e7f]+|[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => (THAI.test(run) ? thaiWords(known, run) : [run]));

// Always the longest that the site has.
const thaiWords = (known, run) => {
  const found = [];
  let unknown = "";
  for (let at = 0; at < run.length; ) {
    let end = Math.min(run.length, at + 20);
    while (end > at + 1 && !known.forms.has(run.slice(at, end)) && !known.stop.has(run.slice(at, end))) end--;
    if (end === at + 1) unknown += run[at];
    else {
      if (unknown) found.push(unknown);
      unknown = "";
      found.push(run.slice(at, end));
    }
    at = end;
  }
  return unknown ? [...found, unknown] : found;
};

const common = (one, other) => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
};

// The forms that a typed word may stand for, surest first, each with how sure.
const meanings = (known, word) => {
  const all = [...known.forms.keys()];
  const akin = kin(all, word);
  if (known.forms.has(word)) return [[word, 1], ...[...akin, ...split(known, word)].map((form) => [form, KIN])];
  const isLatin = /^[a-z0-9]+$/.test(word);
  if (known.lang === "bg" && isLatin && known.sounds.has(sound(word))) return known.sounds.get(sound(word)).flatMap((form) => [[form, 0.9], ...kin(all, form).map((each) => [each, KIN])]);
  const begins = word.length > (THAI.test(word) ? 3 : 2) ? all.filter((form) => form.startsWith(word)) : [];
  if (begins[0]) return begins.sort((one, other) => one.length - other.length).slice(0, MOST).map((form) => [form, 0.8]);
  const parts = split(known, word);
  if (parts[0]) return parts.map((form) => [form, 0.7]);
  const most = word.length < 4 ? 0 : word.length < 8 || THAI.test(word) ? 1 : 2;
  const near = all.map((form) => [form, slips(word, form, most)]).filter(([, far]) => far <= most);
  const least = Math.min(...near.map(([, far]) => far));
  const slipped = near.filter(([form, far]) => far === least && (form[0] === word[0] || !THAI.test(word))).slice(0, MOST);
  const root = rootOf(known, word);
  if (root) return [[root, 0.8], ...slipped.map(([form]) => [form, 0.6 / least]), ...akin.map((form) => [form, KIN])];
  if (slipped[0] && (least === 1 || !akin[0]))
    return slipped.flatMap(([form]) => [[form, 0.6], ...kin(all, form).map((each) => [each, KIN / 2])]);
  if (akin[0]) return akin.map((form) => [form, 0.5]);
  if (known.lang === "bg" && isLatin) {
    const heard = [...known.sounds].filter(([each]) => slips(sound(word), each, most) <= most);
    return heard.flatMap(([, forms]) => forms.map((form) => [form, 0.5])).slice(0, MOST);
  }
  return [];
};

// Words with the same beginning: mostly other forms of one word. Thai words have no forms.
const kin = (all, word) => {
  const stem = THAI.test(word) ? Infinity : Math.max(5, Math.ceil(word.length * 0.6));
  const found = all.filter((form) => form !== word && common(form, word) >= stem && form.length - common(form, word) < 6);
  return found.sort((one, other) => common(other, word) - common(one, word)).slice(0, MOST);
};

// "taxes" -> "tax": the longest word of the site that the typed one begins with, but for an ending.
const rootOf = (known, word) => {
  const shortest = THAI.test(word) ? Infinity : Math.max(3, Math.ceil(word.length * 0.6));
  for (let end = word.length - 1; end >= shortest; end--) if (known.forms.has(word.slice(0, end))) return word.slice(0, end);
  return "";
};

// "zorgverzekeringskosten" -> words of the site, from the left.
const split = (known, word) => {
  for (let cut = word.length - 3; cut > 2; cut--) {
    const first = ["", "s", "e", "en"].map((link) => (word.slice(0, cut).endsWith(link) ? word.slice(0, cut - link.length) : "")).find((each) => known.forms.has(each));
    if (first && known.forms.has(word.slice(cut))) return [first, word.slice(cut)];
  }
  return [];
};

// The pages that answer, best first: {page, title, anchor, heading}; none when no word is known.
export const search = (known, typed, limit = 8) => {
  const words = wordsOf(known, typed);
  const asked = joined(known, words.filter((word) => !known.stop.has(word) && !(known.lang === "bg" && known.stop.has(sound(word)))));
  const meant = (asked[0] ? asked : words).map((word) => meanings(known, word));
  if (sum(asked, (word, at) => word.length * (meant[at][0]?.[1] ?? 0)) < LEAST * sum(asked, (word) => word.length)) return [];
  const terms = meant.map((forms) => forms.flatMap(([form, sure]) => known.forms.get(form).map((term) => [term, sure])));
  if (!terms.some(([first]) => first)) return [];
  const found = known.index.query((query) => {
    for (const [term, sure] of terms.flat()) query.term(term, { boost: sure, usePipeline: false });
  });
  const pages = new Map();
  for (const { ref, score, matchData } of found) {
    const [page, anchor, heading] = known.passages[ref];
    const has = terms.map((each) => each.some(([term]) => term in matchData.metadata));
    const of = pages.get(page) ?? { page: known.pages[page][0], title: known.pages[page][1], anchor, heading, best: 0, sum: 0, has };
    if (score * (1 + count(has)) > of.best) Object.assign(of, { anchor, heading, best: score * (1 + count(has)) });
    of.sum += score;
    of.has = of.has.map((each, at) => each || has[at]);
    pages.set(page, of);
  }
  const rank = ({ page, best, sum, has }) => (best + PAGE * sum) * (count(has) / has.length) ** 2 * (ASIDE.test(page) ? 0.5 : 1);
  return [...pages.values()].sort((one, other) => rank(other) - rank(one)).slice(0, limit);
};

// "mensen handel": two words that the site writes as one.
const joined = (known, words) =>
  words.reduce((all, word) => {
    const both = (all.at(-1) ?? "") + word;
    return all[0] && known.forms.has(both) ? [...all.slice(0, -1), both] : [...all, word];
  }, []);

const sum = (words, worth) => words.reduce((all, word, at) => all + worth(word, at), 0);

const count = (has) => has.filter(Boolean).length;

// The place that was meant, if any, and the pages that answer: what the search shows.
export const answers = (known, places, typed, limit = 8) => {
  const found = search(known, typed, limit);
  const place = exactly(places, typed) ?? placeInside(known, places, typed) ?? (found[0] ? undefined : find(places, typed));
  const choices = place?.kind === "ask" ? place.choices : place?.kind === "region" ? [place.place] : [];
  const regions = choices
    .filter(({ region }, at) => choices.findIndex((each) => each.region === region) === at)
    .map(({ region, name }) => inRegion(places, region, name));
  return [...regions, ...found.filter(({ page }) => !regions.some((each) => each.page === page))].slice(0, limit);
};

// "help in Maastricht": a word of the question that no page has and that is a place.
const placeInside = (known, places, typed) => {
  const words = typed.trim().split(/\s+/);
  const strange = words.length > 1 ? words.filter((word) => word.length > 3 && !known.forms.has(fold(word))) : [];
  return strange.map((word) => exactly(places, word)).find(Boolean);
};

const inRegion = (places, at, name) => {
  const [id, title] = places.regions[at];
  return { page: `near-you/${id}`, title, heading: name, anchor: "", isRegion: true };
};

// The words of the site that look most like what was typed.
export const closest = (known, typed, limit = 4) => {
  const [word = ""] = wordsOf(known, typed);
  const ranked = [...known.forms.keys()].filter((form) => form.length > 3).map((form) => [form, slips(word, form, 3)]);
  return ranked.filter(([, far]) => far <= 3).sort((one, other) => one[1] - other[1]).slice(0, limit).map(([form]) => form);
};
