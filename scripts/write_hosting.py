"""Write hosting/: the policy as settings for nginx and Caddy."""

from pathlib import Path

from sitebuild.policy import caddy_file, nginx_file

FOLDER = Path(__file__).resolve().parent.parent / "hosting"

if __name__ == "__main__":
    (FOLDER / "nginx.conf").write_text(nginx_file(), encoding="utf-8")
    (FOLDER / "Caddyfile").write_text(caddy_file(), encoding="utf-8")
