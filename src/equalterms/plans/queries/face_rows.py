"""What faces are made of: plain rows of published accounts, and the names of the groups and ways in them."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import QuerySet

from equalterms.groups.models import Group
from equalterms.plans.models import Account, Way


class FaceRow(NamedTuple):
    """What a face needs of one published account, in the order of `COLUMNS`. Plain values: a list page shows many."""

    pk: int
    key: str
    scale: str
    asked_count: int
    spread: dict[str, int] | None
    effect_spread: dict[str, int] | None
    released_readings: int
    published_at: datetime
    organisation: str
    organisation_slug: str
    plan: str
    plan_key: str
    change: str
    change_key: str
    change_what: str
    for_whom: str
    stage: str
    change_status: str
    version_pk: int
    version: int
    tense: str
    on: date
    where: str
    group_pk: int | None
    way_pk: int | None
    rung: int | None
    with_whom: str
    asked: str
    changed: str
    none_because: str
    corrects_because: str
    version_published_at: datetime


COLUMNS = (
    *("pk", "key", "scale", "asked_count", "spread", "effect_spread", "released_readings", "published_at"),
    *("organisation__name", "organisation__slug", "change__plan__title", "change__plan__key"),
    *("change__title", "change__key", "change__what", "change__for_whom", "change__stage", "change__status"),
    *("current__pk", "current__number", "current__tense", "current__on", "current__where", "current__group_id"),
    *("current__way_id", "current__rung", "current__with_whom", "current__asked", "current__changed"),
    *("current__none_because", "current__corrects_because", "current__published_at"),
)


class GroupName(NamedTuple):
    """A group that an account names: its page, and whether that page is public."""

    pk: int
    key: str
    name: str
    visibility: str


def published_accounts() -> QuerySet[Account]:
    """All published accounts, for what is done with one. Not for exits: go through `faces_of`."""
    accounts = Account.objects.filter(published_at__isnull=False)
    return accounts.select_related("organisation", "change__plan", "current__group", "current__way").defer(
        "search_text"
    )


def published_rows() -> QuerySet[Account, tuple[Any, ...]]:
    """All published accounts as rows of COLUMNS, to be narrowed further and read by `face_rows`.

    Groups and ways are left to a query each: with them it would join seven tables, and PostgreSQL would take five
    times as long to plan it as to answer it.
    """
    return _published_rows().all()


@lru_cache(maxsize=1)
def _published_rows() -> QuerySet[Account, tuple[Any, ...]]:
    """Built once and never read itself: working out thirty columns takes longer than asking the database for them."""
    return Account.objects.filter(published_at__isnull=False).values_list(*COLUMNS)


def face_rows(rows: QuerySet[Account, tuple[Any, ...]]) -> list[FaceRow]:
    """Read rows of COLUMNS, in one query and without building models."""
    return [FaceRow._make(row) for row in rows]


def group_names(pks: set[int]) -> dict[int, GroupName]:
    if not pks:
        return {}
    rows = Group.objects.filter(pk__in=pks).values_list("pk", "key", "name", "visibility")
    return {row[0]: GroupName._make(row) for row in rows}


def way_names(pks: set[int]) -> dict[int | None, str]:
    return dict(Way.objects.filter(pk__in=pks).order_by().values_list("pk", "name")) if pks else {}
