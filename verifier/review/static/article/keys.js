// The keys, and what is clicked on the board.

import { board, cards, current, field, form, rewords, unsaved } from "./board.js";
import { decide } from "./deciding.js";
import { nothingMended, onCard, whyNotTaken } from "./idle.js";
import { markSelection } from "./marking.js";
import { tell } from "./telling.js";
import { decided, whenAnswered } from "./turns.js";
import { keep } from "./typing.js";
import { undo } from "./undoing.js";
import { choose, next, nextOpen, step } from "./walking.js";

const help = document.getElementById("help");
const keysOn = document.getElementById("keys-on");
const OFF = "verifier-keys-off";

const FOR = { wording: "mend", against: "fine", place: "fine" };
const ruled = (state) => onCard((card) => decide(card, state, true));

// A call that nobody has answered is not ticked by a key too many.
let warned = null;
function tick(card) {
  const unanswered = decided(card) === "call" && !field(card, "answer").value.trim() && warned !== card;
  warned = unanswered ? card : null;
  if (unanswered) tell("The call is not answered: c writes the answer, f once more ticks it all the same.");
  else decide(card, "fine", true);
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  m: ruled("mend"),
  f: onCard(tick),
  x: ruled("false-alarm"),
  t: onCard((card) => {
    const take = card.querySelector(".take:not([hidden])");
    if (take) take.click();
    else tell(whyNotTaken(card));
  }),
  c: onCard((card) => {
    const whom = field(card, "whom");
    if (whom.value && decided(card) === "call") {
      card.querySelector("details.call").open = true;
      return field(card, "answer").focus();
    }
    if (whom.value) return decide(card, "call", true);
    decide(card, "call", false);
    card.querySelector("details.call").open = true;
    whom.focus();
    // Where somebody is to be called about these words anyhow, his name is there by now.
    whenAnswered(() => whom.value && whom.value === whom.defaultValue && document.activeElement === whom && next(card));
  }),
  e: onCard((card) => field(card, "wording").focus()),
  a: markSelection,
  s: () => {
    const settle = document.getElementById("settle");
    if (settle) settle.click();
    else tell(nothingMended);
  },
  u: undo,
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  const writing = event.target.matches("textarea, input:not([type=checkbox]), select");
  const card = event.target.closest?.(".card[data-state]");
  if (writing && event.key === "Escape") return choose(card || current() || cards()[0]);
  const line = event.target.matches("input, textarea[data-line]"); // it grows, and is one line all the same
  if (writing && event.key === "Enter" && line && !form(card)?.contains(event.target)) {
    if (!event.target.matches("textarea")) return;
    event.preventDefault();
    return event.target.form.requestSubmit(event.target.form.querySelector("button"));
  }
  if (writing && event.key === "Enter" && line) {
    event.preventDefault(); // Enter decides what the field is for
    const calls = event.target.closest("details.call");
    // What is to read otherwise goes on the author's list, wherever it is decided; a call is made before.
    const state = calls ? "call" : rewords(card) ? "mend" : FOR[event.target.name];
    choose(card);
    // A number, an attempt and an answer are part of a call that may go on; everything else is done with it.
    const onward = !["telephone", "attempt", "answer"].includes(event.target.name);
    if (state && (calls || rewords(card) || event.target.value.trim())) decide(card, state, onward);
    return;
  }
  if (writing && event.key === "Enter" && (event.ctrlKey || event.metaKey) && card && event.target.matches("textarea")) {
    event.preventDefault();
    choose(card);
    if (rewords(card)) return decide(card, "mend", true);
    if (unsaved(card)) keep(card);
    return nextOpen(card);
  }
  if (writing || document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey || !keysOn.checked) return;
  const act = KEYS[event.getModifierState("CapsLock") ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

board.addEventListener("submit", (event) => {
  if (event.target.matches("form.decide")) {
    event.preventDefault();
    const card = event.target.closest(".card");
    choose(card, true);
    decide(card, event.submitter?.value ?? card.dataset.state, false);
  } else if (event.target.matches("form.undo")) {
    event.preventDefault();
    undo();
  }
});

board.addEventListener("click", (event) => {
  const take = event.target.closest(".take");
  if (take) {
    const card = take.closest(".card");
    field(card, "wording").value = take.dataset.take;
    return decide(card, "mend", true);
  }
  const mark = event.target.closest('.words a[href^="#"]');
  if (mark && !getSelection().isCollapsed) return event.preventDefault();
  const card = mark ? document.getElementById(mark.hash.slice(1)) : event.target.closest(".card[data-state]");
  if (!card || card === current()) return;
  if (mark) event.preventDefault();
  choose(card, !mark);
});

board.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card[data-state]");
  if (card && card !== current()) choose(card, true);
});

const opener = document.querySelector(".help-opener");
opener.hidden = false;
opener.addEventListener("click", () => help.showModal());
keysOn.checked = localStorage.getItem(OFF) === null;
keysOn.addEventListener("change", () => {
  if (keysOn.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
});
