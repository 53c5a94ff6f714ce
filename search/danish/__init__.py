"""How Danish is understood: words, their lemmas, the parts of compounds, and mistakes in spelling.

Knows no engine and no Django. `Analyser` is for texts and queries alike; `Corrector` is for queries only.
"""

from search.danish.analyser import Analyser, Analysis, Reading
from search.danish.correction import Correction, Corrector, count_words
from search.danish.overlay import DEFAULT, NONE, Overlay
from search.danish.tables import function_words
from search.danish.tokens import Token, tokens

__all__ = [
    "DEFAULT",
    "NONE",
    "Analyser",
    "Analysis",
    "Correction",
    "Corrector",
    "Overlay",
    "Reading",
    "Token",
    "count_words",
    "function_words",
    "tokens",
]
