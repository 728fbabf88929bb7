#!/bin/sh
# An event that is cancelled: what is no use any more is refused, the rest says it; so does what was announced.
. tests/cli/tap.sh
a setting set centre_name="Centre de ressources" organizer_email=agenda@centre.example
a event new title="Journée" start_date=2027-01-15 start_time=9h30 end_time=16h seat_limit=1
E=2027-001
a venue new name="Maison des projets" town=Sète
a event edit $E venue="Maison des projets"
a session new $E title="Atelier" start_time=10h end_time=12h kind=workshop
a attendee add $E last_name=Élan first_name=Zoé email=z@exemple.fr
a attendee add $E last_name=Roux first_name=Max status=waiting
a event announce $E
a print badges $E -o "$T/badges.pdf"
exits "before, badges are made" 0
a event cancel $E
exits "it is cancelled" 0

for paper in badges name-cards convocations questionnaire certificates; do
	a print $paper $E -o "$T/none.pdf"
	exits "$paper: refused" 1
	has "$paper: and why, and the way out" "$E is cancelled: “" "$T/err"
done
has "the way out" "set its status to “announced” first" "$T/err"
ok "nothing is written" test ! -e "$T/none.pdf"
a print day $E -o "$T/day"
exits "nor is the day printed" 1
has "and it is said" "there is no day to print" "$T/err"
ok "no folder either" test ! -e "$T/day"
a print badges $E --changed
exits "of badges nobody is asked again" 0

says_so() {
	pdftotext -f 1 -l 1 "$1" - | grep -q "$2"
}
if command -v pdftotext >/dev/null; then
	for paper in sign-in attendees programme run-sheet event-report minutes door-signs; do
		a print $paper $E -o "$T/$paper.pdf"
		exits "$paper: made" 0
		ok "$paper: the head says that it is cancelled" says_so "$T/$paper.pdf" CANCELLED
		a --lang fr print $paper $E -o "$T/$paper.pdf"
		ok "$paper: in French" says_so "$T/$paper.pdf" ANNULÉ
	done
fi
a print programme $E -o "$T/programme.html"
ok "as a page for a site too" grep -q CANCELLED "$T/programme.html"
a print programme $E -o "$T/programme.txt"
ok "and as text" grep -q CANCELLED "$T/programme.txt"
nobody_registers() { ! grep -q "Registration:" "$T/programme.txt"; }
ok "nobody is told how to register" nobody_registers

a checkin $E Élan --half-day 2027-01-15-am
exits "nobody is marked" 1
has "and it is said" "$E does not take place (cancelled); if it does after all" "$T/err"
printf '1\n' >"$T/scan"
ok "nor by a scanner" sh -c "! '$program' checkin $E --stdin --half-day 2027-01-15-am <'$T/scan' 2>/dev/null"
a attendee list $E --half-day 2027-01-15-am --format json
json "no mark is there" 'all(p["presence"]!="present" for p in j)'
a attendee set $E Élan status=cancelled
a attendee promote $E
exits "nobody is given a seat" 1
has "for there is nothing to come to" "does not take place" "$T/err"
a attendee promote $E Roux --reason "elle insiste"
exits "not with a reason either" 1
a attendee set $E Roux status=registered
exits "nor by hand" 1

a event differences $E --format json
json "what was announced differs in that" 'j[0]["field"]=="status" and "cancelled" in j[0]["difference"]'
a --lang fr event differences $E
has "said in French" "l’événement a été annulé depuis"

a event edit $E status=announced
a attendee promote $E
exits "announced again, seats are given" 0
a print badges $E -o "$T/badges.pdf"
exits "and badges made" 0
a checkin $E Roux --half-day 2027-01-15-am
exits "and people marked" 0
a event edit $E status=postponed
a checkin $E Roux --half-day 2027-01-15-am
has "nobody is marked at one that is postponed" "does not take place (postponed)" "$T/err"
if command -v pdftotext >/dev/null; then
	for paper in sign-in door-signs convocations; do
		a print $paper $E -o "$T/$paper.pdf"
		ok "$paper of one that is postponed says so" says_so "$T/$paper.pdf" POSTPONED
	done
fi
finish
