"""What every carrier of messages promises, and how it says that one was not taken."""

from typing import Protocol

from equalterms.notices.models import Message, Notice
from equalterms.notices.queries.reaching import Reach


class NotTaken(Exception):
    """A message was not taken. `final`: it never will be. `away`: neither would be any other just now."""

    def __init__(self, trouble: str, *, final: bool = False, away: bool = False) -> None:
        super().__init__(trouble)
        self.trouble, self.final, self.away = trouble, final, away


class Carrier(Protocol):
    """Carries messages of some ways."""

    ways: tuple[str, ...]

    def carry(self, message: Message, notices: list[Notice], reach: Reach) -> str:
        """Hand a message over; return under which reference the other side knows it. Raises NotTaken."""
        ...

    def close(self) -> None:
        """Let go of what is open."""
        ...
