from enum import Enum

from catalog.sheets.rows import About


def _(words: str) -> str:
    return words


# Each a question to the maker of a draft; below it stands what the file says.
LABELS: dict[type[Enum], dict[Enum, str]] = {
    About: {
        About.MAKING: _("Made, designed, sourced or handpicked by you? Say it by its steps."),
        About.PARTNERS: _("Did a production partner, such as a casting house, do a part of it? Name it at that step."),
        About.MATERIALS: _("Your shop names these materials. Which of them is this piece made of? Enter those alone."),
        About.OPTIONS: _("Your shop offers these options. Enter what you offer in writing."),
        About.PRICE: _("Variants cost differently and the highest price is entered. Which is the price of this piece?"),
        About.STOCK: _("Your shop lists so many. How many can be had, and are they ready to send?"),
        About.NAME: _("The name was cut to 80 characters. Is it a good one?"),
        About.STORY: _("The description was longer than 4,000 characters. Is the rest needed?"),
        About.PHOTOS: _("These pictures are in your shop. Add them here, from your own files."),
    },
}
