/* What was done, and taking it back. */
#include <string.h>

#include "app/event.h"
#include "app/gesture.h"
#include "app/moment.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/sheet.h"

enum { WHEN, WHO, KIND, ACTION, AMOUNT, EVENT, SUBJECT, UNDONE, CHANGES, WORDS };

static void
gesture_columns(Sheet *sheet)
{
	sheet_column(sheet, "happened_at", _("When"), SHEET_INSTANT, true);
	sheet_column(sheet, "who", _("Who"), SHEET_TEXT, true);
	sheet_column(sheet, "kind", _("Kind"), SHEET_TEXT, false);
	sheet_column(sheet, "action", _("Action"), SHEET_TEXT, false);
	sheet_column(sheet, "amount", _("Amount"), SHEET_NUMBER, false);
	sheet_column(sheet, "event", _("Event"), SHEET_TEXT, true);
	sheet_column(sheet, "subject", _("About"), SHEET_TEXT, false);
	sheet_column(sheet, "undone", _("Undone"), SHEET_BOOLEAN, false);
	sheet_column(sheet, "changes", _("Changes"), SHEET_NUMBER, false);
	sheet_column(sheet, "text", _("What"), SHEET_TEXT, true);
}

static char *
event_number(struct run *run, gint64 id)
{
	struct event *event = id != 0 ? store_get(run->store, &entity_event, id, NULL) : NULL;
	char *number = event != NULL ? g_strdup(event->number) : NULL;
	entity_free(&entity_event, event);
	return number;
}

static char *
sentence(const struct gesture *gesture, const char *subject)
{
	struct gesture named = *gesture;
	named.subject = (char *)(gsize)subject;
	g_autofree char *words = gesture_sentence(&named);
	return gesture->undone && strcmp(gesture->kind, "do") == 0
		       ? g_strdup_printf(_("%s (undone)"), words)
		       : g_steal_pointer(&words);
}

static char *
number(gint64 value)
{
	return g_strdup_printf("%" G_GINT64_FORMAT, value);
}

static void
gesture_row(struct run *run, Sheet *sheet, const struct gesture *gesture, const char *subject)
{
	struct sheet_row *cells = sheet_row(sheet);
	sheet_set(sheet, cells, WHEN, g_strdup(gesture->happened_at),
		  moment_text(run->store, gesture->happened_at, DATE_NUMERIC));
	sheet_set(sheet, cells, WHO, g_strdup(gesture->who), NULL);
	sheet_set(sheet, cells, KIND, g_strdup(gesture->kind), NULL);
	sheet_set(sheet, cells, ACTION, g_strdup(gesture->action), NULL);
	sheet_set(sheet, cells, AMOUNT, number(gesture->amount), NULL);
	sheet_set(sheet, cells, EVENT, event_number(run, gesture->event_id), NULL);
	sheet_set(sheet, cells, SUBJECT, g_strdup(subject), NULL);
	sheet_set(sheet, cells, UNDONE, g_strdup(gesture->undone ? "1" : "0"), NULL);
	sheet_set(sheet, cells, CHANGES, number(gesture->changes), NULL);
	sheet_set(sheet, cells, WORDS, sentence(gesture, subject), NULL);
}

bool
cmd_history(struct run *run, GError **error)
{
	const char *typed = run_option(run, OPTION_EVENT);
	gint64 event_id = typed != NULL ? run_event(run, typed, error) : 0;
	if (typed != NULL && event_id == 0)
		return false;
	g_autoptr(GPtrArray) gestures = history_list(run->store, event_id, 0, error);
	if (gestures == NULL)
		return false;
	g_autoptr(Sheet) sheet = sheet_new();
	gesture_columns(sheet);
	for (guint i = 0; i < gestures->len; i++) {
		const struct gesture *gesture = g_ptr_array_index(gestures, i);
		gesture_row(run, sheet, gesture, gesture_about(gestures, gesture)->subject);
	}
	return run_list(run, sheet, error);
}

/* ---- undo and redo ------------------------------------------------------------------------------
 */

static bool
gesture_result(struct run *run, const struct gesture *gesture, const char *before, GError **error)
{
	g_autoptr(GPtrArray) gestures = history_list(run->store, gesture->event_id, 0, error);
	if (gestures == NULL)
		return false;
	const char *subject = gesture_about(gestures, gesture)->subject;
	if (run_format(run) != FORMAT_TABLE) {
		g_autoptr(Sheet) sheet = sheet_new();
		gesture_columns(sheet);
		gesture_row(run, sheet, gesture, subject);
		return run_show(run, sheet, error);
	}
	struct gesture plain = *gesture;
	plain.kind = NULL;
	plain.subject = (char *)(gsize)subject;
	g_autofree char *words = gesture_sentence(&plain);
	g_autofree char *line = g_strconcat(before, words, NULL);
	return run_line_result(run, line, error);
}

/* My last gesture of that kind which still stands. A gesture done since ends what can be redone. */
static const struct gesture *
gesture_next(struct run *run, const GPtrArray *gestures, const char *kind)
{
	for (guint i = 0; i < gestures->len; i++) {
		const struct gesture *gesture = g_ptr_array_index(gestures, i);
		if (strcmp(gesture->who, store_who(run->store)) != 0 || gesture->undone)
			continue;
		if (strcmp(gesture->kind, kind) == 0)
			return gesture;
		if (strcmp(gesture->kind, "do") == 0)
			return NULL;
	}
	return NULL;
}

/* A dry run names what would be taken back or done again. */
static bool
gesture_trial(struct run *run, const char *kind, const char *before, GError **error)
{
	g_autoptr(GPtrArray) gestures = history_list(run->store, 0, 0, error);
	const struct gesture *gesture = gestures != NULL ? gesture_next(run, gestures, kind) : NULL;
	if (gesture == NULL)
		return gestures != NULL &&
		       fail(error, ERROR_NOTHING, _("there is nothing of yours to undo or redo"));
	run_note(run, _("dry run: nothing was changed"));
	return gesture_result(run, gesture, before, error);
}

bool
cmd_undo(struct run *run, GError **error)
{
	if (run_given(run, OPTION_DRY_RUN))
		return gesture_trial(run, "do", _("would be undone: "), error);
	struct gesture *gesture = NULL;
	bool done = history_undo(run->store, 0, &gesture, error) &&
		    gesture_result(run, gesture, _("undone: "), error);
	gesture_free(gesture);
	return done;
}

bool
cmd_redo(struct run *run, GError **error)
{
	if (run_given(run, OPTION_DRY_RUN))
		return gesture_trial(run, "undo", _("would be redone: "), error);
	struct gesture *gesture = NULL;
	bool done = history_redo(run->store, &gesture, error) &&
		    gesture_result(run, gesture, _("redone: "), error);
	gesture_free(gesture);
	return done;
}
