/* The log of a meeting into people and the times at which they were connected. */
#include <string.h>

#include "app/modules.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "intake/import_connections_private.h"
#include "intake/import_private.h"

void
connections_say(ConnectionsPlan *plan, guint line, const char *severity, const char *format, ...)
{
	struct import_problem *problem = g_new0(struct import_problem, 1);
	va_list arguments;
	va_start(arguments, format);
	problem->line = line;
	problem->severity = severity;
	problem->message = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_ptr_array_add(plan->problems, problem);
}

/* ---- the file -----------------------------------------------------------------------------------
 */

static ConnectionLog *
log_of_table(const Table *table)
{
	ConnectionLog *log = connection_log_new();
	connection_log_add(log, table->head_line, (char *const *)table->head->pdata,
			   table->head->len);
	for (guint i = 0; i < table->rows->len; i++) {
		const struct table_row *row = &g_array_index(table->rows, struct table_row, i);
		connection_log_add(log, row->line, row->cells, row->n_cells);
	}
	if (!connection_log_close(log))
		g_clear_pointer(&log, connection_log_free);
	return log;
}

/* A file of several tables and titles has no one width, so that its separator is not certain: the
 * one with which it is a log is the right one. *UNREADABLE: it is no table of whatever kind. */
static ConnectionLog *
log_of_bytes(const struct exchange_module *exchange, const char *bytes, gsize size,
	     GError **unreadable)
{
	static const char separators[] = {'\0', '\t', ',', ';'};
	for (gsize i = 0; i < sizeof separators; i++) {
		struct table_options options = {.separator = separators[i]};
		GError *reason = NULL;
		Table *table = exchange->read(bytes, size, &options, &reason);
		ConnectionLog *log = table != NULL ? log_of_table(table) : NULL;
		exchange->free(table);
		if (i == 0 && reason != NULL)
			g_propagate_error(unreadable, reason);
		else
			g_clear_error(&reason);
		if (log != NULL) {
			g_clear_error(unreadable);
			return log;
		}
	}
	return NULL;
}

static ConnectionLog *
log_of_file(Store *store, const char *path, GError **error)
{
	const struct exchange_module *exchange = module_exchange(error);
	g_autoptr(GBytes) bytes = exchange != NULL ? import_bytes(store, path, error) : NULL;
	if (bytes == NULL)
		return NULL;
	gsize size = 0;
	const char *text = g_bytes_get_data(bytes, &size);
	g_autoptr(GError) unreadable = NULL;
	ConnectionLog *log = log_of_bytes(exchange, text != NULL ? text : "", size, &unreadable);
	if (log == NULL && unreadable != NULL)
		fail(error, unreadable->code, _("“%s”: %s"), path, unreadable->message);
	else if (log == NULL)
		fail(error, ERROR_FORMAT,
		     _("“%s” is no log of a meeting: no line of it names the columns “name” and "
		       "“join” or “duration”; ask Zoom, Teams or BigBlueButton for the list of "
		       "participants"),
		     path);
	return log;
}

/* ---- times --------------------------------------------------------------------------------------
 */

struct clock_reading {
	GTimeZone *zone;
	bool month_first;
	const char *day; /* of the event, when it has but one: for times without a date; or NULL */
	char today[11];
};

/* "23 nov. 2026 à 09:58", "Nov 23, 2026 9:58:02 AM": the day in words as a date of ours. */
static char *
words_apart(const struct clock_reading *reading, const char *typed)
{
	struct date_reading date;
	const char *colon = strchr(typed, ':');
	const char *time = colon;
	while (time != NULL && time > typed && g_ascii_isdigit(time[-1]))
		time--;
	if (colon == NULL || time == typed)
		return NULL;
	g_autofree char *day = g_strndup(typed, (gsize)(time - typed));
	g_strdelimit(day, ",", ' ');
	g_auto(GStrv) words = g_strsplit(g_strstrip(day), " ", 0);
	guint n = g_strv_length(words);
	if (n > 1 && (strcmp(words[n - 1], "à") == 0 || strcmp(words[n - 1], "at") == 0))
		g_clear_pointer(&words[n - 1], g_free);
	if (n > 1 && words[1] != NULL && !g_ascii_isdigit(*words[0]) &&
	    g_ascii_isdigit(*words[1])) {
		char *month = words[0];
		words[0] = words[1];
		words[1] = month;
	}
	g_autofree char *ordered = g_strjoinv(" ", words);
	if (!date_parse(ordered, reading->today, &date, NULL) || !date_is_day(date.date))
		return NULL;
	return g_strdup_printf("%s %s", date.date, time);
}

static bool
time_read(const struct clock_reading *reading, const char *typed, gint64 *seconds,
	  char day[static 11])
{
	if (typed == NULL)
		return false;
	if (value_seconds(typed, reading->zone, reading->month_first, seconds, day))
		return true;
	g_autofree char *words = words_apart(reading, typed);
	if (words != NULL)
		return value_seconds(words, reading->zone, false, seconds, day);
	g_autofree char *dated =
		reading->day != NULL ? g_strdup_printf("%s %s", reading->day, typed) : NULL;
	return dated != NULL && value_seconds(dated, reading->zone, false, seconds, day);
}

static bool
is_day_of(const GPtrArray *dates, const char *day)
{
	for (guint i = 0; i < dates->len; i++)
		if (strcmp(dates->pdata[i], day) == 0)
			return true;
	return false;
}

/* How many times of the log are on a day of the event, read so. */
static guint
times_meeting(const ConnectionLog *log, const struct clock_reading *reading, const GPtrArray *dates)
{
	guint n = 0;
	for (guint i = 0; i < log->rows->len; i++) {
		const struct connection_row *row = g_ptr_array_index(log->rows, i);
		gint64 seconds = 0;
		char day[11];
		n += time_read(reading, row->from != NULL ? row->from : row->to, &seconds, day) &&
		     is_day_of(dates, day);
	}
	return n;
}

/* Services write days in the order of who downloads the log: that of which more fall on the event
 * is right; of both alike it is ours. */
static void
order_find(const ConnectionLog *log, struct clock_reading *reading, const GPtrArray *dates)
{
	struct clock_reading american = *reading;
	american.month_first = true;
	reading->month_first =
		times_meeting(log, &american, dates) > times_meeting(log, reading, dates);
}

/* ---- people -------------------------------------------------------------------------------------
 */

/* Under one address there may be several people, and under one name too. */
static char *
group_key(const struct connection_row *row)
{
	g_autofree char *email = text_email_key(row->email);
	g_autofree char *name = text_search_key(row->name);
	return g_strconcat(email != NULL ? email : "", "\001", *name != '\0' ? name : row->name,
			   NULL);
}

static struct connected_group *
group_of(ConnectionsPlan *plan, GHashTable *keys, const struct connection_row *row)
{
	g_autofree char *key = group_key(row);
	struct connected_group *group = g_hash_table_lookup(keys, key);
	if (group != NULL)
		return group;
	group = g_new0(struct connected_group, 1);
	group->line = row->line;
	group->name = g_strdup(row->name);
	group->email = g_strdup(row->email);
	group->times = g_array_new(FALSE, FALSE, sizeof(struct connection));
	g_ptr_array_add(plan->work->groups, group);
	g_hash_table_insert(keys, g_steal_pointer(&key), group);
	return group;
}

static void
row_take(ConnectionsPlan *plan, const struct clock_reading *reading, GHashTable *keys,
	 const struct connection_row *row, gint64 *end)
{
	struct connected_group *group = group_of(plan, keys, row);
	struct connection one = {CONNECTION_UNKNOWN, CONNECTION_UNKNOWN, row->seconds};
	char day[11];
	bool from = time_read(reading, row->from, &one.from, day);
	bool to = time_read(reading, row->to, &one.to, day);
	if ((row->from != NULL && !from) || (row->to != NULL && !to))
		connections_say(plan, row->line, "warning", _("a time cannot be read: “%s”"),
				!from && row->from != NULL ? row->from : row->to);
	if (from && to && one.to < one.from)
		connections_say(plan, row->line, "warning",
				_("%s left before they joined: the times are left out"), row->name);
	*end = MAX(*end, MAX(one.from, one.to));
	group->host |= row->host;
	g_array_append_val(group->times, one);
}

static void
log_say(ConnectionsPlan *plan, const ConnectionLog *log)
{
	if (log->lobby > 0)
		connections_say(plan, 0, "information",
				i18n_count("%u row of the waiting room was left out",
					   "%u rows of the waiting room were left out", log->lobby),
				log->lobby);
	if (log->machines > 0)
		connections_say(plan, 0, "information",
				i18n_count("%u row of a program that takes notes was left out",
					   "%u rows of programs that take notes were left out",
					   log->machines),
				log->machines);
}

bool
connections_read(Store *store, ConnectionsPlan *plan, const char *path, const GPtrArray *dates,
		 GError **error)
{
	g_autoptr(ConnectionLog) log = log_of_file(store, path, error);
	if (log == NULL)
		return false;
	struct clock_reading reading = {.zone = plan->work->zone,
					.day = dates->len == 1 ? dates->pdata[0] : NULL};
	store_today(store, reading.today);
	order_find(log, &reading, dates);
	log_say(plan, log);
	g_autoptr(GHashTable) keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gint64 end = CONNECTION_UNKNOWN;
	for (guint i = 0; i < log->rows->len; i++)
		row_take(plan, &reading, keys, g_ptr_array_index(log->rows, i), &end);
	for (guint i = 0; i < plan->work->groups->len; i++) {
		struct connected_group *group = g_ptr_array_index(plan->work->groups, i);
		connections_complete((struct connection *)(void *)group->times->data,
				     group->times->len, end);
	}
	return true;
}
