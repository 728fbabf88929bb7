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

/* ---- marking ------------------------------------------------------------------------------------
 */

void
sheet_return_clear(struct sheet_return *done)
{
	g_clear_pointer(&done->silent, g_ptr_array_unref);
	g_clear_pointer(&done->gone, g_ptr_array_unref);
}

static guint
last_line(const Rows *lines)
{
	gint64 last = 0;
	for (guint i = 0; i < lines->n; i++)
		last = MAX(last, ((struct document_line *)lines->row[i])->line);
	return (guint)last;
}

/* "13 Zoé Élan". */
static char *
line_words(Store *store, const struct document_line *line)
{
	struct attendee *attendee =
		line->attendee_id != 0 ? store_get(store, &entity_attendee, line->attendee_id, NULL)
				       : NULL;
	g_autofree char *name = attendee != NULL
					? name_shown(attendee->first_name, attendee->last_name)
					: g_strdup(_("registration deleted"));
	entity_free(&entity_attendee, attendee);
	return g_strdup_printf("%d %s", (int)line->line, name);
}

static bool
line_stands(Store *store, const struct document_line *line)
{
	struct attendee *attendee =
		line->attendee_id != 0 ? store_get(store, &entity_attendee, line->attendee_id, NULL)
				       : NULL;
	bool stands =
		attendee != NULL && code_is(&code_attendee_statuses, attendee->status, CODE_LIVE);
	entity_free(&entity_attendee, attendee);
	return stands;
}

static const char *
state_of(const GArray *marks, gint64 line)
{
	for (guint i = 0; i < marks->len; i++) {
		const struct sheet_mark *mark = &g_array_index(marks, struct sheet_mark, i);
		if (mark->line == line)
			return mark->state;
	}
	return NULL;
}

static bool
line_mark(Store *store, const struct document_line *line, gint64 half_day_id, const char *state,
	  struct sheet_return *done, GError **error)
{
	bool marked = false;
	struct presence_said said = {.state = state, .origin = "sheet"};
	if (state == NULL || !line_stands(store, line)) {
		g_ptr_array_add(state == NULL ? done->silent : done->gone, line_words(store, line));
		return true;
	}
	if (!presence_note(store, line->attendee_id, half_day_id, &said, &marked, error))
		return false;
	done->marked += marked ? 1 : 0;
	done->already += marked ? 0 : 1;
	return true;
}

bool
sheet_return_mark(Store *store, gint64 sheet_id, gint64 half_day_id, const char *typed,
		  struct sheet_return *done, GError **error)
{
	*done = (struct sheet_return){.silent = g_ptr_array_new_with_free_func(g_free),
				      .gone = g_ptr_array_new_with_free_func(g_free)};
	g_autoptr(Rows) lines = sheet_lines(store, sheet_id, error);
	g_autoptr(GArray) marks =
		lines != NULL ? sheet_return_read(typed, last_line(lines), error) : NULL;
	bool good = marks != NULL;
	for (guint i = 0; good && i < lines->n; i++) {
		const struct document_line *line = lines->row[i];
		good = line_mark(store, line, half_day_id, state_of(marks, line->line), done,
				 error);
	}
	return good;
}
