"""The face of an account: the claim, the members' readings and the disputes, always together.

Every exit (page, list, export, feed, API, report) is fed by `faces_of`. A face carries no reading of one person; and
to a member who is still asked for their own reading it does not yet carry the claim's rung and effect.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.design.pictures.ladder import inline, median_rungs
from equalterms.groups.queries.groups import groups_visible_to
from equalterms.groups.vocabulary import Visibility
from equalterms.people.models import Person
from equalterms.plans.models import Account, Asked, Assessment, Effect, Evidence
from equalterms.plans.queries.dispute_faces import DisputeFace, disputes_of
from equalterms.plans.queries.face_rows import FaceRow, GroupName, face_rows, group_names, way_names
from equalterms.plans.vocabulary import RUNGS, Rung, ShownAs, Tense, rung_names


@dataclass(frozen=True)
class EvidenceFace:
    key: str
    title: str
    url: str
    is_file: bool


@dataclass(frozen=True)
class EffectFace:
    """A claimed effect and what members say of it: counts by answer, or None when too few to show."""

    key: str
    words: str
    seen_on: date
    spread: dict[str, int] | None
    evidence: tuple[EvidenceFace, ...]
    reading_words: tuple["WordsFace", ...] = ()


@dataclass(frozen=True)
class WordsFace:
    """A member's words, shown as they chose. Never with their rung."""

    words: str
    who: str  # "" without a name
    about_version: int


@dataclass(frozen=True)
class AccountFace:
    """What one person may see of one published account."""

    key: str
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
    scale: str
    version: int
    tense: str
    on: date
    where: str
    group: str  # "" when there is none, or when its page is not for this person
    group_key: str
    with_whom: str
    way: str
    asked: str
    none_because: str
    corrects_because: str
    published_at: datetime
    version_published_at: datetime
    claim_hidden: bool  # this member has not given their own reading yet
    rung: int | None
    changed: str
    asked_anyone: bool
    spread: dict[int, int] | None  # rung to number of readings, or None: too few to show
    effect_spread: dict[str, int] | None
    shown_readings: int
    disputes: tuple[DisputeFace, ...]
    evidence: tuple[EvidenceFace, ...] = ()
    effects: tuple[EffectFace, ...] = ()
    words: tuple[WordsFace, ...] = ()
    today: date = field(default_factory=timezone.localdate)

    @property
    def rungs(self) -> tuple[Rung, ...]:
        return RUNGS[self.scale]

    @property
    def rung_words(self) -> str:
        return rung_names(self.scale)[self.rung - 1] if self.rung else ""

    @cached_property
    def middle(self) -> tuple[int, int] | None:
        """The two middle readings of the shown spread: the same rung twice, unless members are split evenly."""
        return median_rungs(self.spread) if self.spread else None

    @property
    def middle_words(self) -> str:
        """The middle reading in words, "" when too few to show."""
        if self.middle is None:
            return ""
        low, high = (rung_names(self.scale)[rung - 1] for rung in self.middle)
        return low if low == high else _("between %(low)s and %(high)s") % {"low": inline(low), "high": inline(high)}

    @property
    def gap(self) -> float | None:
        """Rungs between claim and middle reading; above 0 when more was claimed than members saw."""
        if self.rung is None or self.middle is None:
            return None
        return self.rung - sum(self.middle) / 2

    @property
    def days_late(self) -> int:
        """Days since the date of a promise (or of "none yet") passed; 0 when nothing is late."""
        if self.tense == Tense.HAS:
            return 0
        return max(0, (self.today - self.on).days)

    @property
    def standing_disputes(self) -> int:
        return sum(dispute.stands for dispute in self.disputes)

    @property
    def picture_reason(self) -> str:
        """Why the ladder shows no readings; "" when it does."""
        if self.tense == Tense.NONE_YET:
            return "none_yet"
        if self.claim_hidden:
            return "your_turn"
        if self.tense == Tense.WILL or not self.asked_anyone:
            return "not_asked"
        return "" if self.spread else "too_few"


def faces_of(accounts: Iterable[FaceRow] | QuerySet[Account], viewer: Person | None) -> list[AccountFace]:
    """Return the faces of published accounts in their order; the number of queries does not grow with the rows."""
    rows = face_rows(accounts) if isinstance(accounts, QuerySet) else list(accounts)
    if not rows:
        return []
    pks = [row.pk for row in rows]
    disputes = disputes_of(pks)
    hidden = accounts_awaiting_reading(viewer, pks)
    named = {row.group_pk for row in rows if row.group_pk is not None}
    groups = group_names(named)
    shown = groups.keys() - _groups_not_for(viewer, groups.values())
    ways = way_names({row.way_pk for row in rows if row.way_pk is not None})
    today = timezone.localdate()
    return [
        _face(
            row,
            disputes=disputes.get(row.pk, ()),
            hidden=row.pk in hidden,
            group=groups[row.group_pk] if row.group_pk in shown else None,
            way=ways.get(row.way_pk, ""),
            today=today,
        )
        for row in rows
    ]


def accounts_awaiting_reading(viewer: Person | None, accounts: Iterable[int]) -> set[int]:
    """Of these accounts (by number), those whose claim this member must not see before giving their own reading."""
    if viewer is None:
        return set()
    asked = Asked.objects.filter(person=viewer, declined_at__isnull=True, account__in=list(accounts))
    given = Assessment.objects.filter(person=viewer).values("account")
    return set(asked.exclude(account__in=given).values_list("account_id", flat=True))


def _groups_not_for(viewer: Person | None, groups: Iterable[GroupName]) -> set[int]:
    closed = {group.pk for group in groups if group.visibility != Visibility.PUBLIC}
    if not closed or viewer is None:
        return closed
    return closed - set(groups_visible_to(viewer).filter(pk__in=closed).values_list("pk", flat=True))


def _face(
    row: FaceRow, *, disputes: tuple[DisputeFace, ...], hidden: bool, group: GroupName | None, way: str, today: date
) -> AccountFace:
    """Put a face together. `group` is None when there is none, or when its page is not for this viewer."""
    return AccountFace(
        key=row.key,
        organisation=row.organisation,
        organisation_slug=row.organisation_slug,
        plan=row.plan,
        plan_key=row.plan_key,
        change=row.change,
        change_key=row.change_key,
        change_what=row.change_what,
        for_whom=row.for_whom,
        stage=row.stage,
        change_status=row.change_status,
        scale=row.scale,
        version=row.version,
        tense=row.tense,
        on=row.on,
        where=row.where,
        group=group.name if group else "",
        group_key=group.key if group else "",
        with_whom=row.with_whom or (_("A group whose page is not public") if row.group_pk and not group else ""),
        way=way,
        asked=row.asked,
        none_because=row.none_because,
        corrects_because="" if hidden else row.corrects_because,
        published_at=row.published_at,
        version_published_at=row.version_published_at,
        claim_hidden=hidden,
        rung=None if hidden else row.rung,
        changed="" if hidden else row.changed,
        asked_anyone=row.asked_count > 0,
        spread=None if hidden else _by_rung(row.spread),
        effect_spread=None if hidden else row.effect_spread,
        shown_readings=0 if hidden else row.released_readings,
        disputes=() if hidden else disputes,
        today=today,
    )


def _by_rung(spread: dict[str, int] | None) -> dict[int, int] | None:
    return {int(rung): count for rung, count in sorted(spread.items())} if spread else None


def evidence_faces(evidence: Iterable[Evidence]) -> tuple[EvidenceFace, ...]:
    return tuple(EvidenceFace(e.key, e.title, e.url, bool(e.file)) for e in evidence)


def effect_faces(account: int) -> tuple[EffectFace, ...]:
    """Return the claimed effects of one account (by its number) with what members say of them."""
    effects = Effect.objects.filter(account=account).prefetch_related("evidence", "readings__person")
    return tuple(
        EffectFace(
            key=effect.key,
            words=effect.words,
            seen_on=effect.seen_on,
            spread=effect.spread,
            evidence=evidence_faces(effect.evidence.all()),
            reading_words=tuple(
                WordsFace(r.words, r.person.name if r.shown_as == ShownAs.NAMED else "", 0)
                for r in sorted(effect.readings.all(), key=lambda reading: reading.key)
                if r.words and r.shown_as != ShownAs.COUNTED
            ),
        )
        for effect in effects
    )


def words_of_members(account: int) -> tuple[WordsFace, ...]:
    """Return the words that members chose to show about an account (by its number).

    Their order does not tell who came when.
    """
    shown = Assessment.objects.filter(account=account).exclude(shown_as=ShownAs.COUNTED).exclude(words="")
    return tuple(
        WordsFace(r.words, r.person.name if r.shown_as == ShownAs.NAMED else "", r.version.number)
        for r in shown.select_related("person", "version").order_by("key")
    )
