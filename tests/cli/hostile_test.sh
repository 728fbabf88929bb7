#!/bin/sh
# Names that were made to do harm reach every output as what they are: text.
. tests/cli/tap.sh

esc=$(printf '\033')
bell=$(printf '\007')
evil="${esc}[31mRouge${esc}[0m${bell}"
lines=$(printf 'Ligne une\r\nX-Injected: oui')
formula="=cmd|' /C calc'!A1"
path="../../../tmp/evasion"
rtl=$(printf 'abc\342\200\256txt.exe')

a setting set organizer_email=agenda@centre.example output_folder="$T/papers"
a event new title="$evil $formula" start_date=2027-01-15 start_time=9h end_time=12h status=announced venue="$path"
E=2027-001
a session new $E title="$lines" start_time=9h end_time=10h room="$formula"
a attendee add $E last_name="$formula" first_name="$path" email="x@exemple.example" organisation="$evil"
a attendee add $E last_name="$lines" first_name="$evil" email=y@exemple.example
a attendee add $E last_name="$rtl" function='"; DROP TABLE event; --'
a speaker add $E "$evil" session=Ligne
a partner add $E "$lines"
a event new title="$(printf 'mauvais \377\376 octets')"
a event new title="%s%n%s \\e .so /etc/passwd"

clean() {
	ok "$1: no control byte" sh -c '! LC_ALL=C grep -q "[[:cntrl:]]" "$1"' - "$T/out"
	ok "$1: nor in the notes" sh -c '! LC_ALL=C grep -q "[[:cntrl:]]" "$1"' - "$T/err"
}

for words in "event list" "event show $E" "session list $E" "attendee list $E" "speaker list $E" \
	"partner list $E" "person list" "organisation list" "venue list" "room list" history \
	"check $E"; do
	a $words
	clean "$words"
	if [ "$words" != "check $E" ]; then
		a $words --format json
		json "$words: JSON parses" 'isinstance(j,(list,dict))'
	fi
	a $words --format csv
	csv "$words: CSV parses, every row as long as its head" 'all(None not in r and None not in r.values() for r in j)'
done
a attendee list $E --format csv
csv "CSV for scripts holds no formula either" "any(r['last_name'].startswith(chr(39)+'=cmd|') for r in j)"
ok "in no cell" sh -c '! grep -Eq "(^|,)\"?[=@]" "$1"' - "$T/out"
a print attendees $E --format csv -o "$T/people.csv"
ok "a list for people holds no formula" sh -c '! grep -Eq "(^|;)\"?=" "$1"' - "$T/people.csv"

a calendar export --sessions
exits "the calendar" 0
ok "no line is injected" sh -c '! grep -q "^X-Injected" "$1"' - "$T/out"
ok "no escape" sh -c '! grep -q "$2" "$1"' - "$T/out" "$esc"
a invite $E --ics -o "$T/invitations"
exits "invitations" 0
ok "stay in their folder" test ! -e "$T/evasion"
ok "all of them" sh -c 'ls -A "$1" | wc -l | grep -qx 2' - "$T/invitations"
a print sign-in $E
exits "a paper under a name of its own" 0
ok "in the output folder" sh -c 'case $(cat "$1") in "$2"/*) ! grep -q "\.\./" "$1" ;; *) false ;; esac' - "$T/out" "$T/papers"

a event show "$evil nobody"
exits "in messages" 1
clean "a message"
a "$evil"
exits "as a command" 2
clean "an unknown command"
a event list "--$evil"
exits "as an option" 2
clean "an unknown option"
a event show "%s%n"
exits "a format is text" 0
long=$(head -c 5000 /dev/zero | tr '\0' a)
a event new title="$long"
exits "a title that is too long" 1
a "$long"
exits "a command that is too long" 2
a event list --territory "' OR 1=1 --"
exits "no SQL" 1
a undo
clean undo
a doctor --format json
json "the database is sound" 'j["problems"]==[]'
finish
