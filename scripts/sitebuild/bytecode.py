"""How are templates compiled once, and not once per language? MkDocs makes each pass anew."""

import jinja2
from jinja2.bccache import Bucket


class KeptBytecode(jinja2.BytecodeCache):
    """Compiled templates in memory; Jinja compares the source before it uses one."""

    def __init__(self) -> None:
        """Start empty."""
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what it compiled for an earlier pass."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


BYTECODE = KeptBytecode()
