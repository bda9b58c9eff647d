"""How each calendar is led to a feed: its name, and its steps in the order they are taken.

Google's apps cannot subscribe by themselves, only calendar.google.com in a browser can. `webcal:` is for Apple alone:
some Android apps make plain http of it.
"""

from collections.abc import Mapping
from typing import Literal

from app.domain.programme import Day
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.public.pages import address

Way = Literal["google-android", "google-computer", "google-iphone", "apple", "outlook", "paper"]
WAYS: tuple[Way, ...] = ("google-android", "google-computer", "google-iphone", "apple", "outlook", "paper")


def read_way(text: str | None) -> Way | None:
    """What somebody uses; None if they have not said."""
    return next((way for way in WAYS if way == text), None)


def way_options() -> list[dict[str, str]]:
    """What can be used, as choices."""
    labels: Mapping[Way, str] = {
        "google-android": _("Android の Google カレンダー"),
        "google-computer": _("パソコンの Google カレンダー"),
        "google-iphone": _("iPhone に入れた Google カレンダー"),
        "apple": _("iPhone・iPad・Mac のカレンダー"),
        "outlook": _("Outlook"),
        "paper": _("紙の手帳や壁のカレンダー"),
    }
    return [{"value": way, "label": labels[way]} for way in WAYS]


def steps_of(way: Way) -> list[str]:
    """What to do, one step after the other."""
    by_address = [
        _("左の「他のカレンダー」の横の「＋」を押し、「URL で追加」を選びます。"),
        _("住所の欄に上の住所をはって、「カレンダーを追加」を押します。"),
    ]
    steps: Mapping[Way, list[str]] = {
        "google-android": [
            _("パソコンで calendar.google.com を開きます。スマートフォンと同じアカウントでログインします。"),
            *by_address,
            _("スマートフォンの Google カレンダーで「設定」を開き、足したカレンダーの「同期」を入れます。"),
        ],
        "google-computer": [
            _("「Google カレンダーに入れる」を押します。"),
            _("「このカレンダーを追加しますか」と聞かれたら、「追加」を押します。"),
        ],
        "google-iphone": [
            _(
                "パソコンか、iPhone の Safari で calendar.google.com を開きます。Safari では「パソコン用の表示」にします。"
            ),
            *by_address,
            _("iPhone の Google カレンダーを開きなおすと、予定が出ます。"),
        ],
        "apple": [
            _("「カレンダーのアプリで開く」を押します。"),
            _("「照会」を押し、つぎの画面で「追加」または「OK」を押します。"),
        ],
        "outlook": [
            _("outlook.com か、会社の Outlook をブラウザーで開き、予定表を出します。"),
            _("「予定表を追加」を押し、「Web から購読」を選びます。"),
            _("上の住所をはり、名前をつけて「インポート」を押します。"),
        ],
        "paper": [
            _("下のページを開いて、印刷します。家にプリンターがないときは、コンビニの印刷も使えます。"),
            _("来月の分は、月が変わるころにもう一度開いてください。"),
        ],
    }
    return steps[way]


def otherwise_of(way: Way) -> str:
    """What to do where the steps cannot be taken; empty where there is nothing to say."""
    others: Mapping[Way, str] = {
        "google-android": _(
            "パソコンがないときは、「ICSx⁵」というアプリを入れ、上の住所をはると、予定が出ます。"
        ),
        "google-computer": _(
            "うまくいかないときは、「他のカレンダー」の「＋」から「URL で追加」を選び、上の住所をはります。"
        ),
        "google-iphone": _("むずかしいときは、iPhone にはじめからあるカレンダーのほうが、かんたんです。"),
        "apple": _(
            "開かないときは、「設定」→「アプリ」→「カレンダー」→「アカウント」→「アカウントを追加」→「その他」で「照会するカレンダーを追加」を選び、上の住所をはります。"
        ),
        "outlook": _(
            "パソコンに入れた Outlook では、「予定表を開く」→「インターネットから」に住所をはります。"
        ),
    }
    return others.get(way, "")


def delay_of(way: Way) -> str:
    """How late a calendar is."""
    if way.startswith("google"):
        return _("Google は一日ほど遅れます。変わったことが出るまで、待つことがあります。")
    if way == "paper":
        return _("印刷したあとに変わったことは、紙には出ません。")
    return _("変わったことが出るまで、数時間かかることがあります。")


def paper_page(what: str, month: Day) -> str:
    """The page to print: the month of an organisation, else the list of what was chosen."""
    kind, _slash, slug = what.partition("/")
    if kind == "organisations":
        return link(address(kind, slug, f"{month:%Y-%m}"))
    return link(address(kind, slug)) if slug else link("/")
