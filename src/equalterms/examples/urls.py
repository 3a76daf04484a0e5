"""Addresses for trying the example site as one of its people."""

from django.urls import path

from equalterms.examples import views

app_name = "examples"
urlpatterns = [
    path("try-as/", views.try_as, name="try_as"),
    path("try-as/<slug:slug>/", views.try_as_person, name="try_as_person"),
]
