"""Numbers, scales, units and currencies, and the words that make a figure less than exact."""

from __future__ import annotations

from decimal import Decimal

DECIMAL_MARK = ","
_ONES = "ein zwei drei vier fünf sechs sieben acht neun".split()
_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def _to_999() -> dict[str, Decimal]:
    """Every number from 2 to 999 in its one word: "einundzwanzig", "dreihundertfünf"."""
    below = dict(zip(_ONES, range(1, 10), strict=True)) | dict(zip(_TEENS, range(10, 20), strict=True))
    for ten, word in enumerate(_TENS, 2):
        below[word] = 10 * ten
        below |= {f"{one}und{word}": 10 * ten + n for n, one in enumerate(_ONES, 1)}
    found = dict(below)
    for hundred, word in enumerate(["", *_ONES[1:]], 1):
        head = f"{word}hundert"
        found |= {head: 100 * hundred} | {f"{head}{rest}": 100 * hundred + n for rest, n in below.items()}
    found |= {f"{head}eins": value + 1 for head, value in list(found.items()) if head.endswith("hundert")}
    del found["ein"], found["hundert"]
    return {word: Decimal(n) for word, n in found.items()}


CARDINALS = _to_999() | {"dutzend": Decimal(12), "hundert": Decimal(100), "tausend": Decimal(1000)}
ONE = frozenset("ein eine einer einem einen".split())
SCALES = {
    word: value
    for words, value in (
        ("tausend tsd", Decimal(1000)),
        ("million millionen mio", Decimal(10**6)),
        ("milliarde milliarden mrd", Decimal(10**9)),
        ("billion billionen bio", Decimal(10**12)),
    )
    for word in words.split()
}
CURRENCIES = {
    word: code
    for words, code in (
        ("euro euros eur €", "EUR"),
        ("dollar dollars $", "USD"),
        ("franken chf", "CHF"),
        ("pfund £", "GBP"),
        ("yen ¥", "JPY"),
        ("yuan renminbi", "CNY"),
        ("rubel", "RUB"),
        ("zloty", "PLN"),
        ("kronen", "krone"),
        ("cent", "cent"),
    )
    for word in words.split()
}
UNITS = {
    word: unit
    for words, unit in (
        ("sekunde sekunden", "seconds"),
        ("minute minuten", "minutes"),
        ("stunde stunden std", "hours"),
        ("tag tage tagen", "days"),
        ("woche wochen", "weeks"),
        ("monat monate monaten", "months"),
        ("jahr jahre jahren", "years"),
        ("jahrzehnt jahrzehnte jahrzehnten", "decades"),
        ("millimeter mm", "millimeters"),
        ("zentimeter cm", "centimeters"),
        ("meter metern", "meters"),
        ("kilometer kilometern km", "kilometers"),
        ("hektar ha", "hectares"),
        ("gramm g", "grams"),
        ("kilogramm kilo kg", "kilograms"),
        ("tonne tonnen", "tonnes"),
        ("liter litern", "liters"),
        ("watt", "watts"),
        ("kilowatt kw", "kilowatts"),
        ("megawatt mw", "megawatts"),
        ("gigawatt gw", "gigawatts"),
    )
    for word in words.split()
}
PERCENT = frozenset({"%", "prozent"})
ABOUT = frozenset(
    "etwa rund ungefähr circa ca zirka schätzungsweise um knapp fast gut beinahe nahezu annähernd".split()
)
"""With "knapp" and "fast", a little less, and "gut", a little more: whoever compares needs no finer reading."""
ABOVE = frozenset("über mehr mindestens wenigstens ab höher größer".split())
BELOW = frozenset("unter weniger höchstens maximal bis niedriger kleiner".split())
THAN = frozenset({"als"})
HEDGES = (
    ABOUT | ABOVE | BELOW | THAN | frozenset("den die das dem der zuletzt zuvor zeitweise jetzt nun noch nur".split())
)
LABELS = frozenset(
    "nr nummer artikel paragraf paragraph § kapitel seite platz rang tag teil stufe phase gruppe klasse "
    "staffel folge band linie gleis halle zimmer straße autobahn a b typ version absatz abs jahrgang".split()
)
