/* What goes by itself, and whether there is any of it. */
#include "app/scene.h"

#include "app/personal.h"

/* Somebody with a diet at an event of DAY. */
static gint64
guest_made(Store *store, const char *day)
{
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Rencontre", "held");
	scene_day(store, event, day, "09:30", "16:30", 0);
	gint64 guest = scene_participant(store, event, "Zoé", "Élan", "registered", NULL);
	commit(store);
	scene_change(store, &entity_attendee, guest, "diet", value_text("végétarien"));
	return guest;
}

static bool
has_diet(Store *store, gint64 guest)
{
	struct attendee *attendee = store_get(store, &entity_attendee, guest, NULL);
	bool has = attendee->diet != NULL;
	entity_free(&entity_attendee, attendee);
	return has;
}

static void
needs__of_an_event_long_past__are_due_once(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 guest = guest_made(store, "2026-10-01");
	assert_true(personal_is_due(store));
	assert_true(personal_expire(store, NULL));
	assert_false(has_diet(store, guest));
	assert_false(personal_is_due(store));
}

static void
needs__of_a_recent_event__are_not_due(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 guest = guest_made(store, "2026-11-20");
	assert_false(personal_is_due(store));
	assert_true(personal_expire(store, NULL));
	assert_true(has_diet(store, guest));
}

static void
nothing__is_due__in_a_new_file(void **state)
{
	assert_false(personal_is_due(((struct fixture *)*state)->store));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(needs__of_an_event_long_past__are_due_once),
		TEST(needs__of_a_recent_event__are_not_due),
		TEST(nothing__is_due__in_a_new_file),
	};
	return test_run("retention", tests);
}
