"""What other rooms ask: which decisions are about a thing of theirs, and what came of them."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from equalterms.decisions.models import Decision, DecisionText, Objection
from equalterms.decisions.outcomes import About, StandingObjection, Verdict
from equalterms.decisions.rules.deciding import objection_is_shown
from equalterms.decisions.vocabulary import STANDING


def decisions_about(kind: str, key: str) -> list[Verdict]:
    """Return the decisions about one thing, the newest first. Who may see them is the caller's question."""
    return decisions_about_each(kind, [key]).get(key, [])


def decisions_about_each(kind: str, keys: Iterable[str]) -> dict[str, list[Verdict]]:
    """Return the decisions about many things by their keys, the newest first, in as many queries as for one."""
    found: dict[str, list[Verdict]] = {}
    for decision in with_words(Decision.objects.filter(about_kind=kind, about_key__in=list(keys))):
        found.setdefault(decision.about_key, []).append(verdict_on(decision))
    return found


def with_words(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Return decisions with what `verdict_on` reads, in three queries for any number of them."""
    standing = Objection.objects.filter(state__in=STANDING).select_related("named", "decision")
    return decisions.prefetch_related(
        Prefetch("texts", DecisionText.objects.order_by("-number")),
        Prefetch("objections", standing, to_attr="standing_objections"),
    )


def verdict_of(decision: Decision) -> Verdict:
    """Return the verdict on one decision."""
    return verdict_on(with_words(Decision.objects.filter(pk=decision.pk)).get())


def verdict_on(decision: Decision) -> Verdict:
    """Return the verdict on a decision that came through `with_words`."""
    return Verdict(
        key=decision.key,
        title=decision.title,
        text=next(iter(decision.texts.all())).words,
        about=About(decision.about_kind, decision.about_key, decision.about_url, decision.about_words),
        state=decision.state,
        outcome=decision.outcome,
        secret=decision.secret_answers,
        opens_at=decision.opens_at,
        closes_at=decision.closes_at,
        ended_at=decision.ended_at,
        standing=tuple(
            StandingObjection(each.words, each.named.name if each.named is not None else "")
            for each in decision.standing_objections
            if objection_is_shown(each)
        ),
    )
