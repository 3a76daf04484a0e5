"""What in groups waits for a person, and what has happened there that they may know of."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from equalterms.groups.models import Application, CompositionBreak, Membership, Referral, TermsVersion
from equalterms.groups.queries.administered import groups_led_by
from equalterms.groups.queries.membership import memberships_of
from equalterms.groups.rules import seats_on
from equalterms.groups.vocabulary import (
    OPEN_REFERRALS,
    TERM_NOTICE_DAYS,
    ApplicationState,
    ReferralState,
)
from equalterms.people.models import Person
from equalterms.people.waiting import Happening, Waiting

ANSWER_A_PERSON, ANSWER_A_GROUP, MEND_THE_TABLE, PLAN_AHEAD = 60, 50, 30, 10  # urgency
LONG_AGO_DAYS = 14  # somebody who has waited so long comes first


def waiting_for(person: Person) -> list[Waiting]:
    """Return the applications and referrals to answer, terms that end soon, and tables out of balance."""
    return [
        *applications_waiting(person),
        *referrals_waiting(person),
        *tables_out_of_balance(person),
        *terms_ending(person),
    ]


def applications_waiting(person: Person) -> list[Waiting]:
    open_ones = Application.objects.filter(state=ApplicationState.OPEN, group__in=groups_led_by(person))
    long_ago = timezone.now() - timedelta(days=LONG_AGO_DAYS)
    return [
        Waiting(
            title=_("Answer %(name)s, who would like to join %(group)s")
            % {"name": each.person.name, "group": each.group.name},
            url=reverse("groups:application", args=[each.key]),
            why=_("They applied on %(day)s.") % {"day": in_words(each.made_at)},
            urgency=ANSWER_A_PERSON + (5 if each.made_at < long_ago else 0),
        )
        for each in open_ones.select_related("person", "group")
    ]


def referrals_waiting(person: Person) -> list[Waiting]:
    asked = Referral.objects.filter(state__in=OPEN_REFERRALS, to_group__in=groups_led_by(person))
    waiting = []
    for each in asked.select_related("from_group", "to_group"):
        words = {"title": each.title, "group": each.to_group.name}
        if each.state == ReferralState.SENT:
            title = _("Say whether %(group)s takes this on: %(title)s") % words
        else:
            title = _("Answer for %(group)s: %(title)s") % words
        why = _("%(group)s asked on %(day)s.") % {"group": each.from_group.name, "day": in_words(each.sent_at)}
        url = reverse("groups:referral", args=[each.key])
        waiting.append(Waiting(title=title, url=url, why=why, urgency=ANSWER_A_GROUP))
    return waiting


def tables_out_of_balance(person: Person) -> list[Waiting]:
    standing = CompositionBreak.objects.filter(restored_on__isnull=True, group__in=groups_led_by(person))
    earliest: dict[int, CompositionBreak] = {}
    for each in standing.select_related("group").order_by("since", "pk"):
        earliest.setdefault(each.group_id, each)
    return [
        Waiting(
            title=_("Bring more people with lived experience into %(group)s") % {"group": each.group.name},
            url=reverse("groups:group", args=[each.group.key]),
            why=_("The rule of seats has not been kept since %(day)s.") % {"day": in_words(each.since)},
            urgency=MEND_THE_TABLE,
        )
        for each in earliest.values()
    ]


def terms_ending(person: Person) -> list[Waiting]:
    """Return the terms that end soon: one's own, and those in the groups that one leads."""
    soon = timezone.localdate() + timedelta(days=TERM_NOTICE_DAYS)
    seats = Membership.objects.filter(seats_on(), term_ends__lte=soon, group__ended_on__isnull=True)
    own = seats.filter(person=person).select_related("group")
    led = seats.filter(group__in=groups_led_by(person)).exclude(person=person).select_related("group", "person")
    return [
        *(
            term_ending(seat, _("Your term in %(group)s ends") % {"group": seat.group.name}, "groups:group")
            for seat in own
        ),
        *(
            term_ending(
                seat,
                _("The term of %(name)s in %(group)s ends") % {"name": seat.person.name, "group": seat.group.name},
                "groups:members",
            )
            for seat in led
        ),
    ]


def term_ending(seat: Membership, title: str, route: str) -> Waiting:
    return Waiting(
        title=title,
        url=reverse(route, args=[seat.group.key]),
        why=_("Talk about what comes next: another term, or a handover."),
        due=seat.term_ends,
        overdue=seat.term_ends is not None and seat.term_ends < timezone.localdate(),
        urgency=PLAN_AHEAD,
    )


def happened_for(person: Person, since: datetime) -> list[Happening]:
    """Return answers to one's own applications, and new terms and referrals' answers in one's own groups."""
    groups = memberships_of(person).values("group")
    answered = Application.objects.filter(person=person, answered_at__gt=since).exclude(answered_by=person)
    terms = TermsVersion.objects.filter(group__in=groups, added_at__gt=since).exclude(added_by=person)
    sent = Referral.objects.filter(from_group__in=groups, answered_at__gt=since).exclude(answered_by=person)
    return [
        *(
            Happening(
                at=each.answered_at,
                title=_("Your application to %(group)s was answered: %(state)s")
                % {"group": each.group.name, "state": each.get_state_display().lower()},
                url=reverse("groups:application", args=[each.key]),
            )
            for each in answered.select_related("group")
        ),
        *(
            Happening(
                at=each.added_at,
                title=_("%(group)s agreed new terms of reference") % {"group": each.group.name},
                url=reverse("groups:terms", args=[each.group.key, each.number]),
            )
            for each in terms.select_related("group")
        ),
        *(
            Happening(
                at=each.answered_at,
                title=_("%(group)s answered: %(title)s") % {"group": each.to_group.name, "title": each.title},
                url=reverse("groups:referral", args=[each.key]),
            )
            for each in sent.select_related("to_group")
        ),
    ]


def in_words(moment: object) -> str:
    return date_format(timezone.localtime(moment) if isinstance(moment, datetime) else moment, "j F Y")
