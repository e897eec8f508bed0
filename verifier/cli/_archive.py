"""What ``verifier archive`` does, apart from its options."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verifier._exceptions import UsageError
from verifier.archive import extra, folder
from verifier.archive.choices import Choices as ArchiveChoices
from verifier.archive.choices import engine
from verifier.archive.records import OPTIONAL, Columns
from verifier.cli import _environment
from verifier.cli._choices import Choices
from verifier.cli._desk import Desk
from verifier.cli._entry import Exit, complain
from verifier.cli._model_options import Asking
from verifier.cli._plan import model_of
from verifier.cli._sinks import write_whole
from verifier.model.settings import Limits, ModelSettings
from verifier.report._tally import counted
from verifier.rules import chosen

if TYPE_CHECKING:
    from verifier.archive.run import Executor, How, Result

_MOST_TOLD = 5
_ANTHROPIC = "https://api.anthropic.com/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said, one field an option; ``columns`` are those that were named."""

    inputs: tuple[str, ...]
    out: str
    jobs: int | None
    executor: Executor
    slurm: tuple[str, ...]
    kind: folder.Kind
    shard: int
    only_new: bool
    columns: Mapping[str, str]
    article_seconds: float
    article_memory: int
    batch: str | None
    quiet: bool
    choices: Choices
    asking: Asking

    @classmethod
    def taken_from(cls, options: dict[str, Any]) -> Options:
        """Put what click gives in order."""
        asking, choices = Asking.taken_from(options), Choices.taken_from(options)
        named = {name: options.pop(f"{name}_column") for name in ("text", *OPTIONAL)}
        return cls(columns={k: v for k, v in named.items() if v}, asking=asking, choices=choices, **options)


def run(options: Options) -> Exit:
    """Plan or take up, read, tell.

    Raises:
        VerifierError: the call or an input is wrong.
    """
    extra.require(*(("ray",) if options.executor == "ray" else ()))
    from verifier.archive import run as archive  # noqa: PLC0415 - the extra archive

    directives = _directives(options)
    where = folder.at(options.out)
    choices = _choices(options)
    where, plan = archive.settle(where, options.inputs, choices, only_new=options.only_new)
    for problem in plan.problems[:_MOST_TOLD]:
        complain(problem)
    if len(plan.problems) > _MOST_TOLD:
        complain(f"and {len(plan.problems) - _MOST_TOLD} more inputs that cannot be read")
    limits = choices.model.limits if choices.model else Limits()
    how = archive.How(options.jobs or os.cpu_count() or 1, options.executor, directives, options.quiet, limits)
    try:
        result = archive.go(where, plan, how, secret)
        if choices.batch and choices.model and not result.handed_over:
            result = _through_batches(result, how, options)
        return _told(result, options)
    except KeyboardInterrupt:
        complain(f"what is done is kept in {where.path}: give the same command again")
        raise


def _through_batches(result: Result, how: How, options: Options) -> Result:
    """Hand the questions in that are left, wait, read again; until none is left that may still be asked."""
    from verifier.archive import batch  # noqa: PLC0415
    from verifier.archive import run as archive  # noqa: PLC0415
    from verifier.model.providers import PROVIDERS, Counter  # noqa: PLC0415

    where, choices = result.folder, result.plan.choices
    provider = PROVIDERS[str(choices.batch)]
    say = (lambda _: None) if options.quiet else complain
    while result.left and result.tally.incomplete:
        made = batch.pack(where, provider)
        if not provider.remote:
            for path in made:
                done = path.with_suffix(".done.jsonl")
                name = choices.model.name if choices.model else ""
                then = f"verifier batch import {where.path} {done}"
                complain(f"vllm run-batch -i {path} -o {done} --model {name}; then: {then}")
            return result
        if choices.model is None or not (made or batch.status(where).states.get("sent")):
            return result
        key, proxy = secret(choices.model.base_url)
        with Counter(provider, choices.model.base_url, key if choices.keyed else "", proxy) as counter:
            batch.hand_in(where, provider, counter)
            batch.wait(where, provider, counter, say)
        result = archive.go(where, result.plan, how, secret)
    return result


def work(given: str) -> None:
    """A Slurm job's part."""
    extra.require()
    from verifier.archive import plan  # noqa: PLC0415
    from verifier.archive.executors import Slurm  # noqa: PLC0415

    where = folder.there(given)
    Slurm(where, plan.read(where).shards, -1, secret, {}).run()


def secret(endpoint: str) -> tuple[str, str | None]:
    """Key and proxy for an endpoint, as the environment of this process has them."""
    key = _environment.anthropic_key() if endpoint == _ANTHROPIC else _environment.api_key()
    return key, _environment.proxy(endpoint)


def report(given: str, html: Path | None, *, as_json: bool) -> None:
    """Tables on standard output, and the page where one is wanted.

    Raises:
        VerifierError: there is no run, or nothing of it is done, or the page cannot be written.
    """
    extra.require()
    from verifier.archive import page, tables  # noqa: PLC0415 - the extra archive

    counted_up = tables.count(folder.there(given))
    if html is not None:
        write_whole(html, page.page(counted_up))
    click.echo(counted_up.as_json if as_json else "\n".join(tables.in_words(counted_up)))


def _choices(options: Options) -> ArchiveChoices:
    desk = Desk(options.choices, options.asking)
    held = desk.of("article")  # one desk for all: the configuration of the folder the run is begun in
    chosen(held.settings)  # an unknown rule is told before anything is planned
    model = model_of(desk, held, no_model=False)
    if model and "@" in model.base_url:
        raise UsageError("--base-url: a name and a password in it would stand in the plan; leave them out")
    if options.batch == "anthropic" and model and model.base_url == ModelSettings("").base_url:
        model = replace(model, base_url=_ANTHROPIC, api_key=_environment.anthropic_key())
    if options.batch and model is None:
        raise UsageError("--batch does nothing without --model NAME")
    return ArchiveChoices(
        settings=held.settings,
        columns=Columns(**options.columns, said=tuple(options.columns)),
        kind=options.kind,
        shard=options.shard,
        seconds=options.article_seconds,
        megabytes=options.article_memory,
        model=replace(model, cache=None) if model else None,
        batch=options.batch,
        keyed=bool(model and model.api_key),
        prompts=prompts(model) if model else {},
        engine=engine(),
    )


def extract(shard: Path, to: Path, code: str | None) -> None:
    """Reports for the desk.

    Raises:
        InputError: it is no shard.
    """
    extra.require()
    from verifier.archive import opening  # noqa: PLC0415 - the extra archive

    count = opening.extract(shard, to, code.upper() if code else None)
    complain(f"{counted(count, 'report')} in {to}; open them: verifier review {to}")


def prompts(model: ModelSettings) -> dict[str, str]:
    """The hashes of the prompts that are asked with."""
    from verifier.model.prompts import load  # noqa: PLC0415 - a run by rules does not need it

    return {name: prompt.sha256 for name, prompt in load(model.prompts).items()}


def _directives(options: Options) -> dict[str, str]:
    found = {}
    for words in options.slurm:
        key, _, value = words.partition("=")
        if not (key and value):
            raise UsageError(f"--slurm {words}: write it as partition=cpu")
        found[key.lstrip("-")] = value
    if found and options.executor != "slurm":
        raise UsageError("--slurm does nothing without --executor slurm")
    return found


def _told(result: Result, options: Options) -> Exit:
    """What there is to say, and the exit code."""
    tally, out = result.tally, result.folder.path
    for why in result.why:
        complain(why)
    if result.handed_over:
        if not options.quiet:
            complain(f"{counted(result.left, 'shard')} handed to Slurm; the same command tells how far they are")
        return Exit.CLEAN if result.left else _code(result)
    if not options.quiet:
        known = f", {tally.known} known before" if tally.known else ""
        complain(
            f"{counted(tally.done, 'article')} in {counted(result.plan.shards, 'shard')} under {out}/shards{known}"
        )
        if tally.unread_dates:
            column = result.plan.choices.columns.date
            complain(f"{counted(tally.unread_dates, 'cell')} of column {column!r} hold no date (2019-02-14)")
    if tally.failed:
        complain(f"{counted(tally.failed, 'article')} could not be read; the reasons stand in {result.folder.failed}")
    if result.left and not result.why:
        complain(f"{counted(result.left, 'shard')} not done; give the same command again")
    return _code(result)


def _code(result: Result) -> Exit:
    incomplete = bool(result.tally.incomplete) or result.limited
    if result.tally.failed or result.plan.problems or (result.left and not incomplete):
        return Exit.WRONG
    return Exit.INCOMPLETE if incomplete else Exit.CLEAN
