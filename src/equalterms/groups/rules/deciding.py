"""How a group decides: the method, the quorum, and whether answers are secret, as its terms of reference say."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from django.utils.translation import gettext as _

from equalterms.groups.models import Group, TermsVersion
from equalterms.groups.rules.seats import is_member
from equalterms.groups.vocabulary import DecisionMethod, Visibility
from equalterms.people.models import Person


@dataclass(frozen=True)
class DecidingTerms:
    """The rules by which a decision is made. Shares are in percent; the defaults hold where a group says nothing.

    `most_aside`: of those who answer, how many may stand aside (consensus). `majority`: of those who say yes or no, how
    many say yes. `quorum`: of those who are asked, how many answer. `lived_quorum`: the same among those with lived
    experience.
    """

    decides_by: str = DecisionMethod.CONSENT
    most_aside: int = 20
    majority: int = 67
    quorum: int = 50
    lived_quorum: int = 50
    secret_answers: bool = False
    outcomes_public: bool = False

    @property
    def possible(self) -> bool:
        shares = (self.most_aside, self.quorum, self.lived_quorum)
        in_range = all(0 <= share <= 100 for share in shares) and 50 < self.majority <= 100
        return in_range and self.decides_by in DecisionMethod.values

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "decides_by": str(self.decides_by)}

    @property
    def in_words(self) -> list[str]:
        """Say the rules in short sentences."""
        return [self.method_in_words, self.quorum_in_words, self.openness_in_words]

    @property
    def method_in_words(self) -> str:
        if self.decides_by == DecisionMethod.CONSENT:
            return _("By consent: a text is agreed when no objection stands against it.")
        if self.decides_by == DecisionMethod.CONSENSUS:
            return _("By consensus: no objection stands, and at most %(share)s of 100 who answer stand aside.") % {
                "share": self.most_aside
            }
        return _("By majority: of those who say yes or no, at least %(share)s of 100 say yes.") % {
            "share": self.majority
        }

    @property
    def quorum_in_words(self) -> str:
        words = {"quorum": self.quorum, "lived": self.lived_quorum}
        if self.lived_quorum:
            both = _("It counts when at least %(quorum)s of 100 answer, and %(lived)s of 100 with lived experience.")
            return both % words
        return _("It counts when at least %(quorum)s of 100 answer.") % words

    @property
    def openness_in_words(self) -> str:
        if self.secret_answers:
            return _("Answers are secret. Nobody sees who said what.")
        if self.outcomes_public:
            return _("Members see who said what. Everybody can read what was decided.")
        return _("Members see who said what. Only members can read what was decided.")


NAMES = tuple(field.name for field in fields(DecidingTerms))


def terms_of_version(terms: TermsVersion | None) -> DecidingTerms:
    """Return how a version of the terms says that the group decides; the defaults for none."""
    return DecidingTerms(**{name: getattr(terms, name) for name in NAMES}) if terms is not None else DecidingTerms()


def deciding_terms(group: Group) -> DecidingTerms:
    """Return how a group decides by the terms of reference in force."""
    return terms_of_version(TermsVersion.objects.filter(group=group).order_by("-number").first())


def may_see_outcomes(person: Person | None, group: Group) -> bool:
    """Whether a person may see a list of the group's decisions: members, or everybody where the terms say so."""
    if is_member(person, group):
        return True
    return group.visibility == Visibility.PUBLIC and deciding_terms(group).outcomes_public
