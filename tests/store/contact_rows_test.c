/* The last day that the centre had to do with somebody, which the end of keeping counts from. */
#include "test.h"

#include "base/id.h"
#include "store/contact_rows.h"
#include "store/fixture.h"
#include "store/private.h"

static gint64
person_contacted(Store *store, const char *day)
{
	GError *error = NULL;
	begin(store);
	struct person *person = person_made(store, "Zoé", "Élan");
	text_set(&person->last_contact, day);
	assert_true(store_update(store, &entity_person, person, &error));
	commit(store);
	gint64 id = person->id;
	entity_free(&entity_person, person);
	return id;
}

struct wanted {
	gint64 id;
	char day[11];
	guint n;
};

static void
day_take(gint64 id, const char *day, gpointer user)
{
	struct wanted *wanted = user;
	wanted->n++;
	if (id == wanted->id)
		g_strlcpy(wanted->day, day, sizeof wanted->day);
}

static void
assert_contact(Store *store, gint64 id, const char *day)
{
	GError *error = NULL;
	struct wanted wanted = {.id = id};
	assert_true(contact_rows(store, "2026-11-24", day_take, &wanted, &error));
	assert_no_error(error);
	assert_text(wanted.day, day);
}

/* Registered in 1999 for an event of DAY; the id of the person. */
static gint64
person_registered(Store *store, const char *number, const char *day)
{
	GError *error = NULL;
	gint64 id = person_contacted(store, NULL);
	begin(store);
	struct event *event = event_made(store, number, "Atelier", NULL);
	text_set(&event->start_date, day);
	assert_true(store_update(store, &entity_event, event, &error));
	attendee_made(store, event->id, id, "1");
	entity_free(&entity_event, event);
	commit(store);
	store_run(store, "UPDATE attendee SET registered_at = '1999-02-01T10:00:00Z'", NULL, 0,
		  NULL, &error);
	assert_no_error(error);
	return id;
}

/* An event may have a year or a month for a date: nobody is kept longer for it. */
static void
contact__is_the_first_day__of_a_year_or_a_month(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	assert_contact(store, person_registered(store, "2020-001", "2020"), "2020-01-01");
	assert_contact(store, person_registered(store, "2020-002", "2020-05"), "2020-05-01");
	assert_contact(store, person_registered(store, "2020-003", "2020-05-04"), "2020-05-04");
}

/* A day to come is no contact yet; of whom nothing is known, the day of their entry counts. */
static void
contact__is_the_day_of_entry__when_there_is_no_other(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	static const char *const days[] = {NULL, "2031-01-01"};
	for (gsize i = 0; i < G_N_ELEMENTS(days); i++) {
		gint64 id = person_contacted(store, days[i]);
		char day[11];
		id_day(id, day);
		GError *error = NULL;
		struct wanted wanted = {.id = id};
		assert_true(contact_rows(store, "2030-01-01", day_take, &wanted, &error));
		assert_text(wanted.day, day);
	}
}

static void
contact__is_the_latest__of_registrations_and_consents(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	gint64 id = person_contacted(store, "2020-05-04");
	begin(store);
	struct event *event = event_made(store, "2024-001", "Atelier", "2024-03-02");
	attendee_made(store, event->id, id, "1");
	entity_free(&entity_event, event);
	commit(store);
	store_run(store, "UPDATE attendee SET registered_at = '2024-02-01T10:00:00Z'", NULL, 0,
		  NULL, &error);
	assert_no_error(error);
	assert_contact(store, id, "2024-03-02"); /* the event */
	store_run(store, "UPDATE attendee SET registered_at = '2024-04-01T10:00:00Z'", NULL, 0,
		  NULL, &error);
	assert_contact(store, id, "2024-04-01"); /* what they asked for afterwards */
	begin(store);
	struct consent *consent = entity_new(&entity_consent);
	consent->person_id = id;
	consent->agreed = 1;
	text_set(&consent->purpose, "invitations");
	text_set(&consent->given_on, "2025-06-07");
	insert(store, &entity_consent, consent);
	entity_free(&entity_consent, consent);
	commit(store);
	assert_contact(store, id, "2025-06-07");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(contact__is_the_first_day__of_a_year_or_a_month),
		TEST(contact__is_the_day_of_entry__when_there_is_no_other),
		TEST(contact__is_the_latest__of_registrations_and_consents),
	};
	return test_run("contact_rows", tests);
}
