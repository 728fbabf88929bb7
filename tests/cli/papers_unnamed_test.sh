#!/bin/sh
# What papers say while nobody has told the centre's name, and of a programme that came after its announcement.
. tests/cli/tap.sh
. tests/cli/papers_read.sh
said_once() {
	[ "$(grep -cF -e "$1" "$T/err")" = 1 ]
}
a venue new name="Maison" town=Sète department=34
a event new title="Cycle" start_date=2026-10-01 start_time=9h end_time=12h venue=Maison
E=2026-001
a event announce $E
for title in Accueil Plénière Atelier; do
	a session new $E title=$title start_time=9h end_time=12h
done
a attendee add $E last_name=Élan first_name=Zoé email=z@exemple.fr
a checkin $E --half-day 2026-10-01-am Élan

fr sign-in $E
exits "a sheet is made" 0
ok "that papers do not say whose they are is told once" said_once "indiquez le nom, l’adresse et la ville du centre"
ok "a programme that came later contradicts nobody" says_not "$T/sign-in.pdf" "Modifié depuis"
ok "nobody writes to an address that is not there" says "$T/sign-in.pdf" "adressez-vous aux organisateurs"
ok "no photo is announced that nobody spoke of" says "$T/sign-in.pdf" "Si des photos sont prises"
fr certificates $E
ok "without a town of the centre, that of the event" says "$T/certificates.pdf" "Fait à Sète, le"
ok "one day is one date" says "$T/certificates.pdf" "Date : jeudi 1er octobre 2026"

a event edit $E title="Cycle de qualification" start_time=10h
fr certificates $E --reissue "Zoé Élan"
ok "a certificate says what took place, not what was announced" says_not "$T/certificates.pdf" "Modifié depuis"
ok "whoever prints it is told, in one line" said_once "2 différences depuis"
ok "and no other" said_once "Annonce du"
fr questionnaire $E
has_not() { ! grep -qF "Annonce du" "$T/err"; }
ok "a questionnaire repeats nothing that was announced" has_not
fr sign-in $E
ok "a sheet owns up to it" says "$T/sign-in.pdf" "Modifié depuis l’annonce"
a setting set centre_name=Centre
fr sign-in $E
asked_again() { ! grep -qF "réglages" "$T/err"; }
ok "once it is said nobody is asked again" asked_again
finish
