/* Good-practice sheets: what they point to may go, and the contact is shown by consent alone. */
#include "app/practice.h"

#include "app/noun.h"
#include "app/personal.h"
#include "app/scene.h"
#include "base/i18n.h"

/* A sheet by name=value, as scripts and forms write it. */
static gint64
practice_write(Store *store, gint64 id, const char *const *pairs)
{
	struct noun_pair read[16];
	guint n = 0;
	GError *error = NULL;
	for (; pairs[n] != NULL; n++) {
		noun_pair_read(&noun_practice, pairs[n], &read[n], &error);
		assert_no_error(error);
	}
	begin(store);
	void *row = id != 0 ? store_get(store, &entity_practice, id, &error)
			    : entity_new(&entity_practice);
	noun_write(store, &noun_practice, row, read, n, NULL, &error);
	assert_no_error(error);
	gint64 written = ((struct row_head *)row)->id;
	entity_free(&entity_practice, row);
	commit(store);
	return written;
}

#define WRITE(store, id, ...) practice_write(store, id, (const char *const[]){__VA_ARGS__, NULL})

static struct practice *
practice_of(Store *store, gint64 id)
{
	struct practice *practice = store_get(store, &entity_practice, id, NULL);
	assert_non_null(practice);
	return practice;
}

struct shown {
	gint64 event, session, person;
};

static struct shown
shown_made(Store *store)
{
	struct shown shown;
	begin(store);
	shown.event = scene_event(store, "2026-001", "Journée d’échanges", "held");
	gint64 day = scene_day(store, shown.event, "2026-11-20", "09:30", "16:30", 0);
	shown.session =
		scene_session(store, shown.event, day, "10:00", "11:00", "talk", "Jardins", 0);
	shown.person = scene_person(store, "Zoé", "Élan");
	commit(store);
	return shown;
}

/* ---- what it points to ------------------------------------------------------------------------
 */

static void
practice__outlives__the_event_at_which_it_was_shown(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct shown shown = shown_made(store);
	gint64 id = WRITE(store, 0, "title=Jardins partagés", "event=2026-001", "session=Jardins");
	struct practice *before = practice_of(store, id);
	assert_int_equal(before->event_id, shown.event);
	assert_int_equal(before->session_id, shown.session);
	assert_string_equal(before->written_on, "2026-11-23");
	begin(store);
	GError *error = NULL;
	store_delete(store, &entity_event, shown.event, &error);
	assert_no_error(error);
	commit(store);
	struct practice *after = practice_of(store, id);
	assert_int_equal(after->event_id, 0);
	assert_int_equal(after->session_id, 0);
	assert_true(history_undo(store, 0, NULL, NULL));
	struct practice *back = practice_of(store, id);
	assert_int_equal(back->session_id, shown.session);
	g_autoptr(Rows) rows = practices_shown_at(store, shown.event, shown.session, NULL);
	assert_int_equal(rows->n, 1);
	entity_free(&entity_practice, before);
	entity_free(&entity_practice, after);
	entity_free(&entity_practice, back);
}

static void
practice__of_another_event__leaves_its_session(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	shown_made(store);
	begin(store);
	scene_event(store, "2026-002", "Autre", "draft");
	commit(store);
	gint64 id = WRITE(store, 0, "title=Jardins", "event=2026-001", "session=Jardins");
	WRITE(store, id, "event=2026-002");
	struct practice *practice = practice_of(store, id);
	assert_int_equal(practice->session_id, 0);
	entity_free(&entity_practice, practice);
}

/* Among those of a new file: five towns are called Saint-Michel. */
static void
territory__is_recognised__when_one_alone_bears_the_name(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	static const struct {
		const char *typed, *code;
	} cases[] = {
		{"lodeve", "34142"},
		{"Lodève (34)", "34142"},
		{"Lodève (30)", NULL},
		{"Saint-Michel", NULL},
		{"Saint-Michel (09)", "09271"},
		{"Quartier Nord", NULL},
		{"Quartier (du bas)", NULL},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *pair = g_strconcat("territory=", cases[i].typed, NULL);
		gint64 id = WRITE(store, 0, "title=Fiche", pair);
		struct practice *practice = practice_of(store, id);
		struct territory *found =
			practice->territory_id != 0
				? store_get(store, &entity_territory, practice->territory_id, NULL)
				: NULL;
		if (g_strcmp0(found != NULL ? found->code : NULL, cases[i].code) != 0)
			fail_msg("“%s” is %s", cases[i].typed,
				 found != NULL ? found->code : "none");
		assert_string_equal(practice->territory, cases[i].typed);
		entity_free(&entity_territory, found);
		entity_free(&entity_practice, practice);
	}
}

/* ---- the contact ------------------------------------------------------------------------------
 */

static bool
text_has(Store *store, gint64 id, const char *part)
{
	struct practice *practice = practice_of(store, id);
	g_autofree char *text = practice_text(store, practice);
	entity_free(&entity_practice, practice);
	return strstr(text, part) != NULL;
}

static void
practice_text__names__the_contact_who_agreed(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	shown_made(store);
	gint64 id = WRITE(store, 0, "title=Jardins partagés", "contact=Zoé Élan",
			  "description=Un jardin\nau pied des tours");
	assert_false(text_has(store, id, "Élan"));
	WRITE(store, id, "contact_agreed=no");
	assert_false(text_has(store, id, "Élan"));
	WRITE(store, id, "contact_agreed=yes");
	assert_true(text_has(store, id, "Zoé Élan"));
	assert_true(text_has(store, id, "Un jardin\nau pied des tours"));
	struct practice *practice = practice_of(store, id);
	assert_string_equal(practice->agreed_on, "2026-11-23");
	entity_free(&entity_practice, practice);
}

static void
agreement__of_one_contact__is_not_that_of_another(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	shown_made(store);
	begin(store);
	scene_person(store, "Karim", "Diop");
	commit(store);
	gint64 id = WRITE(store, 0, "title=Jardins", "contact=Zoé Élan", "contact_agreed=yes");
	WRITE(store, id, "contact=Karim Diop");
	struct practice *other = practice_of(store, id);
	assert_null(other->contact_agreed);
	assert_null(other->agreed_on);
	WRITE(store, id, "contact=Zoé Élan", "contact_agreed=yes");
	WRITE(store, id, "contact=");
	struct practice *none = practice_of(store, id);
	assert_null(none->contact_agreed);
	entity_free(&entity_practice, other);
	entity_free(&entity_practice, none);
}

static void
practice__whose_contact_is_forgotten__stays_and_names_nobody(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	struct shown shown = shown_made(store);
	struct forgotten forgotten;
	GError *error = NULL;
	gint64 id = WRITE(store, 0, "title=Jardins", "contact=Zoé Élan", "contact_agreed=yes");
	people_forget(store, &shown.person, 1, false, &forgotten, &error);
	assert_no_error(error);
	forgotten_clear(&forgotten);
	struct practice *practice = practice_of(store, id);
	assert_null(practice->contact_agreed);
	assert_null(practice->agreed_on);
	assert_true(text_has(store, id, "Jardins"));
	assert_false(text_has(store, id, "Élan"));
	assert_false(text_has(store, id, "–"));
	entity_free(&entity_practice, practice);
}

/* ---- searching --------------------------------------------------------------------------------
 */

static guint
found(Store *store, struct practice_search search)
{
	g_autoptr(Rows) rows = practices_find(store, &search, NULL);
	assert_non_null(rows);
	return rows->n;
}

static void
practices_find__looks__into_the_whole_sheet_and_its_theme(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	WRITE(store, 0, "title=Jardins partagés", "theme=Alimentation", "territory=Lodève (34)",
	      "results=Trente familles");
	WRITE(store, 0, "title=Épicerie sociale", "theme=Santé", "territory=Sète");
	g_autoptr(Rows) themes = store_all(store, &entity_theme, NULL);
	gint64 theme = 0;
	for (guint i = 0; i < themes->n; i++)
		if (strcmp(((const struct theme *)themes->row[i])->name, "Santé") == 0)
			theme = ((const struct row_head *)themes->row[i])->id;
	assert_int_equal(found(store, (struct practice_search){.words = NULL}), 2);
	assert_int_equal(found(store, (struct practice_search){.words = "epicerie"}), 1);
	assert_int_equal(found(store, (struct practice_search){.words = "familles alimentation"}),
			 1);
	assert_int_equal(found(store, (struct practice_search){.words = "familles santé"}), 0);
	assert_int_equal(found(store, (struct practice_search){.theme_id = theme}), 1);
	assert_int_equal(found(store, (struct practice_search){.territory = "lodeve"}), 1);
	assert_int_equal(found(store, (struct practice_search){.territory = "31"}), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(practice__outlives__the_event_at_which_it_was_shown),
		TEST(practice__of_another_event__leaves_its_session),
		TEST(territory__is_recognised__when_one_alone_bears_the_name),
		TEST(practice_text__names__the_contact_who_agreed),
		TEST(agreement__of_one_contact__is_not_that_of_another),
		TEST(practice__whose_contact_is_forgotten__stays_and_names_nobody),
		TEST(practices_find__looks__into_the_whole_sheet_and_its_theme),
	};
	i18n_set_language("en");
	return test_run("practice", tests);
}
