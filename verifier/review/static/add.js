// An article dropped anywhere on the page is checked at once. Without this script the form does the same.
"use strict";

const form = document.getElementById("add");
const drop = document.getElementById("drop");
const files = document.getElementById("files");
const busy = document.getElementById("busy");
const problem = document.getElementById("problem");

async function send() {
  const button = form.querySelector("button.main");
  button.disabled = true;
  problem.hidden = true;
  busy.textContent = "Reading and checking …";
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
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

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
files.addEventListener("change", () => files.files.length && send());
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
document.addEventListener("dragleave", (event) => event.relatedTarget || drop.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  if (event.dataTransfer.files.length) {
    files.files = event.dataTransfer.files;
    send();
  } else {
    form.elements.text.value = event.dataTransfer.getData("text/plain");
  }
});
