"""Lines that German sites put between the lines of an article, and orders to language models."""

from __future__ import annotations

ALWAYS = """
jetzt newsletter abonnieren|newsletter abonnieren|abonnieren sie unseren|abonnieren sie den|melden sie sich für unseren
hier geht es zum|hier können sie den newsletter|jetzt kostenlos testen|jetzt testen|jetzt weiterlesen|hier weiterlesen
weiterlesen mit|lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie dazu|mehr dazu lesen sie
folgen sie uns|artikel teilen
diesen artikel teilen|artikel drucken|artikel versenden|auf facebook teilen|auf twitter teilen|auf x teilen
auf whatsapp teilen
per e-mail teilen|zum thema|wir verwenden cookies|diese website verwendet cookies|diese webseite verwendet cookies
zur startseite|zurück zur startseite|externer inhalt|an dieser stelle finden sie einen
dieser inhalt ist nur für abonnenten
"""
LABELLED = """
lesen sie auch|auch interessant|mehr zum thema|mehr dazu|mehr|passend dazu|video|fotostrecke|bildergalerie
podcast|newsletter
weitere artikel|das könnte sie auch interessieren|dazu auch|anzeige|werbung
"""
ALONE = """
anzeige|werbung|advertorial|zum thema|mehr zum thema|mehr dazu|auch interessant
das könnte sie auch interessieren|meistgelesen
weiterlesen|teilen|drucken|merken|kommentare|newsletter|empfohlener externer inhalt|passend dazu
"""
_PREVIOUS = frozenset("alle allen sämtliche bisherigen vorherigen vorigen früheren obigen deine".split())
_ORDERS = frozenset("anweisungen anweisung befehle vorgaben instruktionen prompts".split())
TRIGGERS = dict.fromkeys("ignoriere ignorieren missachte vergiss vergessen".split(), ((_PREVIOUS, _ORDERS),)) | {
    "ki-modell": ((frozenset({"als"}), frozenset({"kann", "ich"})),),
    "sprachmodell": ((frozenset({"als"}), frozenset({"kann", "ich"})),),
}
