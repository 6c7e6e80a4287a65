"""Ask every address outside that the site names, and write what is wrong as one issue."""

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from sitebuild.content import load_content
from sitebuild.markdown_text import code, with_addresses
from sitebuild.problems import report
from upkeep.issue_files import issue_text, write_issues
from upkeep.link_check import Answer, Patience, check_links, worst_first
from upkeep.outside_links import Outside, outside_links

ROOT = Path(__file__).resolve().parent.parent
TITLE = "Links naar buiten / Links outside"
HEAD = ("adres / address", "wat / what", "antwoord / answer", "waar / where")
INTRO = """\
`dead`: zoek de nieuwe pagina, of neem de bron weg. `moved`: lees of daar nog hetzelfde staat.
`unsure`: open het zelf; sommige sites antwoorden een programma niet.

`dead`: find the new page, or take the source away. `moved`: read whether it still says the same.
`unsure`: open it yourself; some sites do not answer a program."""
MORE = "En nog {count}: `make links`. / And {count} more: `make links`."
MOST_PLACES = 8


def text_of(links: tuple[Outside, ...], answers: list[Answer], repository: str) -> str:
    """Return the text of the one issue, worst first."""
    places = {each.url: each.places for each in links}
    rows = []
    for answer in worst_first(answers):
        where = [each.link(repository) for each in places[answer.url]]
        more = f" +{len(where) - MOST_PLACES}" if len(where) > MOST_PLACES else ""
        named = ", ".join(where[:MOST_PLACES]) + more
        # What was said may be an address that a foreign site chose.
        rows.append((with_addresses(answer.url), answer.verdict.value, code(answer.said), named))
    return issue_text(TITLE, INTRO, HEAD, rows, MORE)


def main(argv: list[str], patience: Patience = Patience(), root: Path = ROOT) -> int:  # noqa: B008
    """Run the command; return 0 also when some links are dead, 1 when nothing answered at all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the text goes")
    parser.add_argument("--repository", default="", help="its address on the web, for links")
    args = parser.parse_args(argv)
    content, problems = load_content(root, date.today())
    if content is None:
        print(report(problems), file=sys.stderr)
        return 1
    links = outside_links(content)
    answers = check_links([each.url for each in links], patience)
    if not any(each.arrived for each in answers):
        print(f"None of {len(answers)} addresses answered: is there a network?", file=sys.stderr)
        return 1
    wrong = list(worst_first(answers))
    write_issues(args.folder, {"links": text_of(links, answers, args.repository)} if wrong else {})
    counts = Counter(each.verdict.value for each in answers)
    print(f"{len(answers)} addresses asked: {dict(counts)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
