"""Every Japanese text that a page can say, and the tool that brings new ones into the catalogue: `make words`."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po, write_po

from app.domain.closing_days import ON_HOLIDAYS, QUESTION, REASON
from app.domain.promises import PERIODS
from app.domain.recurrence.holidays import holidays_of
from app.domain.rule_change import ENDED
from app.domain.seats import LIMIT_WORDS
from app.domain.seed_format import Role
from app.domain.word_examples import GROUPS, VAGUE
from app.publishing.ward_text import RANKS
from app.web.i18n import CATALOGUE

ROOT = Path(__file__).parent.parent.parent
JAPANESE = re.compile(r"[\u3000-\u30ff\u4e00-\u9fff：]")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
# Where refusals are worded: every sentence there may stand on a page. What only the command line says is not asked for.
REFUSING = ("app/actions", "app/domain", "app/storage", "app/web")
UNHEARD = (
    "app/actions/add_user.py",
    "app/domain/cancel_words.py",
    "app/domain/open_data.py",
    "app/domain/recurrence",
    "app/storage/backups.py",
    "app/storage/checks.py",
    "app/storage/migrating.py",
    "app/storage/sqlite.py",
)
# Where sentences are put together that pages pass through gettext, and the functions that do it (none: all of them).
TELLING: dict[str, set[str]] = {
    "app/domain/edition_changes.py": set(),
    "app/domain/month.py": {"day_words"},
    "app/domain/promises.py": {"left_words"},
    "app/domain/recurrence/expansion.py": set(),
    "app/domain/recurrence/questions.py": set(),
    "app/domain/recurrence/reasons.py": set(),
    "app/domain/recurrence/window_remarks.py": set(),
}
YEARS = range(2020, 2050)
# Values that pages pass through gettext by name.
NAMED = {
    "app/domain/closing_days.py": [QUESTION, REASON, *(label for label, _ in ON_HOLIDAYS)],
    "app/domain/promises.py": PERIODS.values(),
    "app/domain/rule_change.py": [ENDED],
    "app/domain/recurrence/holidays.py": sorted(
        {name for year in YEARS for name in holidays_of(year).values()}
    ),
    "app/domain/seats.py": LIMIT_WORDS.values(),
    "app/domain/seed_format.py": get_args(Role),
    "app/publishing/ward_text.py": [words for _, words in RANKS],
    "app/domain/word_examples.py": [group.title for group in (*GROUPS, VAGUE)],
}

# Without dates, so that two people who add texts do not meet in it.
HEADER = b"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: en\\n"

"""
DAY_AND_HOURS = "%(1)s月%(2)s日（%(3)s） %(4)s"

Texts = Iterator[tuple[str, str]]


def in_templates() -> Texts:
    """The texts that templates mark, with their files."""
    found = extract_from_dir(
        ROOT / "templates",
        method_map=[("**.html", "jinja2.ext:babel_extract")],
        options_map={"**.html": {"trimmed": "true", "encoding": "utf-8"}},
        keywords=KEYWORDS,
    )
    for name, _, message, _, _ in found:
        yield from each(message, f"templates/{name}")


def in_python() -> Texts:
    """The texts that the web code marks, with their files."""
    for file in sorted((ROOT / "app" / "web").rglob("*.py")):
        for _, message, _, _ in extract_from_file("python", file, keywords=KEYWORDS):
            yield from each(message, str(file.relative_to(ROOT)))


def each(message: str | tuple[str, ...], file: str) -> Texts:
    """One text, or one and many."""
    return ((text, file) for text in ([message] if isinstance(message, str) else message))


def spoken() -> Texts:
    """The sentences of refusals, and the names of values, with their files."""
    for folder in REFUSING:
        for file in sorted((ROOT / folder).rglob("*.py")):
            path = str(file.relative_to(ROOT))
            if not path.startswith(UNHEARD):
                yield from ((text, path) for text in sentences(parsed(path)) if text.endswith("。"))
    for path, functions in TELLING.items():
        yield from ((text, path) for part in parts(path, functions) for text in sentences(part))
    for path, values in NAMED.items():
        yield from ((text, path) for text in values)
    yield DAY_AND_HOURS, "app/domain/edition.py"


def parsed(path: str) -> ast.Module:
    """The code of a file."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def parts(path: str, functions: set[str]) -> list[ast.AST]:
    """The named functions of a file, or all of it."""
    tree = parsed(path)
    named = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in functions]
    return [*named] or [tree]


def sentences(tree: ast.AST) -> Iterator[str]:
    """The texts of code that are no explanation; what is filled in later is numbered: %(1)s."""
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    others = {*docstrings(tree), *(part for node in joined for part in ast.walk(node))}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield numbered(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in others:
            yield node.value


def numbered(text: ast.JoinedStr) -> str:
    """の日は%(1)sです for an f-string."""
    count = iter(range(1, len(text.values) + 1))
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else f"%({next(count)})s" for part in text.values
    )


def docstrings(tree: ast.AST) -> list[ast.expr]:
    """What explains the code is for us."""
    holders = [
        node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    ]
    return [node.body[0].value for node in holders if node.body and isinstance(node.body[0], ast.Expr)]


@cache
def texts() -> dict[str, list[str]]:
    """Every Japanese text that can stand on a page, with the files that say it, by the first of them."""
    found: dict[str, list[str]] = {}
    for text, file in sorted((*in_python(), *in_templates(), *spoken()), key=lambda pair: pair[1]):
        if JAPANESE.search(text):
            files = found.setdefault(text, [])
            files += [] if file in files else [file]
    return found


def merged(known: dict[str, str]) -> Catalog:
    """The catalogue of the texts there are: those without English last, those that nobody says any more gone."""
    catalogue = Catalog(locale="en", fuzzy=False)
    for text, files in sorted(texts().items(), key=lambda pair: not known.get(pair[0])):
        catalogue.add(text, known.get(text, ""), locations=[(file, 0) for file in files])
    return catalogue


def main() -> None:
    """Bring the catalogue up to date and say what has no English yet."""
    with CATALOGUE.open("rb") as file:
        known = {str(message.id): str(message.string) for message in read_po(file, locale="en")}
    catalogue = merged(known)
    with CATALOGUE.open("wb") as file:
        file.write(HEADER)
        write_po(file, catalogue, width=0, include_lineno=False, omit_header=True)
    missing = [str(message.id) for message in catalogue if message.id and not message.string]
    print(f"{len(catalogue)} texts, {len(missing)} without English", *missing, sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
