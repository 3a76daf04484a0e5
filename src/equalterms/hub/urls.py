"""Addresses of pictures and of every page that an editor writes. They come last: they answer whatever is left."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern
from wagtail.views import serve

from equalterms.hub import views

app_name = "hub"
urlpatterns = [path("pictures/<slug:key>/", views.picture, name="picture")]

# Wagtail knows its own route by this name, without a namespace. Its password pages are left out: nobody here has one.
content_patterns = [re_path(serve_pattern, serve, name="wagtail_serve")]
