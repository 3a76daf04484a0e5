"""The accessibility statement's words beyond what the law asks; that part is built from the settings."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.hub.starting.writing import StartingPage, heading, points, text

ACCESSIBILITY = StartingPage(
    model="AccessibilityStatementPage",
    slug="accessibility",
    title="Accessibility",
    lead="Most people here are disabled. If something does not work for you, it is our mistake, and we want to know.",
    search_description="How accessible this site is, what does not work yet, and how to tell us.",
    streams={
        "problems": [
            {
                "type": "problem",
                "value": {
                    "kind": "not_met",
                    "what": (
                        "Editors change pages like this one in rooms made by Wagtail, another free software. "
                        "We have not tested those rooms with every aid that people use."
                    ),
                    "instead": "Send us the words, on paper or by phone if you like. We put them on the page for you.",
                    "mended_by": None,
                },
            }
        ],
        "additions": [
            heading("What you can expect here"),
            points(
                "Everything works with a keyboard alone, and without script.",
                "You can make the text bigger, the lines wider apart, the colours stronger or dark. "
                'Choose this under <a href="/display/">Display</a>. You do not need to sign in.',
                "Every picture has the same facts beside it, in words or in a table.",
                "You can paste a code. There are no puzzles. We do not ask you the same thing twice.",
                "What you have typed is kept if the connection breaks or you are signed out.",
                "Every page can be printed. Somebody you trust can act for you.",
            ),
            heading("How we test"),
            text(
                "Programs check every page, as each kind of person: in wide and narrow windows, zoomed, dark, with strong colours, "
                "without motion and without script. Programs find only some mistakes. People who use "
                "aids find the others. Please tell us what you find."
            ),
        ],
    },
)
