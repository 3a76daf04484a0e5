"""Addresses of plans, of the two accounts, and of the public record."""

from django.urls import URLPattern, URLResolver

from equalterms.plans.views.managing.addresses import urlpatterns as managing
from equalterms.plans.views.members.addresses import urlpatterns as members
from equalterms.plans.views.record.addresses import urlpatterns as record

app_name = "plans"
urlpatterns: list[URLPattern | URLResolver] = [*managing, *members, *record]
