"""Which room answers which address. The editors' pages come last: they answer whatever is left."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from equalterms.hub.urls import content_patterns
from equalterms.site import notices, source
from equalterms.site.api import api

handler500 = "equalterms.site.errors.server_error"

urlpatterns = [
    path("", include("equalterms.examples.urls")),
    path("", include("equalterms.home.urls")),
    path("", include("equalterms.plans.urls")),
    path("", include("equalterms.meetings.urls")),
    path("", include("equalterms.decisions.urls")),
    path("", include("equalterms.groups.urls")),
    path("", include("equalterms.notices.urls")),
    path("", include("equalterms.people.sign_in_urls")),
    path("", include("equalterms.people.urls")),
    path("", include("equalterms.ledger.urls")),
    path("", include("equalterms.design.urls")),
    path("api/v1/", api.urls),
    path("robots.txt", notices.robots, name="robots"),
    path(".well-known/security.txt", notices.security, name="security"),
    path("source/", source.show_source, name="source"),
    path("source/equalterms.tar.gz", source.download_source, name="source_download"),
    path("editors/", include(wagtailadmin_urls)),
    path("", include("equalterms.hub.urls")),
    *content_patterns,
]
