"""What a search brings back, in one shape for every room."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """One thing that a person may see and that matches their words. `kind` is a word for the reader."""

    title: str
    kind: str
    url: str
    excerpt: str = ""
