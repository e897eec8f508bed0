// From card to card, with its place in the text in sight. Where the pointer chose, nothing may move under it before it
// is let go: the button would slip away.

import { leavePlace, room } from "./against.js";
import { board, cards, current, field, marksOf } from "./board.js";
import { stay } from "./staying.js";
import { tell, undoneIsRead, wentWrong } from "./telling.js";
import { presses, whenAnswered } from "./turns.js";

const EDGE = 16; // what is left free above and below a chosen card
const reading = document.querySelector(".reading");

let held = false;
export function choose(card, byPointer = false) {
  if (!card) return;
  if (current() && card !== current()) leavePlace();
  stay(card);
  for (const before of document.querySelectorAll(".card.current")) before.classList.remove("current");
  if (!held) fold(card);
  for (const mark of document.querySelectorAll(".lit")) mark.classList.remove("lit");
  card.classList.add("current", "open");
  for (const mark of marksOf(card)) if (mark.matches("a")) mark.classList.add("lit");
  walked(card);
  if (NARROW.matches) return inSight(card, byPointer);
  if (!byPointer) {
    card.focus({ preventScroll: true });
    // A card that is higher than the column begins where it begins: its head must not lie beyond the edge.
    card.scrollIntoView({ block: card.offsetHeight > room() - 2 * EDGE ? "start" : "nearest" });
  }
  const place = document.getElementById(card.dataset.mark);
  // Only where the text scrolls by itself: where it stands below the cards, going there would lose the card.
  if (place && reading.scrollHeight > reading.clientHeight) {
    reading.scrollTop += place.getBoundingClientRect().top - reading.getBoundingClientRect().top - reading.clientHeight / 3;
  }
}

// On a phone the article has the page, and the chosen card the foot of the screen.
export const NARROW = matchMedia("(max-width: 60rem)");
const walk = { at: document.getElementById("walk-at"), fold: document.getElementById("walk-fold") };
function walked(card) {
  walk.at.textContent = `${Number(board.dataset.before) + cards().indexOf(card) + 1} of ${board.dataset.total}`;
  putBy(false);
}

export function putBy(away) {
  document.body.classList.toggle("put-by", away);
  walk.fold.setAttribute("aria-expanded", String(!away));
  walk.fold.textContent = away ? "Show" : "Hide";
}

function inSight(card, byPointer) {
  card.scrollTop = 0;
  if (byPointer) return;
  card.focus({ preventScroll: true });
  const place = document.getElementById(card.dataset.mark)?.getBoundingClientRect();
  const free = innerHeight - card.offsetHeight - document.getElementById("walk").offsetHeight;
  if (place && (place.top < 0 || place.bottom > free - 2 * EDGE)) scrollBy(0, place.top - free / 3);
}

function fold(except) {
  for (const card of document.querySelectorAll(".card.open")) if (card !== except) card.classList.remove("open");
}

document.addEventListener("pointerdown", () => (held = true), true);
document.addEventListener("click", () => {
  held = false;
  fold(current());
});
document.addEventListener("pointercancel", () => (held = false), true);

export function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  undoneIsRead();
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) return choose(next);
  if (!all.length) return tell("There is no card on this page.");
  const link = document.querySelector(`.pages a[rel="${by > 0 ? "next" : "prev"}"]`);
  if (link) return link.click();
  tell(by > 0 ? "That was the last one." : "This is the first one.");
}

// What one goes to next: what is open, or was answered and not decided since; of what was checked against nothing named, what still names nothing.
export function waits(card) {
  if (board.dataset.show !== "bare") return ["open", "answered"].includes(card.dataset.state);
  return card.dataset.state === "fine" && !field(card, "against").defaultValue;
}

export function next(card) {
  const open = following(card);
  if (open) return choose(open);
  whenAnswered(() => pageDone(card));
}

function following(card) {
  const all = cards();
  const at = all.indexOf(card);
  return [...all.slice(at + 1), ...all.slice(0, at)].find((one) => waits(one) && !one.dataset.pending);
}

// The same where nothing was decided: the card may be open itself, and nobody leaves the page for that.
export function nextOpen(card) {
  const open = following(card);
  if (open) choose(open);
  else tell("Nothing else is open on this page.");
}

// The next page is made from what the desk has heard, so nobody goes there before it has heard all. What it did not take,
// or asks about, is decided here first; and where all is done there is nothing to go to.
function pageDone(card) {
  if (presses.length) return; // what was pressed since leads on by itself
  if (current() !== card || document.activeElement.matches("input, textarea")) return; // somebody is at work elsewhere by now
  if (wentWrong() || document.querySelector(".conflict") || cards().some((one) => one !== card && waits(one))) return;
  if (board.dataset.show !== "bare" && !document.getElementById("cleared").hidden) return;
  const link = document.querySelector('.pages a[rel="next"]');
  if (link && (filtered() || listed("open") + listed("answered"))) return link.click();
  const call = cards().find(calls);
  if (call) return choose(call);
  if (listed("todo") && !filtered()) location.assign(`${location.pathname}?state=todo`); // whichever page it is on
}

// How many of all the article's are in a state, as the choice of what to show says it.
const listed = (state) => Number(document.querySelector(`.filters select[name="state"] option[value="${state}"]`).textContent.match(/\d+/)?.[0] ?? 0);
const filtered = () => !["", "todo"].includes(board.dataset.show) || ["what", "severity", "code", "speaker", "origin"].some((name) => new URLSearchParams(location.search).get(name));

const calls = (card) => card.dataset.state === "call";
export const firstLeft = () => cards().find(waits) ?? cards().find(calls);

document.getElementById("walk").hidden = !cards().length;
document.getElementById("walk-back").addEventListener("click", () => step(-1));
document.getElementById("walk-on").addEventListener("click", () => step(1));
// Where nothing is chosen, as in a finished article, what Show shows is the first card.
walk.fold.addEventListener("click", () => (current() ? putBy(!document.body.classList.contains("put-by")) : step(1)));
walk.at.textContent = `${board.dataset.total} in all`;
putBy(true);
