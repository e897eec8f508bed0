"""All that stands decided, one decision a line, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from verifier.review.exports._cleared import Cleared


def parts(articles: Iterable[Cleared]) -> Iterator[str]:
    """A line a decision, article by article, the oldest first; also those whose passage has gone."""
    return (
        json.dumps(
            {
                "article": one.report.article.path,
                "sha256": one.report.article.sha256,
                "kind": standing.item.kind,
                "key": standing.item.key,
                **asdict(standing.ruling),
                "reviewer": standing.reviewer,
                "at": standing.at,
                "passage": asdict(standing.passage) if standing.passage else None,
            },
            ensure_ascii=False,
        )
        + "\n"
        for one in articles
        if one.touched
        for standing in sorted(one.standings.values(), key=lambda s: (s.at, s.item.kind, s.item.key))
        if standing.ruling.state != "open"
    )
