/* How the preview of an import looks. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "screens/preview_private.h"

#define OUTCOME_WIDTH 16 /* "nouveau (choisi)" */

static const char *
outcome_text(const struct import_line *row)
{
	if (row->outcome == IMPORT_DOUBTFUL && row->decision == DECIDE_NEW)
		return _("new (decided)");
	if (row->outcome == IMPORT_DOUBTFUL && row->decision == DECIDE_SAME)
		return _("same (decided)");
	static const char *const words[] = {
		[IMPORT_NEW] = N_("new"),           [IMPORT_SAME] = N_("already there"),
		[IMPORT_CHANGED] = N_("changed"),   [IMPORT_DOUBTFUL] = N_("doubtful ?"),
		[IMPORT_REFUSED] = N_("refused !"),
	};
	return _(words[row->outcome]);
}

static enum style
outcome_style(const struct import_line *row)
{
	if (row->outcome == IMPORT_REFUSED)
		return STYLE_ERROR;
	if (row->outcome == IMPORT_DOUBTFUL && row->decision == DECIDE_SKIP)
		return STYLE_WARNING;
	if (row->waiting != NULL || row->beyond != NULL)
		return STYLE_WARNING;
	return row->outcome == IMPORT_SAME ? STYLE_FAINT : STYLE_PLAIN;
}

/* What the seats make of a row: a place on the waiting list, or a seat beyond those there are.
 * Caller frees; NULL for most rows. */
static char *
seat_text(const struct import_line *row)
{
	return row->beyond != NULL ? g_strdup_printf(_("beyond the seats: %s"), row->beyond)
				   : g_strdup(row->waiting);
}

static char *
column_use_text(const struct import_plan *plan, const struct import_column *column)
{
	if (column->use == COLUMN_QUESTION)
		return g_strdup(_("kept as a question and its answers"));
	if (column->use == COLUMN_IGNORED || column->field == NULL)
		return g_strdup(_("left aside"));
	const struct column_field *field = columns_field(preview_kind(plan), column->field);
	return g_strdup(field != NULL ? _(field->label) : column->field);
}

char *
preview_heading(const struct import_plan *plan, const struct import_column *column)
{
	const struct column_field *field =
		plan->parts ? columns_field(preview_kind(plan), column->heading) : NULL;
	return g_strdup(field != NULL ? _(field->label) : column->heading);
}

/* What one does in each view. */
static const char *const explanations[VIEWS_N] = {
	[VIEW_ROWS] = N_("What becomes of each row; Enter decides a doubtful one"),
	[VIEW_COLUMNS] = N_("What each column is read as; Enter changes it"),
	[VIEW_PROBLEMS] = N_("What there is to say about the file, by line"),
};

/* How the file is written: "UTF-8, “;”", "XLSX". Caller frees. */
static char *
form_words(const ImportPlan *plan)
{
	if (plan->separator == '\0')
		return g_strdup(plan->encoding);
	return g_strdup_printf(_("%s, “%s”"), plan->encoding,
			       plan->separator == '\t' ? _("tab") : (char[2]){plan->separator, 0});
}

/* How many are refused is the last of the numbers, and the one not to be cut. */
static char *
counts_words(const ImportPlan *plan, const struct import_counts *counts, int width)
{
	g_autofree char *form = form_words(plan);
	char *words = g_strdup_printf(_("new %u · already there %u · changed %u · doubtful %u · "
					"refused %u — %s"),
				      counts->new, counts->same, counts->changed, counts->doubtful,
				      counts->refused, form);
	if (text_width(words) <= width)
		return words;
	g_free(words);
	return g_strdup_printf(_("new %u · there %u · changed %u · doubtful %u · refused %u"),
			       counts->new, counts->same, counts->changed, counts->doubtful,
			       counts->refused);
}

static void
draw_summary(const struct preview *preview, struct area body)
{
	struct import_counts counts;
	preview_count(preview->plan, &counts);
	g_autofree char *name = g_path_get_basename(preview->path);
	draw_format(body.y, body.x + 1, body.width - 2, STYLE_HEAD, "%s · %s",
		    import_subject_label(preview->plan->subject), name);
	g_autofree char *numbers = counts_words(preview->plan, &counts, body.width - 2);
	draw_text(body.y + 1, body.x + 1, body.width - 2, STYLE_PLAIN, numbers);
	if (counts.waiting > 0)
		draw_format(body.y + 2, body.x + 1, body.width - 2, STYLE_WARNING,
			    i18n_count("%u of them finds no seat and goes onto the waiting list",
				       "%u of them find no seat and go onto the waiting list",
				       counts.waiting),
			    counts.waiting);
	else if (preview->plan->beyond > 0)
		draw_format(body.y + 2, body.x + 1, body.width - 2, STYLE_WARNING,
			    i18n_count("%u of them gets a seat beyond those there are",
				       "%u of them get seats beyond those there are",
				       preview->plan->beyond),
			    preview->plan->beyond);
	else
		draw_text(body.y + 2, body.x + 1, body.width - 2, STYLE_FAINT,
			  _(explanations[preview->view]));
}

static void
draw_views(const struct preview *preview, struct area body)
{
	static const char *const labels[VIEWS_N] = {N_("Rows"), N_("Columns"), N_("Problems")};
	guint counts[VIEWS_N] = {preview->plan->rows->len, preview->plan->columns->len,
				 preview->plan->problems->len};
	int x = body.x + 1;
	for (int i = 0; i < VIEWS_N; i++) {
		bool here = i == (int)preview->view;
		g_autofree char *label =
			g_strdup_printf(here ? "[%s %u]" : " %s %u ", _(labels[i]), counts[i]);
		x += draw_text(body.y + 3, x, body.width, here ? STYLE_HEAD : STYLE_PLAIN, label) +
		     1;
	}
}

static void
draw_row(const struct preview *preview, guint place, int y, struct area area, bool focus)
{
	const struct import_line *row = g_ptr_array_index(preview->plan->rows, place);
	enum style style = focus ? STYLE_FOCUS : outcome_style(row);
	draw_format(y, area.x + 2, 5, style, "%5u", row->line);
	draw_text(y, area.x + 8, OUTCOME_WIDTH, style, outcome_text(row));
	int x = area.x + 8 + OUTCOME_WIDTH + 1, rest = area.width - (x - area.x) - 1;
	g_autofree char *seat = seat_text(row);
	const char *reason = seat != NULL ? seat : row->reason;
	int title = reason != NULL ? rest * 11 / 20 : rest;
	draw_text(y, x, title, style, row->title);
	if (reason != NULL)
		draw_text(y, x + title + 1, rest - title - 1, style, reason);
}

static void
draw_column(const struct preview *preview, guint place, int y, struct area area, bool focus)
{
	const struct import_column *column = g_ptr_array_index(preview->plan->columns, place);
	enum style style = focus                                                   ? STYLE_FOCUS
			   : column->use == COLUMN_FIELD && column->certainty < 60 ? STYLE_WARNING
										   : STYLE_PLAIN;
	int width = (area.width - 6) / 3;
	g_autofree char *use = column_use_text(preview->plan, column);
	g_autofree char *heading = preview_heading(preview->plan, column);
	draw_text(y, area.x + 2, width, style, heading);
	draw_format(y, area.x + 3 + width, width, style, "%s %s", draw_letter("→", "->"), use);
	draw_text(y, area.x + 4 + 2 * width, width, style, column->example);
}

static void
draw_problem(const struct preview *preview, guint place, int y, struct area area, bool focus)
{
	const struct import_problem *problem = g_ptr_array_index(preview->plan->problems, place);
	enum style style = focus                                       ? STYLE_FOCUS
			   : strcmp(problem->severity, "error") == 0   ? STYLE_ERROR
			   : strcmp(problem->severity, "warning") == 0 ? STYLE_WARNING
								       : STYLE_PLAIN;
	if (problem->line > 0)
		draw_format(y, area.x + 2, 5, style, "%5u", problem->line);
	draw_text(y, area.x + 8, area.width - 9, style, problem->message);
}

/* The whole of what the focused line has to say, below the list. */
static char *
focus_detail(const struct preview *preview)
{
	guint place = preview->cursor[preview->view];
	if (place >= preview_length(preview))
		return NULL;
	if (preview->view == VIEW_ROWS) {
		const struct import_line *row = g_ptr_array_index(preview->plan->rows, place);
		g_autofree char *seat = seat_text(row);
		return row->other != NULL ? g_strdup(row->other)
		       : seat != NULL     ? g_steal_pointer(&seat)
					  : g_strdup(row->reason);
	}
	if (preview->view == VIEW_COLUMNS)
		return g_strdup(
			((struct import_column *)g_ptr_array_index(preview->plan->columns, place))
				->reason);
	return g_strdup(((struct import_problem *)g_ptr_array_index(preview->plan->problems, place))
				->message);
}

void
preview_draw(struct screen *screen, struct ui *ui, struct area body)
{
	static void (*const draws[VIEWS_N])(const struct preview *, guint, int, struct area,
					    bool) = {draw_row, draw_column, draw_problem};
	struct preview *preview = (struct preview *)screen;
	(void)ui;
	if (preview->plan == NULL)
		return;
	draw_summary(preview, body);
	draw_views(preview, body);
	struct area area = {body.y + 4, body.x, body.height - 6, body.width};
	guint *cursor = &preview->cursor[preview->view], *top = &preview->top[preview->view];
	preview->page = (guint)MAX(area.height, 1);
	if (*cursor < *top)
		*top = *cursor;
	if (*cursor >= *top + preview->page)
		*top = *cursor - preview->page + 1;
	for (guint i = 0; i < preview->page && *top + i < preview_length(preview); i++) {
		bool focus = *top + i == *cursor;
		int y = area.y + (int)i;
		draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)(*top + i));
		draw_cell(y, area.x, area.width, focus ? STYLE_FOCUS : STYLE_PLAIN,
			  focus ? ">" : " ");
		draws[preview->view](preview, *top + i, y, area, focus);
		if (focus)
			draw_cursor(y, area.x);
	}
	g_autofree char *detail = focus_detail(preview);
	if (detail != NULL)
		draw_paragraph((struct area){body.y + body.height - 2, body.x + 2, 2,
					     body.width - 4},
			       STYLE_FAINT, detail);
}
