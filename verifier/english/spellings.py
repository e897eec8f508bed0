"""Spellings: variants of one word, clipped forms, countries in several styles."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

CLIPPED = lexicon("em n til till cause tis twas bout round cuz ere")
# Spellings of one word; a piece holds to one of each row. Forms with a capital inside are compared as they stand.
VARIANTS = """
adviser/advisor advisers/advisors okay/OK colour/color colours/colors favour/favor favourite/favorite labour/labor
neighbour/neighbor neighbours/neighbors behaviour/behavior honour/honor honoured/honored rumours/rumors harbour/harbor
centre/center centres/centers metre/meter metres/meters theatre/theater theatres/theaters defence/defense
offence/offense programme/program programmes/programs grey/gray travelled/traveled travelling/traveling
cancelled/canceled cancelling/canceling modelling/modeling labelled/labeled fuelled/fueled signalled/signaled
judgement/judgment ageing/aging cooperate/co-operate cooperation/co-operation email/e-mail emails/e-mails
website/web-site policymakers/policy-makers protester/protestor protesters/protestors toward/towards whilst/while
amongst/among cheque/check tonne/ton sceptical/skeptical sceptics/skeptics sceptic/skeptic kilometre/kilometer
kilometres/kilometers litre/liter litres/liters tyre/tire plough/plow mould/mold jewellery/jewelry
coordinate/co-ordinate coordinated/co-ordinated Koran/Quran Kiev/Kyiv Moslem/Muslim Moslems/Muslims
Hezbollah/Hizbollah Hizbullah/Hezbollah al-Qaeda/al-Qaida
"""
# Both are other words too, so that both in one piece prove nothing.
OTHER_WORDS = lexicon("whilst amongst cheque tonne tyre check ton tire program programme meter metre")
US_IN_NAMES = lexicon("airways weekly bank bancorp steel foods today network track")
OF_AMERICA = lexicon("north south latin central of captain miss good")
KEEP_THEIR_STOPS = lexicon("u.s. u.s.a. a.m. p.m.")
ISE = ("ise", "ised", "ises", "ising", "isation")
