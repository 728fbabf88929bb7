/* What a damaged file still holds comes into a new one: nothing that was on a sound page is
 * missing, nothing is there that was not (fault 8 of docs/reliability.md). RESCUE_ROUNDS says how
 * often, CHANCE_SEED with which chance. */
#include "test.h"

#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "rescue_sample.h"
#include "store/fixture.h"
#include "store/rounds.h"

struct damage {
	const struct sample *sample;
	char *bytes;
	gsize size;
	bool *damaged; /* by page */
	bool forgiven; /* single bytes were changed: nobody can tell them from the true ones */
};

static struct damage
damage_begin(const struct sample *sample)
{
	return (struct damage){
		.sample = sample,
		.bytes = g_memdup2(sample->bytes, sample->size),
		.size = sample->size,
		.damaged = g_new0(bool, (gsize)sample->n_pages + 1),
	};
}

static void
damage_end(struct damage *damage)
{
	g_free(damage->bytes);
	g_free(damage->damaged);
}

static void
page_fill(struct damage *damage, guint32 page, GRand *noise)
{
	char *at = damage->bytes + (gsize)(page - 1) * SAMPLE_PAGE;
	for (gsize i = 0; i < SAMPLE_PAGE; i++)
		at[i] = noise != NULL ? (char)g_rand_int(noise) : 0;
	damage->damaged[page] = true;
}

static void
cut(struct damage *damage, gsize size)
{
	damage->size = size;
	for (guint32 page = 1; page <= damage->sample->n_pages; page++)
		if ((gsize)page * SAMPLE_PAGE > size)
			damage->damaged[page] = true;
}

/* Rescue and judge; *REPORT (may be NULL) receives the report. */
static struct sample_outcome
damage_judge(const struct damage *damage, RescueReport **report, guint seed)
{
	GError *error = NULL;
	g_autoptr(Store) store = NULL;
	sample_write(damage->sample, damage->bytes, damage->size);
	RescueReport *found = sample_rescue(damage->sample, &store, &error);
	if (error != NULL)
		fail_msg("CHANCE_SEED=%u: %s", seed, error->message);
	struct sample_outcome outcome =
		sample_judge(damage->sample, store, found, damage->damaged, damage->forgiven, seed);
	if (report != NULL)
		*report = found;
	else
		rescue_report_free(found);
	return outcome;
}

static const char *
owner_of(const struct sample *sample, guint32 page)
{
	gint owner = sample->owner[page];
	return owner >= 0 ? sample->tables->pdata[owner] : "";
}

static bool
is_kind(const struct sample *sample, guint32 page, int kind)
{
	gsize at = (gsize)(page - 1) * SAMPLE_PAGE + (page == 1 ? 100 : 0);
	return sample->owner[page] >= 0 && sample->bytes[at] == kind;
}

/* ---- kinds of damage ----------------------------------------------------------------------------
 */

static void
rescue__loses_nothing__of_a_sound_file(void **state)
{
	struct damage damage = damage_begin(*state);
	g_autoptr(RescueReport) report = NULL;
	struct sample_outcome outcome = damage_judge(&damage, &report, 0);
	assert_int_equal(outcome.saved, outcome.rows);
	assert_int_equal(report->lost, 0);
	assert_int_equal(report->pages_bad, 0);
	assert_int_equal(report->unplaced, 0);
	assert_false(report->sealed);
	struct stat status;
	assert_int_equal(stat(damage.sample->made, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	damage_end(&damage);
}

static void
rescue__takes_what_is_there__of_a_file_cut_short(void **state)
{
	const struct sample *sample = *state;
	for (guint tenth = 1; tenth < 10; tenth++) {
		struct damage damage = damage_begin(sample);
		g_autoptr(RescueReport) report = NULL;
		cut(&damage, sample->size * tenth / 10 + tenth);
		struct sample_outcome outcome = damage_judge(&damage, &report, tenth);
		assert_true(outcome.saved > 0);
		assert_true(tenth > 8 || outcome.saved < outcome.rows);
		assert_true(report->pages_bad > 0);
		assert_true(report->lost > 0 || outcome.saved == outcome.rows);
		assert_true(report->sealed);
		damage_end(&damage);
	}
}

static void
rescue__finds_every_row__when_the_head_is_noise(void **state)
{
	const struct sample *sample = *state;
	g_autoptr(GRand) noise = g_rand_new_with_seed(1);
	struct damage damage = damage_begin(sample);
	for (guint i = 0; i < 100; i++)
		damage.bytes[i] = (char)g_rand_int(noise);
	struct sample_outcome outcome = damage_judge(&damage, NULL, 0);
	assert_int_equal(outcome.saved, outcome.rows);
	damage_end(&damage);
}

static void
rescue__finds_nearly_every_row__when_the_first_page_is_gone(void **state)
{
	struct damage damage = damage_begin(*state);
	g_autoptr(RescueReport) report = NULL;
	page_fill(&damage, 1, NULL);
	struct sample_outcome outcome = damage_judge(&damage, &report, 0);
	assert_int_equal(outcome.saved + report->unplaced, outcome.rows);
	assert_int_equal(report->unplaced, 0);
	damage_end(&damage);
}

static void
rescue__finds_every_row__when_an_inner_page_is_gone(void **state)
{
	const struct sample *sample = *state;
	guint found = 0;
	for (guint32 page = 2; page <= sample->n_pages; page++) {
		if (!is_kind(sample, page, SQLITE_PAGE_TABLE_INNER))
			continue;
		struct damage damage = damage_begin(sample);
		page_fill(&damage, page, NULL);
		struct sample_outcome outcome = damage_judge(&damage, NULL, page);
		assert_int_equal(outcome.saved, outcome.rows);
		damage_end(&damage);
		found++;
	}
	assert_true(found > 3);
}

static void
rescue__needs_no_index(void **state)
{
	const struct sample *sample = *state;
	struct damage damage = damage_begin(sample);
	for (guint32 page = 2; page <= sample->n_pages; page++)
		if ((is_kind(sample, page, SQLITE_PAGE_INDEX_LEAF) ||
		     is_kind(sample, page, SQLITE_PAGE_INDEX_INNER)) &&
		    strcmp(owner_of(sample, page), "change") != 0)
			page_fill(&damage, page, NULL);
	struct sample_outcome outcome = damage_judge(&damage, NULL, 0);
	assert_int_equal(outcome.saved, outcome.rows);
	damage_end(&damage);
}

/* The index of a lost page still says how many rows there were. */
static void
rescue__counts_what_is_lost__by_what_points_to_it(void **state)
{
	const struct sample *sample = *state;
	struct damage damage = damage_begin(sample);
	g_autoptr(RescueReport) report = NULL;
	for (guint32 page = 2; page <= sample->n_pages; page++)
		if (is_kind(sample, page, SQLITE_PAGE_TABLE_LEAF) &&
		    strcmp(owner_of(sample, page), "territory") == 0)
			page_fill(&damage, page, NULL);
	damage_judge(&damage, &report, 0);
	struct rescue_count count = sample_count(report, "territory");
	assert_int_equal(count.saved, 0);
	assert_true(count.lost > 4000);
	assert_true(report->seeded > 4000);
	damage_end(&damage);
}

/* Without their events nothing of them stands; people and organisations do. */
static void
rescue__names_what_cannot_stand__when_its_owner_is_lost(void **state)
{
	const struct sample *sample = *state;
	struct damage damage = damage_begin(sample);
	g_autoptr(RescueReport) report = NULL;
	for (guint32 page = 2; page <= sample->n_pages; page++)
		if (is_kind(sample, page, SQLITE_PAGE_TABLE_LEAF) &&
		    strcmp(owner_of(sample, page), "event") == 0)
			page_fill(&damage, page, NULL);
	damage_judge(&damage, &report, 0);
	struct rescue_count events = sample_count(report, "event");
	struct rescue_count attendees = sample_count(report, "attendee");
	assert_int_equal(events.saved, 0);
	assert_true(events.lost > 20);
	assert_int_equal(attendees.saved, 0);
	assert_true(attendees.fallen > 100);
	assert_true(sample_count(report, "person").saved > 100);
	assert_int_equal(report->fallen->len, RESCUE_NAMED);
	bool named = false;
	for (guint i = 0; i < report->fallen->len; i++) {
		const struct rescue_named *fallen =
			&g_array_index(report->fallen, struct rescue_named, i);
		named |= fallen->owner != NULL && strcmp(fallen->owner, entity_event.label) == 0;
	}
	assert_true(named);
	damage_end(&damage);
}

/* An organisation that is lost is cleared in people; nobody is lost with it. */
static void
rescue__clears_references__to_what_is_lost(void **state)
{
	const struct sample *sample = *state;
	struct damage damage = damage_begin(sample);
	g_autoptr(RescueReport) report = NULL;
	for (guint32 page = 2; page <= sample->n_pages; page++)
		if (is_kind(sample, page, SQLITE_PAGE_TABLE_LEAF) &&
		    strcmp(owner_of(sample, page), "organisation") == 0)
			page_fill(&damage, page, NULL);
	damage_judge(&damage, &report, 0);
	struct rescue_count people = sample_count(report, "person");
	assert_int_equal(sample_count(report, "organisation").saved, 0);
	assert_true(people.references > 50);
	assert_int_equal(people.fallen + people.lost, 0);
	damage_end(&damage);
}

static void
rescue__gives_no_number_twice__when_the_counters_are_lost(void **state)
{
	const struct sample *sample = *state;
	GError *error = NULL;
	struct damage damage = damage_begin(sample);
	for (guint32 page = 2; page <= sample->n_pages; page++)
		if (strcmp(owner_of(sample, page), "counter") == 0 ||
		    strstr(owner_of(sample, page), "_counter_") != NULL ||
		    (is_kind(sample, page, SQLITE_PAGE_TABLE_LEAF) &&
		     strcmp(owner_of(sample, page), "event") == 0 && page % 2 == 0))
			page_fill(&damage, page, NULL);
	damage_judge(&damage, NULL, 0);
	g_autoptr(Store) store = store_open(sample->made, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	GHashTableIter iter;
	gpointer value = NULL;
	gint64 greatest = 0;
	g_hash_table_iter_init(&iter, sample->rows);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct sample_row *row = value;
		const struct event *event = row->row;
		if (row->entity == &entity_event && g_str_has_prefix(event->number, "2026-"))
			greatest = MAX(greatest, g_ascii_strtoll(event->number + 5, NULL, 10));
	}
	assert_true(greatest > 0);
	begin(store);
	assert_true(store_next(store, "event 2026", 1, &error) > greatest);
	store_rollback(store);
	damage_end(&damage);
}

/* ---- the log ------------------------------------------------------------------------------------
 */

static void
file_copy(const char *from, const char *to, const char *end)
{
	char *bytes = NULL;
	gsize size = 0;
	g_autofree char *source = g_strconcat(from, end, NULL);
	g_autofree char *target = g_strconcat(to, end, NULL);
	assert_true(g_file_get_contents(source, &bytes, &size, NULL));
	assert_true(g_file_set_contents_full(target, bytes, (gssize)size, G_FILE_SET_CONTENTS_NONE,
					     0600, NULL));
	g_free(bytes);
}

/* A crash: what was saved last stands in the log alone. */
static void
log_leave(const struct sample *sample)
{
	GError *error = NULL;
	g_autofree char *live = g_build_filename(sample->folder, "live.db", NULL);
	g_autofree char *log = g_strconcat(live, "-wal", NULL);
	file_copy(sample->sound, live, "");
	Store *store = store_open(live, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	theme_made(store, "Dans le journal");
	file_copy(live, sample->bad, "");
	file_copy(live, sample->bad, "-wal");
	store_close(store);
	g_unlink(live);
	g_unlink(log);
}

static bool
theme_is_there(const struct sample *sample, RescueReport **report)
{
	GError *error = NULL;
	g_autoptr(Store) store = NULL;
	*report = sample_rescue(sample, &store, &error);
	assert_no_error(error);
	return store_count(store, &entity_theme, "name", value_text("Dans le journal"), NULL) == 1;
}

static void
rescue__honours_the_log(void **state)
{
	const struct sample *sample = *state;
	log_leave(sample);
	g_autoptr(RescueReport) report = NULL;
	assert_true(theme_is_there(sample, &report));
	assert_true(report->pages_logged > 0);
	assert_false(report->log_refused);
	assert_int_equal(report->lost, 0);
}

static void
rescue__goes_without_the_log__when_it_is_noise_or_lost(void **state)
{
	const struct sample *sample = *state;
	g_autofree char *log = g_strconcat(sample->bad, "-wal", NULL);
	log_leave(sample);
	assert_true(g_file_set_contents(log, "this is no log, but long enough to be one ....", -1,
					NULL));
	g_autoptr(RescueReport) report = NULL;
	assert_false(theme_is_there(sample, &report));
	assert_true(report->log_refused);
	assert_true(report->sealed);
	g_unlink(log);
	g_autoptr(RescueReport) without = NULL;
	assert_false(theme_is_there(sample, &without));
	assert_false(without->log_refused);
}

/* ---- long texts ---------------------------------------------------------------------------------
 */

/* A text goes on on pages of its own: when one of them is lost the text is, not the row. */
static void
rescue__clears_a_long_text__when_its_end_is_lost(void **state)
{
	const struct sample *sample = *state;
	GError *error = NULL;
	sample_write(sample, sample->bytes, sample->size);
	g_autofree char *notes = g_strnfill(20000, 'n');
	Store *store = store_open(sample->bad, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	begin(store);
	struct person *person = person_made(store, "Zoé", "Longtexte");
	text_set(&person->notes, notes);
	assert_true(store_update(store, &entity_person, person, &error));
	commit(store);
	gint64 id = person->id;
	entity_free(&entity_person, person);
	store_close(store);
	g_autofree char *bytes = NULL;
	gsize size = 0, spoilt = 0;
	assert_true(g_file_get_contents(sample->bad, &bytes, &size, NULL));
	for (gsize page = 0; page + SAMPLE_PAGE <= size; page += SAMPLE_PAGE)
		if (memcmp(bytes + page + 100, notes, SAMPLE_PAGE - 200) == 0) {
			memset(bytes + page, 0, SAMPLE_PAGE);
			spoilt++;
		}
	assert_true(spoilt > 2);
	sample_write(sample, bytes, size);
	g_autoptr(Store) made = NULL;
	g_autoptr(RescueReport) report = sample_rescue(sample, &made, &error);
	assert_no_error(error);
	struct person *saved = store_get(made, &entity_person, id, &error);
	assert_no_error(error);
	assert_text(saved->last_name, "Longtexte");
	assert_null(saved->notes);
	assert_non_null(saved->sort_key);
	assert_true(sample_count(report, "person").values >= 1);
	entity_free(&entity_person, saved);
}

/* ---- refusals -----------------------------------------------------------------------------------
 */

static void
rescue__says_so__when_there_is_nothing(void **state)
{
	const struct sample *sample = *state;
	GError *error = NULL;
	g_autoptr(GRand) noise = g_rand_new_with_seed(7);
	g_autofree char *bytes = g_malloc(SAMPLE_PAGE * 10);
	for (guint i = 0; i < SAMPLE_PAGE * 10; i++)
		bytes[i] = (char)g_rand_int(noise);
	sample_write(sample, bytes, SAMPLE_PAGE * 10);
	assert_null(sample_rescue(sample, NULL, &error));
	assert_error(error, ERROR_DAMAGED);
	g_clear_error(&error);
	sample_write(sample, bytes, 3);
	assert_null(sample_rescue(sample, NULL, &error));
	assert_error(error, ERROR_DAMAGED);
	g_clear_error(&error);
	sample_write(sample, bytes, 0);
	assert_null(sample_rescue(sample, NULL, &error));
	assert_error(error, ERROR_DAMAGED);
	g_clear_error(&error);
	g_unlink(sample->bad);
	assert_null(sample_rescue(sample, NULL, &error));
	assert_error(error, ERROR_NOT_FOUND);
	g_clear_error(&error);
}

static void
rescue__leaves_a_file_that_is_there(void **state)
{
	const struct sample *sample = *state;
	GError *error = NULL;
	sample_write(sample, sample->bytes, sample->size);
	assert_true(g_file_set_contents(sample->made, "kept", -1, NULL));
	assert_null(store_rescue(sample->bad, sample->made, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	g_autofree char *kept = NULL;
	assert_true(g_file_get_contents(sample->made, &kept, NULL, NULL));
	assert_string_equal(kept, "kept");
}

/* What cannot be undone whole is not undone, and neither done again. */
static void
rescue__seals_the_history__when_something_is_lost(void **state)
{
	const struct sample *sample = *state;
	GError *error = NULL;
	struct damage damage = damage_begin(sample);
	cut(&damage, sample->size * 9 / 10);
	damage_judge(&damage, NULL, 0);
	g_autoptr(Store) store = store_open(sample->made, STORE_OPEN, "nadia", &error);
	g_autoptr(GPtrArray) gestures = history_list(store, 0, 0, &error);
	assert_no_error(error);
	assert_true(gestures->len > 0);
	const struct gesture *last = gestures->pdata[0];
	assert_false(history_undo(store, last->id, NULL, &error));
	assert_error(error, ERROR_OVERWRITTEN);
	g_clear_error(&error);
	damage_end(&damage);
}

/* ---- chance -------------------------------------------------------------------------------------
 */

static void
bytes_change(struct damage *damage, GRand *rand)
{
	damage->forgiven = true;
	for (gint32 i = g_rand_int_range(rand, 1, 300); i > 0; i--) {
		gsize at = (gsize)g_rand_int_range(rand, 0, (gint32)damage->size);
		damage->bytes[at] = (char)g_rand_int(rand);
		damage->damaged[at / SAMPLE_PAGE + 1] = true;
	}
}

static guint32
page_any(const struct damage *damage, GRand *rand)
{
	return (guint32)g_rand_int_range(rand, 1, (gint32)damage->sample->n_pages + 1);
}

/* A write that went astray: one page over another. */
static void
page_copy_over(struct damage *damage, GRand *rand)
{
	guint32 from = page_any(damage, rand), to = page_any(damage, rand);
	if (from == to)
		return;
	memcpy(damage->bytes + (gsize)(to - 1) * SAMPLE_PAGE,
	       damage->bytes + (gsize)(from - 1) * SAMPLE_PAGE, SAMPLE_PAGE);
	damage->damaged[to] = true;
}

static void
damage_any(struct damage *damage, GRand *rand)
{
	gint32 n = g_rand_int_range(rand, 1, 30);
	switch (g_rand_int_range(rand, 0, 6)) {
	case 0:
		for (; n > 0; n--)
			page_fill(damage, page_any(damage, rand), NULL);
		break;
	case 1:
		for (; n > 0; n--)
			page_fill(damage, page_any(damage, rand), rand);
		break;
	case 2:
		for (; n > 0; n--)
			page_copy_over(damage, rand);
		break;
	case 3:
		cut(damage, (gsize)g_rand_int_range(rand, SAMPLE_PAGE * 40, (gint32)damage->size));
		break;
	case 4: /* a block of the disk: pages in a row */
		for (guint32 page = page_any(damage, rand);
		     n > 0 && page <= damage->sample->n_pages; n--, page++)
			page_fill(damage, page, NULL);
		break;
	default:
		bytes_change(damage, rand);
	}
}

static void
rescue__never_invents_and_never_forgets__whatever_was_damaged(void **state)
{
	const struct sample *sample = *state;
	guint seed = rounds("CHANCE_SEED", 1), n = rounds("RESCUE_ROUNDS", 12);
	struct sample_outcome all = {.rows = 0};
	for (guint i = 0; i < n; i++) {
		g_autoptr(GRand) rand = g_rand_new_with_seed(seed + i);
		struct damage damage = damage_begin(sample);
		damage_any(&damage, rand);
		struct sample_outcome one = damage_judge(&damage, NULL, seed + i);
		all.rows += one.rows;
		all.saved += one.saved;
		all.sound += one.sound;
		all.altered += one.altered;
		all.invented += one.invented;
		damage_end(&damage);
	}
	print_message("# %u damaged files rescued: %u of %u rows saved, %u stood on sound pages; "
		      "%u with changed bytes, %u under an id that was changed\n",
		      n, all.saved, all.rows, all.sound, all.altered, all.invented);
}

static int
sample_open(void **state)
{
	*state = sample_make();
	return 0;
}

static int
sample_close(void **state)
{
	sample_free(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rescue__loses_nothing__of_a_sound_file),
		cmocka_unit_test(rescue__takes_what_is_there__of_a_file_cut_short),
		cmocka_unit_test(rescue__finds_every_row__when_the_head_is_noise),
		cmocka_unit_test(rescue__finds_nearly_every_row__when_the_first_page_is_gone),
		cmocka_unit_test(rescue__finds_every_row__when_an_inner_page_is_gone),
		cmocka_unit_test(rescue__needs_no_index),
		cmocka_unit_test(rescue__counts_what_is_lost__by_what_points_to_it),
		cmocka_unit_test(rescue__names_what_cannot_stand__when_its_owner_is_lost),
		cmocka_unit_test(rescue__clears_references__to_what_is_lost),
		cmocka_unit_test(rescue__gives_no_number_twice__when_the_counters_are_lost),
		cmocka_unit_test(rescue__honours_the_log),
		cmocka_unit_test(rescue__goes_without_the_log__when_it_is_noise_or_lost),
		cmocka_unit_test(rescue__clears_a_long_text__when_its_end_is_lost),
		cmocka_unit_test(rescue__says_so__when_there_is_nothing),
		cmocka_unit_test(rescue__leaves_a_file_that_is_there),
		cmocka_unit_test(rescue__seals_the_history__when_something_is_lost),
		cmocka_unit_test(rescue__never_invents_and_never_forgets__whatever_was_damaged),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return _cmocka_run_group_tests("rescue", tests, G_N_ELEMENTS(tests), sample_open,
				       sample_close);
}
