"""The pages of the design itself: display preferences, and every component in every state."""

from equalterms.design.views.display import display
from equalterms.design.views.style import style

__all__ = ["display", "style"]
