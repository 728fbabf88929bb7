#!/bin/sh
# An event taken along twice, worked on at two doors and in the office, and brought back.
. tests/cli/tap.sh
home=$T/home.db
h() { a --db "$home" "$@"; }
b() { a --db "$T/b.db" "$@"; }
c() { a --db "$T/c.db" "$@"; }
at() {
	ATELIERS_NOW=$1
	export ATELIERS_NOW
}
h event new title="Journée" start_date=2027-01-15 start_time=9h end_time=17h status=announced
h event new title="Une autre" start_date=2027-03-12
for name in Un Deux Trois Quatre; do h attendee add 2027-001 last_name=$name organisation="Ville de Sète"; done
h person edit Un notes="personnel"
h door export 2027-001 --dry-run -o "$T/b.db"
ok "a dry run makes nothing" test ! -e "$T/b.db"
h door export 2027-001 -o "$T/b.db"
exits "an event is taken along" 0
h door export 2027-001 -o "$T/c.db"
h door export 2027-001 -o "$T/c.db"
exits "never over another file" 1
b event list --format json
json "it is alone there" '[e["number"] for e in j]==["2027-001"]'
ok "what is not needed stays at home" sh -c "! grep -aq personnel '$T/b.db'"
h check 2027-001 --format json
json "the checks say that copies are out" 'len([p for p in j if "copy" in p["code"] or "copies" in p["code"]])>0'

at 2027-01-15T08:05:00Z
b checkin 2027-001 Un Deux
c checkin 2027-001 Deux Trois
at 2027-01-15T08:10:00Z
b attendee set 2027-001 Un function="Directrice"
at 2027-01-15T08:20:00Z
c attendee set 2027-001 Un function="Cheffe de projet"
b attendee add 2027-001 last_name=Passant organisation="Ville d’Agde" origin=walk_in
is "who walks in has a number of the copy" A-1
b print sign-in 2027-001 -o "$T/sheet.pdf"
b print day 2027-001 -o "$T/day"
has "papers of a copy have its versions, in words" "  A-1  " "$T/out"
b print day 2027-001 -o "$T/day" --format json
json "for scripts they are numbers" 'all(p["version"] in (None,1001,1002) for p in j) and any(p["version"]==1001 for p in j)'
b history
has "the history names them so" "vA-1" "$T/out"
no_bare_version() { ! grep -q "1001" "$T/out"; }
ok "and by no other number" no_bare_version
b event new title="Ici"
exits "there is no other event in a copy" 1
b door export 2027-001 -o "$T/d.db"
exits "nor a copy of a copy" 1

at 2027-01-15T17:00:00Z
h door merge "$T/b.db" --dry-run
exits "bringing back can be tried" 0
h attendee list 2027-001 --format json
json "which changes nothing" 'len(j)==4'
h door merge "$T/b.db" --format json
json "a copy comes back" 'j["copy"]=="A" and j["conflicts"]==0'
h door merge "$T/c.db" --format json
json "and the other, with one thing to decide" 'j["copy"]=="B" and j["conflicts"]==1'
h attendee list 2027-001 --half-day 2027-01-15-am --format json
json "both doors are there" 'sorted(p["last_name"] for p in j if p["presence"]=="present")==["Deux","Trois","Un"]'
json "who came without being registered too" '[p["number"] for p in j if p["last_name"]=="Passant"]==["A-1"]'
json "the later word stands" '[p["function"] for p in j if p["last_name"]=="Un"]==["Cheffe de projet"]'
h door merge "$T/b.db"
has "twice is once" "nothing" "$T/err"
h door conflicts 2027-001 --format json
json "what was said otherwise is listed" 'len(j)==1'
h door decide 2027-001 1 there
exits "and decided" 0
h attendee list 2027-001 --format json
json "for the other" '[p["function"] for p in j if p["last_name"]=="Un"]==["Directrice"]'
h door conflicts 2027-001 --format json
json "then nothing is left" 'j==[]'
h undo
h undo
h undo
h attendee list 2027-001 --half-day 2027-01-15-am --format json
json "undone, nothing of it is there" '[p["presence"] for p in j]==["unknown"]*4 or all(p["presence"]!="present" for p in j)'
h door merge "$T/c.db"
h door merge "$T/b.db" --wipe
ok "brought back again, the copy is deleted" test ! -e "$T/b.db" -a ! -e "$T/b.db-wal"
h attendee list 2027-001 --half-day 2027-01-15-am --format json
json "in the other order it is the same" 'sorted(p["last_name"] for p in j if p["presence"]=="present")==["Deux","Trois","Un"] and [p["function"] for p in j if p["last_name"]=="Un"]==["Cheffe de projet"]'
h doctor
exits "the file is sound" 0

# ---- what is no copy ----------------------------------------------------------------------------
a --db "$T/foreign.db" event new title="Journée" start_date=2027-01-15
a --db "$T/foreign.db" door export 2027-001 -o "$T/f.db"
h door merge "$T/f.db"
exits "a copy of another centre is refused" 1
h door merge "$home"
exits "the database itself too" 1
echo rubbish >"$T/r.db"
h door merge "$T/r.db"
exits "and rubbish" 1
h door merge "$T/nowhere.db"
exits "and what is not there" 1
finish
