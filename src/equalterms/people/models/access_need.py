"""What a person needs to take part on equal terms, recorded once, shared only as they say."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models.person import Person
from equalterms.people.vocabulary import NEED_WORDS, NeedGroup, Sharing


class AccessNeeds(Keyed):
    """The whole of one person's access needs: with whom they are shared, and when to look at them again."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="access_needs")
    nothing_needed = models.BooleanField(default=False)  # said so; not the same as never asked
    sharing = models.CharField(
        _("with whom they are shared"), max_length=20, choices=Sharing.choices, default=Sharing.NOBODY
    )
    review_on = models.DateField(_("look at them again on"))
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Access needs {self.key}"


class AccessNeed(models.Model):
    """The answer to one question: what the person chose from the list, and their own words."""

    needs = models.ForeignKey(AccessNeeds, on_delete=models.CASCADE, related_name="answers")
    group = models.CharField(max_length=20, choices=NeedGroup.choices)
    chosen = models.JSONField(default=list)  # codes of vocabulary.NEEDS
    words = models.TextField(_("anything else, in your own words"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["needs", "group"], name="one_answer_each_question")]

    def __str__(self) -> str:
        return self.get_group_display()

    @property
    def chosen_words(self) -> list[str]:
        return [str(NEED_WORDS[code]) for code in self.chosen if code in NEED_WORDS]
