"""Help with the five things that people ask about most."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.hub.starting.writing import StartingPage, heading, ladder, links, notice, points, steps, text

HELP = StartingPage(
    model="ContentPage",
    slug="help",
    title="Help",
    lead="How to read the ladder, give a reading, disagree, act for somebody, and take part without e-mail.",
    search_description="How to read an account, give your own reading, disagree, act for somebody and sign in.",
    streams={
        "body": [
            links(
                ("How to read the ladder", "#how-to-read-the-ladder", ""),
                ("How to give your reading", "#how-to-give-your-reading", ""),
                ("How to disagree", "#how-to-disagree", ""),
                ("How to act for somebody", "#how-to-act-for-somebody", ""),
                ("How to take part without e-mail", "#how-to-take-part-without-e-mail", ""),
                ("How to sign in", "#how-to-sign-in", ""),
            ),
            heading("How to read the ladder"),
            text(
                "The square shows the rung that the manager claims. The circles show the rungs that members chose. "
                "The line between them shows how far apart they are. The words below say the same."
            ),
            ladder(),
            points(
                "<b>Too few to show</b> means that fewer than five members have given a reading. We wait, so that nobody "
                "can be picked out.",
                "<b>Not asked yet</b> means that it has not taken place, or that nobody who was there has been asked.",
                "<b>None yet</b> means that the manager says: people have not taken part in this change so far. The page "
                "says by when they will.",
            ),
            text("Under each picture there is a table with the same facts."),
            heading("How to give your reading"),
            steps(
                ("Open “Your turn”.", "It lists what waits for you. The most urgent comes first."),
                (
                    "Choose the account.",
                    "You see what the manager says took place, and when. You do not see their rung yet.",
                ),
                ("Choose the rung that fits.", "Each rung has a sentence that explains it. There is no wrong answer."),
                ("Say whether you saw the effect.", "You can say that you cannot tell."),
                (
                    "Say more in your own words, if you want to.",
                    "You choose if others see your words, and if they see your name.",
                ),
            ),
            text(
                "After that you see the manager’s rung. You can change your reading later. You can also say that you "
                "would rather not give one. Nobody is told why."
            ),
            notice(
                "Your rung is private",
                "Managers and administrators cannot see who chose which rung. They see only how many chose each, "
                "and only from five readings on.",
            ),
            heading("How to disagree"),
            text(
                "If an account is not how it was, open it and choose to disagree. Say in your own words what is wrong. "
                "Your words stand beside the account for everybody to read. You choose if your name is shown.",
                "The manager can answer. Then you say: the answer settles it, or it does not. Nobody else can say that for "
                "you. Until you say that it is settled, your disagreement stands.",
            ),
            heading("How to act for somebody"),
            text(
                "A person can name you as their supporter. Then you can read and write here for them. What you send counts "
                "as theirs. The ledger notes that you typed it.",
                "At the top of each page you see for whom you are acting. The person can end this at any time.",
            ),
            heading("How to take part without e-mail"),
            text(
                "You do not need e-mail. Ask the facilitator of your group to add you, and say who supports you. You and "
                "your supporter agree what they may do for you. You can take it back whenever you want.",
                "You can print every page here. If you write your reading on paper, your supporter can type it in. "
                "It is still your reading.",
            ),
            heading("How to sign in"),
            text(
                "There are no passwords here. Type your e-mail address and we send you a code. Type or paste the code, and you "
                "are in. If your phone or computer has a passkey, you can use that instead.",
                "If we sign you out while you are writing, your words are kept. You find them again when you are back.",
            ),
        ]
    },
)
