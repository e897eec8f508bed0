// What was decided in another window meanwhile, and what has come. What is being typed stays as it is.

import { article, board, byItem, field, unsaved } from "./board.js";
import { fill, knowPeople, show } from "./showing.js";
import { alarm, tell } from "./telling.js";
import { presses } from "./turns.js";

let seen = board.dataset.digest;
async function refresh() {
  const answer = await fetch(`/article/${article}/states`).catch(() => null);
  if (!answer?.ok) return;
  const now = await answer.json();
  if (now.digest !== seen) {
    seen = now.digest;
    alarm("version", seen === board.dataset.digest ? "" : "Another version of this article is on the desk by now: reload the page.");
  }
  news(now.news);
  knowPeople(now.colours);
  for (const one of now.standings) {
    const card = byItem(one.kind, one.key);
    if (!card || Number(field(card, "version").value) >= one.version) continue;
    // What is being typed stays on its old version, so that saving it shows both.
    if (unsaved(card) || card.querySelector(".kept").textContent || presses.some((press) => press.card === card)) continue;
    fill(card, one.fields);
    show(card, one);
  }
  const signs = document.getElementById("signs");
  if (now.signs === signs.dataset.signs) return;
  signs.firstElementChild.textContent = now.signs || now.lapsed;
  signs.dataset.signs = now.signs;
  tell("Who has checked this article is no longer what it was: reload the page.");
}

// A newer file is offered above the cards, and nothing on the page changes before somebody takes it.
const newer = document.getElementById("newer");
function news(says) {
  const about = newer.querySelector("[role=status]");
  if (says && (newer.hidden || about.textContent !== says)) tell(`${says} It can be taken above the cards.`);
  about.textContent = says;
  newer.hidden = !says;
}

const LOOKS = 20_000; // milliseconds from one look to the next, while the page is looked at
setInterval(() => document.visibilityState === "visible" && refresh(), LOOKS);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
window.addEventListener("focus", refresh);
