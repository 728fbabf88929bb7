#!/bin/sh
# Whoever reads goes away: no output hangs, spins or speaks of it at length (fault 17 of
# docs/reliability.md; the terminal that goes away is in storm_test.c).
. tests/robust/robust.sh
a event new title="Essai" start_date=2027-01-15 start_time=9h end_time=17h status=announced
awk 'BEGIN { print "Nom;Prénom;Courriel"
	for (i = 0; i < 3000; i++) printf "Nom%d;Zoé;z%d@essai.example\n", i, i }' >"$T/table.csv"
a import attendees 2027-001 "$T/table.csv"
exits "there is more to say than a pipe holds" 0

for words in "attendee list 2027-001" "attendee list 2027-001 --format json" \
	"attendee list 2027-001 --format csv" "person list" "history" "doctor" "help" "manual" \
	"calendar export" "print attendees 2027-001 -o -" "print attendees 2027-001 --format csv"; do
	# A shell that lists the codes of both sides; the reader takes a line and goes.
	sh -c '{ timeout 20 "$0" '"$words"' 2>"$1/err"; echo $? >"$1/code"; } | head -n 1 >"$1/out"' \
		"$program" "$T"
	code=$(cat "$T/code")
	# 141 is the shell's word for SIGPIPE, 1 our own; 0 when all of it went into the pipe.
	case $code in
	0 | 1 | 141) ended=0 ;;
	*) ended=1 ;;
	esac
	[ "$(grep -c '^ateliers: ' "$T/err")" -le 1 ] || ended=1
	report $ended "$words | head -1: ends with $code"
done
sh -c '{ timeout 20 "$0" attendee list 2027-001 2>"$1/err"; echo $? >"$1/code"; } | true' "$program" "$T"
ok "a reader that never read: it ends with $(cat "$T/code")" test "$(cat "$T/code")" -ne 124
a doctor --format json
json "the file is sound" 'j["problems"]==[]'
a attendee list 2027-001 --format json
json "and whole" 'len(j)==3000'
finish
