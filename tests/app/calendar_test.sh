#!/bin/sh
# What other calendar programs read in the files that the database gives: every start, in UTC, must
# be the one written down in calendar_test.c. A reader that is not installed is skipped in words.
set -u
build=${BUILD:-build}
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8 HOME="$T" TMPDIR="$T" XDG_CONFIG_HOME="$T/config" \
	XDG_DATA_HOME="$T/data" XDG_CACHE_HOME="$T/cache"
python=/usr/bin/python3
number=0

# report NAME FILE EXPECTED: both must hold the same lines, in any order.
report() {
	number=$((number + 1))
	if LC_ALL=C sort -u "$2" | diff "$3" - >"$T/difference"; then
		echo "ok $number - $1"
	else
		echo "not ok $number - $1"
		sed 's/^/# /' "$T/difference"
	fi
}

# judge NAME COMMAND…: the command says nothing and succeeds.
judge() {
	name=$1
	shift
	number=$((number + 1))
	if "$@" >"$T/difference" 2>&1 && [ ! -s "$T/difference" ]; then
		echo "ok $number - $name"
	else
		echo "not ok $number - $name"
		sed 's/^/# /' "$T/difference"
	fi
}

skip() {
	number=$((number + 1))
	echo "ok $number - $1 # SKIP $2"
}

# in_utc ZONE: "title|2026-03-28 09:30" of ZONE becomes "title|2026-03-28T08:30Z"; days stay.
in_utc() {
	while IFS='|' read -r title start; do
		case $start in
		*:*) start=$(date -u -d "TZ=\"$1\" $start" +%Y-%m-%dT%H:%MZ) ;;
		esac
		echo "$title|${start% }"
	done
}

# 03/28/2026 @ 09:30 -> …>note |title   or, all day:   02/28/2026 [1] {…} >note title
read_by_calcurse() {
	mkdir -p "$T/calcurse/$1"
	TZ=$1 calcurse -D "$T/calcurse/$1" -C "$T/calcurse/$1" -i "$T/feed.ics" >"$T/calcurse.log" 2>&1
	sed -E -e 's/^(..)\/(..)\/(....) @ (..:..) [^|]*\|(.*)$/\5|\3-\1-\2 \4/' \
		-e 's/^(..)\/(..)\/(....) \[1\] (\{[^}]*\} )?(>[0-9a-f]+ )?(.*)$/\6|\3-\1-\2/' \
		"$T/calcurse/$1/apts" | in_utc "$1"
}

read_by_khal() {
	mkdir -p "$T/khal/$1"
	cat >"$T/khal.conf" <<-END
		[calendars]
		[[a]]
		path = $T/khal/$1
		[locale]
		timeformat = %H:%M
		dateformat = %Y-%m-%d
		longdateformat = %Y-%m-%d
		datetimeformat = %Y-%m-%d %H:%M
		longdatetimeformat = %Y-%m-%d %H:%M
		local_timezone = $1
		default_timezone = $1
		[sqlite]
		path = $T/khal/$1.db
	END
	khal -c "$T/khal.conf" import --batch -a a "$T/feed.ics" >"$T/khal.log" 2>&1
	khal -c "$T/khal.conf" list --day-format '' --format '{title}|{start-date-long} {start-time}' \
		2026-01-01 368d | in_utc "$1"
}

# read_by_icalendar FILE…
read_by_icalendar() {
	$python - "$@" <<-END
		import datetime, sys
		import icalendar
		for path in sys.argv[1:]:
		    with open(path, "rb") as file:
		        calendar = icalendar.Calendar.from_ical(file.read())
		    for event in calendar.walk("VEVENT"):
		        start = event["DTSTART"].dt
		        if isinstance(start, datetime.datetime):
		            start = start.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")
		        print(event["SUMMARY"], start, sep="|")
	END
}

# Every file is whole and says what it must, one attendee an invitation.
invitations_are_whole() {
	for file in "$T"/invitations/*.ics; do
		[ "$(grep -c '^BEGIN:VEVENT' "$file")" = 1 ] || echo "$file: not one VEVENT"
		[ "$(grep -c '^ATTENDEE' "$file")" = 1 ] || echo "$file: not one ATTENDEE"
		grep -q '^METHOD:REQUEST' "$file" || echo "$file: no METHOD:REQUEST"
	done
}

echo "1..9"
"$build/tests/app/calendar_test" "$T" || {
	echo "Bail out! no files to read: $build/tests/app/calendar_test"
	exit 1
}
LC_ALL=C sort "$T/expected.txt" >"$T/expected"

for zone in Europe/Paris Indian/Reunion; do
	if command -v calcurse >/dev/null; then
		read_by_calcurse $zone >"$T/read"
		report "calcurse in $zone reads every start of the feed" "$T/read" "$T/expected"
	else
		skip "calcurse in $zone" "calcurse is not installed"
	fi
	if command -v khal >/dev/null; then
		read_by_khal $zone >"$T/read"
		report "khal in $zone reads every start of the feed" "$T/read" "$T/expected"
	else
		skip "khal in $zone" "khal is not installed"
	fi
done
if $python -c 'import icalendar' 2>/dev/null; then
	read_by_icalendar "$T/feed.ics" >"$T/read"
	report "icalendar of Python reads every start of the feed" "$T/read" "$T/expected"
	read_by_icalendar "$T"/invitations/*.ics >"$T/read"
	report "icalendar of Python reads the same starts in the invitations" "$T/read" "$T/expected"
	read_by_icalendar "$T/sessions.ics" | grep -c '^Ouverture, par nous – ' >"$T/read"
	wc -l <"$T/expected" >"$T/count"
	report "icalendar of Python reads every session" "$T/read" "$T/count"
else
	skip "icalendar of Python, feed" "python3-icalendar is not installed"
	skip "icalendar of Python, invitations" "python3-icalendar is not installed"
	skip "icalendar of Python, sessions" "python3-icalendar is not installed"
fi
judge "every invitation is one request to one person" invitations_are_whole
(cd "$T/invitations" && ls) >"$T/read"
seq -f '2026-%03g Élan Zoé.ics' "$(wc -l <"$T/expected")" >"$T/names"
report "invitations have readable names" "$T/read" "$T/names"
