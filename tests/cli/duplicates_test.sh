#!/bin/sh
# The duplicates of the directory: the real exports of registrations, and what was made to mislead.
. tests/cli/tap.sh

# pairs KIND: "certainty one | other" for each pair, names alone, in order.
pairs() {
	"$program" "$1" duplicates --format csv 2>"$T/err" | "$python" -c 'import csv, sys
for r in csv.DictReader(sys.stdin):
    print(r["certainty"], "|".join(sorted(r[k].split(",")[0].lower() for k in ("first", "second"))))' |
		sort >"$T/pairs"
}
[ -n "$python" ] || {
	echo "1..0 # SKIP no python3"
	exit 0
}

# ---- made up -----------------------------------------------------------------------------------
export ATELIERS_DB="$T/made.db"
cat >"$T/people.csv" <<-'END'
	Nom;Prénom;Courriel;Organisme
	Le Goff;Jean;jean@legoff.example;Mairie de Sète
	Legoff;J.;;Mairie de Sète
	de La Fontaine;Amélie;;CAF de l’Aude
	La Fontaine;Amélie;amelie@caf.example;CAF de l’Aude
	Elandi;Karim;karim@ddets.example;DDETS du Gard
	Elandy;Karim;;DDETS du Gard
	Roux;Zoé;;DDETS du Gard
	Roux;Éloi;;DDETS du Gard
	Bosc;Ana;secretariat@mende.example;Ville de Mende
	Cros;Noé;secretariat@mende.example;Ville de Mende
	Puech;Paul;paul@puech.example;Deux
	Puech;Paul;p.puech@autre.example;Trois
END
a import people "$T/people.csv" --doubtful=new
a person new last_name=Martin-Dupont first_name=Ève email=eve@md.example organisation="Ville de Nîmes"
a person new last_name=Martin first_name=Ève email=EVE@md.example
a person new last_name=Nguyen first_name=Awa email=awa@un.example organisation=Un
a person new last_name=Nguyen first_name=Awa email=awa@deux.example organisation=Un
pairs person
cat >"$T/expected" <<-'END'
	certain ève martin-dupont|ève martin
	possible paul puech|paul puech
	probable amélie de la fontaine|amélie la fontaine
	probable awa nguyen|awa nguyen
	probable j. legoff|jean le goff
	probable karim elandi|karim elandy
END
sed 's/^\([a-z]*\) \(ève martin-dupont\)|\(ève martin\)$/\1 \2|\3/; s/ève martin|ève martin-dupont/ève martin-dupont|ève martin/' \
	"$T/pairs" | sort >"$T/found"
sort "$T/expected" >"$T/wanted"
diff "$T/wanted" "$T/found" >"$T/out"
report $? "particles, initials, double names, slips and namesakes: each with its certainty"
a person duplicates --format json
before=$(grep -c '"certainty"' "$T/out")
a person distinct karim@ddets.example "Karim Elandy"
exits "two may be told apart" 0
a person duplicates --format json
json "and are not proposed again" 'not any("Elandy" in p["second"] or "Elandy" in p["first"] for p in j)'
ok "the others still are" test "$(grep -c '"certainty"' "$T/out")" -eq $((before - 1))
a undo
a person duplicates --format json
json "until it is undone" 'any("Elandy" in str(p) for p in j)'
a redo
a person merge "Ève Martin-Dupont" "Ève Martin"
exits "a pair is merged by its names" 0
a person duplicates --format json
json "a pair that was merged is one" 'not any("Dupont" in str(p) for p in j)'
a doctor
exits "the database is sound" 0

cat >"$T/bodies.csv" <<-'END'
	Nom;Sigle;Département
	Mairie de Béziers;;34
	Ville de Béziers;;34
	CAF de l’Aude;;11
	CAF Aude;;11
	Direction régionale des affaires culturelles;;
	DRAC;;
	Association Voisins et Compagnie;;81
	Association Voisins & Compagnie;;81
	Toulouse Métropole;;31
	Toulouse Metropol;;31
	CIDFF 11;;11
	CIDFF 12;;12
	CAF de la Haute-Garonne;;31
	CAUE de la Haute-Garonne;;31
	Ville & Banlieue;;
	Ville et Banlieue;;
	Association Les Amandires;;66
	Association Les Amandiers;;66
	Montpellier 2;;34
	Montpellier 3;;34
	DDETS du Gard;;30
	DDETS 30;;30
	Direction départementale de l’emploi, du travail et des solidarités du Gard;;30
	DDETS de l’Hérault;;34
	Conseil départemental du Lot;;46
	CD 46;;46
	Mission locale 82;;82
	Mission locale de Tarn-et-Garonne;;82
	Mission locale du Tarn;;81
END
a import organisations "$T/bodies.csv" --doubtful=new
a organisation duplicates --format json
for pair in "Mairie de Béziers/Ville de Béziers" "CAF de l’Aude/CAF Aude" \
	"Direction régionale des affaires culturelles/DRAC" "Toulouse Métropole/Toulouse Metropol"; do
	json "organisations: $pair" "any(all(w in (p['first'].split(',')[0],p['second'].split(',')[0])
		for w in '$pair'.split('/')) for p in j)"
done
for pair in "DDETS du Gard/DDETS 30" "DDETS 30/Direction départementale" "Mission locale 82/Mission locale de Tarn" \
	"Conseil départemental du Lot/CD 46"; do
	json "organisations: $pair" "any(all(w in (p['first']+' | '+p['second']) for w in '$pair'.split('/'))
		and p['reason']=='the same body of one département' for p in j)"
done
json "initials of two letters are less than probable" '[p["certainty"] for p in j if "CD 46" in str(p)]==["possible"]'
json "another département is another body" 'not any("Hérault" in str(p) or "du Tarn" in str(p) for p in j)'
json "a slip in a long word is one" 'any("Amandires" in str(p) and p["certainty"]=="possible" for p in j)'
json "short words that differ are other words" 'not any("CAUE" in str(p) for p in j)'
json "the reason is the right one" '[p["reason"] for p in j if "Banlieue" in str(p)]==["the same words in the name"]'
a organisation duplicates
has "for people one stands below the other" "  Ville & Banlieue"
a organisation duplicates --format json
json "numbers keep them apart" 'not any("CIDFF" in str(p) or "Montpellier" in str(p) for p in j)'

# ---- the real shapes ---------------------------------------------------------------------------
data=${ATELIERS_SHARED_DATA:-../shared/data}
if [ ! -d "$data/registrations" ]; then
	number=$((number + 1))
	echo "ok $number - duplicates of the real exports # SKIP they are not on this machine"
	finish
	exit 0
fi
export ATELIERS_DB="$T/real.db"
a import events "$data/events.tsv"
a event new title="Les trois formulaires" start_date=2026-10-15
for form in google-forms limesurvey excel-fr; do
	a import attendees "Les trois formulaires" "$data/registrations/$form.csv" --doubtful=new
	exits "$form is imported" 0
done
pairs person
# Written by reading the three files: a name that stands there twice and was not joined by its address
# or its organisation. Nobody can say for certain that any of these is one person.
cat >"$T/expected" <<-'END'
	possible awa roux|awa roux
	possible björn égat|björn égat
	possible clémence lefevre|clémence lefèvre
	possible françois cazes|françois cazes
	possible inès cros|inès cros
	possible inès lefèvre|inès lefèvre
	possible jean-baptiste le goff|jean-baptiste le goff
	possible maëlle le goff|maëlle le goff
	possible maëlle martínez|maëlle martínez
	possible mohamed puech|mohamed puech
	possible noé elne|noé elne
	possible yannick el khattabi|yannick el khattabi
	possible yannick el khattabi|yannick el khattabi
	possible yannick el khattabi|yannick el khattabi
	possible ève égat|ève égat
	probable françois vidal|françois vidal
END
sort "$T/expected" >"$T/wanted"
diff "$T/wanted" "$T/pairs" >"$T/out"
report $? "every pair that reading finds is proposed, no other, and none as certain"
finish
