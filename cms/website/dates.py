"""Dates, times and durations in words, by CLDR (Babel) and the two languages' own habits.

English: "25 November 2026, 16:30 (Brussels time)". French: "25 novembre 2026 à 16 h 30 (heure de Bruxelles)".
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone, get_timezone_location

from cms.website.typography import NO_BREAK

# Cities with a silent h, before which French elides.
_SILENT_H = ("Helsinki", "Honolulu", "Hobart")


def day(value: date, locale: str, *, weekday: bool = False, year: bool = True) -> str:
    """A day: "1 December 2026", "1er décembre 2026", with its weekday where asked for."""
    pattern = f"{'EEEE ' if weekday else ''}d MMMM{' y' if year else ''}"
    text = format_date(value, pattern, locale=locale)
    number = str(value.day)
    shown = "1er" if locale == "fr" and value.day == 1 else number
    # The number of the day stays with its month.
    return text.replace(f"{number} ", f"{shown}{NO_BREAK}", 1)


def month(value: date, locale: str) -> str:
    """The month in short: "Nov", "nov."."""
    return format_date(value, "MMM", locale=locale)


def clock(value: time, locale: str) -> str:
    """A time of day: "16:30", "16 h 30", "16 h"."""
    if locale == "fr":
        minutes = f"{NO_BREAK}{value.minute:02d}" if value.minute else ""
        return f"{value.hour}{NO_BREAK}h{minutes}"
    return f"{value.hour:02d}:{value.minute:02d}"


def zone_name(zone: str, locale: str, at: datetime | None = None) -> str:
    """Whose time it is: "Brussels time", "heure de Bruxelles", "heure d’Oslo", "heure du Caire", "UTC".

    A zone without a city ("Etc/GMT+3") is named by its distance from UTC at the instant ``at``.
    """
    if zone in {"UTC", "Etc/UTC", "Etc/GMT", "GMT"}:
        return "UTC"
    if zone.startswith("Etc/"):
        return offset((at or datetime.now(UTC)).astimezone(ZoneInfo(zone)))
    city = get_timezone_location(get_timezone(zone), locale=locale, return_city=True)
    if locale != "fr":
        return f"{city} time"
    if city.startswith("Le "):
        return f"heure du {city[3:]}"
    if city[0] in "AÂÀEÉÈÊIÎOÔUÛ" or city.startswith(_SILENT_H):
        return f"heure d’{city}"
    return f"heure de {city}"


def moment(value: datetime, locale: str, zone: str, *, named: bool = True, weekday: bool = False) -> str:
    """An instant on the wall clock of ``zone``; ``named`` says whose clock it is."""
    there = local(value, zone)
    text = f"{day(there, locale, weekday=weekday)}{joiner(locale)}{clock(there.time(), locale)}"
    return f"{text} ({zone_name(zone, locale, there)})" if named else text


def local(value: datetime, zone: str) -> datetime:
    """An instant on the wall clock of ``zone``."""
    return value.astimezone(ZoneInfo(zone))


def joiner(locale: str) -> str:
    """What stands between a day and its time."""
    return " à " if locale == "fr" else ", "


def days(first: date, last: date, locale: str) -> str:
    """Several days: "25–27 November 2026", "du 25 au 27 novembre 2026"; one alone when they are equal."""
    if first >= last:
        return day(first, locale, weekday=True)
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    if locale == "fr":
        number = "1er" if first.day == 1 else str(first.day)
        start = number if same_month else day(first, locale, year=not same_year)
        return f"du {start} au {day(last, locale)}"
    if same_month:
        return f"{first.day}–{day(last, locale)}"
    return f"{day(first, locale, year=not same_year)} – {day(last, locale)}"


def hours(start: time, end: time | None, locale: str) -> str:
    """From when to when on one day: "09:30–11:00", "de 9 h 30 à 11 h"; the start alone without an end."""
    if end is None:
        return clock(start, locale)
    if locale == "fr":
        return f"de {clock(start, locale)} à{NO_BREAK}{clock(end, locale)}"
    return f"{clock(start, locale)}–{clock(end, locale)}"


def stretch(start: datetime, end: datetime, locale: str) -> str:
    """From an hour of one day to an hour of another, on the clocks that both carry."""
    first = f"{day(start, locale, weekday=True)}{joiner(locale)}{clock(start.time(), locale)}"
    last = f"{day(end, locale, weekday=True)}{joiner(locale)}{clock(end.time(), locale)}"
    return f"du {first} au {last}" if locale == "fr" else f"{first} – {last}"


def offset(at: datetime) -> str:
    """The distance of a clock from UTC: "UTC+1", "UTC+5:30"."""
    minutes = round((at.utcoffset() or timedelta()).total_seconds() / 60)
    if not minutes:
        return "UTC"
    hour, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hour}" + (f":{rest:02d}" if rest else "")


def duration(seconds: float) -> str:
    """A length of time in units that both languages write alike: "1 h 2 min", "3 min 25 s"."""
    whole = max(0, round(seconds))
    parts = [(whole // 3600, "h"), (whole % 3600 // 60, "min"), (whole % 60, "s")]
    if whole >= 3600:
        parts = parts[:2]
    shown = [f"{number}{NO_BREAK}{unit}" for number, unit in parts if number]
    return " ".join(shown) or f"0{NO_BREAK}s"


def iso_duration(seconds: float) -> str:
    """A length of time as ISO 8601 writes it ("PT3M25S"), for machines."""
    whole = max(0, round(seconds))
    hour, minute, second = whole // 3600, whole % 3600 // 60, whole % 60
    text = "".join(
        f"{number}{unit}" for number, unit in ((hour, "H"), (minute, "M"), (second, "S")) if number
    )
    return f"PT{text or '0S'}"


def instant(text: object) -> datetime | None:
    """An ISO 8601 instant as content items write it, or None for anything else."""
    if isinstance(text, datetime):
        return text
    if not isinstance(text, str) or "T" not in text:
        return None
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return None
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def calendar_day(text: object) -> date | None:
    """A day as content items write it ("2026-11-25"), or None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def time_of_day(text: object) -> time | None:
    """A wall-clock time as content items write it ("16:30:00"), or None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None
