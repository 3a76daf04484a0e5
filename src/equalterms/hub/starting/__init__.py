"""The words with which a new site begins. From the first day they belong to its editors."""

from equalterms.hub.starting.about import ABOUT
from equalterms.hub.starting.accessibility import ACCESSIBILITY
from equalterms.hub.starting.cases import CASES
from equalterms.hub.starting.help import HELP
from equalterms.hub.starting.home import HOME
from equalterms.hub.starting.privacy import PRIVACY

UNDER_HOME = (ABOUT, HELP, CASES, ACCESSIBILITY, PRIVACY)

__all__ = ["ABOUT", "ACCESSIBILITY", "CASES", "HELP", "HOME", "PRIVACY", "UNDER_HOME"]
