"""What was read: spans, sentences, paragraphs, the article, and one reader a format.

``read(path)`` and ``read_bytes(data, name)`` read a file of any known format, ``from_text(text)`` plain text;
``expand(argument)`` turns what a user types (a file, a folder, a glob) into files.
"""

from verifier.article._decoding import decode
from verifier.article._model import Article, Comment, Paragraph, ParagraphKind, Sentence, Span
from verifier.article._plain import plain
from verifier.article._reading import ENDINGS, MAX_BYTES, expand, file_bytes, left_out, read, read_apart, read_bytes
from verifier.article._structure import from_text

__all__ = [
    "ENDINGS",
    "MAX_BYTES",
    "Article",
    "Comment",
    "Paragraph",
    "ParagraphKind",
    "Sentence",
    "Span",
    "decode",
    "expand",
    "file_bytes",
    "from_text",
    "left_out",
    "plain",
    "read",
    "read_apart",
    "read_bytes",
]
