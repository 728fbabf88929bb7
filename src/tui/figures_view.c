#include "tui/figures_view.h"

#include <string.h>

#include "app/survey.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/status.h"
#include "tui/chooser.h"

/* The columns of a breakdown: invited, registered, present. */
#define COUNTS      3
#define COUNT_WIDTH 12

/* A remark is broken into lines that the narrowest screen shows whole. */
#define REMARK_WIDTH 54

struct view_line {
	enum {
		VIEW_HEADING,
		VIEW_SUM,    /* one figure and words beside it */
		VIEW_COUNTS, /* a line of a breakdown */
		VIEW_TEXT,
		VIEW_STEP,   /* a figure that nobody stands behind: replies have no names */
		VIEW_REMARK, /* a line of one */
	} kind;
	char *label;
	char *value, *beside;
	guint counts[COUNTS];
	bool all; /* of everybody; else of those whose code of AXIS is CODE */
	enum figure_axis axis;
	char *code;
};

struct figures_view {
	EventFigures *figures;
	GArray *lines; /* struct view_line */
	guint cursor, top, page;
};

static void
view_line_clear(gpointer pointer)
{
	struct view_line *line = pointer;
	g_free(line->label);
	g_free(line->value);
	g_free(line->beside);
	g_free(line->code);
}

void
figures_view_free(struct figures_view *view)
{
	if (view == NULL)
		return;
	event_figures_free(view->figures);
	g_array_unref(view->lines);
	g_free(view);
}

/* ---- lines --------------------------------------------------------------------------------------
 */

static void
heading_add(struct figures_view *view, const char *label)
{
	const struct view_line blank = {.kind = VIEW_TEXT};
	struct view_line line = {.kind = VIEW_HEADING, .label = g_strdup(label)};
	if (view->lines->len > 0)
		g_array_append_val(view->lines, blank);
	g_array_append_val(view->lines, line);
}

/* Takes VALUE and BESIDE. */
static void
sum_add(struct figures_view *view, const char *label, char *value, char *beside)
{
	struct view_line line = {.kind = VIEW_SUM,
				 .label = g_strdup(label),
				 .value = value,
				 .beside = beside,
				 .all = true};
	g_array_append_val(view->lines, line);
}

static char *
count_text(guint count)
{
	return g_strdup_printf("%u", count);
}

static void
sums_add(struct figures_view *view)
{
	const EventFigures *figures = view->figures;
	g_autofree char *absent = figure_rate(figures->no_shows, figures->registered);
	struct view_line half_days = {.kind = VIEW_TEXT,
				      .label = g_strdup(_("Half-days of the event")),
				      .value = figure_halves(figures->event_halves)};
	g_array_append_val(view->lines, half_days);
	heading_add(view, _("People, each counted once"));
	sum_add(view, _("Registered"), count_text(figures->registered), NULL);
	if (!figures->marked) {
		sum_add(view, _("Present"), g_strdup("–"), g_strdup(_("nobody was marked yet")));
		return;
	}
	sum_add(view, _("Present"), count_text(figures->present), NULL);
	sum_add(view, _("of whom walk-ins"), count_text(figures->walk_ins), NULL);
	sum_add(view, _("Registered and not come"), count_text(figures->no_shows),
		g_strdup_printf(_("%s of those registered"), absent));
	sum_add(view, _("Participations"), figure_halves(figures->halves),
		g_strdup(_("half-days attended, by everybody")));
}

static void
breakdown_add(struct figures_view *view, Store *store, const char *label, enum figure_axis axis)
{
	g_autoptr(GArray) found = figures_lines(store, view->figures, axis);
	heading_add(view, label);
	for (guint i = 0; i < found->len; i++) {
		const struct figure_line *one = &g_array_index(found, struct figure_line, i);
		struct view_line line = {
			.kind = VIEW_COUNTS,
			.label = g_strdup(one->label),
			.counts = {one->invited, one->registered, one->present},
			.axis = axis,
			.code = g_strdup(one->code),
		};
		g_array_append_val(view->lines, line);
	}
}

static void
matrix_row_add(struct figures_view *view, const char *label, const guint *counts, guint columns)
{
	g_autoptr(GString) text = g_string_new(NULL);
	guint sum = 0;
	for (guint i = 0; i < columns; i++) {
		sum += counts[i];
		if (counts[i] > 0)
			g_string_append_printf(text, "%s%s %u", text->len > 0 ? " · " : "",
					       i < code_levels.n ? code_text(&code_levels.codes[i])
								 : _("not known"),
					       counts[i]);
	}
	if (sum == 0)
		return;
	struct view_line line = {.kind = VIEW_TEXT,
				 .label = g_strdup(label),
				 .value = count_text(sum),
				 .beside = g_strdup(text->str)};
	g_array_append_val(view->lines, line);
}

static void
matrix_add(struct figures_view *view)
{
	guint rows = 0, columns = 0;
	g_autofree guint *matrix = figures_matrix(view->figures, &rows, &columns);
	heading_add(view, _("Present, by family and level"));
	for (guint i = 0; i < rows; i++)
		matrix_row_add(view,
			       i < code_families.n ? code_text(&code_families.codes[i])
						   : _("not known"),
			       matrix + i * columns, columns);
}

/* ---- satisfaction -------------------------------------------------------------------------------
 */

/* Takes VALUE and BESIDE. */
static void
step_add(struct figures_view *view, const char *label, char *value, char *beside)
{
	struct view_line line = {.kind = VIEW_STEP,
				 .label = g_strdup(label),
				 .value = value,
				 .beside = beside};
	g_array_append_val(view->lines, line);
}

static void
remark_add(struct figures_view *view, const struct survey_count *remark)
{
	g_autofree char *clean = text_for_file(remark->text, true);
	g_autofree char *counted =
		remark->n > 1 ? g_strdup_printf("%s (%u)", clean, remark->n) : g_strdup(clean);
	const char *rest = counted;
	for (bool first = true; *rest != '\0'; first = false) {
		g_autofree char *text = draw_line_take(&rest, REMARK_WIDTH);
		struct view_line line = {.kind = VIEW_REMARK,
					 .label = g_strconcat(first ? "· " : "  ", text, NULL)};
		g_array_append_val(view->lines, line);
	}
}

static void
question_add(struct figures_view *view, const struct survey_figure *figure)
{
	heading_add(view, figure->label);
	for (guint i = 0; i < figure->counts->len; i++) {
		const struct survey_count *count =
			&g_array_index(figure->counts, struct survey_count, i);
		if (figure->scale != NULL)
			step_add(view, count->text, count_text(count->n),
				 figure_rate(count->n, figure->answers));
		else
			remark_add(view, count);
	}
	if (figure->aside > 0)
		step_add(view, _("no opinion"), count_text(figure->aside), NULL);
	if (figure->off > 0)
		step_add(view, _("another answer"), count_text(figure->off), NULL);
	if (figure->mean >= 0)
		step_add(view, _("Mean"), survey_mean_text(figure), NULL);
}

static void
survey_add(struct figures_view *view, Store *store, gint64 event_id)
{
	g_autoptr(Survey) survey =
		survey_replies(store, event_id) > 0 ? survey_figures(store, event_id, NULL) : NULL;
	if (survey == NULL)
		return;
	g_autofree char *rate = survey_rate_text(survey);
	heading_add(view, _("Satisfaction"));
	step_add(view, _("Replies"), count_text(survey->replies),
		 survey->present > 0 ? g_strdup_printf(_("%s of those present"), rate) : NULL);
	for (guint i = 0; i < survey->figures->len; i++)
		question_add(view, &g_array_index(survey->figures, struct survey_figure, i));
}

struct figures_view *
figures_view_new(Store *store, gint64 event_id, GError **error)
{
	EventFigures *figures = event_figures(store, event_id, error);
	if (figures == NULL)
		return NULL;
	struct figures_view *view = g_new0(struct figures_view, 1);
	view->figures = figures;
	view->lines = g_array_new(FALSE, TRUE, sizeof(struct view_line));
	g_array_set_clear_func(view->lines, view_line_clear);
	sums_add(view);
	breakdown_add(view, store, _("By family of actors"), FIGURES_BY_FAMILY);
	breakdown_add(view, store, _("By level"), FIGURES_BY_LEVEL);
	breakdown_add(view, store, _("By département"), FIGURES_BY_DEPARTMENT);
	if (figures->marked)
		matrix_add(view);
	survey_add(view, store, event_id);
	view->cursor = 1;
	return view;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

static void
heads_draw(const struct view_line *line, bool columns, int y, struct area area)
{
	const char *const heads[COUNTS] = {_("invited"), _("registered"), _("present")};
	draw_text(y, area.x, area.width, STYLE_HEAD, line->label);
	for (int i = 0; columns && i < COUNTS; i++) {
		int x = area.x + area.width - (COUNTS - i) * COUNT_WIDTH;
		draw_right(y, x, COUNT_WIDTH, STYLE_FAINT, heads[i]);
	}
}

static void
counts_draw(const struct view_line *line, int y, enum style style, struct area area)
{
	int room = area.width - COUNTS * COUNT_WIDTH - 3;
	draw_text(y, area.x + 2, room, style, line->label);
	for (int i = 0; i < COUNTS; i++) {
		g_autofree char *count = count_text(line->counts[i]);
		int x = area.x + area.width - (COUNTS - i) * COUNT_WIDTH;
		draw_right(y, x, COUNT_WIDTH, style, count);
	}
}

static void
line_draw(const struct figures_view *view, guint place, int y, struct area area)
{
	const struct view_line *line = &g_array_index(view->lines, struct view_line, place);
	bool focus = place == view->cursor;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	const struct view_line *next =
		place + 1 < view->lines->len
			? &g_array_index(view->lines, struct view_line, place + 1)
			: NULL;
	if (line->kind == VIEW_HEADING) {
		heads_draw(line, next != NULL && next->kind == VIEW_COUNTS, y, area);
		return;
	}
	if (focus)
		draw_cell(y, area.x, area.width, style, ">");
	if (line->kind == VIEW_COUNTS) {
		counts_draw(line, y, style, area);
	} else if (line->kind == VIEW_REMARK) {
		draw_text(y, area.x + 2, area.width - 2, style, line->label);
	} else {
		int label = MIN(34, area.width / 2);
		draw_text(y, area.x + 2, label - 3, style, line->label);
		if (line->value != NULL)
			draw_right(y, area.x + label, 6, style, line->value);
		draw_text(y, area.x + label + 8, area.width - label - 8,
			  focus ? style : STYLE_FAINT, line->beside);
	}
	if (focus)
		draw_cursor(y, area.x);
}

void
figures_view_draw(struct figures_view *view, struct area area)
{
	view->page = (guint)MAX(1, area.height);
	if (view->cursor < view->top + 1)
		view->top = view->cursor > 0 ? view->cursor - 1 : 0;
	if (view->cursor >= view->top + view->page)
		view->top = view->cursor - view->page + 1;
	for (guint i = 0; i < view->page && view->top + i < view->lines->len; i++)
		line_draw(view, view->top + i, area.y + (int)i, area);
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static bool
line_opens(const struct figures_view *view, guint place)
{
	int kind = (int)g_array_index(view->lines, struct view_line, place).kind;
	return kind == VIEW_SUM || kind == VIEW_COUNTS;
}

/* Where one can stand: what opens, and what has to be scrolled to. */
static bool
line_stops(const struct figures_view *view, guint place)
{
	int kind = (int)g_array_index(view->lines, struct view_line, place).kind;
	return kind == VIEW_STEP || kind == VIEW_REMARK || line_opens(view, place);
}

/* On to a line where one can stand, the way one was going; else one stays. */
bool
figures_view_key(struct figures_view *view, const struct key *key)
{
	guint at = view->cursor, before = at;
	if (!key_moves(key, &at, view->lines->len, view->page))
		return false;
	int step = at < before ? -1 : 1;
	while (at < view->lines->len && !line_stops(view, at))
		at = at == 0 && step < 0 ? view->lines->len : (guint)((int)at + step);
	if (at < view->lines->len)
		view->cursor = at;
	return true;
}

/* ---- the names behind a line --------------------------------------------------------------------
 */

enum which {
	WHICH_REGISTERED,
	WHICH_PRESENT,
	WHICH_ABSENT,
	WHICH_WALK_IN,
	WHICHES,
};

static const char *const which_labels[WHICHES] = {
	N_("Registered"),
	N_("Present"),
	N_("Registered and not come"),
	N_("Walk-ins"),
};

static bool
person_is(const struct figure_person *person, enum which which)
{
	switch (which) {
	case WHICH_REGISTERED:
		return person->registered;
	case WHICH_PRESENT:
		return person->present;
	case WHICH_ABSENT:
		return person->registered && !person->present;
	case WHICH_WALK_IN:
		return person->walk_in && person->present;
	case WHICHES:
		break;
	}
	return false;
}

static bool
person_in_line(const struct figure_person *person, const struct view_line *line)
{
	const char *code = line->axis == FIGURES_BY_FAMILY  ? person->family
			   : line->axis == FIGURES_BY_LEVEL ? person->level
			   : *person->department != '\0'    ? person->department
							    : NULL;
	return line->all || g_strcmp0(code, line->code) == 0;
}

static GHashTable *
people_behind(const struct figures_view *view, const struct view_line *line, enum which which)
{
	GHashTable *ids = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	for (guint i = 0; i < view->figures->people->len; i++) {
		const struct figure_person *person =
			&g_array_index(view->figures->people, struct figure_person, i);
		if (person_in_line(person, line) && person_is(person, which))
			g_hash_table_add(ids, g_memdup2(&person->attendee_id,
							sizeof person->attendee_id));
	}
	return ids;
}

struct names_request {
	struct figures_view *view;
	guint line;
	figures_names names;
	gpointer user;
};

static void
which_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct names_request *request = user;
	const struct view_line *line =
		&g_array_index(request->view->lines, struct view_line, request->line);
	GHashTable *ids = people_behind(request->view, line, (enum which)index);
	guint n = g_hash_table_size(ids);
	g_autofree char *words =
		line->all ? g_strdup_printf("%s : %u", _(which_labels[index]), n)
			  : g_strdup_printf("%s, %s : %u", _(which_labels[index]), line->label, n);
	request->names(ui, ids, words, request->user);
}

void
figures_view_open(struct figures_view *view, struct ui *ui, figures_names names, gpointer user)
{
	if (view->cursor >= view->lines->len || !line_opens(view, view->cursor))
		return;
	const struct view_line *line = &g_array_index(view->lines, struct view_line, view->cursor);
	struct names_request *request = g_new(struct names_request, 1);
	*request = (struct names_request){view, view->cursor, names, user};
	const char *title = line->all ? _("The names behind the figures") : line->label;
	struct chooser *chooser = chooser_new(title, which_chosen, request, g_free);
	for (int i = 0; i < WHICHES; i++) {
		g_autoptr(GHashTable) ids = people_behind(view, line, (enum which)i);
		g_autofree char *n = count_text(g_hash_table_size(ids));
		chooser_add(chooser, _(which_labels[i]), n);
	}
	chooser_show(chooser, ui, WHICH_PRESENT);
}
