#!/bin/sh
# Personal data: seen, forgotten, not kept longer than needed; every count stays what it was.
. tests/cli/tap.sh
db=$T/data/ateliers/ateliers.db

# ---- a person whom everything knows ------------------------------------------------------------
a event new title="Santé mentale" start_date=2026-11-10 start_time=9h end_time=17h
a event new title="Médiation" start_date=2026-12-03 start_time=9h end_time=17h
printf '%s\n' 'Nom;Prénom;Courriel;Organisme;Fonction;Remarques;Régime alimentaire;Une question ?' \
	'Zzélan;Quitterie;quitterie@zzelan.example;Mairie de Lunel;Directrice zzz;Remarque zzz;zzvégane;Réponse zzz' \
	'Puech;Jo;jo@puech.example;Mairie de Lunel;Agent;;sans sel;Autre' >"$T/form.csv"
a import attendees 2026-001 "$T/form.csv"
a import attendees 2026-002 "$T/form.csv"
a person edit "Quitterie Zzélan" function="Cheffe zzz" notes="Note zzz" phone="06 11 22 33 44"
a person edit "Quitterie Zzélan" email=quitterie2@zzelan.example organisation="Département du Gard"
a person new first_name=Q. last_name=Zzélan email=autre@zzelan.example notes="Deuxième fiche zzz"
a person merge quitterie2@zzelan.example autre@zzelan.example
exits "two rows of one person are merged" 0
a session new 2026-002 title=Ouverture start_time=9h30 end_time=10h speakers="Quitterie Zzélan"
a speaker set 2026-002 "Quitterie Zzélan" function="Oratrice zzz"
a consent set "Quitterie Zzélan" invitations no "courriel zzz du 3 mars"
exits "an opposition is noted" 0
a consent set "Quitterie Zzélan" invitations maybe
exits "an answer that is none is wrong usage" 2
a consent set "Quitterie Zzélan" parties no
exits "so is a purpose that is none" 2
a consent list "Quitterie Zzélan" --format json
json "with its date and origin" \
	'[(c["purpose"],c["agreed"],c["given_on"],c["origin"]) for c in j]==[("invitations",False,"2026-11-23","courriel zzz du 3 mars")]'

a event new title="Annulée" start_date=2027-02-02
a attendee add 2027-001 first_name=Quitterie last_name=Zzélan email=quitterie2@zzelan.example \
	remarks="Supprimée zzz"
a attendee remove 2027-001 1
exits "a registration of hers is deleted" 0

# ---- and of whom the rows of others speak -------------------------------------------------------
a attendee set 2026-002 quitterie2@zzelan.example cancel_reason="Malade zzz" \
	waiting_reason="Élue zzz"
a checkin 2026-001 --half-day 2026-11-10-am --state represented --by "Quitterie ZZÉLAN" "Jo Puech"
exits "she came in the place of somebody else" 0

# ---- and who is named by what others wrote -------------------------------------------------------
a event edit 2026-001 officer="ZZÉLAN Quitterie"
a task new 2026-001 kind=room owner="Quitterie Zzélan"

# ---- addresses ---------------------------------------------------------------------------------
a attendee addresses 2026-001
is "addresses leave out who opposes" "jo@puech.example"
has "and count them" "1 who oppose" "$T/err"
a consent set "Quitterie Zzélan" invitations yes
a attendee addresses 2026-001
has "the last word counts" "quitterie2@zzelan.example"
a undo
a attendee addresses 2026-001
is "undo takes it back" "jo@puech.example"

# ---- seeing ------------------------------------------------------------------------------------
a person export "Quitterie Zzélan" --format json
json "everything is in the export" 'all(w in str(j) for w in ("Zzélan","quitterie2@zzelan.example",
	"Note zzz","Remarque zzz","zzvégane","Réponse zzz","Oratrice zzz","courriel zzz","Santé mentale",
	"Médiation","+33611223344"))'
json "what other tables hold has its place" 'set(("attendee","answer","consent","speaker","post","history"))<=set(j)'
json "nobody else is in it" '"Puech" not in str(j) and "jo@puech" not in str(j)'
json "the former function is there" '[(p["organisation"],p["function"]) for p in j["post"]]==[("Mairie de Lunel","Directrice zzz"),("Mairie de Lunel","Cheffe zzz")]'
a person export "Quitterie Zzélan"
has "it can be read" "Note zzz"
ok "and holds no key of a table" sh -c '! grep -q "_id\|search_key" "$1"' - "$T/out"

# ---- forgetting --------------------------------------------------------------------------------
counts() {
	"$program" event list --format json 2>"$T/err" | grep -v '"officer"' >"$T/counts"
	"$program" doctor --format json 2>>"$T/err" | grep '"\(person\|attendee\|event\)"' >>"$T/counts"
	for event in 2026-001 2026-002; do
		"$program" attendee list $event --sort number --format json |
			grep '"\(status\|department\|part\|number\|origin\)"' >>"$T/counts"
	done
	cat "$T/counts"
}
counts >"$T/before"
a backup "$T/kept.db"
mkdir -p "$T/state/ateliers/drafts"
a person forget "Quitterie Zzélan" --dry-run
exits "a dry run of forgetting" 0
has "says what it would blank" "2 registrations" "$T/err"
a person list --format json
json "and changes nothing" 'any(p["last_name"]=="Zzélan" for p in j)'
a person forget "Quitterie Zzélan"
exits "a person is forgotten" 0
has "the copy that still holds her is named" "$T/kept.db" "$T/err"
has "rows that were deleted before are erased too" "3 deleted rows erased" "$T/err"
ok "the file was written anew" sh -c '! grep -q "another program" "$1"' - "$T/err"
has "fields that are the name alone go" "2 fields that were the name alone cleared" "$T/err"
a event show 2026-001 --format json
json "nobody is in charge any more" 'j["officer"] is None'
counts >"$T/after"
ok "every count stays what it was" cmp "$T/before" "$T/after"
ok "nothing of her is in the file" sh -c '! cat "$1"* | grep -aEiq "zz(z|elan|.lan|v)"' - "$db"
a person list --format json
json "nor in the directory" '"zz" not in str(j).lower()'
a print certificates 2026-001 -o "$T/none.pdf"
exits "nothing is certified of nobody" 1
ok "and no certificate is made" test ! -e "$T/none.pdf"
a history --format json
json "nor in the history" '"zz" not in str(j).lower()'
a backup "$T/after.db"
ok "nor in a new copy" sh -c '! grep -aEiq "zz(z|elan|.lan|v)" "$1"' - "$T/after.db"
ok "she still is in the old one, as was said" grep -aiq "zzelan" "$T/kept.db"
a doctor
exits "the file is sound" 0
a undo
exits "it cannot be undone" 1
has "and says so" "cannot be undone" "$T/err"
a person forget "–"
exits "nor done twice" 1
a import attendees 2026-001 "$T/form.csv" --format json
json "the old table does not bring her back" '(j["new"],j["same"])==(0,2)'
ok "nothing of her came in with it" sh -c '! cat "$1"* | grep -aEiq "zz(z|elan|.lan|v)"' - "$db"
a person duplicates --format json
json "nobody is proposed as her" 'j==[]'

# ---- what others wrote about somebody ------------------------------------------------------------
cp "$db" "$T/texts.db"
t() {
	a --db "$T/texts.db" "$@"
}
t person new first_name=Zoé last_name=Élan email=zoe@elan.example
t person new first_name=Awa last_name=Diop
t person new first_name=Awa last_name=Diop email=autre@diop.example
t attendee add 2027-001 "Zoé Élan"
t event edit 2026-001 notes="Voir avec Mme Élan." officer="Awa DIOP"
t task new 2026-001 title="Rappeler Zoé Élan mardi"
t task new 2026-001 title="Chercher un élan" notes="écrire à zoe@elan.example"
t decision new 2026-002 item="Budget" text="Sur proposition de Z. Élan, adopté."
# corrected before: what stood there is in the history alone
t event edit 2026-002 notes="Zoé Élan apporte qquiches"
t event edit 2026-002 notes="Quelqu’un apporte à manger"
t task new 2026-002 title="Demander qqclefs à Zoé Élan"
t task delete 2026-002 "Demander qqclefs à Zoé Élan"
ok "what was written before is in the history" grep -aq "qquiches" "$T/texts.db"
t person forget "Zoé Élan" --dry-run
has "a dry run tells which texts name her" "decision “Budget” (2026-002), Decision" "$T/err"
t person forget "Zoé Élan"
exits "texts of others do not stop it" 0
has "earlier texts go from the history" "earlier texts erased from the history" "$T/err"
ok "and from the file" sh -c '! cat "$1"* | grep -aq "qquiches\|qqclefs"' - "$T/texts.db"
has "when to correct the others is said" "what is corrected before somebody is forgotten goes from the history too" "$T/err"
has "the notes of an event" "to be corrected by hand: event “2026-001 Santé mentale”, Notes" "$T/err"
has "a task" "“Rappeler Zoé Élan mardi” (2026-001), Task" "$T/err"
has "by her address too" "“Chercher un élan” (2026-001), Notes" "$T/err"
ok "not by a word of the language" sh -c '! grep -q "Chercher un élan” (2026-001), Title" "$1"' - "$T/err"
t task list 2026-001 --format json
json "they stay as they were written" 'any(x["title"]=="Rappeler Zoé Élan mardi" for x in j)'
t print attendees 2027-001 --format csv -o -
has "a list keeps her line, in words" ";somebody who was erased;"
t print badges 2027-001 -o "$T/badges.pdf"
exits "but no badge is made of her" 1
t print convocations 2027-001 -o "$T/letters.pdf"
exits "nor a letter" 1
t person forget autre@diop.example
has "the name of another person of that name is not cleared, but told" "2026-001 Santé mentale”, Officer" "$T/err"
t event show 2026-001 --format json
json "for it may be hers" 'j["officer"]=="Awa DIOP"'

# ---- not kept longer than needed ---------------------------------------------------------------
a attendee list 2026-001 --format json
json "a diet is there after the event" 'any(p.get("diet")=="sans sel" for p in j)'
export ATELIERS_NOW=2026-12-10T08:00:00Z
a attendee list 2026-001 --format json
json "and after some weeks" 'any(p.get("diet")=="sans sel" for p in j)'
export ATELIERS_NOW=2026-12-11T08:00:00Z
a attendee list 2026-001 --format json
json "a month after the event it has gone by itself" 'not any(p.get("diet") for p in j)'
a attendee list 2026-002 --format json
json "that of an event to come has not" 'any(p.get("diet")=="sans sel" for p in j)'
a history --format json
json "the history says so" 'j[0]["action"]=="needs_erase"'
a event edit 2026-002 title="Médiation sociale"
a undo
exits "undo passes over it" 0
a event show 2026-002 --format json
json "and takes back what was before it" 'j["title"]=="Médiation"'
export ATELIERS_NOW=2029-01-10T08:00:00Z
a person due --format json
json "two years later somebody is to be asked again" '[(p["last_name"],p["due"]) for p in j]==[("Puech","contact")]'
export ATELIERS_NOW=2029-12-10T08:00:00Z
a person due --format json
json "after three years to be erased" '[(p["last_name"],p["due"],p["contact"]) for p in j]==[("Puech","erase","2026-12-03")]'
a person edit "Jo Puech" last_contact=2029-11-01
a person due --format json
json "a new contact keeps him" 'j==[]'
a doctor
exits "the database is sound after all of it" 0
finish
