"""Addresses of the style page and of the display preferences."""

from django.urls import URLPattern, URLResolver, path

from equalterms.design import views

app_name = "design"
urlpatterns: list[URLPattern | URLResolver] = [
    path("display/", views.display, name="display"),
    path("style/", views.style, name="style"),
]
