#!/bin/sh
# Files that are not as they should be: refused in a sentence, left as they are, nothing lost (of
# docs/reliability.md fault 5 and fault 6, a full disk; fault 7, no rights; fault 8, damage; fault 9, an
# empty file; fault 11, a newer schema).
. tests/robust/robust.sh
db=$T/data/ateliers/ateliers.db
mounted=
trap '[ -z "$mounted" ] || umount "$mounted"; chmod -R u+w "$T"; rm -rf "$T"' EXIT

# refuses NAME FILE TEXT: five commands refuse FILE as a database in one line that names it and holds
# TEXT, and leave its folder as it is.
refuses() {
	refused_folder=$(dirname "$2")
	fingerprint "$refused_folder" >"$T/before"
	rm -f "$T/never.db" "$T/never.ics"
	refused=0
	for words in "event list" "doctor" "theme new name=x" "backup $T/never.db" \
		"calendar export -o $T/never.ics"; do
		a $words --db "$2"
		[ "$code" -eq 1 ] && [ "$(wc -l <"$T/err")" -eq 1 ] && [ ! -s "$T/out" ] &&
			grep -qF "$(basename "$2")" "$T/err" && grep -qE "$3" "$T/err" || {
			refused=1
			cp "$T/err" "$T/err-kept"
		}
	done
	[ $refused -eq 0 ] || cp "$T/err-kept" "$T/err"
	report $refused "$1: refused in a sentence"
	fingerprint "$refused_folder" >"$T/after"
	ok "$1: left as it was" cmp "$T/before" "$T/after"
	ok "$1: nothing else was made" test ! -e "$T/never.db" -a ! -e "$T/never.ics"
}

a event new title="Essai" start_date=2027-01-15 start_time=9h end_time=17h status=announced
a attendee add 2027-001 first_name=Zoé last_name=Élan email=zoe@elan.example
a session new 2027-001 date=2027-01-15 start_time=10h title=Ouverture
exits "there is a database" 0
size=$(wc -c <"$db")

# logged FILE: a copy of the database whose last change stands in its log alone, as after a crash.
logged() {
	"$python" -c 'import shutil, sqlite3, sys
name, target = sys.argv[1:]
shutil.copy(name, target + ".open")
held = sqlite3.connect(target + ".open")
held.execute("PRAGMA journal_mode = WAL")
held.execute("INSERT INTO theme VALUES (77, 1, \"Dans le journal\", \"x\", \"danslejournal\")")
held.commit()
shutil.copy(target + ".open", target)
shutil.copy(target + ".open-wal", target + "-wal")' "$db" "$1"
	rm -f "$1".open*
}

# ---- databases that are none ---------------------------------------------------------------------
mkdir "$T/bad"
bad=$T/bad/base.db
: >"$bad"
refuses "an empty file" "$bad" "empty"
echo "Nom;Prénom" >"$bad"
refuses "a text" "$bad" "not a database of Ateliers"
head -c 4096 /dev/urandom >"$bad"
refuses "noise" "$bad" "not a database of Ateliers"
head -c 4096 /dev/zero >"$bad"
refuses "zeros" "$bad" "not a database of Ateliers"
for part in 15 16 99 100 512; do
	head -c $part "$db" >"$bad"
	refuses "the first $part bytes of one" "$bad" "not a database|damaged"
done
for part in 4096 8192 $((size / 2)) $((size - 4096)) $((size - 1)); do
	head -c $part "$db" >"$bad"
	refuses "the first $part bytes of $size" "$bad" "damaged"
done
{ head -c 20000 "$db" && head -c 20000 /dev/urandom && tail -c +40001 "$db"; } >"$bad"
for words in doctor "backup $T/never.db"; do # others may not come across it
	rm -f "$T/never.db"
	a $words --db "$bad"
	exits "one with noise in the middle: $words" 1
done
ok "no copy is made of it" test ! -e "$T/never.db"
if command -v sqlite3 >/dev/null; then
	rm "$bad"
	sqlite3 "$bad" 'CREATE TABLE a (b); INSERT INTO a VALUES (1)'
	refuses "a database of another program" "$bad" "another program"
	cp "$db" "$bad"
	sqlite3 "$bad" 'PRAGMA user_version = 999001' >/dev/null
	refuses "one of a newer version" "$bad" "newer"
	cp "$db" "$bad"
	sqlite3 "$bad" 'PRAGMA user_version = 0' >/dev/null
	refuses "one of no version" "$bad" "version|schema"
	cp "$db" "$bad"
	sqlite3 "$bad" "CREATE TRIGGER t AFTER INSERT ON theme BEGIN DELETE FROM attendee; END"
	refuses "one with a trigger" "$bad" "triggers"
	cp "$db" "$bad"
	sqlite3 "$bad" 'DROP TABLE session'
	a event list --db "$bad"
	a session list 2027-001 --db "$bad"
	exits "one that lacks a table" 1
else
	skipped "databases of others" "sqlite3 is not installed"
fi
rm -rf "$T/bad" && mkdir -p "$bad"
refuses "a folder" "$bad" "not a file"
rmdir "$bad" && mkfifo "$bad"
refuses "a pipe" "$bad" "not a file"
rm "$bad"
a event list --db /dev/null
exits "a device" 1
echo x >"$T/file"
a event list --db "$T/file/base.db"
exits "a database below a file" 1
ln -s "$T/nowhere/base.db" "$T/dangling.db"
a event list --db "$T/dangling.db"
exits "a link to nowhere" 1
ln -s "$db" "$T/linked.db"
a event list --db "$T/linked.db" --format json
json "a link to a database is one" 'len(j)==1'
a theme new name="Par le lien" --db "$T/linked.db"
a theme list --format json
json "and what is written through it is there" 'any(t["name"]=="Par le lien" for t in j)'
for word in backup restore; do
	a $word "$T/nowhere/x.db"
	exits "$word: a folder that does not exist" 1
	a $word "$T"
	exits "$word: a folder" 1
	a $word ""
	exits "$word: no name" 1
done
a backup "$db"
exits "backup onto the database itself" 1
for word in --version --help "event --help" "completion"; do
	a $word -o "$db"
	exits "$word -o, onto the database" 1
done
a restore "$T/file"
exits "restore of a file that is none" 1
ok "the database was never touched" cmp "$T/linked.db" "$db"
a event list --format json
json "and still says the same" 'len(j)==1'

# ---- tables that are none ------------------------------------------------------------------------
for subject in events people organisations holidays "attendees 2027-001"; do
	: >"$T/empty.csv"
	for path in "$T/empty.csv" "$T" "$T/nowhere.csv" "$db" "$T/file/x.csv"; do
		a import $subject "$path"
		[ "$code" -eq 1 ] && [ "$(wc -l <"$T/err")" -eq 1 ]
		report $? "import $subject of ${path##*/}: refused in a sentence"
	done
done

# ---- rights --------------------------------------------------------------------------------------
other=
if [ "$(id -u)" -ne 0 ]; then
	other=" "
elif command -v setpriv >/dev/null && id nobody >/dev/null 2>&1; then
	other="setpriv --reuid=$(id -u nobody) --regid=$(id -g nobody) --clear-groups"
fi
# The program where another user may run it.
mkdir "$T/program"
cp "$program" "$T/program/" && cp -R "${program%/*}/modules" "$T/program/"
b() {
	$other env HOME="$T/other" XDG_DATA_HOME="$T/other" XDG_STATE_HOME="$T/other" TMPDIR="$T/other" \
		XDG_RUNTIME_DIR="$T/other/run" \
		"$T/program/ateliers" "$@" >"$T/out" 2>"$T/err" </dev/null
	code=$?
}
mkdir "$T/other" "$T/theirs"
chmod 755 "$T" "$T/program" "$T/program/modules" "$T/theirs"
chmod 777 "$T/other"
cp "$db" "$T/theirs/base.db"
[ -z "$other" ] || b --version
if [ -n "$other" ] && [ "$code" -eq 0 ]; then
	chmod 600 "$T/theirs/base.db"
	if [ "$(id -u)" -eq 0 ]; then
		b event list --db "$T/theirs/base.db"
		exits "a file that may not be read" 1
	fi
	chmod 444 "$T/theirs/base.db"
	chmod 555 "$T/theirs"
	fingerprint "$T/theirs" >"$T/before"
	b theme new name=Non --db "$T/theirs/base.db"
	exits "a file and a folder that may only be read: nothing is written" 1
	b event list --format json --db "$T/theirs/base.db"
	json "but read" 'len(j)==1'
	has "and says so" "for reading only" "$T/err"
	if [ -n "$python" ]; then
		mkdir "$T/logged"
		logged "$T/logged/base.db"
		chmod 444 "$T/logged"/base.db*
		chmod 555 "$T/logged"
		mkdir -m 700 "$T/other/run"
		[ "$(id -u)" -ne 0 ] || chown nobody "$T/other/run"
		b theme list --format json --db "$T/logged/base.db"
		json "with a log that nobody holds: what stands in the log is read too" \
			'any(t["name"]=="Dans le journal" for t in j)'
		[ -z "$(find "$T/other/run" "$T/other" -name 'ateliers-*')" ]
		report $? "and nothing of the copy stays"
		b theme new name=Non --db "$T/logged/base.db"
		exits "and nothing is written" 1
	fi
	b calendar export -o "$T/theirs/x.ics" --db "$T/theirs/base.db"
	exits "nor is a file written beside it" 1
	fingerprint "$T/theirs" >"$T/after"
	ok "all is as it was" cmp "$T/before" "$T/after"
	chmod 777 "$T/theirs"
	b theme new name=Non --db "$T/theirs/base.db"
	exits "a file that may only be read in a folder that may be written" 1
	chgrp "$($other id -g)" "$T/theirs/base.db"
	chmod 660 "$T/theirs/base.db"
	chmod 555 "$T/theirs"
	b theme new name=Non --db "$T/theirs/base.db"
	exits "a file that may be written in a folder that may not: its log cannot be made" 1
	b event list --format json --db "$T/theirs/base.db"
	json "it is read" 'len(j)==1'
	chgrp "$($other id -g)" "$T/theirs" "$T/theirs"/base.db*
	chmod 770 "$T/theirs"
	chmod 660 "$T/theirs"/base.db*
	b doctor --db "$T/theirs/base.db"
	exits "it is sound after all of it" 0
	b event list --db "$T/theirs/new/base.db"
	ok "a new folder is private" test "$(stat -c %a "$T/theirs/new")" = 700
	chmod 555 "$T/theirs"
	b event list --db "$T/theirs/none.db"
	exits "a new database where one may not write" 1
	b backup "$T/theirs/none.db" --db "$T/theirs/base.db"
	exits "a backup where one may not write" 1
	printf 'Sans droit' >"$T/other/given.ics"
	chmod 444 "$T/other/given.ics"
	b calendar export -o "$T/other/given.ics" --db "$T/theirs/new/base.db"
	ok "a file that may only be read is left as it is" \
		test "$code" -eq 1 -a "$(cat "$T/other/given.ics")" = "Sans droit"
	chmod 755 "$T/theirs"
else
	skipped "rights" "there is no other user to be"
fi

# ---- a full disk ---------------------------------------------------------------------------------
mkdir "$T/disk"
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=3m tmpfs "$T/disk" 2>/dev/null; then
	mounted=$T/disk
	small=$T/disk/base.db
	a backup "$small"
	a calendar export -o "$T/disk/feed.ics"
	cp "$T/disk/feed.ics" "$T/feed-before"
	a event edit 2027-001 title="Essai changé"
	awk 'BEGIN { print "Nom;Prénom"; for (i = 0; i < 6000; i++) printf "Nom%d;Zoé\n", i }' >"$T/big.csv"
	a import people "$T/big.csv" --db "$small"
	exits "an import that fills the disk" 1
	has "says why" "full" "$T/err"
	a doctor --db "$small" --format json
	json "nothing is there by halves" \
		'j["person"]==1 and [p for p in j["problems"] if "free some space" not in p]==[]'
	cat /dev/zero >"$T/disk/filler" 2>/dev/null
	a calendar export -o "$T/disk/feed.ics"
	exits "an export onto a full disk" 1
	ok "what was there stays" cmp "$T/disk/feed.ics" "$T/feed-before"
	a print sign-in 2027-001 -o "$T/disk/sheet.pdf"
	exits "a paper onto a full disk" 1
	ok "is not there" test ! -e "$T/disk/sheet.pdf"
	for ending in pdf txt html odt; do
		a print programme 2027-001 -o "$T/disk/programme.$ending"
		exits "a programme (.$ending) onto a full disk" 1
		ok "is not there" test ! -e "$T/disk/programme.$ending"
	done
	a person list -o "$T/disk/list.xlsx"
	exits "a list onto a full disk" 1
	ok "is not there" test ! -e "$T/disk/list.xlsx"
	a backup "$T/disk/again.db"
	exits "a backup onto a full disk" 1
	ok "is not there either" test ! -e "$T/disk/again.db"
	a theme new name="Plein" --db "$small"
	exits "a change on a full disk" 1
	a event list --db "$small" --format json
	json "reading still works" 'len(j)==1'
	has "and it says that it is for reading only" "for reading only: the disk is full" "$T/err"
	a event list --db "$T/disk/new/base.db"
	exits "a new database on a full disk" 1
	find "$T/disk" -name '.ateliers-*' -o -name '*.partial' -o -name '*.new' >"$T/out"
	ok "no temporary file fills the disk further" test ! -s "$T/out"
	rm "$T/disk/filler"
	a theme new name="De la place" --db "$small"
	exits "once there is space, writing goes on" 0
	a doctor --db "$small" --format json
	json "and the file is sound" '[p for p in j["problems"] if "free some space" not in p]==[]'
	umount "$T/disk" && mounted=
else
	skipped "a full disk" "no small disk can be mounted here"
fi
a doctor --format json
json "the database is sound after all of it" 'j["problems"]==[]'
finish
