#!/bin/sh
# A seat that frees: announced, or given to the waiting list in the same gesture.
. tests/cli/tap.sh

# fill EVENT WHO:ORGANISATION...
fill() {
	fill_event=$1
	shift
	for who in "$@"; do
		a attendee add "$fill_event" last_name="${who%%:*}" organisation="${who#*:}"
	done
}

# ---- by hand, the usual way --------------------------------------------------------------------
a event new title="Journée" start_date=2027-01-15 seat_limit=2 organisation_quota=1
E=2027-001
fill $E Un:A Deux:B Trois:A Quatre:C Cinq:D
a attendee set $E Deux status=cancelled
has "a seat that is free is announced" "a seat is free: it is the turn of Quatre (no. 2 of the waiting list; 1 before is of an organisation that has its share)" "$T/err"
a attendee list $E --format json
json "and nobody takes it" '[p["last_name"] for p in j if p["status"]=="registered"]==["Un"]'
a check $E --format json
json "the checks say so as well" 'any(p["code"]=="seat_free" and "Quatre" in p["message"] for p in j)'
a attendee promote $E
a attendee list $E --format json
json "why somebody passed others stays on record" '[p["waiting_reason"] for p in j if p["last_name"]=="Quatre"]==["no. 2 of the waiting list; 1 before is of an organisation that has its share"]'
a check $E --format json
json "nothing is free any longer" 'not any(p["code"]=="seat_free" for p in j)'

# ---- by itself ---------------------------------------------------------------------------------
a setting set waiting_promotion=sometimes
exits "only what is offered" 1
has "and it is said what that is" "by_hand, by_itself" "$T/err"
a setting set waiting_promotion=by_itself
a event new title="Rencontre" start_date=2027-02-15 seat_limit=2 organisation_quota=1 registration_deadline=2027-02-01
E=2027-002
fill $E Un:A Deux:B Trois:A Quatre:C Cinq:D Six:E
a attendee set $E Deux status=cancelled --dry-run
has "a dry run says who would have it" "1 seat went to the waiting list; tell Quatre (no. 2" "$T/err"
a attendee list $E --status registered --format json
json "and gives nothing" '[p["last_name"] for p in j]==["Deux","Un"]'
a attendee set $E Deux status=cancelled
has "the next within the rules is registered, and it is said" "1 seat went to the waiting list; tell Quatre (no. 2 of the waiting list; 1 before is of an organisation that has its share)" "$T/err"
a attendee list $E --format json
json "never beyond the limit" 'sum(p["status"]=="registered" for p in j)==2'
json "with the reason on record" '[(p["status"],p["waiting_position"]) for p in j if p["last_name"]=="Quatre"]==[("registered",None)]'
a undo
a attendee list $E --format json
json "undo takes both back" '{p["last_name"]:(p["status"],p["waiting_position"]) for p in j if p["last_name"] in ("Deux","Quatre")}=={"Deux":("registered",None),"Quatre":("waiting",2)}'
a redo
a attendee list $E --format json
json "redo does both again" '{p["last_name"]:p["status"] for p in j if p["last_name"] in ("Deux","Quatre")}=={"Deux":"cancelled","Quatre":"registered"}'
a attendee remove $E Un
has "a deletion frees one" "Trois (first of the waiting list)" "$T/err"
a event edit $E seat_limit=4
has "a higher limit frees several" "2 seats went to the waiting list; tell Cinq (first of the waiting list), Six (first of the waiting list)" "$T/err"
a attendee add $E last_name=Sept organisation=C
a event edit $E organisation_quota=
a attendee list $E --status waiting --format json
json "a wider share alone gives none where all is full" 'len(j)==1'
a event edit $E seat_limit=
has "no limit any more" "Sept" "$T/err"

# ---- who is sent back, who may not -------------------------------------------------------------
a event new title="Retour" start_date=2027-03-15 seat_limit=1
E=2027-003
fill $E Un:A
a attendee set $E Un status=waiting
a attendee list $E --format json
json "who is sent to the list does not come back at once" 'j[0]["status"]=="waiting"'
fill $E Deux:B
a event edit $E seat_limit=3
a attendee list $E --status registered --format json
json "but with the next seats" '[p["last_name"] for p in j]==["Deux","Un"]'

# ---- not any more ------------------------------------------------------------------------------
a event new title="Close" start_date=2027-04-15 seat_limit=1 registration_deadline=2026-11-22
E=2027-004
fill $E Un:A Deux:B
a attendee set $E Un status=cancelled
has "after the last day of registration it is announced alone" "a seat is free: it is the turn of Deux" "$T/err"
a event new title="Aujourd’hui" start_date=2026-11-23 seat_limit=1
E=2026-001
fill $E Un:A Deux:B
a attendee set $E Un status=cancelled
a attendee list $E --status registered --format json
json "nor once the event has begun" 'j==[]'
a event new title="Annulé" start_date=2027-05-15 seat_limit=1
E=2027-005
fill $E Un:A Deux:B
a event cancel $E
a attendee set $E Un status=cancelled
a attendee list $E --status registered --format json
json "nor of an event that is cancelled" 'j==[]'

# ---- by way of the directory -------------------------------------------------------------------
a event new title="Doublon" start_date=2027-06-15 seat_limit=2
E=2027-006
a person new last_name=Durand first_name=Paul organisation=A
a person new last_name=Durand first_name=Paule organisation=A
a attendee add $E "Paul Durand"
a attendee add $E "Paule Durand"
fill $E Trois:C
a person merge "Paul Durand" "Paule Durand"
a attendee list $E --format json
json "two who become one leave a seat" 'sorted((p["last_name"],p["status"]) for p in j if p["status"]=="registered")==[("Durand","registered"),("Trois","registered")]'
finish
