#include "app/sheet.h"

#include <string.h>

#include "app/checkin.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/document.h"
#include "core/door_copy.h"
#include "core/naming.h"
#include "core/status.h"

/* ---- which sheet --------------------------------------------------------------------------------
 */

static bool
sheet_is(const struct document *document, const char *ref)
{
	g_autofree char *version = door_version_text(document->version);
	const char *number = *ref == 'v' || *ref == 'V' ? ref + 1 : ref;
	return g_ascii_strcasecmp(document->code, ref) == 0 ||
	       g_ascii_strcasecmp(version, number) == 0 || g_ascii_strcasecmp(version, ref) == 0;
}

static gint64
sheet_unknown(const Rows *rows, const char *ref, GError **error)
{
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint i = 0; i < rows->n; i++) {
		const struct document *document = rows->row[i];
		if (strcmp(document->kind, "sign-in") != 0)
			continue;
		g_autofree char *version = door_version_text(document->version);
		g_string_append_printf(names, "%sv%s %s", names->len > 0 ? ", " : "", version,
				       document->code);
	}
	if (names->len == 0)
		fail(error, ERROR_NOT_FOUND, _("no sign-in sheet of the event was printed yet"));
	else
		fail(error, ERROR_NOT_FOUND, _("no sign-in sheet “%s”; those printed are: %s"), ref,
		     names->str);
	return 0;
}

static bool
is_later(const struct document *a, const struct document *b)
{
	int order = strcmp(a->printed_at, b->printed_at);
	return order != 0 ? order > 0 : a->version > b->version;
}

gint64
sheet_find(Store *store, gint64 event_id, const char *ref, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_document, "event_id", event_id, error);
	const struct document *found = NULL;
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct document *document = rows->row[i];
		bool wanted = strcmp(document->kind, "sign-in") == 0 &&
			      (ref == NULL || sheet_is(document, ref));
		if (wanted && (found == NULL || is_later(document, found)))
			found = document;
	}
	if (found != NULL || rows == NULL)
		return found != NULL ? found->id : 0;
	return sheet_unknown(rows, ref, error);
}

static Rows *
sheet_lines(Store *store, gint64 sheet_id, GError **error)
{
	return store_of(store, &entity_document_line, "document_id", sheet_id, error);
}

char *
sheet_words(Store *store, gint64 sheet_id)
{
	struct document *document = store_get(store, &entity_document, sheet_id, NULL);
	g_autoptr(Rows) lines = sheet_lines(store, sheet_id, NULL);
	g_autofree char *version = document != NULL ? door_version_text(document->version) : NULL;
	char *words = document != NULL && lines != NULL
			      ? g_strdup_printf(i18n_count("v%s (%s), %u line",
							   "v%s (%s), %u lines", lines->n),
						version, document->code, lines->n)
			      : NULL;
	entity_free(&entity_document, document);
	return words;
}
