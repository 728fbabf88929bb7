#!/bin/sh
# No stored screen cuts a word, has English in its French, or a cell out of line; and the reader sees those that do.
# Each is one that a scenario or a test still looks at.
set -u
T=$(mktemp -d /tmp/ateliers-read-XXXXXX)
trap 'rm -rf "$T"' EXIT
echo 1..4
n=0
ok() {
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		sed 's/^/# /' "$T/said" | head -n 40
		echo "not ok $n - $2"
	fi
}

perl tests/tty/screens_read.pl src/i18n/fr.po tests/tty/screens/*.scr >"$T/said"
ok $? 'the stored screens read well'

cat >"$T/bad.scr" <<'END'
---- 60x16, cursor 4,3
  Accueil  [Événements]  Personnes   Organisations  F9 menu
   Date       Événement              Commune      Statut
 > 15/01/2027 Journée Élan           Montpellier  ouvert
   16/01/2027 Une journée très longue et qui déborde  ouvert

 This event has been deleted. Esc goes back
 Entrée ouvrir  ? aide  n nouveau  e modifier  f filtrer  im
END
perl tests/tty/screens_read.pl src/i18n/fr.po "$T/bad.scr" >"$T/said"
grep -q ':5: out of line' "$T/said" && grep -q ':7: English: “This event' "$T/said" && grep -q ':8: a word goes to the edge' "$T/said"
ok $? 'the reader finds a cell out of line, English, and a word at the edge'

cat >"$T/cut.scr" <<'END'
---- 60x16, cursor 4,3
  Accueil  [Événements]  Personnes   Organisations  F9 menu
 Nouvelle fiche
 >Titre *               Élan
  Besoins d’accessibil… un fauteuil

 F2 enregistrer  Échap quitter
END
cat >"$T/heads.scr" <<'END'
---- 60x16, cursor 4,3
  Accueil  [Événements]  Personnes   Organisations  F9 menu
   Salle                 Capacité  Équipement   Accès sans…
 > Amphi                       80  micros       oui
END
perl tests/tty/screens_read.pl src/i18n/fr.po "$T/cut.scr" "$T/heads.scr" >"$T/said"
grep -q 'cut.scr:5: a label is cut' "$T/said" && grep -q 'heads.scr:3: a head is cut' "$T/said"
ok $? 'the reader finds the label of a field, and the head of a column, cut'

{
	sed -nE 's/^(screen|look|gallery) //p' tests/tty/scenarios/*.tty
	grep -ho '"[a-z0-9-]*"' tests/tty/*.c | tr -d '"'
} | sort -u >"$T/asked"
for screen in tests/tty/screens/*.scr; do
	name=$(basename "$screen" .scr)
	printf '%s %s\n' "$name" "${name%-*x*[0-9]}"
done | awk 'NR == FNR { asked[$1] = 1; next } !($1 in asked) && !($2 in asked) { print $1; bad = 1 } END { exit bad }' \
	"$T/asked" - >"$T/said"
ok $? 'no screen is stored that nothing looks at'
