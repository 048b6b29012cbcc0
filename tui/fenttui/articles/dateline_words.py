"""The words around a date at the top of an article: "Published", "Stand:", "Mis à jour le", weekdays, times.

Each is a pattern, to be matched without regard to case.
"""

from __future__ import annotations

from fenttui.articles.dates import DATE
from fenttui.articles.month_names import named_date

_PUBLISHED = (
    r"(?:first\s|originally\s|last\s)?(?:published|posted|issued|created|released?|date)(?:\s(?:on|at))?"
    r"|for\simmediate\srelease|for\srelease|embargoed\suntil"
)
_PUBLISHED_ABROAD = (
    r"publiée?(?:\sle)?|paru(?:\sle)?|date\sde\spublication|stand|veröffentlicht(?:\sam)?|erstellt(?:\sam)?"
    r"|erschienen(?:\sam)?|datum|vom|publicado(?:\s(?:el|em|a))?|fecha(?:\sde\spublicación)?|pubblicato(?:\sil)?"
    r"|gepubliceerd(?:\sop)?|опубликовано|дата(?:\sпубликации)?|نُ?شرت?(?:\sفي)?|تاريخ\sالنشر|التاريخ"
    r"|发布时间|发布日期|发布于|发表于|發佈時間|發布時間|日期|时间|時間|公開日|配信日?"
)
_UPDATED = r"(?:last\s)?(?:updated?|modified|revised)(?:\s(?:on|at))?"
_UPDATED_ABROAD = (
    r"mise?\sà\sjour(?:\sle)?|modifiée?(?:\sle)?|(?:zuletzt\s)?(?:aktualisiert|geändert)(?:\sam)?"
    r"|actualizado(?:\sel)?|atualizado(?:\sem)?|aggiornato(?:\sil)?|bijgewerkt(?:\sop)?|обновлено"
    r"|(?:آخر\s)?تحديث|更新时间|更新于|更新日?|最終更新"
)
LABEL = (
    rf"(?:(?:(?P<update>{_UPDATED}|(?P<abroad>{_UPDATED_ABROAD}))"
    rf"|(?P<label>{_PUBLISHED}|(?P<foreign>{_PUBLISHED_ABROAD})))\s?[:：]?\s?)"
)
"""What says that a date is an article's: the groups `update` or `label`, with `abroad` or `foreign`
in it where it is not English."""

WEEKDAY = (
    r"(?:(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|(?:ال)?(?:أحد|اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت)"
    r")[.,،]{0,2}\s(?:(?:den|le|el|em|il)\s)?)?"
)
"""A weekday before a date."""

TIME = (
    r"(?:[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\b\.?)?|[0-9]{1,2}\s?[ap]\.?m\b\.?)"
    r"(?:\s?(?:uhr|hrs?\b|h\b|\(?(?:[a-z]{2,5}(?:[+-][0-9:]{1,5})?)\)?(?![a-z])))?"
)
"""A time of day with its zone."""
AT_TIME = (
    rf"(?:(?:[,،]?\s(?:(?:at|um|à|a\slas|às|alle|om|-)\s)?{TIME})|(?<=[0-9]{{4}}){TIME}"
    r"|\s?(?:星期|週|周)[一二三四五六日天])*"
)
"""Times after a date, also one that is glued to the year."""
AGO = r"(?:[0-9]+|an?)\s(?:minutes?|mins?|hours?|hrs?|days?|weeks?)\sago"
"""How long ago an article was changed, which dates nothing."""


def any_date() -> str:
    """Return the pattern of a whole date in any language that is known, to be given to `parse_date`."""
    return rf"(?:{named_date()}|{DATE})"
