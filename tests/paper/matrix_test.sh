#!/bin/sh
# Every paper, for 1, 30 and 300 people, with logos and without, in French and in English: it is made, every
# name stands in it, every code of a badge is read, what an office suite opens is opened.
#
#	MATRIX=whole	all of it (make soak); else 300 people stand on the papers alone whose layout they change
. tests/cli/tap.sh
export ATELIERS_NOW=2027-03-20T08:30:00Z
for tool in pdftotext pdfinfo pdftoppm zbarimg; do
	command -v $tool >/dev/null || {
		echo "1..0 # SKIP $tool is not installed (poppler-utils, zbar-tools)"
		exit 0
	}
done
base64 -d >"$T/wide.png" <<'END'
iVBORw0KGgoAAAANSUhEUgAAAPAAAABgCAIAAACsUWiGAAABeklEQVR42u3cQQ0AIAwEwepEHXKQgwQE9Nl7kUkQMOntm7qnIq/W
jjwentFzIB5BG4xH0AbjETQPj6B5BO1APII2GI+gDcYjaB4eQfMI2oF4BG0wHkEbjEfQPDyC5hG0A/EI2mA8gjYYj6B5eATNI2gH
4hG0wXgEbTCeUNAOzfOVx4F4BG0wHkEbjEfQPDyC5hG0A/EI2mA8gjYYj6B5eATNI2gH4hG0wXgEbTAeQfPwCJpH0A7EI2iD8Qja
YDyC5uERNI+gHYhH0AbjEbTBeEIeh+bxc5LBeARtMB5B8/AImkfQDsQjaIPxCNpgPILm4RE0j6AdiEfQBuMRtMF4BM3DI2geQTsQ
j6ANxiNog/EImodH0DyCdiAeQRuMR9AG4xE0D09/Ds3j5ySD8QjaYDyC5uERNI+gHYhH0AbjEbTBeATNwyNoHkE7EI+gDcYjaIPx
CJqHR9A8gnYgHkEbjEfQBuMRNA+PoHkE7UA8gjYYj6ANxiNoHp72Hvb9URhp9qKPAAAAAElFTkSuQmCC
END
base64 -d >"$T/round.png" <<'END'
iVBORw0KGgoAAAANSUhEUgAAAHgAAAB4CAIAAAC2BqGFAAABoUlEQVR42u3d0ZXEIAwDQFdytV+nbA8BhBNGTw14frOLakgkhQA0
aAENGnTX/Nffs4LeiNsfvb6H2xO9biDuwF2X+B4XrwuJj3DXtcRh7rqcOMZdlDPWhTjDXZQz1kU5Y12IM9xFOWNdlDPWRTljXZQz
1kU5Y12UM9ZFOWMNujH05crPrItyxrooZ6xB94PGOmNdlDPWoDtBo5y3Bt0GGuISa9A9oPGtsgYN+h5ocAutQZ+GRrbWGjRo0LoM
GtZya9CgQesaaEw7rEGDBq2gQYMGDRq0ggYNGjRo0AoaNGjQoEHrAmjWPs6CVtCtoVn7kSNoBd0amrU/C30OmvUqZdCgb4NmvUQZ
dCdo1vPKoJtBs55UBt0PmvWMsrdJQ8qgu0KzfqbsRfSQsjf+Q8qg20PbYbEs1FF52MrKKA/rbxnlYc8wozwsdGaUh83ZjPKwohwg
3gU97ILHoIel+xj0S7n3UeyFfpf1Voft0K/gDgiEoNtyx26PQrfiDl99APqs+KljT0KHuc+eeR56K3qf03pBL0HveU5f6I8FNGjQ
ArpvfglVas2PLswyAAAAAElFTkSuQmCC
END
papers="sign-in attendees badges name-cards door-signs programme convocations run-sheet questionnaire certificates
	event-report minutes"
named="sign-in attendees badges name-cards door-signs convocations certificates minutes"
texts="programme questionnaire run-sheet event-report minutes"
E=2027-001

# ---- an event ------------------------------------------------------------------------------------
# people N: of every script, one with a name longer than a line; a number tells them apart.
people() {
	echo "Nom;Prénom;Organisme;Fonction;Courriel;Département;Atelier souhaité"
	awk -v n="$1" 'BEGIN {
		split("Élan Żółkiewski العلوي 小明 Nguyễn-Thị Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen", last, " ")
		split("Zoé Łukasz محمد 王 Minh Jean", first, " ")
		split("Cheffe de projet|Chercheur|Adulte-relais||Élue déléguée à la politique de la ville|Agent", work, "|")
		split("Ville de Sète|Université Paul-Valéry|Conseil citoyen||Association Trait d’union|Communauté de communes des Hauts Plateaux du Larzac", body, "|")
		for (i = 0; i < n; i++) {
			k = i % 6 + 1
			printf "%s%s;%s;%s;%s;p%d@exemple.fr;34;%s\n", last[k], i < 6 ? "" : sprintf(" %03d", i), first[k],
				body[k], work[k], i, i % 2 ? "Atelier A" : "Atelier B"
		}
	}'
}

# event N LOGOS: in $db; whoever is in it stands in $T/names, without spaces and in small letters.
event() {
	a --db "$db" setting set centre_name="Centre de ressources Occitanie" centre_town=Montpellier \
		centre_address="12 rue Haute, 34000 Montpellier" signatory_name="Claire Martin" \
		organizer_email=agenda@centre.example funders_mention="Avec le soutien de l’État et de la Région"
	a --db "$db" venue new name="Maison des associations" address="5 allée des Deux-Ponts, 31500 Toulouse" \
		rooms="Amphithéâtre;Salle 12;Salle 14"
	a --db "$db" event new title="Habiter, rénover, rafraîchir : les quartiers à l’heure du climat" start_date=2027-03-18 \
		welcome_time=8h45 start_time=9h30 end_time=16h30 venue="Maison des associations" status=announced quorum=5
	a --db "$db" event edit $E days="18/3/2027;25/3/2027"
	while IFS='|' read -r title kind from to day more; do
		a --db "$db" session new $E title="$title" kind="$kind" start_time="$from" end_time="$to" date="$day" $more
	done <<-END
		Plénière|plenary|9h30|12h|2027-03-18|room=Amphithéâtre
		Atelier A|workshop|14h|16h30|2027-03-18|parallel_group=pm capacity=200
		Atelier B|workshop|14h|16h30|2027-03-18|parallel_group=pm capacity=200
		Visite du quartier|visit|9h30|12h|2027-03-25|
	END
	a --db "$db" speaker add $E "Max Orateur" session=Plénière state=confirmed
	a --db "$db" partner add $E "DREETS Occitanie" role=initiative
	a --db "$db" partner add $E "Ville de Toulouse" role=host
	people "$1" >"$T/people.csv"
	a --db "$db" import attendees $E "$T/people.csv"
	a --db "$db" choice assign $E
	a --db "$db" print sign-in $E -o "$T/sheet.pdf"
	a --db "$db" checkin $E --half-day 2027-03-18-am --sheet last "1-$1 p"
	a --db "$db" decision new $E item="Orientations 2027" text=Adoptées votes_for=12 votes_against=1 abstentions=2
	if [ "$2" = logos ]; then
		a --db "$db" setting set logo="$T/wide.png"
		a --db "$db" organisation logo "DREETS Occitanie" "$T/wide.png"
		a --db "$db" organisation logo "Ville de Toulouse" "$T/round.png"
	fi
	# what is written from the right is set the other way round beside a number
	sed -e 1d -e 's/;.*//' -e 's/^العلوي .*/العلوي/' "$T/people.csv" | sort -u | sed 's/ //g; s/.*/\L&/' >"$T/names"
}

# ---- what is read --------------------------------------------------------------------------------
# squeezed: text as it was written, in one line, without what only lays it out.
squeezed() {
	tr -d ' \n\r\f\t' | LC_ALL=C sed -e "s/$(printf '\302\240')//g" -e "s/$(printf '\342\200')[$(printf '\200')-$(printf '\217\252')-$(printf '\256')]//g" |
		sed 's/.*/\L&/'
}
# all_named FILE: every name stands there, as it is drawn or, of what is written from the right, as it is read.
all_named() {
	{ pdftotext -raw "$1" - && pdftotext "$1" -; } | squeezed >"$T/text"
	awk 'NR == FNR { text = text $0; next } index(text, $0) == 0 { print "no “" $0 "”"; lost = 1 } END { exit lost }' \
		"$T/text" "$T/names"
}
# codes_read: those of $T/made/badges.pdf, each card (86 by 54 mm from 19 and 13.5 mm) held before the scanner for
# itself, as a person does it.
codes_read() {
	mkdir -p "$T/cards"
	for card in 0 1 2 3 4 5 6 7 8 9; do
		set -- $(awk -v card=$card 'BEGIN {
			mm = 200 / 25.4
			printf "-x %d -y %d -W %d -H %d", (19 + card % 2 * 86) * mm, (13.5 + int(card / 2) * 54) * mm, 86 * mm, 54 * mm
		}')
		pdftoppm -r 200 -gray "$@" "$T/made/badges.pdf" "$T/cards/$card"
	done
	zbarimg -q --raw -Sdisable -Sqrcode.enable "$T"/cards/*.pgm 2>"$T/bus" | sort -u # it misses its bus
	rm -r "$T/cards"
}
# codes_agree: what a scanner reads is what stands there in letters, once for each.
codes_agree() {
	pdftotext "$T/made/badges.pdf" - | sed -n 's/^n\(o\.\|°\).* · \([a-z]*\)$/\2/p' | sort -u >"$T/letters"
	codes_read >"$T/read"
	diff "$T/letters" "$T/read" && [ "$(wc -l <"$T/read")" = $(($1 + 1)) ]
}
# is_package FILE: its parts are whole, and XML where they say so.
is_package() {
	unzip -tqq "$1" || return 1
	command -v xmllint >/dev/null || return 0
	for part in $(unzip -Z1 "$1" | grep '\.\(xml\|rels\)$'); do
		unzip -p "$1" "$(echo "$part" | sed 's/\[/\\[/')" | xmllint --nonet --noout - || return 1
	done
}
# opened FILE…: an office suite makes a PDF of each of them.
opened() {
	mkdir -p "$T/opened"
	soffice -env:UserInstallation="file://$T/office" --headless --convert-to pdf --outdir "$T/opened" "$@" >"$T/suite" 2>&1
	for file; do
		name=$(basename "$file")
		pdfinfo "$T/opened/${name%.*}.pdf" >/dev/null || return 1
	done
}

# ---- one square of the matrix --------------------------------------------------------------------
# made NAME ARGUMENT…: a paper; what went wrong is in $T/wrong.
made() {
	made_name=$1
	shift
	a --db "$db" --lang "$lang" print "$@" -q || true
	[ "$code" = 0 ] && [ ! -s "$T/err" ] || { echo "$made_name: exit $code" && cat "$T/err"; } >>"$T/wrong"
}
# none_wrong NAME
none_wrong() {
	cp "$T/wrong" "$T/out"
	: >"$T/err"
	[ ! -s "$T/wrong" ]
	report $? "$1"
	: >"$T/wrong"
}
# square N LOGOS LANGUAGE PAPERS
square() {
	square_name="$1 people, $2, $3"
	lang=$3
	rm -rf "$T/made"
	mkdir "$T/made"
	: >"$T/wrong"
	for paper in $4; do
		all=
		[ $paper != name-cards ] || all=--all
		made "$paper" "$paper" $E $all -o "$T/made/$paper.pdf"
	done
	none_wrong "$square_name: every paper is made"
	for paper in $4; do
		case " $(echo $named) " in
		*" $paper "*) all_named "$T/made/$paper.pdf" 2>&1 | sed "s/^/$paper: /" >>"$T/wrong" ;;
		esac
	done
	none_wrong "$square_name: every name is read"
	case " $(echo $4) " in
	*" badges "*) codes_agree "$1" >>"$T/wrong" 2>&1 || echo "codes differ" >>"$T/wrong" ;;
	esac
	none_wrong "$square_name: every code is read"
}
# office N LOGOS LANGUAGE: what is opened elsewhere.
office() {
	lang=$3
	rm -rf "$T/made"
	mkdir "$T/made"
	for paper in $texts; do
		made "$paper.odt" "$paper" $E -o "$T/made/$paper.odt"
	done
	made attendees.xlsx attendees $E -o "$T/made/attendees.xlsx"
	a --db "$db" --lang "$lang" -q attendee list $E -o "$T/made/list.xlsx"
	a --db "$db" --lang "$lang" -q report 2027 -o "$T/made/year.xlsx"
	none_wrong "$1 people, $2, $3: texts and workbooks are made"
	if command -v unzip >/dev/null; then
		for file in "$T"/made/*; do
			is_package "$file" >>"$T/wrong" 2>&1 || echo "$file is no package" >>"$T/wrong"
		done
		none_wrong "$1 people, $2, $3: they are whole"
	fi
	if command -v soffice >/dev/null && [ "$4" = opened ]; then
		opened "$T"/made/*.odt >>"$T/wrong" 2>&1 || cat "$T/suite" >>"$T/wrong"
		opened "$T"/made/*.xlsx >>"$T/wrong" 2>&1 || cat "$T/suite" >>"$T/wrong"
		none_wrong "$1 people, $2, $3: LibreOffice opens them"
		all_named "$T/opened/minutes.pdf" >>"$T/wrong"
		none_wrong "$1 people, $2, $3: every name is in the minutes that it shows"
	fi
}

command -v soffice >/dev/null || echo "# LibreOffice is not installed: texts and workbooks are not opened by it"
command -v unzip >/dev/null || echo "# unzip is not installed: their parts are not looked at"
whole=
[ "${MATRIX:-}" != whole ] || whole=yes
for n in 1 30 300; do
	for logos in logos plain; do
		[ -n "$whole$([ $n = 300 ] && [ $logos = plain ] || echo some)" ] || continue
		db=$T/$n-$logos.db
		event $n $logos
		for language in fr en; do
			if [ -n "$whole" ] || [ $n != 300 ]; then
				square $n $logos $language "$papers"
			elif [ $language = fr ]; then
				square $n $logos $language "sign-in attendees door-signs minutes"
			fi
			suite=
			[ -z "$whole" ] && [ "$n$logos$language" != 30logosfr ] || suite=opened
			[ -z "$whole$suite" ] || office $n $logos $language $suite
		done
	done
done
finish
