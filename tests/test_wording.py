"""Does an address tell what was read? Those that do were fixed early, and none may join them."""

from dataclasses import replace

import pytest
from sitebuild.content import Content
from sitebuild.wording import TELLING_ADDRESSES, revealing_address


@pytest.mark.parametrize("page_id", ["safety/police", "rights/sex-work", "change/hiv-test"])
def test_a_new_telling_address_is_refused(content: Content, page_id: str) -> None:
    page = replace(content.documents["nl", "rights/taxes"], page_id=page_id)
    (problem,) = revealing_address(page, content.word_lists)
    assert problem.found == page_id
    assert "history" in problem.message
    assert "Rename" in problem.remedy


@pytest.mark.parametrize("page_id", TELLING_ADDRESSES)
def test_each_exception_is_a_page_that_needs_it(content: Content, page_id: str) -> None:
    page = content.documents["nl", page_id]
    assert list(revealing_address(page, content.word_lists)) == []
    words = content.word_lists.revealing["en"]
    assert [word for word in words if word in page_id.replace("-", " ")]
