"""A little of everything in a store: every table has rows, made by the acts that people do wherever there is one."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from app.actions.add_user import add_user
from app.actions.allow_embedding import allow_embedding
from app.actions.attend import check_in, walk_in
from app.actions.book_room import book_use
from app.actions.cancel_session import cancel
from app.actions.close_days import close_days
from app.actions.create_series import create_series
from app.actions.door_link import make_door_link
from app.actions.forget import forget
from app.actions.give_up import give_up
from app.actions.hand_over import hand_over
from app.actions.invite import make_invitation
from app.actions.look_over import make_draft
from app.actions.move_session import move
from app.actions.occasion import Occasion, hash_of_nonce
from app.actions.publish import publish
from app.actions.reserve import Wish, reserve
from app.actions.session_changes import Spot
from app.actions.set_publishing import set_publishing
from app.actions.sign_in import sign_in
from app.actions.switch import switch
from app.actions.take_by_telephone import take_by_telephone
from app.actions.write_note import write_note
from app.domain.planning import LinePool, Place, Rest
from app.domain.reservations import Receipt
from app.domain.series_wish import HandDate, LineWish, SeriesWish
from app.domain.ward_paper import WardPaper
from app.storage.engine import rows
from app.storage.leases import take_lease
from app.storage.pools import pools_of
from app.storage.publishing import Publishing
from app.storage.transactions import write
from tests.actions.gathering import ZONE, nonce
from tests.actions.programme import add_room
from tests.rig.client import PASSWORD, SECRET
from tests.rig.town import add_former_slug, add_host, add_information, add_organisation, add_venue

TODAY = date(2026, 11, 15)
LAST_WEEK, FIRST_DAY, SECOND_DAY, THIRD_DAY = (date(2026, 11, day) for day in (11, 22, 25, 28))
POOLS = (
    LinePool("in_person", "talk", "number", 2),
    LinePool("in_person", "listener", "number", 1),
    LinePool("online", "talk", "none"),
    LinePool("online", "listener"),
)
MAIL = "shusai@nagi.example"


class Filling:
    """What is made one after another, at one moment."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.before = now - timedelta(days=7)
        self.tokens: list[str] = []

    async def fill(self) -> None:
        """Everything; the link tokens of the reservations that live are in `tokens` afterwards."""
        await self.places()
        salon = await self.salon()
        await self.followers(salon)
        await add_user(MAIL, PASSWORD, "organiser", self.before, organisation="nagi")
        await add_user(
            "shinkou@nagi.example",
            PASSWORD,
            "facilitator",
            self.before,
            organisation="nagi",
            series=("nagi-cafe",),
        )
        await add_user("kaijou@nagi.example", PASSWORD, "venue_manager", self.before, venue="nagi-house")
        await sign_in(MAIL, PASSWORD, self.now)
        await publish(self.ours, date(2026, 11, 1), months=2, now=self.before)
        await self.people(salon)
        await self.changes(salon)
        await publish(self.ours, date(2026, 11, 1), now=self.now)
        await self.papers_and_doors(salon)
        await write(lambda: take_lease("tidy", "first process", self.now, timedelta(minutes=5)))

    async def places(self) -> None:
        """Two organisations, two houses, two rooms, and what belongs to them."""
        self.ours = await add_organisation(
            "nagi", name="なぎの会", area="狛江市", phone="03-0000-1111", about="月に何度か、\n集まります。"
        )
        self.theirs = await add_organisation(
            "kame", name="かめの会", named_periods='{"お盆": [["08-13", "08-16"]]}'
        )
        self.house = await add_venue(
            "nagi-house",
            name="なぎの家",
            area="狛江市",
            address="なぎ町1-2-3",
            opens=time(9),
            closes=time(21),
        )
        self.hall = await add_venue("kame-hall", address="かめ町4-5", address_public=False)
        self.room = await add_room(self.house, "和室", setup=15, clearing=30)
        await add_room(self.hall, "ホール")
        await add_former_slug("venue", "old-house", self.house)
        await add_information(
            self.ours, "なぎ便り", text="年に4回; 郵送も、'店先'でも", web="https://nagi.example/"
        )

    async def series(self, wish: SeriesWish, line: LineWish) -> UUID:
        return await create_series(self.ours, wish, (line,), now=self.before, today=LAST_WEEK, zone=ZONE)

    async def salon(self) -> UUID:
        """A hybrid series in a room, with dates of every kind."""
        wish = SeriesWish(
            title="なぎカフェ",
            slug="nagi-cafe",
            about="お茶を飲みながら。\n途中からでも。",
            audience=("participant", "family"),
            registration="walk_in_or_reserve",
            opens_days=60,
            opens_time=time(9),
            closes_minutes=60,
            fee="100円",
            phone="03-0000-1111",
            online_note="ブラウザで開けます。",
            join_link="https://meet.example.jp/nagi",
            planned_reservable=True,
        )
        line = LineWish(
            words="偶数月第3金曜 13:30～15:30",
            places=(Place(self.house, self.room), Place(self.hall)),
            pools=POOLS,
            removed=(date(2027, 2, 19),),
            opened=(date(2027, 4, 16),),
            added=tuple(
                HandDate(date=day, theme="さいころ")
                for day in (LAST_WEEK, TODAY, FIRST_DAY, SECOND_DAY, THIRD_DAY)
            ),
        )
        salon = await self.series(wish, line)
        await add_host(salon, self.theirs)
        await hand_over(salon, self.theirs, date(2027, 9, 1), today=LAST_WEEK, now=self.before)
        return salon

    async def followers(self, salon: UUID) -> None:
        """A consultation after each, a series by invitation, and one that only says how often."""
        linked = SeriesWish(
            title="個別相談",
            slug="nagi-soudan",
            registration="reserve_required",
            parent_id=salon,
            parent_gap=10,
        )
        await self.series(linked, LineWish(pools=(LinePool("in_person", "talk", "number", 1),)))
        quiet = SeriesWish(title="しずかな会", slug="nagi-shizuka", registration="by_referral", listed=False)
        invited = await self.series(
            quiet, LineWish(words="毎月第2土曜 10時～12時", places=(Place(self.hall),), pools=POOLS[:2])
        )
        await make_invitation(invited, "保健所から", self.before, SECRET)
        often = SeriesWish(title="畑の会", slug="nagi-hatake", registration="walk_in")
        await self.series(often, LineWish(words="週2回", places=(Place(self.house),)))

    async def people(self, salon: UUID) -> None:
        """Who came last week and is forgotten; who comes, waits, has changed or given up; heads at the door today."""
        past, today, first = [await self.session(salon, day) for day in (LAST_WEEK, TODAY, FIRST_DAY)]
        came = await self.take(past, "もくれん", role="participant", now=self.before)
        await check_in(self.at(past, datetime.combine(LAST_WEEK, time(14), ZONE)), came.id)
        await walk_in(self.at(today), await self.pool(today, "in_person", "talk"), 2)
        await forget(self.now, ZONE)
        held = [
            await self.take(first, name, role=role) for name, role in (("すみれ", "family"), ("つばき", None))
        ]
        waiting = await self.take(first, "れんげ", wait=True)
        listener = await self.take(first, "のばら", "online", "listener", way="api")
        gone = await self.take(first, "しろつめ", "online")
        await give_up(self.at(first), gone.id)
        await switch(self.at(first), listener.id, "in_person", "listener")
        wish = Wish(nickname="ききょう", mode="online", seat="talk", way="telephone")
        called = await take_by_telephone(first, wish, nonce=nonce(), now=self.now, zone=ZONE, secret=SECRET)
        self.tokens = [each.link_token for each in (*held, waiting, listener, called)]

    async def changes(self, salon: UUID) -> None:
        """One moved, one called off, days closed, a room used for something else."""
        second, third = [await self.session(salon, day) for day in (SECOND_DAY, THIRD_DAY)]
        await move(
            second,
            Spot(date=date(2026, 11, 26), starts=time(10), ends=time(12)),
            now=self.now,
            today=TODAY,
            zone=ZONE,
        )
        await cancel(third, "大雪のため", now=self.now)
        day = date(2026, 12, 18)
        await close_days(Rest(day, day, "館内工事のため", venue_id=self.house), now=self.now, today=TODAY)
        await close_days(
            Rest(date(2026, 12, 12), date(2026, 12, 13), "冬休み", organisation_id=self.ours),
            now=self.now,
            today=TODAY,
        )
        await book_use(self.room, date(2026, 11, 30), time(9), time(11), "会議", zone=ZONE, now=self.now)

    async def papers_and_doors(self, salon: UUID) -> None:
        """A month that waits for a second person, a site with a frame; a door with a link and a note, one head above."""
        await add_user("kyodo@nagi.example", PASSWORD, "organiser", self.before, organisation="nagi")
        ward = WardPaper(limit=400, months=2, day=10)
        await set_publishing(self.ours, Publishing(second_look=True, ward=ward), self.now)
        [staff] = await rows("SELECT id FROM staff WHERE mail = {}", MAIL)
        await make_draft(self.ours, date(2027, 4, 1), months=2, staff_id=staff["id"], now=self.now)
        await allow_embedding(self.ours, "https://www.city.nagi.example", now=self.now)
        today = await self.session(salon, TODAY)
        await make_door_link(today, 0, self.now, SECRET)
        await write_note(today, "鍵は受付にあります。\n'裏口'から。", seen="")
        listener = await self.pool(today, "in_person", "listener")
        await walk_in(self.at(today), listener, 2, above=True)

    async def session(self, series: UUID, day: date) -> UUID:
        [row] = await rows("SELECT id FROM session WHERE series_id = {} AND date = {}", series, day)
        found: UUID = row["id"]
        return found

    async def pool(self, session: UUID, mode: str, seat: str) -> UUID:
        return next(each.id for each in await pools_of(session) if (each.mode, each.seat) == (mode, seat))

    def at(self, session: UUID, now: datetime | None = None) -> Occasion:
        return Occasion(
            session_id=session, now=now or self.now, zone=ZONE, nonce_hash=hash_of_nonce(nonce(), SECRET)
        )

    async def take(
        self,
        session: UUID,
        nickname: str,
        mode: str = "in_person",
        seat: str = "talk",
        *,
        now: datetime | None = None,
        **wish: Any,
    ) -> Receipt:
        wanted = Wish(nickname=nickname, mode=mode, seat=seat, **wish)
        return await reserve(session, wanted, nonce=nonce(), now=now or self.now, zone=ZONE, secret=SECRET)
