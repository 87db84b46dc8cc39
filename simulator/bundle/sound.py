"""What must hold before a bundle is brought back: it is the whole one, of a schema that is known, and it holds."""

from dataclasses import dataclass

from simulator.bundle.opening import Bundle
from simulator.bundle.scope import Scope
from simulator.bundle.verifying import verify_bundle
from simulator.refusal import Refusal
from simulator.upgrading import known_schemas


@dataclass(frozen=True)
class Sound:
    """A bundle that was verified, and what it is of."""

    bundle: Bundle
    scope: Scope


def require_sound(bundle: Bundle) -> Sound:
    """Verify a bundle that is to be brought back; refuse a public one, another schema's, and one that does not hold."""
    if bundle.public:
        raise Refusal("bundle_is_public")
    schema, known = bundle.manifest["schema"], known_schemas()
    if schema != known[-1]:
        code = "bundle_schema_older" if schema in known else "bundle_schema_newer"
        raise Refusal(code, schema=schema, known=known[-1], version=str(bundle.manifest["product"].get("version")))
    verdict = verify_bundle(bundle)
    if not verdict.holds:
        first = verdict.faults[0]
        raise Refusal("bundle_does_not_hold", file=first.file, line=first.line or 0, n=len(verdict.faults))
    return Sound(bundle, Scope(tuple(sorted(bundle.drills)), bundle.programme))
