"""Charts as pictures that are read on a phone: upright, few words, large letters. Blocking: seconds the first time.

The same chart gives the same bytes.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bot.lettering import lettered, path
from handlers.coverage.errand import Bar, Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

SIZE: Final = (5.4, 7.2)  # inches: 1080 × 1440 pixels
DOTS: Final = 200  # to an inch
LINKS, TEXTS, INK, QUIET = "#9db8cf", "#1f4e79", "#222222", "#666666"  # told apart without colour, too: pale and dark
LABELLED: Final = 10  # bars above which not each is numbered
TICKS: Final = 8  # names of days that have room
WIDE: Final = 34  # characters of an outlet's name in a line
LINES: Final = 2


def draw(chart: Chart) -> bytes:
    """The chart as a PNG."""
    made = io.BytesIO()
    picture(chart).savefig(made, format="png", dpi=DOTS, metadata={"Software": None})
    return made.getvalue()


def picture(chart: Chart) -> "Figure":
    """The chart before it is written, so that it can be measured."""
    import matplotlib as mpl  # noqa: PLC0415 - heavy, and not needed where nothing is drawn
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - see above
    from matplotlib.figure import Figure  # noqa: PLC0415 - see above

    mpl.rcParams["text.parse_math"] = False  # a dollar sign is one
    figure = Figure(figsize=SIZE, dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    notes = [line for each in chart.notes for line in wrapped(each, 62)]
    floor = 0.03 + 0.026 * len(notes)
    _words(figure, chart, notes, floor)
    rows = max(len(chart.outlets), 1)
    share = min(0.40, 0.06 + 0.048 * rows)  # of the height, for outlets
    middle = floor + share + 0.055
    _days(figure.add_axes((0.06, middle + 0.055, 0.9, 0.785 - middle)), chart)
    if chart.outlets:
        _outlets(figure.add_axes((0.44, floor + 0.015, 0.48, share - 0.01)), chart.outlets)
        figure.text(0.04, middle - 0.022, lettered(chart.outlets_title), fontproperties=_font(10.5, bold=True), color=INK)
    return figure


def _font(size: float, *, bold: bool = False) -> "FontProperties":
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - see above

    return FontProperties(fname=str(path(bold=bold)), size=size)


def wrapped(text: str, wide: int, most: int = 0) -> list[str]:
    """A text in lines of so many characters; longer words are broken, and what is beyond `most` lines is cut, seen by its …."""
    lines: list[str] = [""]
    for word in lettered(text).split():
        for piece in (word[at : at + wide] for at in range(0, len(word), wide)):
            if lines[-1] and len(lines[-1]) + 1 + len(piece) > wide:
                lines.append("")
            lines[-1] = f"{lines[-1]} {piece}".strip()
    if most and len(lines) > most:
        return [*lines[: most - 1], lines[most - 1][: wide - 1].rstrip() + "…"]
    return lines


def _words(figure: "Figure", chart: Chart, notes: Sequence[str], floor: float) -> None:
    title = wrapped(chart.title, 42, 1)[0]
    figure.text(0.04, 0.957, title, fontproperties=_font(14, bold=True), color=INK)
    for at, line in enumerate(wrapped(chart.subtitle, 52, LINES)):
        figure.text(0.04, 0.928 - 0.026 * at, line, fontproperties=_font(10.5), color=QUIET)
    for at, line in enumerate(notes):
        figure.text(0.04, floor - 0.026 * (at + 1), line, fontproperties=_font(9.5), color=INK)


def _days(axes: "Axes", chart: Chart) -> None:
    """Two bars a day, pale behind dark; numbers where there is room."""
    at = range(len(chart.days))
    axes.bar(at, [each.links for each in chart.days], width=0.8, color=LINKS, label=lettered(chart.links))
    axes.bar(at, [each.texts for each in chart.days], width=0.5, color=TEXTS, label=lettered(chart.texts))
    top = max([each.links for each in chart.days], default=0) or 1
    axes.set_ylim(0, top * 1.15)
    axes.set_xlim(-0.6, len(chart.days) - 0.4)
    highest = next((place for place, each in enumerate(chart.days) if each.links == top), -1)
    for place, each in enumerate(chart.days):
        if each.links and (len(chart.days) <= LABELLED or place == highest):
            _number(axes, place, each, top)
    step = -(-len(chart.days) // TICKS)
    shown = list(at)[::step]
    axes.set_xticks(shown, [lettered(chart.days[each].label) for each in shown], fontproperties=_font(9.5), color=INK)
    axes.set_yticks([])
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    above = (1.0, 1.0)  # so that it stands on no bar
    axes.legend(
        loc="lower right", bbox_to_anchor=above, ncols=2, frameon=False, prop=_font(9.5), borderaxespad=0.1, handlelength=1.2
    )


def _number(axes: "Axes", place: int, day: Bar, top: int) -> None:
    axes.text(place, day.links + top * 0.015, str(day.links), ha="center", va="bottom", fontproperties=_font(9.5), color=INK)
    if len(axes.patches) <= 2 * LABELLED and day.texts > top * 0.12 and day.texts <= day.links - top * 0.04:
        axes.text(place, day.texts - top * 0.015, str(day.texts), ha="center", va="top", fontproperties=_font(9.5), color="white")


def _outlets(axes: "Axes", outlets: Sequence[tuple[str, int]]) -> None:
    at = range(len(outlets))
    axes.barh(at, [number for _, number in outlets], height=0.6, color=LINKS)
    names = ["\n".join(wrapped(name, WIDE - 8, LINES)) for name, _ in outlets]
    axes.set_yticks(list(at), names, fontproperties=_font(9), color=INK)
    axes.invert_yaxis()
    axes.set_xlim(0, max(number for _, number in outlets) * 1.16)
    for place, (_, number) in enumerate(outlets):
        axes.text(number, place, f" {number}", va="center", ha="left", fontproperties=_font(9.5), color=INK)
    axes.set_xticks([])
    axes.tick_params(axis="y", length=0)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
