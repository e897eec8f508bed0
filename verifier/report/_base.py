"""What every record of the report is made on."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of every part of the report: frozen, and closed to fields the contract does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A stretch of the article, verbatim."""

    start: int
    end: int
    text: str
