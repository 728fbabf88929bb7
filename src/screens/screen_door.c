#include "screens/screen_door.h"

#include <string.h>

#include "app/event.h"
#include "app/gesture.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/badge.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/status.h"
#include "screens/door_private.h"
#include "store/history.h"
#include "tui/prompt.h"

static void
recent_clear(gpointer pointer)
{
	g_free(((struct recent *)pointer)->words);
}

static void
attendee_free(gpointer attendee)
{
	entity_free(&entity_attendee, attendee);
}

static void
door_free(struct screen *screen)
{
	struct door *door = (struct door *)screen;
	index_free(door->index);
	input_clear(&door->query);
	g_array_unref(door->half_days);
	g_array_unref(door->recent);
	g_clear_pointer(&door->arrivals, g_hash_table_destroy);
	g_hash_table_destroy(door->parts);
	g_hash_table_destroy(door->rows);
	g_free(door->shown);
	g_free(door->title);
	g_free(door->zone);
	g_free(door->words);
	g_free(door->heard);
	g_free(door);
}

/* ---- marking ------------------------------------------------------------------------------------
 */

void
door_done(struct door *door, struct recent what)
{
	what.half_day = door_half_day(door);
	g_array_prepend_val(door->recent, what);
	if (door->recent->len > RECENT_SHOWN * 10)
		g_array_set_size(door->recent, RECENT_SHOWN * 10);
}

char *
door_words(struct door *door, Store *store, gint64 id, const char *what)
{
	const struct attendee *attendee = door_row(door, store, id);
	char time[6];
	clock_time(door->zone, time);
	g_autofree char *when = time_text(time, false);
	if (attendee == NULL)
		return g_steal_pointer(&when);
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	return g_strdup_printf("%s  %s — %s%s%s", when, what, name,
			       attendee->organisation != NULL ? ", " : "",
			       attendee->organisation != NULL ? attendee->organisation : "");
}

static void
arrival_set(struct door *door, gint64 id, const char *state)
{
	struct arrival *arrival = g_new0(struct arrival, 1);
	arrival->state = state;
	clock_time(door->zone, arrival->time);
	g_hash_table_insert(door->arrivals, g_memdup2(&id, sizeof id), arrival);
	door_count_anew(door);
}

void
door_hear(struct door *door, Store *store, gint64 id)
{
	door->last = id;
	g_free(door->heard);
	door->heard = attendee_door_words(store, id);
}

/* Whoever withdrew and comes all the same is registered again, whoever waited is registered, all in
 * the one gesture. */
static bool
mark_write(struct door *door, Store *store, gint64 attendee_id, const struct presence_said *said,
	   bool *marked, GError **error)
{
	const struct attendee *attendee = door_row(door, store, attendee_id);
	bool stands = attendee == NULL ||
		      code_is(&code_attendee_statuses, attendee->status, CODE_LIVE) ||
		      !code_is(&code_presence_states, said->state, CODE_COUNTED);
	return (stands || attendee_stands_again(store, attendee_id, error)) &&
	       presence_note(store, attendee_id, door_half_day(door), said, marked, error);
}

/* The mark made a registration: what is known of it is read anew. */
static void
arrived_read(struct door *door, struct ui *ui, gint64 attendee_id)
{
	g_hash_table_remove(door->rows, &attendee_id);
	door_parts_load(door, ui);
}

static void
already_say(struct door *door, struct ui *ui, gint64 attendee_id, const char *state)
{
	const struct attendee *attendee = door_row(door, ui->store, attendee_id);
	const struct arrival *arrival = g_hash_table_lookup(door->arrivals, &attendee_id);
	if (attendee == NULL)
		return;
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	g_autofree char *when = time_text(arrival != NULL ? arrival->time : NULL, false);
	ui_say(ui, TOAST_NOTE, _("Already marked: %s, %s %s. F8 changes it"), name,
	       code_label(&code_presence_states, state), when);
}

/* Not ui_commit(): that reads every screen anew, and here people queue. */
bool
door_mark(struct door *door, struct ui *ui, gint64 attendee_id, const struct presence_said *said)
{
	GError *error = NULL;
	gint64 gesture = 0;
	const struct attendee *attendee = door_row(door, ui->store, attendee_id);
	bool marked = false,
	     arrives = attendee != NULL &&
		       code_is(&code_presence_states, said->state, CODE_COUNTED) &&
		       !code_is(&code_attendee_statuses, attendee->status, CODE_COUNTED);
	if (!ui_begin(ui, arrives ? "attendee_arrive" : "presence_mark"))
		return false;
	store_about(ui->store, &entity_attendee, attendee_id, door->event_id, 1);
	if (!mark_write(door, ui->store, attendee_id, said, &marked, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return false;
	}
	if (!store_commit(ui->store, &gesture, &error)) {
		ui_fail(ui, error);
		return false;
	}
	if (arrives)
		arrived_read(door, ui, attendee_id);
	g_autofree char *words =
		door_words(door, ui->store, attendee_id,
			   arrives ? _("registered, present")
				   : code_label(&code_presence_states, said->state));
	if (marked) {
		struct recent done = {.gesture = gesture,
				      .attendee_id = attendee_id,
				      .fresh = !g_hash_table_contains(door->arrivals, &attendee_id),
				      .words = g_steal_pointer(&words)};
		door_done(door, done);
		arrival_set(door, attendee_id, said->state);
	} else {
		already_say(door, ui, attendee_id, said->state);
	}
	door_hear(door, ui->store, attendee_id);
	return true;
}

void
door_query_clear(struct door *door, struct ui *ui)
{
	input_set(&door->query, NULL);
	door_refilter(door, ui);
}

/* What is said before somebody is marked who may not be meant; NULL: they are marked at once.
 * Caller frees. */
static char *
again_words(const struct door *door, const struct attendee *attendee)
{
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	const char *status = code_label(&code_attendee_statuses, attendee->status);
	if (!code_is(&code_attendee_statuses, attendee->status, CODE_LIVE))
		return g_strdup_printf(_("%s: %s. Enter again registers them after all"), name,
				       status);
	if (code_is(&code_attendee_statuses, attendee->status, CODE_WAITS))
		return g_strdup_printf(_("%s: %s. Enter again registers and marks them"), name,
				       status);
	if (door->guessed)
		return g_strdup_printf(_("Perhaps %s? Enter again marks them, F5 registers "
					 "somebody else"),
				       name);
	return NULL;
}

static void
present_mark(struct door *door, struct ui *ui, gint64 id)
{
	const struct attendee *attendee = door_row(door, ui->store, id);
	if (attendee == NULL)
		return;
	g_autofree char *words = door->again != id ? again_words(door, attendee) : NULL;
	if (words != NULL) {
		ui_say(ui, TOAST_NOTE, "%s", words);
		door->again = id;
		return;
	}
	struct presence_said said = {.state = "present", .origin = "checkin"};
	if (door_mark(door, ui, id, &said))
		door_query_clear(door, ui);
}

static gint64
door_current(const struct door *door)
{
	return door->cursor < door->n_shown ? door->shown[door->cursor] : 0;
}

/* A code is never looked for among names. The badge of somebody who is asked about is scanned
 * twice. */
static void
badge_enter(struct door *door, struct ui *ui, const char *code)
{
	GError *error = NULL;
	gint64 id = attendee_at_door(ui->store, door->event_id, code, &error);
	ui_fail(ui, error);
	door->guessed = false;
	door->again = id != 0 && door->scanned == id ? id : 0;
	door->scanned = id;
	if (id != 0)
		door_agree(door, ui, id, present_mark);
	gint64 again = door->again;
	input_set(&door->query, NULL);
	door_refilter(door, ui);
	door->again = again;
}

/* A scanner types the code and Enter. */
static void
enter(struct door *door, struct ui *ui)
{
	char code[BADGE_LETTERS + 1];
	if (badge_read(door->query.text->str, code)) {
		badge_enter(door, ui, code);
		return;
	}
	bool scanned = door->again != 0 && door->scanned == door->again;
	door->scanned = 0;
	if (door->query.text->len == 0 && scanned)
		door_agree(door, ui, door->again, present_mark);
	else if (door->query.text->len == 0)
		ui_say(ui, TOAST_NOTE, _("Type a part of the name, the number, or scan the badge"));
	else if (door_current(door) != 0)
		door_agree(door, ui, door_current(door), present_mark);
	else
		ui_say(ui, TOAST_NOTE, _("Nobody answers to “%s”: F5 registers somebody who comes"),
		       door->query.text->str);
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static void
door_leave(struct door *door, struct ui *ui)
{
	if (door->query.text->len > 0) {
		door_query_clear(door, ui);
		return;
	}
	ui_remove(ui, &door->screen);
	ui_reload(ui); /* they were not told of each mark */
}

static void
walk_in(struct door *door, struct ui *ui, gint64 id)
{
	(void)id;
	door_walk_in(door, ui);
}

/* Whoever is searched for or stood on; else who was marked last. */
static gint64
door_meant(const struct door *door)
{
	return door->query.text->len > 0 || door->moved || door->last == 0 ? door_current(door)
									   : door->last;
}

static void
door_moved(struct door *door)
{
	door->moved = true;
	door->again = 0;
}

static bool
door_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct door *door = (struct door *)screen;
	bool anew = door->answered && (*key->text != '\0' || key_is(key, "Paste"));
	door->answered = key_is(key, "Enter");
	if (anew) /* the name before had its Enter: this is the next one */
		input_set(&door->query, NULL);
	if (key_is(key, "Enter"))
		enter(door, ui);
	else if (key_is(key, "F3") || key_is(key, "C-t"))
		door_agree(door, ui, door_current(door), door_represent);
	else if (key_is(key, "F4") || key_is(key, "C-d"))
		door_undo_last(door, ui);
	else if (key_is(key, "F5") || key_is(key, "C-n"))
		door_agree(door, ui, 0, walk_in);
	else if (key_is(key, "F6") || key_is(key, "C-p"))
		door_half_day_choose(door, ui, (door->at + 1) % door->half_days->len);
	else if (key_is(key, "F7") || key_is(key, "C-o"))
		door_workshop(door, ui, door_meant(door));
	else if (key_is(key, "F8") || key_is(key, "C-x"))
		door_agree(door, ui, door_meant(door), door_correct);
	else if (key_is(key, "Esc") || key_is(key, "C-c"))
		door_leave(door, ui);
	else if (*key->text == '\0' && key_moves(key, &door->cursor, door->n_shown, door->page))
		door_moved(door);
	else if (input_key(&door->query, key))
		door_refilter(door, ui);
	else
		return *key->text != '\0'; /* help, the menu, quitting mean here what they mean */
	return true;
}

static bool
door_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	struct door *door = (struct door *)screen;
	(void)ui;
	door->cursor = (guint)hit->value;
	door_moved(door);
	return true;
}

static bool
door_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

/* A colleague at another door, or at the office, has saved: the query and the place stay. */
static void
door_reload(struct screen *screen, struct ui *ui)
{
	struct door *door = (struct door *)screen;
	gint64 current = door_current(door);
	door_load(door, ui);
	for (guint i = 0; i < door->n_shown; i++)
		if (door->shown[i] == current)
			door->cursor = i;
}

static const struct key_help door_keys[] = {
	{"Enter", N_("Mark present whoever stands first or is chosen")},
	{"Up Down", N_("Row above, row below")},
	{"PgUp PgDn", N_("A page up, a page down")},
	{"F3 C-t", N_("Represented by somebody else")},
	{"F4 C-d", N_("Undo what was done last here")},
	{"F5 C-n", N_("Register somebody who comes")},
	{"F6 C-p", N_("Another half-day")},
	{"F7 C-o", N_("The workshop of somebody")},
	{"F8 C-x", N_("Take a mark back or change it")},
	{"Esc", N_("Look for nobody any longer, then leave the door")},
	{NULL, NULL},
};

static const struct screen_class door_class = {
	.name = "door",
	.hint = N_("Enter present · F5 add · F8 change · F1 help · Esc leave · F3 represented · "
		   "F4 undo · F7 workshop"),
	.keys = door_keys,
	.draw = door_draw,
	.key = door_key,
	.click = door_click,
	.typing = door_typing,
	.reload = door_reload,
	.free = door_free,
};

/* ---- opening ------------------------------------------------------------------------------------
 */

static guint
half_day_place(const GArray *half_days, gint64 id)
{
	for (guint i = 0; i < half_days->len; i++)
		if (g_array_index(half_days, gint64, i) == id)
			return i;
	return 0;
}

void
door_open(struct ui *ui, gint64 event_id)
{
	GError *error = NULL;
	struct event *event = event_takes_place(ui->store, event_id, &error)
				      ? store_get(ui->store, &entity_event, event_id, &error)
				      : NULL;
	GArray *half_days = event != NULL ? event_half_days(ui->store, event_id, &error) : NULL;
	ui_fail(ui, error);
	if (half_days == NULL || half_days->len == 0) {
		if (half_days != NULL)
			ui_say(ui, TOAST_NOTE,
			       _("The event has no half-day yet: give it a day and hours first"));
		g_clear_pointer(&half_days, g_array_unref);
		entity_free(&entity_event, event);
		return;
	}
	struct door *door = g_new0(struct door, 1);
	door->screen = (struct screen){.class = &door_class, .tab = -1};
	door->event_id = event_id;
	door->title = g_strdup_printf("%s · %s", event->number, event->title);
	door->zone = g_strdup(event->time_zone);
	door->half_days = half_days;
	door->recent = g_array_new(FALSE, FALSE, sizeof(struct recent));
	g_array_set_clear_func(door->recent, recent_clear);
	door->rows = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, attendee_free);
	door->arrivals = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	door->parts = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	door->index = g_new0(Index, 1);
	door->index->text = g_string_chunk_new(16);
	input_init(&door->query, NULL, false);
	entity_free(&entity_event, event);
	door_half_day_choose(door, ui,
			     half_day_place(half_days, half_day_now(ui->store, event_id, NULL)));
	door_load(door, ui);
	ui_push(ui, &door->screen);
}
