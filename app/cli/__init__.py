"""The command line. Exit 0 on success, 2 on unusable arguments, 1 otherwise; errors are one line on stderr.

A command's module is imported when the command is run: `expand` must touch neither database nor settings, and be quick.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

COMMANDS = {
    "demo": "app.cli.demo",
    "serve": "app.cli.serve",
    "migrate": "app.cli.upkeep",
    "seed": "app.cli.upkeep",
    "tidy": "app.cli.upkeep",
    "publish": "app.cli.publish",
    "import": "app.cli.import_",
    "expand": "app.cli.expand",
    "backup": "app.cli.backup",
    "restore": "app.cli.backup",
    "check": "app.cli.upkeep",
    "user": "app.cli.user",
}
NAMES = {"import": "import_"}
"""Where the name of a command is no name in Python."""


class Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), NAMES.get(cmd_name, cmd_name))
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """ひだまり: 居場所の予定と会場の予約."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave."""
    try:
        commands.main(args=arguments, prog_name="hidamari", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as help_asked:
        click.echo(help_asked.format_message())
        sys.exit(2)
    except click.UsageError as fault:
        leave(fault.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        leave("取りやめました。", 1)
    except click.ClickException as fault:
        leave(fault.format_message(), 1)
    except BrokenPipeError:
        sys.exit(1)
    except Exception as fault:
        leave(str(fault) or type(fault).__name__, 1)
    sys.exit(0)


def leave(message: str, code: int) -> NoReturn:
    """Say one line on stderr and leave."""
    click.echo(f"hidamari: {' '.join(message.split())}", err=True)
    sys.exit(code)
