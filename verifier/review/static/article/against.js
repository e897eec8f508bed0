// What is being read just now: it stands above the cards, and what is decided with nothing of its own is checked against it.

import { whose } from "../unsent.js";
import { article, byItem, column, current, field } from "./board.js";

const bar = document.getElementById("source");
const against = document.getElementById("against");
const place = document.getElementById("place");
const KEPT_AS = `verifier-against\n${whose}\n${article}`;
const PLACE_AS = `verifier-place\n${whose}\n${article}`;

bar.hidden = false;
against.value = localStorage.getItem(KEPT_AS) ?? "";
against.addEventListener("input", () => localStorage.setItem(KEPT_AS, against.value));

export const room = () => Math.min(column.clientHeight, innerHeight) - bar.offsetHeight;

// Where something stands in a source is true of that one fact alone.
place.addEventListener("input", () => {
  const card = current();
  if (card) localStorage.setItem(PLACE_AS, JSON.stringify([card.dataset.kind, card.dataset.key, place.value]));
});

export function leavePlace() {
  place.value = "";
  localStorage.removeItem(PLACE_AS);
}

// The fact for which a place was written when the page was loaded anew; it stands there again.
export function placed() {
  const [kind, key, where] = JSON.parse(localStorage.getItem(PLACE_AS)) ?? [];
  const card = where && byItem(kind, key);
  if (card) place.value = where;
  return card;
}

// Checked against what stands beside it, where that confirms it (or has it otherwise, of what is to be mended); else
// against what is being read just now. What a call was answered about is checked against whoever answered. What a source
// denies is not fine against whatever is being read: who has found it borne out says on its card by what.
export function bearing(card, state) {
  const of = card.dataset;
  const dropped = card.querySelector(".beside")?.hidden;
  const beside = { fine: [of.against, of.place], mend: dropped ? [] : [of.otherwise, of.otherwisePlace] }[state];
  if (!beside || field(card, "against").value || field(card, "answer").value) return null;
  if (beside[0]) return beside;
  const denied = state === "fine" && of.otherwise && !dropped;
  if (!against.value || denied) return null;
  const read = [against.value, place.value];
  leavePlace();
  return read;
}
