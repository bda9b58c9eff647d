"""What was done at the desk, in a sentence. Nobody who takes part stands in one."""

from collections.abc import Callable

from app.domain.acts import Done, What
from app.web.account.roles import role_name
from app.web.i18n import gettext as _
from app.web.wording import day_and_year, month


def sentence(done: Done) -> str:
    """The act in words."""
    return TEMPLATES[done.what]() % {
        "title": done.title,
        "role": role_name(done.title),
        "day": day_and_year(done.date) if done.date else "",
        "days": days_of(done),
        "month": month(done.date) if done.date else "",
        "number": done.number or 0,
        "person": done.about_mail or _("いまはいない方"),
    }


def days_of(done: Done) -> str:
    """2026年12月6日（日）, or as the first of several."""
    if done.date is None:
        return ""
    if (done.number or 1) == 1:
        return day_and_year(done.date)
    return _("%(day)sなど%(number)s回") % {"day": day_and_year(done.date), "number": done.number}


# Functions, as each is said in the language of whoever reads.
TEMPLATES: dict[What, Callable[[], str]] = {
    "month_published": lambda: _("%(month)sを公開しました（第%(number)s版）"),
    "draft_made": lambda: _("%(month)sの案を、ほかの方に確かめてもらうようにしました"),
    "draft_looked": lambda: _("%(month)sの案を確かめました"),
    "series_made": lambda: _("「%(title)s」をつくりました"),
    "series_changed": lambda: _("「%(title)s」の案内を書きかえました"),
    "line_added": lambda: _("「%(title)s」に予定の行を加えました"),
    "line_changed": lambda: _("「%(title)s」の会場と席を変えました"),
    "rule_changed": lambda: _("「%(title)s」の予定の言葉を変えました"),
    "date_added": lambda: _("「%(title)s」に%(days)sを加えました"),
    "date_removed": lambda: _("「%(title)s」の%(days)sを開かないことにしました"),
    "date_answered": lambda: _("「%(title)s」の%(days)sを開くと決めました"),
    "session_cancelled": lambda: _("「%(title)s」の%(days)sをお休みにしました"),
    "session_restored": lambda: _("「%(title)s」の%(days)sを、開くに戻しました"),
    "session_moved": lambda: _("「%(title)s」を%(days)sに移しました"),
    "capacity_changed": lambda: _("「%(title)s」の%(days)sの定員を変えました"),
    "reception_closed": lambda: _("「%(title)s」の%(days)sの予約を止めました"),
    "reception_opened": lambda: _("「%(title)s」の%(days)sの予約を、また受けるようにしました"),
    "door_link_made": lambda: _("「%(title)s」の%(days)sの受付のリンクをつくりました"),
    "door_link_ended": lambda: _("「%(title)s」の%(days)sの受付のリンクを終えました"),
    "words_made": lambda: _("「%(title)s」の紹介の言葉をつくりました"),
    "words_renewed": lambda: _("「%(title)s」の紹介の言葉を変えました"),
    "words_ended": lambda: _("「%(title)s」の紹介の言葉を使えなくしました"),
    "days_closed": lambda: _("%(day)sから%(number)s日を休みにしました"),
    "days_opened": lambda: _("%(day)sからの休みを取りやめました"),
    "periods_set": lambda: _("お盆・夏休みなどの期間を決めました"),
    "publishing_set": lambda: _("公開のしかたを決めました"),
    "embedding_set": lambda: _("予定を載せてよいサイトを決めました（%(number)sか所）"),
    "hand_over_offered": lambda: _("「%(title)s」を%(day)sから引き継ぐと申し出ました"),
    "hand_over_accepted": lambda: _("「%(title)s」を%(day)sから引き受けました"),
    "hand_over_declined": lambda: _("「%(title)s」の引き継ぎは、なくなりました"),
    "handed_over": lambda: _("「%(title)s」を%(day)sから引き継ぎました"),
    "hosts_changed": lambda: _("「%(title)s」の共催・後援を変えました"),
    "room_asked": lambda: _("「%(title)s」の%(days)sの部屋を頼みました"),
    "room_granted": lambda: _("「%(title)s」の%(days)sの部屋を決定にしました"),
    "room_refused": lambda: _("「%(title)s」の%(days)sの部屋を不可にしました"),
    "room_given_back": lambda: _("「%(title)s」の%(days)sの部屋を返しました"),
    "room_used": lambda: _("%(day)sに部屋を使うことにしました"),
    "venue_changed": lambda: _("会場の部屋や休みを変えました"),
    "report_exported": lambda: _("%(month)sからの報告を取り出しました"),
    "report_shared": lambda: _("「%(title)s」の人数を、委託の団体にも見てもらうようにしました"),
    "sharing_ended": lambda: _("「%(title)s」の人数を、委託の団体に見せないようにしました"),
    "heads_corrected": lambda: _("「%(title)s」の%(days)sの人数を直しました"),
    "month_closed": lambda: _("%(month)sの人数を締めました"),
    "person_invited": lambda: _("%(role)sとしてお招きするリンクをつくりました"),
    "invitation_withdrawn": lambda: _("%(role)sとしてのお招きを取り消しました"),
    "person_joined": lambda: _("%(person)s が、%(role)sとして加わりました"),
    "person_added": lambda: _("%(person)s を、担当に加えました"),
    "roles_changed": lambda: _("%(person)s のすることを変えました"),
    "person_ended": lambda: _("%(person)s の担当を終えました"),
    "password_link_made": lambda: _("%(person)s のパスワードのリンクをつくりました"),
    "password_reset": lambda: _("%(person)s が、新しいパスワードにしました"),
    "organisation_added": lambda: _("この団体を加えました"),
    "venue_added": lambda: _("会場「%(title)s」を加えました"),
}
