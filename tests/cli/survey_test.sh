#!/bin/sh
# Satisfaction from a form's export: the measured case of a day with 160 registered, 7 walk-ins, 127
# present and 76 replies (59.8 %), and what is not kept of them.
. tests/cli/tap.sh
export ATELIERS_DB="$T/a.db"
a event new title="Journée Élan" start_date=2026-11-23 start_time=9h end_time=17h
E=2026-001
{
	echo "Nom;Prénom"
	for i in $(seq 160); do echo "Inscrit$i;Zoé"; done
} >"$T/people.csv"
a import attendees $E "$T/people.csv"
seq 120 >"$T/came"
"$program" checkin $E --half-day 2026-11-23-am --stdin <"$T/came" >"$T/out" 2>"$T/err"
for i in 1 2 3 4 5 6 7; do
	a attendee add $E last_name="Passant$i" origin=walk_in
done
seq 161 167 >"$T/came"
"$program" checkin $E --half-day 2026-11-23-am --stdin <"$T/came" >"$T/out" 2>"$T/err"
a event show $E --format json
json "127 are present" 'j["present"]==127'
{
	printf '\357\273\277"Horodateur";"Adresse e-mail";"Nom et prénom";"Téléphone";"Votre avis sur la journée";"Le rythme";"De 0 à 10";"Remarques"\r\n'
	for i in $(seq 76); do
		case $((i % 4)) in
		0) opinion="Très satisfaisant" rhythm="Bon" mark=10 remark="" ;;
		1) opinion="Satisfaisant" rhythm="Très bon" mark=7 remark="Merci !" ;;
		2) opinion="Peu satisfaisant" rhythm="Moyen" mark=4 remark="Trop long, dit Zoé Élan" ;;
		3) opinion="Satisfaisant" rhythm="" mark=8 remark="=1+1" ;;
		esac
		printf '"23/11/2026 18:%02d:00";"p%d@x.example";"Élan Zoé %d";"04 67 12 34 56";"%s";"%s";"%s";"%s"\r\n' \
			$((i % 60)) $i $i "$opinion" "$rhythm" "$mark" "$remark"
	done
} >"$T/survey.csv"
a import survey $E "$T/survey.csv" --dry-run
exits "a trial" 0
a survey show $E --format json
json "keeps nothing" 'j["replies"]==0 and j["questions"]==[]'
a import survey $E "$T/survey.csv" --format json
exits "a form’s export" 0
json "76 replies" 'j["new"]==76'
json "and who replied is left out" 'any("4 columns" in p["message"] for p in j["problems"])'
a survey show $E --format json
json "of 127 present are 59.8 %" '(j["replies"],j["present"],j["response_rate"])==(76,127,59.8)'
json "scales are recognised" '[q["scale"] for q in j["questions"]]==["satisfaction","quality","out_of_10",None]'
json "and counted in their order" '[c["count"] for c in j["questions"][0]["counts"]]==[19,38,0,19,0]'
json "an answer that is missing is none" 'j["questions"][1]["answers"]==57'
json "marks have a mean" 'j["questions"][2]["mean"]==7.25'
json "remarks that say the same are counted together" '{c["answer"]:c["count"] for c in j["questions"][3]["counts"]}["Merci !"]==19'
a survey show $E
has "people read shares" "50 %"
has "and the rate" "76 replies of 127 present: 59.8 %" "$T/err"
a survey show $E --format csv
csv "spreadsheets have a line for each answer" 'len(j)==24 and j[0]["question"]=="Votre avis sur la journée"'
for secret in x.example "04 67" "Élan Zoé" "18:0"; do
	ok "nothing of “$secret” is in the file" sh -c "! grep -qa '$secret' '$T/a.db' '$T/a.db-wal'"
done
a import survey $E "$T/survey.csv" --format json
json "the same file adds nothing" '(j["new"],j["same"])==(0,76)'
a survey erase $E élan --dry-run
has "a trial of erasing counts" "19 remarks erased" "$T/err"
a survey erase $E élan
exits "remarks that name somebody are erased" 0
a survey show $E --format json
json "the replies stay" 'j["replies"]==76 and len(j["questions"][3]["counts"])==2'
ok "and nothing of them is in the file" sh -c "! grep -qa 'Trop long' '$T/a.db' '$T/a.db-wal'"
a import survey $E "$T/survey.csv" --format json
json "the file does not bring them back" '(j["new"],j["same"])==(0,76)'
a survey erase $E élan
exits "a second time there is none" 1
a survey delete $E
exits "a survey is deleted" 0
a survey show $E --format json
json "all of it" 'j["replies"]==0 and j["questions"]==[]'
a survey delete $E
exits "once" 1
a undo
a survey show $E --format json
json "and undo brings it back" 'j["replies"]==76'
printf 'Nom;Courriel\nÉlan;zoe@x.example\n' >"$T/names.csv"
a import survey $E "$T/names.csv"
exits "a table of names is no survey" 1
a import survey $E "$T/survey.csv" "Le rythme=ignore" --format json
json "a column may be left out, and then its replies are others" 'j["new"]==57'
a import survey $E "$T/survey.csv" "Rien=ignore"
exits "one that the table lacks" 2

# ---- names under headings that registrations do not have ----------------------------------------
a event new title="Deuxième journée" start_date=2026-11-24 start_time=9h end_time=12h
a attendee add 2026-002 first_name=Zoé last_name=Élan
a attendee add 2026-002 first_name=Max last_name=Bosc
printf '%s\n' 'Nom complet,Qui êtes-vous ?,"Nom, prénom (facultatif)",Le nom de la salle était-il clair ?,Note' \
	'Zoé Élan,ÉLAN Zoé,Zoé,Oui,5' 'Max Bosc,Max Bosc,,Plutôt,4' 'Ana Roux,,Ana,Non,3' >"$T/names.csv"
a import survey 2026-002 "$T/names.csv"
exits "a form that asks for names in its own words is taken" 0
has "and says what it leaves out" "3 columns are left out" "$T/err"
a survey show 2026-002 --format json
json "no name of who replied is kept" 'not any(w in str(j) for w in ("Zoé","Max","Ana","Roux"))'
json "a question about a name is" '"salle" in str(j)'
a doctor
exits "all of it is sound" 0
finish
