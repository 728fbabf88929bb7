/* What is not kept longer than needed. */
#include <string.h>

#include "app/personal.h"
#include "base/date.h"
#include "core/attendee.h"
#include "core/person.h"
#include "store/contact_rows.h"
#include "store/erase.h"
#include "store/need_rows.h"
#include "store/setting.h"

#define DAYS_OF_YEAR   365
#define MONTHS_OF_YEAR 12
#define PEOPLE_AT_ONCE 500

/* ---- who is due ---------------------------------------------------------------------------------
 */

/* DAY, YEARS later or earlier; 29 February becomes the 28th. */
static void
years_from(const char *day, int years, char other[static 11])
{
	int year = (int)g_ascii_strtoll(day, NULL, 10) + years;
	g_snprintf(other, 11, "%04d%s", CLAMP(year, 1, 9999), day + 4);
	if (!date_is_day(other))
		g_strlcpy(other + 8, "28", 3);
}

struct due_collecting {
	GArray *due;
	char erase_before[11]; /* the last contact was then or earlier: erase */
	char ask_before[11];
};

static void
due_take(gint64 person_id, const char *day, gpointer user)
{
	struct due_collecting *collecting = user;
	struct person_due due = {.person_id = person_id};
	if (strcmp(day, collecting->ask_before) > 0)
		return;
	due.due = strcmp(day, collecting->erase_before) <= 0 ? RETENTION_TO_ERASE
							     : RETENTION_TO_CONTACT;
	g_strlcpy(due.last_contact, day, sizeof due.last_contact);
	g_array_append_val(collecting->due, due);
}

static int
oldest_first(gconstpointer a, gconstpointer b)
{
	const struct person_due *first = a, *second = b;
	int order = strcmp(first->last_contact, second->last_contact);
	return order != 0 ? order : (first->person_id > second->person_id ? 1 : -1);
}

static void
due_begin(Store *store, struct due_collecting *collecting, char today[static 11])
{
	store_today(store, today);
	int years = (int)setting_number(store, "retention_years", 3);
	years_from(today, -years, collecting->erase_before);
	years_from(today, -MAX(years - 1, 0), collecting->ask_before);
}

GArray *
people_due(Store *store, GError **error)
{
	char today[11];
	struct due_collecting collecting = {
		.due = g_array_new(FALSE, FALSE, sizeof(struct person_due))};
	due_begin(store, &collecting, today);
	if (!contact_rows(store, today, due_take, &collecting, error)) {
		g_array_unref(collecting.due);
		return NULL;
	}
	g_array_sort(collecting.due, oldest_first);
	return collecting.due;
}

struct due_counting {
	struct due_collecting collecting;
	gint64 last; /* the person looked at last */
	guint seen;
};

static void
due_count_take(gint64 person_id, const char *day, gpointer user)
{
	struct due_counting *counting = user;
	counting->last = person_id;
	counting->seen++;
	due_take(person_id, day, &counting->collecting);
}

bool
people_due_count(Store *store, gint64 *after, guint n_due[static RETENTION_TO_ERASE + 1],
		 GError **error)
{
	char today[11];
	struct due_counting counting = {
		.collecting.due = g_array_new(FALSE, FALSE, sizeof(struct person_due))};
	due_begin(store, &counting.collecting, today);
	bool done = contact_rows_after(store, today, *after, PEOPLE_AT_ONCE, due_count_take,
				       &counting, error);
	for (guint i = 0; i < counting.collecting.due->len; i++)
		n_due[g_array_index(counting.collecting.due, struct person_due, i).due]++;
	*after = done && counting.seen == PEOPLE_AT_ONCE ? counting.last : 0;
	g_array_unref(counting.collecting.due);
	return done;
}

/* ---- what goes by itself ------------------------------------------------------------------------
 */

static bool
needs_erase(Store *store, const GArray *attendees, const GArray *answers, GError **error)
{
	static const char *const columns[] = {"diet", "access_needs", NULL};
	bool done = true;
	for (guint i = 0; done && i < attendees->len; i++)
		done = erase_members(store, &entity_attendee, g_array_index(attendees, gint64, i),
				     columns, error);
	for (guint i = 0; done && i < answers->len; i++)
		done = erase_row(store, &entity_answer, g_array_index(answers, gint64, i), error);
	return done;
}

static bool
needs_expire(Store *store, const char *before, GError **error)
{
	g_autoptr(GArray) attendees = needs_of_attendees(store, before, error);
	g_autoptr(GArray) answers =
		attendees != NULL ? answers_sensitive(store, before, error) : NULL;
	if (answers == NULL || attendees->len + answers->len == 0)
		return answers != NULL;
	if (!store_begin(store, "needs_erase", error))
		return false;
	store_as_record(store);
	store_as_final(store);
	store_about(store, NULL, 0, 0, attendees->len + answers->len);
	if (needs_erase(store, attendees, answers, error))
		return store_commit(store, NULL, error);
	store_rollback(store);
	return false;
}

/* Needs of events that ended before that day are due. */
static void
needs_border(Store *store, char before[static 11])
{
	char today[11];
	store_today(store, today);
	date_from_number(date_number(today) - (int)setting_number(store, "needs_kept_days", 30),
			 before);
}

bool
personal_expire(Store *store, GError **error)
{
	char before[11];
	if (store_read_only(store) != NULL)
		return true;
	needs_border(store, before);
	return needs_expire(store, before, error);
}

bool
personal_is_due(Store *store)
{
	char before[11];
	needs_border(store, before);
	g_autoptr(GArray) attendees = needs_of_attendees(store, before, NULL);
	g_autoptr(GArray) answers = answers_sensitive(store, before, NULL);
	return attendees == NULL || answers == NULL || attendees->len + answers->len > 0;
}

bool
images_expire(Store *store, GError **error)
{
	char today[11], before[11], instant[32];
	if (store_read_only(store) != NULL)
		return true;
	store_today(store, today);
	int months = (int)setting_number(store, "history_months", 36);
	date_from_number(date_number(today) - months * DAYS_OF_YEAR / MONTHS_OF_YEAR, before);
	g_snprintf(instant, sizeof instant, "%sT00:00:00Z", before);
	return erase_old_images(store, instant, error);
}
