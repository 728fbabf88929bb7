#!/bin/sh
set -eu
cppcheck --quiet -j "$(nproc)" --std=c11 --enable=warning,performance,portability --error-exitcode=1 --inline-suppr \
	--library=gtk,posix -Iinclude -Isrc '-DG_GNUC_FORMAT(x)=' '-DG_DEFINE_QUARK(a,b)=' '-DG_GNUC_PRINTF(a,b)=' \
	'-DG_DEFINE_AUTOPTR_CLEANUP_FUNC(a,b)=' --suppress=missingIncludeSystem --suppress=unknownMacro \
	--suppress=internalAstError src
