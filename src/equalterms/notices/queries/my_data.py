"""What this room knows about one person, for that person."""

from typing import Any

from equalterms.notices.models import Notice
from equalterms.notices.queries.wishes import wishes_of
from equalterms.people.models import Person


def my_data(person: Person) -> dict[str, Any]:
    """Return a person's wishes and what was said to them, as plain JSON values."""
    wishes = wishes_of(person)
    notices = Notice.objects.filter(to=person).select_related("message")
    return {
        "wishes": {
            "way": wishes.way,
            "postal_address": wishes.post_to,
            "quiet_from": wishes.quiet_from.isoformat() if wishes.quiet_from else None,
            "quiet_until": wishes.quiet_until.isoformat() if wishes.quiet_until else None,
            "once_a_day": wishes.daily,
            "stopped": wishes.stopped,
        },
        "notices": [
            {
                "from": notice.place_name,
                "subject": notice.subject,
                "words": notice.parts,
                "written_at": notice.queued_at.isoformat(),
                "way": notice.message.get_way_display() if notice.message else "",
                "sent_at": notice.message.sent_at.isoformat() if notice.message and notice.message.sent_at else None,
            }
            for notice in notices
        ],
    }
