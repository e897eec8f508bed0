"""One reader a format: where its records begin, and the records from there on.

datatrove's own readers are not used: they pass over a line that is no JSON, a row without text and a page in an unknown
encoding with at most a note in a log, and know no place to begin at; here whatever is not read is named.
"""

from __future__ import annotations

from verifier.archive.formats._base import Format, called
from verifier.archive.formats._files import OneArticle
from verifier.archive.formats._lines import Lines
from verifier.archive.formats._packed import Tar, Zip
from verifier.archive.formats._tables import Csv, Parquet
from verifier.archive.formats._web import Warc
from verifier.article._reading import ENDINGS

__all__ = ["FORMATS", "READ", "Format", "of"]

FORMATS: dict[str, Format] = {
    f.name: f for f in (OneArticle(), Lines(), Csv(), Parquet(), Zip(), Tar(), Warc())
}  # fmt: skip
_PACKINGS = (".gz", ".bz2", ".xz", ".zst")
_ENDINGS = {
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".parquet", ".pq"), "parquet"),
    ".zip": "zip",
    **dict.fromkeys((".tar", ".tgz", ".tbz2", ".txz"), "tar"),
    **dict.fromkeys((".warc", ".wet"), "warc"),
    **dict.fromkeys(ENDINGS, "article"),
}
READ = ", ".join(sorted(_ENDINGS))


def of(address: str) -> Format | None:
    """The format that the ending of a name tells, None where it tells none."""
    name = whole = called(address).lower()
    for packing in _PACKINGS:
        name = name.removesuffix(packing)
    ending = name[name.rfind(".") :] if "." in name else ""
    kind = _ENDINGS.get(ending)
    if name != whole and kind in {"article", "parquet", "zip"}:
        return None
    return FORMATS[kind] if kind else None
