// How far the model is.

import { article, made } from "./board.js";

const work = document.getElementById("work");
async function ask() {
  const answer = await fetch(`/article/${article}/work`).catch(() => null);
  const now = answer?.ok ? await answer.json() : { says: "The desk does not answer.", done: false };
  work.textContent = now.says;
  if (!now.done) return setTimeout(ask, 700);
  if (now.problem) return;
  const link = made("a", "", " Show what it found");
  link.href = location.pathname;
  work.append(link);
}
if (work?.dataset.done === "no") ask();
