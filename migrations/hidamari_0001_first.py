"""The first schema: everything from organisations to sign-ins, the same statements on SQLite and PostgreSQL.

Constraints stand in the SQL because Piccolo's table constraints and most ALTERs fail on SQLite.
"""

from app.storage.migrating import by_statements

ID = "2026-11-21T10:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "The first schema."

STATEMENTS = (
    """
    CREATE TABLE organisation (
        id UUID PRIMARY KEY,
        slug VARCHAR(80) NOT NULL,
        name VARCHAR(200) NOT NULL,
        area VARCHAR(80),
        about TEXT,
        phone VARCHAR(40),
        web TEXT,
        year_end_first VARCHAR(5) NOT NULL,
        year_end_last VARCHAR(5) NOT NULL,
        named_periods TEXT NOT NULL,
        listed BOOLEAN NOT NULL,
        source VARCHAR(40),
        UNIQUE (slug)
    )
    """,
    """
    CREATE TABLE venue (
        id UUID PRIMARY KEY,
        slug VARCHAR(80) NOT NULL,
        name VARCHAR(200) NOT NULL,
        area VARCHAR(80),
        address TEXT,
        address_public BOOLEAN NOT NULL,
        way_in TEXT,
        about TEXT,
        phone VARCHAR(40),
        opening_text TEXT,
        opens TIME,
        closes TIME,
        listed BOOLEAN NOT NULL,
        source VARCHAR(40),
        UNIQUE (slug)
    )
    """,
    """
    CREATE TABLE room (
        id UUID PRIMARY KEY,
        venue_id UUID NOT NULL REFERENCES venue (id) ON DELETE CASCADE,
        name VARCHAR(120) NOT NULL,
        position INTEGER NOT NULL,
        setup_minutes INTEGER NOT NULL,
        clearing_minutes INTEGER NOT NULL,
        touched INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE closure (
        id UUID PRIMARY KEY,
        venue_id UUID REFERENCES venue (id),
        organisation_id UUID REFERENCES organisation (id),
        first DATE NOT NULL,
        last DATE NOT NULL,
        reason VARCHAR(200) NOT NULL,
        CHECK (first <= last),
        CHECK ((venue_id IS NULL) <> (organisation_id IS NULL))
    )
    """,
    """
    CREATE TABLE former_slug (
        id UUID PRIMARY KEY,
        kind VARCHAR(12) NOT NULL,
        slug VARCHAR(80) NOT NULL,
        target_id UUID NOT NULL,
        UNIQUE (kind, slug)
    )
    """,
    """
    CREATE TABLE series (
        id UUID PRIMARY KEY,
        slug VARCHAR(80) NOT NULL,
        title VARCHAR(200) NOT NULL,
        discreet_title VARCHAR(80) NOT NULL,
        about TEXT,
        audience VARCHAR(60) NOT NULL,
        eligibility TEXT,
        registration VARCHAR(20) NOT NULL,
        opens_days INTEGER,
        opens_time TIME,
        closes_days INTEGER,
        closes_time TIME,
        closes_minutes INTEGER,
        promotion_minutes INTEGER NOT NULL,
        fee TEXT,
        contact TEXT,
        phone VARCHAR(40),
        web TEXT,
        flow TEXT,
        belongings TEXT,
        way_in TEXT,
        in_person_note TEXT,
        online_note TEXT,
        join_link TEXT,
        join_minutes INTEGER NOT NULL,
        opening_text TEXT,
        note TEXT,
        anonymous BOOLEAN NOT NULL,
        listed BOOLEAN NOT NULL,
        internal BOOLEAN NOT NULL,
        planned_shown BOOLEAN NOT NULL,
        planned_reservable BOOLEAN NOT NULL,
        holiday_policy VARCHAR(20) NOT NULL,
        parent_id UUID,
        parent_gap INTEGER,
        parallel_id UUID,
        source VARCHAR(40),
        changed_at TIMESTAMPTZ NOT NULL,
        UNIQUE (slug),
        UNIQUE (source),
        CHECK (registration IN ('walk_in', 'walk_in_or_reserve', 'reserve_required', 'by_referral', 'closed', 'unstated'))
    )
    """,
    """
    CREATE TABLE ownership (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        first DATE NOT NULL,
        UNIQUE (series_id, first)
    )
    """,
    """
    CREATE TABLE host (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        role VARCHAR(20) NOT NULL
    )
    """,
    """
    CREATE TABLE line (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        words TEXT NOT NULL,
        anchor DATE,
        timetable TEXT,
        promise_count INTEGER,
        promise_per VARCHAR(5),
        promise_about BOOLEAN NOT NULL,
        first DATE,
        last DATE,
        vacate TIME,
        next_turn INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE line_venue (
        id UUID PRIMARY KEY,
        line_id UUID NOT NULL REFERENCES line (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        venue_id UUID NOT NULL REFERENCES venue (id),
        room_id UUID REFERENCES room (id),
        UNIQUE (line_id, position)
    )
    """,
    """
    CREATE TABLE line_pool (
        id UUID PRIMARY KEY,
        line_id UUID NOT NULL REFERENCES line (id) ON DELETE CASCADE,
        mode VARCHAR(10) NOT NULL,
        seat VARCHAR(10) NOT NULL,
        limit_kind VARCHAR(10) NOT NULL,
        capacity INTEGER,
        UNIQUE (line_id, mode, seat),
        CHECK ((limit_kind = 'number') = (capacity IS NOT NULL))
    )
    """,
    """
    CREATE TABLE line_date (
        id UUID PRIMARY KEY,
        line_id UUID NOT NULL REFERENCES line (id) ON DELETE CASCADE,
        date DATE NOT NULL,
        answer VARCHAR(6) NOT NULL,
        reason VARCHAR(200),
        UNIQUE (line_id, date),
        CHECK (answer IN ('open', 'closed'))
    )
    """,
    """
    CREATE TABLE information (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        kind VARCHAR(40) NOT NULL,
        title VARCHAR(200) NOT NULL,
        text TEXT,
        web TEXT,
        source VARCHAR(40),
        UNIQUE (source)
    )
    """,
    """
    CREATE TABLE staff (
        id UUID PRIMARY KEY,
        mail VARCHAR(254) NOT NULL,
        password_hash TEXT NOT NULL,
        active BOOLEAN NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        UNIQUE (mail)
    )
    """,
    """
    CREATE TABLE edition (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        month DATE NOT NULL,
        number INTEGER NOT NULL,
        paper INTEGER NOT NULL,
        published_at TIMESTAMPTZ NOT NULL,
        staff_id UUID,
        content TEXT NOT NULL,
        changes TEXT NOT NULL,
        UNIQUE (organisation_id, month, number),
        UNIQUE (paper)
    )
    """,
    """
    CREATE TABLE session (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id),
        line_id UUID REFERENCES line (id),
        nominal DATE NOT NULL,
        part VARCHAR(40) NOT NULL,
        date DATE NOT NULL,
        starts TIME,
        ends TIME,
        state VARCHAR(10) NOT NULL,
        by_hand BOOLEAN NOT NULL,
        shown BOOLEAN NOT NULL,
        taking BOOLEAN NOT NULL,
        flag VARCHAR(10),
        flag_text VARCHAR(80),
        cancel_reason VARCHAR(200),
        theme VARCHAR(200),
        venue_id UUID REFERENCES venue (id),
        parent_id UUID,
        former_date DATE,
        former_starts TIME,
        former_venue_id UUID,
        join_link TEXT,
        published_at TIMESTAMPTZ,
        sequence INTEGER NOT NULL,
        changed_at TIMESTAMPTZ NOT NULL,
        UNIQUE (line_id, nominal, part),
        CHECK (state IN ('planned', 'published', 'cancelled'))
    )
    """,
    """
    CREATE TABLE booking (
        id UUID PRIMARY KEY,
        room_id UUID NOT NULL REFERENCES room (id),
        session_id UUID REFERENCES session (id) ON DELETE CASCADE,
        purpose VARCHAR(200),
        state VARCHAR(8) NOT NULL,
        held_from TIMESTAMPTZ NOT NULL,
        held_until TIMESTAMPTZ NOT NULL,
        reason TEXT,
        CHECK (state IN ('wish', 'granted', 'refused')),
        CHECK (held_from < held_until)
    )
    """,
    """
    CREATE TABLE task (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        session_id UUID REFERENCES session (id) ON DELETE CASCADE,
        kind VARCHAR(20) NOT NULL,
        text TEXT NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        done_at TIMESTAMPTZ
    )
    """,
    """
    CREATE TABLE pool (
        id UUID PRIMARY KEY,
        session_id UUID NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        mode VARCHAR(10) NOT NULL,
        seat VARCHAR(10) NOT NULL,
        limit_kind VARCHAR(10) NOT NULL,
        capacity INTEGER,
        reserved INTEGER NOT NULL,
        walked_in INTEGER NOT NULL,
        waiting INTEGER NOT NULL,
        arrived INTEGER NOT NULL,
        "left" INTEGER NOT NULL,
        turn INTEGER NOT NULL,
        UNIQUE (session_id, mode, seat),
        CHECK (mode IN ('in_person', 'online')),
        CHECK (seat IN ('talk', 'listener')),
        CHECK (limit_kind IN ('number', 'none', 'unstated')),
        CHECK ((limit_kind = 'number') = (capacity IS NOT NULL)),
        CHECK (reserved >= 0 AND walked_in >= 0 AND waiting >= 0 AND arrived >= 0 AND "left" >= 0)
    )
    """,
    """
    CREATE TABLE invitation (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id),
        version INTEGER NOT NULL,
        code_hash VARCHAR(64) NOT NULL,
        label VARCHAR(80) NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        ended_at TIMESTAMPTZ,
        UNIQUE (code_hash)
    )
    """,
    """
    CREATE TABLE reservation (
        id UUID PRIMARY KEY,
        session_id UUID NOT NULL REFERENCES session (id),
        nickname VARCHAR(80),
        role VARCHAR(12),
        way VARCHAR(10) NOT NULL,
        given_up BOOLEAN NOT NULL,
        arrived BOOLEAN NOT NULL,
        gone BOOLEAN NOT NULL,
        version INTEGER NOT NULL,
        link_hash VARCHAR(64) NOT NULL,
        feed_hash VARCHAR(64) NOT NULL,
        code_hash VARCHAR(64) NOT NULL,
        nonce_hash VARCHAR(64) NOT NULL,
        body_hash VARCHAR(64) NOT NULL,
        UNIQUE (link_hash),
        UNIQUE (feed_hash),
        UNIQUE (code_hash),
        UNIQUE (nonce_hash)
    )
    """,
    """
    CREATE TABLE place (
        id UUID PRIMARY KEY,
        reservation_id UUID NOT NULL REFERENCES reservation (id) ON DELETE CASCADE,
        pool_id UUID NOT NULL REFERENCES pool (id),
        state VARCHAR(8) NOT NULL,
        turn INTEGER,
        UNIQUE (reservation_id, state),
        CHECK (state IN ('held', 'waiting')),
        CHECK ((state = 'waiting') = (turn IS NOT NULL))
    )
    """,
    """
    CREATE TABLE nonce (
        hash VARCHAR(64) PRIMARY KEY,
        session_id UUID NOT NULL REFERENCES session (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE tally (
        id UUID PRIMARY KEY,
        session_id UUID NOT NULL REFERENCES session (id),
        mode VARCHAR(10) NOT NULL,
        seat VARCHAR(10) NOT NULL,
        role VARCHAR(12) NOT NULL,
        way VARCHAR(10) NOT NULL,
        reserved INTEGER NOT NULL,
        arrived INTEGER NOT NULL,
        UNIQUE (session_id, mode, seat, role, way)
    )
    """,
    """
    CREATE TABLE membership (
        id UUID PRIMARY KEY,
        staff_id UUID NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        role VARCHAR(14) NOT NULL,
        organisation_id UUID REFERENCES organisation (id),
        venue_id UUID REFERENCES venue (id),
        CHECK (role IN ('admin', 'organiser', 'facilitator', 'venue_manager', 'viewer'))
    )
    """,
    """
    CREATE TABLE facilitation (
        id UUID PRIMARY KEY,
        staff_id UUID NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        UNIQUE (staff_id, series_id)
    )
    """,
    """
    CREATE TABLE sign_in (
        id UUID PRIMARY KEY,
        staff_id UUID NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        token_hash VARCHAR(64) NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        seen_at TIMESTAMPTZ NOT NULL,
        UNIQUE (token_hash)
    )
    """,
    """
    CREATE TABLE lease (
        name VARCHAR(40) PRIMARY KEY,
        holder VARCHAR(40) NOT NULL,
        until TIMESTAMPTZ NOT NULL
    )
    """,
    """
    CREATE TABLE version (
        kind VARCHAR(20) PRIMARY KEY,
        number BIGINT NOT NULL,
        changed_at TIMESTAMPTZ NOT NULL
    )
    """,
    "CREATE INDEX session_date ON session (date)",
    "CREATE INDEX session_series ON session (series_id, date)",
    "CREATE INDEX session_venue ON session (venue_id, date)",
    "CREATE INDEX session_parent ON session (parent_id)",
    "CREATE INDEX line_series ON line (series_id)",
    "CREATE INDEX ownership_organisation ON ownership (organisation_id)",
    "CREATE INDEX host_series ON host (series_id)",
    "CREATE INDEX reservation_session ON reservation (session_id)",
    "CREATE INDEX place_pool ON place (pool_id, state, turn)",
    "CREATE INDEX booking_room ON booking (room_id, held_from)",
    "CREATE INDEX booking_session ON booking (session_id)",
    "CREATE INDEX membership_staff ON membership (staff_id)",
    "CREATE INDEX room_venue ON room (venue_id)",
    "CREATE INDEX closure_venue ON closure (venue_id)",
    "CREATE INDEX closure_organisation ON closure (organisation_id)",
    "CREATE INDEX task_organisation ON task (organisation_id)",
    "CREATE INDEX invitation_series ON invitation (series_id)",
    "CREATE INDEX nonce_session ON nonce (session_id)",
)

forwards = by_statements(ID, DESCRIPTION, STATEMENTS)
