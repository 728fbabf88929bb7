#!/bin/sh
# The figures of a year: what it says, in which forms, and that another count comes to the same.
. tests/cli/tap.sh

# ---- a cycle of four days in two months ----------------------------------------------------------
a event new title="Session de Roubaix" cycle="Égalité-Citoyenneté" status=held \
	days="2016-01-28; 2016-01-29; 2016-02-22; 2016-02-23"
a report 2016
exits "report" 0
has "a table for people" "The year in figures"
has "and what they must know" "not counted" "$T/err"
a report 2016 --format json
ok "one action, four days, eight half-days" "$python" -c '
import json,sys
j={r["figure"]:r["value"] for r in json.load(open(sys.argv[1])) if r["section"]=="summary" and r["part"] is None}
sys.exit(0 if (j["actions"],j["events"],j["days"],j["half_days"])==(1,1,4,8.0) else 1)' "$T/out"
json "a flat object for each figure" 'all(set(r)==set("section line label part figure value value_before unit".split()) for r in j)'
json "half-days are numbers" 'all(isinstance(r["value"],float) for r in j if r["unit"]=="half_days" and r["value"] is not None)'
json "counts are whole" 'all(isinstance(r["value"],int) for r in j if r["unit"]=="count" and r["value"] is not None)'
json "what nobody knows is null" '[r["value"] for r in j if r["figure"]=="replies"]==[None]'
json "every month" '[r["line"] for r in j if r["section"]=="month" and r["figure"]=="events"]==["%02d"%m for m in range(1,13)]'
json "the cycle has its line" 'any(r["label"]=="Égalité-Citoyenneté" and r["value"]==8.0 for r in j if r["section"]=="cycle")'
a report 2016 --format csv
csv "CSV, headed by the keys" 'j[0]["section"]=="summary" and set(j[0])>={"line","figure","value"}'
a report 2015
has "a year of nothing" "Events held"

# ---- forms ---------------------------------------------------------------------------------------
a report 2016 -o "$T/report.pdf"
exits "a PDF" 0
ok "is one" sh -c '[ "$(head -c 5 "$1")" = %PDF- ]' - "$T/report.pdf"
has "and its pages are told" "page" "$T/err"
a report 2016 -o "$T/report.xlsx"
exits "a workbook" 0
ok "is one" sh -c '[ "$(head -c 2 "$1")" = PK ]' - "$T/report.xlsx"
a report 2016 -o "$T/report.JSON"
ok "JSON by the end of the name" "$python" -c 'import json,sys; json.load(open(sys.argv[1]))' "$T/report.JSON"
a report 2016 -o "$T/report.csv"
ok "CSV by the end of the name" grep -q ^section, "$T/report.csv"
a report 2016 -o "$T/report.txt"
ok "words by any other" grep -q "The year in figures" "$T/report.txt"
a report 2016 --format csv -o "$T/other.pdf"
exits "two forms at once" 2
ok "make no file" test ! -e "$T/other.pdf"
a report 2016 --format xlsx
exits "a workbook without a file" 2
a report 2016 -o "$T/none/report.pdf"
exits "no such folder" 1
a report 26
exits "two digits are no year" 2
a report
exits "which year" 2
a --lang fr report 2016
has "in French" "Demi-journées"

# ---- while there is time -------------------------------------------------------------------------
a organisation new name="Les Tilleuls" family=association level=local
a event new title="Atelier" start_date=2026-12-10 start_time=9h end_time=12h status=announced
for i in 1 2 3 4 5 6 7 8 9 10; do
	a attendee add Atelier last_name="Nom$i" organisation="Les Tilleuls"
done
a check Atelier --lang fr
has "one family prevails" "Les associations font 100"
a setting set balance_percent 0
a check Atelier --lang fr
ok "unless nobody asks" sh -c '! grep -q "des inscrits" "$1"' - "$T/out"

# ---- the sample: 46 real events and a season, counted once more ----------------------------------
if [ -z "$python" ]; then
	report 0 "another count # SKIP no python3"
	finish
	exit
fi
a demo --into "$T/sample"
export ATELIERS_DB="$T/sample/ateliers.db" ATELIERS_NOW=2026-12-20T08:30:00Z
meeting() { # NUMBER HALF-DAY PEOPLE…: they are marked
	number_of=$1 half=$2
	shift 2
	a checkin "$number_of" --half-day "$half" "$@"
}
people() {
	seq "$1" "$2" | tr '\n' ' '
}
# shellcheck disable=SC2046 # numbers
{
	meeting 2026-006 2026-12-08-am $(people 1 34)
	meeting 2026-006 2026-12-08-pm $(people 5 28)
	meeting 2026-005 2026-12-17-am $(people 3 60)
	a checkin 2026-006 --half-day 2026-12-08-pm --state absent 7 8
	meeting 2026-006 2026-12-08-pm 9
	a checkin 2026-006 --half-day 2026-12-08-am 40
	a undo
}
for year in 2009 2010 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027; do
	a report $year --format json
	ok "$year, counted once more by SQL" sh -c '"$1" tests/cli/report_count.py "$2" "$3" 2026-12-20 <"$4"' - \
		"$python" "$ATELIERS_DB" $year "$T/out"
done
a report 2009 --format json
json "a year alone is in no month" 'any(r["section"]=="month" and r["line"] is None and r["value"]==1 for r in j)'
a report 2019 --format json
json "an estimate stands apart" '[r["value"] for r in j if r["section"]=="summary" and r["figure"] in ("counted","estimated","attendance")]==[80,150,230]'
json "thirteen départements, zeros too" 'len([r for r in j if r["section"]=="place" and r["figure"]=="events" and r["line"] in "09 11 12 30 31 32 34 46 48 65 66 81 82".split()])==13'
json "events without a date are told" '[r["value"] for r in j if r["figure"]=="without_date"]==[5]'
# ---- once marked, withdrawn, and registered anew ------------------------------------------------
a event new title=Retour status=held start_date=2001-03-09 start_time=9h end_time=17h
a attendee add 2001-001 last_name=Élan first_name=Zoé email=zoe@elan.example
a checkin 2001-001 --half-day 2001-03-09-am 1
a attendee set 2001-001 1 status=cancelled
a attendee add 2001-001 last_name=Élan first_name=Zoé email=zoe@elan.example
a checkin 2001-001 --half-day all 2
a report 2001 --format json
json "one person with two registrations is present once" \
	'{r["figure"]:r["value"] for r in j if r["section"]=="event" and r["figure"] in ("registered","present","participations","no_shows")}=={"registered":1,"present":1,"participations":2.0,"no_shows":0}'
finish
