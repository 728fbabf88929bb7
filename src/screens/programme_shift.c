/* A programme shifted from one session on: everything that follows, by so many minutes. */
#include "app/gesture.h"
#include "app/programme.h"
#include "base/date.h"
#include "base/i18n.h"
#include "screens/timetable.h"
#include "tui/chooser.h"
#include "tui/prompt.h"

#include <stdlib.h>
#include <string.h>

#define DAY_MINUTES 1440

struct shift {
	gint64 event_id, session_id;
	int by;
	Rows *sessions;
};

static void
shift_free(gpointer pointer)
{
	struct shift *shift = pointer;
	rows_free(shift->sessions);
	g_free(shift);
}

static const struct session *
shift_from(const struct shift *shift)
{
	for (guint i = 0; i < shift->sessions->n; i++)
		if (((const struct row_head *)shift->sessions->row[i])->id == shift->session_id)
			return shift->sessions->row[i];
	return NULL;
}

void
programme_commit(struct ui *ui, gint64 event_id, guint changed)
{
	g_autofree char *what = gesture_phrase("session_move", changed);
	if (!ui_commit(ui, what) || changed == 0)
		return;
	g_autofree char *follows = programme_consequences(ui->store, event_id);
	if (follows != NULL)
		ui_say(ui, TOAST_UNDO, "%s · %s", what, follows);
}

static void
shift_do(struct ui *ui, const struct shift *shift, bool half)
{
	guint changed = 0;
	GError *error = NULL;
	const struct session *from = shift_from(shift);
	struct session *begun = from != NULL ? entity_copy(&entity_session, from) : NULL;
	if (begun == NULL || !ui_begin(ui, "session_move")) {
		entity_free(&entity_session, begun);
		return;
	}
	if (programme_shift(shift->sessions, begun, shift->by, half, &error) &&
	    programme_store(ui->store, shift->sessions, &changed, &error)) {
		store_about(ui->store, &entity_session, shift->session_id, shift->event_id,
			    changed);
		programme_commit(ui, shift->event_id, changed);
	} else {
		store_rollback(ui->store);
		ui_fail(ui, error);
	}
	entity_free(&entity_session, begun);
}

static void
scope_chosen(struct ui *ui, guint index, gpointer user)
{
	shift_do(ui, user, index == 1);
}

static void
scope_offer(struct chooser *chooser, const char *label, guint n)
{
	g_autofree char *count = g_strdup_printf(i18n_count("%u session", "%u sessions", n), n);
	chooser_add(chooser, label, count);
}

/* Asked only where it makes a difference. */
static void
scope_ask(struct ui *ui, struct shift *shift)
{
	const struct session *from = shift_from(shift);
	guint day = from != NULL ? programme_from_count(shift->sessions, from, false) : 0;
	guint half = from != NULL ? programme_from_count(shift->sessions, from, true) : 0;
	if (day == half) {
		shift_do(ui, shift, false);
		shift_free(shift);
		return;
	}
	struct chooser *chooser = chooser_new(_("Shift how far?"), scope_chosen, shift, shift_free);
	scope_offer(chooser, _("Until the end of the day"), day);
	scope_offer(chooser, _("Until the end of the half-day"), half);
	chooser_show(chooser, ui, 0);
}

/* Minutes with or without a sign, or the time at which the session is to begin. */
static bool
by_read(const struct session *from, const char *typed, int *by)
{
	char *end = NULL, time[6];
	long minutes = strtol(typed, &end, 10);
	if (end != typed && *end == '\0' && (*typed == '+' || *typed == '-' || minutes < 100)) {
		*by = (int)CLAMP(minutes, -DAY_MINUTES, DAY_MINUTES);
		return true;
	}
	if (from->start_time == NULL || !time_parse(typed, time, NULL))
		return false;
	*by = time_minutes(time) - time_minutes(from->start_time);
	return true;
}

static bool
by_typed(struct ui *ui, const char *typed, gpointer user)
{
	const struct shift *asked = user;
	const struct session *from = shift_from(asked);
	g_autofree char *text = g_strstrip(g_strdup(typed));
	struct shift shift = *asked;
	if (from == NULL || !by_read(from, text, &shift.by)) {
		ui_say(ui, TOAST_ERROR, _("“%s” is neither minutes (+15, -10) nor a time (10:30)"),
		       text);
		return false;
	}
	struct shift *kept = g_memdup2(&shift, sizeof shift);
	kept->sessions = store_of(ui->store, &entity_session, "event_id", shift.event_id, NULL);
	if (kept->sessions != NULL)
		scope_ask(ui, kept);
	return true;
}

void
programme_shift_ask(struct ui *ui, gint64 event_id, const struct list *list)
{
	struct session *from = store_get(ui->store, &entity_session, list_current(list), NULL);
	if (from == NULL)
		return;
	if (from->start_time == NULL) {
		ui_say(ui, TOAST_NOTE, _("“%s” has no time yet: e gives it one"), from->title);
		entity_free(&entity_session, from);
		return;
	}
	struct shift *shift = g_new0(struct shift, 1);
	shift->event_id = event_id;
	shift->session_id = from->id;
	shift->sessions = store_of(ui->store, &entity_session, "event_id", event_id, NULL);
	g_autofree char *explanation = g_strdup_printf(_("“%s” and all that follows it, breaks "
							 "too: minutes (+15, -10), or the time at "
							 "which it is to begin (10:30)"),
						       from->title);
	entity_free(&entity_session, from);
	if (shift->sessions == NULL) {
		shift_free(shift);
		return;
	}
	prompt_show(ui, _("Shift the programme"), explanation, "+15", by_typed, shift, shift_free);
}
