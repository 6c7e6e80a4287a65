"""Say where a proposal's preview stands, in Dutch and English, for the page of its run.

Reads from the environment: ARTIFACT, the address of the built site to download; ADDRESS, where a
host shows proposals, with {number} for the proposal's NUMBER, empty when no host does; CODE, the
address of the picture that --code drew.
"""

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import segno

WITH_ADDRESS = """\
## Zo ziet het eruit / How it looks

<{address}>

Het kan een paar minuten duren. / It can take some minutes.
"""
WITH_CODE = """
Met je telefoon: [een code om te scannen]({code}). / With your phone: [a code to scan]({code}).
"""
WITHOUT_ADDRESS = """\
## Zo ziet het eruit / How it looks

Er is nog geen adres waar voorstellen te zien zijn (`PREVIEW_ADDRESS` in de instellingen).
There is no address yet where proposals can be seen (`PREVIEW_ADDRESS` in the settings).
"""
DOWNLOAD = """
De hele site als zip (14 dagen, met GitHub-account) / the whole site (14 days, with an account):
<{artifact}>

Uitpakken, in die map `python3 -m http.server`, dan <http://127.0.0.1:8000>.
Unpack, run `python3 -m http.server` in that folder, then open <http://127.0.0.1:8000>.
"""


def address_of(environment: Mapping[str, str]) -> str:
    """Return the address of this proposal's preview, or ''; ValueError when it is not https."""
    pattern = environment.get("ADDRESS", "")
    address = pattern.replace("{number}", environment.get("NUMBER", ""))
    if address and (not address.startswith("https://") or set(address) & set(" <>`\n")):
        raise ValueError(f"PREVIEW_ADDRESS is not an https address: {address!r}")
    return address


def summary(environment: Mapping[str, str]) -> str:
    """Return the text in Markdown; ValueError when ADDRESS is not an https address."""
    address = address_of(environment)
    text = WITH_ADDRESS.format(address=address) if address else WITHOUT_ADDRESS
    if code := environment.get("CODE", ""):
        text += WITH_CODE.format(code=code)
    if artifact := environment.get("ARTIFACT", ""):
        text += DOWNLOAD.format(artifact=artifact)
    return text


def draw_code(address: str, path: Path) -> None:
    """Write a QR code of the address as PNG, large enough to scan from a screen."""
    path.parent.mkdir(parents=True, exist_ok=True)
    segno.make(address, error="m", micro=False).save(str(path), scale=8, border=4)


def main(argv: list[str], environment: Mapping[str, str]) -> int:
    """Run the command; return 0, or 1 when there is no address to draw or it is wrong."""
    parser = argparse.ArgumentParser(description="Say where a proposal's preview stands.")
    parser.add_argument("--code", type=Path, help="draw the QR code into this file instead")
    path = parser.parse_args(argv).code
    try:
        text, address = summary(environment), address_of(environment)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if path is None:
        sys.stdout.write(text)
    elif address:
        draw_code(address, path)
    else:
        print("There is no ADDRESS to draw.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
