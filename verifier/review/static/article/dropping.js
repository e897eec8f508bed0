// What is dropped anywhere on the page is a source, held against the article at once; one file that could be an article
// may be its next version, and nobody but who dropped it knows.

import { forget } from "../unsent.js";
import { tell } from "./telling.js";

const came = document.getElementById("came");
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

// What cannot be read is told here: whoever dropped it stays where he was.
const holding = document.getElementById("holding");
sourcesForm.addEventListener("submit", async (event) => {
  event.preventDefault();
  holding.textContent = "Reading and comparing …";
  tell("Reading the sources and comparing …");
  let problem = "The desk does not answer.";
  const sent = new FormData(sourcesForm);
  try {
    // A body that is too long is refused before it has come, and browsers then tell nothing but that it failed.
    const most = Number(sourcesForm.dataset.most);
    const size = [...sent.values()].reduce((sum, one) => sum + (one.size ?? 0), 0);
    if (size > most) throw new Error(`More than ${Math.floor(most / 1e6)} MB at once; bring fewer files.`);
    const answer = await fetch(sourcesForm.action, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    const now = await answer.json();
    if (now.to) {
      forget(sourcesForm);
      return location.assign(now.to);
    }
    problem = now.problem;
  } catch (error) {
    if (!(error instanceof TypeError)) problem = error.message; // which is what a browser throws where nothing answers
  }
  holding.textContent = problem;
  tell(problem);
});

