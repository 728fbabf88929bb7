#!/bin/sh
# A shared account (ATELIERS_SECURE): files in the output folder alone, no other database, no shell.
. tests/robust/robust.sh
mkdir -p "$T/out-folder" "$T/elsewhere"
a setting set output_folder "$T/out-folder"
a event new title="Essai" start_date=2027-01-15 start_time=9h end_time=17h status=announced
a attendee add 2027-001 first_name=Zoé last_name=Élan email=zoe@elan.example
printf 'Nom;Prénom\nBosc;Ana\n' | tee "$T/out-folder/ici.csv" >"$T/elsewhere/la.csv"
ln -s "$T/elsewhere/la.csv" "$T/out-folder/lien.csv"
echo iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg== |
	base64 -d >"$T/elsewhere/logo.png"
cp "$T/elsewhere/logo.png" "$T/out-folder/logo.png"
export ATELIERS_SECURE=1

refused() { # NAME WORDS...
	refused_name=$1
	shift
	a "$@"
	exits "$refused_name is refused" 1
	has "and says that the account is shared" "shared account" "$T/err"
}
done_() { # NAME WORDS...
	done_name=$1
	shift
	a "$@"
	exits "$done_name is done" 0
}

refused "another database" --db "$T/elsewhere/x.db" event list
ok "it is not made" test ! -e "$T/elsewhere/x.db"
a --db "$T/elsewhere/x.db"
exits "the interface on another database is refused" 1
refused "a database of the sample elsewhere" demo --into "$T/elsewhere/demo"
refused "a rescue, which writes beside the database" doctor --rescue
refused "restoring" restore "$T/out-folder/b.db"
refused "the output folder's change" setting set output_folder "$T/elsewhere"
refused "a result elsewhere" event list -o "$T/elsewhere/list.txt"
refused "a result by a way around" event list -o "$T/out-folder/../elsewhere/list.txt"
refused "a calendar elsewhere" calendar export -o "$T/elsewhere/a.ics"
refused "a paper elsewhere" print sign-in 2027-001 -o "$T/elsewhere/a.pdf"
refused "invitations elsewhere" invite 2027-001 --ics -o "$T/elsewhere/inv"
refused "a backup elsewhere" backup "$T/elsewhere/b.db"
refused "invitations in the folder above" invite 2027-001 --ics -o "$T/out-folder/.."
refused "a file that a shell may read" event list -o "$T/out-folder/.profile"
refused "help in a file" help -o "$T/elsewhere/help.txt"
refused "help in a file by its option" --help -o "$T/elsewhere/help.txt"
refused "the help of a command in a file" event list --help -o "$T/elsewhere/help.txt"
refused "the version in a file" --version -o "$T/elsewhere/version.txt"
refused "a table from elsewhere" import people "$T/elsewhere/la.csv"
refused "a table behind a link" import people "$T/out-folder/lien.csv"
refused "a picture from elsewhere" setting set logo "$T/elsewhere/logo.png"
ok "nothing was written elsewhere" test "$(ls "$T/elsewhere" | wc -l)" -eq 2

done_ "a result to the terminal" event list
done_ "a result in the folder" event list -o "$T/out-folder/list.txt"
done_ "a paper in the folder" print sign-in 2027-001
done_ "a calendar in the folder" calendar export -o "$T/out-folder/a.ics"
done_ "invitations in the folder" invite 2027-001 --ics -o "$T/out-folder/inv"
done_ "a backup in the folder" backup "$T/out-folder/b.db"
done_ "a table from the folder" import people "$T/out-folder/ici.csv"
done_ "a picture from the folder" setting set logo "$T/out-folder/logo.png"
a undo
a undo
a undo
a undo
a undo
refused "a result in the home folder, once the setting is undone" event list -o "$HOME/list.txt"
a setting get output_folder
is "which it is" ""
ATELIERS_SECURE=0
done_ "with 0 it is an account like any other" event list -o "$T/elsewhere/list.txt"
finish
