#!/bin/sh
# Presence marked from the command line.
. tests/cli/tap.sh
export ATELIERS_NOW=2027-01-15T08:10:00Z
a event new title="Journée Élan" start_date=2027-01-15 start_time=9h end_time=17h status=announced
a event new title="Une autre" start_date=2027-01-20 start_time=9h end_time=12h status=announced
a attendee add 2027-001 first_name=Zoé last_name=Élan email=zoe@elan.example
a attendee add 2027-001 first_name=Ana last_name=Bosc
a attendee add 2027-001 first_name=Noé last_name=Cros
a attendee add 2027-001 first_name=Léa last_name=Cros status=cancelled
a attendee add 2027-002 first_name=Karim last_name=Roux

a checkin 2027-001 1
exits "by number" 0
has "the half-day is that of now" "15 Jan 2027, morning" "$T/err"
ok "nothing is early on the day of an announced event" sh -c '! grep -q "count as held" "$1"' - "$T/err"
a attendee list 2027-001 --half-day 2027-01-15-am --format json
json "she is present in the morning" '[p["presence"] for p in j if p["number"]=="1"]==["present"]'
a attendee list 2027-001 --half-day 2027-01-15-pm --format json
json "and not in the afternoon" '[p["presence"] for p in j if p["number"]=="1"]==["unknown"]'
a checkin 2027-001 zoe@elan.example --format json
json "a second time changes nothing" 'len(j)==1 and j[0]["already"] is True and j[0]["presence"]=="present"'
a history --format json
json "and leaves nothing in the history" 'sum(g["action"]=="presence_mark" for g in j)==1'
ATELIERS_NOW=2027-01-15T13:30:00Z a checkin 2027-001 bosc
exits "by a part of the name" 0
has "in the afternoon" "afternoon" "$T/err"
ATELIERS_NOW=2027-01-15T20:30:00Z a checkin 2027-001 bosc
has "after the last half-day it is the last" "afternoon" "$T/err"

a checkin 2027-001 1 --state excused
a checkin 2027-001 1 --state present
a checkin 2027-001 1 --state excusé
a attendee list 2027-001 --half-day 2027-01-15-am --format json
json "of several marks of one second the last decides" '[p["presence"] for p in j if p["number"]=="1"]==["excused"]'
a undo
a attendee list 2027-001 --half-day 2027-01-15-am --format json
json "undo takes the last one back" '[p["presence"] for p in j if p["number"]=="1"]==["present"]'
a checkin 2027-001 3 --by "Mme Roux"
a attendee list 2027-001 --half-day 2027-01-15-am --format json
json "somebody else came instead" '[p["presence"] for p in j if p["number"]=="3"]==["represented"]'
json "who is there like anybody" '[(p["number"],p["presence"],p["origin"]) for p in j if p["last_name"]=="Roux"]==[("5","present","walk_in")]'
a event show 2027-001 --format json
json "and counts, not the name on the list" 'j["present"]==3'
a undo
a attendee list 2027-001 --format json
json "undo takes both back" 'not any(p["last_name"]=="Roux" for p in j)'
a checkin 2027-001 3 --by Bosc
a attendee list 2027-001 --half-day 2027-01-15-am --format json
json "a substitute who is registered is marked, not made" '[(p["number"],p["presence"]) for p in j if p["last_name"]=="Bosc"]==[("2","present")]'
a checkin 2027-001 3 --by "Noé Cros"
exits "nobody comes instead of themselves" 1
a undo
a checkin 2027-001 3 --by "Ana Bos"
a attendee list 2027-001 --half-day 2027-01-15-am --format json
json "a whole name is nobody else's that begins so" '[(p["last_name"],p["presence"]) for p in j if p["last_name"].startswith("Bos")]==[("Bos","present"),("Bosc","unknown")]'
a undo
a attendee add 2027-001 first_name=Ana last_name=BOSC organisation="Une autre"
a checkin 2027-001 3 --by "Bosc Ana"
exits "two of that name" 1
has "the number is asked for" "several attendees are called “Bosc Ana”: say the number" "$T/err"
a undo

# ---- what goes wrong ---------------------------------------------------------------------------
a checkin 2027-001 2 "Personne" 3 4
exits "one who is not known, one who withdrew" 1
has "who is not known is named" "Personne" "$T/err"
has "who withdrew is named, with what to do" "Léa Cros (no. 4) is not expected: withdrawn" "$T/err"
a attendee list 2027-001 --half-day 2027-01-15-am --format json
json "the others are marked" '[p["presence"] for p in j if p["number"] in ("2","3")]==["present"]*2'
a checkin 2027-001 cros
exits "an ambiguous name" 1
has "the candidates are named" "Noé Cros" "$T/err"
a checkin 2027-002 1
exits "no day of the event is today" 1
has "the half-days are named" "2027-01-20-am" "$T/err"
a checkin 2027-002 1 --half-day 2027-01-20-am
exits "unless one is said" 0
a checkin 2027-001 1 --half-day 2027-01-15-eve
exits "a half-day that is not there" 1
a checkin 2027-001 1 --state partout
exits "no such presence" 2
a checkin 2027-001
exits "nobody" 2
a checkin 2027-001 1 --stdin
exits "somebody and standard input" 2
a checkin 2027-001 1 --by X --state present
exits "somebody instead of one who is present" 2
before=$(a history --format json; grep -c '"action"' "$T/out")
a checkin 2027-001 2 --state absent -n
exits "a dry run" 0
a attendee list 2027-001 --half-day 2027-01-15-am --format json
json "changes nothing" '[p["presence"] for p in j if p["number"]=="2"]==["present"]'

# ---- badges ------------------------------------------------------------------------------------
badge_of() { # EVENT NUMBER
	"$program" attendee list "$1" --format json |
		"$python" -c 'import json,sys; print([p["badge"] for p in json.load(sys.stdin) if p["number"]==sys.argv[1]][0])' "$2"
}
if [ -n "$python" ]; then
	a checkin 2027-001 "$(badge_of 2027-001 3 | tr a-z A-Z)" --half-day 2027-01-15-pm --format json
	json "the code of a badge" '[p["number"] for p in j]==["3"]'
	a checkin 2027-001 "$(badge_of 2027-002 1)"
	exits "the badge of another event" 1
	has "is named with it" "Karim Roux for another event: 2027-002 Une autre" "$T/err"
	a checkin 2027-001 "$(badge_of 2027-001 3 | sed 's/^b/c/; t; s/^./b/')"
	exits "a badge with a slip" 1
fi

# ---- a signed sheet ----------------------------------------------------------------------------
a checkin 2027-002 --sheet last "1 p" --half-day 2027-01-20-am
exits "no sheet was printed" 1
a event new title="Sur papier" start_date=2027-01-22 start_time=9h end_time=12h status=announced
for who in Élan Bosc Cros Puech Roux; do a attendee add 2027-003 last_name=$who; done
a print sign-in 2027-003 -o "$T/sheet.pdf"
a attendee set 2027-003 4 status=cancelled
S="checkin 2027-003 --half-day 2027-01-22-am --sheet"
a $S v1 "1 p, 2a" "3 e"
exits "typed back" 0
has "what is not typed is listed" "nothing was said of: 4 Puech, 5 Roux" "$T/err"
a attendee list 2027-003 --half-day 2027-01-22-am --format json
json "each line is whose it was printed for" 'sorted((p["last_name"],p["presence"]) for p in j)==[("Bosc","present"),("Cros","absent"),("Puech","unknown"),("Roux","unknown"),("Élan","excused")]'
a $S last "tous sauf 3"
has "who withdrew since is named" "not registered any longer: 4 Puech" "$T/err"
has "numbers by state, and how many marks changed" "3 present, 1 excused (1 known already); 1 mark changed" "$T/err"
has "a signature beats an earlier mark, which is named" "marked otherwise before, and changed: 2 Cros absent → present" "$T/err"
has "an empty cell leaves an excuse" "not signed, and left as it was known: 3 Élan excused" "$T/err"
a undo
a attendee list 2027-003 --half-day 2027-01-22-am --format json
json "one gesture, taken back whole" 'sorted((p["last_name"],p["presence"]) for p in j)==[("Bosc","present"),("Cros","absent"),("Puech","unknown"),("Roux","unknown"),("Élan","excused")]'
a $S last "1-3; 5 e"
exits "numbers without a letter before the end of their group" 1
has "are named" "1-3: say p, a, e or r" "$T/err"
a $S last "1 p, 9 a"
exits "a line that the sheet does not have" 1
has "its lines are said" "lines 1 to 5" "$T/err"
a attendee list 2027-003 --half-day 2027-01-22-am --format json
json "and nothing was marked" '[p["presence"] for p in j if p["last_name"]=="Roux"]==["unknown"]'
a $S v7 "1 p"
exits "no such sheet" 1
has "those printed are named" " · v1" "$T/err"

# ---- which sheet -------------------------------------------------------------------------------
# Each sheet numbers its lines from 1, whatever else was printed in the same minute.
a event new title="En ateliers" start_date=2027-01-22 start_time=9h end_time=17h status=announced
for who in Élan Bosc Cros; do a attendee add 2027-004 last_name=$who; done
for w in Encre Fusain; do a session new 2027-004 title="Atelier $w" kind=workshop start_time=14h end_time=16h; done
a attendee set 2027-004 1 workshop="Atelier Encre"
for who in 2 3; do a attendee set 2027-004 $who workshop="Atelier Fusain"; done
for w in Encre Fusain; do a print sign-in 2027-004 --session "Atelier $w" -o "$T/$w.pdf"; done
S="checkin 2027-004 --half-day 2027-01-22-pm --sheet"
a $S last "1 p"
exits "the last of several sessions could be any" 1
has "the code is asked for" "say the code on the paper: " "$T/err"
paper=$(sed -n 's/.*: \([a-z]*\) · Atelier Fusain.*/\1/p; s/.*, \([a-z]*\) · Atelier Fusain.*/\1/p' "$T/err" | head -1)
a $S "$paper" "2 p"
exits "a code says which" 0
has "and the sheet is named" "Atelier Fusain, v1 ($paper), 2 lines" "$T/err"
a attendee list 2027-004 --half-day 2027-01-22-pm --format json
json "the people are those of its lines" '[p["last_name"] for p in j if p["presence"]=="present"]==["Cros"]'
a print sign-in 2027-004 -o "$T/sheet.pdf"
a $S last "2 e"
has "without a code it is the sheet of the whole event" "v1 (" "$T/err"
a attendee list 2027-004 --half-day 2027-01-22-pm --format json
json "with its lines" '[p["last_name"] for p in j if p["presence"]=="excused"]==["Cros"]'

# ---- speakers ----------------------------------------------------------------------------------
# They sign behind the blank lines, which are nobody's.
a session new 2027-003 title=Ouverture kind=plenary start_time=9h end_time=10h speakers="Max Orateur"
a print sign-in 2027-003 -o "$T/sheet.pdf"
S="checkin 2027-003 --half-day 2027-01-22-am --sheet last"
a $S "5 p"
exits "a blank line" 1
has "says what to do" "line 5 of the sheet is a blank one: register whoever signed there" "$T/err"
a $S "9 p"
exits "a speaker has a number" 0
a attendee list 2027-003 --half-day 2027-01-22-am --format json
json "and is marked by it" '[p["presence"] for p in j if p["last_name"]=="Orateur"]==["present"]'
if command -v pdftotext >/dev/null; then
	pdftotext -layout "$T/sheet.pdf" "$T/sheet.txt"
	ok "which stands on the paper" grep -Eq '^ +9 +ORATEUR Max' "$T/sheet.txt"
fi

# ---- too early ---------------------------------------------------------------------------------
a event new title="Un brouillon" start_date=2027-01-15 start_time=9h end_time=12h
a event new title="Plus tard" start_date=2027-03-15 start_time=9h end_time=12h
a attendee add 2027-005 last_name=Bosc
a attendee add 2027-006 last_name=Bosc
a checkin 2027-005 1
exits "a draft" 0
has "a draft that is signed counts as held: it is said" "2027-005 is still “draft”" "$T/err"
a checkin 2027-006 1 --half-day 2027-03-15-am
has "so does one to come" "2027-006 is still “draft”, and this half-day is on Monday 15 March 2027, to come" "$T/err"
a event edit 2027-006 status=announced
a checkin 2027-006 1 --half-day 2027-03-15-am --state excused
ok "who is excused beforehand makes nothing count" sh -c '! grep -q "count as held" "$1"' - "$T/err"
a checkin 2027-006 1 --half-day 2027-03-15-am
has "an announced one to come" "This half-day is on Monday 15 March 2027, to come" "$T/err"

# ---- who waits and comes: the figures agree -----------------------------------------------------
export ATELIERS_NOW=2028-01-14T08:10:00Z
a event new title="Complet" start_date=2028-01-14 start_time=9h end_time=12h status=held seat_limit=30
{
	echo "Prénom;Nom;Courriel"
	for i in $(seq 1 33); do echo "Ana;Nom$i;a$i@x.example"; done
} >"$T/thirty.csv"
a import attendees 2028-001 "$T/thirty.csv"
a attendee list 2028-001 --format json
json "30 have a seat, 3 wait" '[p["status"] for p in j].count("registered")==30 and [p["status"] for p in j].count("waiting")==3'
number() { a attendee list 2028-001 --format json; "$python" -c 'import json,sys
print(next(p["number"] for p in json.load(open(sys.argv[1])) if p["last_name"]==sys.argv[2]))' "$T/out" "$1"; }
waits=$(number Nom32)
a checkin 2028-001 $(seq 1 27)
a checkin 2028-001 "$waits"
exits "who waited and came is marked" 0
has "it is said" "Ana Nom32 (no. $waits): on the waiting list so far, registered by being there" "$T/err"
a attendee list 2028-001 --format json
json "they are registered, with the reason" '[(p["status"],p["waiting_position"],p["waiting_reason"]) for p in j if p["last_name"]=="Nom32"]==[("registered",None,"came to the event")]'
a undo
a attendee list 2028-001 --format json
json "one undo takes both back" '[(p["status"],p["waiting_position"]) for p in j if p["last_name"]=="Nom32"]==[("waiting",2)]'
a checkin 2028-001 "$waits" --state excused
a attendee list 2028-001 --format json
json "who is only excused still waits" '[p["status"] for p in j if p["last_name"]=="Nom32"]==["waiting"]'
a checkin 2028-001 "$waits"
a checkin 2028-001 "$waits" --format json
json "a second time changes nothing" 'j[0]["already"] is True'
for who in Un Deux; do a attendee add 2028-001 last_name=$who origin=walk_in status=registered; a checkin 2028-001 $who; done
a report 2028 --format json
figures='{r["figure"]:r["value"] for r in j if r["section"]=="summary" and r["part"] is None}'
json "registered, less those who did not come, and walk-ins: those present" "(lambda f: (f['registered'],f['present'],f['walk_ins'],f['no_shows']))($figures)==(31,30,2,3)"
a attendee set 2028-001 30 status=cancelled
a attendee set 2028-001 30 status=registered
a checkin 2028-001 30
a report 2028 --format json
json "who withdrew and came all the same, too" "(lambda f: (f['registered'],f['present'],f['walk_ins'],f['no_shows']))($figures)==(31,31,2,2)"
export ATELIERS_NOW=2027-01-15T08:10:00Z

# ---- a scanner ---------------------------------------------------------------------------------
printf '2\n\nnobody\n zoe@elan.example \n2\n' >"$T/in"
"$program" checkin 2027-001 --half-day 2027-01-15-pm --stdin --format json <"$T/in" >"$T/out" 2>"$T/err"
code=$?
exits "a line that cannot be marked" 1
has "is named with its line" "line 3: " "$T/err"
a attendee list 2027-001 --half-day 2027-01-15-pm --format json
json "the others are marked" '[p["presence"] for p in j if p["number"] in ("1","2")]==["present"]*2'
printf '1\n\033]0;x\007\n' | "$program" checkin 2027-001 --half-day 2027-01-15-pm --stdin >"$T/out" 2>"$T/err"
ok "what a line holds does not reach the terminal" sh -c '! grep -q "$(printf "\033")" "$1" "$2"' - "$T/out" "$T/err"
finish
