"""What the words show without a model: quotations, who says what, names, dates and quantities."""

from verifier.reading._analysis import Analysis, analyse

__all__ = ["Analysis", "analyse"]
