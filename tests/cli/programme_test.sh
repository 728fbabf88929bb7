#!/bin/sh
# What belongs to an event: sessions, speakers, attendees, partners.
. tests/cli/tap.sh

venue="Maison des rencontres"
a venue new name="$venue" rooms="Grande salle; Petite salle" department=34
a event new title="Atelier régional" start_date=2027-01-15 start_time=9h end_time=17h venue="$venue" seat_limit=3
E=2027-001

# ---- sessions ----------------------------------------------------------------------------------
a session new $E title=Ouverture kind=opening start_time=9h end_time=9h30 room="Grande salle"
is "a new session prints its title" Ouverture
a session new $E title="Table ronde" kind=round_table start_time=9h30 end_time=11h
a session new $E title="Pause" kind=break start_time=11h end_time=11h15
a session new $E title="Atelier A" kind=workshop start_time=11h15 end_time=12h30 room="Petite salle" capacity=20
a session list $E --format json
json "sessions in their order" '[s["title"] for s in j]==["Ouverture","Table ronde","Pause","Atelier A"]'
json "keys of the contract" 'all(k in j[0] for k in "event date start_time end_time kind title room capacity speakers".split())'
json "values" 'j[3]["capacity"]==20 and j[3]["room"]=="Petite salle" and j[0]["event"]=="2027-001" and j[0]["date"]=="2027-01-15"'
a session move $E "Table ronde" 9h45
a session list $E --format json
json "a moved session keeps its length" '(j[1]["start_time"],j[1]["end_time"],j[2]["start_time"])==("09:45","11:15","11:00")'
a undo
a session move $E "Table ronde" +15 --following
a session list $E --format json
json "--following moves what comes after" '[(s["start_time"],s["end_time"]) for s in j]==[("09:00","09:30"),("09:45","11:15"),("11:15","11:30"),("11:30","12:45")]'
a undo
a session list $E --format json
json "in one gesture" '[s["start_time"] for s in j]==["09:00","09:30","11:00","11:15"]'
a session move $E "Table ronde" -15 --dry-run
exits "minutes back are no option" 0
a session move $E "Table ronde" +900
exits "beyond the day" 1
a session move $E "Table ronde" 2027-03-01
exits "to a day that the event has not" 1
a session move $E "Table ronde" 10h soon
exits "neither a time nor a day" 1
a session edit $E "Atelier A" end_time=11h
exits "a session that ends before it starts" 1
a session delete $E Pause
a session list $E --format json
json "delete" 'len(j)==3'

# ---- speakers ----------------------------------------------------------------------------------
a speaker add $E "Zoé Élan" session="Table ronde" role=moderator
exits "a speaker who is not known yet" 0
has "is made, and a note says so" "Zoé Élan" "$T/err"
a speaker add $E "Zoé Élan" session="Atelier A" state=asked
a speaker add $E person="Idriss Fofana" session="Table ronde" state=confirmed
a speaker list $E --format json
json "speakers" 'sorted((s["person"],s["session"],s["role"],s["state"]) for s in j)==[("Idriss Fofana","Table ronde","speaker","confirmed"),("Zoé Élan","Atelier A","speaker","asked"),("Zoé Élan","Table ronde","moderator","considered")]'
a session list $E --format json
json "sessions name their speakers" 'j[1]["speakers"]==["Zoé Élan","Idriss Fofana"]'
a speaker set $E "Zoé Élan" state=confirmed
exits "who speaks twice is ambiguous" 1
has "and the option is named" "--session" "$T/err"
a speaker set $E "Zoé Élan" state=confirmed --session "Atelier A"
a speaker list $E --format json
json "--session tells them apart" '[s["state"] for s in j if s["session"]=="Atelier A"]==["confirmed"]'
a attendee list $E --format json
json "a speaker is an attendee, once" 'sorted((p["last_name"],p["part"]) for p in j)==[("Fofana","speaker"),("Élan","speaker")]'
a speaker remove $E Fofana
a speaker list $E --format json
json "remove" 'len(j)==2'
a history --format json
json "the history names the person" 'j[0]["subject"]=="Idriss Fofana" and j[0]["event"]=="2027-001"'

# ---- attendees ---------------------------------------------------------------------------------
a attendee add $E first_name=Awa last_name=Diop organisation="DDETS du Gard" email=awa@ddets.example phone="04 65 71 00 01"
exits "somebody new" 0
ok "prints the number" grep -qx "[0-9][0-9]*" "$T/out"
awa=$(cat "$T/out")
a attendee list $E --format json
json "keys of the contract" 'all(k in j[0] for k in "event number part first_name last_name function organisation email phone department status origin registered_at".split())'
json "order of names: the particle counts for nothing" '[p["last_name"] for p in j]==["Diop","Élan","Fofana"]'
a organisation show "DDETS du Gard" --format json
json "the organisation is classified" '(j["family"],j["level"],j["department"])==("state","departmental","30")'
a person list --format json
json "and the directory knows the person" 'any(p["last_name"]=="Diop" and p["email"]=="awa@ddets.example" for p in j)'
a attendee add $E Diop
is "registered twice is registered once" "$awa"
a attendee add $E last_name=Martin status=waiting
a attendee add $E last_name=Pagès first_name=Loïc
a attendee add $E last_name=Puech first_name=Noël
a attendee add $E last_name=Roux first_name=Ève
has "who finds no seat waits, and it is said" "on the waiting list" "$T/err"
a attendee list $E --status waiting --format json
json "--status" 'any(p["last_name"]=="Martin" for p in j)'
waiting=$(grep -c '"number"' "$T/out")
for filter in attente liste statut:attente statut:liste; do
	a attendee list $E --filter $filter --format json
	json "who waits is found by $filter" '{j["status"] for j in j} == {"waiting"}'
done
a attendee list $E --status "en liste d’attente" --format json
ok "--status in words" test "$(grep -c '"number"' "$T/out")" -eq "$waiting"
a attendee list $E --organisation ddets --format json
json "--organisation" '[p["last_name"] for p in j]==["Diop"]'
a attendee list $E --sort number --format json
json "--sort number is by number" '[int(p["number"]) for p in j]==sorted(int(p["number"]) for p in j)'
a attendee list $E --half-day 2027-01-15-am --format json
json "--half-day adds the presence" 'all(p["presence"]=="unknown" for p in j)'
a attendee list $E --half-day 2027-01-15-am --format csv
csv "in CSV too" 'j[0]["presence"]=="unknown"'
a attendee list $E --half-day 2027-02-15-am
exits "a half-day that the event has not" 1
a attendee list $E --status maybe
exits "an unknown status" 2
a attendee set $E "$awa" status=cancelled cancel_reason="train supprimé"
a attendee list $E --status cancelled --format json
json "set" 'j[0]["cancel_reason"]=="train supprimé"'
a attendee set $E awa@ddets.example status=registered
exits "an address names an attendee" 0
a attendee remove $E Martin
a attendee list $E --format json
json "remove" 'all(p["last_name"]!="Martin" for p in j)'

# ---- partners ----------------------------------------------------------------------------------
a partner add $E "Région Occitanie" role=fund
a partner add $E "Région Occitanie" role=support
a partner add $E organisation="ARS Occitanie"
a partner list $E --format json
json "partners" 'sorted((p["organisation"],p["role"]) for p in j)==[("ARS Occitanie","partner"),("Région Occitanie","fund"),("Région Occitanie","support")]'
a partner add $E "Région Occitanie" role=fund
exits "the same partner twice in one role" 1
a partner remove $E "Région Occitanie"
exits "several roles are ambiguous" 1
a partner remove $E "Région Occitanie" role=fund
a partner list $E --format json
json "remove one role" 'sorted(p["role"] for p in j)==["partner","support"]'
a partner remove $E "Habitat du Gard"
exits "no such partner" 1
a partner remove $E ARS role=fund
exits "not in that role" 1
finish
