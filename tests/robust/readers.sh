# Other calendar programs, each giving "title|start|end" of a file: instants in UTC, as in
# "Atelier|2026-03-28T08:30Z|2026-03-28T15:00Z", days as they are ("Atelier|2026-03-29|2026-03-29").
python_calendar=/usr/bin/python3

# in_utc ZONE: "title|2026-03-28 09:30|…" of ZONE becomes "title|2026-03-28T08:30Z|…"; days stay.
in_utc() {
	while IFS='|' read -r title start end; do
		for instant in "$start" "$end"; do
			case $instant in
			*:*) date -u -d "TZ=\"$1\" $instant" +%Y-%m-%dT%H:%MZ ;;
			*) echo "${instant% }" ;;
			esac
		done | {
			read -r start
			read -r end
			echo "$title|$start|$end"
		}
	done | LC_ALL=C sort -u
}

# 03/28/2026 @ 09:30 -> 03/28/2026 @ 16:00>note |title   or, all day:   03/28/2026 [1] >note title
read_by_calcurse() { # ZONE FILE
	rm -rf "$T/calcurse" && mkdir "$T/calcurse"
	TZ=$1 calcurse -D "$T/calcurse" -C "$T/calcurse" -i "$2" >"$T/calcurse.log" 2>&1
	day='(..)\/(..)\/(....)'
	sed -E -e "s/^$day @ (..:..) -> $day @ (..:..)[^|]*\|(.*)\$/\9|\3-\1-\2 \4|\7-\5-\6 \8/" \
		-e "s/^$day @ (..:..) -> $day @ (..:..)[^|]*\|(.*)\$/\9/" \
		-e "s/^$day \[1\] (\{[^}]*\} )?(>[0-9a-f]+ )?(.*)\$/\6|\3-\1-\2|\3-\1-\2/" \
		"$T/calcurse/apts" | in_utc "$1"
}

read_by_khal() { # ZONE FILE
	rm -rf "$T/khal" && mkdir "$T/khal"
	cat >"$T/khal.conf" <<-END
		[calendars]
		[[a]]
		path = $T/khal
		[locale]
		timeformat = %H:%M
		dateformat = %Y-%m-%d
		longdateformat = %Y-%m-%d
		datetimeformat = %Y-%m-%d %H:%M
		longdatetimeformat = %Y-%m-%d %H:%M
		local_timezone = $1
		default_timezone = $1
		[sqlite]
		path = $T/khal.db
	END
	rm -f "$T/khal.db"
	khal -c "$T/khal.conf" import --batch -a a "$2" >"$T/khal.log" 2>&1
	khal -c "$T/khal.conf" list --once --day-format '' --format \
		'{title}|{start-date-long} {start-time}|{end-date-long} {end-time}' 2026-01-01 368d |
		in_utc "$1"
}

read_by_icalendar() { # FILE
	$python_calendar - "$1" <<-END | LC_ALL=C sort -u
		import datetime, sys
		import icalendar
		with open(sys.argv[1], "rb") as file:
		    calendar = icalendar.Calendar.from_ical(file.read())
		def shown(moment, end):
		    if isinstance(moment, datetime.datetime):
		        return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")
		    return str(moment - datetime.timedelta(days=1) if end else moment)
		for event in calendar.walk("VEVENT"):
		    print(event["SUMMARY"], shown(event["DTSTART"].dt, False),
		          shown(event["DTEND"].dt, True) if "DTEND" in event else
		          shown(event["DTSTART"].dt, False), sep="|")
	END
}
