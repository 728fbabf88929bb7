# What the tests of the command line begin with: ". tests/cli/tap.sh" from the top folder.
set -u
case ${BUILD:-build} in
/*) program=${BUILD:-build}/ateliers ;;
*) program=$PWD/${BUILD:-build}/ateliers ;;
esac
if [ ! -x "$program" ]; then
	echo "Bail out! $program is not built"
	exit 1
fi
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8 HOME="$T/home" TMPDIR="$T" XDG_RUNTIME_DIR="$T" XDG_DATA_HOME="$T/data" \
	XDG_STATE_HOME="$T/state" ATELIERS_NOW=2026-11-23T08:30:00Z ATELIERS_USER=nadia \
	ATELIERS_LANG=en
unset ATELIERS_DB COLUMNS
mkdir -p "$HOME"
# What fontconfig keeps for ever is no leak of ours.
echo leak:libfontconfig >"$T/lsan"
export LSAN_OPTIONS="suppressions=$T/lsan:print_suppressions=0"
number=0
python=$(command -v python3 || true)

# a WORD...: run the program; what it wrote is in $T/out and $T/err, its exit code in $code.
a() {
	"$program" "$@" >"$T/out" 2>"$T/err" </dev/null
	code=$?
}

report() {
	number=$((number + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
		sed 's/^/# out: /' "$T/out" | head -20
		sed 's/^/# err: /' "$T/err" | head -20
	fi
}

# ok NAME COMMAND...: the command succeeds.
ok() {
	ok_name=$1
	shift
	"$@" >"$T/ok" 2>&1
	report $? "$ok_name"
}

# is NAME EXPECTED: the program wrote exactly this line.
is() {
	[ "$(cat "$T/out")" = "$2" ]
	report $? "$1"
}

# has NAME TEXT [FILE]: TEXT stands in what the program wrote.
has() {
	grep -qF -e "$2" "${3:-$T/out}"
	report $? "$1"
}

# exits NAME CODE: the program ended so; with 1 or 2, in one line that begins with its name.
exits() {
	exits_lines=$(grep -c '^ateliers: ' "$T/err")
	if [ "$2" -eq 0 ]; then
		[ "$code" -eq 0 ]
	else
		[ "$code" -eq "$2" ] && [ "$exits_lines" -eq 1 ]
	fi
	report $? "$1"
}

# json NAME EXPRESSION: true of the JSON that the program wrote, called j.
json() {
	if [ -z "$python" ]; then
		number=$((number + 1))
		echo "ok $number - $1 # SKIP no python3"
		return
	fi
	"$python" -c 'import json,sys
j=json.load(open(sys.argv[1],encoding="utf-8"))
sys.exit(0 if eval(sys.argv[2]) else 1)' "$T/out" "$2" 2>>"$T/err"
	report $? "$1"
}

# csv NAME EXPRESSION: the same of CSV, rows as dictionaries.
csv() {
	if [ -z "$python" ]; then
		number=$((number + 1))
		echo "ok $number - $1 # SKIP no python3"
		return
	fi
	"$python" -c 'import csv,sys
j=list(csv.DictReader(open(sys.argv[1],encoding="utf-8",newline="")))
sys.exit(0 if eval(sys.argv[2]) else 1)' "$T/out" "$2" 2>>"$T/err"
	report $? "$1"
}

finish() {
	echo "1..$number"
}
