"""Small words, and the words of sums and changes."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner und oder aber
    sondern denn doch
    ich du er sie es wir ihr mich mir ihn ihm ihnen uns euch sich mein dein sein seine seinen seinem seiner
    seines ihre ihren
    ihrem ihrer ihres unser unsere dieser diese dieses diesen diesem jener jene jenes jeder jede jedes alle
    allen aller alles
    in im ins an am ans auf aus bei beim mit nach von vom zu zum zur für gegen ohne um durch über unter vor hinter neben
    zwischen seit bis während wegen trotz innerhalb außerhalb laut je pro als wie wenn weil dass ob damit
    obwohl nachdem bevor
    ist sind war waren sei wäre wird werden wurde wurden worden bin bist hat haben hatte hatten habe hätte
    kann können konnte
    könnte muss müssen musste soll sollen sollte will wollen wollte darf dürfen mag mögen nicht nur auch noch
    schon sehr mehr
    weniger so da dann dort hier heute gestern jetzt nun etwa rund fast knapp gut mindestens höchstens
    insgesamt davon darunter
    was wer wo wann warum welche welcher welches man einige einiger mehrere viele andere anderen anderer beide beiden
    """.split()
)
AND = frozenset({"und"})
OPEN_LIST = frozenset(
    "darunter anderem sowie etwa beispielsweise auch weitere übrigen rest mehr andere einige viele".split()
)
FROM = frozenset({"von"})
TO = frozenset({"auf"})
UP = frozenset(
    "stieg stiegen steigt steigen gestiegen erhöhte erhöhten erhöht wuchs wuchsen wächst gewachsen "
    "kletterte kletterten geklettert zugenommen legte zugelegt angehoben angestiegen".split()
)
DOWN = frozenset(
    "sank sanken sinkt sinken gesunken fiel fielen fällt fallen gefallen schrumpfte geschrumpft "
    "verringerte verringert reduzierte reduziert gesenkt senkte abgenommen zurückgegangen".split()
)
PEOPLE = frozenset(
    "wähler befragten befragte deutschen einwohner bürger menschen frauen männer kinder schüler "
    "beschäftigten haushalte teilnehmer mitglieder wählerinnen bürgerinnen".split()
)
