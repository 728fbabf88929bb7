#!/bin/sh
# What is written is read back by others as it was meant, and is the same when nothing has changed.
. tests/robust/robust.sh
. tests/robust/readers.sh
export XDG_CONFIG_HOME="$T/config" XDG_CACHE_HOME="$T/cache"

same() { # NAME FILE FILE
	diff "$2" "$3" >"$T/out" 2>&1
	report $? "$1"
}
made() {
	a "$@"
	[ "$code" -eq 0 ] || { echo "# $*" && sed 's/^/# /' "$T/err"; }
}

# ---- across both changes of the clock -------------------------------------------------------------
# In 2026 summer time begins on 29 March at 1:00 UTC and ends on 25 October at 1:00 UTC. Worked out by
# hand; La Réunion is always four hours ahead of UTC.
while IFS='|' read -r title day zone start end; do
	made event new title="$title" start_date="$day" start_time=9h30 end_time=16h status=announced \
		time_zone="$zone" venue="Salle, étage 2; « Élan »"
	echo "$title|${day}T${start}Z|${day}T${end}Z"
done >"$T/written" <<'END'
Samedi avant mars|2026-03-28|Europe/Paris|08:30|15:00
Dimanche de mars|2026-03-29|Europe/Paris|07:30|14:00
Lundi après mars|2026-03-30|Europe/Paris|07:30|14:00
Samedi avant octobre|2026-10-24|Europe/Paris|07:30|14:00
Dimanche d’octobre|2026-10-25|Europe/Paris|08:30|15:00
Lundi après octobre|2026-10-26|Europe/Paris|08:30|15:00
La Réunion, mars|2026-03-29|Indian/Reunion|05:30|12:00
La Réunion; octobre|2026-10-25|Indian/Reunion|05:30|12:00
END
made event new title="Soirée" start_date=2026-10-24 start_time=22h end_time=23h59 status=announced
echo "Soirée|2026-10-24T20:00Z|2026-10-24T21:59Z" >>"$T/written"
made event new title="Sans heure" start_date=2026-03-29 status=announced
made event new title="Trois jours" days="2026-03-28; 2026-03-29; 2026-03-30" start_time=14h \
	end_time=17h status=announced
made event new title="Brouillon" start_date=2026-03-29 start_time=9h30 end_time=16h
a calendar export -o "$T/feed.ics"
exits "calendar export" 0
# How a day of several is titled is the program's own; the instants are not.
grep '^SUMMARY.*Trois jours' "$T/feed.ics" | tr -d '\r' | sed 's/^SUMMARY[^:]*://; s/\\//g' >"$T/days"
ok "three days are three entries" test "$(wc -l <"$T/days")" -eq 3
{
	read -r one
	read -r two
	read -r three
	echo "$one|2026-03-28T13:00Z|2026-03-28T16:00Z"
	echo "$two|2026-03-29T12:00Z|2026-03-29T15:00Z"
	echo "$three|2026-03-30T12:00Z|2026-03-30T15:00Z"
} <"$T/days" >>"$T/written"
echo "Sans heure|2026-03-29|2026-03-29" >>"$T/written"
LC_ALL=C sort -u "$T/written" >"$T/expected"

if $python_calendar -c 'import icalendar' 2>/dev/null; then
	read_by_icalendar "$T/feed.ics" >"$T/read" 2>"$T/err"
	same "icalendar of Python: every start and end" "$T/expected" "$T/read"
else
	skipped "icalendar of Python" "python3-icalendar is not installed"
fi
for zone in Europe/Paris Indian/Reunion America/New_York UTC; do
	for program_of in calcurse khal; do
		if command -v $program_of >/dev/null; then
			read_by_$program_of $zone "$T/feed.ics" >"$T/read" 2>"$T/err"
			same "$program_of in $zone: every start and end" "$T/expected" "$T/read"
		else
			skipped "$program_of in $zone" "$program_of is not installed"
		fi
	done
done
for zone in Europe/Paris Pacific/Kiritimati UTC; do
	TZ=$zone "$program" calendar export -o "$T/zone.ics" 2>"$T/err"
	ok "TZ=$zone changes nothing" cmp "$T/feed.ics" "$T/zone.ics"
done

# ---- sessions and invitations ---------------------------------------------------------------------
number_of() { # TITLE
	"$program" event show "$1" --format json 2>"$T/err" | sed -n 's/^ *"number": "\(.*\)",$/\1/p'
}
sunday=$(number_of "Dimanche d’octobre")
made session new "$sunday" date=2026-10-25 start_time=9h30 end_time=11h title="Ouverture"
made session new "$sunday" date=2026-10-25 start_time=14h title="Atelier" end_time=15h30
made attendee add "$sunday" first_name=Zoé last_name="Élan, dite « Z »" email=zoe@elan.example
made attendee add "$sunday" first_name="=Sans" last_name=Adresse
made invite "$sunday" --ics -o "$T/invitations"
exits "invite" 0
a calendar export --sessions --event "$sunday" -o "$T/sessions.ics"
if $python_calendar -c 'import icalendar' 2>/dev/null; then
	read_by_icalendar "$T/sessions.ics" 2>"$T/err" | sed 's/^[^|]*|//' |
		LC_ALL=C sort >"$T/read"
	printf '%s\n' '2026-10-25T08:30Z|2026-10-25T10:00Z' '2026-10-25T13:00Z|2026-10-25T14:30Z' \
		>"$T/expected"
	same "sessions behind the change of the clock" "$T/expected" "$T/read"
	cat "$T"/invitations/*.ics >"$T/invitation.ics"
	read_by_icalendar "$T/invitation.ics" 2>"$T/err" | sed 's/^[^|]*|//' >"$T/read"
	echo '2026-10-25T08:30Z|2026-10-25T15:00Z' >"$T/expected"
	same "the one invitation" "$T/expected" "$T/read"
	$python_calendar - "$T/invitation.ics" >"$T/out" 2>"$T/err" <<-END
		import sys, icalendar
		calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
		event, = calendar.walk("VEVENT")
		assert calendar["METHOD"] == "REQUEST"
		assert not isinstance(event["ATTENDEE"], list)
		assert event["ATTENDEE"] == "mailto:zoe@elan.example", event["ATTENDEE"]
		assert "Élan" in event["ATTENDEE"].params["CN"], event["ATTENDEE"].params
		assert event["LOCATION"].startswith("Salle, étage 2; « Élan »"), event["LOCATION"]
	END
	report $? "it is asked of one person, by name, to the right place"
else
	skipped "sessions and invitations" "python3-icalendar is not installed"
fi

# ---- nothing changes, or the right things do ------------------------------------------------------
# property NAME TITLE: of the entry of that title in $T/feed.ics, unfolded.
property() {
	tr -d '\r' <"$T/feed.ics" | awk -v name="$1" -v title="SUMMARY:$2" '
		/^ / { line = line substr($0, 2); next }
		{ seen(line); line = $0 }
		END { seen(line) }
		function seen(text) {
			if (text == "BEGIN:VEVENT") { value = ""; ours = 0 }
			if (index(text, name ":") == 1 || index(text, name ";") == 1)
				value = substr(text, index(text, ":") + 1)
			if (index(text, title) == 1 || index(text, "SUMMARY:CANCELLED — " substr(title, 9)) == 1)
				ours = 1
			if (text == "END:VEVENT" && ours) print value
		}'
}
feed() {
	export ATELIERS_NOW="$1"
	"$program" calendar export -o "$T/feed.ics" 2>"$T/err"
}
feed 2026-11-23T09:00:00Z
cp "$T/feed.ics" "$T/before.ics"
feed 2027-06-01T09:00:00Z
ok "an export without a change is the same, half a year later" cmp "$T/before.ics" "$T/feed.ics"
"$program" calendar export --sessions -o "$T/other.ics" 2>"$T/err"
"$program" --lang en calendar export --sessions -o "$T/sessions.ics" 2>"$T/err"
ok "with sessions too" cmp "$T/other.ics" "$T/sessions.ics"
monday=$(number_of "Lundi après mars")
uid=$(property UID "Lundi après mars")
sequence=$(property SEQUENCE "Lundi après mars")
stamp=$(property DTSTAMP "Lundi après mars")
others() {
	grep -a -c '' "$T/before.ics"
	diff -a "$T/before.ics" "$T/feed.ics" | grep -a '^[<>]' | sed 's/[:;].*//' | sort -u
}
export ATELIERS_NOW=2027-06-01T10:00:00Z
made event edit "$monday" notes="Penser aux clés" officer=Nadia
feed 2027-06-01T10:00:00Z
ok "what calendars do not show changes no calendar" cmp "$T/before.ics" "$T/feed.ics"
export ATELIERS_NOW=2027-06-01T11:00:00Z
made event edit "$monday" start_time=10h15
feed 2027-06-01T11:00:00Z
ok "a new start: SEQUENCE is one more" \
	test "$(property SEQUENCE "Lundi après mars")" = $((sequence + 1))
ok "a new start: DTSTAMP is newer" \
	test "$(property DTSTAMP "Lundi après mars")" = 20270601T110000Z -a "$stamp" != 20270601T110000Z
ok "a new start: it is still the same entry" test "$(property UID "Lundi après mars")" = "$uid"
ok "a new start: it is there" test "$(property DTSTART "Lundi après mars")" = 20260330T101500
ok "a new start: no other entry changes" test \
	"$(diff -a "$T/before.ics" "$T/feed.ics" | grep -ac '^> SEQUENCE')" -eq 1
export ATELIERS_NOW=2027-06-01T12:00:00Z
made undo
feed 2027-06-01T12:00:00Z
ok "taken back: SEQUENCE rises again" \
	test "$(property SEQUENCE "Lundi après mars")" = $((sequence + 2))
ok "taken back: the start is the old one" \
	test "$(property DTSTART "Lundi après mars")" = 20260330T093000
ok "taken back: DTSTAMP is newer still" \
	test "$(property DTSTAMP "Lundi après mars")" = 20270601T120000Z
made venue edit "Salle, étage 2; « Élan »" name="Autre salle"
feed 2027-06-01T13:00:00Z
ok "a new name of the place: SEQUENCE rises" \
	test "$(property SEQUENCE "Lundi après mars")" = $((sequence + 3))
entries=$(grep -ac '^BEGIN:VEVENT' "$T/feed.ics")
export ATELIERS_NOW=2027-06-01T14:00:00Z
made event cancel "$monday"
feed 2027-06-01T14:00:00Z
ok "cancelled: it stays" test "$(grep -ac '^BEGIN:VEVENT' "$T/feed.ics")" -eq "$entries"
ok "cancelled: it is marked" test "$(property STATUS "Lundi après mars")" = CANCELLED
ok "cancelled: SEQUENCE rises" test "$(property SEQUENCE "Lundi après mars")" = $((sequence + 4))
ok "cancelled: still the same entry" test "$(property UID "Lundi après mars")" = "$uid"
export ATELIERS_NOW=2027-06-01T15:00:00Z

# ---- CSV and JSON --------------------------------------------------------------------------------
made event edit "$sunday" notes="$(printf 'Première ligne\n"Deuxième", ligne; 3 \t')" \
	themes="santé; médiation; l’« eau », etc." fee="12,50 €"
made kind new name='journée; "échanges"'
made organisation new name='Comité "Élan", section 3' aliases="CE3; Comité; « Élan »"
made person new last_name="O'Brien, née \"X\"" first_name="=Zoé" phone=0467123456
made speaker add "$sunday" person="O'Brien, née \"X\"" session=Atelier
for what in "event list" "person list" "organisation list" "venue list" "theme list" "kind list" \
	"history" "attendee list $sunday" "session list $sunday" "speaker list $sunday"; do
	"$program" $what --format json >"$T/out.json" 2>"$T/err"
	"$program" $what --format csv >"$T/out.csv" 2>>"$T/err"
	if [ -z "$python" ]; then
		skipped "$what" "no python3"
		continue
	fi
	"$python" - "$T/out.json" "$T/out.csv" >"$T/out" 2>>"$T/err" <<-'END'
		import csv, json, sys
		objects = json.load(open(sys.argv[1], encoding="utf-8"))
		rows = list(csv.DictReader(open(sys.argv[2], encoding="utf-8", newline="")))
		def text(value):
		    if value is None:
		        return ""
		    if isinstance(value, bool):
		        return str(int(value))
		    if isinstance(value, list):
		        return "; ".join(text(one["date"] if isinstance(one, dict) else one) for one in value)
		    return str(value)
		# A cell that a spreadsheet would take for a formula has a "'" before it.
		def bare(cell):
		    return cell[1:] if cell.startswith("'") and cell.lstrip("' ")[:1] in "=+-@" else cell
		assert len(objects) == len(rows) > 0, (len(objects), len(rows))
		for thing, row in zip(objects, rows):
		    assert all(isinstance(k, str) and k == k.lower() for k in thing)
		    for key, value in row.items():
		        assert text(thing[key]) == bare(value), (key, thing[key], value)
	END
	report $? "$what: CSV and JSON say the same, value by value"
done
a event list --format json
json "JSON: what was typed is what is read" 'any(e["notes"]=="Première ligne\n\"Deuxième\", ligne; 3" and
e["fee"]=="12,50 €" and e["themes"]==["santé","médiation","l’« eau », etc."] for e in j)'
a person list --format json
json "JSON: quotes and commas" 'any(p["last_name"]=="O'"'"'Brien, née \"X\"" and p["first_name"]=="=Zoé" for p in j)'
for what in "event list" "person list" "attendee list $sunday"; do
	for format in table csv json; do
		"$program" $what --format $format >"$T/one" 2>"$T/err"
		"$program" $what --format $format -o "$T/two" 2>"$T/err"
		ok "$what, $format: the same twice, and into a file" cmp "$T/one" "$T/two"
	done
done

# ---- papers --------------------------------------------------------------------------------------
for paper in attendees sign-in; do
	a print $paper "$sunday" -o "$T/one.pdf"
	a print $paper "$sunday" -o "$T/two.pdf"
	ok "print $paper: the same twice" cmp "$T/one.pdf" "$T/two.pdf"
done
a print attendees "$sunday" --format csv -o "$T/list.csv"
if [ -n "$python" ]; then
	"$python" - "$T/list.csv" >"$T/out" 2>"$T/err" <<-'END'
		import csv, sys
		rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""), delimiter=";"))
		assert all(len(row) == len(rows[0]) for row in rows)
		assert any("Élan, dite « Z »" in row for row in rows), rows
		assert any("'=Sans" in row for row in rows), rows
	END
	report $? "print attendees --format csv: a spreadsheet's list, its formulas neutralised"
else
	skipped "print attendees --format csv" "no python3"
fi

# ---- a backup brought back -----------------------------------------------------------------------
dump() {
	for what in "event list" "person list" "organisation list" "venue list" "theme list" history \
		"attendee list $sunday" "session list $sunday" "calendar export" "setting list"; do
		case $what in
		calendar*) "$program" $what --db "$1" 2>/dev/null ;;
		*) "$program" $what --db "$1" --format json ;;
		esac
	done
}
live=$T/data/ateliers/ateliers.db
dump "$live" >"$T/before"
a backup "$T/backup.db"
exits "backup" 0
made event delete "$sunday"
made person new last_name="Après la sauvegarde"
a restore "$T/backup.db"
exits "restore" 0
dump "$live" >"$T/after"
same "restored: everything is as it was" "$T/before" "$T/after"
dump "$T/backup.db" >"$T/after"
same "the backup itself opens and says the same" "$T/before" "$T/after"
finish
