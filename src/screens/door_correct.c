/* What was marked is something else: represented, taken back, excused, absent. */
#include <string.h>

#include "app/gesture.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/presence.h"
#include "core/status.h"
#include "screens/door_private.h"
#include "store/history.h"
#include "tui/chooser.h"
#include "tui/prompt.h"

/* ---- represented --------------------------------------------------------------------------------
 */

struct represent {
	struct door *door;
	gint64 id;
};

static bool
represented_said(struct ui *ui, const char *typed, gpointer user)
{
	const struct represent *represent = user;
	g_autofree char *by = text_accept(typed, false, NULL);
	struct presence_said said = {.state = "represented",
				     .represented_by = by,
				     .origin = "checkin"};
	if (!door_mark(represent->door, ui, represent->id, &said))
		return false;
	door_load(represent->door, ui); /* who came instead may be new */
	door_query_clear(represent->door, ui);
	return true;
}

void
door_represent(struct door *door, struct ui *ui, gint64 id)
{
	const struct attendee *attendee = id != 0 ? door_row(door, ui->store, id) : NULL;
	if (attendee == NULL)
		return;
	struct represent *represent = g_new(struct represent, 1);
	*represent = (struct represent){door, id};
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	g_autofree char *title = g_strdup_printf(_("%s is represented by"), name);
	prompt_show(ui, title, _("Who came instead (may stay empty)"), NULL, represented_said,
		    represent, g_free);
}

/* ---- the last one undone ------------------------------------------------------------------------
 */

static void
nothing_say(const struct door *door, struct ui *ui)
{
	if (door->before == 0)
		ui_say(ui, TOAST_NOTE, _("Nothing was marked here yet"));
	else
		ui_say(ui, TOAST_NOTE,
		       i18n_count("Nothing was marked since this screen was opened, %u before: F8 "
				  "changes the mark of whoever is chosen",
				  "Nothing was marked since this screen was opened, %u before: F8 "
				  "changes the mark of whoever is chosen",
				  door->before),
		       door->before);
}

static void
recent_undo(struct door *door, struct ui *ui, struct recent *recent)
{
	GError *error = NULL;
	struct gesture *done = NULL;
	if (history_undo(ui->store, recent->gesture, &done, &error)) {
		recent->undone = true;
		ui_say(ui, TOAST_DONE, _("Undone: %s"), recent->words);
		g_clear_pointer(&door->heard, g_free);
	}
	ui_fail(ui, error);
	gesture_free(done);
	door_load(door, ui);
}

/* The last thing done here that still stands: with anybody, or with ATTENDEE_ID. */
static struct recent *
recent_find(const struct door *door, gint64 attendee_id)
{
	for (guint i = 0; i < door->recent->len; i++) {
		struct recent *recent = &g_array_index(door->recent, struct recent, i);
		if (!recent->undone && (attendee_id == 0 || recent->attendee_id == attendee_id))
			return recent;
	}
	return NULL;
}

void
door_undo_last(struct door *door, struct ui *ui)
{
	struct recent *last = recent_find(door, 0);
	if (last == NULL)
		nothing_say(door, ui);
	else
		recent_undo(door, ui, last);
}

/* ---- somebody's mark changed --------------------------------------------------------------------
 */

static void
taken_back(struct door *door, struct ui *ui, gint64 id)
{
	GError *error = NULL;
	gint64 gesture = 0;
	bool taken = false;
	if (!ui_begin(ui, "presence_mark"))
		return;
	store_about(ui->store, &entity_attendee, id, door->event_id, 1);
	if (!presence_take_back(ui->store, id, door_half_day(door), &taken, &error) ||
	    !store_commit(ui->store, &gesture, &error)) {
		if (store_in_gesture(ui->store))
			store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	struct recent done = {.gesture = gesture, .attendee_id = id};
	if (taken) {
		done.words = door_words(door, ui->store, id, _("mark taken back"));
		door_done(door, done);
	}
	door_load(door, ui);
	door_query_clear(door, ui);
}

struct correcting {
	struct door *door;
	gint64 id;
	GPtrArray *states; /* const char *: of code_presence_states; "unknown": taken back */
};

static void
correcting_free(gpointer pointer)
{
	struct correcting *correcting = pointer;
	g_ptr_array_unref(correcting->states);
	g_free(correcting);
}

static void
correction_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct correcting *correcting = user;
	struct door *door = correcting->door;
	gint64 id = correcting->id;
	const char *state = g_ptr_array_index(correcting->states, index);
	struct presence_said said = {.state = state, .origin = "checkin"};
	struct recent *recent = recent_find(door, id);
	bool fresh = recent != NULL && recent->fresh && recent->half_day == door_half_day(door);
	if (!presence_is_known(state) && fresh)
		recent_undo(door, ui, recent); /* with the registration that came of it */
	else if (!presence_is_known(state))
		taken_back(door, ui, id);
	else if (strcmp(state, "represented") == 0)
		door_represent(door, ui, id);
	else if (door_mark(door, ui, id, &said))
		door_query_clear(door, ui);
}

/* "Zoé Élan: present, 9:04". */
static char *
correction_title(const struct attendee *attendee, const struct arrival *arrival)
{
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	if (arrival == NULL)
		return g_strdup_printf(_("%s: not marked yet"), name);
	g_autofree char *when = time_text(arrival->time, false);
	return g_strdup_printf(_("%s: %s, %s"), name,
			       code_label(&code_presence_states, arrival->state), when);
}

void
door_correct(struct door *door, struct ui *ui, gint64 id)
{
	const struct attendee *attendee = id != 0 ? door_row(door, ui->store, id) : NULL;
	if (attendee == NULL) {
		ui_say(ui, TOAST_NOTE, _("Choose somebody who is registered first"));
		return;
	}
	const struct arrival *arrival = g_hash_table_lookup(door->arrivals, &id);
	g_autofree char *title = correction_title(attendee, arrival);
	struct correcting *correcting = g_new(struct correcting, 1);
	*correcting = (struct correcting){door, id, g_ptr_array_new()};
	struct chooser *chooser =
		chooser_new(title, correction_chosen, correcting, correcting_free);
	for (guint i = 0; i < code_presence_states.n; i++) {
		const struct code *state = &code_presence_states.codes[i];
		bool known = presence_is_known(state->code);
		if (arrival != NULL ? strcmp(state->code, arrival->state) == 0 : !known)
			continue;
		chooser_add(chooser, known ? code_text(state) : _("mark taken back: not marked"),
			    NULL);
		g_ptr_array_add(correcting->states, (gpointer)(gsize)state->code);
	}
	chooser_show(chooser, ui, 0);
}
