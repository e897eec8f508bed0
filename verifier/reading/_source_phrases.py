"""The words that name a source: what was taken along left out, all of a name, and whether they are a phrase at all."""

from __future__ import annotations

from bisect import bisect_left

from verifier.article import Span
from verifier.english import changes, closed, grammar, numbers, people, saying, speech
from verifier.english.inflection import Form
from verifier.reading import _full_names as full_names
from verifier.reading import tags
from verifier.reading._model import Names
from verifier.reading.capitals import behind_heading
from verifier.reading.words import Words

_SHORT_NAME = 5  # words and full stops
_SUBJECTS = frozenset((tags.NOUN, tags.NAME, tags.PRONOUN, tags.NOUN_OR_VERB, tags.ADVERB))
_WHICH = saying.WHICH_TIME | {"this"}
_NEARLY = changes.NOT_QUITE - grammar.PREPOSITIONS
_MARKS = frozenset(("“", "”", '"', "''", "``", "«", "»"))


class SourcePhrases:
    """The phrases of one article."""

    def __init__(self, words: Words, tagged: list[str], names: Names) -> None:
        self._words = words
        self._tags = tagged
        self._names = names
        self._starts = [m.bare.start for m in names.mentions]

    def whole(self, mention: Span) -> Span:
        """The words that name the source and no others, no name among them cut."""
        return self._with_whole_name(self._with_share(self._trimmed(mention)))

    def _with_share(self, mention: Span) -> Span:
        """The words with how many of them it is: "[at least half of] the voters"."""
        low, first = self._words.low, self._words.inside(mention).start
        if low(first - 1) == "of" and low(first - 2) in numbers.PARTS_IN_WORDS:
            first -= 2
            first -= low(first - 1) in closed.ARTICLES
        elif low(first) in numbers.COUNTS and low(first - 1) in _NEARLY:
            first -= 1  # "[nearly] eight in 10 voters"
        elif low(first) != "least":
            return mention
        if low(first) == "least" or low(first - 1) == "least":
            first -= low(first) != "least"
            first -= low(first - 1) == "at"
        elif low(first - 1) == "than" and low(first - 2) in changes.MORE_THAN | changes.LESS_THAN:
            first -= 2
        elif low(first - 1) in changes.NOT_QUITE:
            first -= 1
        return Span(self._words.starts[first], mention.end)

    def _with_whole_name(self, mention: Span) -> Span:
        """The words with all of the name that they begin or end in: "Tolland & [Sons]", "[William J]. Brand"."""
        begins, ends = self._name_at(mention.start), self._name_at(mention.end)
        start = begins.start if begins is not None and begins.end <= mention.end else mention.start
        short = ends is not None and len(self._words.inside(ends)) <= _SHORT_NAME
        return Span(start, ends.end if ends is not None and short and start <= ends.start else mention.end)

    def _name_at(self, offset: int) -> Span | None:
        """The name that begins before this place and ends behind it."""
        at = bisect_left(self._starts, offset) - 1
        name = self._names.mentions[at].bare if at >= 0 else None
        return name if name is not None and name.start < offset < name.end else None

    def _trimmed(self, mention: Span) -> Span:
        """The words that name the source, without what was taken along: "[At the end] she", "she [jokingly]",
        "Lee [himself]", a mark of quotation."""
        words = self._words
        inside = words.inside(mention)
        first, last = inside.start, inside.stop - 1
        while first < last and (not words.forms[first][0].isalnum() or words.lows[first] in closed.COORDINATORS):
            first += 1
        while first < last and (words.forms[last] in _MARKS or self._closes(first, last)):
            last -= 1
        while first < last and (
            words.lows[last] in closed.REFLEXIVES or words.lows[last] in saying.ONLY_SAYING or _says_how(words, last)
        ):
            last -= 1
        last = self._before_a_time(first, last)
        first = self._past_front(first, last)
        if first < last - 1 and words.forms[last - 1] == "," and words.lows[last] in people.TWO_DIGITS:
            last -= 2
        if first < last and words.lows[last + 1 : last + 2] == ["as"] and words.lows[last].endswith(("ed", "wn")):
            last -= 1  # "the base chief [known] as Lee"
        if first < last and words.lows[last] in closed.SUBJECTS and words.lows[last - 1] not in closed.TIES:
            first = last
        first = self._past_mark(self._past_heading(first, last), last)
        if first == inside.start and last == inside.stop - 1:
            return mention
        return words.span(first, last)

    def _past_mark(self, first: int, last: int) -> int:
        """Where the source begins behind the end of a quotation that stands before the name: "of course” [Ann Lee]"."""
        forms = self._words.forms
        marks = [i for i in range(first, last) if forms[i] in _MARKS]
        ends = len(marks) == 1 and forms[first].islower() and forms[marks[0] + 1][0].isupper()
        return marks[0] + 1 if ends else first

    def _before_a_time(self, first: int, last: int) -> int:
        """Where the source ends before the time at which it spoke: "[a judge] last year", "[the mayor] earlier this
        week"."""
        words, at = self._words, last
        if words.lows[at] not in grammar.TIMES or not words.forms[at].islower():
            return last
        at -= 1
        while at > first and words.lows[at] in _WHICH:
            at -= 1
        if at > first and words.lows[at] == "the" and words.forms[at - 1][0].isupper():
            return at - 1  # "Ann Lee the day after"
        alone = at == last - 1 and words.lows[last] not in speech.DAYS  # "the man of the year"
        return last if alone or at < first or words.lows[at] in grammar.PREPOSITIONS | closed.ARTICLES else at

    def _closes(self, first: int, last: int) -> bool:
        """Whether the last token is a mark that closes nothing of the phrase: a full stop, a bracket around."""
        form = self._words.forms[last]
        return (form == "." and last + 1 < len(self._words)) or (
            form == ")" and "(" not in self._words.forms[first:last]
        )

    def _past_front(self, first: int, last: int) -> int:
        """Where the source begins behind what stands in front of it: "Likewise, [a paper]", "In Ohio [the mayor]"."""
        words = self._words
        if first + 1 < last and words.forms[first + 1] == "," and words.lows[first] in grammar.ADVERBS:
            return first + 2
        if first < last and words.lows[first] in closed.LIKE_PREPOSITIONS:
            return first + 1
        for i in range(first + 1, last):
            opens = words.lows[i] in closed.ARTICLES or words.lows[i] in closed.POSSESSIVES_OF_OTHERS
            if opens and words.forms[last].islower() and self._is_where_or_when(i - 1):
                return i
        return first

    def _past_heading(self, first: int, last: int) -> int:
        """Where the source begins behind a heading that lost its line break: "QUAY SHUT FOR WINTER [The mayor]",
        "PHOTO PRESSOhio [Gov. Ann Lee]"."""
        forms = self._words.forms
        behind = behind_heading(forms, first, last)
        if behind is not None:
            return behind
        glued = next((i for i in range(last - 1, first - 1, -1) if full_names.is_glued(forms[i])), None)
        return first if glued is None else glued + 1

    def _is_where_or_when(self, i: int) -> bool:
        """Whether a place's name or a word of time ends here."""
        at = bisect_left(self._starts, self._words.ends[i]) - 1
        name = self._names.mentions[at] if at >= 0 else None
        placed = name is not None and name.bare.end == self._words.ends[i] and self._names.of(name).kind == "place"
        return placed or self._words.lows[i] in grammar.TIMES

    def tell(self, tokens: range) -> bool:
        """Whether the words have a finite verb of their own outside a relative clause ("the film [shows] Lee wanting")
        or begin with one, the subject left behind ("[emboldened] a trio of governors")."""
        words = self._words
        for i in tokens:
            low, form = words.lows[i], tags.verb_forms().get(words.lows[i], 0)
            if low in closed.RELATIVES:
                return False
            if words.forms[i][0].isupper() or not form:
                continue
            if i == tokens.start:
                behind = words.lows[i + 1] if len(tokens) > 1 else ""
                if form & Form.PAST and behind in grammar.DETERMINERS | grammar.PREPOSITIONS:
                    return True
            elif self._tags[i] == tags.AUXILIARY:
                return True
            elif self._tags[i] == tags.VERB and self._tags[i - 1] in _SUBJECTS and not form & Form.PARTICIPLE:
                return bool(form & (Form.PAST | Form.THIRD))
        return False


def _says_how(words: Words, i: int) -> bool:
    """Whether a word behind a name or a pronoun is no part of it: "Lee [jokingly]", "they [each]", "Norfish [no
    longer]"."""
    low, before = words.lows[i], words.forms[i - 1]
    if (
        low in closed.FLOATS
        or words.lows[i - 1 : i + 1] == closed.NO_LONGER
        or words.lows[i : i + 2] == closed.NO_LONGER
    ):
        return True
    adverb = low in grammar.ADVERBS or (low.endswith("ly") and low not in grammar.NOT_ADVERBS)
    return adverb and words.forms[i].islower() and (before[0].isupper() or words.lows[i - 1] in closed.SUBJECTS)
