"""Districts in what journalists wrote of the area they cover: free text such as "Kec. Kayu Agung, Mesuji dan sekitarnya"."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, func, literal, or_

# What makes such a text a list with commas around each district.
STEPS: Final = (
    ("\n", ","), ("/", ","), (";", ","), ("&", ","), (".", " "), ("  ", " "), ("  ", " "), (" dan ", ","), (" and ", ","),
    (", ", ","), (" ,", ","), (",kecamatan ", ","), (",kec ", ","), (",wilayah ", ","), (",kabupaten ", ","), (",kab ", ","),
)  # fmt: skip


def covers(area: ColumnElement[Any], names: Iterable[str]) -> ColumnElement[bool]:
    """Whether somebody covers one of these districts, also where their words say more: rather one too many gets a release."""
    return or_(*(_holds(_words(area), f" {each} ") for each in names), named(area, names))


def named(area: ColumnElement[Any], names: Iterable[str]) -> ColumnElement[bool]:
    """Whether one of these districts is itself named: Mesuji is not Mesuji Makmur, and Kayu Agung is Kayuagung."""
    closed = func.replace(_list(area), " ", "")
    return or_(*(_holds(closed, f",{each.replace(' ', '')},") for each in names))


def _holds(text: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    return text.contains(part, autoescape=True)


def _words(area: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.replace(_list(area), ",", " ")


def _list(area: ColumnElement[Any]) -> ColumnElement[Any]:
    text: ColumnElement[Any] = literal(",") + func.lower(area) + ","
    for was, becomes in STEPS:
        text = func.replace(text, was, becomes)
    return text
