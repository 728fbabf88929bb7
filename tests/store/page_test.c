/* Pages, records and trees of a damaged file, by bytes that are made here one by one: what the
 * format allows is read as SQLite would, and nothing else is taken for data (fault 8 of
 * docs/reliability.md). */
#include "test.h"

#include <string.h>

#include "page_scene.h"

/* ---- records ------------------------------------------------------------------------------------
 */

static bool
row_read(const struct page_scene *scene, guint32 page, guint cell,
	 struct sqlite_page_record *record)
{
	struct sqlite_page_head head;
	assert_true(sqlite_page_head(&scene->file, page, &head));
	return sqlite_page_record(&scene->file, page, &head, cell, record);
}

static void
record__has__every_value_that_our_columns_hold(void **state)
{
	struct page_scene *scene = *state;
	static const guint64 types[] = {0, 1, 2, 3, 4, 5, 6, 8, 9, 13, 13 + 2 * 5};
	static const guint8 body[] = "\xff"
				     "\x01\x00"
				     "\xff\xff\xfe"
				     "\x7f\xff\xff\xff"
				     "\x80\x00\x00\x00\x00\x00"
				     "\x7f\xff\xff\xff\xff\xff\xff\xff"
				     "\xc3\x89lan";
	static const gint64 wanted[] = {0,          -1,         256,
					-2,         G_MAXINT32, -G_GINT64_CONSTANT(0x800000000000),
					G_MAXINT64, 0,          1};
	page_begin(scene, 2, SQLITE_PAGE_TABLE_LEAF, 0);
	row_add(scene, 2, 12, record_make(types, G_N_ELEMENTS(types), body, sizeof body - 1));
	row_add(scene, 2, -5, record_make(types, G_N_ELEMENTS(types), body, sizeof body - 1));
	struct sqlite_page_record record;
	sqlite_page_record_init(&record);
	assert_true(row_read(scene, 2, 0, &record));
	assert_int_equal(record.rowid, 12);
	assert_int_equal(record.n, G_N_ELEMENTS(types));
	assert_int_equal(record.lost, 0);
	assert_int_equal(record.value[0].type, VALUE_NULL);
	for (guint i = 1; i < G_N_ELEMENTS(wanted); i++) {
		assert_int_equal(record.value[i].type, VALUE_INTEGER);
		assert_true(record.value[i].integer == wanted[i]);
	}
	assert_text(record.value[9].text, "");
	assert_text(record.value[10].text, "Élan");
	assert_true(row_read(scene, 2, 1, &record));
	assert_true(record.rowid == -5);
	sqlite_page_record_clear(&record);
}

/* Floating numbers, reserved types, bytes, texts that are none, columns beyond all of ours. */
static void
record__is_none__when_a_value_is_not_ours(void **state)
{
	struct page_scene *scene = *state;
	static const struct {
		guint64 types[2];
		const char *body;
		gsize size;
	} records[] = {
		{{7, 8}, "\x40\x09\x21\xfb\x54\x44\x2d\x18", 8},
		{{10, 8}, "", 0},
		{{11, 8}, "", 0},
		{{12, 8}, "", 0},
		{{14, 8}, "x", 1},
		{{15, 8}, "\0", 1},
		{{17, 8}, "\xc3(", 2},
		{{G_MAXUINT64, 8}, "", 0},
		{{1, 1}, "\x01", 1},         /* a value less than its types say */
		{{1, 1}, "\x01\x02\x03", 3}, /* and one more */
	};
	struct sqlite_page_record record;
	sqlite_page_record_init(&record);
	for (guint i = 0; i < G_N_ELEMENTS(records); i++) {
		page_begin(scene, 2, SQLITE_PAGE_TABLE_LEAF, 0);
		row_add(scene, 2, 1,
			record_make(records[i].types, 2, records[i].body, records[i].size));
		if (row_read(scene, 2, 0, &record))
			fail_msg("record %u was taken", i);
	}
	guint64 many[RECORD_COLUMNS + 1] = {0};
	page_begin(scene, 2, SQLITE_PAGE_TABLE_LEAF, 0);
	row_add(scene, 2, 1, record_make(many, RECORD_COLUMNS, "", 0));
	row_add(scene, 2, 2, record_make(many, RECORD_COLUMNS + 1, "", 0));
	assert_true(row_read(scene, 2, 0, &record));
	assert_false(row_read(scene, 2, 1, &record));
	sqlite_page_record_clear(&record);
}

/* Numbers that go on beyond the page, lengths that cannot be, heads that are no heads. */
static void
record__is_none__when_its_cell_is_noise(void **state)
{
	struct page_scene *scene = *state;
	static const struct {
		const char *bytes;
		guint size;
	} cells[] = {
		{"\xff\xff\xff\xff", 4},             /* the length has no end */
		{"\x03\xff\xff\xff", 4},             /* nor has the row id */
		{"\x00\x01\x01\x00", 4},             /* no bytes */
		{"\x01\x01\x01\x00", 4},             /* too few for a record */
		{"\xff\xff\xff\x7f\x01\x02\x00", 7}, /* more than the file has */
		{"\xff\xff\xff\xff\x7f\x01\x02", 7}, /* more than any value of ours */
		{"\x20\x01\x02\x00", 4},             /* more than the page has */
		{"\x02\x01\xff\xff", 4},             /* a head whose size has no end */
		{"\x02\x01\x09\x00", 4},             /* a head longer than the record */
		{"\x02\x01\x00\x00", 4},             /* a head shorter than itself */
		{"\x02\x01\x01\x00", 4},             /* no columns */
		{"\x02\x01\x02\xff", 4},             /* a type that has no end */
	};
	struct sqlite_page_record record;
	sqlite_page_record_init(&record);
	for (guint i = 0; i < G_N_ELEMENTS(cells); i++) {
		page_begin(scene, 2, SQLITE_PAGE_TABLE_LEAF, 0);
		GByteArray *cell = g_byte_array_new();
		g_byte_array_append(cell, (const guint8 *)cells[i].bytes, cells[i].size);
		cell_add(scene, 2, cell);
		if (row_read(scene, 2, 0, &record))
			fail_msg("cell %u was taken", i);
	}
	page_begin(scene, 2, SQLITE_PAGE_TABLE_LEAF, 0);
	number_add(scene, 2, 1);
	number_add(scene, 2, 2);
	big16_set(page_at(scene, 2) + 8, 9);
	assert_false(row_read(scene, 2, 0, &record));
	big16_set(page_at(scene, 2) + 8, PAGE - 2);
	assert_false(row_read(scene, 2, 0, &record));
	assert_true(row_read(scene, 2, 1, &record));
	page_begin(scene, 3, SQLITE_PAGE_TABLE_INNER, 2);
	child_add(scene, 3, 2, 5);
	assert_false(row_read(scene, 3, 0, &record));
	sqlite_page_record_clear(&record);
}

/* ---- long texts ---------------------------------------------------------------------------------
 */

#define LONG 1800

/* A row of a number and LONG letters, whose end stands on pages 10 and on; how many pages. */
static guint
long_row_add(struct page_scene *scene, guint32 page, enum sqlite_page_kind kind)
{
	static const guint64 types[] = {1, 13 + 2 * LONG, 9};
	g_autofree char *body = g_strnfill(LONG + 1, 'n');
	body[0] = 5;
	GByteArray *record = record_make(types, 3, body, LONG + 1), *cell = g_byte_array_new();
	gsize most = kind == SQLITE_PAGE_TABLE_LEAF ? PAGE - 35 : (PAGE - 12) * 64 / 255 - 23;
	gsize least = (PAGE - 12) * 32 / 255 - 23;
	gsize local = least + (record->len - least) % (PAGE - 4);
	if (local > most)
		local = least;
	varint_add(cell, record->len);
	if (kind == SQLITE_PAGE_TABLE_LEAF)
		varint_add(cell, 1);
	g_byte_array_append(cell, record->data, (guint)local);
	guint8 next[4];
	big32_set(next, 10);
	g_byte_array_append(cell, next, sizeof next);
	cell_add(scene, page, cell);
	guint n = 0;
	for (gsize at = local; at < record->len; at += PAGE - 4, n++) {
		gsize part = MIN(record->len - at, PAGE - 4);
		memset(page_at(scene, 10 + n), 0, PAGE);
		big32_set(page_at(scene, 10 + n), at + part < record->len ? 11 + n : 0);
		memcpy(page_at(scene, 10 + n) + 4, record->data + at, part);
	}
	g_byte_array_unref(record);
	return n;
}

static void
long_text__is_read_whole__from_the_pages_it_goes_on_in(void **state)
{
	struct page_scene *scene = *state;
	static const enum sqlite_page_kind kinds[] = {SQLITE_PAGE_TABLE_LEAF,
						      SQLITE_PAGE_INDEX_LEAF};
	struct sqlite_page_record record;
	sqlite_page_record_init(&record);
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		page_begin(scene, 2, kinds[i], 0);
		guint n = long_row_add(scene, 2, kinds[i]);
		assert_true(n > 2);
		assert_true(row_read(scene, 2, 0, &record));
		assert_int_equal(record.lost, 0);
		assert_int_equal(strlen(record.value[1].text), LONG);
		assert_int_equal(record.value[2].integer, 1);
		for (guint page = 10; page < 10 + n; page++)
			assert_int_equal(scene->used[page], 1);
	}
	sqlite_page_record_clear(&record);
}

/* The number before it stays, and what takes no bytes behind it. */
static void
long_text__is_lost_alone__when_its_pages_are(void **state)
{
	struct page_scene *scene = *state;
	static const guint32 ends[] = {0, PAGES + 1, 13};
	struct sqlite_page_record record;
	sqlite_page_record_init(&record);
	for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
		page_begin(scene, 2, SQLITE_PAGE_TABLE_LEAF, 0);
		guint n = long_row_add(scene, 2, SQLITE_PAGE_TABLE_LEAF);
		/* the first page ends too early, leads nowhere; the last goes on */
		big32_set(page_at(scene, i < 2 ? 10 : 10 + n - 1), ends[i]);
		assert_true(row_read(scene, 2, 0, &record));
		assert_int_equal(record.value[0].integer, 5);
		assert_int_equal(record.lost, 1 << 1);
		assert_int_equal(record.value[2].integer, 1);
	}
	sqlite_page_record_clear(&record);
}

/* ---- heads and children -------------------------------------------------------------------------
 */

static void
page__is_one_of_a_tree__only_with_a_head_that_can_be(void **state)
{
	struct page_scene *scene = *state;
	struct sqlite_page_head head;
	guint8 *page = page_at(scene, 2);
	assert_false(sqlite_page_head(&scene->file, 2, &head)); /* zeros */
	assert_false(sqlite_page_head(&scene->file, 0, &head));
	assert_false(sqlite_page_head(&scene->file, PAGES + 1, &head));
	page_begin(scene, 2, SQLITE_PAGE_TABLE_LEAF, 0);
	assert_true(sqlite_page_head(&scene->file, 2, &head));
	for (gint64 id = 1; id <= 4; id++)
		number_add(scene, 2, id);
	assert_true(sqlite_page_head(&scene->file, 2, &head));
	assert_int_equal(head.n, 4);
	memset(page + 8, 0, 4); /* two of four places */
	assert_true(sqlite_page_head(&scene->file, 2, &head));
	memset(page + 8, 0xff, 6);
	assert_false(sqlite_page_head(&scene->file, 2, &head));
	big16_set(page + 3, PAGE / 4 + 1); /* more cells than there can be */
	assert_false(sqlite_page_head(&scene->file, 2, &head));
}

static void
child__is_none__when_its_number_or_key_cannot_be(void **state)
{
	struct page_scene *scene = *state;
	struct sqlite_page_head head;
	guint32 child = 0;
	gint64 key = 0;
	page_begin(scene, 2, SQLITE_PAGE_TABLE_INNER, 9);
	child_add(scene, 2, 3, 40);
	child_add(scene, 2, 0, 50);
	child_add(scene, 2, PAGES + 1, 60);
	child_add(scene, 2, 4, 70);
	assert_true(sqlite_page_head(&scene->file, 2, &head));
	assert_int_equal(head.right, 9);
	assert_true(sqlite_page_child(&scene->file, 2, &head, 0, &child, &key));
	assert_int_equal(child, 3);
	assert_int_equal(key, 40);
	assert_false(sqlite_page_child(&scene->file, 2, &head, 1, &child, &key));
	assert_false(sqlite_page_child(&scene->file, 2, &head, 2, &child, &key));
	big16_set(page_at(scene, 2) + 12 + 6, PAGE - 4); /* no room for a key */
	assert_false(sqlite_page_child(&scene->file, 2, &head, 3, &child, &key));
	big16_set(page_at(scene, 2) + 12 + 6, 1);
	assert_false(sqlite_page_child(&scene->file, 2, &head, 3, &child, &key));
}

/* ---- trees --------------------------------------------------------------------------------------
 */

static void
tree__gives_its_pages__and_the_row_ids_they_may_have(void **state)
{
	struct page_scene *scene = *state;
	struct sqlite_page_map map;
	page_begin(scene, 2, SQLITE_PAGE_TABLE_INNER, 4);
	child_add(scene, 2, 3, 10);
	leaf_make(scene, 3, 1, 10);
	leaf_make(scene, 4, 11, 5);
	sqlite_page_map_init(&map, &scene->file, 1);
	sqlite_page_map_follow(&map, 0, 2, true);
	assert_int_equal(map.broken[0], 0);
	for (guint32 page = 2; page <= 4; page++)
		assert_int_equal(map.owner[page], 0);
	assert_int_equal(map.owner[5], OWNER_NONE);
	assert_int_equal(map.high[3], 10);
	assert_int_equal(map.low[4], 10);
	sqlite_page_map_clear(&map);
}

/* A page that two want is nobody's, one that leads back to itself is followed once, and a child of
 * another kind or with a key out of order is not followed. */
static void
tree__is_broken__where_it_cannot_be_one(void **state)
{
	struct page_scene *scene = *state;
	struct sqlite_page_map map;
	page_begin(scene, 2, SQLITE_PAGE_TABLE_INNER, 4);
	child_add(scene, 2, 3, 10);
	child_add(scene, 2, 5, 10); /* not above the one before */
	child_add(scene, 2, 2, 20); /* itself */
	child_add(scene, 2, 6, 30); /* of an index */
	child_add(scene, 2, 0, 40); /* none */
	leaf_make(scene, 3, 1, 10);
	leaf_make(scene, 4, 31, 5);
	leaf_make(scene, 5, 1, 5);
	page_begin(scene, 6, SQLITE_PAGE_INDEX_LEAF, 0);
	sqlite_page_map_init(&map, &scene->file, 2);
	sqlite_page_map_follow(&map, 0, 2, true);
	assert_int_equal(map.broken[0], 4);
	assert_int_equal(map.owner[2], OWNER_SEVERAL);
	assert_int_equal(map.owner[3], 0);
	assert_int_equal(map.owner[5], OWNER_NONE);
	sqlite_page_map_follow(&map, 1, 4, true);
	assert_int_equal(map.owner[4], OWNER_SEVERAL);
	assert_int_equal(map.broken[1], 1);
	sqlite_page_map_follow(&map, 1, PAGES + 1, true);
	sqlite_page_map_follow(&map, 1, 7, true); /* zeros */
	assert_int_equal(map.broken[1], 3);
	sqlite_page_map_clear(&map);
}

static void
tree__ends__at_a_depth_that_no_file_has(void **state)
{
	struct page_scene *scene = *state;
	struct sqlite_page_map map;
	for (guint32 page = 2; page < 40; page++)
		page_begin(scene, page, SQLITE_PAGE_INDEX_INNER, page + 1);
	sqlite_page_map_init(&map, &scene->file, 1);
	sqlite_page_map_follow(&map, 0, 2, false);
	assert_int_equal(map.broken[0], 1);
	assert_int_equal(map.owner[10], 0);
	assert_int_equal(map.owner[39], OWNER_NONE);
	sqlite_page_map_clear(&map);
}

/* ---- unused pages -------------------------------------------------------------------------------
 */

static gint
owner_with_free(struct page_scene *scene, guint32 trunk, guint32 page)
{
	struct sqlite_page_map map;
	scene->file.headed = true;
	big32_set(scene->bytes + 32, trunk);
	sqlite_page_map_init(&map, &scene->file, 1);
	gint owner = map.owner[page];
	sqlite_page_map_clear(&map);
	return owner;
}

/* What deleted rows have left on unused pages does not come back. */
static void
unused_pages__are_known__by_their_list(void **state)
{
	struct page_scene *scene = *state;
	guint8 *first = page_at(scene, 20), *second = page_at(scene, 21);
	big32_set(first, 21);
	big32_set(first + 4, 2);
	big32_set(first + 8, 30);
	big32_set(first + 12, PAGES + 7); /* damaged */
	big32_set(second + 4, 1);
	big32_set(second + 8, 31);
	for (guint32 page = 20; page <= 21; page++)
		assert_int_equal(owner_with_free(scene, 20, page), OWNER_FREE);
	for (guint32 page = 30; page <= 31; page++)
		assert_int_equal(owner_with_free(scene, 20, page), OWNER_FREE);
	assert_int_equal(owner_with_free(scene, 20, 32), OWNER_NONE);
	assert_int_equal(owner_with_free(scene, 0, 20), OWNER_NONE);
	assert_int_equal(owner_with_free(scene, PAGES + 1, 20), OWNER_NONE);
	big32_set(second, 20); /* a circle */
	assert_int_equal(owner_with_free(scene, 20, 31), OWNER_FREE);
	big32_set(first + 4, PAGE); /* more leaves than a page holds: it is no list */
	assert_int_equal(owner_with_free(scene, 20, 30), OWNER_NONE);
	assert_int_equal(owner_with_free(scene, 20, 21), OWNER_NONE);
}

/* ---- the rows of a page -------------------------------------------------------------------------
 */

static void
id_note(const struct sqlite_page_record *record, gpointer user)
{
	g_string_append_printf(user, "%" G_GINT64_FORMAT " ", record->rowid);
}

/* The ids of the rows of a page, of which its parent says that they are from 1 to 100. */
static void
assert_ids(struct page_scene *scene, guint32 page, const char *wanted, guint unread)
{
	struct sqlite_page_map map;
	g_autoptr(GString) ids = g_string_new(NULL);
	sqlite_page_map_init(&map, &scene->file, 1);
	map.low[page] = 0;
	map.high[page] = 100;
	assert_int_equal(sqlite_page_read(&map, page, id_note, ids), unread);
	assert_text(ids->str, wanted);
	sqlite_page_map_clear(&map);
}

static void
ids_make(struct page_scene *scene, const gint64 *ids, guint n)
{
	page_begin(scene, 2, SQLITE_PAGE_TABLE_LEAF, 0);
	for (guint i = 0; i < n; i++)
		number_add(scene, 2, ids[i]);
}

/* A changed byte gives a row the id of another: it stands out of the order. */
static void
page__leaves_out_a_row__whose_id_is_out_of_order(void **state)
{
	struct page_scene *scene = *state;
	static const gint64 high[] = {1, 2, 77, 4, 5}, low[] = {11, 12, 3, 14, 15},
			    outside[] = {11, 12, 999, 14}, believed[] = {98, 99, 100, 101};
	ids_make(scene, high, G_N_ELEMENTS(high));
	assert_ids(scene, 2, "1 2 4 5 ", 1);
	ids_make(scene, low, G_N_ELEMENTS(low));
	assert_ids(scene, 2, "11 12 14 15 ", 1);
	ids_make(scene, outside, G_N_ELEMENTS(outside));
	assert_ids(scene, 2, "11 12 14 ", 1);
	/* in order, and mostly where it should be: its parent is wrong */
	ids_make(scene, believed, G_N_ELEMENTS(believed));
	assert_ids(scene, 2, "98 99 100 101 ", 0);
	/* in order, and all elsewhere: it is no child of that parent */
	leaf_make(scene, 2, 500, 6);
	assert_ids(scene, 2, "", 6);
}

static void
page__has_no_rows__when_it_is_none_of_rows(void **state)
{
	struct page_scene *scene = *state;
	page_begin(scene, 3, SQLITE_PAGE_TABLE_INNER, 2);
	child_add(scene, 3, 2, 5);
	page_begin(scene, 4, SQLITE_PAGE_TABLE_LEAF, 0);
	for (guint32 page = 2; page <= 4; page++)
		assert_ids(scene, page, "", 0);
}

#define PAGE_TEST(function)                                                                        \
	cmocka_unit_test_setup_teardown(function, page_scene_open, page_scene_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(record__has__every_value_that_our_columns_hold),
		PAGE_TEST(record__is_none__when_a_value_is_not_ours),
		PAGE_TEST(record__is_none__when_its_cell_is_noise),
		PAGE_TEST(long_text__is_read_whole__from_the_pages_it_goes_on_in),
		PAGE_TEST(long_text__is_lost_alone__when_its_pages_are),
		PAGE_TEST(page__is_one_of_a_tree__only_with_a_head_that_can_be),
		PAGE_TEST(child__is_none__when_its_number_or_key_cannot_be),
		PAGE_TEST(tree__gives_its_pages__and_the_row_ids_they_may_have),
		PAGE_TEST(tree__is_broken__where_it_cannot_be_one),
		PAGE_TEST(tree__ends__at_a_depth_that_no_file_has),
		PAGE_TEST(unused_pages__are_known__by_their_list),
		PAGE_TEST(page__leaves_out_a_row__whose_id_is_out_of_order),
		PAGE_TEST(page__has_no_rows__when_it_is_none_of_rows),
	};
	return test_run("page", tests);
}
