#include "screens/screen_report.h"

#include "base/date.h"
#include "base/i18n.h"
#include "screens/files.h"
#include "screens/report_view.h"
#include "screens/roots.h"
#include "screens/screen_list.h"
#include "tui/chooser.h"

#define YEAR_FIRST 1900
#define YEAR_LAST  2199

struct year_screen {
	struct screen screen;
	int year;
	Report *report; /* NULL until drawn, and after a change */
	struct report_view *view;
	enum report_section section; /* the one that is open; REPORT_SECTIONS: the overview */
	guint place;                 /* in the overview, while a section is open */
};

static void
report_forget(struct year_screen *screen)
{
	g_clear_pointer(&screen->view, report_view_free);
	g_clear_pointer(&screen->report, report_free);
}

static void
year_free(struct screen *screen)
{
	report_forget((struct year_screen *)screen);
	g_free(screen);
}

/* ---- what is shown ------------------------------------------------------------------------------
 */

static void
overview_fill(struct year_screen *screen)
{
	g_autoptr(GPtrArray) notes = report_notes(screen->report);
	report_view_add_table(screen->view, report_table(screen->report, SECTION_SUMMARY));
	report_view_add_text(screen->view, "", STYLE_PLAIN);
	report_view_add_text(screen->view, _("In detail"), STYLE_HEAD);
	for (guint i = 0; i < screen->report->tables->len; i++) {
		const struct report_table *table = screen->report->tables->pdata[i];
		if (table->section != SECTION_SUMMARY && table->n_lines > 0)
			report_view_add_link(screen->view, table);
	}
	report_view_add_text(screen->view, "", STYLE_PLAIN);
	for (guint i = 0; i < notes->len; i++)
		report_view_add_text(screen->view, notes->pdata[i], STYLE_FAINT);
}

static void
view_make(struct year_screen *screen)
{
	guint place = screen->view != NULL ? report_view_place(screen->view) : screen->place;
	g_clear_pointer(&screen->view, report_view_free);
	screen->view = report_view_new(screen->report);
	if (screen->section == REPORT_SECTIONS)
		overview_fill(screen);
	else
		report_view_add_table(screen->view, report_table(screen->report, screen->section));
	report_view_go(screen->view, place);
}

/* Figures are read when they are looked at: other screens change them often. */
static bool
report_ready(struct year_screen *screen, struct ui *ui)
{
	GError *error = NULL;
	if (screen->report != NULL)
		return true;
	g_autofree char *year = g_strdup_printf("%04d", screen->year);
	screen->report = report_of_year(ui->store, year, &error);
	ui_fail(ui, error);
	if (screen->report == NULL)
		return false;
	view_make(screen);
	return true;
}

static char *
title_of(const struct year_screen *screen)
{
	char *title = report_title(screen->report);
	if (screen->section == REPORT_SECTIONS)
		return title;
	char *whole = g_strdup_printf("%s · %s", title,
				      report_table(screen->report, screen->section)->label);
	g_free(title);
	return whole;
}

static void
year_draw(struct screen *base, struct ui *ui, struct area body)
{
	struct year_screen *screen = (struct year_screen *)base;
	if (!report_ready(screen, ui))
		return;
	g_autofree char *title = title_of(screen);
	draw_text(body.y, body.x + 1, body.width - 2, STYLE_HEAD, title);
	draw_line(body.y + 1, body.x, body.width);
	report_view_draw(screen->view,
			 (struct area){body.y + 2, body.x + 1, body.height - 2, body.width - 2});
}

/* ---- what is behind -----------------------------------------------------------------------------
 */

/* Who came to two events is there once, and a half-day is an event: the list says how long it is,
 * where the figure does not. */
static char *
head_of(const Report *report, const struct report_cell *cell, const char *words, guint n)
{
	gint64 value = report_count(report->now, cell);
	bool same = report_figure_unit(cell->figure) == REPORT_COUNT && value == n;
	g_autofree char *count = NULL;
	switch (report_figure_subject(cell->figure)) {
	case REPORT_EVENTS:
		count = g_strdup_printf(i18n_count("%u event", "%u events", n), n);
		break;
	case REPORT_PEOPLE:
		count = g_strdup_printf(i18n_count("%u person", "%u people", n), n);
		break;
	case REPORT_ORGANISATIONS:
		count = g_strdup_printf(i18n_count("%u organisation", "%u organisations", n), n);
		break;
	}
	return same ? g_strdup(words) : g_strdup_printf("%s — %s", words, count);
}

void
report_behind_show(struct ui *ui, const Report *report, const struct report_cell *cell,
		   const char *words)
{
	static const int tabs[] = {
		[REPORT_EVENTS] = ROOT_EVENTS,
		[REPORT_PEOPLE] = ROOT_PEOPLE,
		[REPORT_ORGANISATIONS] = ROOT_ORGANISATIONS,
	};
	GHashTable *ids = report_ids(report, cell);
	if (g_hash_table_size(ids) == 0) {
		g_hash_table_unref(ids);
		ui_say(ui, TOAST_NOTE, _("Nothing is behind this figure"));
		return;
	}
	g_autofree char *head = head_of(report, cell, words, g_hash_table_size(ids));
	ui_push(ui, list_screen_only(ui, tabs[report_figure_subject(cell->figure)], ids, head));
}

static void
cell_open(struct ui *ui, const Report *report, const struct report_cell *cell, const char *words,
	  gpointer user)
{
	(void)user;
	report_behind_show(ui, report, cell, words);
}

static void
section_open(struct ui *ui, enum report_section section, gpointer user)
{
	struct year_screen *screen = user;
	(void)ui;
	screen->place = report_view_place(screen->view);
	screen->section = section;
	g_clear_pointer(&screen->view, report_view_free);
	guint place = screen->place;
	screen->place = 0;
	view_make(screen);
	screen->place = place;
}

static void
section_close(struct year_screen *screen)
{
	screen->section = REPORT_SECTIONS;
	g_clear_pointer(&screen->view, report_view_free);
	view_make(screen);
}

/* ---- keys and acts ------------------------------------------------------------------------------
 */

static bool
year_key(struct screen *base, struct ui *ui, const struct key *key)
{
	struct year_screen *screen = (struct year_screen *)base;
	(void)ui;
	if (screen->view == NULL)
		return false;
	if (screen->section != REPORT_SECTIONS && (key_is(key, "Esc") || key_is(key, "q"))) {
		section_close(screen);
		return true;
	}
	return report_view_key(screen->view, key);
}

static bool
year_click(struct screen *base, struct ui *ui, const struct hit *hit)
{
	struct year_screen *screen = (struct year_screen *)base;
	(void)ui;
	return hit->kind == HIT_ROW && screen->view != NULL &&
	       report_view_click(screen->view, hit->value);
}

static void
year_go(struct year_screen *screen, int by)
{
	guint place = screen->view != NULL ? report_view_place(screen->view) : 0;
	screen->year = CLAMP(screen->year + by, YEAR_FIRST, YEAR_LAST);
	if (screen->section == REPORT_SECTIONS)
		screen->place = place;
	report_forget(screen);
}

static bool
year_act(struct screen *base, struct ui *ui, enum act act)
{
	struct year_screen *screen = (struct year_screen *)base;
	switch ((int)act) {
	case ACT_NAMES:
		if (screen->view != NULL)
			report_view_open(screen->view, ui, cell_open, section_open, screen);
		return true;
	case ACT_YEAR_BEFORE:
		year_go(screen, -1);
		return true;
	case ACT_YEAR_AFTER:
		year_go(screen, 1);
		return true;
	case ACT_COPY_LINE:
		report_view_copy(screen->view, ui);
		return true;
	case ACT_REPORT_FILE:
		if (screen->report != NULL)
			files_report(ui, screen->report);
		return true;
	default:
		return false;
	}
}

static void
year_reload(struct screen *base, struct ui *ui)
{
	struct year_screen *screen = (struct year_screen *)base;
	(void)ui;
	if (screen->view != NULL && screen->section == REPORT_SECTIONS)
		screen->place = report_view_place(screen->view);
	report_forget(screen);
}

static const struct key_help year_keys[] = {
	KEY_HELP_MOVES,
	{NULL, NULL},
};

static const struct screen_class year_class = {
	.name = "report",
	.contexts = CONTEXT_REPORT,
	.draw = year_draw,
	.keys = year_keys,
	.key = year_key,
	.click = year_click,
	.act = year_act,
	.reload = year_reload,
	.free = year_free,
};

struct screen *
report_screen(struct ui *ui)
{
	struct year_screen *screen = g_new0(struct year_screen, 1);
	char today[11];
	store_today(ui->store, today);
	screen->screen = (struct screen){.class = &year_class, .tab = ROOT_REPORT};
	screen->year = (int)g_ascii_strtoll(today, NULL, 10);
	screen->section = REPORT_SECTIONS;
	return &screen->screen;
}
