#!/bin/sh
# Draw docs/picture.svg, the picture of the README: the programme of an event of the sample database.
#   make all build/tests/tty/screen_tool && sh tests/tty/picture.sh [FILE]
# BUILD names another build folder. The clock stands still and nothing of the machine shows, so that
# the picture changes only when the program does.
set -eu
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
picture=${1:-docs/picture.svg}
ATELIERS_NOW=2026-11-23T08:30:00Z
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
export ATELIERS_NOW

HOME=$folder XDG_DATA_HOME=$folder XDG_STATE_HOME=$folder LC_ALL=C.UTF-8 \
	"$build/ateliers" demo --into "$folder/demo" </dev/null >/dev/null

# From the list of events, by its title, to the second tab of the event.
"$build/tests/tty/screen_tool" --svg "$picture" --size 100x30 --title Ateliers \
	--env "ATELIERS_NOW=$ATELIERS_NOW" --wait 'Prochains événements' \
	--keys 'g e f rafraîchir Enter Enter Tab' \
	-- "$build/ateliers" --db "$folder/demo/ateliers.db"
grep -q 'Îlots de chaleur' "$picture" || {
	echo "picture.sh: $picture does not show the programme" >&2
	exit 1
}
