/* Logs of who was connected to a remote meeting, as the services hand them out.
 *
 *   Zoom            a preamble of the meeting, then "Name (original name), Email, Join time, Leave
 *                   time, Duration (minutes)…", a row for each time somebody joined; or one row for
 *                   each person with the duration alone; French headings too
 *   Teams           sections of "name<TAB>value" and tables: participants (first join, last leave,
 *                   duration) and activities (a row for each join); formerly "Full name, User
 *                   action, Timestamp"
 *   BigBlueButton   the learning dashboard: "Name, Moderator, …, Join, Left, Duration"
 *
 * Sources: the vendors' pages about these reports, the source of BigBlueButton's dashboard, and
 * programs that read such files. Headings and titles follow the language of who downloads the log,
 * so a table is known by what its head says, in French or English words: a name, and beside it when
 * somebody joined or how long they stayed. Everything else is passed over. Of a table of first and
 * last times and one of every join the second is read.
 */
#ifndef CORE_CONNECTION_LOG_H
#define CORE_CONNECTION_LOG_H

#include <glib.h>
#include <stdbool.h>

struct connection_row {
	guint line;     /* of the file */
	char *name;     /* cleaned, as it was shown in the meeting */
	char *email;    /* as written, or NULL */
	char *from;     /* when they joined, as written; NULL: not said */
	char *to;       /* when they left; NULL: not said */
	gint64 seconds; /* how long they stayed, as the log says; -1: not said */
	bool host;      /* who led the meeting: organiser, moderator, whose meeting it was */
};

typedef struct connection_log {
	GPtrArray *rows; /* struct connection_row, in the order of the file */
	guint lobby;     /* rows of people who only waited to be let in: left out */
	guint machines;  /* rows of programs that take notes: left out */
	struct connection_tables *tables; /* private */
} ConnectionLog;

ConnectionLog *connection_log_new(void);
void connection_log_free(ConnectionLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ConnectionLog, connection_log_free)

/** Give it the next row of the file: N cells of UTF-8, the head of a table like any other. */
void connection_log_add(ConnectionLog *log, guint line, char *const *cells, guint n);

/** That was the last: the rows of the tables that count are in rows. False when none was one. */
bool connection_log_close(ConnectionLog *log);

/** "1h 2m 3s", "1 h 30 min", "01:02:03", "1:30" (hours and minutes), "95", "95,5" (minutes; seconds
 * when IN_SECONDS): seconds, or -1 when it cannot be read or is longer than a week. */
gint64 connection_duration(const char *typed, bool in_seconds);

/** What may be a name of a person in NAME as a meeting shows it, the likeliest first: "Zoé Élan
 * (DDETS)" → "Zoé Élan", "DDETS"; "DDETS 30 - Zoé Élan" → both sides; "Marie (Zoé Élan)" → both.
 * NULL-terminated, at least one. Caller frees. */
char **connection_names(const char *name);

/** The one of them under which somebody would be registered. Caller frees. */
char *connection_name(const char *name);

/** Whether that is what a person is called: two words or more of letters, none of which is what
 * devices, rooms and accounts are called ("iPhone de Marc", "Salle 2", "Zoom user"). */
bool connection_is_person(const char *name);

#endif
