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
        source VARCHAR(40), second_look BOOLEAN NOT NULL DEFAULT FALSE, ward_limit INTEGER, ward_months INTEGER, ward_day INTEGER,
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
        changes TEXT NOT NULL, first DATE, months INTEGER NOT NULL DEFAULT 1,
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
        turn INTEGER NOT NULL, above INTEGER NOT NULL DEFAULT 0,
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
CREATE TABLE draft (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        first DATE NOT NULL,
        months INTEGER NOT NULL,
        digest VARCHAR(64) NOT NULL,
        staff_id UUID NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        looked_staff_id UUID,
        looked_at TIMESTAMPTZ,
        UNIQUE (organisation_id, first),
        CHECK (months BETWEEN 1 AND 12)
    );
CREATE TABLE embed_place (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        origin VARCHAR(300) NOT NULL,
        UNIQUE (organisation_id, origin)
    );
CREATE TABLE door_link (
        id UUID PRIMARY KEY,
        session_id UUID NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        token_hash VARCHAR(64) NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        ended_at TIMESTAMPTZ,
        UNIQUE (session_id),
        UNIQUE (token_hash)
    );
CREATE TABLE door_note (
        session_id UUID PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
        text TEXT NOT NULL
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
INSERT INTO organisation (id, slug, name, area, about, phone, web, year_end_first, year_end_last, named_periods, listed, source, second_look, ward_limit, ward_months, ward_day) VALUES ('fdf51aad-39ba-406c-baa0-0647ebc5acdb', 'nagi', 'なぎの会', '狛江市', '月に何度か、
集まります。', '03-0000-1111', NULL, '12-29', '01-03', '{}', true, NULL, true, 400, 2, 10);
INSERT INTO organisation (id, slug, name, area, about, phone, web, year_end_first, year_end_last, named_periods, listed, source, second_look, ward_limit, ward_months, ward_day) VALUES ('4bc69f79-422c-464d-b287-bb4e783b3a2a', 'kame', 'かめの会', NULL, NULL, NULL, NULL, '12-29', '01-03', '{"お盆": [["08-13", "08-16"]]}', true, NULL, false, NULL, NULL, NULL);
INSERT INTO venue (id, slug, name, area, address, address_public, way_in, about, phone, opening_text, opens, closes, listed, source) VALUES ('72b0c8d1-c69d-48d1-8d0f-2850090f2806', 'nagi-house', 'なぎの家', '狛江市', 'なぎ町1-2-3', true, NULL, NULL, NULL, NULL, '09:00:00', '21:00:00', true, NULL);
INSERT INTO venue (id, slug, name, area, address, address_public, way_in, about, phone, opening_text, opens, closes, listed, source) VALUES ('8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', 'kame-hall', 'kame-hallの家', NULL, 'かめ町4-5', false, NULL, NULL, NULL, NULL, NULL, NULL, true, NULL);
INSERT INTO room (id, venue_id, name, position, setup_minutes, clearing_minutes, touched) VALUES ('7c4a58b1-33f4-4ede-8c6c-7b052ada264a', '72b0c8d1-c69d-48d1-8d0f-2850090f2806', '和室', 0, 15, 30, 5);
INSERT INTO room (id, venue_id, name, position, setup_minutes, clearing_minutes, touched) VALUES ('a6cc4abc-d202-4dd1-aeb8-8b37e8a95615', '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', 'ホール', 0, 0, 0, 0);
INSERT INTO closure (id, venue_id, organisation_id, first, last, reason) VALUES ('1878a1cf-88b8-43b0-8e10-32c7f32b302d', '72b0c8d1-c69d-48d1-8d0f-2850090f2806', NULL, '2026-12-18', '2026-12-18', '館内工事のため');
INSERT INTO closure (id, venue_id, organisation_id, first, last, reason) VALUES ('424d855d-88c6-4409-a72a-e5b5794930b0', NULL, 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', '2026-12-12', '2026-12-13', '冬休み');
INSERT INTO former_slug (id, kind, slug, target_id) VALUES ('9ffc1afc-7232-4cf7-8901-3338b9e73e40', 'venue', 'old-house', '72b0c8d1-c69d-48d1-8d0f-2850090f2806');
INSERT INTO series (id, slug, title, discreet_title, about, audience, eligibility, registration, opens_days, opens_time, closes_days, closes_time, closes_minutes, promotion_minutes, fee, contact, phone, web, flow, belongings, way_in, in_person_note, online_note, join_link, join_minutes, opening_text, note, anonymous, listed, internal, planned_shown, planned_reservable, holiday_policy, parent_id, parent_gap, parallel_id, source, changed_at) VALUES ('bd154d79-c39e-439a-a6e5-8970b1f457fe', 'nagi-cafe', 'なぎカフェ', '予定', 'お茶を飲みながら。
途中からでも。', 'participant,family', NULL, 'walk_in_or_reserve', 60, '09:00:00', NULL, NULL, 60, 180, '100円', NULL, '03-0000-1111', NULL, NULL, NULL, NULL, NULL, 'ブラウザで開けます。', 'https://meet.example.jp/nagi', 15, NULL, NULL, false, true, false, true, true, 'undecided', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00');
INSERT INTO series (id, slug, title, discreet_title, about, audience, eligibility, registration, opens_days, opens_time, closes_days, closes_time, closes_minutes, promotion_minutes, fee, contact, phone, web, flow, belongings, way_in, in_person_note, online_note, join_link, join_minutes, opening_text, note, anonymous, listed, internal, planned_shown, planned_reservable, holiday_policy, parent_id, parent_gap, parallel_id, source, changed_at) VALUES ('1e6cb04a-6f92-4735-8fff-23ddedc723aa', 'nagi-soudan', '個別相談', '予定', NULL, '', NULL, 'reserve_required', NULL, NULL, NULL, NULL, NULL, 180, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15, NULL, NULL, false, true, false, true, false, 'undecided', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', 10, NULL, NULL, '2026-11-08 03:00:00+00:00');
INSERT INTO series (id, slug, title, discreet_title, about, audience, eligibility, registration, opens_days, opens_time, closes_days, closes_time, closes_minutes, promotion_minutes, fee, contact, phone, web, flow, belongings, way_in, in_person_note, online_note, join_link, join_minutes, opening_text, note, anonymous, listed, internal, planned_shown, planned_reservable, holiday_policy, parent_id, parent_gap, parallel_id, source, changed_at) VALUES ('72599fe8-eaff-421b-9e3f-94547c06a39a', 'nagi-shizuka', 'しずかな会', '予定', NULL, '', NULL, 'by_referral', NULL, NULL, NULL, NULL, NULL, 180, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15, NULL, NULL, false, false, false, true, false, 'undecided', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00');
INSERT INTO series (id, slug, title, discreet_title, about, audience, eligibility, registration, opens_days, opens_time, closes_days, closes_time, closes_minutes, promotion_minutes, fee, contact, phone, web, flow, belongings, way_in, in_person_note, online_note, join_link, join_minutes, opening_text, note, anonymous, listed, internal, planned_shown, planned_reservable, holiday_policy, parent_id, parent_gap, parallel_id, source, changed_at) VALUES ('23100ca5-95a9-4253-a5bf-8aa1776151e8', 'nagi-hatake', '畑の会', '予定', NULL, '', NULL, 'walk_in', NULL, NULL, NULL, NULL, NULL, 180, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 15, NULL, NULL, false, true, false, true, false, 'undecided', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('9838e084-81f5-47a1-8607-fd5c7c946e74', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', '2000-01-01');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('ef67fbf8-f73a-4137-b4df-b45de1e3d0c4', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '4bc69f79-422c-464d-b287-bb4e783b3a2a', '2027-09-01');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('dd8d7685-9621-43ea-bf8a-557eb6c3e518', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', '2000-01-01');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('75b57eae-c3f5-442e-a615-1a25abab66f5', '72599fe8-eaff-421b-9e3f-94547c06a39a', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', '2000-01-01');
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ('9faa4fc1-1f0f-47e9-bf41-3faaa8e3fa5f', '23100ca5-95a9-4253-a5bf-8aa1776151e8', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', '2000-01-01');
INSERT INTO host (id, series_id, organisation_id, role) VALUES ('0ff26580-e4c6-418d-a319-7eff8d9db99b', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '4bc69f79-422c-464d-b287-bb4e783b3a2a', '共催');
INSERT INTO line (id, series_id, position, words, anchor, timetable, promise_count, promise_per, promise_about, first, last, vacate, next_turn) VALUES ('8751067a-d660-4e20-b687-b0e592be6644', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', 0, '偶数月第3金曜 13:30～15:30', NULL, '{"entries":[{"rule":{"type":"nth_weekday","nths":[3],"weekdays":[4],"months":[2,4,6,8,10,12]},"hours":[{"id":"1330-1530","start":"13:30:00","end":"15:30:00"}],"closed":[],"instead":[],"shift":null,"open_on_holidays":false,"first":null,"last":null,"within":[]}],"tentative":false}', NULL, NULL, false, NULL, NULL, NULL, 12);
INSERT INTO line (id, series_id, position, words, anchor, timetable, promise_count, promise_per, promise_about, first, last, vacate, next_turn) VALUES ('95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', 0, '', NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, 0);
INSERT INTO line (id, series_id, position, words, anchor, timetable, promise_count, promise_per, promise_about, first, last, vacate, next_turn) VALUES ('8f143c0f-dedc-47ef-aa78-4858b98a5c65', '72599fe8-eaff-421b-9e3f-94547c06a39a', 0, '毎月第2土曜 10時～12時', NULL, '{"entries":[{"rule":{"type":"nth_weekday","nths":[2],"weekdays":[5],"months":[1,2,3,4,5,6,7,8,9,10,11,12]},"hours":[{"id":"1000-1200","start":"10:00:00","end":"12:00:00"}],"closed":[],"instead":[],"shift":null,"open_on_holidays":false,"first":null,"last":null,"within":[]}],"tentative":false}', NULL, NULL, false, NULL, NULL, NULL, 16);
INSERT INTO line (id, series_id, position, words, anchor, timetable, promise_count, promise_per, promise_about, first, last, vacate, next_turn) VALUES ('9f1fe088-8ccf-4c91-9e27-a87cdfc9e711', '23100ca5-95a9-4253-a5bf-8aa1776151e8', 0, '週2回', NULL, NULL, 2, 'week', false, NULL, NULL, NULL, 0);
INSERT INTO line_venue (id, line_id, position, venue_id, room_id) VALUES ('80d20493-573b-405d-a49a-a3be0797c8fb', '8751067a-d660-4e20-b687-b0e592be6644', 0, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', '7c4a58b1-33f4-4ede-8c6c-7b052ada264a');
INSERT INTO line_venue (id, line_id, position, venue_id, room_id) VALUES ('87105620-d5d7-46a6-94f9-7aaba7512630', '8751067a-d660-4e20-b687-b0e592be6644', 1, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL);
INSERT INTO line_venue (id, line_id, position, venue_id, room_id) VALUES ('56d00457-f95d-4cc2-911d-9132e2836edf', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', 0, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL);
INSERT INTO line_venue (id, line_id, position, venue_id, room_id) VALUES ('62c969ec-9a03-4ae4-8c2f-7078736b3943', '9f1fe088-8ccf-4c91-9e27-a87cdfc9e711', 0, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', NULL);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('6f9a0fba-7111-4218-a960-6ea4bef7a155', '8751067a-d660-4e20-b687-b0e592be6644', 'in_person', 'talk', 'number', 2);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('b9af0c35-75a5-471a-9630-3e24707d387b', '8751067a-d660-4e20-b687-b0e592be6644', 'in_person', 'listener', 'number', 1);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('1751a840-c676-4c5b-9174-d9994c1a8943', '8751067a-d660-4e20-b687-b0e592be6644', 'online', 'talk', 'none', NULL);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('ff1077e6-dc67-4542-8272-5faac0a34224', '8751067a-d660-4e20-b687-b0e592be6644', 'online', 'listener', 'unstated', NULL);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('32db9c34-d072-4f65-b63e-ecf7c851dadb', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', 'in_person', 'talk', 'number', 1);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('b82e87c0-853d-4c55-aaca-07b0f5eaa121', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', 'in_person', 'talk', 'number', 2);
INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ('b368a2d6-9d03-4dc1-814a-73aaeeaad56c', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', 'in_person', 'listener', 'number', 1);
INSERT INTO line_date (id, line_id, date, answer, reason) VALUES ('23f48e85-2ce3-43e1-a764-9ac0b46ac6c6', '8751067a-d660-4e20-b687-b0e592be6644', '2027-02-19', 'closed', NULL);
INSERT INTO line_date (id, line_id, date, answer, reason) VALUES ('bcf2af95-a269-4e7a-9468-791d2dcccc4d', '8751067a-d660-4e20-b687-b0e592be6644', '2027-04-16', 'open', NULL);
INSERT INTO information (id, organisation_id, kind, title, text, web, source) VALUES ('6d317d2f-ee47-461b-88e5-b4318506811c', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', 'newsletter', 'なぎ便り', '年に4回; 郵送も、''店先''でも', 'https://nagi.example/', NULL);
INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES ('0037d598-db3c-42dc-9c9d-0782896942b2', 'shusai@nagi.example', '$argon2id$v=19$m=65536,t=3,p=4$n1abcM6q+XvN0hOKRRS2bA$j0EF2e+RK3YH5CQ+FRirNxFUqBxfm5HkHROru/Rdf+A', true, '2026-11-08 03:00:00+00:00');
INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES ('f7272f52-ea0a-456c-8bfe-2555fb5cdec2', 'shinkou@nagi.example', '$argon2id$v=19$m=65536,t=3,p=4$Ep4cNULQPdudViO7QHB1pA$4dz4SvSiDqM+nVZUYRXc5qVwd9g69GpjGpBsjGqSfnc', true, '2026-11-08 03:00:00+00:00');
INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES ('bd14f7ea-6024-41c2-a57d-f48139ae2329', 'kaijou@nagi.example', '$argon2id$v=19$m=65536,t=3,p=4$Acyv+GUxvBrlSYhHqZwKbA$RhKUYtHfnXqjJCkzyOgf2G0+rPq69wM59PCEtcoKqSU', true, '2026-11-08 03:00:00+00:00');
INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES ('14c16f19-8aab-4809-b88e-d6a31fb5751a', 'kyodo@nagi.example', '$argon2id$v=19$m=65536,t=3,p=4$aqpW6PuiGazVdPlBkhZdeQ$GyJXXftRI5FizWsp96m9VQpmGHo1aMFUKBrtndNzrkA', true, '2026-11-08 03:00:00+00:00');
INSERT INTO edition (id, organisation_id, month, number, paper, published_at, staff_id, content, changes, first, months) VALUES ('2f061a99-ec1a-46df-99cc-5794e9c0615e', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', '2026-11-01', 1, 6821, '2026-11-08 03:00:00+00:00', NULL, '{"organisation":"なぎの会","month":"2026-11-01","form":2,"series":[{"id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","slug":"nagi-cafe","title":"なぎカフェ","about":"お茶を飲みながら。\n途中からでも。","audience":["participant","family"],"eligibility":null,"registration":"walk_in_or_reserve","fee":"100円","contact":null,"phone":"03-0000-1111","owner":"なぎの会","discreet_title":"予定","belongings":null,"hosts":[["共催","かめの会"]]},{"id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","slug":"nagi-soudan","title":"個別相談","about":null,"audience":[],"eligibility":null,"registration":"reserve_required","fee":null,"contact":null,"phone":null,"owner":"なぎの会","discreet_title":"予定","belongings":null,"hosts":[]}],"sessions":[{"id":"4bbcedce-acf7-4ed2-a3e4-178a30040ea8","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-11","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":null,"address":null,"heir":null},{"id":"efa1eea0-730a-5275-8b15-a653702923e5","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-11","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":null,"address":null,"heir":null},{"id":"12a41bdf-ac18-4e55-9395-8c1a8fe769fe","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-15","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"なぎの家","room":"和室","modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":"狛江市","address":"なぎ町1-2-3","heir":null},{"id":"e6d4bcb2-492b-5a02-b7db-87c0083d8ad7","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-15","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":"狛江市","address":"なぎ町1-2-3","heir":null},{"id":"d969603b-7320-474d-a463-7f015d9b2673","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-22","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":null,"address":null,"heir":null},{"id":"d61595d7-ec80-5427-a0ce-9f8e96b56e54","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-22","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":null,"address":null,"heir":null},{"id":"c7318003-5cde-4a4e-ba41-51606b0f030b","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-25","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"なぎの家","room":"和室","modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":"狛江市","address":"なぎ町1-2-3","heir":null},{"id":"4cb14e4f-f6fe-5351-96c7-74b12a691848","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-25","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":"狛江市","address":"なぎ町1-2-3","heir":null},{"id":"4631c7b5-0945-4ec2-81e0-d702319311a9","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-28","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":null,"address":null,"heir":null},{"id":"1d7a9542-727c-5d37-a1f9-d12ddb3314e7","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-28","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":null,"address":null,"heir":null}]}', '[]', '2026-11-01', 2);
INSERT INTO edition (id, organisation_id, month, number, paper, published_at, staff_id, content, changes, first, months) VALUES ('fb8f20a6-b6ed-4696-b2eb-dd0919481f2f', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', '2026-12-01', 1, 1867, '2026-11-08 03:00:00+00:00', NULL, '{"organisation":"なぎの会","month":"2026-12-01","form":2,"series":[{"id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","slug":"nagi-cafe","title":"なぎカフェ","about":"お茶を飲みながら。\n途中からでも。","audience":["participant","family"],"eligibility":null,"registration":"walk_in_or_reserve","fee":"100円","contact":null,"phone":"03-0000-1111","owner":"なぎの会","discreet_title":"予定","belongings":null,"hosts":[["共催","かめの会"]]},{"id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","slug":"nagi-soudan","title":"個別相談","about":null,"audience":[],"eligibility":null,"registration":"reserve_required","fee":null,"contact":null,"phone":null,"owner":"なぎの会","discreet_title":"予定","belongings":null,"hosts":[]}],"sessions":[{"id":"b626f1fe-0093-5934-aef3-4ef6f62e8af2","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-12-18","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":null,"venue":"なぎの家","room":"和室","modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":"狛江市","address":"なぎ町1-2-3","heir":null},{"id":"e05e8ddb-a22b-522c-8d75-e180d264b6b8","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-12-18","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":"狛江市","address":"なぎ町1-2-3","heir":null}]}', '[]', '2026-11-01', 2);
INSERT INTO edition (id, organisation_id, month, number, paper, published_at, staff_id, content, changes, first, months) VALUES ('7b1b95cd-e25b-49bd-98c2-9796d325eb05', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', '2026-11-01', 2, 2427, '2026-11-15 03:00:00+00:00', NULL, '{"organisation":"なぎの会","month":"2026-11-01","form":2,"series":[{"id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","slug":"nagi-cafe","title":"なぎカフェ","about":"お茶を飲みながら。\n途中からでも。","audience":["participant","family"],"eligibility":null,"registration":"walk_in_or_reserve","fee":"100円","contact":null,"phone":"03-0000-1111","owner":"なぎの会","discreet_title":"予定","belongings":null,"hosts":[["共催","かめの会"]]},{"id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","slug":"nagi-soudan","title":"個別相談","about":null,"audience":[],"eligibility":null,"registration":"reserve_required","fee":null,"contact":null,"phone":null,"owner":"なぎの会","discreet_title":"予定","belongings":null,"hosts":[]}],"sessions":[{"id":"4bbcedce-acf7-4ed2-a3e4-178a30040ea8","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-11","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":null,"address":null,"heir":null},{"id":"efa1eea0-730a-5275-8b15-a653702923e5","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-11","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":null,"address":null,"heir":null},{"id":"12a41bdf-ac18-4e55-9395-8c1a8fe769fe","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-15","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"なぎの家","room":"和室","modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":"狛江市","address":"なぎ町1-2-3","heir":null},{"id":"e6d4bcb2-492b-5a02-b7db-87c0083d8ad7","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-15","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":"狛江市","address":"なぎ町1-2-3","heir":null},{"id":"d969603b-7320-474d-a463-7f015d9b2673","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-22","starts":"13:30:00","ends":"15:30:00","state":"published","reason":null,"theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":null,"address":null,"heir":null},{"id":"d61595d7-ec80-5427-a0ce-9f8e96b56e54","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-22","starts":"15:40:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":null,"address":null,"heir":null},{"id":"c7318003-5cde-4a4e-ba41-51606b0f030b","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-26","starts":"10:00:00","ends":"12:00:00","state":"published","reason":null,"theme":"さいころ","venue":"なぎの家","room":"部屋は調整中","modes":["in_person","online"],"former_date":"2026-11-25","seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":"狛江市","address":"なぎ町1-2-3","heir":null},{"id":"4cb14e4f-f6fe-5351-96c7-74b12a691848","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-26","starts":"12:10:00","ends":null,"state":"published","reason":null,"theme":null,"venue":"なぎの家","room":null,"modes":["in_person"],"former_date":"2026-11-25","seats":["in_person/talk"],"area":"狛江市","address":"なぎ町1-2-3","heir":null},{"id":"4631c7b5-0945-4ec2-81e0-d702319311a9","series_id":"bd154d79-c39e-439a-a6e5-8970b1f457fe","date":"2026-11-28","starts":"13:30:00","ends":"15:30:00","state":"cancelled","reason":"大雪のため","theme":"さいころ","venue":"kame-hallの家","room":null,"modes":["in_person","online"],"former_date":null,"seats":["in_person/talk","in_person/listener","online/talk","online/listener"],"area":null,"address":null,"heir":null},{"id":"1d7a9542-727c-5d37-a1f9-d12ddb3314e7","series_id":"1e6cb04a-6f92-4735-8fff-23ddedc723aa","date":"2026-11-28","starts":"15:40:00","ends":null,"state":"cancelled","reason":"大雪のため","theme":null,"venue":"kame-hallの家","room":null,"modes":["in_person"],"former_date":null,"seats":["in_person/talk"],"area":null,"address":null,"heir":null}]}', '["なぎカフェ　11月25日（水） 13:30～15:30から11月26日（木） 10:00～12:00に移りました","なぎカフェ　11月26日（木） 10:00～12:00：部屋は調整中です","個別相談　11月25日（水） 15:40～から11月26日（木） 12:10～に移りました","なぎカフェ　11月28日（土） 13:30～15:30：中止になりました（大雪のため）","個別相談　11月28日（土） 15:40～：中止になりました（大雪のため）"]', '2026-11-01', 1);
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('b626f1fe-0093-5934-aef3-4ef6f62e8af2', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2026-12-18', '1330-1530', '2026-12-18', '13:30:00', '15:30:00', 'cancelled', false, true, true, NULL, NULL, '館内工事のため', NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('eb504dd7-0942-5068-b1be-f57e5ce0d0b9', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2027-04-16', '1330-1530', '2027-04-16', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('d276bb22-4bd4-556a-ae6d-2365465e6826', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2027-06-18', '1330-1530', '2027-06-18', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('81883048-a515-58d0-8eb7-f983449501ff', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2027-08-20', '1330-1530', '2027-08-20', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('fe11f805-2642-566d-84f1-63e17b429d28', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2027-10-15', '1330-1530', '2027-10-15', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('9b3b5800-af48-5c5f-9da3-d504b30d58a7', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2027-12-17', '1330-1530', '2027-12-17', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('68410d6b-03bf-5f53-a29b-d3b0953954c7', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2028-02-18', '1330-1530', '2028-02-18', '13:30:00', '15:30:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('4bbcedce-acf7-4ed2-a3e4-178a30040ea8', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2026-11-11', '4bbcedceacf74ed2a3e4178a30040ea8', '2026-11-11', '13:30:00', '15:30:00', 'published', true, true, true, NULL, NULL, NULL, 'さいころ', '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('12a41bdf-ac18-4e55-9395-8c1a8fe769fe', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2026-11-15', '12a41bdfac184e5593958c1a8fe769fe', '2026-11-15', '13:30:00', '15:30:00', 'published', true, true, true, NULL, NULL, NULL, 'さいころ', '72b0c8d1-c69d-48d1-8d0f-2850090f2806', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('d969603b-7320-474d-a463-7f015d9b2673', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2026-11-22', 'd969603b7320474da4637f015d9b2673', '2026-11-22', '13:30:00', '15:30:00', 'published', true, true, true, NULL, NULL, NULL, 'さいころ', '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('c7318003-5cde-4a4e-ba41-51606b0f030b', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2026-11-25', 'c73180035cde4a4eba4151606b0f030b', '2026-11-26', '10:00:00', '12:00:00', 'published', true, true, true, NULL, NULL, NULL, 'さいころ', '72b0c8d1-c69d-48d1-8d0f-2850090f2806', NULL, '2026-11-25', '13:30:00', NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('4631c7b5-0945-4ec2-81e0-d702319311a9', 'bd154d79-c39e-439a-a6e5-8970b1f457fe', '8751067a-d660-4e20-b687-b0e592be6644', '2026-11-28', '4631c7b509454ec281e0d702319311a9', '2026-11-28', '13:30:00', '15:30:00', 'cancelled', true, true, true, NULL, NULL, '大雪のため', 'さいころ', '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('efa1eea0-730a-5275-8b15-a653702923e5', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2026-11-11', '4bbcedce-acf7-4ed2-a3e4-178a30040ea8', '2026-11-11', '15:40:00', NULL, 'published', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', '4bbcedce-acf7-4ed2-a3e4-178a30040ea8', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('e6d4bcb2-492b-5a02-b7db-87c0083d8ad7', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2026-11-15', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe', '2026-11-15', '15:40:00', NULL, 'published', false, true, true, NULL, NULL, NULL, NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('d61595d7-ec80-5427-a0ce-9f8e96b56e54', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2026-11-22', 'd969603b-7320-474d-a463-7f015d9b2673', '2026-11-22', '15:40:00', NULL, 'published', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', 'd969603b-7320-474d-a463-7f015d9b2673', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('4cb14e4f-f6fe-5351-96c7-74b12a691848', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2026-11-25', 'c7318003-5cde-4a4e-ba41-51606b0f030b', '2026-11-26', '12:10:00', NULL, 'published', false, true, true, NULL, NULL, NULL, NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', 'c7318003-5cde-4a4e-ba41-51606b0f030b', '2026-11-25', '15:40:00', NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('1d7a9542-727c-5d37-a1f9-d12ddb3314e7', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2026-11-28', '4631c7b5-0945-4ec2-81e0-d702319311a9', '2026-11-28', '15:40:00', NULL, 'cancelled', false, true, true, NULL, NULL, '大雪のため', NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', '4631c7b5-0945-4ec2-81e0-d702319311a9', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('e05e8ddb-a22b-522c-8d75-e180d264b6b8', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2026-12-18', 'b626f1fe-0093-5934-aef3-4ef6f62e8af2', '2026-12-18', '15:40:00', NULL, 'cancelled', false, true, true, NULL, NULL, '館内工事のため', NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', 'b626f1fe-0093-5934-aef3-4ef6f62e8af2', NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('85ecebe5-d0d9-5cbe-9220-6e3a64d540fe', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2027-04-16', 'eb504dd7-0942-5068-b1be-f57e5ce0d0b9', '2027-04-16', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', 'eb504dd7-0942-5068-b1be-f57e5ce0d0b9', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('32f3c907-948e-5cde-954e-d1880e7561b7', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2027-06-18', 'd276bb22-4bd4-556a-ae6d-2365465e6826', '2027-06-18', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', 'd276bb22-4bd4-556a-ae6d-2365465e6826', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('598333f8-26db-55c6-a4a5-559a09adbe5d', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2027-08-20', '81883048-a515-58d0-8eb7-f983449501ff', '2027-08-20', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', '81883048-a515-58d0-8eb7-f983449501ff', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('7e82a10d-0b48-56c8-9d5d-caeaf1078a92', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2027-10-15', 'fe11f805-2642-566d-84f1-63e17b429d28', '2027-10-15', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', 'fe11f805-2642-566d-84f1-63e17b429d28', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('16d69fb1-9dbd-5c0e-83fd-b867848f4bc4', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2027-12-17', '9b3b5800-af48-5c5f-9da3-d504b30d58a7', '2027-12-17', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', '9b3b5800-af48-5c5f-9da3-d504b30d58a7', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('64997e77-2e58-5dd0-9875-cd58a74570b5', '1e6cb04a-6f92-4735-8fff-23ddedc723aa', '95e9b2e1-9f1a-4ded-8e5b-d201ece4788b', '2028-02-18', '68410d6b-03bf-5f53-a29b-d3b0953954c7', '2028-02-18', '15:40:00', NULL, 'planned', false, true, true, NULL, NULL, NULL, NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806', '68410d6b-03bf-5f53-a29b-d3b0953954c7', NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('c711a00a-0a6c-5e58-b28d-dfc4631a7dbb', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2026-11-14', '1000-1200', '2026-11-14', '10:00:00', '12:00:00', 'published', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3604501, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('b6268090-dca5-5fc7-849f-6f5249da5f6e', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2026-12-12', '1000-1200', '2026-12-12', '10:00:00', '12:00:00', 'cancelled', false, true, true, NULL, NULL, '冬休み', NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, '2026-11-08 03:00:00+00:00', 3614580, '2026-11-15 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('6849d66b-7f87-518e-a5e7-f6e5fd1234fa', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-01-09', '1000-1200', '2027-01-09', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('e84805c0-3b9e-5f1e-b6b9-ffafd66c9de3', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-02-13', '1000-1200', '2027-02-13', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('ede83cdc-c78d-5102-8d16-ce9ccb06a960', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-03-13', '1000-1200', '2027-03-13', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('45340461-2e99-50aa-8695-60cde13eae1e', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-04-10', '1000-1200', '2027-04-10', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('c05d1398-7a51-51e8-93b4-e79880d6ed57', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-05-08', '1000-1200', '2027-05-08', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('4c832995-6d86-5a0a-b02c-4054a46c684e', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-06-12', '1000-1200', '2027-06-12', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('ad97bac0-ed83-5dd4-b817-40d969b44741', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-07-10', '1000-1200', '2027-07-10', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('0c7c8087-d83c-57bc-b687-bb5d997a3858', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-08-14', '1000-1200', '2027-08-14', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('83a14723-1760-5108-8113-78238e35ee3d', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-09-11', '1000-1200', '2027-09-11', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('7f061dda-ec5f-588b-8e04-7ebd07382dc3', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-10-09', '1000-1200', '2027-10-09', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('b94bbaca-43af-5f22-a382-e93c0af4f1e6', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-11-13', '1000-1200', '2027-11-13', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('1999fd5f-43ef-5e6c-8683-8273eb9f6eb5', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2027-12-11', '1000-1200', '2027-12-11', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('59116e79-0bcd-5160-b8e4-1903c09d2b2e', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2028-01-08', '1000-1200', '2028-01-08', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO session (id, series_id, line_id, nominal, part, date, starts, ends, state, by_hand, shown, taking, flag, flag_text, cancel_reason, theme, venue_id, parent_id, former_date, former_starts, former_venue_id, join_link, published_at, sequence, changed_at) VALUES ('0359fbfd-9e22-561c-a89f-e540ad1dedf1', '72599fe8-eaff-421b-9e3f-94547c06a39a', '8f143c0f-dedc-47ef-aa78-4858b98a5c65', '2028-02-12', '1000-1200', '2028-02-12', '10:00:00', '12:00:00', 'planned', false, true, true, NULL, NULL, NULL, NULL, '8d53c04f-dfe5-4963-82b0-eef4a7daa6ba', NULL, NULL, NULL, NULL, NULL, NULL, 3604500, '2026-11-08 03:00:00+00:00');
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('71798cfc-49a5-47cf-bef2-bdc7b9f7c56d', '7c4a58b1-33f4-4ede-8c6c-7b052ada264a', 'd276bb22-4bd4-556a-ae6d-2365465e6826', NULL, 'granted', '2027-06-18 04:15:00+00:00', '2027-06-18 07:00:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('9ba9ec2b-0548-42f8-9fa7-3cd58e6712e5', '7c4a58b1-33f4-4ede-8c6c-7b052ada264a', 'fe11f805-2642-566d-84f1-63e17b429d28', NULL, 'granted', '2027-10-15 04:15:00+00:00', '2027-10-15 07:00:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('bddff429-5752-4f6e-8253-82e788500ff7', '7c4a58b1-33f4-4ede-8c6c-7b052ada264a', '68410d6b-03bf-5f53-a29b-d3b0953954c7', NULL, 'granted', '2028-02-18 04:15:00+00:00', '2028-02-18 07:00:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('1f09b32f-710a-400f-828b-99cdaefbedcf', '7c4a58b1-33f4-4ede-8c6c-7b052ada264a', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe', NULL, 'granted', '2026-11-15 04:15:00+00:00', '2026-11-15 07:00:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('f3bd33c2-5747-4671-ba0e-60121abf81fd', '7c4a58b1-33f4-4ede-8c6c-7b052ada264a', 'c7318003-5cde-4a4e-ba41-51606b0f030b', NULL, 'wish', '2026-11-26 00:45:00+00:00', '2026-11-26 03:30:00+00:00', NULL);
INSERT INTO booking (id, room_id, session_id, purpose, state, held_from, held_until, reason) VALUES ('e5819b1c-d4f6-4e87-834e-82933c25603c', '7c4a58b1-33f4-4ede-8c6c-7b052ada264a', NULL, '会議', 'wish', '2026-11-29 23:45:00+00:00', '2026-11-30 02:30:00+00:00', NULL);
INSERT INTO task (id, organisation_id, session_id, kind, text, made_at, done_at) VALUES ('1c75c897-9ec9-41ef-b4bb-033b8c83674b', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', 'b626f1fe-0093-5934-aef3-4ef6f62e8af2', 'closed', '12月18日（金） 13:30～15:30は、会場がお休みになりました（館内工事のため）。', '2026-11-15 03:00:00+00:00', NULL);
INSERT INTO task (id, organisation_id, session_id, kind, text, made_at, done_at) VALUES ('3e96ff19-057f-448d-9c29-cb925fc857d6', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', 'e05e8ddb-a22b-522c-8d75-e180d264b6b8', 'closed', '12月18日（金） 15:40～は、会場がお休みになりました（館内工事のため）。', '2026-11-15 03:00:00+00:00', NULL);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('963c3f19-ac99-4693-8c59-f6eb6967b2e2', 'b626f1fe-0093-5934-aef3-4ef6f62e8af2', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('eab2a6e9-3b39-4e09-a3f9-1fe2d5cfece1', 'b626f1fe-0093-5934-aef3-4ef6f62e8af2', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('01be3cb7-b950-434c-8201-c3ecd3a6f2ef', 'b626f1fe-0093-5934-aef3-4ef6f62e8af2', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('30e55561-f705-4732-91f7-3b43c4f3768f', 'b626f1fe-0093-5934-aef3-4ef6f62e8af2', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('16b8408e-a6fb-4f12-8cdb-ed02e71939fd', 'eb504dd7-0942-5068-b1be-f57e5ce0d0b9', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('e8e5dd99-e8a5-41f2-8b91-f2e41051efda', 'eb504dd7-0942-5068-b1be-f57e5ce0d0b9', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('b753ce3d-e635-4e5b-a6cb-3312c6f510fc', 'eb504dd7-0942-5068-b1be-f57e5ce0d0b9', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('c950d779-a725-473e-9d61-fc4524d87f26', 'eb504dd7-0942-5068-b1be-f57e5ce0d0b9', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('2094d95e-08f2-4b21-b0ad-b67da1358b39', 'd276bb22-4bd4-556a-ae6d-2365465e6826', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('c77a0680-a6d5-41f9-bc33-35636f0c028d', 'd276bb22-4bd4-556a-ae6d-2365465e6826', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('acac5d6a-5728-48ee-8966-21a62672a818', 'd276bb22-4bd4-556a-ae6d-2365465e6826', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('34488c3f-a45f-4675-87a7-1ebe9203646f', 'd276bb22-4bd4-556a-ae6d-2365465e6826', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('82686929-b189-4a06-9e3f-da32dd8d65b4', '81883048-a515-58d0-8eb7-f983449501ff', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('ffcd4269-0768-42ab-a3d8-fe561ebbf564', '81883048-a515-58d0-8eb7-f983449501ff', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('d7ce634c-d752-4f68-bc0c-8842f25eb5df', '81883048-a515-58d0-8eb7-f983449501ff', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('b87ba415-ecfd-4196-b513-0ed3d0e8c54f', '81883048-a515-58d0-8eb7-f983449501ff', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('de957a29-03c1-4730-af94-163b7d357194', 'fe11f805-2642-566d-84f1-63e17b429d28', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('ee5bff72-d9a0-42a7-8e14-b4efa0594128', 'fe11f805-2642-566d-84f1-63e17b429d28', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('e07de031-fda6-4328-ba6c-390de94f070b', 'fe11f805-2642-566d-84f1-63e17b429d28', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('497b1fc5-e11e-45f5-b1f1-e9e774261338', 'fe11f805-2642-566d-84f1-63e17b429d28', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('2b664c52-18e9-4942-adee-b112486cdc41', '9b3b5800-af48-5c5f-9da3-d504b30d58a7', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('fd8158a5-33ca-43c8-9ab4-f225aacab1df', '9b3b5800-af48-5c5f-9da3-d504b30d58a7', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('01e6f74e-c673-4d8c-b169-281d0f221170', '9b3b5800-af48-5c5f-9da3-d504b30d58a7', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('7087e00a-ed80-45e6-b09f-55327fa26139', '9b3b5800-af48-5c5f-9da3-d504b30d58a7', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('f620aa70-047f-4540-b98d-8541bab03a41', '68410d6b-03bf-5f53-a29b-d3b0953954c7', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('74dcc144-9815-4977-9108-ac4a888d8453', '68410d6b-03bf-5f53-a29b-d3b0953954c7', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('b4cfcee6-17ec-445b-a82b-6179f5594dc1', '68410d6b-03bf-5f53-a29b-d3b0953954c7', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('1294e703-841d-4379-987e-8339aed904cc', '68410d6b-03bf-5f53-a29b-d3b0953954c7', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('f5c4af22-5817-41cc-8074-b1e05a03830d', '4bbcedce-acf7-4ed2-a3e4-178a30040ea8', 'in_person', 'talk', 'number', 2, 0, 0, 0, 1, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('71a5c8f9-e4bb-43f9-9ca2-03d5d637869b', '4bbcedce-acf7-4ed2-a3e4-178a30040ea8', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('04d47d5e-ff8b-47fe-8175-8873d52c9baf', '4bbcedce-acf7-4ed2-a3e4-178a30040ea8', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('b3971fef-f06d-4eb8-9d21-7278f5b3bde5', '4bbcedce-acf7-4ed2-a3e4-178a30040ea8', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('34a97394-de99-45c7-8945-b15dbff3d6c5', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe', 'in_person', 'talk', 'number', 2, 0, 2, 0, 2, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('92830799-c2df-4476-bcf4-3cb20eda5900', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe', 'in_person', 'listener', 'number', 1, 0, 2, 0, 2, 0, 0, 1);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('a5c9b974-3271-4c06-b565-fb17389aca0b', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('8b559f1c-0e75-4c76-adfa-73844a54b7e0', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('50eff5e6-0519-4476-b926-862acc52724a', 'd969603b-7320-474d-a463-7f015d9b2673', 'in_person', 'talk', 'number', 2, 2, 0, 1, 0, 0, 1, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('850caf4d-2371-4868-a4dd-69fec08e34fe', 'd969603b-7320-474d-a463-7f015d9b2673', 'in_person', 'listener', 'number', 1, 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('d467a316-c27a-4d0d-9f0a-59155c05fb95', 'd969603b-7320-474d-a463-7f015d9b2673', 'online', 'talk', 'none', NULL, 1, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('13935af4-1794-449a-bd51-77e693fc3d0c', 'd969603b-7320-474d-a463-7f015d9b2673', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('a72b5699-ad50-462e-80e8-affa37d04d8a', 'c7318003-5cde-4a4e-ba41-51606b0f030b', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('f27b645c-a821-461c-9a28-d86495c0cfb3', 'c7318003-5cde-4a4e-ba41-51606b0f030b', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('8e3bf065-ba8f-452c-9782-4b720034c76c', 'c7318003-5cde-4a4e-ba41-51606b0f030b', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('0b3872bb-709b-47a3-8e99-4102f73a361d', 'c7318003-5cde-4a4e-ba41-51606b0f030b', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('e488e28e-5413-4226-9f92-73bd9f676ace', '4631c7b5-0945-4ec2-81e0-d702319311a9', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('77c00a16-0b2d-4c48-8e5c-26073aa510af', '4631c7b5-0945-4ec2-81e0-d702319311a9', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('ef47ec15-2a7e-43ab-97d9-f92d766d44ad', '4631c7b5-0945-4ec2-81e0-d702319311a9', 'online', 'talk', 'none', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('b73602e0-23af-4226-baeb-c04bb72d03ba', '4631c7b5-0945-4ec2-81e0-d702319311a9', 'online', 'listener', 'unstated', NULL, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('2fa0b09b-bfb2-45af-85c5-5715a2a75058', 'efa1eea0-730a-5275-8b15-a653702923e5', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('78ae3937-c0ef-4008-b69c-21161c61dec6', 'e6d4bcb2-492b-5a02-b7db-87c0083d8ad7', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('860c981b-7dd9-44c7-9c17-dde027f82d9d', 'd61595d7-ec80-5427-a0ce-9f8e96b56e54', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('0a7701fd-e704-42c7-bc27-9d0b8f484209', '4cb14e4f-f6fe-5351-96c7-74b12a691848', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('f08879b0-44c2-4402-8388-3a30402c3ecd', '1d7a9542-727c-5d37-a1f9-d12ddb3314e7', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('5e53647b-2ea4-4e40-8f21-fbb7d91a46e4', 'e05e8ddb-a22b-522c-8d75-e180d264b6b8', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('635dd357-6f45-484f-848d-eb837bb05812', '85ecebe5-d0d9-5cbe-9220-6e3a64d540fe', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('3eec81b4-9ed3-42c7-98ca-1169460c03b9', '32f3c907-948e-5cde-954e-d1880e7561b7', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('1c2445f7-990b-492c-b448-f599b9fa04c6', '598333f8-26db-55c6-a4a5-559a09adbe5d', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('22094cd3-7a7c-42a4-a921-dec396994a96', '7e82a10d-0b48-56c8-9d5d-caeaf1078a92', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('ae097b40-93d0-4e05-900e-be65d33dbfb9', '16d69fb1-9dbd-5c0e-83fd-b867848f4bc4', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('c7f23346-4480-4007-8aec-258ba385378d', '64997e77-2e58-5dd0-9875-cd58a74570b5', 'in_person', 'talk', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('d46d563e-47d4-46ec-add6-27c0d890f192', 'c711a00a-0a6c-5e58-b28d-dfc4631a7dbb', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('48faa8ee-40f0-4217-bea0-1dd089e0bf2e', 'c711a00a-0a6c-5e58-b28d-dfc4631a7dbb', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('fe0c55a7-7c4c-4a5a-b5eb-7f4af1dac21d', 'b6268090-dca5-5fc7-849f-6f5249da5f6e', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('3252bedd-0181-4d4a-bbd5-758d59f7fe3f', 'b6268090-dca5-5fc7-849f-6f5249da5f6e', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('425e7645-894c-4d5d-9a80-834a8a820700', '6849d66b-7f87-518e-a5e7-f6e5fd1234fa', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('d9d1e6c0-da02-49fc-87f5-44d4c09fd468', '6849d66b-7f87-518e-a5e7-f6e5fd1234fa', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('838cd5d3-443d-4c7a-8696-749c5701364a', 'e84805c0-3b9e-5f1e-b6b9-ffafd66c9de3', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('44e94a77-ef6e-4e46-82f4-24e60748d21d', 'e84805c0-3b9e-5f1e-b6b9-ffafd66c9de3', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('cf8fa5f4-279f-4d18-9d8f-52077ead006c', 'ede83cdc-c78d-5102-8d16-ce9ccb06a960', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('969332f4-7df3-462e-847f-a4a21e1c68e1', 'ede83cdc-c78d-5102-8d16-ce9ccb06a960', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('0bc5dae7-fb32-48c5-b11a-1801b6db6cb8', '45340461-2e99-50aa-8695-60cde13eae1e', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('55ee5135-5a3f-4591-bd31-c0ed7b3b0996', '45340461-2e99-50aa-8695-60cde13eae1e', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('934a4958-4cd4-4c5e-9372-786f3f69c1ab', 'c05d1398-7a51-51e8-93b4-e79880d6ed57', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('25617c50-d92f-4bc5-8a60-14af6b2c1b70', 'c05d1398-7a51-51e8-93b4-e79880d6ed57', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('9cf88dba-1670-4fbb-8352-7311bb3b9d2d', '4c832995-6d86-5a0a-b02c-4054a46c684e', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('9fea65a0-4637-44f6-a049-662da1a32f59', '4c832995-6d86-5a0a-b02c-4054a46c684e', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('ca9e86ad-dcf4-4da0-a26b-a963e27a7220', 'ad97bac0-ed83-5dd4-b817-40d969b44741', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('5d39b13b-f7d0-463d-bf23-ddc3cb8576d0', 'ad97bac0-ed83-5dd4-b817-40d969b44741', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('a9a82de3-6acc-4075-a67b-4781d65cdafd', '0c7c8087-d83c-57bc-b687-bb5d997a3858', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('e12052b2-3030-4be5-9d66-42bcdceec8f8', '0c7c8087-d83c-57bc-b687-bb5d997a3858', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('137d1ede-f57d-48a1-8ec4-a8e7f47c3f64', '83a14723-1760-5108-8113-78238e35ee3d', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('a36c0160-428f-492b-bbd5-72d39f91fb88', '83a14723-1760-5108-8113-78238e35ee3d', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('a998a12c-9682-4758-8e7e-9621d9f1ac03', '7f061dda-ec5f-588b-8e04-7ebd07382dc3', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('1384c215-0577-4d7a-91e3-fa8298b548b4', '7f061dda-ec5f-588b-8e04-7ebd07382dc3', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('511d6f49-801a-4202-8238-daec7ccc9118', 'b94bbaca-43af-5f22-a382-e93c0af4f1e6', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('6b1922b0-fa24-42a5-ad09-4f0a748d8ed8', 'b94bbaca-43af-5f22-a382-e93c0af4f1e6', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('b0768c9d-de5e-4f6c-9ce9-b366d13242f7', '1999fd5f-43ef-5e6c-8683-8273eb9f6eb5', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('39682677-3fef-49c3-9350-2d29bf9005bc', '1999fd5f-43ef-5e6c-8683-8273eb9f6eb5', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('14cf5754-1aad-496a-ae1b-de0834e56893', '59116e79-0bcd-5160-b8e4-1903c09d2b2e', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('d398097f-2485-4f31-b253-ee35112a5fd7', '59116e79-0bcd-5160-b8e4-1903c09d2b2e', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('c09390ab-6f85-435a-89d6-c890b6169c29', '0359fbfd-9e22-561c-a89f-e540ad1dedf1', 'in_person', 'talk', 'number', 2, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO pool (id, session_id, mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn, above) VALUES ('fe260712-77f3-4ca4-b7f2-f3d7ba6a80a6', '0359fbfd-9e22-561c-a89f-e540ad1dedf1', 'in_person', 'listener', 'number', 1, 0, 0, 0, 0, 0, 0, 0);
INSERT INTO invitation (id, series_id, version, code_hash, label, made_at, ended_at) VALUES ('c907ac3d-f91f-447d-8d02-bb3d4ed77db9', '72599fe8-eaff-421b-9e3f-94547c06a39a', 1, '14066cb4f7bb4e449d79222279c95d5652555a864433518b3fcee5ee71ee6301', '保健所から', '2026-11-08 03:00:00+00:00', NULL);
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('28bbfd4d-406b-4d32-b78c-89b38f1aa3a8', 'd969603b-7320-474d-a463-7f015d9b2673', 'すみれ', 'family', 'web', false, false, false, 1, '040530b26db45c0c9d8ffadf07898d908706a6322ba98a53b757d8fa0551dde9', 'c31f10f6872177490c88d2525b986e6f79196f44fe387c88a8a10d652811310f', '2e4e9aeead306fa37a4be91b6f70390d39e287d77580a8490436415b5d5a89f5', 'c4f484d24501d765595467d36ebb30216033a7b56ae3c9bbfa6bc041b5a7324b', '8dcb6d8c8b9f608e8a43a268d63ef89e3bd110c833e8ab401895c196a08172af');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('5e65ff1d-e739-4e2c-8ce8-32b4d4e908da', 'd969603b-7320-474d-a463-7f015d9b2673', 'つばき', NULL, 'web', false, false, false, 1, '2781a4ecbae2ae2439416df36dc7ddb88b858632ef807178aa10474577c1a733', '80e3f0d7415a83966f855ab61c05367c08cd05365de64a04b2cb0931cbeaaab2', '55dc5c99cb115250384facc266330ad0ed0a5b2dc9e66de9c4c1ac690f3911ca', '4294f70a5a8ee3c57c479126dc72b7c6c242ce5272c060df7762852c1c7b6ef1', '816b847d49255ee839c865b5c8e8f97df2a49c948852704257a6fe81cac4aabd');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('b347c7a4-be50-4d3e-9d86-51bf9c6abfac', 'd969603b-7320-474d-a463-7f015d9b2673', 'れんげ', NULL, 'web', false, false, false, 1, 'edcf2b19c1d34fbd462ee138e0067f52a3138ac40d381bdebbe479e8446100f1', '6e09d31737307defc0212ac0712ab2f4933222d713645207113d04d6a5bde9a3', 'd304adecbfa702e0b0e9f591028b798d80aae446738f1ee77f0477360d6487ca', '4a7c1072f62f60f3f0ef99abadf754767794c6b0dbe228272bf78aaa7fa5f513', 'ef2ad429367866846261623745ed679819e478dbf57a203c2a2d8fa856afa3c3');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('2a8d00cf-9cad-494e-8e98-d749034ee548', 'd969603b-7320-474d-a463-7f015d9b2673', 'のばら', NULL, 'api', false, false, false, 1, '8c23d382dad32b6bf912b2a4a8491a806eb3ef278bd96f022ffc6493721d8896', 'f815ad7564b5a25eb8595b01fe5d308677fc16a4c418c558cb30a00033f177a0', 'd61459159c9d726c51eeea3dd969925235684eca7f0f26bd222d894b28cdad89', '8a85e79ac4221b044223a7526e6060fcd15bb4611b1154ae0ddcc9446167d802', '4fe827764b60736249250846730ad2e271a579c787827a18cf4858a0a7ac5ad3');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('46ac0085-264c-42f6-8298-931ac4afa239', 'd969603b-7320-474d-a463-7f015d9b2673', NULL, NULL, 'web', true, false, false, 1, 'e0c0c77e6f1009d1d881a932111c64f5b29380721352470e2090b5080b4e2be0', '5997a4059063d401edb0254d6b1bcc759be7f3b8f2a53d6a9aeb354729ab2a86', 'b3ab7c349bda74e040517d82feb1aad4f72360885756615065e1c1aeda1c9eef', '78c361ddd2920b7041fdc32269a0f3e9d9eaa4193725ef4c55176e2c9545776d', '98006213179ef6f00fc634115fd8909a69e0dafba9baf4f4cbe19a94cef96c11');
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash) VALUES ('6cc116c8-ab14-41bc-b711-cb36823e6bfc', 'd969603b-7320-474d-a463-7f015d9b2673', 'ききょう', NULL, 'telephone', false, false, false, 1, '0488d0751178822afbfe41cdbd8b6e7d293f79790296369cdcfb16f6ce26c39b', 'c2ecbf50da32383b1e483e5301e2b4e77f14b5eabe938fdc0b7ef360804bbd95', '32fc116841b7aae23de8162b985d78fdaf585ea091c779a0d1c1e44171bf9ddd', 'a2f883ccd51d8db2466ca2d1b123f38cb55f09cb76587d9fcf206e021c7073f6', '4446d0b27d362c7ed82f4cc8483609d9b127791013f529f903f28dd830a2c47c');
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('91bbba62-0fa1-4ef4-b90f-647357ac503c', '28bbfd4d-406b-4d32-b78c-89b38f1aa3a8', '50eff5e6-0519-4476-b926-862acc52724a', 'held', NULL);
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('89be8fda-e0ea-4624-9dc9-f45438dcdfbf', '5e65ff1d-e739-4e2c-8ce8-32b4d4e908da', '50eff5e6-0519-4476-b926-862acc52724a', 'held', NULL);
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('ff4dc719-99f7-4f89-80e8-6efa0e8c0a55', 'b347c7a4-be50-4d3e-9d86-51bf9c6abfac', '50eff5e6-0519-4476-b926-862acc52724a', 'waiting', 1);
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('4c516cd0-65d8-47c3-8351-330caf6ee0b6', '2a8d00cf-9cad-494e-8e98-d749034ee548', '850caf4d-2371-4868-a4dd-69fec08e34fe', 'held', NULL);
INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ('9dbedaa3-240d-4504-a231-5bef1abf1936', '6cc116c8-ab14-41bc-b711-cb36823e6bfc', 'd467a316-c27a-4d0d-9f0a-59155c05fb95', 'held', NULL);
INSERT INTO nonce (hash, session_id) VALUES ('36fa94b510e6258cab55405adce36150cfff79af19885fbc9d315f3231392f4f', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe');
INSERT INTO nonce (hash, session_id) VALUES ('1e57fc876aaccfbbc5663cf0cb4da5f4a201e3569af0f212c4895396cabff840', 'd969603b-7320-474d-a463-7f015d9b2673');
INSERT INTO nonce (hash, session_id) VALUES ('f476493a5fe37bafd3342c3de3b5bddc05326cab1b385c18f131d723faf54987', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe');
INSERT INTO tally (id, session_id, mode, seat, role, way, reserved, arrived) VALUES ('a5704057-e2de-4ebe-a153-618516b3bfd4', '4bbcedce-acf7-4ed2-a3e4-178a30040ea8', 'in_person', 'talk', 'participant', 'web', 1, 1);
INSERT INTO membership (id, staff_id, role, organisation_id, venue_id) VALUES ('70365330-7bee-4584-8b10-2ef221acc78c', '0037d598-db3c-42dc-9c9d-0782896942b2', 'organiser', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', NULL);
INSERT INTO membership (id, staff_id, role, organisation_id, venue_id) VALUES ('28f8ad6f-6aee-4166-9439-158fcb549a95', 'f7272f52-ea0a-456c-8bfe-2555fb5cdec2', 'facilitator', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', NULL);
INSERT INTO membership (id, staff_id, role, organisation_id, venue_id) VALUES ('84cf9a43-6e98-4c06-83c5-bae008fe5403', 'bd14f7ea-6024-41c2-a57d-f48139ae2329', 'venue_manager', NULL, '72b0c8d1-c69d-48d1-8d0f-2850090f2806');
INSERT INTO membership (id, staff_id, role, organisation_id, venue_id) VALUES ('c5e9b372-3fb0-4ac2-b811-c5f8fc749c6d', '14c16f19-8aab-4809-b88e-d6a31fb5751a', 'organiser', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', NULL);
INSERT INTO facilitation (id, staff_id, series_id) VALUES ('44669dce-e39d-4dfb-ab67-18b003373e28', 'f7272f52-ea0a-456c-8bfe-2555fb5cdec2', 'bd154d79-c39e-439a-a6e5-8970b1f457fe');
INSERT INTO sign_in (id, staff_id, token_hash, made_at, seen_at) VALUES ('607b96d1-1764-4b58-adae-160316b3025d', '0037d598-db3c-42dc-9c9d-0782896942b2', 'e1d4485729566c22cf64b18a509f11a074e884ecf5ba4c81244546460998a1dc', '2026-11-15 03:00:00+00:00', '2026-11-15 03:00:00+00:00');
INSERT INTO lease (name, holder, until) VALUES ('tidy', 'first process', '2026-11-15 03:05:00+00:00');
INSERT INTO version (kind, number, changed_at) VALUES ('programme', 13, '2026-11-15 03:00:00+00:00');
INSERT INTO version (kind, number, changed_at) VALUES ('availability', 4, '2026-11-15 03:00:00+00:00');
INSERT INTO draft (id, organisation_id, first, months, digest, staff_id, made_at, looked_staff_id, looked_at) VALUES ('7a995f02-5eb0-4c8a-993f-3dd59f3bf5bf', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', '2027-04-01', 2, '956022cefb4ac996a40f7c40325df414bcf3d711e753480284c1e97101ed4fb7', '0037d598-db3c-42dc-9c9d-0782896942b2', '2026-11-15 03:00:00+00:00', NULL, NULL);
INSERT INTO embed_place (id, organisation_id, origin) VALUES ('c137ab03-6833-444f-8205-0bfceb56f9d5', 'fdf51aad-39ba-406c-baa0-0647ebc5acdb', 'https://www.city.nagi.example');
INSERT INTO door_link (id, session_id, version, token_hash, made_at, ended_at) VALUES ('6ec5bbce-46c0-491c-b5de-73839820ce9d', '12a41bdf-ac18-4e55-9395-8c1a8fe769fe', 1, '52388e74a357e0780b0215fa236ac974b9936845101a3e4b22b505937f52f1c9', '2026-11-15 03:00:00+00:00', NULL);
INSERT INTO door_note (session_id, text) VALUES ('12a41bdf-ac18-4e55-9395-8c1a8fe769fe', '鍵は受付にあります。
''裏口''から。');
INSERT INTO migration (name, app_name, ran_on) VALUES ('2026-11-21T10:00:00:000000', 'hidamari', '2026-11-21 16:20:00.705673');
INSERT INTO migration (name, app_name, ran_on) VALUES ('2026-11-21T11:00:00:000000', 'hidamari', '2026-11-21 16:20:00.709091');
INSERT INTO migration (name, app_name, ran_on) VALUES ('2026-11-21T12:00:00:000000', 'hidamari', '2026-11-21 16:20:00.709475');
INSERT INTO migration (name, app_name, ran_on) VALUES ('2026-11-21T13:00:00:000000', 'hidamari', '2026-11-21 16:20:00.711084');
