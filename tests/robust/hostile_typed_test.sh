#!/bin/sh
# Hostile text typed on the command line, into every field and in the place of every word.
. tests/robust/hostile.sh

# ---- name=value --------------------------------------------------------------------------------
values=$all_values
keys="title short_title audience objectives fee attendance_note access programme_note publications source notes online_link"
each "event new" "start_date=2027-05-04 start_time=9h end_time=16h"
keys="last_name function organisation town remarks diet access_needs"
each "attendee add 2027-001" "email=un@un.example"
keys="first_name last_name function organisation town civility order_name notes"
each "person new" ""
values=$worst_values
keys="title"
each "event new" "start_date=2027-05-05 status=announced"
keys="title kind venue cycle themes officer"
each "event new" ""
keys="title room description"
each "session new 2027-001" "date=2027-03-01 start_time=10h end_time=11h"
keys="title parallel_group speakers"
each "session new 2027-001" "date=2027-03-01 start_time=14h"
keys="first_name last_name waiting_reason cancel_reason"
each "attendee add 2027-001" ""
keys="person function needs fee"
each "speaker add 2027-001" ""
keys="organisation name wording"
each "partner add 2027-001" ""
keys="name short_name aliases town siren notes"
each "organisation new" ""
keys="name"
each "organisation new" ""
keys="name address postal_code town access contact rooms notes"
each "venue new" ""
keys="name equipment notes"
each "room new" "venue=Le·lieu"
keys="name"
each "theme new" ""
each "kind new" ""
keys="title objectives funders notes"
each "cycle new" ""
keys="title owner link notes"
each "task new 2027-001" "kind=other"
keys="person organisation offset due_on"
each "task new 2027-001" "title=Un"
keys="item text"
each "decision new 2027-001" ""
keys="title territory theme audience description results documents"
each "practice new" ""
keys="contact event session"
each "practice new" "title=Deux"
value "$T/values/text/property"
hear practice new title=Unique territory="$v" theme="$v" description="$v" documents="$v"
every "event new" title=Un
every "session new 2027-001" title=Un
every "person new" last_name=Un
every "attendee add 2027-001" last_name=Un
every "speaker add 2027-001" person=Un
every "partner add 2027-001" organisation=Un
every "organisation new" name=Un
every "venue new" name=Un
every "room new" "name=Un venue=Un"
every "theme new" name=Un
every "kind new" name=Un
every "cycle new" title=Un
every "task new 2027-001" title=Un
every "decision new 2027-001" item=Un
every "practice new" title=Un

# ---- other words -------------------------------------------------------------------------------
for name in $worst_values; do
	value "$T/values/$name"
	case $name in
	*/traversal) ;;
	*) # as the name of a file or a folder that is not there
		hear event list --db "./$v"
		hear import people "./$v"
		;;
	esac
	hear event show "$v"
	hear event edit 2027-001 "$v=1"
	hear event list --kind "$v" --status "$v"
	hear event list --year "$v"
	hear attendee list 2027-001 --organisation "$v"
	hear attendee list 2027-001 --sort "$v"
	hear person merge "$v" "$v"
	hear task done 2027-001 "$v"
	hear practice list "$v" --theme "$v" --territory "$v"
	hear survey erase 2027-001 "$v"
	hear print "$v" 2027-001
	hear setting get "$v"
	hear "$v"
	hear help "$v"
	hear event "$v" --lang "$v"
	(
		export ATELIERS_LANG="$v" LANG="$v" ATELIERS_NOW="$v"
		hear event show Ossature
	)
done
heard "words"
for name in $worst_values; do
	value "$T/values/$name"
	hear setting set centre_name "$v"
	(
		export ATELIERS_USER="$v"
		hear theme new name="Thème de $name"
	)
done
for name in text/property text/c1 text/traversal text/options; do
	value "$T/values/$name"
	for setting in centre_address centre_town funders_mention organizer_email output_folder logo \
		time_zone region school_zone blank_lines; do
		hear setting set $setting "$v"
	done
done
hear setting set time_zone Europe/Paris
hear setting list
heard "settings and users"

# ---- what was stored ---------------------------------------------------------------------------
for what in "event list" "attendee list 2027-001" "session list 2027-001" "speaker list 2027-001" \
	"partner list 2027-001" "person list" "organisation list" "venue list" "room list" "theme list" \
	"kind list" "cycle list" "task list" "decision list 2027-001" \
	"decision record 2027-001" "practice list" "practice export Unique" "event thanks 2027-001" \
	history; do
	shown "$what"
done
a doctor
exits "the database is sound after all of it" 0
finish
