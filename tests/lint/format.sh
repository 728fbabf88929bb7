#!/bin/sh
# The shape of the code is clang-format's business.
set -eu
find src include tests -name '*.[ch]' -print0 | xargs -0 -n 100 -P "$(nproc)" clang-format --dry-run -Werror
