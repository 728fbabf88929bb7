#include "screens/screen_connections.h"

#include <string.h>

#include "app/checkin.h"
#include "app/door.h"
#include "app/modules.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/connections_private.h"
#include "tui/chooser.h"
#include "tui/work.h"

static void
space_free(struct screen *screen)
{
	struct connections_screen *space = (struct connections_screen *)screen;
	connections_plan_free(space->plan);
	g_free(space->path);
	g_free(space);
}

guint
connections_lines(const struct connections_screen *space)
{
	return space->view == VIEW_PEOPLE ? space->plan->people->len : space->plan->problems->len;
}

/* ---- deciding -----------------------------------------------------------------------------------
 */

struct deciding {
	struct connections_screen *space;
	guint place;
};

static bool
is_undecided(const struct connections_screen *space, guint place)
{
	const struct connected *person = g_ptr_array_index(space->plan->people, place);
	return person->outcome == CONNECTED_DOUBTFUL;
}

/* To the next who is to be decided; people stand in the order of the file whatever is decided. */
static void
decided_go_on(struct connections_screen *space)
{
	guint n = space->plan->people->len;
	guint *cursor = &space->cursor[VIEW_PEOPLE];
	*cursor = MIN(*cursor, n > 0 ? n - 1 : 0);
	for (guint i = *cursor; i < n; i++)
		if (is_undecided(space, i)) {
			*cursor = i;
			return;
		}
}

static void
person_decided(struct ui *ui, guint index, gpointer user)
{
	static const enum import_decision decisions[] = {DECIDE_SAME, DECIDE_NEW, DECIDE_SKIP};
	const struct deciding *deciding = user;
	(void)ui;
	connections_decide(deciding->space->plan, deciding->place, decisions[index]);
	if (decisions[index] != DECIDE_SKIP)
		decided_go_on(deciding->space);
}

/* Yes or no of a name that is no person's. */
static void
strange_decided(struct ui *ui, guint index, gpointer user)
{
	const struct deciding *deciding = user;
	(void)ui;
	connections_include(deciding->space->plan, deciding->place, index == 0);
}

static void
strange_ask(struct connections_screen *space, struct ui *ui, guint place)
{
	const struct connected *person = g_ptr_array_index(space->plan->people, place);
	struct deciding *deciding = g_new0(struct deciding, 1);
	*deciding = (struct deciding){space, place};
	struct chooser *chooser = chooser_new(person->name, strange_decided, deciding, g_free);
	chooser_explain(chooser,
			_("This looks like a device, a room or a name that is not whole."));
	chooser_add(chooser, _("A person: to be registered under this name"), NULL);
	chooser_add(chooser, _("Leave them out"), NULL);
	chooser_show(chooser, ui, 1);
}

static void
person_ask(struct connections_screen *space, struct ui *ui)
{
	guint place = space->cursor[VIEW_PEOPLE];
	const struct connected *person =
		space->view == VIEW_PEOPLE && place < space->plan->people->len
			? g_ptr_array_index(space->plan->people, place)
			: NULL;
	if (person != NULL && person->strange && person->outcome == CONNECTED_UNKNOWN &&
	    person->decision == DECIDE_SKIP && connected_reached_any(space->plan, person)) {
		strange_ask(space, ui, place);
		return;
	}
	if (person == NULL ||
	    (person->outcome != CONNECTED_DOUBTFUL && person->decision == DECIDE_SKIP))
		return;
	struct deciding *deciding = g_new0(struct deciding, 1);
	*deciding = (struct deciding){space, place};
	struct chooser *chooser = chooser_new(person->name, person_decided, deciding, g_free);
	g_autofree char *text =
		g_strdup_printf("%s\n%s", person->reason != NULL ? person->reason : "",
				person->attendee != NULL ? person->attendee : "");
	chooser_explain(chooser, text);
	chooser_add(chooser, _("The same person"), NULL);
	chooser_add(chooser, _("Another person"), NULL);
	chooser_add(chooser, _("Leave them out"), NULL);
	chooser_show(chooser, ui, 2); /* nobody is present by a careless Enter */
}

/* ---- marking ------------------------------------------------------------------------------------
 */

/* The thread has the plan meanwhile: the screen shows nothing of it. */
struct plan_writing {
	struct connections_screen *space;
	ConnectionsPlan *plan;
	bool walk_ins;
};

static void
plan_writing_free(gpointer pointer)
{
	struct plan_writing *writing = pointer;
	connections_plan_free(writing->plan);
	g_free(writing);
}

/* In the thread, or at once. */
static bool
plan_apply(Store *store, struct work *work, gpointer user, GError **error)
{
	const struct plan_writing *writing = user;
	(void)work;
	return connections_apply(store, writing->plan, writing->walk_ins, false, error);
}

static void
marked_say(const ConnectionsPlan *plan, struct ui *ui)
{
	guint marked = plan->marked, registered = plan->registered;
	g_autofree char *marks =
		g_strdup_printf(i18n_count("%u mark of presence", "%u marks of presence", marked),
				marked);
	g_autofree char *people = g_strdup_printf(i18n_count("%u person registered",
							     "%u people registered", registered),
						  registered);
	if (marked == 0)
		ui_say(ui, TOAST_NOTE,
		       _("Nothing to mark: all of it is already there, or left out"));
	else
		ui_say(ui, TOAST_UNDO, "%s%s%s", marks, registered > 0 ? " · " : "",
		       registered > 0 ? people : "");
}

static void
plan_applied(struct ui *ui, bool done, GError *error, gpointer user)
{
	struct plan_writing *writing = user;
	bool stands = g_ptr_array_find(ui->stack, writing->space, NULL);
	work_fail(ui, error);
	if (done) {
		marked_say(writing->plan, ui);
		if (stands)
			ui_remove(ui, &writing->space->screen);
		ui_reload(ui);
	} else if (stands) {
		writing->space->plan = g_steal_pointer(&writing->plan);
	}
}

static void
plan_write(struct connections_screen *space, struct ui *ui, bool walk_ins)
{
	struct plan_writing *writing = g_new0(struct plan_writing, 1);
	*writing = (struct plan_writing){space, g_steal_pointer(&space->plan), walk_ins};
	const struct work_order order = {.run = plan_apply,
					 .done = plan_applied,
					 .user = writing,
					 .user_free = plan_writing_free,
					 .gesture = true,
					 .rows = writing->plan->people->len};
	work_show(ui, _("Connection log"), &order);
}

static void
walk_ins_chosen(struct ui *ui, guint index, gpointer user)
{
	if (index < 2)
		plan_write(user, ui, index == 1);
}

static void
write_ask(struct connections_screen *space, struct ui *ui)
{
	struct connected_counts counts;
	connections_count(space->plan, &counts);
	if (counts.walk_ins == 0) {
		plan_write(space, ui, false);
		return;
	}
	g_autofree char *title =
		g_strdup_printf(i18n_count("%u person was there without being registered",
					   "%u people were there without being registered",
					   counts.walk_ins),
				counts.walk_ins);
	struct chooser *chooser = chooser_new(title, walk_ins_chosen, space, NULL);
	chooser_add(chooser, _("Mark those who are registered"), NULL);
	chooser_add(chooser, _("Register and mark these people too"), NULL);
	chooser_add(chooser, _("Look again"), NULL);
	chooser_show(chooser, ui, 0);
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static bool
space_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct connections_screen *space = (struct connections_screen *)screen;
	if (key_moves(key, &space->cursor[space->view], connections_lines(space), space->page))
		return true;
	if (key_is(key, "F2") || key_is(key, "C-s"))
		write_ask(space, ui);
	else if (key_is(key, "Tab") || key_is(key, "Right") || key_is(key, "S-Tab") ||
		 key_is(key, "Left"))
		space->view = space->view == VIEW_PEOPLE ? VIEW_PROBLEMS : VIEW_PEOPLE;
	else if (key_is(key, "Enter"))
		person_ask(space, ui);
	else
		return false;
	return true;
}

static char *
space_unfinished(struct screen *screen)
{
	const struct connections_screen *space = (struct connections_screen *)screen;
	guint n = 0;
	for (guint i = 0; space->plan != NULL && i < space->plan->people->len; i++) {
		const struct connected *person = space->plan->people->pdata[i];
		n += person->decision != DECIDE_SKIP || person->included;
	}
	if (n == 0)
		return NULL;
	return g_strdup_printf(i18n_count("%u decision about this file is not brought in yet",
					  "%u decisions about this file are not brought in yet", n),
			       n);
}

static const struct key_help connections_keys[] = {
	KEY_HELP_MOVES,
	{"Enter", N_("Decide about the line")},
	{"Tab S-Tab Left Right", N_("People, problems")},
	{"F2 C-s", N_("Mark presence")},
	{NULL, NULL},
};

static const struct screen_class connections_class = {
	.name = "connections",
	.hint = N_("F2 mark presence · Enter decide · Tab people, problems · Esc leave"),
	.contexts = CONTEXT_PREVIEW,
	.draw = connections_draw,
	.keys = connections_keys,
	.key = space_key,
	.unfinished = space_unfinished,
	.free = space_free,
};

/* ---- opening ------------------------------------------------------------------------------------
 */

static void
plan_show(struct ui *ui, ConnectionsPlan *plan, const char *path)
{
	struct connections_screen *space = g_new0(struct connections_screen, 1);
	space->screen = (struct screen){.class = &connections_class, .tab = -1};
	space->plan = plan;
	space->path = g_strdup(path);
	ui_push(ui, &space->screen);
}

struct asking {
	gint64 event_id;
	char *path;
	GArray *half_days; /* gint64 */
};

static void
asking_free(gpointer pointer)
{
	struct asking *asking = pointer;
	g_array_unref(asking->half_days);
	g_free(asking->path);
	g_free(asking);
}

static void log_read(struct ui *ui, gint64 event_id, const char *path, gint64 half_day_id,
		     const struct screen *question);

static void
half_day_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct asking *asking = user;
	log_read(ui, asking->event_id, asking->path,
		 g_array_index(asking->half_days, gint64, index), NULL);
}

static bool
half_day_ask(struct ui *ui, gint64 event_id, const char *path, const char *why)
{
	GArray *half_days = event_half_days(ui->store, event_id, NULL);
	if (half_days == NULL)
		return false;
	struct asking *asking = g_new0(struct asking, 1);
	*asking = (struct asking){event_id, g_strdup(path), half_days};
	struct chooser *chooser = chooser_new(_("Of which half-day is the log?"), half_day_chosen,
					      asking, asking_free);
	chooser_explain(chooser, why);
	for (guint i = 0; i < half_days->len; i++) {
		g_autofree char *words =
			half_day_words(ui->store, g_array_index(half_days, gint64, i));
		chooser_add(chooser, words, NULL);
	}
	chooser_show(chooser, ui, 0);
	return true;
}

/* The thread's, until it has ended. */
struct log_reading {
	gint64 event_id, half_day_id;
	char *path;
	const struct screen *question;
	ConnectionsPlan *plan;
};

static void
log_reading_free(gpointer pointer)
{
	struct log_reading *reading = pointer;
	connections_plan_free(reading->plan);
	g_free(reading->path);
	g_free(reading);
}

/* In the thread. Of what was stopped nothing is asked for. */
static bool
log_plan(Store *store, struct work *work, gpointer user, GError **error)
{
	struct log_reading *reading = user;
	const struct connections_options options = {.half_day_id = reading->half_day_id};
	reading->plan =
		connections_plan_file(store, reading->event_id, reading->path, &options, error);
	if (work_goes_on(0, 0, work))
		return reading->plan != NULL;
	g_clear_pointer(&reading->plan, connections_plan_free);
	g_clear_error(error);
	return fail(error, ERROR_CANCELLED, _("the import was stopped: nothing was written"));
}

static void
log_was_read(struct ui *ui, bool done, GError *error, gpointer user)
{
	struct log_reading *reading = user;
	bool asked = g_error_matches(error, ATELIERS_ERROR, ERROR_AMBIGUOUS) &&
		     half_day_ask(ui, reading->event_id, reading->path, error->message);
	if (asked)
		g_clear_error(&error);
	work_fail(ui, error);
	if ((done || asked) && reading->question != NULL &&
	    g_ptr_array_find(ui->stack, reading->question, NULL))
		ui_remove(ui, (struct screen *)(gsize)reading->question);
	if (done)
		plan_show(ui, g_steal_pointer(&reading->plan), reading->path);
}

static void
log_read(struct ui *ui, gint64 event_id, const char *path, gint64 half_day_id,
	 const struct screen *question)
{
	struct log_reading *reading = g_new0(struct log_reading, 1);
	*reading = (struct log_reading){event_id, half_day_id, g_strdup(path), question, NULL};
	const struct work_order order = {.run = log_plan,
					 .done = log_was_read,
					 .user = reading,
					 .user_free = log_reading_free};
	g_autofree char *name = g_path_get_basename(path);
	g_autofree char *title = g_strdup_printf(_("Reading: %s"), name);
	GError *error = NULL;
	if (module_exchange(&error) != NULL) /* loaded here, for the thread to find */
		work_show(ui, title, &order);
	else
		log_reading_free(reading);
	ui_fail(ui, error);
}

void
connections_open(struct ui *ui, gint64 event_id, const char *path, const struct screen *question)
{
	log_read(ui, event_id, path, 0, question);
}
