// Shows the way to 长辈版 to a reader who used it last time.
import { read } from "../choice.js";

export function mount(offer) {
  offer.hidden = read() === null;
}
