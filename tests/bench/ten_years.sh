# The part of run.sh about a file of ten years of ten centres; "years" at its end is all of it.
# shellcheck shell=sh
# shellcheck disable=SC2154 # what run.sh has set

# What each list shows first: its ids in their order, and as many rows as the terminal has.
page() {
	echo "SELECT id FROM $1 $2 ORDER BY $3; SELECT * FROM $1 $2 ORDER BY $3 LIMIT 37"
}

# The keys that open each list from the one before, a text of it, what it is called here, and "-"
# when it has no bar.
years_lists() {
	cat <<-END
		g e|Commune|list of events, 1,000
		Enter|$number ·|an event: fields and checks
		Tab|[Programme]|its programme
		Tab|[Intervenants]|its speakers
		Tab|[Participants]|its participants, 1,500
		Tab|[Partenaires]|its partners
		g p|Fonction|list of people, 20,000
		g o|Échelon|list of organisations, 3,000
		g l|Salles|list of places, 250
		Enter|Capacité|rooms of a place
		g k|Rubrique|kinds of events
		g t|Thème|themes
		g y|Financeurs|cycles
		H|Historique|history, 15,000 gestures
		,|Réglages|settings
		g p|Fonction|list of people, a second time
		f|Filtre|its filter, with the words of all of them|-
	END
}

# The same rows by SQLite alone, a line for each of the lists above that is one.
years_queries() {
	event="WHERE event_id = (SELECT id FROM event WHERE number = '$1')"
	page event '' "coalesce(start_date, '9999') DESC, number DESC"
	echo 'SELECT 1'
	page session "$event" 'day_id, start_time, position'
	page speaker "$event" 'position, id'
	page attendee "$event" 'sort_key, id'
	page partner "$event" 'position, id'
	page person 'WHERE erased_at IS NULL' 'sort_key, id'
	page organisation '' 'sort_key, id'
	page venue '' 'sort_key, id'
	page room 'WHERE venue_id = (SELECT min(id) FROM venue)' 'search_key'
	page kind '' 'sort_key, id'
	page theme '' 'sort_key, id'
	page cycle '' 'sort_key, id'
	echo 'SELECT *, (SELECT count(*) FROM change WHERE gesture_id = gesture.id) FROM gesture ORDER BY id DESC LIMIT 500'
	echo 'SELECT * FROM setting ORDER BY name'
	page person 'WHERE erased_at IS NULL' 'sort_key, id'
	echo "SELECT p.id, p.search_key, o.search_key FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id" \
		"WHERE p.erased_at IS NULL ORDER BY p.sort_key, p.id"
}

screens() {
	years_lists >lists
	years_queries "$number" >queries
	set -- "$runs" "$HOME" "$ateliers --db $T/years.db" '[Accueil]' C-q
	while IFS='|' read -r keys text _ _; do
		set -- "$@" "$keys" "$text"
	done <lists
	"$tools/screens" "$@" >screens
	set -- "$runs" years.db
	while read -r query; do
		set -- "$@" "$query"
	done <queries
	"$tools/bare" "$@" >bare
	line=0
	while IFS='|' read -r _ _ what bar; do
		line=$((line + 1))
		ours=$(cost $line screens)
		theirs=$(cost $line bare)
		[ "$(sed -n ${line}p queries)" != 'SELECT 1' ] || theirs=
		if [ "$bar" = - ]; then
			compare "$what" ms "$ours" "$theirs" 'SQLite alone, same rows' ''
		else
			bounded "$what" "$ours" 20 "$theirs" "${theirs:+SQLite alone, same rows}"
		fi
	done <lists
}

figures() {
	"$tools/figures" "$many" years.db "$number" >figures
	while read -r ours theirs what; do
		[ "$theirs" != - ] || theirs=
		bounded "event of 1,500: $what" "$ours" 10 "$theirs" "${theirs:+SQLite alone, one query}"
	done <figures
}

# A command beside one of the sqlite3 shell, each as a whole process.
beside() {
	set -- "$1" "$2" "$ateliers --db years.db $3" "$4" "${5:-}"
	if has sqlite3; then
		"$tools/cpu" "$runs" said "$3" "sqlite3 years.db \"$4\"" >both
	else
		"$tools/cpu" "$runs" said "$3" >both
	fi
	theirs=$(cost 2 both)
	if [ -n "$2" ]; then
		bounded "$1" "$(cost 1 both)" "$2" "$theirs" "${theirs:+$5}"
	elif [ -n "$theirs" ]; then
		compare "$1" ms "$(cost 1 both)" "$theirs" "$5" ''
	else
		absent "$1" "$(cost 1 both)" sqlite3
	fi
}

twins() {
	echo "SELECT a.id, b.id FROM $1 a JOIN $1 b ON b.sort_key = a.sort_key AND b.id > a.id"
}

# The palette over all events, people, organisations and places, 24,250: opened, then a key at a time: one letter,
# which most names have; a second; a word in letters out of a name; the number of an event; nothing found.
palette() {
	"$tools/screens" "$runs" "$HOME" "$ateliers --db $T/years.db" '[Accueil]' C-q \
		: 'une action' e trouvés l trouvés 'C-u m' trouvés r trouvés t trouvés 'C-u x q z' 'Rien ne porte' \
		Backspace : Esc Prochains >palette
	bounded 'palette over 24,250: opened' "$(cost 1 palette)" 100
	bounded 'its first letter' "$(cost 2 palette)" 5
	bounded 'its second letter' "$(cost 3 palette)" 5
	bounded 'another first letter, and the line emptied' "$(cost 4 palette)" 10
	bounded 'its second letter, in order' "$(cost 5 palette)" 5
	bounded 'its third letter, scattered' "$(cost 6 palette)" 5
	bounded 'a letter less' "$(cost 8 palette)" 5
}

# Of a whole year, with every mark of presence of the file read, for who is new was at nothing before. Beside it, who
# came that year and how many half-days they attended, in one query.
year_figures() {
	came="SELECT count(DISTINCT a.person_id), count(*) FROM event_day d JOIN half_day h ON h.day_id = d.id"
	came="$came JOIN presence_mark m ON m.half_day_id = h.id JOIN attendee a ON a.id = m.attendee_id"
	came="$came WHERE d.date LIKE '2026%' AND a.part = 'participant' AND m.state = 'present' AND m.retracts IS NULL"
	came="$came AND NOT EXISTS (SELECT 1 FROM presence_mark r WHERE r.attendee_id = m.attendee_id"
	came="$came AND r.half_day_id = m.half_day_id AND r.retracts = m.nonce)"
	beside 'report 2026, 300,000 marks' 1000 'report 2026' "$came" 'sqlite3, who came'
	beside 'report 2026 as a PDF' 1500 'report 2026 -o report.pdf' "$came" 'sqlite3, who came'
	"$tools/screens" "$runs" "$HOME" "$ateliers --db $T/years.db" '[Accueil]' C-q 'g b' 'en chiffres' >screens
	bounded 'the figures of the year on the screen' "$(cost 1 screens)" 1000
}

years() {
	number=$("$tools/ten_years" years.db)
	"$tools/start" "$runs" "$HOME" "$ateliers --db $T/years.db" '[Accueil]' C-q >start
	bounded 'ten years: start to first full screen, and out' "$(cost 1 start)" 20
	screens
	palette
	figures
	beside 'person duplicates, 20,000' 2000 'person duplicates' "$(twins person)" 'sqlite3, equal names'
	beside 'organisation duplicates, 3,000' 2000 'organisation duplicates' "$(twins organisation)" 'sqlite3, equal names'
	"$tools/silence" "$slow" years.db >silence
	bounded 'the longest that either says nothing: people' "$(cost 1 silence)" 500
	bounded 'and organisations' "$(cost 2 silence)" 500
	beside 'doctor' 3000 doctor 'PRAGMA integrity_check; PRAGMA foreign_key_check' 'sqlite3, both PRAGMAs'
	year_figures
	beside 'person list' '' 'person list' 'SELECT * FROM person ORDER BY sort_key' 'sqlite3, all columns'
	beside 'event list' '' 'event list' 'SELECT * FROM event ORDER BY start_date' 'sqlite3, all columns'
	beside 'attendee list' '' "attendee list $number" \
		"SELECT * FROM attendee WHERE event_id = (SELECT id FROM event WHERE number = '$number') ORDER BY sort_key" \
		'sqlite3, all columns'
	rm -f years.db*
}
