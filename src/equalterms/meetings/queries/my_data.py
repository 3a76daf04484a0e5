"""What this room knows about one person, for that person."""

from typing import Any

from equalterms.meetings.models import AgendaItem, AgreedAction, Attendance, Correction, NoteText
from equalterms.meetings.queries import papers, preparing
from equalterms.people.models import Person


def my_data(person: Person) -> dict[str, Any]:
    """Return a person's items, attendance, actions, corrections and texts, as plain JSON values."""
    items = AgendaItem.objects.filter(proposed_by=person).select_related("group").order_by("proposed_at", "pk")
    attended = Attendance.objects.filter(person=person).select_related("meeting__group").order_by("noted_at", "pk")
    actions = AgreedAction.objects.filter(owner=person).select_related("item__group")
    corrections = Correction.objects.filter(proposed_by=person).select_related("minutes__meeting")
    texts = NoteText.objects.filter(written_by=person).select_related("note__item")
    return {
        **papers.my_data(person),
        "preparation": preparing.my_data(person),
        "items_proposed": [
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
        ],
        "attended": [
            {
                "meeting": each.meeting.title,
                "group": each.meeting.group.name,
                "on": each.meeting.starts_at.isoformat(),
                "how": each.get_how_display(),
                "as": each.get_capacity_display(),
            }
            for each in attended
        ],
        "actions": [
            {
                "words": each.words,
                "group": each.item.group.name,
                "due_on": each.due_on.isoformat(),
                "state": each.get_state_display(),
                "done": each.done_words,
                "link": each.evidence_url,
            }
            for each in actions
        ],
        "corrections": [
            {"meeting": each.minutes.meeting.title, "words": each.words, "answer": each.answer} for each in corrections
        ],
        "notes_written": [
            {"item": each.note.item.title, "text": each.text, "written_at": each.written_at.isoformat()}
            for each in texts
        ],
    }
