// The findings of one article by keyboard, decided on without loading the page anew. Without this script every form
// works as it stands. Text is only ever set as text.
"use strict";

const board = document.querySelector(".board");
const reading = document.querySelector(".reading");
const said = document.getElementById("said");
const help = document.getElementById("help");
const keysOn = document.getElementById("keys-on");
const OFF = "verifier-keys-off";

const cards = () => Array.from(document.querySelectorAll(".card[data-state]"));
const byKey = (key) => cards().find((card) => field(card, "key").value === key);
const field = (card, name) => card.querySelector(`form.decide [name="${name}"]`);
const current = () => document.querySelector(".card.current");

function tell(words) {
  said.textContent = words;
}

// Where the pointer chose, nothing may move under it: the button it is about to press would slip away.
function choose(card, byPointer = false) {
  if (!card) return;
  current()?.classList.remove("current");
  for (const mark of document.querySelectorAll(".lit")) mark.classList.remove("lit");
  card.classList.add("current");
  if (!byPointer) {
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }
  for (const mark of document.querySelectorAll(`.words a[href="#${card.id}"]`)) mark.classList.add("lit");
  const place = document.getElementById(card.dataset.mark);
  // Only where the text scrolls by itself: where it stands below the cards, going there would lose the card.
  if (place && reading.scrollHeight > reading.clientHeight) {
    reading.scrollTop += place.getBoundingClientRect().top - reading.getBoundingClientRect().top - reading.clientHeight / 3;
  }
}

function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) return choose(next);
  const link = document.querySelector(`.pages a[rel="${by > 0 ? "next" : "prev"}"]`);
  if (link) return link.click();
  tell(by > 0 ? "That was the last finding." : "This is the first finding.");
}

function show(card, now) {
  card.dataset.state = now.state;
  field(card, "version").value = now.version;
  for (const button of card.querySelectorAll('button[name="state"]')) {
    button.setAttribute("aria-pressed", String(button.value === now.state));
    if (button.value === "open") button.hidden = now.state === "open";
  }
  card.querySelector(".standing").textContent = now.version ? now.says : "";
  for (const mark of document.querySelectorAll(`.words a[href="#${card.id}"]`)) {
    mark.className = mark.className.replace(/\bis-[a-z-]+/, `is-${now.state}`);
  }
  progress(now);
}

function progress(now) {
  document.getElementById("progress").value = now.decided;
  const words = document.getElementById("progress-words");
  words.textContent = words.textContent.replace(/^[\d,]+ of/, `${now.decided.toLocaleString("en")} of`);
}

async function send(form, state) {
  const sent = new URLSearchParams(new FormData(form));
  if (state !== undefined) sent.set("state", state);
  try {
    const answer = await fetch(form.action, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    const now = await answer.json();
    if (!answer.ok && !now.changed) throw new Error(now.problem);
    return now;
  } catch (problem) {
    tell(`Not saved: ${problem.message || "the desk does not answer"}`);
    return null;
  }
}

// One after the other, so that keys pressed fast are decided in their order.
let waiting = Promise.resolve();
function decide(card, state, onward) {
  waiting = waiting.then(() => decideNow(card, state, onward));
}

async function decideNow(card, state, onward) {
  const now = await send(card.querySelector("form.decide"), state);
  if (!now) return;
  card.querySelector(".conflict")?.remove();
  if (now.changed) return conflict(card, now.changed, state);
  show(card, now);
  tell(now.says);
  if (onward && current() === card) {
    const all = cards();
    choose(all.slice(all.indexOf(card) + 1).find((next) => next.dataset.state === "open"));
  }
}

function conflict(card, theirs, mine) {
  show(card, theirs);
  const box = made("div", "conflict", "");
  box.setAttribute("role", "alert");
  box.append(made("p", "", `Changed meanwhile. Theirs: ${theirs.says}${theirs.note ? `, “${theirs.note}”` : ""}.`));
  const note = field(card, "note").value;
  const button = card.querySelector(`button[name="state"][value="${mine}"]`);
  box.append(made("p", "", `Yours, not saved: ${button.textContent}${note ? `, “${note}”` : ""}.`));
  const keep = made("button", "", "Keep theirs");
  keep.type = "button";
  keep.addEventListener("click", () => {
    field(card, "note").value = theirs.note;
    box.remove();
    choose(card);
  });
  const put = made("button", "", "Put mine in its place");
  put.type = "button";
  put.addEventListener("click", () => decide(card, mine, false));
  box.append(keep, put);
  card.append(box);
  keep.focus();
}

function made(name, look, words) {
  const element = document.createElement(name);
  element.className = look;
  element.textContent = words;
  return element;
}

function undo() {
  waiting = waiting.then(async () => {
    const now = await send(document.querySelector("form.undo"));
    if (!now) return;
    if (now.nothing) return tell("There is nothing of yours to undo here.");
    if (now.changed) return tell(`Not undone: ${now.changed.says} meanwhile.`);
    const card = now.kind === "finding" && byKey(now.key);
    if (!card) return location.reload();
    show(card, now);
    field(card, "note").value = now.note;
    choose(card);
    tell(`Undone: ${now.says}`);
  });
}

// What was decided in another window meanwhile. A note that is being written stays as it is.
async function refresh() {
  const answer = await fetch(`/article/${board.dataset.article}/states`).catch(() => null);
  if (!answer?.ok) return;
  for (const now of (await answer.json()).standings) {
    const card = now.kind === "finding" && byKey(now.key);
    if (!card || Number(field(card, "version").value) >= now.version) continue;
    const note = field(card, "note");
    if (note.value !== note.defaultValue) continue; // stays on its old version, so that saving it shows both
    note.value = note.defaultValue = now.note;
    show(card, now);
  }
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  c: () => current() && decide(current(), "confirmed", true),
  d: () => current() && decide(current(), "dismissed", true),
  n: () => current() && decide(current(), "needs-a-call", true),
  e: () => current() && field(current(), "note").focus(),
  u: undo,
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  const writing = event.target.matches("textarea, input:not([type=checkbox]), select");
  if (writing && event.key === "Escape") return choose(event.target.closest(".card") || current());
  if (writing || help.open || event.ctrlKey || event.metaKey || event.altKey || !keysOn.checked) return;
  const act = KEYS[event.key];
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
  const mark = event.target.closest('.words a[href^="#"]');
  const card = mark ? document.getElementById(mark.hash.slice(1)) : event.target.closest(".card");
  if (!card || card === current()) return;
  if (mark) event.preventDefault();
  choose(card, !mark);
});

board.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (card && card !== current()) choose(card, true);
});

for (const select of document.querySelectorAll(".filters select")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

const opener = document.querySelector(".help-opener");
opener.hidden = false;
opener.addEventListener("click", () => help.showModal());
keysOn.checked = localStorage.getItem(OFF) === null;
keysOn.addEventListener("change", () => {
  if (keysOn.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
});

document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
window.addEventListener("focus", refresh);

choose(document.getElementById(location.hash.slice(1))?.closest?.(".card"));
