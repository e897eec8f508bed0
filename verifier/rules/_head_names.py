"""Names in headline, standfirst and lead: whether the body knows them, and what it says in their place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from verifier.article import Sentence, Span
from verifier.english import closed, names, places, saying, titles
from verifier.english.calendar import WEEKDAYS
from verifier.english.everyday import everyday
from verifier.english.places import WIDE
from verifier.events.top import Top, partners
from verifier.reading import Analysis, matching
from verifier.reading._model import NameMention
from verifier.reading.capitals import title_case
from verifier.rules._opposed import Opposed

_VARIANTS = {
    short: tuple(words.split())
    for short, words in (
        ("gop", "republican republicans"),
        ("dem", "democrat democratic"),
        ("dems", "democrats democratic"),
        ("democrats", "democrat democratic"),
        ("democratic", "democrat democrats"),
        ("republicans", "republican"),
        ("obamacare", "affordable"),
        ("potus", "president"),
        ("scotus", "supreme"),
        ("feds", "federal"),
        ("fed", "federal"),
        ("tories", "conservative conservatives"),
        ("tory", "conservative conservatives"),
        ("libs", "liberal liberals"),
        ("brexit", "britain british u.k. uk"),
        ("xmas", "christmas"),
        ("muslims", "muslim"),
        ("jews", "jewish"),
        ("christians", "christian"),
        ("ag", "attorney"),
        ("pm", "minister"),
        ("parliament", "parliamentary mps lawmakers"),
        ("congress", "congressional congressman congresswoman lawmakers"),
        ("senate", "senator senators"),
        ("capitol", "congress"),
        ("mps", "parliament parliamentary lawmakers legislators mp"),
        ("commons", "parliament mps"),
    )
}
"""Short and popular words of headlines, and a word that the body may have instead."""

_TOLD = 0.45
"""How much of its sentence a sentence of the body must hold for a name to stand in another's place."""
_FEW = 2
_ROOT = 6
_TIME = frozenset(day + "s" for day in WEEKDAYS) | frozenset(WEEKDAYS)
_SMALL = 3  # letters of a word that gives an acronym none
_LONGEST_ACRONYM = 6


class Known:
    """What the body names: its words, its regions and its entities. What few names ask for is made when one does."""

    def __init__(self, analysis: Analysis, start: int) -> None:
        words, text = analysis.words, analysis.article.plain
        inside = words.inside(Span(start, len(text)))
        body = [m for m in analysis.names.mentions if m.bare.start >= start]
        self._forms = words.forms[inside.start : inside.stop]
        self.lows = set(words.lows[inside.start : inside.stop])
        for low in tuple(self.lows):
            if "-" in low or "." in low:
                self.lows.update((*low.split("-"), low.replace(".", "")))
        self.keys = frozenset(analysis.keys[inside.start : inside.stop])
        self.regions = {r for m in body if (r := places.region_of(m.bare.of(text)))}
        self.entities = {m.entity for m in body}

    @cached_property
    def _roots(self) -> frozenset[str]:
        """How the longer words with a capital begin: "Bavarian" is known where "Bavaria" is."""
        return frozenset([f[:_ROOT].lower() for f in set(self._forms) if len(f) > _ROOT and f.istitle()])

    @cached_property
    def _initials(self) -> str:
        """The first letters of the words with a capital, a blank for every other word that can end a name."""
        return "".join(
            [f[0] if f[0].isupper() else " " for f in self._forms if f.lower() not in names.SMALL_IN_HEADLINES]
        )

    @cached_property
    def _plain_initials(self) -> str:
        """The first letters of the longer words, a blank for every other."""
        return "".join([f[0].lower() if len(f) > _SMALL else " " for f in self._forms])

    def holds(self, analysis: Analysis, mention: NameMention) -> bool:
        """Whether the body knows a name of the head, in whatever form."""
        if mention.entity in self.entities:
            return True
        name = mention.bare.of(analysis.article.plain)
        region = places.region_of(name)
        if region is not None and (region in self.regions or region.lower() in self.lows):
            return True
        return any(self.has(low) for low in name_words(name))

    def has(self, low: str) -> bool:
        """Whether the body has this word of a name, or the word behind a headline's variant of it."""
        bare = low.replace(".", "")
        if low in self.lows or bare in self.lows or not self.lows.isdisjoint(_VARIANTS.get(low, ())):
            return True
        return matching.key(low) in self.keys or self._spelt_out(bare) or low[:_ROOT] in self._roots

    def _spelt_out(self, letters: str) -> bool:
        """Whether the letters are the initials of words side by side: "wto" for World Trade Organization, "ai" for
        artificial intelligence."""
        if not 2 <= len(letters) <= _LONGEST_ACRONYM:
            return False
        return letters.upper() in self._initials or letters in self._plain_initials


def name_words(name: str) -> list[str]:
    """The words of a name that tell something, in lower case."""
    return [w.lower() for w in name.replace("-", " ").replace("'", " ").replace("’", " ").split() if w[0].isupper()]


def known(analysis: Analysis, reading: Top, sentence: Sentence) -> Known:
    """What the article names behind a sentence of its head."""
    return _named_from(analysis, _body_start(analysis, reading, sentence))


@lru_cache(maxsize=2)
def _named_from(analysis: Analysis, start: int) -> Known:
    return Known(analysis, start)


def _body_start(analysis: Analysis, reading: Top, sentence: Sentence) -> int:
    first = max(sentence.paragraph + 1, reading.body_from)
    paragraphs = analysis.article.paragraphs
    return paragraphs[first].span.start if first < len(paragraphs) else len(analysis.article.plain)


def strangers(analysis: Analysis, reading: Top, sentence: Sentence) -> Iterator[NameMention]:
    """The names in a sentence of the head that the body never mentions, those left out that another name answers."""
    body = known(analysis, reading, sentence)
    shouted = title_case(analysis.words, sentence.span)
    told = {pair.here for pair in _answered(analysis, reading, sentence)}
    for mention in analysis.names.within(sentence.span):
        words = name_words(mention.bare.of(analysis.article.plain))
        plain = shouted or mention.bare.start == sentence.span.start
        vague = not words or len(words[0]) == 1 or (plain and analysis.names.of(mention).kind == "other")
        if (
            not vague
            and not _of_the_world(words)
            and mention.bare not in told
            and not all(map(_is_noun, words))
            and not (analysis.names.of(mention).kind == "other" and words[-1].endswith(names.ENDINGS_OF_ANYBODY))
            and not _is_short_for_a_state(analysis, mention)
            and not body.holds(analysis, mention)
        ):
            yield mention


def is_label(analysis: Analysis, mention: NameMention) -> bool:
    """Whether a name is no part of what the headline tells: who writes or speaks, before a colon; a tag; a first name
    by which a person of the body may be called."""
    words = analysis.words
    first, last = words.at(mention.bare.start), words.at(mention.bare.end - 1)
    if words.lows[last + 1 : last + 2] == [":"] or (first and words.forms[first - 1] in closed.BEFORE_A_TAG):
        return True
    if first > 1 and words.forms[first - 1] == ":" and words.lows[first - 2] in saying.TALKS:
        return True  # "Interview: Ann Lee, mayor"
    return first == last and titles.is_given(words.lows[first])


def is_known(analysis: Analysis, mention: NameMention, sentence: Sentence) -> bool:
    """Whether a word is surely a name that a body would have to tell of: a person's in full, or one that no headline
    writes with a capital otherwise. A place may stand in the body under another name ("Ga.", "the capital")."""
    if title_case(analysis.words, sentence.span):
        return False
    kind, name = analysis.names.of(mention).kind, mention.bare.of(analysis.article.plain)
    if kind == "other":
        low, at = name.lower(), analysis.words.at(mention.bare.start)
        if analysis.words.low(at - 1) in closed.ONE or _is_where(analysis, at) or _is_greeted(analysis, at, sentence):
            return False  # "makes a Capital investment": one of a kind, and a play on words
        return low.isalpha() and not everyday(low) and not low.endswith(names.ENDINGS_OF_ANYBODY)
    return kind == "organisation" or (kind == "person" and " " in name)


def _is_where(analysis: Analysis, at: int) -> bool:
    """Whether what begins at a token is where it happens, which a paper leaves unsaid to those who live there: "fire in
    [Ostle]", "the fair returns to [Ostle]"."""
    before = analysis.words.low(at - 1)
    return before in closed.WHERE - {"of"} or (
        before == "to" and analysis.words.low(at - 2) in closed.BEFORE_TO_A_PLACE
    )


def _is_greeted(analysis: Analysis, at: int, sentence: Sentence) -> bool:
    """Whether a headline greets whoever is named at a token: "Good morning, [Ostle]"."""
    opening = analysis.words.low(analysis.words.at(sentence.span.start))
    return analysis.words.low(at - 1) == "," and opening in closed.GREETINGS


def _is_short_for_a_state(analysis: Analysis, mention: NameMention) -> bool:
    """Whether a name is "Pa." or "Ga.", which the body has in full or leaves to the name of a town."""
    text = analysis.article.plain
    name = mention.bare.of(text).rstrip(".")
    return text[mention.bare.end : mention.bare.end + 1] == "." and places.region_of(f"{name}.") is not None


def _is_noun(low: str) -> bool:
    """Whether a word of a name is a common noun, which the body may have in a name of its own: "Council", "Club"."""
    return everyday(low) or low in names.ORGANISATION_WORDS or low in names.PLACE_WORDS or low in names.OTHER_WORDS


def _of_the_world(words: list[str]) -> bool:
    """Whether a name is a continent's or a weekday: a body that tells of a country or a date need not repeat it."""
    wide = len(words) > 1 and all(w in WIDE for w in words)
    return wide or all(w in _TIME for w in words)


def swapped(analysis: Analysis, reading: Top, sentence: Sentence) -> Iterator[Opposed]:
    """Names of the head that stand where the body, telling the same, has another name of the same kind."""
    return (pair for pair in _answered(analysis, reading, sentence) if pair.what == "name")


@lru_cache(maxsize=8)
def _answered(analysis: Analysis, reading: Top, sentence: Sentence) -> tuple[Opposed, ...]:
    """The same with those that may be one name in two forms, which are told as another way to differ."""
    return tuple(_answers(analysis, reading, sentence))


def _answers(analysis: Analysis, reading: Top, sentence: Sentence) -> Iterator[Opposed]:
    mentions = list(analysis.names.within(sentence.span))
    if not mentions or title_case(analysis.words, sentence.span):
        return
    told = partners(reading, sentence, _TOLD)
    if not told:  # before what the body names is asked, which costs more
        return
    body = known(analysis, reading, sentence)
    if len(mentions) > _FEW and sum(not body.holds(analysis, m) for m in mentions) > _FEW:
        return  # a caption or another story, not the same one told again
    taken: set[int] = set()
    for near in told:
        for mine, theirs in _swaps(analysis, reading, (sentence, near.sentence), body):
            if mine.entity not in taken and theirs.entity not in taken:
                taken.update((mine.entity, theirs.entity))
                yield Opposed(mine.bare, theirs.bare, "form" if _may_be_one_name(analysis, mine, theirs) else "name")


def _swaps(
    analysis: Analysis, reading: Top, pair: tuple[Sentence, Sentence], body: Known
) -> Iterator[tuple[NameMention, NameMention]]:
    """Names that answer each other in the alignment of two sentences, where the body does not know the first."""
    here, there = (reading.words.inside(s.span) for s in pair)
    mine = {reading.words.lows[t] for t in here}
    slots = matching.slots(matching.align(reading.keys, here, there), here, there)
    theirs = list(analysis.names.within(pair[1].span))
    for a, b in slots:
        for mention in analysis.names.within(pair[0].span):
            if not _capital_only(analysis, mention, pair[0]) and _foreign(analysis, body, mention, a):
                answers = (o for o in theirs if not _capital_only(analysis, o, pair[1]))
                yield from ((mention, o) for o in answers if _is_answer(analysis, mention, o, mine, b))


def _capital_only(analysis: Analysis, mention: NameMention, sentence: Sentence) -> bool:
    """Whether one word of no known kind opens the sentence: its capital may be the sentence's, as in "Harbour town"."""
    alone = len(analysis.words.inside(mention.bare)) == 1 and mention.bare.start == sentence.span.start
    return alone and analysis.names.of(mention).kind == "other"


def _is_answer(analysis: Analysis, mention: NameMention, other: NameMention, mine: set[str], slot: range) -> bool:
    kinds = {analysis.names.of(mention).kind, analysis.names.of(other).kind}
    alike = len(kinds) == 1 or "other" in kinds
    return alike and other.entity != mention.entity and _foreign_there(analysis, mine, other, slot)


def _may_be_one_name(analysis: Analysis, mention: NameMention, other: NameMention) -> bool:
    """Whether what differs is no name: the letters that another name begins with ("DOJ", "Justice Department"), or a
    word that says before one surname what somebody is ("Liberal singer Vale", "Ada Vale")."""
    pair = (mention, other)
    mine, theirs = ([f for f in m.bare.of(analysis.article.plain).split() if f[0].isupper()] for m in pair)
    if not mine or not theirs:
        return True
    if len(mine) == 1 and mine[0].isupper() and len(mine[0]) <= _LONGEST_ACRONYM:
        return {word[0] for word in theirs} <= set(mine[0])
    people = all(analysis.names.of(m).kind == "person" for m in pair)
    before = [word.lower() for name in (mine, theirs) for form in name[:-1] for word in form.split("-")]
    return people and mine[-1] == theirs[-1] and any(everyday(w) and not titles.is_given(w) for w in before)


def _foreign(analysis: Analysis, body: Known, mention: NameMention, slot: range) -> bool:
    """Whether a word of the name lies in the slot that the body does not have anywhere."""
    words = analysis.words
    name = mention.bare.of(analysis.article.plain)
    region = places.region_of(name)
    if region is not None and name not in places.CITIES and (region in body.regions or region.lower() in body.lows):
        return False
    inside = words.inside(mention.bare)
    own = (t for t in inside if t in slot and words.forms[t][0].isupper() and len(words.forms[t]) > 1)
    return any(not body.has(words.lows[t]) for t in own)


def _foreign_there(analysis: Analysis, mine: set[str], mention: NameMention, slot: range) -> bool:
    words = analysis.words
    inside = words.inside(mention.bare)
    return any(t in slot and words.forms[t][0].isupper() and words.lows[t] not in mine for t in inside)
