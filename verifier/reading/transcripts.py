"""Transcripts: paragraphs that begin with the speaker's name and a colon ("LEE: We leave today.").

A name in capitals counts where the article knows a person of that surname or two such names take turns ("UPDATE:" is
nobody), a name in ordinary letters where two of them come more than once. In a quoted transcript a paragraph that
repeats the quotation mark without a name goes on from the one before. "Q" and "A", with a colon or a stop, are nobody's
names: the answers are the one person's whom the text before the first question names, or a person's called a witness
there or asked by another, else nobody's; the questions are nobody's. The time of a turn may
stand beside the name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from verifier.article import Article, Paragraph, Span
from verifier.english import cues, grammar, people, titles
from verifier.reading._model import Names
from verifier.reading.direct import Utterance
from verifier.reading.words import Words

_QUESTION, _ANSWER = "Q", "A"
_LABELS = (_QUESTION, _ANSWER)
_MARKS = frozenset(('"', "“", "''", "``"))
_BRACKETS, _CLOSED = frozenset("[("), frozenset("])")
_LONGEST = 5  # words of a name with its titles
_LEAST_WORDS = 2  # that follow the name


def _has_words(words: Words, first: int, end: int) -> bool:
    """Whether anything but figures stands behind a name: "Lee: 547." is a line of a table."""
    return any(form.isalpha() for form in words.forms[first:end])


def find(article: Article, words: Words, names: Names) -> list[Utterance]:
    """The turns of every transcript in the article, in order."""
    labels = list(_labels(article, words))
    if not labels:
        return []
    turns = Counter(name for _, _, name in labels)
    surnames = {e.name.split()[-1].upper() for e in names.entities if e.kind == "person"}
    asked = next((p for p, _, name in labels if name == _QUESTION), None)
    asks = asked is not None and turns[_ANSWER] > 0 and labels[0][2] == _QUESTION
    by_turns = _by_turns(labels, surnames)
    speakers = {
        name for name in turns if (asks if name in _LABELS else name in by_turns or _speaks(name, turns, surnames))
    }
    speakers &= {name for p, label, name in labels if _has_words(words, label[2] + 1, words.inside(p.span).stop)}
    answering = _answering(words, names, asked) if asks and asked is not None else None
    found: list[Utterance] = []
    by_paragraph = {p.index: label for p, label, name in labels if name in speakers}
    for paragraph in article.paragraphs:
        tokens = words.inside(paragraph.span)
        label = by_paragraph.get(paragraph.index)
        if label is not None:
            first, last, colon = label
            name = words.span(first, last)
            content = Span(words.starts[colon + 1], paragraph.span.end)
            subject = {_QUESTION: None, _ANSWER: answering}.get(name.of(article.plain), name)
            found.append(Utterance([content], [], subject, words.span(colon, colon), paragraph.index))
        elif found and found[-1].paragraph == paragraph.index - 1 and tokens and words.forms[tokens[0]] in _MARKS:
            if "(" not in words.forms[tokens[0] : tokens[0] + 2]:
                found[-1].content.append(paragraph.span)
            found[-1].paragraph = paragraph.index
    return found


def _answering(words: Words, names: Names, first: Paragraph) -> Span | None:
    """Who is named before the first question as the one who answers."""
    before = [m for m in names.mentions if m.bare.end <= first.span.start and names.of(m).kind == "person"]
    if len({m.entity for m in before}) == 1:
        return before[-1].bare
    called = [m for m in before if any(words.lows[i] in people.ANSWERS for i in _beside(words, m.span))]
    if len({m.entity for m in called}) == 1:
        return called[-1].bare
    asked = {m.entity: m.bare for one, m in pairwise(before) if _asks(words, one.bare, m.bare)}
    return next(iter(asked.values())) if len(asked) == 1 else None


def _asks(words: Words, one: Span, other: Span) -> bool:
    """Whether between two names stands that the first asks the second: "Ann Lee questioned the skipper Jo Poe"."""
    between = words.lows[words.at(one.end - 1) + 1 : words.at(other.start)]
    verbs = [cues.verbs()[low].verb for low in between if low in cues.verbs()]
    asks = len(verbs) == 1 and verbs[0].takes & cues.Takes.TOLD_WH
    return bool(asks) and "." not in between and grammar.BE.isdisjoint(between)


def _beside(words: Words, name: Span) -> range:
    """A name with the word before it: "the witness Ann Lee"."""
    first = words.at(name.start)
    return range(max(0, first - 1), words.at(name.end - 1) + 1)


def _by_turns(labels: list[tuple[Paragraph, tuple[int, int, int], str]], surnames: set[str]) -> set[str]:
    """Whoever is named in paragraphs that follow one another, where one has the word again behind another: "Cllr Webb:
    ...", "Cllr Dawes: ...", "Cllr Webb: ..."; not "Pool A: ...", "Pool B: ...", which are nobody's names."""
    runs: list[list[tuple[Paragraph, str]]] = []
    for paragraph, _, name in labels:
        if runs and runs[-1][-1][0].index == paragraph.index - 1 and runs[-1][-1][1] != name:
            runs[-1].append((paragraph, name))
        else:
            runs.append([(paragraph, name)])
    return {
        name for run in runs if len(run) > len({n for _, n in run}) for _, name in run if _is_somebody(name, surnames)
    }


def _is_somebody(name: str, surnames: set[str]) -> bool:
    """Whether a label of several words is a person's: with a title, or of a surname that the article knows."""
    lows = name.lower().split()
    titled = lows[0] in titles.HONORIFICS or lows[0] in titles.ROLES or lows[0] in titles.SHORTENED
    return len(lows) > 1 and (titled or (len(lows[-1]) > 1 and lows[-1].upper() in surnames))


def _speaks(name: str, turns: Counter[str], surnames: set[str]) -> bool:
    if name.isupper():
        others = any(label.isupper() and label != name for label in turns)
        return name.split()[-1] in surnames or (turns[name] > 1 and others)
    return sum(1 for label, n in turns.items() if n > 1 and not label.isupper()) > 1 and turns[name] > 1


def _labels(article: Article, words: Words) -> Iterator[tuple[Paragraph, tuple[int, int, int], str]]:
    for paragraph in article.paragraphs:
        if paragraph.kind not in ("body", "heading"):  # questions in bold are lines of their own, and headings
            continue
        tokens = words.inside(paragraph.span)
        if len(tokens) < _LEAST_WORDS + 2:
            continue
        first = _behind_time(words, tokens)
        first += words.forms[first] in _MARKS
        if first + _LEAST_WORDS >= tokens.stop:
            continue
        colon = first
        while colon < tokens.stop and colon - first <= _LONGEST and _may_name(words.forms[colon]):
            colon += 1
        if words.forms[first] in _LABELS and words.forms[first + 1] in (":", "."):
            yield paragraph, (first, first, first + 1), words.forms[first]
            continue
        last, colon = colon - 1, _past_brackets(words, colon, tokens.stop)
        if not first <= last < colon < tokens.stop - _LEAST_WORDS or words.forms[colon] != ":":
            continue
        if words.forms[colon + 1] in _MARKS:
            continue  # 'Lee: "We leave"' is a quotation with its cue
        yield paragraph, (first, last, colon), words.span(first, last).of(article.plain)


def _behind_time(words: Words, tokens: range) -> int:
    """The token behind the time at which a turn begins: "[00:12] LEE: ...", "00:12 LEE: ..."."""
    opens = words.forms[tokens[0]] in _BRACKETS
    closes = opens and words.forms[tokens[0] + 2] in _CLOSED
    timed = opens == closes and _is_time(words.forms[tokens[0] + opens])
    return tokens[0] + 1 + opens + closes if timed else tokens[0]


def _past_brackets(words: Words, at: int, end: int) -> int:
    """The token behind brackets with a time or what somebody is: "LEE [00:12]: ...", "Cllr Webb (Lab): ..."."""
    if at >= end or words.forms[at] not in _BRACKETS:
        return at
    closed = next((i for i in range(at + 1, min(at + _LONGEST, end)) if words.forms[i] in _CLOSED), None)
    return at if closed is None or closed + 1 >= end else closed + 1


def _is_time(form: str) -> bool:
    return ":" in form and form.replace(":", "").isdigit()


def _may_name(form: str) -> bool:
    return form[0].isupper() or form in (".", "-")
