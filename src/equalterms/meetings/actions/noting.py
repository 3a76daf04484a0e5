"""Notes by item. Two editors of one note never lose one another's words: every text that is sent is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.models import AgendaItem, ItemNote, NoteText
from equalterms.meetings.rules.holding import check_may_write_note
from equalterms.people.models import Person


@dataclass(frozen=True)
class Written:
    """What became of a text: the note as it stands, and the text kept aside where somebody else was quicker."""

    note: ItemNote
    aside: NoteText | None = None


@action
def write_note(*, item: AgendaItem, by: Person, text: str, base: int, brings_in: Iterable[str] = ()) -> Written:
    """Write the note of an item. `base` is the number of the text that the writer had before them.

    When another text stands by now, this one is kept aside and nothing is overwritten: the writer sees both.
    `brings_in` are the keys of texts kept aside that this text now holds; they wait no longer.
    """
    check_may_write_note(by, item)
    ItemNote.objects.get_or_create(item=item)
    note = ItemNote.objects.select_for_update().get(item=item)
    if text == note.text:
        return unchanged(Written(note)) if not bring_in(note, brings_in, by=by) else Written(note)
    if base != note.number:
        return keep_aside(note, by=by, text=text, base=base)
    note.number += 1
    note.text = text
    note.save(update_fields=["number", "text"])
    NoteText.objects.create(
        note=note, text=text, base=base, number=note.number, written_at=timezone.now(), written_by=by
    )
    record("note.written", note, by=by, facts={"item": item.key, "number": note.number}, seals={"text": text})
    bring_in(note, brings_in, by=by)
    return Written(note)


def keep_aside(note: ItemNote, *, by: Person, text: str, base: int) -> Written | unchanged:
    """Keep a text that came too late to stand, inside the action; once, however often it is sent."""
    same = note.texts.filter(number__isnull=True, written_by=by, base=base, text=text).first()
    if same is not None:
        return unchanged(Written(note, same))
    aside = NoteText.objects.create(note=note, text=text, base=base, written_at=timezone.now(), written_by=by)
    record("note.kept_aside", note, by=by, facts={"item": note.item.key, "base": base}, seals={"text": text})
    return Written(note, aside)


def bring_in(note: ItemNote, keys: Iterable[str], *, by: Person) -> int:
    """Say that texts kept aside are in the note now, inside the action; return how many."""
    keys = list(keys)
    if not keys:
        return 0
    waiting = note.texts.filter(key__in=keys, number__isnull=True, brought_in_at__isnull=True)
    brought = waiting.update(brought_in_at=timezone.now(), brought_in_by=by)
    if brought:
        record("note.brought_together", note, by=by, facts={"item": note.item.key, "texts": brought})
    return brought
