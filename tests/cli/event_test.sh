#!/bin/sh
# Events from the command line.
. tests/cli/tap.sh

a event new title="Journée d’échanges sur la médiation" kind="journée d’échanges" start_date=2027-01-15 \
	welcome_time=9h start_time=9h30 end_time=16h venue="Maison des rencontres" \
	themes="santé; médiation" seat_limit=40 status=announced
is "new prints the number, of the year of its date" 2027-001
has "what was made on the way is said" "Maison des rencontres" "$T/err"
has "the new database is said" "new database" "$T/err"
ok "the database is private" sh -c 'test "$(stat -c %a "$1")" = 600' - "$T/data/ateliers/ateliers.db"
a event new title="Une idée" status=idea
is "an event without a date has this year's number" 2026-001
a event new title="Cycle" days="2027-02-02; 2027-02-16" start_time=9h end_time=17h --format json
json "new with --format json prints the object" 'j["number"]=="2027-002" and j["end_date"]=="2027-02-16"'

a event show 2027-001 --format json
json "keys of the contract are there" 'all(k in j for k in """number title short_title kind status mode
start_date end_date welcome_time start_time end_time time_zone venue town department seat_limit
registration_deadline themes cycle counted_attendance estimated_attendance registered present days""".split())'
json "numbers are numbers, missing is null" 'j["seat_limit"]==40 and j["registered"]==0 and j["cycle"] is None and j["counted_attendance"] is None'
json "several values are an array" 'j["themes"]==["santé","médiation"]'
json "booleans are booleans" 'j["days_known"] is True'
json "days have half-days" '[(h["name"],h["part"],h["start_time"],h["end_time"],h["counts_as"]) for h in j["days"][0]["half_days"]]==[("2027-01-15-am","am","09:30","13:00",1),("2027-01-15-pm","pm","13:00","16:00",1)]'
json "days have their times" 'j["days"][0]["date"]=="2027-01-15" and j["days"][0]["welcome_time"]=="09:00"'
a event show médiation
exits "a part of the title names it" 0
has "for people the date is in words" "Fri 15 Jan 2027"
a event show 2027-001 --lang fr
has "in French too" "ven. 15 janv. 2027"
a event show e
exits "an ambiguous part" 1
has "names the candidates" "2026-001" "$T/err"

a event list --format json
json "list is an array of objects" 'len(j)==3 and all(isinstance(e,dict) for e in j)'
json "the latest first" '[e["number"] for e in j][0:2]==["2027-002","2027-001"] or j[0]["start_date"] is None'
a event list --format csv
csv "csv parses back" 'sorted(r["number"] for r in j)==["2026-001","2027-001","2027-002"]'
csv "csv joins several values" '[r["themes"] for r in j if r["number"]=="2027-001"]==["santé; médiation"]'
ok "csv has no byte order mark" sh -c '[ "$(head -c 6 "$1")" = number ]' - "$T/out"

for filter in "--year 2027:2" "--year 2025:0" "--kind échanges:1" "--status idea:1" "--status open:1" \
	"--status ouvert:1" "--status annoncé:1" "--status draft:1"; do
	a event list ${filter%:*} --format json
	json "${filter%:*}" "len(j)==${filter##*:}"
done
"$program" venue edit "Maison des rencontres" department=34 town=Montpellier 2>/dev/null
for territory in 34 Hérault herault; do
	a event list --territory $territory --format json
	json "--territory $territory" 'len(j)==1 and j[0]["department"]=="34"'
done
a event list --territory 99
exits "an unknown département" 1
a event list --year 27
exits "a year of two digits" 2
a event list --status maybe
exits "an unknown status" 2
a event list --sort title --format json
json "--sort" '[e["title"] for e in j]==["Cycle","Journée d’échanges sur la médiation","Une idée"]'
a event list --sort -title --format json
json "--sort the other way round" 'j[0]["title"]=="Une idée"'

a event edit 2027-001 seat_limit=50 --dry-run
exits "a dry run" 0
has "says so" "dry run" "$T/err"
a event show 2027-001 --format json
json "and changes nothing" 'j["seat_limit"]==40'
a event new title="Essai" -n
a event list --format json
json "new --dry-run adds nothing" 'len(j)==3'
a event edit 2027-001 end_time=8h
exits "an end before the start" 1
a event edit 2027-001 start_date=2027-13-01
exits "an impossible date" 1
a event show 2027-001 --format json
json "a refused change changes nothing" 'j["end_time"]=="16:00" and j["start_date"]=="2027-01-15"'
a event edit 2027-001 end_date=2027-01-14
has "a last day before the first is told as days are written" "the last day (14/01/2027) is before the first (15/01/2027)" "$T/err"
a event edit 2027-001 seat_limit=0
a event show 2027-001
has "0 seats are no limit" "without a limit"
a event show 2027-001 --format json
json "as a number for scripts" 'j["seat_limit"]==0'
a event edit 2027-001 seat_limit= short_title="Médiation"
a event show 2027-001 --format json
json "an empty value clears" 'j["seat_limit"] is None and j["short_title"]=="Médiation"'
a event edit 2027-001 short_title="Médiation"
has "nothing to change is said" "nothing had to be changed" "$T/err"
a event edit 2027-001 start_date=2027-01-22
a event show 2027-001 --format json
json "a moved event keeps its number" 'j["number"]=="2027-001" and j["days"][0]["date"]=="2027-01-22"'

a event copy 2027-001 title="La même, un an après"
exits "copy" 0
copied=$(cat "$T/out")
a event show "$copied" --format json
json "a copy has no date, but the place" 'j["start_date"] is None and j["venue"]=="Maison des rencontres" and j["title"]=="La même, un an après" and j["status"]=="draft"'
a event cancel 2027-001
is "cancel prints the number" 2027-001
a event show 2027-001 --format json
json "cancelled, and still there" 'j["status"]=="cancelled"'
a event cancel nothing-like-it
exits "cancelling nothing" 1
a event delete "$copied"
exits "delete" 0
a event show "$copied"
exits "deleted is gone" 1
a undo
has "undo says what was undone" "event deleted — La même, un an après"
a event show "$copied"
exits "and brings it back" 0
a event edit "$copied" start_date=2027-03-02 start_time=9h end_time=17h
a attendee add "$copied" last_name=Roux
a attendee add "$copied" last_name=Bosc
a checkin "$copied" --half-day 2027-03-02-am Roux
a event delete "$copied"
exits "an event for which presence is on record is not deleted" 1
has "it says of how many, and what to do" "presence is on record for 1 person: $copied is not deleted, it proves who came; give it the status “cancelled” instead" "$T/err"
a event delete "$copied" --dry-run
exits "nor would it be" 1
a attendee list "$copied" --half-day 2027-03-02-am --format json
json "nothing is lost" '[p["presence"] for p in j if p["last_name"]=="Roux"]==["present"]'
a checkin "$copied" --half-day 2027-03-02-am Roux --state absent
a event delete "$copied"
has "an absence is on record too" "presence is on record for 1 person" "$T/err"
a undo
a undo
a event delete "$copied"
has "and what was taken back" "presence is on record for 1 person" "$T/err"
a checkin "$copied" --half-day 2027-03-02-am Roux Bosc
a event edit "$copied" status=held
a event edit "$copied" status=accounted
a event delete "$copied"
has "what cannot be cancelled any more is archived" "presence is on record for 2 people: $copied is not deleted, it proves who came; give it the status “archived” instead" "$T/err"

printf %s "$(cd "$T" && pwd)" >/dev/null
a --db "$T/other.db" event new title=Ailleurs --dry-run
exits "a dry run without a database" 0
ok "makes none" test ! -e "$T/other.db"
ATELIERS_DB="$T/env.db" "$program" event new title=Env >"$T/out" 2>"$T/err"
ok "ATELIERS_DB names the database" test -e "$T/env.db"
a --db "$T/flag.db" event list
ok "--db wins" test -e "$T/flag.db"
echo "not a database" >"$T/foreign.db"
a --db "$T/foreign.db" event list
exits "a foreign file is refused" 1
ok "and left as it is" grep -qx "not a database" "$T/foreign.db"
chmod 660 "$T/flag.db"
a --db "$T/flag.db" theme new name=x
ok "an administrator's rights are kept" sh -c 'test "$(stat -c %a "$1")" = 660' - "$T/flag.db"
finish
