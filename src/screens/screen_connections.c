#include "screens/screen_connections.h"

#include <string.h>

#include "app/checkin.h"
#include "app/door.h"
#include "base/error.h"
#include "base/i18n.h"
#include "screens/connections_private.h"
#include "tui/chooser.h"

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

static void
plan_write(struct connections_screen *space, struct ui *ui, bool walk_ins)
{
	GError *error = NULL;
	if (!connections_apply(ui->store, space->plan, walk_ins, false, &error)) {
		ui_fail(ui, error);
		return;
	}
	guint marked = space->plan->marked, registered = space->plan->registered;
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
	ui_remove(ui, &space->screen);
	ui_reload(ui);
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
	for (guint i = 0; i < space->plan->people->len; i++) {
		const struct connected *person = space->plan->people->pdata[i];
		n += person->decision != DECIDE_SKIP || person->included;
	}
	if (n == 0)
		return NULL;
	return g_strdup_printf(i18n_count("%u decision about this file is not brought in yet",
					  "%u decisions about this file are not brought in yet", n),
			       n);
}

static const struct screen_class connections_class = {
	.name = "connections",
	.hint = N_("F2 mark presence · Enter decide · Tab people, problems · Esc leave"),
	.contexts = CONTEXT_PREVIEW,
	.draw = connections_draw,
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

static void
half_day_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct asking *asking = user;
	GError *error = NULL;
	struct connections_options options = {
		.half_day_id = g_array_index(asking->half_days, gint64, index)};
	ConnectionsPlan *plan =
		connections_plan_file(ui->store, asking->event_id, asking->path, &options, &error);
	ui_fail(ui, error);
	if (plan != NULL)
		plan_show(ui, plan, asking->path);
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

bool
connections_open(struct ui *ui, gint64 event_id, const char *path)
{
	GError *error = NULL;
	ConnectionsPlan *plan = connections_plan_file(ui->store, event_id, path, NULL, &error);
	if (plan != NULL) {
		plan_show(ui, plan, path);
		return true;
	}
	bool asked =
		error->code == ERROR_AMBIGUOUS && half_day_ask(ui, event_id, path, error->message);
	if (asked)
		g_error_free(error);
	else
		ui_fail(ui, error);
	return asked;
}
