#!/bin/sh
# Backup, restore, doctor (fault 25 of docs/reliability.md).
. tests/cli/tap.sh
db=$T/data/ateliers/ateliers.db

a doctor
exits "no database" 1
ok "none is made by looking" test ! -e "$db"
a backup "$T/x.db"
exits "nothing to copy" 1
a event new title=Avant
a doctor --format json
exits "doctor" 0
json "facts" 'j["event"]==1 and j["mode"]=="0600" and j["problems"]==[] and j["last_backup"] is None and j["free_space"]>0'
a backup "$T/copy.db"
exits "backup" 0
ok "is private" sh -c 'test "$(stat -c %a "$1")" = 600' - "$T/copy.db"
a backup "$T/copy.db"
exits "an existing file is left" 1
a doctor --format json
json "doctor knows the backup" 'j["last_backup"]=="2026-11-23T08:30:00Z" and j["advice"]==[]'
ATELIERS_NOW=2027-02-23T08:30:00Z "$program" doctor --format json >"$T/out" 2>"$T/err"
json "and when it is old" 'len(j["advice"])==1 and j["problems"]==[]'
chmod o+r "$db"
a doctor
ok "everybody may read: a problem" test "$code" -eq 1
if command -v sqlite3 >/dev/null; then
	cp "$db" "$T/keys.db"
	chmod 600 "$T/keys.db"
	sqlite3 "$T/keys.db" "UPDATE event SET sort_key = 'x'"
	a --db "$T/keys.db" doctor --format json
	json "keys that do not fit are named" 'len(j["problems"])==1 and "Avant" in j["problems"][0]'
	a --db "$T/keys.db" doctor --rescue -o "$T/keys-new.db"
	a --db "$T/keys-new.db" doctor --format json
	json "and made anew by the rescue" 'j["problems"]==[]'
	cp "$db" "$T/gap.db"
	chmod 600 "$T/gap.db"
	sqlite3 "$T/gap.db" "DELETE FROM gesture"
	a --db "$T/gap.db" doctor --format json
	json "a gap in the history is no problem, and said" 'j["problems"]==[] and "history" in "".join(j["advice"])'
fi
chmod o-r "$db"
touch -d 2026-12-01T12:00:00Z "$db"
ATELIERS_NOW=2026-12-05T08:30:00Z "$program" doctor --format json >"$T/out" 2>"$T/err"
json "written since a copy of twelve days ago" 'len(j["advice"])==1 and "12" in j["advice"][0]'
touch -d 2026-11-22T12:00:00Z "$db"
ATELIERS_NOW=2026-12-05T08:30:00Z "$program" doctor --format json >"$T/out" 2>"$T/err"
json "not written since" 'j["advice"]==[]'
chmod 777 "$T/data/ateliers"
a doctor --format json
json "anybody may replace the file: a problem" 'len(j["problems"])==1 and "replace" in j["problems"][0]'
chmod 700 "$T/data/ateliers"
chmod 755 "$T"/state/ateliers/backups/ateliers.db-*
a doctor --format json
json "anybody may read the copies: a problem" 'len(j["problems"])==1 and "backups" in j["problems"][0]'
chmod 700 "$T"/state/ateliers/backups/ateliers.db-*

a event new title=Après
cp "$T/copy.db" "$T/pristine.db"
a restore "$T/copy.db" --dry-run
exits "restore --dry-run" 0
a event list --format json
json "changes nothing" 'len(j)==2'
chmod 640 "$db"
a restore "$T/copy.db"
exits "restore" 0
a event list --format json
json "brings it back" '[e["title"] for e in j]==["Avant"]'
ok "the copy itself is not touched" cmp "$T/copy.db" "$T/pristine.db"
ok "rights are kept" sh -c 'test "$(stat -c %a "$1")" = 640' - "$db"
aside=$db.2026-11-23T08-30-00Z
ok "the database as it was is beside it" test -f "$aside"
a --db "$aside" event list --format json
json "whole" 'len(j)==2'
a restore "$aside"
a event list --format json
json "and can be brought back in turn" 'len(j)==2'
ok "under another name" test -f "$aside-1"
ok "nothing else is left" sh -c '! ls "$1" | grep -q restore' - "$T/data/ateliers"

echo nonsense >"$T/foreign"
a restore "$T/foreign"
exits "a foreign file" 1
has "is named, not its copy" "$T/foreign" "$T/err"
head -c 20000 "$T/copy.db" >"$T/cut.db"
a restore "$T/cut.db"
exits "a copy that was cut short" 1
: >"$T/empty.db"
a restore "$T/empty.db"
exits "an empty file" 1
a restore "$T/nothing.db"
exits "no file" 1
a event list --format json
json "after all these the database is as it was" 'len(j)==2'

sleep 30 <"$db" &
holder=$!
a restore "$T/copy.db"
exits "a database open elsewhere" 1
has "says where" "process $holder" "$T/err"
kill $holder 2>/dev/null
wait $holder 2>/dev/null

echo damaged >"$db"
a restore "$T/copy.db"
exits "a damaged database" 0
a event list --format json
json "is replaced" 'len(j)==1'
ok "and kept" grep -qx damaged "$aside-2"
a --db "$T/fresh/new.db" restore "$T/copy.db"
exits "restore where there was none" 0
a --db "$T/fresh/new.db" event list --format json
json "is there" 'len(j)==1'
finish
