"""Interviews: questions in lines of their own, and between them the answers of one person, without marks.

The text before the first question tells whom the article met, in the third person; the answers say "I". What an article
asks its readers ("What happens now?") is answered by the article, and so nobody is credited where the one or the other
is missing, where the questions are neither set as headings to somebody ("you") nor the talk is told of, or where more
than one person may be meant. An answer may also begin with the name of who gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.article import Article, Paragraph, Span
from verifier.english import closed, grammar, saying
from verifier.reading._model import NameMention, Names, Quotation
from verifier.reading.direct import Utterance
from verifier.reading.words import Words

_QUESTION = 40  # words of a question with what leads up to it
_LABEL = 5  # words of a name before a colon
_FEWEST = 2
_MARKS = frozenset(('"', "“", "''", "``", "„", "«", "»", "-", "–", "—"))


@dataclass(slots=True)
class _Turn:
    """A question and the paragraphs behind it; ``name`` is the first and last token of a label that opens them."""

    question: Paragraph
    answer: list[Paragraph] = field(default_factory=list)
    name: tuple[int, int] | None = None


def find(article: Article, words: Words, names: Names, quotations: Sequence[Quotation]) -> list[Utterance]:
    """The answers of an interview, in order; none where the article is no interview."""
    turns = _turns(article, words)
    if len(turns) < _FEWEST or not turns[0].question.index:
        return []
    marked = [q.marks for q in quotations]
    before = Span(0, turns[0].question.span.start)
    labelled = [turn for turn in turns if turn.name is not None and _is_known(words, names, turn.name)]
    if len(labelled) < _FEWEST:
        labelled = []
        if not _is_of_one(words, turns, before, marked):
            return []
    answering = _answering(article, words, names, before)
    if not labelled and answering is None and _is_cut_for_print(words, before):
        return []
    found = []
    for turn in turns:
        subject = words.span(*turn.name) if turn in labelled and turn.name is not None else answering
        cue = words.span(turn.name[1] + 1, turn.name[1] + 1) if turn in labelled and turn.name is not None else None
        said = _said(words, turn, last=turn is turns[-1])
        if cue is not None:
            said[0] = Span(words.starts[words.at(cue.start) + 1], said[0].end)
        found.append(Utterance(said, [], subject, cue, turn.answer[-1].index))
    return found


def _turns(article: Article, words: Words) -> list[_Turn]:
    """The questions with their answers; none where an answer is set in marks, as ordinary news quotes. Behind the
    last answer the article may go on, and quote."""
    turns: list[_Turn] = []
    goes_on = False
    labelled = bool(len(words)) and words.lows[0] in saying.TALKS  # "INTERVIEW: Ann Lee, mayor"
    for paragraph in article.paragraphs:
        tokens = words.inside(paragraph.span)
        if not tokens or paragraph.kind not in ("body", "heading"):
            continue
        asks = words.forms[tokens[-1]] == "?" and len(tokens) <= _QUESTION and words.forms[tokens[0]] not in _MARKS
        told = paragraph.kind == "heading" and (turns or any(words.lows[i] in closed.SECOND_PERSON for i in tokens))
        waits = not turns or bool(turns[-1].answer)
        put = labelled and waits and _is_put(words, tokens)
        if goes_on and (asks or put):
            return []
        if asks or put or (told and not goes_on):  # "You rang it 90 times.": no question, and yet one
            turns.append(_Turn(paragraph))
        elif turns and not paragraph.quoted and not goes_on:
            goes_on = words.forms[tokens[0]] in _MARKS
            if not turns[-1].answer:
                if goes_on:
                    return []
                turns[-1].name = _label(words, tokens)
            if not goes_on:
                turns[-1].answer.append(paragraph)
    while turns and _is_of_the_article(words, turns[-1]):
        turns.pop()
    return [turn for turn in turns if turn.answer]


def _is_of_the_article(words: Words, turn: _Turn) -> bool:
    """Whether a heading behind the talk opens what the article tells itself: "More about the hives"."""
    asks = words.forms[words.inside(turn.question.span)[-1]] == "?"
    said = [turn.question.span, *(p.span for p in turn.answer)]
    spoken = closed.FIRST_PERSON | closed.SECOND_PERSON
    return not asks and turn.name is None and not any(words.lows[i] in spoken for s in said for i in words.inside(s))


def _is_put(words: Words, tokens: range) -> bool:
    """Whether a paragraph is put to somebody though it asks nothing: "You started with the quay." """
    opens = not closed.SECOND_PERSON.isdisjoint(words.lows[tokens[0] : tokens[0] + 2])
    plain = words.forms[tokens[0]] not in _MARKS and len(tokens) <= _QUESTION
    return opens and plain and closed.FIRST_PERSON.isdisjoint(words.lows[tokens[0] : tokens.stop])


def _label(words: Words, tokens: range) -> tuple[int, int] | None:
    colon = next((i for i in tokens[: _LABEL + 1] if words.forms[i] == ":"), None)
    if colon is None or colon == tokens[0] or colon + 1 >= tokens.stop:
        return None
    named = all(words.forms[i][0].isupper() or words.forms[i] in (".", "-") for i in range(tokens[0], colon))
    return (tokens[0], colon - 1) if named else None


def _is_known(words: Words, names: Names, label: tuple[int, int]) -> bool:
    """Whether a label names a person."""
    return any(names.of(mention).kind == "person" for mention in names.within(words.span(*label)))


def _is_of_one(words: Words, turns: Sequence[_Turn], before: Span, marked: Sequence[Span]) -> bool:
    """Whether the article tells of somebody and then lets that one speak for himself."""
    cut = _is_cut_for_print(words, before)
    if _speaks_of_itself(words, before, marked) and not cut:
        return False  # who wrote it was there, and may be who answers
    own = sum(1 for turn in turns if any(_speaks_of_itself(words, p.span, marked) for p in turn.answer))
    told = cut or any(words.lows[i] in saying.TALKS for i in words.inside(before))
    to_one = any(words.lows[i] in closed.SECOND_PERSON for turn in turns for i in words.inside(turn.question.span))
    headed = all(turn.question.kind == "heading" for turn in turns)
    answered = (i for turn in turns for p in turn.answer for i in words.inside(p.span))
    theirs = told and headed and to_one and any(words.lows[i] in closed.FIRST_PERSON for i in answered)  # "We will"
    return theirs or (bool(own) and (told or (headed and to_one)))


def _is_cut_for_print(words: Words, before: Span) -> bool:
    """Whether the text before the questions says that they are a talk: "This interview has been edited for length"."""
    talks = [i for i in words.inside(before) if words.lows[i] in saying.TALKS]
    return any(not saying.CUT_FOR_PRINT.isdisjoint(words.lows[i : i + _NOTE]) for i in talks)


_NOTE = 8  # words


def _speaks_of_itself(words: Words, span: Span, marked: Sequence[Span]) -> bool:
    """Whether "I" or "my" stands in the stretch outside all marks."""
    return any(
        words.lows[i] in closed.FIRST_PERSON_SINGULAR and not any(m.covers(words.span(i, i)) for m in marked)
        for i in words.inside(span)
    )


def _answering(article: Article, words: Words, names: Names, before: Span) -> Span | None:
    """The one person of the text before, whoever asks aside: who wrote it, "she spoke to [Ann Lee]", "[Ann Lee] met
    her there"."""
    by = article.byline or ""
    people = [m for m in names.within(before) if names.of(m).kind == "person" and names.of(m).name not in by]
    if len({m.entity for m in people}) > 1:
        asking = {m.entity for m in people if _asks(words, m)}
        people = [m for m in people if m.entity not in asking]
    return people[-1].bare if len({m.entity for m in people}) == 1 else None


def _asks(words: Words, mention: NameMention) -> bool:
    first, last = words.at(mention.span.start), words.at(mention.bare.end - 1)
    behind = words.lows[last + 1 : last + 3]
    met = len(behind) > 1 and behind[0] in saying.TALKS and (behind[1] in grammar.OBJECT_PRONOUNS or behind[1] == "her")
    first -= words.lows[max(0, first - 1)] == "the"  # "to the Skelby Echo"
    return met or (
        words.lows[max(0, first - 1)] in closed.BEFORE_AN_ASKER
        and any(low in saying.TALKS for low in words.lows[max(0, first - 4) : first])
    )


def _said(words: Words, turn: _Turn, *, last: bool) -> list[Span]:
    """The paragraphs of an answer. Behind the last one an article may go on in its own voice."""
    if not last:
        return [p.span for p in turn.answer]
    said = turn.answer[:1]
    for paragraph in turn.answer[1:]:
        if not any(words.lows[i] in closed.FIRST_PERSON for i in words.inside(paragraph.span)):
            break
        said.append(paragraph)
    return [p.span for p in said]
