// Undo: the last thing done here by whoever sits here, whatever it was.

import { byItem, KEPT } from "./board.js";
import { asForm, post } from "./sending.js";
import { fill, show } from "./showing.js";
import { tellUndone } from "./telling.js";
import { inTurn } from "./turns.js";
import { choose } from "./walking.js";

let below = ""; // what others have worked on since stays; the next press undoes what was done before it
export const undoFromTheLast = () => (below = "");

export function undo() {
  inTurn(async () => {
    const undoForm = document.querySelector("form.undo");
    const sent = asForm(undoForm);
    sent.set("below", below);
    const now = await post(undoForm.action, sent);
    if (!now) return;
    if (now.nothing) return tellUndone("There is nothing of yours to undo here.");
    if (now.changed) {
      below = now.step || "";
      return tellUndone(now.refused);
    }
    undoFromTheLast();
    const card = byItem(now.kind, now.key);
    if (now.to) return location.assign(now.to);
    if (!card) return location.assign(`${location.pathname}?undone=${now.by}`);
    for (const one of [now, ...(now.along ?? [])]) {
      const its = byItem(one.kind, one.key);
      if (!its) continue;
      fill(its, one.fields);
      show(its, one);
      if (one.kept) its.querySelector(".kept").textContent = KEPT;
    }
    tellUndone(now.undone); // it takes the foot of the screen, and the card comes to stand above it
    choose(card);
  });
}
