// What is typed is kept in this browser until the desk has it, whatever becomes of the page: for the desk and the person
// that the page is for, so that whoever sits here next does not read it. What was sent goes with the next page, and what
// is old goes, too.

const OURS = "verifier-typed";
const SENT = "verifier-sent";
const MOST = 30 * 24 * 3_600_000; // milliseconds

export const { whose, nobody } = document.body.dataset;

const WHICH = ["kind", "key", "question"]; // what of a form says what it is about
const placeOf = (form) => [OURS, whose, form.getAttribute("action"), ...WHICH.map((name) => form.elements.namedItem(name)?.value ?? "")].join("\n");
const typed = (field) => field.form?.matches("form[data-keeps]") && field.matches("textarea, input:not([type=hidden], [type=file], [type=checkbox])");
const empty = (field) => (field.type === "hidden" ? "" : field.defaultValue);

function kept(place) {
  try {
    return JSON.parse(localStorage.getItem(place)) ?? { words: {} };
  } catch {
    return { words: {} };
  }
}

const full = new Set(); // what this browser has no room for it asks about, before the page is left
function store(place, words, sent) {
  try {
    if (Object.keys(words).length) localStorage.setItem(place, JSON.stringify({ at: Date.now(), sent, words }));
    else localStorage.removeItem(place);
    full.delete(place);
  } catch {
    full.add(place);
  }
}
addEventListener("beforeunload", (event) => full.size && event.preventDefault());

// What the desk keeps as it is typed stands here until it has said so, also where it reads as before again.
export function remember(field) {
  const { words } = kept(placeOf(field.form));
  words[field.name] = field.value;
  if (field.value === empty(field) && !field.form.matches(".decide")) delete words[field.name];
  store(placeOf(field.form), words);
}

export function forget(form) {
  store(placeOf(form), {});
}

// The desk has it. It stays here until a page was asked for after that: one that is on its way just now was made before.
export function had(form) {
  const place = placeOf(form);
  const { words } = kept(place);
  store(place, words, Date.now());
}

document.addEventListener("input", (event) => typed(event.target) && remember(event.target));

// A form that the browser sends by itself was sent when the desk has led on from it, or says so; a refusal does neither.
addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.matches("form[data-keeps]")) return;
  if (event.target.method === "get") return forget(event.target); // its words go into the address
  const { sends } = event.submitter?.dataset ?? {};
  sessionStorage.setItem(SENT, JSON.stringify({ place: placeOf(event.target), sends }));
  full.delete(placeOf(event.target));
});

function wasSent() {
  const sent = JSON.parse(sessionStorage.getItem(SENT));
  sessionStorage.removeItem(SENT);
  const led = performance.getEntriesByType("navigation")[0]?.redirectCount || document.querySelector("[data-taken]");
  if (!sent || !led) return;
  const { words } = kept(sent.place);
  store(sent.place, sent.sends ? Object.fromEntries(Object.entries(words).filter(([name]) => name !== sent.sends)) : {});
}

// Whoever says his name first has typed what was typed before anybody had said one.
function tidy() {
  for (const place of Object.keys(localStorage).filter((one) => one.startsWith(`${OURS}\n`))) {
    if (!(Date.now() - kept(place).at < MOST)) localStorage.removeItem(place);
    else if (nobody !== whose && place.startsWith(`${OURS}\n${nobody}\n`)) {
      store(place.replace(nobody, whose), kept(place).words);
      localStorage.removeItem(place);
    }
  }
}

// What was typed before this script was there nobody has heard of: it comes after what was typed on the page before.
const both = (before, now) => (!before || now.includes(before) ? now : before.includes(now) ? before : `${before} ${now}`);

function restore(form) {
  const place = placeOf(form);
  if (kept(place).sent < performance.timeOrigin) forget(form);
  const before = kept(place).words;
  for (const field of form.elements) {
    if (!typed(field) || field.value === field.defaultValue) continue;
    field.value = both(before[field.name], field.value);
    remember(field);
  }
  for (const [name, value] of Object.entries(kept(place).words)) {
    const field = form.elements.namedItem(name);
    if (!field || field.value === value) continue;
    field.value = value;
    field.closest("details")?.setAttribute("open", "");
  }
}

wasSent();
tidy();
for (const form of document.querySelectorAll("form[data-keeps]")) restore(form);
