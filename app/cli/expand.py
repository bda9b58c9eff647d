"""expand: reads phrases, and touches neither database nor settings."""

import json
import sys
from datetime import date

import click

from app.domain.recurrence.expansion import window_of
from app.domain.recurrence.report import answer, answer_batch
from app.domain.recurrence.table import table


class Day(click.ParamType[date]):
    """A date as 2026-11-22."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value}: 日付は 2026-11-22 のように書いてください。", param, ctx)


@click.command()
@click.argument("phrase", required=False)
@click.option("--from", "first", type=Day(), required=True, help="最初の日")
@click.option("--to", "last", type=Day(), required=True, help="最後の日")
@click.option("--anchor", type=Day(), help="隔週などの最初の日")
@click.option("--json", "as_json", is_flag=True, help="JSON で答える")
@click.option("--batch", is_flag=True, help="標準入力の id<TAB>文<TAB>最初の日 を読む")
def expand(
    phrase: str | None, first: date, last: date, anchor: date | None, *, as_json: bool, batch: bool
) -> None:
    """予定の言葉を読み、日付にする."""
    if last < first:
        raise click.UsageError("--to は --from より前にはできません。")
    if batch == bool(phrase):
        raise click.UsageError("文をひとつ書くか、--batch を付けてください。")
    try:
        window_of(first, last)
    except ValueError:
        raise click.UsageError("--from から --to までは、百年のうちにしてください。") from None
    if batch:
        answer_lines(first, last)
        return
    found = answer(str(phrase), first, last, anchor)
    click.echo(as_line(found) if as_json else table(found))


def answer_lines(first: date, last: date) -> None:
    """Standard input line by line."""
    try:
        for line in answer_batch(sys.stdin, first, last):
            click.echo(as_line(line))
    except UnicodeDecodeError:
        raise click.UsageError("標準入力が UTF-8 ではありません。") from None
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None


def as_line(found: object) -> str:
    """One JSON object on one line."""
    return json.dumps(found, ensure_ascii=False)
