#!/bin/sh
# The seven checks that case law asks of sign-in sheets and certificates: each is silent on good data and
# tells of data made for it. They are (a) a speaker in two places, (b) a public holiday, (c) more people
# than the room holds, (d) no speaker, date or place, (e) not as announced, (f) presence typed in one
# batch afterwards, (g) a certificate beyond presence.
. tests/cli/tap.sh
at() {
	ATELIERS_NOW=$1
	export ATELIERS_NOW
}

# told NAME CODE: the last check tells of it; silent NAME: of none of the seven.
seven='["speaker_overlap","speaker_elsewhere","public_holiday","present_beyond_room","no_speaker","no_date","no_place","differs_from_announcement","presence_batch","certificate_beyond_presence"]'
told() {
	a check "$E" --format json
	json "$1" "[p['code'] for p in j if p['code'] in $seven]==['$2']"
}
silent() {
	a check "$E" --format json
	json "$1" "[p['code'] for p in j if p['code'] in $seven]==[]"
}

a venue new name="Maison" town=Nîmes department=30
a room new name="Petite salle" venue=Maison capacity=3
a room new name="Grande salle" venue=Maison capacity=100
a person new first_name=Zoé last_name=Élan
a person new first_name=Ali last_name=Bey
a event new title="Journée" start_date=2027-01-15 start_time=9h end_time=17h venue=Maison
E=2027-001
a session new $E title="Ouverture" kind=talk start_time=9h end_time=12h room="Petite salle"
a session new $E title="Santé" kind=talk start_time=14h end_time=16h room="Grande salle"
a speaker add $E "Zoé Élan" session=Ouverture state=confirmed
a speaker add $E "Ali Bey" session=Santé state=confirmed
a event announce $E
silent "a sound event says nothing of the seven"

a speaker add $E "Zoé Élan" session=Santé state=confirmed
a session edit $E Santé start_time=11h
a event announce $E
told "(a) a speaker in two sessions at once" speaker_overlap
a undo
a undo
a undo
silent "taken back, nothing more is said"
a event new title="Ailleurs" start_date=2027-01-15 start_time=9h end_time=12h venue=Maison status=announced
a session new 2027-002 title="Autre" kind=talk start_time=9h end_time=11h
a speaker add 2027-002 "Zoé Élan" session=Autre state=confirmed
told "(a) a speaker at another event" speaker_elsewhere
a event edit 2027-002 status=cancelled
silent "not at one that is cancelled"

a event new title="Mai" start_date=2027-05-01 start_time=9h end_time=12h venue=Maison
E=2027-003
a session new $E title="Ouverture" kind=talk start_time=9h end_time=12h
a speaker add $E "Zoé Élan" session=Ouverture state=confirmed
told "(b) a public holiday" public_holiday
a event edit $E start_date=2027-05-15
silent "a Saturday is none"

a session new $E title="Clôture" kind=talk start_time=11h30 end_time=12h
told "(d) no speaker" no_speaker
a undo
a event edit $E venue=
told "(d) no place" no_place
a undo
a event new title="Sans date" start_date=2027-06
E=2027-004
a check $E --format json
json "(d) no date" '"no_date" in [p["code"] for p in j] or "no_day" in [p["code"] for p in j]'

E=2027-001
a event edit $E end_time=16h30
told "(e) the times are not those announced" differs_from_announcement
a event announce $E
silent "announced again, they are"

# ---- the day and after --------------------------------------------------------------------------
for i in 1 2 3 4 5 6; do a attendee add $E last_name="Nom$i" organisation="Ville de Sète" status=registered; done
a room edit "Petite salle" capacity=20
at 2027-01-15T08:10:00Z
for i in 1 2 3; do a checkin $E --half-day 2027-01-15-am "Nom$i"; done
silent "signed in at the door, within the room"
a room edit "Petite salle" capacity=2
a room edit "Grande salle" capacity=2
told "(c) more are present than the room holds" present_beyond_room
a room edit "Petite salle" capacity=20
a room edit "Grande salle" capacity=20
at 2027-01-15T20:00:00Z
a checkin $E --half-day 2027-01-15-pm Nom1 Nom2 Nom3 Nom4 Nom5 Nom6
told "(f) six people marked at once after the end" presence_batch
a undo
a print certificates $E --to Nom1 -o "$T/c.pdf"
silent "a certificate of what was attended"
a checkin $E --half-day 2027-01-15-am --state absent Nom1
told "(g) a certificate beyond presence" certificate_beyond_presence
ok "is an error" test "$code" -eq 1
finish
