"""Inviting somebody to work for an organisation here."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints
from equalterms.people.forms.signing_in import email_field
from equalterms.people.vocabulary import Duty

WHAT_THEY_DO = {
    Duty.MANAGER: _("Records plans, changes and accounts of co-production."),
    Duty.FACILITATOR: _("Helps groups to work, and can enter people who have no e-mail address."),
    Duty.FINANCE: _("Pays claims that somebody else approved."),
    Duty.APPROVER: _("Approves claims before they are paid."),
    Duty.EDITOR: _("Writes the pages of the site."),
    Duty.ADMINISTRATOR: _("Invites people and ends duties. Sees no private reading of any member."),
    Duty.STAFF: _("Takes part as staff, without further rights."),
}


class InvitationForm(forms.Form):
    """Whom to invite, and to what."""

    email = email_field(_("Their e-mail address"), help_text=_("They get a link that works once, for 14 days."))
    duty = ChoiceWithHints(label=_("What will they do?"))

    def __init__(self, *args: object, duties: Sequence[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["duty"]
        field.choices = [(duty, Duty(duty).label) for duty in duties]  # type: ignore[attr-defined]
        field.choice_hints = {duty: WHAT_THEY_DO[Duty(duty)] for duty in duties}  # type: ignore[attr-defined]
