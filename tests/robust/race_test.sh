#!/bin/sh
# Names that climb out of the folder (fault 21 of docs/reliability.md), a link that somebody puts where
# a file is about to be written (fault 22), and rights under any umask (fault 23).
#
# RACE_ROUNDS says how often the attacker is raced.
. tests/robust/robust.sh
db=$T/data/ateliers/ateliers.db
ROUNDS=${RACE_ROUNDS:-15}
a event new title="Essai" start_date=2027-01-15 start_time=9h end_time=17h status=announced
a attendee add 2027-001 first_name=Zoé last_name=Élan email=zoe@elan.example

# ---- fault 21: names ---------------------------------------------------------------------------
mkdir -p "$T/chosen" "$T/victim"
a setting set output_folder "$T/chosen"
find "$T" -path "$T/chosen" -prune -o -path "$T/data" -prune -o -path "$T/state" -prune -o -print |
	grep -v '/\(out\|err\|ok\|before\|after\)$' | LC_ALL=C sort >"$T/before"
line=$(printf 'a\tb')
for title in ../../../victim/x /etc/ateliers-x -rf CON ../chosen/../victim .. . '~root' 'a/b' \
	'$(touch victim)' '`id`' "$line" "$(printf '%0110d' 7)"; do
	a event edit 2027-001 title="$title" short_title=
	for words in "print sign-in 2027-001" "print attendees 2027-001"; do
		a $words
		exits "$words of “$title” is written" 0
		path=$(cat "$T/out")
		ok "in the chosen folder itself" test "$(dirname "$path")" = "$T/chosen" -a -f "$path" -a ! -L "$path"
	done
	a attendee edit 2027-001 1 last_name="$title"
	rm -rf "$T/chosen/invitations"
	a invite 2027-001 --ics -o "$T/chosen/invitations"
	exits "an invitation of “$title” is written" 0
	ok "and stands in its folder" sh -c '[ "$(find "$1" -mindepth 1 -maxdepth 1 -type f | wc -l)" -eq 1 ] &&
		[ "$(find "$1" -mindepth 1 | wc -l)" -eq 1 ]' - "$T/chosen/invitations"
done
find "$T" -path "$T/chosen" -prune -o -path "$T/data" -prune -o -path "$T/state" -prune -o -print |
	grep -v '/\(out\|err\|ok\|before\|after\)$' | LC_ALL=C sort >"$T/after"
ok "nothing was written anywhere else" cmp "$T/before" "$T/after"

# ---- fault 22: links ---------------------------------------------------------------------------
# Somebody who may write into the folder puts links to a file of ours under the name, for ever.
mkdir "$T/shared"
echo "Précieux" >"$T/victim/precious"
cat >"$T/attacker.sh" <<-'END'
	while :; do
		ln -sfn "$1/victim/precious" "$1/shared/out" 2>/dev/null
		for name in "$1"/shared/.ateliers-* "$1"/shared/*.partial; do
			[ ! -f "$name" ] || ln -sf "$1/victim/precious" "$name"
		done
		rm -f "$1/shared/out"
	done
END
sh "$T/attacker.sh" "$T" 2>"$T/attack" &
attacker=$!
round=0
bad=
while [ $round -lt "$ROUNDS" ]; do
	round=$((round + 1))
	for words in "calendar export" "event list --format csv" "print sign-in 2027-001"; do
		a $words -o "$T/shared/out"
		[ "$code" -lt 2 ] || bad="$bad $words:$code"
	done
	rm -f "$T/shared/out"
	a backup "$T/shared/out"
	[ "$code" -lt 2 ] || bad="$bad backup:$code"
	[ "$(cat "$T/victim/precious")" = "Précieux" ] || bad="$bad $round:overwritten"
done
kill $attacker
wait $attacker 2>/dev/null
echo "$bad" >"$T/out"
ok "$round rounds against links: what they lead to is never written" test -z "$bad"
ok "nor is there anything else beside it" test "$(ls "$T/victim")" = precious
rm -rf "$T/shared"

# ---- fault 23: rights --------------------------------------------------------------------------
for mask in 022 000 077 002; do
	home=$T/mask-$mask
	mkdir "$home"
	(
		umask $mask
		export XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state"
		"$program" event new title=Essai start_date=2027-01-15 status=announced
		"$program" backup "$home/copy.db"
		"$program" calendar export -o "$home/feed.ics"
		"$program" print sign-in 2027-001 -o "$home/sheet.pdf"
		"$program" invite 2027-001 --ics -o "$home/invitations"
		"$program" event list --format csv -o "$home/list.csv"
	) >"$T/out" 2>"$T/err"
	find "$home" -mindepth 1 ! -type l -perm /077 >"$T/out"
	ok "umask $mask: nobody else may read the database, copies, papers or their folders" \
		test ! -s "$T/out" -a -f "$home/copy.db" -a -f "$home/sheet.pdf"
	# While it is open the log is beside it.
	(
		umask $mask
		XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" "$program" import people - \
			>/dev/null 2>&1
	) <"$T/victim/precious" &
	wait $!
	find "$home" -name 'ateliers.db*' -perm /077 >"$T/out"
	ok "umask $mask: nor the log" test ! -s "$T/out"
done
finish
