#!/bin/sh
# Badges as a scanner and a reader see them: every code is read from the paper, rasterised at 150 dots per inch,
# and every name is there; on all sheets, for 1, 30 and 300 people.
set -u
build=${BUILD:-build}
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8 TMPDIR="$T"
number=0

for tool in pdftotext pdfinfo pdftoppm zbarimg; do
	command -v $tool >/dev/null || {
		echo "1..0 # SKIP $tool is not installed (poppler-utils, zbar-tools)"
		exit 0
	}
done

# check NAME COMMAND…: the command succeeds and says nothing.
check() {
	name=$1
	shift
	number=$((number + 1))
	if "$@" >"$T/said" 2>&1 && [ ! -s "$T/said" ]; then
		echo "ok $number - $name"
	else
		echo "not ok $number - $name"
		sed 's/^/# /' "$T/said"
	fi
}

pages_of() {
	pdfinfo "$T/$1" | sed -n 's/^Pages: *//p'
}

# codes_read FILE: the codes of FILE (10 cards of 86 by 54 mm from 19 and 13.5 mm), each card held before the
# scanner for itself.
codes_read() {
	mkdir "$T/cards"
	for row in 0 1 2 3 4; do
		for column in 0 1; do
			set -- "$1" $(awk -v row=$row -v column=$column 'BEGIN {
				mm = 150 / 25.4
				printf "-x %d -y %d -W %d -H %d", (19 + column * 86) * mm, (13.5 + row * 54) * mm, 86 * mm, 54 * mm
			}')
			file=$1
			shift
			pdftoppm -r 150 -gray "$@" "$T/$file" "$T/cards/$row-$column"
			set -- "$file"
		done
	done
	zbarimg -q --raw -Sdisable -Sqrcode.enable "$T"/cards/*.pgm 2>"$T/bus" # it misses its bus
	rm -r "$T/cards"
}

# codes_agree N: those of the badges of N people are those they must bear, each once.
codes_agree() {
	codes_read "badges-$1.pdf" | sort >"$T/read"
	sort "$T/codes-$1.pdf" | diff - "$T/read"
}

# codes_are_written N: and they stand there in letters, for hands.
codes_are_written() {
	pdftotext "$T/badges-$1.pdf" - >"$T/text"
	while read -r code; do
		grep -q "· $code\$" "$T/text" || echo "no $code"
	done <"$T/codes-$1.pdf"
}

# all_are_there FILE WORDS…: each of them stands in FILE.
all_are_there() {
	text=$(pdftotext "$T/$1" - | sed "s/$(printf '\302\240')/ /g")
	file=$1
	shift
	for words; do
		printf '%s\n' "$text" | grep -qF "$words" || echo "$file does not say “$words”"
	done
}

pages_are() {
	[ "$(pages_of "$1")" = "$2" ] || echo "$1: $(pages_of "$1") pages, not $2"
}

# the names of all 300, the last of each by its number
names_of_300() {
	set --
	person=12
	while [ $person -lt 300 ]; do
		case $((person % 12)) in
		0) set -- "$@" "NGUYỄN $person" ;;
		1) set -- "$@" "ŻÓŁKIEWSKI $person" ;;
		5) set -- "$@" "LE GOFF $person" ;;
		8) set -- "$@" "RENVERSÉ $person" ;;
		11) set -- "$@" "ANONYME $person" ;;
		esac
		person=$((person + 1))
	done
	all_are_there badges-300.pdf "$@"
	all_are_there name-cards-300.pdf "$@"
	all_are_there door-signs-300.pdf "$@"
}

# Nobody's letters turn those of the others round, and nothing of a terminal is left.
nothing_is_turned() {
	for file in badges-30 name-cards-30 door-signs-30; do
		pdftotext "$T/$file.pdf" - >"$T/text"
		grep -q "$(printf '\342\200\256')" "$T/text" && echo "$file has an override"
		grep -q "$(printf '\033')" "$T/text" && echo "$file has an escape"
	done
	all_are_there badges-30.pdf abctxt.exe "]0;TITRE"
}

"$build/tests/paper/paper_test" "$T" >"$T/printed" || {
	echo "1..0"
	echo "Bail out! nothing was printed: $build/tests/paper/paper_test"
	exit 1
}
echo "1..12"
check "the code of the only badge is read" codes_agree 1
check "those of 30 are read" codes_agree 30
check "those of 300 are read" codes_agree 300
check "and they stand there in letters" codes_are_written 300
check "badges fill their sheets" pages_are badges-300.pdf 31
check "there is a card for everyone" pages_are name-cards-30.pdf 31
check "every name is there, of 300" names_of_300
check "letters of every script are there" all_are_there badges-30.pdf "Thị Minh Khai" محمد 王 小明 Łukasz
check "long names are whole" all_are_there badges-30.pdf MORTEMART Wilhelmine ROCHECHOUART CHARENTE MONTBAZON
check "so they are on the cards" all_are_there name-cards-30.pdf MORTEMART Wilhelmine ROCHECHOUART CHARENTE
check "nothing is turned round" nothing_is_turned
check "signs say what happens and where" all_are_there door-signs-30.pdf "Ouverture et table ronde" \
	"Amphithéâtre" "Salle 12" "14 h – 16 h" "15 personnes"
