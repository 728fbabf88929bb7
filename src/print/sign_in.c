#include "base/date.h"
#include "base/i18n.h"
#include "print/flow.h"
#include "print/half_days.h"
#include "print/module.h"
#include "print/wording.h"

#define ROW_HEIGHT   (9 * MM) /* room for a signature */
#define NUMBER_WIDTH (10 * MM)
#define GRID_GAP     8.0
#define TEXT_COLUMNS 4
#define MOST_COLUMNS (TEXT_COLUMNS + MOST_HALF_DAYS)

static const struct label_style number_style = {.size = 9,
						.least = 6,
						.lines = 1,
						.align = PANGO_ALIGN_RIGHT};
static const struct label_style name_style = {.size = 10.5, .least = 8, .lines = 2};
static const struct label_style detail_style = {.size = 9.5, .least = 7.5, .lines = 2};
static const struct label_style count_style = {.size = 10,
					       .least = 8,
					       .lines = 1,
					       .bold = true,
					       .align = PANGO_ALIGN_RIGHT};

/* The signature cells of one half-day, by the number of half-days on the page. */
static const double signature_widths[MOST_HALF_DAYS + 1] = {60 * MM, 60 * MM, 45 * MM, 34 * MM,
							    28 * MM};

/* One set of days, on pages of its own. */
struct days_set {
	const struct sign_in_sheet *sheet;
	Flow *flow;
	const struct document_half_day *half_days;
	guint n;                          /* of half-days; 0 when nobody knows them */
	double text_widths[TEXT_COLUMNS]; /* number, name, function, organisation */
};

/* "Matin 9 h 30 – 12 h 30". Caller frees. */
static char *
half_day_text(const struct document_half_day *half_day, const char *between)
{
	g_autofree char *times = wording_times(half_day->start, half_day->end);
	const char *part = wording_part(half_day->part);
	if (times == NULL)
		return g_strdup(part != NULL ? part : _("Signature"));
	return g_strconcat(part != NULL ? part : "", between, times, NULL);
}

/* What stands over a signature column: the day when there are several, then half-day and times. */
static char *
signature_head(const struct days_set *set, guint i)
{
	if (set->n == 0)
		return g_strdup(_("Signature"));
	g_autofree char *text = half_day_text(&set->half_days[i], "\n");
	if (half_days_count_days(set->half_days, set->n) < 2)
		return g_steal_pointer(&text);
	g_autofree char *day = date_text(set->half_days[i].day, DATE_SHORT);
	return g_strdup_printf("%s\n%s", day, text);
}

static guint
set_signatures(const struct days_set *set)
{
	return MAX(set->n, 1);
}

static void
set_share_width(struct days_set *set)
{
	static const double shares[TEXT_COLUMNS] = {0, 0.38, 0.27, 0.35};
	guint signatures = set_signatures(set);
	double rest = page_width(flow_page(set->flow)) - NUMBER_WIDTH -
		      signatures * signature_widths[signatures];
	for (guint i = 0; i < TEXT_COLUMNS; i++)
		set->text_widths[i] = i == 0 ? NUMBER_WIDTH : rest * shares[i];
}

/* A table whose columns end with the signatures of SET; TEXTS are the N columns before them. */
static Table *
set_table(const struct days_set *set, const struct grid_column *texts, guint n, bool headed)
{
	struct grid_column columns[MOST_COLUMNS] = {0};
	g_autoptr(GPtrArray) heads = g_ptr_array_new_with_free_func(g_free);
	guint signatures = set_signatures(set);
	for (guint i = 0; i < n; i++)
		columns[i] = texts[i];
	for (guint i = 0; i < signatures; i++) {
		g_ptr_array_add(heads, signature_head(set, i));
		columns[n + i].head = headed ? heads->pdata[i] : NULL;
		columns[n + i].width = signature_widths[signatures];
		columns[n + i].style = &detail_style;
	}
	return grid_new(flow_ink(set->flow), columns, n + signatures, ROW_HEIGHT);
}

static void
row_put_person(Table *table, guint column, const struct document_person *person)
{
	g_autofree char *organisation = wording_organisation(person);
	grid_put_person(table, column, person->last_name, person->first_name);
	grid_put(table, column + 1, person->function);
	grid_put(table, column + 2, organisation);
}

static void
row_put_number(Table *table, guint number)
{
	char text[16];
	g_snprintf(text, sizeof text, "%u", number);
	grid_put(table, 0, text);
}

static Table *
attendees_table(const struct days_set *set)
{
	const double *widths = set->text_widths;
	const struct grid_column columns[] = {
		{_("No."), widths[0], &number_style},
		{_("NAME First name"), widths[1], &name_style},
		{_("Function"), widths[2], &detail_style},
		{_("Organisation (dept)"), widths[3], &detail_style},
	};
	return set_table(set, columns, G_N_ELEMENTS(columns), true);
}

static void
attendees_fill(Table *table, const struct sign_in_sheet *sheet, guint blank_lines)
{
	guint named = sheet->n_attendees;
	guint blank = sheet->blank_from > 0 ? sheet->blank_from : named + 1;
	for (guint i = 0; i < named + blank_lines; i++) {
		grid_add_row(table);
		row_put_number(table, i < named ? i + 1 : blank + i - named);
		if (i < named)
			row_put_person(table, 1, &sheet->attendees[i]);
	}
}

/* NULL without speakers. */
static Table *
speakers_table(const struct days_set *set)
{
	const struct sign_in_sheet *sheet = set->sheet;
	if (sheet->n_speakers == 0)
		return NULL;
	const double *widths = set->text_widths;
	const struct grid_column columns[] = {
		{_("No."), widths[0], &number_style},
		{_("Speakers"), widths[1], &name_style},
		{_("Function"), widths[2], &detail_style},
		{_("Organisation (dept)"), widths[3], &detail_style},
	};
	Table *table = set_table(set, columns, G_N_ELEMENTS(columns), true);
	for (guint i = 0; i < sheet->n_speakers; i++) {
		grid_add_row(table);
		if (sheet->speaker_lines != NULL && sheet->speaker_lines[i] > 0)
			row_put_number(table, sheet->speaker_lines[i]);
		row_put_person(table, 1, &sheet->speakers[i]);
	}
	return table;
}

/* Boxes under the signatures for what was counted in the room. */
static Table *
count_table(const struct days_set *set)
{
	double width = 0;
	for (guint i = 0; i < TEXT_COLUMNS; i++)
		width += set->text_widths[i];
	const struct grid_column column = {NULL, width, &count_style};
	Table *table = set_table(set, &column, 1, false);
	grid_add_row(table);
	grid_put(table, 0, _("Number present"));
	return table;
}

static double
grid_height(const Table *table)
{
	double height = grid_head_height(table);
	for (guint i = 0; i < grid_rows(table); i++)
		height += grid_row_height(table, i);
	return height;
}

/* As many as were asked for; a sheet without names is a page to write on. */
static guint
blank_lines_for(const struct days_set *set, const Table *attendees, const Table *speakers,
		const Table *count)
{
	const struct sign_in_sheet *sheet = set->sheet;
	if (sheet->n_attendees > 0)
		return sheet->blank_lines;
	double room =
		flow_room(set->flow) - grid_head_height(attendees) - grid_height(count) - GRID_GAP;
	if (speakers != NULL)
		room -= grid_height(speakers) + GRID_GAP;
	guint fitting = room >= ROW_HEIGHT ? (guint)(room / ROW_HEIGHT) : 1;
	return MAX(fitting, sheet->blank_lines);
}

/* Kind, days, and the times that are not over the columns. Caller frees. */
static char *
set_when(const struct days_set *set)
{
	const struct document_event *event = &set->sheet->event;
	g_autofree char *days = NULL, *times = NULL;
	if (set->n == 0) {
		days = wording_dates(event);
		times = wording_times(event->start_time, event->end_time);
		return wording_join((const char *[]){event->kind, days, times}, 3);
	}
	g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
	days = half_days_dates(set->half_days, set->n);
	g_ptr_array_add(parts, g_strdup(event->kind));
	g_ptr_array_add(parts, g_steal_pointer(&days));
	if (half_days_count_days(set->half_days, set->n) == 1)
		for (guint i = 0; i < set->n; i++)
			g_ptr_array_add(parts, half_day_text(&set->half_days[i], " "));
	return wording_join((const char *const *)parts->pdata, parts->len);
}

static const struct page_head *
set_head(const struct days_set *set)
{
	const struct document_event *event = &set->sheet->event;
	g_autofree char *when = set_when(set);
	g_autofree char *where = wording_place(event);
	g_autofree char *session =
		event->session != NULL ? g_strdup_printf(_("Session: %s"), event->session) : NULL;
	/* the first is repeated: a page alone must say of which session it is */
	g_autofree char *first = wording_join((const char *[]){session, when}, 2);
	const char *facts[4] = {first, where, event->partners};
	return page_head(flow_page(set->flow), facts);
}

/* Nobody counts on a page that has nothing but the box for it: the last KEPT rows of TABLE, the
 * lines for those who walk in, go along. What would fill most of a page is left to flow. */
static void
flow_kept(const struct days_set *set, Table *table, double gap, guint kept, double after)
{
	double room = flow_page_room(set->flow) * 2 / 3 - grid_head_height(table) - after;
	guint rows = grid_rows(table), fitting = 0;
	while (fitting < MIN(kept, rows) && room >= grid_row_height(table, rows - 1 - fitting))
		room -= grid_row_height(table, rows - 1 - fitting++);
	flow_table_before(set->flow, table, gap, fitting, fitting > 0 ? after : 0);
}

static void
set_flow(struct days_set *set)
{
	set_share_width(set);
	flow_head(set->flow, set_head(set));
	Table *attendees = attendees_table(set);
	Table *speakers = speakers_table(set);
	Table *count = count_table(set);
	attendees_fill(attendees, set->sheet, blank_lines_for(set, attendees, speakers, count));
	double counted = GRID_GAP + grid_height(count);
	double spoken = speakers != NULL ? GRID_GAP + grid_height(speakers) : 0;
	flow_kept(set, attendees, 0, MAX(set->sheet->blank_lines, 1), spoken + counted);
	if (speakers != NULL)
		flow_kept(set, speakers, GRID_GAP, 1, counted);
	flow_table(set->flow, count, GRID_GAP);
}

/* What the people whose names stand here are told: RGPD, article 13; right to one's image. */
static char *
data_notice(const struct sign_in_sheet *sheet)
{
	const char *centre = sheet->letterhead.centre;
	if (centre == NULL && sheet->contact == NULL)
		return g_strdup(
			_("The data on this sheet serves to establish attendance and to report on "
			  "it to the funders. To see it, have it corrected or erased, ask the "
			  "organisers."));
	g_autofree char *to = centre != NULL && sheet->contact != NULL
				      ? g_strdup_printf("%s (%s)", centre, sheet->contact)
				      : g_strdup(centre != NULL ? centre : sheet->contact);
	return g_strdup_printf(
		_("The data on this sheet serves to establish attendance and to report on it to "
		  "the funders. To see it, have it corrected or erased, write to %s."),
		to);
}

static char *
sheet_notice(const struct sign_in_sheet *sheet)
{
	g_autofree char *data = data_notice(sheet);
	const char *photos = sheet->photo_notice
				     ? _("If photos are taken and you do not wish to appear in "
					 "them, tell the organisers.")
				     : "";
	return g_strdup_printf("%s %s", photos, data);
}

bool
sign_in_print(const struct sign_in_sheet *sheet, const char *path, guint *pages,
	      char **missing_letters, GError **error)
{
	g_autofree char *document = wording_document(&sheet->event, _("SIGN-IN SHEET"));
	g_autofree char *notice = sheet_notice(sheet);
	g_autofree char *where = wording_place(&sheet->event);
	const struct page_form form = {.landscape = true,
				       .letterhead = &sheet->letterhead,
				       .reference = &sheet->reference,
				       .document = document,
				       .title = sheet->event.title,
				       .notice = notice,
				       .where = where,
				       .changed = sheet->event.changed};
	g_autoptr(Flow) flow = flow_new(&form);
	g_autofree struct document_half_day *half_days =
		half_days_in_order(sheet->half_days, sheet->n_half_days);
	guint from = 0;
	do {
		struct days_set set = {.sheet = sheet, .flow = flow, .half_days = half_days + from};
		set.n = half_days_set(half_days + from, sheet->n_half_days - from);
		set_flow(&set);
		from += set.n;
	} while (from < sheet->n_half_days);
	return flow_write(flow, path, pages, missing_letters, error);
}
