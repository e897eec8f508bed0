"""How good findings, quotes and claims are: reports held against gold that people wrote."""

from verifier.evaluation.columns import column
from verifier.evaluation.models import Column, Evaluation
from verifier.evaluation.reading import GoldFile, read_gold
from verifier.evaluation.scoring import score

__all__ = ["Column", "Evaluation", "GoldFile", "column", "read_gold", "score"]
