// What a reader chose to be remembered: that they read in 长辈版, and in which
// size. Kept in the browser only; where it keeps nothing, nothing is remembered.
const KEY = "jindu-elder";

export function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keep(size) {
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // A browser that refuses storage still shows the page.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
