#!/bin/sh
# kill -9 at random moments: what was acknowledged is there, and nothing is there by halves (fault 1 of
# docs/reliability.md). KILL_ROUNDS says how often.
. tests/robust/robust.sh
db=$T/kill.db
export ATELIERS_DB="$db"
unset ATELIERS_NOW

ROUNDS=${KILL_ROUNDS:-20}
IMPORTED=4000
FEW=10

# wait_ms LEAST MOST: a random time between two numbers of milliseconds.
wait_ms() {
	moment=$(od -An -N2 -tu2 /dev/urandom | awk -v from="$1" -v to="$2" \
		'{ printf "%.3f", (from + $1 % (to - from)) / 1000 }')
	sleep "$moment"
}

# kill_group LEADER: all of it, at once. One of them may be inside a write to the disk, which ends
# before it dies: what comes next reads the file, so it waits (at most 5 s) until all are gone.
kill_group() {
	kill -KILL "-$1" 2>/dev/null
	wait "$1" 2>/dev/null
	left=500
	while [ $((left -= 1)) -gt 0 ] && kill -0 "-$1" 2>/dev/null; do
		sleep 0.01
	done
}

# A program without a word between its COMMIT and its answer: one line per acknowledged row.
cat >"$T/writer.sh" <<-'END'
	i=0
	while i=$((i + 1)); do
		"$1" attendee add "$2" last_name="Tour$3rang$i" first_name=Zoé \
			email="t$3r$i@ecrivain.example" >>"$4" || exit 1
	done
END
awk -v n=$IMPORTED 'BEGIN {
	print "Nom;Prénom;Courriel;Organisme"
	for (i = 1; i <= n; i++)
		printf "Importée%d;Léa;lea%d@importee.example;Mairie de Lieu%d\n", i, i, i % 40
}' >"$T/table.csv"

# The list of the event EVENT as number,last_name lines; last names have no comma here.
list() {
	"$program" attendee list "$1" --format csv --sort number -o "$T/list.csv" 2>"$T/err" || return 1
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ print $at["number"] "," $at["last_name"] }' "$T/list.csv"
}

# opens: the file opens, and the doctor finds nothing.
opens() {
	"$program" doctor --format json >"$T/out" 2>"$T/err" || return 1
	grep -qF '"problems": []' "$T/out" || return 1
	[ -z "$(command -v sqlite3)" ] ||
		[ "$(sqlite3 -readonly "$db" 'PRAGMA integrity_check; PRAGMA foreign_key_check' 2>&1)" = ok ]
}

# count KEY: what the doctor counted.
count() {
	sed -n "s/^ *\"$1\": \([0-9]*\),*\$/\1/p" "$T/out"
}

# gestures ACTION: how many of them the history holds, and of how many changes one is.
gestures() {
	"$program" history --format json >"$T/history" 2>"$T/err" || return 1
	awk -v action="\"$1\"," '
		$1 == "\"action\":" { ours = $2 == action }
		ours && $1 == "\"changes\":" { n++; kinds[$2 + 0] = 1 }
		END { s = n + 0; for (k in kinds) s = s " " k; print s }' "$T/history"
}

# whole ATTENDEES: each is one gesture of two changes (the person, the registration), and its person.
whole() {
	opens || return 1
	[ "$(count attendee)" -eq "$1" ] && [ "$(count person)" -eq "$1" ] || return 1
	[ "$(gestures attendee_new)" = "$1 2" ]
}

# ---- one row after the other -------------------------------------------------------------------
event=$("$program" event new title="Essai" start_date=2027-01-15 start_time=9h end_time=17h 2>"$T/err")
"$program" history --format json >"$T/out" 2>>"$T/err"
ok "there is an event to write to" test "$event" = 2027-001
: >"$T/expected"
acknowledged=0
unsaid=0
round=0
while [ $round -lt $ROUNDS ]; do
	round=$((round + 1))
	: >"$T/acknowledged"
	setsid sh "$T/writer.sh" "$program" "$event" $round "$T/acknowledged" 2>"$T/err" &
	leader=$!
	wait_ms 60 450
	kill_group $leader
	# The nth number that was said is that of the nth row; a line without its end was not said.
	awk -v round=$round '/^[0-9]+$/ { print $1 ",Tour" round "rang" NR }' "$T/acknowledged" \
		>>"$T/expected"
	list "$event" >"$T/list"
	acknowledged=$(wc -l <"$T/expected")
	there=$(wc -l <"$T/list")
	sort "$T/expected" >"$T/said"
	sort "$T/list" | comm -23 "$T/said" - >"$T/lost"
	ok "round $round, killed after $moment s: $(wc -l <"$T/acknowledged") said, none lost" \
		test ! -s "$T/lost"
	ok "round $round: the file is sound and every gesture whole" whole "$there"
	ok "round $round: numbers are given once" sh -c \
		'[ "$(cut -d, -f1 "$1" | sort -u | wc -l)" -eq "$(wc -l <"$1")" ]' - "$T/list"
	# At most the row under way was saved without having been said.
	ok "round $round: at most one row more than was said" \
		test $((there - acknowledged - unsaid)) -le 1
	unsaid=$((there - acknowledged))
done
echo "# $acknowledged rows said in $ROUNDS rounds, $unsaid saved in the moment of the kill"
ok "the rounds were worth it" test "$acknowledged" -ge $ROUNDS

# ---- one long gesture --------------------------------------------------------------------------
# On a second event. All of its rows or none; said is done.
long=$("$program" event new title="Long" start_date=2027-02-15 2>"$T/err")
first=$there
cp "$db" "$T/round.db"
begun=$(date +%s%N)
"$program" import attendees "$long" "$T/table.csv" --db "$T/round.db" >"$T/out" 2>"$T/err"
whole_import=$((($(date +%s%N) - begun) / 1000000))
rm -f "$T"/round.db*
round=0
survived=0
while [ $round -lt $ROUNDS ]; do
	round=$((round + 1))
	cp "$db" "$T/round.db"
	setsid "$program" import attendees "$long" "$T/table.csv" --db "$T/round.db" \
		>"$T/report" 2>&1 &
	leader=$!
	wait_ms $((whole_import / 4)) $((whole_import * 5 / 4 + 20))
	kill_group $leader
	db=$T/round.db
	ATELIERS_DB=$db
	opens
	sound=$?
	rows=$(count attendee)
	imports=$(gestures attendees_import)
	[ $sound -eq 0 ] && case "$((rows - first))/${imports%% *}" in
	0/0) ! grep -q '^[0-9]* rows' "$T/report" ;;
	"$IMPORTED/1") survived=$((survived + 1)) ;;
	*) false ;;
	esac
	ok "import $round, killed after $moment s: $((rows - first)) rows, ${imports%% *} gesture" \
		test $? -eq 0
	rm -f "$T"/round.db*
	db=$T/kill.db
	ATELIERS_DB=$db
	# The machine may be faster or slower than when the import was timed.
	if [ "$imports" = 0 ] || [ "${imports%% *}" = 0 ]; then
		whole_import=$((whole_import * 6 / 5 + 1))
	else
		whole_import=$((whole_import * 4 / 5 + 1))
	fi
done
echo "# $survived of $ROUNDS imports were done before the kill"
ok "some were not" test $survived -lt $ROUNDS
a import attendees "$long" "$T/table.csv" --format json
ok "and then the import goes through" sh -c 'grep -qF "\"new\": $1" "$2"' - $IMPORTED "$T/out"
opens
ok "with all of its rows" test "$(count attendee)" -eq $((first + IMPORTED))

# ---- the first start ---------------------------------------------------------------------------
# A file that is half made would be refused for ever.
round=0
bad=0
while [ $round -lt $FEW ]; do
	round=$((round + 1))
	setsid "$program" theme list --db "$T/first/new.db" >"$T/out" 2>"$T/err" &
	leader=$!
	wait_ms 5 200
	kill_group $leader
	ATELIERS_DB=$T/first/new.db
	"$program" event new title="Premier" >"$T/out" 2>"$T/err" || bad=$((bad + 1))
	"$program" doctor >"$T/out" 2>"$T/err" || bad=$((bad + 1))
	rm -rf "$T/first"
done
ATELIERS_DB=$db
ok "a first start that is killed can be begun again, $FEW times" test $bad -eq 0

# ---- files -------------------------------------------------------------------------------------
a calendar export -o "$T/old.ics"
cp "$T/old.ics" "$T/feed.ics"
"$program" event edit "$long" title="Longue" 2>"$T/err"
"$program" calendar export -o "$T/new.ics" 2>"$T/err"
"$program" backup "$T/old.db" 2>"$T/err"
round=0
bad=0
while [ $round -lt $FEW ]; do
	round=$((round + 1))
	setsid "$program" calendar export -o "$T/feed.ics" 2>"$T/err" &
	leader=$!
	wait_ms 1 40
	kill_group $leader
	cmp -s "$T/feed.ics" "$T/old.ics" || cmp -s "$T/feed.ics" "$T/new.ics" || bad=$((bad + 1))
	cp "$T/old.ics" "$T/feed.ics"
	setsid "$program" backup "$T/copy.db" 2>"$T/err" &
	leader=$!
	wait_ms 1 120
	kill_group $leader
	if [ -e "$T/copy.db" ]; then
		"$program" doctor --db "$T/copy.db" >"$T/out" 2>"$T/err" || bad=$((bad + 1))
		rm -f "$T/copy.db"
	fi
	setsid "$program" restore "$T/old.db" >"$T/out" 2>"$T/err" &
	leader=$!
	wait_ms 1 150
	kill_group $leader
	opens || bad=$((bad + 1))
	[ "$(count attendee)" -eq $((first + IMPORTED)) ] || bad=$((bad + 1))
done
ok "exports, backups and restores are whole or not there" test $bad -eq 0
finish
