#!/bin/sh
# A plenary in the morning, four parallel workshops in the afternoon, everybody in one of them: lists at
# the doors, sheets of the sessions and certificates agree on who was where.
. tests/cli/tap.sh
if ! command -v pdftotext >/dev/null; then
	echo "1..0 # SKIP pdftotext is not installed (poppler-utils)"
	exit 0
fi
export ATELIERS_NOW=2027-01-15T16:30:00Z
a venue new name="Maison" town=Nîmes department=30
for room in Auditorium Rouge Vert Bleu Jaune; do a room new name="$room" venue=Maison capacity=40; done
a event new title="Journée des quartiers" start_date=2027-01-15 start_time=9h end_time=16h30 venue=Maison status=announced
E=2027-001
a session new $E title="Plénière" kind=plenary start_time=9h30 end_time=12h room=Auditorium
n=0
for room in Rouge Vert Bleu Jaune; do
	n=$((n + 1))
	a session new $E title="Atelier $n" kind=workshop start_time=14h end_time=16h room=$room capacity=12
done
{
	echo "Nom,Prénom,Organisme,Atelier"
	i=0
	while [ $i -lt 40 ]; do
		i=$((i + 1))
		printf 'Nom%02d,Zoé,Ville de Sète,Atelier %d\n' $i $((i * i % 4 + 1))
	done
} >"$T/form.csv"
a import attendees $E "$T/form.csv"
exits "forty people have registered, each with a wish" 0
a choice assign $E --everybody
exits "everybody is given a workshop" 0
a choice list $E --format json
"$python" - "$T/out" "$T" <<'END' >"$T/given" 2>&1
import collections, json, sys
rows = [row for row in json.load(open(sys.argv[1])) if row["assigned"]]
people = collections.defaultdict(set)
for row in rows:
    people[row["workshop"]].add(row["name"])
names = [name for given in people.values() for name in given]
assert len(names) == len(set(names)) == 40, len(names)
assert sorted(people) == ["Atelier %d" % n for n in range(1, 5)], sorted(people)
assert all(len(given) <= 12 for given in people.values()), people
json.dump({workshop: sorted(given) for workshop, given in people.items()}, open(sys.argv[2] + "/workshops.json", "w"))
END
ok "one each, none beyond twelve" test ! -s "$T/given"

# ---- lists and sheets ---------------------------------------------------------------------------
mkdir "$T/sheets"
a print door-signs $E -o "$T/signs.pdf"
a print sign-in $E --each-session -o "$T/sheets"
exits "a sheet for each session" 0
for pdf in "$T/signs.pdf" "$T"/sheets/*.pdf; do pdftotext -layout "$pdf" "${pdf%.pdf}.txt"; done
ok "of five sessions" test "$(find "$T/sheets" -name '*.pdf' | wc -l)" -eq 5

# agrees FILE…: on the pages that name a workshop and hold names, stand those who were given it, and nobody else.
cat >"$T/agrees.py" <<'END'
import glob, json, re, sys
given = json.load(open(sys.argv[1]))
number = {session: {re.search(r"[Nn][Oo][Mm](\d\d)", name).group(1) for name in names} for session, names in given.items()}
seen = {session: set() for session in given}
for path in sys.argv[2:]:
    for page in open(path, encoding="utf-8").read().split("\f"):
        names = set(re.findall(r"NOM(\d\d)", page))
        sessions = [session for session in given if session in page]
        if not names or "Plénière" in page and not sessions:
            continue
        assert len(sessions) == 1, (path, sessions)
        seen[sessions[0]] |= names
for session in given:
    assert seen[session] == number[session], (session, seen[session] ^ number[session])
END
ok "lists at the doors name those of each workshop" "$python" "$T/agrees.py" "$T/workshops.json" "$T/signs.txt"
ok "and so do the sheets of the workshops" "$python" "$T/agrees.py" "$T/workshops.json" "$T"/sheets/*.txt
plenary=$(grep -l Plénière "$T"/sheets/*.txt | head -1)
everybody_signs() { [ "$(grep -o 'NOM[0-9][0-9]' "$1" | sort -u | wc -l)" -eq 40 ]; }
ok "all forty sign for the plenary" everybody_signs "$plenary"

# ---- presence and certificates ------------------------------------------------------------------
# In the morning everybody, in the afternoon the first two workshops.
i=0
while [ $i -lt 40 ]; do
	i=$((i + 1))
	printf 'Nom%02d\n' $i
done >"$T/all"
"$program" checkin $E --half-day 2027-01-15-am --stdin <"$T/all" >"$T/out" 2>"$T/err"
ok "all are there in the morning" test $? -eq 0
"$python" -c 'import json, sys
j = json.load(open(sys.argv[1]))
print("\n".join(n.split()[-1] for s in ("Atelier 1", "Atelier 2") for n in j[s]))' "$T/workshops.json" >"$T/some"
"$program" checkin $E --half-day 2027-01-15-pm --stdin <"$T/some" >"$T/out" 2>"$T/err"
ok "two workshops in the afternoon" test $? -eq 0
a print certificates $E -o "$T/certificates.pdf"
exits "certificates are issued" 0
a certificate list $E --format json
json "one each" 'len(j)==40'
cp "$T/out" "$T/certificates.json"
"$python" - "$T/certificates.json" "$T/some" <<'END' >"$T/given" 2>&1
import json, sys
afternoon = set(open(sys.argv[2]).read().split())
for row in json.load(open(sys.argv[1])):
    wanted = 2 if row["last_name"] in afternoon else 1
    assert row["half_days"] == wanted, row
END
ok "of the half-days that each attended" test ! -s "$T/given"
cat "$T/given" >"$T/out"
finish
