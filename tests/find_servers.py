"""Install nginx and Caddy where that is quick and harms nobody; elsewhere say what is left out.

That is as root on a Debian without systemd, as in a container: systemd would start both at once,
on port 80 of somebody's machine.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = ("nginx", "caddy")
PACKAGES = (*PROGRAMS, "libnginx-mod-http-brotli-static")
INSTALL = ("apt-get", "install", "-q", "-y", "--no-install-recommends", *PACKAGES)
SECONDS = 300
STARTS_SERVICES = Path("/run/systemd/system")
BRING_ALONG = {
    "PATH": f"{os.environ.get('PATH', '')}:/usr/sbin",
    "DEBIAN_FRONTEND": "noninteractive",
}


def find(name: str) -> str | None:
    """Return where a server's program is; Debian keeps nginx where only root looks."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")


def missing() -> list[str]:
    """Return the servers that are not here."""
    return [name for name in PROGRAMS if not find(name)]


def install() -> None:
    """Install the servers; the list of packages is fetched only when it is too old."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (INSTALL, ("apt-get", "update", "-q"), INSTALL)
    for command in commands:
        subprocess.run(command, check=False, timeout=SECONDS, env=environment)
        if not missing():
            return


def main() -> int:
    """Make sure, or say what is left out; never a reason to stop, as they serve no page here."""
    allowed = os.geteuid() == 0 and not STARTS_SERVICES.exists()
    if missing() and allowed and shutil.which("apt-get"):
        print(f"== Installing {' and '.join(missing())}, to try hosting/", flush=True)
        install()
    if missing():
        print(f"== Not here, so hosting/ is not tried with: {', '.join(missing())}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
