"""The keys of a configuration file: their names, their types, and what may stand in them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue

from verifier import languages, rules
from verifier.model.settings import Record, free_parameter, problem_with_endpoint
from verifier.settings import Settings, Severity

FailOn = Literal["error", "warning", "info", "never"]


def kebab(name: str) -> str:
    """A name as a file writes it."""
    return name.replace("_", "-")


class Table(BaseModel):
    """Base of every table: closed to keys nobody knows, and no value is turned into another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, alias_generator=kebab)


def _selector(code: str) -> str:
    """A rule's code or the beginning of some, in any case."""
    wanted = code.strip().upper()
    if problem := rules.problem_with(wanted):
        raise ValueError(problem)
    return wanted


def _whole(code: str) -> str:
    """A whole code, in any case."""
    wanted = code.strip().upper()
    if not any(rule.code == wanted for rule in rules.catalogue()):
        raise ValueError(rules.problem_with(wanted) or f"{code!r} names several rules; one code each")
    return wanted


def _said(words: str) -> str:
    """Words that are there."""
    if not words.strip():
        raise ValueError("an empty word says nothing; leave it out")
    return words.strip()


def _style(form: str) -> str:
    if problem := rules.problem_with_style(form):
        raise ValueError(problem)
    return form


def _language(code: str) -> str:
    if problem := languages.problem_with(code):
        raise ValueError(problem)
    return code


def _pattern(glob: str) -> str:
    """A pattern as in .gitignore, without its exceptions and comments."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only a file with rules for paths needs it

    if not glob.strip() or glob.startswith(("!", "#")):
        raise ValueError("is no pattern; write it as wire/** or *.html")
    try:
        GitIgnoreSpec.from_lines([glob])
    except ValueError as error:
        raise ValueError(f"is no pattern: {error}") from None
    return glob


def _parameter(name: str) -> str:
    if not free_parameter(name):
        raise ValueError("is set by verifier itself, or is no parameter")
    return name


def _endpoint(url: str) -> str:
    if problem := problem_with_endpoint(url):
        raise ValueError(problem)
    return url


Selector = Annotated[str, AfterValidator(_selector)]
Code = Annotated[str, AfterValidator(_whole)]
Words = Annotated[str, AfterValidator(_said)]
Style = Annotated[str, AfterValidator(_style)]
Language = Annotated[str, AfterValidator(_language)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Parameter = Annotated[str, AfterValidator(_parameter)]
Endpoint = Annotated[str, AfterValidator(_endpoint)]
Positive = Annotated[int, Field(ge=1)]
Money = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class PathTable(Table):
    """``[per-path."GLOB"]``: what holds for the articles that the pattern matches."""

    select: list[Selector] | None = None
    ignore: list[Selector] | None = None
    comments: bool | None = None
    language: Language | None = None


class ModelTable(Table):
    """``[model]``: which model is asked, and how. A key never stands here."""

    name: Words | None = None
    base_url: Endpoint | None = None
    mode: Literal["json_schema", "tools", "json"] | None = None
    timeout: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    ask: Literal["article", "sentence"] | None = None
    twice: bool | None = None
    concurrency: Positive | None = None
    prompts: Words | None = None
    max_calls: Positive | None = None
    max_tokens: Positive | None = None
    max_cost: Money | None = None
    price_in: Money | None = None
    price_out: Money | None = None
    temperature: Annotated[float, Field(ge=0, le=2)] | None = None
    reasoning_effort: Words | None = None
    thinking_tokens: Annotated[int, Field(ge=0)] | None = None
    extra: dict[Parameter, JsonValue] | None = None


class ProgramModelTable(ModelTable):
    """What a program may say beside: flags say it on the command line."""

    attempts: Positive | None = None
    backoff: Money | None = None
    record: Record | None = None
    offline: bool | None = None
    drop_unused: bool | None = None


def _quote_policy(name: str) -> str:
    """The name of a quote policy."""
    if name == Settings().quote_policy:
        return name
    from verifier.sources import problem_with  # noqa: PLC0415 - only whoever names another needs it

    if problem := problem_with(name):
        raise ValueError(problem)
    return name


class SourcesTable(Table):
    """``[sources]``: what articles are held against. Paths are files or folders, relative to the file's folder."""

    files: list[Words] | None = None
    quote_policy: Annotated[str, AfterValidator(_quote_policy)] | None = None


class FileTable(Table):
    """The whole of a file, or of ``[tool.verifier]``."""

    select: list[Selector] | None = None
    ignore: list[Selector] | None = None
    fail_on: FailOn | None = None
    comments: bool | None = None
    candidates: bool | None = None
    severities: dict[Code, Severity] | None = None
    known_people: list[Words] | None = None
    outlets: list[Words] | None = None
    house_style: list[Style] | None = None
    language: Language | None = None
    per_path: dict[Pattern, PathTable] = Field(default_factory=dict)
    model: ModelTable | None = None
    sources: SourcesTable | None = None


TABLES: dict[tuple[str, ...], type[Table]] = {
    (): FileTable, ("model",): ModelTable, ("sources",): SourcesTable, ("per-path", "*"): PathTable,
}  # fmt: skip
MODEL_KEYS = tuple(kebab(name) for name in ModelTable.model_fields)
