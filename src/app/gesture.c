#include "app/gesture.h"

#include <string.h>

#include "base/i18n.h"

/* One line an action, by noun. Actions on one thing have one form: the amount says nothing. */
const struct gesture_action gesture_actions[] = {
	{"event_new", N_("event made"), N_("{n} events made")},
	{"event_edit", N_("event changed"), N_("{n} events changed")},
	{"event_move", N_("event moved"), N_("{n} events moved")},
	{"event_copy", N_("event copied"), N_("{n} events copied")},
	{"event_cancel", N_("event cancelled"), N_("{n} events cancelled")},
	{"event_delete", N_("event deleted"), N_("{n} events deleted")},
	{"events_import", N_("{n} event imported"), N_("{n} events imported")},
	{"session_new", N_("session added"), N_("{n} sessions added")},
	{"session_edit", N_("session changed"), N_("{n} sessions changed")},
	{"session_move", N_("session moved"), N_("{n} sessions moved")},
	{"session_delete", N_("session deleted"), N_("{n} sessions deleted")},
	{"speaker_new", N_("speaker added"), N_("{n} speakers added")},
	{"speaker_edit", N_("speaker changed"), N_("{n} speakers changed")},
	{"speaker_delete", N_("speaker removed"), N_("{n} speakers removed")},
	{"attendee_new", N_("person registered"), N_("{n} people registered")},
	{"attendee_edit", N_("registration changed"), N_("{n} registrations changed")},
	{"attendee_cancel", N_("registration withdrawn"), N_("{n} registrations withdrawn")},
	{"attendee_delete", N_("registration deleted"), N_("{n} registrations deleted")},
	{"attendees_import", N_("{n} person registered from a file"),
	 N_("{n} people registered from a file")},
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
	{"holidays_import", N_("{n} period imported"), N_("{n} periods imported")},
	{"presence_mark", N_("presence marked"), N_("{n} presences marked")},
	{"setting_edit", N_("setting changed"), N_("{n} settings changed")},
	{"document_print", N_("paper made"), N_("{n} papers made")},
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

char *
gesture_sentence(const struct gesture *gesture)
{
	g_autofree char *phrase = gesture_phrase(gesture->action, gesture->amount);
	GString *sentence = g_string_new(NULL);
	if (g_strcmp0(gesture->kind, "undo") == 0)
		g_string_append(sentence, _("undone: "));
	else if (g_strcmp0(gesture->kind, "redo") == 0)
		g_string_append(sentence, _("redone: "));
	g_string_append(sentence, phrase);
	if (gesture->subject != NULL)
		g_string_append_printf(sentence, " — %s", gesture->subject);
	return g_string_free(sentence, FALSE);
}
