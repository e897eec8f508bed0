"""General English that lets two wordings be compared: function words, irregular forms, and words that mean the same."""

from __future__ import annotations

_FUNCTION = """
a an the this that these those and or but nor so yet if then than as of in on at by for with from to into onto upon
about over under out up down off through between among during before after since until till within without against
via per amid despite toward towards across along around behind beyond near is are was were be been being am have has
had having do does did doing done will would shall should can could may might must ought it its he him his she her hers
they them their theirs we us our ours you your yours i me my mine who whom whose which what when where why how there
here not no n't also too very just only even still already ever again both either neither each every all any some such
other others another more most less least much many few own same while because though although however whether unless
once itself himself herself themselves 's ’s 're ’re 'll ’ll 've ’ve 'd ’d including include say says said saying told
tell tells telling according added adding mr mr. mrs mrs. ms ms. dr dr.
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
"""Words without a meaning of their own, and the commonest verbs of saying: who says it is not what it is about."""

_IRREGULAR = """
fall fell fallen | rise rose risen | grow grew grown | shrink shrank shrunk | begin began begun | buy bought | sell sold
lose lost | win won | find found | hold held | make made | pay paid | spend spent | send sent | build built
steal stole stolen | shoot shot | fight fought | catch caught | bring brought | teach taught | think thought
seek sought | get got gotten | give gave given | take took taken | write wrote written | speak spoke spoken
break broke broken | choose chose chosen | drive drove driven | see saw seen | know knew known | run ran | come came
become became | go went gone | leave left | lead led | meet met | feel felt | keep kept | sleep slept | strike struck
stand stood | sink sank sunk | swim swam swum | fly flew flown | draw drew drawn | throw threw thrown | hide hid hidden
die died dies dying | man men | woman women | child children | foot feet | tooth teeth | mouse mice
person people persons
life lives | wife wives | half halves | leaf leaves | thief thieves | knife knives | analysis analyses | crisis crises
wear wore worn | bear bore | lie lying lay lain | ride rode ridden | eat ate eaten | forget forgot forgotten
shake shook shaken | swear swore sworn | tear tore torn | wake woke woken | sing sang sung | ring rang rung | hang hung
beat beaten | bite bit bitten | withdraw withdrew withdrawn | undergo underwent undergone
overthrow overthrew overthrown | flee fled | slide slid | swing swung | deal dealt | sweep swept
weep wept | cling clung | bind bound
"""
IRREGULAR = {form: forms.split()[0] for forms in _IRREGULAR.replace("\n", "|").split("|") for form in forms.split()[1:]}
"""Forms that endings do not explain, and the word they are forms of."""

_SYNONYMS = """
die kill dead death fatality fatal fatally deadly slain slay
injure injury wound hurt
child kid youngster schoolchild schoolchildren
company firm corporation
arrest detain apprehend
percent percentage pct %
protester demonstrator protestor
pupil student
vote ballot
raise rise increase climb jump surge soar gain grow growth
fall drop decline decrease plunge slump slide shrink tumble
aid assistance
car automobile vehicle
policeman policemen cop
employee worker staffer
donor contributor
build assemble construct
film movie
physician doctor
lawyer attorney
migrant immigrant
purchase buy
begin start commence
annual yearly
evacuate evacuation evacuee
approximately roughly
america american u.s us usa u.s.
britain british u.k uk u.k.
china chinese
russia russian
ukraine ukrainian
japan japanese
germany german
france french
italy italian
spain spanish
canada canadian
australia australian
india indian
mexico mexican
brazil brazilian
iran iranian
iraq iraqi
israel israeli
syria syrian
turkey turkish
europe european
romania romanian
poland polish
afghanistan afghan
pakistan pakistani
sweden swedish
korea korean
"""
SYNONYM_GROUPS = tuple(tuple(line.split()) for line in _SYNONYMS.split("\n") if line)
"""Words that mean the same in any news story."""
