"""Which picture is drawn by what: the one door into matplotlib. Imported by the drawing process alone."""

from __future__ import annotations

import warnings

from bot.charts.drawing_bars import draw_recap, draw_volume
from bot.charts.drawing_calendar import draw_calendar
from bot.charts.drawing_lines import draw_body, draw_progress
from bot.charts.pictures import (
    BodyPicture,
    CalendarPicture,
    Picture,
    ProgressPicture,
    RecapPicture,
    VolumePicture,
)
from bot.charts.style import png


def draw(picture: Picture) -> bytes:
    """The picture as PNG, 1080 pixels wide."""
    with warnings.catch_warnings():
        # A name may hold signs that the font lacks: they are drawn as boxes.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        match picture:
            case ProgressPicture():
                return png(draw_progress(picture))
            case BodyPicture():
                return png(draw_body(picture))
            case VolumePicture():
                return png(draw_volume(picture))
            case RecapPicture():
                return png(draw_recap(picture))
            case CalendarPicture():
                return png(draw_calendar(picture))
