/* The sections of a report, and their tables. */
#include "base/i18n.h"
#include "core/report_private.h"

/* ---- sections -----------------------------------------------------------------------------------
 */

#define COLUMNS_MAX 12
#define BRIEF_MOST  8 /* letters that head a narrow column */
#define BRIEF_LEFT  6 /* of what has more */
#define END         REPORT_FIGURES

/* A line that is a figure of its own. */
struct line_rule {
	enum report_figure figure;
	enum report_axis split; /* a line for each value of it instead of one; REPORT_ALL: one */
	bool always;            /* shown when there is nothing, too */
};

struct section_rule {
	const char *key, *label, *note; /* msgids; NOTE may be NULL */
	enum report_axis axis, across;
	enum report_figure figures[COLUMNS_MAX]; /* ended by END; one, when parted ACROSS */
	guint lead;
	const struct line_rule *lines; /* instead of an axis; ended by END */
};

static const struct line_rule summary_lines[] = {
	{FIGURE_ACTIONS, REPORT_ALL, true},
	{FIGURE_EVENTS, REPORT_ALL, true},
	{FIGURE_DAYS, REPORT_ALL, true},
	{FIGURE_HALF_DAYS, REPORT_ALL, true},
	{FIGURE_HALF_DAYS, REPORT_BY_MODE, false},
	{FIGURE_REGISTERED, REPORT_ALL, true},
	{FIGURE_PRESENT, REPORT_ALL, true},
	{FIGURE_WALK_INS, REPORT_ALL, true},
	{FIGURE_NOT_COME, REPORT_ALL, true},
	{FIGURE_NOT_COME_RATE, REPORT_ALL, true},
	{FIGURE_PARTICIPATIONS, REPORT_ALL, true},
	{FIGURE_PEOPLE, REPORT_ALL, true},
	{FIGURE_NEWCOMERS, REPORT_ALL, true},
	{FIGURE_REGULARS, REPORT_ALL, true},
	{FIGURE_ORGANISATIONS, REPORT_ALL, true},
	{FIGURE_COUNTED, REPORT_ALL, false},
	{FIGURE_ESTIMATED, REPORT_ALL, false},
	{FIGURE_ATTENDANCE, REPORT_ALL, true},
	{FIGURE_SPEAKERS, REPORT_ALL, true},
	{FIGURE_PARTNERS, REPORT_ALL, true},
	{FIGURE_REPLIES, REPORT_ALL, true},
	{FIGURE_REPLY_RATE, REPORT_ALL, true},
	{END, REPORT_ALL, false},
};

/* An event alone: the funnel first. */
static const struct line_rule event_lines[] = {
	{FIGURE_REGISTERED, REPORT_ALL, true},
	{FIGURE_PRESENT, REPORT_ALL, true},
	{FIGURE_WALK_INS, REPORT_ALL, true},
	{FIGURE_NOT_COME, REPORT_ALL, true},
	{FIGURE_NOT_COME_RATE, REPORT_ALL, true},
	{FIGURE_HALF_DAYS, REPORT_ALL, true},
	{FIGURE_PARTICIPATIONS, REPORT_ALL, true},
	{FIGURE_PEOPLE, REPORT_ALL, true},
	{FIGURE_ORGANISATIONS, REPORT_ALL, true},
	{FIGURE_SPEAKERS, REPORT_ALL, false},
	{FIGURE_COUNTED, REPORT_ALL, false},
	{FIGURE_ESTIMATED, REPORT_ALL, false},
	{FIGURE_REPLIES, REPORT_ALL, true},
	{FIGURE_REPLY_RATE, REPORT_ALL, true},
	{END, REPORT_ALL, false},
};

static const struct line_rule limit_lines[] = {
	{FIGURE_SIGNED_EVENTS, REPORT_ALL, true},    {FIGURE_COUNTED_EVENTS, REPORT_ALL, true},
	{FIGURE_ESTIMATED_EVENTS, REPORT_ALL, true}, {FIGURE_UNCOUNTED_EVENTS, REPORT_ALL, true},
	{FIGURE_WITHOUT_DAY, REPORT_ALL, false},     {FIGURE_WITHOUT_MONTH, REPORT_ALL, false},
	{FIGURE_WITHOUT_DATE, REPORT_ALL, false},    {FIGURE_DAYS_MISSING, REPORT_ALL, false},
	{FIGURE_OTHER_YEARS, REPORT_ALL, false},     {FIGURE_STILL_ANNOUNCED, REPORT_ALL, false},
	{FIGURE_NEVER_ANNOUNCED, REPORT_ALL, false}, {FIGURE_HEADING_PROPOSED, REPORT_ALL, false},
	{FIGURE_WITHOUT_FAMILY, REPORT_ALL, false},  {END, REPORT_ALL, false},
};

/* What is told of events, whatever parts them. */
#define TELL_OF_EVENTS                                                                             \
	{                                                                                          \
		FIGURE_EVENTS, FIGURE_HALF_DAYS, FIGURE_REGISTERED, FIGURE_PRESENT,                \
			FIGURE_PARTICIPATIONS, FIGURE_PEOPLE, FIGURE_COUNTED, FIGURE_ATTENDANCE,   \
			FIGURE_ESTIMATED, END                                                      \
	}
#define LEAD_OF_EVENTS 1 /* half-days are what is accounted for */

#define TELL_OF_PEOPLE                                                                             \
	{                                                                                          \
		FIGURE_INVITED, FIGURE_REGISTERED, FIGURE_PRESENT, FIGURE_PARTICIPATIONS,          \
			FIGURE_PEOPLE, FIGURE_ORGANISATIONS, END                                   \
	}
#define LEAD_OF_PEOPLE 2

/* Of a line one also asks who did not come. */
static const enum report_figure more_of_lines[] = {FIGURE_WALK_INS, FIGURE_NOT_COME, END};
static const enum report_figure nothing_more[] = {END};

static const struct section_rule rules[REPORT_SECTIONS] = {
	[SECTION_SUMMARY] = {"summary", N_("The year in figures"), NULL, .lines = summary_lines},
	[SECTION_FUNNEL] = {"funnel", N_("People, each counted once"), NULL, .lines = event_lines},
	[SECTION_LIMITS] = {"limits", N_("How far these figures go"), NULL, .lines = limit_lines},
	[SECTION_STATUS] = {"status",
			    N_("Events by status"),
			    N_("Held is what took place, or was announced and has begun"),
			    REPORT_BY_STATUS,
			    REPORT_ALL,
			    {FIGURE_EVENTS, FIGURE_TO_COME, FIGURE_APART, END}},
	[SECTION_MONTH] = {"month", N_("By month"),
			   N_("An event, its registrations and those present count in its first "
			      "month; half-days, participations and people in their own"),
			   REPORT_BY_MONTH, REPORT_ALL, TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_HEADING] = {"heading", N_("By report heading"), NULL, REPORT_BY_HEADING,
			     REPORT_ALL, TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_KIND] = {"kind", N_("By kind of event"), NULL, REPORT_BY_KIND, REPORT_ALL,
			  TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_THEME] = {"theme", N_("By main theme"),
			   N_("An event counts once, under the first of its themes"),
			   REPORT_BY_THEME, REPORT_ALL, TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_MODE] = {"mode", N_("Onsite and remote"), NULL, REPORT_BY_MODE, REPORT_ALL,
			  TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_TOWN] = {"town", N_("By town of the event"), NULL, REPORT_BY_TOWN, REPORT_ALL,
			  TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_PLACE] = {"place", N_("By département of the event"), NULL, REPORT_BY_PLACE,
			   REPORT_ALL, TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_FAMILY] = {"family", N_("By family of actors"), NULL, REPORT_BY_FAMILY, REPORT_ALL,
			    TELL_OF_PEOPLE, LEAD_OF_PEOPLE},
	[SECTION_LEVEL] = {"level", N_("By level"), NULL, REPORT_BY_LEVEL, REPORT_ALL,
			   TELL_OF_PEOPLE, LEAD_OF_PEOPLE},
	[SECTION_ROLE] = {"role", N_("By status of the person"), NULL, REPORT_BY_ROLE, REPORT_ALL,
			  TELL_OF_PEOPLE, LEAD_OF_PEOPLE},
	[SECTION_DEPARTMENT] = {"department", N_("By département of the people"),
				N_("As declared, else that of their organisation"),
				REPORT_BY_DEPARTMENT, REPORT_ALL, TELL_OF_PEOPLE, LEAD_OF_PEOPLE},
	[SECTION_INVITED] = {"invited",
			     N_("Invited, by family and level"),
			     NULL,
			     REPORT_BY_FAMILY,
			     REPORT_BY_LEVEL,
			     {FIGURE_INVITED, END}},
	[SECTION_REGISTERED] = {"registered",
				N_("Registered, by family and level"),
				NULL,
				REPORT_BY_FAMILY,
				REPORT_BY_LEVEL,
				{FIGURE_REGISTERED, END}},
	[SECTION_PRESENT] = {"present",
			     N_("Present, by family and level"),
			     NULL,
			     REPORT_BY_FAMILY,
			     REPORT_BY_LEVEL,
			     {FIGURE_PRESENT, END}},
	[SECTION_PARTNER_ROLE] = {"partner",
				  N_("Partners by role"),
				  NULL,
				  REPORT_BY_PARTNER_ROLE,
				  REPORT_ALL,
				  {FIGURE_PARTNERSHIPS, FIGURE_PARTNERS, FIGURE_PARTNER_EVENTS,
				   END},
				  1},
	[SECTION_PARTNER_FAMILY] = {"partner_family",
				    N_("Partners by family"),
				    NULL,
				    REPORT_BY_PARTNER_FAMILY,
				    REPORT_ALL,
				    {FIGURE_PARTNERSHIPS, FIGURE_PARTNERS, FIGURE_PARTNER_EVENTS,
				     END},
				    1},
	[SECTION_CYCLE] = {"cycle",
			   N_("By cycle"),
			   NULL,
			   REPORT_BY_CYCLE,
			   REPORT_ALL,
			   {FIGURE_EVENTS, FIGURE_DAYS, FIGURE_HALF_DAYS, FIGURE_REGISTERED,
			    FIGURE_PRESENT, FIGURE_PARTICIPATIONS, FIGURE_PEOPLE, END},
			   2},
	[SECTION_EVENT] = {"event",
			   N_("Event by event"),
			   NULL,
			   REPORT_BY_EVENT,
			   REPORT_ALL,
			   {FIGURE_DAYS, FIGURE_HALF_DAYS, FIGURE_REGISTERED, FIGURE_PRESENT,
			    FIGURE_WALK_INS, FIGURE_NOT_COME, FIGURE_PARTICIPATIONS, FIGURE_COUNTED,
			    FIGURE_ESTIMATED, END},
			   3},
};

const enum report_section *
report_sections(bool year, guint *n)
{
	static const enum report_section of_year[] = {
		SECTION_SUMMARY, SECTION_LIMITS,       SECTION_STATUS,         SECTION_MONTH,
		SECTION_HEADING, SECTION_KIND,         SECTION_THEME,          SECTION_MODE,
		SECTION_TOWN,    SECTION_PLACE,        SECTION_FAMILY,         SECTION_LEVEL,
		SECTION_ROLE,    SECTION_DEPARTMENT,   SECTION_INVITED,        SECTION_REGISTERED,
		SECTION_PRESENT, SECTION_PARTNER_ROLE, SECTION_PARTNER_FAMILY, SECTION_CYCLE,
		SECTION_EVENT,
	};
	static const enum report_section of_event[] = {
		SECTION_FUNNEL,     SECTION_FAMILY,  SECTION_LEVEL,      SECTION_ROLE,
		SECTION_DEPARTMENT, SECTION_INVITED, SECTION_REGISTERED, SECTION_PRESENT,
	};
	*n = year ? G_N_ELEMENTS(of_year) : G_N_ELEMENTS(of_event);
	return year ? of_year : of_event;
}

const enum report_figure *
report_section_more(enum report_section section)
{
	bool told = section != SECTION_EVENT && rules[section].across == REPORT_ALL;
	for (const enum report_figure *figure = rules[section].figures; told && *figure != END;
	     figure++)
		if (*figure == FIGURE_PRESENT)
			return more_of_lines;
	return nothing_more;
}

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
	table->columns = g_new0(struct report_column, COLUMNS_MAX);
	table->lead = rule->lead;
	while (rule->figures[table->n_columns] != END) {
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
	gint64 *ours[COLUMNS_MAX] = {NULL}, *theirs[COLUMNS_MAX] = {NULL};
	g_assert(table->n_columns <= COLUMNS_MAX);
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
		.note = value != NULL ? NULL : report_figure_note(rule->figure),
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
	for (const struct line_rule *rule = section->lines; rule->figure != END; rule++) {
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
	const struct section_rule *rule = &rules[section];
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
