/* The processor time of each figure of an event, beside one bare query for the same number:
 * figures RUNS FILE NUMBER.
 *
 * For each figure a line: our median in milliseconds, that of the query ("-": there is none, for a
 * rule of ours decides), and what it counts. Both must come to the same number. Ours begins with
 * what the program knows, the id of the event; the query is prepared beforehand.
 */
#include <sqlite3.h>
#include <string.h>

#include "app/event.h"
#include "app/output.h"
#include "app/presence.h"
#include "bench/runs.h"
#include "core/attendee.h"
#include "core/programme.h"
#include "core/status.h"
#include "store/event_rows.h"

struct subject {
	Store *store;
	sqlite3 *bare;
	gint64 event_id;
	gint64 half_day_id; /* its first */
};

struct figure {
	const char *label;
	gint64 (*count)(const struct subject *subject);
	const char *query; /* of the event ?1, of the half-day ?2; NULL: none */
};

/* ---- ours ---------------------------------------------------------------------------------------
 */

static gint64
registered(const struct subject *subject)
{
	return event_registered(subject->store, subject->event_id, NULL);
}

static gint64
seats_taken(const struct subject *subject)
{
	return event_seats_taken(subject->store, subject->event_id, NULL);
}

static gint64
present(const struct subject *subject)
{
	return event_present(subject->store, subject->event_id, NULL);
}

static gint64
half_days(const struct subject *subject)
{
	g_autoptr(Rows) rows =
		event_rows(subject->store, &entity_half_day, subject->event_id, NULL);
	return rows != NULL ? (gint64)rows->n : -1;
}

static gint64
present_then(const struct subject *subject)
{
	g_autoptr(GHashTable) states =
		half_day_presence(subject->store, subject->half_day_id, NULL);
	GHashTableIter iter;
	gpointer state;
	gint64 n = 0;
	if (states == NULL)
		return -1;
	g_hash_table_iter_init(&iter, states);
	while (g_hash_table_iter_next(&iter, NULL, &state))
		n += code_is(&code_presence_states, state, CODE_COUNTED);
	return n;
}

static void
tally_add(gint64 session_id, const char *status, const char *part, gint64 n, gpointer user)
{
	(void)session_id;
	if (attendee_takes_seat(status, part))
		*(gint64 *)user += n;
}

static gint64
seats_in_sessions(const struct subject *subject)
{
	gint64 n = 0;
	return event_session_tally(subject->store, subject->event_id, tally_add, &n, NULL) ? n : -1;
}

static void
engagement_add(const struct engagement *engagement, gpointer user)
{
	(void)engagement;
	++*(gint64 *)user;
}

static gint64
engagements(const struct subject *subject)
{
	gint64 n = 0;
	return event_engagements(subject->store, subject->event_id, engagement_add, &n, NULL) ? n
											      : -1;
}

static gint64
opening(const struct subject *subject)
{
	struct event *event = store_get(subject->store, &entity_event, subject->event_id, NULL);
	bool shown = event != NULL && event_shown_status(subject->store, event) != NULL;
	entity_free(&entity_event, event);
	return shown;
}

static gint64
problems(const struct subject *subject)
{
	g_autoptr(GPtrArray) found = event_check(subject->store, subject->event_id, NULL);
	return found != NULL ? (gint64)found->len : -1;
}

/* ---- the same in one query ----------------------------------------------------------------------
 */

#define SEAT "a.status IN ('registered', 'offered') AND a.part = 'participant'"
#define STANDS                                                                                     \
	"m.retracts IS NULL AND m.state = 'present' AND NOT EXISTS (SELECT 1 "                     \
	"FROM presence_mark r WHERE r.attendee_id = m.attendee_id AND r.half_day_id = "            \
	"m.half_day_id AND r.retracts = m.nonce)"

static const struct figure figures[] = {
	{"registered", registered,
	 "SELECT count(*) FROM attendee a WHERE a.event_id = ?1 AND a.status = 'registered' AND "
	 "a.part = 'participant'"},
	{"seats taken", seats_taken,
	 "SELECT count(*) FROM attendee a WHERE a.event_id = ?1 AND " SEAT},
	{"open, full or closed", opening, NULL},
	{"half-days", half_days,
	 "SELECT count(*) FROM half_day h JOIN event_day d ON d.id = h.day_id WHERE d.event_id = "
	 "?1"},
	{"present on a half-day at least", present,
	 "SELECT count(DISTINCT m.attendee_id) FROM event_day d JOIN half_day h ON h.day_id = d.id "
	 "JOIN presence_mark m ON m.half_day_id = h.id JOIN attendee a ON a.id = m.attendee_id "
	 "WHERE d.event_id = ?1 AND a.part = 'participant' AND " STANDS},
	{"present on one half-day", present_then,
	 "SELECT count(DISTINCT m.attendee_id) FROM presence_mark m WHERE m.half_day_id = ?2 "
	 "AND " STANDS},
	{"seats taken in its sessions", seats_in_sessions,
	 "SELECT count(*) FROM session s JOIN choice c ON c.session_id = s.id JOIN attendee a ON "
	 "a.id = c.attendee_id WHERE s.event_id = ?1 AND c.assigned = 1 AND " SEAT},
	{"its speakers and rooms elsewhere", engagements, NULL},
	{"everything that is checked", problems, NULL},
};

/* ---- measuring ----------------------------------------------------------------------------------
 */

static gint64
bare_number(sqlite3_stmt *statement)
{
	gint64 number =
		sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
	sqlite3_reset(statement);
	return number;
}

static sqlite3_stmt *
bare_prepare(const struct subject *subject, const char *query)
{
	sqlite3_stmt *statement = NULL;
	if (query != NULL && sqlite3_prepare_v2(subject->bare, query, -1, &statement, NULL) != 0)
		runs_give_up(query, sqlite3_errmsg(subject->bare));
	if (statement != NULL && sqlite3_bind_parameter_count(statement) > 0) {
		bool of_event = strstr(query, "?1") != NULL;
		sqlite3_bind_int64(statement, of_event ? 1 : 2,
				   of_event ? subject->event_id : subject->half_day_id);
	}
	return statement;
}

static void
figure_measure(const struct subject *subject, const struct figure *figure, guint count)
{
	struct runs ours, bare;
	sqlite3_stmt *statement = bare_prepare(subject, figure->query);
	runs_init(&ours);
	runs_init(&bare);
	for (guint i = 0; i < count; i++) {
		gint64 start = runs_own_cpu(), number = figure->count(subject);
		gint64 middle = runs_own_cpu(),
		       other = statement != NULL ? bare_number(statement) : number;
		runs_add(&bare, runs_own_cpu() - middle, 0);
		runs_add(&ours, middle - start, 0);
		if (number < 0 || number != other)
			runs_give_up(figure->label, "the two numbers differ");
	}
	printf("%.2f ", runs_median(&ours) / 1000);
	if (statement != NULL)
		printf("%.2f ", runs_median(&bare) / 1000);
	printf("%s%s\n", statement == NULL ? "- " : "", figure->label);
	sqlite3_finalize(statement);
	runs_clear(&ours);
	runs_clear(&bare);
}

static gint64
event_numbered(Store *store, const char *number)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_event, "number", value_text(number), NULL);
	return rows != NULL && rows->n == 1 ? ((struct event *)rows->row[0])->id : 0;
}

int
main(int argc, char **argv)
{
	GError *error = NULL;
	struct subject subject = {0};
	guint count = argc == 4 ? (guint)g_ascii_strtoull(argv[1], NULL, 10) : 0;
	if (count == 0)
		runs_give_up("figures", "RUNS FILE NUMBER");
	subject.store = store_open(argv[2], STORE_OPEN, NULL, &error);
	if (subject.store == NULL)
		runs_give_up(argv[2], error->message);
	if (sqlite3_open_v2(argv[2], &subject.bare, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		runs_give_up(argv[2], sqlite3_errmsg(subject.bare));
	subject.event_id = event_numbered(subject.store, argv[3]);
	g_autoptr(Rows) rows = event_rows(subject.store, &entity_half_day, subject.event_id, NULL);
	if (rows == NULL || rows->n == 0)
		runs_give_up(argv[3], "no such event, or it has no half-day");
	subject.half_day_id = ((struct half_day *)rows->row[0])->id;
	for (gsize i = 0; i < G_N_ELEMENTS(figures); i++)
		figure_measure(&subject, &figures[i], count);
	sqlite3_close(subject.bare);
	store_close(subject.store);
	return EXIT_SUCCESS;
}
