#!/bin/sh
# What leaves the house, and the checks before it.
. tests/cli/tap.sh

a setting set organizer_email=agenda@centre.example output_folder="$T/papers"
a venue new name="Maison" rooms=Salle department=34
a event new title="Journée d’échanges" start_date=2027-01-15 start_time=9h end_time=12h venue=Maison status=announced
a session new Journée title=Plénière start_time=9h end_time=12h room=Salle
a speaker add Journée "Zoé Élan" session=Plénière state=confirmed
a attendee add Journée last_name=Diop first_name=Awa email=awa@exemple.example
a attendee add Journée last_name=Vidal first_name=Loïc
a check Journée
ok "an event in order exits 0" test "$code" -eq 0
a event new title="Jour férié" start_date=2027-05-01 start_time=9h end_time=12h status=announced
a check "Jour férié" --format json
ok "an error exits 1" test "$code" -eq 1
json "problems as JSON" 'any(p["severity"]=="error" for p in j) and all(set("severity code field message".split())<=set(p) for p in j)'
ok "and says nothing of failure" sh -c '! grep -q "^ateliers:" "$1"' - "$T/err"

a calendar export
exits "the calendar" 0
has "is on standard output" "BEGIN:VCALENDAR"
ok "and only that" sh -c '[ "$(head -c 15 "$1")" = BEGIN:VCALENDAR ]' - "$T/out"
has "what was done is said elsewhere" "entr" "$T/err"
a calendar export --event Journée --sessions -o "$T/one.ics"
ok "-o writes a file" grep -q Plénière "$T/one.ics"
a calendar export --year 1999
has "no event, still a calendar" "END:VCALENDAR"
a calendar export --year 99
exits "a year of two digits" 2

a invite Journée --ics -o "$T/invitations" --dry-run
exits "invite --dry-run" 0
ok "makes no folder" test ! -e "$T/invitations"
a invite Journée --ics -o "$T/invitations"
exits "invite" 0
has "who has no address is told" "Vidal" "$T/err"
ok "one file" sh -c 'test "$(ls "$1" | wc -l)" -eq 1' - "$T/invitations"
ok "whose name is the result" sh -c 'test -f "$(cat "$1")"' - "$T/out"
a invite Journée --ics --to Diop -o "$T/some"
exits "--to" 0
a invite Journée --ics -o "$T/some" --to nobody
exits "--to nobody" 1
a invite Journée --ics
exits "no folder" 2
a invite Journée -o "$T/some"
exits "no --ics" 2

a print sign-in Journée -o "$T/sheet.pdf"
exits "a paper" 0
ok "is a PDF" sh -c '[ "$(head -c 5 "$1")" = %PDF- ]' - "$T/sheet.pdf"
a print attendees Journée
exits "without -o" 0
ok "goes to the output folder, and is named" sh -c 'test -s "$(cat "$1")"' - "$T/out"
a print attendees Journée -o -
ok "-o - is standard output" sh -c '[ "$(head -c 5 "$1")" = %PDF- ]' - "$T/out"
a print attendees Journée --format csv -o "$T/list.csv"
ok "a list for spreadsheets: mark and semicolons" sh -c 'head -c 3 "$1" | od -An -tx1 | grep -q "ef bb bf" && grep -q ";" "$1"' - "$T/list.csv"
a print attendees Journée -o "$T/list.xlsx"
ok "or a workbook" unzip -tq "$T/list.xlsx"
a print attendees Journée --format xlsx
ok "which finds a name by itself" grep -q '\.xlsx$' "$T/out"
a print attendees Journée --format xlsx -o -
exits "and is not for standard output" 2
a print sign-in Journée -o "$T/sheet.xlsx"
exits "a sheet is no workbook" 2
a print attendees Journée --shared --sort organisation --format csv -o -
ok "--shared: no address" sh -c '! grep -q exemple.example "$1"' - "$T/out"
a print sign-in Journée --session Plénière -o "$T/session.pdf"
exits "--session" 0
a print sign-in Journée -o "$T/dry.pdf" --dry-run
ok "--dry-run writes nothing" test ! -e "$T/dry.pdf"
a print sign-in Journée --format csv
exits "a sheet is no list" 2
a print attendees Journée --sort age
exits "a key that papers have not" 2
a print sign-in nothing
exits "no such event" 1
finish
