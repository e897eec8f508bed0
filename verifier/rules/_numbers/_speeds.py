"""A way, the time it took, and the average speed that the two make: "300 kilometres in two and a half hours, an average
of 120 kilometres an hour"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.english import arithmetic
from verifier.english.units import FACTORS
from verifier.reading import Analysis
from verifier.reading.quantities import bounds
from verifier.rules._numbers._figures import Figure, is_a_rate
from verifier.rules._numbers._sums import Sum
from verifier.rules._numbers._written import written

_BEFORE = 4
"""Tokens before a speed in which it is called an average."""
_OFF = Decimal("0.06")
"""The share by which a speed may be rounded."""
_HOUR = Decimal(3600)


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """The one speed of a sentence that tells one way and one time."""
    lows = analysis.words.lows
    speeds = [f for f in sentence if _metres_an_hour(lows, f) is not None]
    ways = [f for f in sentence if f.dimension == "length" and f not in speeds]
    times = [f for f in sentence if f.dimension == "time"]
    if not len(speeds) == len(ways) == len(times) == 1:
        return
    (speed,), (way,), (time,) = speeds, ways, times
    told = lows[max(speed.first - _BEFORE, 0) : speed.first]
    if "average" not in told or lows[time.first - 1] not in {"in", ","} or is_a_rate(lows, time):
        return
    (near, far), (short, long), factor = bounds(way.quantity), bounds(time.quantity), _metres_an_hour(lows, speed)
    if factor is None or short <= 0 or far.is_infinite() or long.is_infinite():
        return
    least, most = near * _HOUR / long, far * _HOUR / short
    low, high = (speed.quantity.value * factor * (1 - _OFF), speed.quantity.value * factor * (1 + _OFF))
    if high < least or low > most:
        made = written(analysis, speed, ((least + most) / 2 / factor).to_integral_value())
        yield Sum(
            speed,
            (way, time),
            f"the two make {made}{'' if lows[speed.last] in arithmetic.PER_HOUR else ' an hour'}",
            "Which of the three figures is off?",
        )


def _metres_an_hour(lows: Sequence[str], figure: Figure) -> Decimal | None:
    """How many metres an hour one of a speed's unit is; None where the figure is none."""
    low = lows[figure.last]
    if low in arithmetic.PER_HOUR:
        return arithmetic.PER_HOUR[low][1]
    behind = lows[figure.last + 1 : figure.last + 3]
    an_hour = len(behind) > 1 and behind[0] in arithmetic.BEFORE_A_RATE and behind[1] in {"hour", "h", "hr"}
    return FACTORS.get(figure.quantity.unit, (None, None))[1] if an_hour and figure.dimension == "length" else None
