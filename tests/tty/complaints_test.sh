#!/bin/sh
# Each of the 25 complaints of the study of terminals has a test that bears its number: "# N: what it is" in
# scenarios/complaints_*.tty.
set -u
echo 1..1
missing=
for n in $(seq 1 25); do
	grep -q "^# $n: " tests/tty/scenarios/complaints_*.tty || missing="$missing $n"
done
if [ -z "$missing" ]; then
	echo 'ok 1 - every complaint has its steps'
else
	echo "# none for:$missing"
	echo 'not ok 1 - every complaint has its steps'
	exit 1
fi
