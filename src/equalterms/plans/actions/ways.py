"""The list of ways of working together, which an installation can extend."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from equalterms.ledger.actions import action, record
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Organisation, Person
from equalterms.plans.models import Way
from equalterms.plans.rules.managing import may_start_plan


@action
def add_way(*, name: str, organisation: Organisation, by: Person) -> Way:
    """Add a way to the list that all organisations here choose from."""
    if not may_start_plan(by, organisation):
        raise NotAllowed(_("Only managers can add to this list."))
    slug = slugify(name)[:60]
    if not slug or Way.objects.filter(slug=slug).exists():
        raise ValidationError({"name": _("This way is already on the list.")})
    way = Way.objects.create(slug=slug, name=name)
    record("way.added", organisation, by=by, facts={"way": slug})
    return way
