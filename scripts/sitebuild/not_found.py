"""What may the one 404 page say? It speaks all languages and stands at any depth."""

from sitebuild.links import page_address
from sitebuild.policy import CSP, CSP_SERVING
from sitebuild.site_context import Frame


class NotFoundSite:
    """The `site` object of the 404 page: shown at any depth, so all addresses are absolute."""

    def __init__(self, frame: Frame, base_url: str) -> None:
        """`base_url` is the path under which the site stands, '/' for a domain of its own."""
        self._base = base_url.rstrip("/")
        self._assets = frame.assets
        self.exit_url = frame.exit_url
        self.csp = CSP_SERVING if frame.serving else CSP

    def asset(self, name: str) -> str:
        """Return the address of a file of assets/, named without its hash."""
        return f"{self._base}/assets/{self._assets[name]}"


def not_found_texts(frame: Frame) -> list[dict[str, str]]:
    """Return what the one 404 page says in each language; links are relative to the root."""
    return [
        {
            "code": language.code,
            "title": words.say("not_found.title"),
            "text": words.say("not_found.text"),
            "exit_label": words.say("exit.label"),
            "tab_title": words.say("exit.tab_title"),
            "home_url": page_address(language, "index"),
            "home_label": words.say("not_found.home"),
            "help_url": page_address(language, "help-now"),
            "help_label": words.say("not_found.help"),
        }
        for language in frame.content.languages
        for words in [frame.content.words[language.code]]
    ]
