// The plan: shows the chosen phase and profile, and prints them. Keeps nothing, sends nothing.

const plan = document.querySelector(".plan");
const box = plan.querySelector(".plan__choice");
const choices = Object.fromEntries([...box.querySelectorAll("select")].map((each) => [each.dataset.choose, each]));
const region = plan.querySelector(".plan__region");

const shown = (select) => select.selectedOptions[0].textContent;

const show = () => {
  for (const part of plan.querySelectorAll(".plan__part"))
    part.hidden = ["phase", "profile"].some((key) => choices[key].value && choices[key].value !== part.dataset[key]);
  plan.querySelector(".plan__jump").hidden = Boolean(choices.phase.value || choices.profile.value);
  const link = region.querySelector("a");
  region.hidden = !choices.region.value;
  if (region.hidden) return;
  link.href = choices.region.value;
  link.textContent = shown(choices.region);
  region.querySelector(".plan__address").textContent = link.href;
};

const say = () => {
  box.querySelector("[role=status]").textContent = box.dataset.shown.replace("{phase}", shown(choices.phase)).replace("{profile}", shown(choices.profile));
};

const clear = () => {
  for (const each of Object.values(choices)) each.value = "";
  box.querySelector("[role=status]").textContent = "";
  show();
};

box.addEventListener("change", () => {
  show();
  say();
});
box.querySelector("[data-do=print]").addEventListener("click", () => window.print());
box.hidden = false;

// Browsers keep pages alive for "back", and choose again what was chosen.
clear();
addEventListener("pagehide", clear);
addEventListener("pageshow", ({ persisted }) => persisted && clear());
