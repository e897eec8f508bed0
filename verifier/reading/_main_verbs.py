"""What is said inside a subject ends before the verb of that subject: "those who want [a quay] are few"."""

from __future__ import annotations

from verifier.english import closed, cues
from verifier.english.cues import CueForm, Takes
from verifier.english.inflection import Form
from verifier.reading import _adjuncts, _clause_subjects, phrases, tags
from verifier.reading._sentence import VERBAL, Reading, Stretch
from verifier.reading._stated import stretch


def up_to_one(r: Reading, cue: CueForm, source: Stretch, content: Stretch) -> Stretch:
    """The content without what goes on behind the clause that it is said in."""
    return (
        _hung_on_its_subject(r, cue, source, content)
        or _in_marks_of_what(r, source, content)
        or _before_the_name(r, source, content)
        or _in_a_relative_clause(r, cue, source, content)
        or _before_saying(r, source, content)
    )


def _hung_on_its_subject(r: Reading, cue: CueForm, source: Stretch, content: Stretch) -> Stretch | None:
    """What a participle says of the subject right before it, up to the verb of that subject: "Officers *seeking*
    [entry] were turned away"; None where it is no such participle."""
    hung = r.tag(source.last + 1) == tags.ING and cue.form & Form.ING and r.tag(source.first - 1) in _OPENS
    clause = r.low(content.first) == "that" or r.low(content.first) in closed.QUESTION
    if not hung or clause or cue.verb.takes & Takes.ZERO:
        return None
    cut = thing(r, content.first)
    return cut if cut is not None and content.first <= cut.last < content.last else None


_OPENS = frozenset((tags.MARK, tags.CONJUNCTION, tags.SUBORDINATOR))


def _in_marks_of_what(r: Reading, source: Stretch, content: Stretch) -> Stretch | None:
    """The words in marks of a clause that is itself a thing: "involved with what <some> *called* [“fraud”] led to talk
    of a breakup"; None where it is no such clause."""
    if r.low(source.first - 1) != "what" or r.low(content.first) not in phrases.OPEN_QUOTES:
        return None
    closing = next((i for i in range(content.first + 1, content.last) if r.low(i) in phrases.QUOTE_ENDS), None)
    return None if closing is None else Stretch(content.first, closing)


def _before_the_name(r: Reading, source: Stretch, content: Stretch) -> Stretch | None:
    """What a relative clause says up to the name of whom it tells: "A clerk <who> *opposed* [the plan], Ann Lee, said";
    None where no name closes it."""
    if r.low(source.first) != "who" or r.tag(source.first - 1) in _OPENS:
        return None
    for i in range(content.first + 1, content.last):
        if r.low(i) == "," and r.tag(i + 1) == tags.NAME:
            end = i + 1
            while r.tag(end + 1) == tags.NAME:
                end += 1
            if r.low(end + 1) == "," and r.tag(end + 2) in VERBAL:
                return Stretch(content.first, i - 1)
    return None


def _in_a_relative_clause(r: Reading, cue: CueForm, source: Stretch, content: Stretch) -> Stretch | None:
    """What a relative clause without a comma says of its noun, up to the verb of that noun: "Clerks <who> *want* [a
    quay] are few"; None where there is none."""
    relative = r.low(source.first) in closed.RELATIVE_SUBJECTS and r.tag(source.first - 1) not in _OPENS
    clause = r.low(content.first) == "that" or r.low(content.first) in closed.QUESTION
    if not relative or clause or cue.verb.takes & Takes.ZERO:
        return None
    cut = thing(r, content.first)
    if cut is None or not content.first <= cut.last < content.last:
        return None
    return cut if r.tag(cut.last) != tags.PRONOUN or cut.last == content.first else None


def _before_saying(r: Reading, source: Stretch, content: Stretch) -> Stretch:
    """The content without what the main clause says behind a relative one: "a clerk <who> *did not want* [to give her
    name] said it was over"."""
    if r.low(source.first) != "who" or r.tag(source.first - 1) == tags.MARK:
        return content
    for i in range(content.first + 1, content.last):
        if r.low(i) == "who":  # the verbs behind another one are that one's
            break
        if r.tag(i) == tags.VERB and cues.is_saying(r.low(i)) and r.tag(i - 1) != tags.TO:
            whole = _clause_subjects.subject(r, i)
            if whole is not None and whole.first < source.first < whole.last:
                return Stretch(content.first, phrases.group_start(r, i) - 1)
    return content


def up_to_marks(r: Reading, content: Stretch | None) -> Stretch | None:
    """What is said in marks, up to the verb that all of it is the subject of: "Lee's remark that [“it is late”] was
    cheered"."""
    if content is None or r.low(content.first + 1) not in phrases.OPEN_QUOTES:
        return content
    closing = next((i for i in range(content.first + 2, content.last) if r.low(i) in phrases.QUOTE_ENDS), None)
    return Stretch(content.first + 1, closing) if closing is not None and r.tag(closing + 1) in VERBAL else content


def thing(r: Reading, first: int) -> Stretch | None:
    """What stands behind "support for", up to the verb that it is part of the subject of: "support for [it] grew"."""
    found = stretch(r, first, wide=False)
    if found is None:
        return None
    depth = int(r.tag(first) == tags.SUBORDINATOR)
    for i in range(first + 1, found.last + 1):
        depth += r.tag(i) == tags.SUBORDINATOR
        if r.tag(i) in (tags.VERB, tags.AUXILIARY) and r.tag(i - 1) not in (tags.TO, tags.PREPOSITION):
            if depth <= 0:
                return _adjuncts.without(r, Stretch(first, i - 1))
            depth -= r.tag(i + 1) not in VERBAL
    return _adjuncts.without(r, found)
