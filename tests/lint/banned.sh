#!/bin/sh
# Functions that are refused (tests/lint/banned.txt), and exit() below main.
set -eu
names=$(paste -sd'|' tests/lint/banned.txt)
if grep -rnE "(^|[^a-zA-Z0-9_.>])($names)\(" src --include='*.[ch]' | grep -vE '^\S+:[0-9]+:\s*(\*|/\*)'; then
	echo "lint: banned functions"
	exit 1
fi
if grep -rnE '(^|[^a-zA-Z0-9_])_?exit\(' src --include='*.c' | grep -v '^src/main\.c:'; then
	echo "lint: exit() below main"
	exit 1
fi
