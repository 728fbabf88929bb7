/* Who is expected, by family of actors. */
#include <string.h>

#include "app/event_check.h"
#include "base/date.h"
#include "core/status.h"
#include "store/report_rows.h"
#include "store/setting.h"

/* A family usually comes when it was at so many of the last events of which something is known. */
enum { RECENT_READ = 15, RECENT_USED = 5, RECENT_USUAL = 3 };

struct balance {
	struct check_family *families; /* in the order of the codes, what is not known last */
	guint *asked;                  /* of each, whoever was asked and has not registered */
	guint n;
};

static guint
family_place(const char *family)
{
	const struct code *code = code_find(&code_families, family);
	return code != NULL ? (guint)(code - code_families.codes) : code_families.n;
}

static void
family_take(const char *family, const char *status, const char *part, const char *origin, gint64 n,
	    gpointer user)
{
	const struct balance *balance = user;
	guint place = family_place(family);
	if (!code_is(&code_attendee_parts, part, CODE_COUNTED) ||
	    code_is(&code_attendee_origins, origin, CODE_UNEXPECTED))
		return;
	if (attendee_counted(status, part))
		balance->families[place].registered += n;
	else
		balance->asked[place] += (guint)n;
}

static struct balance
balance_read(Store *store, gint64 event_id, bool *done, GError **error)
{
	struct balance balance = {.n = code_families.n + 1};
	balance.families = g_new0(struct check_family, balance.n);
	balance.asked = g_new0(guint, balance.n);
	for (guint i = 0; i < code_families.n; i++)
		balance.families[i].family = code_families.codes[i].code;
	*done = report_family_rows(store, event_id, family_take, &balance, error);
	return balance;
}

static void
balance_clear(struct balance *balance)
{
	g_free(balance->families);
	g_free(balance->asked);
}

static gint64
balance_sum(const struct balance *balance)
{
	gint64 sum = 0;
	for (guint i = 0; i < balance->n; i++)
		sum += balance->families[i].registered;
	return sum;
}

/* ---- who usually comes --------------------------------------------------------------------------
 */

static void
recent_take(gint64 event_id, const char *status, gpointer user)
{
	if (code_is(&code_event_statuses, status, CODE_COUNTED))
		g_array_append_val((GArray *)user, event_id);
}

static bool
usual_find(struct gathering *gathering, const char *today, guint *usual, GError **error)
{
	g_autoptr(GArray) recent = g_array_new(FALSE, FALSE, sizeof(gint64));
	guint used = 0;
	if (!report_recent_events(gathering->store, today, RECENT_READ, recent_take, recent, error))
		return false;
	for (guint i = 0; i < recent->len && used < RECENT_USED; i++) {
		bool done = false;
		struct balance past = balance_read(gathering->store,
						   g_array_index(recent, gint64, i), &done, error);
		bool telling = done && balance_sum(&past) >= BALANCE_LEAST;
		for (guint place = 0; telling && place < past.n; place++)
			usual[place] += past.families[place].registered > 0 ? 1 : 0;
		used += telling ? 1 : 0;
		balance_clear(&past);
		if (!done)
			return false;
	}
	return true;
}

/* ---- this event ---------------------------------------------------------------------------------
 */

/* Past the day or the deadline nobody can be invited any more. */
static bool
is_in_time(const struct event *event, const char *today)
{
	if (!code_is(&code_event_statuses, event->status, CODE_LIVE) ||
	    code_is(&code_event_statuses, event->status, CODE_COUNTED))
		return false;
	if (event->registration_deadline != NULL && strcmp(event->registration_deadline, today) < 0)
		return false;
	return event->start_date == NULL ||
	       strncmp(event->start_date, today, strlen(event->start_date)) > 0 ||
	       (!date_is_day(event->start_date) &&
		strncmp(event->start_date, today, strlen(event->start_date)) == 0);
}

static bool
families_judge(struct gathering *gathering, struct balance *balance, const char *today,
	       GError **error)
{
	g_autofree guint *usual = g_new0(guint, balance->n);
	if (balance_sum(balance) < BALANCE_LEAST)
		return true;
	if (!usual_find(gathering, today, usual, error))
		return false;
	for (guint i = 0; i < code_families.n; i++)
		balance->families[i].expected = balance->asked[i] > 0 || usual[i] >= RECENT_USUAL;
	gathering->families = g_steal_pointer(&balance->families);
	gathering->facts.families = gathering->families;
	gathering->facts.n_families = balance->n;
	return true;
}

bool
gather_families(struct gathering *gathering, GError **error)
{
	char today[11];
	store_today(gathering->store, today);
	gathering->facts.balance_percent =
		MAX(setting_number(gathering->store, "balance_percent", 0), 0);
	if (gathering->facts.balance_percent == 0 || !is_in_time(gathering->whole->event, today))
		return true;
	bool done = false;
	struct balance balance =
		balance_read(gathering->store, gathering->whole->event->id, &done, error);
	done = done && families_judge(gathering, &balance, today, error);
	balance_clear(&balance);
	return done;
}
