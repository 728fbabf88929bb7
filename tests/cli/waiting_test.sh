#!/bin/sh
# Seats, seats kept for small sites, the share of an organisation, and the waiting list.
. tests/cli/tap.sh
a event new title="Atelier" start_date=2027-01-15 start_time=9h end_time=17h seat_limit=4 small_site_seats=1 organisation_quota=2
E=2027-001
a organisation new name="Ville de Mende" small_site=yes
for i in 1 2; do a attendee add $E last_name="Un$i" organisation="Grande métropole"; done
a attendee add $E last_name=Un3 organisation="Grande métropole"
has "beyond the share of an organisation one waits, and is told" "waiting list, no. 1: the organisation has as many seats as it may" "$T/err"
a attendee add $E last_name=Deux organisation="DDETS du Gard"
exits "another organisation gets a seat" 0
a attendee list $E --format json
json "of four seats three are taken" '[p["status"] for p in j].count("registered")==3'
a attendee add $E last_name=Trois organisation="CAF de l’Aude"
has "the last seat is kept for small sites" "no. 2: the seats left are kept for small sites" "$T/err"
a attendee add $E last_name=Petit organisation="Ville de Mende"
a attendee list $E --format json
json "one of which takes it" '[p["status"] for p in j if p["last_name"]=="Petit"]==["registered"]'
a attendee add $E last_name=Quatre organisation="Ville de Mende"
has "then it is full" "no. 3: full" "$T/err"

# ---- promotion ---------------------------------------------------------------------------------
a attendee promote $E
exits "nobody can have a seat" 1
a attendee set $E 4 status=cancelled cancel_reason="empêchée"
a attendee promote $E
exits "a seat is free: the first who may have it" 0
has "and it is said why" "no. 2 of the waiting list; 1 before is of an organisation that has its share" "$T/err"
has "and whom they pass" "waiting longer: Un3" "$T/err"
a attendee list $E --format json
json "Trois has it" '[p["status"] for p in j if p["last_name"]=="Trois"]==["registered"]'
json "and no place in the list" '[p["waiting_position"] for p in j if p["last_name"]=="Trois"]==[None]'
a attendee set $E 6 status=cancelled
a attendee promote $E Un3
exits "the share is not passed without a reason" 1
has "which is asked for" "reason" "$T/err"
a attendee promote $E Un3 --reason "demande de la préfecture"
exits "with a reason it is" 0
a attendee list $E --format json
json "and the reason stays" '[p["waiting_reason"] for p in j if p["last_name"]=="Un3"]==["demande de la préfecture"]'
a undo
a attendee list $E --format json
json "undo puts her back where she was" '[(p["status"],p["waiting_position"]) for p in j if p["last_name"]=="Un3"]==[("waiting",1)]'
a attendee promote $E 1
exits "somebody who has a seat" 1

# ---- what else ---------------------------------------------------------------------------------
a event new title="Libre" start_date=2027-02-15
a attendee add 2027-002 last_name=Un organisation=X
a attendee list 2027-002 --format json
json "without limits nobody waits" 'j[0]["status"]=="registered"'
a attendee promote 2027-002
exits "nobody waits" 1
a event new title="Petit" start_date=2027-03-15 seat_limit=1
a attendee add 2027-003 last_name=Un
a attendee add 2027-003 last_name=Deux
a attendee add 2027-003 last_name=Trois
a attendee set 2027-003 1 status=cancelled
a attendee add 2027-003 last_name=Quatre
has "a new one does not pass those who wait" "no. 3: others have been waiting longer" "$T/err"
a attendee add 2027-003 last_name=Cinq part=staff
a attendee list 2027-003 --format json
json "staff takes no seat" '[p["status"] for p in j if p["last_name"]=="Cinq"]==["registered"]'
a attendee set 2027-003 3 status=registered
exits "nobody passes others by another way" 1
has "and who is passed is named" "waiting longer (Deux)" "$T/err"
a attendee promote 2027-003 3 --reason "demande du maire"
exits "by exception" 0
has "whom they pass is told" "waiting longer: Deux" "$T/err"
a attendee list 2027-003 --format json
json "with the reason on record while they have the seat" '[p["waiting_reason"] for p in j if p["last_name"]=="Trois"]==["demande du maire"]'
a attendee set 2027-003 3 status=cancelled
a attendee list 2027-003 --format json
json "and no longer" '[p["waiting_reason"] for p in j if p["last_name"]=="Trois"]==[None]'
a undo
a undo
a attendee set 2027-003 3 status=registered waiting_reason="demande du maire"
exits "without a reason" 0
a undo
a attendee set 2027-003 2 status=registered
exits "who is next may have the seat by any way" 0
a attendee set 2027-003 3 status=registered waiting_reason="demande du maire"
exits "but never beyond the limit" 1
a attendee set 2027-003 3 status=declined
a attendee list 2027-003 --format json
json "nor a reason for waiting" '[p["waiting_reason"] for p in j if p["last_name"] in ("Deux","Trois")]==[None,None]'
json "who leaves the list has no place in it" '[p["waiting_position"] for p in j if p["last_name"] in ("Deux","Trois")]==[None,None]'
a attendee promote 2027-003
exits "never beyond the limit" 1
a event cancel 2027-003
a attendee set 2027-003 2 status=cancelled
ok "of an event that is cancelled nobody's turn is told" \
	sh -c '! grep -qi "a seat is free" "$1"' - "$T/err"
a check 2027-003
ok "nor found among its problems" sh -c '! grep -qi "a seat is free" "$1"' - "$T/out"
# ---- ranks -------------------------------------------------------------------------------------
a event new title="Rangs" start_date=2027-05-15 seat_limit=1
R=$(sed -n 's/.*\(2027-[0-9]*\).*/\1/p' "$T/out" "$T/err" | head -n 1)
for name in Un Deux Trois Quatre; do a attendee add $R last_name=$name; done
has "three of them wait" "no. 3: full" "$T/err"
a attendee set $R 2 status=cancelled
a attendee add $R last_name=Cinq
has "a rank counts those who wait now" "no. 3: full" "$T/err"
printf 'Nom;Prénom\nSix;Ève\n' >"$T/six.csv"
a import attendees $R "$T/six.csv" --dry-run --format json
has "in an import too" "no. 4" "$T/out"
finish
