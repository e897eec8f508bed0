"""Headlines written With Capitals Throughout, where a capital shows no name."""

from __future__ import annotations

from verifier.article import Span
from verifier.reading.words import Words

_SHARE = 0.75


def title_case(words: Words, span: Span) -> bool:
    """Whether most words of more than three letters in the span have a capital (and there are three or more)."""
    forms = [form for t in words.inside(span) if len(form := words.forms[t]) > 3 and form[0].isalpha()]
    return len(forms) > 2 and sum(form[0].isupper() for form in forms) > _SHARE * len(forms)
