#include "screens/waiting.h"

#include "app/event.h"
#include "app/gesture.h"
#include "app/registration.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/status.h"
#include "tui/prompt.h"

static bool
is_waiting(const Seats *seats, gint64 attendee_id)
{
	for (guint i = 0; i < seats->waiting->len; i++)
		if (g_array_index(seats->waiting, struct seat_asker, i).attendee_id == attendee_id)
			return true;
	return false;
}

/* Caller frees. */
static char *
attendee_name(Store *store, gint64 attendee_id)
{
	struct attendee *attendee = store_get(store, &entity_attendee, attendee_id, NULL);
	char *name = attendee != NULL ? name_shown(attendee->first_name, attendee->last_name)
				      : g_strdup("");
	entity_free(&entity_attendee, attendee);
	return name;
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
	g_autoptr(Seats) seats =
		event_takes_place(store, event_id, NULL) ? seats_load(store, event_id, NULL) : NULL;
	if (seats == NULL || seats->waiting->len == 0)
		return NULL;
	struct seat_turn turn;
	bool any = seats_next(seats, &turn);
	g_autofree char *left = free_text(seats);
	guint n = seats->waiting->len;
	g_autofree char *wait =
		g_strdup_printf(i18n_count("%u person waits", "%u people wait", n), n);
	if (!any)
		return g_strdup_printf("%s · %s", left, wait);
	g_autofree char *name = attendee_name(store, turn.asker.attendee_id);
	g_autofree char *why = seat_turn_text(&turn);
	return g_strdup_printf(_("%s · %s · w: %s, %s"), left, wait, name, why);
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
	struct seat_turn turn = {.place = 0};
	seats_next(seats, &turn);
	gint64 next = turn.asker.attendee_id;
	if (is_waiting(seats, attendee_id) && attendee_id != next) {
		g_autofree char *name = attendee_name(ui->store, attendee_id);
		g_autofree char *title = g_strdup_printf(_("A seat for %s"), name);
		g_autofree char *passed = registration_passed(ui->store, seats, attendee_id);
		g_autofree char *why =
			passed != NULL
				? g_strdup_printf(_("They pass %s: say the reason, which stays on "
						    "record"),
						  passed)
				: g_strdup(_("They are not next: say the reason, which stays on "
					     "record"));
		prompt_show(ui, title, why, NULL, reason_typed,
			    g_memdup2(&attendee_id, sizeof attendee_id), g_free);
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
