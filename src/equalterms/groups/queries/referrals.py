"""Referrals: their titles for those who see both groups, their words for the two groups themselves."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from equalterms.groups.models import Group, Referral
from equalterms.groups.queries.groups import groups_visible_to
from equalterms.groups.queries.membership import memberships_of
from equalterms.groups.rules import may_see_members
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


@dataclass(frozen=True)
class ReferralLine:
    """One referral as it stands on a group's page. `other` is the group at the other end."""

    referral: Referral
    other: Group
    sent: bool
    words_open: bool


def referrals_of(person: Person | None, group: Group, *, as_party: bool) -> list[ReferralLine]:
    """Return a group's referrals. To others than the two groups only those whose other group they see too."""
    found = Referral.objects.filter(Q(from_group=group) | Q(to_group=group)).select_related("from_group", "to_group")
    if not as_party:
        seen = groups_visible_to(person).order_by().values("pk")
        found = found.filter(from_group__in=seen, to_group__in=seen)
    own = set(memberships_of(person).values_list("group", flat=True))
    lines = []
    for referral in found:
        sent = referral.from_group_id == group.pk
        other = referral.to_group if sent else referral.from_group
        lines.append(ReferralLine(referral, other, sent, words_open=as_party or other.pk in own))
    return lines


def referral_for(person: Person | None, key: str) -> Referral:
    """Return a referral with its words, for people of the two groups; for anybody else it does not exist."""
    found = Referral.objects.select_related("from_group__organisation", "to_group__organisation", "sent_by")
    referral = found.filter(key=key).first()
    if referral is None:
        raise NotVisible
    if not (may_see_members(person, referral.from_group) or may_see_members(person, referral.to_group)):
        raise NotVisible
    return referral


def groups_to_refer_to(person: Person | None, group: Group) -> QuerySet[Group]:
    """Return the groups to which work can go from a group: those at work that the person sees."""
    return groups_visible_to(person).filter(ended_on__isnull=True).exclude(pk=group.pk)


def groups_seen_in(person: Person | None, referral: Referral) -> list[Group]:
    """Return which of a referral's two groups a person may open."""
    return list(groups_visible_to(person).filter(pk__in=[referral.from_group_id, referral.to_group_id]))
