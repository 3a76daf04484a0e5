"""The public record: every published account with its readings and disputes, filtered, searched and paged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person
from equalterms.plans.models import Account, AccountVersion, Evidence
from equalterms.plans.queries.face_rows import face_rows, published_accounts, published_rows
from equalterms.plans.queries.faces import AccountFace, effect_faces, evidence_faces, faces_of, words_of_members
from equalterms.plans.vocabulary import Tense

PAGE_LENGTH = 20
SEARCH_CONFIG = "english"


@dataclass(frozen=True)
class RecordFilter:
    """What somebody looks for. Empty fields do not narrow. `state` is one of STATES."""

    organisation: str = ""  # slug
    group: str = ""  # key
    plan: str = ""  # key
    rung: int | None = None  # as claimed
    scale: str = ""
    state: str = ""
    words: str = ""


STATES = ("disputed", "settled", "overdue", "none_yet", "will", "has")


@dataclass(frozen=True)
class RecordPage:
    """One page of faces, newest first; `older` is the key to ask for the next page with, or ""."""

    faces: list[AccountFace]
    older: str


def page_of_record(
    viewer: Person | None, wanted: RecordFilter, *, before: str = "", length: int = PAGE_LENGTH
) -> RecordPage:
    """Return one page of the record. Its cost does not grow with the record's length."""
    accounts = _narrowed(published_rows(), wanted, viewer)
    if before:
        accounts = _after(accounts, before)
    rows = face_rows(accounts.order_by("-published_at", "-pk")[: length + 1])
    older = rows[length - 1].key if len(rows) > length else ""
    return RecordPage(faces_of(rows[:length], viewer), older)


def whole_record(viewer: Person | None, wanted: RecordFilter, *, piece: int = 200) -> Iterator[AccountFace]:
    """Yield every face for an export, newest first, reading a piece at a time so that memory stays flat."""
    before = ""
    while True:
        page = page_of_record(viewer, wanted, before=before, length=piece)
        yield from page.faces
        if not page.older:
            return
        before = page.older


def latest(viewer: Person | None, number: int = 3) -> list[AccountFace]:
    """Return the newest accounts, for front pages."""
    return faces_of(published_rows().order_by("-published_at", "-pk")[:number], viewer)


def account_for(viewer: Person | None, key: str) -> AccountFace:
    """Return one account with evidence, effects and members' words, or raise NotVisible."""
    rows = face_rows(published_rows().filter(key=key))
    if not rows:
        raise NotVisible
    (face,) = faces_of(rows, viewer)
    if face.claim_hidden:  # what it rests on could give the claim away, too
        return face
    (row,) = rows
    evidence = evidence_faces(Evidence.objects.filter(version=row.version_pk))
    return replace(face, evidence=evidence, effects=effect_faces(row.pk), words=words_of_members(row.pk))


def earlier_versions(viewer: Person | None, key: str) -> list[AccountVersion]:
    """Return the published versions of an account, newest first; none while the claim is hidden from this member."""
    face = account_for(viewer, key)
    if face.claim_hidden:
        return []
    versions = AccountVersion.objects.filter(account__key=key, published_at__isnull=False)
    return list(versions.select_related("group", "way", "published_by").order_by("-number"))


def published_account(key: str) -> Account:
    """Return the published account itself, for an action, or raise NotVisible."""
    account = published_accounts().filter(key=key).first()
    if account is None:
        raise NotVisible
    return account


def _after(accounts: QuerySet[Account], before: str) -> QuerySet[Account]:
    mark = Account.objects.filter(key=before, published_at__isnull=False).values_list("published_at", "pk").first()
    if mark is None:
        raise NotVisible
    moment: datetime = mark[0]
    return accounts.filter(published_at__lte=moment).filter(Q(published_at__lt=moment) | Q(pk__lt=mark[1]))


def _narrowed(accounts: QuerySet[Account], wanted: RecordFilter, viewer: Person | None) -> QuerySet[Account]:
    if wanted.organisation:
        accounts = accounts.filter(organisation__slug=wanted.organisation)
    if wanted.plan:
        accounts = accounts.filter(change__plan__key=wanted.plan)
    if wanted.group:
        accounts = accounts.filter(group__key=wanted.group, group__visibility="public")
    if wanted.scale:
        accounts = accounts.filter(scale=wanted.scale)
    if wanted.rung is not None:
        accounts = accounts.filter(rung=wanted.rung)
        if viewer is not None:  # a filter must not tell a member the claim before their own reading
            accounts = accounts.exclude(_unread_by(viewer))
    if wanted.words.strip():
        accounts = _searched(accounts, wanted.words.strip(), viewer)
    return _in_state(accounts, wanted.state)


def _unread_by(viewer: Person) -> Q:
    asked = viewer.asked_about.filter(declined_at__isnull=True).values("account")
    return Q(pk__in=asked) & ~Q(pk__in=viewer.assessments.values("account"))


def _in_state(accounts: QuerySet[Account], state: str) -> QuerySet[Account]:
    today = timezone.localdate()
    if state == "disputed":
        return accounts.filter(open_disputes__gt=0)
    if state == "settled":
        return accounts.filter(open_disputes=0, disputes__settled_at__isnull=False).distinct()
    if state == "overdue":
        return accounts.filter(tense__in=(Tense.NONE_YET, Tense.WILL), on__lt=today)
    if state in (Tense.NONE_YET, Tense.WILL, Tense.HAS):
        return accounts.filter(tense=state)
    return accounts


def _searched(accounts: QuerySet[Account], words: str, viewer: Person | None) -> QuerySet[Account]:
    if viewer is not None:
        accounts = accounts.exclude(_unread_by(viewer))
    if connection.vendor == "postgresql":
        vector = SearchVector("search_text", config=SEARCH_CONFIG)
        query = SearchQuery(words, config=SEARCH_CONFIG, search_type="websearch")
        return accounts.alias(found=vector).filter(found=query)
    for word in words.split()[:8]:
        accounts = accounts.filter(search_text__icontains=word)
    return accounts
