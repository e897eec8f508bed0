// Saying that the article is checked, or signing it off, from its head and its end: what hinders it is told there.

import { tell } from "./telling.js";

const sign = document.getElementById("sign");
const why = document.getElementById("hinders");
const buttons = document.querySelectorAll('#sign button, button[form="sign"]');

export function hinders(what) {
  if (!sign) return;
  why.textContent = what || why.dataset.theirs;
  for (const one of buttons) one.classList.toggle("hindered", Boolean(why.textContent));
}

sign?.addEventListener("submit", (event) => {
  if (!why.textContent) return;
  event.preventDefault();
  why.classList.remove("unseen");
  tell(`Not yet: ${why.textContent}.`);
});
