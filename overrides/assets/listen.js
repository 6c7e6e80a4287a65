// Reads the page aloud with a voice of this device. Sends nothing, keeps nothing.

const READ = "h1, h2, h3, p, li, td";

let stopped = () => {};

export const toggle = (button, voice) => (speechSynthesis.speaking ? stop() : start(button, voice));

const start = (button, voice) => {
  const blocks = [...document.querySelectorAll(".text :is(h1, h2, h3, p, li, td)")].filter(isRead);
  button.textContent = button.dataset.stop;
  stopped = () => {
    button.textContent = button.dataset.listen;
    mark();
    removeEventListener("keydown", onEscape);
  };
  addEventListener("keydown", onEscape);
  addEventListener("pagehide", stop);
  blocks.forEach((block, index) => speak(block, voice, index === blocks.length - 1));
};

const speak = (block, voice, isLast) => {
  const words = block.cloneNode(true);
  for (const each of words.querySelectorAll(`sup, .other, ${READ}`)) each.remove();
  const utterance = new SpeechSynthesisUtterance(words.textContent.trim());
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.onstart = () => mark(block);
  if (isLast) utterance.onend = () => stopped();
  speechSynthesis.speak(utterance);
};

// Hundreds of cells with one word each say nothing when they are heard one after the other.
const LEFT_OUT = ".other, .matrix";
const isRead = (block) => block.offsetParent && !block.closest(LEFT_OUT) && block.textContent.trim();

const mark = (block) => {
  for (const each of document.querySelectorAll(".spoken")) each.classList.remove("spoken");
  block?.classList.add("spoken");
  block?.scrollIntoView({ block: "nearest" });
};

const stop = () => {
  speechSynthesis.cancel();
  stopped();
};

const onEscape = ({ key }) => key === "Escape" && stop();
