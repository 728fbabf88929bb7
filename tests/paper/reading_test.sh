#!/bin/sh
# What pdftotext and pdfinfo read in the papers that are read, for 1, 30 and 300 people: every name,
# as many pages as were said.
set -u
build=${BUILD:-build}
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8 TMPDIR="$T"
number=0

if ! command -v pdftotext >/dev/null || ! command -v pdfinfo >/dev/null; then
	echo "1..0 # SKIP pdftotext and pdfinfo are not installed (poppler-utils)"
	exit 0
fi

# check NAME COMMAND…: the command succeeds and says nothing.
check() {
	name=$1
	shift
	number=$((number + 1))
	if "$@" >"$T/said" 2>&1 && [ ! -s "$T/said" ]; then
		echo "ok $number - $name"
	else
		echo "not ok $number - $name"
		sed 's/^/# /' "$T/said" | head -20
	fi
}

text_of() {
	pdftotext -layout "$T/$1.pdf" - | sed "s/$(printf '\302\240')/ /g"
}

pages_are_those_said() {
	while IFS='|' read -r file said; do
		pages=$(pdfinfo "$T/$file" | sed -n 's/^Pages: *//p')
		[ "$pages" = "$said" ] || echo "$file: $pages pages, $said said"
	done <"$T/printed"
}

# says FILE WORDS…
says() {
	file=$1
	text_of "$file" >"$T/text"
	shift
	for words; do
		grep -qF -e "$words" "$T/text" || echo "$file does not say “$words”"
	done
}

# Each of N people by the number behind the name; names that run from right to left by their count, for
# poppler puts their number elsewhere.
names_each_once() {
	text_of "$1" >"$T/text"
	i=6
	while [ "$i" -lt "$2" ]; do
		[ $((i % 6)) -eq 3 ] || grep -qE "(^| )$i\$" "$T/text" ||
			echo "$1: nobody has the number $i"
		i=$((i + 1))
	done
	n=$(grep -c محمد "$T/text")
	[ "$n" -ge $(($2 / 6)) ] || echo "$1: $n names from right to left"
}

a_page_each() {
	pages=$(pdfinfo "$T/$1.pdf" | sed -n 's/^Pages: *//p')
	[ "$pages" -eq "$2" ] || echo "$1 has $pages pages for $2 people"
}

tagged() {
	for file; do
		pdfinfo "$T/$file.pdf" | grep -q '^Tagged: *yes' || echo "$file is not tagged"
	done
}

echo "1..9"
"$build/tests/paper/reading_test" "$T" >"$T/printed" || {
	echo "Bail out! nothing was printed: $build/tests/paper/reading_test"
	exit 1
}
check "papers have as many pages as were said" pages_are_those_said
check "a certificate is one page" a_page_each certificates-300 300
check "a letter is one page" a_page_each convocations-300 300
check "every name has a certificate" names_each_once certificates-300 300
check "every name has a letter" names_each_once convocations-300 300
check "every letter of them is there" says certificates-30 "Nguyễn Nguyen Thị" "Łukasz Żółkiewski" 小明 \
	"Fait à Montpellier, le 23 novembre 2026" "n° 2026-030-001" "2 h 30"
check "the programme says who carries it" says programme-1 "À l’initiative de DREETS Occitanie" "Atelier C"
check "the report counts" says event-report-300 300 "Participations"
check "they can be heard" tagged programme-1 certificates-30 event-report-300
