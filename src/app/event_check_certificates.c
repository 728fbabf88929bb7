/* Certificates beside the presence that they speak of. */
#include "app/attendance.h"
#include "app/event_check.h"
#include "core/document.h"
#include "core/naming.h"

static void
certificate_add(struct gathering *gathering, GHashTable *attended,
		const struct certificate *certificate)
{
	const struct attendance *attendance =
		g_hash_table_lookup(attended, &certificate->attendee_id);
	g_autofree char *name = name_shown(certificate->first_name, certificate->last_name);
	struct check_certificate check = {
		.name = g_string_chunk_insert(gathering->words, name),
		.minutes = certificate->minutes,
		.minutes_present = attendance != NULL ? attendance->minutes : 0,
		.halves = certificate->halves,
		.halves_present = attendance != NULL ? attendance->halves : 0,
	};
	g_array_append_val(gathering->certificates, check);
}

bool
gather_certificates(struct gathering *gathering, gint64 event_id, GError **error)
{
	gathering->certificates = g_array_new(FALSE, FALSE, sizeof(struct check_certificate));
	g_autoptr(Rows) rows =
		store_of(gathering->store, &entity_certificate, "event_id", event_id, error);
	if (rows == NULL)
		return false;
	if (rows->n == 0)
		return true;
	g_autoptr(GHashTable) attended = attendance_load(gathering->whole);
	for (guint i = 0; i < rows->n; i++) {
		const struct certificate *certificate = rows->row[i];
		if (certificate->withdrawn_on == NULL)
			certificate_add(gathering, attended, certificate);
	}
	gathering->facts.certificates = (gconstpointer)gathering->certificates->data;
	gathering->facts.n_certificates = gathering->certificates->len;
	return true;
}
