"""Headlines written With Capitals Throughout or IN CAPITALS, where a capital shows no name."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.article import Span
from verifier.english import people, sayers
from verifier.reading.words import Words

_SHARE = 0.75
_HEADING = 4  # words in capitals that no name is made of


def title_case(words: Words, span: Span) -> bool:
    """Whether most words of more than three letters in the span have a capital (and there are three or more), and none
    behind a comma that says what somebody is has a small one: "Nils Aker, leader of the Farmers' Party"."""
    forms = [form for t in words.inside(span) if len(form := words.forms[t]) > 3 and form[0].isalpha()]
    inside = words.inside(span)
    if any(words.forms[t - 1] == "," and words.forms[t].islower() and _is_a_role(words, t) for t in inside[1:]):
        return False
    return len(forms) > 2 and sum(form[0].isupper() for form in forms) > _SHARE * len(forms)


def _is_a_role(words: Words, at: int) -> bool:
    low = words.lows[at]
    return low in sayers.ONE_PERSON or low.endswith(people.ENDINGS)


def behind_heading(forms: Sequence[str], first: int, last: int) -> int | None:
    """The first word up to ``last`` behind a heading in capitals that lost its line break and begins at ``first``:
    "QUAY SHUT FOR WINTER [The] mayor"."""
    at = next((i for i in range(first, last + 1) if not (forms[i].isupper() or forms[i].isdigit())), None)
    return at if at is not None and at - first >= _HEADING and forms[at][0].isupper() else None
