"""Words for the examples: the people whom a visitor of the demo can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Persona(models.TextChoices):
    """The example people, by the short names that stay for good."""

    MEMBER = "member", _("Member of the panel and the board")
    CARER = "carer", _("Carer on the board")
    CHAIR = "chair", _("Co-chair with lived experience")
    MANAGER = "manager", _("Manager responsible for the programme")
    FACILITATOR = "facilitator", _("Facilitator")
    FINANCE = "finance", _("Finance officer")
    APPROVER = "approver", _("Approver of claims")
    ADMINISTRATOR = "administrator", _("Administrator of the council's space")
    OUTSIDER = "outsider", _("Signed in, member of nothing")


SEES = {
    Persona.MEMBER: _("Sees accounts that ask for a reading, and can give one, disagree and say what settles it."),
    Persona.CARER: _("Sees what the board is asked about changes for carers."),
    Persona.CHAIR: _("Sees both groups from the chair: who sits there, who has asked to join, what was referred."),
    Persona.MANAGER: _("Sees the programme, records accounts, answers disagreements and says what has changed."),
    Persona.FACILITATOR: _("Sees the groups, and the access needs that members chose to share."),
    Persona.FINANCE: _("Sees what everybody of the council sees. Payments come here later."),
    Persona.APPROVER: _("Sees what everybody of the council sees. Claims to approve come here later."),
    Persona.ADMINISTRATOR: _("Sees the council's people and pages, but no member's private reading."),
    Persona.OUTSIDER: _("Sees what everybody can see, and their own page."),
}

# (title, shape, people): the two sides of the table, and somebody who sits at none.
SIDES = (
    (_("People who use services, and carers"), "circle", (Persona.MEMBER, Persona.CARER, Persona.CHAIR)),
    (
        _("People who work for the council"),
        "square",
        (Persona.MANAGER, Persona.FACILITATOR, Persona.FINANCE, Persona.APPROVER, Persona.ADMINISTRATOR),
    ),
    (_("Somebody who is in no group"), "none", (Persona.OUTSIDER,)),
)

ANONYMOUS = "anonymous"  # somebody who has not signed in; not a person
EVERY_SLUG = (ANONYMOUS, *Persona.values)
