#include "intake/calendar_stream.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/calendar_record.h"
#include "intake/calendar_trouble.h"
#include "intake/import_private.h"

/* A longer name of an entry is known by its digest. */
#define UID_MAX 250

/* Dates and refused entries. */
#define LINES_MAX (2 * CALENDAR_DATES_MAX)

static void
line_free(gpointer data)
{
	struct stream_line *line = data;
	entity_free(&entity_busy, line->row);
	g_free(line->title);
	g_free(line->reason);
	g_free(line);
}

void
calendar_stream_init(struct calendar_stream *stream)
{
	*stream = (struct calendar_stream){.lines = g_ptr_array_new_with_free_func(line_free),
					   .problems = g_ptr_array_new_with_free_func(
						   (GDestroyNotify)import_problem_free),
					   .kept = g_hash_table_new_full(g_str_hash, g_str_equal,
									 g_free, NULL)};
}

void
calendar_stream_clear(struct calendar_stream *stream)
{
	g_free(stream->name);
	g_ptr_array_unref(stream->lines);
	g_ptr_array_unref(stream->problems);
	g_hash_table_destroy(stream->kept);
}

/* ---- values -------------------------------------------------------------------------------- */

/* A name, title or place as it is stored: cleaned, on one line, not longer than its member. */
static char *
words_accept(const char *text, const char *member)
{
	char *words = text_accept(text, false, NULL);
	char *cut =
		words != NULL ? value_cut(words, entity_field(&entity_busy, member)->length) : NULL;
	if (cut == NULL)
		return words;
	g_free(words);
	return cut;
}

static char *
uid_accept(const char *text)
{
	char *uid = text_accept(text, false, NULL);
	if (uid != NULL && strlen(uid) <= UID_MAX)
		return uid;
	g_free(uid);
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}

/* "20270115" or "20270115T083000Z". */
static bool
occurrence_valid(const char *text)
{
	static const char pattern[] = "ddddddddTddddddZ";
	gsize length = strlen(text);
	if (length != 0 && length != 8 && length != strlen(pattern))
		return false;
	for (gsize i = 0; i < length; i++)
		if (pattern[i] == 'd' ? !g_ascii_isdigit(text[i]) : text[i] != pattern[i])
			return false;
	return true;
}

static bool
date_texts_valid(const struct calendar_record *record)
{
	char *const *text = record->text;
	bool whole_days = *text[DATE_START_TIME] == '\0';
	bool ends = *text[DATE_END_TIME] != '\0';
	return occurrence_valid(text[DATE_OCCURRENCE]) && date_is_day(text[DATE_FIRST_DAY]) &&
	       date_is_day(text[DATE_LAST_DAY]) &&
	       strcmp(text[DATE_FIRST_DAY], text[DATE_LAST_DAY]) <= 0 &&
	       (whole_days ? !ends : time_valid(text[DATE_START_TIME])) &&
	       (!ends || time_valid(text[DATE_END_TIME]));
}

static bool
number_accept(const char *text, guint *number)
{
	guint64 value = 0;
	if (!g_ascii_string_to_unsigned(text, 10, 0, G_MAXINT, &value, NULL))
		return false;
	*number = (guint)value;
	return true;
}

/* ---- records ------------------------------------------------------------------------------- */

static bool
date_take(struct calendar_stream *stream, const struct calendar_record *record)
{
	if (record->n_texts != N_DATE_TEXTS || stream->lines->len >= LINES_MAX ||
	    !date_texts_valid(record))
		return false;
	struct busy *row = entity_new(&entity_busy);
	row->uid = uid_accept(record->text[DATE_UID]);
	text_set(&row->occurrence, record->text[DATE_OCCURRENCE]);
	row->title = words_accept(record->text[DATE_TITLE], "title");
	if (row->title == NULL)
		text_set(&row->title, _("(no title)"));
	row->place = words_accept(record->text[DATE_PLACE], "place");
	text_set(&row->first_day, record->text[DATE_FIRST_DAY]);
	text_set(&row->last_day, record->text[DATE_LAST_DAY]);
	text_set(&row->start_time, record->text[DATE_START_TIME]);
	text_set(&row->end_time, record->text[DATE_END_TIME]);
	struct stream_line *line = g_new0(struct stream_line, 1);
	line->line = record->line;
	line->row = row;
	g_ptr_array_add(stream->lines, line);
	return true;
}

static void
problem_add(struct calendar_stream *stream, guint line, const char *severity, char *message)
{
	struct import_problem *problem = g_new0(struct import_problem, 1);
	problem->line = line;
	problem->severity = severity;
	problem->message = message;
	g_ptr_array_add(stream->problems, problem);
}

static bool
refused_take(struct calendar_stream *stream, const struct calendar_record *record)
{
	const char *reason = record->n_texts == 3 ? trouble_of_refused(record->text[0]) : NULL;
	if (reason == NULL || stream->lines->len >= LINES_MAX)
		return false;
	struct stream_line *line = g_new0(struct stream_line, 1);
	line->line = record->line;
	line->title = words_accept(record->text[1], "title");
	if (line->title == NULL)
		text_set(&line->title, _("(no title)"));
	line->reason = g_strdup(reason);
	g_ptr_array_add(stream->lines, line);
	g_hash_table_add(stream->kept, uid_accept(record->text[2]));
	problem_add(stream, record->line, "error",
		    g_strdup_printf(_("“%s” is left out: %s"), line->title, reason));
	return true;
}

static bool
problem_take(struct calendar_stream *stream, const struct calendar_record *record)
{
	const char *severity = NULL;
	g_autofree char *what =
		record->n_texts == 2 ? words_accept(record->text[1], "title") : NULL;
	char *message =
		record->n_texts == 2
			? trouble_of_problem(record->text[0], what != NULL ? what : _("(no title)"),
					     &severity)
			: NULL;
	if (message == NULL)
		return false;
	problem_add(stream, record->line, severity, message);
	return true;
}

static bool
count_take(struct calendar_stream *stream, const struct calendar_record *record)
{
	guint n = 0;
	char *message = record->n_texts == 2 && number_accept(record->text[1], &n)
				? trouble_of_count(record->text[0], n)
				: NULL;
	if (message == NULL)
		return false;
	problem_add(stream, 0, strcmp(record->text[0], "nul") == 0 ? "warning" : "information",
		    message);
	return true;
}

static bool
name_take(struct calendar_stream *stream, const struct calendar_record *record)
{
	if (record->n_texts != 1 || stream->name != NULL)
		return false;
	stream->name = words_accept(record->text[0], "source");
	return true;
}

static bool
record_take(struct calendar_stream *stream, const struct calendar_record *record)
{
	switch (record->kind) {
	case RECORD_NAME:
		return name_take(stream, record);
	case RECORD_AT:
		stream->at = record->line;
		return true;
	case RECORD_DATE:
		return date_take(stream, record);
	case RECORD_PROBLEM:
		return problem_take(stream, record);
	case RECORD_REFUSED:
		return refused_take(stream, record);
	case RECORD_COUNT:
		return count_take(stream, record);
	default:
		return false;
	}
}

/* ---- the stream ---------------------------------------------------------------------------- */

static bool
file_refused(const struct calendar_record *record, bool *broken, GError **error)
{
	const char *reason = record->n_texts == 1 ? trouble_of_file(record->text[0]) : NULL;
	*broken = reason == NULL;
	if (reason == NULL)
		return fail(error, ERROR_FORMAT, _("the reader of calendars gave no answer"));
	return record->line > 0 ? fail(error, ERROR_FORMAT, _("line %u: %s"), record->line, reason)
				: fail(error, ERROR_FORMAT, "%s", reason);
}

static guint
dates_count(const struct calendar_stream *stream)
{
	guint n = 0;
	for (guint i = 0; i < stream->lines->len; i++)
		n += ((const struct stream_line *)stream->lines->pdata[i])->row != NULL;
	return n;
}

static bool
end_holds(const struct calendar_stream *stream, const struct calendar_record *record, gsize left)
{
	guint n = 0;
	return left == 0 && record->n_texts == 1 && number_accept(record->text[0], &n) &&
	       n == dates_count(stream);
}

static bool
broken_answer(bool *broken, GError **error)
{
	*broken = true;
	return fail(error, ERROR_FORMAT, _("the reader of calendars gave no answer"));
}

static int
problem_compare(gconstpointer a, gconstpointer b)
{
	const struct import_problem *const *left = a, *const *right = b;
	return (*left)->line < (*right)->line ? -1 : (*left)->line > (*right)->line;
}

bool
calendar_stream_read(struct calendar_stream *stream, const char *bytes, gsize size, bool *broken,
		     GError **error)
{
	*broken = false;
	if (size < strlen(CALENDAR_RECORD_MAGIC) ||
	    memcmp(bytes, CALENDAR_RECORD_MAGIC, strlen(CALENDAR_RECORD_MAGIC)) != 0)
		return broken_answer(broken, error);
	bytes += strlen(CALENDAR_RECORD_MAGIC);
	size -= strlen(CALENDAR_RECORD_MAGIC);
	struct calendar_record record;
	while (calendar_record_read(&bytes, &size, &record)) {
		bool end = record.kind == RECORD_END, refused = record.kind == RECORD_FILE;
		bool good = end ? end_holds(stream, &record, size)
				: !refused && record_take(stream, &record);
		if (refused)
			file_refused(&record, broken, error);
		calendar_record_clear(&record);
		if (refused)
			return false;
		if (!good)
			return broken_answer(broken, error);
		if (end) {
			g_ptr_array_sort(stream->problems, problem_compare);
			return true;
		}
	}
	return broken_answer(broken, error);
}
