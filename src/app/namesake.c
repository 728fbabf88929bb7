/* Somebody of the same name who is registered already. */
#include <string.h>

#include "app/registration.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/status.h"

static char *
name_key(const char *first, const char *last)
{
	g_autofree char *name = g_strdup_printf("%s %s", first != NULL ? first : "", last);
	g_autofree char *accepted = text_accept(name, false, NULL);
	return text_search_key(accepted);
}

static char *
namesake_words(const struct attendee *attendee)
{
	const char *status = code_label(&code_attendee_statuses, attendee->status);
	if (attendee->organisation == NULL)
		return g_strdup_printf(_("no. %s, %s"), attendee->number, status);
	return g_strdup_printf(_("no. %s, %s, %s"), attendee->number, attendee->organisation,
			       status);
}

char *
registration_namesake(Store *store, gint64 event_id, gint64 attendee_id, const char *first_name,
		      const char *last_name)
{
	if (last_name == NULL)
		return NULL;
	g_autofree char *key = name_key(first_name, last_name);
	g_autofree char *turned = name_key(last_name, first_name != NULL ? first_name : "");
	g_autoptr(Rows) rows = store_of(store, &entity_attendee, "event_id", event_id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct attendee *attendee = rows->row[i];
		if (attendee->id == attendee_id)
			continue;
		g_autofree char *other = name_key(attendee->first_name, attendee->last_name);
		if (strcmp(other, key) == 0 || strcmp(other, turned) == 0)
			return namesake_words(attendee);
	}
	return NULL;
}
