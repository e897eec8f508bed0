"""Small closed classes that the direct quotations need beside the lexicon of cues."""

from __future__ import annotations

from functools import cache

from verifier.english import cues
from verifier.english.inflection import Form
from verifier.reading.words import Words

PRONOUNS = frozenset("he she they i we you it who one".split())
COMMON = frozenset(
    """is was are were be has had have did does do made makes put puts gave gives took takes went goes came comes got
    read reads ran runs sent sends began begins offered offers issued issues posted posts used uses had left found finds
    wrote writes held holds kept summed sums took turned turns struck strikes""".split()
)
APPOSITIVE = (
    frozenset(
        """the a an his her its their who one now then former formerly chief president chairman chairwoman director head
    professor executive senior deputy co-founder founder editor author leader spokesman spokeswoman vice attorney
    secretary general manager owner analyst lawyer republican democrat jr""".split()
    )
    | frozenset(f"r-{x}" for x in "")
    | frozenset(str(n) for n in range(10, 100))
)
STOPS_A_NAME = frozenset(
    """in on at during after before when while as if although though and but because since where with about referring
    speaking adding noting following monday tuesday wednesday thursday friday saturday sunday yesterday today to that
    from via earlier later last this by amid""".split()
)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for form in cues.verbs() if cues.is_saying(form))


def is_verb(low: str) -> bool:
    """Whether the word is a form of a verb that stands beside a direct quotation."""
    return low in _verbs()


def agrees(words: Words, i: int) -> bool:
    """Whether the verb can be finite after the word before it: "Lee says", "critics say", not "a Times report"."""
    form = cues.verbs()[words.lows[i]].form
    if form & (Form.THIRD | Form.PAST):
        return True
    before = words.lows[i - 1] if i else ""
    return bool(form & Form.BASE) and (before.endswith("s") or before in _PLURALS) and words.forms[i][0].islower()


def acts(words: Words, i: int) -> bool:
    """Whether a word that can be a verb of saying is one here: not "a blog post", "50 questions", "the Post"."""
    before = words.lows[i - 1] if i else ""
    if before in _NOUN_BEFORE or before[:1].isdigit() or (words.forms[i][0].isupper() and before[:1].isalnum()):
        return False
    known = cues.verbs().get(words.lows[i])
    if known is None or known.form & ~Form.BASE:
        return True
    return before in _MODALS or agrees(words, i)


_NOUN_BEFORE = frozenset("the a an his her its their this that my our your of in for no any some 's ’s".split())
_MODALS = frozenset("to will would can could may might must should did does do not never".split())
_PLURALS = frozenset("they we i you people men women who police many some others both all".split())


def phrase(words: Words, i: int) -> int:
    """How many words of a phrase that names a source begin here ("according to"); 0 for none."""
    low = words.lows[i]
    if low == "according" and i + 1 < len(words) and words.lows[i + 1] == "to":
        return 2
    return 1 if low == "per" else 0
