#!/bin/sh
# Fail, or kill the program, at the nth write, flush and rename, n = 1 to INJECT_POINTS, of one long gesture
# and of what writes files (fault 3, fault 4 and fault 5 of docs/reliability.md). The loops behind
# tests/robust/inject_test.sh.
. tests/robust/robust.sh
POINTS=${INJECT_POINTS:-200}
export LSAN_OPTIONS=detect_leaks=0
if ! strace -o "$T/trace" true 2>/dev/null; then
	echo "1..0 # SKIP strace may not trace here"
	exit 0
fi
start=$T/start.db
export ATELIERS_DB="$start"
"$program" event new title="Essai" start_date=2027-01-15 status=announced >"$T/out" 2>"$T/err"
"$program" attendee add 2027-001 first_name=Zoé last_name=Élan email=zoe@elan.example >"$T/out" 2>"$T/err"
awk 'BEGIN { print "Nom;Prénom;Courriel;Organisme"
	for (i = 1; i <= 400; i++) printf "Nom%d;Zoé;z%d@essai.example;Mairie de Lieu%d\n", i, i, i % 30 }' \
	>"$T/table.csv"
echo Ancien >"$T/old"
"$program" calendar export -o "$T/new.ics" 2>"$T/err"
"$program" event list --format csv -o "$T/new.csv" 2>"$T/err"

# at CALL FAULT N WORD…: run the program so that its nth CALL meets FAULT.
at() {
	call=$1 fault=$2 n=$3
	shift 3
	case $call in
	rename) calls="?rename,?renameat,?renameat2,?link,?linkat" ;;
	*) calls=$call ;;
	esac
	strace -f -o /dev/null -e trace="$calls" -e inject="$calls:$fault:when=$n" \
		timeout 60 "$program" "$@" >"$T/out" 2>"$T/err" </dev/null
	code=$?
}
count() {
	sed -n "s/^ *\"$1\": \([0-9]*\),*\$/\1/p" "$T/doctor"
}

injected=0
# loop NAME CHECK WORD…: every fault at every call, until three in a row met nothing.
loop() {
	name=$1 check=$2
	shift 2
	for call in pwrite64 fdatasync rename; do
		for fault in signal=KILL error=EIO error=ENOSPC; do
			point=0
			missed=0
			bad=
			struck=0
			while [ $point -lt "$POINTS" ] && [ $missed -lt 3 ]; do
				point=$((point + 1))
				rm -f "$T"/case.db* "$T/file" "$T/copy.db"* "$T"/.ateliers-*
				cp "$start" "$T/case.db"
				cp "$T/old" "$T/file"
				at $call $fault $point "$@" --db "$T/case.db"
				if [ "$code" -eq 0 ]; then
					missed=$((missed + 1))
				else
					missed=0
					struck=$((struck + 1))
				fi
				$check || bad="$bad $point(exit $code)"
			done
			injected=$((injected + struck))
			echo "$bad" >"$T/out"
			ok "$name: $fault at $struck points of $call: old or new, never in between" test -z "$bad"
		done
	done
}

# All of the import or nothing; what was said is done, what was refused is not.
import_whole() {
	"$program" doctor --db "$T/case.db" --format json >"$T/doctor" 2>&1 || return 1
	case $code/$(count attendee) in
	0/401 | 1/1 | 137/1 | 137/401) ;;
	*) return 1 ;;
	esac
	[ "$code" -ne 1 ] || [ "$(grep -c '^ateliers: ' "$T/err")" -eq 1 ]
}
calendar_whole() {
	cmp -s "$T/file" "$T/old" && [ "$code" -ne 0 ] || cmp -s "$T/file" "$T/new.ics"
}
table_whole() {
	cmp -s "$T/file" "$T/old" && [ "$code" -ne 0 ] || cmp -s "$T/file" "$T/new.csv"
}
copy_whole() {
	if [ -e "$T/copy.db" ]; then
		"$program" doctor --db "$T/copy.db" >"$T/doctor" 2>&1
	else
		[ "$code" -ne 0 ]
	fi
}
loop "an import" import_whole import attendees 2027-001 "$T/table.csv"
loop "a backup" copy_whole backup "$T/copy.db"
loop "a calendar" calendar_whole calendar export -o "$T/file"
loop "a table" table_whole event list --format csv -o "$T/file"
echo "# $injected injected faults"
finish
