// Where one was in the article: whoever loads the page anew, or comes back, is there again.

import { whose } from "../unsent.js";
import { article, board, byItem, cards } from "./board.js";

const LEFT_AS = `verifier-at\n${whose}\n${article}`;

let led = false; // to another page: what is chosen on this one meanwhile is no place where one was
export function stay({ id, dataset: { kind, key } }) {
  if (!led) localStorage.setItem(LEFT_AS, JSON.stringify([kind, key, id.slice(1)]));
}

// Whoever turns the page is where the next one begins.
board.addEventListener("click", (event) => event.target.closest(".pages a") && localStorage.removeItem(LEFT_AS));

export function stayed() {
  const [kind, key, number] = JSON.parse(localStorage.getItem(LEFT_AS)) ?? [];
  const card = kind && byItem(kind, key);
  // Of many it stands on another page than the one that an article begins with.
  led = Boolean(kind) && !card && !location.search && Number(board.dataset.total) > cards().length;
  if (led) location.replace(`${location.pathname}?at=${number}`);
  return card;
}
