"""Answers kept in memory, the least used forgotten first."""

from collections import OrderedDict
from collections.abc import Hashable
from hashlib import sha256

from msgspec import Struct

MOST_ANSWERS = 2000
MOST_BYTES = 64 * 1024 * 1024


class Answer(Struct, frozen=True):
    """The bytes of an answer and what identifies them."""

    body: bytes
    media_type: str
    etag: str
    version: Hashable


class Kept:
    """Answers by key; one of an older version is not found."""

    def __init__(self) -> None:
        self.answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self.bytes = 0

    def find(self, key: Hashable, version: Hashable) -> Answer | None:
        """The answer of this version, None if it has to be made."""
        answer = self.answers.get(key)
        if answer is None or answer.version != version:
            return None
        self.answers.move_to_end(key)
        return answer

    def keep(self, key: Hashable, answer: Answer) -> None:
        """Keep an answer in the place of an older one."""
        self.drop(key)
        self.answers[key] = answer
        self.bytes += len(answer.body)
        while len(self.answers) > MOST_ANSWERS or self.bytes > MOST_BYTES:
            self.drop(next(iter(self.answers)))

    def drop(self, key: Hashable) -> None:
        """Forget the answer of a key."""
        if answer := self.answers.pop(key, None):
            self.bytes -= len(answer.body)


def etag_of(body: bytes) -> str:
    """A strong ETag: the same bytes, the same tag, in every process."""
    return f'"{sha256(body).hexdigest()[:32]}"'
