"""Plans, changes and accounts that match somebody's words, among those they may see."""

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from equalterms.people.found import Found
from equalterms.people.models import Person
from equalterms.plans.models import Plan
from equalterms.plans.queries.plans import plans_visible_to
from equalterms.plans.queries.record import RecordFilter, page_of_record
from equalterms.plans.queries.wording import claim_words, reading_words

MOST = 20


def found_by(person: Person | None, words: str) -> list[Found]:
    """Return plans, then accounts. A claim that this member must not see yet is not found by its words."""
    if not words.strip():
        return []
    return [*_plans(person, words), *_accounts(person, words)]


def _plans(person: Person | None, words: str) -> list[Found]:
    plans = plans_visible_to(person)
    for word in words.split()[:8]:
        plans = plans.filter(Q(title__icontains=word) | Q(summary__icontains=word) | Q(limits__icontains=word))
    return [_plan(plan) for plan in plans.order_by("-ends_on", "title")[:MOST]]


def _plan(plan: Plan) -> Found:
    excerpt = Truncator(plan.summary).words(30)
    return Found(title=plan.title, kind=_("Plan"), url=reverse("plans:plan", args=[plan.key]), excerpt=excerpt)


def _accounts(person: Person | None, words: str) -> list[Found]:
    page = page_of_record(person, RecordFilter(words=words), length=MOST)
    return [
        Found(
            title=face.change,
            kind=_("Account of co-production"),
            url=reverse("plans:account", args=[face.key]),
            excerpt=f"{claim_words(face)}. {reading_words(face)}.",
        )
        for face in page.faces
    ]
