"""Search over everything that one may see."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from equalterms.home.queries.search import found_by

LONGEST_WORDS = 100


class SearchForm(forms.Form):
    """What somebody looks for."""

    says_optional = False

    q = forms.CharField(
        label=gettext_lazy("What do you look for?"),
        help_text=gettext_lazy("One or more words. We look for things that hold all of them."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": LONGEST_WORDS}),
    )


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET if "q" in request.GET else None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    context = {
        "heading": _("Search"),
        "trail": [(_("Home"), "/")],
        "search_form": form,
        "words": words,
        "found": found_by(request.person, words),
    }
    return render(request, "home/search.html", context)
