#!/bin/sh
# A table brought in again: what was not known is taken, what contradicts is left until it is asked for.
. tests/cli/tap.sh
a event new title="Journée" start_date=2027-01-15 start_time=9h end_time=17h
E=2027-001
a session new $E title="Atelier A" kind=workshop start_time=14h end_time=16h capacity=1
a session new $E title="Atelier B" kind=workshop start_time=14h end_time=16h capacity=12
printf 'Nom;Prénom;Courriel;Fonction;Atelier\nÉlan;Zoé;zoe@exemple.fr;Directrice;\nMartin;Paul;;;Atelier A\n' >"$T/un.csv"
a import attendees $E "$T/un.csv"
has "who cannot be written to is counted" "1 person has no e-mail address" "$T/err"
printf 'Nom;Prénom;Courriel;Fonction;Téléphone;Atelier\nÉlan;Zoé;zoe@exemple.fr;Présidente;04 67 00 00 00;Atelier A\nMartin;Paul;paul@exemple.fr;;;Atelier B\n' >"$T/deux.csv"
a import attendees $E "$T/deux.csv"
exits "the same people are brought in again" 0
has "what contradicts is left" "--update applies them" "$T/err"
a attendee list $E --format json
json "and stands" '[p["function"] for p in j if p["last_name"]=="Élan"]==["Directrice"]'
json "a field that was empty is filled" '[p["phone"] for p in j if p["last_name"]=="Élan"]==["04 67 00 00 00"]'
a import attendees $E "$T/deux.csv" --dry-run
says_function_alone() { grep "left as it was: .*Élan" "$T/err" | grep "Function" | grep -v Workshops >/dev/null; }
ok "a wish too, so that what contradicts alone is left" says_function_alone
printf 'Nom;Prénom;Atelier\nUn;A;Atelier A\nDeux;B;Atelier A\n' >"$T/trois.csv"
a import attendees $E "$T/trois.csv" --dry-run
has "a workshop that is asked for beyond its seats is told" "2 people wish for “Atelier A” first, which has 1 seats" "$T/err"
finish
