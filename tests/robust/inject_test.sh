#!/bin/sh
# The system refuses, or the program dies, at the nth call of its kind: what was said is there, nothing
# is there by halves, files are the old ones or the new ones (fault 3, fault 4 and fault 5 of docs/reliability.md).
# INJECT_STEP says how many points of a change lie between two.
command -v strace >/dev/null || {
	echo "1..0 # SKIP strace is not installed"
	exit 0
}
. tests/robust/robust.sh
db=$T/inject.db
export ATELIERS_DB="$db" LSAN_OPTIONS=detect_leaks=0
if ! strace -o "$T/trace" true 2>/dev/null; then
	echo "1..0 # SKIP strace may not trace here"
	exit 0
fi

# at CALL WHAT N WORD…: run the program so that its nth CALL is WHAT ("signal=KILL", "error=EIO"). Some
# machines have the one name of a call, some the other.
at() {
	case $1 in
	link)
		# as on a stick: neither of the two
		traced="?link,linkat,renameat2"
		;;
	unlink | rename | open) traced="?$1,$1at" ;;
	*) traced=$1 ;;
	esac
	inject=$traced:$2:when=$3
	[ "$1" != link ] || inject="?link,linkat:$2:when=$3 -e inject=renameat2:error=EINVAL:when=1+"
	shift 3
	# shellcheck disable=SC2086
	strace -f -o /dev/null -e "trace=$traced" -e inject=$inject "$program" "$@" >"$T/out" 2>"$T/err" \
		</dev/null
	code=$?
}
# calls CALL WORD…: how many of them a run makes.
calls() {
	call=$1
	shift
	strace -f -o "$T/trace" -e "trace=$call" "$program" "$@" >"$T/out" 2>"$T/err" </dev/null
	grep -c "$call(" "$T/trace"
}
count() {
	sed -n "s/^ *\"$1\": \([0-9]*\),*\$/\1/p" "$2"
}
# sound: the doctor finds nothing, and every attendee is one gesture of two changes.
sound() {
	"$program" doctor --format json >"$T/doctor" 2>"$T/doctor.err" || return 1
	"$program" history --format json >"$T/history" 2>>"$T/doctor.err" || return 1
	awk -v n="$(count attendee "$T/doctor")" -v people="$(count person "$T/doctor")" '
		$1 == "\"action\":" { ours = $2 == "\"attendee_new\"," }
		ours && $1 == "\"changes\":" { m++; if ($2 + 0 != 2) torn = 1 }
		END { exit torn || m != n || people != n }' "$T/history"
}
is_there() { # LAST-NAME
	"$program" attendee list 2027-001 --format csv 2>/dev/null | grep -q ",$1,"
}

"$program" event new title="Essai" start_date=2027-01-15 status=announced >"$T/out" 2>"$T/err"
wrote=$(calls pwrite64 attendee add 2027-001 last_name=Compter)
synced=$(calls fdatasync attendee add 2027-001 last_name=Compter)
echo "# a row is $wrote writes and $synced syncs"
ok "a row is written and synced" test "$wrote" -gt 10 -a "$synced" -ge 2

row=0
for fault in signal=KILL error=EIO error=ENOSPC; do
	bad=
	struck=0
	for point in $(awk -v n="$wrote" -v step="${INJECT_STEP:-4}" 'BEGIN { for (i = 1; i <= n + 1; i += step) print "pwrite64:" i }') \
		$(awk -v n="$synced" 'BEGIN { for (i = 1; i <= n; i++) print "fdatasync:" i }') \
		unlink:1 unlink:2 close:3 ftruncate:1; do
		case $fault-$point in
		error=EIO-close* | error=ENOSPC-close* | error=ENOSPC-unlink* | error=EIO-unlink*) continue ;;
		esac
		row=$((row + 1))
		at "${point%:*}" $fault "${point#*:}" attendee add 2027-001 last_name="Rang$row"
		[ "$code" -eq 0 ] || struck=$((struck + 1))
		said=$(grep -c '^[0-9][0-9]*$' "$T/out")
		case $code in
		0) [ "$said" -eq 1 ] && is_there "Rang$row" || bad="$bad $point(said, not there)" ;;
		1)
			[ "$said" -eq 0 ] && [ "$(grep -c '^ateliers: ' "$T/err")" -eq 1 ] ||
				bad="$bad $point(no sentence)"
			# What was refused may not come up later: whoever does it again would have it twice.
			! is_there "Rang$row" || bad="$bad $point(refused, but there)"
			;;
		137)
			[ "$said" -eq 0 ] || is_there "Rang$row" || bad="$bad $point(said, lost)"
			[ $fault = signal=KILL ] || bad="$bad $point(died)"
			;;
		*) bad="$bad $point(exit $code)" ;;
		esac
		sound || bad="$bad $point(not sound)"
	done
	echo "$bad" >"$T/out"
	ok "$fault at every point of a change: nothing said is lost, nothing is there by halves" test -z "$bad"
	ok "$fault: it struck $struck times" test "$struck" -ge 5
done

# ---- files that are written ----------------------------------------------------------------------
"$program" attendee add 2027-001 first_name=Zoé last_name=Élan email=z@elan.example >"$T/out" 2>"$T/err"
"$program" event edit 2027-001 start_time=9h end_time=17h 2>"$T/err"
for words in "calendar export" "event list --format csv" "event list --format xlsx" "print sign-in 2027-001"; do
	bad=
	struck=0
	"$program" $words -o "$T/new" 2>"$T/err"
	for point in write:1 write:2 write:3 write:4 write:7 write:9 fsync:1 fsync:2 renameat:1 fchmod:1 openat:tmp; do
		for fault in signal=KILL error=EIO error=ENOSPC; do
			echo "Ancien" >"$T/file"
			chmod 640 "$T/file"
			call=${point%:*}
			if [ "$call" = openat ]; then
				strace -f -o /dev/null -P "$T" -e trace=openat -e inject=openat:$fault:when=1 \
					"$program" $words -o "$T/file" >"$T/out" 2>"$T/err" </dev/null
				code=$?
			else
				at $call $fault "${point#*:}" $words -o "$T/file"
			fi
			[ "$code" -eq 0 ] || struck=$((struck + 1))
			if [ "$(cat "$T/file" 2>/dev/null)" = Ancien ]; then
				[ "$code" -ne 0 ] || bad="$bad $point/$fault(said done, is not)"
			elif ! cmp -s "$T/file" "$T/new"; then
				bad="$bad $point/$fault(neither old nor new)"
			fi
			if [ "$code" -eq 1 ]; then
				[ "$(grep -c '^ateliers: ' "$T/err")" -eq 1 ] || bad="$bad $point/$fault(no sentence)"
				[ -z "$(find "$T" -name '.ateliers-*')" ] || bad="$bad $point/$fault(left behind)"
			fi
			rm -f "$T"/.ateliers-*
		done
	done
	echo "$bad" >"$T/out"
	ok "$words: the file is the old one or the new one" test -z "$bad"
	ok "$words: it struck $struck times" test "$struck" -ge 12
done
bad=
struck=0
for point in pwrite64:2 pwrite64:200 pwrite64:250 fdatasync:1 fdatasync:2 fsync:1 renameat2:1 unlink:1; do
	for fault in signal=KILL error=EIO error=ENOSPC; do
		[ "$point/$fault" != unlink:1/error=EIO ] && [ "$point/$fault" != unlink:1/error=ENOSPC ] ||
			continue
		rm -f "$T/copy.db"
		at "${point%:*}" $fault "${point#*:}" backup "$T/copy.db"
		[ "$code" -eq 0 ] || struck=$((struck + 1))
		if [ -e "$T/copy.db" ]; then
			"$program" doctor --db "$T/copy.db" >"$T/out" 2>&1 || bad="$bad $point/$fault(not sound)"
		elif [ "$code" -eq 0 ]; then
			bad="$bad $point/$fault(said done, is not)"
		fi
		[ "$code" -ne 1 ] || [ -z "$(find "$T" -name 'copy.db.*')" ] ||
			bad="$bad $point/$fault(left behind)"
		rm -f "$T"/copy.db*
	done
done
echo "$bad" >"$T/out"
ok "backup: a sound copy or none" test -z "$bad"
ok "backup: it struck $struck times" test "$struck" -ge 8
bad=
struck=0
for point in pwrite64:2 pwrite64:200 fdatasync:1 fsync:1 renameat2:1 rename:1 open:1; do
	for fault in signal=KILL error=EIO error=ENOSPC; do
		rm -rf "$T/first"
		at "${point%:*}" $fault "${point#*:}" event list --db "$T/first/new.db"
		[ "$code" -eq 0 ] || struck=$((struck + 1))
		"$program" theme new name=Après --db "$T/first/new.db" >"$T/out" 2>&1 &&
			"$program" doctor --db "$T/first/new.db" >"$T/out" 2>&1 || bad="$bad $point/$fault"
	done
done
echo "$bad" >"$T/out"
ok "a first start that fails can be begun again" test -z "$bad"
ok "a first start: it struck $struck times" test "$struck" -ge 6

# ---- a disk without links or rights, as USB sticks are --------------------------------------------
for call in renameat2 link fchmod fchown; do
	rm -rf "$T/stick" && mkdir "$T/stick"
	error=EPERM
	[ "$call" != renameat2 ] || error=EINVAL
	at $call error=$error 1+ backup "$T/stick/copy.db"
	exits "$call is not permitted: a backup is made all the same" 0
	at $call error=$error 1+ event list --db "$T/stick/new.db"
	exits "$call is not permitted: a first start too" 0
	at $call error=$error 1+ calendar export -o "$T/stick/feed.ics"
	exits "$call is not permitted: an export too" 0
	at $call error=$error 1+ calendar export -o "$T/stick/feed.ics"
	exits "$call is not permitted: and over the old one" 0
done
finish
