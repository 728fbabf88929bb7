#!/bin/sh
# No file beyond 800 lines, no function beyond 60.
set -eu
bad=0
for file in $(find src include -name '*.[ch]'); do
	lines=$(wc -l <"$file")
	[ "$lines" -le 800 ] || {
		echo "lint: $file has $lines lines"
		bad=1
	}
done
# A function starts at a "{" in the first column and ends at a "}" there.
find src -name '*.c' | xargs awk '
	FNR == 1 { start = 0 }
	/^\{/ { start = FNR; name = previous }
	/^\}/ { if (start && FNR - start > 60) { print "lint: " FILENAME ":" start ": " name " has " FNR - start " lines"; bad = 1 } start = 0 }
	{ previous = $0 }
	END { exit bad }' || bad=1
exit $bad
