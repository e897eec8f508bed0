// A stretch selected in the article, marked by hand.

import { remember } from "../unsent.js";
import { words } from "./board.js";
import { tell } from "./telling.js";

const markForm = document.getElementById("mark-form");

export function markSelection() {
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
  for (const name of ["start", "words"]) remember(markForm.elements[name]);
  markForm.scrollIntoView({ block: "nearest" });
  markForm.elements.wording.focus();
  tell("Is it a fact to check, or something to mend?");
}
