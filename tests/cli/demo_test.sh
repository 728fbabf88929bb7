#!/bin/sh
# The sample database.
. tests/cli/tap.sh

a demo
ok "without a terminal it ends" test "$code" -lt 2
ok "and leaves nothing behind" sh -c '! ls -d "$1"/ateliers-* 2>/dev/null' - "$T"
ok "nor a database" test ! -e "$T/data"
a demo --db "$T/x.db"
exits "--db is not for it" 2
a demo --into "$T/run"
exits "--into" 0
for file in ateliers.db all.ics sign-in.pdf; do
	ok "makes $file" test -s "$T/run/$file"
	has "and says so" "$T/run/$file"
done
ok "a line for each" sh -c 'test "$(wc -l <"$1")" -eq 3' - "$T/out"
export ATELIERS_DB="$T/run/ateliers.db"
a event list --format json
json "past and coming events" 'len(j)>=54 and sum(e["status"]=="held" for e in j)>=35'
json "every status that a season has" '{"idea","draft","announced","held","cancelled"}<={e["status"] for e in j}'
json "every mode" '{"onsite","remote","hybrid"}<={e["mode"] for e in j}'
json "open, full" '{"open","full"}<={e["shown_status"] for e in j}'
json "a cycle of four days" 'any(len(e["days"])==4 and e["cycle"] for e in j)'
json "200 people came by a form" 'sum(e["registered"] for e in j)>=190'
json "all to come is to come" 'all(e["start_date"] is None or e["start_date"]>"2026-11-23" for e in j if e["status"] in ("announced","draft"))'
a attendee list "Santé mentale" --status waiting --format json
json "a waiting list" 'len(j)==6'
a speaker list rafraîchir --format json
json "speakers in all states" '{s["state"] for s in j}=={"considered","asked","confirmed","declined"}'
a partner list rafraîchir --format json
json "partners in several roles" 'len({p["role"] for p in j})>=5'
a person list --format json
json "nobody has an address that exists" 'all(p["email"] is None or p["email"].endswith(".example") for p in j)'
for event in rafraîchir "Santé mentale" Adultes-relais "Cycle participation" "programme de l’année"; do
	a check "$event"
	ok "no error in $event" test "$code" -eq 0
done
a undo
a undo
exits "the sample's gestures are nobody's to undo" 1
a theme new name="Un thème à moi"
a demo --into "$T/run"
a theme show "Un thème à moi"
exits "what was typed into it stays" 0
for now in 2026-01-02 2026-04-20 2026-07-10 2026-08-05 2026-12-18 2028-02-29; do
	ATELIERS_NOW=${now}T08:30:00Z "$program" demo --into "$T/$now" >"$T/out" 2>"$T/err"
	code=$?
	exits "made on $now" 0
	ATELIERS_NOW=${now}T08:30:00Z "$program" --db "$T/$now/ateliers.db" event show "Cycle participation" --format json >"$T/out" 2>"$T/err"
	json "four days, and none on a holiday" 'len(j["days"])==4 and not any(d["date"][5:] in ("01-01","05-01","05-08","07-14","08-15","11-01","11-11","12-25") for d in j["days"])'
done
finish
