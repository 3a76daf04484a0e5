"""What in plans waits for a person, and what has happened there that they may know of."""

from datetime import date, datetime

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from equalterms.design.dates import in_words
from equalterms.people.models import Person
from equalterms.people.waiting import Happening, Waiting
from equalterms.plans.models import Asked, Assessment, ClaimDraft, Dispute, Effect, Plan
from equalterms.plans.queries.desk import changes_without_account, disputes_to_answer, none_yet_due, promises_passed
from equalterms.plans.rules.managing import current
from equalterms.plans.vocabulary import DisputeState, PlanState, Tense

# urgency
ANSWER_A_MEMBER, DATE_PASSED, ANSWER_FOR_ME, NONE_YET_LATE, READ, READ_AGAIN, SEE_EFFECT = 90, 80, 75, 70, 60, 50, 40
DATE_COMES, FINISH, BEGIN = 30, 20, 15
MOST = 50  # lines of one sort; who has more works through these first


def waiting_for(person: Person | None) -> list[Waiting]:
    """Return what waits: readings and words of a member; answers, dates and drafts of a manager. Oldest first."""
    if person is None:
        return []
    return [*waiting_for_member(person), *waiting_for_manager(person)]


def waiting_for_member(person: Person) -> list[Waiting]:
    return [*_answers_to_judge(person), *_readings(person), *_readings_of_corrected(person), *_effects(person)]


def waiting_for_manager(person: Person) -> list[Waiting]:
    plans = Plan.objects.filter(pk__in=person.responsibilities.filter(current()).values("plan"))
    plans = plans.exclude(state=PlanState.ENDED).values("pk")
    if not plans.exists():
        return []
    return [*_disputes(plans), *_promises(plans), *_none_yet(plans), *_drafts(plans), *_changes(plans)]


def _readings(person: Person) -> list[Waiting]:
    given = Assessment.objects.filter(person=person).values("account")
    asked = Asked.objects.filter(person=person, declined_at__isnull=True, account__current__tense=Tense.HAS)
    asked = asked.exclude(account__in=given).select_related("account__change", "account__organisation")
    return [
        Waiting(
            title=_("What was it really like? %(change)s") % {"change": each.account.change.title},
            url=reverse("plans:your_reading", args=[each.account.key]),
            why=_("%(organisation)s has given an account of co-production. You were in the group then.")
            % {"organisation": each.account.organisation.name},
            urgency=READ,
        )
        for each in asked.order_by("asked_at", "pk")[:MOST]
    ]


def _readings_of_corrected(person: Person) -> list[Waiting]:
    stale = Assessment.objects.filter(person=person, account__current__tense=Tense.HAS)
    stale = stale.exclude(version=F("account__current")).select_related("account__change", "account__current")
    return [
        Waiting(
            title=_("Is your reading still right? %(change)s") % {"change": reading.account.change.title},
            url=reverse("plans:your_reading", args=[reading.account.key]),
            why=_("The claim was corrected on %(day)s.") % {"day": in_words(reading.account.current.published_at)},
            urgency=READ_AGAIN,
        )
        for reading in stale.order_by("account__current__published_at", "pk")[:MOST]
    ]


def _answers_to_judge(person: Person) -> list[Waiting]:
    answered = Dispute.objects.filter(person=person, state=DisputeState.ANSWERED).select_related("account__change")
    return [
        Waiting(
            title=_("Does the answer settle it? %(change)s") % {"change": dispute.account.change.title},
            url=reverse("plans:your_dispute", args=[dispute.key]),
            why=_("The managers have answered you. Only you can say that it is settled."),
            urgency=ANSWER_FOR_ME,
        )
        for dispute in answered.order_by("opened_at", "pk")[:MOST]
    ]


def _effects(person: Person) -> list[Waiting]:
    """Effects of accounts that this member has read, or would rather not; of others the account comes first."""
    read = Q(account__assessments__person=person)
    declined = Q(account__in=Asked.objects.filter(person=person, declined_at__isnull=False).values("account"))
    effects = Effect.objects.filter(read | declined, account__asked_people__person=person)
    effects = effects.exclude(readings__person=person).select_related("account__change").distinct()
    return [
        Waiting(
            title=_("Have you seen this effect? %(change)s") % {"change": effect.account.change.title},
            url=reverse("plans:read_effect", args=[effect.key]),
            why=_("The managers say that something has come of it."),
            urgency=SEE_EFFECT,
        )
        for effect in effects.order_by("claimed_at", "pk")[:MOST]
    ]


def _disputes(plans: object) -> list[Waiting]:
    disputes = disputes_to_answer(plans).select_related("account__change").order_by("opened_at", "pk")
    today = timezone.localdate()
    waiting = []
    for dispute in disputes[:MOST]:
        days = (today - timezone.localdate(dispute.opened_at)).days
        why = ngettext("It has stood for %(days)s day.", "It has stood for %(days)s days.", days) % {"days": days}
        waiting.append(
            Waiting(
                title=_("A member disagrees. Answer them: %(change)s") % {"change": dispute.account.change.title},
                url=reverse("plans:answer_dispute", args=[dispute.key]),
                why=why if days else _("It was opened today."),
                urgency=ANSWER_A_MEMBER,
            )
        )
    return waiting


def _promises(plans: object) -> list[Waiting]:
    return [
        Waiting(
            title=_("The promised day has passed. What happened? %(change)s") % {"change": account.change.title},
            url=reverse("plans:correct_account", args=[account.key]),
            why=_("Co-production was promised for %(day)s.") % {"day": in_words(account.on)},
            due=account.on,
            overdue=True,
            urgency=DATE_PASSED,
        )
        for account in promises_passed(plans)
        .filter(claim_drafts__isnull=True)
        .select_related("change")
        .order_by("on", "pk")[:MOST]
    ]


def _none_yet(plans: object) -> list[Waiting]:
    late, soon = (rows.filter(claim_drafts__isnull=True) for rows in none_yet_due(plans))
    rows = [(account, True) for account in late.select_related("change").order_by("on", "pk")[:MOST]]
    rows += [(account, False) for account in soon.select_related("change").order_by("on", "pk")[:MOST]]
    return [
        Waiting(
            title=_("Arrange co-production: %(change)s") % {"change": account.change.title},
            url=reverse("plans:correct_account", args=[account.key]),
            why=_("The record says “none yet”, to be arranged by %(day)s.") % {"day": in_words(account.on)},
            due=account.on,
            overdue=is_late,
            urgency=NONE_YET_LATE if is_late else DATE_COMES,
        )
        for account, is_late in rows
    ]


def _drafts(plans: object) -> list[Waiting]:
    drafts = ClaimDraft.objects.filter(change__plan__in=plans).select_related("change", "account")
    today = timezone.localdate()
    return [
        Waiting(
            title=_("Go on with your account: %(change)s") % {"change": draft.change.title},
            url=reverse("plans:check_account", args=[draft.key]),
            why=_("It is ready to be published.") if draft.is_complete else _("Some answers are still missing."),
            due=draft.account.on if draft.account and draft.account.tense != Tense.HAS else None,
            overdue=_is_late(draft, today),
            urgency=DATE_PASSED if _is_late(draft, today) else FINISH,
        )
        for draft in drafts.order_by("started_at", "pk")[:MOST]
    ]


def _is_late(draft: ClaimDraft, today: date) -> bool:
    account = draft.account
    return account is not None and account.tense != Tense.HAS and account.on < today


def _changes(plans: object) -> list[Waiting]:
    return [
        Waiting(
            title=_("Say where co-production took place: %(change)s") % {"change": change.title},
            url=reverse("plans:record_account", args=[change.key]),
            why=_("A change cannot be published without its account."),
            urgency=BEGIN,
        )
        for change in changes_without_account(plans).order_by("starts_on", "pk")[:MOST]
    ]


def happened_for(person: Person | None, since: datetime) -> list[Happening]:
    """Return answers, corrections and settled disputes since a moment. Single readings are told to nobody."""
    if person is None:
        return []
    plans = person.responsibilities.filter(current()).values("plan")
    return [*_happened_to_member(person, since), *_happened_in_plans(plans, since)]


def _happened_to_member(person: Person, since: datetime) -> list[Happening]:
    own = Dispute.objects.filter(person=person, turns__kind="answer", turns__at__gt=since)
    answers = own.annotate(answered_at=F("turns__at")).select_related("account__change")
    corrected = Assessment.objects.filter(
        person=person, account__current__published_at__gt=since, account__current__number__gt=1
    ).select_related("account__change", "account__current")
    return [
        *(
            Happening(
                at=dispute.answered_at,
                title=_("The managers answered you: %(change)s") % {"change": dispute.account.change.title},
                url=reverse("plans:your_dispute", args=[dispute.key]),
            )
            for dispute in answers.order_by("-answered_at")[:MOST]
        ),
        *(
            Happening(
                at=reading.account.current.published_at,
                title=_("An account was corrected: %(change)s") % {"change": reading.account.change.title},
                url=reverse("plans:account_versions", args=[reading.account.key]),
            )
            for reading in corrected.order_by("-account__current__published_at")[:MOST]
        ),
    ]


def _happened_in_plans(plans: object, since: datetime) -> list[Happening]:
    disputes = Dispute.objects.filter(account__change__plan__in=plans).select_related("account__change")
    opened = disputes.filter(opened_at__gt=since).order_by("-opened_at")[:MOST]
    settled = disputes.filter(settled_at__gt=since).order_by("-settled_at")[:MOST]
    return [
        *(_dispute_happened(each, each.opened_at, _("A member disagrees: %(change)s")) for each in opened),
        *(_dispute_happened(each, each.settled_at, _("A disagreement is settled: %(change)s")) for each in settled),
    ]


def _dispute_happened(dispute: Dispute, at: datetime, words: str) -> Happening:
    account = dispute.account
    title = words % {"change": account.change.title}
    return Happening(at=at, title=title, url=reverse("plans:account", args=[account.key]))
