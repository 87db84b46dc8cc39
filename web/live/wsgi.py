"""What gunicorn imports: the live server, built from the environment."""

import sys

from web.live.process import build
from web.safe_start import Unsafe, safe_settings, sentence

# By this exit code gunicorn knows that starting the worker again would be of no use.
NEVER_AGAIN = 3

try:
    application = build(safe_settings(NEVER_AGAIN))
except Unsafe as unsafe:
    print(f"prontas: {sentence(unsafe.danger)}", file=sys.stderr)
    sys.exit(NEVER_AGAIN)
