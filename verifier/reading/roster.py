"""The roster: everybody whom an article names as a person, a body or a document, each once, in the fullest form.

For questions of the kind "which of these says it?". What only looks like a name (half of a word, a contraction, a day,
a figure, a party's adjective) has no place here, nor has a surname that two people of the article share.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from verifier.article import Span
from verifier.english import closed, grammar, inflection, names, nouns, outlets, people, places, titles
from verifier.english.everyday import CALENDAR, everyday
from verifier.english.inflection import Form, plural
from verifier.reading import _bodies, tags, vagueness, who
from verifier.reading._analysis import Analysis
from verifier.reading._full_names import full_name
from verifier.reading._model import Entity, NameMention, Source
from verifier.reading.words import Words

NamedKind = Literal["person", "body", "document"]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that can be the source of a statement.

    ``name`` is the fullest form in the article with the title it bears there; ``mention`` the first place where those
    words stand; ``entity`` the index among the article's names, None for who is only described ("the harbour master").
    """

    name: str
    kind: NamedKind
    mention: Span
    entity: int | None = None


def roster(analysis: Analysis) -> tuple[Named, ...]:
    """Everybody named, in the order of the first mention."""
    spoken = {a.source.entity for a in analysis.attributions if a.source is not None}
    surnames = Counter(e.name.split()[-1] for e in analysis.names.entities if e.kind == "person" and " " in e.name)
    found = [named for e in analysis.names.entities if (named := _entity(analysis, e, spoken, surnames)) is not None]
    short = _shortened(found) | _last_names(analysis, found)
    found = [named for named in found if named.name not in short]
    every = {named.name for named in found}
    found = [named for named in found if named.name.removesuffix("s") not in every - {named.name}]  # "the Ann Lees"
    known = {_same(named.name) for named in found}
    described = tuple(sorted((*_described(analysis), *_unnamed(analysis)), key=lambda named: named.mention))
    held = _held(analysis, (*found, *(one for one in described if _is_somebodys(one))))
    heads: set[str] = set()  # of the documents that were told of so far: "the report" is one of them
    somebody = min((one.mention for one in found if one.kind == "person"), default=None)
    for named in described:
        before = somebody is not None and somebody < named.mention
        again = named.name.lower().split() in [["the", noun] for noun in heads]
        if _same(named.name) not in known and not again and not _stands_for(named, held, before=before):
            known.add(_same(named.name))
            heads |= {head(named.name.lower().split())} if named.kind == "document" else set()
            found.append(named)
            if named.kind == "person" and not before:
                somebody = named.mention
    return tuple(sorted(found, key=lambda named: named.mention))


def _last_names(analysis: Analysis, found: Sequence[Named]) -> set[str]:
    """How people are called who stand there with more of their name: "Mrs. Suu Kyi" beside "Aung San Suu Kyi"."""
    people_named = [
        (one.name, analysis.names.entities[one.entity].name)
        for one in found
        if one.entity is not None and one.kind == "person"
    ]
    return {name for name, bare in people_named if sum(other.endswith(f" {bare}") for _, other in people_named) == 1}


def _unnamed(analysis: Analysis) -> Iterator[Named]:
    """Bodies without a name of their own that the article tells of, whether or not they say something."""
    for place in (*_bodies.somebodys(analysis), *_bodies.partisans(analysis)):
        yield Named(" ".join(place.of(analysis.article.text).split()), "body", place)


def _entity(analysis: Analysis, entity: Entity, spoken: set[int | None], surnames: Counter[str]) -> Named | None:
    """The entity, if it can speak and is wholly a name."""
    if (
        entity.kind == "place"
        or _bodies.is_a_thing(analysis, entity)
        or not any(_whole(analysis, m) for m in entity.mentions)
    ):
        return None
    if not who.may_speak(entity.name, known=True):
        return None
    parts = entity.name.split()
    no_name = _kind_of_people(entity, parts) if len(parts) > 1 else surnames[parts[0]] or _ordinary(entity)
    if no_name or entity.name.title() in places.PLACES or _other_words(entity, parts, spoken=entity.index in spoken):
        return None
    kind: NamedKind = "person" if entity.kind == "person" else "body"
    if kind == "body" and entity.kind != "outlet" and parts[-1].lower() in nouns.DOCUMENTS:
        kind = "document"
    name, mention = full_name(analysis.article.text, analysis.words, entity)
    return Named(name, kind, mention, entity.index)


def _other_words(entity: Entity, parts: Sequence[str], *, spoken: bool) -> bool:
    """Whether capitals are no name: a line in capitals, a slogan, the title of another page, "Jo Poe-led"."""
    if any(part.lower() in closed.ATTACHES and part.istitle() for part in parts[1:]):  # the title of another page
        return True
    if "-" in parts[-1] and tags.verb_forms().get(parts[-1].rsplit("-")[-1], 0) & Form.PAST:
        return True
    shouted = sum(map(_shouted, parts)) > 1  # "THE HARBOUR IS SHUT"
    opens = entity.kind in ("other", "organisation") and len(parts) > 1 and parts[0].lower() in _NO_OPENING
    unknown = entity.kind == "other" and (not _several(parts) or any(p.lower() in _OF_A_SENTENCE for p in parts))
    return not spoken and (shouted or unknown or opens)  # "[Plus] Democrats are late"


def _is_somebodys(described: Named) -> bool:
    """Whether a body is described by whose it is: "the Lee campaign", which "the campaign" then is, too."""
    return described.kind == "body" and any(part[0].isupper() for part in described.name.split()[1:])


def _shortened(found: Sequence[Named]) -> set[str]:
    """The names of bodies that stand there with more of the name, too: the "Security Council" or the "U.N. Security
    Council" beside the "United Nations Security Council"."""
    bodies = [one.name for one in found if one.kind != "person"]
    ends = {name[at + 1 :] for name in bodies for at, mark in enumerate(name) if mark == " "}
    in_letters: dict[_InLetters, set[str]] = defaultdict(set)
    for name in bodies:
        for form in _in_letters(name):
            in_letters[form].add(name)
    spelt_out = {form for one in found for form in _spelt_out(one.name, {len(letters) for _, letters, _ in in_letters})}
    return ends.intersection(bodies).union(*(in_letters[form] for form in spelt_out & in_letters.keys()))


_InLetters = tuple[tuple[str, ...], str, tuple[str, ...]]
"""A name in which letters stand for some words: what is before them, the letters, what is behind."""


def _in_letters(name: str) -> Iterator[_InLetters]:
    """The letters of a name that may stand for words: "[U.N.] Council"."""
    parts = _plain(name).split()
    for at, form in enumerate(name.removeprefix("the ").removeprefix("The ").split()):
        letters = form.replace(".", "")
        if len(letters) > 1 and letters.isupper():
            yield tuple(parts[:at]), letters.lower(), tuple(parts[at + 1 :])


def _spelt_out(name: str, lengths: Iterable[int]) -> Iterator[_InLetters]:
    """How a name is written with letters for some of its words: "[United Nations] Council"."""
    whole = [low for low in re.split(r"[\s-]+", _plain(name)) if low not in names.SMALL]
    for length in lengths:
        for at in range(len(whole) - length + 1):
            letters = "".join(word[:1] for word in whole[at : at + length])
            yield tuple(whole[:at]), letters, tuple(whole[at + length :])


def _held(analysis: Analysis, found: Sequence[Named]) -> frozenset[str]:
    """What the named people are called beside their names, and the words of which bodies' names are made: who is only
    called so is one of them ("the senator", "the university")."""
    entities = (analysis.names.entities[one.entity] for one in found if one.entity is not None)
    called = {word for e in entities if e.kind == "person" for title in e.titles for word in title.lower().split()}
    return frozenset(called | {word for one in found if one.kind == "body" for word in one.name.lower().split()})


def _stands_for(described: Named, held: frozenset[str], *, before: bool) -> bool:
    """Whether a description says of somebody who is named what he is: "the [former] candidate", "the department", and
    behind any person's name "the cautious candidate", "the Ohio senator", "the tycoon"."""
    parts = described.name.split()
    lows = [part.lower() for part in parts]
    bare = all(low not in closed.ENDS_HEAD and not low.endswith(("'s", "’s")) for low in lows[1:])
    if not bare or lows[0] != "the":
        return False
    named = any(part[0].isupper() for part in parts[1:])
    if described.kind != "person":
        return lows[-1] in held and not named  # not "the Lee campaign"
    told = any(low in titles.PAST or low.endswith(("ed", *inflection.OF_ADJECTIVES)) for low in lows[1:-1])
    return lows[-1] in held or (before and (named or told or lows[-1] in titles.ROLES))


def _whole(analysis: Analysis, mention: NameMention) -> bool:
    """Whether the name is no part of a longer word: not the "AT" of "AT&T", nor the "Post" of "Post-war"."""
    plain, (start, end) = analysis.article.plain, mention.bare
    before, after = plain[start - 1 : start], plain[end : end + 1]
    clipped = after in ("'", "’") and plain[end + 1 : end + 3].lower().rstrip() not in ("s", "", "s,", "s.")
    initial = plain[start:end].split()[-1]
    if after == "." and len(initial) == 1 and initial.isupper() and plain[end + 1 : end + 5] == " and":
        return False  # "[Charles G]. and David H. Koch"
    joined = after in ("-", "–", "&", "@", "/") and plain[end + 1 : end + 2].isalnum()
    # "[Democratic People]'s Republic": the name goes on behind the mark.
    goes_on = analysis.names.of(mention).kind == "other" and after in ("'", "’") and plain[end + 3 : end + 4].isupper()
    cut = joined or clipped or goes_on
    return not (before.isalnum() or before in ("-", "–", "&", "@", "#", "/")) and not cut


def _kind_of_people(entity: Entity, parts: Sequence[str]) -> bool:
    """ "a Tennessee Republican", "Latin Americans": a party's or a people's word at the end, and nobody's name."""
    return not entity.titles and (parts[-1].lower() in names.PARTISANS or parts[-1] in places.DEMONYMS)


def _ordinary(entity: Entity) -> bool:
    """Whether a single word names nobody: a day, a party's adjective, a word that any sentence may open with."""
    name = entity.name
    low = name.lower()
    if low.replace(".", "") in CALENDAR or low.removesuffix("s") in names.PARTISANS or any(c.isdigit() for c in name):
        return True
    if (
        low in names.ORGANISATION_WORDS
        or name in places.DEMONYMS
        or "'" in name
        or "’" in name
        or len(name) < _SHORTEST
    ):
        return True
    return low in _CIRCLES or (everyday(low) and not entity.titles and name not in outlets.OUTLETS)


_SHORTEST = 2
_OF_A_SENTENCE = grammar.PRONOUNS | grammar.POSSESSIVES | grammar.AUXILIARIES | grammar.ADVERBS - grammar.TIMES
"""Words that make a slogan or another page's headline of a run of capitals: "Make Ayr Great Again"."""
_NO_OPENING = grammar.PREPOSITIONS | grammar.CONJUNCTIONS
_CIRCLES = frozenset(plural(noun) for noun in (*nouns.GROUPS, *nouns.DOCUMENTS, *titles.ROLES))


def _shouted(part: str) -> bool:
    return part.isupper() and part.isalpha() and len(part) > _LONGEST_ACRONYM


_LONGEST_ACRONYM = 4  # letters


def _several(parts: Sequence[str]) -> bool:
    """Whether an unknown name of several words reads like a body's: no day, no year, nothing else of that sort."""
    lows = [part.lower().strip(".,") for part in parts if part.lower() not in names.GENERATIONS]
    thing = "-" in parts[-1] and parts[-1].split("-")[-1].islower()  # "NASA T-shirt"
    usable = len(lows) > 1 and not thing and lows[-1] not in names.OTHER_WORDS and lows[0] not in closed.ARTICLES
    usable = usable and parts[-1].removesuffix("s") not in places.DEMONYMS and not all(part.isupper() for part in parts)
    telling = sum(not everyday(low) for low in lows)
    return usable and telling > 0 and not any(low in CALENDAR or low.isdigit() for low in lows)


def _described(analysis: Analysis) -> Iterator[Named]:
    """Sources without a name that are one person, one body or one document all the same: "the harbour master"."""
    for attribution in analysis.attributions:
        source = attribution.source
        if source is None or not source.resolved or source.entity is not None:
            continue
        if source.basis != "explicit" or source.vague:
            continue
        kind = _kind(analysis, source)
        if kind is not None:
            yield Named(" ".join(source.name.split()), kind, source.mention)


def _kind(analysis: Analysis, source: Source) -> NamedKind | None:
    """What a description names, by its head noun; None where it is no description of one of these."""
    words = analysis.words
    inside = words.inside(source.mention)
    lows = words.lows[inside.start : inside.stop]
    owned = any(low in closed.AFTER_AN_OWNER for low in lows)
    if (
        not lows
        or len(lows) > _LONGEST
        or lows[0] in grammar.POSSESSIVES
        or not (lows[0] in closed.ONE_SPEAKER or (owned and _opens(words, inside)))
    ):
        return None
    if any(low[0].isdigit() for low in lows[1:]) and "-" not in "".join(lows):  # "its forecast by 0.1 points"
        return None
    if vagueness.of(words, source.mention) == "vague":
        return None
    noun = head(lows)
    if noun in nouns.DOCUMENTS:
        return "document"
    if noun in nouns.GROUPS:
        return "body"
    personal = noun in titles.ROLES or noun in people.NOUNS or noun.endswith(people.ENDINGS)
    return "person" if personal else None


def _opens(words: Words, phrase: range) -> bool:
    """Whether a phrase without an article begins with a name: "Lund's harbour master", not "both suggested Lund's"."""
    return words.forms[phrase.start][:1].isupper()


def is_document(name: str) -> bool:
    """Whether a description names a text, which says things without a mouth: "a 40-page report on the fire"."""
    return head(name.lower().split()) in nouns.DOCUMENTS


def head(lows: Sequence[str]) -> str:
    """The noun that a description is about, the last one before what is hung on it; empty where there is no word."""
    end = next((i for i, low in enumerate(lows) if i and low in closed.ENDS_HEAD), len(lows))
    return lows[end - 1] if lows else ""


_LONGEST = 10  # words of a description


def _plain(name: str) -> str:
    """The name for comparison: its article and capitals aside."""
    opening, _, rest = name.lower().partition(" ")
    return rest if opening in closed.ARTICLES and rest else name.lower()


def _same(name: str) -> str:
    """What two names of one have in common: "Ann Lee's campaign" is "the Lee campaign"."""
    words = _bare(name).split()
    return " ".join(
        words[-2:] if len(words) > 1 and words[-1] in nouns.OF_SOMEBODY and name.split()[-2][0].isupper() else words
    )


def _bare(name: str) -> str:
    """The same without what tells an owner: "Mr. Lee's campaign" is "the Lee campaign"."""
    words = re.sub(r"['’]s\b", "", _plain(name)).split()
    return " ".join(word for word in words if word not in titles.HONORIFICS)
