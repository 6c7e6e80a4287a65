"""Which pictures do README and CONTRIBUTING show? Each is a part of a page of the real site."""

from dataclasses import dataclass

MOST_BYTES = 60_000
BEFORE = 110  # what is left in sight above the marked thing, in pixels
HEIGHT = 300


@dataclass(frozen=True)
class Picture:
    """One picture: the address it is taken from, and the thing it marks ('' for a whole screen).

    `mark` is a selector; `unfold` names a fold that is opened first.
    """

    name: str
    address: str
    mark: str = ""
    unfold: str = ""

    @property
    def path(self) -> str:
        """Return where it stands in the repository."""
        return f"pictures/{self.name}.png"


def _in_both(name: str, address: str, mark: str, unfold: str = "") -> tuple[Picture, Picture]:
    return (
        Picture(f"{name}-nl", address, mark, unfold),
        Picture(f"{name}-en", f"en/{address}", mark, unfold),
    )


PICTURES = (
    Picture("home-en-phone", "en/"),
    *_in_both("number", "near-you/zwolle/", "#municipality ~ .card .call"),
    *_in_both("sentence", "rights/at-work/", "#hours ~ p"),
    Picture("translation", "ro/rights/at-work/", "#hours ~ p"),
    Picture("read", "bg/rights/taxes/", ".translation"),
    *_in_both("source", "rights/taxes/", "#source-1", "details:has(#source-1)"),
)
