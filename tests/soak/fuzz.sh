#!/bin/sh
# fuzz.sh FOLDER SECONDS TARGET…: run fuzz targets one after the other, each for SECONDS, from seeds made of
# real files. FOLDER holds the programs; what is found stays in $BUILD/soak/fuzz/TARGET.
set -u
folder=$1 seconds=$2
shift 2
work=${BUILD:-build}/soak/fuzz
program=${ATELIERS:-build/ateliers}

# cut FILE NAME: the file with each of the first bytes that choose an option.
cut_seed() {
	for option in 0 1 2 3 4 5 6 7; do
		{ printf "\\00$option" && cat "$1"; } >"$seeds/$2-$option"
	done
}

seeds_table() {
	for file in tests/data/*.csv tests/data/*.tsv db/sample/*.csv db/reference/departements.tsv; do
		[ ! -f "$file" ] || cut_seed "$file" "$(basename "$file")"
	done
}
seeds_spreadsheet() {
	for file in tests/data/*.xlsx tests/data/*.ods; do
		cut_seed "$file" "$(basename "$file")"
	done
}
seeds_columns() {
	for file in tests/data/*.csv tests/data/*.tsv db/sample/*.csv; do
		[ -f "$file" ] || continue
		head -n 8 "$file" | tr ';,' '\t\t' | tr -d '"' >"$work/$target/rows"
		cut_seed "$work/$target/rows" "$(basename "$file")"
	done
	cut -f 1 tests/data/hostile.txt | tr '\n' '\t' >"$work/$target/rows"
	cut_seed "$work/$target/rows" hostile
}
seeds_calendar() {
	mkdir -p "$work/$target/files"
	perl tests/robust/calendars.pl "$work/$target/files"
	"$program" --db "$work/$target/seed.db" event new title=Essai status=announced start_date=2027-01-15 \
		start_time=9h end_time=17h >"$work/$target/said" 2>&1
	"$program" --db "$work/$target/seed.db" calendar export -o "$work/$target/files/ours.ics" \
		>"$work/$target/said" 2>&1
	find "$work/$target/files" -type f -size +16k -delete
	for file in "$work/$target"/files/*.ics; do
		cut_seed "$file" "$(basename "$file")"
	done
}
seeds_date() {
	grep -ohE '(date|time)_parse\("[^"]*"|"[^"]*[0-9][^"]*"' tests/base/date_test.c | sed 's/.*"\(.*\)"$/\1/' |
		sort -u | awk -v folder="$seeds" '{ printf "%s", $0 >(folder "/" NR); close(folder "/" NR) }'
}
seeds_key() {
	printf 'g e\033[A\033[B\033[1;5C\033OP\033[200~coll\303\251\033[201~\t\r' >"$seeds/keys"
	printf '\033[<0;3;4M\033[M abc\033]0;x\007\303\051\377\000' >"$seeds/odd"
	cp tests/data/hostile.txt "$seeds/hostile"
}
# Small pages: a whole database in some 60 kB, of the present schema and of older ones.
seeds_database() {
	rm -f "$work/$target"/seed.db*
	"$program" --db "$work/$target/seed.db" event new title=Essai start_date=2027-01-15 start_time=9h \
		end_time=17h >"$work/$target/said" 2>&1
	"$program" --db "$work/$target/seed.db" attendee add 2027-001 last_name=Élan >"$work/$target/said" 2>&1
	sqlite3 "$work/$target/seed.db" 'DELETE FROM territory; DELETE FROM holiday; PRAGMA journal_mode = DELETE' \
		'PRAGMA page_size = 512' VACUUM >"$work/$target/said" 2>&1
	cp "$work/$target/seed.db" "$seeds/present"
	for dump in tests/data/schemas/*.sql; do
		version=$(basename "$dump" .sql)
		rm -f "$work/$target/old.db"
		sqlite3 "$work/$target/old.db" 'PRAGMA page_size = 512' ".read $dump" \
			'PRAGMA application_id = 0x4154454c' "PRAGMA user_version = $version" >"$work/$target/said" 2>&1
		cp "$work/$target/old.db" "$seeds/$version"
	done
}

failed=0
for target; do
	seeds=$work/$target/seeds
	corpus=$work/$target/corpus
	mkdir -p "$seeds" "$corpus" "$work/$target/found"
	seeds_$target
	longest=65536
	[ "$target" != database ] || longest=200000
	[ "$target" != columns ] || longest=8192
	[ "$target" != calendar ] || longest=16384
	begun=$(date +%s)
	ASAN_OPTIONS=allocator_may_return_null=1 \
		LSAN_OPTIONS=suppressions=tests/lint/leaks.txt:print_suppressions=0 \
		nice "$folder/${target}_fuzz" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
		-max_len=$longest -artifact_prefix="$work/$target/found/" -print_final_stats=1 \
		"$corpus" "$seeds" >"$work/$target/log" 2>&1
	code=$?
	runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$work/$target/log")
	found=$(find "$work/$target/found" -type f | wc -l)
	echo "# fuzz $target: ${runs:-0} runs in $(($(date +%s) - begun)) s, $found found"
	[ $code -eq 0 ] && [ "$found" -eq 0 ] || failed=1
done
exit $failed
