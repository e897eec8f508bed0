"""Gold: what a careful reader finds in an article, written down in YAML beside it, whether or not verifier finds it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _listed(value: Any) -> Any:
    """One thing or a list of things."""
    return [value] if isinstance(value, str) else value


Text = Annotated[str, Field(min_length=1, strict=True)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed), Field(min_length=1)]
Flag = Annotated[bool, Field(strict=True)]


class Part(BaseModel):
    """Base of every part of gold: frozen, and closed to keys that mean nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldFinding(Part):
    """What should be raised: a rule's code (of several one is enough) and the article's words on each side of it.

    ``optional`` may be raised or not: neither counts.
    """

    code: Texts
    passages: Texts
    what: Text
    optional: Flag = False


class GoldQuote(Part):
    """A quotation, as it stands between the marks; ``speaker`` in the fullest form of the name, null for nobody.

    Of several spellings of a speaker one is enough. ``scare`` is nobody's speech and should be taken for none.
    """

    text: Text
    speaker: Texts | None
    kind: Literal["speech", "scare"] = "speech"


class GoldClaim(Part):
    """A statement and the words that carry it; without ``speaker`` it is the writer's own.

    ``via`` are the outlets it came through; where it is left out, they are not looked at.
    """

    evidence: Texts
    speaker: Texts | None = None
    via: tuple[Text, ...] | None = None
    optional: Flag = False


class GoldClean(Part):
    """What must not be: a conflict raised between these passages, or these words credited to this speaker or outlet.

    ``code`` says which rules or families must not raise it. Without it several passages forbid every conflict between
    them, and a single one forbids every finding there.
    """

    passages: Texts
    what: Text
    code: Texts | None = None
    speaker: Text | None = None
    outlet: Text | None = None


class Gold(Part):
    """All that is known to be true of one article; of what is left out (None) nothing is measured.

    ``article`` is its file, beside the gold; without it the file of the same name. ``sources`` are the files or folders
    that it is held against, from the gold's folder.
    """

    article: Text | None = None
    published: date | None = None
    findings: tuple[GoldFinding, ...] | None = None
    quotes: tuple[GoldQuote, ...] | None = None
    claims: tuple[GoldClaim, ...] | None = None
    clean: tuple[GoldClean, ...] = ()
    sources: tuple[Text, ...] = ()
