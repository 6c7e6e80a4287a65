// Leaving at once, and the folded lists. Keeps nothing, sends nothing.
(() => {
  const exit = document.getElementById("leave");
  let gone = false;
  let presses = [];

  // Hide first: the other site may take seconds on a slow line.
  const leave = () => {
    gone = true;
    document.documentElement.setAttribute("data-gone", "");
    document.title = exit.getAttribute("data-title");
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
    if (key === "Escape" && open) {
      if (open.contains(document.activeElement)) open.firstElementChild.focus();
      open.open = false;
    }
    if (repeat) return;
    // Shift alone, three times in two seconds: typing capitals does not count.
    presses = key === "Shift" ? [...presses.filter((at) => now - at < 2000), now] : [];
    if (presses.length > 2) leave();
  }, true);

  // Browsers that do not know `details name` need help.
  addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches(".tools > *"))
      for (const each of target.parentNode.children) each.open = each === target;
  }, true);
})();
