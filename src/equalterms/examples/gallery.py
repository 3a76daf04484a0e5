"""A page of an example editor, with one of everything that a page can hold, so that each piece can be looked at."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

import io
import json

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw

from equalterms.hub.models import ContentPage, HomePage, Picture
from equalterms.hub.starting.writing import Piece, fact, heading, links, notice, points, steps, text

SIZE = (1440, 810)  # of the drawing, in dots
PAPER, CIRCLE, SQUARE, TABLE = "#fbf7ef", "#a63f0c", "#0b4a50", "#f1eadc"
SLUG = "a-year-of-the-northshire-board"


def show_written_pages() -> None:
    """Put the example page below "About", with its picture made ready."""
    about = HomePage.objects.get().get_children().get(slug="about")
    picture = drawn_picture()
    page = ContentPage(
        title="A year of the Northshire board",
        slug=SLUG,
        lead="How forty people got used to one another. This is a made-up example of a page that an editor wrote.",
        search_description="A made-up example of a page that an editor wrote.",
    )
    page.body = ContentPage._meta.get_field("body").to_python(json.dumps(pieces(picture)))
    about.add_child(instance=page)
    page.save_revision().publish()
    picture.get_rendition("width-720")


def drawn_picture() -> Picture:
    """Draw twelve seats around a table, in the two shapes of the house."""
    drawing = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(drawing)
    width, height = SIZE
    pen.ellipse((width * 0.28, height * 0.27, width * 0.72, height * 0.73), fill=TABLE)
    for number in range(12):
        left = width * (0.1 + 0.8 * (number % 6) / 5) - 45
        top = height * 0.07 if number < 6 else height * 0.93 - 90
        corners = (left, top, left + 90, top + 90)
        if number % 3 == 2:
            pen.rectangle(corners, fill=SQUARE)
        else:
            pen.ellipse(corners, fill=CIRCLE)
    content = io.BytesIO()
    drawing.save(content, "PNG")
    return Picture.objects.create(
        title="Seats at the board",
        file=ImageFile(io.BytesIO(content.getvalue()), name="seats-at-the-board.png"),
        alternative_text="A long table seen from above, with eight circles and four squares around it.",
    )


def pieces(picture: Picture) -> list[Piece]:
    return [
        text(
            "The Northshire Transformation Co-production Board met for the first time on a wet Tuesday. Nobody knew where "
            "to sit. By the end of the year nobody asked any more."
        ),
        {
            "type": "picture",
            "value": {
                "picture": picture.pk,
                "caption": "Eight people with lived experience and four managers at one of the four tables.",
                "source": "drawn for this example",
            },
        },
        heading("What we learned"),
        points(
            "<b>Start with the money.</b> When everybody knows how much there is, the talk gets shorter.",
            "<b>Two co-chairs.</b> They take turns, and ring each other the evening before.",
        ),
        {
            "type": "quote",
            "value": {
                "words": "I stopped counting who had spoken. That was when I knew.",
                "source": "A made-up member of the made-up board",
                "url": "",
            },
        },
        *the_year(),
        heading("If you start a board of your own"),
        steps(
            ("Ask people before there is a plan.", "A blank page is the best invitation."),
            ("Write down what is fixed, and why.", "Everything else is open."),
            ("Pay fares on the day.", ""),
        ),
        notice("This is an example", "Northshire does not exist. Its people and its board are made up.", "info"),
        links(("Read the facts of the real cases", "/cases/", "What was published, with the sources.")),
    ]


def the_year() -> list[Piece]:
    return [
        heading("The year in numbers", level=3),
        {
            "type": "facts",
            "value": {
                "caption": "The board in its first year (made up)",
                "facts": [
                    fact("It met nine times, four of them online.", "Minutes of the board, an example"),
                    fact(
                        "Seven accounts were disputed. Four of them are settled.", "The public record of this example"
                    ),
                ],
            },
        },
    ]
