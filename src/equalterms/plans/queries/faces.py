"""The face of an account: the claim, the members' readings and the disputes, always together.

Every exit (page, list, export, feed, API, report) is fed by `faces_of`. A face carries no reading of one person; and
to a member who is still asked for their own reading it does not yet carry the claim's rung and effect.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.design.pictures.ladder import inline, median_rungs
from equalterms.groups.queries.groups import groups_visible_to
from equalterms.groups.vocabulary import Visibility
from equalterms.people.models import Person
from equalterms.plans.models import Account, AccountVersion, Asked, Assessment, Dispute, DisputeTurn, Effect, Evidence
from equalterms.plans.vocabulary import OPEN_DISPUTES, RUNGS, Rung, ShownAs, Tense, rung_named


@dataclass(frozen=True)
class TurnFace:
    """One turn in a dispute, as everybody sees it."""

    kind: str
    kind_words: str
    words: str
    at: datetime
    by_manager: bool


@dataclass(frozen=True)
class DisputeFace:
    """A dispute, as everybody sees it. `who` is the member's name only if they chose to be named."""

    key: str
    who: str
    because: str
    state: str
    state_words: str
    opened_at: datetime
    settled_at: datetime | None
    version: int
    turns: tuple[TurnFace, ...]

    @property
    def stands(self) -> bool:
        return self.state in OPEN_DISPUTES


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
        return str(rung_named(self.scale, self.rung).name) if self.rung else ""

    @property
    def middle(self) -> tuple[int, int] | None:
        """The two middle readings of the shown spread: the same rung twice, unless members are split evenly."""
        return median_rungs(self.spread) if self.spread else None

    @property
    def middle_words(self) -> str:
        """The middle reading in words, "" when too few to show."""
        if self.middle is None:
            return ""
        low, high = (str(rung_named(self.scale, rung).name) for rung in self.middle)
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


def faces_of(accounts: Iterable[Account] | QuerySet[Account], viewer: Person | None) -> list[AccountFace]:
    """Return the faces of published accounts in their order; the number of queries does not grow with the rows."""
    rows = list(accounts)
    pks = [account.pk for account in rows]
    disputes: dict[int, list[Dispute]] = {}
    if pks:
        turns = Prefetch("turns", queryset=DisputeTurn.objects.order_by("at", "pk"))
        found = Dispute.objects.filter(account__in=pks).select_related("person", "version").prefetch_related(turns)
        for dispute in found:
            disputes.setdefault(dispute.account_id, []).append(dispute)
    hidden = accounts_awaiting_reading(viewer, pks)
    hidden_groups = _groups_not_for(viewer, rows)
    return [
        _face(account, account.current, disputes.get(account.pk, []), account.pk in hidden, hidden_groups)
        for account in rows
    ]


def published_accounts() -> QuerySet[Account]:
    """All published accounts, with what a face needs in one query. Not for exits: go through `faces_of`."""
    return (
        Account.objects.filter(published_at__isnull=False)
        .select_related("organisation", "change__plan", "current__group", "current__way")
        .defer("search_text")
    )


def accounts_awaiting_reading(viewer: Person | None, accounts: Iterable[int]) -> set[int]:
    """Of these accounts (by number), those whose claim this member must not see before giving their own reading."""
    if viewer is None:
        return set()
    asked = Asked.objects.filter(person=viewer, declined_at__isnull=True, account__in=list(accounts))
    given = Assessment.objects.filter(person=viewer).values("account")
    return set(asked.exclude(account__in=given).values_list("account_id", flat=True))


def _groups_not_for(viewer: Person | None, rows: list[Account]) -> set[int]:
    groups = {row.current.group for row in rows if row.current.group is not None}
    closed = {group.pk for group in groups if group.visibility != Visibility.PUBLIC}
    if not closed or viewer is None:
        return closed
    return closed - set(groups_visible_to(viewer).filter(pk__in=closed).values_list("pk", flat=True))


def _face(
    account: Account, version: AccountVersion, disputes: list[Dispute], hidden: bool, hidden_groups: set[int]
) -> AccountFace:
    change, plan, group = account.change, account.change.plan, version.group
    show_group = group is not None and group.pk not in hidden_groups
    return AccountFace(
        key=account.key,
        organisation=account.organisation.name,
        organisation_slug=account.organisation.slug,
        plan=plan.title,
        plan_key=plan.key,
        change=change.title,
        change_key=change.key,
        change_what=change.what,
        for_whom=change.for_whom,
        stage=change.stage,
        change_status=change.status,
        scale=account.scale,
        version=version.number,
        tense=version.tense,
        on=version.on,
        where=version.where,
        group=group.name if show_group else "",
        group_key=group.key if show_group else "",
        with_whom=version.with_whom or (_("A group whose page is not public") if group and not show_group else ""),
        way=version.way.name if version.way else "",
        asked=version.asked,
        none_because=version.none_because,
        corrects_because="" if hidden else version.corrects_because,
        published_at=account.published_at,
        version_published_at=version.published_at,
        claim_hidden=hidden,
        rung=None if hidden else version.rung,
        changed="" if hidden else version.changed,
        asked_anyone=account.asked_count > 0,
        spread=None if hidden else _by_rung(account.spread),
        effect_spread=None if hidden else account.effect_spread,
        shown_readings=0 if hidden else account.released_readings,
        disputes=() if hidden else tuple(dispute_face(dispute) for dispute in disputes),
    )


def _by_rung(spread: dict[str, int] | None) -> dict[int, int] | None:
    return {int(rung): count for rung, count in sorted(spread.items())} if spread else None


def dispute_face(dispute: Dispute) -> DisputeFace:
    """Return a dispute as everybody sees it: the member's name only if they chose so."""
    return DisputeFace(
        key=dispute.key,
        who=dispute.person.name if dispute.shown_as == ShownAs.NAMED else _("A member"),
        because=dispute.because,
        state=dispute.state,
        state_words=dispute.get_state_display(),
        opened_at=dispute.opened_at,
        settled_at=dispute.settled_at,
        version=dispute.version.number,
        turns=tuple(
            TurnFace(turn.kind, turn.get_kind_display(), turn.words, turn.at, turn.kind == "answer")
            for turn in dispute.turns.all()
        ),
    )


def evidence_faces(evidence: Iterable[Evidence]) -> tuple[EvidenceFace, ...]:
    return tuple(EvidenceFace(e.key, e.title, e.url, bool(e.file)) for e in evidence)


def effect_faces(account: Account) -> tuple[EffectFace, ...]:
    """Return the claimed effects of one account with what members say of them."""
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


def words_of_members(account: Account) -> tuple[WordsFace, ...]:
    """Return the members' words that they chose to show, in an order that does not tell who came when."""
    shown = Assessment.objects.filter(account=account).exclude(shown_as=ShownAs.COUNTED).exclude(words="")
    return tuple(
        WordsFace(r.words, r.person.name if r.shown_as == ShownAs.NAMED else "", r.version.number)
        for r in shown.select_related("person", "version").order_by("key")
    )
