// Shows the way to 长辈版 to a reader who used it last time, until they say no.
import { forget, read } from "../choice.js";

export function mount(offer) {
  offer.hidden = read() === null;
  offer.querySelector("button").addEventListener("click", () => {
    forget();
    offer.hidden = true;
  });
}
