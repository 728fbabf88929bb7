/* The report of an event: one or two pages for those who paid for it. */
#include "app/report.h"
#include "base/i18n.h"
#include "paper/places.h"
#include "paper/report_after.h"
#include "paper/sessions.h"

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "report");
}

static void
facts_free(gpointer report)
{
	report_free(report);
}

static bool
gather(struct paper *paper, GError **error)
{
	paper->facts = report_of_event(paper->store, paper->whole->event->id, error);
	paper->free_facts = facts_free;
	return paper->facts != NULL;
}

/* ---- the figures --------------------------------------------------------------------------------
 */

static void
figure_put(Writing *writing, struct writing_table *table, const char *label, const char *value,
	   const char *note)
{
	writing_row(table);
	writing_cell(writing, table, NULL, label, 1);
	writing_cell(writing, table, value, NULL, 1);
	writing_cell(writing, table, NULL, note, 1);
}

/* A figure with what has to be known of it. */
static void
line_figure_put(Writing *writing, struct writing_table *table, const struct report_line *line)
{
	g_autofree char *label = report_line_shown(line);
	g_autofree char *value = report_text(line->now[0], line->unit);
	figure_put(writing, table, label, value, line->note);
}

/* What nobody knows is left out: a paper that goes out is not full of dashes. */
static void
figures_write(const struct paper *paper, Writing *writing)
{
	const struct writing_column columns[] = {{NULL, 60, WRITING_START},
						 {NULL, 18, WRITING_END},
						 {NULL, 72, WRITING_START}};
	const struct report_cell present = {.figure = FIGURE_PRESENT};
	const Report *report = paper->facts;
	const struct report_table *funnel = report_table(report, SECTION_FUNNEL);
	writing_heading(writing, 1, _("Key figures"));
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	g_autofree char *days = g_strdup_printf("%u", paper->whole->days->n);
	figure_put(writing, table, _("Days"), days, NULL);
	for (guint i = 0; i < funnel->n_lines; i++)
		if (funnel->lines[i].now[0] != REPORT_UNKNOWN)
			line_figure_put(writing, table, &funnel->lines[i]);
	if (report_count(report->now, &present) == REPORT_UNKNOWN)
		figure_put(writing, table, report_figure_label(FIGURE_PRESENT), "–",
			   _("no participant was marked"));
}

/* ---- breakdowns ---------------------------------------------------------------------------------
 */

/* The columns of TABLE in which something is known. */
struct known {
	guint columns[REPORT_SHOWN_MAX];
	guint n;
};

static bool
column_tells(const struct report_table *table, guint column)
{
	for (guint i = 0; i < table->n_lines; i++)
		if (table->lines[i].now[column] > 0)
			return true;
	return false;
}

static struct known
known_columns(const struct report_table *table)
{
	struct report_shown shown[REPORT_SHOWN_MAX];
	struct known known = {.n = 0};
	guint n = report_table_shown(table, shown);
	for (guint i = 0; i < n; i++)
		if (shown[i].aspect == SHOWN_NOW && column_tells(table, shown[i].column))
			known.columns[known.n++] = shown[i].column;
	return known;
}

static gint64
most_of(const struct report_table *table, guint column)
{
	gint64 most = 0;
	for (guint i = 0; i < table->n_lines; i++)
		most = MAX(most, table->lines[i].now[column]);
	return most;
}

static void
counts_put(Writing *writing, struct writing_table *written, const struct report_table *table,
	   const struct report_line *line, const struct known *known)
{
	g_autofree char *label = report_line_label(line);
	writing_row(written);
	writing_cell(writing, written, NULL, label, 1);
	for (guint i = 0; i < known->n; i++) {
		guint column = known->columns[i];
		g_autofree char *value =
			report_text(line->now[column], table->columns[column].unit);
		writing_cell(writing, written, NULL, line->now[column] > 0 ? value : "·", 1);
	}
}

static bool
line_tells(const struct report_line *line, const struct known *known)
{
	for (guint i = 0; i < known->n; i++)
		if (line->now[known->columns[i]] > 0)
			return true;
	return false;
}

/* The bars are of those present, or of those registered as long as nobody was marked. */
static guint
bar_column(const struct report_table *table, const struct known *known)
{
	for (guint i = 0; i < known->n; i++)
		if (known->columns[i] == table->lead)
			return table->lead;
	return known->columns[0];
}

static struct writing_table *
counts_table(Writing *writing, const struct report_table *table, const struct known *known,
	     bool bars)
{
	struct writing_column columns[REPORT_SHOWN_MAX + 2] = {{table->label, 46, WRITING_START}};
	guint n = 1;
	for (guint i = 0; i < known->n; i++)
		columns[n++] = (struct writing_column){table->columns[known->columns[i]].brief, 22,
						       WRITING_END};
	if (bars)
		columns[n++] = (struct writing_column){NULL, 28, WRITING_START};
	return writing_table(writing, columns, n);
}

/* Of people of whom nothing is known by this, there is nothing to say. */
static bool
table_tells(const struct report_table *table, const struct known *known)
{
	for (guint i = 0; i < table->n_lines; i++)
		if (table->lines[i].key != NULL && line_tells(&table->lines[i], known))
			return true;
	return false;
}

static void
breakdown_write(const struct paper *paper, Writing *writing, enum report_section section, bool bars)
{
	const struct report_table *table = report_table(paper->facts, section);
	struct known known = known_columns(table);
	if (known.n == 0 || !table_tells(table, &known))
		return;
	guint bar = bar_column(table, &known);
	gint64 most = most_of(table, bar);
	struct writing_table *written = counts_table(writing, table, &known, bars);
	for (guint i = 0; i < table->n_lines; i++) {
		const struct report_line *line = &table->lines[i];
		if (!line_tells(line, &known))
			continue;
		counts_put(writing, written, table, line, &known);
		if (bars)
			writing_bar(written, (int)(MAX(line->now[bar], 0) * 1000 / most));
	}
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* What follows the figures, in this order. */
static bool (*const sections[])(struct paper *paper, Writing *writing, GError **error) = {
	satisfaction_write,
	outputs_write,
	follow_up_write,
};

/* The matrix of families and levels is of those present, and of those registered before. */
static const struct {
	enum report_section section;
	bool bars;
} breakdowns[] = {
	{SECTION_FAMILY, true},     {SECTION_LEVEL, true},       {SECTION_ROLE, true},
	{SECTION_DEPARTMENT, true}, {SECTION_REGISTERED, false}, {SECTION_PRESENT, false},
};

static void
head_write(struct paper *paper, Writing *writing)
{
	g_autofree char *dates = wording_dates(&paper->event);
	g_autofree char *when = wording_join((const char *[]){paper->event.kind, dates}, 2);
	g_autofree char *where = places_text(paper);
	writing_add_fact(writing, when);
	writing_add_fact(writing, where);
	writing_add_fact(writing, paper->event.partners);
	writing_fact(writing, _("Objectives"), paper->whole->event->objectives);
}

static bool
compose(struct paper *paper, GError **error)
{
	g_autofree char *document = wording_document(&paper->event, _("EVENT REPORT"));
	Writing *writing = paper_writing(paper, document, paper->event.title);
	head_write(paper, writing);
	figures_write(paper, writing);
	guint before = writing->blocks->len;
	writing_heading(writing, 1, _("Who was expected, who came"));
	for (gsize i = 0; i < G_N_ELEMENTS(breakdowns); i++)
		breakdown_write(paper, writing, breakdowns[i].section, breakdowns[i].bars);
	if (writing->blocks->len == before + 1)
		writing_drop(writing, before);
	for (gsize i = 0; i < G_N_ELEMENTS(sections); i++)
		if (!sections[i](paper, writing, error))
			return false;
	return true;
}

const struct paper_making making_event_report = {
	.kind = {.name = "event-report",
		 .label = N_("Event report"),
		 .formats = 1 << PAPER_PDF | 1 << PAPER_TEXT | 1 << PAPER_HTML | 1 << PAPER_ODT},
	.file_word = file_word,
	.gather = gather,
	.compose = compose,
};
