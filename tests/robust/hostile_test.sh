#!/bin/sh
# Hostile text through every import, to every output (tests/data/hostile.txt; fault 20 and
# fault 21 of docs/reliability.md).
. tests/robust/hostile.sh

# ---- what no table brings ----------------------------------------------------------------------
values="text/title text/clipboard text/c1 text/isolate text/bom text/combining text/long-300
text/traversal text/formula text/property text/component"
keys="title short_title audience objectives access programme_note notes"
each "event new" "start_date=2027-05-04 start_time=9h end_time=16h status=announced"
keys="title room description"
each "session new 2027-001" "date=2027-03-01 start_time=10h end_time=11h"
keys="first_name last_name function organisation remarks"
each "attendee add 2027-001" "email=un@un.example"
keys="person function"
each "speaker add 2027-001" ""
keys="organisation name wording"
each "partner add 2027-001" ""
keys="title objectives funders"
each "cycle new" ""
value "$T/values/text/property"
a setting set centre_name "Centre $v"
a setting set funders_mention "Avec $v"
a setting set organizer_email centre@centre.example

# ---- by tables ---------------------------------------------------------------------------------
a session new "Par les tables" date=2027-04-01 start_time=10h title="Première"
for class in text bytes nul huge long; do
	table $class titre type date_debut=2027-09-01 heure_debut=9h heure_fin=17h lieu ville \
		organisateur partenaires theme public_vise programme participants tarif note source >events.csv
	table $class Nom Prénom Fonction Organisme Courriel=t%n@table.example Téléphone=0467%n Ville \
		Remarques "Une question ?" >attendees.csv
	table $class Nom=Adresse%n Prénom Courriel Téléphone Département >addresses.csv
	table $class Nom Prénom Fonction Organisme Courriel=p%n@table.example Téléphone Ville >people.csv
	table $class Nom Sigle Alias Famille=association Ville Département Courriel SIREN >organisations.csv
	table $class nom premier_jour=2027-07-01 dernier_jour=2027-08-%n zone type >holidays.csv
	value "$T/values/text/property"
	table $class "Nom" "Prénom" "Courriel=q%n@table.example" "$v ?" >heads.csv
	for name in organisations people holidays events attendees; do
		cp $name.csv "$T/kept/$class-$name.csv"
	done
	[ $class != long ] || continue
	for subject in organisations people holidays events "attendees 2027-002"; do
		hear import $subject "${subject%% *}.csv"
		cat "$T/out" "$T/err" >"$T/kept/$class-${subject%% *}"
		a import $subject "${subject%% *}.csv" --update --format json
		cat "$T/out" >>"$T/kept/$class.json"
		cat "$T/err" >>"$T/heard"
		hear import $subject "${subject%% *}.csv" --doubtful=new
	done
	hear import attendees 2027-002 addresses.csv --map "$v"
	hear import attendees 2027-002 heads.csv
	hear import survey 2027-002 attendees.csv
	hear import survey 2027-002 heads.csv
	heard "import of $class"
	judge "import of $class: JSON" script "$T/kept/$class.json"
done
for subject in organisations people holidays events attendees; do
	# Rows that were left out are accounted for, none may stop the others.
	ok "the table of $subject was read" \
		grep -Eq '^[1-9][0-9]* rows: .* refused$' "$T/kept/text-$subject"
	ok "a table of $subject with NUL bytes is refused" \
		grep -q '^ateliers: ' "$T/kept/nul-$subject"
	ok "one with a cell without end is refused" \
		grep -q '^ateliers: ' "$T/kept/huge-$subject"
done
# Whatever is too long is cut or refuses its own row, it does not stop the others.
for subject in organisations people holidays events "attendees 2027-001"; do
	name=${subject%% *}
	"$program" event new title="À part" start_date=2027-04-01 --db "$T/$name.db" >"$T/out" 2>&1
	{ head -n 1 $name.csv && sed 1d "$T/kept/long-$name.csv" && sed -n '$p' "$T/kept/text-$name.csv"; } \
		>long.csv
	hear import $subject long.csv --db "$T/$name.db"
	cat "$T/err" >>"$T/out"
	ok "a row of $subject that is too long does not stop the others" \
		grep -Eq '^3 rows: [123] new' "$T/out"
done
printf 'Civilité;Nom;Prénom\nMadame la présidente du conseil citoyen;Un;Zoé\nMme;Deux;Zoé\n' >long.csv
for subject in people "attendees 2027-001"; do
	hear import $subject long.csv --doubtful=new --db "$T/${subject%% *}.db"
	cat "$T/err" >>"$T/out"
	ok "nor does a long civility, of $subject" grep -Eq '^2 rows: 2 new' "$T/out"
done
heard "import of what is too long"
value "$T/values/text/property"
cp people.csv "$(printf 'a\033[31m\n.csv')"
hear import people "$(printf 'a\033[31m\n.csv')"
{ cat "$T/values/text/property" && echo && cat "$T/values/text/colour" && echo; } >pasted
"$program" import attendees 2027-002 - <pasted >>"$T/heard" 2>&1
"$program" import attendees 2027-002 - <"$T/values/nul/inside" >>"$T/heard" 2>&1
heard "import of the rest"

# ---- to the terminal and to scripts ------------------------------------------------------------
"$program" event list --format json >"$T/kept/all.json" 2>"$T/err"
for what in "event list" "person list" "organisation list" "venue list" "room list" "cycle list" \
	"theme list" "kind list" "setting list" "history" "doctor" "attendee list 2027-001" \
	"attendee list 2027-002" "session list 2027-001" "speaker list 2027-001" \
	"partner list 2027-001" "event show 2027-001" "event show 2027-002" "check 2027-001" \
	"check 2027-002" "survey show 2027-002" "event thanks 2027-001" "history --event 2027-001" "report 2027"; do
	shown "$what"
done
"$program" person list --format csv >"$T/kept/csv" 2>"$T/err"
cp "$T/kept/csv" "$T/out"
csv "no value has become another one" \
	'any(r["last_name"].startswith("'"'"'); DROP TABLE attendee;--") for r in j)'
csv "nor has a line break stayed in a name" 'all("\n" not in r["last_name"] for r in j)'

# ---- to files ----------------------------------------------------------------------------------
# What stands anywhere but in the chosen folder, before and after.
outside() {
	find "$T" /tmp/ateliers-hostile* -path "$T/chosen" -prune -o -path "$T/kept" -prune -o \
		-path "$T/outside*" -prune -o -path "$T/state" -prune -o -print 2>/dev/null | sort
}
mkdir "$T/chosen"
a setting set output_folder "$T/chosen"
value "$T/values/text/component"
a event edit 2027-002 title="$v$v" audience="$v"
exits "an event may have any title" 0
: >"$T/ok"
outside >"$T/outside-before"
for choice in "" "--sessions" "--year 2027" "--event 2027-001" "--event 2027-002"; do
	"$program" calendar export $choice >"$T/kept/calendar.ics" 2>>"$T/heard"
	judge "calendar export $choice" calendar "$T/kept/calendar.ics"
done
ok "the calendar has every event with a day" sh -c '[ "$(grep -c "^BEGIN:VEVENT" "$1")" -gt 0 ]' - \
	"$T/kept/calendar.ics"
for number_of in 2027-001 2027-002; do
	hear invite $number_of --ics -o "$T/chosen/$number_of"
	(cd "$T/chosen/$number_of" && ls) >"$T/kept/names"
	judge "invitations of $number_of: names" names "$T/kept/names"
	judge "invitations of $number_of" calendar "$T/chosen/$number_of"/*.ics
	ok "invitations of $number_of: files and nothing else" \
		sh -c '[ -s "$1" ] && [ "$(find "$2" -type f | wc -l)" -eq "$(wc -l <"$1")" ]' - \
		"$T/kept/names" "$T/chosen/$number_of"
done
for paper in attendees sign-in programme convocations badges name-cards door-signs run-sheet questionnaire event-report; do
	for number_of in 2027-001 2027-002 $(sed -n 's/^ *"number": "\(2027-0[1-9][0-9]\)",$/\1/p' \
		"$T/kept/all.json" | awk 'NR % 20 == 1'); do
		# Nobody is registered for the events of a table: there is nobody to write to, nor a badge to print;
		# and the second event has no speaker and no room.
		case $paper:$number_of in
		convocations:2027-00[12] | badges:2027-00[12] | *:2027-001) ;;
		convocations:* | badges:* | name-cards:* | door-signs:*) continue ;;
		esac
		hear print $paper $number_of
		path=$(cat "$T/out")
		case $path in
		"$T/chosen/"*) ok "print $paper $number_of: in the chosen folder" test -s "$path" ;;
		*) ok "print $paper $number_of: in the chosen folder" false ;;
		esac
		if command -v pdftotext >/dev/null; then
			pdftotext -layout "$path" "$T/kept/paper.txt" 2>"$T/err"
			judge "print $paper $number_of: its text" paper "$T/kept/paper.txt"
			pdfinfo "$path" >"$T/kept/paper.txt" 2>"$T/err"
			judge "print $paper $number_of: its facts" paper "$T/kept/paper.txt"
		fi
	done
done
for number_of in 2027-001 2027-002; do
	"$program" print attendees $number_of --format csv -o "$T/chosen/list.csv" 2>>"$T/heard"
	judge "print attendees $number_of --format csv" list "$T/chosen/list.csv"
	"$program" print attendees $number_of --format csv --shared -o "$T/chosen/list.csv" 2>>"$T/heard"
	judge "print attendees $number_of --format csv --shared" list "$T/chosen/list.csv"
done
for ending in txt html; do
	"$program" print programme 2027-001 -o "$T/chosen/programme.$ending" 2>>"$T/heard"
	judge "print programme 2027-001, .$ending" paper "$T/chosen/programme.$ending"
	rm -f "$T/chosen/programme.$ending"
done
(cd "$T/chosen" && find . -type f -name '*.pdf') | sed 's/^\.\///' >"$T/kept/names"
judge "papers: names" names "$T/kept/names"
heard "files"
for name in $worst_values; do
	value "$T/values/$name"
	case $name in
	*/traversal) ;;
	*) hear calendar export -o "$T/chosen/new/$v" ;;
	esac
done
heard "names of files that cannot be"
outside >"$T/outside-after"
ok "nothing was written outside the chosen folder" \
	diff "$T/outside-before" "$T/outside-after"
cat "$T/ok" >"$T/out"

a undo
a redo
a history
judge "undo and redo leave a clean history" terminal "$T/out" "$T/err"
a doctor
exits "the database is sound after all of it" 0
finish
