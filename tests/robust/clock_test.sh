#!/bin/sh
# Both nights on which the clock is changed, 2026-03-29 and 2026-10-25, and a clock that goes back by an
# hour between two commands (fault 14 of docs/reliability.md).
. tests/robust/robust.sh
. tests/robust/readers.sh
python=$python_calendar
if ! "$python" -c 'import icalendar' 2>/dev/null; then
	echo "1..0 # SKIP python3-icalendar is not installed"
	exit 0
fi

# instants FILE: each entry as "title start end" in UTC.
instants() {
	"$python" -c 'import icalendar, sys
from datetime import timezone
for e in icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read()).walk("VEVENT"):
    print(e["SUMMARY"], *(e[k].dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%MZ")
        for k in ("DTSTART", "DTEND")))' "$1" >"$T/instants" 2>"$T/err"
}

a event new title=Veille start_date=2026-03-28 start_time=9h end_time=17h status=announced
a event new title=Printemps start_date=2026-03-29 start_time=1h30 end_time=9h status=announced
a event new title=Automne start_date=2026-10-25 start_time=1h30 end_time=9h status=announced
a event new title=Lendemain start_date=2026-10-26 start_time=9h end_time=17h status=announced
exits "there are events on both nights" 0
a calendar export -o "$T/feed.ics"
instants "$T/feed.ics"
cp "$T/instants" "$T/out"
has "the day before summer time is in winter time" "Veille 2026-03-28T08:00Z 2026-03-28T16:00Z"
has "the night in March has 7 hours less one" "Printemps 2026-03-29T00:30Z 2026-03-29T07:00Z"
has "the night in October has one more" "Automne 2026-10-24T23:30Z 2026-10-25T08:00Z"
has "the day after is in winter time" "Lendemain 2026-10-26T08:00Z 2026-10-26T16:00Z"
a event list --format json
json "what was typed is what is kept" \
	"{e['start_time'] for e in j if e['title'] in ('Printemps', 'Automne')} <= {'01:30', None}"
a event show 2026-002 --format json
has "an hour of the night stays civil" "01:30"

# An hour that does not exist, and one that there is twice: they are kept, and all goes on.
a event new title=Inexistant start_date=2026-03-29 start_time=2h30 end_time=3h30 status=announced
exits "half past two in March is accepted" 0
a event new title=Double start_date=2026-10-25 start_time=2h30 end_time=3h30 status=announced
exits "half past two in October too" 0
a calendar export -o "$T/feed.ics"
exits "both are exported" 0
instants "$T/feed.ics"
ok "and read by another program" test ! -s "$T/err" -a "$(wc -l <"$T/instants")" -eq 6
a print sign-in 2026-005 -o "$T/sheet.pdf"
exits "and printed" 0

# "Today" is the centre's: at 00:30 in Paris it is still yesterday in UTC.
for pair in 2026-03-28T23:30:00Z=2026-03-30 2026-10-24T22:30:00Z=2026-10-26; do
	tomorrow=${pair#*=}
	ATELIERS_NOW=${pair%=*} "$program" event new title="Demain $tomorrow" start_date=+1 \
		>"$T/out" 2>"$T/err"
	ATELIERS_NOW=${pair%=*} "$program" event list --format json >"$T/out" 2>"$T/err"
	json "at ${pair%=*} tomorrow is $tomorrow" \
		"[e['start_date'] for e in j if e['title'] == 'Demain $tomorrow'] == ['$tomorrow']"
done

# ---- the clock goes back -----------------------------------------------------------------------
at() { # INSTANT WORD…
	now=$1
	shift
	ATELIERS_NOW=$now "$program" "$@" >"$T/out" 2>"$T/err" </dev/null
	code=$?
}
at 2026-10-25T00:30:00Z theme new name=Avant
at 2026-10-24T23:30:00Z theme new name=Après
exits "an hour earlier one writes all the same" 0
at 2026-10-24T23:30:00Z history --format json
json "the later gesture stands first, whatever the clock said" \
	"[g['at'] if 'at' in g else g['happened_at'] for g in j][:2] == ['2026-10-24T23:30:00Z', '2026-10-25T00:30:00Z']"
at 2026-10-24T23:00:00Z undo
at 2026-10-24T23:00:00Z theme list --format json
json "undo takes back the last gesture, not the one with the latest time" \
	"{t['name'] for t in j} >= {'Avant'} and not {t['name'] for t in j} & {'Après'}"
at 2026-10-24T22:00:00Z redo
exits "and redo brings it back" 0
at 2026-10-25T00:30:00Z calendar export -o "$T/first.ics"
at 2026-10-24T22:00:00Z event edit 2026-003 start_time=1h45
at 2026-10-24T22:00:00Z calendar export -o "$T/second.ics"
ok "a calendar's stamp never goes back" "$python" -c 'import icalendar, sys
def entry(name):
    return [e for e in icalendar.Calendar.from_ical(open(name, "rb").read()).walk("VEVENT")
            if e["SUMMARY"] == "Automne"][0]
old, new = map(entry, sys.argv[1:])
assert new["SEQUENCE"] > old["SEQUENCE"] and new["DTSTAMP"].dt >= old["DTSTAMP"].dt' \
	"$T/first.ics" "$T/second.ics"
a doctor
exits "the file is sound" 0
finish
