#!/bin/sh
# What pdftotext and pdfinfo read in papers printed from the database: every name once, as many pages
# as were said, heads on each of them.
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
		sed 's/^/# /' "$T/said"
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

# head_on_every_page FILE WORDS
head_on_every_page() {
	pages=$(pdfinfo "$T/$1.pdf" | sed -n 's/^Pages: *//p')
	page=1
	while [ "$page" -le "$pages" ]; do
		pdftotext -f $page -l $page "$T/$1.pdf" - | grep -qF "$2" || echo "$1: page $page has no “$2”"
		page=$((page + 1))
	done
}

# says FILE WORDS…
says() {
	text=$(text_of "$1")
	file=$1
	shift
	for words; do
		printf '%s\n' "$text" | grep -qF "$words" || echo "$file does not say “$words”"
	done
}

is_silent_on() {
	! says "$@" | grep -q . && echo "$1 says “$2”"
	true
}

lines_are_numbered() {
	for line in 1 30 31 34; do
		text_of sheet-30 | grep -qE "^ *$line( |\$)" || echo "there is no line $line"
	done
	text_of sheet-30 | grep -qE '^ *35 +[^ ]' || echo "the speaker has no line 35"
	! text_of sheet-30 | grep -qE '^ *36( |$)' || echo "there is a line 36"
}

echo "1..10"
"$build/tests/paper/paper_test" "$T" >"$T/printed" || {
	echo "Bail out! nothing was printed: $build/tests/paper/paper_test"
	exit 1
}
check "papers have as many pages as were said" pages_are_those_said
check "the heads of the table are repeated" head_on_every_page sheet-300 "NOM Prénom"
check "each page says which sheet it belongs to" head_on_every_page sheet-300 "2026-004"
check "every letter is there" says sheet-30 NGUYỄN ŻÓŁKIEWSKI Łukasz 王 "LE GOFF"
check "right-to-left names are there" says sheet-30 محمد
check "lines are numbered to the last blank one, then speakers" lines_are_numbered
check "the sheet says who carries the event" says sheet-1 \
	"Organisé par Villes et Territoires, en partenariat avec ANCT" "Toulouse (31)" NDIAYE
check "a session's sheet says its title and its own time" says sheet-session \
	"Ouverture et table ronde" Matin
check "the list has the contact details" says list prenom.nom@collectivite.example.fr "04 67 12 34 56"
check "the shared list has none" is_silent_on list-shared prenom.nom@
