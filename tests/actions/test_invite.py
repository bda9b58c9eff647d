from datetime import datetime

import pytest

from app.actions.invite import end_words, invitation_series, make_invitation, renew_words
from app.domain.errors import Unknown, Unusable
from app.storage.engine import rows
from app.storage.invitations import invitations_of
from tests.actions.gathering import SECRET, small
from tests.rig.databases import Database


async def test_words_open_the_series_they_were_made_for(database: Database, now: datetime) -> None:
    where = await small(now, registration="by_referral")
    made = await make_invitation(where.series_id, "相談窓口", now, SECRET)
    assert await invitation_series("　".join(made.words), SECRET) == where.series_id
    assert await invitation_series("さくら", SECRET) is None
    [kept] = await invitations_of(where.series_id)
    assert (kept.id, kept.label, kept.version, kept.ended_at) == (made.id, "相談窓口", 1, None)


async def test_the_words_are_not_stored(database: Database, now: datetime) -> None:
    where = await small(now)
    made = await make_invitation(where.series_id, "", now, SECRET)
    stored = repr(await rows("SELECT * FROM invitation"))
    assert not any(word in stored for word in made.words)


async def test_renewed_words_close_the_old_ones(database: Database, now: datetime) -> None:
    where = await small(now)
    made = await make_invitation(where.series_id, "", now, SECRET)
    renewed = await renew_words(where.series_id, made.id, now, SECRET)
    assert await invitation_series("".join(made.words), SECRET) is None
    assert await invitation_series("".join(renewed.words), SECRET) == where.series_id


async def test_ended_words_open_nothing(database: Database, now: datetime) -> None:
    where = await small(now)
    made = await make_invitation(where.series_id, "", now, SECRET)
    await end_words(where.series_id, made.id, now)
    await end_words(where.series_id, made.id, now)
    assert await invitation_series("".join(made.words), SECRET) is None
    with pytest.raises(Unknown):
        await renew_words(where.series_id, made.id, now, SECRET)
    assert len(await rows("SELECT id FROM act WHERE what = 'words_ended'")) == 1


async def test_another_series_cannot_end_or_renew_them(database: Database, now: datetime) -> None:
    where = await small(now)
    made = await make_invitation(where.series_id, "", now, SECRET)
    with pytest.raises(Unknown):
        await end_words(where.id, made.id, now)
    with pytest.raises(Unknown):
        await renew_words(where.id, made.id, now, SECRET)


async def test_a_label_has_room_for_eighty_letters(database: Database, now: datetime) -> None:
    where = await small(now)
    with pytest.raises(Unusable):
        await make_invitation(where.series_id, "あ" * 81, now, SECRET)
