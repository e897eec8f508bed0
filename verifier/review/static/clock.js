// Times are kept in UTC and read in the reader's own.

export function readLocally(time) {
  const moment = new Date(time.dateTime);
  if (Number.isNaN(moment.getTime())) return;
  time.title = time.textContent;
  // A day alone is no moment: it is the same everywhere, and has no hour.
  const alone = !time.dateTime.includes("T");
  time.textContent = moment.toLocaleString(
    [], alone ? { dateStyle: "medium", timeZone: "UTC" } : { dateStyle: "medium", timeStyle: "short" });
}
for (const time of document.querySelectorAll("time[datetime]")) readLocally(time);
for (const select of document.querySelectorAll(".filters select")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
