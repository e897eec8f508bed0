// What is being read just now: it stands above the cards, and what is decided with nothing of its own is checked against it.

import { article, column, field } from "./board.js";

const bar = document.getElementById("source");
const against = document.getElementById("against");
const place = document.getElementById("place");
const KEPT_AS = `verifier-against-${article}`;

bar.hidden = false;
against.value = localStorage.getItem(KEPT_AS) ?? "";
against.addEventListener("input", () => localStorage.setItem(KEPT_AS, against.value));

export const room = () => Math.min(column.clientHeight, innerHeight) - bar.offsetHeight;

// Where something stands in a source is true of that one fact alone.
export const leavePlace = () => (place.value = "");

// Checked against what stands beside it, where that confirms it (or has it otherwise, of what is to be mended); else
// against what is being read just now. What a call was answered about is checked against whoever answered.
export function bearing(card, state) {
  const of = card.dataset;
  const dropped = card.querySelector(".beside")?.hidden;
  const beside = { fine: [of.against, of.place], mend: dropped ? [] : [of.otherwise, of.otherwisePlace] }[state];
  if (!beside || field(card, "against").value || field(card, "answer").value) return null;
  if (beside[0]) return beside;
  if (!against.value) return null;
  const read = [against.value, place.value];
  leavePlace();
  return read;
}
