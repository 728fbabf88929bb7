#include "intake/calendar_source.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/limited_child.h"
#include "app/modules.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "intake/import_calendar.h"
#include "intake/import_private.h"

/* Of the answer, and on the clock on the wall: a busy machine is slow, but a calendar is not read
 * for longer than somebody waits. */
#define ANSWER_BYTES_MAX    ((gsize)32 << 20)
#define ANSWER_MILLISECONDS 20000u

#define DAYS_BACK  366
#define DAYS_AHEAD (3 * 366)

/* ---- the process --------------------------------------------------------------------------- */

bool
calendar_reader_be(const char *const window[static 3], GError **error)
{
	const struct ical_module *ical = module_ical(error);
	struct calendar_window wanted = {.zone = window[0],
					 .first_day = window[1],
					 .last_day = window[2]};
	if (ical == NULL)
		return false;
	if (!date_is_day(wanted.first_day) || !date_is_day(wanted.last_day))
		return fail(error, ERROR_USAGE, _("a day is written 2027-01-15"));
	return ical->read_confined(STDIN_FILENO, STDOUT_FILENO, &wanted, error);
}

void
calendar_days_kept(Store *store, char first[static 11], char last[static 11])
{
	char today[11];
	store_today(store, today);
	date_from_number(date_number(today) - DAYS_BACK, first);
	date_from_number(date_number(today) + DAYS_AHEAD, last);
}

static GByteArray *
answer_of(Store *store, int in, struct child_end *end, GError **error)
{
	char first[11], last[11];
	calendar_days_kept(store, first, last);
	/* Not the path of the program: that may be another one by now. */
	const char *argv[] =
		{"/proc/self/exe", "read-calendar", "--", store_zone(store), first, last, NULL};
	return child_output(argv, in, ANSWER_BYTES_MAX, ANSWER_MILLISECONDS, end, error);
}

/* Why there is no whole answer. */
static bool
reader_failed(const struct child_end *end, guint at, GError **error)
{
	bool slow = end->late || end->signal == SIGXCPU;
	if (slow && at > 0)
		return fail(error, ERROR_FORMAT,
			    _("it takes too long to read; the entry at line %u repeats without "
			      "ever finding a day, or many do: take it out, or ask for another "
			      "export"),
			    at);
	if (slow)
		return fail(error, ERROR_FORMAT,
			    _("it takes too long to read: ask for another export"));
	if (end->signal != 0 || end->loud)
		return fail(error, ERROR_FORMAT,
			    _("the reader of calendars failed at it (signal %d): ask for another "
			      "export"),
			    end->signal);
	return fail(error, ERROR_FORMAT,
		    _("the reader of calendars gave no answer; run “ateliers doctor”, or install "
		      "Ateliers again"));
}

/* ---- the file ------------------------------------------------------------------------------ */

/* A folder can be opened, and then not be read. */
static int
descriptor_of(const char *path)
{
	if (strcmp(path, "-") == 0)
		return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
	struct stat status;
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || fstat(file, &status) != 0 || !S_ISDIR(status.st_mode))
		return file;
	close(file);
	errno = EISDIR;
	return -1;
}

static int
file_open(Store *store, const char *path, GError **error)
{
	if (strcmp(path, "-") != 0 && store_is_file(store, path)) {
		fail(error, ERROR_FORMAT, _("“%s” is the database itself, not a calendar"), path);
		return -1;
	}
	int file = descriptor_of(path);
	if (file < 0)
		fail(error, ERROR_IO, _("“%s” cannot be read: %s"), path, reading_reason(errno));
	return file;
}

static bool
file_read(Store *store, int file, struct calendar_stream *stream, GError **error)
{
	struct child_end end;
	g_autoptr(GByteArray) answer = answer_of(store, file, &end, error);
	if (answer == NULL)
		return false;
	GError *reason = NULL;
	bool broken = false;
	bool done = calendar_stream_read(stream, (const char *)answer->data, answer->len, &broken,
					 &reason);
	if (done && end.signal == 0 && end.code == 0 && !end.late && !end.loud)
		return true;
	if (!done && !broken) {
		g_propagate_error(error, reason);
		return false;
	}
	g_clear_error(&reason);
	return reader_failed(&end, stream->at, error);
}

bool
calendar_source_read(Store *store, const char *path, struct calendar_stream *stream, GError **error)
{
	int file = file_open(store, path, error);
	if (file < 0)
		return false;
	bool done = file_read(store, file, stream, error);
	close(file);
	if (!done)
		g_prefix_error(error, _("“%s”: "), path);
	return done;
}

/* ---- the name ------------------------------------------------------------------------------ */

/* The file's name without its folders and ending. */
static char *
file_name(const char *path)
{
	if (strcmp(path, "-") == 0)
		return NULL;
	g_autofree char *base = g_path_get_basename(path);
	char *dot = strrchr(base, '.');
	if (dot != NULL && dot != base)
		*dot = '\0';
	g_autofree char *shown = g_filename_display_name(base);
	return text_accept(shown, false, NULL);
}

static char *
source_cut(char *name)
{
	const struct field *field = entity_field(&entity_busy, "source");
	char *cut = name != NULL ? value_cut(name, field->length) : NULL;
	if (cut == NULL)
		return name;
	g_free(name);
	return cut;
}

/* One of the calendars that are here, whatever its case and accents. */
static bool
source_known(Store *store, char **name, GError **error)
{
	g_autofree char *key = text_search_key(*name);
	g_autoptr(Rows) rows = store_all(store, &entity_busy, error);
	for (guint i = 0; rows != NULL && *key != '\0' && i < rows->n; i++) {
		const struct busy *row = rows->row[i];
		g_autofree char *other = text_search_key(row->source);
		if (strcmp(other, key) != 0)
			continue;
		text_set(name, row->source);
		break;
	}
	return rows != NULL;
}

char *
calendar_source_name(Store *store, const char *path, const char *name,
		     const struct calendar_stream *stream, GError **error)
{
	char *called = text_accept(name, false, NULL);
	if (name != NULL && called == NULL) {
		fail(error, ERROR_INVALID, _("“%s” is no name"), "");
		return NULL;
	}
	if (called == NULL)
		called = stream->name != NULL ? g_strdup(stream->name) : file_name(path);
	called = source_cut(called);
	if (called == NULL) {
		fail(error, ERROR_INVALID, _("the calendar has no name: add --name"));
		return NULL;
	}
	if (!source_known(store, &called, error))
		g_clear_pointer(&called, g_free);
	return called;
}
