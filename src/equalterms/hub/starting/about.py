"""About this place."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.hub.starting.writing import StartingPage, heading, ladder, links, points, text

TLAP = "https://www.thinklocalactpersonal.org.uk/"

ABOUT = StartingPage(
    model="ContentPage",
    slug="about",
    title="About this place",
    lead="People who use services and people in charge of them decide together here. Both say how it went.",
    search_description="What this site is for, how the two accounts work, and what the ladder of co-production is.",
    streams={
        "body": [
            heading("What happens here"),
            points(
                "<b>Plans.</b> A council, a health body or a charity says what it wants to change, for whom and by when.",
                "<b>Accounts.</b> For each change, the manager says where people took part or will take part, in "
                "what way, and what it changed. “None yet” is allowed. It needs a date, and everybody can see it.",
                "<b>Readings.</b> Members with lived experience who were in the group at the time say what it was "
                "like for them. They do this before they see the manager’s answer.",
                "<b>Disagreements.</b> A member can disagree with an account. The manager can answer. Only the "
                "member can say that the answer settles it.",
                "<b>Effects.</b> The manager says what is different now. Members say whether they have seen it.",
            ),
            text(
                "A published account cannot be changed. If it was wrong, the manager publishes a new version. The old "
                "one can still be read."
            ),
            heading("The ladder"),
            text(
                "We use a ladder with seven rungs to say how far people shared in the work. The lowest rung means that "
                "people were made to go along with it. The highest means that they decided, did and checked it together "
                "with staff, as equals."
            ),
            ladder(),
            text(
                "The ladder of co-production was made by the National Co-production Advisory Group (NCAG) with "
                f'<a href="{TLAP}">Think Local Act Personal (TLAP)</a>. The names of the rungs are theirs. '
                "The explanations here are our own."
            ),
            heading("Circles and squares"),
            text(
                "All over this site, a circle stands for somebody with lived experience: a person who uses services, "
                "or a carer. A square stands for somebody in charge. There are always words beside them."
            ),
            heading("When there are too few to show"),
            text(
                "We show how members’ readings are spread when there are five or more. With fewer, somebody could work "
                "out who said what. Then the page says “too few to show”. Nobody’s rung is ever shown beside their name."
            ),
            heading("Who can change the record"),
            text(
                "Nobody, without it showing. Each action is written into a ledger: who did it, when, and why. "
                "Each line is sealed to the line before. If somebody changes or removes one, the check finds it."
            ),
            heading("Where it comes from"),
            text(
                "This is free software. Any council, health body, charity or group of people can run it for nothing. "
                "It was shaped by five real cases of people working together in England."
            ),
            links(("Read the facts of the five cases", "/cases/", "What was published about them, with the sources.")),
        ]
    },
)
