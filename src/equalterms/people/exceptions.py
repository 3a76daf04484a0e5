"""The ways in which the site says no."""

from django.core.exceptions import PermissionDenied
from django.http import Http404


class NotVisible(Http404):
    """For this person the thing does not exist. Looks the same whether it is private or absent."""


class NotAllowed(PermissionDenied):
    """The person can see the thing but may not do this to it. The message says why, in their words."""


class CannotBeUsed(Exception):
    """An invitation does not work any more: used, taken back, run out or never there. All look alike."""
