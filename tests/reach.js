// What a page must give everybody. Each function returns what is wrong, in words; empty is well.
({
  seen(element) {
    return element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen, .skip");
  },
  all(selector) {
    return [...document.querySelectorAll(selector)].filter((each) => this.seen(each));
  },
  named(element) {
    const kind = element.className ? `.${String(element.className).split(" ").join(".")}` : "";
    return `${element.localName}${kind} "${element.textContent.trim().slice(0, 40)}"`;
  },
  // Where the letters of an element stand that can be seen.
  text(element) {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const boxes = [];
    while (walk.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walk.currentNode);
      if (!walk.currentNode.parentElement.closest(".unseen")) boxes.push(...range.getClientRects());
    }
    return boxes;
  },
  unfold() {
    document.querySelectorAll("main details:not([name])").forEach((each) => (each.open = true));
  },

  // 1.4.10: nothing scrolls sideways, neither the page nor a box in it.
  sideways() {
    const wide = (box) => box.scrollWidth > box.clientWidth + 1;
    const boxes = this.all("main, main *").filter(
      (each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowX) && wide(each));
    // Not innerWidth: a phone makes that as wide as the page.
    const width = document.documentElement.clientWidth;
    const page = document.documentElement.scrollWidth > width
      ? this.all("body *").filter((each) => each.getBoundingClientRect().right > width + 1) : [];
    return [...page, ...boxes].map((each) => `too wide: ${this.named(each)}`);
  },

  // 1.4.12: no words cut off, and none outside the thing that is pressed.
  clipped() {
    // The word beside the mark may go: the mark stays and carries the name.
    const cut = this.all("body *:not(.name, .name *, svg, svg *)").filter((each) => {
      const hides = getComputedStyle(each).overflow !== "visible";
      return hides && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1);
    });
    const out = this.all("summary, button, .exit, .way, .call, .langs a, .tag").filter((each) => {
      const box = each.getBoundingClientRect();
      return this.text(each).some((part) => part.width > 1 && part.height > 1
        && (part.left < box.left - 1 || part.right > box.right + 1
          || part.top < box.top - 4 || part.bottom > box.bottom + 4));
    });
    return [...cut.map((each) => `cut off: ${this.named(each)}`), ...out.map((each) => `sticks out: ${this.named(each)}`)];
  },

  // What can be read, word by word; a table's head stands in the rows of a phone.
  words() {
    const heads = this.all("thead").map((each) => each.innerText).join(" ").split(/\s+/);
    return document.body.innerText.split(/\s+/).filter((word) => word && !heads.includes(word));
  },

  // 1.4.11 where the device chooses the colours: what can be pressed has an edge or a line.
  edgeless() {
    return this.all("a, button, summary, input").filter((each) => {
      const style = getComputedStyle(each);
      const edge = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0
        && style.borderTopColor !== style.backgroundColor && style.borderTopColor !== "rgba(0, 0, 0, 0)";
      return !edge && !style.textDecorationLine.includes("underline")
        && !each.matches(".name, [aria-current]");
    }).map((each) => `no edge: ${this.named(each)}`);
  },

  // Nothing keeps colours of its own there: only then the device's colours are a pair that can be read.
  stubborn() {
    return this.all("body *:not(svg, svg *)")
      .filter((each) => getComputedStyle(each).forcedColorAdjust !== "auto")
      .map((each) => `own colours: ${this.named(each)}`);
  },

  // 2.3.3: nothing moves.
  moving() {
    const late = (times) => times.split(",").some((each) => parseFloat(each) > 0);
    return [document.documentElement, ...document.querySelectorAll("body, body *")].filter((each) =>
      ["", "::before", "::after"].some((part) => {
        const style = getComputedStyle(each, part || null);
        const moves = style.animationName !== "none" && late(style.animationDuration);
        return moves || late(style.transitionDuration) || style.scrollBehavior === "smooth";
      })).map((each) => `moves: ${this.named(each)}`);
  },

  // 2.5.5: what is urgent is large. A finger 21 pixels beside the middle must still meet it.
  small() {
    return this.all('#leave, a[href^="tel:"], .langs a, .reading a').filter((each) => {
      each.scrollIntoView({ block: "center" });
      const box = each.getClientRects()[0];
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return [[21, 0], [-21, 0], [0, 21], [0, -21]].some(([right, down]) =>
        !each.contains(document.elementFromPoint(x + right, y + down)));
    }).map((each) => `small: ${this.named(each)}`);
  },

  // 2.5.3: who speaks to the device says what stands there.
  misnamed() {
    const plain = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
    const said = (each) => each.getAttribute("aria-label")
      ?? each.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent).join(" ");
    return this.all("a, button, summary, [role=button]").filter((each) =>
      said(each) != null && !plain(said(each)).includes(plain(each.innerText)))
      .map((each) => `misnamed: ${this.named(each)}`);
  },

  // 1.4.1: a link is known by more than its colour.
  unmarked() {
    return this.all("main a[href]:not([aria-current])").filter((each) => {
      const style = getComputedStyle(each);
      return !style.textDecorationLine.includes("underline") && !parseFloat(style.borderTopWidth);
    }).map((each) => `colour alone: ${this.named(each)}`);
  },

  // On a phone each cell says its column.
  unlabelled() {
    return this.all("main td").filter((each) => {
      const label = each.dataset.label;
      const shown = getComputedStyle(each, "::before").content;
      return !label || (each.previousElementSibling && !shown.includes(label));
    }).map((each) => `no label: ${this.named(each)}`);
  },

  // 2.4.7, 2.4.11, 2.4.13: where the focus is can be seen, whole, and nothing lies over it.
  focus() {
    const here = document.activeElement;
    here.dataset.tabbed = "yes";
    const style = getComputedStyle(here);
    const boxes = [...here.getClientRects()];
    const box = here.getBoundingClientRect();
    const bar = document.querySelector(".bar").getBoundingClientRect();
    const faults = [];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("no outline");
    if (!here.closest(".bar, .skip") && box.top < bar.bottom - 1 && box.bottom > bar.top) faults.push("under the bar");
    if (box.top < -1 || boxes[0].bottom > innerHeight + 1) faults.push("out of sight");
    const over = document.elementFromPoint(boxes[0].left + boxes[0].width / 2, boxes[0].top + boxes[0].height / 2);
    if (!over || !(here.contains(over) || over.contains(here))) faults.push("covered");
    return faults.map((each) => `${each}: ${this.named(here)}`);
  },
  // Everything that can be pressed has had the focus.
  untabbed() {
    return this.all("a[href], button, summary, input").filter((each) => !each.dataset.tabbed)
      .map((each) => `not reached: ${this.named(each)}`);
  },
})
