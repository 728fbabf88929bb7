#!/bin/sh
# Half-days: made by the programme, adjusted by people, typed where there is no programme; presence on them.
. tests/cli/tap.sh

a event new title="Journée" start_date=2027-01-15 start_time=9h end_time=17h
E=2027-001
a half-day list $E --format json
json "made by the times of the day" '[(h["half_day"],h["part"],h["start_time"],h["end_time"],h["counts_as"],h["adjusted"]) for h in j]==[("2027-01-15-am","am","09:00","13:00",1,False),("2027-01-15-pm","pm","13:00","17:00",1,False)]'
a half-day set $E 2027-01-15-pm end_time=15h counts_as=½
exits "adjusted" 0
a half-day list $E --format json
json "as typed, and marked as such" '[(h["end_time"],h["counts_as"],h["adjusted"]) for h in j][1]==("15:00",0.5,True)'
a event edit $E start_time=8h end_time=18h
a half-day list $E --format json
json "the programme does not make it again" '[(h["start_time"],h["end_time"]) for h in j]==[("09:00","13:00"),("13:00","15:00")]'
a half-day set $E "15/01/2027 après-midi" counts_as=0 --dry-run
a half-day list $E --format json
json "a dry run changes nothing" 'j[1]["counts_as"]==0.5'
a half-day set $E 2027-01-15-pm part=am
exits "a part that is there already" 1
a half-day set $E 2027-01-15-pm start_time=16h
exits "an end before the start" 1
a half-day set $E 2027-01-15-pm counts_as=3
exits "what it cannot count as" 1
a half-day set $E 2027-01-15-eve counts_as=1
exits "one that is not there" 1
has "those there are, are named" "2027-01-15-am, 2027-01-15-pm" "$T/err"
a half-day set $E demain counts_as=1
exits "no half-day" 1
a half-day add $E 2027-01-15-eve start_time=18h30 end_time=20h
a half-day list $E --format json
json "one more" '[h["part"] for h in j]==["am","pm","eve"]'
a half-day add $E "ven. 15 janvier 2027 soirée"
exits "not twice" 1
a half-day delete $E 2027-01-15-eve
a half-day delete $E 2027-01-15-am
a half-day list $E --format json
json "deleted, and not made again" '[h["part"] for h in j]==["pm"]'
a half-day delete $E 2027-01-15-pm
exits "the only one of a programme stays" 1
a undo
a half-day list $E --format json
json "undone" '[h["part"] for h in j]==["am","pm"]'
a half-day set $E 2027-01-15-am adjusted=no
a half-day set $E 2027-01-15-pm adjusted=no
a half-day list $E --format json
json "given back to the programme" '[(h["start_time"],h["end_time"],h["counts_as"],h["adjusted"]) for h in j]==[("08:00","13:00",1,False),("13:00","18:00",1,False)]'

# ---- a kind without a programme ----------------------------------------------------------------
a kind new name="Accompagnement individualisé" report_heading=individual_support has_programme=no
a event new title="Appui à Lodève" kind="Accompagnement individualisé" start_date=2027-02-02
E=2027-002
a half-day list $E --format json
json "nothing is taken for granted" 'j==[]'
a half-day add $E 2027-02-02-pm start_time=14h end_time=16h
a half-day add $E 2027-02-09-am counts_as=½
a half-day add $E "4/3/2027 matin"
a half-day list $E --format json
json "half-days typed directly, on days apart" '[(h["half_day"],h["counts_as"]) for h in j]==[("2027-02-02-pm",1),("2027-02-09-am",0.5),("2027-03-04-am",1)]'
a event show $E --format json
json "the event has those days" 'j["start_date"]=="2027-02-02" and j["end_date"]=="2027-03-04" and [d["date"] for d in j["days"]]==["2027-02-02","2027-02-09","2027-03-04"]'
a half-day delete $E 2027-02-09-am
a event show $E --format json
json "a day goes with its only half-day" '[d["date"] for d in j["days"]]==["2027-02-02","2027-03-04"]'
a event edit $E notes="x"
a half-day list $E --format json
json "and nothing is made again" 'len(j)==2'
a event edit $E start_time=9h end_time=12h
a event new title="Appui daté" kind="Accompagnement individualisé" start_date=2027-04-06 start_time=9h end_time=12h
a half-day list 2027-003 --format json
json "times say enough" '[h["part"] for h in j]==["am"]'

# ---- presence on them --------------------------------------------------------------------------
E=2027-002
a attendee add $E last_name=Maire organisation="Ville de Lodève"
a attendee add $E last_name=Intervenante part=speaker
a attendee add $E last_name=Équipe part=staff
a attendee add $E last_name=Organisatrice part=organiser
a checkin $E --half-day 2027-02-02-pm Maire Intervenante Équipe Organisatrice
exits "whatever their part, all can be marked" 0
a half-day list $E --format json
json "and all are in the room" 'j[0]["present"]==4 and j[1]["present"]==0'
a attendee list $E --half-day 2027-02-02-pm --format json
json "each with presence" 'all(p["presence"]=="present" for p in j)'
a event show $E --format json
json "of the event, those who are counted" 'j["present"]==1'
a half-day delete $E 2027-02-02-pm
exits "a half-day with marks stays" 1
has "it can count as 0" "count as 0" "$T/err"

# ---- excused beforehand, represented -----------------------------------------------------------
a event new title="Cycle" days="2027-03-02; 2027-03-16; 2027-04-13" start_time=9h end_time=17h
E=2027-004
a attendee add $E last_name=Élan
a attendee add $E last_name=Roux
a checkin $E --half-day 2027-03-16-am --state excused Élan
exits "excused long before the day" 0
a checkin $E --half-day all --state excused Roux --format json
json "for all half-days at once" 'len(j)==6 and {r["half_day"] for r in j}=={"2027-03-02-am","2027-03-02-pm","2027-03-16-am","2027-03-16-pm","2027-04-13-am","2027-04-13-pm"}'
a attendee list $E --half-day 2027-03-16-am --format json
json "it stands there" '{p["last_name"]:p["presence"] for p in j}=={"Élan":"excused","Roux":"excused"}'
a checkin $E --half-day 2027-03-16-am --by "Jeanne Petit" Élan
a attendee list $E --half-day 2027-03-16-am --format json
json "then represented: who came is counted" '{p["last_name"]:p["presence"] for p in j}=={"Élan":"represented","Roux":"excused","Petit":"present"}'
a checkin $E --half-day 2027-03-16-am Roux
a attendee list $E --half-day 2027-03-16-am --format json
json "who comes all the same is present" '[p["presence"] for p in j if p["last_name"]=="Roux"]==["present"]'
a checkin $E --half-day all --sheet last 1 p
exits "a sheet is of one half-day" 2
finish
