#!/bin/sh
# A database on a network disk is refused, by whatever command, and left as it is; what leaves the house may
# go there. The system call that tells is changed by a library put before the program: statfs() says NFS of
# everything below a folder named "share".
. tests/robust/robust.sh
if grep -q __asan_init "$program"; then
	echo "1..0 # SKIP AddressSanitizer wants to be the first library of all"
	exit 0
fi
cat >"$T/statfs.c" <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>

/* Below a folder of that name, however PATH leads there. */
static int
is_share(const char *path)
{
	char *whole = realpath(path, NULL);
	int found = whole != NULL && strstr(whole, "/share") != NULL;
	free(whole);
	return found;
}

int
statfs(const char *path, struct statfs *disk)
{
	int (*real)(const char *, struct statfs *) =
		(int (*)(const char *, struct statfs *))dlsym(RTLD_NEXT, "statfs");
	int code = real(path, disk);
	if (code == 0 && is_share(path))
		disk->f_type = 0x6969;
	return code;
}

int
statfs64(const char *path, struct statfs64 *disk)
{
	return statfs(path, (struct statfs *)disk);
}
END
if ! ${CC:-cc} -shared -fPIC -o "$T/statfs.so" "$T/statfs.c" -ldl 2>"$T/err"; then
	echo "1..0 # SKIP no library can be built here"
	exit 0
fi
mkdir "$T/share" "$T/own"
a --db "$T/own/a.db" event new title=Ici
exits "a database on a disk of this machine" 0
cp "$T/own/a.db" "$T/share/a.db"
ln -s "$T/share/a.db" "$T/own/link.db"
fingerprint "$T/share" >"$T/before"
program_alone=$program
# n WORD…: run where statfs() says NFS.
n() {
	LD_PRELOAD="$T/statfs.so" "$program_alone" "$@" >"$T/out" 2>"$T/err" </dev/null
	code=$?
}

for words in "event list" "theme new name=x" "doctor" "backup $T/own/never.db" "calendar export -o $T/own/never.ics"; do
	n --db "$T/share/a.db" $words
	exits "on a network disk: ${words%%/*}" 1
	has "${words%%/*}: says why" "network disk (NFS)" "$T/err"
done
n --db "$T/own/link.db" event list
exits "a link that leads there" 1
n --db "$T/share/new.db" event new title=x
exits "none is made there" 1
n --db "$T/share/deep/new.db" event new title=x
exits "nor in a folder to be made" 1
fingerprint "$T/share" >"$T/after"
ok "all is left as it was" cmp "$T/before" "$T/after"
ok "and nothing was written elsewhere" test ! -e "$T/own/never.db" -a ! -e "$T/own/never.ics"

n --db "$T/own/a.db" event list --format json
json "a database of this machine is opened" '[e["title"] for e in j]==["Ici"]'
n --db "$T/own/a.db" backup "$T/share/copy.db"
exits "a backup may go to the network" 0
n --db "$T/own/a.db" calendar export -o "$T/share/feed.ics"
exits "an export too" 0
n --db "$T/own/home.db" restore "$T/share/copy.db"
exits "a database is brought home by restore" 0
n --db "$T/own/home.db" event list --format json
json "whole" '[e["title"] for e in j]==["Ici"]'

if command -v strace >/dev/null; then
	calls=$(strace -f -e trace=statfs,fstatfs "$program_alone" --db "$T/own/a.db" event list 2>&1 >/dev/null |
		grep -c "statfs(\"$T/own/a.db\"")
	ok "it costs one system call" test "$calls" -eq 1
fi
finish
