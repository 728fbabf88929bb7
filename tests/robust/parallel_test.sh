#!/bin/sh
# Several programs at once on one file: nobody fails, nothing is lost, no number is given twice
# (fault 12 of docs/reliability.md; a backup beside writers: fault 25). WRITE_EACH says how many rows each
# writes.
. tests/robust/robust.sh
unset ATELIERS_NOW
db=$T/data/ateliers/ateliers.db
WRITERS=8
EACH=${WRITE_EACH:-25}

# together COMMAND: sh -c COMMAND for each writer ($1 its number, $2 the program), all begun at once;
# what they say is in $T/said.N and $T/wrong.N, their exit codes in $T/codes.
together() {
	rm -f "$T/go" "$T"/said.* "$T"/wrong.* "$T"/code.*
	mkfifo "$T/go"
	n=0
	while [ $n -lt $WRITERS ]; do
		n=$((n + 1))
		{
			: <"$T/go"
			sh -c "$1" - $n "$program" >"$T/said.$n" 2>"$T/wrong.$n"
			echo $? >"$T/code.$n"
		} &
	done
	sleep 0.3
	: >"$T/go"
	wait
	cat "$T"/code.* >"$T/codes"
	cat "$T"/said.* >"$T/out"
	cat "$T"/wrong.* >"$T/err"
}

# none_failed NAME: every writer ended well.
none_failed() {
	[ "$(grep -cx 0 "$T/codes")" -eq $WRITERS ]
	report $? "$1"
}

# ---- the first use ----------------------------------------------------------------------------
together '"$2" theme new name="Thème $1"'
none_failed "a file that $WRITERS programs make at once is made once"
a theme list --format json
json "and holds what each wrote" "sorted(t['name'] for t in j if t['name'].startswith('Thème ')) == sorted('Thème %d' % i for i in range(1, $WRITERS + 1))"
ok "nothing else is left in its folder" sh -c 'test "$(ls -A "$1" | grep -cv "^ateliers.db\(-wal\|-shm\)\{0,1\}$")" -eq 0' - \
	"${db%/*}"

# ---- one row after the other ------------------------------------------------------------------
a event new title="Essai" start_date=2027-01-15 start_time=9h end_time=17h
together "i=0; while [ \$i -lt $EACH ]; do i=\$((i + 1))
	\"\$2\" attendee add 2027-001 first_name=Zoé last_name=\"Écrivain\$1rang\$i\" || exit 1
done"
none_failed "$WRITERS writers add $EACH people each: none fails"
ok "none has anything to complain of" test ! -s "$T/err"
cp "$T/out" "$T/numbers"
ok "every number was said" test "$(grep -cx '[0-9]*' "$T/numbers")" -eq $((WRITERS * EACH))
ok "the numbers are distinct" test "$(sort -u "$T/numbers" | wc -l)" -eq $((WRITERS * EACH))
n=0
while [ $n -lt $WRITERS ]; do
	n=$((n + 1))
	awk -v w=$n '{ print $1 ",Écrivain" w "rang" NR }' "$T/said.$n"
done | sort >"$T/expected"
"$program" attendee list 2027-001 --format csv | awk -F, '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ print $at["number"] "," $at["last_name"] }' | sort >"$T/list"
ok "everybody is there under the number that was said" cmp "$T/expected" "$T/list"
a history --format json
json "the history has one gesture each" \
	"sum(g['action'] == 'attendee_new' for g in j) == $WRITERS * $EACH"

# ---- the same row -----------------------------------------------------------------------------
# Each writes a field of its own into one row: nobody's is lost by another's.
together 'case $1 in
1) "$2" event edit 2027-001 audience=A1 ;; 2) "$2" event edit 2027-001 objectives=A2 ;;
3) "$2" event edit 2027-001 fee=A3 ;; 4) "$2" event edit 2027-001 access=A4 ;;
5) "$2" event edit 2027-001 notes=A5 ;; 6) "$2" event edit 2027-001 source=A6 ;;
7) "$2" event edit 2027-001 seat_limit=7 ;; *) "$2" event edit 2027-001 short_title=A8 ;; esac'
none_failed "$WRITERS writers change one row"
a event show 2027-001 --format json
json "and every change is there" "[j[k] for k in 'audience objectives fee access notes source seat_limit short_title'.split()] == ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 7, 'A8']"

# The same name made by all of them is one row.
together '"$2" event new title="Rencontre $1" kind="Une sorte" venue="Un lieu" themes="un thème" start_date=2027-03-01'
none_failed "$WRITERS writers make the same kind, place and theme"
for noun in kind:"Une sorte" venue:"Un lieu" theme:"un thème"; do
	a ${noun%%:*} list --format json
	json "${noun%%:*}: it is there once" "sum(t['name'] == '${noun#*:}' for t in j) == 1"
done
a event list --format json
json "numbers of events are distinct" "len({e['number'] for e in j}) == len(j) == $WRITERS + 1"

# ---- imports, exports, undo beside writers ----------------------------------------------------
awk 'BEGIN { print "Nom;Prénom;Courriel;Organisme"
	for (i = 1; i <= 300; i++) printf "Importée%d;Léa;lea%d@importee.example;Mairie de Lieu%d\n", i, i, i % 9 }' \
	>"$T/table.csv"
together 'case $1 in
1 | 2) "$2" import attendees 2027-001 "'"$T/table.csv"'" ;;
3) "$2" import people "'"$T/table.csv"'" ;;
4) "$2" backup "'"$T/beside.db"'" ;;
5) for i in 1 2 3 4 5; do "$2" calendar export -o "'"$T/beside.ics"'" || exit 1; done ;;
6) for i in 1 2 3 4 5; do "$2" print sign-in 2027-001 -o "'"$T/beside.pdf"'" || exit 1; done ;;
7) for i in 1 2 3 4 5; do "$2" doctor || exit 1; done ;;
*) for i in 1 2 3 4 5; do "$2" attendee list 2027-001 || exit 1; done ;; esac'
# Of three imports of one table two may find that the rows have changed under them: they say so.
grep -h '^ateliers: ' "$T"/wrong.[123] >"$T/stale"
awk 'NR <= 3 && $1 == 1 { stale++; next } $1 != 0 { bad++ } END { exit bad > 0 || stale > 2 }' "$T/codes" &&
	[ "$(grep -cx 1 "$T/codes")" -eq "$(wc -l <"$T/stale")" ]
report $? "imports, exports, a backup and readers beside each other"
"$program" import attendees 2027-001 "$T/table.csv" >"$T/out" 2>"$T/err"
a attendee list 2027-001 --format json
json "an imported table is there once" \
	"len([p for p in j if (p['last_name'] or '').startswith('Importée')]) == 300"
a person list --format json
json "and its people once" \
	"len([p for p in j if (p['last_name'] or '').startswith('Importée')]) == 300"
a doctor --db "$T/beside.db"
exits "the backup made beside writers is sound" 0

together 'ATELIERS_USER=user$1 "$2" theme new name="À défaire $1" && ATELIERS_USER=user$1 "$2" undo'
none_failed "each takes back what was its own"
a theme list --format json
json "and nobody else's" "not any(t['name'].startswith('À défaire') for t in j)"
a doctor --format json
json "the file is sound" "j['problems'] == []"
finish
