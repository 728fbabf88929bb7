#include "tui/waiting.h"

#include "app/gesture.h"
#include "app/registration.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/status.h"
#include "tui/prompt.h"

static const struct waiting *
waiting_of(const Seats *seats, gint64 attendee_id)
{
	for (guint i = 0; i < seats->waiting->len; i++) {
		const struct waiting *waiting = &g_array_index(seats->waiting, struct waiting, i);
		if (waiting->attendee_id == attendee_id)
			return waiting;
	}
	return NULL;
}

static char *
free_text(const Seats *seats)
{
	gint64 left = seats->rules.seats - seats->taken;
	if (seats->rules.seats <= 0)
		return g_strdup(_("No limit of seats"));
	return g_strdup_printf(i18n_count("%d seat free", "%d seats free", MAX(left, 0)),
			       (int)MAX(left, 0));
}

char *
waiting_head(Store *store, gint64 event_id)
{
	g_autoptr(Seats) seats = seats_load(store, event_id, NULL);
	if (seats == NULL || seats->waiting->len == 0)
		return NULL;
	g_autofree char *why = NULL;
	const struct waiting *next = waiting_of(seats, seats_next(store, seats, &why));
	g_autofree char *left = free_text(seats);
	guint n = seats->waiting->len;
	g_autofree char *wait =
		g_strdup_printf(i18n_count("%u person waits", "%u people wait", n), n);
	if (next == NULL)
		return g_strdup_printf("%s · %s", left, wait);
	return g_strdup_printf(_("%s · %s · w: %s, %s"), left, wait, next->name, why);
}

/* ---- giving a seat ------------------------------------------------------------------------------
 */

static bool
promote(struct ui *ui, gint64 attendee_id, const char *reason)
{
	GError *error = NULL;
	if (!ui_begin(ui, "attendee_promote"))
		return false;
	struct attendee *attendee = store_get(ui->store, &entity_attendee, attendee_id, &error);
	bool done =
		attendee != NULL && registration_promote(ui->store, attendee_id, reason, &error);
	if (!done) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		entity_free(&entity_attendee, attendee);
		return false;
	}
	store_about(ui->store, &entity_attendee, attendee_id, attendee->event_id, 1);
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	g_autofree char *what = g_strdup_printf(_("%s has a seat: they are to be told"), name);
	entity_free(&entity_attendee, attendee);
	return ui_commit(ui, what);
}

static bool
reason_typed(struct ui *ui, const char *typed, gpointer user)
{
	g_autofree char *reason = text_accept(typed, false, NULL);
	if (reason == NULL) {
		ui_say(ui, TOAST_NOTE, _("A reason is needed: it stays on record"));
		return false;
	}
	return promote(ui, *(const gint64 *)user, reason);
}

void
waiting_promote(struct ui *ui, gint64 event_id, gint64 attendee_id)
{
	GError *error = NULL;
	g_autoptr(Seats) seats = seats_load(ui->store, event_id, &error);
	ui_fail(ui, error);
	if (seats == NULL)
		return;
	gint64 next = seats_next(ui->store, seats, NULL);
	const struct waiting *chosen = waiting_of(seats, attendee_id);
	if (chosen != NULL && attendee_id != next) {
		g_autofree char *title = g_strdup_printf(_("A seat for %s"), chosen->name);
		prompt_show(ui, title,
			    _("They are not next: say the reason, which stays on record"), NULL,
			    reason_typed, g_memdup2(&attendee_id, sizeof attendee_id), g_free);
		return;
	}
	if (next != 0)
		promote(ui, next, NULL);
	else
		ui_say(ui, TOAST_NOTE, "%s",
		       seats->waiting->len == 0 ? _("Nobody waits for a seat")
						: _("Nobody who waits can have a seat now: full, "
						    "or kept for others"));
}
