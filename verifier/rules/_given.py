"""Two first names for one person: one that the article knows the surname with, and another that stands once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Span
from verifier.english import closed, given_names, names, people, titles
from verifier.english.everyday import everyday
from verifier.reading import Analysis, tags
from verifier.reading.words import Words

_BEARERS = 12
_SEVERAL = 2
"""A first name that stands more often is somebody's, or the article's other way of writing it throughout."""
_APPOSITION = 12


class Other(NamedTuple):
    """The odd name, the usual one, whether nothing else can be meant, and whether one is the other spelt otherwise."""

    odd: Span
    usual: Span
    sure: bool
    spelling: bool


class _Full(NamedTuple):
    """A first name and a surname by their tokens."""

    first: int
    last: int


def others(analysis: Analysis) -> Iterator[Other]:
    """Every first name that stands before a surname which the article gives to somebody else of that sex."""
    words = analysis.words
    for surname, given in _surnames(analysis).items():
        bearers = _bearers(analysis, surname, given)
        if not 1 < len(bearers) < _BEARERS:
            continue
        ranked = sorted(bearers.values(), key=lambda told: (len(told), -told[0].first))
        for told in ranked[:-1]:
            spelt = next((r for r in reversed(ranked) if r is not told and _is_spelling(analysis, told, r)), None)
            if spelt is not None:
                yield Other(words.span(*told[0]), words.span(*spelt[0]), sure=True, spelling=True)
                break
            if _is_other(analysis, told[0], ranked[-1], told):
                sure = len(bearers) == _SEVERAL and _may_be_one(analysis, told[0], ranked[-1])
                if sure or _may_be_likely(words, told[0], ranked[-1][0]):
                    yield Other(words.span(*told[0]), words.span(*ranked[-1][0]), sure, spelling=False)


def _is_spelling(analysis: Analysis, told: list[_Full], usual: list[_Full]) -> bool:
    """Whether two first names sound alike, and nothing shows two people, as where one sentence has both."""
    words = analysis.words
    one, other = (words.lows[name[0].first] for name in (told, usual))
    if len(told) > _SEVERAL or len(told) > len(usual) or not given_names.sound_alike(one, other):
        return False
    sentences = [{_sentence(analysis, n) for n in name} for name in (told, usual)]
    return sentences[0].isdisjoint(sentences[1]) and not any(_of_kin(analysis, n, back=0) for n in told)


def _is_other(analysis: Analysis, odd: _Full, usual: list[_Full], told: list[_Full]) -> bool:
    words = analysis.words
    if len(told) > 1 or len(words.places[words.lows[odd.first]]) > 1 or _is_explained(analysis, odd):
        return False
    if _is_introduced(analysis, odd, usual) and not _same_office(analysis, odd, usual):
        return False
    tied = len(usual) == 1
    return not (tied and _is_explained(analysis, usual[0]))


def _surnames(analysis: Analysis) -> dict[str, set[str]]:
    """The surnames of the article's people with the first names of those that the names know."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in analysis.names.entities:
        parts = entity.name.lower().split()
        if entity.kind == "person" and len(parts) > 1 and parts[-1] not in names.GENERATIONS:
            told = {tuple(m.bare.of(analysis.article.plain).lower().split()) for m in entity.mentions}
            found[parts[-1]].update(form[0] for form in told if len(form) > 1 and form[-1] == parts[-1])
            found[parts[-1]].add(parts[0])
    return found


def _bearers(analysis: Analysis, surname: str, given: set[str]) -> dict[str, list[_Full]]:
    """Where the surname stands behind a first name, by that name; none where it has a "Jr."."""
    words = analysis.words
    found: dict[str, list[_Full]] = defaultdict(list)
    for at in words.places.get(surname, ()):
        if len(found) >= _BEARERS:
            break
        if words.lows[at + 1 : at + 2] and words.lows[at + 1].strip(".") in names.GENERATIONS:
            return {}
        first = at - 1
        while first > 0 and _between(analysis, first):
            first -= 1
        low = words.lows[first] if first >= 0 else ""
        opens = first <= 0 or not words.forms[first - 1][0].isalnum()
        known = (titles.is_given(low) and not (opens and everyday(low))) or low in given
        if first > 1 and words.forms[first - 1] == "." and len(words.forms[first - 2]) == 1:
            continue  # "B. Hussein Obama": a middle name
        if first >= 0 and words.forms[first][0].isupper() and words.forms[at][0].isupper() and known:
            as_before = next((name for name in found if low == name or given_names.is_short_for(low, name)), low)
            found[as_before].append(_Full(first, at))
    return found


def _between(analysis: Analysis, at: int) -> bool:
    """Whether a word is an initial between first name and surname, or a particle ("de", "van")."""
    form, before = analysis.words.forms[at], analysis.words.forms[at - 1]
    initial = len(form.strip(".")) == 1 and form[0].isupper()
    stop = form == "." and len(before) == 1 and before.isupper()  # "Donald J. Trump": the stop behind an initial
    return initial or stop or analysis.words.lows[at] in names.PARTICLES


def _sentence(analysis: Analysis, name: _Full) -> int:
    sentence = analysis.article.sentence_at(analysis.words.starts[name.first])
    return sentence.index if sentence else -1


def _of_kin(analysis: Analysis, name: _Full, back: int = 1) -> bool:
    """Whether a word of kin stands in the sentence of a name or in so many before: "He has a brother"."""
    at = _sentence(analysis, name)
    told = (analysis.words.inside(s.span) for s in analysis.article.sentences[max(0, at - back) : at + 1])
    return any(not people.SIBLINGS_AND_SPOUSES.isdisjoint(analysis.words.lows[t.start : t.stop]) for t in told)


def _is_explained(analysis: Analysis, name: _Full) -> bool:
    """Whether the text tells of kin or of one who was in office before; whether the name is joined to another."""
    words = analysis.words
    if _of_kin(analysis, name):
        return True
    before = words.lows[max(0, name.first - 4) : name.first]
    after = words.lows[name.last + 1 : name.last + 3]
    if not titles.PAST.isdisjoint(before):
        return True
    return before[-1:] == ["not"] or after[:1] == ["("] or _is_joined(analysis, name)


def _is_joined(analysis: Analysis, name: _Full) -> bool:
    """Whether a name is joined to one of its family: "Ann and [John Reed]", "[Ann Reed] and John Reed"."""
    words, surname = analysis.words, analysis.words.lows[name.last]
    before = name.first - 2
    if words.lows[name.first - 1 : name.first] and words.lows[name.first - 1] in _JOINS and before >= 0:
        lone = before == 0 or not words.forms[before - 1][0].isupper()
        if words.lows[before] == surname or (lone and words.forms[before][0].isupper()):
            return True
    behind = words.forms[name.last + 2 : name.last + 5]
    if words.lows[name.last + 1 : name.last + 2] and words.lows[name.last + 1] in _JOINS and behind:
        alone = len(behind) < _TWO or not behind[1][0].isupper()
        return behind[0][0].isupper() and (alone or surname in (form.lower() for form in behind))
    return False


_TITLE = 4  # words: "the port's crisis consultant"
_JOINS = closed.COORDINATORS | {"&"}
_TWO = 2


def _is_introduced(analysis: Analysis, name: _Full, usual: list[_Full]) -> bool:
    """Whether a name is given with who bears it: behind a comma ("Ada Vale, 41, a lawyer"), or in a title before it
    where the usual name has one too, or by a noun before it where both stand but once ("the consultant Ada Vale")."""
    lows = analysis.words.lows
    after = lows[name.last + 1 : name.last + 3]
    behind = after[:1] == [","] and (after[1:2] != [] and (after[1] in people.APPOSITIVE or after[1].isdigit()))
    titled = _role_before(analysis, name) is not None
    described = (
        analysis.tags[name.first - 1 : name.first] == [tags.NOUN]
        and not closed.DETERMINERS_OF_ONE.isdisjoint(lows[max(0, name.first - _TITLE) : name.first])
        and len(usual) == 1
    )
    return behind or described or (titled and any(_role_before(analysis, other) is not None for other in usual))


def _role_before(analysis: Analysis, name: _Full) -> str | None:
    """The role right before a name, with the word that says which: "finance minister"."""
    lows = analysis.words.lows
    at = name.first - (2 if lows[name.first - 1 : name.first] == [","] else 1)
    if at < 0 or lows[at] not in titles.ROLES:
        return None
    opens = analysis.article.sentence_at(analysis.words.starts[at])
    which = lows[at - 1] if opens and analysis.words.starts[at] > opens.span.start else ""
    return f"{which} {lows[at]}" if which in titles.MODIFIERS else lows[at]


def _same_office(analysis: Analysis, odd: _Full, usual: list[_Full]) -> bool:
    """Whether who bears the odd name is said to be what the article says of the usual one, by word or by deed:
    "chairman" and "has chaired", "chief executive" and "has run the company"."""
    mine = _roles(analysis, odd)
    return any(mine & _roles(analysis, name) for name in usual)


def _roles(analysis: Analysis, name: _Full) -> set[str]:
    """What the words around a name say of its bearer's office."""
    words = analysis.words
    title = _role_before(analysis, name)
    found = {title} if title else set()
    if words.lows[name.last + 1 : name.last + 2] == [","]:
        behind = words.lows[name.last + 2 : name.last + 2 + _APPOSITION]
        stop = next((i for i, low in enumerate(behind) if low in {",", ".", ";"}), len(behind))
        for low, before in zip(behind[:stop], ["", *behind], strict=False):
            if low in titles.ROLES:
                found.update((low, f"{before} {low}") if before in titles.MODIFIERS else (low,))
            elif low in titles.DEEDS:
                found.add(titles.DEEDS[low])
    return found | {titles.HEADS[r.split()[-1]] for r in found if r.split()[-1] in titles.HEADS}


def _may_be_likely(words: Words, odd: _Full, usual: _Full) -> bool:
    """Whether both are first names, and not a man's and a woman's: "North Florida" names nobody."""
    lows = [words.lows[name.first] for name in (odd, usual)]
    sexes = {titles.gender_of(low) for low in lows}
    return all(map(titles.is_given, lows)) and not {"male", "female"} <= sexes


def _may_be_one(analysis: Analysis, odd: _Full, usual: list[_Full]) -> bool:
    """Whether both are introduced with one title, or are of one sex."""
    words = analysis.words
    mine = _role_before(analysis, odd)
    if mine is not None and any(mine == _role_before(analysis, name) for name in usual):
        return True
    title = words.lows[odd.first - 1] if odd.first else ""
    if title in titles.HONORIFICS and any(name.first and words.lows[name.first - 1] == title for name in usual):
        return True
    sexes = [titles.gender_of(words.lows[name.first]) for name in (odd, usual[0])]
    if None not in sexes:
        return sexes[0] == sexes[1]
    return _same_office(analysis, odd, usual)
