"""What tokens cost: as the desk says, else as genai-prices knows it for an endpoint's public price list.

The list comes with the package and is never fetched; what it says is an estimate. Endpoints that are not in it, such as
those on one's own machine, have no price. A replay costs nothing and has none, so that its report stays the same.
"""

from __future__ import annotations

from datetime import UTC, datetime

from verifier.model.settings import ModelSettings


class Prices:
    """The prices of one model at one endpoint."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings

    @property
    def known(self) -> bool:
        """Whether there are any."""
        given = self._settings.price_in is not None and self._settings.price_out is not None
        return given or self._listed(1, 1, 0) is not None

    def of(self, tokens_in: int, tokens_out: int, cached: int) -> float | None:
        """US dollars; ``cached`` of the tokens in were read from the endpoint's own cache. None where nobody knows."""
        given_in, given_out = self._settings.price_in, self._settings.price_out
        if given_in is not None and given_out is not None:
            return (tokens_in * given_in + tokens_out * given_out) / 1_000_000
        if self._settings.replaying or not tokens_in + tokens_out:
            return None
        return self._listed(tokens_in, tokens_out, cached)

    def _listed(self, tokens_in: int, tokens_out: int, cached: int) -> float | None:
        from genai_prices import Usage, calc_price  # noqa: PLC0415 - a third of a second that only a live run needs

        try:
            priced = calc_price(
                Usage(input_tokens=tokens_in, output_tokens=tokens_out, cache_read_tokens=min(cached, tokens_in)),
                self._settings.name,
                provider_api_url=self._settings.base_url,
                genai_request_timestamp=datetime.now(UTC),
            )
        except (LookupError, ValueError):
            return None
        return float(priced.total_price)
