# A database full of hostile text, made by $ATELIERS where HOME and XDG_DATA_HOME say.
set -e
values() {
	perl tests/robust/hostile_values.pl table text "$@"
}
cd "$(dirname "$0")/../.."
values titre type date_debut=2027-09-01 heure_debut=9h lieu ville organisateur theme note >"$HOME/e.csv"
values Nom Prénom Fonction Organisme Courriel=t%n@table.example Téléphone Ville Remarques \
	"Une question ?" >"$HOME/attendees.csv"
values Nom Sigle Alias Famille=association Ville >"$HOME/o.csv"
"$ATELIERS" event new title="Ossature" venue="Le lieu" start_date=2026-12-01 start_time=9h end_time=17h
"$ATELIERS" import organisations "$HOME/o.csv"
"$ATELIERS" import events "$HOME/e.csv" --doubtful=new
"$ATELIERS" import attendees Ossature "$HOME/attendees.csv" --doubtful=new
n=0
for name in colour title c1 override isolate bom combining property; do
	n=$((n + 1))
	value=$(perl tests/robust/hostile_values.pl one "text/$name")
	"$ATELIERS" session new Ossature date=2026-12-01 start_time="$((9 + n))h" title="$value" \
		room="$value" description="$value"
	"$ATELIERS" partner add Ossature organisation="$value" wording="$value"
	"$ATELIERS" event new title="$value" start_date=2026-12-0$n venue="$value" themes="$value" \
		audience="$value" notes="$value" cycle="$value" status=announced
done
"$ATELIERS" setting set centre_name "$value"
