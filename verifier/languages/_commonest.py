"""The commonest small words of the languages that an article may be written in, by BCP 47 code.

They tell one language from another and nothing else. Words that are also common in English ("die", "in", "was", "also",
"me", "on", "no") are left out of the other lists, so that English with foreign names never counts for them.
Written by hand from the grammars' closed classes: articles, prepositions, conjunctions, pronouns, auxiliaries.
"""

from __future__ import annotations

ENGLISH = frozenset(
    """
    the of and to in a an is was are were be been has have had he she it they we i you his her its their our
    that which who
    this these those for on with as at by from or but not will would can could may said about after before when if than
    there what all more one two no so up out into over new also
    """.split()
)
_OTHERS = {
    "de": "der das den dem des und ist sind wurde wurden werden wird hat haben hatte nicht ein eine einen einem "
    "einer eines mit von vom zu zum zur im auf für bei nach aus sich auch als wie dass es er sie wir ich "
    "über vor um noch nur oder aber wenn sein seine ihre durch gegen unter bis seit sagte mehr kein keine",
    "fr": "le la les un une du des de et est sont était été être avoir il elle ils nous vous qui que dans pour "
    "sur avec par au aux ce cette ces mais ou où ne pas plus sa ses leur leurs selon après entre sous",
    "es": "el la los las un una unos del de y es son era fue ser han había que en por para con su sus se lo al "
    "como más pero este esta según entre sobre desde hasta ya muy",
    "it": "il lo la gli le un una di del della dei delle e è sono era stato stata che per con non nel nella al "
    "alla dal dalla da si ha hanno suo sua anche più ma secondo tra come questo questa",
    "pt": "o os as um uma de do da dos das e é são foi ser tem que em na nos nas para por com não se ao à pelo "
    "pela mais mas seu sua como entre sobre segundo até já",
    "nl": "het een van en dat niet te zijn aan er met voor bij wordt werd heeft hebben hij zij ze ook naar uit "
    "maar om dan nog deze dit als door over tot geen volgens",
    "sv": "och att det som en ett är av för med den till inte har på om hade från var vid han hon de sig ska "
    "kan eller efter enligt under mot",
    "da": "og at det som en et er af for med den til ikke har på om havde fra var ved han hun de sig skal kan "
    "eller efter ifølge under mod blev",
    "pl": "i w na z się nie do że jest to od za jak po przez są był była było przed ale oraz dla tym który "
    "która które jego jej przy czy tak już",
    "cs": "a se na že je to v z do s o za po pro jak jsou byl byla bylo ale nebo podle před který která které "
    "jeho při už také tak by",
    "tr": "ve bir bu da için ile olarak olan daha çok gibi ise kadar sonra göre ancak değil en var oldu dedi",
    "fi": "ja on ei se että oli hän ovat mutta kun myös joka jotka mukaan kuin sekä tai olla ole tämä sen",
}
IN_NAMES = frozenset("de la las los el le du des del della di da do dos das y e van von vom der den zu het".split())
"""Those that also stand in names and titles: they count for their language, but prove nothing alone."""
OTHERS = {code: frozenset(words.split()) - ENGLISH for code, words in _OTHERS.items()}
