#!/bin/sh
# kill -9 while an event is taken along and while it is brought back: the centre's database is as it was or
# has all of it, the copy is never changed, and it works the next time. KILL_ROUNDS says how often.
. tests/robust/robust.sh
home=$T/home.db
copy=$T/a.db
ROUNDS=${KILL_ROUNDS:-20}
PEOPLE=600
ATELIERS_NOW=2027-01-15T08:12:00Z
export ATELIERS_NOW
h() { a --db "$home" "$@"; }

# wait_ms LEAST MOST: a random time between two numbers of milliseconds.
wait_ms() {
	moment=$(od -An -N2 -tu2 /dev/urandom | awk -v from="$1" -v to="$2" \
		'{ printf "%.3f", (from + $1 % (to - from)) / 1000 }')
	sleep "$moment"
}

# kill_group LEADER: all of it, at once; then nothing of it is left.
kill_group() {
	kill -KILL "-$1" 2>/dev/null
	wait "$1" 2>/dev/null
	left=500
	while [ $((left -= 1)) -gt 0 ] && kill -0 "-$1" 2>/dev/null; do
		sleep 0.01
	done
}

# timed COMMAND...: how long it takes, in ms.
timed() {
	begun=$(date +%s%N)
	"$@"
	lasted=$((($(date +%s%N) - begun) / 1000000))
}

# present FILE: how many are marked present in it.
present() {
	"$program" --db "$1" attendee list 2027-001 --half-day 2027-01-15-am --format csv 2>"$T/err" |
		grep -c ",present"
}

# wrong WORDS...: counts one, and says which.
wrong() {
	bad=$((bad + 1))
	echo "# round $round: $*"
}

# sound FILE: it opens, and the doctor finds nothing.
sound() {
	"$program" --db "$1" doctor --format json >"$T/out" 2>"$T/err" && grep -qF '"problems": []' "$T/out"
}

h event new title="Journée" start_date=2027-01-15 start_time=9h end_time=17h status=announced
awk -v n=$PEOPLE 'BEGIN {
	print "Nom;Prénom;Courriel;Organisme"
	for (i = 1; i <= n; i++)
		printf "Venue%d;Léa;lea%d@essai.example;Mairie de Lieu%d\n", i, i, i % 40
}' >"$T/people.csv"
h import attendees 2027-001 "$T/people.csv"
exits "there is an event with many people" 0

# ---- taking along ------------------------------------------------------------------------------
cp "$home" "$T/before.db"
timed "$program" --db "$home" door export 2027-001 -o "$copy" 2>"$T/err"
cp "$home" "$T/whole.db"
round=0
bad=0
made=0
while [ $round -lt "$ROUNDS" ]; do
	round=$((round + 1))
	cp "$T/before.db" "$T/round.db"
	setsid "$program" --db "$T/round.db" door export 2027-001 -o "$T/round-a.db" >"$T/out" 2>&1 &
	leader=$!
	wait_ms 1 $((lasted * 5 / 4 + 20))
	kill_group $leader
	sound "$T/round.db" || wrong "the centre's file is not sound"
	if [ -e "$T/round-a.db" ]; then
		made=$((made + 1))
		sound "$T/round-a.db" || wrong "the copy is not sound"
		"$program" --db "$T/round.db" door merge "$T/round-a.db" >"$T/out" 2>&1 ||
			wrong "the copy is not taken back: $(cat "$T/out")"
	fi
	rm -f "$T"/round*
done
echo "# $made of $ROUNDS copies were made before the kill"
ok "a copy is there whole, and known to the centre, or not at all" test $bad -eq 0

# ---- bringing back -----------------------------------------------------------------------------
# shellcheck disable=SC2046 # each number is a word
"$program" --db "$copy" checkin 2027-001 $(seq 1 $PEOPLE) >"$T/out" 2>"$T/err"
ok "all are marked at the door" test "$(present "$copy")" -eq $PEOPLE
cksum <"$copy" >"$T/copy.sum"
cp "$copy" "$T/kept.db"
cp "$home" "$T/round.db"
timed "$program" --db "$T/round.db" door merge "$copy" >"$T/out" 2>"$T/err"
ok "brought back, all are here" test "$(present "$T/round.db")" -eq $PEOPLE
rm -f "$T"/round*
round=0
bad=0
done=0
while [ $round -lt "$ROUNDS" ]; do
	round=$((round + 1))
	cp "$home" "$T/round.db"
	setsid "$program" --db "$T/round.db" door merge "$copy" --wipe >"$T/out" 2>&1 &
	leader=$!
	wait_ms 1 $((lasted * 5 / 4 + 20))
	kill_group $leader
	sound "$T/round.db" || wrong "the centre's file is not sound"
	here=$(present "$T/round.db")
	case $here in
	0) [ -e "$copy" ] || wrong "the copy is gone, and nothing of it is here" ;;
	"$PEOPLE") done=$((done + 1)) ;;
	*) wrong "$here of $PEOPLE are here" ;;
	esac
	if [ -e "$copy" ]; then
		cksum <"$copy" | cmp -s - "$T/copy.sum" || wrong "the copy was changed"
		"$program" --db "$T/round.db" door merge "$copy" >"$T/out" 2>&1 ||
			wrong "it is not brought back: $(cat "$T/out")"
		[ "$(present "$T/round.db")" -eq $PEOPLE ] || wrong "not all are here afterwards"
	else
		cp "$T/kept.db" "$copy"
	fi
	rm -f "$T"/round*
done
echo "# $done of $ROUNDS merges were done before the kill"
ok "nothing of a copy is here, or all of it; then it goes through" test $bad -eq 0
finish
