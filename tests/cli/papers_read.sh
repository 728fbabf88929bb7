# What a printed paper says, for the tests of papers: ". tests/cli/papers_read.sh" behind tap.sh.
if ! command -v pdftotext >/dev/null; then
	echo "1..0 # SKIP pdftotext is not installed (poppler-utils)"
	exit 0
fi
says() { # PDF WORDS: blanks and line ends are one space
	pdftotext -layout "$1" - | sed "s/$(printf '\302\240')/ /g" | tr -s ' \n' ' ' >"$T/out"
	grep -qF -e "$2" "$T/out"
}
says_not() {
	says "$1" "" && ! grep -qiF -e "$2" "$T/out"
}
# fr PAPER EVENT [OPTION…]: made in French, as $T/PAPER.pdf.
fr() {
	a --lang fr print "$@" -o "$T/$1.pdf"
}
