"""The record for programs, at /api/v1/: reads only, fed by the same queries as the pages."""

from datetime import date, datetime
from typing import Literal

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from ninja.decorators import decorate_view

from equalterms.design.visitors import same_for_all_visitors
from equalterms.plans.models import Plan
from equalterms.plans.queries.cards import account_path
from equalterms.plans.queries.faces import AccountFace
from equalterms.plans.queries.open_data import as_open_data
from equalterms.plans.queries.overview import plan_page, plans_listed
from equalterms.plans.queries.record import RecordFilter, account_for, page_of_record

router = Router(tags=["The public record"])
MOST_A_PAGE = 100


class Named(Schema):
    key: str
    name: str


class OrganisationOut(Schema):
    slug: str
    name: str


class PlanName(Schema):
    key: str
    title: str


class ChangeOut(Schema):
    key: str
    title: str
    what: str
    for_whom: str
    stage: Literal["design", "delivery", "evaluation"]
    status: Literal["planned", "under_way", "done", "stopped"]


class ClaimOut(Schema):
    """What the managers say."""

    rung: int | None
    rung_name: str | None
    what_changed: str | None


class WordsOut(Schema):
    words: str
    who: str | None


class ReadingsOut(Schema):
    """What the members say. Figures are null while there are too few readings to show (fewer than five)."""

    asked: bool
    shown: int | None
    by_rung: dict[str, int] | None
    middle_rung: float | None
    middle_rung_name: str | None
    rungs_apart: float | None
    effect_seen: dict[str, int] | None
    words: list[WordsOut]


class TurnOut(Schema):
    kind: Literal["answer", "not_settled", "settled"]
    words: str
    at: datetime


class DisputeOut(Schema):
    """A member's disagreement. It stands until that member says that it is settled."""

    key: str
    who: str
    because: str
    state: Literal["stands", "answered", "settled"]
    opened: datetime
    settled: datetime | None
    turns: list[TurnOut]


class EvidenceOut(Schema):
    title: str
    url: str | None


class EffectOut(Schema):
    key: str
    words: str
    since: date
    seen_by_members: dict[str, int] | None
    evidence: list[EvidenceOut]


class AccountOut(Schema):
    """One account of co-production: the claim, the members' readings and the disputes, always together."""

    key: str
    address: str
    in_words: str
    organisation: OrganisationOut
    plan: PlanName
    change: ChangeOut
    tense: Literal["has", "will", "none_yet"]
    date: date
    days_late: int
    where: str | None
    group: Named | None
    with_whom: str | None
    way: str | None
    scale: Literal["tlap", "arnstein", "iap2"]
    what_was_asked: str | None
    why_none_yet: str | None
    claim: ClaimOut | None
    claim_hidden_until_you_have_read: bool
    readings: ReadingsOut
    disputes: list[DisputeOut]
    effects: list[EffectOut]
    version: int
    published: datetime
    version_published: datetime


class AccountsOut(Schema):
    """One page, newest first. Ask again with `before` set to `older` for the next one; empty: no more."""

    accounts: list[AccountOut]
    older: str


class AccountsIn(Schema):
    """What to look for. Leave out what should not narrow."""

    organisation: str = ""
    group: str = ""
    plan: str = ""
    scale: Literal["", "tlap", "arnstein", "iap2"] = ""
    rung: int | None = None
    state: Literal["", "disputed", "settled", "overdue", "none_yet", "will", "has"] = ""
    words: str = ""
    before: str = ""
    length: int = 20


class PlanOut(Schema):
    key: str
    address: str
    organisation: OrganisationOut
    title: str
    summary: str
    starts: date
    ends: date
    state: str


class PlanWithAccounts(PlanOut):
    accounts: list[AccountOut]


@router.get("/accounts", response=AccountsOut, summary="Accounts of co-production")
@decorate_view(same_for_all_visitors)
def accounts(request: HttpRequest, wanted: Query[AccountsIn]) -> dict:
    """List accounts, newest first, each with its readings and disputes."""
    found = wanted.dict()
    before, length = found.pop("before"), max(1, min(found.pop("length"), MOST_A_PAGE))
    page = page_of_record(request.person, RecordFilter(**found), before=before, length=length)
    return {"accounts": [_data(face) for face in page.faces], "older": page.older}


@router.get("/accounts/{key}", response=AccountOut, summary="One account")
@decorate_view(same_for_all_visitors)
def account(request: HttpRequest, key: str) -> dict:
    """Return one account with its members' words and its effects."""
    return _data(account_for(request.person, key))


@router.get("/plans", response=list[PlanOut], summary="Plans")
@decorate_view(same_for_all_visitors)
def plans(request: HttpRequest, organisation: str = "") -> list[dict]:
    """List the public plans."""
    return [_plan(plan) for plan in plans_listed(None, organisation=organisation)[:MOST_A_PAGE]]


@router.get("/plans/{key}", response=PlanWithAccounts, summary="One plan")
@decorate_view(same_for_all_visitors)
def plan(request: HttpRequest, key: str) -> dict:
    """Return one plan with all its published accounts."""
    page = plan_page(request.person, key)
    return {**_plan(page.plan), "accounts": [_data(face) for _change, faces in page.changes for face in faces]}


def _data(face: AccountFace) -> dict:
    return as_open_data(face, settings.SITE_URL + account_path(face.key))


def _plan(plan: Plan) -> dict:
    return {
        "key": plan.key,
        "address": settings.SITE_URL + reverse("plans:plan", args=[plan.key]),
        "organisation": {"slug": plan.organisation.slug, "name": plan.organisation.name},
        "title": plan.title,
        "summary": plan.summary,
        "starts": plan.starts_on,
        "ends": plan.ends_on,
        "state": plan.state,
    }
