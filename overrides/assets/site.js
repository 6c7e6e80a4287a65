// Leaving at once, the folded lists, and two helpers that come when they are asked for.
// Keeps nothing, sends nothing.
(() => {
  const exit = document.getElementById("leave");
  let gone = false;
  let presses = [];

  // Hide first: the other site may take seconds on a slow line.
  const leave = () => {
    gone = true;
    document.documentElement.setAttribute("data-gone", "");
    document.title = exit.getAttribute("data-title");
    window.speechSynthesis?.cancel();
    document.body.textContent = "";
    location.replace(exit.href);
  };
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  // A browser may keep this page alive for "back".
  addEventListener("pageshow", () => gone && leave());

  addEventListener("keydown", ({ key, repeat, timeStamp: now }) => {
    const open = document.querySelector(".tools [open]");
    // The first Escape in the search empties its field.
    if (key === "Escape" && open && !document.activeElement.value) {
      if (open.contains(document.activeElement)) open.firstElementChild.focus();
      open.open = false;
    }
    if (repeat) return;
    // Shift alone, three times in two seconds: typing capitals does not count.
    presses = key === "Shift" ? [...presses.filter((at) => now - at < 2000), now] : [];
    if (presses.length > 2) leave();
  }, true);

  // Search: the field stands there with script, and its parts come when it is first used.
  const box = document.querySelector(".search");
  if (box) {
    box.querySelector(".search__field").hidden = false;
    box.querySelector(".topics").open = false;
    const field = box.querySelector("input");
    field.addEventListener("focus", async () => {
      // All at once: on a slow line every step one after the other takes seconds.
      const asked = [box.dataset.index, box.dataset.places].map((address) => fetch(address));
      const [{ load }] = await Promise.all([import("./search.js"), import("./query.js"), import("./find.js"), import("./lunr.js")]);
      load(asked);
    }, { once: true });
    box.parentNode.addEventListener("toggle", () => box.parentNode.open && field.focus());
  }

  // A second language beside the text; where it cannot come, the link leads to that page.
  addEventListener("click", async (event) => {
    const link = event.target.closest("[data-beside]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await (await import("./beside.js")).toggle(link);
    } catch {
      location.href = link.href;
    }
  });

  // Reading aloud, only by a voice that is on this device: others send the text away.
  const listen = document.querySelector("[data-listen]");
  const voices = window.speechSynthesis;
  if (listen && voices) {
    const lang = document.querySelector(".text").lang;
    const own = () => voices.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(lang));
    const offer = () => (listen.hidden = !own());
    offer();
    voices.addEventListener?.("voiceschanged", offer);
    listen.addEventListener("click", async () => (await import("./listen.js")).toggle(listen, own()));
  }

  // Browsers that do not know `details name` need help.
  addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches(".tools > *"))
      for (const each of target.parentNode.children) each.open = each === target;
  }, true);
})();
