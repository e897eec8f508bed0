"""The servers for editors and assistants, each spoken to by a real client."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (
    "# Harbour reopens\n\nBoats \U0001f6a2 wait. The harbour will close again on February 30, 2019, the mayor said.\n"
)
FARES = (
    "Ferry fares go up\n\n“We will not cut a single crossing,” Ines Varga told the board. “The boats are full "
    "in July,” she said. A ticket will cost 14.50 euros."
)
MEETING = (
    "WEBVTT\n\n00:04.000 --> 00:09.000\n<v Ines Varga>We may not cut a single crossing. The boats are full in July.\n\n"
    "00:12.000 --> 00:20.000\n<v Mo Brandt>A ticket will cost 14.25 euros.\n"
)


def test_an_editor_underlines_shows_the_rule_and_suppresses(tmp_path: Path) -> None:
    from tests.cli import editor

    path = tmp_path / "story.md"
    path.write_text(TEXT, encoding="utf-8")
    seen = asyncio.run(asyncio.wait_for(editor.edited(path), 120))
    start = seen["date"].range.start
    line = TEXT.splitlines()[start.line].encode("utf-16-le")
    assert line[2 * start.character :].decode("utf-16-le").startswith("February 30")
    assert "impossible-date" in seen["hover"].contents.value
    assert not [d for d in seen["second"].diagnostics if d.code == "D003"]
    assert not [d for d in seen["last"].diagnostics if d.code == "D003"]


async def asked() -> dict[str, Any]:
    import mcp  # takes a second, and not every process of the tests comes here

    server = mcp.StdioServerParameters(command=sys.executable, args=["-m", "verifier", "mcp"], cwd=str(ROOT))
    async with mcp.stdio_client(server) as (read, write), mcp.ClientSession(read, write) as session:
        await session.initialize()
        tools = await session.list_tools()
        checked = await session.call_tool("check", {"text": TEXT, "select": ["D"]})
        wrong = await session.call_tool("check", {"text": "   "})
        page = await session.call_tool("rule", {"code": "d003"})
        against = await session.call_tool("sources", {"text": FARES, "sources": {"meeting": MEETING}})
        paths = await session.call_tool("sources", {"text": FARES, "sources": {"keys": "/root/keys.json"}})
        policy = await session.call_tool("sources", {"text": FARES, "sources": {"m": "We go."}, "quote_policy": "x"})
    return {
        "tools": {t.name for t in tools.tools},
        **{"checked": checked, "wrong": wrong, "page": page, "against": against, "paths": paths, "policy": policy},
    }


def test_an_assistant_checks_a_text_holds_it_against_sources_and_reads_a_rule() -> None:
    seen = asyncio.run(asyncio.wait_for(asked(), 120))
    assert seen["tools"] == {"check", "sources", "rules", "rule"}
    told = json.loads(seen["against"].content[0].text)
    verdicts = {fact["words"].strip(","): fact["status"] for fact in told["facts"]}
    assert verdicts["We will not cut a single crossing"] == "differs"
    assert verdicts["The boats are full in July"] == "confirmed"
    first = next(fact for fact in told["facts"] if fact["status"] == "differs" and fact["fact"] == "quotation")
    assert (first["line"], first["column"], first["place"]) == (3, 2, "meeting, Ines Varga, 00:04")
    assert [(one["article"], one["source"]) for one in first["differences"]] == [("will", "may")]
    assert {row["code"] for row in told["findings"]} >= {"V002"}
    assert seen["paths"].is_error
    assert "no file is read" in seen["paths"].content[0].text
    assert seen["policy"].is_error
    assert "quote_policy: unknown quote policy 'x'" in seen["policy"].content[0].text
    assert "February 30" in seen["checked"].content[0].text
    assert seen["wrong"].is_error
    assert "empty" in seen["wrong"].content[0].text
    assert "impossible-date" in seen["page"].content[0].text


def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from tests.cli.command import run

    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    monkeypatch.delitem(sys.modules, "verifier.cli._language_server", raising=False)
    done = run("server", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "pip install 'verifier[editor]'" in done.stderr
