"""Articles of any length for the benches, made here: people, places, figures and quotations as news has them.

Per 800 words some 37 sentences of prose and 10 quotations, which is what two collections of real news have (35 and 37
sentences, 7 and 10 quotations). Every sentence is put together anew from parts (``stories.toml``), so that nothing is
saved by asking the same thing twice; the same length is the same article every time.
"""

import random
import re
import tomllib
from itertools import product
from pathlib import Path

PARTS = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))


class _Parts:
    """Words for the slots, each list dealt out in a shuffled order before any of it comes again."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - the same article every time is what is wanted
        self._dealt: dict[str, list[str]] = {}
        self.people = [
            {"person": f"{self._chance.choice(PARTS['first'])} {last}", "last": last, "role": self("role")}
            for last in PARTS["last"]
        ]

    def __call__(self, slot: str) -> str:
        if slot == "n":
            return str(self._chance.randrange(13, 900))
        if not self._dealt.get(slot):
            pile = PARTS[slot]
            whole = ["".join(parts) for parts in product(*pile)] if isinstance(pile[0], list) else pile
            self._dealt[slot] = self._chance.sample(whole, len(whole))
        return self._dealt[slot].pop()


def story(words: int) -> str:
    """An article of at least this many words, and hardly more."""
    parts = _Parts(words)
    passages = ["Towns weigh what to mend and what to close"]
    count = 0
    while count < words:
        shape, speaker = (deck[len(passages) % len(deck)] for deck in (PARTS["shapes"], parts.people))
        passages.append(_passage(shape, speaker, parts))
        count += len(passages[-1].split())
    return "\n\n".join(passages) + "\n"


def _passage(shape: str, speaker: dict[str, str], parts: _Parts) -> str:
    def word(slot: re.Match[str]) -> str:
        name = slot[1].lower()
        found = speaker.get(name) or parts(name)
        return found[0].upper() + found[1:] if slot[1][0].isupper() else found

    return re.sub(r"\{(\w+)\}", word, shape)
