"""What in decisions waits for a person, and what has happened there that they may know of."""

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.decisions.ballots import holds
from equalterms.decisions.models import Amendment, AskedMember, ClarifyingQuestion, Decision, Objection
from equalterms.decisions.queries.seen import decisions_seen_inside
from equalterms.decisions.vocabulary import AmendmentState, Audience, DecisionState, ObjectionState
from equalterms.groups.queries.administered import groups_led_by
from equalterms.people.models import Person
from equalterms.people.waiting import Happening, Waiting

DEAL_WITH, SAY_WHETHER, DECIDE, CLARIFY, COUNT = 80, 78, 65, 45, 40  # urgency
MOST = 50  # lines of one sort; who has more works through these first


def waiting_for(person: Person) -> list[Waiting]:
    """Return what waits: texts to answer; objections to deal with or to speak for; questions and amendments."""
    return [
        *texts_to_answer(person),
        *objections_to_deal_with(person),
        *own_objections(person),
        *questions_and_amendments(person),
        *to_be_counted(person),
    ]


def last_day(decision: Decision) -> datetime:
    """Return the last moment of a decision in local time, whose day is the last one."""
    return timezone.localtime(decision.closes_at - timedelta(seconds=1))


def texts_to_answer(person: Person) -> list[Waiting]:
    now = timezone.now()
    seen = decisions_seen_inside(person).filter(state=DecisionState.OPEN, opens_at__lte=now, closes_at__gt=now)
    asked = AskedMember.objects.filter(person=person, decision__in=seen.order_by().values("pk"))
    asked = asked.filter(Q(answered_number__isnull=True) | Q(answered_number__lt=F("decision__number")))
    waiting = []
    for each in asked.select_related("decision__group").order_by("decision__closes_at", "pk")[:MOST]:
        words = {"title": each.decision.title}
        again = each.answered_number is not None
        title = _("The text has changed. Look again: %(title)s") if again else _("Do you agree? %(title)s")
        waiting.append(
            Waiting(
                title=title % words,
                url=reverse("decisions:answer", args=[each.decision.key]),
                why=_("%(group)s decides.") % {"group": each.decision.group.name},
                due=last_day(each.decision).date(),
                urgency=DECIDE,
            )
        )
    return waiting


def objections_to_deal_with(person: Person) -> list[Waiting]:
    """Return the objections that nobody has dealt with yet, as `may_deal_with` says, for many at once."""
    led = groups_led_by(person).order_by().values("pk")
    mine = Q(decision__group__in=led) | Q(decision__put_by=person) & ~Q(decision__audience=Audience.EVERYONE)
    shown = Q(decision__secret_answers=False) | Q(decision__state=DecisionState.CLOSED)
    found = Objection.objects.filter(mine, shown, state=ObjectionState.RAISED, decision__in=pks_seen(person))
    found = found.exclude(decision__state=DecisionState.WITHDRAWN)
    return [
        Waiting(
            title=_("Deal with an objection: %(title)s") % {"title": each.decision.title},
            url=reverse("decisions:deal_with", args=[each.key]),
            why=_("Say in %(group)s how it was dealt with.") % {"group": each.decision.group.name},
            urgency=DEAL_WITH,
        )
        for each in found.select_related("decision__group").order_by("decision__closes_at", "key")[:MOST]
    ]


def own_objections(person: Person) -> list[Waiting]:
    """Return one's own objections that were dealt with: now the word is one's own."""
    found = Objection.objects.filter(state=ObjectionState.DEALT_WITH, decision__in=pks_seen(person))
    found = found.filter(Q(person=person) | ~Q(holder="")).exclude(decision__state=DecisionState.WITHDRAWN)
    return [
        Waiting(
            title=_("Does this settle your objection? %(title)s") % {"title": each.decision.title},
            url=reverse("decisions:speak", args=[each.key]),
            why=_("Only you can say."),
            urgency=SAY_WHETHER,
        )
        for each in found.select_related("decision__group").order_by("decision__closes_at", "key")
        if holds(person, each)
    ][:MOST]


def questions_and_amendments(person: Person) -> list[Waiting]:
    """Return the questions and amendments to texts that this person put."""
    own = {"decision__put_by": person, "decision__state": DecisionState.OPEN, "decision__closes_at__gt": timezone.now()}
    own["decision__in"] = pks_seen(person)
    asked = ClarifyingQuestion.objects.filter(answered_at__isnull=True, **own).exclude(asked_by=person)
    proposed = Amendment.objects.filter(state=AmendmentState.PROPOSED, **own)
    return [
        *(
            Waiting(
                title=_("Answer a question about your text: %(title)s") % {"title": each.decision.title},
                url=reverse("decisions:answer_question", args=[each.key]),
                urgency=CLARIFY,
            )
            for each in asked.select_related("decision")[:MOST]
        ),
        *(
            Waiting(
                title=_("Look at an amendment to your text: %(title)s") % {"title": each.decision.title},
                url=reverse("decisions:amendment", args=[each.key]),
                urgency=CLARIFY,
            )
            for each in proposed.select_related("decision")[:MOST]
        ),
    ]


def to_be_counted(person: Person) -> list[Waiting]:
    """Return this person's texts whose time is up and that nobody has counted yet."""
    due = decisions_seen_inside(person).filter(put_by=person, state=DecisionState.OPEN, closes_at__lte=timezone.now())
    return [
        Waiting(
            title=_("Time is up. Have the answers counted: %(title)s") % {"title": each.title},
            url=reverse("decisions:close", args=[each.key]),
            urgency=COUNT,
        )
        for each in due.order_by("closes_at", "pk")[:MOST]
    ]


def pks_seen(person: Person) -> QuerySet[Decision]:
    return decisions_seen_inside(person).order_by().values("pk")


def happened_for(person: Person, since: datetime) -> list[Happening]:
    """Return texts that were put, and decisions that were closed or withdrawn, in one's own groups."""
    seen = decisions_seen_inside(person)
    put = seen.filter(put_at__gt=since).exclude(put_by=person).order_by("-put_at")[:MOST]
    closed = seen.filter(closed_at__gt=since).order_by("-closed_at")[:MOST]
    withdrawn = seen.filter(withdrawn_at__gt=since).exclude(withdrawn_by=person).order_by("-withdrawn_at")[:MOST]
    return [
        *(happening(each.put_at, each, _("A text was put to %(group)s: %(title)s")) for each in put),
        *(happening(each.closed_at, each, _("%(group)s, %(outcome)s: %(title)s")) for each in closed),
        *(happening(each.withdrawn_at, each, _("A text was withdrawn in %(group)s: %(title)s")) for each in withdrawn),
    ]


def happening(at: datetime | None, decision: Decision, words: str) -> Happening:
    named = {"group": decision.group.name, "title": decision.title, "outcome": decision.get_outcome_display().lower()}
    return Happening(
        at=at or decision.put_at, title=words % named, url=reverse("decisions:decision", args=[decision.key])
    )
