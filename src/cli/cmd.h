/* Every command of the table (commands.c); what each does is said there. */
#ifndef CLI_CMD_H
#define CLI_CMD_H

#include "cli/run.h"

bool cmd_demo(struct run *run, GError **error);

bool cmd_import_events(struct run *run, GError **error);
bool cmd_import_people(struct run *run, GError **error);
bool cmd_import_organisations(struct run *run, GError **error);
bool cmd_import_attendees(struct run *run, GError **error);
bool cmd_import_holidays(struct run *run, GError **error);
bool cmd_import_survey(struct run *run, GError **error);
bool cmd_import_calendar(struct run *run, GError **error);
bool cmd_import_connections(struct run *run, GError **error);
bool cmd_read_calendar(struct run *run, GError **error);

bool cmd_busy_list(struct run *run, GError **error);
bool cmd_busy_delete(struct run *run, GError **error);

/* Any noun: the command's own says which. */
bool cmd_noun_list(struct run *run, GError **error);
bool cmd_noun_show(struct run *run, GError **error);
bool cmd_noun_new(struct run *run, GError **error);
bool cmd_noun_edit(struct run *run, GError **error);
bool cmd_noun_merge(struct run *run, GError **error);
bool cmd_noun_delete(struct run *run, GError **error);

/* A noun that belongs to an event, which is the first argument. */
bool cmd_owned_list(struct run *run, GError **error);
bool cmd_owned_new(struct run *run, GError **error);
bool cmd_owned_edit(struct run *run, GError **error);
bool cmd_owned_delete(struct run *run, GError **error);

bool cmd_event_list(struct run *run, GError **error);
bool cmd_event_copy(struct run *run, GError **error);
bool cmd_event_cancel(struct run *run, GError **error);
bool cmd_event_dates(struct run *run, GError **error);
bool cmd_event_announce(struct run *run, GError **error);
bool cmd_event_differences(struct run *run, GError **error);
bool cmd_session_move(struct run *run, GError **error);
bool cmd_partner_remove(struct run *run, GError **error);
bool cmd_attendee_list(struct run *run, GError **error);

bool cmd_duplicates(struct run *run, GError **error);
bool cmd_distinct(struct run *run, GError **error);
bool cmd_organisation_logo(struct run *run, GError **error);
bool cmd_consent_list(struct run *run, GError **error);
bool cmd_consent_set(struct run *run, GError **error);
bool cmd_person_addresses(struct run *run, GError **error);
bool cmd_attendee_addresses(struct run *run, GError **error);
bool cmd_person_due(struct run *run, GError **error);
bool cmd_person_export(struct run *run, GError **error);
bool cmd_person_forget(struct run *run, GError **error);

bool cmd_setting_list(struct run *run, GError **error);
bool cmd_setting_get(struct run *run, GError **error);
bool cmd_setting_set(struct run *run, GError **error);

bool cmd_half_day_list(struct run *run, GError **error);
bool cmd_half_day_set(struct run *run, GError **error);
bool cmd_half_day_add(struct run *run, GError **error);
bool cmd_half_day_delete(struct run *run, GError **error);
bool cmd_choice_list(struct run *run, GError **error);
bool cmd_choice_workshops(struct run *run, GError **error);
bool cmd_choice_assign(struct run *run, GError **error);
bool cmd_attendee_promote(struct run *run, GError **error);

/** The row that the first word names, to which those of the noun belong; 0 on error. */
gint64 run_owner(struct run *run, GError **error);

bool cmd_checklist_list(struct run *run, GError **error);
bool cmd_checklist_take(struct run *run, GError **error);
bool cmd_task_list(struct run *run, GError **error);
bool cmd_task_done(struct run *run, GError **error);
bool cmd_task_propose(struct run *run, GError **error);
bool cmd_event_thanks(struct run *run, GError **error);
bool cmd_practice_list(struct run *run, GError **error);
bool cmd_practice_export(struct run *run, GError **error);
bool cmd_decision_record(struct run *run, GError **error);
bool cmd_survey_show(struct run *run, GError **error);
bool cmd_survey_delete(struct run *run, GError **error);
bool cmd_survey_erase(struct run *run, GError **error);

bool cmd_checkin(struct run *run, GError **error);
bool cmd_check(struct run *run, GError **error);
bool cmd_calendar_export(struct run *run, GError **error);
bool cmd_invite(struct run *run, GError **error);
bool cmd_print(struct run *run, GError **error);
bool cmd_certificate_list(struct run *run, GError **error);
bool cmd_certificate_withdraw(struct run *run, GError **error);
bool cmd_report(struct run *run, GError **error);

bool cmd_door_export(struct run *run, GError **error);
bool cmd_door_merge(struct run *run, GError **error);
bool cmd_door_list(struct run *run, GError **error);
bool cmd_door_conflicts(struct run *run, GError **error);
bool cmd_door_decide(struct run *run, GError **error);

bool cmd_undo(struct run *run, GError **error);
bool cmd_redo(struct run *run, GError **error);
bool cmd_history(struct run *run, GError **error);

bool cmd_backup(struct run *run, GError **error);
bool cmd_restore(struct run *run, GError **error);
bool cmd_doctor(struct run *run, GError **error);
bool cmd_rescue(struct run *run, GError **error);

bool cmd_help(struct run *run, GError **error);
bool cmd_manual(struct run *run, GError **error);
bool cmd_completion(struct run *run, GError **error);

#endif
