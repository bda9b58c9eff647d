"""An address as a picture for another telephone."""

from typing import Any

import segno
from markupsafe import Markup


def qr(address: str, **look: Any) -> Markup:
    """The QR sign of an address of ours. look: what segno is to write into the picture; words of ours alone."""
    made = segno.make_qr(address, error="m").svg_inline(border=2, omitsize=True, **look)
    return Markup(made)  # noqa: S704 -- segno writes the picture, and the address is ours
