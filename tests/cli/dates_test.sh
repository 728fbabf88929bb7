#!/bin/sh
# Periods to avoid, and the date finder: on the sample, a good day first, and why others are not.
. tests/cli/tap.sh

# ---- periods
a holiday new name="Réserve électorale" first_day=2027-03-01 last_day=2027-03-14 reason=municipales --format json
exits "a period is added" 0
json "as a period to avoid" 'j["kind"]=="avoid" and j["reason"]=="municipales" and j["zone"] is None'
a holiday new name="Vacances d’hiver" kind=school first_day=2027-02-06 last_day=2027-02-21 --format json
json "school holidays are those of the zone" 'j["zone"]=="C"'
a holiday new name="Journée du réseau" first_day=2027-05-20 --format json
json "one day long" 'j["last_day"]=="2027-05-20"'
a holiday new name=Autre first_day=2027-03-01
exits "two cannot begin on one day" 1
has "and it is said which" "Réserve électorale" "$T/err"
a holiday new name=Envers first_day=2027-03-02 last_day=2027-03-01
exits "the last day is not before the first" 1
a holiday edit "Réserve électorale" last_day=2027-03-21
exits "a period is changed" 0
a holiday list --format json
json "listed, the earliest first" '[x["name"] for x in j][-3:]==["Vacances d’hiver","Réserve électorale","Journée du réseau"] and j[-2]["last_day"]=="2027-03-21"'
a holiday delete "Journée du réseau"
exits "a period is deleted" 0
a undo
a holiday show "Journée du réseau" --format json
exits "and comes back" 0
printf 'nom;premier_jour;dernier_jour;type;motif\nCongrès;2027-06-01;2027-06-03;éviter;tout le réseau y est\n' >"$T/periods.csv"
a import holidays "$T/periods.csv" --format json
json "brought in with its reason" 'j["new"]==1'
a holiday show Congrès --format json
json "the reason" 'j["reason"]=="tout le réseau y est"'

# ---- what is asked for
a event dates --duration 2 --from 2027-01-04 --to 15 janvier 2027 --format json
exits "two days in a row" 0
json "never over a weekend" 'len(j)==8 and all(x["weekday"]<5 for x in j) and all(x["end_date"]>x["date"] for x in j)'
a event dates --from 2027-01-04 --to 2027-01-10 --weekends --format json
json "weekends when asked" 'len(j)==7'
a event dates --from 2027-01-04 --to 2027-01-10 --format csv
has "csv is headed by the keys" "score,date,end_date,weekday,week,start_time,town,reasons"
a event dates --duration demain
exits "no duration" 2
a event dates --from hiersoir
exits "no date" 2
a event dates --from 2027-01-04 --to 2027-01-01
exits "the wrong way round" 2
a event dates --from 2027-01-04 --to 2037-01-01
exits "too long" 2
a event dates --speaker Personne
exits "an unknown speaker" 1
a event dates --town Xyzzy --format json
exits "an unknown town is no error" 0
has "and is said" "Xyzzy" "$T/err"
a setting set date_weights "school_holidays=0 rain=5"
exits "an unknown weight" 1
a setting set date_weights "school_holidays=0"
a event dates --from 2027-02-08 --to 2027-02-08 --format json
json "weights are a setting" '[x["points"] for x in j[0]["reasons"] if x["code"]=="school_holidays"]==[0]'

# ---- the sample
ATELIERS_NOW=2026-11-23T08:30:00Z "$program" demo --into "$T/sample" >/dev/null 2>&1
db=$T/sample/ateliers.db
if [ ! -f "$db" ]; then db=$T/sample; fi
a --db "$db" event dates --from 2026-12-20 --to 2027-04-30 --town Montpellier Albi --speaker "Sandrine Loubière" --format json
exits "the date finder on the sample" 0
json "a good day is first" 'j[0]["score"]>=90 and j[0]["weekday"]==4 and j[0]["town"]=="Albi" and all(x["code"] in ("weekday","town","notice") or x["points"]==0 for x in j[0]["reasons"])'
json "a Thursday in school holidays is low, and says so" '[(i,x) for i,x in enumerate(j) if x["date"]=="2027-03-25"][0][1]["score"]<=j[0]["score"]-40 and any(r["code"]=="school_holidays" and r["points"]==-40 for x in j if x["date"]=="2027-03-25" for r in x["reasons"])'
json "a public holiday is among the last" '[i for i,x in enumerate(j) if x["date"]=="2027-03-29"][0]>=len(j)-3 and any(r["text"]=="public holiday: Easter Monday" for x in j if x["date"]=="2027-03-29" for r in x["reasons"])'
json "a day on which the speaker is taken is low" 'any(r["code"]=="speaker" and r["points"]==-80 and "Sandrine Loubière" in r["text"] for x in j if x["date"]=="2027-01-12" for r in x["reasons"]) and [x["score"] for x in j if x["date"]=="2027-01-12"][0]<=20'
json "the town that has waited is taken" 'all(x["town"]=="Albi" for x in j)'
json "and it is said when each had its last event" 'any(r["code"]=="town" and "Albi" in r["text"] and "Montpellier" in r["text"] for r in j[0]["reasons"])'
json "days are ranked" '[x["score"] for x in j]==sorted([x["score"] for x in j],reverse=True)'
a --db "$db" event dates 2027-001 --from 2027-01-04 --format json
exits "of an event with four days" 0
json "its days keep their distances" 'j[0]["end_date"]>j[0]["date"]'
a --db "$db" event dates --duration 3h --speaker "Véronique Sénéchal" --from 2026-12-04 --to 2026-12-04 --format json
json "an hour that is free" 'j[0]["start_time"]=="11:40"'
finish
