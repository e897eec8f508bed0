"""Q007: a person cited by surname alone whom the article never introduces."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.english import closed, nouns, outlets, people, places, sayers, saying, titles
from verifier.english.everyday import FUNCTION, everyday
from verifier.reading import Analysis, tags
from verifier.reading._model import Entity, NameMention
from verifier.reading.words import Words
from verifier.rules import _variants
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule

_NEARBY = 30
"""How far from a name, in words, what shows a person may stand."""


@rule(
    "Q007",
    "unintroduced-name",
    "warning",
    what="A person cited by surname alone, without first name, title or role anywhere in the article.",
    why="A reader cannot know who that is. Often the paragraph that introduced the person was cut.",
    fires=(
        'The talks went on for hours.\n\n"We are close," Okonjo told reporters.\n\nMore talks follow on Friday.',
        "Brandvold, along with Trade Minister Ada Brook, arrived in the capital on Tuesday.\n\nMore talks follow.",
    ),
    passes=(
        'Trade Minister Ada Brook came late.\n\n"We are close," Brook told reporters.',
        'The talks went on for hours.\n\n"We are close," Okonjo, the trade minister, told reporters.',
        "Obama told reporters that he would wait.\n\nMore talks follow on Friday.",
        "Ana Silva came late.\n\nThe Laborite told reporters that she would wait.",
        "Ana Silva turned to her brother, Joao. Joao laughed out loud.",
        "Hindsight tells us that it was late.",
        "Huawei said it would wait.\n\nBeijing said nothing. Reuters wrote about it.",
    ),
)
def unintroduced_name(analysis: Analysis) -> Iterator[Problem]:
    """Each person with one name and nothing beside it."""
    quoted = Quoted.of(analysis)
    for entity in analysis.names.entities:
        if not _bare(analysis, entity) or _introduced(analysis.words, entity.name):
            continue
        shown = next((m for m in entity.mentions if m.bare.start not in quoted and _human(analysis, m)), None)
        if shown is not None and not any(v.rare.entity == entity.index for v in _variants.variants(analysis)):
            yield Problem(
                spans=(shown.bare,),
                message=f"“{entity.name}” is named here, and the article never says who that is.",
                question="Who is this? Give first name and role at the first mention.",
            )


def _introduced(words: Words, name: str) -> bool:
    """Whether the name stands behind another capital somewhere: a first name, a title."""
    for i in words.places.get(name.lower(), ()):
        if i and words.forms[i][0].isupper() and _opens_a_name(words, i - 1):
            return True
        if i > 2 and words.forms[i - 1] == "," and _says_who(words, i - 2):
            return True
    return name.endswith("s") and name[:-1].lower() in words.places  # "the Khans"


def _says_who(words: Words, last: int) -> bool:
    """Whether what somebody is ends here: "her brother, [Sami]", "the captain, [Sami]"."""
    first = next((i for i in range(last, max(last - 4, 0), -1) if words.lows[i] in closed.BEFORE_A_SPEAKER), last)
    return first < last and words.lows[last] in sayers.ONE_PERSON


def _opens_a_name(words: Words, i: int) -> bool:
    """A first name, a title or an initial right before the surname: "Al", "Senator", "J."."""
    form = words.forms[i]
    if form == "." and i and len(words.forms[i - 1]) == 1:
        return True
    if form[0].isupper():
        return words.lows[i] not in FUNCTION or titles.is_given(form)
    return form.isalpha() and words.forms[i - 1][:1].isalpha() and _names_what_it_is(words, i)


def _names_what_it_is(words: Words, noun: int) -> bool:
    """Whether the noun before a name says what it is: "the news site [Pando]", "a fisher called ..." not."""
    determined = any(low in closed.BEFORE_A_SPEAKER for low in words.lows[max(0, noun - 4) : noun])
    return determined and words.lows[noun] not in FUNCTION and not tags.verb_forms().get(words.lows[noun], 0)


def _bare(analysis: Analysis, entity: Entity) -> bool:
    """Whether an entity is one unknown word without title or role."""
    name = entity.name
    if entity.kind not in ("person", "other") or entity.titles or " " in name or len(name) < 3 or name.isupper():
        return False
    if (
        name in outlets.OUTLETS
        or name in people.KNOWN
        or _known_here(analysis, name)
        or titles.is_given(name)
        or everyday(name.lower())
        or name.lower() in nouns.ABSTRACT
    ):
        return False
    return places.region_of(name) is None and name[1:] == name[1:].lower()


def _known_here(analysis: Analysis, name: str) -> bool:
    """Whether the desk's readers know this surname, listed alone or behind a first name."""
    return any(known == name or known.endswith(f" {name}") for known in analysis.settings.known_people)


def _human(analysis: Analysis, mention: NameMention) -> bool:
    """Whether what follows is what people do: to speak, or to come along with somebody."""
    words = analysis.words
    if words.lows[words.at(mention.bare.start) - 1] in closed.ARTICLES:
        return False  # "the Democrat": what somebody is
    t = words.at(mention.bare.end - 1) + 1
    low = [words.lows[u] if u < len(words) else "" for u in range(t, t + 4)]
    if low[0] in saying.ONLY_BY_PEOPLE:
        return True
    if low[0] in saying.ACTS:
        return _speaks_as_person(analysis, mention)
    if low[:3] != [",", "along", "with"]:
        return False
    start = t + 3
    return any(
        analysis.names.of(m).kind == "person"
        and m.title not in (None, "St.")
        and 0 <= words.at(m.span.start) - start <= 1
        for m in _following(analysis, mention)
    )


def _speaks_as_person(analysis: Analysis, mention: NameMention) -> bool:
    """Whether what is said is said of "he" or "she", who can only be the speaker: companies and countries speak too."""
    verb = analysis.words.at(mention.bare.end - 1) + 1
    return any(low in people.HE_OR_SHE_SPEAKS for low in analysis.words.lows[verb + 1 : verb + 4])


def _near(analysis: Analysis, mention: NameMention, first: int, last: int) -> range:
    """The tokens of the mention's sentence between two tokens."""
    sentence = analysis.article.sentence_at(mention.bare.start)
    inside = analysis.words.inside(sentence.span) if sentence else range(0)
    return range(max(first, inside.start), min(last, inside.stop))


def _following(analysis: Analysis, mention: NameMention) -> list[NameMention]:
    """The names of the next words of the sentence."""
    here = analysis.words.at(mention.bare.end - 1) + 1
    inside = _near(analysis, mention, here, here + _NEARBY)
    return list(analysis.names.within(analysis.words.span(inside.start, inside.stop - 1))) if inside else []
