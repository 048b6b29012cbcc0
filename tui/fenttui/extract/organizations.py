"""What tells an organization: the words that end or head such names, and how ministries are called."""

from __future__ import annotations

from fenttui.extract.gazetteer import Known, adjective_of, known_names
from fenttui.extract.wordlists import word_set

_TAILS = word_set(
    "academy administration agency airline airlines airways alliance army assembly assets associates"
    " association authority bank bhd board brewery brigade brigades broadcasting bureau cabinet capital"
    " center centre chamber channel charity church club coalition college command commission committee"
    " commonwealth community company confederation congress consortium cooperative corp corporation"
    " council court daily department directorate dynamo embassy enterprises fc federation firm force"
    " forces forum foundation front fund gazette gmbh government group groups guard herald holdings"
    " hospital inc industries initiative inspectorate institute institution insurance intelligence"
    " international journal league legislature lines llc ltd ministry mission motors movement museum navy"
    " network newspaper ngo observatory office orchestra organisation organization pac parliament partners"
    " party petroleum pharmaceuticals plc police post press program programme project radio railways"
    " rangers records registry reserve resources school secretariat securities senate service services"
    " shipping society solutions studio studios systems taskforce team technologies technology telecom"
    " television times tribunal tribune trust tv union unit united university ventures watch weekly"
    " workshop bancorp bros cafe communications consultants consultores consulting electric"
    " entertainment exchange foods labs llp mining nv oyj pty publishers publishing retail sons shimbun"
    " steel stores telecommunications travel"
)
_HEADS = _TAILS - {"international", "times", "post", "united", "daily", "team"} | {
    "faculty", "friends", "house", "headquarters", "bar", "archdiocese", "diocese", "fellowship", "campaign",
    "ministries", "congregation", "order", "bishops",
}  # fmt: skip

_FIELDS = word_set(
    "foreign defense defence health finance interior commerce justice education trade agriculture energy"
    " environment transport culture labor labour economy information security"
)
_FIELDS_OF_WORK = _FIELDS | word_set(
    "accounting agricultural animal archives arts aviation banking bar border bridge broadcasting"
    " building business cancer child children citizenship civil climate communication communications"
    " community construction consumer correctional crime cultural customs data development disability"
    " disarmament disaster disease drug economic electric electricity emergency employment engineering"
    " exchange family film finance financial fire fisheries food forestry fuel gaming gas harbor harbour"
    " heritage highway housing human humanities immigration inclusion industrial industry infrastructure"
    " innovation insurance investment irrigation land legal library livestock management manufacturing"
    " maritime medical medicine mineral minerals mines mining monetary museum nutrition oceanic oil parks"
    " peace petroleum planning plant political postal power prevention privacy procurement protection"
    " public quarantine rail railway reform regulatory relief religious research resources revenue road"
    " roads rural safety sanitation science sciences securities sewerage shipping social sport sports"
    " standards statistics steel supply survey technical technological technology telecom"
    " telecommunication telecommunications tourism training transit transportation urban veterinary water"
    " weights welfare wildlife women work works youth"
)
"""Fields that an organization's name may join: Food and Drug Administration."""
_FULL_FIELDS = {"Foreign": "Foreign Affairs", "Defence": "Defense"}

_NO_ACRONYMS = word_set(
    "AIDS HIV GDP CEO CFO COO TV PM AM GMT UTC EST EDT PST PDT BST CET DNA RNA HR IT PR MP MPS PHD BA MA"
    " MBA ID AI COVID SARS MERS SUV USD EUR GBP CNY LGBT LGBTQ VIP ATM GPS DVD CD PC SMS PDF FAQ UFO OK II"
    " III IV VI VII VIII IX XI XII XIV XVI NOT AND THE FOR TO OF IN ON BY OR IS AS AT BE ALL NEW NO SO BUT"
    " WE HE SHE ME MY YOU YOUR WITH FROM THAT THIS HAS HAVE WILL ARE WAS CCTV LNG FDI VAT IPO PPE STD USSR"
    " CO LED BC AD BCE CE VS SOS FM KM KG MW GW KWH GWH MWH MPH RPM"
)


def is_tail(word: str) -> bool:
    """Whether a capitalized name that ends with `word` names an organization."""
    return word.lower() in _TAILS


def takes_complement(word: str) -> bool:
    """Whether the name may go on with "of" or "for": Ministry of Health, Committee for Peace."""
    return word.lower() in _HEADS


def is_acronym(word: str) -> bool:
    """Whether `word` looks like the acronym of an organization: SMUG, UNHCR, but not GDP."""
    return 2 <= len(word) <= 7 and word.isupper() and word.isalpha() and word not in _NO_ACRONYMS


def is_field(word: str) -> bool:
    """Whether a ministry may be called after `word`, which is in lower case: the foreign ministry."""
    return word in _FIELDS


def is_field_of_work(word: str) -> bool:
    """Whether an organization may be called after `word`, in lower case, together with a second field."""
    return word in _FIELDS_OF_WORK


def ministry_name(country: str | None, field: str) -> str:
    """The canonical name of a country's ministry: Chinese Ministry of Foreign Affairs."""
    field = _FULL_FIELDS.get(field.capitalize(), field.capitalize())
    adjective = adjective_of().get(country, country) if country else None
    return " ".join(filter(None, (adjective, "Ministry of", field)))


def canonical_organization(name: str) -> str:
    """The one name of an organization that may be called in two ways: a country's Foreign Ministry."""
    words = name.split()
    if words[-1] not in ("Ministry", "ministry") or not 2 <= len(words) <= 4:
        return name
    known: Known | None = known_names().get(" ".join(words[:-2]))
    if (len(words) > 2 and known is None) or not is_field(words[-2].lower()):
        return name
    return ministry_name(known.actor if known else None, words[-2])
