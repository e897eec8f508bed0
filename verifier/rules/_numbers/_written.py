"""A value as the article would write it: "$80 million" beside its "$85 million", "nine" beside its "eight"."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from verifier.english.numbers import TO_TWENTY
from verifier.english.units import SCALES
from verifier.reading import Analysis, _numerals
from verifier.rules._numbers._figures import Figure

_IN_WORDS = 12
"""Up to here a value stands in words beside one in words."""
_CENT = Decimal("0.01")


def written(analysis: Analysis, like: Figure, value: Decimal) -> str:
    """The value in the unit of ``like``, with the sign, the scale and the unit that ``like`` has in the text."""
    words, text = analysis.words, analysis.article.text
    span = like.quantity.span
    for at in range(like.first, like.last + 1):
        numeral = _numerals.read(words, at, money=at > like.first)
        if numeral is None or numeral.last > like.last or numeral.fraction or numeral.rest:
            continue
        scaled = numeral.last > numeral.first and words.lows[numeral.last] in SCALES
        scale = SCALES[words.lows[numeral.last]] if scaled else Decimal(1)
        ends = words.ends[numeral.last - 1] if scaled else words.ends[numeral.last]
        in_words = words.forms[numeral.first][0].isalpha()
        before, after = text[span.start : words.starts[numeral.first]], text[ends : span.end]
        return " ".join(f"{before}{_number(value / scale, in_words=in_words)}{after}".split())
    return _number(value, in_words=words.forms[like.first][0].isalpha())


def _number(value: Decimal, *, in_words: bool) -> str:
    if value != value.to_integral_value():
        return f"{value.quantize(_CENT, ROUND_HALF_UP).normalize():,f}"
    return TO_TWENTY[int(value)] if in_words and 0 <= value <= _IN_WORDS else f"{int(value):,}"
