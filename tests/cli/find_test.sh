#!/bin/sh
# Whom and what the words of a command name: nobody is taken for somebody else.
. tests/cli/tap.sh

a event new title="Rencontre" start_date=2027-05-05
E=2027-001
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	a attendee add $E last_name="Nom$i" first_name=Zoé email="p$i@x.fr" organisation="Lycée 31"
done
a attendee add $E last_name=Petit email=marie-jean@x.fr
a attendee remove $E jean@x.fr
exits "a part of an address is nobody" 1
a attendee remove $E 2
exits "a number is one" 0
a attendee set $E 2 status=cancelled
exits "and nobody once it has gone" 1
a attendee set $E 31 status=cancelled
exits "nor is a number what another field holds" 1
a attendee set $E P3@X.FR status=cancelled
exits "an address is the same in capitals" 0
a attendee list $E --format json
json "only that one was changed" '[p["last_name"] for p in j if p["status"]=="cancelled"]==["Nom3"]'
a person edit x.fr phone=0102030405
exits "a part of addresses names no person" 1
a person show "Lycée 31"
exits "nor does an organisation" 1
a event delete 027-00
exits "a part of a number names no event" 1
a event show rencontr
exits "a part of a title does" 0

# ---- of the same name --------------------------------------------------------------------------
a session new $E title=Pause start_time=10h30 end_time=10h45
a session new $E title=Pause start_time=15h end_time=15h15
a session edit $E Pause kind=break
exits "two of one name are not guessed" 1
has "what tells them apart is said" "10:30" "$T/err"
a session edit $E "Pause #2" kind=break
exits "the second of them" 0
a session list $E --format json
json "is the one of the afternoon" '[(s["start_time"],s["kind"]=="break") for s in j]==[("10:30",False),("15:00",True)]'
a session edit $E "Pause #3" kind=break
exits "there is no third" 1
a event new title="Atelier" start_date=2027-06-01
a event new title="Atelier #2" start_date=2027-06-02
a event new title="Atelier" start_date=2027-06-03
a event show "Atelier #2" --format json
json "a title that ends so is a title" 'j["start_date"]=="2027-06-02"'
a event show "Atelier #3"
exits "and there is no third" 1
a person new last_name=Martin first_name=Jean organisation="Ville de Sète"
a person new last_name=Martin first_name=Jean organisation="Ville de Nîmes"
a person merge "Jean Martin #1" "Jean Martin #2"
exits "namesakes can be merged" 0
a organisation merge "Ville de Sète" "Ville de Nîmes"
a organisation show "Ville de Nîmes" --format json
json "an alias names its organisation" 'j["name"]=="Ville de Sète"'
a event copy $E title="L’année d’après" start_date=2028-01-15
is "a copy has the number of its own year" "2028-001"
a event edit $E time_zone=Foo/Bar
exits "a time zone that is none is refused" 1
a organisation edit "Ville de Sète" successor="Ville de Sète"
exits "nothing comes after itself" 1

# ---- what is read ------------------------------------------------------------------------------
printf 'Nom;Prénom\nA1;B1;Gardé;garde@x.fr\n' >"$T/wide.csv"
a import people "$T/wide.csv"
a person show A1 --format json
json "cells beyond the headings are kept, an address as such" '"Gardé" in j["notes"] and j["email"]=="garde@x.fr"'
printf 'foo;bar\nPuech;Léa\n' >"$T/strange.csv"
a import people "$T/strange.csv"
exits "columns that say nothing are refused" 1
a import people "$T/strange.csv" foo=last_name bar=first_name
exits "unless they are named" 0
a person show "Léa Puech"
exits "and then read" 0
mkfifo "$T/pipe"
printf 'Nom;Prénom\nTuyau;Zoé\n' >"$T/pipe" &
a import people "$T/pipe"
exits "a pipe can be read" 0
a import people "$T/nowhere.csv"
has "a file that is not there is told in words" "cannot be read: there is no such file" "$T/err"
for command in "import people" "import calendar" "import events" "door merge" "restore"; do
	a --lang fr $command "$T/nowhere.csv"
	ok "$command says why in French" grep -q ": ce fichier n’existe pas$\| : ce fichier n’existe pas$" "$T/err"
	a --lang fr $command "$T"
	ok "$command of a folder too" grep -q "dossier\|pas un fichier" "$T/err"
	ok "$command says nothing of the system's" sh -c '! grep -qi "no such\|is a dir" "$1"' - "$T/err"
done
a organisation new name="Élan"
a --lang fr organisation logo "Élan" "$T/nowhere.png"
ok "a logo says why in French" grep -q "ce fichier n’existe pas$" "$T/err"
finish
