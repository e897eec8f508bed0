"""The meter: what a run has used, attempt by attempt, and where it must stop."""

from __future__ import annotations

from dataclasses import dataclass, field

from verifier.model.errors import LimitReachedError
from verifier.model.settings import ModelSettings


@dataclass(slots=True)
class Meter:
    """Counts calls, retries and tokens. Answers that are thrown out count like the others: they were paid for too.

    ``reserved`` are the tokens of calls under way, so that sixteen at once cannot pass a limit that one could not.
    """

    settings: ModelSettings
    calls: int = 0
    retries: int = 0
    cache_hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    reserved: dict[int, tuple[int, int]] = field(default_factory=dict)

    def reserve(self, ticket: int, tokens_in: int, tokens_out: int) -> None:
        """Make room for a call before it is made.

        Raises:
            LimitReachedError: the call would pass a limit.
        """
        limits = self.settings.limits
        coming_in = self.tokens_in + tokens_in + sum(i for i, _ in self.reserved.values())
        coming_out = self.tokens_out + tokens_out + sum(o for _, o in self.reserved.values())
        self._hold_calls()
        if limits.tokens is not None and coming_in + coming_out > limits.tokens:
            raise LimitReachedError(f"the limit of {limits.tokens} tokens would be passed")
        cost = self.price(coming_in, coming_out)
        if limits.cost is not None and cost is not None and cost > limits.cost:
            raise LimitReachedError(f"the limit of {limits.cost:g} dollars would be passed")
        self.reserved[ticket] = (tokens_in, tokens_out)

    def settle(self, ticket: int) -> None:
        """The call is over; what it used has been counted."""
        self.reserved.pop(ticket, None)

    def sending(self) -> None:
        """A request is about to leave.

        Raises:
            LimitReachedError: it would be one too many.
        """
        self._hold_calls()
        self.calls += 1

    def resending(self) -> None:
        """A request is about to leave once more, because the line was bad."""
        self.retries += 1

    def received(self, tokens_in: int, tokens_out: int) -> None:
        """One answer came, good or bad."""
        self.tokens_in += tokens_in
        self.tokens_out += tokens_out

    def snapshot(self) -> dict[str, int]:
        """The counts so far, by the names they have in the report."""
        return {
            "calls": self.calls,
            "cache_hits": self.cache_hits,
            "retries": self.retries,
            "tokens_in": self.tokens_in,
            "tokens_out": self.tokens_out,
        }

    def price(self, tokens_in: int, tokens_out: int) -> float | None:
        """US dollars for these tokens; None where no prices are known."""
        if self.settings.price_in is None or self.settings.price_out is None:
            return None
        return (tokens_in * self.settings.price_in + tokens_out * self.settings.price_out) / 1_000_000

    def _hold_calls(self) -> None:
        limit = self.settings.limits.calls
        if limit is not None and self.calls >= limit:
            raise LimitReachedError(f"the limit of {limit} calls is reached")
