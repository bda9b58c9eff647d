from tests.rig.client import Client


async def test_a_phrase_is_read_for_a_window(client: Client) -> None:
    asked = {"phrase": "偶数月第3金曜 13:30～15:30", "from": "2026-11-01", "to": "2027-02-28"}
    answer = await client.post("/api/timetables/read", json=asked)

    assert answer.status_code == 200
    assert answer.json()["sessions"] == [
        {"date": "2026-12-18", "start": "13:30", "end": "15:30"},
        {"date": "2027-02-19", "start": "13:30", "end": "15:30"},
    ]
    assert (answer.json()["missing"], answer.json()["phrase"]) == ([], asked["phrase"])


async def test_what_the_words_leave_out_is_named(client: Client) -> None:
    asked = {"phrase": "隔週木曜日", "from": "2026-11-01", "to": "2026-11-30"}
    open_ended = (await client.post("/api/timetables/read", json=asked)).json()
    settled = (await client.post("/api/timetables/read", json=asked | {"anchor": "2026-11-05"})).json()

    assert (open_ended["sessions"], open_ended["missing"]) == ([], ["anchor"])
    assert [session["date"] for session in settled["sessions"]] == ["2026-11-05", "2026-11-19"]


async def test_every_fault_is_told(client: Client) -> None:
    answer = await client.post("/api/timetables/read", json={"from": "x", "anchor": 5})

    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"field": "phrase", "message": "この欄が要ります。"},
        {"field": "anchor", "message": "文字で送ってください。"},
        {"field": "from", "message": "日付は 2026-11-22 のように書いてください。"},
        {"field": "to", "message": "この欄が要ります。"},
    ]


async def test_a_window_of_more_than_800_days_is_refused(client: Client) -> None:
    asked = {"phrase": "毎週金曜", "from": "2026-01-01", "to": "2030-01-01"}
    answer = await client.post("/api/timetables/read", json=asked)

    assert [fault["field"] for fault in answer.json()["errors"]] == ["to"]
