#!/bin/sh
# A few files at a time on each processor: its own -j waits more than it works.
set -eu
find src -name '*.c' -print0 | xargs -0 -n 60 -P "$(nproc)" \
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --error-exitcode=1 --inline-suppr \
	--library=gtk,posix -Iinclude -Isrc '-DG_GNUC_FORMAT(x)=' '-DG_DEFINE_QUARK(a,b)=' '-DG_GNUC_PRINTF(a,b)=' \
	'-DG_DEFINE_AUTOPTR_CLEANUP_FUNC(a,b)=' --suppress=missingIncludeSystem --suppress=unknownMacro \
	--suppress=internalAstError
