"""What faces are made of: plain rows of published accounts, and the names of the groups and ways in them."""

from datetime import date, datetime
from typing import NamedTuple

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


def face_rows(accounts: QuerySet[Account]) -> list[FaceRow]:
    """Return what faces need of these accounts, in one query and without building models.

    Groups and ways are left to a query each: with them it would join seven tables, and PostgreSQL would take five
    times as long to plan it as to answer it.
    """
    return [FaceRow._make(row) for row in accounts.values_list(*COLUMNS)]


def published_accounts() -> QuerySet[Account]:
    """All published accounts, with what a face needs in one query. Not for exits: go through `faces_of`."""
    return (
        Account.objects.filter(published_at__isnull=False)
        .select_related("organisation", "change__plan", "current__group", "current__way")
        .defer("search_text")
    )


def group_names(pks: set[int]) -> dict[int, GroupName]:
    if not pks:
        return {}
    rows = Group.objects.filter(pk__in=pks).values_list("pk", "key", "name", "visibility")
    return {row[0]: GroupName._make(row) for row in rows}


def way_names(pks: set[int]) -> dict[int | None, str]:
    return dict(Way.objects.filter(pk__in=pks).order_by().values_list("pk", "name")) if pks else {}
