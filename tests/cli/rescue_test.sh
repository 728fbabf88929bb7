#!/bin/sh
# What a damaged database still holds comes into a new one (fault 8 of docs/reliability.md).
. tests/cli/tap.sh
db=$T/data/ateliers/ateliers.db
esc=$(printf '\033')

a doctor --rescue
exits "no database" 1
a event new title="Journée d’échanges" start_date=2027-01-15 start_time=9h end_time=17h status=announced
a attendee add 2027-001 first_name=Zoé last_name=Élan email=zoe@elan.example organisation="Mairie de Lodève"
a attendee add 2027-001 first_name=Luc last_name="Mal${esc}[31mveillant"
a doctor --dry-run
exits "--dry-run alone" 2
a doctor --rescue -o -
exits "no file to make" 2
a doctor --rescue -o "$db"
exits "the database itself is not the new one" 1

a doctor --rescue --dry-run
exits "dry run" 0
has "counts rows" "attendee"
ok "makes nothing" sh -c '! ls "$1" | grep -q rescued' - "$T/data/ateliers"
cksum "$db" >"$T/before"
a doctor --rescue --format json
exits "a sound database" 0
json "is saved whole" 'j["lost"]==0 and j["pages_lost"]==0 and j["undo_kept"] and j["made"].endswith("ateliers.rescued.db")'
json "table by table" '{t["table"]:t["saved"] for t in j["tables"]}["attendee"]==2'
cksum "$db" >"$T/after"
ok "and left as it was" cmp "$T/before" "$T/after"
a --db "$T/data/ateliers/ateliers.rescued.db" attendee list 2027-001 --format json
json "the new one opens" 'len(j)==2'
a --db "$T/data/ateliers/ateliers.rescued.db" doctor
exits "and is well" 0
ok "private" sh -c 'test "$(stat -c %a "$1")" = 600' - "$T/data/ateliers/ateliers.rescued.db"
a doctor --rescue
exits "once more" 0
ok "under another name" test -f "$T/data/ateliers/ateliers.rescued-2.db"
has "says what to do next" "ateliers restore" "$T/err"
a doctor --rescue -o "$T/data/ateliers/ateliers.rescued.db"
exits "a file that is there is left" 1

# ---- damage --------------------------------------------------------------------------------------
size=$(wc -c <"$db")
head -c $((size * 2 / 3)) "$db" >"$T/cut.db"
a --db "$T/cut.db" event list
exits "cut short: refused" 1
has "and the rescue is named" "doctor --rescue" "$T/err"
a --db "$T/cut.db" doctor --rescue -o "$T/mended.db"
exits "cut short: rescued" 0
ok "no escape sequence reaches the terminal" sh -c '! grep -q "$1" "$2" "$3"' - "$esc" "$T/out" "$T/err"
a --db "$T/mended.db" doctor
exits "the new one is sound" 0
cp "$T/cut.db" "$T/data/live.db"
a --db "$T/data/live.db" restore "$T/mended.db"
exits "and takes its place" 0
a --db "$T/data/live.db" doctor
exits "for good" 0

cp "$db" "$T/head.db"
dd if=/dev/urandom of="$T/head.db" bs=100 count=1 conv=notrunc 2>/dev/null
a --db "$T/head.db" doctor
exits "a head of noise: refused" 1
a --db "$T/head.db" doctor --rescue --format json
json "rescued whole" 'j["lost"]==0 and {t["table"]:t["saved"] for t in j["tables"]}["attendee"]==2'

head -c 50000 /dev/urandom >"$T/noise.db"
a --db "$T/noise.db" doctor --rescue
exits "noise" 1
has "nothing of it" "noise.db" "$T/err"
ok "no file is made" test ! -e "$T/noise.rescued.db"
a backup "$T/copy.db"
head -c 50000 /dev/urandom >"$db"
rm -f "$db-wal" "$db-shm"
a doctor --rescue
exits "noise of which there is a copy" 1
has "the copy is named" "$T/copy.db" "$T/err"

cp "$T/copy.db" "$db"
sleep 30 <"$db" &
holder=$!
until [ "$(readlink /proc/$holder/fd/0)" = "$db" ]; do :; done
a doctor --rescue -o "$T/never.db"
exits "a database open elsewhere" 1
kill $holder 2>/dev/null
wait $holder 2>/dev/null

# ---- a disk that does not give all of it ---------------------------------------------------------
if command -v strace >/dev/null && ! grep -q __asan_init "$program" &&
	strace -o /dev/null -e inject=pread64:error=EIO:when=100 true 2>/dev/null; then
	strace -f -o /dev/null -P "$T/copy.db" -e trace=pread64 -e inject=pread64:error=EIO:when=150..160 \
		"$program" --db "$T/copy.db" doctor --rescue -o "$T/eio.db" --format json >"$T/out" 2>"$T/err" </dev/null
	json "pages that the disk refuses are lost, the others saved" 'j["pages_lost"]>0 and j["saved"]>4000'
	a --db "$T/eio.db" doctor --format json
	json "in a sound file" 'j["problems"]==[]'
fi

# ---- an older schema -----------------------------------------------------------------------------
if command -v sqlite3 >/dev/null; then
	sqlite3 "$T/old.db" ".read tests/data/schemas/1000.sql" "PRAGMA application_id = 0x4154454c" \
		"PRAGMA user_version = 1000"
	a --db "$T/old.db" doctor --rescue -o "$T/old-new.db" --format json
	json "an older schema is saved whole" 'j["lost"]==0'
	a --db "$T/old-new.db" doctor
	exits "in the newest" 0
	for table in $(sqlite3 "$T/old.db" "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('counter')"); do
		sqlite3 "$T/old.db" "SELECT * FROM $table ORDER BY 1" >"$T/rows-old"
		columns=$(sqlite3 "$T/old.db" "SELECT name FROM pragma_table_info('$table')" | tr '\n' ',')
		sqlite3 "$T/old-new.db" "SELECT ${columns%,} FROM $table ORDER BY 1" >"$T/rows-new"
		[ "$table" = gesture ] || ok "every value of $table" cmp "$T/rows-old" "$T/rows-new"
	done
fi
finish
