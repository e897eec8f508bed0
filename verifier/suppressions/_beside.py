"""The file beside an article, ``story.txt.verifier.toml``: for formats that hold no comments, and for articles that are
not to be touched."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from verifier._exceptions import InputError
from verifier.article import Article
from verifier.config import in_words
from verifier.suppressions._model import Wish, problem_with

_ENDING = ".verifier.toml"


def _day(given: object) -> object:
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    if isinstance(given, str):
        try:
            return date.fromisoformat(given)
        except ValueError:
            pass
    raise ValueError("must be a day: 2027-01-31")


def _code(given: object) -> object:
    if not isinstance(given, str):
        return given
    wanted = given.strip().upper()
    if problem := problem_with(wanted):
        raise ValueError(problem)
    return wanted


def _some(given: object) -> object:
    if isinstance(given, str) and not given.strip():
        raise ValueError("must not be empty")
    return given


Words = Annotated[str, BeforeValidator(_some)]


class _Entry(BaseModel):
    """``[[suppress]]``: one finding, by quoted words or by its fingerprint."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    code: Annotated[str, BeforeValidator(_code)]
    reason: Words
    words: Words | None = None
    fingerprint: Words | None = None
    until: Annotated[date | None, BeforeValidator(_day)] = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    suppress: list[_Entry] = Field(default_factory=list)


def beside(article: str) -> Path:
    """Where the file for this article would be."""
    return Path(article + _ENDING)


def read_beside(article: Article) -> list[Wish]:
    """The wishes of the file beside the article; none where there is no file.

    Raises:
        InputError: the file is there and wrong.
    """
    if article.path is None or not (path := beside(article.path)).is_file():
        return []
    try:
        file = _File.model_validate(tomllib.loads(path.read_bytes().decode("utf-8")))
    except OSError as error:
        raise InputError(str(path), f"cannot read it: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise InputError(str(path), "is not UTF-8, which TOML must be") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(str(path), f"is no TOML: {error}") from None
    except ValidationError as error:
        raise InputError(str(path), in_words(error, {(): _File, ("suppress",): _Entry})) from None
    for number, entry in enumerate(file.suppress, 1):
        if (entry.words is None) == (entry.fingerprint is None):
            raise InputError(str(path), f"suppress[{number}]: say where: words of the article, or a fingerprint")
    return [
        Wish(
            f"{path}: suppress[{number}]",
            "sidecar",
            entry.code,
            reason=" ".join(entry.reason.split()),
            until=entry.until,
            words=entry.words,
            fingerprint=entry.fingerprint,
        )
        for number, entry in enumerate(file.suppress, 1)
    ]
