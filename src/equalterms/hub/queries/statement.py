"""The legal contents of the accessibility statement, put together from the settings and the known problems."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.dateparse import parse_date

from equalterms.hub.vocabulary import Conformance, Enforcer, ProblemKind


@dataclass(frozen=True)
class Statement:
    """Everything that the law asks a statement to say."""

    owner: str
    site_url: str
    conformance: Conformance
    problems: dict[ProblemKind, list[Mapping[str, Any]]]
    prepared_on: datetime.date
    reviewed_on: datetime.date
    tested_on: datetime.date | None
    tested_by: str
    email: str
    phone: str
    post: str
    answer_days: int
    enforcer: Enforcer

    @property
    def meets(self) -> str:
        return str(self.conformance.label)

    @property
    def groups(self) -> list[tuple[str, list[Mapping[str, Any]]]]:
        """The known problems, sorted into the kinds that the law asks for; empty kinds are left out."""
        return [(str(kind.label), found) for kind, found in self.problems.items() if found]

    @property
    def in_northern_ireland(self) -> bool:
        return self.enforcer == Enforcer.ECNI


def statement_from_settings(known: Sequence[Mapping[str, Any]] = ()) -> Statement:
    """Return the statement for this installation, with the problems that its settings and its editors know of.

    A site with a known problem never says that it fully meets the standard, whatever its settings claim.
    """
    owner = settings.SITE_OWNER
    says = settings.ACCESSIBILITY
    problems: dict[ProblemKind, list[Mapping[str, Any]]] = {kind: [] for kind in ProblemKind}
    for problem in [*says["problems"], *known]:
        problems[ProblemKind(problem["kind"])].append(problem)
    conformance = Conformance(says["conformance"])
    if conformance == Conformance.FULL and (problems[ProblemKind.NOT_MET] or problems[ProblemKind.BURDEN]):
        conformance = Conformance.PARTIAL
    return Statement(
        owner=owner["name"],
        site_url=settings.SITE_URL,
        conformance=conformance,
        problems=problems,
        prepared_on=_day(says["prepared_on"]),
        reviewed_on=_day(says["reviewed_on"]),
        tested_on=_day(says["tested_on"]) if says["tested_on"] else None,
        tested_by=says["tested_by"],
        email=owner["email"],
        phone=owner["phone"],
        post=owner["post"],
        answer_days=says["answer_days"],
        enforcer=Enforcer(says["enforcer"]),
    )


def _day(text: str) -> datetime.date:
    day = parse_date(text)
    if day is None:
        raise ValueError(f"{text!r} is not a day. Write days as 2026-11-22.")
    return day
