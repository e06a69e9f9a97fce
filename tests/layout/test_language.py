"""Other languages give a warning and no blocks; English full of names does not."""

import pytest

from claimx import layout, lexicon

FOREIGN = [row["example"] * 3 for row in lexicon.rows("layout/languages") if row["form"] != "English"]


@pytest.mark.parametrize(
    "text",
    [*FOREIGN, "Министр заявил, что план будет представлен парламенту в пятницу, 5 мая 2016 года, и что цены не вырастут на 20 процентов."],
)
def test_other_languages(text: str) -> None:
    page = layout.read(text)
    assert page.blocks == ()
    assert [warning.code for warning in page.warnings] == ["CX107"]
    assert set(page.shadow) == {"\n"}


@pytest.mark.parametrize(
    "text",
    [
        "Real Madrid 3, FC Bayern 1; El País, Le Monde, Die Welt, La Repubblica, Folha de S.Paulo, De Telegraaf, Dagens Nyheter",
        "Sales up 12% to $41.5 million; EBITDA up 18% to $20.3 million; net profit up 9% to $11.2 million; dividend up 8%",
        "Brazilian President Luiz Inácio Lula da Silva met Ángel Gurría de la Cruz and Hans-Dietrich von der Heide in São Paulo on Monday.",
        "Der Spiegel",
        "El Niño",
        "",
    ],
)
def test_english(text: str) -> None:
    assert layout.read(text).warnings == ()
