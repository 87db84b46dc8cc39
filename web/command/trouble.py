"""What stands in the way of a command, in one line with the next step; it ends with exit code 1."""

from typing import IO, Any

import click


class Trouble(click.ClickException):
    """Say why a command did not do its work."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line where errors go."""
        click.echo(f"prontas: {self.format_message()}", file=file, err=file is None)
