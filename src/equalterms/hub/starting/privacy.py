"""What is kept about people, who sees it, and what the people who run the server can read."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.hub.starting.writing import StartingPage, heading, notice, points, text

PRIVACY = StartingPage(
    model="ContentPage",
    slug="privacy",
    title="Privacy",
    lead="What we keep about you, who can see it, and what we never do with it.",
    search_description="What is kept about people on this site, who can see it and for how long.",
    streams={
        "body": [
            heading("What we keep"),
            points(
                "Your name as you wish it, how to address you, and your e-mail address and phone number if you give them.",
                "The groups you are in, as what you sit there, and from when to when.",
                "Your access needs, if you write them down, and with whom you share them.",
                "Who may act for you, and when you agreed to it.",
                "What you write here: readings, disagreements, accounts, and drafts that you have not sent.",
                "When and where you are signed in, so that you can see it and end it.",
            ),
            heading("Who can see it"),
            points(
                "<b>Everybody</b> sees what is published: plans, accounts, disagreements, and how readings are spread when "
                "there are five or more.",
                "<b>Nobody</b> else sees which rung you chose. Not managers, not administrators, not other members.",
                "<b>Your words</b> are shown only if you say so, and with your name only if you say so.",
                "<b>Your access needs</b> are seen only by those with whom you share them.",
                "<b>Your name in a group</b> is on its public page only if you say so. Members of the group see it.",
                "<b>Organisations</b> that share this site do not see each other’s private spaces.",
            ),
            notice(
                "What the people who run the server can read",
                "Somebody has to look after the computer on which this site runs. A person with full rights on that "
                "computer could read everything that is stored on it, your private readings as well. No software "
                "can prevent that. Ask who that person is, and what they have signed.",
                "important",
            ),
            heading("What the ledger keeps"),
            text(
                "The ledger notes that something was done, when and by whom. It does not hold your rung, your private words or "
                "your votes. Its lines cannot be removed: that is what makes it worth trusting."
            ),
            heading("What we never do"),
            points(
                "We do not follow you from page to page. There is nothing here from advertisers or from other companies.",
                "We do not sell or hand on what you tell us.",
                "We do not write your name, your words or your address into the server’s diary of visits.",
            ),
            heading("Cookies"),
            text(
                "A cookie is a small note that your browser keeps. We use one to know that you are signed in, one that keeps "
                "forms safe, and one that remembers your text size and colours. None of them follows you elsewhere."
            ),
            heading("Your rights"),
            text(
                "You can see what is known about you, correct it and take it with you. You can ask for it to be removed. "
                "What has been published in numbers stays, without you in it. We answer within one month.",
                "If you are not happy with how we handle what we know about you, you can complain to us. You can also "
                'complain to the <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>.',
            ),
        ]
    },
)
