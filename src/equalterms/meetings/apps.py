from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What this room's verbs in the ledger mean, said to the person who did it.
VERB_WORDS = {
    "meeting.planned": _("You planned a meeting"),
    "meeting.called": _("You called a meeting"),
    "meeting.moved": _("You moved a meeting"),
    "meeting.cancelled": _("You cancelled a meeting"),
    "meeting.begun": _("You began a meeting"),
    "meeting.held": _("You said that a meeting was held"),
    "meeting.attendance_noted": _("You noted who was at a meeting"),
    "meeting_decision.taken": _("You wrote down a decision of a meeting"),
    "meeting_note.published": _("You published a note of a meeting"),
    "venue.added": _("You added a venue"),
    "venue.described": _("You said how a venue can be reached and used"),
    "agenda.agreed": _("You agreed an agenda"),
    "agenda.change_wished": _("You asked for a change to an agenda"),
    "agenda.change_withdrawn": _("You took back your wish to change an agenda"),
    "agenda.change_not_agreed": _("You did not agree to change an agenda"),
    "gate.asked": _("You asked whether a late paper may pass"),
    "item.proposed": _("You proposed something for an agenda"),
    "item.opened": _("You opened an agenda item"),
    "item.closed": _("You closed an agenda item to some"),
    "item.withdrawn": _("You took back an agenda item"),
    "item.put_off": _("You put off an agenda item"),
    "item.put_off_at_gate": _("An agenda item was put off because its papers were late"),
    "item.came_back": _("An agenda item came back"),
    "item.not_reached": _("An agenda item was not reached"),
    "item.dealt_with": _("You said that an agenda item was dealt with"),
    "paper.added": _("You added a paper"),
    "paper.changed": _("You changed a paper"),
    "paper.described": _("You described a paper"),
    "paper.ready": _("You said that a format of a paper is ready"),
    "paper.handed_over": _("You said that somebody has a paper"),
    "paper.not_possible": _("You said that a format of a paper is not possible"),
    "paper.time_set": _("You said by when a paper is needed"),
    "preparation.carried_forward": _("You carried preparation over to the next meeting"),
    "note.written": _("You wrote a note for a meeting"),
    "note.brought_together": _("You brought notes together"),
    "note.kept_aside": _("You kept a note aside"),
    "minutes.written": _("You wrote minutes"),
    "minutes.shared": _("You shared minutes"),
    "minutes.put_to_group": _("You put minutes to a group"),
    "minutes.approved": _("Minutes were approved"),
    "correction.proposed": _("You proposed a correction to minutes"),
    "correction.answered": _("You answered a correction to minutes"),
    "agreed_action.agreed": _("You wrote down an agreed action"),
    "agreed_action.done": _("You said that an agreed action is done"),
    "agreed_action.delayed": _("You said that an agreed action is delayed"),
}


class MeetingsConfig(AppConfig):
    name = "equalterms.meetings"
    label = "meetings"
    verbose_name = "Meetings"
    verb_words = VERB_WORDS

    def ready(self) -> None:
        # Registers how the ledger reads minutes and notes again, and what follows when a group approves its minutes.
        # Models are not ready before.
        from equalterms.meetings import seals  # noqa: F401
        from equalterms.meetings.actions import approving  # noqa: F401
