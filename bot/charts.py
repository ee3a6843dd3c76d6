"""Charts as pictures that are read on a phone: upright, few words, large letters. Blocking: seconds the first time.

The same chart gives the same bytes.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bot.lettering import lettered, path, wide
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
ACROSS: Final = SIZE[0] * 72 * 0.92  # points of a line between the margins
NAME: Final = SIZE[0] * 72 * 0.39  # and of an outlet's name
LINES: Final = 2
MOST: Final = 200  # letters of a line, however narrow they are
LEAST: Final = 5  # days that have room, so that a single bar is no wall


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
    notes = [line for each in chart.notes for line in wrapped(each, ACROSS, 9.5)]
    floor = 0.03 + 0.026 * len(notes)
    _words(figure, chart, notes, floor)
    share = min(0.40, 0.06 + 0.048 * len(chart.outlets)) + 0.055 if chart.outlets else 0  # of the height, for outlets
    middle = floor + share
    _days(figure.add_axes((0.06, middle + 0.055, 0.9, 0.785 - middle)), chart)
    if chart.outlets:
        _outlets(figure.add_axes((0.44, floor + 0.015, 0.48, share - 0.065)), chart.outlets)
        figure.text(0.04, middle - 0.022, lettered(chart.outlets_title), fontproperties=_font(10.5, bold=True), color=INK)
    return figure


def _font(size: float, *, bold: bool = False) -> "FontProperties":
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - see above

    return FontProperties(fname=str(path(bold=bold)), size=size)


def wrapped(text: str, room: float, size: float, most: int = 0, *, bold: bool = False) -> list[str]:
    """A text in lines of so many points; longer words are broken, and what is beyond `most` lines is cut, seen by its …."""
    lines: list[str] = [""]
    for word in lettered(text).split():
        line = f"{lines[-1]} {word}".strip()
        if lines[-1] and wide(line, size, bold=bold) > room:
            lines.append("")
            line = word
        while (taken := _fitting(line, room, size, bold=bold)) != line:
            lines[-1:] = [taken, ""]
            line = line[len(taken) :]
        lines[-1] = line
    if most and len(lines) > most:
        return [*lines[: most - 1], _fitting(lines[most - 1], room - wide("…", size, bold=bold), size, bold=bold).rstrip() + "…"]
    return lines


def _fitting(text: str, room: float, size: float, *, bold: bool) -> str:
    """As much of the beginning of a text as has room: at least one letter."""
    ends = range(2, min(len(text), MOST) + 1)  # from the front, since a word may have thousands of letters
    over = next((end for end in ends if wide(text[:end], size, bold=bold) > room), min(len(text), MOST) + 1)
    return text[: over - 1] or text


def _words(figure: "Figure", chart: Chart, notes: Sequence[str], floor: float) -> None:
    titles = [(14.0, wrapped(chart.title, ACROSS, 14, bold=True)), (12.0, wrapped(chart.title, ACROSS, 12, LINES, bold=True))]
    size, title = titles[len(titles[0][1]) > 1]  # a long one in smaller letters
    for at, line in enumerate(title):
        figure.text(0.04, 0.957 - 0.027 * at, line, fontproperties=_font(size, bold=True), color=INK)
    below = 0.957 - 0.027 * len(title)
    for at, line in enumerate(wrapped(chart.subtitle, ACROSS, 10.5, LINES)):
        figure.text(0.04, below - 0.026 * at, line, fontproperties=_font(10.5), color=QUIET)
    for at, line in enumerate(notes):
        figure.text(0.04, floor - 0.026 * (at + 1), line, fontproperties=_font(9.5), color=INK)


def _days(axes: "Axes", chart: Chart) -> None:
    """Two bars a day, pale behind dark; numbers where there is room."""
    at = range(len(chart.days))
    axes.bar(at, [each.links for each in chart.days], width=0.8, color=LINKS, label=lettered(chart.links))
    axes.bar(at, [each.texts for each in chart.days], width=0.5, color=TEXTS, label=lettered(chart.texts))
    top = max([each.links for each in chart.days], default=0) or 1
    axes.set_ylim(0, top * 1.15)
    free = max(LEAST - len(chart.days), 0) / 2
    axes.set_xlim(-0.6 - free, len(chart.days) - 0.4 + free)
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
    names = ["\n".join(wrapped(name, NAME, 9, LINES)) for name, _ in outlets]
    axes.set_yticks(list(at), names, fontproperties=_font(9), color=INK)
    axes.invert_yaxis()
    axes.set_xlim(0, max(number for _, number in outlets) * 1.16)
    for place, (_, number) in enumerate(outlets):
        axes.text(number, place, f" {number}", va="center", ha="left", fontproperties=_font(9.5), color=INK)
    axes.set_xticks([])
    axes.tick_params(axis="y", length=0)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
