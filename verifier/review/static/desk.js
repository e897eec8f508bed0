// The facts and findings of one article by keyboard, decided on without loading the page anew. Without this script every
// form works as it stands. Text is only ever set as text.
"use strict";

const board = document.querySelector(".board");
const reading = document.querySelector(".reading");
const words = document.querySelector(".words");
const said = document.getElementById("said");
const help = document.getElementById("help");
const came = document.getElementById("came");
const keysOn = document.getElementById("keys-on");
const EDGE = 16; // what is left free above and below a chosen card
const column = document.querySelector(".cards");
const bar = document.getElementById("source");
const markForm = document.getElementById("mark-form");
const source = { against: document.getElementById("against"), place: document.getElementById("place") };
const OFF = "verifier-keys-off";
const SOURCE = `verifier-against-${board.dataset.article}`;
const KEPT = "kept, not decided";
const TYPED = ["wording", "against", "place", "note", "whom", "telephone", "answer"];
const WRITTEN = [...TYPED, "attempt"]; // what a hand writes; an attempt that is on the disk is in a field no more

const cards = () => Array.from(document.querySelectorAll(".card[data-state]"));
const byItem = (kind, key) => cards().find((card) => card.dataset.kind === kind && card.dataset.key === key);
const form = (card) => card.querySelector("form.decide");
const field = (card, name) => form(card).elements.namedItem(name);
const written = (card) => Object.fromEntries(WRITTEN.map((name) => [name, field(card, name).value]));
const saved = (card) => Object.fromEntries(WRITTEN.map((name) => [name, field(card, name).defaultValue]));
const unsaved = (card) => WRITTEN.some((name) => field(card, name).value !== field(card, name).defaultValue);
const current = () => document.querySelector(".card.current");
const marksOf = (card) => document.querySelectorAll(`.words [data-of~="${CSS.escape(card.dataset.of)}"]`);

document.body.classList.add("scripted");

function tell(what) {
  said.textContent = what;
  undone.textContent = "";
}

// What an undo did stands at the foot of the screen, wherever one reads, until the next thing is done or told.
const undone = document.getElementById("undone");
function tellUndone(what) {
  tell("");
  undone.textContent = what;
}
undone.addEventListener("click", () => tellUndone(""));

// What went wrong stays in sight until it is right again: the column may be scrolled anywhere.
const alarmed = document.getElementById("alarm");
const wrong = { decision: "", words: "" };
function alarm(about, what) {
  wrong[about] = what;
  alarmed.textContent = Object.values(wrong).filter(Boolean).join(" ");
  alarmed.hidden = !alarmed.textContent;
}

// Where the pointer chose, nothing may move under it before it is let go: the button would slip away.
let held = false;
function choose(card, byPointer = false) {
  if (!card) return;
  if (current() && card !== current()) source.place.value = ""; // where something stands in a source is true of that one alone
  for (const before of document.querySelectorAll(".card.current")) before.classList.remove("current");
  if (!held) fold(card);
  for (const mark of document.querySelectorAll(".lit")) mark.classList.remove("lit");
  card.classList.add("current", "open");
  for (const mark of marksOf(card)) if (mark.matches("a")) mark.classList.add("lit");
  walked(card);
  if (NARROW.matches) return inSight(card, byPointer);
  if (!byPointer) {
    card.focus({ preventScroll: true });
    // A card that is higher than the column begins where it begins: its head must not lie beyond the edge.
    const room = Math.min(column.clientHeight, innerHeight) - bar.offsetHeight - 2 * EDGE;
    card.scrollIntoView({ block: card.offsetHeight > room ? "start" : "nearest" });
  }
  const place = document.getElementById(card.dataset.mark);
  // Only where the text scrolls by itself: where it stands below the cards, going there would lose the card.
  if (place && reading.scrollHeight > reading.clientHeight) {
    reading.scrollTop += place.getBoundingClientRect().top - reading.getBoundingClientRect().top - reading.clientHeight / 3;
  }
}

// On a phone the article has the page, and the chosen card the foot of the screen.
const NARROW = matchMedia("(max-width: 60rem)");
const walk = { at: document.getElementById("walk-at"), fold: document.getElementById("walk-fold") };
function walked(card) {
  const all = cards();
  walk.at.textContent = `${all.indexOf(card) + 1} of ${all.length}`;
  putBy(false);
}

function putBy(away) {
  document.body.classList.toggle("put-by", away);
  walk.fold.setAttribute("aria-expanded", String(!away));
  walk.fold.textContent = away ? "Show" : "Hide";
}

function inSight(card, byPointer) {
  card.scrollTop = 0;
  if (byPointer) return;
  card.focus({ preventScroll: true });
  const place = document.getElementById(card.dataset.mark)?.getBoundingClientRect();
  const free = innerHeight - card.offsetHeight - document.getElementById("walk").offsetHeight;
  if (place && (place.top < 0 || place.bottom > free - 2 * EDGE)) scrollBy(0, place.top - free / 3);
}

function fold(except) {
  for (const card of document.querySelectorAll(".card.open")) if (card !== except) card.classList.remove("open");
}

document.addEventListener("pointerdown", () => (held = true), true);
document.addEventListener("click", () => {
  held = false;
  fold(current());
});
document.addEventListener("pointercancel", () => (held = false), true);

function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) return choose(next);
  const link = document.querySelector(`.pages a[rel="${by > 0 ? "next" : "prev"}"]`);
  if (link) return link.click();
  tell(by > 0 ? "That was the last one." : "This is the first one.");
}

function show(card, now) {
  card.dataset.state = now.state;
  field(card, "version").value = now.version;
  for (const button of form(card).querySelectorAll('.buttons button[name="state"], .stands button')) {
    button.setAttribute("aria-pressed", String(button.value === now.state || (button.value === "call" && now.state === "answered")));
    if (button.value === "open") {
      button.removeAttribute("aria-pressed");
      button.hidden = now.state === "open";
    }
    if (button.value === "gone") button.removeAttribute("aria-pressed");
  }
  card.querySelector(".standing").textContent = now.version ? now.says : "";
  card.querySelector(".kept").textContent = "";
  card.querySelector("details.call").open = now.state === "call" || now.state === "answered" || Boolean(now.fields.answer || now.attempts.length);
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
function fill(card, fields, seen = saved(card)) {
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
    option.textContent = option.textContent.replace(/\(\d+\)/, `(${now.counts[option.value]})`);
  }
}

async function post(address, sent) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body: sent, headers: { Accept: "application/json" }, keepalive: true });
    const now = await answer.json();
    if (!answer.ok && !now.changed) throw new Error(now.problem);
    alarm("decision", "");
    return now;
  } catch (problem) {
    tell("Not saved.");
    alarm("decision", `Not saved: ${answer ? problem.message : "the desk does not answer. Is it still running? Decide again when it is."}`);
    return null;
  }
}

// One after the other, so that keys pressed fast are decided in their order. A key moves on at once; what could not be
// saved is told, and comes back. What is decided is what stood there when it was pressed, whatever is written since.
let waiting = Promise.resolve();
const presses = []; // those that the desk has not answered yet, in their order
const decided = (card) => presses.findLast((one) => one.card === card)?.state ?? card.dataset.state;

const folded = (text) => text.split(/\s+/).join(" ").replace(/^[\s“”"]+|[\s“”"]+$/g, "");
const rewords = (card) => Boolean(folded(field(card, "wording").value)) && folded(field(card, "wording").value) !== folded(card.dataset.printed);
const mates = (card) => (card.dataset.along ?? "").split(" ").map((ref) => byItem(...ref.split(":"))).filter(Boolean);

// What is fine reads as it is printed: a correction that stands on the card, or is being typed beside what is decided along
// with it, is dropped by nobody who has not been asked.
function decide(card, state, onward) {
  const typed = ["fine", "false-alarm"].includes(state) && [card, ...mates(card).filter((one) => state === "fine" && decided(one) === "open")].find(rewords);
  if (typed) return askWhich(card, state, onward, typed);
  decideSo(card, state, onward);
}

function askWhich(card, state, onward, typed) {
  card.querySelector(".asks")?.remove();
  const box = made("div", "conflict asks", "");
  box.setAttribute("role", "alert");
  box.append(made("p", "", `It was to read “${field(typed, "wording").value.trim()}”. Which is it?`));
  const mend = made("button", "", "Mend: it should read so");
  const drop = made("button", "", `${state === "fine" ? "Checked, fine" : "False alarm"}: as it is printed`);
  mend.type = drop.type = "button";
  mend.addEventListener("click", () => decideSo(typed, "mend", onward));
  drop.addEventListener("click", () => {
    field(typed, "wording").value = "";
    if (typed !== card) keepSoon(typed);
    decideSo(card, state, onward);
  });
  box.append(mend, drop);
  card.append(box);
  mend.focus();
}

function decideSo(card, state, onward) {
  card.querySelector(".asks")?.remove();
  const press = { card, state, onward, now: written(card), before: saved(card), source: bearing(card, state), sent: false };
  presses.push(press);
  // What is decided along with a card is no more to be decided by itself; a false alarm checks no fact.
  const all = [card, ...(state === "false-alarm" ? [] : mates(card))];
  if (onward) {
    for (const one of all) one.dataset.pending = "yes";
    next(card);
  }
  waiting = waiting.then(() => decideNow(press)).finally(() => {
    presses.splice(presses.indexOf(press), 1);
    for (const one of all) delete one.dataset.pending;
  });
}

// Checked against what stands beside it, where that confirms it (or has it otherwise, of what is to be mended); else
// against what is being read just now. What a call was answered about is checked against whoever answered.
function bearing(card, state) {
  const { against, place, otherwise, otherwisePlace } = card.dataset;
  const dropped = card.querySelector(".beside")?.hidden;
  const beside = { fine: [against, place], mend: dropped ? [] : [otherwise, otherwisePlace] }[state];
  if (!beside || field(card, "against").value || field(card, "answer").value) return null;
  if (beside[0]) return beside;
  if (!source.against.value) return null;
  const read = [source.against.value, source.place.value];
  source.place.value = "";
  return read;
}

function decision({ card, state, now, before, source }) {
  const sent = new URLSearchParams(new FormData(form(card)));
  sent.set("state", state);
  // What nobody has written in stands there as the desk has it by now.
  for (const name of WRITTEN) sent.set(name, now[name] === before[name] ? field(card, name).defaultValue : now[name]);
  if (source && !sent.get("against") && !sent.get("answer")) {
    sent.set("against", source[0]);
    sent.set("place", source[1]);
  }
  return sent;
}

async function decideNow(press) {
  const { card, state } = press;
  press.sent = true;
  stopKeeping(card);
  await keeping.get(card); // words that are on their way must not come after the decision that holds them
  const now = await post(form(card).action, decision(press));
  if (!now || now.changed) putBack(press);
  if (!now) {
    choose(card);
    if (unsaved(card)) keepSoon(card);
    return;
  }
  card.querySelector(".conflict")?.remove();
  if (now.changed) return conflict(card, now.changed, state);
  if (now.state === "gone") return location.reload();
  // An attempt that a further press has seen, too, was made once.
  for (const one of presses) if (one !== press && one.card === card && one.now.attempt === press.now.attempt) one.now.attempt = "";
  fill(card, now.fields, press.now);
  show(card, now);
  if (unsaved(card)) keepSoon(card);
  for (const one of now.along ?? []) {
    const other = byItem(one.kind, one.key);
    if (other) {
      fill(other, one.fields);
      show(other, one);
      if (unsaved(other)) keepSoon(other);
    }
  }
  below = "";
  alarm("words", now.remark ?? "");
  // Who said that it is checked said it of something else: the top and the end of the page are shown anew.
  if (now.signs !== document.getElementById("signs").dataset.signs) return anew(card);
  if (press.onward && now.cleared && !document.activeElement.matches("input, textarea")) lead();
  tell(now.cleared ? `${now.says}. ${[now.warned, now.outcome].filter(Boolean).join(". ")}.` : now.says);
}

// It could not be saved: what it was to be decided with besides the card's own words stands on the card.
function putBack({ card, source }) {
  for (const [at, name] of ["against", "place"].entries()) if (source && !field(card, name).value) field(card, name).value = source[at] ?? "";
}

// What one goes to next: what is open, or was answered and not decided since; of what was checked against nothing named, what still names nothing.
function waits(card) {
  if (board.dataset.show !== "bare") return ["open", "answered"].includes(card.dataset.state);
  return card.dataset.state === "fine" && !field(card, "against").defaultValue;
}

function next(card) {
  const all = cards();
  const at = all.indexOf(card);
  const open = [...all.slice(at + 1), ...all.slice(0, at)].find((one) => waits(one) && !one.dataset.pending);
  if (open) return choose(open);
  const link = document.querySelector('.pages a[rel="next"]');
  if (link) waiting.finally(() => link.click());
}

function anew(card) {
  const to = new URL(location);
  to.searchParams.set("at", card.id.slice(1));
  to.hash = card.id;
  history.replaceState(null, "", to);
  location.reload();
}

// What was just done is told once, and not again whenever the page is loaded anew.
const address = new URL(location);
for (const told of ["undone", "settled"]) address.searchParams.delete(told);
if (address.href !== location.href) history.replaceState(null, "", address);

// The last is decided: what is left is to say that the article is checked.
function lead() {
  const over = document.getElementById("over");
  over.focus({ preventScroll: true });
  over.closest("section").scrollIntoView({ block: "nearest" });
}

function conflict(card, theirs, mine) {
  const yours = Object.fromEntries(TYPED.map((name) => [name, field(card, name).value]));
  show(card, theirs);
  const box = made("div", "conflict", "");
  box.setAttribute("role", "alert");
  const written = (fields) => TYPED.map((name) => fields[name]).filter(Boolean).map((one) => `, “${one}”`).join("");
  box.append(made("p", "", `Changed meanwhile. Theirs: ${theirs.says}${written(theirs.fields)}.`));
  const button = form(card).querySelector(`button[name="state"][value="${mine}"]`);
  box.append(made("p", "", `Yours, not saved: ${button?.firstChild.data ?? mine}${written(yours)}.`));
  const keep = made("button", "", "Keep theirs");
  keep.type = "button";
  keep.addEventListener("click", () => {
    fill(card, theirs.fields, written(card));
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

function attempt(one) {
  const line = made("li", "", ` ${one.by}: ${one.what}`);
  const time = made("time", "", one.at);
  time.dateTime = one.at;
  readLocally(time);
  line.prepend(time);
  return line;
}

function made(name, look, what) {
  const element = document.createElement(name);
  element.className = look;
  element.textContent = what;
  return element;
}

let below = ""; // what others have worked on since stays; the next press undoes what was done before it
function undo() {
  waiting = waiting.then(async () => {
    const undoForm = document.querySelector("form.undo");
    const sent = new URLSearchParams(new FormData(undoForm));
    sent.set("below", below);
    const now = await post(undoForm.action, sent);
    if (!now) return;
    if (now.nothing) return tellUndone("There is nothing of yours to undo here.");
    if (now.changed) {
      below = now.step || "";
      return tellUndone(now.refused);
    }
    below = "";
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
    choose(card);
    tellUndone(now.undone);
  });
}

// What is typed is kept as it is typed, on the disk, before anything is decided.
const timers = new Map();
function keepSoon(card) {
  stopKeeping(card);
  timers.set(card, setTimeout(() => keep(card), 250));
}

function stopKeeping(card) {
  clearTimeout(timers.get(card));
  timers.delete(card);
}

const keeping = new Map();
function keep(card, leaving = false) {
  const going = send(card, leaving);
  keeping.set(card, going);
  going.finally(() => keeping.get(card) === going && keeping.delete(card));
}

async function send(card, leaving) {
  stopKeeping(card);
  const sent = new URLSearchParams(new FormData(form(card)));
  const kept = card.querySelector(".kept");
  try {
    const answer = await fetch(`/article/${board.dataset.article}/draft`, {
      method: "POST", body: sent, headers: { Accept: "application/json" }, keepalive: leaving,
    });
    kept.textContent = answer.ok ? KEPT : "NOT kept: the desk refused it";
    alarm("words", answer.ok ? "" : "What you typed is NOT kept: the desk refused it.");
  } catch {
    kept.textContent = "NOT kept: the desk does not answer";
    alarm("words", "What you typed is NOT kept: the desk does not answer. It is sent again until it does; leave this page open.");
    timers.set(card, setTimeout(() => keep(card), 2_000));
  }
}

board.addEventListener("input", (event) => {
  const card = event.target.closest("form.decide")?.closest(".card");
  if (card && WRITTEN.includes(event.target.name)) keepSoon(card);
});
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

// What was decided in another window meanwhile. What is being typed stays as it is.
async function refresh() {
  const answer = await fetch(`/article/${board.dataset.article}/states`).catch(() => null);
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

// A stretch selected in the article, marked by hand.
function markSelection() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed || !words.contains(chosen.getRangeAt(0).commonAncestorContainer)) {
    return tell("Select words in the article first.");
  }
  const range = chosen.getRangeAt(0);
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = range.toString();
  const lead = text.length - text.trimStart().length;
  markForm.elements.start.value = Number(words.dataset.start) + [...before.toString()].length + lead;
  markForm.elements.words.value = text.trim().replace(/\s+/g, " "); // a field has one line; the desk finds them anyhow
  markForm.scrollIntoView({ block: "nearest" });
  markForm.elements.wording.focus();
  tell("Is it a fact to check, or something to mend?");
}

const FOR = { wording: "mend", against: "fine", place: "fine" };
const onCurrent = (state) => () => current() && decide(current(), state, true);
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  m: onCurrent("mend"),
  f: onCurrent("fine"),
  x: onCurrent("false-alarm"),
  t: () => current()?.querySelector(".take:not([hidden])")?.click(),
  c: () => {
    const card = current();
    if (!card) return;
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
    waiting.then(() => whom.value && whom.value === whom.defaultValue && document.activeElement === whom && next(card));
  },
  e: () => current() && field(current(), "wording").focus(),
  a: markSelection,
  s: () => document.getElementById("settle")?.click(),
  u: undo,
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  const writing = event.target.matches("textarea, input:not([type=checkbox]), select");
  const card = event.target.closest?.(".card[data-state]");
  if (writing && event.key === "Escape") return choose(card || current() || cards()[0]);
  if (writing && event.key === "Enter" && card && event.target.matches("input") && form(card).contains(event.target)) {
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
  if (writing || help.open || came.open || event.ctrlKey || event.metaKey || event.altKey || !keysOn.checked) return;
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

document.getElementById("walk").hidden = !cards().length;
document.getElementById("walk-back").addEventListener("click", () => step(-1));
document.getElementById("walk-on").addEventListener("click", () => step(1));
walk.fold.addEventListener("click", () => putBy(!document.body.classList.contains("put-by")));

const opener = document.querySelector(".help-opener");
opener.hidden = false;
opener.addEventListener("click", () => help.showModal());
keysOn.checked = localStorage.getItem(OFF) === null;
keysOn.addEventListener("change", () => {
  if (keysOn.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
});

document.getElementById("source").hidden = false;
source.against.value = localStorage.getItem(SOURCE) ?? "";
source.against.addEventListener("input", () => localStorage.setItem(SOURCE, source.against.value));

document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
window.addEventListener("focus", refresh);

// How far the model is.
const work = document.getElementById("work");
async function ask() {
  const answer = await fetch(`/article/${board.dataset.article}/work`).catch(() => null);
  const now = answer?.ok ? await answer.json() : { says: "The desk does not answer.", done: false };
  work.textContent = now.says;
  if (!now.done) return setTimeout(ask, 700);
  if (now.problem) return;
  const link = made("a", "", " Show what it found");
  link.href = location.pathname;
  work.append(link);
}
if (work?.dataset.done === "no") ask();

// What is dropped anywhere on the page is a source, held against the article at once; one file that could be an article
// may be its next version, and nobody but who dropped it knows.
const sourcesForm = document.getElementById("sources-form");
const versionForm = document.getElementById("version-form");
const ARTICLE = /\.(txt|text|md|markdown|html?|docx|pdf|eml)$/i;
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => event.relatedTarget || document.body.classList.remove("dropping"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  const files = event.dataTransfer.files;
  if (!files.length) return;
  sourcesForm.elements.sources.files = files;
  if (files.length > 1 || !ARTICLE.test(files[0].name)) return sourcesForm.requestSubmit();
  versionForm.elements.files.files = files;
  document.getElementById("came-name").textContent = files[0].name;
  came.showModal();
  document.getElementById("came-title").focus(); // Enter alone decides nothing: a name tells little
});
for (const [name, itsForm] of [["source", sourcesForm], ["version", versionForm]]) {
  document.getElementById(`came-${name}`).addEventListener("click", () => {
    came.returnValue = name;
    came.close(name);
    itsForm.requestSubmit();
  });
}
came.addEventListener("close", () => {
  if (came.returnValue === "source" || came.returnValue === "version") return;
  sourcesForm.elements.sources.value = versionForm.elements.files.value = "";
});
versionForm.addEventListener("submit", () => {
  document.getElementById("checking").textContent = "Reading and checking …";
  tell("Reading and checking the newer version …");
});
sourcesForm.addEventListener("submit", () => {
  document.getElementById("holding").textContent = "Reading and comparing …";
  tell("Reading the sources and comparing …");
});

// The first that is open is chosen, so that the keys work at once; the focus stays where a reader expects it. Whoever was
// quicker than this script, and writes on a card already, stays there.
const begun = document.activeElement?.closest?.(".card[data-state]");
const named = document.getElementById(location.hash.slice(1))?.closest?.(".card[data-state]");
if (begun) choose(begun, true);
else if (named) choose(named);
else if (!location.hash) {
  const first = cards().find(waits);
  choose(first, true);
  putBy(true); // on a phone the article comes first; one press shows the card
  const news = document.querySelector("#again, #settled, #left");  // what a new version brought is read first
  // Where its head is in sight the column stays where it begins, with its filters.
  const sight = column.scrollHeight > column.clientHeight ? column.getBoundingClientRect().bottom : Infinity;
  if (first && !news && !NARROW.matches && first.querySelector(".decide").getBoundingClientRect().top > sight) first.scrollIntoView({ block: "start" });
}
