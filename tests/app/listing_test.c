#include "app/scene.h"

#include "app/listing.h"
#include "base/error.h"
#include "base/i18n.h"
#include "exchange/table.h"

struct listed {
	gint64 first, second, third;
};

static struct listed
events(struct fixture *fixture)
{
	Store *store = fixture->store;
	struct listed listed;
	begin(store);
	setting_set(store, "output_folder", fixture->folder, NULL);
	listed.first = scene_event(store, "2026-001", "Journée ; « Élan »", "announced");
	listed.second = scene_event(store, "2026-002", "=cmd|' /C calc'!A0", "idea");
	listed.third = scene_event(store, "2026-003", "أحمد \u202Etxt", "draft");
	scene_day(store, listed.first, "2027-01-15", "09:30", "17:00", 0);
	commit(store);
	return listed;
}

static char *
shown_status(Store *store, const void *row)
{
	(void)store;
	return g_strdup(((const struct event *)row)->status);
}

static const struct listing_column *
three_columns(void)
{
	static struct listing_column columns[4];
	columns[0] = (struct listing_column){.key = noun_key(&noun_event, "start_date")};
	columns[1] = (struct listing_column){.key = noun_key(&noun_event, "start_time")};
	columns[2] = (struct listing_column){.key = noun_key(&noun_event, "title")};
	columns[3] = (struct listing_column){.heading = "État", .text = shown_status};
	return columns;
}

static char *
written(Store *store, const struct listing *listing, enum listing_form form)
{
	GError *error = NULL;
	char *path = NULL;
	bool done = listing_write(store, listing, form, &path, &error);
	assert_no_error(error);
	assert_true(done);
	return path;
}

static void
listing__is__csv_for_people(void **state)
{
	struct fixture *fixture = *state;
	struct listed listed = events(fixture);
	const gint64 ids[] = {listed.second, listed.first, 4711, listed.third};
	const struct listing listing = {.noun = &noun_event,
					.columns = three_columns(),
					.n_columns = 4,
					.ids = ids,
					.n_ids = G_N_ELEMENTS(ids)};
	g_autofree char *path = written(fixture->store, &listing, LISTING_CSV);
	g_autofree char *name = g_path_get_basename(path);
	assert_text(name, "Événements 2026-11-23.csv");
	g_autofree char *text = NULL;
	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	assert_text(text, "\xEF\xBB\xBF"
			  "Date;Début;Titre;État\r\n"
			  ";;\"'=cmd|' /C calc'!A0\";idea\r\n"
			  "15/01/2027;09:30;\"Journée ; « Élan »\";announced\r\n"
			  ";;أحمد txt;draft\r\n");
}

static void
listing__is__a_workbook(void **state)
{
	struct fixture *fixture = *state;
	struct listed listed = events(fixture);
	const gint64 ids[] = {listed.second, listed.first, 4711, listed.third};
	const struct listing listing = {.noun = &noun_event,
					.columns = three_columns(),
					.n_columns = 4,
					.ids = ids,
					.n_ids = G_N_ELEMENTS(ids)};
	g_autofree char *path = written(fixture->store, &listing, LISTING_WORKBOOK);
	g_autofree char *bytes = NULL;
	gsize size = 0;
	GError *error = NULL;
	assert_true(g_file_get_contents(path, &bytes, &size, NULL));
	Table *table = exchange_module()->read(bytes, size, NULL, &error);
	assert_no_error(error);
	assert_int_equal(table->rows->len, 3);
	assert_text(table->sheet, "Événements");
	const struct table_row *row = &g_array_index(table->rows, struct table_row, 1);
	assert_text(row->cells[0], "2027-01-15");
	assert_text(row->cells[1], "09:30");
	row = &g_array_index(table->rows, struct table_row, 2);
	assert_text(row->cells[2], "أحمد txt");
	exchange_module()->free(table);
}

static void
listing__has__all_keys_unless_told(void **state)
{
	struct fixture *fixture = *state;
	struct listed listed = events(fixture);
	const struct listing listing = {.noun = &noun_event, .ids = &listed.first, .n_ids = 1};
	g_autofree char *path = written(fixture->store, &listing, LISTING_CSV);
	g_autofree char *text = NULL;
	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	Table *table = exchange_module()->read(text, strlen(text), NULL, NULL);
	assert_int_equal(table->head->len, noun_event.n_keys);
	exchange_module()->free(table);
}

static void
listing__writes__over_no_file(void **state)
{
	struct fixture *fixture = *state;
	struct listed listed = events(fixture);
	const struct listing listing = {.noun = &noun_event,
					.ids = &listed.first,
					.n_ids = 1,
					.event_id = listed.first};
	static const char *const names[] = {"2026-001 Événements 2026-11-23.xlsx",
					    "2026-001 Événements 2026-11-23 v2.xlsx",
					    "2026-001 Événements 2026-11-23 v3.xlsx"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = written(fixture->store, &listing, LISTING_WORKBOOK);
		g_autofree char *name = g_path_get_basename(path);
		assert_text(name, names[i]);
	}
}

static void
listing__fails__where_no_folder_can_be(void **state)
{
	struct fixture *fixture = *state;
	struct listed listed = events(fixture);
	begin(fixture->store);
	setting_set(fixture->store, "output_folder", "/proc/nulle/part", NULL);
	commit(fixture->store);
	const struct listing listing = {.noun = &noun_event, .ids = &listed.first, .n_ids = 1};
	GError *error = NULL;
	char *path = NULL;
	assert_false(listing_write(fixture->store, &listing, LISTING_WORKBOOK, &path, &error));
	assert_error(error, ERROR_IO);
	assert_null(path);
	g_error_free(error);
}

static bool
two_rows_alone(guint done, guint total, gpointer user)
{
	guint *asked = user;
	assert_int_equal(total, 3);
	assert_int_equal(done, *asked);
	++*asked;
	return done < 2;
}

static void
listing_write__stops__and_leaves_no_file(void **state)
{
	static const enum listing_form forms[] = {LISTING_CSV, LISTING_WORKBOOK};
	struct fixture *fixture = *state;
	struct listed listed = events(fixture);
	const gint64 ids[] = {listed.first, listed.second, listed.third};
	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
		guint asked = 0;
		const struct listing listing = {.noun = &noun_event,
						.ids = ids,
						.n_ids = G_N_ELEMENTS(ids),
						.goes_on = two_rows_alone,
						.user = &asked};
		g_autofree char *path = NULL;
		g_autoptr(GError) error = NULL;
		assert_false(listing_write(fixture->store, &listing, forms[i], &path, &error));
		assert_true(g_error_matches(error, ATELIERS_ERROR, ERROR_CANCELLED));
		assert_int_equal(asked, 3);
		assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	}
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		TEST(listing_write__stops__and_leaves_no_file),
		TEST(listing__is__csv_for_people),
		TEST(listing__is__a_workbook),
		TEST(listing__has__all_keys_unless_told),
		TEST(listing__writes__over_no_file),
		TEST(listing__fails__where_no_folder_can_be),
	};
	return test_run("app/listing", tests);
}
