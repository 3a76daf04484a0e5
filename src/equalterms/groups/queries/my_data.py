"""What this room knows about one person, for that person."""

from typing import Any

from equalterms.groups.models import Application, GroupInvitation, Membership, OpenQuestion
from equalterms.people.models import Person


def my_data(person: Person) -> dict[str, Any]:
    """Return a person's seats, applications, invitations used and questions asked, as plain JSON values."""
    applications = Application.objects.filter(person=person).select_related("group")
    invitations = GroupInvitation.objects.filter(used_by=person).select_related("group")
    questions = OpenQuestion.objects.filter(asked_by=person).select_related("group")
    return {
        "seats": seats_of(person),
        "applications": [
            {
                "group": application.group.name,
                "would_sit_as": application.get_capacity_display(),
                "why": application.why,
                "state": application.get_state_display(),
                "answer": application.answer,
                "made_at": application.made_at.isoformat(),
            }
            for application in applications
        ],
        "invitations_used": [
            {"group": each.group.name, "sent_to": each.email, "name": each.name, "used_at": each.used_at.isoformat()}
            for each in invitations
        ],
        "questions_asked": [
            {"group": each.group.name, "question": each.text, "asked_at": each.asked_at.isoformat()}
            for each in questions
        ],
    }


def seats_of(person: Person) -> list[dict[str, Any]]:
    """Return every seat that a person holds or held, the first one first."""
    seats = Membership.objects.filter(person=person).select_related("group").order_by("since", "pk")
    return [
        {
            "group": seat.group.name,
            "sits_as": seat.get_capacity_display(),
            "role": seat.get_role_display(),
            "since": seat.since.isoformat(),
            "term_ends": seat.term_ends.isoformat() if seat.term_ends is not None else None,
            "until": seat.until.isoformat() if seat.until is not None else None,
            "left_because": seat.left_because,
            "handover": seat.handover,
            "named_in_public": seat.named_in_public,
        }
        for seat in seats
    ]
