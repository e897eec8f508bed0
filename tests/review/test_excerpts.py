"""The words around a place: a claim stands with its own sentences, and a fact with its own paragraph's words."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from tests.report import samples
from tests.review import open_desk, put
from verifier.report import models
from verifier.review.excerpts import Excerpts

TEXT = """Lighthouse to be painted

The keeper's cottage was sold last year. The tower will be white again, Ada Holm said. It was grey for a decade.

"Nobody asked the gulls," said Ben Ost, who paints boats. It rained. "They will not mind the colour."
"""


def report() -> models.Report:
    tower = samples.claim(
        1, samples.span(TEXT, "The tower will be white again"), samples.speaker(samples.span(TEXT, "Ada Holm"))
    )
    gulls = samples.claim(
        2, samples.span(TEXT, '"Nobody asked the gulls,"'), samples.speaker(samples.span(TEXT, "Ben Ost"))
    )
    colour = samples.span(TEXT, '"They will not mind the colour."')
    return samples.report(TEXT, claims=[tower, gulls.model_copy(update={"spans": (*gulls.spans, colour)})])


def test_each_claim_stands_with_its_own_sentences_and_its_own_words_in_them(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", report())) as desk:
        page = desk.visitor("Ana").page("/article/1/claims")
    told = re.findall(r'<p class="excerpt whole"><bdi>(.*?)</bdi>', page)
    assert [unescape(re.sub("</?mark>", "|", one)) for one in told] == [
        "|The tower will be white again|, Ada Holm said.",
        '|"Nobody asked the gulls,"| said Ben Ost, who paints boats. … |"They will not mind the colour."|',
    ]


def test_what_stands_around_a_fact_ends_with_its_paragraph() -> None:
    around = Excerpts(report())
    first, last = around(samples.span(TEXT, "painted")), around(samples.span(TEXT, "a decade"))
    assert (first.before, first.after) == ("Lighthouse to be ", "")
    assert (last.before[-12:], last.after) == (" It was grey for "[-12:], ".")
    begins = around(samples.span(TEXT, "The keeper's"))
    assert begins.before == ""


def test_a_sentence_without_end_is_cut_between_words_and_a_place_in_none_is_told_alone() -> None:
    text = f"Long\n\n{'word ' * 300}Tuesday {'word ' * 300}end.\n"
    pieces = Excerpts(samples.report(text)).whole([samples.span(text, "Tuesday")])
    assert [own for own, _ in pieces] == [False, True, False]
    assert all(len(words) < 700 for _, words in pieces)
    bare = samples.report(text)
    bare = bare.model_copy(update={"article": bare.article.model_copy(update={"sentences": ()})})
    assert Excerpts(bare).whole([samples.span(text, "Tuesday")]) == [(True, "Tuesday")]
