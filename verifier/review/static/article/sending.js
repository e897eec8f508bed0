// A form of this page sent to the desk, and its answer; what could not be saved is told.

import { alarm, tell } from "./telling.js";

export const asForm = (form) => new URLSearchParams(new FormData(form));

export async function post(address, sent) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body: sent, headers: { Accept: "application/json" }, keepalive: true });
    const now = await answer.json();
    if (!answer.ok && !now.changed) throw new Error(now.problem);
    alarm("decision", "");
    return now;
  } catch (problem) {
    tell("Not saved.");
    alarm("decision", `Not saved: ${answer ? problem.message : "the desk does not answer. Is it still running? Decide again when it is."}`);
    return null;
  }
}
