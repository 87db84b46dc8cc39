"""Settings of one installation, from the environment (``PRONTAS_…``); odd values are refused at the start."""

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from web.database_url import names_database
from web.words import N_

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class Settings(BaseSettings):
    """What `prontas serve` and `prontas demo` hand to the server's own process."""

    model_config = SettingsConfigDict(env_prefix="PRONTAS_", extra="forbid")

    database: str = "sqlite:///data/prontas.db"
    # For several processes: what rings between them. Its password, if it has one, is in the address.
    redis: str | None = Field(default=None, repr=False)
    host: str = "127.0.0.1"
    port: int = Field(default=8765, ge=1, le=65535)
    tls_cert: Path | None = None
    tls_key: Path | None = None
    lan: bool = False
    public_url: str | None = None
    proxy_hops: int = Field(default=0, ge=0, le=3)
    # One of our own making is kept in the database; whoever wants it elsewhere gives it here.
    secret_key: SecretStr | None = None
    # Where mails go out: smtp://, starttls:// or smtps://, with a name and a password where they are asked for.
    mail_url: SecretStr | None = None
    mail_from: str | None = None
    demo_key: str | None = Field(default=None, repr=False)
    leash: int | None = None
    # "stock" lets every event take Socket.IO's own way: slower, and there to compare with or to fall back on.
    frames: Literal["once", "stock"] = "once"
    log_level: str = "INFO"
    log_format: Literal["auto", "json", "lines"] = "auto"
    # Who shows it may read /metrics from elsewhere; without one only this machine may.
    metrics_token: SecretStr | None = None

    @field_validator("database")
    @classmethod
    def _known_engine(cls, url: str) -> str:
        if not names_database(url):
            raise ValueError(N_("Write sqlite:///PATH or postgresql://HOST/NAME."))
        return url

    @field_validator("redis")
    @classmethod
    def _known_bell(cls, url: str | None) -> str | None:
        try:
            parts = None if url is None else urlsplit(url)
            fits = parts is None or (parts.scheme in ("redis", "rediss") and bool(parts.hostname) and parts.port != 0)
        except ValueError:
            fits = False
        if not fits:
            raise ValueError(N_("Write redis://HOST:PORT, or rediss://HOST:PORT with TLS."))
        return url

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, level: str) -> str:
        if level.upper() not in LEVELS:
            raise ValueError(N_("Write DEBUG, INFO, WARNING, ERROR or CRITICAL."))
        return level

    @field_validator("mail_url")
    @classmethod
    def _known_way_out(cls, url: SecretStr | None) -> SecretStr | None:
        if url is None:
            return None
        try:
            parts = urlsplit(url.get_secret_value())
            fits = parts.scheme in ("smtp", "starttls", "smtps") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            fits = False
        if not fits:
            raise ValueError(
                N_("Write smtp://HOST:PORT, starttls://NAME:PASSWORD@HOST:PORT or smtps://NAME:PASSWORD@HOST:PORT.")
            )
        return url

    @field_validator("mail_from")
    @classmethod
    def _an_address(cls, given: str | None) -> str | None:
        if given is not None and not re.fullmatch(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+", given):
            raise ValueError(N_("Write an e-mail address such as prontas@ministry.example."))
        return given

    @property
    def secure(self) -> bool:
        """Say whether browsers reach us by TLS, ours or a proxy's."""
        return self.tls_cert is not None or (self.public_url or "").startswith("https://")
