/* Tables of the sections of a report. */
#include "base/i18n.h"
#include "core/report_private.h"

#define BRIEF_MOST 8 /* letters that head a narrow column */
#define BRIEF_LEFT 6 /* of what has more */

/* ---- columns ------------------------------------------------------------------------------------
 */

static struct report_column
figure_column(const struct section_rule *rule, enum report_figure figure)
{
	return (struct report_column){
		.key = report_figure_key(figure),
		.label = report_figure_label(figure),
		.brief = report_figure_brief(figure),
		.unit = report_figure_unit(figure),
		.cell = {.figure = figure, .axis = rule->axis},
	};
}

/* "départ." of "départemental". Borrowed for ever. */
static const char *
value_brief(const struct report_value *value)
{
	if (value->code == NULL)
		return "?";
	if (g_utf8_strlen(value->label, -1) <= BRIEF_MOST)
		return value->label;
	g_autofree char *first = g_utf8_substring(value->label, 0, BRIEF_LEFT);
	g_autofree char *brief = g_strdup_printf("%s.", first);
	return g_intern_string(brief);
}

static struct report_column
value_column(const ReportScope *scope, const struct section_rule *rule, guint value)
{
	const struct report_value *across = &scope->facts->axes[rule->across].value[value];
	return (struct report_column){
		.key = across->code != NULL ? across->code : "unknown",
		.label = across->label,
		.brief = value_brief(across),
		.unit = report_figure_unit(rule->figures[0]),
		.cell = {.figure = rule->figures[0],
			 .axis = rule->axis,
			 .across = rule->across,
			 .across_value = value},
	};
}

/* The columns of a matrix, and their sum. */
static void
columns_across(struct report_table *table, const ReportScope *scope,
	       const struct section_rule *rule)
{
	guint n = scope->facts->axes[rule->across].n;
	table->columns = g_new0(struct report_column, n + 1);
	for (guint i = 0; i < n; i++)
		table->columns[i] = value_column(scope, rule, i);
	table->columns[n] = figure_column(rule, rule->figures[0]);
	table->columns[n].key = "total";
	table->columns[n].label = table->columns[n].brief = _("Total");
	table->n_columns = n + 1;
	table->lead = n;
}

static void
columns_make(struct report_table *table, const ReportScope *scope, const struct section_rule *rule)
{
	if (rule->across != REPORT_ALL) {
		columns_across(table, scope, rule);
		return;
	}
	table->columns = g_new0(struct report_column, REPORT_COLUMNS_MAX);
	table->lead = rule->lead;
	while (rule->figures[table->n_columns] != REPORT_FIGURES) {
		table->columns[table->n_columns] =
			figure_column(rule, rule->figures[table->n_columns]);
		table->n_columns++;
	}
}

/* ---- lines --------------------------------------------------------------------------------------
 */

/* The counts of one column, line by line. Caller frees. */
static gint64 *
column_counts(const ReportScope *scope, const struct report_column *column)
{
	const struct report_cell *cell = &column->cell;
	if (scope == NULL)
		return NULL;
	gint64 *counts = report_counts(scope, cell->figure, cell->axis, cell->across);
	if (cell->across == REPORT_ALL)
		return counts;
	guint rows = scope->facts->axes[cell->axis].n, columns = scope->facts->axes[cell->across].n;
	for (guint i = 0; i < rows; i++)
		counts[i] = counts[i * columns + cell->across_value];
	return counts;
}

static void
line_fill(const struct report_table *table, struct report_line *line, guint value,
	  gint64 *const *now, gint64 *const *before)
{
	line->now = g_new(gint64, table->n_columns);
	line->before = before[0] != NULL ? g_new(gint64, table->n_columns) : NULL;
	for (guint i = 0; i < table->n_columns; i++) {
		line->now[i] = now[i][value];
		if (line->before != NULL)
			line->before[i] = before[i][value];
	}
}

static bool
counts_any(gint64 *const *counts, guint n, guint value)
{
	for (guint i = 0; i < n; i++)
		if (counts[i] != NULL && counts[i][value] > 0)
			return true;
	return false;
}

/* Numbers that were not counted one by one are rare; without them the sum is that of those present.
 */
static void
columns_judge(struct report_table *table, const struct report_values *values, gint64 *const *now,
	      gint64 *const *before)
{
	bool any = false;
	for (guint i = 0; i < table->n_columns; i++) {
		struct report_column *column = &table->columns[i];
		column->spare = column->cell.figure == FIGURE_COUNTED ||
				column->cell.figure == FIGURE_ESTIMATED;
		for (guint j = 0; column->spare && j < values->n; j++)
			any |= counts_any(now + i, 1, j) || counts_any(before + i, 1, j);
	}
	for (guint i = 0; i < table->n_columns; i++)
		table->columns[i].spare =
			!any && (table->columns[i].spare ||
				 table->columns[i].cell.figure == FIGURE_ATTENDANCE);
}

static void
lines_of_axis(struct report_table *table, const ReportScope *now, const ReportScope *before,
	      const struct section_rule *rule)
{
	const struct report_values *values = &now->facts->axes[rule->axis];
	gint64 *ours[REPORT_COLUMNS_MAX] = {NULL}, *theirs[REPORT_COLUMNS_MAX] = {NULL};
	g_assert(table->n_columns <= REPORT_COLUMNS_MAX);
	for (guint i = 0; i < table->n_columns; i++) {
		ours[i] = column_counts(now, &table->columns[i]);
		theirs[i] = column_counts(before, &table->columns[i]);
	}
	columns_judge(table, values, ours, theirs);
	table->lines = g_new0(struct report_line, values->n + 1);
	for (guint i = 0; i < values->n; i++) {
		struct report_line *line = &table->lines[table->n_lines];
		if (!values->value[i].always && !counts_any(ours, table->n_columns, i) &&
		    !counts_any(theirs, table->n_columns, i))
			continue;
		*line = (struct report_line){.key = values->value[i].code,
					     .label = values->value[i].label,
					     .cell = {.axis = rule->axis, .value = i}};
		line_fill(table, line, i, ours, theirs);
		table->n_lines++;
	}
	for (guint i = 0; i < table->n_columns; i++) {
		g_free(ours[i]);
		g_free(theirs[i]);
	}
}

static void
line_of_figure(struct report_table *table, const struct line_rule *rule,
	       const struct report_value *value, guint place, gint64 now, const gint64 *before)
{
	struct report_line line = {
		.key = report_figure_key(rule->figure),
		.label = value != NULL ? value->label : report_figure_label(rule->figure),
		.note = value != NULL ? NULL
				      : report_figure_note(rule->figure, table->year == NULL),
		.within = value != NULL || report_figure_within(rule->figure),
		.unit = report_figure_unit(rule->figure),
		.part = value != NULL,
		.part_key = value != NULL ? value->code : NULL,
		.cell = {.figure = rule->figure, .axis = rule->split, .value = place},
	};
	if (!rule->always && now <= 0 && (before == NULL || *before <= 0))
		return;
	line.now = g_memdup2(&now, sizeof now);
	line.before = before != NULL ? g_memdup2(before, sizeof *before) : NULL;
	table->lines = g_renew(struct report_line, table->lines, table->n_lines + 1);
	table->lines[table->n_lines++] = line;
}

static void
lines_of_figures(struct report_table *table, const ReportScope *now, const ReportScope *before,
		 const struct section_rule *section)
{
	for (const struct line_rule *rule = section->lines; rule->figure != REPORT_FIGURES;
	     rule++) {
		g_autofree gint64 *ours = report_counts(now, rule->figure, rule->split, REPORT_ALL);
		g_autofree gint64 *theirs = before != NULL ? report_counts(before, rule->figure,
									   rule->split, REPORT_ALL)
							   : NULL;
		const struct report_values *values = &now->facts->axes[rule->split];
		guint n = rule->split != REPORT_ALL ? values->n : 1;
		for (guint i = 0; i < n; i++)
			line_of_figure(table, rule,
				       rule->split != REPORT_ALL ? &values->value[i] : NULL, i,
				       ours[i], theirs != NULL ? &theirs[i] : NULL);
	}
}

/* ---- tables -------------------------------------------------------------------------------------
 */

struct report_table *
report_table_new(const ReportScope *now, const ReportScope *before, enum report_section section)
{
	const struct section_rule *rule = report_section_rule(section);
	if (rule->axis == REPORT_BY_EVENT)
		before = NULL; /* an event is of one year */
	struct report_table *table = g_new0(struct report_table, 1);
	table->section = section;
	table->key = rule->key;
	table->label = _(rule->label);
	table->note = _(rule->note);
	table->year = *now->year != '\0' ? now->year : NULL;
	table->year_before = before != NULL ? before->year : NULL;
	table->lines_are_figures = rule->lines != NULL;
	if (table->lines_are_figures) {
		table->columns = g_new0(struct report_column, 1);
		table->columns[0].key = "value";
		table->n_columns = 1;
		lines_of_figures(table, now, before, rule);
	} else {
		columns_make(table, now, rule);
		lines_of_axis(table, now, before, rule);
	}
	return table;
}

void
report_table_free(struct report_table *table)
{
	if (table == NULL)
		return;
	for (guint i = 0; i < table->n_lines; i++) {
		g_free(table->lines[i].now);
		g_free(table->lines[i].before);
	}
	g_free(table->lines);
	g_free(table->columns);
	g_free(table);
}

struct report_cell
report_table_cell(const struct report_table *table, guint line, guint column)
{
	if (table->lines_are_figures)
		return table->lines[line].cell;
	struct report_cell cell = table->columns[column].cell;
	cell.value = table->lines[line].cell.value;
	return cell;
}

enum report_unit
report_table_unit(const struct report_table *table, guint line, guint column)
{
	return table->lines_are_figures ? table->lines[line].unit : table->columns[column].unit;
}

guint
report_table_shown(const struct report_table *table,
		   struct report_shown shown[static REPORT_SHOWN_MAX])
{
	guint n = 0;
	for (guint i = 0; i < table->n_columns && n + 2 < REPORT_SHOWN_MAX; i++) {
		if (!table->columns[i].spare)
			shown[n++] = (struct report_shown){i, SHOWN_NOW};
		if (i == table->lead && table->year_before != NULL) {
			shown[n++] = (struct report_shown){i, SHOWN_BEFORE};
			shown[n++] = (struct report_shown){i, SHOWN_CHANGE};
		}
	}
	return n;
}

/* ---- nothing ------------------------------------------------------------------------------------
 */

bool
report_table_tells(const struct report_table *table)
{
	for (guint i = 0; i < table->n_lines; i++)
		for (guint j = 0; j < table->n_columns; j++)
			if (table->lines[i].now[j] > 0 ||
			    (table->lines[i].before != NULL && table->lines[i].before[j] > 0))
				return true;
	return false;
}

char *
report_table_nothing(const struct report_table *table)
{
	if (table->year == NULL)
		return g_strdup(_("nothing"));
	return table->year_before != NULL ? g_strdup_printf(_("nothing in %s, nor in %s"),
							    table->year, table->year_before)
					  : g_strdup_printf(_("nothing in %s"), table->year);
}
