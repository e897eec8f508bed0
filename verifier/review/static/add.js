// Files dropped anywhere on the page are named with what each is taken for, article or source; then they are checked.
// Without this script the form's own two fields do the same.
"use strict";

const form = document.getElementById("add");
const drop = document.getElementById("drop");
const files = document.getElementById("files");
const came = document.getElementById("came");
const busy = document.getElementById("busy");
const problem = document.getElementById("problem");
const CAPTIONS = /\.(vtt|srt)$/i;
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
    if (said.to) return location.assign(said.to);
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

// Captions are of somebody speaking: they are no article, and what comes with them is held against them.
function take(given) {
  const later = chosen.some((one) => one.what.value === "files"); // what comes after the article is held against it
  const heard = [...given, ...chosen.map((one) => one.file)].some((file) => CAPTIONS.test(file.name));
  for (const file of given) {
    const row = made("li", "");
    const what = made("select", "");
    for (const [value, words] of [["files", "Article"], ["sources", "Source"]]) {
      what.append(new Option(words, value));
    }
    const named = chosen.some((one) => one.what.value === "files");
    what.value = CAPTIONS.test(file.name) || later || (heard && named) ? "sources" : "files";
    what.setAttribute("aria-label", `What ${file.name} is`);
    const out = made("button", "Leave out");
    out.type = "button";
    const one = { file, what };
    out.addEventListener("click", () => {
      chosen.splice(chosen.indexOf(one), 1);
      row.remove();
      came.hidden = !chosen.length;
    });
    row.append(made("bdi", file.name), what, out);
    came.append(row);
    chosen.push(one);
  }
  came.hidden = !chosen.length;
  const articles = chosen.filter((one) => one.what.value === "files").length;
  busy.textContent = articles ? "" : "Which of them is the article?";
  form.querySelector("button.main").focus();
}

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
  }
});
