#!/bin/sh
# Every message of the code has its French, none is fuzzy, none is left over from code that went.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
find src include -name '*.[ch]' | sort | xgettext --from-code=UTF-8 -L C -k -k_ -kN_ -kC_:1c,2 -kNC_:1c,2 -ki18n_count:1,2 \
	--add-comments=TRANSLATORS -o "$folder/all.pot" -f -
msgfmt -c -o /dev/null src/i18n/fr.po
if ! msgcmp src/i18n/fr.po "$folder/all.pot"; then
	echo "lint: src/i18n/fr.po is not complete"
	exit 1
fi
if msgattrib --only-fuzzy src/i18n/fr.po | grep -q '^msgid "..*"'; then
	echo "lint: fuzzy entries in src/i18n/fr.po"
	exit 1
fi
