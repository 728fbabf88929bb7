#!/bin/sh
# Undo, redo and the history, from one process to the next; settings.
. tests/cli/tap.sh

a undo
exits "nothing to undo" 1
a redo
exits "nothing to redo" 1
a event new title="Journée d’échanges" start_date=2027-01-15
a event edit 2027-001 seat_limit=12
a undo --dry-run
is "undo --dry-run says what would be undone" "would be undone: event changed — Journée d’échanges"
a event show 2027-001 --format json
json "and undoes nothing" 'j["seat_limit"]==12'
a undo
is "undo says what was undone" "undone: event changed — Journée d’échanges"
a redo --dry-run
is "redo --dry-run" "would be redone: event changed — Journée d’échanges"
a redo
is "redo" "redone: event changed — Journée d’échanges"
a event show 2027-001 --format json
json "is back" 'j["seat_limit"]==12'
a undo --lang fr
is "in French" "défait : événement modifié — Journée d’échanges"
a undo --format json
json "as JSON" 'j["action"]=="event_new" and j["kind"]=="do" and j["event"] is None and j["subject"]=="Journée d’échanges"'
a redo
a redo
exits "both again" 0
a event edit 2027-001 seat_limit=30
a redo
exits "nothing to redo after something else" 1

ATELIERS_USER=karim "$program" undo >"$T/out" 2>"$T/err"
code=$?
exits "a colleague's gesture is not mine to undo" 1
ATELIERS_USER=karim "$program" event edit 2027-001 seat_limit=31 >/dev/null 2>&1
a undo
exits "what somebody has changed since is not undone" 1
has "and is named" "Journée d’échanges" "$T/err"

a history --format json
json "history as JSON" 'j[0]["who"]=="karim" and j[0]["happened_at"]=="2026-11-23T08:30:00Z" and j[0]["changes"]==1'
json "keys" 'all(k in j[0] for k in "happened_at who kind action amount event subject undone changes text".split())'
json "numbers and booleans" 'isinstance(j[0]["amount"],int) and j[0]["undone"] is False'
a history --lang fr
has "in words, in the centre's time" "23/11/2026 9h30"
has "an undo says what it was about" "défait : événement modifié — Journée d’échanges"
a event new title=Autre
a history --event 2027-001 --format json
json "--event" 'all(g["event"]=="2027-001" for g in j)'
a history --event nothing
exits "--event of nothing" 1
for lang in en fr; do
	a history --lang $lang
	ok "every action has words ($lang)" sh -c '! grep -q "[a-z]_[a-z]" "$1"' - "$T/out"
done

# ---- settings ----------------------------------------------------------------------------------
a setting set centre_name "Centre d’essai"
exits "setting set NAME VALUE" 0
a setting set centre_town=Nîmes blank_lines=6
exits "setting set NAME=VALUE …" 0
a setting get centre_name
is "get" "Centre d’essai"
a setting get blank_lines --format json
json "get as JSON" 'j["value"]=="6" and j["name"]=="blank_lines"'
a setting list --format json
json "list" '{s["name"]:s["value"] for s in j}["centre_town"]=="Nîmes" and {s["name"]:s["value"] for s in j}["time_zone"]=="Europe/Paris"'
a setting set blank_lines many
exits "a value that is none" 1
a setting set organizer_email nobody
exits "an address that is none" 1
a setting set time_zone Mars/Olympus
exits "a zone that is none" 1
a setting set nothing x
exits "a setting that is none" 2
a setting set blank_lines= --dry-run
a setting get blank_lines
is "a dry run changes nothing" 6
a setting set blank_lines ""
a setting get blank_lines
is "empty brings the usual value back" 4
a undo
a setting get blank_lines
is "settings can be undone" 6

echo iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg== | base64 -d >"$T/logo.png"
a setting set logo "$T/logo.png"
exits "a logo" 0
a setting get logo
is "its name is kept" logo.png
rm "$T/logo.png"
a setting set logo "$T/logo.png"
exits "a logo that is not there" 1
printf '\211PNG\r\n\032\nrest' >"$T/torn.png"
a setting set logo "$T/torn.png"
exits "a logo that begins like a PNG and is none" 1
has "what to do is said" PNG "$T/err"
echo text >"$T/text.png"
a setting set logo "$T/text.png"
exits "a logo that is no PNG" 1
a setting set logo "$T"
exits "a logo that is a folder" 1
head -c 3000000 /dev/zero >>"$T/text.png"
printf '\211PNG\r\n\032\n' | dd of="$T/text.png" conv=notrunc 2>/dev/null
a setting set logo "$T/text.png"
exits "a logo that is too large" 1
a setting set logo=
a setting get logo
is "a logo is taken away" ""
finish
