"""The months in the languages of news besides English, as dates write them."""

from __future__ import annotations

import re
from functools import cache

_BY_LANGUAGE = (
    # French, German with Austrian, Spanish, Portuguese, Italian, Dutch: whole names, then short ones.
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber mrz apr mai jun jul aug sept okt nov dez",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago set oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "januari februari maart april mei juni juli augustus september oktober november december",
    # Russian in the genitive, and Arabic in Egypt and in the Levant.
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "january february march april may june july august september october november december",
)
_WITHOUT_ACCENTS = str.maketrans("éûôäç", "euoac")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ARABIC = re.compile("[٠-٩۰-۹]")


def plain_digits(text: str) -> str:
    """Return `text` with the digits of Arabic and Persian as those of ASCII; it keeps its length."""
    return text.translate(_DIGITS) if _ARABIC.search(text) else text


@cache
def numbers() -> dict[str, int]:
    """Return the name of each month, in lower case and also without accents, to its number."""
    found: dict[str, int] = {}
    for names in _BY_LANGUAGE:
        for number, name in enumerate(names.split(), 1):
            name = name.replace("_", " ")
            found[name] = found[name.translate(_WITHOUT_ACCENTS)] = number
    return found


@cache
def named_date() -> str:
    """Return the pattern of a date with such a name: "2. April 2025", "2 de abril de 2025"."""
    names = "|".join(sorted(map(re.escape, numbers()), key=len, reverse=True))
    month = rf"(?:{names})\.?"
    day = r"[0-9]{1,2}(?:\.|er|º|ª)?"
    year_after = r"(?:\s(?:de|del|do)\s|\sde\s|,?\s)[0-9]{4}"
    return rf"(?:{day}\s?(?:de\s|di\s)?{month}{year_after}|(?:{names})\s{day},?\s[0-9]{{4}})"


def parse_named(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a text that `named_date` matches as a whole; None for any other."""
    match = re.fullmatch(named_date(), text, re.IGNORECASE)
    if match is None:
        return None
    day, year = map(int, re.findall("[0-9]+", text))
    names = numbers()
    name = re.search("|".join(sorted(map(re.escape, names), key=len, reverse=True)), text.lower())
    return (year, names[name[0]], day) if name else None
