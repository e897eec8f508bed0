"""What the article tells more than once, and whether two passages tell one thing: one judgement for all rules."""

from verifier.events.dates import DateTelling
from verifier.events.figures import FigureTelling
from verifier.events.ledger import FigurePair, Ledger, Pair, ledger
from verifier.events.reasons import GROUNDS, Reason
from verifier.events.results import ResultTelling
from verifier.events.sameness import Sameness, same
from verifier.events.telling import Slot, Telling

__all__ = [
    "GROUNDS",
    "DateTelling",
    "FigurePair",
    "FigureTelling",
    "Ledger",
    "Pair",
    "Reason",
    "ResultTelling",
    "Sameness",
    "Slot",
    "Telling",
    "ledger",
    "same",
]
