"""Offices and parties that one person cannot have at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Span
from verifier.english import closed, offices, places, titles
from verifier.english.titles import CHAMBERS, PAST, SINGLE, UNDER
from verifier.reading import Analysis
from verifier.reading._model import NameMention

_BEFORE = 6
_BEHIND = 12
"""Tokens before and behind a name that may say who it is."""


_NOT_NOW = offices.NOT_NOW - UNDER - offices.IN_OFFICES


class Office(NamedTuple):
    """What an article calls somebody, taken apart: a field is empty where nothing is said of it."""

    role: str = ""
    under: bool = False
    region: str = ""
    party: str = ""
    chamber: str = ""
    ministries: frozenset[str] = frozenset()
    charge: str = ""
    """An office that is held alone: of a state ("treasurer"), of a company ("chief executive")."""
    place: frozenset[str] = frozenset()
    """The words of the town that a mayor is the mayor of."""


class Held(NamedTuple):
    """An office and the words that give it, the name with them."""

    office: Office
    span: Span


def conflicts(analysis: Analysis) -> Iterator[tuple[Held, Held]]:
    """Two offices of one person that exclude each other, the later one first; one pair a person."""
    people = [e for e in analysis.names.entities if e.kind == "person"]
    shared = Counter(e.name.split()[-1] for e in people if " " in e.name)
    lone = {e.name: e.mentions for e in people if " " not in e.name}
    for entity in people:
        surname = entity.name.split()[-1]
        alone = shared[surname] < 2
        mentions = entity.mentions + (lone.get(surname, ()) if alone and " " in entity.name else ())
        pair = _conflict(analysis, mentions, alone=alone)
        if pair is not None:
            yield pair


def _conflict(analysis: Analysis, mentions: tuple[NameMention, ...], *, alone: bool) -> tuple[Held, Held] | None:
    """The first two that do not go together."""
    seen: list[Held] = []
    for mention in sorted(mentions, key=lambda m: m.bare.start):
        if alone or len(analysis.words.inside(mention.bare)) > 1:
            for held in _offices(analysis, mention):
                clash = next(
                    (s for s in seen if _exclude(held.office, s.office) and _one_name(analysis, held, s)), None
                )
                if clash is not None:
                    return held, clash
                seen.append(held)
    return None


def _one_name(analysis: Analysis, a: Held, b: Held) -> bool:
    """Whether the initials go together: George W. and George H. W. are two."""
    forms = [[f.strip(".") for f in (analysis.words.forms[i] for i in analysis.words.inside(h.span))] for h in (a, b)]
    initials = [[f for f in some if f.replace(".", "").isupper() and len(f.replace(".", "")) <= 2] for some in forms]
    return not all(initials) or initials[0] == initials[1]


def _exclude(a: Office, b: Office) -> bool:
    parties = a.party and b.party and (a.party in offices.AMERICAN) == (b.party in offices.AMERICAN)
    if parties and a.party != b.party:
        return True
    if any(one and other and one != other for one, other in ((a.chamber, b.chamber), (a.charge, b.charge))):
        return True
    if _apart(a.ministries, b.ministries):
        return True
    return bool(a.role) and a.role == b.role and (_apart(a.place, b.place) or _of_another(a, b))


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a.isdisjoint(b)


def _of_another(a: Office, b: Office) -> bool:
    """Whether one office is below the other, or of another country."""
    other_region = a.role != "director" and bool(a.region and b.region) and a.region != b.region
    return a.role in SINGLE and (a.under != b.under or other_region)


def _offices(analysis: Analysis, mention: NameMention) -> Iterator[Held]:
    """What stands before a name and what stands behind it."""
    words = analysis.words
    first, last = words.at(mention.bare.start), words.at(mention.bare.end - 1)
    before = _before(analysis, mention, first)
    office = _office(words.forms[before.start : before.stop]) if before else None
    if office is not None:
        yield Held(office, words.span(before.start, last))
    behind = _behind(analysis, last)
    office = _apposition(words.forms[behind.start : behind.stop]) if behind else None
    if office is not None:
        yield Held(office, words.span(first, behind.stop - 1))


def _before(analysis: Analysis, mention: NameMention, first: int) -> range:
    """The tokens of a title: "Finance Minister Ada Klein", "the finance minister, Ada Klein"."""
    words = analysis.words
    if not first or not (words.forms[first - 1] == "," or _in_title(words.lows[first - 1])):
        return range(0)
    sentence = analysis.article.sentence_at(mention.bare.start)
    opens = words.inside(sentence.span).start if sentence else first
    stop = first - 1 if first > opens and words.forms[first - 1] == "," else first
    start = stop
    while start > max(opens, stop - _BEFORE) and _in_title(words.lows[start - 1]):
        start -= 1
    return range(start, stop)


def _in_title(low: str) -> bool:
    return (
        low in titles.ROLES
        or low in titles.HONORIFICS
        or low in titles.MODIFIERS
        or low in PAST
        or low in offices.PORTFOLIOS
        or low in offices.PARTIES
        or low in offices.NOT_QUITE
        or low.startswith(("ex-", "then-"))
        or low.capitalize() in places.DEMONYMS
    )


def _behind(analysis: Analysis, last: int) -> range:
    """The tokens between the commas or brackets behind a name."""
    words = analysis.words
    opening = words.forms[last + 1 : last + 2]
    if opening not in ([","], ["("]):
        return range(0)
    ends = {")"} if opening == ["("] else {",", ".", ";", "—", "–", "”", '"'}
    stop = next((t for t in range(last + 2, min(last + 2 + _BEHIND, len(words))) if words.forms[t] in ends), 0)
    return range(last + 2, stop) if stop else range(0)


def _apposition(forms: list[str]) -> Office | None:
    """The office or party in "a Republican from Ohio", "the home secretary", "D-Ohio", "of the Greens"."""
    lows = [form.lower() for form in forms]
    if not lows or any(low in _NOT_NOW for low in lows):
        return None
    letter, dash, _ = forms[0].partition("-")
    if letter in {"D", "R"} and (dash or len(forms) == 1):
        return Office(party=offices.PARTIES[lows[0][0]])
    if lows[:2] == ["of", "the"]:
        party = _party(forms[2:])
        return Office(party=party) if party else None
    if lows[0] in closed.ARTICLES:
        return _office(forms[1:])
    return _office(forms) if lows[-1] in titles.ROLES or lows[0] in titles.ROLES else None


def _office(forms: list[str]) -> Office | None:
    """The office that words name; None for one that is past, to come, or no office."""
    lows = [form.lower() for form in forms]
    if any(low in PAST or low in _NOT_NOW or low.startswith(("ex-", "then-")) for low in lows):
        return None
    if any(low.endswith("-elect") for low in lows):
        return None
    at = next((i for i, low in enumerate(lows) if low in titles.ROLES or low in CHAMBERS), None)
    party = _party(forms)
    if at is None:
        return Office(party=party) if party else None
    while at + 1 < len(lows) and lows[at + 1] in titles.ROLES:
        at += 1
    role = "prime minister" if lows[at] == "minister" and "prime" in lows[:at] else lows[at]
    regions = [r for f in forms[: at + 1] if f in places.DEMONYMS and (r := places.region_of(f))]
    return Office(
        role,
        under=any(low in UNDER for low in lows[:at]),
        region=regions[0] if len(regions) == 1 else "",
        party=party,
        chamber="" if "state" in lows else CHAMBERS.get(role, ""),
        ministries=_ministries(lows, at),
        charge=_charge(lows, at),
        place=_place(forms, at),
    )


def _party(forms: list[str]) -> str:
    """The party whose member words call somebody: "Republican" alone, before "from" or an office, or in two words."""
    lows = [form.lower() for form in forms]
    for i, low in enumerate(lows):
        two = " ".join(lows[i : i + 2])
        if two in offices.PARTIES and forms[i][0].isupper():
            return offices.PARTIES[two]
        follows = lows[i + 1] if i + 1 < len(lows) else ""
        member = low in offices.MEMBERS and (not follows or follows in offices.BEHIND_A_MEMBER)
        holder = follows in offices.PARTISAN_OFFICES
        whole = low in offices.PARTIES and i == 0 and len(lows) == 1
        if low in offices.PARTIES and len(low) > 1 and forms[i][0].isupper() and (member or holder or whole):
            return offices.PARTIES[low]
    return ""


def _ministries(lows: list[str], at: int) -> frozenset[str]:
    """What a minister is the minister of: "finance minister", "minister for trade and industry"."""
    if lows[at] not in offices.MINISTERS:
        return frozenset()
    around = [*lows[:at], *(lows[at + 2 :] if lows[at + 1 : at + 2] in (["of"], ["for"]) else [])]
    return frozenset(offices.PORTFOLIOS[low] for low in around if low in offices.PORTFOLIOS)


def _charge(lows: list[str], at: int) -> str:
    if lows[at] in offices.SHORT:
        return offices.SHORT[lows[at]]
    if "chief" in lows[: at + 1]:
        which = lows[lows.index("chief") + 1 :][:1]
        return offices.CHIEFS.get(which[0], "") if which else ""
    return offices.STATE_OFFICES.get(" ".join(lows[max(0, at - 1) : at + 1]), offices.STATE_OFFICES.get(lows[at], ""))


def _place(forms: list[str], at: int) -> frozenset[str]:
    """The town in "mayor of Elm Green"."""
    if forms[at].lower() not in offices.OF_ONE_PLACE or [f.lower() for f in forms[at + 1 : at + 2]] != ["of"]:
        return frozenset()
    named = forms[at + 2 :]
    stop = next((i for i, form in enumerate(named) if not form[0].isupper()), len(named))
    return frozenset(form.lower() for form in named[:stop])
