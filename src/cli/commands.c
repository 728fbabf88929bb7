/* The table of commands. A new command: one line here, one function in a cmd_x.c. */
#include "base/i18n.h"
#include "cli/cmd.h"

#define ONE     TAKES(OPTION_OUTPUT)
#define TABLE   (TAKES(OPTION_COLUMNS) | TAKES(OPTION_OUTPUT))
#define LIST    (TAKES(OPTION_FILTER) | TAKES(OPTION_SORT) | TABLE)
#define GESTURE TAKES(OPTION_DRY_RUN)
#define EVENT_FILTERS                                                                              \
	(TAKES(OPTION_YEAR) | TAKES(OPTION_KIND) | TAKES(OPTION_STATUS) | TAKES(OPTION_TERRITORY))
#define ATTENDEE_FILTERS                                                                           \
	(TAKES(OPTION_STATUS) | TAKES(OPTION_HALF_DAY) | TAKES(OPTION_ORGANISATION))
#define IMPORTING (TAKES(OPTION_STRICT) | TAKES(OPTION_UPDATE) | TAKES(OPTION_DRY_RUN))
#define MATCHING  (IMPORTING | TAKES(OPTION_DOUBTFUL) | TAKES(OPTION_MAP))
#define CALENDAR                                                                                   \
	(TAKES(OPTION_EVENT) | TAKES(OPTION_YEAR) | TAKES(OPTION_SESSIONS) | TAKES(OPTION_OUTPUT))
#define INVITING                                                                                   \
	(TAKES(OPTION_TO) | TAKES(OPTION_ICS) | TAKES(OPTION_OUTPUT) | TAKES(OPTION_DRY_RUN))
#define PRINTING                                                                                   \
	(TAKES(OPTION_SESSION) | TAKES(OPTION_EACH_SESSION) | TAKES(OPTION_SORT) |                 \
	 TAKES(OPTION_SHARED) | TAKES(OPTION_TO) | TAKES(OPTION_ALL) | TAKES(OPTION_CHANGED) |     \
	 TAKES(OPTION_REISSUE) | TAKES(OPTION_GRID) | TAKES(OPTION_START) | TAKES(OPTION_BLANK) |  \
	 TAKES(OPTION_PRINTER) | TAKES(OPTION_OUTPUT) | TAKES(OPTION_DRY_RUN))

#define MERGE                                                                                      \
	N_("Everything that points to the others follows, what would then be there twice becomes " \
	   "one, and the first gets what only the others knew. The other names of an "             \
	   "organisation stay as its aliases. One gesture: “undo” takes all of it back.")
#define IMPORT                                                                                          \
	N_("A table is CSV, TSV, Excel’s .xlsx or LibreOffice’s .ods, of which the first visible "  \
	   "sheet is read. Columns are found by their headings, whatever their order; encoding "        \
	   "and "                                                                                       \
	   "separator by themselves. The report says what became of each row: new, already "            \
	   "there, "                                                                                    \
	   "changed, doubtful or refused, with its line. Good rows are written in one gesture, "        \
	   "the "                                                                                       \
	   "refused ones left out; a row seen before is never imported twice. A column whose "          \
	   "heading says nothing is named: Nom2=last_name; “ignore” leaves it out, “question” " \
	   "keeps it as question and answer.")

#define SURVEY                                                                                                    \
	N_("A form service’s export: each row is a reply of nobody in particular. What says who "               \
	   "replied (names, addresses, employer, time of sending) is left out; “HEADING=ignore” "             \
	   "leaves out more. Answers in words of a scale (“très bon”, “plutôt d’accord”, “oui”) " \
	   "or in marks (1 to 5, 0 to 10) are counted in its order, all others are remarks. The "                 \
	   "same file brought in twice adds nothing, a longer one what is new.")

#define DUPLICATES                                                                                    \
	N_("Pairs are certain, probable or possible, with the reason. “merge” makes one of two; " \
	   "“distinct” says that they are two.")
#define ADDRESSES                                                                                  \
	N_("Separated by “;”, each once. Those who oppose invitations, and those without a "   \
	   "usable "                                                                               \
	   "address, are left out and counted.")

const struct command_group command_groups[] = {
	{"event", N_("Events")},
	{"session", N_("The programme of an event")},
	{"half-day", N_("Half-days of an event: what is attended and accounted for")},
	{"speaker", N_("Speakers of an event")},
	{"attendee", N_("Attendees of an event")},
	{"choice", N_("Workshops of an event that people choose between")},
	{"partner", N_("Partners of an event, by role")},
	{"task", N_("What is to be done for events")},
	{"checklist", N_("What is usually to be done, by kind of event")},
	{"decision", N_("Decisions of a meeting")},
	{"survey", N_("Satisfaction after an event")},
	{"person", N_("People of the directory")},
	{"organisation", N_("Organisations of the directory")},
	{"consent", N_("Consents and oppositions of people")},
	{"venue", N_("Places")},
	{"room", N_("Rooms of places")},
	{"cycle", N_("Cycles: events accounted for together")},
	{"theme", N_("Themes")},
	{"kind", N_("Kinds of event")},
	{"practice", N_("Good practices")},
	{"holiday", N_("School holidays and periods to avoid")},
	{"busy", N_("Busy dates of partners")},
	{"import", N_("Files of other programs brought in")},
	{"door", N_("An event taken along to its door, and brought back")},
	{"calendar", N_("The public calendar")},
	{"certificate", N_("Certificates that were issued")},
	{"setting", N_("Settings of the centre")},
	{.word = NULL},
};

/* words, arguments, least and most of them, options, need, noun, does, details, function */
const struct command commands[] = {
	/* events */
	{"event list", NULL, 0, 0, EVENT_FILTERS | LIST, NEEDS_STORE, &noun_event,
	 N_("list them, the latest first"), NULL, cmd_event_list},
	{"event show", N_("EVENT"), 1, 1, ONE, NEEDS_STORE, &noun_event,
	 N_("show one, with all that is known"), NULL, cmd_noun_show},
	{"event new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_event,
	 N_("make one, and print its number"),
	 N_("Only the title is needed; what is not known yet can come later. Places, kinds, themes "
	    "and cycles that do not exist are made, and a note says so."),
	 cmd_noun_new},
	{"event edit", N_("EVENT name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_event,
	 N_("change fields"), NULL, cmd_noun_edit},
	{"event copy", N_("EVENT [name=value …]"), 1, -1, GESTURE, NEEDS_STORE, &noun_event,
	 N_("make one like it, and print its number"),
	 N_("The programme, the partners, the place, the themes and the texts are copied; no "
	    "people, no dates."),
	 cmd_event_copy},
	{"event announce", N_("EVENT"), 1, 1, GESTURE, NEEDS_STORE, &noun_event,
	 N_("announce one: its programme is frozen as the next version"),
	 N_("Title, days, times, places, sessions and speakers are kept as they are now, so that "
	    "later changes show as differences: “check” tells them, and papers say so. An "
	    "idea or a draft becomes announced. Nothing changed: no new version."),
	 cmd_event_announce},
	{"event differences", N_("EVENT"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, &noun_event,
	 N_("how one differs from what was announced"), NULL, cmd_event_differences},
	{"event cancel", N_("EVENT"), 1, 1, GESTURE, NEEDS_STORE, &noun_event,
	 N_("cancel one that was announced; it stays on record"), NULL, cmd_event_cancel},
	{"event delete", N_("EVENT"), 1, 1, GESTURE, NEEDS_STORE, &noun_event,
	 N_("delete one, with its programme and registrations"),
	 N_("Not while presence is on record for anybody: it proves who came. “event cancel” "
	    "instead keeps all of it."),
	 cmd_noun_delete},
	{"event dates", N_("[EVENT]"), 0, 1,
	 TAKES(OPTION_DURATION) | TAKES(OPTION_FROM) | TAKES(OPTION_TO) | TAKES(OPTION_KIND) |
		 TAKES(OPTION_TOWN) | TAKES(OPTION_ROOM) | TAKES(OPTION_SPEAKER) |
		 TAKES(OPTION_WEEKENDS) | TABLE,
	 NEEDS_STORE, NULL, N_("rank the days on which one could be held, and say why"),
	 N_("A day has 100 points, less what stands against it: public and school holidays, "
	    "periods "
	    "to avoid, other events of the centre, speakers and rooms that are taken, dates of "
	    "partners, an unusual weekday, a town that had an event lately, short notice. The "
	    "setting date_weights says how much each takes away. EVENT gives its kind, days, town, "
	    "rooms and speakers, as far as no option says otherwise. Of several towns each day has "
	    "the one that has waited longest. Without --from and --to the next three months are "
	    "looked at; days before today only when --from says so."),
	 cmd_event_dates},
	{"event thanks", N_("EVENT"), 1, 1, TAKES(OPTION_ADDRESSES) | TAKES(OPTION_OUTPUT),
	 NEEDS_STORE, NULL, N_("who is to be thanked after one, and who has been"),
	 N_("Speakers who came, partners, and the place where no partner is host. Whoever opposes "
	    "invitations is named without an address. They have been thanked on the day on which "
	    "the task “thanks” of the event was done."),
	 cmd_event_thanks},

	/* what belongs to an event */
	{"session list", N_("EVENT"), 1, 1, LIST, NEEDS_STORE, &noun_session,
	 N_("list the sessions, in their order"), NULL, cmd_owned_list},
	{"session new", N_("EVENT name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_session,
	 N_("add a session"), NULL, cmd_owned_new},
	{"session edit", N_("EVENT SESSION name=value …"), 3, -1, GESTURE, NEEDS_STORE,
	 &noun_session, N_("change fields"), NULL, cmd_owned_edit},
	{"session move", N_("EVENT SESSION WHEN…"), 3, 4, GESTURE | TAKES(OPTION_FOLLOWING),
	 NEEDS_STORE, &noun_session, N_("move a session, which keeps its length"),
	 N_("WHEN is a time (10h30), so many minutes later or earlier (+15, -30), a day of the "
	    "event, or a day and a time."),
	 cmd_session_move},
	{"session delete", N_("EVENT SESSION"), 2, 2, GESTURE, NEEDS_STORE, &noun_session,
	 N_("delete a session and its speakers’ part in it"), NULL, cmd_owned_delete},
	{"half-day list", N_("EVENT"), 1, 1, LIST, NEEDS_STORE, &noun_half_day,
	 N_("list the half-days with what they count as, and how many were present"),
	 N_("The programme makes them, else the times of the day. What a person has adjusted "
	    "stays; "
	    "adjusted=no gives a day back to the programme."),
	 cmd_half_day_list},
	{"half-day add", N_("EVENT HALF-DAY [name=value …]"), 2, -1, GESTURE, NEEDS_STORE,
	 &noun_half_day, N_("add one, and its day where there is none on that date"),
	 N_("HALF-DAY is written 2026-10-15-am, or a date and “morning”, “afternoon” or “evening”. "
	    "An event of a kind without a programme (individual support) has those that are "
	    "typed."),
	 cmd_half_day_add},
	{"half-day set", N_("EVENT HALF-DAY name=value …"), 3, -1, GESTURE, NEEDS_STORE,
	 &noun_half_day, N_("adjust its part, its times, what it counts as (1, ½, 0)"), NULL,
	 cmd_half_day_set},
	{"half-day delete", N_("EVENT HALF-DAY"), 2, 2, GESTURE, NEEDS_STORE, &noun_half_day,
	 N_("delete one for which nobody was marked"), NULL, cmd_half_day_delete},
	{"speaker list", N_("EVENT"), 1, 1, LIST, NEEDS_STORE, &noun_speaker,
	 N_("list the speakers"), NULL, cmd_owned_list},
	{"speaker add", N_("EVENT [PERSON] [name=value …]"), 2, -1, GESTURE, NEEDS_STORE,
	 &noun_speaker, N_("add a speaker, who is registered too"),
	 N_("A person whom the directory does not know is made. Without a session they speak at "
	    "the event as a whole."),
	 cmd_owned_new},
	{"speaker set", N_("EVENT PERSON name=value …"), 3, -1, GESTURE | TAKES(OPTION_SESSION),
	 NEEDS_STORE, &noun_speaker, N_("change fields"), NULL, cmd_owned_edit},
	{"speaker remove", N_("EVENT PERSON"), 2, 2, GESTURE | TAKES(OPTION_SESSION), NEEDS_STORE,
	 &noun_speaker, N_("take a speaker out; their registration stays"), NULL, cmd_owned_delete},
	{"attendee list", N_("EVENT"), 1, 1, ATTENDEE_FILTERS | LIST, NEEDS_STORE, &noun_attendee,
	 N_("list the people registered, in the order of names"), NULL, cmd_attendee_list},
	{"attendee add", N_("EVENT [PERSON] [name=value …]"), 2, -1, GESTURE, NEEDS_STORE,
	 &noun_attendee, N_("register somebody, and print their number"),
	 N_("PERSON is somebody of the directory, who is registered as the directory knows them; "
	    "somebody new is given by last_name=… and the other fields."),
	 cmd_owned_new},
	{"attendee set", N_("EVENT WHO name=value …"), 3, -1, GESTURE, NEEDS_STORE, &noun_attendee,
	 N_("change fields, such as status=cancelled"), NULL, cmd_owned_edit},
	{"attendee remove", N_("EVENT WHO"), 2, 2, GESTURE, NEEDS_STORE, &noun_attendee,
	 N_("delete a registration that was a mistake"),
	 N_("Somebody who withdraws is kept on record: attendee set EVENT WHO status=cancelled."),
	 cmd_owned_delete},
	{"attendee promote", N_("EVENT [WHO]"), 1, 2, GESTURE | TAKES(OPTION_REASON), NEEDS_STORE,
	 &noun_attendee, N_("give a seat to who comes next of the waiting list"),
	 N_("Next is the first of the list who may have the seat: seats kept for small sites and "
	    "the "
	    "share of each organisation are respected, and it is said why. WHO is somebody else of "
	    "the list, which needs --reason. Never beyond the limit of the event."),
	 cmd_attendee_promote},
	{"attendee addresses", N_("EVENT"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("print the addresses of those whose registration stands"), ADDRESSES,
	 cmd_attendee_addresses},
	{"choice list", N_("EVENT"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("list who asked for which workshop, and was given it"),
	 N_("Wishes are set with “attendee set EVENT WHO choices=\"Workshop 1; Workshop 3\"”, the "
	    "most "
	    "wanted first; “workshop=…” gives one by hand."),
	 cmd_choice_list},
	{"choice workshops", N_("EVENT"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("list the workshops with their places and wishes"),
	 N_("People choose between sessions of one parallel group, and between workshops, or "
	    "sessions of any group, that overlap. The room counts where the session has no "
	    "capacity of its own."),
	 cmd_choice_workshops},
	{"choice assign", N_("EVENT"), 1, 1,
	 GESTURE | TAKES(OPTION_EVERYBODY) | TAKES(OPTION_ANEW) | TAKES(OPTION_OUTPUT), NEEDS_STORE,
	 NULL, N_("give everybody a workshop, by their wishes"),
	 N_("As many as can be get one that they asked for, with the smallest total of ranks; of "
	    "what "
	    "comes to the same, people stay where they were, free seats are even, and who "
	    "registered "
	    "first has the better one. Never beyond a capacity. Places given by hand stay. Those "
	    "of "
	    "whom no wish could be met are named."),
	 cmd_choice_assign},
	{"partner list", N_("EVENT"), 1, 1, LIST, NEEDS_STORE, &noun_partner,
	 N_("list the partners, by role"), NULL, cmd_owned_list},
	{"partner add", N_("EVENT [ORGANISATION] [name=value …]"), 2, -1, GESTURE, NEEDS_STORE,
	 &noun_partner, N_("add a partner"),
	 N_("An organisation whom the directory does not know is made."), cmd_owned_new},
	{"partner remove", N_("EVENT ORGANISATION [role=ROLE]"), 2, 3, GESTURE, NEEDS_STORE,
	 &noun_partner, N_("take a partner out"), NULL, cmd_partner_remove},

	/* after the event */
	{"task list", N_("[EVENT]"), 0, 1, TAKES(OPTION_DUE) | LIST, NEEDS_STORE, &noun_task,
	 N_("list what is to be done and what was, of an event or of all"), NULL, cmd_task_list},
	{"task new", N_("EVENT name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_task,
	 N_("add a task"),
	 N_("due_on is a day, or a number of days before the event or after it: J-60, J+15. Such a "
	    "day moves with the event."),
	 cmd_owned_new},
	{"task edit", N_("EVENT TASK name=value …"), 3, -1, GESTURE, NEEDS_STORE, &noun_task,
	 N_("change fields; done_on= makes it to be done again"), NULL, cmd_owned_edit},
	{"task done", N_("EVENT TASK…"), 2, -1, GESTURE, NEEDS_STORE, &noun_task,
	 N_("mark tasks done today"), NULL, cmd_task_done},
	{"task propose", N_("EVENT"), 1, 1, GESTURE, NEEDS_STORE, NULL,
	 N_("add the usual list that follows an event"),
	 N_("Slides of each speaker who came, thanks, certificates, satisfaction and summary; of a "
	    "meeting with a quorum the record of decisions. What is on the list already is not "
	    "added again. Only once the event is held, or its last day past."),
	 cmd_task_propose},
	{"task delete", N_("EVENT TASK"), 2, 2, GESTURE, NEEDS_STORE, &noun_task,
	 N_("delete a task"), NULL, cmd_owned_delete},
	{"checklist list", N_("KIND"), 1, 1, LIST, NEEDS_STORE, &noun_checklist,
	 N_("list the usual tasks of a kind of event"),
	 N_("Those of the centre; of a kind that has none, those that come with the program, which "
	    "“checklist take” makes its own."),
	 cmd_checklist_list},
	{"checklist new", N_("KIND name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_checklist,
	 N_("add one: title=… offset=D-60"), NULL, cmd_owned_new},
	{"checklist edit", N_("KIND TASK name=value …"), 3, -1, GESTURE, NEEDS_STORE,
	 &noun_checklist, N_("change fields"), NULL, cmd_owned_edit},
	{"checklist delete", N_("KIND TASK"), 2, 2, GESTURE, NEEDS_STORE, &noun_checklist,
	 N_("delete one"), NULL, cmd_owned_delete},
	{"checklist take", N_("KIND"), 1, 1, GESTURE, NEEDS_STORE, &noun_checklist,
	 N_("make the list that comes with the program the kind’s own"), NULL, cmd_checklist_take},
	{"decision list", N_("EVENT"), 1, 1, LIST, NEEDS_STORE, &noun_decision,
	 N_("list the points of the agenda and what was decided"), NULL, cmd_owned_list},
	{"decision new", N_("EVENT name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_decision,
	 N_("write a decision down"), NULL, cmd_owned_new},
	{"decision edit", N_("EVENT DECISION name=value …"), 3, -1, GESTURE, NEEDS_STORE,
	 &noun_decision, N_("change fields; position=1 puts it first"), NULL, cmd_owned_edit},
	{"decision delete", N_("EVENT DECISION"), 2, 2, GESTURE, NEEDS_STORE, &noun_decision,
	 N_("delete a decision"), NULL, cmd_owned_delete},
	{"decision record", N_("EVENT"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("the record: who was there, the quorum, what was decided"),
	 N_("The quorum is the field “quorum” of the event: how many participants must be present "
	    "or represented. --format csv gives who was there."),
	 cmd_decision_record},
	{"survey show", N_("EVENT"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("how many replied, what they said, the remarks"), NULL, cmd_survey_show},
	{"survey delete", N_("EVENT"), 1, 1, GESTURE, NEEDS_STORE, NULL,
	 N_("delete all the replies of an event"), NULL, cmd_survey_delete},
	{"survey erase", N_("EVENT WORD…"), 2, -1, GESTURE, NEEDS_STORE, NULL,
	 N_("erase the remarks that hold these words, a name for one"),
	 N_("They go from the history and from the file too, and do not come back with the same "
	    "file. It cannot be undone. Replies are of nobody, so that “person forget” does not "
	    "find what they say of somebody."),
	 cmd_survey_erase},

	/* the directory and the reference data */
	{"person list", NULL, 0, 0, LIST, NEEDS_STORE, &noun_person, N_("list all of them"), NULL,
	 cmd_noun_list},
	{"person show", N_("PERSON"), 1, 1, ONE, NEEDS_STORE, &noun_person,
	 N_("show one, with all that is known"), NULL, cmd_noun_show},
	{"person new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_person, N_("add one"),
	 NULL, cmd_noun_new},
	{"person edit", N_("PERSON name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_person,
	 N_("change fields"), NULL, cmd_noun_edit},
	{"person merge", N_("PERSON OTHER…"), 2, -1, GESTURE, NEEDS_STORE, &noun_person,
	 N_("make the others one with the first"), MERGE, cmd_noun_merge},
	{"person duplicates", NULL, 0, 0, TABLE, NEEDS_STORE, &noun_person,
	 N_("who may be there twice, the most certain first"), DUPLICATES, cmd_duplicates},
	{"person distinct", N_("PERSON OTHER"), 2, 2, GESTURE, NEEDS_STORE, &noun_person,
	 N_("note that they are two: they are not proposed again"), NULL, cmd_distinct},
	{"person addresses", N_("[PERSON…]"), 0, -1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("print their addresses, for a mail program"), ADDRESSES, cmd_person_addresses},
	{"person due", NULL, 0, 0, TABLE, NEEDS_STORE, &noun_person,
	 N_("who is to be asked again, or erased"),
	 N_("Those whose last contact is as old as the setting retention_years says are to be "
	    "erased, those for whom that comes within a year to be asked. A contact is a "
	    "registration, an event, a consent, or the date last_contact."),
	 cmd_person_due},
	{"person export", N_("PERSON"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("everything that is held about one; --format json for programs"), NULL,
	 cmd_person_export},
	{"person forget", N_("PERSON"), 1, 1, GESTURE, NEEDS_STORE, NULL,
	 N_("erase one, and keep every count"),
	 N_("Names, addresses, texts and answers go from the directory, from every registration "
	    "and from the history, and the file is written anew. The rows stay, blank, so that "
	    "figures do not change. Copies that still hold the person are named. It cannot be "
	    "undone."),
	 cmd_person_forget},
	{"person delete", N_("PERSON"), 1, 1, GESTURE, NEEDS_STORE, &noun_person,
	 N_("delete one that nothing needs any more"), NULL, cmd_noun_delete},
	{"organisation list", NULL, 0, 0, LIST, NEEDS_STORE, &noun_organisation,
	 N_("list all of them"), NULL, cmd_noun_list},
	{"organisation show", N_("ORGANISATION"), 1, 1, ONE, NEEDS_STORE, &noun_organisation,
	 N_("show one, with all that is known"), NULL, cmd_noun_show},
	{"organisation new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_organisation,
	 N_("add one"), NULL, cmd_noun_new},
	{"organisation edit", N_("ORGANISATION name=value …"), 2, -1, GESTURE, NEEDS_STORE,
	 &noun_organisation, N_("change fields"), NULL, cmd_noun_edit},
	{"organisation merge", N_("ORGANISATION OTHER…"), 2, -1, GESTURE, NEEDS_STORE,
	 &noun_organisation, N_("make the others one with the first"), MERGE, cmd_noun_merge},
	{"organisation duplicates", NULL, 0, 0, TABLE, NEEDS_STORE, &noun_organisation,
	 N_("which may be there twice, the most certain first"), DUPLICATES, cmd_duplicates},
	{"organisation distinct", N_("ORGANISATION OTHER"), 2, 2, GESTURE, NEEDS_STORE,
	 &noun_organisation, N_("note that they are two: they are not proposed again"), NULL,
	 cmd_distinct},
	{"organisation logo", N_("ORGANISATION FILE"), 2, 2, GESTURE, NEEDS_STORE,
	 &noun_organisation,
	 N_("keep its logo for papers, a PNG of at most 2 MB; “” takes it away"), NULL,
	 cmd_organisation_logo},
	{"organisation delete", N_("ORGANISATION"), 1, 1, GESTURE, NEEDS_STORE, &noun_organisation,
	 N_("delete one that nothing needs any more"), NULL, cmd_noun_delete},
	{"consent list", N_("PERSON"), 1, 1, TABLE, NEEDS_STORE, NULL,
	 N_("list what a person has agreed to or opposes, with its date and origin"), NULL,
	 cmd_consent_list},
	{"consent set", N_("PERSON PURPOSE yes|no [ORIGIN]"), 3, 4, GESTURE, NEEDS_STORE, NULL,
	 N_("note a consent (yes) or an opposition (no), as of today"),
	 N_("The purposes are invitations, newsletter, shared_list and partners. What was said "
	    "before stays on record; the last word counts."),
	 cmd_consent_set},
	{"venue list", NULL, 0, 0, LIST, NEEDS_STORE, &noun_venue, N_("list all of them"), NULL,
	 cmd_noun_list},
	{"venue show", N_("PLACE"), 1, 1, ONE, NEEDS_STORE, &noun_venue,
	 N_("show one, with all that is known"), NULL, cmd_noun_show},
	{"venue new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_venue, N_("add one"),
	 NULL, cmd_noun_new},
	{"venue edit", N_("PLACE name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_venue,
	 N_("change fields"), NULL, cmd_noun_edit},
	{"venue merge", N_("PLACE OTHER…"), 2, -1, GESTURE, NEEDS_STORE, &noun_venue,
	 N_("make the others one with the first"), MERGE, cmd_noun_merge},
	{"venue delete", N_("PLACE"), 1, 1, GESTURE, NEEDS_STORE, &noun_venue,
	 N_("delete one that nothing needs any more"), NULL, cmd_noun_delete},
	{"room list", NULL, 0, 0, LIST, NEEDS_STORE, &noun_room, N_("list all of them"), NULL,
	 cmd_noun_list},
	{"room show", N_("ROOM"), 1, 1, ONE, NEEDS_STORE, &noun_room,
	 N_("show one, with all that is known"),
	 N_("A name that two places share is written “place/room”."), cmd_noun_show},
	{"room new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_room, N_("add one"),
	 NULL, cmd_noun_new},
	{"room edit", N_("ROOM name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_room,
	 N_("change fields"), NULL, cmd_noun_edit},
	{"room merge", N_("ROOM OTHER…"), 2, -1, GESTURE, NEEDS_STORE, &noun_room,
	 N_("make the others one with the first"), MERGE, cmd_noun_merge},
	{"room delete", N_("ROOM"), 1, 1, GESTURE, NEEDS_STORE, &noun_room,
	 N_("delete one that nothing needs any more"), NULL, cmd_noun_delete},
	{"cycle list", NULL, 0, 0, LIST, NEEDS_STORE, &noun_cycle, N_("list all of them"), NULL,
	 cmd_noun_list},
	{"cycle show", N_("CYCLE"), 1, 1, ONE, NEEDS_STORE, &noun_cycle,
	 N_("show one, with all that is known"), NULL, cmd_noun_show},
	{"cycle new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_cycle, N_("add one"),
	 NULL, cmd_noun_new},
	{"cycle edit", N_("CYCLE name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_cycle,
	 N_("change fields"), NULL, cmd_noun_edit},
	{"cycle merge", N_("CYCLE OTHER…"), 2, -1, GESTURE, NEEDS_STORE, &noun_cycle,
	 N_("make the others one with the first"), MERGE, cmd_noun_merge},
	{"cycle delete", N_("CYCLE"), 1, 1, GESTURE, NEEDS_STORE, &noun_cycle,
	 N_("delete one that nothing needs any more"), NULL, cmd_noun_delete},
	{"theme list", NULL, 0, 0, LIST, NEEDS_STORE, &noun_theme, N_("list all of them"), NULL,
	 cmd_noun_list},
	{"theme show", N_("THEME"), 1, 1, ONE, NEEDS_STORE, &noun_theme,
	 N_("show one, with all that is known"), NULL, cmd_noun_show},
	{"theme new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_theme, N_("add one"),
	 NULL, cmd_noun_new},
	{"theme edit", N_("THEME name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_theme,
	 N_("change fields"), NULL, cmd_noun_edit},
	{"theme merge", N_("THEME OTHER…"), 2, -1, GESTURE, NEEDS_STORE, &noun_theme,
	 N_("make the others one with the first"), MERGE, cmd_noun_merge},
	{"theme delete", N_("THEME"), 1, 1, GESTURE, NEEDS_STORE, &noun_theme,
	 N_("delete one that nothing needs any more"), NULL, cmd_noun_delete},
	{"kind list", NULL, 0, 0, LIST, NEEDS_STORE, &noun_kind, N_("list all of them"), NULL,
	 cmd_noun_list},
	{"kind show", N_("KIND"), 1, 1, ONE, NEEDS_STORE, &noun_kind,
	 N_("show one, with all that is known"), NULL, cmd_noun_show},
	{"kind new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_kind, N_("add one"),
	 NULL, cmd_noun_new},
	{"kind edit", N_("KIND name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_kind,
	 N_("change fields"), NULL, cmd_noun_edit},
	{"kind merge", N_("KIND OTHER…"), 2, -1, GESTURE, NEEDS_STORE, &noun_kind,
	 N_("make the others one with the first"), MERGE, cmd_noun_merge},
	{"kind delete", N_("KIND"), 1, 1, GESTURE, NEEDS_STORE, &noun_kind,
	 N_("delete one that nothing needs any more"), NULL, cmd_noun_delete},

	{"practice list", N_("[WORD…]"), 0, -1,
	 TAKES(OPTION_THEME) | TAKES(OPTION_TERRITORY) | LIST, NEEDS_STORE, &noun_practice,
	 N_("list those in which all the words stand"), NULL, cmd_practice_list},
	{"practice show", N_("PRACTICE"), 1, 1, ONE, NEEDS_STORE, &noun_practice,
	 N_("show one, with all that is known"), NULL, cmd_noun_show},
	{"practice new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_practice,
	 N_("add one"), NULL, cmd_noun_new},
	{"practice edit", N_("PRACTICE name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_practice,
	 N_("change fields"), NULL, cmd_noun_edit},
	{"practice export", N_("PRACTICE"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("the sheet as plain text, to be given away"),
	 N_("The contact stands in it only where they agreed: contact_agreed=yes."),
	 cmd_practice_export},
	{"practice delete", N_("PRACTICE"), 1, 1, GESTURE, NEEDS_STORE, &noun_practice,
	 N_("delete one"), NULL, cmd_noun_delete},

	{"holiday list", NULL, 0, 0, LIST, NEEDS_STORE, &noun_holiday,
	 N_("list them, the earliest first"), NULL, cmd_noun_list},
	{"holiday show", N_("PERIOD"), 1, 1, ONE, NEEDS_STORE, &noun_holiday,
	 N_("show one, with all that is known"),
	 N_("Of several of one name, “Vacances d’hiver #2” is the second."), cmd_noun_show},
	{"holiday new", N_("name=value …"), 1, -1, GESTURE, NEEDS_STORE, &noun_holiday,
	 N_("add one"),
	 N_("A period to avoid unless kind=school is said. Without a last day it is one day long. "
	    "School holidays are those of the zone of the centre unless zone=… names another. "
	    "Public holidays need not be typed."),
	 cmd_noun_new},
	{"holiday edit", N_("PERIOD name=value …"), 2, -1, GESTURE, NEEDS_STORE, &noun_holiday,
	 N_("change fields"), NULL, cmd_noun_edit},
	{"holiday delete", N_("PERIOD"), 1, 1, GESTURE, NEEDS_STORE, &noun_holiday,
	 N_("delete one"), NULL, cmd_noun_delete},

	{"busy list", NULL, 0, 0, TAKES(OPTION_SOURCE) | TAKES(OPTION_YEAR) | LIST, NEEDS_STORE,
	 &noun_busy, N_("list them, the earliest first"), NULL, cmd_busy_list},
	{"busy show", N_("DATE"), 1, 1, ONE, NEEDS_STORE, &noun_busy, N_("show one, by its title"),
	 NULL, cmd_noun_show},
	{"busy delete", N_("DATE | --source CALENDAR"), 0, 1, TAKES(OPTION_SOURCE) | GESTURE,
	 NEEDS_STORE, &noun_busy, N_("delete one, or all of a calendar"),
	 N_("What is deleted comes back when its calendar is brought in again."), cmd_busy_delete},

	/* files brought in */
	{"import events", N_("FILE [HEADING=FIELD…]"), 1, -1, MATCHING, NEEDS_STORE, NULL,
	 N_("past and planned events"), IMPORT, cmd_import_events},
	{"import people", N_("FILE [HEADING=FIELD…]"), 1, -1, MATCHING, NEEDS_STORE, NULL,
	 N_("people of the directory"), IMPORT, cmd_import_people},
	{"import organisations", N_("FILE [HEADING=FIELD…]"), 1, -1, MATCHING, NEEDS_STORE, NULL,
	 N_("organisations of the directory"), IMPORT, cmd_import_organisations},
	{"import attendees", N_("EVENT FILE [HEADING=FIELD…]"), 2, -1,
	 MATCHING | TAKES(OPTION_OVER), NEEDS_STORE, NULL,
	 N_("a form service’s export; “-” reads a pasted list"), IMPORT, cmd_import_attendees},
	{"import holidays", N_("FILE"), 1, 1, IMPORTING, NEEDS_STORE, NULL,
	 N_("school holidays or periods to avoid"), IMPORT, cmd_import_holidays},
	{"import survey", N_("EVENT FILE [HEADING=FIELD…]"), 2, -1,
	 TAKES(OPTION_STRICT) | TAKES(OPTION_DRY_RUN), NEEDS_STORE, NULL,
	 N_("the replies to a satisfaction form"), SURVEY, cmd_import_survey},
	{"import connections", N_("EVENT FILE"), 2, 2,
	 TAKES(OPTION_HALF_DAY) | TAKES(OPTION_MINUTES) | TAKES(OPTION_DOUBTFUL) |
		 TAKES(OPTION_WALK_INS) | TAKES(OPTION_INCLUDE) | TAKES(OPTION_DRY_RUN),
	 NEEDS_STORE, NULL, N_("who was connected to a remote meeting, as presence"),
	 N_("The log is a list of participants of Zoom, Teams or BigBlueButton as it is handed "
	    "out, in French or English. Who joined several times is counted once; the minutes go "
	    "to the half-days during which they were, and who was there for long enough is "
	    "marked present. People are found by their address and name; those who may be "
	    "somebody registered are listed, and --doubtful decides them. A log without times is "
	    "of the half-day that --half-day says. Nobody is marked absent, and the same log "
	    "twice changes nothing."),
	 cmd_import_connections},
	{"import calendar", N_("FILE"), 1, 1,
	 TAKES(OPTION_NAME) | TAKES(OPTION_STRICT) | TAKES(OPTION_DRY_RUN), NEEDS_STORE, NULL,
	 N_("a partner’s calendar (.ics), as busy dates"),
	 N_("Dates from one year ago to three years ahead are kept, in the time of the centre. The "
	    "calendar is called by --name, else by its own name, else by its file’s. Brought in "
	    "again it is brought up to date: what has changed is changed, what it holds no longer "
	    "goes. “check” names these dates on the days of an event. The file is read by a "
	    "process "
	    "that can neither open nor change anything."),
	 cmd_import_calendar},
	{"read-calendar", N_("ZONE DAY DAY"), 3, 3, 0, NEEDS_NOTHING, NULL, NULL, NULL,
	 cmd_read_calendar},

	/* what leaves the house */
	{"check", N_("EVENT"), 1, 1, TABLE, NEEDS_STORE, NULL,
	 N_("every problem of an event; exit 1 if one is an error"), NULL, cmd_check},
	{"checkin", N_("EVENT [WHO…]"), 1, -1,
	 GESTURE | TAKES(OPTION_HALF_DAY) | TAKES(OPTION_STATE) | TAKES(OPTION_BY) |
		 TAKES(OPTION_STDIN) | TAKES(OPTION_SHEET) | TAKES(OPTION_OUTPUT),
	 NEEDS_STORE, NULL, N_("mark who is present"),
	 N_("WHO is the code of a badge, a number, an address or an unambiguous part of a name. "
	    "Without --half-day it is the one of today that is under way or comes next; “all” is "
	    "every "
	    "half-day of the event, for somebody who is excused beforehand. Marking "
	    "somebody again changes nothing; another --state is a new mark, and the last one "
	    "decides. Who is present and waited for a seat is registered by it, and named. With "
	    "--sheet the words are lines of a signed sheet: “12 p, 13 a, 14-20 e” or "
	    "“all except 3, 7”; a letter is for the numbers before it that have none, and a "
	    "semicolon ends a group. The sheet is said by the code on the paper; “last” and “v2” "
	    "are the sheet of the whole event, if there is one. What was marked otherwise before, "
	    "and lines of which nothing is said, are listed. Whoever cannot be "
	    "marked is named, the others are marked all the same, and "
	    "the exit code is 1."),
	 cmd_checkin},
	{"door export", N_("EVENT"), 1, 1, ONE | GESTURE, NEEDS_STORE, NULL,
	 N_("take an event along: a small database for a laptop"),
	 N_("The copy (-o FILE, else a readable name in the output folder, which is printed) holds "
	    "that event, the people registered for it or speaking there, the names of all "
	    "organisations, its places, and what papers need; no consents, no notes, nothing of "
	    "other events. “ateliers --db FILE” opens it there: sign-in, corrections, walk-ins "
	    "(numbered B-1, B-2…) and printing, without a network. Several may be out at once."),
	 cmd_door_export},
	{"door merge", N_("FILE"), 1, 1, ONE | GESTURE | TAKES(OPTION_WIPE), NEEDS_FILE, NULL,
	 N_("bring a copy back"),
	 N_("All that was done there comes: new marks of presence, changed fields, people who came "
	    "without being registered, papers. Copies may be brought back in any order, and the "
	    "same one several times. Of a field that two sides changed the latest value stands, "
	    "and the other is listed by “door conflicts” until somebody decides. One gesture: "
	    "“undo” takes all of it back. --wipe then deletes the copy, for it holds people’s "
	    "data."),
	 cmd_door_merge},
	{"door list", N_("EVENT"), 1, 1, ONE, NEEDS_STORE, NULL,
	 N_("the copies of an event, and what is not back yet"), NULL, cmd_door_list},
	{"door conflicts", N_("EVENT"), 1, 1, ONE, NEEDS_STORE, NULL,
	 N_("what two sides said otherwise"), NULL, cmd_door_conflicts},
	{"door decide", N_("EVENT NUMBER here|there"), 3, 3, GESTURE, NEEDS_STORE, NULL,
	 N_("decide one: keep what stands (here), or take the other (there)"),
	 N_("What was not taken is no longer known afterwards. Other values that were said of the "
	    "same field are decided with it."),
	 cmd_door_decide},
	{"calendar export", NULL, 0, 0, CALENDAR, NEEDS_STORE, NULL,
	 N_("write the public calendar (iCalendar)"), NULL, cmd_calendar_export},
	{"invite", N_("EVENT --ics -o FOLDER [--to WHO…]"), 1, 1, INVITING, NEEDS_STORE, NULL,
	 N_("write personal invitations for calendars"),
	 N_("One file per person and day of the event, for everybody whose registration stands and "
	    "who has a usable address."),
	 cmd_invite},
	{"print", N_("PAPER EVENT"), 2, 2, PRINTING, NEEDS_STORE, NULL,
	 N_("make a paper: sign-in, attendees, badges, programme, certificates…; day: those of the "
	    "day"),
	 N_("Without -o the paper gets a readable name in the output folder (setting "
	    "output_folder), which is printed. The ending of -o decides the form: .pdf, and .txt, "
	    ".html or .odt of papers that are read; “print attendees --format csv” makes a list "
	    "for spreadsheets. What the checks find is said, and the paper is made all the same. "
	    "Certificates are issued to those present, once, and printed again as they were; "
	    "--reissue withdraws some and issues new ones. Issuing is not undone. "
	    "“print day” makes all that the day needs into the folder of -o, but for what is there "
	    "and would show the same; badges and name cards of those alone who have changed. What "
	    "cannot be made is said, the rest is made, and the exit code is 1."),
	 cmd_print},
	{"certificate list", N_("EVENT"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("the certificates of an event, the withdrawn ones too"), NULL, cmd_certificate_list},
	{"certificate withdraw", N_("EVENT WHO"), 2, 2, GESTURE, NEEDS_STORE, NULL,
	 N_("withdraw one that should not have been issued; it stays on record"), NULL,
	 cmd_certificate_withdraw},

	{"report", N_("YEAR"), 1, 1, TAKES(OPTION_OUTPUT) | OWN_FILES, NEEDS_STORE, NULL,
	 N_("the figures of a year, beside the year before"),
	 N_("What was held, half-days, registrations, participations and different people; by "
	    "month, heading, kind, theme, town, département, family, level and status of the "
	    "people; partners by role. Half-days and rates are numbers with a decimal point. -o "
	    "writes what the file’s name ends with: .pdf, .xlsx, .csv or .json."),
	 cmd_report},

	/* the history and the database */
	{"undo", NULL, 0, 0, GESTURE, NEEDS_STORE, NULL, N_("take back my own last gesture"), NULL,
	 cmd_undo},
	{"redo", NULL, 0, 0, GESTURE, NEEDS_STORE, NULL, N_("do it again"), NULL, cmd_redo},
	{"history", NULL, 0, 0, TAKES(OPTION_EVENT) | TABLE, NEEDS_STORE, NULL,
	 N_("what was done, by whom; the latest first"), NULL, cmd_history},
	{"setting list", NULL, 0, 0, TABLE, NEEDS_STORE, NULL, N_("list them"), NULL,
	 cmd_setting_list},
	{"setting get", N_("NAME"), 1, 1, TAKES(OPTION_OUTPUT), NEEDS_STORE, NULL,
	 N_("print a value"), NULL, cmd_setting_get},
	{"setting set", N_("NAME VALUE | NAME=VALUE …"), 1, -1, GESTURE, NEEDS_STORE, NULL,
	 N_("set them; an empty value brings the usual one back"),
	 N_("The logo is given by the path of a PNG picture, which is kept in the database."),
	 cmd_setting_set},
	{"backup", N_("FILE"), 1, 1, 0, NEEDS_FILE, NULL,
	 N_("copy the database, checked, to a new file"), NULL, cmd_backup},
	{"restore", N_("FILE"), 1, 1, GESTURE, NEEDS_NOTHING, NULL, N_("bring a copy back"),
	 N_("The copy is checked first. The database as it was is kept beside it under a name that "
	    "says when. Refused while another program has the database open."),
	 cmd_restore},
	{"doctor", NULL, 0, 0, ONE | GESTURE | TAKES(OPTION_RESCUE), NEEDS_FILE, NULL,
	 N_("is the database well? Exit 1 if it has a problem"),
	 N_("With --rescue a damaged database is read row by row, and what it still holds is "
	    "written into a new one: the file of -o, else one beside it (“NAME.rescued.db”). The "
	    "damaged file is not changed. The report counts what was saved and what was lost; "
	    "--dry-run makes nothing."),
	 cmd_doctor},
	{"demo", NULL, 0, 0, TAKES(OPTION_INTO), NEEDS_NOTHING, NULL,
	 N_("the interface on a throw-away database with sample data"), NULL, cmd_demo},
	{"help", N_("[COMMAND]"), 0, 2, TAKES(OPTION_OUTPUT), NEEDS_NOTHING, NULL,
	 N_("explain a command"), NULL, cmd_help},
	{"manual", NULL, 0, 0, TAKES(OPTION_OUTPUT), NEEDS_NOTHING, NULL, NULL, NULL, cmd_manual},
	{"completion", NULL, 0, 0, TAKES(OPTION_OUTPUT), NEEDS_NOTHING, NULL, NULL, NULL,
	 cmd_completion},
	{.words = NULL},
};
