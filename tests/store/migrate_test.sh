#!/bin/sh
# A database of every earlier schema is brought to the newest: the schema is that of a new file, no
# value is lost, a sound copy is kept first, and what was done before can still be undone (fault 10 of
# docs/reliability.md).
#
# tests/data/schemas/NNNN.sql is such a database, as the program of that version wrote it. newest.txt
# is the schema as it has to be; when a migration is added, make both:
#   sqlite3 FILE .dump >tests/data/schemas/NNNN.sql        (before the change, a row in every table)
#   SCHEMA_KEEP=1 sh tests/store/migrate_test.sh           (after it; read the difference)
command -v sqlite3 >/dev/null || {
	echo "1..0 # SKIP sqlite3 is not installed"
	exit 0
}
. tests/cli/tap.sh
schemas=tests/data/schemas

schema() {
	sqlite3 "$1" "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
		ORDER BY type, name"
}
tables() {
	sqlite3 "$1" "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
}
# rows FILE LIKE: the rows of the tables of LIKE, in the columns that LIKE has.
rows() {
	for table in $(tables "$2"); do
		columns=$(sqlite3 "$2" "SELECT name FROM pragma_table_info('$table')" | tr '\n' ',')
		sqlite3 "$1" "SELECT '$table', ${columns%,} FROM $table ORDER BY 2, 3"
	done
}

"$program" --db "$T/fresh.db" event list >"$T/out" 2>"$T/err"
schema "$T/fresh.db" >"$T/fresh"
[ -z "${SCHEMA_KEEP-}" ] || cp "$T/fresh" $schemas/newest.txt
ok "a new file has the schema that was checked" diff $schemas/newest.txt "$T/fresh"
newest=$(sqlite3 "$T/fresh.db" 'PRAGMA user_version')

for dump in $schemas/*.sql; do
	version=$(basename "$dump" .sql)
	db=$T/$version.db
	sqlite3 "$db" ".read $dump" "PRAGMA application_id = 0x4154454c" "PRAGMA user_version = $version"
	chmod 600 "$db"
	: >"$T/out" 2>"$T/err"
	for table in $(tables "$db"); do
		ok "$version: there is a row of $table" \
			test "$(sqlite3 "$db" "SELECT count(*) FROM $table")" -gt 0
	done
	cp "$db" "$T/before.db"
	rows "$T/before.db" "$T/before.db" >"$T/rows-before"
	a event list --db "$db"
	exits "$version: opens" 0
	ok "$version: is of the newest version" test "$(sqlite3 "$db" 'PRAGMA user_version')" = "$newest"
	schema "$db" >"$T/schema"
	ok "$version: has the schema of a new file" diff "$T/fresh" "$T/schema"
	rows "$db" "$T/before.db" >"$T/rows-after"
	ok "$version: has lost no value" diff "$T/rows-before" "$T/rows-after"
	set -- "$T"/state/ateliers/backups/"$version".db-*/*-migration.db
	ok "$version: one copy was kept first" test $# -eq 1 -a -f "$1"
	rows "$1" "$T/before.db" >"$T/rows-copy"
	ok "$version: the copy is what was there" diff "$T/rows-before" "$T/rows-copy"
	a doctor --db "$db"
	exits "$version: is sound" 0
	a undo --db "$db"
	exits "$version: what was done before can be undone" 0
	a doctor --db "$db"
	exits "$version: and is sound after that" 0
done
finish
