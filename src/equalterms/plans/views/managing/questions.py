"""The pages of an account in the making: which question stands where, under which heading, with which form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from equalterms.people.models import Person
from equalterms.plans.forms import claiming as forms
from equalterms.plans.models import ClaimDraft
from equalterms.plans.queries.claims import groups_answered_to, other_groups, ways_in_use
from equalterms.plans.vocabulary import ClaimStep, Tense

WHICH_GROUP, WHICH_PEOPLE, LADDER = "which-group", "which-people", "ladder"


@dataclass(frozen=True)
class Page:
    """One question: the step it belongs to, its form, and its heading for what has or will take place."""

    step: ClaimStep
    form: type[forms.StepForm]
    has: Any
    will: Any = None
    onward: Callable[[forms.StepForm], str] = lambda form: ""

    def heading(self, draft: ClaimDraft) -> str:
        will = draft.answers.get("tense") == Tense.WILL and self.will is not None
        return str(self.will if will else self.has)


def _after_who(form: forms.StepForm) -> str:
    """Another group, or people, is asked for on a page of its own."""
    pages = {forms.ANOTHER_GROUP: WHICH_GROUP, forms.PEOPLE: WHICH_PEOPLE}
    return pages.get(form.cleaned_data["who"], "")


PAGES: dict[str, Page] = {
    ClaimStep.TENSE: Page(ClaimStep.TENSE, forms.TenseForm, _("Has co-production taken place?")),
    ClaimStep.NONE: Page(ClaimStep.NONE, forms.NoneYetForm, _("Why none yet, and by when?")),
    ClaimStep.WHEN: Page(
        ClaimStep.WHEN,
        forms.WhenForm,
        _("When and where did it take place?"),
        _("When and where will it take place?"),
    ),
    ClaimStep.WHO: Page(
        ClaimStep.WHO,
        forms.WhoForm,
        _("With whom did you work?"),
        _("With whom will you work?"),
        onward=_after_who,
    ),
    WHICH_GROUP: Page(ClaimStep.WHO, forms.OtherGroupForm, _("With which group?")),
    WHICH_PEOPLE: Page(ClaimStep.WHO, forms.PeopleForm, _("With which people?")),
    ClaimStep.WAY: Page(
        ClaimStep.WAY, forms.WayForm, _("How did you work together?"), _("How will you work together?")
    ),
    LADDER: Page(ClaimStep.RUNG, forms.LadderForm, _("Which ladder do you use?"), onward=lambda form: ClaimStep.RUNG),
    ClaimStep.RUNG: Page(
        ClaimStep.RUNG, forms.RungForm, _("Which rung do you claim?"), _("Which rung do you promise?")
    ),
    ClaimStep.WORDS: Page(
        ClaimStep.WORDS,
        forms.WordsForm,
        _("What was asked, and what changed?"),
        _("What will be asked?"),
    ),
    ClaimStep.WHY: Page(ClaimStep.WHY, forms.WhyForm, _("Why is a new version needed?")),
}


def step_url(draft: ClaimDraft, step: str) -> str:
    return reverse("plans:answer_account", args=[draft.key, str(step)])


def facts_for(draft: ClaimDraft, person: Person | None) -> dict[str, Any]:
    """Return what the questions need to know: earlier answers, and the lists to choose from (read when used)."""
    plan = draft.change.plan
    return {
        "answers": draft.answers,
        "is_public_as_has": draft.account is not None and draft.account.tense == Tense.HAS,
        "groups": groups_answered_to(plan),
        "other_groups": other_groups(person, plan),
        "ways": ways_in_use(),
    }
