#include "app/report.h"

#include <string.h>

#include "app/report_facts.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"

/* ---- making -------------------------------------------------------------------------------------
 */

static void
table_destroy(gpointer table)
{
	report_table_free(table);
}

static void
tables_make(Report *report)
{
	guint n = 0;
	const enum report_section *sections = report_sections(report->year != NULL, &n);
	report->tables = g_ptr_array_new_with_free_func(table_destroy);
	for (guint i = 0; i < n; i++)
		g_ptr_array_add(report->tables,
				report_table_new(report->now, report->before, sections[i]));
}

static Report *
report_new(Store *store, const struct report_filter *filter, GError **error)
{
	ReportData *data = report_data_load(store, filter, error);
	if (data == NULL)
		return NULL;
	Report *report = g_new0(Report, 1);
	report->holders = 1;
	report->data = data;
	store_today(store, report->today);
	return report;
}

static bool
is_year(const char *text)
{
	return strlen(text) == 4 && date_valid(text);
}

Report *
report_of_year(Store *store, const char *year, GError **error)
{
	if (!is_year(year)) {
		fail(error, ERROR_INVALID, _("“%s” is no year; they are written 2026"), year);
		return NULL;
	}
	g_autofree char *before = g_strdup_printf("%04d", (int)g_ascii_strtoll(year, NULL, 10) - 1);
	struct report_filter filter = {.first_year = before, .last_year = year};
	Report *report = report_new(store, &filter, error);
	if (report == NULL)
		return NULL;
	report->year = g_strdup(year);
	report->year_before = g_steal_pointer(&before);
	report->going_on = strncmp(report->today, year, 4) <= 0;
	report->now = report_scope_new(&report->data->facts, year, report->today);
	report->before = report_scope_new(&report->data->facts, report->year_before, report->today);
	tables_make(report);
	return report;
}

Report *
report_of_event(Store *store, gint64 event_id, GError **error)
{
	struct report_filter filter = {.event_id = event_id};
	Report *report = report_new(store, &filter, error);
	if (report == NULL)
		return NULL;
	report->now = report_scope_new(&report->data->facts, NULL, report->today);
	tables_make(report);
	return report;
}

Report *
report_hold(Report *report)
{
	report->holders++;
	return report;
}

void
report_free(Report *report)
{
	if (report == NULL || --report->holders > 0)
		return;
	g_ptr_array_unref(report->tables);
	report_scope_free(report->now);
	report_scope_free(report->before);
	report_data_free(report->data);
	g_free(report->year);
	g_free(report->year_before);
	g_free(report);
}

const struct report_table *
report_table(const Report *report, enum report_section section)
{
	for (guint i = 0; i < report->tables->len; i++) {
		const struct report_table *table = report->tables->pdata[i];
		if (table->section == section)
			return table;
	}
	return NULL;
}

/* ---- what is behind -----------------------------------------------------------------------------
 */

static void
id_add(gint64 id, gpointer user)
{
	if (id != 0)
		g_hash_table_add(user, g_memdup2(&id, sizeof id));
}

GHashTable *
report_ids(const Report *report, const struct report_cell *cell)
{
	GHashTable *ids = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	report_behind(report->now, cell, id_add, ids);
	return ids;
}

struct registrations {
	const struct report_facts *facts;
	GHashTable *ids;
};

static void
registration_add(gint64 place, gpointer user)
{
	const struct registrations *registrations = user;
	id_add(registrations->facts->attendees[place].id, registrations->ids);
}

GHashTable *
report_registration_ids(const Report *report, const struct report_cell *cell)
{
	struct registrations registrations = {&report->data->facts,
					      g_hash_table_new_full(g_int64_hash, g_int64_equal,
								    g_free, NULL)};
	report_registrations(report->now, cell, registration_add, &registrations);
	return registrations.ids;
}

/* ---- words --------------------------------------------------------------------------------------
 */

char *
report_title(const Report *report)
{
	return g_strdup_printf(_("Report of the year %s"), report->year);
}

char *
report_period(const Report *report)
{
	g_autofree char *first = g_strdup_printf("%s-01-01", report->year);
	g_autofree char *last = g_strdup_printf("%s-12-31", report->year);
	return date_range_text(first, last);
}

GPtrArray *
report_notes(const Report *report)
{
	GPtrArray *notes = g_ptr_array_new_with_free_func(g_free);
	if (report->going_on) {
		g_autofree char *day = date_text(report->today, DATE_LONG);
		g_ptr_array_add(notes, g_strdup_printf(_("The year is not over: figures of %s, "
							 "beside the whole of %s"),
						       day, report->year_before));
	}
	g_ptr_array_add(notes,
			g_strdup(_("Intermunicipalities, city contracts and priority districts are "
				   "not counted: the data do not say from which of them people "
				   "come")));
	return notes;
}
