/* A damaged file as a whole, its log and its head, by bytes that are made here: what the log has
 * committed counts, and nothing that was torn does (fault 8 of docs/reliability.md). */
#include "test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "page_scene.h"

/* ---- the file -----------------------------------------------------------------------------------
 */

static char *
file_make(const char *bytes, gsize size, const char *log, gsize log_size)
{
	GError *error = NULL;
	g_autofree char *folder = g_dir_make_tmp("ateliers-test-XXXXXX", NULL);
	char *path = g_build_filename(folder, "page.db", NULL);
	g_autofree char *name = g_strconcat(path, "-wal", NULL);
	g_file_set_contents(path, bytes, (gssize)size, &error);
	assert_no_error(error);
	if (log != NULL)
		g_file_set_contents(name, log, (gssize)log_size, &error);
	assert_no_error(error);
	return path;
}

/* PATH is given up. */
static void
file_remove(char *path)
{
	g_autofree char *name = g_strconcat(path, "-wal", NULL);
	g_autofree char *folder = g_path_get_dirname(path);
	g_unlink(name);
	g_unlink(path);
	g_rmdir(folder);
	g_free(path);
}

/* A file of PAGES pages, each a leaf with a row of its own number. */
static void
leaves_make(struct page_scene *scene)
{
	for (guint32 page = 2; page <= PAGES; page++)
		leaf_make(scene, page, page, 1);
	memcpy(scene->bytes, "SQLite format 3", 16);
	big16_set(scene->bytes + 16, PAGE);
}

static struct sqlite_page_file
load(const void *bytes, gsize size, const GByteArray *log)
{
	GError *error = NULL;
	struct sqlite_page_file file;
	char *path = file_make(bytes, size, log != NULL ? (const char *)log->data : NULL,
			       log != NULL ? log->len : 0);
	sqlite_page_file_load(&file, path, &error);
	assert_no_error(error);
	file_remove(path);
	return file;
}

static void
file__tells_the_size_of_its_pages__when_its_head_does_not(void **state)
{
	struct page_scene *scene = *state;
	leaves_make(scene);
	static const guint named[] = {PAGE, 0, 1, 300, 4096};
	for (guint i = 0; i < G_N_ELEMENTS(named); i++) {
		big16_set(scene->bytes + 16, named[i]);
		struct sqlite_page_file file = load(scene->bytes, sizeof scene->bytes, NULL);
		assert_int_equal(file.page_size, PAGE);
		assert_int_equal(file.n, PAGES);
		assert_true(file.headed);
		sqlite_page_file_clear(&file);
	}
	memset(scene->bytes, 0, 100);
	struct sqlite_page_file file = load(scene->bytes, sizeof scene->bytes, NULL);
	assert_int_equal(file.page_size, PAGE);
	assert_false(file.headed);
	sqlite_page_file_clear(&file);
	g_autofree guint8 *large = g_malloc0(3 * 65536);
	memcpy(large, "SQLite format 3\0\0\1", 18); /* 1 is 65536 */
	file = load(large, 3 * 65536, NULL);
	assert_int_equal(file.page_size, 65536);
	assert_int_equal(file.n, 3);
	sqlite_page_file_clear(&file);
}

/* How many pages are gone is told where the head says it; a number out of all measure is noise. */
static void
file__tells_how_many_pages_it_was_cut_short_of(void **state)
{
	struct page_scene *scene = *state;
	leaves_make(scene);
	static const struct {
		guint32 promised, missing;
	} heads[] = {{PAGES, 0}, {PAGES + 12, 12}, {3, 0}, {0x40000000, 0}};
	for (guint i = 0; i < G_N_ELEMENTS(heads); i++) {
		big32_set(scene->bytes + 28, heads[i].promised);
		scene->bytes[20] =
			i == 0 ? 32 : 200; /* reserved: as much as SQLite allows, noise */
		struct sqlite_page_file file = load(scene->bytes, sizeof scene->bytes, NULL);
		assert_int_equal(file.missing, heads[i].missing);
		assert_int_equal(file.usable, i == 0 ? PAGE - 32 : PAGE);
		sqlite_page_file_clear(&file);
	}
}

static void
file__is_refused_in_words__when_it_cannot_be_read(void **state)
{
	(void)state;
	GError *error = NULL;
	struct sqlite_page_file file;
	char *path = file_make("", 0, NULL, 0);
	assert_false(sqlite_page_file_load(&file, path, &error));
	assert_error(error, ERROR_DAMAGED);
	g_clear_error(&error);
	g_autofree char *folder = g_path_get_dirname(path);
	assert_false(sqlite_page_file_load(&file, folder, &error));
	assert_error(error, ERROR_IO);
	assert_non_null(strstr(error->message, folder));
	g_clear_error(&error);
	g_unlink(path);
	assert_false(sqlite_page_file_load(&file, path, &error));
	assert_error(error, ERROR_NOT_FOUND);
	g_clear_error(&error);
	file_remove(path);
}

/* ---- the log ------------------------------------------------------------------------------------
 */

struct log {
	GByteArray *bytes;
	guint32 salt;
	bool big;
	guint32 first, second; /* of the sum */
};

static guint32
word(const struct log *log, const guint8 *at)
{
	guint32 number = 0;
	memcpy(&number, at, sizeof number);
	return log->big ? GUINT32_FROM_BE(number) : GUINT32_FROM_LE(number);
}

static void
log_sum(struct log *log, const guint8 *bytes, gsize size)
{
	for (gsize i = 0; i < size; i += 8) {
		log->first += word(log, bytes + i) + log->second;
		log->second += word(log, bytes + i + 4) + log->first;
	}
}

static struct log
log_begin(bool big, guint32 salt)
{
	struct log log = {.bytes = g_byte_array_new(), .salt = salt, .big = big};
	guint8 head[32] = {0};
	big32_set(head, 0x377f0682u | big);
	big32_set(head + 4, 3007000);
	big32_set(head + 8, PAGE);
	big32_set(head + 16, salt);
	log_sum(&log, head, 24);
	big32_set(head + 24, log.first);
	big32_set(head + 28, log.second);
	g_byte_array_append(log.bytes, head, sizeof head);
	return log;
}

/* COUNT is what the file has after a transaction whose last page this is, else 0. */
static void
log_add(struct log *log, guint32 page, guint32 count, const guint8 *bytes)
{
	guint8 head[24] = {0};
	big32_set(head, page);
	big32_set(head + 4, count);
	big32_set(head + 8, log->salt);
	log_sum(log, head, 8);
	log_sum(log, bytes, PAGE);
	big32_set(head + 16, log->first);
	big32_set(head + 20, log->second);
	g_byte_array_append(log->bytes, head, sizeof head);
	g_byte_array_append(log->bytes, bytes, PAGE);
}

static gint64
first_id(const struct sqlite_page_file *file, guint32 page)
{
	struct sqlite_page_head head;
	struct sqlite_page_record record;
	sqlite_page_record_init(&record);
	bool done = sqlite_page_head(file, page, &head) &&
		    sqlite_page_record(file, page, &head, 0, &record);
	sqlite_page_record_clear(&record);
	return done ? record.rowid : 0;
}

/* Pages 3 and 70 in one transaction that makes the file longer, 3 again in a second, and 4 in one
 * that was not ended. */
static struct log
log_make(struct page_scene *scene, bool big)
{
	struct log log = log_begin(big, 77);
	leaf_make(scene, 2, 1003, 1);
	log_add(&log, 3, 0, page_at(scene, 2));
	leaf_make(scene, 2, 1070, 1);
	log_add(&log, 70, 70, page_at(scene, 2));
	leaf_make(scene, 2, 2003, 1);
	log_add(&log, 3, 70, page_at(scene, 2));
	leaf_make(scene, 2, 3004, 1);
	log_add(&log, 4, 0, page_at(scene, 2));
	leaf_make(scene, 2, 2, 1);
	return log;
}

static void
log__counts__up_to_its_last_whole_transaction(void **state)
{
	struct page_scene *scene = *state;
	leaves_make(scene);
	for (guint big = 0; big < 2; big++) {
		struct log log = log_make(scene, big != 0);
		struct sqlite_page_file file = load(scene->bytes, sizeof scene->bytes, log.bytes);
		assert_int_equal(file.logged, 3);
		assert_false(file.log_refused);
		assert_int_equal(file.n, 70);
		assert_int_equal(first_id(&file, 2), 2);
		assert_int_equal(first_id(&file, 3), 2003);
		assert_int_equal(first_id(&file, 4), 4);
		assert_int_equal(first_id(&file, 70), 1070);
		assert_int_equal(first_id(&file, 69), 0);
		sqlite_page_file_clear(&file);
		g_byte_array_unref(log.bytes);
	}
}

/* The file was made smaller: pages that it no longer has are none. */
static void
log__takes_away__what_the_file_no_longer_has(void **state)
{
	struct page_scene *scene = *state;
	leaves_make(scene);
	struct log log = log_make(scene, false);
	log_add(&log, 5, 10, page_at(scene, 2));
	struct sqlite_page_file file = load(scene->bytes, sizeof scene->bytes, log.bytes);
	assert_int_equal(file.n, 10);
	assert_int_equal(first_id(&file, 4), 3004);
	assert_int_equal(first_id(&file, 5), 2);
	assert_null(sqlite_page_at(&file, 11));
	sqlite_page_file_clear(&file);
	g_byte_array_unref(log.bytes);
}

static void
log__ends__where_it_was_torn(void **state)
{
	struct page_scene *scene = *state;
	leaves_make(scene);
	struct log log = log_make(scene, false);
	const gsize frame = 24 + PAGE, second = 32 + 2 * frame;
	/* Each makes the second transaction one that never was; the first stands. */
	static const gsize changed[] = {0, 9, 16, 24 + 100};
	for (guint i = 0; i < G_N_ELEMENTS(changed); i++) {
		g_autoptr(GByteArray) torn = g_byte_array_new();
		g_byte_array_append(torn, log.bytes->data, log.bytes->len);
		if (i == 0)
			big32_set(torn->data + second, 0);
		else
			torn->data[second + changed[i]] ^= 0x55;
		struct sqlite_page_file file = load(scene->bytes, sizeof scene->bytes, torn);
		assert_int_equal(file.logged, 2);
		assert_int_equal(first_id(&file, 3), 1003);
		sqlite_page_file_clear(&file);
	}
	log.bytes->len = (guint)(second + frame - 1);
	struct sqlite_page_file file = load(scene->bytes, sizeof scene->bytes, log.bytes);
	assert_int_equal(file.logged, 2);
	sqlite_page_file_clear(&file);
	g_byte_array_unref(log.bytes);
}

static void
assert_refused(struct page_scene *scene, const GByteArray *log, bool refused)
{
	struct sqlite_page_file file = load(scene->bytes, sizeof scene->bytes, log);
	assert_int_equal(file.logged, 0);
	assert_int_equal(file.log_refused, refused);
	assert_int_equal(file.n, PAGES);
	assert_int_equal(first_id(&file, 3), 3);
	sqlite_page_file_clear(&file);
}

/* A log that holds nothing is no loss, one of which nothing can be used is. */
static void
log__is_refused__when_nothing_in_it_can_be_used(void **state)
{
	struct page_scene *scene = *state;
	leaves_make(scene);
	struct log log = log_make(scene, false), open = log_begin(false, 5);
	assert_refused(scene, open.bytes, false);
	log_add(&open, 3, 0, page_at(scene, 4));
	assert_refused(scene, open.bytes, true);
	static const gsize changed[] = {0, 8, 24}; /* its mark, the size of its pages, its sum */
	for (guint i = 0; i < G_N_ELEMENTS(changed); i++) {
		log.bytes->data[changed[i]] ^= 0x11;
		assert_refused(scene, log.bytes, true);
		log.bytes->data[changed[i]] ^= 0x11;
	}
	log.bytes->len = 31;
	assert_refused(scene, log.bytes, true);
	log.bytes->len = 0;
	assert_refused(scene, log.bytes, false);
	g_byte_array_unref(log.bytes);
	g_byte_array_unref(open.bytes);
}

#define PAGE_TEST(function)                                                                        \
	cmocka_unit_test_setup_teardown(function, page_scene_open, page_scene_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(file__tells_the_size_of_its_pages__when_its_head_does_not),
		PAGE_TEST(file__tells_how_many_pages_it_was_cut_short_of),
		PAGE_TEST(file__is_refused_in_words__when_it_cannot_be_read),
		PAGE_TEST(log__counts__up_to_its_last_whole_transaction),
		PAGE_TEST(log__takes_away__what_the_file_no_longer_has),
		PAGE_TEST(log__ends__where_it_was_torn),
		PAGE_TEST(log__is_refused__when_nothing_in_it_can_be_used),
	};
	return test_run("page_file", tests);
}
