"""What this room knows about one person, for that person."""

from typing import Any

from equalterms.meetings.models import AgendaItem, AgreedAction, Attendance, Correction, NoteText
from equalterms.people.models import Person


def my_data(person: Person) -> dict[str, Any]:
    """Return a person's items, attendance, actions, corrections and texts, as plain JSON values."""
    return {
        "items_proposed": items_of(person),
        "attended": attendance_of(person),
        "actions": actions_of(person),
        "corrections": corrections_of(person),
        "notes_written": texts_of(person),
    }


def items_of(person: Person) -> list[dict[str, Any]]:
    items = AgendaItem.objects.filter(proposed_by=person).select_related("group").order_by("proposed_at", "pk")
    return [
        {
            "group": item.group.name,
            "title": item.title,
            "why": item.why,
            "proposed_at": item.proposed_at.isoformat(),
            "proposed_as": item.get_proposed_as_display(),
            "state": item.get_state_display(),
            "times_put_off": item.times_deferred,
        }
        for item in items
    ]


def attendance_of(person: Person) -> list[dict[str, Any]]:
    attended = Attendance.objects.filter(person=person).select_related("meeting__group").order_by("noted_at", "pk")
    return [
        {
            "meeting": each.meeting.title,
            "group": each.meeting.group.name,
            "on": each.meeting.starts_at.isoformat(),
            "how": each.get_how_display(),
            "as": each.get_capacity_display(),
        }
        for each in attended
    ]


def actions_of(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "words": each.words,
            "group": each.item.group.name,
            "due_on": each.due_on.isoformat(),
            "state": each.get_state_display(),
            "done": each.done_words,
            "link": each.evidence_url,
        }
        for each in AgreedAction.objects.filter(owner=person).select_related("item__group")
    ]


def corrections_of(person: Person) -> list[dict[str, Any]]:
    corrections = Correction.objects.filter(proposed_by=person).select_related("minutes__meeting")
    return [{"meeting": each.minutes.meeting.title, "words": each.words, "answer": each.answer} for each in corrections]


def texts_of(person: Person) -> list[dict[str, Any]]:
    texts = NoteText.objects.filter(written_by=person).select_related("note__item")
    return [
        {"item": each.note.item.title, "text": each.text, "written_at": each.written_at.isoformat()} for each in texts
    ]
