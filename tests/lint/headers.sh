#!/bin/sh
# Every header compiles alone.
set -eu
flags="-std=c17 -Iinclude -Isrc -Itests -D_GNU_SOURCE -DNCURSES_WIDECHAR=1 $(pkg-config --cflags glib-2.0 libical pangocairo jansson)"
bad=0
for header in $(find include src -name '*.h'); do
	# shellcheck disable=SC2086
	gcc $flags -Wall -Wextra -Wno-unused-function -fsyntax-only -x c "$header" || {
		echo "lint: $header does not compile alone"
		bad=1
	}
done
exit $bad
