#!/bin/sh
# What the program costs, beside a peer or a floor measured in the same run, in turn: A B A B…
# Processor time is user and system together, the median of BENCH_RUNS runs (7); a ratio that is
# above its bar, or a time, ends with status 1. BENCH_PARTS="door years" measures those alone. Everything happens
# in a temporary folder. See docs/benchmarks.md.
set -eu

# ---- where and with what ------------------------------------------------------------------------
build=${BUILD:-build}
case $build in
/*) ;;
*) build=$PWD/$build ;;
esac
tools=$build/tests/bench
ateliers=$build/ateliers
data=$PWD/tests/bench
runs=${BENCH_RUNS:-7}
slow=$(((runs + 1) / 2)) # of what takes seconds
many=$((runs * 3))       # of what takes milliseconds

case $build in
*[!A-Za-z0-9/._+-]*)
	echo "bench: build into a folder without blanks or quotes in its name" >&2
	exit 1
	;;
esac
T=$(mktemp -d /tmp/ateliers-bench-XXXXXX)
trap 'rm -rf "$T"' EXIT
trap 'exit 1' HUP INT TERM
cd "$T"
export HOME="$T/home" TMPDIR="$T" XDG_RUNTIME_DIR="$T" XDG_DATA_HOME="$T/data" XDG_STATE_HOME="$T/state" \
	XDG_CONFIG_HOME="$T/config" LC_ALL=C.UTF-8 ATELIERS_LANG=fr ATELIERS_USER=bench ATELIERS_NOW=2026-11-23T08:30:00Z
unset ATELIERS_DB COLUMNS NO_COLOR
mkdir -p "$HOME"

has() {
	command -v "$1" >/dev/null 2>&1
}

# quiet COMMAND...: what it says is only of interest when it fails.
quiet() {
	"$@" >"$T/said" 2>&1 || {
		tail -n 20 "$T/said" >&2
		echo "bench: $* failed" >&2
		exit 1
	}
}

# ---- the table ----------------------------------------------------------------------------------
missed=0

row() {
	printf '| %-52s | %11s | %11s | %-24s | %6s | %7s | %-7s |\n' "$@"
}

# cost N FILE: the median of the Nth command measured there, in ms; memory: its peak, in MB.
cost() {
	awk -v n="$1" 'NR == n { print $1 }' "$2"
}

memory() {
	awk -v n="$1" 'NR == n { printf "%.1f\n", $2 / 1024 }' "$2"
}

# compare WHAT UNIT OURS THEIRS NAME BAR: one line; without a BAR it only stands beside.
compare() {
	ratio=$(awk -v a="$3" -v b="$4" 'BEGIN { printf "%.2f", a / b }')
	verdict=
	if [ -n "$6" ]; then
		verdict=met
		awk -v r="$ratio" -v bar="$6" 'BEGIN { exit !(r > bar) }' && {
			verdict='NOT MET'
			missed=$((missed + 1))
		}
	fi
	row "$1" "$3 $2" "$4 $2" "$5" "$ratio" "${6:-–}" "$verdict"
}

# within WHAT UNIT OURS BAR: a line against a number.
within() {
	verdict=met
	awk -v a="$3" -v bar="$4" 'BEGIN { exit !(a > bar) }' && {
		verdict='NOT MET'
		missed=$((missed + 1))
	}
	row "$1" "$3 $2" '' '' '' "$4" "$verdict"
}

# bounded WHAT OURS BAR [THEIRS NAME]: a line in ms against a number of ms, with what stands beside it.
bounded() {
	verdict=met ratio=
	awk -v a="$2" -v bar="$3" 'BEGIN { exit !(a > bar) }' && {
		verdict='NOT MET'
		missed=$((missed + 1))
	}
	[ -z "${4:-}" ] || ratio=$(awk -v a="$2" -v b="$4" 'BEGIN { if (b > 0) printf "%.2f", a / b }')
	row "$1" "$2 ms" "${4:+$4 ms}" "${5:-}" "$ratio" "$3 ms" "$verdict"
}

# absent WHAT OURS PACKAGE: a line without its peer, and how to get it.
absent() {
	row "$1" "$2 ms" '' "apt-get install $3" '' '' absent
}

# ---- what is measured ---------------------------------------------------------------------------
# season FILE COUNT: eight events to come, each with the first so many of the people.
season() {
	head -n $(($2 + 1)) people.csv >registered.csv
	for day in 1 2 3 4 5 6 7 8; do
		quiet "$ateliers" --db "$1" event new title="Atelier régional n° $day" status=announced \
			start_date=2026-12-0$day start_time=9:30 end_time=16:30 seat_limit=120
		quiet "$ateliers" --db "$1" import attendees 2026-00$day --doubtful=same registered.csv
	done
}

start() {
	awk -v n=100000 -f "$data/people.awk" >people.csv
	head -n 11 people.csv >ten.csv
	quiet "$ateliers" --db ten.db import people --doubtful=new ten.csv
	quiet "$ateliers" --db many.db import people --doubtful=new people.csv
	season ten.db 10
	season many.db 100
	set -- "$ateliers --db $T/ten.db" Accueil C-q "$ateliers --db $T/many.db" Accueil C-q
	if has calcurse; then
		mkdir calcurse-empty
		quiet calcurse -D "$T/calcurse-empty" -a </dev/null
		echo general.confirmquit=no >calcurse-empty/conf
		set -- "$@" "calcurse -D $T/calcurse-empty" Appointments q
	fi
	"$tools/start" "$many" "$HOME" "$@" >start
	if has calcurse; then
		compare 'start to first full screen, 10 people' ms "$(cost 1 start)" "$(cost 3 start)" 'calcurse, empty' 0.25
		compare 'start to first full screen, 100,000 people' ms "$(cost 2 start)" "$(cost 3 start)" 'calcurse, empty' 0.25
	else
		absent 'start to first full screen, 100,000 people' "$(cost 2 start)" calcurse
	fi
	compare 'start, 100,000 people against 10' ms "$(cost 2 start)" "$(cost 1 start)" 'itself with 10' 1.2
	compare 'memory at the first screen, 100,000 against 10' MB "$(memory 2 start)" "$(memory 1 start)" 'itself with 10' ''
	rm -f ten.db*
}

# A list of 100,000 people: that of the floor must be the same, byte by byte, but for what the file says of
# itself; and the 100,000 of the start from the database, with all their columns.
workbook() {
	"$tools/cpu" "$runs" said "$tools/workbook_list 100000 ours.xlsx" "$tools/workbook_floor 100000 floor.xlsx" \
		"$ateliers --db many.db person list -o people.xlsx" >workbook
	for part in xl/worksheets/sheet1.xml xl/styles.xml xl/workbook.xml; do
		unzip -p ours.xlsx $part >ours
		unzip -p floor.xlsx $part >floor
		quiet cmp ours floor
	done
	compare 'list as workbook, 100,000 rows of 12 columns' ms "$(cost 1 workbook)" "$(cost 2 workbook)" 'libxlsxwriter alone' 1.2
	within 'memory of that' MB "$(memory 1 workbook)" 30
	compare 'person list -o x.xlsx, 100,000 people, 15 columns' ms "$(cost 3 workbook)" "$(cost 2 workbook)" 'libxlsxwriter alone, 12' ''
	within 'memory of that' MB "$(memory 3 workbook)" 30
	rm -f many.db* ./*.xlsx
}

# The columns of the file as TEXT, with as many indexes as the table of people has: order, address,
# body, search. The same journal and the same care for the disk as ours.
sqlite_script() {
	columns=$(head -n 1 people.csv | sed 's/,/" TEXT, "/g')
	cat <<-END
		PRAGMA journal_mode = WAL;
		PRAGMA synchronous = FULL;
		CREATE TABLE person ("$columns" TEXT);
		CREATE INDEX person_order ON person ("Nom", "Prénom");
		CREATE INDEX person_address ON person ("Adresse e-mail");
		CREATE INDEX person_body ON person ("Structure");
		CREATE INDEX person_search ON person ("Prénom", "Nom");
		.import --csv --skip 1 people.csv person
	END
}

import() {
	quiet "$ateliers" --db seed.db event new title='Journée' start_date=2026-12-01
	set -- '+ rm -f a.db*; cp seed.db a.db' "$ateliers --db a.db import attendees 2026-001 --doubtful=new people.csv"
	if has sqlite3; then
		sqlite_script >import.sql
		set -- "$@" '+ rm -f s.db*' 'sqlite3 s.db ".read import.sql"'
	fi
	"$tools/cpu" "$slow" said "$@" >import
	quiet test "$("$ateliers" --db a.db person list --format csv | wc -l)" -gt 90000
	if has sqlite3; then
		compare 'import attendees, 100,000 rows' ms "$(cost 1 import)" "$(cost 2 import)" 'sqlite3 .import' 5
	else
		absent 'import attendees, 100,000 rows' "$(cost 1 import)" sqlite3
	fi
	within 'memory of that' MB "$(memory 1 import)" 150
	rm -f a.db* s.db*
}

# The entries without what is made anew each time.
feed_words() {
	sed -E 's/^(UID|DTSTAMP|CREATED|LAST-MODIFIED):.*/\1/' "$1"
}

# events_db FILE COUNT: a database with so many events, those of ical_items.h.
events_db() {
	"$tools/tables" events "$2" >events.tsv
	quiet "$ateliers" --db "$1" setting set centre_name 'Centre de ressources arts et territoires'
	quiet "$ateliers" --db "$1" setting set organizer_email contact@centre.example
	quiet "$ateliers" --db "$1" import events events.tsv
}

feed() {
	events_db e1.db 1000
	events_db e10.db 10000
	set -- "$ateliers --db e10.db calendar export -o ours.ics" "$tools/ical_floor 10000 floor.ics" \
		"$ateliers --db e1.db calendar export -o small.ics" "$tools/ical_feed 10000 module.ics"
	if has calcurse; then
		mkdir calcurse-full
		quiet "$ateliers" --db e10.db calendar export -o all.ics
		quiet calcurse -q -D "$T/calcurse-full" -i all.ics
		set -- "$@" "calcurse -D $T/calcurse-full -x"
	fi
	"$tools/cpu" "$runs" said "$@" >feed
	feed_words ours.ics >ours
	feed_words floor.ics >floor
	quiet cmp ours floor
	quiet cmp module.ics floor.ics
	compare 'calendar export, 10,000 events, whole process' ms "$(cost 1 feed)" "$(cost 2 feed)" 'libical alone' 1.3
	compare 'the calendar module alone, 10,000 events' ms "$(cost 4 feed)" "$(cost 2 feed)" 'libical alone' 1.3
	compare 'memory of calendar export, 10,000 against 1,000' MB "$(memory 1 feed)" "$(memory 3 feed)" 'itself with 1,000' 1.1
	if has calcurse; then
		compare 'calendar export, 10,000 events' ms "$(cost 1 feed)" "$(cost 5 feed)" 'calcurse -x' ''
	else
		absent 'calendar export, 10,000 events' "$(cost 1 feed)" calcurse
	fi
	rm -f e1.db* e10.db* ./*.ics
}

# Both sheets say the same: as many words, give or take the few of the heads that differ.
same_words() {
	has pdftotext || return 0
	pdftotext "$1" one.txt
	pdftotext "$2" two.txt
	awk -v a="$(wc -w <one.txt)" -v b="$(wc -w <two.txt)" 'BEGIN { exit !(a > b * 0.95 && a < b * 1.05) }'
}

sheet() {
	"$tools/tables" people 1000 >list.tsv
	for setting in centre_name='Villes et Territoires Occitanie' centre_address='3 rue des Arts, 34000 Montpellier' \
		blank_lines=0; do
		quiet "$ateliers" --db list.db setting set "${setting%%=*}" "${setting#*=}"
	done
	quiet "$ateliers" --db list.db event new title='Médiation, culture, diversité' kind="Journée d'échanges" \
		status=announced start_date=2026-10-15 start_time=9:30 end_time=16:30 venue='Maison des associations'
	quiet "$ateliers" --db list.db import attendees 2026-001 --doubtful=new list.tsv
	"$tools/cpu" "$runs" said \
		'+ rm -f p.db*; cp list.db p.db' "$ateliers --db p.db print sign-in 2026-001 -o ours.pdf" \
		"$tools/print_floor 1000 floor.pdf" "$tools/print_sheet 1000 module.pdf" >sheet
	quiet same_words ours.pdf floor.pdf
	quiet same_words module.pdf floor.pdf
	compare 'print sign-in, 1,000 rows, whole process' ms "$(cost 1 sheet)" "$(cost 2 sheet)" 'Pango and Cairo alone' 1.3
	compare 'the printing module alone, 1,000 rows' ms "$(cost 3 sheet)" "$(cost 2 sheet)" 'Pango and Cairo alone' 1.3
}

# The list of thirty people, signed on paper: as an office suite makes it of a table, and as we do.
small_sheet() {
	if ! has soffice; then
		row 'print sign-in, 30 rows' – – 'LibreOffice: not installed' – 0.1 ''
		return
	fi
	"$tools/tables" people 30 >thirty.tsv
	quiet "$ateliers" --db thirty.db event new title='Médiation, culture, diversité' status=announced start_date=2026-10-15
	quiet "$ateliers" --db thirty.db import attendees 2026-001 --doubtful=new thirty.tsv
	quiet "$ateliers" --db thirty.db print attendees 2026-001 --format csv -o thirty.csv
	"$tools/cpu" 3 said '+ rm -f q.db*; cp thirty.db q.db' "$ateliers --db q.db print sign-in 2026-001 -o thirty.pdf" \
		"soffice --headless --convert-to pdf --outdir $T/office $T/thirty.csv" >small
	compare 'print sign-in, 30 rows' ms "$(cost 1 small)" "$(cost 2 small)" 'LibreOffice, its table' 0.1
}

badges() {
	quiet "$ateliers" --db badges.db event new title='Médiation, culture, diversité' status=announced \
		start_date=2026-10-15 start_time=9:30 end_time=16:30
	quiet "$ateliers" --db badges.db import attendees 2026-001 --doubtful=new list.tsv Nom=last_name Prénom=first_name
	"$tools/cpu" "$runs" said \
		'+ rm -f p.db*; cp badges.db p.db' "$ateliers --db p.db print badges 2026-001 -o ours.pdf" \
		"$tools/badges_floor 1000 floor.pdf" "$tools/print_badges 1000 module.pdf" >badges
	quiet same_words ours.pdf floor.pdf
	quiet same_words module.pdf floor.pdf
	compare 'print badges, 1,000, whole process' ms "$(cost 1 badges)" "$(cost 2 badges)" 'Pango, Cairo, qrencode' 1.5
	compare 'the printing module alone, 1,000 badges' ms "$(cost 3 badges)" "$(cost 2 badges)" 'Pango, Cairo, qrencode' 1.5
}

# The door with 5,000 people: a number typed, Enter, which commits and paints; and one letter alone.
door() {
	awk 'BEGIN { print "Nom;Prénom;Organisme"
		for (i = 1; i <= 5000; i++) printf "Élan%d;Zoé%d;Mairie de Lieu%d\n", i * 7919 % 10007, i, i % 300 }' >door.csv
	quiet "$ateliers" --db door.db event new title='Grand atelier' status=announced start_date=2026-11-23 start_time=9h end_time=17h
	quiet "$ateliers" --db door.db import attendees 2026-001 --doubtful=new door.csv
	"$tools/screens" "$runs" "$HOME" \
		"sh -c 'rm -f $T/one.db*; cp $T/door.db $T/one.db && exec $ateliers --db $T/one.db'" Accueil C-q \
		'g e' 'Grand atelier' Enter Général a 'présent sur' '1 2 3 4' Zoé1234 Enter 'présent —' z Zoé Backspace Élan \
		Esc Général >door
	bounded 'door of 5,000: opened' "$(cost 3 door)" 20
	bounded 'a number of four digits, looked for and painted' "$(cost 4 door)" 8
	bounded 'sign-in: Enter, committed and painted' "$(cost 5 door)" 2
	bounded 'a letter, looked for and painted' "$(cost 6 door)" 2
}

# answered N COLUMN FILE: a number of the Nth line that answers.c printed.
answered() {
	awk -v n="$1" -v c="$2" 'NR == n { print $c }' "$3"
}

# The interface as it answers, on the wall: 600 events with 5,000 people, then with 100,000.
interface() {
	[ -e people.csv ] || awk -v n=100000 -f "$data/people.awk" >people.csv
	head -n 5001 people.csv >five.csv
	awk 'BEGIN { print "Intitulé;Date;Statut"
		for (i = 0; i < 600; i++)
			printf "Atelier régional n° %d;%02d/%02d/%d;annoncé\n", i, 1 + i % 28, 1 + int(i / 28) % 12, 2025 + int(i / 300) }' >events.csv
	quiet "$ateliers" --db five.db import events events.csv
	cp five.db hundred.db
	quiet "$ateliers" --db five.db import people --doubtful=new five.csv
	quiet "$ateliers" --db hundred.db import people --doubtful=new people.csv
	peer=
	if has calcurse; then
		mkdir -p calcurse-answers
		quiet calcurse -D "$T/calcurse-answers" -a </dev/null
		echo general.confirmquit=no >calcurse-answers/conf
		"$tools/answers" "$many" "$HOME" "calcurse -D $T/calcurse-answers" Appointments q Tab 'j k j j k' >peer
		peer=calcurse
	fi
	peer_of() { [ -z "$peer" ] || answered "$1" "$2" peer; }
	"$tools/answers" "$many" "$HOME" "$ateliers --db $T/five.db" Accueil C-q 'g p' 'j j j k k j' '' '-? Esc' \
		'f' 'd u p o n -C-u' 'Esc' '' >five
	"$tools/answers" "$many" "$HOME" "$ateliers --db $T/hundred.db" Accueil C-q 'g p' 'j j j k k j' \
		'f' 'd u p o n -C-u' >hundred
	bounded 'on the wall: start to full screen, 5,000 people' "$(answered 1 1 five)" 30 "$(peer_of 1 1)" "$peer, empty"
	bounded 'a key in the list, until the screen is settled' "$(answered 2 1 five)" 1 "$(peer_of 2 1)" "$peer, empty"
	bounded 'the same, 95 of 100' "$(answered 2 2 five)" 5 "$(peer_of 2 2)" "$peer, empty"
	within 'bytes of a move of the cursor, 80x24' B "$(answered 2 3 five)" 260
	bounded 'Esc alone' "$(answered 3 1 five)" 35
	bounded 'a letter in the filter' "$(answered 4 1 five)" 5
	bounded 'another size of the window' "$(answered 6 1 five)" 5 "$(peer_of 3 1)" "$peer, empty"
	within 'wakings in ten seconds without a key' '' "$(answered 7 1 five)" 0
	within 'bytes written in them' B "$(answered 7 2 five)" 0
	within 'memory held' MB "$(answered 7 3 five)" 20
	bounded '100,000 people: a key in the list' "$(answered 2 1 hundred)" 1
	bounded '100,000 people: a letter in the filter' "$(answered 3 1 hundred)" 5
	"$tools/start" "$many" "$HOME" "$ateliers --db $T/five.db" Accueil C-q "$ateliers --db $T/hundred.db" Accueil C-q >begun
	compare 'start, 100,000 people against 5,000' ms "$(cost 2 begun)" "$(cost 1 begun)" 'itself with 5,000' 1.2
	rm -f five.db* hundred.db*
}

# shellcheck source=ten_years.sh
. "$data/ten_years.sh"

row What Ours 'Beside it' 'which is' Ratio Bar ''
row - - - - - - - | sed 's/ /-/g'
for part in ${BENCH_PARTS:-start interface workbook import feed sheet small_sheet badges door years}; do
	$part
done
[ "$missed" -eq 0 ] || {
	echo "bench: $missed of the bars not met" >&2
	exit 1
}
