"""Write the table of currencies from the CLDR, as Babel 2.18 carries it: `pip install babel` first.

`python tools/currencies.py > tui/fenttui/extract/text/gazetteer/currencies.txt`
"""

from __future__ import annotations

import datetime as dt
import unicodedata

from babel import Locale
from babel.core import get_global, localedata
from babel.numbers import get_currency_name, get_currency_symbol, list_currencies

HEAD = """\
# ISO 4217 code | English name | signs | countries that use it today; none where it is history
# Made from the CLDR by tools/currencies.py; what news says besides stands in currency_words.txt.
"""
COMMON = ("XAF", "XCD", "XOF", "XPF")
"""Codes with an X that are currencies of countries; the others are metals, funds and units of account."""


def countries() -> dict[str, list[str]]:
    """From each code to the English names of the territories where it is legal tender, the first its own."""
    names = Locale("en").territories
    found: dict[str, list[str]] = {}
    for territory, rows in sorted(get_global("territory_currencies").items()):
        for code, start, end, tender in rows:
            if tender and (end is None or dt.date(*end) > dt.date(2025, 1, 1)) and start is not None:
                found.setdefault(code, []).append(names[territory])
    return found


def signs() -> dict[str, set[str]]:
    """From each code to the signs of one character that any language writes it with."""
    found: dict[str, set[str]] = {}
    for name in sorted(localedata.locale_identifiers()):
        locale = Locale.parse(name)
        for code in locale.currency_symbols:
            sign = get_currency_symbol(code, locale)
            if len(sign) == 1 and unicodedata.category(sign) == "Sc":
                found.setdefault(sign, set()).add(code)
    return {sign: codes for sign, codes in found.items() if len(codes) == 1}


def main() -> None:
    """Print the table."""
    where, alone = countries(), signs()
    print(HEAD, end="")
    for code in sorted(list_currencies("en")):
        name = get_currency_name(code, 1, "en")
        if "(" in name or name == code or (code[0] == "X" and code not in COMMON) or "unit" in name.lower():
            continue
        own = sorted(sign for sign, codes in alone.items() if codes == {code})
        print(" | ".join((code, name.lower(), ", ".join(own), ", ".join(where.get(code, [])))).rstrip())


if __name__ == "__main__":
    main()
