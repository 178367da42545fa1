// Reads the main text aloud with the browser's own voice, block by block in the
// order of the page. The buttons stay hidden where the browser cannot speak or
// has no voice for the page's language.
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, blockquote, caption, th, td, summary, legend";
const SKIP = "nav, svg, [hidden], [aria-hidden=true], [data-module=read-aloud]";
// Chromium stops in the middle of long utterances, so none is long.
const LONGEST = 120;

export function mount(element) {
  const speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) return;
  const language = document.documentElement.lang.slice(0, 2);
  const voice = () => speech.getVoices().find((v) => v.lang.slice(0, 2).toLowerCase() === language);
  const offer = () => { element.hidden = !voice(); };
  offer();
  speech.addEventListener?.("voiceschanged", offer);

  const [play, pause, stop] = ["play", "pause", "stop"].map((name) => element.querySelector(`[data-action=${name}]`));
  const words = { pause: pause.textContent, resume: pause.dataset.resume };
  let left = [];

  function show(speaking) {
    play.hidden = speaking;
    pause.hidden = stop.hidden = !speaking;
    pause.textContent = words.pause;
  }

  function next() {
    const text = left.shift();
    if (text === undefined) return show(false);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = document.documentElement.lang;
    utterance.voice = voice();
    utterance.onend = next;
    utterance.onerror = () => end();
    speech.speak(utterance);
  }

  function end() {
    left = [];
    speech.cancel();
    show(false);
  }

  play.addEventListener("click", () => {
    speech.cancel();
    left = sentences(document.querySelector("main"));
    show(true);
    pause.focus();
    next();
  });
  pause.addEventListener("click", () => {
    const paused = pause.textContent === words.resume;
    if (paused) speech.resume();
    else speech.pause();
    pause.textContent = paused ? words.pause : words.resume;
  });
  stop.addEventListener("click", () => {
    end();
    play.focus();
  });
  window.addEventListener("pagehide", () => speech.cancel());
}

// sentences are the visible words of an element in the order of the page, in
// pieces short enough to speak. Words of one block belong together up to the
// next block within it.
export function sentences(root) {
  const pieces = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let block = null;
  let text = "";
  const flush = () => {
    pieces.push(...cut(text.replace(/\s+/g, " ").trim()));
    text = "";
  };
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.closest(SKIP) || element.checkVisibility?.() === false) continue;
    const own = element.closest(BLOCKS);
    if (own !== block) flush();
    block = own;
    text += walker.currentNode.data;
  }
  flush();
  return pieces;
}

function cut(text) {
  const pieces = [];
  for (const sentence of text.match(/.+?(?:[。！？；]|[.!?](?= |$)|$)/g) ?? []) {
    for (let at = 0; at < sentence.length; at += LONGEST) pieces.push(sentence.slice(at, at + LONGEST));
  }
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
