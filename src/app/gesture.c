#include "app/gesture.h"

#include <string.h>

#include "base/i18n.h"
#include "core/event.h"

/* One line an action, by noun. Actions on one thing have one form: the amount says nothing. */
const struct gesture_action gesture_actions[] = {
	{"event_new", N_("event made"), N_("{n} events made")},
	{"event_edit", N_("event changed"), N_("{n} events changed")},
	{"event_move", N_("event moved"), N_("{n} events moved")},
	{"event_copy", N_("event copied"), N_("{n} events copied")},
	{"event_announce", N_("event announced"), N_("{n} events announced")},
	{"event_cancel", N_("event cancelled"), N_("{n} events cancelled")},
	{"event_delete", N_("event deleted"), N_("{n} events deleted")},
	{"events_import", N_("{n} event imported"), N_("{n} events imported")},
	{"session_new", N_("session added"), N_("{n} sessions added")},
	{"session_edit", N_("session changed"), N_("{n} sessions changed")},
	{"session_move", N_("session moved"), N_("{n} sessions moved")},
	{"session_delete", N_("session deleted"), N_("{n} sessions deleted")},
	{"half_day_new", N_("half-day added"), N_("{n} half-days added")},
	{"half_day_edit", N_("half-day adjusted"), N_("{n} half-days adjusted")},
	{"half_day_delete", N_("half-day deleted"), N_("{n} half-days deleted")},
	{"speaker_new", N_("speaker added"), N_("{n} speakers added")},
	{"speaker_edit", N_("speaker changed"), N_("{n} speakers changed")},
	{"speaker_delete", N_("speaker removed"), N_("{n} speakers removed")},
	{"attendee_new", N_("person registered"), N_("{n} people registered")},
	{"attendee_edit", N_("registration changed"), N_("{n} registrations changed")},
	{"attendee_promote", N_("seat given from the waiting list"),
	 N_("{n} seats given from the waiting list")},
	{"attendee_arrive", N_("registered on arrival, present"),
	 N_("{n} people registered on arrival, present")},
	{"attendee_cancel", N_("registration withdrawn"), N_("{n} registrations withdrawn")},
	{"attendee_delete", N_("registration deleted"), N_("{n} registrations deleted")},
	{"attendees_import", N_("{n} person registered from a file"),
	 N_("{n} people registered from a file")},
	{"workshops_assign", N_("{n} person placed in workshops"),
	 N_("{n} people placed in workshops")},
	{"workshop_give", N_("workshop given by hand"), N_("{n} workshops given by hand")},
	{"partner_new", N_("partner added"), N_("{n} partners added")},
	{"partner_edit", N_("partner changed"), N_("{n} partners changed")},
	{"partner_delete", N_("partner removed"), N_("{n} partners removed")},
	{"person_new", N_("person added to the directory"),
	 N_("{n} people added to the directory")},
	{"person_edit", N_("person changed"), N_("{n} people changed")},
	{"person_merge", N_("person merged"), N_("{n} people merged")},
	{"person_delete", N_("person deleted"), N_("{n} people deleted")},
	{"person_distinct", N_("two people told apart"), N_("{n} pairs of people told apart")},
	{"person_forget", N_("person forgotten"), N_("{n} people forgotten")},
	{"consent_set", N_("consent or opposition noted"), N_("{n} consents or oppositions noted")},
	{"needs_erase", N_("{n} diet, need or sensitive answer erased after its event"),
	 N_("{n} diets, needs and sensitive answers erased after their event")},
	{"people_import", N_("{n} person imported"), N_("{n} people imported")},
	{"organisation_new", N_("organisation added"), N_("{n} organisations added")},
	{"organisation_edit", N_("organisation changed"), N_("{n} organisations changed")},
	{"organisation_merge", N_("organisation merged"), N_("{n} organisations merged")},
	{"organisation_delete", N_("organisation deleted"), N_("{n} organisations deleted")},
	{"organisation_logo", N_("logo of an organisation changed"),
	 N_("{n} logos of organisations changed")},
	{"organisation_distinct", N_("two organisations told apart"),
	 N_("{n} pairs of organisations told apart")},
	{"organisation_classify", N_("organisation classified"),
	 N_("{n} organisations classified")},
	{"organisations_import", N_("{n} organisation imported"), N_("{n} organisations imported")},
	{"venue_new", N_("place added"), N_("{n} places added")},
	{"venue_edit", N_("place changed"), N_("{n} places changed")},
	{"venue_merge", N_("place merged"), N_("{n} places merged")},
	{"venue_delete", N_("place deleted"), N_("{n} places deleted")},
	{"room_new", N_("room added"), N_("{n} rooms added")},
	{"room_edit", N_("room changed"), N_("{n} rooms changed")},
	{"room_merge", N_("room merged"), N_("{n} rooms merged")},
	{"room_delete", N_("room deleted"), N_("{n} rooms deleted")},
	{"booking_new", N_("room booked"), N_("{n} rooms booked")},
	{"booking_edit", N_("booking changed"), N_("{n} bookings changed")},
	{"booking_delete", N_("booking given up"), N_("{n} bookings given up")},
	{"cycle_new", N_("cycle added"), N_("{n} cycles added")},
	{"cycle_edit", N_("cycle changed"), N_("{n} cycles changed")},
	{"cycle_merge", N_("cycle merged"), N_("{n} cycles merged")},
	{"cycle_delete", N_("cycle deleted"), N_("{n} cycles deleted")},
	{"theme_new", N_("theme added"), N_("{n} themes added")},
	{"theme_edit", N_("theme changed"), N_("{n} themes changed")},
	{"theme_merge", N_("theme merged"), N_("{n} themes merged")},
	{"theme_delete", N_("theme deleted"), N_("{n} themes deleted")},
	{"kind_new", N_("kind added"), N_("{n} kinds added")},
	{"kind_edit", N_("kind changed"), N_("{n} kinds changed")},
	{"kind_merge", N_("kind merged"), N_("{n} kinds merged")},
	{"kind_delete", N_("kind deleted"), N_("{n} kinds deleted")},
	{"holiday_new", N_("period added"), N_("{n} periods added")},
	{"holiday_edit", N_("period changed"), N_("{n} periods changed")},
	{"holiday_delete", N_("period deleted"), N_("{n} periods deleted")},
	{"holidays_import", N_("{n} period imported"), N_("{n} periods imported")},
	{"calendar_import", N_("{n} date of a calendar brought up to date"),
	 N_("{n} dates of a calendar brought up to date")},
	{"busy_delete", N_("busy date deleted"), N_("{n} busy dates deleted")},
	{"presence_mark", N_("presence marked"), N_("{n} presences marked")},
	{"task_new", N_("task added"), N_("{n} tasks added")},
	{"task_edit", N_("task changed"), N_("{n} tasks changed")},
	{"task_done", N_("task done"), N_("{n} tasks done")},
	{"task_reopen", N_("task to be done again"), N_("{n} tasks to be done again")},
	{"task_propose", N_("usual list added"), N_("usual list added: {n} tasks")},
	{"checklist_new", N_("usual task added"), N_("{n} usual tasks added")},
	{"checklist_edit", N_("usual task changed"), N_("{n} usual tasks changed")},
	{"checklist_delete", N_("usual task deleted"), N_("{n} usual tasks deleted")},
	{"checklist_take", N_("usual list taken over"), N_("usual list taken over: {n} tasks")},
	{"task_delete", N_("task deleted"), N_("{n} tasks deleted")},
	{"decision_new", N_("decision written down"), N_("{n} decisions written down")},
	{"decision_edit", N_("decision changed"), N_("{n} decisions changed")},
	{"decision_delete", N_("decision deleted"), N_("{n} decisions deleted")},
	{"practice_new", N_("good practice written down"), N_("{n} good practices written down")},
	{"practice_edit", N_("good practice changed"), N_("{n} good practices changed")},
	{"practice_delete", N_("good practice deleted"), N_("{n} good practices deleted")},
	{"survey_import", N_("{n} reply to a survey imported"),
	 N_("{n} replies to a survey imported")},
	{"survey_delete", N_("survey deleted"), N_("survey deleted: {n} replies")},
	{"survey_erase", N_("remark of a survey erased"), N_("{n} remarks of a survey erased")},
	{"connections_import", N_("{n} presence taken from a connection log"),
	 N_("{n} presences taken from a connection log")},
	{"setting_edit", N_("setting changed"), N_("{n} settings changed")},
	{"certificate_issue", N_("certificate issued or printed again"),
	 N_("{n} certificates issued or printed again")},
	{"certificate_withdraw", N_("certificate withdrawn"), N_("{n} certificates withdrawn")},
	{"document_print", N_("paper made"), N_("{n} papers made")},
	{"door_export", N_("event taken along"), N_("event taken along")},
	{"door_merge", N_("copy brought back"), N_("copy brought back")},
	{"door_wipe", N_("copy deleted"), N_("copy deleted")},
	{"door_decide", N_("conflict decided"), N_("{n} conflicts decided")},
	{.code = NULL},
};

const struct gesture_action *
gesture_action(const char *code)
{
	for (const struct gesture_action *action = gesture_actions; action->code != NULL; action++)
		if (g_strcmp0(action->code, code) == 0)
			return action;
	return NULL;
}

char *
gesture_phrase(const char *code, gint64 amount)
{
	const struct gesture_action *action = gesture_action(code);
	if (action == NULL)
		return g_strdup(code != NULL ? code : "");
	gint64 shown = MAX(amount, 1);
	/* Both languages agree from 1 on. */
	GString *phrase = g_string_new(shown > 1 ? _(action->many) : _(action->one));
	g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, shown);
	g_string_replace(phrase, "{n}", number, 0);
	return g_string_free(phrase, FALSE);
}

const struct gesture *
gesture_about(const GPtrArray *gestures, const struct gesture *gesture)
{
	const struct gesture *about = gesture;
	for (guint i = 0; about->target != 0 && i < gestures->len; i++) {
		/* The latest come first: what was taken back stands further down. */
		const struct gesture *other = g_ptr_array_index(gestures, i);
		if (other->id == about->target)
			about = other;
	}
	return about->target == 0 ? about : gesture;
}

char *
gesture_subject(Store *store, const struct gesture *gesture)
{
	if (gesture->target == 0)
		return g_strdup(gesture->subject);
	/* Whatever took a gesture back touched its rows: the history of one of them has them all.
	 */
	g_autoptr(GPtrArray) changes = history_changes(store, gesture->id, NULL);
	if (changes == NULL || changes->len == 0)
		return NULL;
	const struct gesture_change *change = g_ptr_array_index(changes, 0);
	g_autoptr(GPtrArray) gestures = history_of_row(store, change->entity, change->row_id, NULL);
	return gestures != NULL ? g_strdup(gesture_about(gestures, gesture)->subject) : NULL;
}

char *
gesture_plain(const struct gesture *gesture, const char *subject)
{
	g_autofree char *phrase = gesture_phrase(gesture->action, gesture->amount);
	return subject != NULL ? g_strdup_printf("%s — %s", phrase, subject)
			       : g_steal_pointer(&phrase);
}

char *
gesture_sentence(const struct gesture *gesture)
{
	const char *before = g_strcmp0(gesture->kind, "undo") == 0   ? _("undone: ")
			     : g_strcmp0(gesture->kind, "redo") == 0 ? _("redone: ")
								     : "";
	g_autofree char *plain = gesture_plain(gesture, gesture->subject);
	return g_strconcat(before, plain, NULL);
}

char *
gesture_sentence_placed(Store *store, const struct gesture *gesture)
{
	struct event *event = gesture->event_id != 0
				      ? history_row(store, &entity_event, gesture->event_id)
				      : NULL;
	if (event == NULL || event->number == NULL || gesture->subject == NULL) {
		entity_free(&entity_event, event);
		return gesture_sentence(gesture);
	}
	bool itself = g_strcmp0(gesture->subject, event->title) == 0;
	g_autofree char *subject =
		itself ? g_strdup_printf("%s %s", event->number, gesture->subject)
		       : g_strdup_printf("%s · %s", event->number, gesture->subject);
	struct gesture placed = *gesture;
	placed.subject = subject;
	entity_free(&entity_event, event);
	return gesture_sentence(&placed);
}
