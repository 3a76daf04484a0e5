"""Addresses of notices: my messages, my calendar, the post desks, and the feeds."""

from django.urls import path

from equalterms.notices.views import calendars, desk, mine, stopping

app_name = "notices"
urlpatterns = [
    path("me/notices/", mine.mine, name="mine"),
    path("me/notices/wishes/", mine.wishes, name="wishes"),
    path("me/notices/<slug:key>/", mine.notice, name="notice"),
    path("me/calendar/", calendars.my_calendar, name="my_calendar"),
    path("me/calendar/renew/", calendars.renew, name="renew_calendar"),
    path("me/calendar/end/", calendars.end, name="end_calendar"),
    path("notices/stop/<str:token>/", stopping.stop, name="stop"),
    path("calendar/groups/<slug:key>.ics", calendars.of_group, name="group_calendar"),
    path("calendar/organisations/<slug:slug>.ics", calendars.of_organisation, name="organisation_calendar"),
    path("calendar/<str:token>.ics", calendars.personal, name="personal_calendar"),
    path("post/", desk.desks, name="desks"),
    path("post/messages/<slug:key>/", desk.message, name="message"),
    path("post/messages/<slug:key>/done/", desk.done, name="done"),
    path("post/messages/<slug:key>/undo/", desk.undo, name="undo"),
    path("post/messages/<slug:key>/again/", desk.again, name="again"),
    path("post/<slug:key>/", desk.show_desk, name="desk"),
    path("post/<slug:key>/letters/", desk.letters, name="letters"),
    path("post/<slug:key>/letters/posted/", desk.posted, name="posted"),
]
