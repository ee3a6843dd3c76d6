"""Aides as dialogues need them."""

from tests.desk import Desk, Somebody


async def comes_by(desk: Desk, pak: Somebody, name: str) -> Somebody:
    """The official adds an aide, who types the code."""
    await pak.says("ajudan", "aide")
    await pak.presses("Tambah ajudan", "Add an aide")
    somebody = await desk.stranger(name)
    await somebody.says(f"/start {code_in(pak)}")
    if not (await somebody.record()).name:  # the sandbox tells no names
        await somebody.says(name)
    return somebody


def code_in(pak: Somebody) -> str:
    """The code in the words to be forwarded."""
    words = pak.news().replace("\n", " ").replace("=", " ").split()
    return next(each for each in words if len(each.strip(".*")) == 16).strip(".*")
