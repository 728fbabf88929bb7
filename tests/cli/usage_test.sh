#!/bin/sh
# The command line itself: what is understood, what is refused, what is explained.
. tests/cli/tap.sh

a --version
exits "version: done" 0
ok "version: one line" grep -Eq '^ateliers [^ ]+$' "$T/out"

a
exits "no command, no terminal: the interface says so" 1

for words in checkin door report \
	"import replies x" "calendar publish x" nonsense "event nonsense" event; do
	a $words
	exits "absent: $words" 2
done
a evnt list
has "the nearest command is proposed" "“event”" "$T/err"
a event lst
has "the nearest verb is proposed" "“event list”" "$T/err"
a event list --yaer 2026
exits "unknown option" 2
has "the nearest option is proposed" "--year" "$T/err"
a event list --strict
exits "an option of another command" 2
a event list --format yaml
exits "a format that does not exist" 2
a event list --lang de
exits "a language that is not spoken" 2
a event list --year
exits "an option without its value" 2
a event list --quiet=yes
exits "a flag with a value" 2
a event list --year 2026 --year 2027
exits "an option given twice" 2
a event list superfluous
exits "too many words" 2
a event show
exits "too few words" 2
a event new colour=red
exits "a field that does not exist" 2
has "the fields are named" "seat_limit" "$T/err"
a event new title=a title=b
exits "a field given twice" 2
a attendee list --status maybe x
exits "an unknown event" 1
a print nothing x
exits "an unknown paper" 2
a invite x
exits "invite without --ics and -o" 2
a setting get nothing
exits "an unknown setting" 2
a event list --sort nothing
exits "an unknown key to sort by" 2
a --db
exits "--db without its value" 2

a --format json event list
json "options stand before the command" 'j == []'
a event list --format=json
json "options stand behind it" 'j == []'
a -- event list
exits "-- ends the options" 0

# ---- help --------------------------------------------------------------------------------------
for lang in en fr; do
	a help --lang $lang
	exits "help ($lang)" 0
	cp "$T/out" "$T/help-$lang"
done
ok "help differs between languages" sh -c '! cmp -s "$1" "$2"' - "$T/help-en" "$T/help-fr"
has "French help is French" "Commandes" "$T/help-fr"

commands="demo|import events|import people|import organisations|import attendees|import holidays
event list|event show|event new|event edit|event copy|event cancel|event delete
session list|session new|session edit|session move|session delete
speaker list|speaker add|speaker set|speaker remove
attendee list|attendee add|attendee set|attendee remove
partner list|partner add|partner remove
setting list|setting get|setting set|check|calendar export|invite|print|undo|redo|history
backup|restore|doctor|help"
for noun in person organisation venue room cycle theme kind; do
	for verb in list show new edit merge delete; do
		commands="$commands|$noun $verb"
	done
done
echo "$commands" | tr '|' '\n' >"$T/commands"
while read -r words; do
	for lang in en fr; do
		"$program" help $words --lang $lang >"$T/out" 2>"$T/err"
		code=$?
		"$program" $words --help --lang $lang >"$T/same" 2>>"$T/err" && [ "$code" -eq 0 ] &&
			[ ! -s "$T/err" ] && cmp -s "$T/out" "$T/same" && grep -q "^ateliers $words" "$T/out"
		report $? "help of $words ($lang)"
	done
done <"$T/commands"
a help event
has "help of a group names its commands" "ateliers event copy"
a help nonsense
exits "help of nothing" 2
a help event new --lang fr
has "help names the fields" "seat_limit"
has "and their words" "idea, draft"
for word in $(sed -n 's/^  \([a-z]*\) [a-z|]*$/\1/p' "$T/help-en"); do
	a help "$word"
	exits "help of the group $word" 0
done

# ---- manual and completion ---------------------------------------------------------------------
a manual --lang en
ok "docs/ateliers.1 is what the table says" cmp docs/ateliers.1 "$T/out"
if command -v groff >/dev/null; then
	groff -Kutf8 -man -Tutf8 -ww -z docs/ateliers.1 2>"$T/err"
	ok "the manual page has no fault" test ! -s "$T/err"
fi
a manual --lang fr
exits "the manual in French" 0
a completion
ok "docs/ateliers.bash-completion is what the table says" cmp docs/ateliers.bash-completion "$T/out"
if command -v bash >/dev/null; then
	cat >"$T/complete.sh" <<-'END'
		. docs/ateliers.bash-completion
		compopt() { :; }
		COMP_WORDS=(ateliers "$@")
		COMP_CWORD=$#
		_ateliers ateliers "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
		printf '%s\n' "${COMPREPLY[@]}"
	END
	complete() { bash "$T/complete.sh" "$@" >"$T/out" 2>"$T/err"; }
	complete eve
	is "completes commands" event
	complete event ca
	is "completes verbs" cancel
	complete --db x event li
	is "options do not count" list
	complete event list --te
	is "completes options" --territory
	complete event new seat
	is "completes fields" seat_limit=
	complete event list --format js
	is "completes what an option takes" json
	complete print at
	is "completes papers" attendees
fi

# ---- streams -----------------------------------------------------------------------------------
a event list
ok "standard output holds the result alone" sh -c 'test $(wc -l <"$1") -eq 1' - "$T/out"
"$program" person list --format json 2>"$T/err" | head -c 1 >"$T/out"
ok "a reader that goes is no trouble" test ! -s "$T/err"
for i in 1 2 3; do
	"$program" theme new name="Thème $i" >/dev/null 2>&1
done
{ "$program" help event new; echo $? >"$T/code"; } 2>"$T/err" | true
sleep 0.2
ok "nor its exit code" grep -qx 0 "$T/code"
ok "nor a word" test ! -s "$T/err"
"$program" event list >/dev/full 2>"$T/err"
code=$?
exits "a full disk is said" 1
a event list -o "$T/nowhere/x.csv"
exits "a folder that does not exist" 1
a theme list --format csv -o "$T/themes.csv"
ok "-o writes the file" grep -q "Thème 2" "$T/themes.csv"
ok "and nothing on standard output" test ! -s "$T/out"
COLUMNS=20 "$program" theme list >"$T/out"
ok "COLUMNS is obeyed" sh -c '! grep -Eq ".{21}" "$1"' - "$T/out"
a theme new name="Participation des habitants" --quiet
ok "--quiet: no notes" test ! -s "$T/err"
finish
