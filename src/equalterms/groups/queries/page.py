"""Everything that one group's page shows to one person."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from equalterms.groups.models import (
    Application,
    CompositionBreak,
    Group,
    Membership,
    OpenQuestion,
    Principle,
    TermsVersion,
)
from equalterms.groups.queries.groups import groups_visible_to
from equalterms.groups.queries.history import History, history_of
from equalterms.groups.queries.referrals import ReferralLine, referrals_of
from equalterms.groups.rules import (
    Composition,
    DecidingTerms,
    composition_of,
    may_administer,
    may_ask_question,
    seat_of,
    seats_on,
)
from equalterms.groups.rules.deciding import terms_of_version
from equalterms.groups.vocabulary import LEADING_ROLES, ApplicationState, Joining, QuestionState, Visibility
from equalterms.people.models import Person


@dataclass(frozen=True)
class RoleHolder:
    """Somebody who leads the group. The name is empty where it is not for this reader."""

    role: str
    name: str
    has_lived_experience: bool


@dataclass(frozen=True)
class GroupPage:
    """What one person may know about one group."""

    group: Group
    composition: Composition
    not_kept_since: date | None
    breaks: list[CompositionBreak]
    principles: list[Principle]
    withdrawn: list[Principle]
    questions: list[OpenQuestion]
    closed_questions: list[OpenQuestion]
    terms: list[TermsVersion]
    leading: list[RoleHolder]
    above: Group | None
    below: list[Group]
    beside: list[Group]
    referrals: list[ReferralLine]
    history: History
    own_seat: Membership | None = None
    administers: bool = False
    may_ask: bool = False
    application: Application | None = field(default=None)

    @property
    def is_member(self) -> bool:
        return self.own_seat is not None

    @property
    def sees_members(self) -> bool:
        return self.is_member

    @property
    def current_terms(self) -> TermsVersion | None:
        return self.terms[0] if self.terms else None

    @property
    def deciding(self) -> DecidingTerms:
        return terms_of_version(self.current_terms)

    @property
    def sees_decisions(self) -> bool:
        """Whether there is a list of decisions for this reader: the same answer as `may_see_outcomes`."""
        return self.is_member or (self.group.visibility == Visibility.PUBLIC and self.deciding.outcomes_public)

    @property
    def earlier_terms(self) -> list[TermsVersion]:
        return self.terms[1:]

    @property
    def may_join(self) -> bool:
        return self.at_the_door(Joining.PUBLIC)

    @property
    def may_apply(self) -> bool:
        return self.at_the_door(Joining.APPLICATION) and self.application is None

    def at_the_door(self, door: str) -> bool:
        """Whether this way in is open to this person. Somebody not signed in is asked to sign in first."""
        return not self.is_member and self.group.ended_on is None and self.group.joining == door


def group_page(person: Person | None, group: Group) -> GroupPage:
    """Gather a group's page for somebody who may see the group (`group_for`)."""
    own_seat = seat_of(person, group)
    member = own_seat is not None
    administers = may_administer(person, group)
    principles = list(group.principles.all())
    questions = list(group.questions.all())
    breaks = list(group.composition_breaks.all())
    composition = composition_of(group)
    standing = [each for each in breaks if each.restored_on is None]
    above, below, beside = relatives(person, group)
    return GroupPage(
        group=group,
        composition=composition,
        not_kept_since=standing[0].since if standing and not composition.kept else None,
        breaks=standing if not composition.kept else [],
        principles=[each for each in principles if each.until is None],
        withdrawn=[each for each in principles if each.until is not None],
        questions=[each for each in questions if each.state == QuestionState.OPEN],
        closed_questions=[each for each in questions if each.state != QuestionState.OPEN],
        terms=list(group.terms.all()),
        leading=role_holders(group, names=member),
        above=above,
        below=below,
        beside=beside,
        referrals=referrals_of(person, group, as_party=member),
        history=history_of(group),
        own_seat=own_seat,
        administers=administers,
        may_ask=may_ask_question(person, group),
        application=open_application(person, group),
    )


def role_holders(group: Group, *, names: bool) -> list[RoleHolder]:
    """Return who leads a group today; without `names`, only of those who chose to be named in public."""
    seats = Membership.objects.filter(seats_on(), group=group, role__in=LEADING_ROLES).select_related("person")
    return [
        RoleHolder(
            role=seat.get_role_display(),
            name=seat.person.name if names or seat.named_in_public else "",
            has_lived_experience=seat.has_lived_experience,
        )
        for seat in sorted(seats, key=lambda seat: (LEADING_ROLES.index(seat.role), seat.pk))
    ]


def relatives(person: Person | None, group: Group) -> tuple[Group | None, list[Group], list[Group]]:
    """Return the groups above, below and beside a group that a person may see."""
    tied = Q(parent=group) | Q(siblings=group)
    if group.parent_id is not None:
        tied |= Q(pk=group.parent_id)
    found = list(groups_visible_to(person).filter(tied).distinct())
    above = next((each for each in found if each.pk == group.parent_id), None)
    below = [each for each in found if each.parent_id == group.pk]
    return above, below, [each for each in found if each is not above and each not in below]


def open_application(person: Person | None, group: Group) -> Application | None:
    if person is None:
        return None
    return Application.objects.filter(group=group, person=person, state=ApplicationState.OPEN).first()
