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
    );
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
    );
CREATE TABLE room (
        id UUID PRIMARY KEY,
        venue_id UUID NOT NULL REFERENCES venue (id) ON DELETE CASCADE,
        name VARCHAR(120) NOT NULL,
        position INTEGER NOT NULL,
        setup_minutes INTEGER NOT NULL,
        clearing_minutes INTEGER NOT NULL,
        touched INTEGER NOT NULL
    );
CREATE TABLE closure (
        id UUID PRIMARY KEY,
        venue_id UUID REFERENCES venue (id),
        organisation_id UUID REFERENCES organisation (id),
        first DATE NOT NULL,
        last DATE NOT NULL,
        reason VARCHAR(200) NOT NULL,
        CHECK (first <= last),
        CHECK ((venue_id IS NULL) <> (organisation_id IS NULL))
    );
CREATE TABLE former_slug (
        id UUID PRIMARY KEY,
        kind VARCHAR(12) NOT NULL,
        slug VARCHAR(80) NOT NULL,
        target_id UUID NOT NULL,
        UNIQUE (kind, slug)
    );
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
    );
CREATE TABLE ownership (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        first DATE NOT NULL,
        UNIQUE (series_id, first)
    );
CREATE TABLE host (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        role VARCHAR(20) NOT NULL
    );
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
    );
CREATE TABLE line_venue (
        id UUID PRIMARY KEY,
        line_id UUID NOT NULL REFERENCES line (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        venue_id UUID NOT NULL REFERENCES venue (id),
        room_id UUID REFERENCES room (id),
        UNIQUE (line_id, position)
    );
CREATE TABLE line_pool (
        id UUID PRIMARY KEY,
        line_id UUID NOT NULL REFERENCES line (id) ON DELETE CASCADE,
        mode VARCHAR(10) NOT NULL,
        seat VARCHAR(10) NOT NULL,
        limit_kind VARCHAR(10) NOT NULL,
        capacity INTEGER,
        UNIQUE (line_id, mode, seat),
        CHECK ((limit_kind = 'number') = (capacity IS NOT NULL))
    );
CREATE TABLE line_date (
        id UUID PRIMARY KEY,
        line_id UUID NOT NULL REFERENCES line (id) ON DELETE CASCADE,
        date DATE NOT NULL,
        answer VARCHAR(6) NOT NULL,
        reason VARCHAR(200),
        UNIQUE (line_id, date),
        CHECK (answer IN ('open', 'closed'))
    );
CREATE TABLE information (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        kind VARCHAR(40) NOT NULL,
        title VARCHAR(200) NOT NULL,
        text TEXT,
        web TEXT,
        source VARCHAR(40),
        UNIQUE (source)
    );
CREATE TABLE staff (
        id UUID PRIMARY KEY,
        mail VARCHAR(254) NOT NULL,
        password_hash TEXT NOT NULL,
        active BOOLEAN NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        UNIQUE (mail)
    );
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
    );
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
    );
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
    );
CREATE TABLE task (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        session_id UUID REFERENCES session (id) ON DELETE CASCADE,
        kind VARCHAR(20) NOT NULL,
        text TEXT NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        done_at TIMESTAMPTZ
    );
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
    );
CREATE TABLE invitation (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id),
        version INTEGER NOT NULL,
        code_hash VARCHAR(64) NOT NULL,
        label VARCHAR(80) NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        ended_at TIMESTAMPTZ,
        UNIQUE (code_hash)
    );
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
    );
CREATE TABLE place (
        id UUID PRIMARY KEY,
        reservation_id UUID NOT NULL REFERENCES reservation (id) ON DELETE CASCADE,
        pool_id UUID NOT NULL REFERENCES pool (id),
        state VARCHAR(8) NOT NULL,
        turn INTEGER,
        UNIQUE (reservation_id, state),
        CHECK (state IN ('held', 'waiting')),
        CHECK ((state = 'waiting') = (turn IS NOT NULL))
    );
CREATE TABLE nonce (
        hash VARCHAR(64) PRIMARY KEY,
        session_id UUID NOT NULL REFERENCES session (id) ON DELETE CASCADE
    );
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
    );
CREATE TABLE membership (
        id UUID PRIMARY KEY,
        staff_id UUID NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        role VARCHAR(14) NOT NULL,
        organisation_id UUID REFERENCES organisation (id),
        venue_id UUID REFERENCES venue (id),
        CHECK (role IN ('admin', 'organiser', 'facilitator', 'venue_manager', 'viewer'))
    );
CREATE TABLE facilitation (
        id UUID PRIMARY KEY,
        staff_id UUID NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        UNIQUE (staff_id, series_id)
    );
CREATE TABLE sign_in (
        id UUID PRIMARY KEY,
        staff_id UUID NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        token_hash VARCHAR(64) NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        seen_at TIMESTAMPTZ NOT NULL,
        UNIQUE (token_hash)
    );
CREATE TABLE lease (
        name VARCHAR(40) PRIMARY KEY,
        holder VARCHAR(40) NOT NULL,
        until TIMESTAMPTZ NOT NULL
    );
CREATE TABLE version (
        kind VARCHAR(20) PRIMARY KEY,
        number BIGINT NOT NULL,
        changed_at TIMESTAMPTZ NOT NULL
    );
CREATE INDEX session_date ON session (date);
CREATE INDEX session_series ON session (series_id, date);
CREATE INDEX session_venue ON session (venue_id, date);
CREATE INDEX session_parent ON session (parent_id);
CREATE INDEX line_series ON line (series_id);
CREATE INDEX ownership_organisation ON ownership (organisation_id);
CREATE INDEX host_series ON host (series_id);
CREATE INDEX reservation_session ON reservation (session_id);
CREATE INDEX place_pool ON place (pool_id, state, turn);
CREATE INDEX booking_room ON booking (room_id, held_from);
CREATE INDEX booking_session ON booking (session_id);
CREATE INDEX membership_staff ON membership (staff_id);
CREATE INDEX room_venue ON room (venue_id);
CREATE INDEX closure_venue ON closure (venue_id);
CREATE INDEX closure_organisation ON closure (organisation_id);
CREATE INDEX task_organisation ON task (organisation_id);
CREATE INDEX invitation_series ON invitation (series_id);
CREATE INDEX nonce_session ON nonce (session_id);
INSERT INTO organisation (id, slug, name, area, about, phone, web, year_end_first, year_end_last, named_periods, listed, source) VALUES ('a2cf812c-1f7e-4b83-8148-4b24b23e8f60', 'nagi', 'なぎの会', '狛江市', '月に何度か、
集まります。', '03-0000-1111', NULL, '12-29', '01-03', '{}', true, NULL);
INSERT INTO organisation (id, slug, name, area, about, phone, web, year_end_first, year_end_last, named_periods, listed, source) VALUES ('45f8a621-7b41-45a3-8767-523b46a052db', 'kame', 'かめの会', NULL, NULL, NULL, NULL, '12-29', '01-03', '{"お盆": [["08-13", "08-16"]]}', true, NULL);
INSERT INTO venue (id, slug, name, area, address, address_public, way_in, about, phone, opening_text, opens, closes, listed, source) VALUES ('1ff44622-ef78-4506-9cea-42c0c064a768', 'nagi-house', 'なぎの家', '狛江市', 'なぎ町1-2-3', true, NULL, NULL, NULL, NULL, '09:00:00', '21:00:00', true, NULL);
INSERT INTO venue (id, slug, name, area, address, address_public, way_in, about, phone, opening_text, opens, closes, listed, source) VALUES ('b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', 'kame-hall', 'kame-hallの家', NULL, 'かめ町4-5', false, NULL, NULL, NULL, NULL, NULL, NULL, true, NULL);
INSERT INTO room (id, venue_id, name, position, setup_minutes, clearing_minutes, touched) VALUES ('03a99671-08a9-4721-9749-b16c25e193bd', '1ff44622-ef78-4506-9cea-42c0c064a768', '和室', 0, 15, 30, 5);
INSERT INTO room (id, venue_id, name, position, setup_minutes, clearing_minutes, touched) VALUES ('e758f9a3-9bbc-4afe-829c-395e3397e88c', 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', 'ホール', 0, 0, 0, 0);
INSERT INTO closure (id, venue_id, organisation_id, first, last, reason) VALUES ('77235c53-215a-4ca0-9a93-ac35e8fc9afd', '1ff44622-ef78-4506-9cea-42c0c064a768', NULL, '2026-12-18', '2026-12-18', '館内工事のため');
INSERT INTO closure (id, venue_id, organisation_id, first, last, reason) VALUES ('441884a3-84be-4481-808b-e7d0e895b536', NULL, 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', '2026-12-12', '2026-12-13', '冬休み');
INSERT INTO former_slug (id, kind, slug, target_id) VALUES ('5eaa21f0-953c-44d9-b1a0-c87dfb9696d5', 'venue', 'old-house', '1ff44622-ef78-4506-9cea-42c0c064a768');
INSERT INTO series (id, slug, title, discreet_title, about, audience, eligibility, registration, opens_days, opens_time, closes_days, closes_time, closes_minutes, promotion_minutes, fee, contact, phone, web, flow, belongings, way_in, in_person_note, online_note, join_link, join_minutes, opening_text, note, anonymous, listed, internal, planned_shown, planned_reservable, holiday_policy, parent_id, parent_gap, parallel_id, source, changed_at) VALUES ('3c93d448-6735-44e2-bf62-497fa436a773', 'nagi-cafe', 'なぎカフェ', '予定', 'お茶を飲みながら。
途中からでも。', 'participant,family', NULL, 'walk_in_or_reserve', 60, '09:00:00', NULL, NULL, 60, 180, '100円', NULL, '03-0000-1111', NULL, NULL, NULL, NULL, NULL, 'ブラウザで開けます。', 'https://meet.example.jp/nagi', 15, NULL, NULL, false, true, false, true, true, 'undecided', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00');
INSERT INTO series (id, slug, title, discreet_title, about, audience, eligibility, registration, opens_days, opens_time, closes_days, closes_time, closes_minutes, promotion_minutes, fee, contact, phone, web, flow, belongings, way_in, in_person_note, online_note, join_link, join_minutes, opening_text, note, anonymous, listed, internal, planned_shown, planned_reservable, holiday_policy, parent_id, parent_gap, parallel_id, source, changed_at) VALUES ('2d6636a0-2048-4b54-8751-b5024fc2fbc7', 'nagi-soudan', '個別相談', '予定', NULL, '', NULL, 'reserve_required', NULL, NULL, NULL, NULL, NULL, 180, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15, NULL, NULL, false, true, false, true, false, 'undecided', '3c93d448-6735-44e2-bf62-497fa436a773', 10, NULL, NULL, '2026-11-08 03:00:00+00:00');
INSERT INTO series (id, slug, title, discreet_title, about, audience, eligibility, registration, opens_days, opens_time, closes_days, closes_time, closes_minutes, promotion_minutes, fee, contact, phone, web, flow, belongings, way_in, in_person_note, online_note, join_link, join_minutes, opening_text, note, anonymous, listed, internal, planned_shown, planned_reservable, holiday_policy, parent_id, parent_gap, parallel_id, source, changed_at) VALUES ('0964722f-bc36-4fc8-b0db-109a9d9b0ac4', 'nagi-shizuka', 'しずかな会', '予定', NULL, '', NULL, 'by_referral', NULL, NULL, NULL, NULL, NULL, 180, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15, NULL, NULL, false, false, false, true, false, 'undecided', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00');
INSERT INTO series (id, slug, title, discreet_title, about, audience, eligibility, registration, opens_days, opens_time, closes_days, closes_time, closes_minutes, promotion_minutes, fee, contact, phone, web, flow, belongings, way_in, in_person_note, online_note, join_link, join_minutes, opening_text, note, anonymous, listed, internal, planned_shown, planned_reservable, holiday_policy, parent_id, parent_gap, parallel_id, source, changed_at) VALUES ('2203de00-db7d-4e4c-b5c2-5df9dcd163b6', 'nagi-hatake', '畑の会', '予定', NULL, '', NULL, 'walk_in', NULL, NULL, NULL, NULL, NULL, 180, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15, NULL, NULL, false, true, false, true, false, 'undecided', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('cbc6e3fa-cd1f-435f-8d09-d0757b13b24a', '3c93d448-6735-44e2-bf62-497fa436a773', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', '2000-01-01');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('e26df557-0b6a-4b3f-827e-906e6a956de2', '3c93d448-6735-44e2-bf62-497fa436a773', '45f8a621-7b41-45a3-8767-523b46a052db', '2027-09-01');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('fc83fd38-308b-4ef4-ab67-398f86e26812', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', '2000-01-01');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('1af3d253-8050-4839-9370-0cff8f232e17', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', '2000-01-01');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('f8da63b8-4821-4a0d-8b77-a344f179e33e', '2203de00-db7d-4e4c-b5c2-5df9dcd163b6', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', '2000-01-01');
INSERT INTO host (id, series_id, organisation_id, role) VALUES ('7d40a785-c945-4e0c-b6e2-3f2f9cdbf8ce', '3c93d448-6735-44e2-bf62-497fa436a773', '45f8a621-7b41-45a3-8767-523b46a052db', '共催');
INSERT INTO line (id, series_id, position, words, anchor, timetable, promise_count, promise_per, promise_about, first, last, vacate, next_turn) VALUES ('ea38d345-6c75-4978-96e0-21fc425953f4', '3c93d448-6735-44e2-bf62-497fa436a773', 0, '偶数月第3金曜 13:30～15:30', NULL, '{"entries":[{"rule":{"type":"nth_weekday","nths":[3],"weekdays":[4],"months":[2,4,6,8,10,12]},"hours":[{"id":"1330-1530","start":"13:30:00","end":"15:30:00"}],"closed":[],"instead":[],"shift":null,"open_on_holidays":false,"first":null,"last":null,"within":[]}],"tentative":false}', NULL, NULL, false, NULL, NULL, NULL, 12);
INSERT INTO line (id, series_id, position, words, anchor, timetable, promise_count, promise_per, promise_about, first, last, vacate, next_turn) VALUES ('5776f7eb-b6a5-4a51-b663-f176e11d343a', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', 0, '', NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, 0);
INSERT INTO line (id, series_id, position, words, anchor, timetable, promise_count, promise_per, promise_about, first, last, vacate, next_turn) VALUES ('51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', 0, '毎月第2土曜 10時～12時', NULL, '{"entries":[{"rule":{"type":"nth_weekday","nths":[2],"weekdays":[5],"months":[1,2,3,4,5,6,7,8,9,10,11,12]},"hours":[{"id":"1000-1200","start":"10:00:00","end":"12:00:00"}],"closed":[],"instead":[],"shift":null,"open_on_holidays":false,"first":null,"last":null,"within":[]}],"tentative":false}', NULL, NULL, false, NULL, NULL, NULL, 16);
INSERT INTO line (id, series_id, position, words, anchor, timetable, promise_count, promise_per, promise_about, first, last, vacate, next_turn) VALUES ('7fa0c321-1aa2-4ccc-8d6e-03550b1c829e', '2203de00-db7d-4e4c-b5c2-5df9dcd163b6', 0, '週2回', NULL, NULL, 2, 'week', false, NULL, NULL, NULL, 0);
INSERT INTO line_venue (id, line_id, position, venue_id, room_id) VALUES ('acd33f4a-a7d8-46fc-8f4b-0bfddf6b5424', 'ea38d345-6c75-4978-96e0-21fc425953f4', 0, '1ff44622-ef78-4506-9cea-42c0c064a768', '03a99671-08a9-4721-9749-b16c25e193bd');
INSERT INTO line_venue (id, line_id, position, venue_id, room_id) VALUES ('4d3bad95-079a-4f75-a297-bf704c3dac82', 'ea38d345-6c75-4978-96e0-21fc425953f4', 1, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL);
INSERT INTO line_venue (id, line_id, position, venue_id, room_id) VALUES ('6f56a1b9-8a2f-4a89-be75-ac432cd80c61', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', 0, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL);
INSERT INTO line_venue (id, line_id, position, venue_id, room_id) VALUES ('3c2e4829-3207-40b9-b4dc-c25ccffd3f5f', '7fa0c321-1aa2-4ccc-8d6e-03550b1c829e', 0, '1ff44622-ef78-4506-9cea-42c0c064a768', NULL);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('2e1bd1ed-cb24-4bad-83a9-65c4ec279aa9', 'ea38d345-6c75-4978-96e0-21fc425953f4', 'in_person', 'talk', 'number', 2);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('5d712410-ab27-449c-b436-1944d523a770', 'ea38d345-6c75-4978-96e0-21fc425953f4', 'in_person', 'listener', 'number', 1);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('2bc2930f-9a6a-40d5-b40f-310c2027ab99', 'ea38d345-6c75-4978-96e0-21fc425953f4', 'online', 'talk', 'none', NULL);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('38d37209-2d2f-4629-b843-db950a1b25ff', 'ea38d345-6c75-4978-96e0-21fc425953f4', 'online', 'listener', 'unstated', NULL);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('91c7053e-e86b-4125-9583-63b71b550824', '5776f7eb-b6a5-4a51-b663-f176e11d343a', 'in_person', 'talk', 'number', 1);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('97fdd9c1-c6f1-4ab0-8bee-8745d9e10e39', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', 'in_person', 'talk', 'number', 2);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('726141a0-3f38-4fb2-b603-2c20877f1e63', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', 'in_person', 'listener', 'number', 1);
INSERT INTO line_date (id, line_id, date, answer, reason) VALUES ('25bac516-b9f7-418f-ab4a-f16717bf4dd3', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2027-02-19', 'closed', NULL);
INSERT INTO line_date (id, line_id, date, answer, reason) VALUES ('9f00eb18-fd1a-4aa2-9d97-5de8c82c3261', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2027-04-16', 'open', NULL);
INSERT INTO information (id, organisation_id, kind, title, text, web, source) VALUES ('137dd02f-fef9-4624-a8d9-04c41b3652dc', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', 'newsletter', 'なぎ便り', '年に4回; 郵送も、''店先''でも', 'https://nagi.example/', NULL);
INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES ('c970780f-524b-4213-93ec-c9417628698d', 'shusai@nagi.example', '$argon2id$v=19$m=65536,t=3,p=4$O174DfXb5km/s6MNtAxlNg$7N+ZZNzNkWYEy5HIMyfNhauX+cUCDGUPOyoil1PHwmM', true, '2026-11-08 03:00:00+00:00');
INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES ('16ea2f90-8112-4e24-8940-96a7b53ed53e', 'shinkou@nagi.example', '$argon2id$v=19$m=65536,t=3,p=4$QV6LMjQ6ApUeVyb0xEXF4Q$PQ9qo3iT6+Ro3mFESzNuWJmZ8ZjorNPNb67egsT+rHk', true, '2026-11-08 03:00:00+00:00');
INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES ('623843ea-009e-4f18-af0a-8f2b5b39971c', 'kaijou@nagi.example', '$argon2id$v=19$m=65536,t=3,p=4$pBFNKk1axcBR1wGZAPy6Iw$6stFfdhu8FVl7ohZ5ndWzmfWHYge4TKHk/Eflv0F86U', true, '2026-11-08 03:00:00+00:00');
INSERT INTO edition (id, organisation_id, month, number, paper, published_at, staff_id, content, changes) VALUES ('ea487fe6-071a-44b9-b072-821c1ac0bbf2', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', '2026-11-01', 1, 169017, '2026-11-08 03:00:00+00:00', NULL, '{"organisation":"なぎの会","month":"2026-11-01","series":[{"id":"3c93d448-6735-44e2-bf62-497fa436a773","slug":"nagi-cafe","title":"なぎカフェ","about":"お茶を飲みながら。\n途中からでも。","audience":["participant","family"],"eligibility":null,"registration":"walk_in_or_reserve","fee":"100円","contact":null,"phone":"03-0000-1111","owner":"なぎの会"},{"id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","slug":"nagi-soudan","title":"個別相談","about":null,"audience":[],"eligibility":null,"registration":"reserve_required","fee":null,"contact":null,"phone":null,"owner":"なぎの会"}],"sessions":[{"id":"4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-11","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null},{"id":"0609924a-b2a2-5433-b62f-0bc898e1320e","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-11","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null},{"id":"e894b3c0-01ce-447f-bf9a-e672d4879654","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-15","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"なぎの家","room":"和室","modes":["in_person","online"],"former_date":null},{"id":"fb5724bd-465e-5ddc-b4d2-6eed335f4055","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-15","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":null},{"id":"738b3785-092e-4633-bc52-4f28b7f0beab","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-22","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null},{"id":"69ef1bf8-cf79-5285-a6aa-55342fd28c2c","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-22","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null},{"id":"528b47ae-1c4c-455e-9afa-2a1280ab249c","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-25","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"なぎの家","room":"和室","modes":["in_person","online"],"former_date":null},{"id":"c75ccdf1-a984-5009-9425-4099987b73ac","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-25","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":null},{"id":"68f6ef4e-72d3-41f4-a40a-1a68baf1f880","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-28","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null},{"id":"3290fb08-16e0-5161-80cd-6402d1bfc0c9","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-28","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null}]}', '[]');
INSERT INTO edition (id, organisation_id, month, number, paper, published_at, staff_id, content, changes) VALUES ('243c652c-b690-4c11-9dc0-79974e4b2527', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', '2026-12-01', 1, 903680, '2026-11-08 03:00:00+00:00', NULL, '{"organisation":"なぎの会","month":"2026-12-01","series":[{"id":"3c93d448-6735-44e2-bf62-497fa436a773","slug":"nagi-cafe","title":"なぎカフェ","about":"お茶を飲みながら。\n途中からでも。","audience":["participant","family"],"eligibility":null,"registration":"walk_in_or_reserve","fee":"100円","contact":null,"phone":"03-0000-1111","owner":"なぎの会"},{"id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","slug":"nagi-soudan","title":"個別相談","about":null,"audience":[],"eligibility":null,"registration":"reserve_required","fee":null,"contact":null,"phone":null,"owner":"なぎの会"}],"sessions":[{"id":"f052c5eb-d8f0-5da8-9540-f483ba7e3987","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-12-18","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":null,"venue":"なぎの家","room":"和室","modes":["in_person","online"],"former_date":null},{"id":"99447dcf-e203-5ae5-98e4-7645ae6ff510","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-12-18","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":null}]}', '[]');
INSERT INTO edition (id, organisation_id, month, number, paper, published_at, staff_id, content, changes) VALUES ('31de2f00-6f60-436c-958f-4274a83ced02', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', '2026-11-01', 2, 235030, '2026-11-15 03:00:00+00:00', NULL, '{"organisation":"なぎの会","month":"2026-11-01","series":[{"id":"3c93d448-6735-44e2-bf62-497fa436a773","slug":"nagi-cafe","title":"なぎカフェ","about":"お茶を飲みながら。\n途中からでも。","audience":["participant","family"],"eligibility":null,"registration":"walk_in_or_reserve","fee":"100円","contact":null,"phone":"03-0000-1111","owner":"なぎの会"},{"id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","slug":"nagi-soudan","title":"個別相談","about":null,"audience":[],"eligibility":null,"registration":"reserve_required","fee":null,"contact":null,"phone":null,"owner":"なぎの会"}],"sessions":[{"id":"4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-11","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null},{"id":"0609924a-b2a2-5433-b62f-0bc898e1320e","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-11","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null},{"id":"e894b3c0-01ce-447f-bf9a-e672d4879654","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-15","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"なぎの家","room":"和室","modes":["in_person","online"],"former_date":null},{"id":"fb5724bd-465e-5ddc-b4d2-6eed335f4055","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-15","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":null},{"id":"738b3785-092e-4633-bc52-4f28b7f0beab","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-22","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null},{"id":"69ef1bf8-cf79-5285-a6aa-55342fd28c2c","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-22","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null},{"id":"528b47ae-1c4c-455e-9afa-2a1280ab249c","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-26","starts":"10:00:00","ends":"12:00:00","state":"published","reason":null,"theme":"さいころ","venue":"なぎの家","room":"部屋は調整中","modes":["in_person","online"],"former_date":"2026-11-25"},{"id":"c75ccdf1-a984-5009-9425-4099987b73ac","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-26","starts":"12:10:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":"2026-11-25"},{"id":"68f6ef4e-72d3-41f4-a40a-1a68baf1f880","series_id":"3c93d448-6735-44e2-bf62-497fa436a773","date":"2026-11-28","starts":"13:30:00","ends":"15:30:00","state":"cancelled","reason":"大雪のため","theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null},{"id":"3290fb08-16e0-5161-80cd-6402d1bfc0c9","series_id":"2d6636a0-2048-4b54-8751-b5024fc2fbc7","date":"2026-11-28","starts":"15:40:00","ends":null,"state":"cancelled","reason":"大雪のため","theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null}]}', '["なぎカフェ　11月25日（水） 13:30～15:30から11月26日（木） 10:00～12:00に移りました","なぎカフェ　11月26日（木） 10:00～12:00：部屋は調整中です","個別相談　11月25日（水） 15:40～から11月26日（木） 12:10～に移りました","なぎカフェ　11月28日（土） 13:30～15:30：中止になりました（大雪のため）","個別相談　11月28日（土） 15:40～：中止になりました（大雪のため）"]');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('f052c5eb-d8f0-5da8-9540-f483ba7e3987', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2026-12-18', '1330-1530', '2026-12-18', '13:30:00', '15:30:00', 'cancelled', false, true, true, NULL, NULL, '館内工事のため', NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('cbb71126-1c50-5f77-a41e-351e6a9dec65', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2027-04-16', '1330-1530', '2027-04-16', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('d86a4caa-36bd-5e0a-ac09-3c0b96db8bad', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2027-06-18', '1330-1530', '2027-06-18', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('2b681527-85c0-589c-a34a-a37e2a45aa4a', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2027-08-20', '1330-1530', '2027-08-20', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('88d090d3-c437-5e72-a2b4-364c348294ae', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2027-10-15', '1330-1530', '2027-10-15', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('b3469998-0a17-5f77-b9b0-c7bc4e8d42be', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2027-12-17', '1330-1530', '2027-12-17', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('ca4159db-2521-582e-8281-def7428ba4e3', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2028-02-18', '1330-1530', '2028-02-18', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2026-11-11', '4809ec56a1e74b779a9fe7dabecc7ce1', '2026-11-11', '13:30:00', '15:30:00', 'published', true, true, true, NULL, NULL, NULL, 'さいころ', 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('e894b3c0-01ce-447f-bf9a-e672d4879654', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2026-11-15', 'e894b3c001ce447fbf9ae672d4879654', '2026-11-15', '13:30:00', '15:30:00', 'published', true, true, true, NULL, NULL, NULL, 'さいころ', '1ff44622-ef78-4506-9cea-42c0c064a768', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('738b3785-092e-4633-bc52-4f28b7f0beab', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2026-11-22', '738b3785092e4633bc524f28b7f0beab', '2026-11-22', '13:30:00', '15:30:00', 'published', true, true, true, NULL, NULL, NULL, 'さいころ', 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('528b47ae-1c4c-455e-9afa-2a1280ab249c', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2026-11-25', '528b47ae1c4c455e9afa2a1280ab249c', '2026-11-26', '10:00:00', '12:00:00', 'published', true, true, true, NULL, NULL, NULL, 'さいころ', '1ff44622-ef78-4506-9cea-42c0c064a768', NULL, '2026-11-25', '13:30:00', NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('68f6ef4e-72d3-41f4-a40a-1a68baf1f880', '3c93d448-6735-44e2-bf62-497fa436a773', 'ea38d345-6c75-4978-96e0-21fc425953f4', '2026-11-28', '68f6ef4e72d341f4a40a1a68baf1f880', '2026-11-28', '13:30:00', '15:30:00', 'cancelled', true, true, true, NULL, NULL, '大雪のため', 'さいころ', 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('0609924a-b2a2-5433-b62f-0bc898e1320e', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2026-11-11', '4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1', '2026-11-11', '15:40:00', NULL, 'published', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', '4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('fb5724bd-465e-5ddc-b4d2-6eed335f4055', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2026-11-15', 'e894b3c0-01ce-447f-bf9a-e672d4879654', '2026-11-15', '15:40:00', NULL, 'published', false, true, true, NULL, NULL, NULL, NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', 'e894b3c0-01ce-447f-bf9a-e672d4879654', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('69ef1bf8-cf79-5285-a6aa-55342fd28c2c', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2026-11-22', '738b3785-092e-4633-bc52-4f28b7f0beab', '2026-11-22', '15:40:00', NULL, 'published', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', '738b3785-092e-4633-bc52-4f28b7f0beab', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('c75ccdf1-a984-5009-9425-4099987b73ac', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2026-11-25', '528b47ae-1c4c-455e-9afa-2a1280ab249c', '2026-11-26', '12:10:00', NULL, 'published', false, true, true, NULL, NULL, NULL, NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', '528b47ae-1c4c-455e-9afa-2a1280ab249c', '2026-11-25', '15:40:00', NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('3290fb08-16e0-5161-80cd-6402d1bfc0c9', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2026-11-28', '68f6ef4e-72d3-41f4-a40a-1a68baf1f880', '2026-11-28', '15:40:00', NULL, 'cancelled', false, true, true, NULL, NULL, '大雪のため', NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', '68f6ef4e-72d3-41f4-a40a-1a68baf1f880', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('99447dcf-e203-5ae5-98e4-7645ae6ff510', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2026-12-18', 'f052c5eb-d8f0-5da8-9540-f483ba7e3987', '2026-12-18', '15:40:00', NULL, 'cancelled', false, true, true, NULL, NULL, '館内工事のため', NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', 'f052c5eb-d8f0-5da8-9540-f483ba7e3987', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('0d967d2b-f885-5e76-b902-402909c5102e', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2027-04-16', 'cbb71126-1c50-5f77-a41e-351e6a9dec65', '2027-04-16', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', 'cbb71126-1c50-5f77-a41e-351e6a9dec65', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('eb747d71-f934-5527-972b-21580a9c1873', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2027-06-18', 'd86a4caa-36bd-5e0a-ac09-3c0b96db8bad', '2027-06-18', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', 'd86a4caa-36bd-5e0a-ac09-3c0b96db8bad', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('323e66dc-f2ad-51e0-9a1f-ab4f168f9e12', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2027-08-20', '2b681527-85c0-589c-a34a-a37e2a45aa4a', '2027-08-20', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', '2b681527-85c0-589c-a34a-a37e2a45aa4a', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('a0fb60c7-213b-51d7-9b79-db0fe4923f06', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2027-10-15', '88d090d3-c437-5e72-a2b4-364c348294ae', '2027-10-15', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', '88d090d3-c437-5e72-a2b4-364c348294ae', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('0c7a22b9-7c73-58c8-9a7e-57f1ffc28c12', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2027-12-17', 'b3469998-0a17-5f77-b9b0-c7bc4e8d42be', '2027-12-17', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', 'b3469998-0a17-5f77-b9b0-c7bc4e8d42be', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('a394ee26-4751-5eb5-a3b8-f02cc5d353bd', '2d6636a0-2048-4b54-8751-b5024fc2fbc7', '5776f7eb-b6a5-4a51-b663-f176e11d343a', '2028-02-18', 'ca4159db-2521-582e-8281-def7428ba4e3', '2028-02-18', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, '1ff44622-ef78-4506-9cea-42c0c064a768', 'ca4159db-2521-582e-8281-def7428ba4e3', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('fccef5f7-1fb7-5b71-9565-2813339d9305', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2026-11-14', '1000-1200', '2026-11-14', '10:00:00', '12:00:00', 'published', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('59612fe2-c58f-5ff4-b57e-c922d6b2179d', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2026-12-12', '1000-1200', '2026-12-12', '10:00:00', '12:00:00', 'cancelled', false, true, true, NULL, NULL, '冬休み', NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('4a2e8ce5-79ad-5d00-831c-5db0cc534c14', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-01-09', '1000-1200', '2027-01-09', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('3431d889-a173-5049-b6de-f1d54e5a551c', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-02-13', '1000-1200', '2027-02-13', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('b45b5dfb-ee2a-57f4-9166-3cc42d08465f', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-03-13', '1000-1200', '2027-03-13', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('1ee2124e-67d6-549c-a551-54fbbdd2a762', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-04-10', '1000-1200', '2027-04-10', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('8015ff94-4259-5bd4-a712-7a9342ab626e', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-05-08', '1000-1200', '2027-05-08', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('19fcca54-b668-566a-818a-0f491d1a1f7c', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-06-12', '1000-1200', '2027-06-12', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('ab2c7863-0aff-5e0a-b50c-d0163142847e', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-07-10', '1000-1200', '2027-07-10', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('abc7fbaa-0704-56c2-a77d-609c98d80616', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-08-14', '1000-1200', '2027-08-14', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('48ed8110-520a-5908-8bf9-a462a1359d81', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-09-11', '1000-1200', '2027-09-11', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('0323b0a7-427d-52a9-a488-873f1845d9da', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-10-09', '1000-1200', '2027-10-09', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('1945947b-1e9e-5b29-9a0f-d21605b8bcf3', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-11-13', '1000-1200', '2027-11-13', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('585bc07d-20cd-50ba-b3bc-4e3a8763e382', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2027-12-11', '1000-1200', '2027-12-11', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('aacd1e6e-09b5-5830-bcc5-336d525d3fb7', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2028-01-08', '1000-1200', '2028-01-08', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('1bbc6f90-0a18-5b95-bdee-72f95f8c4db6', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', '51d5a70a-c675-4bb1-8a6e-79d6b4c60148', '2028-02-12', '1000-1200', '2028-02-12', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, 'b7fb7fcb-c9f6-4034-89a5-07cc00ddcbee', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('1bc7147a-c50a-42a8-80f1-ea979afb7a82', '03a99671-08a9-4721-9749-b16c25e193bd', 'd86a4caa-36bd-5e0a-ac09-3c0b96db8bad', NULL, 'granted', '2027-06-18 04:15:00+00:00', '2027-06-18 07:00:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('54b5c6bd-5c5d-4f2e-a8b3-cd3cffaa5bf3', '03a99671-08a9-4721-9749-b16c25e193bd', '88d090d3-c437-5e72-a2b4-364c348294ae', NULL, 'granted', '2027-10-15 04:15:00+00:00', '2027-10-15 07:00:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('e5963d3d-8472-456b-b45f-71d18665f51e', '03a99671-08a9-4721-9749-b16c25e193bd', 'ca4159db-2521-582e-8281-def7428ba4e3', NULL, 'granted', '2028-02-18 04:15:00+00:00', '2028-02-18 07:00:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('9a1a5b08-6bbf-4c15-ab3b-62840abe780a', '03a99671-08a9-4721-9749-b16c25e193bd', 'e894b3c0-01ce-447f-bf9a-e672d4879654', NULL, 'granted', '2026-11-15 04:15:00+00:00', '2026-11-15 07:00:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('1466532a-8c82-4a52-8b23-53de16d1447b', '03a99671-08a9-4721-9749-b16c25e193bd', '528b47ae-1c4c-455e-9afa-2a1280ab249c', NULL, 'wish', '2026-11-26 00:45:00+00:00', '2026-11-26 03:30:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('08e9d08d-766b-4761-a748-5f4d9bb105ac', '03a99671-08a9-4721-9749-b16c25e193bd', NULL, '会議', 'wish', '2026-11-29 23:45:00+00:00', '2026-11-30 02:30:00+00:00', NULL);
INSERT INTO task (id, organisation_id, session_id, kind, text, made_at, done_at) VALUES ('ec09d6d3-2996-4794-815a-575291d45b07', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', '99447dcf-e203-5ae5-98e4-7645ae6ff510', 'closed', '12月18日（金） 15:40～は、会場がお休みになりました（館内工事のため）。', '2026-11-15 03:00:00+00:00', NULL);
INSERT INTO task (id, organisation_id, session_id, kind, text, made_at, done_at) VALUES ('53b3a671-91c5-4895-87f5-aaf19e961b51', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', 'f052c5eb-d8f0-5da8-9540-f483ba7e3987', 'closed', '12月18日（金） 13:30～15:30は、会場がお休みになりました（館内工事のため）。', '2026-11-15 03:00:00+00:00', NULL);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('ef20edc0-db47-4410-a5fa-3df10226d374', 'f052c5eb-d8f0-5da8-9540-f483ba7e3987', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('f2deef6a-a53a-44d4-a99e-f886bde3b06d', 'f052c5eb-d8f0-5da8-9540-f483ba7e3987', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('719b0cbb-7960-45ed-9cea-136af5ff65c4', 'f052c5eb-d8f0-5da8-9540-f483ba7e3987', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('dc9b5a5b-0528-4639-940f-b6316edd1db8', 'f052c5eb-d8f0-5da8-9540-f483ba7e3987', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('ecb35d42-479e-4fe6-83c7-6cdf8a4f5a51', 'cbb71126-1c50-5f77-a41e-351e6a9dec65', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('8107e3dc-cedd-4584-b32e-2732c47c178f', 'cbb71126-1c50-5f77-a41e-351e6a9dec65', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('dc58ca78-8c7c-49be-99ef-eb55226c47cb', 'cbb71126-1c50-5f77-a41e-351e6a9dec65', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('a5173d4b-d9b4-483b-8d6a-78798356d60b', 'cbb71126-1c50-5f77-a41e-351e6a9dec65', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('d7d8006d-a22f-4702-b014-b42309e97f6f', 'd86a4caa-36bd-5e0a-ac09-3c0b96db8bad', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('89c60343-6367-4070-9b4c-6851d52a4751', 'd86a4caa-36bd-5e0a-ac09-3c0b96db8bad', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('1e9f052d-d6e7-413b-a9f2-06dd98ee1db3', 'd86a4caa-36bd-5e0a-ac09-3c0b96db8bad', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('3d609719-e7c5-489c-b961-52745fc4515b', 'd86a4caa-36bd-5e0a-ac09-3c0b96db8bad', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('93720eb1-7e98-4a4e-875b-eea05ca4f668', '2b681527-85c0-589c-a34a-a37e2a45aa4a', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('90911d80-4a86-43b3-9302-31ee70728a9b', '2b681527-85c0-589c-a34a-a37e2a45aa4a', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('3bf04609-f872-4ccf-833a-2005f483077e', '2b681527-85c0-589c-a34a-a37e2a45aa4a', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('ff7597ee-9569-4527-b6e2-9cc0cb76b072', '2b681527-85c0-589c-a34a-a37e2a45aa4a', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('8954735e-b356-4d5c-84a1-cd4e8b6b0322', '88d090d3-c437-5e72-a2b4-364c348294ae', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('091af893-9041-4618-a973-a5d188e03797', '88d090d3-c437-5e72-a2b4-364c348294ae', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('cad41897-a55e-49af-bcb0-dfcc01422231', '88d090d3-c437-5e72-a2b4-364c348294ae', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('0b5f3903-26c8-42b2-ab85-df8fd9ddf49f', '88d090d3-c437-5e72-a2b4-364c348294ae', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('d8ef5677-81be-4ee0-9dd8-659ec1e76062', 'b3469998-0a17-5f77-b9b0-c7bc4e8d42be', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('65e102fb-b190-4dd4-963b-f25dd91ab39f', 'b3469998-0a17-5f77-b9b0-c7bc4e8d42be', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('b81778ff-858b-44ff-b5ac-0ab9ac46975e', 'b3469998-0a17-5f77-b9b0-c7bc4e8d42be', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('6b448812-5df0-4c26-b6b3-a56c673dabf4', 'b3469998-0a17-5f77-b9b0-c7bc4e8d42be', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('b1ba6573-9b97-4966-a35b-e6b63b98fc12', 'ca4159db-2521-582e-8281-def7428ba4e3', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('d1db862d-92c5-4d6e-b233-36fec4acfc4a', 'ca4159db-2521-582e-8281-def7428ba4e3', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('1c2a2d2b-c20d-4ed8-a7f4-07bf73575e7a', 'ca4159db-2521-582e-8281-def7428ba4e3', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('aaccaced-2d59-46b6-bad3-b2c22d9b4010', 'ca4159db-2521-582e-8281-def7428ba4e3', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('fe23c102-a313-401c-8fc2-df41927887c7', '4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1', 'in_person', 'talk', 'number', 2, 0, 0, 0, 1, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('8589adae-5500-4b6f-9b28-4be0f94aff08', '4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('93227604-66bf-4091-aba0-7dffe3f7fff6', '4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('2e475374-0120-44ce-beaf-0f30ab0261fd', '4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('bcce1895-cd39-4bb6-982e-8764a711a35a', 'e894b3c0-01ce-447f-bf9a-e672d4879654', 'in_person', 'talk', 'number', 2, 0, 2, 0, 2, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('4f9f5839-ce1d-4811-afd3-c3c52a0ae827', 'e894b3c0-01ce-447f-bf9a-e672d4879654', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('7859b307-be82-4bf4-b61b-13fe2cffcfcf', 'e894b3c0-01ce-447f-bf9a-e672d4879654', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('40b532c5-8b8c-4be8-8839-134e5e2bc861', 'e894b3c0-01ce-447f-bf9a-e672d4879654', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('8087910d-ded3-4892-82e0-f383d80fdb95', '738b3785-092e-4633-bc52-4f28b7f0beab', 'in_person', 'talk', 'number', 2, 2, 0, 1, 0, 0, 1);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('6d422db4-e0e6-4c2e-82e3-18c60c672902', '738b3785-092e-4633-bc52-4f28b7f0beab', 'in_person', 'listener', 'number', 1, 1, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('2b011476-2a98-4947-9559-3ec790614375', '738b3785-092e-4633-bc52-4f28b7f0beab', 'online', 'talk', 'none', NULL, 1, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('5a7b9696-3b14-4e21-b084-43903239c1ba', '738b3785-092e-4633-bc52-4f28b7f0beab', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('d2bef608-354b-4ee2-b559-5962c83b00cb', '528b47ae-1c4c-455e-9afa-2a1280ab249c', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('0ab48f58-f2be-48d1-81c4-733a1a822e6e', '528b47ae-1c4c-455e-9afa-2a1280ab249c', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('a22dfb85-9857-4842-92b2-7bf4960b4330', '528b47ae-1c4c-455e-9afa-2a1280ab249c', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('dd43ba88-3c7a-45f3-9cc1-14eaa676675c', '528b47ae-1c4c-455e-9afa-2a1280ab249c', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('f6f61b11-eb96-4104-a134-8d02b12671d4', '68f6ef4e-72d3-41f4-a40a-1a68baf1f880', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('73131748-a268-4b6f-9c3e-62a41a91f667', '68f6ef4e-72d3-41f4-a40a-1a68baf1f880', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('fed72c4e-6a6e-4a98-874d-932b1631718e', '68f6ef4e-72d3-41f4-a40a-1a68baf1f880', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('d902baf8-8f8f-454e-abd8-1454a9ec5924', '68f6ef4e-72d3-41f4-a40a-1a68baf1f880', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('36bc5fb3-bb5a-428b-9c2f-1a97f3a285f7', '0609924a-b2a2-5433-b62f-0bc898e1320e', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('5ca614ed-4d63-4db9-af15-b3d107f15d77', 'fb5724bd-465e-5ddc-b4d2-6eed335f4055', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('b614b8b9-9de1-4a93-b309-d84264640592', '69ef1bf8-cf79-5285-a6aa-55342fd28c2c', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('c1e019ad-8872-4e93-b74c-87dcaf51f271', 'c75ccdf1-a984-5009-9425-4099987b73ac', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('b109cd78-9669-4153-9a59-1808850ddcb3', '3290fb08-16e0-5161-80cd-6402d1bfc0c9', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('f47447b9-f9a7-432b-9364-b12a8dc95ac3', '99447dcf-e203-5ae5-98e4-7645ae6ff510', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('6bff4337-cbd0-49fa-a3a7-879531206cbd', '0d967d2b-f885-5e76-b902-402909c5102e', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('7077ff11-3898-4cc2-99b9-503710fe4cfb', 'eb747d71-f934-5527-972b-21580a9c1873', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('267cee25-5cdd-42fd-a0b1-591a32c7f2fc', '323e66dc-f2ad-51e0-9a1f-ab4f168f9e12', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('b0f684f9-f533-4dd6-85b8-b5d5bce08b51', 'a0fb60c7-213b-51d7-9b79-db0fe4923f06', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('ee4b6841-0728-445b-b8f6-9d2a346a5b72', '0c7a22b9-7c73-58c8-9a7e-57f1ffc28c12', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('2057218f-7e1e-4025-b43f-5a9c689faeae', 'a394ee26-4751-5eb5-a3b8-f02cc5d353bd', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('4b242554-3802-4b79-98f5-175853927340', 'fccef5f7-1fb7-5b71-9565-2813339d9305', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('4ac6e332-e8b2-4d91-ad0b-63d0e8e54e24', 'fccef5f7-1fb7-5b71-9565-2813339d9305', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('4827502b-c4d0-4d1f-931a-d9a6cef1cb00', '59612fe2-c58f-5ff4-b57e-c922d6b2179d', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('bc91b1df-d14e-47cf-9d3f-73c98870d13a', '59612fe2-c58f-5ff4-b57e-c922d6b2179d', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('4cbb89cb-9bb1-4337-869c-414f04a9ee5b', '4a2e8ce5-79ad-5d00-831c-5db0cc534c14', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('25218b6b-b581-4f7b-9514-e57798fb63bb', '4a2e8ce5-79ad-5d00-831c-5db0cc534c14', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('481ae7f1-fb15-48c2-8d6f-233c4dd47e97', '3431d889-a173-5049-b6de-f1d54e5a551c', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('c1392cf2-0b8f-42fa-a3d8-723eeabe7b99', '3431d889-a173-5049-b6de-f1d54e5a551c', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('092d8595-840f-4301-9065-41534e60ca0e', 'b45b5dfb-ee2a-57f4-9166-3cc42d08465f', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('58c0a961-683e-453f-9f13-f406b91e8249', 'b45b5dfb-ee2a-57f4-9166-3cc42d08465f', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('f8c9a94d-0027-4437-ac5a-7637a135c399', '1ee2124e-67d6-549c-a551-54fbbdd2a762', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('4060e1b5-be3c-4f36-9e9f-7901614bf27c', '1ee2124e-67d6-549c-a551-54fbbdd2a762', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('af2a8690-4f3f-4c9c-8cb0-195f2df4ca14', '8015ff94-4259-5bd4-a712-7a9342ab626e', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('8a818aac-b76f-4215-bfc5-753154083dd1', '8015ff94-4259-5bd4-a712-7a9342ab626e', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('54055dae-9575-4e74-9757-bc5890d4140d', '19fcca54-b668-566a-818a-0f491d1a1f7c', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('2bb77784-3807-48a5-9be1-0176baf194a4', '19fcca54-b668-566a-818a-0f491d1a1f7c', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('2d59d320-8e6f-4ad9-9f6d-7a54832799c3', 'ab2c7863-0aff-5e0a-b50c-d0163142847e', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('a7901e5d-3258-4569-b625-00e51aa4091c', 'ab2c7863-0aff-5e0a-b50c-d0163142847e', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('d9c50ef1-ea6c-45b0-9881-13452d2cefe1', 'abc7fbaa-0704-56c2-a77d-609c98d80616', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('274a1e2c-e100-4a2a-ba44-02a58cd3e180', 'abc7fbaa-0704-56c2-a77d-609c98d80616', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('a78fc32d-2c61-4984-bbfd-adaf4777d8de', '48ed8110-520a-5908-8bf9-a462a1359d81', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('f2e54c59-7bb3-49da-a338-e9a63611b8a5', '48ed8110-520a-5908-8bf9-a462a1359d81', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('5a725ba3-8a64-40c6-8825-dc06b78fce2b', '0323b0a7-427d-52a9-a488-873f1845d9da', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('648e46b9-33ea-4761-8b50-0b788625bb4d', '0323b0a7-427d-52a9-a488-873f1845d9da', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('dcb537bb-f2d3-4373-b288-41bf6bc096b8', '1945947b-1e9e-5b29-9a0f-d21605b8bcf3', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('382e3ab1-fb6c-44a8-9482-f0b2d68e1366', '1945947b-1e9e-5b29-9a0f-d21605b8bcf3', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('f0344841-55c6-4a78-97be-04c032d3643f', '585bc07d-20cd-50ba-b3bc-4e3a8763e382', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('588e1bcb-3867-4626-bddc-75ec570fdd3b', '585bc07d-20cd-50ba-b3bc-4e3a8763e382', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('511d1e91-ca1e-48b0-a2af-61e4e54fa5df', 'aacd1e6e-09b5-5830-bcc5-336d525d3fb7', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('6ef4688d-1a96-4b18-b21b-9be867b346d2', 'aacd1e6e-09b5-5830-bcc5-336d525d3fb7', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('84eb2c19-6cfd-4a6d-8a9f-d96dd91ba227', '1bbc6f90-0a18-5b95-bdee-72f95f8c4db6', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn) VALUES ('d380f58d-3dca-4318-a203-3efe23ee3e02', '1bbc6f90-0a18-5b95-bdee-72f95f8c4db6', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0);
INSERT INTO invitation (id, series_id, version, code_hash, label, made_at, ended_at) VALUES ('726bed3e-0477-45a9-b602-0b9d0e99453a', '0964722f-bc36-4fc8-b0db-109a9d9b0ac4', 1, 'e331fb6421d5ba1cdbc39d98227ed9ce5aa46472988e6e69b7c2f76f9792890c', '保健所から', '2026-11-08 03:00:00+00:00', NULL);
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('009e1d8b-880d-4161-9a20-808496f1e5a0', '738b3785-092e-4633-bc52-4f28b7f0beab', 'すみれ', 'family', 'web', false, false, false, 1, '3ae2617504ce267bd8e6c7b7dba93f02c85420d4f31e4ceea7ad4f0f6a949418', 'b90704966ecdfda2661a5bb2d3cd84b303106ce11b5a227b5cd7dd907b90b0b9', '4871b28402253aaf0c97eac562aaa9863cfe7825de016deebc87d7019bf03791', 'df5d8f1d2663d42e7163de1625b3c971c5ce48117728cac62ed6c41046438c95', '02a0718df2bd72fee5423c554e9aa79e4ce0ba1266be680786642753a4729079');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('ab519cd6-a968-4933-842a-fdca01f12ced', '738b3785-092e-4633-bc52-4f28b7f0beab', 'つばき', NULL, 'web', false, false, false, 1, 'd7a6dfbc0ef0ecd009f5d0fa28eb6d27ead4980e66b115cc53ca0130118b6814', '70d2463875fa3efe19664d6364ab05b6f6489cc6c897d1016d62e4cfc4a8e8ac', 'ae637a8ca13a097ceedd3405d306763271cd1b278a2eea4b0741c8abb0144b37', 'e59dbc5eb036eaba0438ea6e6e0e93e63ea40d4ad818ad337341a4fee2e4ae1d', 'd9ba829ffe951d183be63b8aa345682cc6a3478b3663ab1b973aae14ae0f3ea1');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('b1078af6-5592-4bfc-95c5-cfeda17643ab', '738b3785-092e-4633-bc52-4f28b7f0beab', 'れんげ', NULL, 'web', false, false, false, 1, 'f38391f16402ecd931c2f51cbab483242c32d78fa897bf316b6c709833561473', '84d2bc99c1c0d5b4798b9cf3530e32eefae2a2daa70b9047dc8277df95e67a51', '05111db2d99ad8bab04ee7c1ff4089e51a01b1e0381801d55f62e0a5222a42e5', '930da09d7a537fb9ee9dcf70972b78a8f545d01943f9615c4752323b264112d5', 'ef732eaffed5cdca231eb29cce08ff88c0591f4d570fa2cde28f99be199919e6');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('df5b3c06-ea68-4228-8f3e-afbaaadcb145', '738b3785-092e-4633-bc52-4f28b7f0beab', 'のばら', NULL, 'api', false, false, false, 1, '1576d524e1dce757ebe1fc17133070e13f2b6b2f02d1a855ef717a63f112b727', 'a25144edcdbc725e244832adcde6c9ece8f04bf1afa16d7974e9bd6585960135', 'acec17af0585b527a4778e3d95e7298e3c3fc908ba5cde52c4d1ef37cb33370a', '36707f574b21ae9f609f9b4066a9fcb54fc6f17aceaf9cfabf509df484e2d54b', '7f04a32ae9d00b7e4f7e300c9ae1e960a5f38348cf65381ce35f3ec995bd6923');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('0e3bd927-838d-497b-9bf8-54638cc4272f', '738b3785-092e-4633-bc52-4f28b7f0beab', NULL, NULL, 'web', true, false, false, 1, '60dbe78c0891edff79d1de4fef41cfad91b8675d67716db4f378f088908e3b98', '85d651e6a549ec44417579f3629ad858909a6148d7828bdbc48eedc493237b97', '29de4676338bc7c83587f105d86e5713c0555d3e2f5876541dded25caa63480a', '1968d85276fec73f1e94498f7d57412fcb4235a6b52962a78122be7580556b1a', '1cab447ca1ba9fac49c1edd05031e9ab9324afe285212d6fbcca5729c69648f5');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('cc99a7c7-2d41-437d-90ed-7f0567c3190a', '738b3785-092e-4633-bc52-4f28b7f0beab', 'ききょう', NULL, 'telephone', false, false, false, 1, 'f55712107d6a4ab75c1c54fd9b7aba01c874003a4a2c4a17a557f0f6f391ceac', '2457883fbf8f14092990ff2c70a3096f2ddcf3ba965b0f4b640155d7ea3e3ebb', '4c32748b328adf88d8e5eaeb31dc2d629f0def87671059a3f95934c86ffa59ac', 'a30e93a7eddc0d4f469d5f15bbd23c8eee0b698ca8e8cf2677e1cd01098e48b9', '2d52d32b011242bf860e6223a2156ac99374b430380e8848c4f4b2d2248a62c4');
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('b4c6afe1-44c8-4210-b0bc-39cff198a31f', '009e1d8b-880d-4161-9a20-808496f1e5a0', '8087910d-ded3-4892-82e0-f383d80fdb95', 'held', NULL);
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('d9d066e7-7c20-4323-9270-2f302ea7a142', 'ab519cd6-a968-4933-842a-fdca01f12ced', '8087910d-ded3-4892-82e0-f383d80fdb95', 'held', NULL);
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('262e839e-5140-46b9-a658-206032e2f900', 'b1078af6-5592-4bfc-95c5-cfeda17643ab', '8087910d-ded3-4892-82e0-f383d80fdb95', 'waiting', 1);
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('fc51b79b-a3b4-44c2-824d-601a30e84370', 'df5b3c06-ea68-4228-8f3e-afbaaadcb145', '6d422db4-e0e6-4c2e-82e3-18c60c672902', 'held', NULL);
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('0c013fba-f8aa-4e95-88b0-db76479c49c7', 'cc99a7c7-2d41-437d-90ed-7f0567c3190a', '2b011476-2a98-4947-9559-3ec790614375', 'held', NULL);
INSERT INTO nonce (hash, session_id) VALUES ('6eec1c48d6929f1099d6c2b09950f907cc5d4e543b02edf9ba67f26bf1a9d99e', 'e894b3c0-01ce-447f-bf9a-e672d4879654');
INSERT INTO nonce (hash, session_id) VALUES ('1a98fcce97db700fc5c4ba996e7e70f550c347344e0aabde2d1c2d91453c5dd0', '738b3785-092e-4633-bc52-4f28b7f0beab');
INSERT INTO tally (id, session_id, mode, seat, role, way, reserved, arrived) VALUES ('b73d38c9-1801-4eef-b3ce-7011be6e4952', '4809ec56-a1e7-4b77-9a9f-e7dabecc7ce1', 'in_person', 'talk', 'participant', 'web', 1, 1);
INSERT INTO membership (id, staff_id, role, organisation_id, venue_id) VALUES ('85aff7a1-8074-42be-b023-ad3a63882b65', 'c970780f-524b-4213-93ec-c9417628698d', 'organiser', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', NULL);
INSERT INTO membership (id, staff_id, role, organisation_id, venue_id) VALUES ('7ac0bf43-9c70-4fcb-8f72-d07c197dd804', '16ea2f90-8112-4e24-8940-96a7b53ed53e', 'facilitator', 'a2cf812c-1f7e-4b83-8148-4b24b23e8f60', NULL);
INSERT INTO membership (id, staff_id, role, organisation_id, venue_id) VALUES ('4309c2c6-85c2-464b-b9f8-6fe914face75', '623843ea-009e-4f18-af0a-8f2b5b39971c', 'venue_manager', NULL, '1ff44622-ef78-4506-9cea-42c0c064a768');
INSERT INTO facilitation (id, staff_id, series_id) VALUES ('62eb3e9e-7d67-478b-8d47-30185f0ed8f1', '16ea2f90-8112-4e24-8940-96a7b53ed53e', '3c93d448-6735-44e2-bf62-497fa436a773');
INSERT INTO sign_in (id, staff_id, token_hash, made_at, seen_at) VALUES ('72e025cd-9d84-4096-af7d-1b4eddaa330c', 'c970780f-524b-4213-93ec-c9417628698d', '8f2d159471de0b7f3486f57299568ad4dd5489e02e9a42cb38a5da5ed667a837', '2026-11-15 03:00:00+00:00', '2026-11-15 03:00:00+00:00');
INSERT INTO lease (name, holder, until) VALUES ('tidy', 'first process', '2026-11-15 03:05:00+00:00');
INSERT INTO version (kind, number, changed_at) VALUES ('programme', 12, '2026-11-15 03:00:00+00:00');
INSERT INTO version (kind, number, changed_at) VALUES ('availability', 3, '2026-11-15 03:00:00+00:00');
INSERT INTO migration (name, app_name, ran_on) VALUES ('2026-11-21T10:00:00:000000', 'hidamari', '2026-11-21 14:40:19.577661');
