"""The meter: what a run has used, attempt by attempt, and where it must stop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from verifier.model.errors import LimitReachedError
from verifier.model.prices import Prices
from verifier.model.settings import ModelSettings


@dataclass(slots=True)
class Used:
    """Calls, and the tokens that the endpoint counted. ``tokens_cached`` are among those in (it read them from its own
    cache), ``tokens_thought`` among those out."""

    calls: int = 0
    retries: int = 0
    cache_hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    tokens_thought: int = 0


_account: ContextVar[Used | None] = ContextVar("account", default=None)
"""Where the article at hand is written down, beside the whole run: articles are read at the same time."""


@dataclass(slots=True)
class Meter:
    """Counts calls, retries and tokens. Answers that are thrown out count like the others: they were paid for too.

    ``reserved`` are the tokens of calls under way, so that sixteen at once cannot pass a limit that one could not.
    ``negotiated`` is what the endpoint wanted otherwise, in words.
    """

    settings: ModelSettings
    total: Used = field(default_factory=Used)
    negotiated: tuple[str, ...] = ()
    reserved: dict[int, tuple[int, int]] = field(default_factory=dict)
    _prices: Prices | None = None

    @contextmanager
    def account(self) -> Iterator[Used]:
        """What is used from here on by this task and those it begins."""
        used = Used()
        token = _account.set(used)
        try:
            yield used
        finally:
            _account.reset(token)

    def reserve(self, ticket: int, tokens_in: int, tokens_out: int) -> None:
        """Make room for a call before it is made.

        Raises:
            LimitReachedError: the call would pass a limit.
        """
        limits = self.settings.limits
        coming_in = self.total.tokens_in + tokens_in + sum(i for i, _ in self.reserved.values())
        coming_out = self.total.tokens_out + tokens_out + sum(o for _, o in self.reserved.values())
        self._hold_calls()
        if limits.tokens is not None and coming_in + coming_out > limits.tokens:
            raise LimitReachedError(f"the limit of {limits.tokens} tokens would be passed")
        if limits.cost is not None:
            cost = self.price(coming_in, coming_out, self.total.tokens_cached)
            if cost is None:
                raise LimitReachedError("the limit of cost needs --price-in and --price-out: nobody knows this model's")
            if cost > limits.cost:
                raise LimitReachedError(f"the limit of {limits.cost:g} dollars would be passed")
        self.reserved[ticket] = (tokens_in, tokens_out)

    def settle(self, ticket: int) -> None:
        """The call is over; what it used has been counted."""
        self.reserved.pop(ticket, None)

    def hit(self) -> None:
        """An answer was kept from an earlier run."""
        for used in self._accounts():
            used.cache_hits += 1

    def sending(self) -> None:
        """A request is about to leave.

        Raises:
            LimitReachedError: it would be one too many.
        """
        self._hold_calls()
        for used in self._accounts():
            used.calls += 1

    def resending(self) -> None:
        """A request is about to leave once more, because the line was bad."""
        for used in self._accounts():
            used.retries += 1

    def received(self, tokens_in: int, tokens_out: int, cached: int = 0, thought: int = 0) -> None:
        """One answer came, good or bad."""
        for used in self._accounts():
            used.tokens_in += tokens_in
            used.tokens_out += tokens_out
            used.tokens_cached += min(cached, tokens_in)
            used.tokens_thought += thought

    def price(self, tokens_in: int, tokens_out: int, cached: int = 0) -> float | None:
        """US dollars for these tokens; None where no prices are known."""
        if self._prices is None:
            self._prices = Prices(self.settings)
        return self._prices.of(tokens_in, tokens_out, cached)

    def _accounts(self) -> tuple[Used, ...]:
        own = _account.get()
        return (self.total,) if own is None else (self.total, own)

    def _hold_calls(self) -> None:
        limit = self.settings.limits.calls
        if limit is not None and self.total.calls >= limit:
            raise LimitReachedError(f"the limit of {limit} calls is reached")
