"""Findings as an editor's diagnostics: thin over the library."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from verifier import __version__, article, rules
from verifier._exceptions import VerifierError
from verifier.cli._choices import Choices
from verifier.cli._desk import Desk
from verifier.cli._model_options import Asking
from verifier.cli._settle import settled, wishes
from verifier.pipeline import check
from verifier.report.models import Finding, Report, Span

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_LARGEST = 300_000
"""Characters of a text that is checked as it is typed."""
_MARKDOWN = re.compile(r"\.(?:md|markdown)$", re.IGNORECASE)


def server(*, isolated: bool) -> LanguageServer:
    """The server with all that it answers."""
    made = LanguageServer("verifier", __version__)
    desk = Desk(Choices(isolated=isolated), Asking())

    def publish(uri: str) -> None:
        document = made.workspace.get_text_document(uri)
        made.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, version=document.version, diagnostics=diagnostics(document, desk))
        )

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        publish(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        publish(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        made.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        document = made.workspace.get_text_document(params.text_document.uri)
        at = params.position
        here = [d for d in diagnostics(document, desk) if _within(at, d.range)]
        if not here:
            return None
        page = rules.page(rules.named(str(here[0].code)))
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, page), here[0].range)

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = made.workspace.get_text_document(params.text_document.uri)
        return [
            _suppress(document, d, desk)
            for d in params.context.diagnostics
            if d.source == "verifier" and urlsplit(document.uri).scheme == "file"
        ]

    return made


def diagnostics(document: TextDocument, desk: Desk) -> list[types.Diagnostic]:
    """What is found in a document as it stands; none where it is empty, too long or set up badly."""
    text, name = document.source, _path(document.uri)
    if not text.strip() or len(text) > _LARGEST:
        return []
    try:
        held = desk.of(name)
        read = article.read_bytes(text.encode("utf-8", "replace"), name if _MARKDOWN.search(name) else f"{name}.txt")
        wished = wishes(replace(read, path=name), comments=held.comments)
        report = settled(check(read, held.settings), wished, None, held.settings, datetime.now().astimezone().date())
    except VerifierError:
        return []
    return [_diagnostic(finding, report, document) for finding in report.findings if finding.counts]


def _diagnostic(finding: Finding, report: Report, document: TextDocument) -> types.Diagnostic:
    place = _Places(report.article.text, document)
    return types.Diagnostic(
        range=place.range(finding.spans[0]),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source="verifier",
        message=f"{finding.message} {finding.question}".strip(),
        related_information=[
            types.DiagnosticRelatedInformation(types.Location(document.uri, place.range(r.span)), r.label or "here")
            for r in finding.related
        ],
    )


class _Places:
    """From code points of the text as read to an editor's lines and units; the lines are the document's."""

    def __init__(self, text: str, document: TextDocument) -> None:
        self._text = text
        self._codec = document.position_codec
        self._lines = document.lines

    def range(self, span: Span) -> types.Range:
        """A place of the text."""
        return self._codec.range_to_client_units(
            self._lines, types.Range(self._position(span.start), self._position(span.end))
        )

    def _position(self, at: int) -> types.Position:
        before = self._text[:at].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n")
        return types.Position(line, len(before) - (before.rfind("\n") + 1))


def _suppress(document: TextDocument, diagnostic: types.Diagnostic, desk: Desk) -> types.CodeAction:
    """A comment before the paragraph, where comments count; else an entry in the file beside the article."""
    name = _path(document.uri)
    if _MARKDOWN.search(name) and desk.of(name).comments:
        line = diagnostic.range.start.line
        while line and document.lines[line - 1].strip():
            line -= 1
        at = types.Position(line, 0)
        comment = f'<!-- verifier: ignore {diagnostic.code} reason="looked at in the editor" -->\n'
        edit = types.WorkspaceEdit(changes={document.uri: [types.TextEdit(types.Range(at, at), comment)]})
    else:
        beside, at = f"{document.uri}.verifier.toml", types.Position(0, 0)
        words = " ".join(_words(document, diagnostic.range).split())
        entry = (
            f'[[suppress]]\ncode = "{diagnostic.code}"\nwords = {json.dumps(words, ensure_ascii=False)}\n'
            'reason = "looked at in the editor"\n\n'
        )
        edit = types.WorkspaceEdit(
            document_changes=[
                types.CreateFile(beside, options=types.CreateFileOptions(ignore_if_exists=True)),
                types.TextDocumentEdit(
                    types.OptionalVersionedTextDocumentIdentifier(uri=beside),
                    [types.TextEdit(types.Range(at, at), entry)],
                ),
            ]
        )
    return types.CodeAction(
        f"Suppress {diagnostic.code} here", kind=types.CodeActionKind.QuickFix, diagnostics=[diagnostic], edit=edit
    )


def _words(document: TextDocument, place: types.Range) -> str:
    return document.source[document.offset_at_position(place.start) : document.offset_at_position(place.end)]


def _within(at: types.Position, place: types.Range) -> bool:
    start, end, here = place.start, place.end, (at.line, at.character)
    return (start.line, start.character) <= here <= (end.line, end.character)


def _path(uri: str) -> str:
    parts = urlsplit(uri)
    return unquote(parts.path) if parts.scheme == "file" else Path("untitled").name


def serve(*, isolated: bool) -> None:
    """Speak on standard input and output until the editor hangs up."""
    server(isolated=isolated).start_io()
