"""The parts of a page, each built as one safe string: cheap enough to stand twenty times on a list page."""
