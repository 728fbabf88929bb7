#!/bin/sh
# A table that registers more people than there are seats.
. tests/cli/tap.sh

a event new title="Journée" start_date=2027-01-15 seat_limit=4 organisation_quota=2
E=2027-001
cat >"$T/form.csv" <<'END'
Horodateur;Nom;Prénom;Courriel;Organisme
05/11/2026 10:00;Un;Ève;un@essai.example;Mairie de Sète
02/11/2026 10:00;Deux;Ève;deux@essai.example;Mairie de Sète
03/11/2026 10:00;Trois;Ève;trois@essai.example;Ville de Mende
04/11/2026 10:00;Quatre;Ève;quatre@essai.example;MAIRIE DE SETE
06/11/2026 10:00;Cinq;Ève;cinq@essai.example;
06/11/2026 11:00;Six;Ève;six@essai.example;CAF
END
a import attendees $E "$T/form.csv" --dry-run --format json
json "a dry run counts who will wait" 'j["new"]==6 and j["waiting"]==2 and j["beyond_seats"]==0'
a import attendees $E "$T/form.csv"
has "the report counts them" "2 people go onto the waiting list; --over registers all" "$T/err"
has "and names each with place and reason" "line 2: Un Ève · Mairie de Sète: waiting list, no. 1: the organisation has as many seats as it may" "$T/err"
has "and the next" "line 7: Six Ève · CAF: waiting list, no. 2: full" "$T/err"
a attendee list $E --format json
json "seats go in the order of the form, not of the rows" '{p["last_name"]:(p["status"],p["waiting_position"]) for p in j}=={"Un":("waiting",1),"Deux":("registered",None),"Trois":("registered",None),"Quatre":("registered",None),"Cinq":("registered",None),"Six":("waiting",2)}'
json "with the reason" '[p["waiting_reason"] for p in j if p["last_name"]=="Six"]==["full"]'
json "numbers go by rows" '[p["number"] for p in sorted(j,key=lambda p:int(p["number"]))]==["1","2","3","4","5","6"]'
a import attendees $E "$T/form.csv" --format json
json "again: nobody moves" 'j["same"]==6 and j["waiting"]==0'
a undo
a attendee list $E --format json
json "undo takes all back" 'j==[]'

# ---- on purpose --------------------------------------------------------------------------------
a import attendees $E "$T/form.csv" --over
has "beyond the seats on purpose, it is said, and of whom" "warning: 3 people get seats beyond those there are: Un Ève · Mairie de Sète; Cinq Ève; Six Ève · CAF" "$T/err"
a attendee list $E --status registered --format json
json "everybody is registered" 'len(j)==6'
a undo
a import attendees $E "$T/form.csv" --over --format json
json "and to scripts, with the line and why there was no seat" 'len(j["beyond"])==j["beyond_seats"] and [(b["line"],b["title"],b["reason"]) for b in j["beyond"]][-1]==(7,"Six Ève · CAF","full")'
a undo
{ cat "$T/form.csv"; for n in $(seq 10 24); do echo "07/11/2026 10:00;N$n;Ève;n$n@essai.example;"; done; } >"$T/many.csv"
a import attendees $E "$T/many.csv" --over --dry-run
has "of very many the first ten" "N16 Ève and 8 others" "$T/err"
a import attendees $E "$T/many.csv" --over --dry-run --format json
json "but all to scripts" 'len(j["beyond"])==j["beyond_seats"]==18'
a import attendees $E "$T/form.csv" --format json
json "nobody when nobody is let past" 'j["beyond"]==[]'
a undo

# ---- behind those who wait, and a table without instants ---------------------------------------
a attendee add $E last_name=A organisation=X
a attendee add $E last_name=B organisation=X
a attendee add $E last_name=C organisation=X
a attendee add $E last_name=D organisation=Z
a event edit $E organisation_quota=4
printf 'Nom;Organisme\nNouveau;Y\n' >"$T/list.csv"
a import attendees $E "$T/list.csv"
has "nobody passes who waits already" "waiting list, no. 2: others have been waiting longer" "$T/err"

# ---- what a row says of its status -------------------------------------------------------------
a event new title="Deux" start_date=2027-02-15 seat_limit=1
E=2027-002
printf 'Nom;Courriel;Statut\nUn;1@x.example;inscrit\nDeux;2@x.example;inscrit\nTrois;3@x.example;liste d’attente\nQuatre;4@x.example;\n' >"$T/said.csv"
a import attendees $E "$T/said.csv" --format json
json "a status that is said stands, and it is counted" 'j["beyond_seats"]==1 and j["waiting"]==2'
a attendee list $E --format json
json "as said" '{p["last_name"]:(p["status"],p["waiting_position"],p["waiting_reason"]) for p in j}=={"Un":("registered",None,None),"Deux":("registered",None,None),"Trois":("waiting",1,None),"Quatre":("waiting",2,"full")}'

# ---- updates -----------------------------------------------------------------------------------
printf 'Nom;Courriel;Statut;Fonction\nUn;1@x.example;liste d’attente;maire\nDeux;2@x.example;désisté;\nTrois;3@x.example;inscrit;\nQuatre;4@x.example;;agent\n' >"$T/update.csv"
a import attendees $E "$T/update.csv" --update
exits "an update" 0
has "takes no seat from who has one" "“on the waiting list” is not taken over: the registration stays “registered”" "$T/err"
cp "$T/err" "$T/first"
has "and gives none to who waits" "“registered” is not taken over: who waits gets a seat from the waiting list" "$T/err"
a attendee list $E --format json
ok "an empty cell says nothing" sh -c '! grep -q "line 5:" "$1"' - "$T/first"
json "what else it says is taken over" '{p["last_name"]:(p["status"],p["function"]) for p in j}=={"Un":("registered","maire"),"Deux":("cancelled",None),"Trois":("waiting",None),"Quatre":("waiting","agent")}'
a event new title="Trois" start_date=2027-03-15 seat_limit=1
E=2027-003
a attendee add $E last_name=Un
a attendee add $E last_name=Deux email=2@y.example status=invited
a attendee add $E last_name=Trois email=3@y.example status=invited
printf 'Nom;Courriel;Statut\nDeux;2@y.example;inscrit\nTrois;3@y.example;liste d’attente\n' >"$T/invited.csv"
a import attendees $E "$T/invited.csv" --update
a attendee list $E --format json
json "somebody invited who registers takes no seat that there is not" '{p["last_name"]:(p["status"],p["waiting_position"]) for p in j}=={"Un":("registered",None),"Deux":("waiting",1),"Trois":("waiting",2)}'
a undo
a import attendees $E "$T/invited.csv" --update --over
a attendee list $E --format json
json "but on purpose" '[p["status"] for p in j if p["last_name"]=="Deux"]==["registered"]'

# ---- speakers, doubtful rows -------------------------------------------------------------------
a event new title="Quatre" start_date=2027-04-15 seat_limit=2
E=2027-004
printf 'Nom;Prénom;Courriel;part\nUn;Léa;m@essai.example;participant\nDeux;Paul;m@essai.example;participant\nTrois;Max;max@essai.example;intervenant\nQuatre;Ida;ida@essai.example;participant\n' >"$T/parts.csv"
a import attendees $E "$T/parts.csv" part=part --format json
json "speakers take none, and a row that is left out takes none" 'j["doubtful"]==1 and j["waiting"]==0'
a undo
a import attendees $E "$T/parts.csv" part=part --doubtful=new
a attendee list $E --status waiting --format json
json "once it is decided it does" '[p["last_name"] for p in j]==["Quatre"]'
finish
