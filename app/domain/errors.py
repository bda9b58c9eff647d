"""What can be refused, and why, in words for people.

The message of an error is a Japanese sentence that says what to do next; `code` is the name the JSON API gives it.
The classes right below DomainError are the kinds the doors know: each kind is answered in one way.
"""

from typing import ClassVar


class DomainError(Exception):
    """Something was asked that cannot be done. The message is for the person who asked."""

    code: ClassVar[str] = "refused"
    sentence: ClassVar[str] = "いまはできません。もう一度お試しください。"

    def __init__(self, message: str = "") -> None:
        """The sentence of the class, unless a better one is at hand."""
        super().__init__(message or self.sentence)


class Unusable(DomainError):
    """What was typed cannot be used. Names the field it stands in."""

    code = "unusable"
    sentence = "書き方を確かめてください。"

    def __init__(self, message: str = "", field: str = "") -> None:
        """A sentence to stand beside the field of that name."""
        super().__init__(message)
        self.field = field


class Misfilled(Unusable):
    """Several fields cannot be used. `messages` holds one sentence for each field."""

    sentence = "もう少しだけ、書き直してください。"

    def __init__(self, messages: dict[str, str], message: str = "") -> None:
        """Field names to sentences, in the order of the form."""
        super().__init__(message, next(iter(messages), ""))
        self.messages = messages


class KeyReused(Unusable):
    """One Idempotency-Key came with two different bodies."""

    code = "key_reused"
    sentence = "この番号は、別の内容で使われています。新しい番号でお送りください。"


class Unknown(DomainError):
    """There is no such thing, or the one who asks may not know of it."""

    code = "not_found"
    sentence = "お探しのページは見つかりません。"


class Ended(DomainError):
    """It is over, was renewed or is forgotten. Every such answer is the same, so that nothing can be guessed."""

    code = "ended"
    sentence = "終わったか、見つかりません。"


class NotAllowed(DomainError):
    """The person is known and may not do this."""

    code = "not_allowed"
    sentence = "このページは、担当の方だけが開けます。"


class Refused(DomainError):
    """The words are fine, and the state of things does not allow it."""


class PoolFull(Refused):
    """No place is to be had in this pool."""

    code = "full"
    sentence = "この席は満席になりました。"


class OverCapacity(Refused):
    """One more head at the door would stand above the capacity. Staff may say so, and it is counted all the same."""

    code = "over_capacity"
    sentence = "定員をこえます。このまま数えてよければ、もう一度押してください。"


class NotReservable(Refused):
    """The session takes no reservations, or not now."""

    code = "not_reservable"
    sentence = "この回は、いま予約を受け付けていません。"


class TooMany(DomainError):
    """Too many tries in a short time. `seconds` is how long to wait."""

    code = "too_many"
    sentence = "少し間をおいてから、もう一度お試しください。"

    def __init__(self, seconds: int = 60, message: str = "") -> None:
        """How many seconds to wait, 1 or more."""
        super().__init__(message)
        self.seconds = seconds


class Overloaded(DomainError):
    """The store cannot take the write now; nothing was changed. Trying again in a moment is right."""

    code = "overloaded"
    sentence = "ただいま混み合っています。少し待ってから、もう一度お試しください。"
