"""Is a workflow as careful as ours must be? Our own rules, beside those of zizmor and actionlint.

The reason behind all of them: a workflow runs with rights on the repository, and anybody on the
web may propose a change. Rules: https://docs.github.com/actions/reference/security/secure-use.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitebuild.problems import Problem
from sitebuild.reading import text_of
from sitebuild.strict_yaml import Mapping, Node, Scalar, Sequence, read_text, read_yaml

FOLDER = Path(".github/workflows")
# Events whose run anybody can cause, with our rights or on a state of the code of theirs.
REFUSED_EVENTS = ("pull_request_target", "workflow_run", "issue_comment", "issues")
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
VERSION_COMMENT = re.compile(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
SECRET = re.compile(r"\bsecrets\b")
FIXED_RUNNER = re.compile(r"[a-z]+-\d+(\.\d+)?")


@dataclass(frozen=True)
class Workflow:
    """One workflow file: its name for messages, its tree and its lines."""

    name: str
    tree: Mapping
    lines: tuple[str, ...]

    def problem(self, line: int, field: str, found: str, message: str, remedy: str) -> Problem:
        """Return a problem in this file."""
        return Problem(self.name, line, field, found, message, remedy)


def load_workflows(root: Path) -> tuple[tuple[Workflow, ...], tuple[Problem, ...]]:
    """Return the workflows under a project's root, and why others cannot be read."""
    found: list[Workflow] = []
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).glob("*.y*ml")):
        name = path.relative_to(root).as_posix()
        tree, wrong = read_yaml(path, name)
        problems += wrong
        if isinstance(tree, Mapping):
            lines = (read_text(path, name)[0] or "").splitlines()
            found.append(Workflow(name, tree, tuple(lines)))
    return tuple(found), tuple(problems)


def wrong_workflows(root: Path) -> tuple[Problem, ...]:
    """Return every breach of our rules; having no workflow at all is one."""
    workflows, problems = load_workflows(root)
    if not workflows and not problems:
        remedy = "Run the command in the project's folder."
        return (Problem(FOLDER.as_posix(), 1, "", "", "No workflow was read.", remedy),)
    return (*problems, *(each for workflow in workflows for each in broken_rules(workflow)))


def broken_rules(workflow: Workflow) -> Iterator[Problem]:
    """Yield what one workflow does against our rules."""
    yield from _events(workflow)
    yield from _top(workflow)
    yield from _secrets(workflow)
    for key, job in jobs(workflow):
        yield from _job(workflow, key, job)
        for step in steps(job):
            yield from _step(workflow, step)


def jobs(workflow: Workflow) -> Iterator[tuple[Scalar, Mapping]]:
    """Yield the jobs of a workflow with their names."""
    found = workflow.tree.get("jobs")
    for key, node in found.items if isinstance(found, Mapping) else ():
        if isinstance(node, Mapping):
            yield key, node


def steps(job: Mapping) -> Iterator[Mapping]:
    """Yield the steps of a job."""
    found = job.get("steps")
    for node in found.items if isinstance(found, Sequence) else ():
        if isinstance(node, Mapping):
            yield node


def _events(workflow: Workflow) -> Iterator[Problem]:
    for event in _names(workflow.tree.get("on")):
        if event.text in REFUSED_EVENTS:
            message = "Strangers could run this with rights of ours."
            remedy = "Use pull_request, which gives a stranger's change no rights and no secrets."
            yield workflow.problem(event.line, "on", event.text, message, remedy)


def _names(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        yield from (each for each in node.items if isinstance(each, Scalar))
    elif isinstance(node, Mapping):
        yield from (key for key, _ in node.items)


def _top(workflow: Workflow) -> Iterator[Problem]:
    rights = workflow.tree.get("permissions")
    if not isinstance(rights, Mapping) or rights.items:
        line, found = (rights.line, "rights for all jobs") if rights else (1, "")
        message = "A workflow as a whole may do nothing."
        remedy = "Write 'permissions: {}' at the top, and what a job needs in that job."
        yield workflow.problem(line, "permissions", found, message, remedy)
    if workflow.tree.get("concurrency") is None:
        message = "Two runs could get in each other's way."
        remedy = "Add 'concurrency:' with a group."
        yield workflow.problem(1, "concurrency", "", message, remedy)


def _secrets(workflow: Workflow) -> Iterator[Problem]:
    for number, line in enumerate(workflow.lines, start=1):
        if SECRET.search(line.partition(" # ")[0]):
            message = "No workflow of ours needs a secret."
            remedy = "Use github.token, with rights named in the job."
            yield workflow.problem(number, "", line.strip(), message, remedy)


def _job(workflow: Workflow, key: Scalar, job: Mapping) -> Iterator[Problem]:
    wanted = {
        "permissions": "Say what this job needs, such as 'contents: read'.",
        "timeout-minutes": "Say after how many minutes it is stopped.",
        "name": "Ask the question that this job answers.",
    }
    for field, remedy in wanted.items():
        if job.get(field) is None:
            where = f"jobs.{key.text}.{field}"
            yield workflow.problem(key.line, where, "", "This is missing.", remedy)
    if not isinstance(job.get("permissions"), Mapping) and job.get("permissions"):
        message, remedy = "One word gives all rights.", "Name each right that is needed."
        found = text_of(job, "permissions")
        yield workflow.problem(key.line, f"jobs.{key.text}.permissions", found, message, remedy)
    runner = text_of(job, "runs-on")
    if not FIXED_RUNNER.fullmatch(runner):
        message = "Another machine may be behind this name tomorrow."
        remedy = "Name a version, such as ubuntu-24.04."
        yield workflow.problem(key.line, f"jobs.{key.text}.runs-on", runner, message, remedy)


def _step(workflow: Workflow, step: Mapping) -> Iterator[Problem]:
    action, command = step.get("uses"), step.get("run")
    if isinstance(action, Scalar):
        yield from _action(workflow, action, step)
    if isinstance(command, Scalar) and "${{" in command.text:
        message = "Text from elsewhere becomes part of a command."
        remedy = 'Put it in `env:` and write "$NAME" in the command.'
        yield workflow.problem(command.line, "run", command.text, message, remedy)


def _action(workflow: Workflow, action: Scalar, step: Mapping) -> Iterator[Problem]:
    line = workflow.lines[action.line - 1]
    if not PINNED.fullmatch(action.text) or not VERSION_COMMENT.search(line):
        message = "This action may become another one without our knowing."
        remedy = "Write the full commit and its version: owner/name@<40 signs> # v1.2.3"
        yield workflow.problem(action.line, "uses", line.strip(), message, remedy)
    settings = step.get("with")
    kept = text_of(settings, "persist-credentials") if isinstance(settings, Mapping) else ""
    if action.text.startswith("actions/checkout@") and kept != "false":
        message = "Later steps could read the key of this run from the folder."
        remedy = "Add under `with:` persist-credentials: false"
        yield workflow.problem(action.line, "uses", action.text, message, remedy)
