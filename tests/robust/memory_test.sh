#!/bin/sh
# Memory runs out: a sentence or an abort, never a damaged file, and nothing that was said done is lost
# (fault 24 of docs/reliability.md).
#
# MEMORY_STEP is the step in KiB between two limits.
. tests/robust/robust.sh
db=$T/data/ateliers/ateliers.db
export ATELIERS_DB="$db"
if grep -q __asan_init "$program"; then
	echo "1..0 # SKIP AddressSanitizer takes more address space than any limit leaves"
	exit 0
fi
STEP=${MEMORY_STEP:-15000}
a event new title="Essai" start_date=2027-01-15 status=announced
awk 'BEGIN { print "Nom;Prénom;Courriel;Organisme"
	for (i = 0; i < 8000; i++) printf "Nom%d;Zoé;z%d@essai.example;Mairie de Lieu%d\n", i, i, i % 50 }' \
	>"$T/table.csv"

count() {
	"$program" doctor --format json | sed -n "s/^ *\"$1\": \([0-9]*\),*\$/\1/p"
}
# limited KIB WORD…: run with so much address space.
limited() {
	limit=$1
	shift
	sh -c "ulimit -c 0; ulimit -v $limit && exec \"\$0\" \"\$@\"" "$program" "$@" >"$T/out" 2>"$T/err" </dev/null
	code=$?
}

# From too little to begin with, to enough.
for words in "import attendees 2027-001 $T/table.csv" "calendar export -o $T/feed.ics" \
	"attendee list 2027-001 --format json" "theme new name=Mémoire" "backup $T/copy.db"; do
	bad=
	short=0
	limit=10000
	while [ "$limit" -le 400000 ]; do
		cp "$db" "$T/kept.db"
		rm -f "$T/copy.db"
		limited "$limit" $words
		case $code in
		0) break ;;
		1 | 127) short=$((short + 1)) ;;
		13[0-9]) short=$((short + 1)) ;; # GLib aborts when it is refused memory
		*) bad="$bad $limit:$code" ;;
		esac
		[ ! -e "$T/copy.db" ] || "$program" doctor --db "$T/copy.db" >"$T/doctor" 2>&1 ||
			bad="$bad $limit:copy"
		"$program" doctor >"$T/doctor" 2>&1 || bad="$bad $limit:not-sound"
		case $(count attendee) in
		0 | 8000) ;;
		*) bad="$bad $limit:by-halves" ;;
		esac
		limit=$((limit + STEP))
	done
	echo "$bad" >"$T/out"
	ok "${words%% /*}: $short limits were too low, all is whole; with $limit KiB it is done" \
		test -z "$bad" -a "$code" -eq 0
done
ok "what was said done is there" test "$(count attendee)" -eq 8000
a theme list --format json
json "all of it" "any(t['name'] == 'Mémoire' for t in j)"
finish
