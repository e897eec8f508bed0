"""What was read: spans, sentences, paragraphs, the article, and one reader a format."""

from verifier.article._model import Article, Paragraph, ParagraphKind, Sentence, Span
from verifier.article._structure import from_text

__all__ = ["Article", "Paragraph", "ParagraphKind", "Sentence", "Span", "from_text"]
