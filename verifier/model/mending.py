"""Mending: a claim that its sentences do not bear out gets the sentence's own words back, where that is enough."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from verifier.model import compared, grounding
from verifier.model.compared import Word

_MEANT = 0.5
"""Share of its words of meaning that a wording has from its evidence where it is plain what it means to say."""
_SHORT = 3
"""Words of meaning of a statement that is too short to differ from its sentence in any."""
_ADDED = 2
"""Words that may be taken out of a wording at one place before what is left is no sentence any more."""


def mended(wording: str, evidence: str, *around: str, stated: str = "", elsewhere: str = "") -> str | None:
    """The wording with each word that has no ground replaced by what the evidence has in its place, None where that
    does not make a claim of the article."""
    if grounding.shared(wording, evidence) < _MEANT:
        return None
    said, there = compared.read(wording), compared.read(evidence)
    refused = {
        d.said for d in grounding.unsupported(wording, evidence, *around, stated=stated, elsewhere=elsewhere) if d.said
    }
    matcher = SequenceMatcher(None, [w.key for w in said], [w.key for w in there], autojunk=False)
    made = wording
    for tag, a, b, c, d in reversed(matcher.get_opcodes()):
        if tag == "equal" or not any(word.form in refused for word in said[a:b]):
            continue
        instead = _instead(said[a:b], there[c:d], evidence)
        if instead is None or (not instead and a == 0):
            return None
        made = _put(made, said[a:b], instead)
    made = " ".join(made.split())
    return made if made and holds(made, evidence, *around, stated=stated, elsewhere=elsewhere) else None


def _instead(said: Sequence[Word], there: Sequence[Word], evidence: str) -> str | None:
    """What the evidence has in the place of these words, "" for nothing; None where that would make no sentence.

    One figure, unit, date or name for another, or a word for a word; a word that was put in is taken out.
    """
    if not there:
        return "" if len(said) <= _ADDED else None
    if len(said) != 1:
        return None
    other = next((word for word in there if word.kind == said[0].kind), None)
    if other is None or (said[0].kind == "word" and len(there) > 1):
        return None
    return evidence[other.start : other.end]


def holds(wording: str, evidence: str, *around: str, stated: str = "", elsewhere: str = "") -> bool:
    """Whether a wording says what its evidence says, and nothing else."""
    return not grounding.unsupported(wording, evidence, *around, stated=stated, elsewhere=elsewhere) and _alike(
        wording, evidence, *around
    )


def why_not(wording: str, evidence: str, *around: str, stated: str = "", elsewhere: str = "") -> str:
    """Why it does not, in words that can be sent back; empty where it does."""
    found = grounding.unsupported(wording, evidence, *around, stated=stated, elsewhere=elsewhere)
    if found:
        return "; ".join(map(str, found))
    return "" if _alike(wording, evidence, *around) else "it does not say what its sentence says"


def _alike(wording: str, evidence: str, *around: str) -> bool:
    if grounding.shared(wording, evidence) >= grounding.LEAST_SHARED:
        return True
    # Names put in for its pronouns ("Olga Lind agreed.") are none of the sentence's words; what is short without them
    # must be the sentence's altogether.
    own = [w for w in compared.read(wording) if w.kind != "name"]
    plain = " ".join(w.form for w in own)
    if len(compared.of_meaning(own)) > _SHORT:
        return grounding.shared(plain, evidence) >= grounding.LEAST_SHARED
    whole = grounding.shared(plain, evidence) >= 1.0 and not grounding.unsupported(plain, evidence)
    return whole and any(around)


def _put(text: str, words: Sequence[Word], instead: str) -> str:
    return f"{text[: words[0].start]}{instead}{text[words[-1].end :]}"
