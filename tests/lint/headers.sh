#!/bin/sh
# Every header compiles alone: gcc takes each of several for a program of its own.
set -eu
flags="-std=c17 -Iinclude -Isrc -Itests -D_GNU_SOURCE -DNCURSES_WIDECHAR=1 $(pkg-config --cflags glib-2.0 libical pangocairo jansson)"
# shellcheck disable=SC2086
find include src -name '*.h' -print0 | xargs -0 -n 20 -P "$(nproc)" \
	gcc $flags -Wall -Wextra -Wno-unused-function -fsyntax-only -x c || {
	echo "lint: a header does not compile alone (its name stands above)"
	exit 1
}
