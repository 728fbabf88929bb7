#!/bin/sh
# make soak: what chance finds in at most an hour on two cores. Two lanes run beside each other; each step
# says that it is done, its words are in $BUILD/soak/NAME.log, and one line sums all of it up.
#
#	UNDO_SEEDS 50, UNDO_GESTURES 2000	random gestures, some 12 minutes of one core
#	KILL_ROUNDS 200, TORN_ROUNDS 300, DAMAGE_ROUNDS 300, RESCUE_ROUNDS 300, COPY_ROUNDS 40, STORM_ROUNDS 1000,
#	CLOSE_ROUNDS 100, RACE_ROUNDS 100, WRITE_EACH 100, INJECT_POINTS 200	the other lane, some 15
#	FUZZ_SECONDS 600	each of five targets, and half of that for two more, two at a time: 30 minutes
#
# SOAK_PARTS "chance fuzz" may name one of the two alone; the line then sums up the logs of both that are there.
set -u
parts=${SOAK_PARTS:-chance fuzz}
export BUILD="${BUILD:-build}" ATELIERS="${ATELIERS:-$PWD/build/ateliers}"
out=$BUILD/soak
fuzz=${FUZZ_FOLDER:-build/clang/san/fuzz/tests/fuzz}
seconds=${FUZZ_SECONDS:-600}
case $parts in *chance*) rm -rf "$out" ;; esac
mkdir -p "$out"
begun=$(date +%s)

minutes() {
	echo $((($(date +%s) - begun) / 60))
}
# step NAME COMMAND…: its words into a file, one line here.
step() {
	name=$1
	shift
	step_begun=$(date +%s)
	timeout 1900 "$@" >"$out/$name.log" 2>&1
	step_code=$?
	! grep -q '^not ok' "$out/$name.log" || step_code=1
	if [ $step_code -eq 0 ]; then
		echo "soak: minute $(minutes): $name done in $(($(date +%s) - step_begun)) s"
	else
		echo "$name" >>"$out/failed"
		echo "soak: minute $(minutes): $name FAILED, see $out/$name.log"
	fi
	grep '^# .*[0-9]' "$out/$name.log" | tail -n 4 | sed 's/^# /	/'
}
lane_chance() {
	export UNDO_SEED="${UNDO_SEED:-1}" UNDO_SEEDS="${UNDO_SEEDS:-50}" UNDO_GESTURES="${UNDO_GESTURES:-2000}"
	step undo "$BUILD/tests/store/undo_property_test"
}
lane_faults() {
	export KILL_ROUNDS="${KILL_ROUNDS:-200}" TORN_ROUNDS="${TORN_ROUNDS:-300}" \
		DAMAGE_ROUNDS="${DAMAGE_ROUNDS:-300}" RESCUE_ROUNDS="${RESCUE_ROUNDS:-300}" COPY_ROUNDS="${COPY_ROUNDS:-40}" \
		STORM_ROUNDS="${STORM_ROUNDS:-1000}" CLOSE_ROUNDS="${CLOSE_ROUNDS:-100}" \
		RACE_ROUNDS="${RACE_ROUNDS:-100}" WRITE_EACH="${WRITE_EACH:-100}" \
		INJECT_POINTS="${INJECT_POINTS:-200}" INJECT_STEP=1 MEMORY_STEP=1000
	step torn "$BUILD/tests/store/torn_test"
	step rescue "$BUILD/tests/store/rescue_test"
	step engine "$BUILD/tests/store/fault_gesture_test"
	step copies "$BUILD/tests/store/copy_test"
	step kills sh tests/robust/kill_test.sh
	step points sh tests/robust/inject_test.sh
	step inject sh tests/soak/inject.sh
	step writers sh tests/robust/parallel_test.sh
	step storm "$BUILD/tests/robust/storm_test"
	step links sh tests/robust/race_test.sh
	step memory sh tests/robust/memory_test.sh
	step papers env MATRIX=whole sh tests/paper/matrix_test.sh
}

echo "soak: began $(date +%Y-%m-%d\ %H:%M), in at most an hour it ends"
case $parts in *chance*)
	lane_chance &
	other=$!
	lane_faults
	wait $other
	;;
esac
case $parts in *fuzz*)
	step fuzz-1 sh tests/soak/fuzz.sh "$fuzz" "$seconds" table date key &
	other=$!
	step fuzz-2 sh tests/soak/fuzz.sh "$fuzz" "$seconds" database columns
	step fuzz-3 sh tests/soak/fuzz.sh "$fuzz" $((seconds / 2)) spreadsheet calendar
	wait $other
	;;
esac

# ---- the line ------------------------------------------------------------------------------------
# number FILE EXPRESSION: the sum of what it finds.
number() {
	sed -n "s/^.*$2.*\$/\1/p" "$out/$1.log" 2>/dev/null | awk '{ n += $1 } END { print n + 0 }'
}
failed=0
[ ! -f "$out/failed" ] || failed=$(wc -l <"$out/failed")
cat "$out"/fuzz-*.log >"$out/fuzz.log"
echo "soak $(date +%Y-%m-%d): $(number kills '# [0-9]* of \([0-9]*\) imports') kills of a writer and of an import each," \
	"$(number torn '# \([0-9]*\) torn logs') torn logs, $(number torn '# \([0-9]*\) damaged files') damaged files," \
	"$(number rescue '# \([0-9]*\) damaged files rescued') rescued ($(number rescue ': \([0-9]*\) of [0-9]* rows saved') of $(number rescue ' of \([0-9]*\) rows saved') rows)," \
	"$(number undo ': \([0-9]*\) gestures,') random gestures of ${UNDO_SEEDS:-50} seeds" \
	"($(number undo 'users: \([0-9]*\) undone') more of two users, $(number undo 'undone, \([0-9]*\) refused') refused by name)," \
	"$(number points 'it struck \([0-9]*\) times') + $(number inject '# \([0-9]*\) injected') injected system calls," \
	"$(number engine ': \([0-9]*\) calls refused') refused engine calls," \
	"$(grep -c '^# fuzz' "$out/fuzz.log") fuzz targets of $seconds or $((seconds / 2)) s ($(number fuzz ': \([0-9]*\) runs') runs," \
	"$(number fuzz 's, \([0-9]*\) found') found); $failed steps failed; $(minutes) minutes"
[ "$failed" -eq 0 ]
