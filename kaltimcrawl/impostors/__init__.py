"""What came back from an article's address, when it isn't the article any more.

An archived article is asked for again after weeks. A changed text is a revision; a page of the server that
stands in its place (a soft 404, a parked domain, a login, a challenge) is an impostor and says nothing about
the article's text. `impostor_of` tells them apart: a pure function of the answer.
"""

from kaltimcrawl.impostors.answer import KINDS, Answer, Impostor, Kind
from kaltimcrawl.impostors.judge import impostor_of

__all__ = ["KINDS", "Answer", "Impostor", "Kind", "impostor_of"]
