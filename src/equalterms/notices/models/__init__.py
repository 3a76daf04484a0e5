"""Notices, the messages in which they go out, and what a person wishes about both."""

from equalterms.notices.models.feed import CalendarFeed
from equalterms.notices.models.message import Message
from equalterms.notices.models.notice import Notice
from equalterms.notices.models.wishes import Wishes

__all__ = ["CalendarFeed", "Message", "Notice", "Wishes"]
