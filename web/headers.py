"""Headers of every answer: a nonce for scripts, nothing from elsewhere, nothing kept by others."""

import secrets

from flask import Flask, Response, g

POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; media-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; "
    # Only fragments.js makes pieces of pages from text.
    "require-trusted-types-for 'script'; trusted-types prontas"
)
# A file that somebody wrote is no page of ours: opened by itself it may do nothing at all.
FILE_POLICY = "sandbox; default-src 'none'"
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def set_headers(app: Flask, *, secure: bool) -> None:
    """Give every answer of *app* its headers; ``csp_nonce()`` is there for templates."""

    def nonce() -> str:
        if "nonce" not in g:
            g.nonce = secrets.token_urlsafe(16)
        return str(g.nonce)

    def finish(response: Response) -> Response:
        is_file = response.headers.get("Content-Disposition", "").startswith("attachment")
        response.headers["Content-Security-Policy"] = FILE_POLICY if is_file else POLICY.format(nonce=nonce())
        for name, value in FIXED.items():
            response.headers[name] = value
        if secure:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        # What is fetched anew costs a slow line a moment; a page left in the cache of a shared computer costs more.
        response.headers["Cache-Control"] = "no-store"
        return response

    app.after_request(finish)
    app.jinja_env.globals["csp_nonce"] = nonce
