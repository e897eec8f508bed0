"""General English that tells a statement of fact from a view, and where a statement begins."""

from __future__ import annotations

from verifier.english import grammar
from verifier.english.lexicon import lexicon

CONNECTIVES = lexicon("""
and but or so yet however meanwhile moreover also still then nevertheless nonetheless therefore instead furthermore
additionally besides thus that , because although though while indeed of course in addition for example
""")
ALWAYS_LEADING = lexicon("of in for")
"""Words that are a connective only together with the one after them: "of course", "in addition", "for example"."""
PHRASES = {("of", "course"), ("in", "addition"), ("for", "example"), ("for", "instance"), ("in", "fact")}
OPINION = lexicon("""
should ought must hopefully perhaps maybe i me my seems seem arguably beautiful wonderful terrible awful amazing let
feel believe hope think please
""")
OPEN = lexicon("unclear uncertain unknown doubtful unsure")
"""What is so called in the first words of a sentence is not known: there is nothing to look up."""
OPENING = lexicon("the a an this these those its their his her he she it they")
VERBS = lexicon("""
is are was were has have had will won lost made took gave held met left led became began came went ran fell rose grew
sold bought paid spent sent expects plans wants seeks meets agrees calls gets makes takes would can does built found
shot hit cut put set wrote broke beat owns leads
""")
AUXILIARIES = grammar.AUXILIARIES - lexicon(
    "am being ca having mightn't mightn’t mustn't mustn’t ought shall shouldn’t wo"
)
BOUND = lexicon("""
to of for about against with on over from as at into by upon toward towards between like than
""")
"""Words that tie what follows to a word before them: no statement that stands alone begins with one."""
REVERSING = lexicon("""
deny denies denied denying dispute disputes disputed disputing doubt doubts doubted doubting reject rejects rejected
rejecting refute refutes refuted refuting question questions questioned questioning hope hopes hoped hoping fear fears
feared fearing wonder wonders wondered wondering ask asks asked asking denial doubtful
""")
"""With these the content alone is not what was stated: "the mayor denied [that the pool was sold]"."""
ASKING = lexicon("""
ask asks asked asking enquire enquires enquired enquiring inquire inquires inquired inquiring wonder wonders wondered
wondering
""")
"""Verbs of asking, whose clause states nothing (Huddleston and Pullum, The Cambridge Grammar of the English Language,
chapter 11, 5.3: the question-oriented predicates)."""
OF_A_QUESTION = lexicon("whether if why how what when where who whom whose which about")
"""What opens that clause, or what was asked about."""
OPEN_PRONOUNS = lexicon("he she they his her their him them")
"""Who is meant by one of these must stand elsewhere."""
PRONOUNS = {"he": "male", "she": "female"}
DECLINING = lexicon("decline declines declined declining refuse refuses refused refusing")
COMMENTING = lexicon("comment elaborate")
REPLYING = lexicon("respond responded reply replied return returned")
ASKED = lexicon("""
request requests call calls email emails e-mail e-mails message messages inquiry inquiries enquiry enquiries question
questions query queries
""")
"""Whoever "declined to comment" or "did not return calls" has stated nothing that anybody could look up."""
