"""Addresses of the front door."""

from django.urls import path

from equalterms.home.views import my_data, search, turn

app_name = "home"
urlpatterns = [
    path("your-turn/", turn.your_turn, name="your_turn"),
    path("search/", search.search, name="search"),
    path("me/data/", my_data.my_data, name="my_data"),
]
