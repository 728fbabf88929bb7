#!/bin/sh
# Hostile calendars (fault 19 of docs/reliability.md): whatever they hold, the program goes on, in words,
# and what is stored is what was stored.
. tests/robust/robust.sh
perl tests/robust/calendars.pl "$T" || exit 1
a event new title=Avant start_date=2027-03-01
a import calendar "$T/weekly-google.ics" --name base
exits "a calendar that is well" 0
a busy list --format csv
cp "$T/out" "$T/before"

# try NAME: import it; the program must end by itself, within a time that is long even here.
try() {
	timeout 120 "$program" import calendar "$T/$1.ics" --name "$1" >"$T/out" 2>"$T/err" </dev/null
	code=$?
}
# refused NAME WORDS: the file is, in one line with WORDS, and nothing is written.
refused() {
	try "$1"
	exits "$1: refused" 1
	has "$1: in words" "$2" "$T/err"
	a busy list --format csv
	ok "$1: nothing is written" cmp "$T/out" "$T/before"
}
# taken NAME WORDS: the good entry is, and the report has WORDS.
taken() {
	try "$1"
	exits "$1: read" 0
	has "$1: in words" "$2" "$T/err"
	a busy list --source "$1" --format csv
	csv "$1: what is good is there" "[r['title'] for r in j].count('good') == 1"
	a busy delete --source "$1"
}

# ---- what libical would hang or die of -----------------------------------------------------------
try hang
exits "147 bytes: read" 0
has "147 bytes: the line is named" "line 2: refused: “(no title)” is left out: it repeats by the hour" "$T/err"
taken hang-minutely "it repeats by the hour"
taken hang-yearday "it repeats by the hour"
taken hang-zone "nobody knows the time zone “evil”"
taken bad-ends "only its start is kept"
taken bad-starts "2001 rows: 1 new, 0 already there, 0 changed, 0 doubtful, 2000 refused"
taken long-line "longer than 64 kB"
taken long-description "2 rows: 2 new"
taken many-values "its lists have more than 5,000 values"
refused nested "four deep"
refused bomb "larger than 5 MB"
refused many "more than 5,000 entries"
refused many-dates "more than 20,000 dates"
refused slow "takes too long to read; the entry at line"
try many-exdates
has "600 dates taken out are 600" "100 rows: 100 new" "$T/err"
a busy delete --source many-exdates
try many-parts
exits "a time zone of 4,000 parts: read" 0
has "a time zone of 4,000 parts: told" "nobody knows the time zone “evil”" "$T/err"
a busy delete --source many-parts

# ---- no calendar ---------------------------------------------------------------------------------
for name in empty noise page; do
	refused $name "it is no calendar"
done
refused cut "it is cut short"
refused old "vCalendar 1.0"
a import calendar "$T"
exits "a folder" 1
a import calendar /dev/full
exits "a device without an end" 1
has "a device without an end: told" "larger than 5 MB" "$T/err"

# ---- words ---------------------------------------------------------------------------------------
try words
exits "hostile words: read" 0
cat "$T/out" "$T/err" >"$T/said"
a busy list
cat "$T/out" >>"$T/said"
a busy list --format json
cat "$T/out" >>"$T/said"
ok "hostile words: no control reaches anybody" sh -c "! LC_ALL=C tr -d '\n' <'$T/said' | LC_ALL=C grep -q '[[:cntrl:]]'"
ok "hostile words: no override of direction" sh -c "! grep -q \"\$(printf '\\342\\200\\256')\" '$T/said'"
json "hostile words: what is left of them is there" "'a]0;taken[31mb' in [r['title'] for r in j] and 'ab' in [r['title'] for r in j]"
a busy delete --source words
try lies
exits "parameters that lie" 0
a busy delete --source lies

# ---- a partner's programs ------------------------------------------------------------------------
for name in google apple outlook khal own; do
	try weekly-$name
	exits "as $name writes it: read" 0
	a busy list --source weekly-$name --format json
	json "as $name writes it: every hour is right" \
		"[(r['first_day'], r['start_time'], r['end_time']) for r in j] == [(d, '09:00', '10:30') for d in ('2027-03-15','2027-03-17','2027-03-24','2027-03-29','2027-04-05','2027-04-07')]"
	a busy delete --source weekly-$name
done

# ---- the process that reads ----------------------------------------------------------------------
mkfifo "$T/pipe" "$T/answers" # not a file: it may write none
cat "$T/answers" >"$T/answer" &
"$program" read-calendar Europe/Paris 2026-01-01 2028-12-31 <"$T/pipe" >"$T/answers" 2>"$T/err" &
reader=$!
exec 9>"$T/pipe"
waited=0
until grep -q '^NoNewPrivs:.1' /proc/$reader/status 2>/dev/null && grep -q 'Max open files *0 ' /proc/$reader/limits ||
	[ $waited -ge 100 ]; do
	waited=$((waited + 1))
	sleep 0.1
done
cp /proc/$reader/status "$T/status"
cp /proc/$reader/limits "$T/limits"
sed -n 's/^Seccomp:.//p' "$T/status" >"$T/seccomp"
: >"$T/out"
ok "before the first byte it has no new rights" grep -q '^NoNewPrivs:.1' "$T/status"
if [ "$(cat "$T/seccomp")" = 2 ]; then
	ok "before the first byte it is filtered" true
else
	skipped "before the first byte it is filtered" "this system has no seccomp"
fi
ok "it may open nothing" grep -q '^Max open files *0 ' "$T/limits"
ok "it may write no file" grep -q '^Max file size *0 ' "$T/limits"
ok "it leaves no core" grep -q '^Max core file size *0 ' "$T/limits"
ok "it may compute for two seconds" grep -q '^Max cpu time *2 ' "$T/limits"
case ${BUILD:-build} in
*san*) skipped "it may take 256 MB more" "AddressSanitizer takes more addresses" ;;
*)
	space=$(sed -n 's/^Max address space *\([0-9]*\) .*/\1/p' "$T/limits")
	mapped=$(($(sed -n 's/^VmSize:[^0-9]*\([0-9]*\).*/\1/p' "$T/status") * 1024))
	ok "it may take 256 MB more" test "$space" -ge 268435456 -a "$space" -le $((mapped + 268435456))
	;;
esac
cat "$T/weekly-google.ics" >&9
exec 9>&-
wait $reader
ok "and then it reads" test $? -eq 0
wait
ok "to the end" grep -aq 'ATELIERS CALENDAR 1' "$T/answer"

# ---- a reader that dies --------------------------------------------------------------------------
mkdir "$T/broken" "$T/broken/modules"
cp "$program" "$T/broken/ateliers"
cp "$(dirname "$program")"/modules/*.so "$T/broken/modules"
rm "$T/broken/modules/ateliers-ical.so"
"$T/broken/ateliers" import calendar "$T/weekly-google.ics" --name base >"$T/out" 2>"$T/err"
code=$?
exits "a reader that gives no answer" 1
a busy list --format csv
ok "changes nothing" cmp "$T/out" "$T/before"
a doctor
exits "and after all that the database is well" 0
finish
