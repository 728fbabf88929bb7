#!/bin/sh
# Logs of a remote meeting (tests/data/connections, made by make.py) become presence.
. tests/cli/tap.sh

L=tests/data/connections
a event new title="Webinaire régional" start_date=2026-11-12 start_time=9h end_time=16h30 mode=remote
E=2026-001
a half-day set $E 2026-11-12-am end_time=12h
a half-day set $E 2026-11-12-pm start_time=14h
register() {
	a attendee add $E first_name="$1" last_name="$2" email="$3"
}
register Zoé Élan zoe.elan@essai.example
register Awa Diop awa.diop@essai.example
register Jean "Le Goff" jlegoff@essai.example
register Marc Petit marc.petit@essai.example
register Nour "Ben Ali" nour@essai.example
register Léa Martin lea.martin@essai.example
register Ève Roux eve.roux@essai.example
register Karim Haddad karim@essai.example
a checkin $E "Léa Martin" --half-day 2026-11-12-am --state excused
a attendee set $E "Ève Roux" status=cancelled

# ---- every service says the same -------------------------------------------------------------
outcomes='{p["name"]:p["outcome"] for p in j["people"]}=={"Centre de ressources":"host","Zoé Élan":"new","Awa Diop":"new","J. Le Goff":"doubtful","Marc Petit":"below","DDETS30":"new","MARTIN Léa (Invité)":"changed","Eve Roux":"withdrawn","Inès Faure - CCAS de Sète":"unknown","33612345678":"unknown"}'
for log in zoom-fr zoom-en teams-fr teams-en; do
	a import connections $E $L/$log.csv --dry-run --format json
	json "$log: who was there" "$outcomes"
	json "$log: minutes of each half-day, overlaps once" '{p["name"]:list(p["minutes"].values()) for p in j["people"][:7]}=={"Centre de ressources":[180,150],"Zoé Élan":[177,150],"Awa Diop":[179,0],"J. Le Goff":[173,0],"Marc Petit":[12,0],"DDETS30":[179,20],"MARTIN Léa (Invité)":[180,150]}'
	json "$log: counts" '[j[k] for k in ("new","changed","same","below","doubtful","unknown","hosts","marked","registered")]==[3,1,0,1,1,3,1,6,0]'
done
for log in bigbluebutton-fr bigbluebutton-en; do
	a import connections $E $L/$log.csv --dry-run --format json
	json "$log: without addresses, by their names" '{p["name"]:p["outcome"] for p in j["people"] if p["outcome"] in ("new","changed")}=={"Zoé Élan":"new","Awa Diop":"new","MARTIN Léa (Invité)":"changed"}'
	json "$log: the lunch of who was there all day is not missed" '[list(p["minutes"].values()) for p in j["people"] if p["name"]=="Zoé Élan"]==[[180,150]]'
	json "$log: minutes are an estimate" 'any("estimate" in p["message"] for p in j["problems"])'
done
a attendee list $E --half-day 2026-11-12-am --format json
json "dry runs changed nothing" '[p["presence"] for p in j].count("present")==0'

# ---- marking -----------------------------------------------------------------------------------
a import connections $E $L/zoom-en.csv
exits "marked" 0
has "what is said of doubtful people" "--doubtful=same takes them for the attendees proposed" "$T/err"
has "and of those who are not registered" "2 people were there without being registered; --walk-ins registers them" "$T/err"
has "what was left out" "1 row of a program that takes notes was left out" "$T/err"
has "the table says who" "J. Le Goff"
a attendee list $E --half-day 2026-11-12-am --format json
json "present in the morning" '{p["last_name"] for p in j if p["presence"]=="present"}=={"Élan","Diop","Ben Ali","Martin"}'
json "nobody is marked absent" 'all(p["presence"]!="absent" for p in j)'
a attendee list $E --half-day 2026-11-12-pm --format json
json "and in the afternoon" '{p["last_name"] for p in j if p["presence"]=="present"}=={"Élan","Martin"}'
a import connections $E $L/teams-fr.csv --format json
json "the same meeting again, from elsewhere: nothing new" 'j["same"]==4 and j["marked"]==0'
a checkin $E "Zoé Élan" --half-day 2026-11-12-am --state absent
a import connections $E $L/zoom-en.csv --format json
json "what somebody has corrected since stays" 'j["marked"]==0 and [(p["outcome"],p["reason"]) for p in j["people"] if p["name"]=="Zoé Élan"]==[("same","absent since: left as it is")]'
a import connections $E $L/zoom-en.csv --doubtful=same --walk-ins --format json
json "the doubtful one taken, the others registered" 'j["marked"]==3 and j["registered"]==2'
a attendee list $E --format json
json "by name and address, as a walk-in" '[(p["first_name"],p["email"],p["origin"]) for p in j if p["last_name"]=="Faure"]==[("Inès","ines.faure@ailleurs.example","walk_in")]'
json "who withdrew stands again" '[p["status"] for p in j if p["last_name"]=="Roux"]==["registered"]'
cat >"$T/strange.csv" <<'END'
Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
iPhone de Marc,,11/12/2026 09:00:00 AM,11/12/2026 12:00:00 PM,180,Yes
Salle 2,,11/12/2026 09:00:00 AM,11/12/2026 12:00:00 PM,180,Yes
Prénom Unique,,11/12/2026 09:00:00 AM,11/12/2026 12:00:00 PM,180,Yes
Madonna,,11/12/2026 09:00:00 AM,11/12/2026 12:00:00 PM,180,Yes
=cmd|' /C calc'!A0,,11/12/2026 09:00:00 AM,11/12/2026 12:00:00 PM,180,Yes
END
a import connections $E "$T/strange.csv" --walk-ins --doubtful=new --dry-run
has "what is no person's name is left out" "4 names are those of devices, rooms or no whole names" "$T/err"
a import connections $E "$T/strange.csv" --walk-ins --include "Nobody" --format json
exits "nobody of that name" 1
a import connections $E "$T/strange.csv" --walk-ins --include "5;salle 2" --format json
json "people alone are registered, and whoever was named" '{p["name"]:p["outcome"] for p in j["people"]}=={"iPhone de Marc":"unknown","Salle 2":"registered","Prénom Unique":"registered","Madonna":"registered","=cmd|'"' /C calc'"'!A0":"unknown"} and j["registered"]==3 and j["strange"]==2 and j["unknown"]==2'
json "and have their numbers" 'all(p["number"] for p in j["people"] if p["outcome"]=="registered")'
a undo
a check $E --format json
json "a log is no presence typed afterwards" '"presence_batch" not in [c["code"] for c in j]'
a history --format json
json "one gesture" 'j[0]["action"]=="connections_import"'
a undo
a attendee list $E --half-day 2026-11-12-am --format json
json "undone: not registered, not present" '"Faure" not in [p["last_name"] for p in j] and [p["presence"] for p in j if p["last_name"]=="Le Goff"]==["unknown"]'

# ---- how long is long enough -------------------------------------------------------------------
a import connections $E $L/zoom-en.csv -n --minutes 10 --format json
json "from ten minutes" '[p["outcome"] for p in j["people"] if p["name"]=="Marc Petit"]==["new"] and j["half_days"][0]["threshold_minutes"]==10'
a import connections $E $L/zoom-en.csv -n --minutes "90 %" --format json
json "a part of each half-day" '[h["threshold_minutes"] for h in j["half_days"]]==[162,135]'
a import connections $E $L/zoom-en.csv -n --minutes lots
exits "no such length" 1
a setting set remote_minutes="50%"
a setting get remote_minutes
is "the setting as a part" "50 %"
a import connections $E $L/zoom-en.csv -n --format json
json "and it holds" '[h["threshold_minutes"] for h in j["half_days"]]==[90,75]'
a setting set remote_minutes=0
exits "nothing is no length" 1
a setting set remote_minutes=

# ---- which half-day ----------------------------------------------------------------------------
a import connections $E $L/zoom-total.csv
exits "a log without times is of some half-day" 1
has "which are named" "say of which half-day it is; they are: 2026-11-12-am, 2026-11-12-pm" "$T/err"
a import connections $E $L/zoom-total.csv -n --half-day "12/11 après-midi" --format json
json "of the one that is said" '[h["half_day"] for h in j["half_days"]]==["2026-11-12-pm"] and [p["minutes"] for p in j["people"] if p["name"]=="Zoé Élan"]==[{"2026-11-12-pm":336}]'
a import connections $E $L/zoom-en.csv -n --half-day 2026-11-12-pm --format json
json "of a log with times, those minutes alone" '[p["minutes"] for p in j["people"] if p["name"]=="DDETS30"]==[{"2026-11-12-pm":20}]'
a event new title="Un autre jour" start_date=2026-10-15 start_time=9h end_time=12h mode=remote
a import connections 2026-002 $L/zoom-fr.csv
exits "a log of another day" 1
has "when it was, is said" "12/11/2026 08:45 to 12/11/2026 16:40, where the event has no half-day" "$T/err"
a import connections 2026-002 $L/zoom-fr.csv -n --half-day 2026-10-15-am
has "on purpose, with a warning" "warning: no time of the log falls into Thu 15 Oct 2026, morning" "$T/err"
a import connections 2026-002 $L/zoom-total.csv -n
exits "without times, of the only half-day" 0

# ---- what is no log ----------------------------------------------------------------------------
printf 'Nom;Prénom;Courriel\nÉlan;Zoé;zoe@x.example\n' >"$T/form.csv"
a import connections $E "$T/form.csv"
exits "a form’s export" 1
has "what is expected" "is no log of a meeting" "$T/err"
a import connections $E "$T/missing.csv"
exits "a missing file" 1
printf 'Name,Join time,Leave time,Duration\n"Zo\033[31m é",12/11/2026 09:00,12/11/2026 11:00,120\n"=cmd()",99/99/2026 25:00,-,2h\nZoé Élan,12/11/2026 11:00,12/11/2026 10:00,\n' >"$T/odd.csv"
a import connections $E "$T/odd.csv" -n --format json
json "hostile and wrong cells" 'all(ord(c)>31 for p in j["people"] for c in p["name"]) and len([p for p in j["problems"] if p["severity"]=="warning"])>=2'

# ---- slips, namesakes, shared addresses ---------------------------------------------------------
a event new title="Noms" start_date=2026-11-12 start_time=9h end_time=12h mode=remote
N=2026-003
E=$N
register Chloé Bertrand secretariat@essai.example
register Hugo Lefebvre secretariat@essai.example
register Marie Dupont marie1@essai.example
register Marie Dupont marie2@essai.example
register "Marie Anne" Roche ma@essai.example
register Alexandre Desplanches alex@essai.example
cat >"$T/names.csv" <<'END'
Nom,E-mail,Heure d'arrivée,Heure de départ
Hugo Lefebvre,secretariat@essai.example,12/11/2026 09:00,12/11/2026 12:00
Awa Diop,secretariat@essai.example,12/11/2026 09:00,12/11/2026 12:00
Marie Dupont,MARIE2@essai.example,12/11/2026 09:00,12/11/2026 12:00
Marie Dupont,,12/11/2026 09:00,12/11/2026 12:00
Marie Anne Roche,perso@ailleurs.example,12/11/2026 09:00,12/11/2026 12:00
Alexandre Deplanche,,12/11/2026 09:00,12/11/2026 12:00
Chloé,,12/11/2026 09:00,12/11/2026 12:00
END
a import connections $N "$T/names.csv" --format json
json "who is certain, and who is not" '[(p["outcome"],p["number"]) for p in j["people"]]==[("new","2"),("doubtful","1"),("new","4"),("doubtful","3"),("new","5"),("doubtful","6"),("doubtful","1")]'
json "and why" '[p["reason"] for p in j["people"] if p["outcome"]=="doubtful"]==["the same address under another name","several attendees have this name","nearly the same name","a part of the name alone"]'
finish
