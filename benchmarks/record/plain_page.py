"""The yardstick: the least that a Django page can be. Three queries, a form with its token, one template, no more."""

import os
from urllib.parse import urlsplit

import django
from django import forms
from django.conf import settings

database = urlsplit(os.environ["DATABASE_URL"])
settings.configure(
    SECRET_KEY="only-for-measuring",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": database.path.lstrip("/"),
            "USER": database.username,
            "PASSWORD": database.password or "",
            "HOST": database.hostname,
            "PORT": database.port or "",
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
        }
    },
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.sessions"],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    USE_TZ=True,
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402  settings come first
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template import RequestContext, Template  # noqa: E402
from django.urls import path  # noqa: E402

PAGE = Template(
    "<!doctype html><title>Plain</title><h1>{{ count }} of {{ names|length }}</h1>"
    "<ul>{% for name in names %}<li>{{ name }}</li>{% endfor %}</ul>"
    "<form method=post>{% csrf_token %}{{ form.as_p }}<button>Send</button></form>"
)


class PlainForm(forms.Form):
    name = forms.CharField(max_length=80)
    choice = forms.ChoiceField(choices=[(str(number), f"Choice {number}") for number in range(5)])
    words = forms.CharField(widget=forms.Textarea, required=False)


def plain(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM people_organisation ORDER BY id LIMIT 20")
        names = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT id FROM plans_plan WHERE id = 5")
        cursor.fetchone()
        cursor.execute("SELECT title FROM plans_plan ORDER BY id DESC LIMIT 1")
        cursor.fetchone()
    return HttpResponse(PAGE.render(RequestContext(request, {"names": names, "count": 20, "form": PlainForm()})))


urlpatterns = [path("", plain)]
application = get_wsgi_application()
