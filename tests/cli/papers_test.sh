#!/bin/sh
# The papers that are read, and certificates.
. tests/cli/tap.sh

a setting set organizer_email=agenda@centre.example output_folder="$T/papers" signatory_name="Claire Martin" \
	signatory_title=directrice centre_town=Montpellier centre_name=Centre
a venue new name="Maison" rooms=Salle town=Sète department=34
a event new title="Journée d’échanges" start_date=2026-10-15 start_time=9h end_time=17h venue=Maison status=announced
a session new Journée title=Plénière start_time=9h end_time=12h room=Salle
a session new Journée title=Atelier kind=workshop start_time=14h end_time=16h30 room=Salle
a speaker add Journée "Max Orateur" session=Plénière state=confirmed
a attendee add Journée last_name=Diop first_name=Awa
a attendee add Journée last_name=Vidal first_name=Loïc organisation="Ville de Sète"
a attendee add Journée last_name=Attend first_name=Paul status=waiting
a partner add Journée "DREETS Occitanie" role=initiative

# ---- a programme in every form -------------------------------------------------------------------
for ending in pdf txt html odt; do
	a print programme Journée -o "$T/p.$ending"
	exits "programme .$ending" 0
done
ok ".pdf is one" sh -c '[ "$(head -c 5 "$1")" = %PDF- ]' - "$T/p.pdf"
has ".txt says the title" "Journée d’échanges" "$T/p.txt"
has ".txt says its version" "version" "$T/p.txt"
has ".html says its language" '<html lang="en">' "$T/p.html"
ok ".html fetches and runs nothing" sh -c '! grep -qiE "<script|src=.http|<link" "$1"' - "$T/p.html"
ok ".odt is one" sh -c 'head -c 77 "$1" | grep -q "mimetypeapplication/vnd.oasis.opendocument.text"' - "$T/p.odt"
a history --format json
json "four forms of one version are one paper" 'sum(g["action"]=="document_print" for g in j)==1'
a history
has "the history says which paper, and of what" "paper made — programme v1, Journée d’échanges"
a print programme Journée --format csv
exits "a programme is no list" 2
a print programme Journée -o "$T/p.docx"
exits "a PDF is not called a text" 2
ok "and nothing is written" test ! -e "$T/p.docx"
a print programme Journée -o "$T/p.draft"
ok "an ending that says nothing makes a PDF" sh -c '[ "$(head -c 5 "$1")" = %PDF- ]' - "$T/p.draft"
a print programme Journée -o - -q
ok "-o - is standard output" sh -c '[ "$(head -c 5 "$1")" = %PDF- ]' - "$T/out"
a print programme Journée --to Diop
exits "a programme is for everybody" 2
a print programme Journée --session Plénière
exits "nor for a session" 2
for paper in run-sheet questionnaire event-report convocations; do
	a print $paper Journée -o "$T/$paper.pdf"
	exits "$paper" 0
	a print $paper Journée -o "$T/none.pdf" --dry-run
	ok "$paper --dry-run writes nothing" test ! -e "$T/none.pdf"
done
a print run-sheet Journée -o "$T/r.html"
exits "a run sheet is for no site" 2
a print convocations Journée --to Vidal -o "$T/one.pdf"
has "one letter" "1 page" "$T/err"
a print convocations Journée --to Attend -o "$T/waits.pdf"
exits "nobody is called who waits" 1
ok "and nothing is written" test ! -e "$T/waits.pdf"
a print convocations Journée --to nobody -o "$T/one.pdf"
exits "--to nobody" 1
a print programme Journée --reissue Diop -o "$T/p.pdf"
exits "a programme is not issued" 2

a print minutes Journée -o "$T/m.odt"
exits "minutes, to be completed elsewhere" 0
a event new title="Vide"
a print minutes Vide -o "$T/none.pdf"
exits "minutes of nobody" 1
ok "are not written" test ! -e "$T/none.pdf"

# ---- certificates --------------------------------------------------------------------------------
a print certificates Journée -o "$T/c.pdf"
exits "nobody was there yet" 1
ok "and nothing is written" test ! -e "$T/c.pdf"
a checkin Journée --half-day 2026-10-15-am Diop Vidal "Max Orateur"
a checkin Journée --half-day 2026-10-15-pm Diop
a print certificates Journée -n -o "$T/c.pdf"
has "a trial says how many" "3 certificates issued" "$T/err"
a certificate list Journée --format json
json "and issues none" 'j==[]'
a print certificates Journée -o "$T/c.pdf"
exits "certificates" 0
a certificate list Journée --format json
json "in the order of names, with what was attended" \
	'[(c["number"],c["last_name"],c["half_days"],c["minutes"],c["issued_on"],c["withdrawn_on"],c["changed"]) for c in j]==[("2026-001-001","Diop",2,330,"2026-11-23",None,None),("2026-001-002","Orateur",1,180,"2026-11-23",None,None),("2026-001-003","Vidal",1,180,"2026-11-23",None,None)]'
a certificate list Journée --format csv
csv "the same as CSV" 'len(j)==3 and j[0]["minutes"]=="330"'
a certificate list Journée
has "and for people" 23/11/2026
cp "$T/c.pdf" "$T/first.pdf"
a print certificates Journée -o "$T/c.pdf"
ok "a reprint has the same bytes" cmp "$T/first.pdf" "$T/c.pdf"
a undo
a certificate list Journée --format json
json "undo does not take them back" 'len(j)==3'
a redo
a checkin Journée --half-day 2026-10-15-pm Diop --state absent
a check Journée --format json
json "presence taken back: the check says so" 'any(p["code"]=="certificate_beyond_presence" and p["severity"]=="error" for p in j)'
a certificate list Journée --format json
json "and so does the list" '"2026-001-001" in j[0]["changed"]'
a print certificates Journée --reissue Diop -o "$T/d.pdf"
exits "issued anew" 0
a certificate list Journée --format json
json "the old one is withdrawn, the new has a number of its own" \
	'len(j)==4 and j[0]["withdrawn_on"]=="2026-11-23" and j[3]["number"]=="2026-001-004" and j[3]["half_days"]==1'
a check Journée --format json
json "the check is content" 'not any(p["code"]=="certificate_beyond_presence" for p in j)'
a certificate withdraw Journée Vidal -n
a certificate list Journée --format json
json "a trial withdraws nothing" 'j[2]["withdrawn_on"] is None'
a certificate withdraw Journée Vidal
exits "withdrawn" 0
a certificate withdraw Journée Vidal
exits "once" 1
a undo
a certificate list Journée --format json
json "a withdrawal can be undone" 'j[2]["withdrawn_on"] is None'
a certificate withdraw Journée Vidal
a print certificates Journée --to Vidal -o "$T/d.pdf"
a undo
exits "but not once another took its place" 1
has "which is said" "something else has taken the place" "$T/err"
a certificate list Journée --format json
json "one is valid" '[c["number"] for c in j if c["last_name"]=="Vidal" and c["withdrawn_on"] is None]==["2026-001-005"]'
a attendee add Journée last_name=Vidale first_name=Loïc
a checkin Journée --half-day 2026-10-15-am Vidale
a print certificates Journée --to Vidale -o "$T/d.pdf"
a person merge "Loïc Vidal" "Loïc Vidale"
exits "two registrations become one" 0
a certificate list Journée --format json
json "with one certificate that is valid, and both on record" \
	'[(c["number"],c["withdrawn_on"]) for c in j][3:]==[("2026-001-004",None),("2026-001-005",None),("2026-001-006","2026-11-23")]'
a attendee remove Journée Diop
exits "evidence is not deleted" 1
a print certificates Journée --to "Attend" -o "$T/none.pdf"
exits "nobody is certified who was not there" 1
a person forget "Awa Diop"
a certificate list Journée --format json
json "a person who is forgotten has none left" 'not any(c["last_name"]=="Diop" for c in j) and len(j)==4'

# ---- logos ---------------------------------------------------------------------------------------
printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\001\0\0\0\001\010\006\0\0\0\037\025\304\211\0\0\0\rIDATx\332cd\370\317P\017\0\003\206\001\200Z4}k\0\0\0\0IEND\256B`\202' >"$T/logo.png"
a organisation logo DREETS "$T/logo.png"
exits "a logo" 0
a print programme Journée -o "$T/p.html"
has "stands in the programme, with whose it is" 'alt="DREETS Occitanie"' "$T/p.html"
a undo
a print programme Journée -o "$T/p.html"
ok "undo takes it away" sh -c '! grep -q "DREETS Occitanie\" src" "$1"' - "$T/p.html"
echo text >"$T/logo.txt"
a organisation logo DREETS "$T/logo.txt"
exits "what is no PNG is refused" 1
a organisation logo DREETS "$T/missing.png"
exits "nor what is not there" 1
a organisation logo DREETS "$T/logo.png" -n
a print programme Journée -o "$T/p.html"
ok "a trial keeps none" sh -c '! grep -q "DREETS Occitanie\" src" "$1"' - "$T/p.html"
a organisation logo DREETS "$T/logo.png"
a organisation new name="DREETS d’Occitanie"
a organisation merge "DREETS d’Occitanie" "DREETS Occitanie"
a print programme Journée -o "$T/p.html"
has "a merge keeps the logo" 'src="data:image/png' "$T/p.html"
a organisation logo DREETS ""
a print programme Journée -o "$T/p.html"
ok "“” takes it away" sh -c '! grep -q "data:image/png" "$1"' - "$T/p.html"

# ---- what nobody knows, and what is said once ----------------------------------------------------
a event new title="Sans lieu" start_date=2026-11-10 start_time=9h end_time=12h status=announced
N=2026-003
a print run-sheet $N -o "$T/n.txt"
ok "nobody is expected: no empty brackets" grep -qx "Expected in the room: 0" "$T/n.txt"
a attendee add $N last_name=Diop
a checkin $N --half-day 2026-11-10-am 1
a print run-sheet $N -o "$T/n.txt"
has "how many are expected, and as what" "Expected in the room: 1 (participant: 1)" "$T/n.txt"
a print certificates $N -o "$T/n.pdf"
pdftotext -layout "$T/n.pdf" "$T/n.txt"
has "a certificate has dots for a place nobody knows" "Place: ……" "$T/n.txt"
ok "and its label once" sh -c '! grep -q "Place: Place" "$1"' - "$T/n.txt"
a event new title="Webinaire" mode=remote start_date=2026-12-15 start_time=9h end_time=12h status=announced
W=2026-004
a attendee add $W last_name=Diop
for paper in sign-in attendees; do
	a print $paper $W -o "$T/w.pdf"
	pdftotext -layout "$T/w.pdf" "$T/w.txt"
	has "$paper of a webinar says where it is" "Online" "$T/w.txt"
done
a print door-signs $W -o "$T/w.pdf"
exits "it has no door" 1
a event cancel $W
a print convocations $W -o "$T/w-letters.pdf"
exits "nobody is called to what is cancelled" 1
ok "and no letter is written" test ! -e "$T/w-letters.pdf"
a session new $N title=Une start_time=9h end_time=10h speakers="Max Orateur"
a session new $N title=Deux start_time=10h end_time=11h speakers="Max Orateur"
a print run-sheet $N -o "$T/n.txt"
ok "who speaks twice is to be confirmed once" sh -c '[ "$(grep -c "Max Orateur: considered" "$1")" = 1 ]' - "$T/n.txt"
a print certificates $N --to 1 --reissue 1 -o "$T/n.pdf"
exits "--to and --reissue do not go together" 2
sh -c 'ulimit -f 128; exec "$@"' - "$program" print badges $N --blank 1000 -o "$T/full.pdf" >"$T/out" 2>"$T/err"
code=$?
exits "no space is left for a paper" 1
has "it is said of its own name" "“$T/full.pdf” cannot be written" "$T/err"
ok "and nothing is left behind" sh -c '! ls -A "$1" | grep -q "full\|ateliers-.*tmp"' - "$T"
# ---- where the day is ------------------------------------------------------------------------------
if command -v pdftotext >/dev/null; then
	a venue new name="Maison des arts" rooms="Amphi; Petite salle" town=Nîmes department=30
	a event new title="Deux salles" start_date=2026-11-05 start_time=9h end_time=17h venue="Maison des arts" status=announced
	a session new "Deux salles" title=Plénière start_time=9h end_time=12h room=Amphi
	a session new "Deux salles" title=Atelier kind=workshop start_time=14h end_time=16h30 room="Petite salle"
	a attendee add "Deux salles" last_name=Diop first_name=Awa
	place_said() {
		a print sign-in "Deux salles" -o "$T/where.pdf" "$@"
		pdftotext -layout "$T/where.pdf" - | tr -s ' \n' ' '
	}
	ok "of several rooms a sheet of the day names none" sh -c '! echo "$1" | grep -q "Amphi\|Petite salle"' - "$(place_said)"
	ok "but the place" sh -c 'echo "$1" | grep -q "Maison des arts, Nîmes"' - "$(place_said)"
	ok "the sheet of a session names its own" sh -c 'echo "$1" | grep -q "Petite salle, Maison des arts"' - "$(place_said --session Atelier)"
	a session edit "Deux salles" Atelier room=
	ok "nor one, where of another session it is not known" sh -c '! echo "$1" | grep -q "Amphi"' - "$(place_said)"
	a session edit "Deux salles" Atelier room=Amphi
	a session new "Deux salles" title=Déjeuner kind=lunch start_time=12h end_time=14h
	ok "where all of it is in one, it is named" sh -c 'echo "$1" | grep -q "Amphi, Maison des arts"' - "$(place_said)"
	# what is written from the right stands under what is written from the left
	a attendee add "Deux salles" last_name=Sami first_name=Lina function=باحثة
	a print convocations "Deux salles" --to Sami -o "$T/right.pdf"
	edges() {
		pdftotext -bbox "$T/right.pdf" - | sed -n 's/.*xMin="\([0-9]*\)\.[^>]*>\(Lina\|ة\)<.*/\1/p'
	}
	# a letter is a word there: that of the name, and the last of the function, which is its leftmost
	is_one() { [ "$(edges | wc -l)" = 2 ] && [ "$(edges | sort -u | wc -l)" = 1 ]; }
	ok "in an address" is_one
fi
finish
