// From what somebody types to a region. Pure: no page, no network; nothing is kept.
//
// `data` is finder.json. scripts/sitebuild/finder.py makes it and folds names in the same way.
// A place is a name in one region: {name, municipalities: [names], region: number of the region}.

const LETTERS = Object.fromEntries(
  "łl øo đd ßss æae œoe ıi аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsht ъa ь юyu яya"
    .split(" ")
    .map(([letter, ...latin]) => [letter, latin.join("")]),
);

// The words of a name without case, accents and signs, and without the small words inside it.
const fold = (text) =>
  text
    .slice(0, 80)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "") // not the vowels and tones of Thai
    .replace(/[^a-z]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[٠-٩۰-۹๐-๙]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/^\s*(กรุง|gemeente )/, "")
    .replace(/^st\W+(?=\w)/, "sint ")
    .replace(/ij/g, "y")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word, at) => word && !(at && /^(a|d|ad|aan|de[nr]?)$/.test(word)));
const key = (words) => words.join("");

const makeIndex = (data) => {
  const places = {};
  const exact = new Map();
  for (const [municipality, region, names] of data.municipalities) {
    names.forEach((name, at) => {
      const place = (places[name + region] ??= {
        name,
        region,
        municipalities: [],
        spellings: [],
        starts: [],
      });
      place.municipalities.push(municipality);
      // Suggested first: well-known towns, then those that a municipality is named after.
      place.rank = data.names[name] ? 0 : at ? 2 : 1;
      const others = [at ? name : municipality, data.short[name] ?? name];
      for (const spelling of [name, ...others, ...(data.names[name] ?? [])]) {
        const words = fold(spelling);
        place.spellings.push(key(words));
        place.starts.push(...words.map((_, from) => key(words.slice(from))));
        exact.set(key(words), (exact.get(key(words)) ?? new Set()).add(place));
      }
    });
  }
  return { places: Object.values(places), exact };
};
const indexes = new WeakMap();
const indexOf = (data) => {
  if (!indexes.has(data)) indexes.set(data, makeIndex(data));
  return indexes.get(data);
};

const inOneRegion = (places) => places.every(({ region }) => region === places[0].region);

// "2512", "2512 AB", "NL-2512ab Den Haag".
const postcode = (typed) => typed.match(/^(?:nl)?(\d{4})(?!\d)/)?.[1];
const atPostcode = (data, name) =>
  data.postcodes
    .filter(([first, count]) => name >= first && name < first + count)
    .map(([, , region, ...municipalities]) => ({ name, region, municipalities }));

// How many slips lie between two words: a letter more, less or other, or two exchanged.
// More than `most` is not counted out.
export const slips = (one, other, most = Infinity) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before;
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
};
// In a name the first letter counts double: few people get that one wrong.
const slipsInName = (one, other) => slips(one, other) + (one[0] !== other[0]);

const guess = (data, words) => {
  const { places, exact } = indexOf(data);
  const typed = key(words);
  const far = new Map();
  for (const place of places) {
    far.set(place, Math.min(...place.spellings.map((spelling) => slipsInName(typed, spelling))));
  }
  const ranked = [...places].sort((one, other) => far.get(one) - far.get(other));
  const least = far.get(ranked[0]);
  const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  let near = least > allowed ? [] : ranked.filter((place) => far.get(place) === least);
  // "Amsterdam Noord", "Hengelo Overijssel": the first words may be enough.
  for (let end = words.length - 1; end && !near[0]; end--) {
    near = [...(exact.get(key(words.slice(0, end))) ?? [])];
  }
  const likely = [...new Set([...near, ...suggest(data, typed)])];
  return near[0] && inOneRegion(likely)
    ? { kind: "region", place: near[0], guessed: true }
    : { kind: "closest", choices: likely[0] ? likely.slice(0, 6) : ranked.slice(0, 3) };
};

// What is meant: {kind: "region", place, guessed}, {kind: "ask" | "closest", choices: [places]},
// {kind: "unknown-postcode"} or {kind: "empty"}.
export const find = (data, query) => {
  const words = fold(query);
  const typed = key(words);
  if (!typed) return { kind: "empty" };
  return exactly(data, query) ?? (/^\d+$/.test(typed) || postcode(typed) ? { kind: "unknown-postcode" } : guess(data, words));
};

// The same without guessing: undefined when no place is called so.
export const exactly = (data, query) => {
  const typed = key(fold(query));
  const code = postcode(typed);
  const choices = code ? atPostcode(data, code) : [...(indexOf(data).exact.get(typed) ?? [])];
  if (choices[0] && !inOneRegion(choices)) return { kind: "ask", choices };
  if (choices[0]) {
    const municipalities = [...new Set(choices.flatMap((place) => place.municipalities))];
    return { kind: "region", place: { ...choices[0], municipalities } };
  }
};

// The places that begin as typed, or have a word that does; the likeliest first.
export const suggest = (data, query, limit = 6) => {
  const typed = key(fold(query));
  const code = postcode(typed);
  if (code) return atPostcode(data, code);
  if (typed.length < 2) return [];
  const begins = (start) => start.startsWith(typed);
  const order = ({ spellings, starts, rank }) =>
    spellings.includes(typed) ? -1 : begins(starts[0]) ? rank : rank + 1.5;
  return indexOf(data)
    .places.filter(({ starts }) => starts.some(begins))
    .sort((one, other) => order(one) - order(other) || (one.name < other.name ? -1 : 1))
    .slice(0, limit);
};
