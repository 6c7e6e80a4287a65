// The same page in another language, paragraph by paragraph. Keeps nothing.
// Pages have the same headings, paragraphs, lists and tables in every language (checked).

// Numbers to call stand on the page already; so do the signs and the map of the coverage. Working
// pages are used in one language.
const ONCE =
  ".finder, .sheet, .messages, .plan, .card, .national, .ways, .columns, .sources, .coverage, .tiles, script";

export const toggle = async (link) => {
  const shown = link.hasAttribute("aria-current");
  clear();
  if (shown) return;
  const answer = await fetch(link.href, { credentials: "omit" });
  if (!answer.ok) throw new Error(String(answer.status));
  const other = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".text");
  const lang = other.lang || link.lang;
  for (const each of other.querySelectorAll("a[href]")) each.setAttribute("href", new URL(each.getAttribute("href"), link.href));
  const theirs = bySection(other);
  for (const [id, blocks] of bySection(document.querySelector(".text")))
    blocks.forEach((block, index) => pair(block, theirs.get(id)?.[index], lang));
  link.setAttribute("aria-current", "true");
};

const clear = () => {
  for (const each of document.querySelectorAll(".other")) each.remove();
  for (const each of document.querySelectorAll("[data-beside]")) each.removeAttribute("aria-current");
};

// Heading id -> the heading and the blocks under it.
const bySection = (text) => {
  const sections = new Map();
  let id = "";
  for (const block of text.children) {
    if (block.matches(ONCE)) continue;
    if (/^H[1-6]$/.test(block.tagName)) id = block.id;
    sections.set(id, [...(sections.get(id) ?? []), block]);
  }
  return sections;
};

const pair = (mine, theirs, lang) => {
  if (!theirs || mine.querySelector(ONCE)) return;
  const items = [...mine.children];
  if (/^[OU]L$/.test(mine.tagName) && items.length === theirs.children.length)
    items.forEach((item, index) => item.append(copy(theirs.children[index], lang, "div")));
  else mine.after(copy(theirs, lang, /^H/.test(theirs.tagName) ? "p" : ""));
};

const copy = (block, lang, tag) => {
  const made = tag ? document.createElement(tag) : block.cloneNode(true);
  if (tag) made.append(...[...block.childNodes].map((each) => each.cloneNode(true)));
  for (const each of [made, ...made.querySelectorAll("[id]")]) each.removeAttribute("id");
  for (const each of made.querySelectorAll("sup")) each.remove();
  made.lang = lang;
  made.classList.add("other");
  return made;
};
