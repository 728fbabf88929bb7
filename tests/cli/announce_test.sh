#!/bin/sh
# An event announced: frozen version by version, and what has changed since is told.
. tests/cli/tap.sh
a event new title="Journée" start_date=2027-01-15 start_time=9h30 end_time=16h
E=2027-001
a session new $E title="Ouverture" start_time=9h30 end_time=10h kind=plenary
a person new first_name=Zoé last_name=Élan
a speaker add $E "Zoé Élan" session=Ouverture
a event differences $E
has "it was never announced" "never announced" "$T/err"
a event announce $E --dry-run
exits "it can be tried" 0
a event show $E --format json
json "which announces nothing" 'j["status"]=="draft"'
a event announce $E
has "a draft is announced" "version 1" "$T/err"
a event show $E --format json
json "and shown so" 'j["status"]=="announced"'
a event announce $E
has "twice the same is one version" "nothing has changed since version 1" "$T/err"
a event differences $E --format json
json "nothing differs yet" 'j==[]'

a session edit $E Ouverture start_time=9h45
a event edit $E title="Journée d’échanges"
a event differences $E --format json
json "what has changed is told" '[d["field"] for d in j]==["title","sessions"] and j[0]["version"]==1'
a check $E --format json
json "by check too" 'len([p for p in j if p["code"]=="differs_from_announcement"])==2'
a print sign-in $E -o "$T/s.pdf"
if command -v pdftotext >/dev/null; then
	pdftotext "$T/s.pdf" "$T/out"
	has "and on the sheet" "Changed since it was announced on 23/11/2026 (version 1)."
fi
a event announce $E
has "it is announced again" "version 2" "$T/err"
a undo
a event differences $E --format json
json "undone, the first stands" 'len(j)==2 and j[0]["version"]==1'
a event announce $E
has "a number is never given twice" "version 3" "$T/err"
a person forget "Zoé Élan"
a speaker remove $E "Zoé Élan"
a event differences $E
is_not_said() { ! grep -q Zoé "$T/out"; }
ok "who was erased is not named by what was announced" is_not_said

a event new title="Idée" start_date=2027-03
a event announce 2027-002
exits "without a day there is nothing to announce" 1
has "and it is said" "has no day with a date" "$T/err"
a event edit $E status=cancelled
a event announce $E
exits "what does not take place is not announced" 1
finish
