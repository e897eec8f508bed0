// The facts and findings of one article by keyboard, decided on without loading the page anew. Without this script every
// form works as it stands.

import { leavePlace, placed } from "./against.js";
import { cards, column, current } from "./board.js";
import { stayed } from "./staying.js";
import { choose, firstLeft, NARROW, putBy } from "./walking.js";
import "./dropping.js";
import "./keys.js";
import "./leaving.js";
import "./model.js";
import "./others.js";
import "./signing.js";

document.body.classList.add("scripted");

// What was just done is told once, and not again whenever the page is loaded anew.
const address = new URL(location);
for (const told of ["undone", "settled", "held"]) address.searchParams.delete(told);
if (address.href !== location.href) history.replaceState(null, "", address);

// Where one was, else the first that is open, else the first call to make, is chosen, so that the keys work at once; the focus stays where a
// reader expects it. Whoever was quicker than this script, and writes on a card already, stays there.
const begun = document.activeElement?.closest?.(".card[data-state]");
const writing = placed();
const named = document.getElementById(location.hash.slice(1))?.closest?.(".card[data-state]");
if (begun) choose(begun, true);
else if (named) choose(named);
else if (!location.hash) {
  const first = writing ?? stayed() ?? firstLeft();
  choose(first, true);
  putBy(true); // on a phone the article comes first; one press shows the card
  const news = document.querySelector("#again, #settled, #held, #left"); // what a new version brought is read first
  // Where its head is in sight the column stays where it begins, with its filters.
  const sight = column.scrollHeight > column.clientHeight ? column.getBoundingClientRect().bottom : Infinity;
  if (first && !news && !NARROW.matches && first.querySelector(".decide").getBoundingClientRect().top > sight) first.scrollIntoView({ block: "start" });
}
if (writing && current() !== writing) leavePlace();
