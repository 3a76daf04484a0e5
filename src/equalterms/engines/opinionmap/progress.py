"""How long work says where it is, and how a caller stops it."""

from collections.abc import Callable

Progress = Callable[[str, float], object]
"""Called with the name of the step and the share done (0 to 1). Returning ``False`` stops the work."""


class Cancelled(Exception):
    """The caller's progress function returned False, so the work stopped and left nothing half done."""


def tell(progress: Progress | None, step: str, done: float) -> None:
    """Report ``step`` and ``done`` (0 to 1) to ``progress``; raise ``Cancelled`` when it answers False."""
    if progress is not None and progress(step, done) is False:
        raise Cancelled(f"Stopped at: {step}.")
