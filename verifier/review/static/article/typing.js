// What is typed is kept as it is typed, on the disk, before anything is decided.

import { had } from "../unsent.js";
import { article, board, cards, field, form, KEPT, unsaved, written, WRITTEN } from "./board.js";
import { asForm } from "./sending.js";
import { alarm } from "./telling.js";

const timers = new Map();
export function keepSoon(card) {
  stopKeeping(card);
  timers.set(card, setTimeout(() => keep(card), 250));
}

export function stopKeeping(card) {
  clearTimeout(timers.get(card));
  timers.delete(card);
}

const keeping = new Map();
export const onItsWay = (card) => keeping.get(card);

export function keep(card, leaving = false) {
  const going = send(card, leaving);
  keeping.set(card, going);
  going.finally(() => keeping.get(card) === going && keeping.delete(card));
}

async function send(card, leaving) {
  stopKeeping(card);
  const sent = asForm(form(card));
  const words = written(card);
  const kept = card.querySelector(".kept");
  try {
    const answer = await fetch(`/article/${article}/draft`, {
      method: "POST", body: sent, headers: { Accept: "application/json" }, keepalive: leaving,
    });
    if (answer.ok) keptAs(card, words);
    kept.textContent = answer.ok ? KEPT : "NOT kept: the desk refused it";
    alarm("words", answer.ok ? "" : "What you typed is NOT kept: the desk refused it.");
  } catch {
    kept.textContent = "NOT kept: the desk does not answer";
    alarm("words", "What you typed is NOT kept: the desk does not answer. It is sent again until it does; leave this page open.");
    timers.set(card, setTimeout(() => keep(card), 2_000));
  }
}

// What the desk has need not be kept here, too, unless somebody has written on.
function keptAs(card, words) {
  if (WRITTEN.every((name) => field(card, name).value === words[name])) had(form(card));
}

board.addEventListener("input", (event) => {
  const card = event.target.closest("form.decide")?.closest(".card");
  if (card && WRITTEN.includes(event.target.name)) keepSoon(card);
});

// What the page before this one could not send any more.
for (const card of cards()) if (unsaved(card)) keepSoon(card);
