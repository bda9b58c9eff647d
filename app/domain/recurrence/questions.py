"""The one question for each thing that words leave open, as a volunteer would ask it."""

QUESTIONS = {
    "weekday": "何曜日ですか",
    "week": "第何週ですか（例: 第2・第4）",
    "month": "何月に開きますか（例: 偶数月、5月と11月）",
    "date": "日にちを教えてください（例: 4月18日、5月16日）",
    "anchor": "最初の日はいつですか（例: 2026年4月8日）",
    "year": "何年のことですか（例: 2026年）",
    "bounds": "いつからいつまでですか（例: 8月13日～16日）",
    "choice": "どちらの日ですか。ひとつに決めて書いてください",
    "rule": "いつ開きますか（例: 毎月第3日曜 10時～12時）",
}


def question(code: str, words: str) -> str:
    """The question for a missing code, with the words that leave it open where there are some."""
    asked = QUESTIONS[code]
    return f"「{words}」は、{asked}" if words else asked
