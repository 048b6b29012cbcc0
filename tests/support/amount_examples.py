"""What is read as an amount, with an example each: the tests hold it, and docs/figures.md is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fenttui.extract.mention import Measure


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence whose only amount stands in brackets."""

    what: str
    """What the example shows."""
    marked: str
    """The sentence, with the mention in brackets."""
    kind: str
    measure: Measure
    """Without `of`, which is told by its words."""
    of: str | None = None

    @property
    def text(self) -> str:
        """The sentence as it is read."""
        return self.marked.replace("[", "").replace("]", "")

    @property
    def said(self) -> str:
        """The words of the mention."""
        return self.marked.partition("[")[2].partition("]")[0]


def money(value: int | Decimal | tuple[int, int], unit: str, **more: Any) -> Measure:
    return Measure(value, unit, **more)


def number(text: str) -> Decimal:
    return Decimal(text)


SECTIONS: dict[str, list[Example]] = {
    "Numbers": [
        Example("grouped digits", "It seized [107,543 pills].", "count", Measure(107_543, "pill"), "pills"),
        Example(
            "Indian groups", "It fed [1,00,000 families].", "count", Measure(100_000, "family"), "families"
        ),
        Example(
            "groups parted by spaces",
            "It fed [12 000 families].",
            "count",
            Measure(12_000, "family"),
            "families",
        ),
        Example(
            "a decimal comma after groups",
            "It paid [1.000,50 euros].",
            "money",
            money(number("1000.50"), "EUR"),
        ),
        Example(
            "Arabic digits", "It fed [١٢٣٬٤٥٦ families].", "count", Measure(123_456, "family"), "families"
        ),
        Example(
            "full-width digits", "It fed [１２３ families].", "count", Measure(123, "family"), "families"
        ),
        Example("words", "[Twenty-one firms] closed.", "count", Measure(21, "firm"), "firms"),
        Example(
            "long words",
            "It fed [two hundred and fifty thousand families].",
            "count",
            Measure(250_000, "family"),
            "families",
        ),
        Example(
            "a half",
            "It fed [two and a half million families].",
            "count",
            Measure(2_500_000, "family"),
            "families",
        ),
        Example(
            "half a scale",
            "It fed [half a million families].",
            "count",
            Measure(500_000, "family"),
            "families",
        ),
        Example("a dozen", "It has [half a dozen branches].", "count", Measure(6, "branch"), "branches"),
        Example(
            "joined suffixes", "It sold [4.5bn shares].", "count", Measure(4_500_000_000, "share"), "shares"
        ),
        Example("thousands as k", "It sold [25k tickets].", "count", Measure(25_000, "ticket"), "tickets"),
        Example(
            "millions as m",
            "It sold [2.7m printed copies].",
            "count",
            Measure(2_700_000, "copy"),
            "printed copies",
        ),
        Example("scales multiplied", "It cost [Rs 5 lakh crore].", "money", money(5 * 10**12, "INR")),
        Example("fractions in digits", "Run [10 1/2 miles].", "quantity", Measure(number("10.5"), "mile")),
        Example("fraction signs", "Add [½ cup].", "quantity", Measure(number("0.5"), "cup")),
        Example(
            "sizes without a number",
            "[Tens of thousands of families] fled.",
            "count",
            Measure((10_000, 100_000), "family", "about"),
            "families",
        ),
        Example(
            "several hundred",
            "It fed [several hundred families].",
            "count",
            Measure((100, 1_000), "family", "about"),
            "families",
        ),
        Example(
            "many that stand for people",
            "[Hundreds of thousands] fled.",
            "count",
            Measure((100_000, 1_000_000), None, "about"),
        ),
        Example("a couple", "It fed [a couple of families].", "count", Measure(2, "family"), "families"),
        Example("below zero", "It froze at [-5 °C] there.", "quantity", Measure(-5, "degree Celsius")),
        Example(
            "longer than a double",
            "It counts [123456789012345678901234567890 atoms].",
            "count",
            Measure(123456789012345678901234567890, "atom"),
            "atoms",
        ),
    ],
    "Ranges": [
        Example("to", "It fed [10 to 15 families].", "count", Measure((10, 15), "family"), "families"),
        Example(
            "a hyphen, the scale shared",
            "It cost [$10-15 billion].",
            "money",
            money((10 * 10**9, 15 * 10**9), "USD"),
        ),
        Example(
            "between",
            "It fed between [three and five families].",
            "count",
            Measure((3, 5), "family"),
            "families",
        ),
        Example(
            "a unit at each end", "It lies [5 km to 7 km] away.", "quantity", Measure((5, 7), "kilometre")
        ),
        Example(
            "from, without a change",
            "Fees range from [$200 to $4 million].",
            "money",
            money((200, 4_000_000), "USD"),
            "Fees",
        ),
    ],
    "Money": [
        Example("a sign", "It cost [$1.2 trillion].", "money", money(1_200_000_000_000, "USD")),
        Example("the dollar's country", "It cost [HK$300m].", "money", money(300_000_000, "HKD")),
        Example("the sign of a country's own", "It cost [A$5m].", "money", money(5_000_000, "AUD")),
        Example(
            "a dollar's country after it",
            "They paid [$5 million Canadian].",
            "money",
            money(5_000_000, "CAD"),
        ),
        Example("crowns by their country", "It cost [300 Czech crowns].", "money", money(300, "CZK")),
        Example(
            "a name with its country",
            "It cost [5 million Canadian dollars].",
            "money",
            money(5_000_000, "CAD"),
        ),
        Example("a code before", "It cost [CHF 300].", "money", money(300, "CHF")),
        Example("a code after", "It cost [300 NOK].", "money", money(300, "NOK")),
        Example("a code with its scale", "It cost [30 MEUR].", "money", money(30_000_000, "EUR")),
        Example("a sign after", "It cost [30 €].", "money", money(30, "EUR")),
        Example("a letter as sign", "It cost [R350].", "money", money(350, "ZAR")),
        Example(
            "a name that countries share",
            "In Manila it cost [50 pesos], said the Philippine police.",
            "money",
            money(50, "PHP"),
        ),
        Example("pounds that are paid", "She was fined [300 pounds].", "money", money(300, "GBP")),
        Example(
            "dollars and cents",
            "It cost [three dollars and fifty cents].",
            "money",
            money(number("3.5"), "USD"),
        ),
        Example("cents", "It cost [12 cents].", "money", money(12, "cent")),
        Example(
            "below zero", "The balance was [$-50.8bn].", "money", money(-50_800_000_000, "USD"), "balance"
        ),
        Example("a price for something", "It cost [$98 a barrel].", "money", money(98, "USD per barrel")),
        Example("a price for a time", "They owe [$3,500] a month.", "money", money(3_500, "USD per month")),
    ],
    "Percent": [
        Example("percent", "It holds [12.5 per cent].", "percent", Measure(number("12.5"), "percent")),
        Example(
            "percentage points",
            "It rose [two percentage points].",
            "percent",
            Measure(2, "percentage point", change="up"),
        ),
        Example(
            "percentage points, abbreviated",
            "It rose [2.5pp].",
            "percent",
            Measure(number("2.5"), "percentage point", change="up"),
        ),
        Example("basis points", "It costs [40 basis points].", "quantity", Measure(40, "basis point")),
        Example(
            "a part of a whole",
            "[A third] of the firms closed.",
            "quantity",
            Measure(number("0.333333"), "share of firm"),
            "firms",
        ),
        Example(
            "half",
            "It sold [half] of its fleet.",
            "quantity",
            Measure(number("0.5"), "share of fleet"),
            "fleet",
        ),
        Example(
            "so many out of so many",
            "[Nine out of ten] firms closed.",
            "quantity",
            Measure(number("0.9"), "share of firm"),
            "firms",
        ),
    ],
    "Measures": [
        Example("a sign", "It lies [20 km] away.", "quantity", Measure(20, "kilometre")),
        Example("a name in either spelling", "It holds [20 liters].", "quantity", Measure(20, "litre")),
        Example(
            "before a noun", "It was a [10-kilometer] race.", "quantity", Measure(10, "kilometre"), "race"
        ),
        Example("areas", "It covers [500 square miles].", "quantity", Measure(500, "square mile")),
        Example("exponents", "It covers [500 km²].", "quantity", Measure(500, "square kilometre")),
        Example("rates in words", "It does [188 miles an hour].", "quantity", Measure(188, "mile per hour")),
        Example(
            "rates in signs", "It blew at [90 km/h] there.", "quantity", Measure(90, "kilometre per hour")
        ),
        Example(
            "accelerations",
            "It pulled at [9.8 m/s²] there.",
            "quantity",
            Measure(number("9.8"), "metre per square second"),
        ),
        Example(
            "rates as an abbreviation",
            "It pumps [300 bpd] there.",
            "quantity",
            Measure(300, "barrel per day"),
        ),
        Example("energy", "It made [300 GWh] there.", "quantity", Measure(300, "gigawatt-hour")),
        Example("data", "It sends [20 Mbps] there.", "quantity", Measure(20, "megabit per second")),
        Example("feet and inches", "He is [5 feet 6 inches].", "quantity", Measure(number("5.5"), "foot")),
        Example(
            "temperatures", "It reached [40 degrees Celsius].", "quantity", Measure(40, "degree Celsius")
        ),
        Example("pounds that weigh", "It weighs [208 pounds].", "quantity", Measure(208, "pound")),
        Example("ages", "A [46-year-old] man fell.", "quantity", Measure(46, "year of age"), "man fell"),
        Example(
            "ages after a name", "Jane Roe, [44], fell.", "quantity", Measure(44, "year of age"), "Jane Roe"
        ),
    ],
    "Counts": [
        Example(
            "the noun after it", "It has [three tidy harbors].", "count", Measure(3, "harbor"), "tidy harbors"
        ),
        Example(
            "what the noun is of",
            "It told of [300 deaths] from cholera.",
            "count",
            Measure(300, "death"),
            "deaths from cholera",
        ),
        Example(
            "names inside",
            "It sold [40 Ford and Kia cars].",
            "count",
            Measure(40, "car"),
            "Ford and Kia cars",
        ),
        Example(
            "a kind after the noun",
            "It sold [300 sealed boxes] of rice.",
            "count",
            Measure(300, "box of rice"),
            "sealed boxes of rice",
        ),
        Example(
            "adjectives of degree",
            "It named its [three most valuable brands].",
            "count",
            Measure(3, "brand"),
            "most valuable brands",
        ),
        Example(
            "either of two adjectives",
            "It hired [15 current or former pilots].",
            "count",
            Measure(15, "pilot"),
            "current or former pilots",
        ),
        Example(
            "a compound with a preposition",
            "It held [two off-site meetings].",
            "count",
            Measure(2, "meeting"),
            "off-site meetings",
        ),
        Example(
            "an abbreviation of sports", "She had [31 RBI].", "count", Measure(31, "run batted in"), "RBI"
        ),
        Example(
            "some of a group",
            "He fired [two] of the firm's managers.",
            "count",
            Measure(2, "manager"),
            "firm's managers",
        ),
        Example(
            "for a time",
            "It does [three thousand tests] per day.",
            "count",
            Measure(3_000, "test per day"),
            "tests",
        ),
        Example("a multiple", "It grew [tenfold].", "count", Measure(10, "count", change="up")),
        Example("no noun", "It killed [20].", "count", Measure(20, None)),
    ],
    "Bound and change": [
        Example("over", "It lost more than [15%].", "percent", Measure(15, "percent", "over", "down")),
        Example(
            "over, told after",
            "It feeds [15 families] or more.",
            "count",
            Measure(15, "family", "over"),
            "families",
        ),
        Example(
            "over, as a sign",
            "It feeds [100+ families].",
            "count",
            Measure(100, "family", "over"),
            "families",
        ),
        Example(
            "a sign before", "It feeds ≥[100 families].", "count", Measure(100, "family", "over"), "families"
        ),
        Example("under", "It pays up to [15%].", "percent", Measure(15, "percent", "under")),
        Example("about", "It holds nearly [15%].", "percent", Measure(15, "percent", "about")),
        Example(
            "up",
            "Exports to Peru rose [9 %].",
            "percent",
            Measure(9, "percent", change="up"),
            "Exports to Peru",
        ),
        Example(
            "down, told after",
            "It told of a [5%] drop in sales.",
            "percent",
            Measure(5, "percent", change="down"),
            "sales",
        ),
        Example(
            "both ends",
            "The bank cut its rate from [20 to 10 per cent].",
            "percent",
            Measure(10, "percent", change="down", before=20),
            "rate",
        ),
    ],
    "What is measured": [
        Example(
            "before a noun",
            "He wants a [20 per cent] tariff on all Swiss imports.",
            "percent",
            Measure(20, "percent"),
            "tariff on all Swiss imports",
        ),
        Example(
            "the subject",
            "Tariffs on all Swiss imports rose [9%].",
            "percent",
            Measure(9, "percent", change="up"),
            "Tariffs on all Swiss imports",
        ),
        Example(
            "the object",
            "It cut its debt by [$5bn].",
            "money",
            money(5_000_000_000, "USD", change="down"),
            "debt",
        ),
        Example(
            "with a country in capitals",
            "Peru cut tariffs on US goods from [20 to 10 per cent].",
            "percent",
            Measure(10, "percent", change="down", before=20),
            "tariffs on US goods",
        ),
        Example(
            "a name that ends in digits",
            "It told of [300 deaths] from Covid-19.",
            "count",
            Measure(300, "death"),
            "deaths from Covid-19",
        ),
        Example(
            "the subject of what stays",
            "Inflation is expected to stay below [3%].",
            "percent",
            Measure(3, "percent", "under"),
            "Inflation",
        ),
        Example(
            "without its verb",
            "Peru announced tariffs on all Swiss imports of [10 per cent].",
            "percent",
            Measure(10, "percent"),
            "tariffs on all Swiss imports",
        ),
        Example("of", "A fine of [$5 million] followed.", "money", money(5_000_000, "USD"), "fine"),
        Example("in", "It sent [$50 million] in aid.", "money", money(50_000_000, "USD"), "aid"),
    ],
}
"""The examples by what they show, in the order of the page."""

NO_AMOUNTS: dict[str, str] = {
    "telephone numbers": "Call 555-1234 or +1-202-555-0100.",
    "a telephone number with its area": "Call (202) 555-0143 or 020 7946 0958.",
    "years": "It opened in 1998.",
    "scores": "They won 3-1 there.",
    "street numbers": "He lives at 10 Baker Street.",
    "numbered streets": "She lives at 45 West 25th Street.",
    "versions and addresses": "Use version 1.2.3 on 192.168.1.2.",
    "identifiers": "It bore the mark B52 or MH17.",
    "names": "The G20, a Boeing 777, an iPhone 11 and Covid-19.",
    "names that open a sentence": "Fortune 100 firms met. Boeing 777 jets fell. Python 3.11 came.",
    "labels": "See page 4, No. 5 and Phase 3.",
    "ordinals": "It was the 22nd in a third country, and the twenty-first there.",
    "Roman numerals": "Henry VIII, Charles III and World War II.",
    "pronouns": "No one knew that one of them left.",
    "a list without spaces": "It says 1,2,3.",
    "a chain of numbers": "It says 1-2-3-4-5-6 and 5 6 7 8 9 10.",
    "a full stop before what may be decimals or thousands": "It fed 1.000 people and paid €25.000 there.",
    "a date of unknown order": "It says 12/13/14.",
    "a price without an end": "It costs $1,2,3 or $1.2.3 there.",
    "a sign alone": "It shows a $ alone.",
    "a serial number": "It says 12345678901234.",
}
"""Numbers that are no amounts."""
