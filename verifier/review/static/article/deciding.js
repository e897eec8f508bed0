// Decisions: one key, or a button, sent in its turn; what the desk answers is put on the page.

import { forget } from "../unsent.js";
import { bearing } from "./against.js";
import { board, byItem, current, field, form, made, rewords, saved, TYPED, unsaved, written, WRITTEN } from "./board.js";
import { asForm, post } from "./sending.js";
import { fill, show } from "./showing.js";
import { alarm, tell } from "./telling.js";
import { decided, inTurn, presses } from "./turns.js";
import { keepSoon, onItsWay, stopKeeping } from "./typing.js";
import { undoFromTheLast } from "./undoing.js";
import { choose, next, waits } from "./walking.js";

const mates = (card) => (card.dataset.along ?? "").split(" ").map((ref) => byItem(...ref.split(":"))).filter(Boolean);

// What is fine reads as it is printed: a correction that stands on the card, or is being typed beside what is decided along
// with it, is dropped by nobody who has not been asked.
export function decide(card, state, onward) {
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

function decideSo(card, state, onward, source = bearing(card, state)) {
  card.querySelector(".asks")?.remove();
  const press = { card, state, onward, now: written(card), before: saved(card), source, sent: false };
  presses.push(press);
  // What is decided along with a card is no more to be decided by itself; a false alarm checks no fact.
  const all = [card, ...(state === "false-alarm" ? [] : mates(card))];
  if (onward) for (const one of all) one.dataset.pending = "yes";
  inTurn(() => decideNow(press), () => {
    presses.splice(presses.indexOf(press), 1);
    for (const one of all) delete one.dataset.pending;
  });
  if (onward) next(card); // after it has its turn: whoever leaves the page for the next one waits for its answer, too
}

// What is noted beside a decision of one's own, or named as what it was checked against, goes into it when its field is
// left; what others have decided, or how it should read, is decided by a key.
const NOTED = ["note", "against", "place"];
board.addEventListener("change", (event) => {
  const card = event.target.closest("form.decide")?.closest(".card");
  if (!card || decided(card) === "open" || card.dataset.by !== board.dataset.me || card.querySelector(".conflict")) return;
  const other = WRITTEN.filter((name) => field(card, name).value !== field(card, name).defaultValue);
  if (other.length && other.every((name) => NOTED.includes(name))) decideSo(card, decided(card), false, null);
});

export function decision({ card, state, now, before, source }) {
  const sent = asForm(form(card));
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
  await onItsWay(card); // words that are on their way must not come after the decision that holds them
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
  keepOrForget(card);
  for (const one of now.along ?? []) {
    const other = byItem(one.kind, one.key);
    if (other) {
      fill(other, one.fields);
      show(other, one);
      keepOrForget(other);
    }
  }
  // Whoever was led to what the correction has settled, too, is led on.
  const here = current();
  if (press.onward && here && document.activeElement === here && !waits(here) && (now.along ?? []).some((one) => byItem(one.kind, one.key) === here)) next(here);
  undoFromTheLast();
  alarm("words", now.remark ?? "");
  // Who said that it is checked said it of something else: the top and the end of the page are shown anew.
  if (now.signs !== document.getElementById("signs").dataset.signs) return anew(card);
  if (press.onward && now.cleared && !document.activeElement.matches("input, textarea")) lead();
  tell(now.cleared ? `${now.says}. ${[now.warned, now.outcome].filter(Boolean).join(". ")}.` : now.says);
}

function keepOrForget(card) {
  if (unsaved(card)) keepSoon(card);
  else forget(form(card));
}

// It could not be saved: what it was to be decided with besides the card's own words stands on the card.
function putBack({ card, source }) {
  for (const [at, name] of ["against", "place"].entries()) if (source && !field(card, name).value) field(card, name).value = source[at] ?? "";
}

function anew(card) {
  const to = new URL(location);
  to.searchParams.set("at", card.id.slice(1));
  to.hash = card.id;
  history.replaceState(null, "", to);
  location.reload();
}

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
    forget(form(card));
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
