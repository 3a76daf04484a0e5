"""A group's table, drawn: circles for lived experience, squares for those in charge, empty seats too."""

from django.utils.translation import gettext as _

from equalterms.design.pictures.round_table import RoundTablePicture, Seat
from equalterms.groups.models import Group
from equalterms.groups.rules import Composition
from equalterms.groups.vocabulary import IN_CHARGE, LIVED_EXPERIENCE


def kind_of(capacity: str) -> str:
    """Return which shape stands for a capacity."""
    if capacity in LIVED_EXPERIENCE:
        return "lived"
    return "charge" if capacity in IN_CHARGE else "other"


def table_picture(group: Group, composition: Composition, kept_words: str) -> RoundTablePicture:
    taken = [
        Seat(kind=kind_of(capacity))
        for capacity, count in sorted(composition.by_capacity.items(), key=lambda row: order(row[0]))
        for _seat in range(count)
    ]
    words = " ".join(part for part in (composition.in_words, composition.rule_in_words, kept_words) if part)
    return RoundTablePicture(seats=[*taken, *empty_seats(group, composition)], words=words, key=group.key)


def order(capacity: str) -> int:
    return ("lived", "charge", "other").index(kind_of(capacity))


def empty_seats(group: Group, composition: Composition) -> list[Seat]:
    """Return the empty seats: as many as the rule still asks for are for people with lived experience."""
    at_least = -(-composition.rule * (composition.seats or 0) // 100)
    lived = composition.empty if group.user_controlled else min(composition.empty, max(0, at_least - composition.lived))
    others = composition.empty - lived
    return [Seat(kind="lived", filled=False)] * lived + [Seat(kind="charge", filled=False)] * others


def kept_in_words(composition: Composition, not_kept_since: str) -> str:
    """Say whether the rule is kept."""
    if composition.rule == 0 or not composition.filled:
        return ""
    if composition.kept:
        return _("It is kept.")
    if not_kept_since:
        return _("It has not been kept since %(day)s.") % {"day": not_kept_since}
    return _("It is not kept.")
