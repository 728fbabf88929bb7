/* A list for people's spreadsheets: semicolons, byte order mark, French headings. */
#include "app/modules.h"
#include "app/paper.h"
#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"

#define MOST_CELLS 12

static const struct table_style people_style = {.separator = ';', .bom = true, .neutralise = true};

static bool
file_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	return output_write(user, bytes, size, error);
}

static guint
heading_cells(const struct paper *paper, const char **cells)
{
	const char *const always[] = {_("No."),      _("Last name"),    _("First name"),
				      _("Function"), _("Organisation"), _("Département")};
	guint n = 0;
	while (n < G_N_ELEMENTS(always)) {
		cells[n] = always[n];
		n++;
	}
	if (!paper->choice->shared) {
		cells[n++] = _("E-mail");
		cells[n++] = _("Phone");
	}
	cells[n++] = _("Status");
	cells[n++] = _("Workshop");
	return n;
}

static guint
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
	return n;
}

static bool
person_write(const struct exchange_module *exchange, const struct paper *paper,
	     const struct document_person *person, Output *output, GError **error)
{
	const char *cells[MOST_CELLS];
	g_autofree char *e164 = person->phone != NULL ? text_phone(person->phone) : NULL;
	g_autofree char *phone = e164 != NULL ? text_phone_shown(e164) : g_strdup(person->phone);
	guint n = person_cells(paper, person, phone, cells);
	return exchange->write_row(cells, n, &people_style, false, file_sink, output, error);
}

bool
paper_write_csv(const struct paper *paper, const char *path, GError **error)
{
	const struct exchange_module *exchange = module_exchange(error);
	g_autoptr(Output) output = exchange != NULL ? output_open(path, error) : NULL;
	if (output == NULL)
		return false;
	const char *cells[MOST_CELLS];
	guint n = heading_cells(paper, cells);
	if (!exchange->write_row(cells, n, &people_style, true, file_sink, output, error))
		return false;
	for (guint i = 0; i < paper->attendees->len; i++) {
		const struct paper_person *person = paper->attendees->pdata[i];
		if (!person_write(exchange, paper, &person->shown, output, error))
			return false;
	}
	return output_commit(g_steal_pointer(&output), error);
}
