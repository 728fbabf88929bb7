/* The report of an event: one or two pages for those who paid for it. */
#include "app/attendance.h"
#include "app/figures.h"
#include "app/succession.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/status.h"
#include "paper/places.h"
#include "paper/report_after.h"
#include "paper/sessions.h"

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "report");
}

static bool
gather(struct paper *paper, GError **error)
{
	paper->facts = event_figures(paper->store, paper->whole->event->id, error);
	paper->free_facts = (GDestroyNotify)event_figures_free;
	return paper->facts != NULL;
}

/* ---- the figures --------------------------------------------------------------------------------
 */

static void
figure_put(Writing *writing, struct writing_table *table, const char *label, const char *value)
{
	writing_row(table);
	writing_cell(writing, table, NULL, label, 1);
	writing_cell(writing, table, value, NULL, 1);
}

static void
count_put(Writing *writing, struct writing_table *table, const char *label, guint count)
{
	g_autofree char *value = g_strdup_printf("%u", count);
	figure_put(writing, table, label, value);
}

/* "30, soit 25 % des inscrits". */
static void
share_put(Writing *writing, struct writing_table *table, const char *label, guint part, guint whole)
{
	g_autofree char *rate = figure_rate(part, whole);
	g_autofree char *value =
		whole > 0 ? g_strdup_printf(_("%u, %s of those registered"), part, rate)
			  : g_strdup_printf("%u", part);
	figure_put(writing, table, label, value);
}

static void
halves_put(Writing *writing, struct writing_table *table, const char *label, guint halves)
{
	g_autofree char *value = figure_halves(halves);
	figure_put(writing, table, label, value);
}

/* Those that count, in halves. */
static guint
halves_held(const struct paper *paper)
{
	gint64 halves = 0;
	for (guint i = 0; i < paper->whole->half_days->n; i++)
		halves += ((const struct half_day *)paper->whole->half_days->row[i])->counts_halves;
	return (guint)halves;
}

/* What an organisation is counted as: its body, else the name that was declared. Caller frees. */
static char *
body_key(const struct paper *paper, const struct attendee *attendee)
{
	if (attendee->organisation_id != 0)
		return g_strdup_printf("%" G_GINT64_FORMAT,
				       organisation_body(paper->store, attendee->organisation_id));
	char *key = text_search_key(attendee->organisation);
	if (*key == '\0')
		g_clear_pointer(&key, g_free);
	return key;
}

/* Different organisations among those present whose part is counted. */
static guint
bodies_present(const struct paper *paper)
{
	g_autoptr(GHashTable) attended = attendance_load(paper->whole);
	g_autoptr(GHashTable) bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < paper->whole->attendees->n; i++) {
		const struct attendee *attendee = paper->whole->attendees->row[i];
		if (!code_is(&code_attendee_parts, attendee->part, CODE_COUNTED) ||
		    !g_hash_table_contains(attended, &attendee->id))
			continue;
		char *key = body_key(paper, attendee);
		if (key != NULL)
			g_hash_table_add(bodies, key);
	}
	return g_hash_table_size(bodies);
}

static guint
speakers_count(const struct paper *paper)
{
	g_autoptr(GHashTable) people = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < paper->whole->speakers->n; i++) {
		struct speaker *speaker = paper->whole->speakers->row[i];
		if (code_is(&code_speaker_states, speaker->state, CODE_LIVE))
			g_hash_table_add(people, &speaker->person_id);
	}
	return g_hash_table_size(people);
}

static void
presence_put(const struct paper *paper, Writing *writing, struct writing_table *table)
{
	const EventFigures *figures = paper->facts;
	count_put(writing, table, _("People present, each counted once"), figures->present);
	count_put(writing, table, _("of whom came without being registered"), figures->walk_ins);
	share_put(writing, table, _("Registered and not come"), figures->no_shows,
		  figures->registered);
	halves_put(writing, table, _("Participations: half-days attended, all people together"),
		   figures->halves);
	count_put(writing, table, _("Organisations present, each counted once"),
		  bodies_present(paper));
}

/* An event without marks may have been counted by the centre, or in round words. */
static void
estimate_put(const struct paper *paper, Writing *writing, struct writing_table *table)
{
	const struct event *event = paper->whole->event;
	if (event->counted_attendance >= 0)
		count_put(writing, table, _("Present, as the centre counted them"),
			  (guint)event->counted_attendance);
	else if (event->estimated_attendance >= 0)
		count_put(writing, table, _("Present, as the centre estimated"),
			  (guint)event->estimated_attendance);
	else
		figure_put(writing, table, _("Present"), _("nobody was marked"));
}

static void
figures_write(const struct paper *paper, Writing *writing)
{
	const struct writing_column columns[] = {{NULL, 70, WRITING_START},
						 {NULL, 40, WRITING_START}};
	const EventFigures *figures = paper->facts;
	writing_heading(writing, 1, _("Key figures"));
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	count_put(writing, table, _("Days"), paper->whole->days->n);
	halves_put(writing, table, _("Half-days"), halves_held(paper));
	count_put(writing, table, _("Registered before the day"), figures->registered);
	if (figures->marked)
		presence_put(paper, writing, table);
	else
		estimate_put(paper, writing, table);
	count_put(writing, table, _("Speakers"), speakers_count(paper));
}

/* ---- breakdowns ---------------------------------------------------------------------------------
 */

static guint
line_counted(const struct figure_line *line, bool marked)
{
	return marked ? line->present : line->registered;
}

static void
line_put(Writing *writing, struct writing_table *table, const struct figure_line *line,
	 const EventFigures *figures, guint most)
{
	guint counted = line_counted(line, figures->marked);
	g_autofree char *registered = g_strdup_printf("%u", line->registered);
	g_autofree char *present = g_strdup_printf("%u", line->present);
	g_autofree char *rate =
		figure_rate(counted, figures->marked ? figures->present : figures->registered);
	writing_row(table);
	writing_cell(writing, table, NULL, line->label, 1);
	writing_cell(writing, table, NULL, registered, 1);
	if (figures->marked)
		writing_cell(writing, table, NULL, present, 1);
	writing_cell(writing, table, NULL, rate, 1);
	writing_bar(table, most > 0 ? (int)(counted * 1000 / most) : 0);
}

/* Nobody's presence is a column as long as nobody was marked. */
static struct writing_table *
breakdown_table(Writing *writing, const char *head, bool marked)
{
	struct writing_column columns[5] = {{head, 62, WRITING_START},
					    {_("Registered"), 20, WRITING_END}};
	guint n = 2;
	if (marked)
		columns[n++] = (struct writing_column){_("Present"), 20, WRITING_END};
	columns[n++] = (struct writing_column){marked ? _("Share of those present")
						      : _("Share of those registered"),
					       24, WRITING_END};
	columns[n++] = (struct writing_column){NULL, 60, WRITING_START};
	return writing_table(writing, columns, n);
}

/* Of people of whom it is not known, there is nothing to say. */
static bool
lines_tell(const GArray *lines)
{
	return lines->len > 1 ||
	       (lines->len == 1 && g_array_index(lines, struct figure_line, 0).code != NULL);
}

static void
breakdown_write(const struct paper *paper, Writing *writing, enum figure_axis axis,
		const char *head)
{
	const EventFigures *figures = paper->facts;
	g_autoptr(GArray) lines = figures_lines(paper->store, figures, axis);
	guint most = 0;
	for (guint i = 0; i < lines->len; i++)
		most = MAX(most, line_counted(&g_array_index(lines, struct figure_line, i),
					      figures->marked));
	if (!lines_tell(lines))
		return;
	struct writing_table *table = breakdown_table(writing, head, figures->marked);
	for (guint i = 0; i < lines->len; i++)
		line_put(writing, table, &g_array_index(lines, struct figure_line, i), figures,
			 most);
}

/* ---- who was in the room ------------------------------------------------------------------------
 */

static bool
row_is_empty(const guint *counts, guint n)
{
	for (guint i = 0; i < n; i++)
		if (counts[i] > 0)
			return false;
	return true;
}

static void
matrix_put(Writing *writing, struct writing_table *table, const char *label, const guint *counts,
	   guint n)
{
	writing_row(table);
	writing_cell(writing, table, NULL, label, 1);
	for (guint i = 0; i < n; i++) {
		g_autofree char *count = g_strdup_printf("%u", counts[i]);
		writing_cell(writing, table, NULL, counts[i] > 0 ? count : "·", 1);
	}
}

/* Family crossed with level, unless neither is known of anybody; families of which nobody was there
 * are left out. */
static void
matrix_write(const struct paper *paper, Writing *writing)
{
	const EventFigures *figures = paper->facts;
	struct writing_column columns[8] = {{_("People present"), 62, WRITING_START}};
	guint rows = 0, n = 0;
	g_autofree guint *matrix = figures_matrix(figures, &rows, &n);
	guint unknown = matrix[(gsize)(rows - 1) * n + n - 1];
	if (figures->present == unknown || n + 1 > G_N_ELEMENTS(columns))
		return;
	for (guint i = 0; i < n; i++)
		columns[i + 1] =
			(struct writing_column){i < code_levels.n ? code_text(&code_levels.codes[i])
								  : _("not known"),
						25, WRITING_END};
	writing_heading(writing, 1, _("Families of actors by level"));
	struct writing_table *table = writing_table(writing, columns, n + 1);
	for (guint i = 0; i < rows; i++)
		if (!row_is_empty(matrix + (gsize)i * n, n))
			matrix_put(writing, table,
				   i < code_families.n ? code_text(&code_families.codes[i])
						       : _("not known"),
				   matrix + (gsize)i * n, n);
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* What follows the figures, in this order. */
static bool (*const sections[])(struct paper *paper, Writing *writing, GError **error) = {
	satisfaction_write,
	outputs_write,
	follow_up_write,
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
	breakdown_write(paper, writing, FIGURES_BY_FAMILY, _("Family of actors"));
	breakdown_write(paper, writing, FIGURES_BY_LEVEL, _("Level"));
	breakdown_write(paper, writing, FIGURES_BY_ROLE, _("Status"));
	breakdown_write(paper, writing, FIGURES_BY_DEPARTMENT, _("Département"));
	if (writing->blocks->len == before + 1)
		writing_drop(writing, before);
	matrix_write(paper, writing);
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
