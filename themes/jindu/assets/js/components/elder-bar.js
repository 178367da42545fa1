// Remembers 长辈版 and its size of text while a reader moves through it, and
// forgets both when they leave by the way out.
import { forget, keep, read } from "../choice.js";

export function mount(bar) {
  const sizes = [...bar.querySelectorAll("input[name=elder-size]")];
  const kept = sizes.find((input) => input.value === read());
  if (kept) kept.checked = true;
  const chosen = () => sizes.find((input) => input.checked);
  keep(chosen().value);
  for (const input of sizes) input.addEventListener("change", () => keep(chosen().value));
  for (const exit of document.querySelectorAll("[data-elder-exit]")) exit.addEventListener("click", forget);
}
