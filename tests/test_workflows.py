"""Are our workflows careful, and is each carelessness seen?

Each file of cases/workflows/ is one case; cases/README.md says how to add one.
"""

import re
import shutil
import subprocess
from pathlib import Path

import check_workflows
import pytest
import run_workflow_steps
import yaml
from conftest import ROOT
from fault_cases import Case, assert_told, changed, read_cases
from upkeep.workflow_rules import FOLDER, wrong_workflows

CASES = Path(__file__).parent / "cases" / "workflows"
BASE = FOLDER / "base.yml"
COMMANDS = ("make", "python3 scripts/", "sudo apt-get", "gh release upload")
# What only the tools see: the fault, and the word by which each tool names it.
SEEN_BY_TOOLS = {
    "zizmor": (
        "        env:\n          TITLE: ${{ github.event.pull_request.title }}\n",
        "        env:\n          TITLE: x\n          ACTIONS_ALLOW_UNSECURE_COMMANDS: 'true'\n",
        "insecure-commands",
    ),
    "actionlint": ("    timeout-minutes: 5\n", "    timeout-minutes: 5\n    needs: none\n", "none"),
    "shellcheck": ('AT="$TITLE"', "AT=$TITLE", "SC2086"),
}


def project(folder: Path, text: str) -> Path:
    """Make a project with one workflow and return its root."""
    (folder / FOLDER).mkdir(parents=True)
    (folder / BASE).write_text(text, encoding="utf-8")
    return folder


def base() -> str:
    return (CASES / "base" / BASE).read_text(encoding="utf-8")


def test_our_workflows_pass_our_rules_and_the_tools(capfd: pytest.CaptureFixture[str]) -> None:
    assert check_workflows.main(ROOT) == 0, capfd.readouterr()
    assert "Workflows are right: 8 files" in capfd.readouterr().out


def test_the_base_of_the_cases_is_right(tmp_path: Path) -> None:
    assert check_workflows.main(project(tmp_path, base())) == 0


@pytest.mark.parametrize("case", read_cases(CASES, BASE.as_posix()), ids=lambda case: case.name)
def test_a_careless_workflow_is_told(case: Case, tmp_path: Path) -> None:
    text = changed(base(), case, case.faulty)
    assert text is not None
    assert_told(list(wrong_workflows(project(tmp_path, text))), case, text)


@pytest.mark.parametrize("name", SEEN_BY_TOOLS)
def test_the_tools_see_what_our_rules_do_not(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    right, wrong, said = SEEN_BY_TOOLS[name]
    root = project(tmp_path, base().replace(right, wrong))
    assert wrong_workflows(root) == ()
    assert check_workflows.main(root) == 1
    output = capfd.readouterr()
    assert said in output.out + output.err


WRONG_FILES = {
    "ISSUE_TEMPLATE/1-x.yml": ("name: x\ndescription: x\nbody:\n  - type: inputt\n", "inputt"),
    "ISSUE_TEMPLATE/config.yml": ("blank_issues_enabled: 7\n", "blank_issues_enabled"),
    "dependabot.yml": ("version: 2\nupdates: [{package-ecosystem: pipp}]\n", "updates"),
}


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_form_that_github_would_refuse_is_seen(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text, said = WRONG_FILES[name]
    path = project(tmp_path, base()) / ".github" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert check_workflows.main(tmp_path) == 1
    output = capfd.readouterr()
    assert said in output.out + output.err


def test_a_folder_without_workflows_is_not_right(tmp_path: Path) -> None:
    assert [each.message for each in wrong_workflows(tmp_path)] == ["No workflow was read."]


def steps(name: str) -> list[dict[str, str]]:
    """Return all steps of a workflow of ours."""
    tree = yaml.safe_load((ROOT / FOLDER / name).read_text(encoding="utf-8"))
    return [step for job in tree["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", sorted((ROOT / FOLDER).glob("*.yml")), ids=lambda path: path.stem)
def test_what_a_workflow_runs_can_be_run_at_home(path: Path) -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    targets = {line.split()[1] for line in said.stdout.splitlines()}
    for command in [line for step in steps(path.name) for line in step.get("run", "").splitlines()]:
        assert command.startswith(COMMANDS), command
        if command.startswith("make"):
            assert command.split()[1] in targets, command


def test_what_is_put_on_the_web_passed_the_same_tests_as_a_proposal() -> None:
    ci, deploy = (
        yaml.safe_load((ROOT / FOLDER / name).read_text(encoding="utf-8"))["jobs"]
        for name in ("ci.yml", "deploy.yml")
    )
    assert deploy["test"] == ci["test"]
    assert (deploy["build"]["needs"], deploy["deploy"]["needs"]) == ("test", "build")


def test_a_job_that_may_write_runs_no_package_of_others() -> None:
    writing = [
        (path.name, job)
        for path in (ROOT / FOLDER).glob("*.yml")
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
        if "write" in job["permissions"].values()
    ]
    assert {name for name, _ in writing} == {
        "links.yml", "freshness.yml", "deploy.yml", "release.yml",
    }  # fmt: skip
    for name, job in writing:
        commands = [step["run"] for step in job["steps"] if "run" in step]
        assert all(each.startswith(("python3 scripts/", "gh ")) for each in commands), name
    # What runs there imports nothing but Python's own.
    command = ["python3", "-I", "-S", str(ROOT / "scripts/open_issues.py"), "--help"]
    assert shutil.which("python3") and subprocess.run(command, check=False).returncode == 0


def test_dependabot_waits_a_week_and_looks_at_all_that_we_pin() -> None:
    tree = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    assert {each["package-ecosystem"] for each in tree["updates"]} == {
        "pip", "npm", "github-actions",
    }  # fmt: skip
    assert all(each["cooldown"]["default-days"] >= 7 for each in tree["updates"])


def test_every_command_has_what_it_needs_to_be_run_at_home() -> None:
    found = list(run_workflow_steps.runs(ROOT, []))
    ours = [each for each in found if not each.why_not(network=True)]
    assert {each.where.split(",")[0] for each in ours} == {
        path.relative_to(ROOT).as_posix() for path in (ROOT / FOLDER).glob("*.yml")
    }
    assert all("${{" not in value for each in found for value in each.environment.values())


@pytest.mark.parametrize("name", ["requirements", "requirements-tools"])
def test_what_is_asked_for_is_what_is_locked_with_its_hash(name: str) -> None:
    wanted = (ROOT / f"{name}.in").read_text(encoding="utf-8").splitlines()
    locked = (ROOT / f"{name}.txt").read_text(encoding="utf-8").lower()
    pins = [line.split()[0].lower() for line in wanted if "==" in line]
    assert len(pins) > 2
    for pin in pins:
        package, version = re.sub(r"\[.*\]", "", pin).split("==")
        found = re.search(rf"^{re.escape(package)}(\[\w+\])?=={re.escape(version)} ", locked, re.M)
        assert found, f"{pin} of {name}.in is not in {name}.txt: run make lock"
    # Every package has at least one hash on its next line.
    assert len(re.findall(r"^\S+==", locked, re.M)) == len(
        re.findall(r"^\S+==.*\\\n    --hash=sha256:", locked, re.M)
    )
