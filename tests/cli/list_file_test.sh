#!/bin/sh
# Lists as files: chosen columns, the format by the ending of the name, workbooks.
. tests/cli/tap.sh

# book NAME EXPRESSION FILE: true of the rows of a workbook, called j: dictionaries by heading. Text is
# text, a number a number, a day, time or instant (format, number); "head" is the row of headings.
book() {
	if [ -z "$python" ]; then
		number=$((number + 1))
		echo "ok $number - $1 # SKIP no python3"
		return
	fi
	"$python" - "$3" "$2" >"$T/out" 2>>"$T/err" <<'END'
import sys, zipfile
import xml.etree.ElementTree as tree
name = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
styles = tree.fromstring(book.read('xl/styles.xml'))
codes = {n.get('numFmtId'): n.get('formatCode') for n in styles.iter(name + 'numFmt')}
looks = [codes.get(x.get('numFmtId')) for x in styles.find(name + 'cellXfs')]
sheet = tree.fromstring(book.read('xl/worksheets/sheet1.xml'))
assert sheet.find('.//' + name + 'f') is None, 'a formula'
def value(cell):
    if cell.get('t') == 'inlineStr':
        return ''.join(t.text or '' for t in cell.iter(name + 't'))
    number = float(cell.find(name + 'v').text)
    look = looks[int(cell.get('s', 0))]
    return number if look is None else (look, round(number, 5))
rows = [{''.join(c for c in cell.get('r') if c.isalpha()): value(cell)
         for cell in row if len(cell)} for row in sheet.iter(name + 'row')]
head = list(rows[0].values())
j = [{rows[0][k]: v for k, v in row.items()} for row in rows[1:]]
print(head, *j, sep='\n')
sys.exit(0 if eval(sys.argv[2]) else 1)
END
	report $? "$1"
}

a event new title="Journée d’échanges" kind="journée d’échanges" start_date=2027-01-15 start_time=9h30 \
	end_time=16h venue="Maison des rencontres" themes="santé; médiation" seat_limit=40 status=announced
a event new title="=HYPERLINK(\"http://x\")" status=idea
a event new title="Un mois" start_date=2027-03 status=idea
a attendee add 2027-001 first_name=Zoé last_name=Élan email=zoe@elan.example phone="04 67 12 34 56" department=09
a attendee add 2027-001 first_name="محمد" last_name="علي 😀" organisation="@SUM(1)"

# ---- columns -------------------------------------------------------------------------------------
a event list --columns title,number --format csv
ok "csv has the columns in their order" sh -c '[ "$(head -n 1 "$1" | tr -d "\r")" = title,number ]' - "$T/out"
a event list --columns " status , themes,title" --format json
json "json has them alone, typed" '[list(e) for e in j]==[["status","themes","title"]]*3 and ["santé","médiation"] in [e["themes"] for e in j]'
a event list --columns days,number --format json
json "days stay objects" '[e["days"][0]["date"] for e in j if e["number"]=="2027-001"]==["2027-01-15"]'
a event list --columns end_time,title --sort title
ok "a table has columns that no list has" grep -Eq '^End +Title$' "$T/out"
has "in words for people" "16:00"
a event list --columns number,colour
exits "an unknown column" 2
has "is named" "“colour”" "$T/err"
has "with those there are" "number title short_title" "$T/err"
a event list --columns number,number
exits "a column given twice" 2
a event list --columns ""
exits "no column" 2
a event list --columns number,
exits "an empty one" 2
a event show 2027-001 --columns number
exits "one event has no list" 2
a attendee list 2027-001 --columns presence
exits "presence is no column without its half-day" 2
a attendee list 2027-001 --half-day 2027-01-15-am --columns presence,last_name --format json
json "with it, it is one" 'len(j)==2 and all(list(e)==["presence","last_name"] for e in j)'
a history --columns who,amount --format json
json "of the history too" 'j[0]=={"who":"nadia","amount":1}'
a person duplicates --columns reason
ok "of the duplicates" grep -q '^Reason' "$T/out"

# ---- the ending of the name ----------------------------------------------------------------------
a event list -o "$T/list.csv"
ok ".csv" grep -q '^number,title,' "$T/list.csv"
a event list -o "$T/list.JSON"
cp "$T/list.JSON" "$T/out"
json ".JSON" 'len(j)==3'
a event list -o "$T/list.txt"
ok "another ending is a table" grep -q '^Number  *Title' "$T/list.txt"
a event list -o "$T/list.json" --format csv
ok "--format decides" grep -q '^number,title,' "$T/list.json"
a event list -o "$T/list.xlsx" --format csv
exits "but not that CSV be called a workbook" 2
a event list -o "$T/list.ods"
exits "what is not written is refused" 2
has "with what is" ".xlsx" "$T/err"
a event list -o "$T/list.PDF"
exits "nor is text called a document" 2
ok "and nothing is written" test ! -e "$T/list.PDF"
a report 2026 -o "$T/report.docx"
exits "not by the report either" 2
a report 2026 -o "$T/report.pdf"
exits "which is a PDF all the same" 0
a event list --format xlsx
exits "no workbook to standard output" 2
a event list --format xlsx -o -
exits "by whatever name" 2
a calendar export -o "$T/list.xlsx"
exits "no workbook of a calendar" 2
a event show 2027-001 -o "$T/list.xlsx"
exits "nor of one event" 2
a event list -o "$T/nowhere/list.xlsx"
exits "a folder that is not there" 1
has "is named" "nowhere/list.xlsx" "$T/err"
ok "nothing of it is there" test ! -e "$T/list.xlsx" -a ! -e "$T/list.ods"

# ---- workbooks -----------------------------------------------------------------------------------
a event list -o "$T/events.xlsx"
exits "a workbook" 0
ok "says nothing" test ! -s "$T/out" -a ! -s "$T/err"
ok "is private" sh -c 'test "$(stat -c %a "$1")" = 600' - "$T/events.xlsx"
book "headings are the labels" 'head[:2]==["Number","Title"]' "$T/events.xlsx"
book "dates and times are real ones" '[(r["Date"],r["Start"]) for r in j if r["Number"]=="2027-001"]==[(("yyyy-mm-dd",46402),("hh:mm",0.39583))]' "$T/events.xlsx"
book "a month stays text" '[r["Date"] for r in j if r["Title"]=="Un mois"]==["2027-03"]' "$T/events.xlsx"
book "numbers are numbers" '[(r["Seats"],r["Registered"]) for r in j if "Seats" in r]==[(40,2)]' "$T/events.xlsx"
book "codes and several values are words" '[(r["Status"],r["Themes"]) for r in j if r["Number"]=="2027-001"]==[("announced","santé; médiation")]' "$T/events.xlsx"
book "a formula is text" "'=HYPERLINK(\"http://x\")' in [r['Title'] for r in j]" "$T/events.xlsx"
a event list -o "$T/events.xlsx" --lang fr --columns start_date,number,days_known --sort number
book "in French, with the columns of --columns" 'head==["Date","Numéro","Jours connus"] and ("dd/mm/yyyy",46402) in [r.get("Date") for r in j] and j[0]["Jours connus"]=="oui"' "$T/events.xlsx"
a attendee list 2027-001 -o "$T/attendees.xlsx" --half-day 2027-01-15-am --sort number
book "zeros in front stay" '(j[0]["Département"],j[0]["Phone"])==("09","04 67 12 34 56")' "$T/attendees.xlsx"
book "presence is there, in words" '[r["Presence"] for r in j]==["–","–"]' "$T/attendees.xlsx"
book "when somebody registered is in the time of the centre" 'j[0]["Registered at"]==("yyyy-mm-dd hh:mm",46349.39583)' "$T/attendees.xlsx"
book "other scripts and a formula" 'j[1]["Last name"]=="علي 😀" and j[1]["Organisation"]=="@SUM(1)"' "$T/attendees.xlsx"
cp "$T/attendees.xlsx" "$T/first.xlsx"
a attendee list 2027-001 -o "$T/attendees.xlsx" --half-day 2027-01-15-am --sort number
ok "the same list is the same file" cmp "$T/first.xlsx" "$T/attendees.xlsx"
a person list -o "$T/one.xlsx" --columns name,email
a person list -o "$T/other.xlsx" --columns name,email --sort name
ok "people are read one by one, or sorted: the same" cmp "$T/one.xlsx" "$T/other.xlsx"
a theme list -o "$T/themes.xlsx" --format xlsx
book "of anything that is listed" 'sorted(r["Theme"] for r in j)==["médiation","santé"]' "$T/themes.xlsx"
a history -o "$T/history.xlsx"
book "of the history" 'j[0]["When"]==("yyyy-mm-dd hh:mm",46349.39583) and j[0]["Undone"]=="no"' "$T/history.xlsx"
a busy list -o "$T/busy.xlsx"
book "an empty one has its headings" 'j==[] and len(head)==7' "$T/busy.xlsx"

# ---- filters -------------------------------------------------------------------------------------
a event list --filter 'état:idée -"un mois"' --format json
json "columns and words, in either language" '[e["number"] for e in j]==["2026-001"]'
a event list --filter 'date:>=2027-02' --columns title --format csv
ok "dates are compared" grep -q 'Un mois' "$T/out"
ok "and the others are left out" sh -c '! grep -q Journ "$1"' - "$T/out"
a attendee list 2027-001 --filter 'dpt:ariège' --format json
json "a département by its name" '[e["last_name"] for e in j]==["Élan"]'
a event list --filter 'journee' -o "$T/filtered.xlsx"
book "a workbook too" 'len(j)==1' "$T/filtered.xlsx"
a session new 2027-001 title="Table ronde" start_time=10h end_time=11h
a session new 2027-001 title="Déjeuner" start_time=12h end_time=14h
a session list 2027-001 --filter 'RONDE' --format json
json "rows without a search key are searched by all that they say" '[e["title"] for e in j]==["Table ronde"]'
a session list 2027-001 --filter 'début:>=12h' --format json
json "times are compared" '[e["title"] for e in j]==["Déjeuner"]'
a event list --filter 'colour:red'
exits "an unknown column of a filter" 2
has "is named" "“colour”" "$T/err"
a event list --filter 'seats:many'
exits "and a wrong value" 2
has "with what is possible" "5..10" "$T/err"

# ---- what comes back -----------------------------------------------------------------------------
a person list -o "$T/people.xlsx" --lang fr
a import people "$T/people.xlsx" --format json
json "what was written is read again, and known" '(j["same"],j["new"],j["refused"])==(2,0,0)'

# ---- a disk that is full -------------------------------------------------------------------------
cp "$T/first.xlsx" "$T/kept.xlsx"
awk 'BEGIN { print "Nom;Prénom"; for (i = 0; i < 900; i++) printf "Nom%d;Zoé\n", i * 7919 % 10007 }' >"$T/many.csv"
a import people "$T/many.csv" --doubtful=new
for blocks in 1 8 64 256 4000; do
	sh -c 'ulimit -f "$1"; shift; exec "$@"' - $blocks "$program" person list -o "$T/kept.xlsx" >"$T/out" 2>"$T/err"
	code=$?
	if [ $code -eq 0 ]; then
		book "$blocks blocks are enough" 'len(j)==902' "$T/kept.xlsx"
		cp "$T/first.xlsx" "$T/kept.xlsx"
	else
		exits "$blocks blocks are not enough" 1
		ok "$blocks blocks: what was there stays" cmp "$T/first.xlsx" "$T/kept.xlsx"
	fi
done
find "$T" -name '.ateliers-*' -o -type f -name 'tmp.*' >"$T/out"
ok "nothing is left" test ! -s "$T/out"
finish
