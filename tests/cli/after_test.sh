#!/bin/sh
# What follows an event: tasks, thanks, decisions and the quorum, good practices.
. tests/cli/tap.sh
export ATELIERS_DB="$T/a.db"
a event new title="Journée Élan" start_date=2026-11-20 start_time=9h30 end_time=16h30 officer="Nadia Benali"
E=2026-001
a person new first_name=Zoé last_name=Élan email=zoe@elan.example
a person new first_name=Karim last_name=Diop email=karim@diop.example
a speaker add $E "Zoé Élan" state=confirmed
a speaker add $E "Karim Diop" state=declined
a partner add $E "DRAC Occitanie" role=commission

# ---- the usual list ----------------------------------------------------------------------------
a task propose $E --dry-run
exits "a trial" 0
a task list $E --format json
json "adds nothing" 'j==[]'
a task propose $E
exits "the list that follows an event" 0
has "is counted" "5 tasks added" "$T/err"
a task list $E --format json
json "its days are counted from the event" '[(t["kind"],t["due_on"]) for t in j][:2]==[("thanks","2026-11-23"),("slides","2026-11-27")]'
json "slides are awaited of each who spoke" '[t["person"] for t in j if t["kind"]=="slides"]==["Zoé Élan"]'
json "and named after them" '[t["title"] for t in j if t["kind"]=="slides"]==["slides: Zoé Élan"]'
json "by who is in charge of the event" 'all(t["owner"]=="Nadia Benali" for t in j)'
json "offsets are kept" '[t["offset"] for t in j if t["kind"]=="summary"]==["D+30"]'
json "thanks are due now" '[t["state"] for t in j if t["kind"]=="thanks"]==["this_week"]'
a task propose $E
has "nothing is added twice" "nothing to add" "$T/err"
a task list $E --format json
json "not one" 'len(j)==5'
a event new title="À venir" start_date=2027-06-01
a task propose 2027-001
a task list 2027-001 --format json
json "before the end, what is to be done until then" '[t["offset"] for t in j][:2]==["D-60","D-30"]'
json "but nothing of its speakers" 'not [t for t in j if t["kind"]=="slides"]'
a undo
a undo
a undo
a task list $E --format json
json "undo takes the whole list back" 'j==[]'
a redo
a task list $E --format json
json "and redo brings it" 'len(j)==5'

# ---- the usual list of a kind ------------------------------------------------------------------
a kind new name="Atelier régional"
a checklist list "atelier régional" --format json
json "comes with the program" 'len(j)>8 and j[0]["offset"]=="D-60"'
a checklist new "atelier régional" title="Choisir la ville" offset=J-90 owner=Nadia
exits "a list of its own is begun" 0
a checklist take "atelier régional"
exits "and is not written over" 1
a checklist list "atelier régional" --format json
json "it is that one" '[(t["title"],t["offset"],t["owner"]) for t in j]==[("Choisir la ville","D-90","Nadia")]'
a checklist edit "atelier régional" "Choisir la ville" offset=D-100
a event new title="Avec une liste" kind="Atelier régional" start_date=2027-06-01
a task propose 2027-002
a task list 2027-002 --format json
json "and is what is proposed" '[(t["title"],t["offset"],t["owner"]) for t in j]==[("Choisir la ville","D-100","Nadia")]'
a checklist delete "atelier régional" "Choisir la ville"
exits "a line is deleted" 0
a checklist take "atelier régional"
has "the list that comes with the program is taken over" "usual tasks, to be changed" "$T/err"
a checklist list "nulle part"
exits "a kind that is not there" 1
a event delete 2027-002
a kind delete "atelier régional"
exits "a kind goes with its list" 0
a undo
a checklist list "atelier régional" --format json
json "and comes back with it" 'len(j)>8'

# ---- one task ----------------------------------------------------------------------------------
a task done $E thanks Zoé
exits "several are done at once" 0
a task list $E --format json
json "today" '[t["done_on"] for t in j if t["kind"] in ("thanks","slides")]==["2026-11-23","2026-11-23"]'
a task edit $E thanks done_on=
a task list $E --format json
json "and may be done again" '[t["state"] for t in j if t["kind"]=="thanks"]==["this_week"]'
a task new $E title="Réserver la salle" kind=room due_on=J-60 owner=Karim
exits "a task before the event" 0
a task list $E --format json
json "has its day" '[(t["due_on"],t["offset"],t["state"]) for t in j if t["kind"]=="room"]==[("2026-09-21","D-60","late")]'
a event edit $E start_date=2026-12-20
a task list $E --format json
json "which moves with the event" '[t["due_on"] for t in j if t["kind"]=="room"]==["2026-10-21"]'
json "as do the days after it" '[t["due_on"] for t in j if t["kind"]=="summary"]==["2027-01-19"]'
json "but not of what was done" '[t["due_on"] for t in j if t["kind"]=="slides"]==["2026-11-27"]'
a undo
a task list $E --format json
json "and comes back with it" '[t["due_on"] for t in j if t["kind"]=="room"]==["2026-09-21"]'
a task edit $E Réserver due_on=2026-11-25
a task list $E --format json
json "a day that is typed stays where it is" '[(t["due_on"],t["offset"]) for t in j if t["kind"]=="room"]==[("2026-11-25",None)]'
a task edit $E Réserver offset=-60
exits "an offset needs its letter" 1
a task new $E owner=Karim
exits "a task that says nothing" 1
a task new $E kind=nonsense
exits "a kind that does not exist" 1
for word in thanks remerciements REMERCIEMENT merc than; do
	a task edit $E "$word" done_on=
	exits "“$word” is the task of thanks" 0
done
a --lang fr task edit $E "remercie" done_on=
exits "whatever the language of the moment" 0
a --lang fr task edit $E "enquete de satis" done_on=
exits "that is no word for any" 1
a --lang fr task edit $E "evaluation" done_on=
exits "accents are set aside" 0
a task edit $E s done_on=
exits "the beginning of several is none" 1
has "and they are named" "summary" "$T/err"
has "all of them" "satisfaction" "$T/err"
a task edit $E salle done_on=
exits "a task with a title is known by its kind too" 0
a task list --due
has "what is due in all events" "Réserver la salle"
has "says of which" "$E"
a task list --due --format json
json "and no more than that" 'sorted(t["kind"] for t in j)==["certificates","room","satisfaction","thanks"]'
a task delete $E Réserver
exits "a task is deleted" 0
a task list --format csv
csv "all tasks of all events" 'len(j)==5'

# ---- thanks ------------------------------------------------------------------------------------
a event thanks $E --format json
json "who spoke and who carried it" '[(t["name"],t["email"]) for t in j]==[("Zoé Élan","zoe@elan.example"),("DRAC Occitanie",None)]'
a event thanks $E --addresses
is "their addresses" "zoe@elan.example"
a consent set "Zoé Élan" invitations no
a event thanks $E --addresses
is "but of those who oppose it" ""
has "which is said" "1 who oppose" "$T/err"
a task done $E thanks
a event thanks $E --format csv -o "$T/thanks.csv"
exits "a file of them" 0
cp "$T/thanks.csv" "$T/out"
csv "says when they were thanked" '[t["thanked_on"] for t in j]==["2026-11-23","2026-11-23"]'

# ---- decisions ---------------------------------------------------------------------------------
a event new title="Comité de pilotage" start_date=2026-11-23 start_time=9h end_time=12h quorum=3
C=2026-002
for i in Un Deux Trois Quatre; do a attendee add $C last_name="$i" organisation="Mairie"; done
a decision new $C item="Budget" text="Adopté." votes_for=2 votes_against=0 abstentions=1
a decision new $C item="Points divers"
a decision record $C
has "before anybody is marked, what is needed" "Quorum: 3 members must be present or represented"
a checkin $C --half-day 2026-11-23-am 1 2
a decision record $C --format json
json "two are not three" 'j["reached"]==False and j["present"]==2'
a check $C
has "decisions without a quorum are told" "Decisions are on record without a quorum: 2 present or represented, of 3 needed"
a checkin $C --half-day 2026-11-23-am 3 --state represented --by "Paul Dupuis"
a decision record $C --format json
json "somebody represented is a voice, whoever comes for them is none more" '(j["present"],j["represented"],j["reached"])==(2,1,True)'
a decision record $C
has "the record says so" "Quorum reached: 3 present or represented, of 3 needed"
has "and who" "- Trois (Mairie), represented by Paul Dupuis"
has "and what was decided" "1. Budget"
has "with the votes" "Votes: 2 for, 0 against, 1 abstention"
a decision edit $C divers position=1
a decision list $C --format json
json "the agenda can be put in order" '[(d["position"],d["item"]) for d in j]==[(1,"Points divers"),(2,"Budget")]'
a decision delete $C Budget
a undo
a decision list $C --format json
json "a decision deleted comes back" 'len(j)==2 and j[1]["votes"]=="2 for, 0 against, 1 abstention"'
a event edit $E status=held
a event edit $C status=held
a task propose $C
a task list $C --format json
json "a meeting is followed by its record" '"minutes" in [t["kind"] for t in j] and "satisfaction" not in [t["kind"] for t in j]'

# ---- good practices ----------------------------------------------------------------------------
a session new $E title="Jardins" start_time=10h end_time=11h
a practice new title="Jardins partagés à Lodève" territory="Lodève (34)" theme="Alimentation" audience="habitants" description="Un jardin au pied des tours" contact="Zoé Élan" event=$E session=Jardins
exits "a sheet" 0
a practice new title="Épicerie sociale" territory=Sète
a practice show Jardins --format json
json "says where it was shown" '(j["event"],j["session"],j["written_on"])==("2026-001","Jardins","2026-11-23")'
a practice list epicerie --format json
json "is found whatever the accents" '[p["title"] for p in j]==["Épicerie sociale"]'
a practice list --theme Alimentation --format json
json "by its theme" '[p["title"] for p in j]==["Jardins partagés à Lodève"]'
a practice list --territory 34 --format json
json "by its département" '[p["territory"] for p in j]==["Sète","Lodève (34)"]'
a practice list --theme Inconnu
exits "an unknown theme" 1
a practice export Jardins
has "goes out as text" "Un jardin au pied des tours"
ok "without a contact who has not agreed" sh -c "! grep -q Zoé '$T/out'"
a practice edit Jardins contact_agreed=yes
a practice export Jardins -o "$T/sheet.txt"
has "with one who has" "Zoé Élan, zoe@elan.example" "$T/sheet.txt"
a event delete 2027-001
a practice delete Épicerie
a undo
a practice list --format json
json "a sheet deleted comes back" 'len(j)==2'
a practice new territory=Sète
exits "a sheet needs a title" 1
a practice new title=X session=Jardins
exits "a session is one of an event" 1
a doctor
exits "all of it is sound" 0
# ---- registered as a speaker, and not on the programme -----------------------------------------
a event new title="Sans programme" start_date=2026-11-18 start_time=9h end_time=17h status=held
E3=$(cat "$T/out")
a attendee add $E3 first_name=Awa last_name=Ba part=speaker email=awa@ba.example
a attendee add $E3 first_name=Un last_name=Participant
a event thanks $E3 --format json
json "whoever is registered as a speaker is thanked as one" '[(t["name"],t["role"],t["email"]) for t in j]==[("Awa Ba","speaker","awa@ba.example")]'
a check $E3 --format json
json "and found by the checks" '[p["message"] for p in j if p["code"]=="speaker_not_on_programme"]==["Awa Ba is registered as a speaker, but is not on the programme"]'
json "which do not say that there is no speaker" '"no_speaker" not in [p["code"] for p in j]'
a report 2026 --format json
ok "and counted by the figures" sh -c 'grep -qi speakers "$1"' - "$T/out"
cp "$T/out" "$T/figures"
a speaker add $E3 "Awa Ba" state=confirmed
a check $E3 --format json
json "on the programme all is well" '"speaker_not_on_programme" not in [p["code"] for p in j]'
a event thanks $E3 --format json
json "once" 'len(j)==1'
a report 2026 --format json
ok "counted once as well" cmp "$T/out" "$T/figures"
finish
