// What was decided in another window meanwhile. What is being typed stays as it is.

import { article, board, byItem, field, unsaved } from "./board.js";
import { fill, show } from "./showing.js";
import { tell } from "./telling.js";
import { presses } from "./turns.js";

async function refresh() {
  const answer = await fetch(`/article/${article}/states`).catch(() => null);
  if (!answer?.ok) return;
  const now = await answer.json();
  if (now.digest !== board.dataset.digest) tell("A newer version of this article is on the desk: reload the page.");
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

document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
window.addEventListener("focus", refresh);
