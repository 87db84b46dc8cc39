"""What gunicorn imports: the live server, built from the environment."""

from web.live.process import build
from web.settings import Settings

application = build(Settings())
