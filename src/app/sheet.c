/* Which sheets were printed, and which of them came back. */
#include "app/sheet.h"

#include <string.h>

#include "app/door.h"
#include "app/moment.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/check.h"
#include "core/document.h"
#include "core/door_copy.h"
#include "core/event.h"
#include "core/presence.h"
#include "core/programme.h"
#include "store/history.h"

static void
sheet_free(gpointer pointer)
{
	struct sheet_printed *sheet = pointer;
	g_free(sheet->title);
	g_free(sheet->code);
	g_free(sheet->printed_at);
	g_free(sheet);
}

/* ---- what is signed on it -----------------------------------------------------------------------
 */

static bool
session_meets(const struct session *session, const struct half_day *half_day)
{
	return check_overlap(time_minutes(session->start_time), time_minutes(session->end_time),
			     time_minutes(half_day->start_time), time_minutes(half_day->end_time));
}

static GArray *
session_half_days(Store *store, const struct session *session, bool all, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_half_day, "day_id", session->day_id, error);
	GArray *ids = rows != NULL ? g_array_new(FALSE, FALSE, sizeof(gint64)) : NULL;
	for (guint i = 0; ids != NULL && i < rows->n; i++) {
		const struct half_day *half_day = rows->row[i];
		if (all || session_meets(session, half_day))
			g_array_append_val(ids, half_day->id);
	}
	return ids;
}

static GArray *
half_days_of(Store *store, gint64 event_id, gint64 session_id, GError **error)
{
	struct session *session =
		session_id != 0 ? store_get(store, &entity_session, session_id, NULL) : NULL;
	if (session == NULL)
		return event_half_days(store, event_id, error);
	GArray *ids = session_half_days(store, session, false, error);
	if (ids != NULL && ids->len == 0) {
		g_array_unref(ids);
		ids = session_half_days(store, session, true, error);
	}
	entity_free(&entity_session, session);
	return ids;
}

GArray *
sheet_half_days(Store *store, gint64 sheet_id, GError **error)
{
	struct document *document = store_get(store, &entity_document, sheet_id, error);
	GArray *ids = document != NULL
			      ? half_days_of(store, document->event_id, document->session_id, error)
			      : NULL;
	entity_free(&entity_document, document);
	return ids;
}

/* The half-day that a gesture marked: one gesture marks one. */
static gint64
gesture_half_day(Store *store, gint64 gesture)
{
	g_autoptr(GPtrArray) changes = history_changes(store, gesture, NULL);
	for (guint i = 0; changes != NULL && i < changes->len; i++) {
		const struct gesture_change *change = changes->pdata[i];
		struct presence_mark *mark =
			change->entity == &entity_presence_mark
				? store_get(store, &entity_presence_mark, change->row_id, NULL)
				: NULL;
		gint64 id = mark != NULL ? mark->half_day_id : 0;
		entity_free(&entity_presence_mark, mark);
		if (id != 0)
			return id;
	}
	return 0;
}

/* How many of the half-days were typed from this sheet, by gestures that stand. */
static guint
typed_count(Store *store, const struct document *document, const GArray *half_days)
{
	guint n = 0;
	g_autoptr(GPtrArray) gestures =
		history_about(store, document->event_id, &entity_document, document->id, NULL);
	g_autoptr(GHashTable) seen =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	for (guint i = 0; gestures != NULL && i < gestures->len; i++) {
		const struct gesture *gesture = gestures->pdata[i];
		gint64 id = strcmp(gesture->action, "presence_mark") == 0
				    ? gesture_half_day(store, gesture->id)
				    : 0;
		for (guint j = 0; id != 0 && j < half_days->len; j++)
			if (g_array_index(half_days, gint64, j) == id &&
			    g_hash_table_add(seen, g_memdup2(&id, sizeof id)))
				n++;
	}
	return n;
}

/* ---- those there are ----------------------------------------------------------------------------
 */

static struct sheet_printed *
sheet_new(Store *store, const struct document *document)
{
	struct session *session = document->session_id != 0 ? store_get(store, &entity_session,
									document->session_id, NULL)
							    : NULL;
	g_autoptr(GArray) half_days =
		half_days_of(store, document->event_id, document->session_id, NULL);
	struct sheet_printed *sheet = g_new0(struct sheet_printed, 1);
	*sheet = (struct sheet_printed){
		.id = document->id,
		.session_id = document->session_id,
		.version = document->version,
		.title = document->session_id == 0 ? NULL
			 : session != NULL         ? g_strdup(session->title)
						   : g_strdup(_("a session that is deleted")),
		.code = g_strdup(document->code),
		.printed_at = g_strdup(document->printed_at),
		.lines = (guint)store_count(store, &entity_document_line, "document_id",
					    value_integer(document->id), NULL),
		.half_days = half_days != NULL ? half_days->len : 0,
		.typed = half_days != NULL ? typed_count(store, document, half_days) : 0,
	};
	entity_free(&entity_session, session);
	return sheet;
}

static bool
is_later(const struct sheet_printed *a, const struct sheet_printed *b)
{
	int order = strcmp(a->printed_at, b->printed_at);
	return order != 0 ? order > 0 : a->version > b->version;
}

static bool
is_typed(const struct sheet_printed *sheet)
{
	return sheet->half_days > 0 && sheet->typed >= sheet->half_days;
}

static int
sheet_weight(const struct sheet_printed *sheet)
{
	return (sheet->older ? 2 : 0) + (is_typed(sheet) ? 1 : 0);
}

/* The papers of a day are printed within a minute: of those the one of the whole event comes first,
 * then sessions as they were printed. */
static gint
by_need(gconstpointer one, gconstpointer other)
{
	const struct sheet_printed *a = *(const struct sheet_printed *const *)one;
	const struct sheet_printed *b = *(const struct sheet_printed *const *)other;
	enum { MINUTE = 16 }; /* of an instant: its letters before the seconds */
	int order = sheet_weight(a) - sheet_weight(b);
	if (order == 0)
		order = strncmp(b->printed_at, a->printed_at, MINUTE);
	if (order == 0)
		order = (a->session_id != 0) - (b->session_id != 0);
	if (order == 0)
		order = strcmp(a->printed_at, b->printed_at);
	return order != 0 ? order : a->id < b->id ? -1 : a->id > b->id;
}

GPtrArray *
sheets_printed(Store *store, gint64 event_id, gint64 session_id, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_document, "event_id", event_id, error);
	if (rows == NULL)
		return NULL;
	GPtrArray *sheets = g_ptr_array_new_with_free_func(sheet_free);
	for (guint i = 0; i < rows->n; i++) {
		const struct document *document = rows->row[i];
		if (strcmp(document->kind, "sign-in") == 0 &&
		    (session_id == 0 || document->session_id == session_id))
			g_ptr_array_add(sheets, sheet_new(store, document));
	}
	for (guint i = 0; i < sheets->len; i++)
		for (guint j = 0; j < sheets->len; j++) {
			struct sheet_printed *sheet = sheets->pdata[i];
			const struct sheet_printed *other = sheets->pdata[j];
			sheet->older |=
				sheet->session_id == other->session_id && is_later(other, sheet);
		}
	g_ptr_array_sort(sheets, by_need);
	return sheets;
}

/* ---- in words -----------------------------------------------------------------------------------
 */

char *
sheet_label(const struct sheet_printed *sheet)
{
	g_autofree char *version = door_version_text(sheet->version);
	return g_strdup_printf("%s · %s · v%s", sheet->code,
			       sheet->title != NULL ? sheet->title : _("the whole event"), version);
}

char *
sheet_detail(Store *store, const struct sheet_printed *sheet)
{
	g_autofree char *when = moment_text(store, sheet->printed_at, DATE_SHORT);
	if (is_typed(sheet))
		return g_strdup_printf(_("typed in · %s"), when);
	if (sheet->typed > 0)
		return g_strdup_printf(_("typed in: %u of %u · %s"), sheet->typed, sheet->half_days,
				       when);
	return sheet->older ? g_strdup_printf(_("replaced · %s"), when) : g_steal_pointer(&when);
}

char *
sheet_words(Store *store, gint64 sheet_id)
{
	struct document *document = store_get(store, &entity_document, sheet_id, NULL);
	if (document == NULL)
		return NULL;
	struct sheet_printed *sheet = sheet_new(store, document);
	g_autofree char *version = door_version_text(sheet->version);
	g_autofree char *words =
		g_strdup_printf(i18n_count("v%s (%s), %u line", "v%s (%s), %u lines", sheet->lines),
				version, sheet->code, sheet->lines);
	char *whole = sheet->title != NULL ? g_strdup_printf("%s, %s", sheet->title, words)
					   : g_steal_pointer(&words);
	sheet_free(sheet);
	entity_free(&entity_document, document);
	return whole;
}

/* ---- which one ----------------------------------------------------------------------------------
 */

static bool
is_called(const struct sheet_printed *sheet, const char *ref)
{
	g_autofree char *version = door_version_text(sheet->version);
	const char *number = *ref == 'v' || *ref == 'V' ? ref + 1 : ref;
	return g_ascii_strcasecmp(sheet->code, ref) == 0 ||
	       g_ascii_strcasecmp(version, number) == 0 || g_ascii_strcasecmp(version, ref) == 0;
}

static char *
sheets_names(const GPtrArray *sheets)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < sheets->len; i++) {
		g_autofree char *label = sheet_label(sheets->pdata[i]);
		g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", label);
	}
	return g_string_free(names, FALSE);
}

/* The last printed of those that answer; more than one sheet answers where they are of several
 * sessions, and none is of the whole event. */
static const struct sheet_printed *
sheet_among(const GPtrArray *sheets, const char *ref, bool *several)
{
	const struct sheet_printed *found = NULL;
	*several = false;
	for (guint i = 0; i < sheets->len; i++) {
		const struct sheet_printed *sheet = sheets->pdata[i];
		if (ref != NULL && !is_called(sheet, ref))
			continue;
		if (ref != NULL && g_ascii_strcasecmp(sheet->code, ref) == 0) {
			*several = false;
			return sheet;
		}
		if (found == NULL || (found->session_id != 0 && sheet->session_id == 0)) {
			*several = false;
			found = sheet;
		} else if (sheet->session_id == found->session_id) {
			found = is_later(sheet, found) ? sheet : found;
		} else if (found->session_id != 0) {
			*several = true;
		}
	}
	return found;
}

gint64
sheet_find(Store *store, gint64 event_id, const char *ref, GError **error)
{
	bool several = false;
	g_autoptr(GPtrArray) sheets = sheets_printed(store, event_id, 0, error);
	if (sheets == NULL)
		return 0;
	const struct sheet_printed *found = sheet_among(sheets, ref, &several);
	g_autofree char *names = sheets_names(sheets);
	if (sheets->len == 0)
		fail(error, ERROR_NOT_FOUND, _("no sign-in sheet of the event was printed yet"));
	else if (found == NULL)
		fail(error, ERROR_NOT_FOUND, _("no sign-in sheet “%s”; those printed are: %s"), ref,
		     names);
	else if (several)
		fail(error, ERROR_AMBIGUOUS,
		     _("each session has a sheet of its own: say the code on the paper: %s"),
		     names);
	return found != NULL && !several ? found->id : 0;
}
