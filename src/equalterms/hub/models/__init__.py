"""Pages that editors write, and the pictures in them. The base page comes first: Wagtail itself stands on it."""

from equalterms.hub.models.base import BasePage
from equalterms.hub.models.pages import CasesPage, ContentPage, HomePage
from equalterms.hub.models.picture import Picture, PictureRendition
from equalterms.hub.models.statement import AccessibilityStatementPage

__all__ = [
    "AccessibilityStatementPage",
    "BasePage",
    "CasesPage",
    "ContentPage",
    "HomePage",
    "Picture",
    "PictureRendition",
]
