#!/bin/sh
# A partner's calendar: brought in, brought up to date, seen, taken away, and named by the checks.
. tests/cli/tap.sh

# calendar FILE NAME: one that holds what standard input says of entries; "@" begins and ends one.
calendar() {
	{
		printf 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//FR\n'
		[ -z "$2" ] || printf 'X-WR-CALNAME:%s\n' "$2"
		sed 's/^+$/BEGIN:VEVENT/; s/^-$/END:VEVENT/'
		printf 'END:VCALENDAR\n'
	} >"$1"
}

calendar "$T/cnfpt.ics" CNFPT <<'X'
+
UID:journee
SUMMARY:Journée nationale
LOCATION:Paris
DTSTART;TZID=Romance Standard Time:20270312T090000
DTEND;TZID=Romance Standard Time:20270312T170000
-
+
UID:hebdo
SUMMARY:Réunion
DTSTART;TZID=Europe/Paris:20270315T090000
DTEND;TZID=Europe/Paris:20270315T100000
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Europe/Paris:20270322T090000
-
+
UID:seminaire
SUMMARY:Séminaire
DTSTART;VALUE=DATE:20270420
DTEND;VALUE=DATE:20270422
-
+
UID:libre
SUMMARY:Télétravail
TRANSP:TRANSPARENT
DTSTART;VALUE=DATE:20270420
-
X

# ---- brought in ----------------------------------------------------------------------------------
a import calendar "$T/cnfpt.ics" --dry-run
exits "a dry run" 0
has "says what would happen" "5 rows: 5 new" "$T/err"
a busy list --format json
json "and changes nothing" "j == []"
a import calendar "$T/cnfpt.ics" --format json
exits "a calendar is brought in" 0
json "and reported as one object" \
	"{k: j[k] for k in ('new','same','changed','doubtful','refused','removed')} == dict(new=5,same=0,changed=0,doubtful=0,refused=0,removed=0)"
json "with what was left out" "[p['message'] for p in j['problems']] == ['1 entry marked as free is not busy']"
has "under its own name" "calendar “CNFPT”:" "$T/err"
a busy list --format json
json "its dates are there, in our time" \
	"[(r['first_day'], r['last_day'], r['start_time'], r['end_time'], r['title'], r['place'], r['source']) for r in j][:2] == [('2027-03-12','2027-03-12','09:00','17:00','Journée nationale','Paris','CNFPT'),('2027-03-15','2027-03-15','09:00','10:00','Réunion',None,'CNFPT')]"
json "those that repeat and whole days too" \
	"[(r['first_day'], r['last_day'], r['start_time']) for r in j][2:] == [('2027-03-29','2027-03-29','09:00'),('2027-04-05','2027-04-05','09:00'),('2027-04-20','2027-04-21',None)]"
a import calendar "$T/cnfpt.ics"
has "again it is the same" "5 rows: 0 new, 5 already there, 0 changed, 0 doubtful, 0 refused" "$T/err"
a history --format json
json "and no gesture" "len(j) == 1 and j[0]['action'] == 'calendar_import'"

# ---- brought up to date --------------------------------------------------------------------------
calendar "$T/later.ics" cnfpt <<'X'
+
UID:journee
SUMMARY:Journée nationale
LOCATION:Lyon
DTSTART:20270313T080000Z
-
+
UID:hebdo
SUMMARY:Réunion
DTSTART;TZID=Europe/Paris:20270315T090000
DTEND;TZID=Europe/Paris:20270315T100000
RRULE:FREQ=WEEKLY;COUNT=4
-
+
UID:autre
SUMMARY:Autre
DTSTART;VALUE=DATE:20270601
-
X
a import calendar "$T/later.ics" --format json
exits "a later version is brought in" 0
json "new, changed and gone dates are told" "(j['new'],j['same'],j['changed'],j['removed']) == (2,3,1,1)"
a busy list --source CNFPT --format json
json "they are as the file says" "[r['title'] for r in j] == ['Journée nationale','Réunion','Réunion','Réunion','Réunion','Autre'] and j[0]['place'] == 'Lyon' and j[0]['first_day'] == '2027-03-13' and j[0]['end_time'] is None"
json "under the name that it had" "{r['source'] for r in j} == {'CNFPT'}"
a undo
exits "one gesture is taken back" 0
a busy list --format json
json "as a whole" "[r['first_day'] for r in j] == ['2027-03-12','2027-03-15','2027-03-29','2027-04-05','2027-04-20']"
a redo
a busy list --format json
json "and done again" "len(j) == 6"

# ---- names ---------------------------------------------------------------------------------------
calendar "$T/other.ics" CNFPT <<'X'
+
UID:rien-a-voir
SUMMARY:Autre structure
DTSTART;VALUE=DATE:20270701
-
X
a import calendar "$T/other.ics"
exits "another calendar of the same name is refused" 1
has "with what to do" "--name" "$T/err"
a import calendar "$T/other.ics" --name Réseau
exits "it may be given another" 0
a busy list --source reseau --format json
json "by which it is found" "[r['title'] for r in j] == ['Autre structure']"
calendar "$T/Sans nom.v2.ics" "" <"/dev/null"
a import calendar "$T/Sans nom.v2.ics"
has "a calendar without a name has that of its file" "calendar “Sans nom.v2”:" "$T/err"
"$program" import calendar - --name Reseau <"$T/other.ics" >"$T/out" 2>"$T/err"
code=$?
exits "one comes from standard input" 0
has "and is the same" "1 row: 0 new, 1 already there" "$T/err"
a busy list --source Personne
exits "a calendar that is not there" 1
has "is told from those there are" "CNFPT; Réseau" "$T/err"

# ---- refused -------------------------------------------------------------------------------------
calendar "$T/bad.ics" CNFPT <<'X'
+
UID:journee
SUMMARY:Journée nationale
DTSTART:20270313T080000Z
-
+
UID:hebdo
SUMMARY:Réunion
DTSTART:n’importe quoi
-
X
a import calendar "$T/bad.ics" --strict
exits "--strict writes nothing" 1
a busy list --source CNFPT --format json
json "nothing at all" "len(j) == 6"
a import calendar "$T/bad.ics" --format json
exits "else what can be read is written" 0
json "with the line of what cannot" "(j['refused'], [p['line'] for p in j['problems'] if p['severity'] == 'error']) == (1, [10])"
a busy list --source CNFPT --format json
json "whose dates stay as they were" "[r['title'] for r in j] == ['Journée nationale'] + ['Réunion'] * 4"

# ---- kept, seen and taken away -------------------------------------------------------------------
ATELIERS_NOW=2028-06-01T08:30:00Z a import calendar "$T/later.ics"
a busy list --source CNFPT --format json
json "what ended more than a year ago is not kept" "[r['title'] for r in j] == ['Autre']"
a busy list --year 2027 --sort title --format csv
csv "a year, in another order" "[r['title'] for r in j] == ['Autre', 'Autre structure']"
a busy show "Autre structure" --format json
json "one is shown" "j['first_day'] == '2027-07-01' and 'uid' not in j"
a busy delete "Autre structure"
exits "one is deleted" 0
a busy delete
exits "all of them are not deleted by a slip" 2
a busy delete --source CNFPT
exits "all of a calendar are deleted" 0
a busy list --format json
json "and gone" "j == []"
a undo
a undo
a busy list --format json
json "until undone" "len(j) == 2"

# ---- checks --------------------------------------------------------------------------------------
a import calendar "$T/cnfpt.ics" --name CNFPT
a event new title=Atelier start_date=2027-03-12 start_time=14h end_time=18h venue=Salle
a check 2027-001 --format json
json "a check names a partner's date, as information" \
	"[(p['severity'], p['message']) for p in j if p['code'] == 'busy'] == [('information', 'Fri 12 Mar 2027: “Journée nationale” (calendar CNFPT), 9:00–17:00')]"
exits "and does not fail for it" 0
a --lang fr check 2027-001
has "in French" "ven. 12 mars 2027 : « Journée nationale » (calendrier CNFPT), 9h–17h"
a event edit 2027-001 start_time=17h end_time=19h
a check 2027-001 --format json
json "hours that do not meet are not named" "[p for p in j if p['code'] == 'busy'] == []"
a event edit 2027-001 start_date=2027-04-21
a check 2027-001 --format json
json "whole days are" "['Séminaire' in p['message'] for p in j if p['code'] == 'busy'] == [True]"

# ---- our own calendar ----------------------------------------------------------------------------
a event new title=Réunion-ci start_date=2027-01-15 start_time=9h30 end_time=16h status=announced
a event new title=Là-bas start_date=2027-07-15 start_time=9h end_time=10h status=announced time_zone=Indian/Reunion
a event new title=Journées start_date=2027-03-27 end_date=2027-03-28 status=announced
a calendar export -o "$T/ours.ics"
exits "our own calendar" 0
a import calendar "$T/ours.ics" --name nous
exits "is read" 0
a busy list --source nous --format json
json "and says the same" \
	"[(r['first_day'], r['last_day'], r['start_time'], r['end_time'], r['title']) for r in j] == [('2027-01-15','2027-01-15','09:30','16:00','Réunion-ci'),('2027-03-27','2027-03-28',None,None,'Journées'),('2027-07-15','2027-07-15','07:00','08:00','Là-bas')]"
a check 2027-002 --format json
json "but is no partner's date" "[p for p in j if p['code'] == 'busy'] == []"

# ---- the process ---------------------------------------------------------------------------------
a help
ok "the process that reads is no command of people" sh -c "! grep -q read-calendar '$T/out'"
finish
