"""What an article tells outside quotations, held against the sources: figures, dates, names, superlatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.reading import Analysis, asserted
from verifier.sources import _bodies, _persons
from verifier.sources._figures import Figures
from verifier.sources._held import Fact
from verifier.sources._library import Shelved


def facts(analysis: Analysis, shelves: Sequence[Shelved]) -> list[Fact]:
    """A fact for every figure and date outside quotations, and for who, what place and what body a source names."""
    figures = [*Figures(analysis, shelves).facts(), *_superlatives(analysis)]
    if not shelves:
        return [replace(fact, status="not compared", note="no source that could be compared") for fact in figures]
    return [*figures, *_persons.facts(analysis, shelves), *_bodies.facts(analysis, shelves)]


def _superlatives(analysis: Analysis) -> Iterator[Fact]:
    """ "The largest" and its like: nothing here can confirm one, somebody has to."""
    for span, what in asserted.facts(analysis.article, analysis.words):
        if what == "superlative":
            yield Fact(what, span, "not compared", note="nobody but a person can confirm a superlative")
