"""Where the ledger shows itself to everybody."""

from django.urls import path

from equalterms.ledger import views

app_name = "ledger"
urlpatterns = [path("ledger/", views.heads, name="heads")]
