// From what somebody types to a region. Pure: no page, no network; nothing is kept.
//
// `data` is finder.json. scripts/sitebuild/finder.py makes it and folds names in the same way.
// A place is a name in one region: {name, municipalities: [names], region: number of the region}.

const LETTERS = Object.fromEntries(
  "łl øo đd ßss æae œoe ıi аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsht ъa ь юyu яya"
    .split(" ")
    .map(([letter, ...latin]) => [letter, latin.join("")]),
);
const SMALL = /^(a|d|ad|aan|de[nr]?)$/;
const MUNICIPALITY = /^gem(eente)?$/;
const SUFFIX = /^(gld|n[bh]|zh|gn|l|o|z|ut|ac)$/;

const fold = (text) => {
  const words = text
    .slice(0, 80)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/^\s*กรุง/, "") // "city of"
    .replace(/[\u0300-\u036f]/g, "") // accents; the vowels and tones of Thai are others
    .replace(/[^a-z]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[٠-٩۰-۹๐-๙]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/ij/g, "y")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word, at) => word && !(at && SMALL.test(word)))
    .map((word, at, { length }) => (word === "st" && at < length - 1 ? "sint" : word));
  return MUNICIPALITY.test(words[0]) && words[1] ? words.slice(1) : words;
};
const key = (words) => words.join("");

// Without what tells equal names apart: "Rijswijk (NB)", "Spaarndam gem. Haarlem".
const short = (words) => {
  const at = words.findIndex((word, place) => place && MUNICIPALITY.test(word));
  if (at > 0) return words.slice(0, at);
  return words[1] && SUFFIX.test(words[words.length - 1]) ? words.slice(0, -1) : words;
};

const makeIndex = (data) => {
  const towns = {};
  const exact = new Map();
  const learn = (place, name) => {
    const words = fold(name);
    for (const spelling of [key(words), key(short(words))]) {
      exact.set(spelling, (exact.get(spelling) ?? new Set()).add(place));
      place.spellings.add(spelling);
    }
    place.starts.push(...words.map((_, at) => key(words.slice(at))));
  };
  // Suggested first: well-known towns (rank 0), then those that name a municipality (1).
  const place = (name, region, rank) =>
    (towns[name + region] ??= { name, region, rank, municipalities: [], spellings: new Set(), starts: [] });
  for (const [municipality, region, names] of data.municipalities) {
    const own = key(short(fold(municipality)));
    const namesake = names.find((name) => key(short(fold(name))) === own) ?? municipality;
    for (const name of new Set([...names, namesake])) {
      const others = data.names[name] ?? [];
      const town = place(name, region, others[0] ? 0 : name === namesake ? 1 : 2);
      town.municipalities.push(municipality);
      for (const spelling of [name, ...others]) learn(town, spelling);
      if (name === namesake) learn(town, municipality);
    }
  }
  return { places: Object.values(towns), exact };
};
const indexes = new WeakMap();
const indexOf = (data) => {
  if (!indexes.has(data)) indexes.set(data, makeIndex(data));
  return indexes.get(data);
};

const inOneRegion = (places) => places.every(({ region }) => region === places[0].region);
const names = (places) => [...new Set(places.flatMap(({ municipalities }) => municipalities))];

// "2512", "2512 AB", "NL-2512ab Den Haag".
const postcode = (typed) => typed.match(/^(?:nl)?(\d{4})(?!\d)/)?.[1];
const atPostcode = (data, name) => {
  const shared = data.shared[name]?.map((number) => data.municipalities[number]);
  if (shared) return shared.map(([municipality, region]) => ({ name, region, municipalities: [municipality] }));
  const stretch = data.postcodes.find(([first, count]) => name >= first && name < first + count);
  return stretch ? [{ name, region: stretch[2], municipalities: [] }] : [];
};

// How many slips lie between two names: a letter more, less or other, or two exchanged.
const slips = (one, other) => {
  let before;
  let last = [...other, ""].map((_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[other.length];
};

const guess = (data, typed) => {
  const ranked = indexOf(data)
    .places.map((place) => ({ place, far: Math.min(...[...place.spellings].map((name) => slips(typed, name))) }))
    .sort((one, other) => one.far - other.far);
  const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  const near = ranked.filter(({ far }) => far <= allowed && far === ranked[0].far).map(({ place }) => place);
  const choices = [...new Set([...near, ...suggest(data, typed)])];
  if (near[0] && inOneRegion(choices)) return { kind: "region", guessed: true, place: near[0] };
  return { kind: "closest", choices: choices[0] ? choices.slice(0, 6) : ranked.slice(0, 3).map(({ place }) => place) };
};

// What is meant: {kind: "region", place, guessed}, {kind: "ask" | "closest", choices: [places]},
// {kind: "unknown-postcode"} or {kind: "empty"}.
export const find = (data, query) => {
  const words = fold(query);
  const typed = key(words);
  if (!typed) return { kind: "empty" };
  const code = postcode(typed);
  const { exact } = indexOf(data);
  const places = code ? atPostcode(data, code) : [...(exact.get(typed) ?? exact.get(key(short(words))) ?? [])];
  if (!places[0]) return code || /^\d+$/.test(typed) ? { kind: "unknown-postcode" } : guess(data, typed);
  return inOneRegion(places)
    ? { kind: "region", place: { ...places[0], municipalities: names(places) } }
    : { kind: "ask", choices: places };
};

// The places that begin as typed, or have a word that does; the likeliest first.
export const suggest = (data, query, limit = 6) => {
  const typed = key(fold(query));
  const code = postcode(typed);
  if (code) return atPostcode(data, code);
  const order = ({ spellings, starts, rank }) => {
    const at = starts.findIndex((start) => start.startsWith(typed));
    return spellings.has(typed) ? -1 : at < 0 ? 9 : at ? rank + 3 : rank;
  };
  return indexOf(data)
    .places.map((place) => ({ place, at: order(place) }))
    .filter(({ at }) => typed[1] && at < 9)
    .sort((one, other) => one.at - other.at || (one.place.name < other.place.name ? -1 : 1))
    .slice(0, limit)
    .map(({ place }) => place);
};
