"""What a release can be about, by name; and the line that says it of one."""

from typing import Final

from messages.wording import Words

TOPICS: Final = {
    "government": "topic-government",
    "works": "topic-infrastructure",
    "agriculture": "topic-agriculture",
    "education": "topic-education",
    "health": "topic-health",
    "disaster": "topic-disaster",
    "law": "topic-law",
    "sport": "topic-sport",
}


def topic_line(words: Words, topic: str) -> str:
    """What it is about; without a topic it goes to everybody."""
    return words("topic-line", topic=words(TOPICS[topic])) if topic else words("topic-line-none")
