#!/bin/sh
# Imports from the command line: the report, the exit codes, what is written and what is not.
. tests/cli/tap.sh

a event new title="Atelier" start_date=2027-01-15
cat >"$T/list.csv" <<'END'
Nom;Prénom;Structure;Adresse e-mail;Statut
Élan;Zoé;DDETS du Gard;zoe@ddets.example;inscrit
Diop;Awa;CAF du Gard;pas-une-adresse;inscrit
;;;;
;;Sans nom;;inscrit
END
a import attendees Atelier "$T/list.csv" --dry-run
exits "a dry run" 0
a attendee list Atelier --format json
json "writes nothing" 'j==[]'
a import attendees Atelier "$T/list.csv" --strict
exits "--strict with a refused row" 1
a attendee list Atelier --format json
json "writes nothing" 'j==[]'
a import attendees Atelier "$T/list.csv" --format json
exits "the good rows are taken" 0
json "one object, whose counts are the rows" '(j["new"],j["same"],j["changed"],j["doubtful"],j["refused"])==(2,0,0,0,1)'
json "problems have line, field, severity, message" 'all(set(p)=={"line","field","severity","message"} for p in j["problems"])'
json "an error is a refused row, by its line" '[p["line"] for p in j["problems"] if p["severity"]=="error"]==[5]'
json "a malformed address is a warning" 'any(p["severity"]=="warning" and p["line"]==3 for p in j["problems"])'
a attendee list Atelier --format json
json "two people" '[p["last_name"] for p in j]==["Diop","Élan"]'
a import attendees Atelier "$T/list.csv"
exits "again" 0
has "the report is on standard error" "2 already there" "$T/err"
ok "standard output is empty" test ! -s "$T/out"
a attendee list Atelier --format json
json "nobody twice" 'len(j)==2'
sed -i 's/Zoé;DDETS du Gard/Zoé;DDETS de l’Hérault/' "$T/list.csv"
a import attendees Atelier "$T/list.csv" --format json
json "changed values are told" 'j["changed"]==1'
a attendee list Atelier --format json
json "and left" '[p["organisation"] for p in j if p["last_name"]=="Élan"]==["DDETS du Gard"]'
a import attendees Atelier "$T/list.csv" --update --format json
a attendee list Atelier --format json
json "--update applies them" '[p["organisation"] for p in j if p["last_name"]=="Élan"]==["DDETS de l’Hérault"]'
a undo
a attendee list Atelier --format json
json "undo takes an import back whole" '[p["organisation"] for p in j if p["last_name"]=="Élan"]==["DDETS du Gard"]'

cat >"$T/secretary.csv" <<'END'
Nom;Prénom;Structure;Adresse e-mail
Puech;Noël;DDETS du Gard;zoe@ddets.example
END
a event new title="Deuxième"
a import attendees Deuxième "$T/secretary.csv" --format json
json "another name under the same address is doubtful" '(j["doubtful"],j["new"])==(1,0)'
a attendee list Deuxième --format json
json "and left out" 'j==[]'
a import attendees Deuxième "$T/secretary.csv" --doubtful=new
a attendee list Deuxième --format json
json "--doubtful=new makes somebody" '[p["last_name"] for p in j]==["Puech"]'
a import attendees Deuxième "$T/secretary.csv" --doubtful=maybe
exits "a decision that is none" 2

printf 'Zoé Élan <zoe@ddets.example>\nLoïc Vidal (CAF du Gard)\n' |
	"$program" import attendees Deuxième - --format json >"$T/out" 2>"$T/err"
code=$?
exits "a pasted list" 0
json "line by line" 'j["new"]==2'
a event new title="Troisième"
printf 'Inscrits :\n1.\302\240ÉLAN Zoé <z@essai.example>; PUJOL Anna <a@essai.example>;\n•\tmarc@essai.example (Marc Petit)\n- Léa ROUX, directrice, CAF du Gard,\n' |
	"$program" import attendees Troisième - --format json >"$T/out" 2>"$T/err"
json "recipients, bullets, numbers, a title" 'j["new"]==4 and j["refused"]==0'
a attendee list Troisième --format json
json "are read into the same fields" '[(p["last_name"],p["first_name"],p["email"],p["function"],p["organisation"]) for p in j]==[("ÉLAN","Zoé","z@essai.example",None,None),("Petit","Marc","marc@essai.example",None,None),("PUJOL","Anna","a@essai.example",None,None),("ROUX","Léa",None,"directrice","CAF du Gard")]'

printf 'titre;date_debut;date_fin;id\nUn;2020-05-12;;A\nDeux;2020-06-12;2020-06-01;B\nTrois;2020-99-99;;C\n' >"$T/events.csv"
a import events "$T/events.csv" --format json
json "events: an impossible date and an end before the start are refused" '(j["new"],j["refused"])==(1,2)'
a event list --year 2020 --format json
json "and the other is there, numbered by its year" '[(e["title"],e["number"]) for e in j]==[("Un","2020-001")]'
printf 'Nom;Prénom;Courriel\nRoux;Ève;eve@exemple.example\n' >"$T/people.csv"
a import people "$T/people.csv"
a person show eve@exemple.example
exits "people" 0
printf 'Nom;Sigle\nUne association;UA\n' >"$T/organisations.csv"
a import organisations "$T/organisations.csv"
a organisation show UA
exits "organisations" 0
printf 'nom;premier_jour;dernier_jour\nVacances d’hiver;2027-02-13;2027-02-28\n' >"$T/holidays.csv"
a import holidays "$T/holidays.csv" --format json
json "holidays" 'j["new"]==1'

a import attendees Atelier "$T/nothing.csv"
exits "a file that is not there" 1
has "is named" "nothing.csv" "$T/err"
printf 'PK\003\004' >"$T/sheet.xlsx"
a import attendees Atelier "$T/sheet.xlsx"
exits "a spreadsheet that was cut short" 1
has "is said so" "sheet.xlsx”: This spreadsheet is damaged or cut short" "$T/err"
a import people "$T"
exits "a folder" 1
a import attendees "nothing like it" "$T/list.csv"
exits "an event that is not there" 1
a import holidays "$T/holidays.csv" --doubtful=new
exits "an option that holidays have not" 2
# ---- a file that is a list of people -------------------------------------------------------------
printf 'Zoé ÉLAN <zoe@liste.example>; CCAS de Sète\nPaul Martin <paul@liste.example>; Ville de Nîmes, service jeunesse\n' >"$T/liste.txt"
a import people "$T/liste.txt"
exits "a file of addresses is read as a pasted list" 0
a person list --filter liste.example --format json
json "with names, addresses and organisations" 'sorted((p["last_name"],p["organisation"]) for p in j)[1]==("ÉLAN","CCAS de Sète") and len(j)==2'
printf 'Titre;Ville\na;b\n' >"$T/titres.csv"
a import people "$T/titres.csv"
has "a table without names is none" "no column of this table holds names" "$T/err"
finish
