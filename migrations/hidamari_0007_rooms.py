"""Rooms and hand-over: 休館日 as a rule, what a closure called off, offers, hosts without an account, hours of a room."""

from app.storage.migrating import by_statements

ID = "2026-11-21T19:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Rooms and hand-over."

STATEMENTS = (
    """
    CREATE TABLE closing_rule (
        id UUID PRIMARY KEY,
        venue_id UUID NOT NULL REFERENCES venue (id),
        words TEXT NOT NULL,
        anchor DATE,
        timetable TEXT NOT NULL,
        until DATE NOT NULL
    )
    """,
    "CREATE INDEX closing_rule_venue ON closing_rule (venue_id)",
    "ALTER TABLE closure ADD COLUMN rule_id UUID REFERENCES closing_rule (id)",
    "ALTER TABLE closure ADD COLUMN lifted BOOLEAN NOT NULL DEFAULT FALSE",
    "CREATE UNIQUE INDEX closure_rule ON closure (rule_id, first)",
    "ALTER TABLE session ADD COLUMN closure_id UUID",
    "CREATE INDEX session_closure ON session (closure_id)",
    # Until now a closure was known by its words alone.
    """
    UPDATE session SET closure_id = (
        SELECT closure.id FROM closure
        WHERE session.date BETWEEN closure.first AND closure.last AND closure.reason = session.cancel_reason
        AND (closure.venue_id = session.venue_id OR closure.organisation_id = (
            SELECT ownership.organisation_id FROM ownership
            WHERE ownership.series_id = session.series_id AND ownership.first <= session.date
            ORDER BY ownership.first DESC LIMIT 1
        ))
        ORDER BY closure.first, closure.id LIMIT 1
    ) WHERE state = 'cancelled'
    """,
    "ALTER TABLE room ADD COLUMN opens TIME",
    "ALTER TABLE room ADD COLUMN closes TIME",
    """
    CREATE TABLE hand_over (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        giver_id UUID NOT NULL REFERENCES organisation (id),
        receiver_id UUID NOT NULL REFERENCES organisation (id),
        first DATE NOT NULL,
        state VARCHAR(9) NOT NULL,
        offered_at TIMESTAMPTZ NOT NULL,
        answered_at TIMESTAMPTZ
    )
    """,
    "CREATE INDEX hand_over_series ON hand_over (series_id)",
    "CREATE INDEX hand_over_receiver ON hand_over (receiver_id)",
    # Neither engine alters a column in the same words, so the table is made again: an organisation or a printed name.
    """
    CREATE TABLE host_again (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        organisation_id UUID REFERENCES organisation (id),
        name VARCHAR(120),
        role VARCHAR(20) NOT NULL,
        CHECK ((organisation_id IS NULL) <> (name IS NULL))
    )
    """,
    "INSERT INTO host_again (id, series_id, organisation_id, role) SELECT id, series_id, organisation_id, role FROM host",
    "DROP TABLE host",
    "ALTER TABLE host_again RENAME TO host",
    "CREATE INDEX host_series ON host (series_id)",
)

forwards = by_statements(ID, DESCRIPTION, STATEMENTS)
