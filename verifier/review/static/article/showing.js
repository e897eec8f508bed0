// What the desk has, put on the page: a card's state, its fields, how far the article is.

import { board, field, form, made, marksOf, saved, WRITTEN } from "./board.js";
import { readLocally } from "../clock.js";
import { hinders } from "./signing.js";

// Everybody's colour, as the page came or as the desk has said since.
let colours = new Map(Object.entries(JSON.parse(board.dataset.colours)));
export const knowPeople = (people) => (colours = new Map(Object.entries(people)));

function byWhom([before, who, after]) {
  const person = made("span", `person p${colours.get(who) ?? 0}`, "");
  person.append(made("bdi", "", who));
  return [before, person, after];
}

export function show(card, now) {
  card.dataset.state = now.state;
  card.dataset.by = now.version ? now.said[1] : "";
  field(card, "version").value = now.version;
  for (const button of form(card).querySelectorAll('.buttons button[name="state"], .stands button')) {
    button.setAttribute("aria-pressed", String(button.value === now.state || (button.value === "call" && now.state === "answered")));
    if (button.value === "open") {
      button.removeAttribute("aria-pressed");
      button.hidden = now.state === "open";
    }
    if (button.value === "gone") button.removeAttribute("aria-pressed");
  }
  card.querySelector(".standing").replaceChildren(...(now.version ? byWhom(now.said) : []));
  card.querySelector(".kept").textContent = "";
  card.querySelector("details.call").open = now.state === "call" || now.state === "answered" || Boolean(now.fields.answer || now.attempts.length);
  if (!now.edited) card.querySelector(".edited")?.remove();
  const attempts = card.querySelector(".attempts");
  attempts.replaceChildren(...now.attempts.map(attempt));
  // What was called a false alarm is nothing that a source has otherwise, on the fact's card neither.
  if (card.dataset.kind === "finding") {
    for (const one of board.querySelectorAll(`[data-finding="${CSS.escape(card.dataset.key)}"]`)) one.hidden = now.state === "false-alarm";
  }
  // Where marks lie over each other the innermost one's state is shown.
  for (const mark of marksOf(card)) {
    if (mark.dataset.of.split(" ")[0] === card.dataset.of) mark.className = mark.className.replace(/\bis-[a-z-]+/, `is-${now.state}`);
  }
  progress(now);
}

// What the desk has now, except where somebody has written on since the fields read as in ``seen``.
export function fill(card, fields, seen = saved(card)) {
  for (const name of WRITTEN) {
    const one = field(card, name);
    const mine = one.value;
    one.value = one.defaultValue = fields[name] ?? "";
    if (mine !== seen[name]) one.value = mine;
  }
}

function progress(now) {
  document.getElementById("progress").value = now.decided;
  document.getElementById("progress-words").textContent = now.progress;
  document.getElementById("warned").textContent = now.warned;
  document.getElementById("cleared").hidden = !now.cleared;
  document.querySelector("#cleared .cleared").textContent = now.outcome;
  hinders(now.hinders);
  for (const one of document.querySelectorAll(".hand-over .sign")) one.hidden = !now.cleared;
  for (const one of document.querySelectorAll(".hand-over .not-yet")) one.hidden = now.cleared;
  for (const one of document.querySelectorAll(".how-far")) one.textContent = now.progress;
  for (const [which, says] of [["still", now.still], ["bare", now.warned]]) {
    for (const one of document.querySelectorAll(`.hand-over .${which}`)) {
      one.hidden = !now.cleared || !says;
      one.querySelector("a").textContent = says;
    }
  }
  for (const option of document.querySelectorAll('.filters select[name="state"] option[value]:not([value=""])')) {
    if (option.value in now.counts) option.textContent = option.textContent.replace(/\(\d+\)/, `(${now.counts[option.value]})`);
  }
}

function attempt(one) {
  const line = made("li", "", ` ${one.by}: ${one.what}`);
  const time = made("time", "", one.at);
  time.dateTime = one.at;
  readLocally(time);
  line.prepend(time);
  return line;
}
