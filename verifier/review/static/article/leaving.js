// Whoever leaves the page loses nothing: what is typed, and what was decided by keys pressed fast, goes out before it.

import { cards, field, form, saved, WRITTEN } from "./board.js";
import { decision } from "./deciding.js";
import { presses } from "./turns.js";
import { keep } from "./typing.js";

addEventListener("pagehide", () => {
  const last = new Map(presses.filter((one) => !one.sent).map((one) => [one.card, one]));
  for (const card of cards()) {
    const sent = presses.findLast((one) => one.card === card)?.now ?? saved(card);
    if (WRITTEN.some((name) => field(card, name).value !== sent[name])) keep(card, true);
  }
  // What was decided by keys pressed fast and has not had its turn: it goes out before the page does. Where the desk is
  // writing another decision on the same just now, it keeps the words of this one.
  for (const press of last.values()) {
    const sent = decision(press);
    sent.set("leaving", "yes");
    fetch(form(press.card).action, { method: "POST", body: sent, headers: { Accept: "application/json" }, keepalive: true });
    press.sent = true;
  }
});
