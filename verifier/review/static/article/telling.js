// What the desk says of what was done, and what went wrong. Text is only ever set as text.

const said = document.getElementById("said");
const undone = document.getElementById("undone");
const alarmed = document.getElementById("alarm");

export function tell(what) {
  // A line of its own each time, so that the same words twice are told twice.
  const line = document.createElement("span");
  line.textContent = what;
  said.replaceChildren(...(what ? [line] : []));
  undone.textContent = "";
}

// What an undo did stands at the foot of the screen, wherever one reads, until one goes on.
export function tellUndone(what) {
  tell("");
  undone.textContent = what;
}
export const undoneIsRead = () => (undone.textContent = "");
undone.addEventListener("click", undoneIsRead);
document.addEventListener("input", undoneIsRead); // it lies over what whoever goes on is writing

// What went wrong stays in sight until it is right again: the column may be scrolled anywhere.
const wrong = { decision: "", words: "", version: "" };
export const wentWrong = () => !alarmed.hidden;
export function alarm(about, what) {
  wrong[about] = what;
  alarmed.textContent = Object.values(wrong).filter(Boolean).join(" ");
  alarmed.hidden = !alarmed.textContent;
}
