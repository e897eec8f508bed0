"""The templates of all pages: whatever is put into one is escaped.

For a long article they are asked for hundreds of thousands of words and attributes, so both are looked up and put in
without a detour.
"""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from verifier.report._screen import clean, quoted, typeset

_MEANT = re.compile("[&<>\"']")


def environment(folder: Path, *, objects: bool = False) -> Environment:
    """The templates in a folder; ``objects`` says that they look up attributes alone, and nothing in dictionaries."""
    made = (_OfObjects if objects else _Environment)(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["verbatim"] = verbatim
    made.filters["clean"] = clean
    made.filters["typeset"] = typeset
    made.filters["quoted"] = quoted
    return made


def verbatim(text: str) -> Markup:
    """Text escaped so that a browser gives back the same characters."""
    return Markup(characters(text))  # noqa: S704 - just escaped


def characters(text: str) -> str:
    """The same as mark-up to be joined with more.

    Browsers turn a bare carriage return into a line feed, and know no NUL at all: that one is shown as its symbol.
    """
    plain = str(escape(text)) if _MEANT.search(text) else text
    return plain.replace("\r", "&#13;").replace("\x00", "␀")


def escaped(value: object) -> str:
    """As :func:`markupsafe.escape`, which makes an object of every word, where a template only joins them."""
    if type(value) is str:
        return escape(value) if _MEANT.search(value) else value
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else escape(value)


class _Generator(CodeGenerator):
    """Writes templates whose output goes through :func:`escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class _Environment(Environment):
    code_generator_class = _Generator
    escaped = staticmethod(escaped)


class _OfObjects(_Environment):
    """Looks attributes up as Python does, and no further."""

    getattr = staticmethod(getattr)  # type: ignore[assignment]  # what fails is an error all the same, as it is meant
