#include "screens/home.h"

#include <string.h>

#include "app/state.h"
#include "screens/files.h"
#include "screens/home_private.h"
#include "screens/import.h"
#include "screens/roots.h"
#include "screens/row_line.h"
#include "screens/screen_event.h"
#include "tui/form.h"

/* What takes long waits until nobody has typed for so long. */
#define REST_MS 1000

static void
line_clear(gpointer pointer)
{
	g_free(((struct home_line *)pointer)->text);
}

static void
steps_stop(struct home *home)
{
	if (home->source != 0)
		g_source_remove(home->source);
	home->source = 0;
}

static void
home_free(struct screen *screen)
{
	struct home *home = (struct home *)screen;
	steps_stop(home);
	g_array_unref(home->lines);
	agenda_free(home->agenda);
	g_free(home);
}

/* ---- reading ------------------------------------------------------------------------------------
 */

static void
standing_note(struct home *home)
{
	home->standing = (struct home_standing){0};
	if (home->cursor >= home->lines->len)
		return;
	const struct home_line *line = home_line_at(home, home->cursor);
	home->standing.figures = line->kind == HOME_FIGURES;
	if (line->agenda != NULL)
		home->standing.line = *line->agenda;
}

static bool
stands_there(const struct home_standing *standing, const struct home_line *line)
{
	const struct agenda_line *was = &standing->line, *is = line->agenda;
	if (is == NULL)
		return standing->figures && line->kind == HOME_FIGURES;
	return was->text != NULL && was->kind == is->kind && was->event_id == is->event_id &&
	       was->task_id == is->task_id && was->warns == is->warns;
}

/* Nobody stands on a heading: below it, else above. */
static void
cursor_settle(struct home *home)
{
	guint n = home->lines->len;
	home->cursor = MIN(home->cursor, n > 0 ? n - 1 : 0);
	for (guint i = home->cursor; i < n; i++)
		if (home_line_opens(home_line_at(home, i))) {
			home->cursor = i;
			return;
		}
	for (guint i = home->cursor; i > 0; i--)
		if (home_line_opens(home_line_at(home, i - 1))) {
			home->cursor = i - 1;
			return;
		}
}

/* True when the cursor is where the person wishes it to be. */
static bool
lines_make(struct home *home)
{
	home_lines_make(home);
	for (guint i = 0; i < home->lines->len; i++)
		if (stands_there(&home->standing, home_line_at(home, i))) {
			home->cursor = i;
			return true;
		}
	cursor_settle(home);
	return false;
}

/* Whoever comes back stands where they were, though it is a line that takes longer. */
static void
standing_find(struct home *home)
{
	bool found = lines_make(home);
	if (home->standing.line.text == NULL || agenda_is_long(home->agenda, home->ui->store))
		return;
	while (!found && home->begun) {
		home->begun = agenda_step(home->agenda, home->ui->store);
		found = lines_make(home);
	}
}

static gboolean
steps_go_on(gpointer user)
{
	struct home *home = user;
	home->source = 0;
	if (home->stale || ui_top(home->ui) != &home->screen)
		return G_SOURCE_REMOVE; /* it begins again when it is drawn */
	guint changes = home->agenda->changes;
	home->begun = agenda_step(home->agenda, home->ui->store);
	if (home->begun)
		home->source = g_idle_add(steps_go_on, home);
	if (changes != home->agenda->changes) {
		lines_make(home);
		ui_draw(home->ui);
	}
	return G_SOURCE_REMOVE;
}

static void
steps_begin(struct home *home)
{
	if (home->source != 0 || !home->begun || ui_top(home->ui) != &home->screen)
		return;
	home->source = agenda_is_long(home->agenda, home->ui->store)
			       ? g_timeout_add(REST_MS, steps_go_on, home)
			       : g_idle_add(steps_go_on, home);
}

/* It is read when somebody sees it, not at each of the gestures above it. */
static void
home_read(struct home *home)
{
	GError *error = NULL;
	Agenda *agenda = agenda_load(home->ui->store, &error);
	ui_fail(home->ui, error);
	home->stale = false;
	if (agenda == NULL)
		return;
	if (home->agenda != NULL && strcmp(agenda->year.year, home->agenda->year.year) == 0)
		agenda->year = home->agenda->year; /* as it was, until it is counted again */
	if (agenda->nothing)
		home->cursor = 0;
	agenda_free(home->agenda);
	home->agenda = agenda;
	home->begun = !agenda->nothing;
	home->welcomes = home->welcomes || (agenda->nothing && state_welcomes());
	standing_find(home);
}

static void
home_reload(struct screen *screen, struct ui *ui)
{
	(void)ui;
	struct home *home = (struct home *)screen;
	home->stale = true;
	home->begun = false;
	steps_stop(home);
}

/* Sentences take more lines or fewer: the cursor stays on its offer. */
static void
home_rewrap(struct home *home)
{
	enum home_offer offer = home_line_at(home, home->cursor)->offer;
	lines_make(home);
	for (guint i = 0; i < home->lines->len; i++)
		if (home_line_at(home, i)->kind == HOME_OFFER &&
		    home_line_at(home, i)->offer == offer)
			home->cursor = i;
}

static void
home_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct home *home = (struct home *)screen;
	(void)ui;
	bool wider = home->width != body.width;
	home->width = body.width;
	if (home->stale)
		home_read(home);
	else if (wider && home->agenda != NULL && home->agenda->nothing)
		home_rewrap(home);
	steps_begin(home);
	home_parts_make(home, body.width);
	home_draw_lines(home, body);
}

/* ---- keys and acts ------------------------------------------------------------------------------
 */

/* By BY lines of its part that one can stand on, or as far as there are. */
static void
home_move(struct home *home, int by)
{
	guint part = home_part_of(home, home->cursor);
	int first = (int)home->parts[part].first, end = first + (int)home->parts[part].n;
	int step = by > 0 ? 1 : -1;
	for (int at = (int)home->cursor + step; by != 0 && at >= first && at < end; at += step)
		if (home_line_opens(home_line_at(home, (guint)at))) {
			home->cursor = (guint)at;
			by -= step;
		}
}

/* To the other part, where one was. */
static void
home_cross(struct home *home, guint part)
{
	guint here = home_part_of(home, home->cursor);
	if (!home->wide || here == part)
		return;
	home->remembered[here] = home->cursor;
	guint first = home->parts[part].first, end = first + home->parts[part].n;
	guint at = CLAMP(home->remembered[part], first, end - 1);
	while (at < end - 1 && !home_line_opens(home_line_at(home, at)))
		at++;
	if (home_line_opens(home_line_at(home, at)))
		home->cursor = at;
}

static bool
home_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct home *home = (struct home *)screen;
	(void)ui;
	guint part = home_part_of(home, home->cursor);
	int page = (int)MAX(home->parts[part].page, 2) - 1, all = (int)home->lines->len;
	const struct {
		const char *names[2];
		int by;
	} moves[] = {
		{{"Up", "k"}, -1},        {{"Down", "j"}, 1},       {{"PgUp", "PgUp"}, -page},
		{{"PgDn", "PgDn"}, page}, {{"Home", "Home"}, -all}, {{"End", "G"}, all},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(moves); i++)
		if (key_is(key, moves[i].names[0]) || key_is(key, moves[i].names[1])) {
			home_move(home, moves[i].by);
			standing_note(home);
			return true;
		}
	if (key_is(key, "Left") || key_is(key, "h"))
		home_cross(home, 0);
	else if (key_is(key, "Right") || key_is(key, "l"))
		home_cross(home, 1);
	else
		return false;
	standing_note(home);
	return true;
}

static void
event_made(struct ui *ui, gint64 id)
{
	ui_push(ui, event_screen_fresh(ui, id));
}

static bool
home_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct home *home = (struct home *)screen;
	const struct home_line *line =
		home->cursor < home->lines->len ? home_line_at(home, home->cursor) : NULL;
	struct form_request request = {.noun = &noun_event, .saved = event_made};
	if (row_line_act(ui, act, &noun_event,
			 line != NULL && line->agenda != NULL ? line->agenda->event_id : 0))
		return true;
	switch ((int)act) {
	case ACT_OPEN:
		if (line != NULL)
			home_open(home, ui, line);
		return true;
	case ACT_NEW:
		form_open(ui, &request);
		return true;
	case ACT_IMPORT:
		import_ask_subject(ui);
		return true;
	case ACT_CALENDAR:
		files_calendar(ui,
			       line != NULL && line->agenda != NULL ? line->agenda->event_id : 0);
		return true;
	default:
		return false;
	}
}

static bool
home_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	struct home *home = (struct home *)screen;
	(void)ui;
	if (hit->kind != HIT_ROW || (guint)hit->value >= home->lines->len)
		return false;
	home->cursor = (guint)hit->value;
	return true;
}

static const struct key_help home_keys[] = {
	KEY_HELP_MOVES,
	{"Left Right h l", N_("The left part, the right part")},
	{NULL, NULL},
};

static const struct screen_class home_class = {
	.name = "home",
	.contexts = CONTEXT_HOME,
	.draw = home_draw,
	.keys = home_keys,
	.click = home_click,
	.key = home_key,
	.act = home_act,
	.reload = home_reload,
	.free = home_free,
};

struct screen *
home_screen(struct ui *ui)
{
	struct home *home = g_new0(struct home, 1);
	home->screen = (struct screen){.class = &home_class, .tab = ROOT_HOME};
	home->lines = g_array_new(FALSE, TRUE, sizeof(struct home_line));
	g_array_set_clear_func(home->lines, line_clear);
	home->ui = ui;
	home->stale = true;
	return &home->screen;
}
