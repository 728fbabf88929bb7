# What the tests of robustness begin with: ". tests/robust/robust.sh" from the top folder.
. tests/cli/tap.sh

skipped() { # NAME REASON
	number=$((number + 1))
	echo "ok $number - $1 # SKIP $2"
}

# fingerprint FOLDER: what stands in it, byte for byte.
fingerprint() {
	(cd "$1" && find . \( -type f -exec cksum {} + \) -o \( -type l -printf '%p -> %l\n' \) -o -print |
		LC_ALL=C sort)
}
