#!/bin/sh
# What papers say, word by word, where the event, the person or the language is another than usual.
. tests/cli/tap.sh
. tests/cli/papers_read.sh
a setting set centre_name="Centre de ressources" organizer_email=agenda@centre.example signatory_name="Claire Martin"

# ---- an event that is online, and nowhere else ---------------------------------------------------
a event new title="Webinaire" start_date=2027-02-02 welcome_time=8h45 start_time=9h end_time=12h mode=remote \
	online_link=https://visio.exemple.fr/1 status=announced
W=2027-001
a session new $W title="Point national" start_time=9h end_time=12h
a speaker add $W "Max Orateur" session="Point national" state=confirmed
a attendee add $W last_name=Élan first_name=Zoé email=z@exemple.fr
for paper in sign-in programme run-sheet questionnaire convocations event-report attendees; do
	fr $paper $W
	exits "online: $paper is made" 0
	case $paper in
	event-report | attendees) continue ;;
	esac
	ok "online: $paper speaks of no desk" says_not "$T/$paper.pdf" "accueil à partir"
	ok "online: $paper speaks of no desk to tell" says_not "$T/$paper.pdf" "à l’accueil"
	ok "online: $paper speaks of no room" says_not "$T/$paper.pdf" "dans la salle"
	ok "online: $paper speaks of no exit" says_not "$T/$paper.pdf" "à la sortie"
	ok "online: $paper speaks of no photos" says_not "$T/$paper.pdf" "des photos sont prises"
done
ok "the programme says from when one may connect" says "$T/programme.pdf" "Connexion possible à partir de 8 h 45"
ok "so does the convocation" says "$T/convocations.pdf" "connexion possible à partir de 8 h 45"
ok "and the run sheet" says "$T/run-sheet.pdf" "Ouverture de la"
ok "the questionnaire says where to send it" says "$T/questionnaire.pdf" "d’envoyer cette feuille à agenda@centre.example"
fr badges $W
exits "nobody wears a badge there" 1
has "and it is said" "a lieu à distance" "$T/err"
fr name-cards $W
exits "nor sits behind a card" 1
a print day $W -o "$T/day" --format json
exits "the day is made without them" 0
json "which is no failure" 'sorted(p["paper"] for p in j if p["state"]=="nothing")==["badges","door-signs","name-cards"]'

# ---- one with a place ----------------------------------------------------------------------------
a venue new name="Maison" town=Sète
a event new title="Cycle" start_date=2026-10-01 start_time=9h end_time=12h venue=Maison status=held
C=2026-001
a event edit $C days="1/10/2026;2/10/2026;5/11/2026"
a session new $C title="Table ronde" kind=round_table start_time=9h end_time=10h date=2026-10-01
a session new $C title="Visite du quartier" kind=visit start_time=10h end_time=12h date=2026-10-01
a speaker add $C "Max Orateur" session="Table ronde" state=confirmed
a attendee add $C last_name=Élan first_name=Zoé
a checkin $C Élan Orateur --half-day 2026-10-01-am
fr sign-in $C
ok "whoever has a question about their data knows where to write" says "$T/sign-in.pdf" \
	"écrivez à : Centre de ressources (agenda@centre.example)."
ok "photos are said" says "$T/sign-in.pdf" "dites-le aux organisateurs"
fr questionnaire $C
ok "a visit is judged too" says "$T/questionnaire.pdf" "Visite du quartier"
fr programme $C
ok "days that are apart are said with their month once" says "$T/programme.pdf" "1er et 2 octobre, 5 novembre 2026"
fr event-report $C
ok "an event’s own figures speak of no other event" says_not "$T/event-report.pdf" "événements émargés"
ok "nor of its years" says_not "$T/event-report.pdf" "fois par événement"
ok "everywhere the same: report" says "$T/event-report.pdf" "1er et 2 octobre, 5 novembre 2026"
fr certificates $C
ok "everywhere the same: certificate" says "$T/certificates.pdf" "1er et 2 octobre, 5 novembre 2026"

# ---- certificates --------------------------------------------------------------------------------
a --lang fr print certificates $C --to Orateur -o "$T/speaker.pdf"
ok "who spoke has spoken" says "$T/speaker.pdf" "Intervention : Table ronde"
ok "and is not said to have followed it" says_not "$T/speaker.pdf" "Suivi :"
a --lang en print certificates $C --to Élan -o "$T/again.pdf"
ok "issued in French, it is French to the foot" says "$T/again.pdf" "délivrée le 23/11/2026"
ok "and nothing of it is English" says_not "$T/again.pdf" "issued on"
ok "those who hear it hear it in French" grep -aq "/Lang *(fr" "$T/again.pdf"
a event edit $C notes=x
a attendee add $C last_name=Late first_name=Ann
a checkin $C Late --half-day 2026-10-01-am
a --lang en print certificates $C --to Late -o "$T/late.pdf"
a --lang fr print certificates $C --to Late -o "$T/late.pdf"
ok "issued in English, it stays English" says "$T/late.pdf" "issued on"
ok "whole" says_not "$T/late.pdf" "délivrée le"

# ---- a year in which nothing was -----------------------------------------------------------------
a --lang fr report 2031 -o "$T/year.pdf"
ok "a section of zeros says so" says "$T/year.pdf" "Par thème principal rien en 2031, ni en 2030"
a --lang fr report 2031
has "on the terminal too" "rien en 2031, ni en 2030"
nothing="$(printf '\302\240\302\240\302\240')"
has "a part stands further in than its whole" "${nothing}dont inscrits sur place"
finish
