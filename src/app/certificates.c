#include "app/certificates.h"

#include "base/i18n.h"
#include "core/naming.h"
#include "core/report.h"
#include "core/wording.h"

struct certificate *
certificate_valid(const Rows *rows, gint64 attendee_id)
{
	for (guint i = 0; i < rows->n; i++) {
		struct certificate *certificate = rows->row[i];
		if (certificate->attendee_id == attendee_id && certificate->withdrawn_on == NULL)
			return certificate;
	}
	return NULL;
}

static bool
name_differs(const struct certificate *certificate, const struct attendee *attendee)
{
	return g_strcmp0(certificate->last_name, attendee->last_name) != 0 ||
	       g_strcmp0(certificate->first_name, attendee->first_name) != 0 ||
	       g_strcmp0(certificate->function, attendee->function) != 0 ||
	       g_strcmp0(certificate->organisation, attendee->organisation) != 0;
}

/* "1,5 demi-journée, 4 h 30". */
static char *
extent_text(gint64 halves, gint64 minutes)
{
	g_autofree char *number = report_text(halves, REPORT_HALVES);
	g_autofree char *duration = wording_duration(minutes);
	g_autofree char *half_days =
		g_strdup_printf(i18n_count("%s half-day", "%s half-days", halves / 2), number);
	return g_strdup_printf("%s, %s", half_days, duration);
}

char *
certificate_difference(const struct certificate *certificate, const struct attendee *attendee,
		       const struct attendance *attendance)
{
	gint64 halves = attendance != NULL ? attendance->halves : 0;
	gint64 minutes = attendance != NULL ? attendance->minutes : 0;
	g_autofree char *name = name_shown(certificate->first_name, certificate->last_name);
	if (attendance == NULL)
		return g_strdup_printf(_("%s has the certificate %s and is no longer marked "
					 "present: withdraw it"),
				       name, certificate->number);
	if (halves != certificate->halves || minutes != certificate->minutes) {
		g_autofree char *said = extent_text(certificate->halves, certificate->minutes);
		g_autofree char *known = extent_text(halves, minutes);
		return g_strdup_printf(_("The certificate %s of %s says %s, the presence is %s "
					 "now: issue another"),
				       certificate->number, name, said, known);
	}
	if (name_differs(certificate, attendee))
		return g_strdup_printf(_("The certificate %s of %s has another name, function or "
					 "organisation than the registration now: issue another"),
				       certificate->number, name);
	return NULL;
}

static void
outdated_add(GArray *outdated, const EventWhole *whole, GHashTable *attended,
	     const struct certificate *certificate)
{
	const struct attendee *attendee = rows_find(whole->attendees, certificate->attendee_id);
	const struct attendance *attendance =
		g_hash_table_lookup(attended, &certificate->attendee_id);
	if (certificate->withdrawn_on != NULL || attendee == NULL || attendance == NULL)
		return;
	g_autofree char *difference = certificate_difference(certificate, attendee, attendance);
	if (difference != NULL)
		g_array_append_val(outdated, certificate->attendee_id);
}

GArray *
certificates_outdated(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_certificate, "event_id", event_id, error);
	if (rows == NULL)
		return NULL;
	GArray *outdated = g_array_new(FALSE, FALSE, sizeof(gint64));
	g_autoptr(EventWhole) whole =
		rows->n > 0 ? event_whole_load(store, event_id, true, error) : NULL;
	if (rows->n > 0 && whole == NULL)
		g_clear_pointer(&outdated, g_array_unref);
	if (whole == NULL)
		return outdated;
	g_autoptr(GHashTable) attended = attendance_load(whole);
	for (guint i = 0; i < rows->n; i++)
		outdated_add(outdated, whole, attended, rows->row[i]);
	return outdated;
}

bool
certificate_withdraw(Store *store, struct certificate *certificate, GError **error)
{
	char today[11];
	store_today(store, today);
	text_set(&certificate->withdrawn_on, today);
	return store_update(store, &entity_certificate, certificate, error);
}
