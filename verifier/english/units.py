"""Units of measure, currencies and the words that stand for numbers, as a newspaper writes them."""

from __future__ import annotations

from decimal import Decimal

from verifier.english.lexicon import lexicon
from verifier.english.numbers import ORDINAL_TENS, ORDINAL_WORDS, TENS_FROM_TWENTY, TO_NINETEEN

CARDINALS = {word: Decimal(n) for n, word in enumerate(TO_NINETEEN)} | {
    word: Decimal(10 * n) for n, word in enumerate(TENS_FROM_TWENTY, 2)
}
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "mln": Decimal(10**6),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "mn": Decimal(10**6),
    "trillion": Decimal(10**12),
    "lakh": Decimal(10**5),
    "crore": Decimal(10**7),
    "dozen": Decimal(12),
}
SHORT_SCALES = {
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "mm": Decimal(10**6),
    "b": Decimal(10**9),
    "tn": Decimal(10**12),
}
"""Read as scales only beside a currency, with nothing between number and letter."""

FRACTIONS = {
    "half": Decimal(50),
    "third": Decimal(100) / 3,
    "quarter": Decimal(25),
    "fifth": Decimal(20),
    "tenth": Decimal(10),
}
ORDINALS = {word: Decimal(n) for n, word in enumerate(ORDINAL_WORDS, 1)}
for _n, (_tens, _whole) in enumerate(zip(TENS_FROM_TWENTY, ORDINAL_TENS, strict=True), 2):
    ORDINALS[_whole] = Decimal(10 * _n)
    ORDINALS |= {f"{_tens}-{_unit}": Decimal(10 * _n + _more) for _more, _unit in enumerate(ORDINAL_WORDS[:9], 1)}
COUNTED_BY_ORDINALS = frozenset(["straight", "consecutive", "successive", "anniversary", "term"])
"""After an ordinal these make it a count of how often: "a third straight session"."""

CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS"}
CURRENCY_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "usd": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupees": "INR",
    "rubles": "RUB",
    "roubles": "RUB",
    "francs": "CHF",
    "pesos": "peso",
    "crowns": "crown",
    "kronor": "SEK",
    "kroner": "krone",
    "zlotys": "PLN",
    "rand": "ZAR",
    "baht": "THB",
    "lira": "lira",
    "naira": "NGN",
    "shillings": "shilling",
    "dinars": "dinar",
    "dirhams": "dirham",
    "riyals": "riyal",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "hryvnia": "UAH",
    "cents": "cent",
    "¢": "cent",
    "pence": "pence",
}
CURRENCY_CODES = lexicon("USD EUR GBP CAD AUD NZD HKD SGD JPY CNY INR CHF SEK NOK DKK PLN CZK HUF ZAR MXN BRL KRW")
"""ISO 4217, as they stand before a sum: "USD 1.4 million"."""
DOLLARS_OF = {
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "c": "CAD",
    "ca": "CAD",
    "canadian": "CAD",
    "a": "AUD",
    "au": "AUD",
    "australian": "AUD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "singapore": "SGD",
}
"""Whose dollars: before the sign ("C$5") or the word ("5 Canadian dollars")."""
PARTS_OF_MONEY = {"cent": frozenset(["USD", "EUR", *DOLLARS_OF.values()]), "pence": frozenset(["GBP"])}
"""The hundredth parts of currencies, and of which."""
PENNY = "p"
"""Tied to figures: "50p"."""

_TABLE = """
time 1 second seconds sec secs
time 60 minute minutes min mins
time 3600 hour hours hr hrs
time 86400 day days
time 604800 week weeks
time 1209600 fortnight fortnights
time 2629800 month months
time 31557600 year years yr yrs
time 315576000 decade decades
time 3155760000 century centuries
length 0.001 millimeter millimeters millimetre millimetres mm
length 0.01 centimeter centimeters centimetre centimetres cm
length 0.0254 inch inches
length 0.3048 foot feet ft
length 0.9144 yard yards
length 1 meter meters metre metres
length 1000 kilometer kilometers kilometre kilometres km kms
length 1609.344 mile miles
area 4046.856 acre acres
area 10000 hectare hectares ha
mass 0.001 gram grams g
mass 0.0283495 ounce ounces oz
mass 0.45359237 lb lbs
mass 1 kilogram kilograms kilo kilos kg kgs
mass 1000 tonne tonnes
mass 907.185 ton tons
volume 1 liter liters litre litres
volume 3.785 gallon gallons
volume 158.987 barrel barrels
speed 1.609344 mph
speed 1 kph km/h kmh
power 1 watt watts
power 1000 kilowatt kilowatts kw
power 1000000 megawatt megawatts mw
power 1000000000 gigawatt gigawatts gw
"""
UNITS: dict[str, str] = {}
"""Every way to write a unit, and the name it goes by in a report."""
FACTORS: dict[str, tuple[str, Decimal]] = {}
"""By the unit's name: what it measures, and how many of the base unit it is."""
for _line in _TABLE.split("\n"):
    if _line:
        _dimension, _factor, *_names = _line.split()
        _name = _names[1] if len(_names) > 1 and len(_names[1]) > 3 else _names[0]
        FACTORS[_name] = (_dimension, Decimal(_factor))
        UNITS.update(dict.fromkeys(_names, _name))
_AREA = {"length": "area"}
FACTORS |= {f"square {name}": (_AREA[kind], f * f) for name, (kind, f) in list(FACTORS.items()) if kind in _AREA}
UNITS |= {f"{name}²": f"square {UNITS[name]}" for name in ("mm", "cm", "km")} | {"m²": f"square {UNITS['meter']}"}
SQUARE = lexicon("square sq")
METRE = "m"
"""A metre where it stands apart from its figure ("300 m long"); tied to it, it may be a million."""
DEGREE, DEGREE_SIGN = "degree", "°"
DEGREES = frozenset([DEGREE, "degrees", DEGREE_SIGN])
TEMPERATURES = {"c": "degrees Celsius", "celsius": "degrees Celsius", "centigrade": "degrees Celsius"} | dict.fromkeys(
    ("f", "fahrenheit"), "degrees Fahrenheit"
)

ABOUT = frozenset(["about", "around", "approximately", "roughly", "some", "estimated", "circa", "approx"])
NEARLY = frozenset(["nearly", "almost"])
ABOVE = frozenset(["over", "above", "exceeding", "past", "topping", "topped", "exceeded", "surpassed"])
BELOW = frozenset(["under", "below"])

PERCENT = lexicon("% percent pct")
PERIODS = {"hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600, "daily": 86400}
PER = lexicon("a an each per every")
