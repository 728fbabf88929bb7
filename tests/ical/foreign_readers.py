"""foreign_readers.py FILE ZONE FIRST LAST: what python-icalendar and dateutil find busy in FILE, as lines "first_day,
last_day,start_time,end_time,title", in order. Ends with 2 when the file holds what this reader does not judge."""
import datetime as dt
import sys
from zoneinfo import ZoneInfo

from dateutil import rrule
from icalendar import Calendar

path, zone, first, last = sys.argv[1:]
home = ZoneInfo(zone)
first, last = dt.date.fromisoformat(first), dt.date.fromisoformat(last)


def not_judged(why):
    print(why, file=sys.stderr)
    sys.exit(2)


def wall(prop):
    """The civil time of a property and its zone; None: a day."""
    value = prop.dt
    if not isinstance(value, dt.datetime):
        return dt.datetime.combine(value, dt.time()), None
    name = prop.params.get("TZID")
    if value.tzinfo is None and name:
        not_judged("the zone %s" % name)
    if value.tzinfo is None:
        return value, home
    try:
        place = ZoneInfo(name) if name else dt.timezone.utc
    except Exception:
        not_judged("the zone %s" % name)
    return value.replace(tzinfo=None), place


def many(component, name):
    found = component.get(name, [])
    for group in found if isinstance(found, list) else [found]:
        for one in group.dts:
            one.params = group.params
            yield wall(one)


def instant(moment):
    civil, place = moment
    return civil if place is None else civil.replace(tzinfo=place).astimezone(dt.timezone.utc)


def shown(start, length, title):
    civil, place = start
    if place is None:
        end = max(civil + length, civil + dt.timedelta(days=1)) - dt.timedelta(days=1)
        return (civil.date(), end.date(), "", "", title)
    begin = civil.replace(tzinfo=place).astimezone(home).replace(tzinfo=None)
    end = (civil + length).replace(tzinfo=place).astimezone(home).replace(tzinfo=None)
    if end > begin and begin.time() == end.time() == dt.time():
        return (begin.date(), end.date() - dt.timedelta(days=1), "", "", title)
    return (begin.date(), end.date(), begin.strftime("%H:%M"), end.strftime("%H:%M") if end > begin else "", title)


def occurrences(event):
    start = wall(event["DTSTART"])
    starts = {instant(start): start}
    if "RRULE" in event:
        if isinstance(event["RRULE"], list):
            not_judged("several rules")
        rule = event["RRULE"]
        until = rule.pop("UNTIL", [None])[0]
        for civil in rrule.rrulestr(rule.to_ical().decode(), dtstart=start[0]):
            moment = (civil, start[1])
            if civil.date() > last + dt.timedelta(days=1):
                break
            if until is not None:
                limit = until
                if not isinstance(until, dt.datetime):
                    limit = dt.datetime.combine(until, dt.time(23, 59, 59))
                    late = civil > limit
                elif until.tzinfo is not None and start[1] is not None:
                    late = instant(moment) > until
                else:
                    late = civil > until.replace(tzinfo=None)
                if late:
                    break
            starts[instant(moment)] = moment
    for moment in many(event, "RDATE"):
        starts[instant(moment)] = moment
    for moment in many(event, "EXDATE"):
        starts.pop(instant(moment), None)
    return starts


def length_of(event):
    if "DTEND" in event:
        return max(wall(event["DTEND"])[0] - wall(event["DTSTART"])[0], dt.timedelta())
    return event["DURATION"].dt if "DURATION" in event else dt.timedelta()


def is_busy(event):
    return str(event.get("STATUS", "")).upper() != "CANCELLED" and str(event.get("TRANSP", "")).upper() != "TRANSPARENT"


masters, moved = {}, {}
for calendar in Calendar.from_ical(open(path, "rb").read(), multiple=True):
    for event in calendar.walk("VEVENT"):
        uid = str(event.get("UID", ""))
        if "RECURRENCE-ID" in event:
            moved.setdefault(uid, {})[instant(wall(event["RECURRENCE-ID"]))] = event
        elif uid in masters or not uid:
            not_judged("two entries of one name")
        else:
            masters[uid] = event
lines = []
for uid, event in masters.items():
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        moved.pop(uid, None)
    elif is_busy(event):
        for at, start in occurrences(event).items():
            if at not in moved.get(uid, {}):
                lines.append(shown(start, length_of(event), str(event.get("SUMMARY", ""))))
for group in moved.values():
    for event in group.values():
        if is_busy(event):
            lines.append(shown(wall(event["DTSTART"]), length_of(event), str(event.get("SUMMARY", ""))))
for line in sorted(line for line in lines if line[1] >= first and line[0] <= last):
    print("%s,%s,%s,%s" % line[:4])
