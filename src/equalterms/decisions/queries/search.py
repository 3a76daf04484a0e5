"""Decisions that match somebody's words, among those they may see."""

from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from equalterms.decisions.models import DecisionText
from equalterms.decisions.queries.seen import decisions_visible_to
from equalterms.people.found import Found
from equalterms.people.models import Person

MOST = 20


def found_by(person: Person | None, words: str) -> list[Found]:
    """Return at most 20 decisions whose title, or the text that stands, holds all the words."""
    seen = decisions_visible_to(person).order_by().values("pk")
    texts = DecisionText.objects.filter(decision__in=seen, number=F("decision__number"))
    for word in words.split():
        texts = texts.filter(Q(words__icontains=word) | Q(decision__title__icontains=word))
    return [
        Found(
            title=each.decision.title,
            kind=_("Decision"),
            url=reverse("decisions:decision", args=[each.decision.key]),
            excerpt=Truncator(each.words).words(30),
        )
        for each in texts.select_related("decision").order_by("-decision__put_at")[:MOST]
    ]
