#!/bin/sh
# Workshops: what people ask for, what they are given by wishes and by hand.
. tests/cli/tap.sh

a venue new name="Maison" town=Sète
a room new venue=Maison name="Salle bleue" capacity=2
a event new title="Journée" start_date=2027-01-15 start_time=9h end_time=17h venue=Maison
E=2027-001
a choice workshops $E --format json
json "no workshops" 'j==[]'
a choice assign $E
exits "nothing to choose between" 1
a session new $E title="Ouverture" kind=opening start_time=9h end_time=10h
a session new $E title="Atelier 1 : santé" kind=workshop start_time=14h end_time=15h30 capacity=1
a session new $E title="Atelier 2 : emploi" kind=workshop start_time=14h end_time=15h30 room="Salle bleue"
a session new $E title="Atelier 3 : jeunesse" kind=workshop start_time=14h end_time=15h30
a session new $E title="Visite A" kind=visit start_time=10h end_time=11h parallel_group=visites
a session new $E title="Visite B" kind=visit start_time=10h end_time=11h parallel_group=visites capacity=1
a choice workshops $E --format json
json "groups by their name, and by their time" '[(w["workshop"],w["group"]) for w in j]==[("Visite A",1),("Visite B",1),("Atelier 1 : santé",2),("Atelier 2 : emploi",2),("Atelier 3 : jeunesse",2)]'
json "the room counts where the session says nothing" '[w["capacity"] for w in j]==[None,1,1,2,None]'

a attendee add $E last_name=Un choices="Atelier 1; Atelier 2"
a attendee add $E last_name=Deux choices="Atelier 1; Visite B"
a attendee add $E last_name=Trois choices="Atelier 1; Atelier 2; Atelier 3"
a attendee add $E last_name=Quatre
a attendee add $E last_name=Cinq choices="atelier 7"
exits "a workshop that is not there" 1
a attendee add $E last_name=Cinq part=staff
a attendee list $E --format json
json "wishes by rank" '{p["last_name"]:p["choices"] for p in j if p["choices"]}=={"Un":["Atelier 1 : santé","Atelier 2 : emploi"],"Deux":["Atelier 1 : santé","Visite B"],"Trois":["Atelier 1 : santé","Atelier 2 : emploi","Atelier 3 : jeunesse"]}'

a choice assign $E --dry-run --format json
json "a dry run says who would go where" '{r["name"]:(r["workshop"],r["rank"]) for r in j if r["workshop"] and "Atelier" in r["workshop"]}=={"Un":("Atelier 2 : emploi",2),"Deux":("Atelier 1 : santé",1),"Trois":("Atelier 2 : emploi",2)}'
a choice workshops $E --format json
json "and gives nothing" 'sum(w["assigned"] for w in j)==0'
a choice assign $E
has "the counts are said" "2 first wishes, 2 second wishes" "$T/err"
has "and who asked for nothing" "--everybody places those who asked for nothing as well" "$T/err"
a choice list $E --format json
json "who has nothing else has the place" '{c["name"]:c["workshop"] for c in j if c["assigned"] and "Atelier" in c["workshop"]}=={"Un":"Atelier 2 : emploi","Deux":"Atelier 1 : santé","Trois":"Atelier 2 : emploi"}'
json "each group by itself" '[c["rank"] for c in j if c["name"]=="Deux"]==[1,1]'
a choice assign $E --everybody --format json
json "everybody somewhere, the least filled first" '[r["workshop"] for r in j if r["name"]=="Quatre"]==["Visite A","Atelier 3 : jeunesse"]'
a undo
a choice list $E --format json
json "one gesture, undone" 'not any(c["name"]=="Quatre" for c in j)'

# ---- by hand -----------------------------------------------------------------------------------
a attendee set $E Trois workshop="Atelier 1"
has "beyond the capacity by hand it is said" "warning: “Atelier 1 : santé”: 2 people, of 1" "$T/err"
a choice list $E --format json
json "given by hand" '[c["workshop"] for c in j if c["by_hand"]]==["Atelier 1 : santé"]'
a choice assign $E --format json
json "what was given by hand stays" '[r["workshop"] for r in j if r["name"]=="Trois" and r["by_hand"]]==["Atelier 1 : santé"]'
has "and who gets none of their wishes is named" "none of their wishes: Deux (no. 2)" "$T/err"
a choice assign $E --anew
a choice list $E --format json
json "anew it does not" '{c["name"]:c["workshop"] for c in j if c["assigned"] and "Atelier" in c["workshop"]}=={"Un":"Atelier 2 : emploi","Deux":"Atelier 1 : santé","Trois":"Atelier 2 : emploi"} and not any(c["by_hand"] for c in j)'
a attendee set $E Quatre workshop="Atelier 3; Visite A"
a attendee set $E Quatre workshop="Atelier 1; Atelier 2"
exits "nobody is given two workshops of the same time" 1
has "and it is said which" "at the same time" "$T/err"
a attendee set $E Quatre workshop="Atelier 2"
a attendee list $E --format json
json "those that are typed, and no other" '[p["workshop"] for p in j if p["last_name"]=="Quatre"]==[["Atelier 2 : emploi"]]'
a attendee set $E Quatre workshop=
a attendee list $E --format json
json "none" '[p["workshop"] for p in j if p["last_name"]=="Quatre"] in ([[]],[None])'
a attendee set $E Un choices="Atelier 3"
a attendee list $E --format json
json "a place that was given stays when the wishes change" '[(p["choices"],p["workshop"]) for p in j if p["last_name"]=="Un"]==[(["Atelier 3 : jeunesse"],["Atelier 2 : emploi"])]'
a attendee set $E Deux status=cancelled
a choice workshops $E --format json
json "who withdraws is counted no longer" '[(w["first_wishes"],w["assigned"]) for w in j if w["workshop"]=="Atelier 1 : santé"]==[(1,0)]'
a choice assign $E
a attendee list $E --format json
json "and makes room" '[p["workshop"] for p in j if p["last_name"]=="Trois"]==[["Atelier 1 : santé"]]'
a session delete $E "Atelier 3"
exits "a session goes with its choices" 0

# ---- the same time, whatever the field says -----------------------------------------------------
a event new title="Deux salles" start_date=2027-02-15 start_time=9h end_time=17h
E=2027-002
a session new $E title="Atelier Nord" kind=workshop start_time=14h end_time=15h30 capacity=2 parallel_group=A
a session new $E title="Atelier Sud" kind=workshop start_time=14h end_time=15h30 capacity=2
for who in Un Deux Trois; do a attendee add $E last_name=$who choices="Atelier Nord; Atelier Sud"; done
a choice workshops $E --format json
json "one group" '[w["group"] for w in j]==[1,1]'
a check $E --format json
json "it is told beside the empty field" '[(p["field"],p["severity"]) for p in j if p["code"]=="session_group"]==[("parallel_group","information")]'
a choice assign $E --everybody
has "the numbers are those of the people" "2 first wishes, 1 second wish" "$T/err"
a choice list $E --format json
json "nobody is in two rooms" 'sorted(c["name"] for c in j if c["assigned"])==["Deux","Trois","Un"]'
# As it may have come from before: two of other times, moved to the same one.
a session edit $E "Atelier Sud" start_time=16h end_time=17h
a attendee set $E Un workshop="Atelier Nord; Atelier Sud"
a session edit $E "Atelier Sud" start_time=14h end_time=15h30
a check $E --format json
json "who is in two at once is found" '[p["message"] for p in j if p["code"]=="people_twice"]==["1 person is in “Atelier Nord” and in “Atelier Sud” at the same time"]'
a choice assign $E --everybody --anew
a choice list $E --format json
json "and placed once" 'sorted(c["name"] for c in j if c["assigned"])==["Deux","Trois","Un"]'
finish
