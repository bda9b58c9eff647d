"""Whatever staff do is written down, or stands here with the reason why not: a new verb without either fails."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent / "app"
STAFF_PAGES = (
    "web/organiser",
    "web/facilitator",
    "web/venue_manager",
    "web/account",
    "web/admin",
    "web/sign_in.py",
)
WRITING = {"write", "with_pools"}
RECORDING = {"record_act", "record_sessions", "record_series"}
Place = tuple[str, str]

DOOR = "what happens at the door is about those who take part: it is counted in heads, never told one by one"
TASK = "a task is a reminder; what was done about it is written down itself"
OWN = "one's own account is nobody else's matter"
EXCEPT: dict[str, str] = {
    "attend.came_back": DOOR,
    "attend.check_in": DOOR,
    "attend.correct": DOOR,
    "attend.undo_check_in": DOOR,
    "attend.walk_in": DOOR,
    "attend.walk_ins_came_back": DOOR,
    "attend.walk_ins_went_home": DOOR,
    "attend.went_home": DOOR,
    "give_up.give_up": DOOR,
    "seat_elsewhere.seat_elsewhere": DOOR,
    "switch.switch": DOOR,
    "take_by_telephone.take_by_telephone": DOOR,
    "welcome.welcome": DOOR,
    "write_note.write_note": "the note ends with the session and leaves no trace",
    "own_account.begin_second_step": OWN,
    "own_account.change_password": OWN,
    "own_account.end_other_sign_ins": OWN,
    "own_account.end_second_step": OWN,
    "own_account.renew_spares": OWN,
    "sign_in.sign_in": OWN,
    "sign_in.sign_in_with_code": OWN,
    "sign_in.sign_out": OWN,
    "settle_tasks.settle_one": TASK,
    "settle_tasks.settle_tasks": TASK,
}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def imported(file: Path) -> dict[str, Place]:
    """What a file has from app.actions: its name there, module and function."""
    return {
        alias.asname or alias.name: (node.module.removeprefix("app.actions."), alias.name)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("app.actions.") and node.module
        for alias in node.names
    }


@cache
def functions(module: str) -> dict[str, ast.AsyncFunctionDef | ast.FunctionDef]:
    """The functions of one file of actions."""
    file = ROOT / "actions" / f"{module}.py"
    kinds = (ast.AsyncFunctionDef, ast.FunctionDef)
    return {node.name: node for node in tree(file).body if isinstance(node, kinds)}


@cache
def called(place: Place) -> frozenset[Place]:
    """What a function calls: of its own file, of another one of actions, or by name alone."""
    module, name = place
    elsewhere = imported(ROOT / "actions" / f"{module}.py")
    names = {node.id for node in ast.walk(functions(module)[name]) if isinstance(node, ast.Name)}
    own = {each: (module if each in functions(module) else "", each) for each in names}
    return frozenset(elsewhere.get(each, own[each]) for each in names)


def reaches(place: Place, wanted: set[str]) -> bool:
    """Whether a function calls one of these, itself or through others of actions."""
    seen, ahead = {place}, [place]
    while ahead:
        for each in called(ahead.pop()):
            if each[1] in wanted:
                return True
            if each[0] and each not in seen and each[1] in functions(each[0]):
                seen.add(each)
                ahead.append(each)
    return False


def verbs() -> set[Place]:
    """The functions of actions that pages of staff call, and that write."""
    files = [
        file
        for part in STAFF_PAGES
        for file in ([ROOT / part] if part.endswith(".py") else (ROOT / part).rglob("*.py"))
    ]
    found = {place for file in files for place in imported(file).values() if place[1] in functions(place[0])}
    return {place for place in found if reaches(place, WRITING)}


def unrecorded(recording: set[str] = RECORDING) -> set[str]:
    return {".".join(place) for place in verbs() if not reaches(place, recording)}


def test_every_act_of_staff_is_written_down_or_excepted_with_a_reason() -> None:
    assert unrecorded() == set(EXCEPT)


def test_acts_that_are_not_written_down_would_show() -> None:
    """Negative control: nothing records."""
    assert {"publish.publish", "cancel_session.cancel", "book_room.grant"} <= unrecorded(set())
