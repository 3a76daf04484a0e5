"""Addresses of the public record."""

from django.urls import path

from equalterms.plans.views.record import account, api_guide, exports, plans, record

urlpatterns = [
    path("record/", record.show_record, name="record"),
    path("record.csv", exports.record_as_csv, name="record_csv"),
    path("record.json", exports.record_as_json, name="record_json"),
    path("record.atom", exports.record_as_atom, name="record_atom"),
    path("record/accounts/<slug:key>/", account.show_account, name="account"),
    path("record/accounts/<slug:key>/versions/", account.show_versions, name="account_versions"),
    path("api/", api_guide.show_api_guide, name="api_guide"),
    path("plans/", plans.show_plans, name="plans"),
    path("plans/<slug:key>/", plans.show_plan, name="plan"),
    path("changes/<slug:key>/", plans.show_change, name="change"),
]
