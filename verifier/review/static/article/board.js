// The article on the page, and the cards of its facts and findings with what is written on them.

export const board = document.querySelector(".board");
export const article = board.dataset.article;
export const words = document.querySelector(".words");
export const column = document.querySelector(".cards");

export const TYPED = ["wording", "against", "place", "note", "whom", "telephone", "answer"];
export const WRITTEN = [...TYPED, "attempt"]; // what a hand writes; an attempt that is on the disk is in a field no more
export const KEPT = "kept, not decided";

export const cards = () => Array.from(document.querySelectorAll(".card[data-state]"));
export const byItem = (kind, key) => cards().find((card) => card.dataset.kind === kind && card.dataset.key === key);
export const current = () => document.querySelector(".card.current");
export const marksOf = (card) => document.querySelectorAll(`.words [data-of~="${CSS.escape(card.dataset.of)}"]`);

export const form = (card) => card?.querySelector("form.decide");
export const field = (card, name) => form(card).elements.namedItem(name);
export const written = (card) => Object.fromEntries(WRITTEN.map((name) => [name, field(card, name).value]));
export const saved = (card) => Object.fromEntries(WRITTEN.map((name) => [name, field(card, name).defaultValue]));
export const unsaved = (card) => WRITTEN.some((name) => field(card, name).value !== field(card, name).defaultValue);

const folded = (text) => text.split(/\s+/).join(" ").replace(/^[\s“”"]+|[\s“”"]+$/g, "");
export const rewords = (card) => Boolean(folded(field(card, "wording").value)) && folded(field(card, "wording").value) !== folded(card.dataset.printed);

export function made(name, look, what) {
  const element = document.createElement(name);
  element.className = look;
  element.textContent = what;
  return element;
}
