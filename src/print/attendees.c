#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "print/flow.h"
#include "print/module.h"
#include "print/tally.h"
#include "print/wording.h"

#define LEAST_ROW      (6 * MM)
#define LETTER_WIDTH   5.3 /* of 9 points, on average */
#define CAPITAL_WIDTH  6.0 /* the same of a name, half of it in bold capitals */
#define PADDING        8.0
#define PORTRAIT_WIDTH (A4_SHORT - 24 * MM)
#define GRID_GAP       8.0

enum list_column {
	COLUMN_NUMBER,
	COLUMN_NAME,
	COLUMN_FUNCTION,
	COLUMN_ORGANISATION,
	COLUMN_DEPARTMENT,
	COLUMN_EMAIL,
	COLUMN_PHONE,
	COLUMN_STATUS,
	COLUMN_WORKSHOP,
	N_COLUMNS
};

static const struct label_style cell_style = {.size = 9, .least = 7, .lines = 2};
static const struct label_style centred_style = {.size = 9,
						 .least = 7,
						 .lines = 1,
						 .align = PANGO_ALIGN_CENTER};
static const struct label_style totals_style = {.size = 9.5, .least = 8, .lines = 3, .bold = true};

/* LEAST and MOST are letters: a column is as wide as its longest text between them. */
static const struct list_column_kind {
	const char *head;
	const struct label_style *style;
	gsize offset; /* of its text in struct document_person */
	guint least, most;
	bool contact; /* left out of what is shared */
} kinds[N_COLUMNS] = {
	[COLUMN_NUMBER] = {N_("No."), &centred_style,
			   G_STRUCT_OFFSET(struct document_person, number), 5, 7, false},
	[COLUMN_NAME] = {N_("NAME First name"), &cell_style,
			 G_STRUCT_OFFSET(struct document_person, last_name), 18, 32, false},
	[COLUMN_FUNCTION] = {N_("Function"), &cell_style,
			     G_STRUCT_OFFSET(struct document_person, function), 12, 28, false},
	[COLUMN_ORGANISATION] = {N_("Organisation"), &cell_style,
				 G_STRUCT_OFFSET(struct document_person, organisation), 14, 32,
				 false},
	[COLUMN_DEPARTMENT] = {N_("Dept"), &centred_style,
			       G_STRUCT_OFFSET(struct document_person, department), 6, 7, false},
	[COLUMN_EMAIL] = {N_("E-mail"), &cell_style, G_STRUCT_OFFSET(struct document_person, email),
			  16, 34, true},
	[COLUMN_PHONE] = {N_("Phone"), &cell_style, G_STRUCT_OFFSET(struct document_person, phone),
			  16, 18, true},
	[COLUMN_STATUS] = {N_("Status"), &cell_style,
			   G_STRUCT_OFFSET(struct document_person, status), 10, 16, false},
	[COLUMN_WORKSHOP] = {N_("Workshop"), &cell_style,
			     G_STRUCT_OFFSET(struct document_person, workshop), 12, 26, false},
};

/* What the columns of one list are. */
struct list_plan {
	enum list_column columns[N_COLUMNS];
	double widths[N_COLUMNS];
	guint n;
	bool landscape;
};

static const char *
person_text(const struct document_person *person, enum list_column column)
{
	const char *text;
	memcpy(&text, (const char *)person + kinds[column].offset, sizeof text);
	return text;
}

/* Letters of the longest text of COLUMN; 0 when nobody has one. */
static glong
column_letters(const struct attendee_list *list, enum list_column column)
{
	glong letters = 0;
	for (guint i = 0; i < list->n_attendees; i++) {
		const struct document_person *person = &list->attendees[i];
		const char *text = person_text(person, column);
		glong length = text != NULL ? g_utf8_strlen(text, 200) : 0;
		if (column == COLUMN_NAME && person->first_name != NULL)
			length += g_utf8_strlen(person->first_name, 200) + 1;
		letters = MAX(letters, length);
	}
	return letters;
}

static double
plan_width(const struct list_plan *plan)
{
	double width = 0;
	for (guint i = 0; i < plan->n; i++)
		width += plan->widths[i];
	return width;
}

/* Room that is left goes to the columns by their widths; so does room that lacks. */
static void
plan_fill(struct list_plan *plan)
{
	double paper = plan->landscape ? A4_LONG - 24 * MM : PORTRAIT_WIDTH;
	double fixed = 0, natural = plan_width(plan);
	for (guint i = 0; i < plan->n; i++)
		if (kinds[plan->columns[i]].most - kinds[plan->columns[i]].least <= 2)
			fixed += plan->widths[i];
	double scale = (paper - fixed) / (natural - fixed);
	for (guint i = 0; i < plan->n; i++)
		if (kinds[plan->columns[i]].most - kinds[plan->columns[i]].least > 2)
			plan->widths[i] *= scale;
}

static struct list_plan
list_plan(const struct attendee_list *list)
{
	struct list_plan plan = {0};
	for (enum list_column column = 0; column < N_COLUMNS; column++) {
		glong letters = column_letters(list, column);
		bool always = column == COLUMN_NAME || column == COLUMN_ORGANISATION;
		if ((letters == 0 && !always) || (kinds[column].contact && list->shared))
			continue;
		letters = CLAMP(letters, (glong)kinds[column].least, (glong)kinds[column].most);
		double letter = column == COLUMN_NAME ? CAPITAL_WIDTH : LETTER_WIDTH;
		plan.columns[plan.n] = column;
		plan.widths[plan.n++] = (double)letters * letter + PADDING;
	}
	plan.landscape = plan_width(&plan) > PORTRAIT_WIDTH * 1.1;
	plan_fill(&plan);
	return plan;
}

/* Numbers are kept as E.164 and read in pairs. */
static char *
phone_text(const char *phone)
{
	bool e164 = phone != NULL && phone[0] == '+' && phone[1] != '\0' &&
		    strspn(phone + 1, "0123456789") == strlen(phone + 1);
	return e164 ? text_phone_shown(phone) : g_strdup(phone);
}

static void
row_fill(Table *table, const struct list_plan *plan, const struct document_person *person)
{
	grid_add_row(table);
	for (guint i = 0; i < plan->n; i++) {
		enum list_column column = plan->columns[i];
		if (column == COLUMN_NAME) {
			grid_put_person(table, i, person->last_name, person->first_name);
		} else if (column == COLUMN_PHONE) {
			g_autofree char *phone = phone_text(person->phone);
			grid_put(table, i, phone);
		} else {
			grid_put(table, i, person_text(person, column));
		}
	}
}

static Table *
list_table(const struct attendee_list *list, const struct list_plan *plan, Ink *ink)
{
	struct grid_column columns[N_COLUMNS];
	for (guint i = 0; i < plan->n; i++) {
		const struct list_column_kind *kind = &kinds[plan->columns[i]];
		columns[i] = (struct grid_column){_(kind->head), plan->widths[i], kind->style};
	}
	Table *table = grid_new(ink, columns, plan->n, LEAST_ROW);
	for (guint i = 0; i < list->n_attendees; i++)
		row_fill(table, plan, &list->attendees[i]);
	return table;
}

static const struct page_head *
list_head(const struct attendee_list *list, Page *page)
{
	const struct document_event *event = &list->event;
	g_autofree char *dates = wording_dates(event);
	g_autofree char *times = wording_times(event->start_time, event->end_time);
	g_autofree char *when = wording_join((const char *[]){event->kind, dates, times}, 3);
	g_autofree char *where = wording_place(event);
	g_autofree char *sorted =
		list->sorted != NULL ? g_strdup_printf(_("Sorted: %s"), list->sorted) : NULL;
	g_autofree char *session =
		event->session != NULL ? g_strdup_printf(_("Session: %s"), event->session) : NULL;
	g_autofree char *first = wording_join((const char *[]){session, when}, 2);
	const char *facts[5] = {first};
	const char *const others[] = {where, event->partners, sorted};
	for (guint i = 0, n = 1; i < G_N_ELEMENTS(others); i++)
		if (others[i] != NULL)
			facts[n++] = others[i];
	return page_head(page, facts);
}

static const char *
list_notice(const struct attendee_list *list, const struct list_plan *plan)
{
	for (guint i = 0; i < plan->n; i++)
		if (kinds[plan->columns[i]].contact)
			return _("Internal document: it holds personal contact details, do not "
				 "pass it on.");
	return list->shared ? _("Version for sharing, without contact details.") : NULL;
}

static void
list_flow(const struct attendee_list *list, const struct list_plan *plan, Flow *flow)
{
	Page *page = flow_page(flow);
	flow_head(flow, list_head(list, page));
	if (list->n_attendees > 0)
		flow_table(flow, list_table(list, plan, flow_ink(flow)), 0);
	g_autofree char *totals = tally_text(list);
	flow_text(flow, "P", ink_label(flow_ink(flow), &totals_style, totals, page_width(page)),
		  GRID_GAP);
}

bool
attendees_print(const struct attendee_list *list, const char *path, guint *pages,
		char **missing_letters, GError **error)
{
	struct list_plan plan = list_plan(list);
	g_autofree char *document =
		wording_document(&list->event, list->present ? _("List of people present")
							     : _("List of registrations"));
	const struct page_form form = {.landscape = plan.landscape,
				       .letterhead = &list->letterhead,
				       .reference = &list->reference,
				       .document = document,
				       .title = list->event.title,
				       .notice = list_notice(list, &plan)};
	g_autoptr(Flow) flow = flow_new(&form);
	list_flow(list, &plan, flow);
	return flow_write(flow, path, pages, missing_letters, error);
}
