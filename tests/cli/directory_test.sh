#!/bin/sh
# The nouns that stand alone, and merging them.
. tests/cli/tap.sh

a kind new name="Séminaire"
is "kind new" "Séminaire"
a theme new name="Santé"
a cycle new title="Participer" funders="État"
a venue new name="Salle des fêtes" town=Nîmes department=30 rooms="Scène; Foyer"
a room new venue="Salle des fêtes" name="Cuisine" capacity=12
a person new first_name=Zoé last_name=Élan email=zoe@exemple.example phone="04 65 71 00 01" organisation="CAF du Gard"
is "person new prints the name" "Zoé Élan"
a organisation new name="Les Passerelles" short_name=LP aliases="Passerelles 34; Asso LP"
for noun in kind theme cycle venue room person organisation; do
	for format in table csv json; do
		a $noun list --format $format
		exits "$noun list --format $format" 0
	done
	json "$noun list is an array" 'isinstance(j,list) and len(j)>0'
done
a person show zoe@exemple.example --format json
json "a person by address" 'j["last_name"]=="Élan" and j["organisation"]=="CAF du Gard"'
json "keys of the contract" 'all(k in j for k in "first_name last_name function organisation role email phone town department last_contact".split())'
a person show "zoe ELAN" --format csv
csv "or by name, accents and case aside" 'len(j)==1 and j[0]["phone"]=="+33465710001"'
a organisation show LP --format json
json "an organisation by its short name" 'sorted(j["aliases"])==["Asso LP","Passerelles 34"]'
json "keys of the contract" 'all(k in j for k in "name short_name aliases family level department successor".split())'
a venue show "salle des fetes" --format json
json "a place and its rooms" 'sorted(j["rooms"])==["Cuisine","Foyer","Scène"]'
a room new venue="Salle des fete" name=x
exits "a place that is not there is not made for a room" 0
a room new venue="Nulle part" name=x
exits "nor one that nothing names" 1
a venue new name="Autre lieu" rooms="Foyer"
a room show Foyer
exits "a room of two places is ambiguous" 1
a room edit "Salle des fêtes/Foyer" capacity=40
a room show "Salle des fêtes/Foyer" --format json
json "place/room names it" 'j["capacity"]==40'
a person edit "Zoé Élan" email=pas-une-adresse
exits "a malformed address is kept as typed" 0
a person delete nobody
exits "deleting nobody" 1
a event new title=E1 start_date=2027-01-15 kind=Séminaire venue="Salle des fêtes" themes=Santé cycle=Participer
a kind delete Séminaire
exits "what is needed is not deleted" 1
a theme new name="  "
exits "a name of nothing" 1

# ---- merging -----------------------------------------------------------------------------------
a theme new name="La santé"
a event new title=E2 themes="La santé; Santé"
a theme merge Santé "La santé"
is "merge prints the one that stays" "Santé"
a event show E2 --format json
json "themes are one" 'j["themes"]==["Santé"]'
a undo
a event show E2 --format json
json "undo parts them again" 'j["themes"]==["La santé","Santé"]'
a redo
a theme list --format json
json "redo joins them" '[t["name"] for t in j].count("La santé")==0'

a kind new name="Seminaires"
a event new title=E3 kind=Seminaires
a kind merge Séminaire Seminaires
a event show E3 --format json
json "kinds" 'j["kind"]=="Séminaire"'
a cycle new title="Participer 2" notes=note
a event new title=E4 cycle="Participer 2"
a cycle merge Participer "Participer 2"
exits "an ambiguous part of a name is an exact name first" 0
a event show E4 --format json
json "cycles" 'j["cycle"]=="Participer"'
a cycle show Participer --format json
json "what only the other knew is kept" 'j["notes"]=="note" and j["funders"]=="État"'

a venue merge "Salle des fêtes" "Autre lieu"
a room list --format json
json "rooms of one name become one" 'sorted(r["name"] for r in j if r["venue"]=="Salle des fêtes")==["Cuisine","Foyer","Scène","x"]'
a room merge "Salle des fêtes/Foyer" "Salle des fêtes/x"
exits "rooms of one place" 0
a venue new name="Troisième" rooms="Foyer"
a room merge "Salle des fêtes/Foyer" "Troisième/Foyer"
exits "rooms of two places" 1

a organisation new name="Asso Les Passerelles de Montpellier" siren=123456789
a person new last_name=Puech first_name=Noël organisation="Asso Les Passerelles de Montpellier"
a partner add E1 "Les Passerelles" role=fund
a partner add E1 "Asso Les Passerelles de Montpellier" role=fund
a partner add E1 "Asso Les Passerelles de Montpellier" role=host
a organisation edit "Les Passerelles" successor="Asso Les Passerelles de Montpellier"
a organisation merge "Les Passerelles" "Asso Les Passerelles de Montpellier"
exits "organisation merge" 0
a organisation show "Asso Les Passerelles de Montpellier" --format json
exits "the old name still finds it" 0
a organisation show "Les Passerelles" --format json
json "the old name is an alias" '"Asso Les Passerelles de Montpellier" in j["aliases"]'
json "it is not its own successor" 'j["successor"] is None'
json "the number only the other had" 'j["siren"]=="123456789"'
a partner list E1 --format json
json "partners in the same role are one" 'sorted(p["role"] for p in j)==["fund","host"]'
a person show Puech --format json
json "its people follow" 'j["organisation"]=="Les Passerelles"'
a attendee add E1 last_name=Nouveau organisation="Asso Les Passerelles de Montpellier"
a organisation list --format json
json "a registration under the old name finds it" 'len([o for o in j if "Passerelles" in o["name"]])==1'
a organisation merge "Les Passerelles" "Les Passerelles"
exits "merging with itself" 1

a organisation new name="DDCS du Gard"
a organisation new name="DDETS du Gard"
a organisation edit "DDCS du Gard" successor="DDETS du Gard" succeeded_on=2021-04-01
a attendee add E1 last_name=Avant organisation="DDCS du Gard"
a attendee add E1 last_name=Après organisation="DDETS du Gard"
a attendee add E2 last_name=Après organisation="DDETS du Gard"
a attendee add E2 last_name=Attend organisation="DDETS du Gard" status=waiting
for name in "DDCS du Gard" "DDETS du Gard"; do
	a organisation show "$name" --format json
	json "$name is counted as one body with the other name" \
		'j["body"]=="DDETS du Gard" and j["registrations"]==3'
done

for event in E1 E2; do
	a attendee add $event first_name=V last_name=O organisation="Les Passerelles"
	a attendee add $event first_name=Anne last_name="Durand d e la Tour" organisation="Les Passerelles"
done
a person list --format json
json "a name of single letters is known again" 'len([p for p in j if p["last_name"]=="O"])==1'
json "and one of many words" 'len([p for p in j if p["last_name"]=="Durand d e la Tour"])==1'

a person new first_name=Zoé last_name="Élan-Dupont" phone="04 65 71 00 02" function=Cheffe
a attendee add E1 "Zoé Élan" status=waiting
a attendee add E1 "Élan-Dupont"
a attendee add E2 "Élan-Dupont"
a speaker add E2 "Élan-Dupont"
a person merge "Zoé Élan" "Zoé Élan-Dupont"
exits "person merge" 0
a person list --format json
json "one person is left" 'len([p for p in j if p["first_name"]=="Zoé"])==1'
json "with what both knew" '[(p["phone"],p["function"]) for p in j if p["first_name"]=="Zoé"]==[("+33465710001","Cheffe")]'
a attendee list E1 --format json
json "two registrations for one event are one, the stronger" '[p["status"] for p in j if p["first_name"]=="Zoé"]==["registered"]'
a attendee list E2 --format json
json "names stay as declared" '[p["last_name"] for p in j if p["first_name"]=="Zoé"]==["Élan-Dupont"]'
a undo
a attendee list E1 --format json
json "undo brings both back" 'sorted((p["last_name"],p["status"]) for p in j if p["first_name"]=="Zoé")==[("Élan","waiting"),("Élan-Dupont","registered")]'
a person merge "Zoé Élan" "Zoé Élan-Dupont" --dry-run
a person list --format json
json "a dry run merges nothing" 'len([p for p in j if p["first_name"]=="Zoé"])==2'
a person merge "Zoé Élan" nobody
exits "merging nobody" 1
a doctor --format json
json "the database is sound after all that" 'j["problems"]==[]'
finish
