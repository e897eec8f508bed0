// What a key answers where it has nothing to do: whoever presses one of those that the help names is told why.

import { cards, current } from "./board.js";
import { tell } from "./telling.js";

export const onCard = (act) => () => {
  const card = current();
  if (card) return act(card);
  tell(cards().length ? "No card is chosen: j goes to the first." : "There is no card on this page.");
};

export function whyNotTaken(card) {
  const beside = card.querySelector(".beside:not([hidden])");
  if (beside?.matches(".is-confirmed")) return "The source beside it has it so: f ticks it.";
  const why = beside?.matches(".is-differs")
    ? "In the source no single value stands in its place"
    : beside
      ? "No source has these words"
      : card.querySelector(".beside")
        ? "What the source has there was called a false alarm"
        : "No source stands beside this";
  return `${why}: e writes how it should read.`;
}

export const nothingMended = "Nothing waits to be ticked off as mended: that comes with the author’s next version.";
