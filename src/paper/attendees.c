/* The list of those who are registered, or who came. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "paper/paper.h"

#define MOST_CELLS 12

static const char *
file_word(const struct paper *paper)
{
	return paper->present ? C_("file", "present") : C_("file", "registered");
}

static bool
gather(struct paper *paper, GError **error)
{
	(void)error;
	paper_gather_half_days(paper);
	paper_gather_people(paper, true);
	return true;
}

/* ---- what it shows ------------------------------------------------------------------------------
 */

static gint
id_order(gconstpointer one, gconstpointer other)
{
	const struct paper_person *a = *(const struct paper_person *const *)one;
	const struct paper_person *b = *(const struct paper_person *const *)other;
	return a->attendee_id < b->attendee_id ? -1 : a->attendee_id > b->attendee_id;
}

/* A list says the same in whatever order, and whether or not the contact details were left out for
 * sharing: its version is that of what is known, so that two lists of one version never disagree.
 */
static void
digest(const struct paper *paper, GChecksum *sum)
{
	g_autoptr(GPtrArray) people = g_ptr_array_copy(paper->attendees, NULL, NULL);
	g_ptr_array_set_free_func(people, NULL);
	g_ptr_array_sort(people, id_order);
	for (guint i = 0; i < people->len; i++)
		digest_person(sum, people->pdata[i], true);
	digest_add(sum, paper->present ? "present" : "registered");
}

static const char *
sorted_words(const char *sort)
{
	if (g_strcmp0(sort, "organisation") == 0)
		return _("by organisation");
	if (g_strcmp0(sort, "department") == 0)
		return _("by département");
	if (g_strcmp0(sort, "workshop") == 0)
		return _("by workshop");
	return NULL;
}

static bool
draw(const struct paper *paper, const struct print_module *print, const char *path, guint *pages,
     char **missing, GError **error)
{
	g_autofree struct document_person *attendees = paper_people_shown(paper->attendees);
	struct attendee_list list = {.letterhead = paper->letterhead,
				     .reference = paper->reference,
				     .event = paper->event,
				     .attendees = attendees,
				     .n_attendees = paper->attendees->len,
				     .present = paper->present,
				     .shared = paper->choice->shared,
				     .sorted = sorted_words(paper->choice->sort)};
	list.reference.code = NULL; /* only what is signed comes back */
	return print->attendees(&list, path, pages, missing, error);
}

/* ---- as a table ---------------------------------------------------------------------------------
 */

static guint
columns_of(const struct paper *paper, struct workbook_column *columns)
{
	const char *const always[] = {_("No."),      _("Last name"),    _("First name"),
				      _("Function"), _("Organisation"), _("Département")};
	guint n = 0;
	while (n < G_N_ELEMENTS(always)) {
		columns[n].heading = always[n];
		n++;
	}
	columns[0].kind = WORKBOOK_NUMBER;
	if (!paper->choice->shared) {
		columns[n++].heading = _("E-mail");
		columns[n++].heading = _("Phone");
	}
	columns[n++].heading = _("Status");
	columns[n++].heading = _("Workshop");
	return n;
}

static void
person_cells(const struct paper *paper, const struct document_person *person, const char *phone,
	     const char **cells)
{
	const char *const always[] = {person->number,   person->last_name,    person->first_name,
				      person->function, person->organisation, person->department};
	guint n = 0;
	while (n < G_N_ELEMENTS(always)) {
		cells[n] = always[n];
		n++;
	}
	if (!paper->choice->shared) {
		cells[n++] = person->email;
		cells[n++] = phone;
	}
	cells[n++] = person->status;
	cells[n++] = person->workshop;
}

static bool
person_write(const struct paper *paper, const struct document_person *person,
	     struct paper_table *table, GError **error)
{
	const char *cells[MOST_CELLS];
	g_autofree char *e164 = person->phone != NULL ? text_phone(person->phone) : NULL;
	g_autofree char *phone = e164 != NULL ? text_phone_shown(e164) : g_strdup(person->phone);
	person_cells(paper, person, phone, cells);
	return paper_table_row(table, cells, error);
}

static bool
write_table(const struct paper *paper, Output *output, GError **error)
{
	struct workbook_column columns[MOST_CELLS] = {0};
	struct paper_table table;
	guint n = columns_of(paper, columns);
	if (!paper_table_begin(&table, paper, output, columns, n, error))
		return false;
	bool done = true;
	for (guint i = 0; done && i < paper->attendees->len; i++) {
		const struct paper_person *person = paper->attendees->pdata[i];
		done = person_write(paper, &person->shown, &table, error);
	}
	return paper_table_end(&table, done, error);
}

const struct paper_making making_attendees = {
	.kind = {.name = "attendees",
		 .label = N_("List of attendees"),
		 .formats = 1 << PAPER_PDF | 1 << PAPER_CSV | 1 << PAPER_XLSX,
		 .traits = PAPER_OF_SESSION | PAPER_SORTED | PAPER_SHARED | PAPER_IN_DAY},
	.file_word = file_word,
	.gather = gather,
	.digest = digest,
	.draw = draw,
	.write = write_table,
};
