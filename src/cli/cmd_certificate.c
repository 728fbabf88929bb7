/* Certificates that were issued. */
#include "app/certificates.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/sheet.h"
#include "cli/subject.h"
#include "core/naming.h"
#include "core/report.h"
#include "core/wording.h"

/* ---- list ---------------------------------------------------------------------------------------
 */

enum certificate_column {
	COLUMN_NUMBER,
	COLUMN_LAST_NAME,
	COLUMN_FIRST_NAME,
	COLUMN_ORGANISATION,
	COLUMN_HALF_DAYS,
	COLUMN_MINUTES,
	COLUMN_ISSUED,
	COLUMN_WITHDRAWN,
	COLUMN_CHANGED,
};

static Sheet *
certificates_sheet(void)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "number", _("Number"), SHEET_TEXT, true);
	sheet_column(sheet, "last_name", _("Last name"), SHEET_TEXT, true);
	sheet_column(sheet, "first_name", _("First name"), SHEET_TEXT, true);
	sheet_column(sheet, "organisation", _("Organisation"), SHEET_TEXT, true);
	sheet_column(sheet, "half_days", _("Half-days"), SHEET_NUMBER, true);
	sheet_column(sheet, "minutes", _("Duration"), SHEET_NUMBER, true);
	sheet_column(sheet, "issued_on", _("Issued on"), SHEET_TEXT, true);
	sheet_column(sheet, "withdrawn_on", _("Withdrawn on"), SHEET_TEXT, true);
	sheet_column(sheet, "changed", _("Since then"), SHEET_TEXT, true);
	return sheet;
}

/* Half-days for scripts: "1.5". */
static char *
halves_number(gint64 halves)
{
	return g_strdup_printf(halves % 2 == 0 ? "%d" : "%d.5", (int)(halves / 2));
}

static void
day_set(const Sheet *sheet, struct sheet_row *row, guint column, const char *day)
{
	sheet_set(sheet, row, column, g_strdup(day),
		  day != NULL ? date_text(day, DATE_NUMERIC) : NULL);
}

static void
certificate_set(const Sheet *sheet, struct sheet_row *row, const struct certificate *certificate)
{
	sheet_set(sheet, row, COLUMN_NUMBER, g_strdup(certificate->number), NULL);
	sheet_set(sheet, row, COLUMN_LAST_NAME, g_strdup(certificate->last_name), NULL);
	sheet_set(sheet, row, COLUMN_FIRST_NAME, g_strdup(certificate->first_name), NULL);
	sheet_set(sheet, row, COLUMN_ORGANISATION, g_strdup(certificate->organisation), NULL);
	sheet_set(sheet, row, COLUMN_HALF_DAYS, halves_number(certificate->halves),
		  report_text(certificate->halves, REPORT_HALVES));
	sheet_set(sheet, row, COLUMN_MINUTES,
		  g_strdup_printf("%" G_GINT64_FORMAT, certificate->minutes),
		  wording_duration(certificate->minutes));
	day_set(sheet, row, COLUMN_ISSUED, certificate->issued_on);
	day_set(sheet, row, COLUMN_WITHDRAWN, certificate->withdrawn_on);
}

static char *
changed_text(const EventWhole *whole, GHashTable *attended, const struct certificate *certificate)
{
	const struct attendee *attendee = rows_find(whole->attendees, certificate->attendee_id);
	if (certificate->withdrawn_on != NULL || attendee == NULL)
		return NULL;
	return certificate_difference(certificate, attendee,
				      g_hash_table_lookup(attended, &attendee->id));
}

bool
cmd_certificate_list(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(EventWhole) whole =
		event_id != 0 ? event_whole_load(run->store, event_id, true, error) : NULL;
	g_autoptr(Rows) rows = whole != NULL ? store_of(run->store, &entity_certificate, "event_id",
							event_id, error)
					     : NULL;
	if (rows == NULL)
		return false;
	g_autoptr(GHashTable) attended = attendance_load(whole);
	g_autoptr(Sheet) sheet = certificates_sheet();
	for (guint i = 0; i < rows->n; i++) {
		struct sheet_row *row = sheet_row(sheet);
		certificate_set(sheet, row, rows->row[i]);
		sheet_set(sheet, row, COLUMN_CHANGED, changed_text(whole, attended, rows->row[i]),
			  NULL);
	}
	return run_list(run, sheet, error);
}

/* ---- withdraw -----------------------------------------------------------------------------------
 */

static struct certificate *
valid_find(struct run *run, gint64 event_id, GError **error)
{
	gint64 attendee = subject_find(run, &noun_attendee, event_id, run->argument[1], error);
	g_autoptr(Rows) rows = attendee != 0 ? store_of(run->store, &entity_certificate, "event_id",
							event_id, error)
					     : NULL;
	if (rows == NULL)
		return NULL;
	const struct certificate *valid = certificate_valid(rows, attendee);
	if (valid != NULL)
		return entity_copy(&entity_certificate, valid);
	fail(error, ERROR_NOT_FOUND, _("“%s” has no certificate that is valid"), run->argument[1]);
	return NULL;
}

bool
cmd_certificate_withdraw(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	struct certificate *certificate = event_id != 0 ? valid_find(run, event_id, error) : NULL;
	if (certificate == NULL)
		return false;
	bool done = run_begin(run, "certificate_withdraw", error);
	if (done) {
		store_about(run->store, &entity_attendee, certificate->attendee_id, event_id, 1);
		done = run_end(run, certificate_withdraw(run->store, certificate, error), error);
	}
	entity_free(&entity_certificate, certificate);
	return done;
}
