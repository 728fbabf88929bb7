#!/bin/sh
# The dates of foreign calendars are those that another reader finds: python-icalendar with dateutil's rules.
# $ATELIERS_ICS may name a folder of calendars of the field, which are compared too.
. tests/cli/tap.sh
reader=/usr/bin/python3
"$reader" -c 'import icalendar, dateutil, zoneinfo' 2>/dev/null || {
	echo "1..0 # SKIP python3-icalendar is not installed"
	exit 0
}

# at DAY: freeze the clock, and know what the program then keeps.
at() {
	export ATELIERS_NOW="$1T08:30:00Z"
	first=$(date -u -d "$1 -366 days" +%F)
	last=$(date -u -d "$1 +1098 days" +%F)
}
# same NAME FILE
same() {
	"$reader" tests/ical/foreign_readers.py "$2" Europe/Paris $first $last >"$T/theirs" 2>"$T/why"
	judged=$?
	rm -f "$T/one.db"*
	a --db "$T/one.db" import calendar "$2" --name x
	if [ $judged -ne 0 ] || [ "$code" -ne 0 ] || grep -q "repeats too often" "$T/err"; then
		number=$((number + 1))
		echo "ok $number - $1 # SKIP not judged: $(cat "$T/why" "$T/err" | tail -n 1 | cut -c 1-99)"
		return
	fi
	a --db "$T/one.db" --format csv busy list
	cut -d, -f 1-4 "$T/out" | tail -n +2 | tr -d '\r' | LC_ALL=C sort >"$T/ours"
	LC_ALL=C sort -o "$T/theirs" "$T/theirs"
	diff "$T/theirs" "$T/ours" >"$T/out"
	report $? "$1"
}

calendar() {
	printf 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//FR\n'
	n=0
	while read -r start end rule; do
		n=$((n + 1))
		printf 'BEGIN:VEVENT\nUID:%s\nSUMMARY:s\nDTSTART%s\n' $n "$start"
		[ "$end" = - ] || printf 'DTEND%s\n' "$end"
		printf '%s\n' "$rule" | tr '|' '\n'
		printf 'END:VEVENT\n'
	done
	printf 'END:VCALENDAR\n'
}
at 2026-11-23
calendar >"$T/rules.ics" <<'X'
;TZID=Europe/Paris:20260302T090000 ;TZID=Europe/Paris:20260302T103000 RRULE:FREQ=WEEKLY;COUNT=60|EXDATE;TZID=Europe/Paris:20260330T090000,20261026T090000
;TZID=Europe/London:20260302T090000 ;TZID=Europe/London:20260302T103000 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH
;TZID=America/New_York:20260302T220000 ;TZID=America/New_York:20260303T013000 RRULE:FREQ=WEEKLY;UNTIL=20270501T000000Z
:20260302T080000Z :20260302T093000Z RRULE:FREQ=MONTHLY;BYDAY=1MO
:20260131T180000 :20260131T200000 RRULE:FREQ=MONTHLY
;VALUE=DATE:20200229 ;VALUE=DATE:20200301 RRULE:FREQ=YEARLY
;VALUE=DATE:20260105 ;VALUE=DATE:20260107 RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1|EXDATE;VALUE=DATE:20260504
;TZID=Europe/Paris:20260327T220000 ;TZID=Europe/Paris:20260328T060000 RRULE:FREQ=DAILY;COUNT=4
;TZID=Europe/Paris:20261023T220000 ;TZID=Europe/Paris:20261024T060000 RRULE:FREQ=DAILY;COUNT=4|RDATE;TZID=Europe/Paris:20261101T220000
;TZID=Indian/Reunion:20260302T090000 - RRULE:FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=SU,MO;COUNT=30
;TZID=Europe/Paris:20150302T090000 ;TZID=Europe/Paris:20150302T100000 RRULE:FREQ=WEEKLY;COUNT=700
X
same "rules across the changes of clocks" "$T/rules.ics"
perl tests/robust/calendars.pl "$T"
for name in google apple outlook; do
	same "as $name writes it" "$T/weekly-$name.ics"
done
folder=${ATELIERS_ICS:-}
if [ ! -d "${folder:-/nowhere}" ]; then
	number=$((number + 1))
	echo "ok $number - calendars of the field # SKIP no folder of them: set ATELIERS_ICS"
else
	for file in "$folder"/*.ics; do
		day=$(LC_ALL=C sed -n 's/^DTSTART[^:]*:\([12][0-9][0-9][0-9]\)[0-9]\{4\}.*/\1-06-15/p' "$file" |
			LC_ALL=C sort | tail -n 1)
		case $day in 199* | 20[0-9]*) at "$day" ;; esac
		same "$(basename "$file")" "$file"
	done
fi
finish
