"""Names that stand beside a role, behind a comma: "the mayor, [Ann Lee], said"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from verifier.article import Span
from verifier.english import closed, nouns, places
from verifier.english.everyday import everyday
from verifier.reading import _noun_phrases, tags
from verifier.reading._model import Entity, NameMention, Names
from verifier.reading.words import Words

_APPOSED = 12  # words of a name in an apposition, with its title
_HUNG = 6  # words that may hang on a role before the comma and the name
_TWO = 2  # words of a name, or of an article and a noun


class NamesBeside:
    """The names of one article; ``head_name`` finds the name at the head of words."""

    def __init__(
        self, words: Words, tagged: list[str], names: Names, head_name: Callable[[Span, range], Entity | None]
    ) -> None:
        self._words = words
        self._tags = tagged
        self._names = names
        self._starts = [m.bare.start for m in names.mentions]
        self._head_name = head_name

    def named_after(self, tokens: range) -> Entity | None:
        """The person whose name stands right after a role, between commas, with its title: "said the mayor, [Ann Lee],
        44", "the other candidate, [former mayor Ann Lee],"."""
        words, comma = self._words, tokens.stop
        while comma - tokens.stop < _HUNG and comma < len(words) and words.forms[comma][0].isalnum():
            acts = self._tags[comma] in (tags.VERB, tags.AUXILIARY)
            if acts and closed.RELATIVES.isdisjoint(words.lows[tokens.stop : comma]):
                return None  # "The mayor [thanked] two clerks, Ann Lee", not "A clerk who left, Ann Lee"
            comma += 1  # "a fisher [from the north shore], Ann Lee"
        if comma + 1 >= len(words) or words.forms[comma] != ",":
            return None
        if words.lows[comma + 1] == "the" and comma + 2 < len(words):
            comma += 1  # "the Bishop of Selby, the [Rt Rev Hannah Crowe], said", "her accuser, the [critic Ann Lee],"
        at = bisect_left(self._starts, words.starts[comma + 1])
        name = self._names.mentions[at] if at < len(self._starts) else None
        alone = name is not None and name.span.start == words.starts[comma + 1]
        entity = self._names.of(name) if name is not None and alone and self._closes(name) else None
        entity = entity or self._titled_name(comma + 1)
        if entity is None or entity.name in places.STATES or f"{entity.name}." in places.STATES:
            return None  # "a fisher in Ayr, Va., said"
        body = name is not None and entity.kind != "person" and self._is_the_body(tokens, comma, name)
        if body or entity.kind == "organisation":  # "the crane's maker, Acme Industries,"
            owned = name is not None and self._may_be_a_person(tokens) and not self._works_for_it(tokens, comma)
            return entity if body or owned else None
        whole = " " in entity.name and entity.kind == "person"  # "the vicar, Ann Lee,"
        if not _noun_phrases.is_a_role(self._words, tokens) and not (whole and self._may_be_a_person(tokens)):
            return None
        return entity if entity.kind in ("person", "other") else None

    def _is_the_body(self, tokens: range, comma: int, name: NameMention) -> bool:
        """Whether between commas a body gets its name, and then acts: "the company, [Acme], said"."""
        after = self._words.at(name.bare.end - 1) + 1
        alone = comma == tokens.stop and len(tokens) == _TWO and self._words.lows[tokens.start] in closed.ONE_SPEAKER
        acts = self._words.low(after) == "," and self._tags[after + 1 : after + 2] in ([tags.VERB], [tags.AUXILIARY])
        return alone and acts and self._words.lows[tokens.start + 1] in nouns.GROUPS

    def _closes(self, name: NameMention) -> bool:
        """Whether nothing but a mark follows the name."""
        after = self._words.at(name.bare.end - 1) + 1
        return after >= len(self._words) or not self._words.forms[after][0].isalnum()

    def _titled_name(self, first: int) -> Entity | None:
        """The person named up to the next mark with a body before or a place behind: "[Harbour Board] chief Ann Lee,",
        "Lord Holm [of Ayr],"."""
        words = self._words
        end = first
        hung = False  # "Dr Ann Lee [of the university of Ayr]"
        while end - first < _APPOSED and end < len(words) and words.forms[end][0].isalnum():
            hung = hung or (words.lows[end] in ("of", "at") and end > first)
            small = not words.forms[end][0].isupper() and words.lows[end] not in closed.ENDS_HEAD
            if not hung and small and not _noun_phrases.is_a_role(words, range(end, end + 1)):
                return None  # "[entomologist Ann Lee],"
            end += 1
        if end == first or end >= len(words) or words.forms[end] not in (",", "."):
            return None
        named = self._head_name(Span(words.starts[first], words.ends[end - 1]), range(first, end))
        if named is not None and named.kind == "other" and hung and len(named.name.split()) == _TWO:
            return None if all(map(everyday, named.name.lower().split())) else named  # whose first name no table holds
        return named if named is not None and named.kind == "person" else None

    def _works_for_it(self, tokens: range, comma: int) -> bool:
        """Whether a body's name tells which body the person before it is of: "A guard [at the firm], Acme Industries,
        said"."""
        hung = self._words.lows[tokens.start : comma]
        return not closed.BEFORE_AN_EMPLOYER.isdisjoint(hung) or hung[-1] in nouns.GROUPS

    def _may_be_a_person(self, tokens: range) -> bool:
        """Whether the phrase can be what one person is: no document, no body, nothing of several."""
        low = _noun_phrases.head(self._words, tokens)
        return not (low in nouns.DOCUMENTS or low in nouns.GROUPS or low in closed.SEVERAL or is_plural(low))


def is_plural(low: str) -> bool:
    return low.endswith("s") and low[-2:] not in nouns.NO_PLURAL_ENDINGS
