"""An editor with one document open, as far as its protocol goes; it takes half a second to import."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parents[2]


class Editor:
    """An editor with one document open."""

    def __init__(self) -> None:
        self.client = LanguageClient("tests", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def take(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

    async def open(self, path: Path) -> str:
        await self.client.start_io(sys.executable, "-m", "verifier", "server", cwd=str(ROOT))
        await self.client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        self.client.initialized(types.InitializedParams())
        return self.look(path)

    def look(self, path: Path) -> str:
        uri = path.as_uri()
        document = types.TextDocumentItem(uri, "markdown", 1, path.read_text(encoding="utf-8"))
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return uri

    async def close(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


async def edited(path: Path) -> dict[str, Any]:
    editor = Editor()
    uri = await editor.open(path)
    try:
        first = await editor.published.get()
        (date,) = [d for d in first.diagnostics if d.code == "D003"]
        hover = await editor.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), date.range.start)
        )
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), date.range, types.CodeActionContext([date]))
        )
        whole = types.TextDocumentContentChangeWholeDocument("# Harbour reopens\n\nAll is well on March 1.\n")
        editor.client.text_document_did_change(
            types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(uri=uri, version=2), [whole])
        )
        second = await editor.published.get()
        # What the action is to write lies there by hand, and the first text is opened anew.
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        (action,) = actions
        created, edit = action.edit.document_changes
        assert created.uri == f"{uri}.verifier.toml"
        path.with_name(f"{path.name}.verifier.toml").write_text(edit.edits[0].new_text, encoding="utf-8")
        editor.look(path)
        while (last := await editor.published.get()).version != 1:
            pass
    finally:
        await editor.close()
    return {"date": date, "hover": hover, "second": second, "last": last}
