"""How did the files look at an earlier commit? Reads git and never changes the checkout."""

import io
import subprocess
import tarfile
from pathlib import Path


class NoSuchCommit(Exception):
    """Git cannot give the commit that was asked for; the text says why, and what to do."""


def base_commit(root: Path, name: str) -> str:
    """Return the commit where the work in `root` left the branch or commit `name`.

    So what others changed on that branch since is not told as a change of this work. Where git
    does not know the common commit (a shallow clone) it is `name` itself. NoSuchCommit when
    there is none.
    """
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = found.stdout.decode().strip()
    if found.returncode or not commit:
        hint = "Name a branch or commit that git knows here, such as BASE=origin/main"
        raise NoSuchCommit(f"git does not know '{name}'. {hint} (git fetch origin main gets it).")
    common = _git(root, "merge-base", commit, "HEAD")
    return commit if common.returncode else common.stdout.decode().strip()


def unpack(root: Path, commit: str, target: Path) -> None:
    """Write the files of a commit into an empty folder; NoSuchCommit when git cannot."""
    done = _git(root, "archive", "--format=tar", commit)
    if done.returncode:
        raise NoSuchCommit(done.stderr.decode(errors="replace").strip())
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as files:
        files.extractall(target, filter="data")


def changed_files(root: Path, commit: str) -> tuple[str, ...]:
    """Return the paths of all files that are not what they were at a commit, new ones too.

    NoSuchCommit when git cannot say.
    """
    asked = (
        _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", commit),
        _git(root, "ls-files", "--others", "--exclude-standard", "-z"),
    )
    for done in asked:
        if done.returncode:
            raise NoSuchCommit(done.stderr.decode(errors="replace").strip())
    names = (name for done in asked for name in done.stdout.decode(errors="replace").split("\0"))
    return tuple(sorted({name for name in names if name}))


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    except FileNotFoundError as error:
        raise NoSuchCommit("git is not installed: it is needed to read the base.") from error
