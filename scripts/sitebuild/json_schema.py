"""How do editors see mistakes while typing? Our schema as JSON Schema, for their editor.

It says less than our own checks (it knows no other file, and no phone numbers that cannot
exist): what it flags is wrong, what it accepts is checked again by `make check`.
Draft 7, because that is what yaml-language-server reads best.
"""

import json
from collections.abc import Mapping, Sequence

from sitebuild.facts import FACTS_FILE, FACTS_NAME, check_year
from sitebuild.notices import NOTICES_NAME, notices_file
from sitebuild.region_schema import (
    SOURCES_FILE,
    check_cbs_code,
    check_page_name,
    regions_file,
)
from sitebuild.regions import REGIONS_NAME, SOURCES_NAME
from sitebuild.schema import Code, Field, Flag, Kind, ListOf, PerKey, Record, Text
from sitebuild.values import (
    DAY,
    EMAIL,
    HOURS_RULE,
    MARKUP,
    PARTIAL_DAY,
    SLUG,
    Check,
    check_date,
    check_email,
    check_hours,
    check_https,
    check_message_number,
    check_partial_date,
    check_phone,
    check_slug,
    check_text,
)

DRAFT = "http://json-schema.org/draft-07/schema#"
FOLDER = "schema"
Schema = dict[str, object]

NUMBER = r"\+?[0-9](?:[0-9 -]*[0-9])?"
_RULE = HOURS_RULE.pattern.replace("?P<days>", "?:").replace("?P<times>", "?:")
# JSON Schema's patterns are those of ECMAScript: brackets need an escape, '#' may have none.
_ESCAPED = str.maketrans({each: f"\\{each}" for each in "{}[]"})
_MARKS = "|".join(mark.translate(_ESCAPED) for mark in MARKUP)
# What a check asks, as far as a pattern can say it; a new check needs a line here.
PATTERNS: Mapping[Check, str] = {
    check_text: rf"(?!.*(?:{_MARKS})).*\S",
    check_slug: SLUG.pattern,
    check_page_name: rf"(?!index$){SLUG.pattern}",
    check_date: DAY.pattern,
    check_partial_date: PARTIAL_DAY.pattern,
    check_year: "[0-9]{4}",
    check_https: r"https://\S+",
    check_email: EMAIL.pattern,
    check_phone: NUMBER,
    check_message_number: NUMBER,
    check_cbs_code: "GM[0-9]{4}",
    check_hours: f"24/7|{_RULE}(?:; {_RULE})*",
}


def files(languages: Sequence[str]) -> dict[str, str]:
    """Return name of a schema file -> its text, for a site in these languages."""
    kinds = {
        REGIONS_NAME: regions_file(tuple(languages)),
        SOURCES_NAME: SOURCES_FILE,
        FACTS_NAME: FACTS_FILE,
        NOTICES_NAME: notices_file(languages),
    }
    return {schema_name(name): _as_text(name, kind) for name, kind in kinds.items()}


def schema_name(name: str) -> str:
    """Return where the schema of a YAML file stands: 'regions.yml' -> 'schema/regions.json'."""
    return f"{FOLDER}/{name.removesuffix('.yml')}.json"


def modeline(name: str) -> str:
    """Return the first line of a YAML file, which tells editors its schema."""
    return f"# yaml-language-server: $schema={schema_name(name)}"


def _as_text(name: str, kind: Kind) -> str:
    head = {"$schema": DRAFT, "title": name, "$comment": "Written by `make schemas`."}
    return json.dumps({**head, **as_schema(kind)}, ensure_ascii=False, indent=1) + "\n"


def as_schema(kind: Kind) -> Schema:
    """Return one kind of our schema as JSON Schema; KeyError for a check without a pattern."""
    match kind:
        case Text():
            return {"type": "string", "maxLength": kind.most, "pattern": _whole(kind.check)}
        case Code():
            return {"enum": list(kind.known)}
        case Flag():
            return {"const": True}
        case ListOf():
            return {"type": "array", "minItems": 1, "items": as_schema(kind.item)}
        case PerKey():
            keys = {"pattern": _whole(kind.key)}
            values = as_schema(kind.item)
            return {"type": "object", "propertyNames": keys, "additionalProperties": values}
        case Record():
            return _record(kind.fields)


def _whole(check: Check) -> str:
    return f"^(?:{PATTERNS[check]})$"


def _record(fields: Sequence[Field]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [each.name for each in fields if each.required],
        "properties": {
            each.name: {"description": each.meaning, **as_schema(each.kind)} for each in fields
        },
    }
