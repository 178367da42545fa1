// Shows that the promised update is late, by the reader's own clock and the day
// at +08:00. The words stand in the page.
export function mount(notice) {
  const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  notice.hidden = today <= notice.dataset.until;
}
