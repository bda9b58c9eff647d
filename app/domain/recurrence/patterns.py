"""Parts of which the wordings of the lexicon are made: lists, clocks, dates, weeks. Patterns see normalised text."""

JOIN = r"(?:\s*(?:[・、./&\s]|と|及び|および|並びに|ならびに|かつ)\s*)"
TIGHT_JOIN = r"(?:\s*[・、./&]\s*|と|及び|および|並びに|ならびに|\s*、\s*)"
LETTER = "[月火水木金土日]"
MERIDIEM = r"(?:午前|午後|(?<![A-Za-z])[AaPp]\.?[Mm]\.?|お?昼の?|夕方の?|早朝|深夜|朝の?|夜の?|夕|晩)"
CLOCK = rf"(?:翌(?:朝|日)?の?)?(?:{MERIDIEM}?\s*(?:\d{{1,2}}:\d\d|\d{{1,2}}時(?!間|代|期)(?:半|\d{{1,2}}分?)?)(?:\s*[AaPp]\.?[Mm]\.?)?|正午|零時)"
TO = r"\s*(?:頃|ごろ)?(?:~|から|より)+\s*"
YEAR = r"(?:(?:令和|平成|R|H)\s*\d{1,2}年?度?|20\d\d年度?)"
ERA_SLASH = r"20\d\d[/.]"
MARKED_DAY = rf"(?:\s*\((?:{LETTER}(?:曜日?)?)?[・/、]?(?:祝日?|振替?休?日?|休日?)?\)|\s*{LETTER}曜日?(?!日))"
BRACKETED = rf"\({LETTER}(?:曜日?)?[・/、]?(?:祝日?|振替?休?日?|休日?)?\)"
DAY_ITEM = rf"\d{{1,2}}日?(?!月|:|時|回|週|[かヶケカ箇]月|\d|(?:[・、]\d{{1,2}})+月(?!\d)){MARKED_DAY}?"

MORE_DAYS = rf"(?:{TIGHT_JOIN}{DAY_ITEM}|(?<=[日)])\s*\d{{1,2}}日(?!間|前|目|以|曜){MARKED_DAY}?)*"

# After a bare weekday letter stands one of these, or the letter belongs to another word (日程, 土産, 月謝).
AFTER_LETTER = (
    r"(?=$|[\s、・,/&~()※。:;!をも+×]|\d{1,2}(?::|時|~\d)|午前|午後|正午|[AP]M|朝|夜|夕|昼|祝|各|と(?:第|毎|\d)|のみ|のぞ|不可|以外|だけ|の(?:場|と|時|平日|祝|毎|いず|うち|ど[れこち])|に(?:あ|当|重|か)|と重|が"
    r"|クラス|コース|グループ|チーム|[班組隊]|開催|開館|開所|開室|実施|定休|休|除|に(?:開|実|行|$|\s)|は\s*(?:\d|午|休|夜|朝|昼|定|閉|な|お休|除|のぞ|開催|実施|行いま|あり|やっ|対象|中止|無|閉)|の(?:\d|午|正|昼|夜|夕|朝|み|週)|他|ほか|及び|および|並びに|ならびに|または|又は|もしくは|か|or|OR|\+)"
)
# 火～土/木休み: the bar sets off what rests.
SET_OFF = rf"(?!\s*/\s*{LETTER}(?:{TIGHT_JOIN}?{LETTER})*(?:曜日?)?(?:は|を)?(?:お?休|定休|閉|除))"
BARE_RUN = rf"{LETTER}(?:\s*~\s*{LETTER}|{SET_OFF}{TIGHT_JOIN}?{LETTER}(?!曜))*{AFTER_LETTER}"
NAMED = rf"(?:{LETTER}(?:曜日(?!曜)|曜))"
NAMED_RUN = rf"(?:{LETTER}{TIGHT_JOIN}?(?:~\s*)?)*{NAMED}(?:\s*(?:~|から)\s*{LETTER}(?:曜日?)?(?:まで)?|{TIGHT_JOIN}{NAMED})*"

# After the number of an ordinal: not a count, a month or a day, but 第4月曜, 第3(日) and 第3日 stay ordinals.
NO_COUNT = rf"(?![\d:]|/(?!第)|時|[期回部章分号年名人円階]|か[所月]|(?:月|日)(?!曜|\)|{AFTER_LETTER[3:]})"
OF = "(?:の(?!み|ぞ))?"
ORDINAL = rf"(?:第\s*[1-5]{NO_COUNT}(?:週?\s*(?:~|から)\s*第?[1-5]{NO_COUNT}(?:まで)?)?|第?最終|最後の?|ラスト)(?:週目?|番目)?"
ORDINALS = rf"{ORDINAL}{OF}(?:{JOIN}?(?:{ORDINAL}|[1-5]{NO_COUNT}(?:\s*(?:~|から)\s*[1-5]{NO_COUNT})?)(?:週目?|番目)?{OF})*"
BARE_ORDINALS = rf"(?<![\d:~/第])[1-5](?:{TIGHT_JOIN}[1-5])*(?:番目の?)?(?={NAMED})|(?<![\d:~/第月日年時・、.])[1-5](?:{TIGHT_JOIN}[1-5])+(?={BARE_RUN})"

MONTH_END_UNTIL = r"(?:末日?|いっぱい|中)(?=\s*(?:まで|迄))"
MONTH = rf"(?:翌年?の?)?\d{{1,2}}月(?:{MONTH_END_UNTIL}|中)?(?!\d{{1,2}}日|間|曜)"
MONTHS = rf"(?:(?:翌年?の?)?\d{{1,2}}月?(?:{TIGHT_JOIN}|\s*(?:~|から)\s*))*{MONTH}(?!間)"

SOME_DATE = r"(?:令和|20\d\d|R\d)?[\d年./]*\d{1,2}[月/]\d"
