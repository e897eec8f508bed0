"""``verifier doctor``: whether an endpoint can be used, and how."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from verifier.cli._choices import Choices
from verifier.cli._entry import Exit
from verifier.cli._model_options import Asking, endpoint_options

if TYPE_CHECKING:
    from verifier.model.probe import Found
    from verifier.model.settings import Ask


@click.command("doctor", short_help="Find out whether and how an endpoint can be used.")
@endpoint_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Ask an endpoint one small question in each mode (or in the one named), and a small article of our own in the best
    of them; say which mode to use, and whether the model is better asked sentence by sentence.

    Exit code 0: it can be used; 3: it cannot.
    """
    from verifier._exceptions import UsageError  # noqa: PLC0415
    from verifier.cli._desk import Desk  # noqa: PLC0415 - --help can do without
    from verifier.cli._plan import model_of  # noqa: PLC0415
    from verifier.model.probe import probe, way  # noqa: PLC0415

    desk = Desk(Choices(), Asking(**options))
    settings = model_of(desk, desk.of("article"), no_model=False)
    if settings is None:
        raise UsageError("name the model to be tried: --model NAME, and --base-url URL where it is not OpenAI's")
    click.echo(f"{settings.name} at {settings.host}, {'with' if settings.api_key else 'without'} a key")
    found = []
    for one in probe(settings, only=options["mode"]):
        click.echo(_line(one))
        found.append(one)
    best = _best(found)
    if best is None:
        click.echo("The rules can be used without it; a model cannot be used like this.")
        ctx.exit(Exit.INCOMPLETE)
    _advise(best)
    _advise_way(*way(replace(settings, mode=best.mode)))


def _line(found: Found) -> str:
    if not found.works:
        return f"  {found.mode:<11} does not work: {found.problem}"
    rest = "" if found.right else ", but the answer was wrong: a very small model"
    plain = ", but takes no schema: the form stands in words, as with json" if found.plain else ""
    return f"  {found.mode:<11} works ({found.seconds:.1f} s){plain}{rest}"


def _best(found: list[Found]) -> Found | None:
    """The mode to use: with a right answer before one with a wrong one, with a schema before words."""
    return min((f for f in found if f.works), key=lambda f: (not f.right, f.plain), default=None)


def _advise(best: Found) -> None:
    if best.negotiated:
        click.echo(f"Asked otherwise, as it wants it: {'; '.join(best.negotiated)}.")
    if best.thinks:
        click.echo("The model thinks before it answers: --reasoning-effort low makes it quicker, where it knows that.")
    default = " (the default, so it need not be said)" if best.mode == "json_schema" else ""
    click.echo(f"Use --mode {best.mode}{default}.")
    if not best.counts_tokens:
        click.echo("The endpoint does not tell how many tokens it used: --max-tokens and --max-cost go by estimates.")


def _advise_way(suits: Ask | None, problem: str) -> None:
    if suits == "article":
        click.echo("It sees the contradiction in a small article: --ask article, the default, suits it.")
    elif suits == "sentence":
        click.echo("It does not see the contradiction in a small article: use --ask sentence, with --twice.")
    else:
        click.echo(f"Asked about a small article it gave no answer: {problem}.")
