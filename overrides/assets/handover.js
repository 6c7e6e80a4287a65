// The handover sheet: print and clear. Sends nothing, keeps nothing.

const sheet = document.querySelector(".sheet");
const fields = [...sheet.querySelectorAll("input")];
const buttons = sheet.querySelector(".sheet__buttons");

const clear = () => {
  for (const each of fields) {
    if (each.type === "text") each.value = "";
    each.checked = false;
  }
};

const acts = {
  print: () => window.print(),
  clear: ({ dataset }) => {
    clear();
    buttons.querySelector("[role=status]").textContent = dataset.done;
  },
};

buttons.addEventListener("click", ({ target }) => acts[target.dataset.do]?.(target));
sheet.addEventListener("input", () => (buttons.querySelector("[role=status]").textContent = ""));
buttons.hidden = false;

// Browsers keep pages alive for "back", and fill in again what stood there: nothing may be left.
clear();
addEventListener("pagehide", clear);
addEventListener("pageshow", ({ persisted }) => persisted && clear());
