#!/bin/sh
# Includes point down the staircase, and each library stays behind its fence (docs/architecture.md).
set -eu
bad=0
say() {
	echo "lint: $*"
	bad=1
}

allowed() {
	case $1 in
	base) echo base ;;
	core) echo base core ;;
	store) echo base core store ;;
	ical) echo base core ical ;;
	print) echo base core print ;;
	exchange) echo base core exchange ;;
	app) echo base core store ical print exchange app ;;
	intake) echo base core store ical exchange app intake ;;
	paper) echo base core store print exchange app paper ;;
	cli) echo base core store app intake paper cli ;;
	tui) echo base core store app tui ;;
	screens) echo base core store app intake paper tui screens ;;
	esac
}

for floor in base core store ical print exchange app intake paper cli tui screens; do
	ok=" $(allowed $floor) "
	found=$(grep -rnoE '#include "[a-z_]+/' "src/$floor" "include/$floor" --include='*.[ch]' |
		awk -v ok="$ok" -v floor="$floor" '{
			to = $0
			sub(/.*"/, "", to)
			sub(/\/$/, "", to)
			if (index(ok, " " to " ") == 0) {
				sub(/:#include.*/, "")
				print $0 ": " floor " may not include " to "/"
			}
		}')
	[ -z "$found" ] || say "$found"
done

fence() {
	pattern=$1
	floor=$2
	found=$(grep -rnlE "#include <($pattern)" src include | grep -vE "^(src|include)/($floor)/" || true)
	[ -z "$found" ] || say "<$pattern> belongs to $floor alone: $found"
}
fence 'n?curses(w)?/?.*\.h>' tui
fence 'sqlite3\.h' store
fence 'libical/|seccomp\.h' ical
fence 'pango/|cairo|qrencode' print
fence 'csv\.h|zip(conf)?\.h|zlib\.h|expat|xlsxwriter' exchange
fence 'curl/' net
fence 'jansson\.h' 'store|app|intake|paper|cli'

for part in ical print exchange; do
	found=$(grep -rn "#include \"$part/" src/app include/app src/intake include/intake src/paper include/paper | grep -v 'app/modules\.[ch]:' | grep -vE "include \"$part/(calendar|document|table)\.h\"" || true)
	[ -z "$found" ] || say "app, intake and paper see $part only through its contract: $found"
done
exit $bad
