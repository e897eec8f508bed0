"""Attributions: who says what beside what the rules have found, and second opinions on that, by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from verifier.article import Span
from verifier.english.closed import ANY_PRONOUN
from verifier.english.cues import is_saying
from verifier.model import answers, contents, credits, passages, places
from verifier.model.results import Dropped, ModelClaim, ModelReading
from verifier.model.roster import Roster, source_at
from verifier.model.sheet import Part
from verifier.reading import Analysis, attitudes
from verifier.reading._model import Attribution, Quotation, Source

NOBODY = "nobody"
_SHOWN = 9
"""Words of a statement that are shown where it has many more."""
_FEW = 3
"""Words in marks that may be a name, a slogan, a word held at arm's length."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a question lists as found: the rules' attribution, or a quotation that they credit to nobody."""

    attribution: Attribution | None
    quotation: Quotation | None
    content: tuple[Span, ...]

    @property
    def source(self) -> Source | None:
        """Whom the rules credit."""
        return self.attribution.source if self.attribution else None


def known(analysis: Analysis, part: Part) -> list[Known]:
    """What the rules have found in the sentences that a question asks about, in the order of the text."""
    sentences = analysis.article.sentences
    where = Span(sentences[part.first].span.start, sentences[part.last].span.end)
    found = [Known(a, None, a.content) for a in analysis.attributions if a.content and where.overlaps(a.content[0])]
    carried = {index for a in analysis.attributions if a.source for index in a.quotations}
    found = [k for k in found if k.source is not None]
    found += [
        Known(None, q, (q.marks,))
        for q in analysis.quotations
        if q.kind != "scare" and q.index not in carried and where.overlaps(q.marks)
    ]
    return sorted(found, key=lambda k: k.content[0])


def listed(analysis: Analysis, found: Sequence[Known]) -> list[dict[str, Any]]:
    """The list as it is shown: number, sentence, speaker, the first and last words."""
    text = analysis.article.text
    made = []
    for number, one in enumerate(found, 1):
        sentence = analysis.article.sentence_at(one.content[0].start)
        words = passages.shown(" … ".join(span.of(text) for span in one.content)).split()
        if len(words) > _SHOWN + 3:
            words = [*words[: _SHOWN - 3], "…", *words[-3:]]
        made.append(
            {
                "number": number,
                "sentence": sentence.index + 1 if sentence else 1,
                "speaker": passages.shown(one.source.name) if one.source and one.source.resolved else NOBODY,
                "words": " ".join(words),
            }
        )
    return made


class RefusedError(ValueError):
    """An answer that the article does not bear out; the message says why."""


@dataclass(frozen=True, slots=True)
class Attributor:
    """Takes what answers say about who says what in one article."""

    analysis: Analysis
    roster: Roster
    reading: ModelReading

    def add(self, said: Sequence[Any]) -> None:
        """Take what an answer adds: claims with words, cue and source; a second opinion where the rules have it."""
        given, refused = answers.items(said, answers.AttributionSaid)
        self._drop(refused)
        for one in given:
            try:
                self._add(one)
            except RefusedError as why:
                what = f"an attribution: “{passages.shown(one.content)}”"
                self.reading.dropped.append(Dropped(what, str(why)))

    def hear(self, said: Sequence[Any], listing: Sequence[Known]) -> None:
        """Take the second opinions of an answer on what was listed."""
        given, refused = answers.items(said, answers.OpinionSaid)
        self._drop(refused)
        for one in given:
            try:
                self._hear(one, listing)
            except RefusedError as why:
                self.reading.dropped.append(Dropped(f"an opinion on statement {one.number} of the list", str(why)))

    def _drop(self, refused: Sequence[str]) -> None:
        self.reading.dropped += [Dropped(what, "not in the asked form") for what in refused]

    def _add(self, said: answers.AttributionSaid) -> None:
        article = self.analysis.article
        content = places.place(said.content, article, said.sentence - 1)
        if content is None:
            raise RefusedError(places.NOT_PRINTED)
        begins = article.sentence_at(content.start)
        here = begins.index if begins else said.sentence - 1
        cue, source = (places.near(words, article, here, content) for words in (said.cue, said.source))
        if cue is None or (said.source.strip() and source is None):
            raise RefusedError("its cue or its source does not stand beside it")
        if source is None:
            return  # it is said, and nobody is named: nothing that a report could hold
        told = contents.without(article.text, content, cue, source)
        if all(attitudes.says_nothing(self.analysis, part, cue) for part in told):
            raise RefusedError("it only names what somebody has an attitude to")
        who = self._meant(said.speaker, said.name, source, said.source.strip())
        quoted = self._quoted(content, cue, source, who)
        if quoted is not None:
            self._keep(content, cue, source, who, mixed=quoted)

    def _quoted(self, content: Span, cue: Span, source: Span, who: Source) -> bool | None:
        """Whether the content holds a quotation; None where the rules or another answer have the statement already."""
        every = [a for a in self.analysis.attributions if a.source]
        longer = next((a for a in every if contents.shorter(self.analysis, a, content, cue, source)), None)
        if longer is not None:
            self.reading.bounded[longer.index] = content
        same = [a for a in every if contents.shares(a.content, content) >= contents.SAME]
        rival = longer or next((a for a in same if _is_told_by(a, cue, source)), None)
        if rival is not None:
            self._doubt(Known(rival, None, rival.content), who)
            return None
        quoted = [q for q in self.analysis.quotations if q.kind != "scare" and q.marks.overlaps(content)]
        for quotation in quoted:
            self._credit(quotation, who)
        if any(q.marks.covers(content) for q in quoted) or any(self._has(q, cue, source) for q in quoted):
            return None  # a quotation keeps the rules' span
        told = [s for c in self.reading.claims if c.source for s in c.spans]
        if any(contents.shares((s,), content) >= contents.SAME for s in told):
            raise RefusedError("said twice")
        return bool(quoted)

    def _has(self, quotation: Quotation, cue: Span, source: Span) -> bool:
        """Whether the rules have a quotation by the same words that credit it, or credit it to the same one."""
        carriers = (a for a in self.analysis.attributions if a.source and quotation.index in a.quotations)
        return any(_is_told_by(a, cue, source) for a in carriers)

    def _keep(self, content: Span, cue: Span, source: Span, who: Source, *, mixed: bool) -> None:
        text = self.analysis.article.text
        words = passages.shown(content.of(text))
        self.reading.claims.append(
            ModelClaim(
                text=words[:1].upper() + words[1:],
                spans=contents.without(text, content, cue, source),
                kind="mixed" if mixed else "indirect",
                source=who,
                cue=cue,
            )
        )

    def _hear(self, said: answers.OpinionSaid, listing: Sequence[Known]) -> None:
        if not 0 < said.number <= len(listing):
            raise RefusedError("there is no such statement")
        about = listing[said.number - 1]
        if said.answer == "speaker":
            self._doubt(about, self._beside(about, self._meant(said.speaker, said.name, about.content[0], "")))
        elif about.attribution is not None and said.answer == "no speech" and not self._handed_on(about.attribution):
            self.reading.unsaid.add(about.attribution.index)
        elif about.source is not None and about.source.resolved:
            raise RefusedError(f"“{said.answer}”: a model takes no speaker of the rules away")

    def _beside(self, about: Known, who: Source) -> Source:
        """Somebody at the pronoun that the rules found for the words, else where he is named nearest to them."""
        pronoun = (
            about.source is not None and about.source.mention.of(self.analysis.article.text).lower() in ANY_PRONOUN
        )
        if about.source is not None and (pronoun or about.source.basis == "pronoun"):
            return source_at(self.analysis, about.source.mention, who.name, who.entity)
        if who.entity is None:
            return who
        said = about.content
        places = [m.span for m in self.analysis.names.entities[who.entity].mentions]
        outside = [place for place in places if not any(part.covers(place) for part in said)]
        near = min(outside or places, key=lambda p: max(said[0].start - p.end, p.start - said[-1].end))
        return source_at(self.analysis, near, who.name, who.entity)

    def _handed_on(self, attribution: Attribution) -> bool:
        """Whether the text itself hands quoted words on as somebody's: they are many, or a verb of saying is their cue.
        A few words in marks under any other verb may be a name, and nobody's ("met at the “Long Pier”")."""
        quoted = [
            self.analysis.quotations[index].span.of(self.analysis.article.text) for index in attribution.quotations
        ]
        cue = attribution.cue.of(self.analysis.article.text).lower() if attribution.cue else ""
        says = any(map(is_saying, cue.split())) or cue == ":"
        return bool(quoted) and (says or any(len(words.split()) > _FEW for words in quoted))

    def _doubt(self, about: Known, who: Source) -> None:
        """Somebody else for what the rules have: for a quotation beside its speaker, or as one where it has none.

        Where the rules have a description alone ("the company"), whom the model names by it is no other.
        """
        source, named = about.source, who.entity is not None
        if about.attribution is not None and source is not None and named and credits.only_describes(source):
            self.reading.credited[about.attribution.index] = source_at(
                self.analysis, source.mention, who.name, who.entity
            )
            return
        indexes = about.attribution.quotations if about.attribution else ()
        touched = [about.quotation] if about.quotation else [self.analysis.quotations[index] for index in indexes]
        for quotation in touched:
            self._credit(quotation, who)
        credited = bool(touched) and self.reading.guessed.isdisjoint(q.index for q in touched)
        if about.attribution is not None and credited and source is not None and not source.resolved:
            self.reading.credited[about.attribution.index] = who
        if about.attribution is not None and not touched and not _one_name(about.source, who):
            guess = about.source is not None and credits.is_a_guess(about.source)
            into = self.reading.credited if guess else self.reading.doubted
            into[about.attribution.index] = who

    def _credit(self, quotation: Quotation, who: Source) -> None:
        if self.reading.speakers.setdefault(quotation.index, who) != who:
            return
        if not credits.spoken(self.analysis, quotation, who):
            self.reading.guessed.add(quotation.index)

    def _meant(self, number: int, name: str, mention: Span, written: str) -> Source:
        """Whom the number and the name of an answer mean; ``written`` are the words at the mention, where it has any.

        A name at the place itself goes before a number that stands for somebody else.

        Raises:
            RefusedError: the article names nobody like that.
        """
        here = next(self.analysis.names.within(mention), None) if written else None
        chosen = self.roster.numbered(number)
        if chosen is not None:
            chosen = source_at(self.analysis, mention if written else chosen.mention, chosen.name, chosen.entity)
        for called in (name.strip(), written) if number == 0 else ():
            if chosen is None and called and called.casefold() not in ANY_PRONOUN:
                chosen = self._named(called, mention if written else None)
        if here is not None and chosen is not None and chosen.entity != here.entity and not _fits(written, chosen):
            entity = self.analysis.names.of(here)
            return source_at(self.analysis, mention, max(written, entity.name, key=len), entity.index)
        if chosen is None or not chosen.resolved:
            raise RefusedError("the article names nobody like that")
        return chosen

    def _named(self, called: str, mention: Span | None) -> Source | None:
        """Somebody by a name that was copied from the article."""
        known = self.roster.called(called)
        if known is not None:
            return source_at(self.analysis, mention or known.mention, known.name, known.entity)
        text = self.analysis.article.text
        place = places.within(called, self.analysis.article.text, Span(0, len(text)))
        return None if place is None else source_at(self.analysis, mention or place, passages.shown(place.of(text)))


def _fits(written: str, chosen: Source) -> bool:
    """Whether the words at the place can name the one who was chosen: they share a word of his name."""
    said = {w.strip(".,’'").casefold() for w in written.split()}
    return not said.isdisjoint(w.strip(".,’'").casefold() for w in chosen.name.split() if w[0].isupper())


def _is_told_by(known: Attribution, cue: Span, source: Span) -> bool:
    """Whether a cue or a source is that of a statement: other words that somebody else says it with are no objection
    to it, least of all within it ("Lee said that [Holt denied] it", "Lee named what [Holt asked for]")."""
    if any(part.covers(cue) for part in known.content):
        return False
    own = [known.cue, known.source.mention if known.source else None]
    return any(place is not None and (place.overlaps(cue) or place.overlaps(source)) for place in own)


def _one_name(one: Source | None, other: Source) -> bool:
    if one is None:
        return False
    if one.entity is not None and one.entity == other.entity:
        return True
    a, b = set(one.name.casefold().split()), set(other.name.casefold().split())
    return a <= b or b <= a
