// Files dropped anywhere on the page are named with what each is taken for, article or source; then they are checked.
// Without this script the form's own two fields do the same.

import { forget, remember } from "./unsent.js";

const form = document.getElementById("add");
const drop = document.getElementById("drop");
const files = document.getElementById("files");
const came = document.getElementById("came");
const busy = document.getElementById("busy");
const problem = document.getElementById("problem");
const CAPTIONS = /\.(vtt|srt)$/i;
const LISTENED = 2_000_000; // bytes of a file that is asked about before it is brought
const chosen = [];

async function send() {
  const button = form.querySelector("button.main");
  button.disabled = true;
  problem.hidden = true;
  busy.textContent = "Reading and checking …";
  const sent = new FormData(form);
  if (chosen.length) {
    sent.delete("files");
    for (const one of chosen) sent.append(one.what.value, one.file);
  }
  try {
    // A body that is too long is refused before it has come, and browsers then tell nothing but that it failed.
    const size = [...sent.values()].reduce((sum, one) => sum + (one.size ?? 0), 0);
    const most = Number(form.dataset.most);
    if (size > most) throw new Error(`More than ${Math.floor(most / 1e6)} MB at once; bring fewer files, or an article as text.`);
    const answer = await fetch(form.action, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    const said = await answer.json();
    if (said.to) {
      forget(form);
      return location.assign(said.to);
    }
    throw new Error(said.problem);
  } catch (error) {
    problem.textContent = error.message || "The desk does not answer.";
    problem.hidden = false;
    problem.scrollIntoView({ block: "nearest" });
  }
  busy.textContent = "";
  button.disabled = false;
}

function made(name, what) {
  const element = document.createElement(name);
  element.textContent = what;
  return element;
}

// What nobody has chosen by hand is taken for what it most likely is. Where people take turns to speak, that is no article
// but what one is held against, unless it came alone; and so is whatever comes after the article.
function preset() {
  const open = chosen.filter((one) => !one.byHand);
  const named = chosen.some((one) => one.byHand && one.what.value === "files");
  const typed = form.elements.text.value.trim() || form.elements.address.value.trim();
  const told = chosen.filter((one) => !one.turns);
  const first = told.length ? told[0].batch : chosen[0]?.batch;
  const alone = chosen.length === 1 && !CAPTIONS.test(chosen[0].file.name);
  for (const one of open) {
    const likely = told.length === chosen.length ? one.batch === first : one === told[0];
    one.what.value = !named && !typed && (alone || likely) ? "files" : "sources";
  }
  const articles = typed || chosen.some((one) => one.what.value === "files");
  busy.textContent = articles || !chosen.length ? "" : "Which of them is the article?";
}

async function listen(rows) {
  const asked = rows.filter((one) => !one.turns && one.file.size < LISTENED);
  if (!asked.length) return;
  const sent = new FormData();
  sent.append("csrf", form.elements.csrf.value);
  for (const one of asked) sent.append("files", one.file);
  try {
    const answer = await fetch("/add/kinds", { method: "POST", body: sent, headers: { Accept: "application/json" } });
    const { turns } = await answer.json();
    asked.forEach((one, at) => (one.turns = turns[at]));
    preset();
  } catch {
    // the choice is the person's, and stands as it is
  }
}

let batch = 0;
function take(given) {
  batch += 1;
  const rows = given.map((file) => row(file));
  chosen.push(...rows);
  came.hidden = !chosen.length;
  preset();
  listen(rows);
  form.querySelector("button.main").focus();
}

function row(file) {
  const line = made("li", "");
  const what = made("select", "");
  for (const [value, words] of [["files", "Article"], ["sources", "Source"]]) {
    what.append(new Option(words, value));
  }
  what.setAttribute("aria-label", `What ${file.name} is`);
  const out = made("button", "Leave out");
  out.type = "button";
  const one = { file, what, batch, byHand: false, turns: CAPTIONS.test(file.name) };
  what.addEventListener("change", () => {
    one.byHand = true;
    busy.textContent = "";
  });
  out.addEventListener("click", () => {
    chosen.splice(chosen.indexOf(one), 1);
    line.remove();
    came.hidden = !chosen.length;
    preset();
  });
  line.append(made("bdi", file.name), what, out);
  came.append(line);
  return one;
}

for (const name of ["text", "address"]) form.elements[name].addEventListener("change", preset);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
files.addEventListener("change", () => {
  take([...files.files]);
  files.value = "";
});
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
document.addEventListener("dragleave", (event) => event.relatedTarget || drop.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  if (event.dataTransfer.files.length) {
    take([...event.dataTransfer.files]);
  } else {
    form.elements.text.value = event.dataTransfer.getData("text/plain");
    remember(form.elements.text);
  }
});
