# What the tests of hostile text begin with: ". tests/robust/hostile.sh" from the top folder.
. tests/robust/robust.sh
top=$PWD
mkdir -p "$T/values" "$T/work/here" "$T/kept"
perl tests/robust/hostile_values.pl files "$T/values" || exit 1
table() {
	(cd "$top" && perl tests/robust/hostile_values.pl table "$@")
}
# Everything is run deep enough that ../../x would still be seen.
cd "$T/work/here" || exit 1

# judge NAME KIND FILE…: the files are harmless.
judge() {
	judge_name=$1
	shift
	: >"$T/err"
	perl "$top/tests/robust/hostile_judge.pl" "$@" >"$T/out"
	report $? "$judge_name"
}

# hear WORD…: run it; what it says joins $T/heard, and a bad end $T/ends.
hear() {
	a "$@"
	cat "$T/out" "$T/err" >>"$T/heard"
	case $code in
	0) return 0 ;;
	1 | 2) [ "$(grep -c '^ateliers: ' "$T/err")" -eq 1 ] && return 1 ;;
	esac
	echo "exit $code: $(printf '%s ' "$@" | head -c 120 | cat -v)" >>"$T/ends"
	return 1
}

# heard NAME: what was heard since the last time was harmless, and every end was a good one.
heard() {
	judge "$1: what it says is harmless" terminal "$T/heard"
	cat "$T/ends" >"$T/err"
	: >"$T/out"
	ok "$1: it always ends in order" test ! -s "$T/ends"
	: >"$T/heard"
	: >"$T/ends"
}
: >"$T/heard"
: >"$T/ends"

# value FILE: its bytes in $v, line breaks at the end too.
value() {
	v=$(cat "$1"; echo .)
	v=${v%.}
}

a event new title="Ossature" start_date=2027-03-01 start_time=9h end_time=17h venue="Le lieu"
a event new title="Par les tables" start_date=2027-04-01 start_time=9h30 end_time=16h status=announced
[ "$(cat "$T/out")" = 2027-002 ] || echo "# no events to begin with: $(cat "$T/err")"

# The worst of each sort, where all of them would take too long.
all_values=$(cd "$T/values" && ls -d text/* bytes/* long/*)
worst_values="text/title text/clipboard text/c1 text/c0 text/override text/isolate text/bom
text/combining text/long-300 long/lines-60000 text/traversal text/options text/formula text/property
text/component text/percent bytes/broken bytes/c1-raw"

# each WORDS FIXED: a new one for each of $values, which stands in all of $keys.
each() {
	words=$1
	fixed=$2
	for name in $values; do
		value "$T/values/$name"
		set -- $words $fixed
		for key in $keys; do
			set -- "$@" "$key=$v"
		done
		hear "$@"
	done
	heard "$words"
}

# every WORDS FIXED: each key, codes and numbers too, asked to be something that it cannot be.
every() {
	value "$T/values/text/colour"
	worst=$v
	value "$T/values/text/property"
	worst=$worst$v
	"$program" help ${1% 2027-*} >"$T/help"
	for key in $(sed -n '/^Fields/,/^$/s/^  \([a-z_]*\)  .*/\1/p' "$T/help"); do
		hear $1 $2 "$key=$worst"
	done
	heard "every key of $1"
}

# shown WORDS: what a list shows, in every form, is harmless.
shown() {
	what=$1
	"$program" $what >"$T/kept/table" 2>>"$T/kept/table"
	judge "$what: table" terminal "$T/kept/table"
	"$program" $what --lang fr >"$T/kept/table" 2>>"$T/kept/table"
	judge "$what: table in French" terminal "$T/kept/table"
	"$program" $what --format csv >"$T/kept/csv" 2>"$T/err"
	judge "$what: CSV" script "$T/kept/csv"
	"$program" $what --format json >"$T/kept/json" 2>"$T/err"
	judge "$what: JSON" script "$T/kept/json"
	cp "$T/kept/json" "$T/out"
	json "$what: JSON parses" 'j is not None'
	cp "$T/kept/csv" "$T/out"
	case $what in
	doctor | setting* | *show* | check*) ;;
	*) csv "$what: CSV parses, every row as wide as its head" \
		'len(j)>0 and all(None not in r and None not in r.values() for r in j)' ;;
	esac
}
