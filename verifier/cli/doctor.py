"""``verifier doctor``: whether an endpoint can be used, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from verifier.cli._choices import Choices
from verifier.cli._entry import Exit
from verifier.cli._model_options import Asking, endpoint_options

if TYPE_CHECKING:
    from verifier.model.probe import Found


@click.command("doctor", short_help="Find out whether and how an endpoint can be used.")
@endpoint_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Ask an endpoint one small question in each mode (or in the one named), and say which to use.

    Exit code 0: it can be used; 3: it cannot.
    """
    from verifier._exceptions import UsageError  # noqa: PLC0415
    from verifier.cli._desk import Desk  # noqa: PLC0415 - --help can do without
    from verifier.cli._plan import model_of  # noqa: PLC0415
    from verifier.model.probe import probe  # noqa: PLC0415

    desk = Desk(Choices(), Asking(**options))
    settings = model_of(desk, desk.of("article"), no_model=False)
    if settings is None:
        raise UsageError("name the model to be tried: --model NAME, and --base-url URL where it is not OpenAI's")
    click.echo(f"{settings.name} at {settings.host}, {'with' if settings.api_key else 'without'} a key")
    found = []
    for one in probe(settings, only=options["mode"]):
        click.echo(_line(one))
        found.append(one)
    ctx.exit(_advice(found))


def _line(found: Found) -> str:
    if not found.works:
        return f"  {found.mode:<11} does not work: {found.problem}"
    rest = "" if found.right else ", but the answer was wrong: a very small model"
    plain = ", but takes no schema: the form stands in words, as with json" if found.plain else ""
    return f"  {found.mode:<11} works ({found.seconds:.1f} s){plain}{rest}"


def _advice(found: list[Found]) -> Exit:
    working = [f for f in found if f.works]
    if not working:
        click.echo("The rules can be used without it; a model cannot be used like this.")
        return Exit.INCOMPLETE
    best = min(working, key=lambda f: (not f.right, f.plain))
    if best.negotiated:
        click.echo(f"Asked otherwise, as it wants it: {'; '.join(best.negotiated)}.")
    if best.thinks:
        click.echo("The model thinks before it answers: --reasoning-effort low makes it quicker, where it knows that.")
    default = " (the default, so it need not be said)" if best.mode == "json_schema" else ""
    click.echo(f"Use --mode {best.mode}{default}.")
    if not best.counts_tokens:
        click.echo("The endpoint does not tell how many tokens it used: --max-tokens and --max-cost go by estimates.")
    return Exit.CLEAN
