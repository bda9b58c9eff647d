"""One spelling for each thing, before reading: width, radicals, numerals, dashes, stray spaces."""

import re
import unicodedata

from app.domain.text import fold_radicals

SIGNS = str.maketrans(
    {
        **dict.fromkeys("〜～∼⁓˜", "~"),
        **dict.fromkeys("‐‑‒–—―−-－", "-"),
        **dict.fromkeys("，,､", "、"),
        **dict.fromkeys("·•･", "・"),
        **dict.fromkeys("[{〔［｛<《", "("),
        **dict.fromkeys("]}〕］｝>》", ")"),
        **dict.fromkeys("●○■□◆◇◎▼▽▶►▲△✿♪【】『』「」|", " "),
        **dict.fromkeys("*＊★☆✳", "※"),
    }
)
KANJI_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
ENGLISH = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "月火水木金土日", strict=True))
NUMERAL = "[〇一二三四五六七八九十]+"
COUNTER = r"(?=\s*(?:回|時(?!代)|分(?!野)|日(?!市)|月(?!会)|年(?!生)|週|[かヶケカヵ箇]月|[かヶケカヵ箇]所|階|名|人|度|部|歳))"

# ①②: a mark before a statement (①第1木曜), but a number behind 第 and in its list (第①・③土曜, ②④土曜).
_MARKER = re.compile(
    r"(?:(?<!第)(?<![・、,.と~～①-⑳])[①-⑳⑴-⒇]|(?<!第)[①-⑳⑴-⒇](?=\s|[^\s①-⑳・、,.と~～週の土日月火水木金(（曜㈪-㈰]))"
)
_CIRCLED_WEEKS = re.compile(
    r"(?<![①-⑳])(?:第\s*)?([①-⑤](?:[・、,.と]?[①-⑤])+)(?=週?の?[(（]?(?:[月火水木金土日](?![一-龥](?<!曜))|[㈪-㈰]))"
)
_ROMAN = re.compile(r"第\s*([Ⅰ-Ⅴ])")
_AFTER_ORDINAL = re.compile(rf"第\s*({NUMERAL})")
_IN_LIST = re.compile(
    rf"(?<=\d)((?:[・、.~]|と|及び|および)\s*)({NUMERAL})(?=[・、.~週の\s(と及火水木金土日]|月曜|月$)"
)
_COUNTED = re.compile(
    rf"(?<![一-龥])({NUMERAL}){COUNTER}|(?<=[毎隔各週月年令和平成・、~からに前後夜朝昼日曜時])({NUMERAL}){COUNTER}"
)
_LONG_MARK = re.compile(r"(?<=[\d時分半日曜月火水木金土)])ー(?=[\d月火水木金土日午正第])")
_HYPHEN = re.compile(r"(?<=[\d時分半午日曜月火水木金土)MmＭ])\s*-+\s*(?=[\d月火水木金土日午正第AaPp])")
_ISO = re.compile(r"(20\d\d)-(\d{1,2})-(\d{1,2})")
_ERA_MONTH = re.compile(r"(?<![A-Za-z])R(\d{1,2})[./](\d{1,2})(?![./\d])")
_ENGLISH = re.compile(r"\(\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?\s*\)", re.IGNORECASE)
_HEADED_CLOSING = re.compile(r"【\s*((?:お?休み|定休|休館|休業|休室|休所|休園|閉館|閉所)日?)\s*】")
_KANA_HOURS = re.compile(
    r"(?<![ぁ-ん])(?:(?P<朝>あさ)|お?(?P<昼>ひる)|(?P<夕>ゆうがた)|(?P<夜>よる))の?\s*(?=\d{1,2}[時:])"
)
_YEAR_TWICE = re.compile(
    r"(?:令和|R)\s*(\d{1,2})年(度?)\s*\((20\d\d)年?度?\)|(20\d\d)年(度?)\s*\((?:令和|R)\s*(\d{1,2})年?度?\)"
)
_PHONE = re.compile(r"\(?0\d{1,4}\)?-?\d{1,4}-\d{3,4}")
_SPACED = (
    (re.compile(r"(?<=第)\s+(?=\d)"), ""),
    (re.compile(r"(?<=\d)\s+(?=[月日時分回週年度人名か](?![曜]))"), ""),
    (re.compile(r"(?<=[毎隔各])\s+(?=[月週日])"), ""),
    (re.compile(r"(?<=[月火水木金土日])\s+(?=曜)"), ""),
    (re.compile(r"(?<=曜)(?=[月火水木金土日]曜)|(?<=曜日)(?=[月火水木金土日]曜)"), "・"),
    (re.compile(r"(?<=日)\s+(?=時\s*:)"), ""),
    (re.compile(r"(?<=曜)\s+(?=日(?![曜・]))"), ""),
    (re.compile(r"(?<=[週月年])\s+(?=\d+\s*回)"), ""),
    (re.compile(r"(?<=\d)\s*:\s*(?=\d\d)"), ":"),
    (re.compile(r"\s*~\s*"), "~"),
    (re.compile(r"~{2,}"), "~"),
    (re.compile(r"(?<=~[月火水木金土日])[、・]\s*(?=[月火水木金土日]曜日?は)"), " "),
    (re.compile(r"(?<=~)翌年?の?(?=\d{1,2}/)"), ""),
    (re.compile(r"[ \t\u3000]+"), " "),
)


def normalise(words: str) -> str:
    """The words in the one spelling that the lexicon knows."""
    text = _MARKER.sub(" ", _CIRCLED_WEEKS.sub(_weeks_of_circled, words))
    text = _HEADED_CLOSING.sub(r" \1:", text)
    text = _ROMAN.sub(lambda m: f"第{'ⅠⅡⅢⅣⅤ'.index(m[1]) + 1}", text)
    text = unicodedata.normalize("NFKC", fold_radicals(text))
    text = _PHONE.sub(" ", text.translate(SIGNS))
    text = _KANA_HOURS.sub(lambda m: m.lastgroup or "", text)
    text = _ENGLISH.sub(lambda m: f"({ENGLISH[m[1].lower()]})", text)
    text = _ERA_MONTH.sub(r"令和\1年\2月", text)
    text = _YEAR_TWICE.sub(_one_year, text)
    text = _ISO.sub(r"\1/\2/\3", text)
    text = _arabic(text)
    text = _HYPHEN.sub("~", _LONG_MARK.sub("~", text))
    for pattern, replacement in _SPACED:
        text = pattern.sub(replacement, text)
    return text.strip()


def _weeks_of_circled(match: re.Match[str]) -> str:
    """②④ → 第2・4."""
    return "第" + "・".join(str("①②③④⑤".index(sign) + 1) for sign in match[1] if sign in "①②③④⑤")


def _one_year(match: re.Match[str]) -> str:
    """令和8年(2026年) → 2026年; two years that are not the same stay as they are."""
    era, western = int(match[1] or match[6]), int(match[3] or match[4])
    return f"{western}年{match[2] or match[5] or ''}" if 2018 + era == western else match[0]


def number_of(numeral: str) -> int:
    """十一 → 11, 二十 → 20, 三 → 3."""
    if "十" not in numeral:
        return int("".join(str(KANJI_DIGITS[sign]) for sign in numeral))
    tens, _, ones = numeral.partition("十")
    return (number_of(tens) if tens else 1) * 10 + (number_of(ones) if ones else 0)


def _arabic(text: str) -> str:
    """Kanji numerals to digits, only where they count: 第三, 第二・四, 一回, 十時."""
    text = re.sub(r"元年", "1年", text)
    text = _AFTER_ORDINAL.sub(lambda m: f"第{_safe_number(m[1])}", text)
    previous = ""
    while previous != text:
        previous, text = text, _IN_LIST.sub(lambda m: m[1] + _safe_number(m[2]), text)
    return _COUNTED.sub(lambda m: _safe_number(m[1] or m[2]), text)


def _safe_number(numeral: str) -> str:
    return numeral if numeral.count("十") > 1 else str(number_of(numeral))
