"""The rare methods: aiogram's, which follow the Bot API as it grows, over our own session.

aiogram's own session would repeat the token in its errors, and its polling confirms updates before they are stored.
Its import takes seconds and 170 MB, so nothing but this channel's client imports this file.
"""

from typing import Any, TypeVar

from aiogram.methods import TelegramMethod
from pydantic import TypeAdapter, ValidationError

from bot.channels.base import Problem, SendError
from bot.channels.telegram.api import Api

T = TypeVar("T")


class GetRawUpdates(TelegramMethod[list[Any]]):
    """getUpdates, each update as it came: one of an unknown kind would else fail the batch, and the offset never move."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int
    limit: int = 100
    timeout: int = 0  # seconds
    allowed_updates: tuple[str, ...] = ()


async def ask(api: Api, method: TelegramMethod[T], wait: float = 0.0) -> T:
    """Call a method, for whose answer the platform may `wait` on purpose. Raises SendError."""
    answer = await api.call(method.__api_method__, method.model_dump_json(exclude_none=True).encode(), wait)
    try:
        found: T = TypeAdapter(method.__returning__).validate_python(answer)
    except ValidationError:
        raise SendError(Problem.UNSURE, f"{method.__api_method__}: an answer that cannot be read") from None
    return found
