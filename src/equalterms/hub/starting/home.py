"""The home page's own words. The ladder, the ways in and the news around them come from the site."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.hub.starting.writing import StartingPage, heading, text

HOME = StartingPage(
    model="HomePage",
    slug="home",
    title="Two accounts of every claim",
    lead=(
        "Managers say where they worked together with people who use services, and what came of it. "
        "The people who were there say how it was for them. You can read both, side by side."
    ),
    search_description="Where public bodies and the people who use their services decide together, and both say how it went.",
    streams={
        "body": [
            heading("Why there are two"),
            text(
                "It is easy to write “we co-produced this”. It is harder to say where, when, with whom, and what "
                "changed because of it. Here, no change is published without that account.",
                "And no account stands alone. Members who were there give their own reading before they see the "
                "manager’s. If they disagree, they can say so, and their disagreement stays until they are satisfied.",
            ),
        ]
    },
)
