"""Prompts: words meant for a language model that reads the article, or left behind by one that wrote in it."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.article import Article, Span
from verifier.english import prompts
from verifier.languages import Language
from verifier.reading.words import Words

Sets = tuple[tuple[frozenset[str], frozenset[str]], ...]
_WIDTH = 7  # how many words to either side belong to one instruction
_MARKS = (
    "<|im_start|>",
    "<|im_end|>",
    "<|system|>",
    "<|endoftext|>",
    "[INST]",
    "[/INST]",
    "<<SYS>>",
    "### Instruction",
)
_ANSWERS = ('"verdict"', '"findings"', '"severity"', '"contradiction"', "'verdict'")
_LINE_ROLES = frozenset(["system", "assistant", "developer"])


def find(article: Article, words: Words, language: Language) -> Iterator[Span]:
    """Every place where the text addresses a model or is one's aside; models understand English in any article."""
    triggers = {**prompts.TRIGGERS, **language.TRIGGERS}
    for trigger in triggers.keys() & words.places.keys():
        for i in words.places[trigger]:
            if _instructs(words, i, trigger, triggers[trigger]):
                yield _sentence(article, words.starts[i])
    text = article.text
    for mark in _MARKS:
        at = text.find(mark)
        if at >= 0:
            yield Span(at, at + len(mark))
    if "{" in text:
        yield from _answers(text)
    yield from _asides(article, words)
    for role in _LINE_ROLES & words.places.keys():
        for i in words.places[role]:
            if words.lows[i + 1 : i + 2] == [":"] and _opens_line(article, words, i):
                yield _sentence(article, words.starts[i])


def _instructs(words: Words, i: int, trigger: str, near_it: Sets) -> bool:
    lows = words.lows
    before, after = lows[max(0, i - _WIDTH) : i], lows[i + 1 : i + 1 + _WIDTH]
    near = set(before) | set(after)
    if trigger in prompts.DISCARD:
        near = set(after)
    return any(not first.isdisjoint(near) and not second.isdisjoint(near) for first, second in near_it)


def _answers(text: str) -> Iterator[Span]:
    """A ready-made answer in JSON, put there to be copied."""
    for key in _ANSWERS:
        at = text.find(key)
        if at >= 0 and "{" in text[max(0, at - 80) : at] and ":" in text[at : at + len(key) + 3]:
            yield Span(at, at + len(key))
            return


def _asides(article: Article, words: Words) -> Iterator[Span]:
    if prompts.GIVEAWAYS.isdisjoint(words.places):
        return
    low = article.plain.lower()
    if len(low) != len(article.plain):
        return  # offsets would not hold
    for phrase in prompts.LEFT_BY_MODELS:
        at = low.find(phrase)
        if at >= 0:
            yield Span(at, at + len(phrase))


def _opens_line(article: Article, words: Words, i: int) -> bool:
    paragraph = article.paragraph_at(words.starts[i])
    return paragraph is not None and words.starts[i] - paragraph.span.start <= 2


def _sentence(article: Article, offset: int) -> Span:
    sentence = article.sentence_at(offset)
    return sentence.span if sentence and sentence.span.end > offset else Span(offset, offset + 1)
