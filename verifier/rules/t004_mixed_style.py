"""One thing under several house styles (T004)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from verifier.article import Span
from verifier.english import calendar, spellings
from verifier.reading import Analysis
from verifier.reading.words import Words
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule
from verifier.rules._text import house

_PAIRS = tuple(
    (a, b)
    for a, _, b in (row.partition("/") for row in spellings.VARIANTS.split())
    if a not in spellings.OTHER_WORDS and b not in spellings.OTHER_WORDS
)
_IN_SMALL = tuple((a.lower(), b.lower()) for a, b in _PAIRS)


@rule(
    "T004",
    "mixed-style",
    "info",
    what="One thing written in two house styles in the same piece, quotations and names aside: U.S. and US, percent "
    "and %, adviser and advisor, March 1 and 1 March, curly and straight quotation marks.",
    why="A piece has one style; two of them show where passages from different sources were joined.",
    fires=(
        "Vote nears\n\nThe U.S. delegation left. USA exporters wait, and some in America worry. US rules apply.",
        "Rates rise\n\nRates rose 2 percent in May and 3 per cent in June.",
        "Rates rise\n\nRates rose 2 percent in May and 3% in June.",
        "Talks open\n\nAn adviser left on Monday. A second advisor left on Friday.",
        "Talks open\n\nTalks open on March 1. They end on 14 March.",
        "Talks open\n\nTalks open on Jan. 5. They end on February 3.",
        'Talks open\n\n“We are glad,” she said. He said, "So are we." They left.',
        "Talks open\n\nThe plan was recognised in May. It had not been recognized before.",
    ),
    passes=(
        "US vote nears\n\nThe U.S. delegation left. Some in America worry. Bank of America and USA Today closed.",
        "Rates rise 2%\n\nRates rose 2 percent in May, a small percentage.",
        "Talks open\n\nAn adviser left. National Security Advisor Ana Silva stayed.",
        "Talks open on March 1 and end on March 14. Troops march 14 miles.",
        "Talks open\n\nTalks open on Jan. 5. The next round is in February. The last was on March 3.",
        "Talks open\n\nHe let us go. The U.S. did not. The enterprise was revised, and its size was prized.",
    ),
)
def mixed_style(analysis: Analysis) -> Iterator[Problem]:
    """One finding for everything that is written in more than one way."""
    seen = _Seen(analysis)
    words = analysis.words
    house = analysis.settings.house_style
    yield from _raise(analysis, "The country", _country(seen, house))
    yield from _initials(analysis, seen)
    yield from _raise(analysis, "The share", _percent(seen))
    yield from _raise(analysis, "Dates", _order_of_dates(seen))
    yield from _raise(analysis, "Months", _months(seen))
    for (a, b), lows in zip(_PAIRS, _IN_SMALL, strict=True):
        there = [low in words.places for low in lows]
        if all(there) or (any(there) and not house.isdisjoint((a, b))):
            yield from _raise(analysis, "The word", {a: seen.plain(a), b: seen.plain(b)})
    yield from _raise_endings(analysis, seen)
    yield from _raise(analysis, "Quotation marks", _marks(analysis))


def problem_with_style(form: str) -> str | None:
    """Why this is no form that a house can choose, naming the nearest; None where it is."""
    return house.unknown_form(form, [form for pair in _PAIRS for form in pair])


class _Seen:
    """Where a form stands in the writer's own running text: not in the headline and not inside a quotation."""

    def __init__(self, analysis: Analysis) -> None:
        self.words: Words = analysis.words
        self._article = analysis.article
        self._quoted = Quoted.of(analysis)

    def ours(self, i: int) -> bool:
        start = self.words.starts[i]
        paragraph = self._article.paragraph_at(start)
        return paragraph is not None and paragraph.kind == "body" and start not in self._quoted

    def plain(self, form: str) -> list[int]:
        """The places of a form as it stands."""
        places = self.words.places.get(form.lower(), ())
        return [i for i in places if self.words.forms[i] == form and self.ours(i)]

    def unnamed(self, form: str) -> list[int]:
        """The same, where no name goes on behind it ("LA Weekly")."""
        return [i for i in self.plain(form) if not self.next(i)[:1].isupper()]

    def next(self, i: int) -> str:
        return self.words.forms[i + 1] if i + 1 < len(self.words) else ""

    def last(self, i: int) -> str:
        return self.words.forms[i - 1] if i else ""


def _country(seen: _Seen, house: frozenset[str]) -> dict[str, list[int]]:
    found = {
        "U.S.": seen.plain("U.S."),
        "US": [i for i in seen.plain("US") if seen.next(i).lower() not in spellings.US_IN_NAMES | {"$"}],
        "USA": [i for i in seen.plain("USA") if not seen.next(i)[:1].isupper() and not seen.last(i)[:1].isupper()],
        "U.S.A.": seen.plain("U.S.A."),
    }
    if sum(map(bool, found.values())) > 1 and house.isdisjoint(found):
        # "America" beside "U.S." alone is ordinary; where the styles are mixed anyway, it is one more of them.
        found["America"] = [
            i
            for i in seen.plain("America")
            if seen.last(i).lower() not in spellings.OF_AMERICA and not seen.next(i)[:1].isupper()
        ]
    return found


def _initials(analysis: Analysis, seen: _Seen) -> Iterator[Problem]:
    """Any other initials with and without full stops ("U.N." and "UN")."""
    places = analysis.words.places
    chosen = [form.lower() for form in analysis.settings.house_style if house.INITIALS.fullmatch(form)]
    wanted = {".".join(form.replace(".", "")) + "." for form in chosen}
    for low in [low for low in places if low[-1] == "."] + sorted(wanted - places.keys()):
        if len(low) > 3 and low[1] == "." and low[-1] == "." and low not in spellings.KEEP_THEIR_STOPS:
            dotted = low.upper()
            bare = dotted.replace(".", "")
            if bare.lower() in places or low in wanted:
                yield from _raise(analysis, "The name", {form: seen.unnamed(form) for form in (dotted, bare)})


def _percent(seen: _Seen) -> dict[str, list[int]]:
    figures = {form: [i for i in seen.plain(form) if seen.last(i)[:1].isdecimal()] for form in ("percent", "%")}
    cents = [i for i in seen.plain("per") if seen.next(i) == "cent" and seen.last(i)[:1].isdecimal()]
    return {**figures, "per cent": cents}


def _order_of_dates(seen: _Seen) -> dict[str, list[int]]:
    month_first, day_first = [], []
    for month in calendar.ALL_MONTHS & seen.words.places.keys():
        for i in seen.words.places[month]:
            if not seen.words.forms[i].istitle() or not seen.ours(i):
                continue
            if _is_day(seen.next(i)) and not _is_day(seen.last(i)):
                month_first.append(i)
            elif _is_day(seen.last(i)) and not _is_day(seen.next(i)):
                day_first.append(i)
    return {"month first": sorted(month_first), "day first": sorted(day_first)}


def _months(seen: _Seen) -> dict[str, list[int]]:
    def with_day(names: Iterable[str]) -> list[int]:
        found = []
        for name in names:
            for i in seen.words.places.get(name, ()):
                follows = seen.next(i) if seen.next(i) != "." else seen.next(i + 1)
                if seen.words.forms[i].istitle() and _is_day(follows) and seen.ours(i):
                    found.append(i)
        return sorted(found)

    return {"shortened": with_day(calendar.SHORTENED_MONTHS), "in full": with_day(calendar.LONG_MONTHS)}


def _is_day(form: str) -> bool:
    return len(form) <= 2 and form.isdecimal()


def _raise_endings(analysis: Analysis, seen: _Seen) -> Iterator[Problem]:
    """The same word with -ise and with -ize."""
    for low in analysis.words.places:
        if len(low) > 6 and "is" in low[3:] and low.endswith(spellings.ISE):
            head, _, tail = low.rpartition("is")
            twin = f"{head}iz{tail}"
            if twin in analysis.words.places:
                yield from _raise(
                    analysis, "The word", {low: seen.plain(low), twin: seen.plain(twin)}, {low: "-ise", twin: "-ize"}
                )


def _marks(analysis: Analysis) -> dict[str, list[int]]:
    places = analysis.words.places
    return {"straight": list(places.get('"', ())), "curly": [*places.get("“", ()), *places.get("”", ())]}


def _raise(
    analysis: Analysis, what: str, styles: dict[str, list[int]], called: Mapping[str, str] | None = None
) -> Iterator[Problem]:
    """A finding where more than one style is used, or one that is not the house's where it has chosen.

    ``called`` is by what name the house chooses a style, where that is not its own.
    """
    used = {style: places for style, places in styles.items() if places}
    words = analysis.words
    ours = [style for style in styles if (called or {}).get(style, style) in analysis.settings.house_style]
    if ours:
        yield from house.strays(words, what, used, ours, {s: p for s, p in used.items() if s not in ours})
        return
    if len(used) < 2:
        return
    ordered = sorted(used.items(), key=lambda item: (-len(item[1]), item[1][0]))
    usual, rarer = ordered[0], ordered[1:]
    first = min(places[0] for _, places in rarer)
    names = [style for style, _ in ordered]
    yield Problem(
        spans=(words.span(first, first),),
        message=f"{what} {'are' if what.endswith('s') else 'is'} written in {len(names)} styles: {', '.join(names)}.",
        question="Which one is the house style, and where does the other passage come from?",
        related=(
            (_at(words, usual[1][0]), usual[0]),
            *((_at(words, places[0]), style) for style, places in rarer if places[0] != first),
        ),
    )


def _at(words: Words, i: int) -> Span:
    return words.span(i, i)
