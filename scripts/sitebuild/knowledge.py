"""What may templates show of what regions tell each other?"""

from dataclasses import dataclass

from sitebuild.documents import Documents
from sitebuild.practices import OTHER_LANGUAGE, ByPhase, Practice, by_phase, practice, practices
from sitebuild.reporting import COLUMNS, MEASURES, SMALL, TEMPLATE_PATH


@dataclass(frozen=True)
class Knowledge:
    """Good practice and reporting as one page shows them.

    `content_lang` is the language of the page's text; what is alike on all pages stands below it.
    """

    documents: Documents
    lang: str
    content_lang: str
    page_id: str
    columns = COLUMNS
    measures = MEASURES
    small = SMALL
    template_path = TEMPLATE_PATH

    @property
    def phases(self) -> ByPhase:
        """Every phase with its entries of good practice."""
        return by_phase(practices(self.documents, self.lang))

    @property
    def practice(self) -> Practice:
        """The entry of good practice that this page is."""
        return practice(self.documents, self.content_lang, self.page_id)

    @property
    def is_in_english(self) -> bool:
        """Say whether this page can be read in English: for who finds it in Dutch only."""
        return (OTHER_LANGUAGE, self.page_id) in self.documents
