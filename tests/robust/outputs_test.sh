#!/bin/sh
# Files and streams that are written: whole or not at all, where they were meant to go, whatever is closed,
# full, missing or in the way (fault 17, fault 22 and fault 24 of docs/reliability.md).
. tests/robust/robust.sh
db=$T/data/ateliers/ateliers.db

a event new title="Essai" start_date=2027-01-15 start_time=9h end_time=17h status=announced
a attendee add 2027-001 first_name=Zoé last_name=Élan email=zoe@elan.example
a session new 2027-001 date=2027-01-15 start_time=10h title=Ouverture
exits "there is a database" 0

printf 'Nom;Prénom\nUn;Deux\n' >"$T/people.csv"

# ---- the program without its parts ---------------------------------------------------------------
mkdir "$T/alone"
cp "$program" "$T/alone/ateliers"
c() {
	"$T/alone/ateliers" "$@" --db "$db" >"$T/out" 2>"$T/err" </dev/null
	code=$?
}
missing() { # CONTEXT
	for words in "calendar export -o $T/none.out:ical" "print sign-in 2027-001 -o $T/none.out:print" \
		"print programme 2027-001 -o $T/none.out.odt:exchange" \
		"report 2027 -o $T/none.out.pdf:print" "report 2027 -o $T/none.out.xlsx:exchange" \
		"invite 2027-001 --ics -o $T/none.out:ical" "event list --format csv -o $T/none.out:exchange" \
		"import people $T/people.csv:exchange"; do
		c ${words%:*}
		[ "$code" -eq 1 ] && [ "$(grep -c '^ateliers: .*'"${words##*:}" "$T/err")" -eq 1 ] &&
			[ ! -s "$T/out" ]
		report $? "$1: “${words%% -o*}” says that ${words##*:} is missing"
	done
	ok "$1: nothing was written" sh -c '[ -z "$(find "$1" -name "none.out*" ! -type d)" ]' - "$T"
	c event list --format json
	json "$1: all else works" 'len(j)==1'
}
if [ -d /usr/local/lib/ateliers ] || [ -d /usr/lib/ateliers ]; then
	skipped "modules that are missing" "they are installed on this machine"
else
	missing "no modules"
	mkdir "$T/alone/modules"
	for module in ical print exchange; do
		: >"$T/alone/modules/ateliers-$module.so"
	done
	missing "empty modules"
	for module in ical print exchange; do
		cp /etc/passwd "$T/alone/modules/ateliers-$module.so"
	done
	missing "modules that are none"
fi

# ---- streams that are closed or full -------------------------------------------------------------
for words in "event list" "event list --format json" "event list --format csv" "calendar export" \
	"doctor" "history" "help" "--version" "print sign-in 2027-001 -o -" "report 2027" \
	"report 2027 --format json"; do
	for stream in '>&-' '>/dev/full'; do
		sh -c "\"\$0\" $words $stream" "$program" 2>"$T/err" </dev/null
		code=$?
		: >"$T/out"
		exits "$words $stream" 1
	done
done
for words in "event list" "theme new name=Fermé" "calendar export -o $T/closed.ics" \
	"print sign-in 2027-001 -o $T/closed.pdf" "event list -o $T/closed.xlsx" "import people $T/people.csv" "backup $T/closed.db"; do
	sh -c "\"\$0\" $words <&- >&- 2>&-" "$program"
	code=$?
	: >"$T/out"
	: >"$T/err"
	ok "$words, all streams closed: it ends in order" test $code -lt 2
done
if [ -e "$T/closed.ics" ]; then
	ok "what was written is a calendar" sh -c 'head -n 1 "$1" | grep -q "^BEGIN:VCALENDAR"' - "$T/closed.ics"
fi
if [ -e "$T/closed.pdf" ]; then
	ok "what was written is a PDF" sh -c 'head -c 5 "$1" | grep -q "^%PDF-"' - "$T/closed.pdf"
fi
if [ -e "$T/closed.xlsx" ]; then
	ok "what was written is a workbook" unzip -tq "$T/closed.xlsx"
fi
a doctor --format json
json "no stream was the database" 'j["problems"]==[]'
sh -c '"$0" theme new name="Bruit" 2>/dev/full' "$program" >"$T/out"
a theme list --format json
json "notes that cannot be said stop nothing" 'any(t["name"]=="Bruit" for t in j)'
sh -c '"$0" theme new name="Muet" >/dev/full' "$program" 2>"$T/err"
code=$?
exits "a number that cannot be said is a failure" 1
sh -c 'ulimit -f 8; "$0" theme new name="Court"' "$program" >"$T/out" 2>"$T/err"
code=$?
[ $code -lt 2 ]
report $? "a limit on the size of files ends in order"
a doctor --format json
json "and the file is sound" 'j["problems"]==[]'
for letter in f:16 v:400000 n:12 t:20; do
	# AddressSanitizer takes more address space than any limit leaves.
	case $letter in v:*) ! grep -q __asan_init "$program" || continue ;; esac
	sh -c "ulimit -${letter%:*} ${letter#*:} && \"\$0\" calendar export -o \"\$1\"" "$program" "$T/limit.ics" \
		>"$T/out" 2>"$T/err"
	code=$?
	ok "ulimit -${letter%:*} ${letter#*:}: an export ends in order" test $code -lt 2
done

# ---- where files go ------------------------------------------------------------------------------
mkdir "$T/files"
echo "Cible" >"$T/files/target"
writes() { # NAME COMMAND-BEFORE--o
	name=$1
	shift
	rm -rf "$T/files/out"
	ln -s target "$T/files/out"
	a "$@" -o "$T/files/out"
	ok "$name: a link is replaced, what it led to untouched" \
		test "$code" -eq 0 -a ! -L "$T/files/out" -a "$(cat "$T/files/target")" = Cible
	rm -f "$T/files/out" && ln -s nowhere "$T/files/out"
	a "$@" -o "$T/files/out"
	ok "$name: so is a link to nowhere" test "$code" -eq 0 -a ! -L "$T/files/out" -a ! -e "$T/files/nowhere"
	ok "$name: a new file is private" test "$(stat -c %a "$T/files/out")" = 600
	chmod 640 "$T/files/out"
	ln "$T/files/out" "$T/files/hard"
	cksum <"$T/files/hard" >"$T/before"
	a "$@" -o "$T/files/out"
	ok "$name: rights are kept" test "$(stat -c %a "$T/files/out")" = 640
	rm -f "$T/files/hard"
	for path in /dev/full "$T/files/no/out" "$T/files" "$T/files/out/x"; do
		fingerprint "$T/files" >"$T/before"
		a "$@" -o "$path"
		exits "$name: refuses “${path##*/}”" 1
		fingerprint "$T/files" >"$T/after"
		ok "$name: and leaves nothing behind" cmp "$T/before" "$T/after"
	done
	a "$@" -o ""
	exits "$name: no name" 2
	a "$@" -o "$T/files/$(printf '%0255d' 1)x"
	exits "$name: a name that is too long" 1
	(cd "$T/files" && "$program" "$@" -o -rf) >"$T/out" 2>"$T/err"
	code=$?
	ok "$name: a name with a hyphen is a name or a fault of use" \
		test $code -eq 2 -o \( $code -eq 0 -a -f "$T/files/-rf" \)
	rm -f "$T/files/-rf"
}
writes "calendar export" calendar export
writes "event list --format csv" event list --format csv
writes "event list --format xlsx" event list --format xlsx
writes "print sign-in" print sign-in 2027-001
writes "report" report 2027
writes "report --format json" report 2027 --format json
writes "print attendees --format csv" print attendees 2027-001 --format csv
writes "print programme" print programme 2027-001
ln -s "$T/files" "$T/folder-link"
a calendar export -o "$T/folder-link/through.ics"
ok "a folder may be a link" test -s "$T/files/through.ics"
ln -s "$T/files/target" "$T/files/2027-001 Élan Zoé.ics"
a invite 2027-001 --ics -o "$T/files"
ok "an invitation replaces a link" test "$code" -eq 0 -a ! -L "$T/files/2027-001 Élan Zoé.ics" -a \
	"$(cat "$T/files/target")" = Cible
a invite 2027-001 --ics -o "$T/files/target"
exits "invitations into a file" 1
a invite 2027-001 --ics -o /dev/full/x
exits "invitations into a device" 1
a calendar export -o -
ok "“-” is standard output" sh -c 'head -n 1 "$1" | grep -q "^BEGIN:VCALENDAR"' - "$T/out"
a calendar export -o - -o -
exits "“-” twice" 2
a import attendees 2027-001 - -
exits "two tables" 2
(cd "$T/files" && "$program" calendar export -o ./-) >"$T/out" 2>"$T/err"
ok "“./-” is a file" test -s "$T/files/-"
mkdir "$T/gone"
(cd "$T/gone" && rmdir "$T/gone" && "$program" calendar export -o x.ics) >"$T/out" 2>"$T/err"
code=$?
exits "a folder that has been deleted" 1
ln -sf "$db" "$T/link.ics"
for path in "$db" "$T/link.ics"; do
	for words in "calendar export" "event list --format csv" "event list --format xlsx" "print sign-in 2027-001" \
		"help event"; do
		a $words -o "$path"
		exits "$words onto the database: refused" 1
	done
	a import people "$path"
	exits "an import of the database: refused" 1
	a setting set logo "$path"
	exits "a logo that is the database: refused" 1
done
find "$T" -name '.ateliers-*' >"$T/out"
ok "no temporary file stays behind" test ! -s "$T/out"
a doctor --format json
json "the database is sound after all of it" 'j["problems"]==[]'
finish
