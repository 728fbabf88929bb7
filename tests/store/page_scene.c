#include "page_scene.h"

#include <string.h>

int
page_scene_open(void **state)
{
	struct page_scene *scene = g_new0(struct page_scene, 1);
	scene->file = (struct sqlite_page_file){.bytes = scene->bytes,
						.size = sizeof scene->bytes,
						.page_size = PAGE,
						.usable = PAGE,
						.n = PAGES,
						.used = scene->used};
	*state = scene;
	return 0;
}

int
page_scene_close(void **state)
{
	g_free(*state);
	return 0;
}

guint8 *
page_at(struct page_scene *scene, guint32 page)
{
	return scene->bytes + (gsize)(page - 1) * PAGE;
}

void
big16_set(guint8 *at, guint number)
{
	at[0] = (guint8)(number >> 8);
	at[1] = (guint8)number;
}

void
big32_set(guint8 *at, guint32 number)
{
	big16_set(at, number >> 16);
	big16_set(at + 2, number & 0xffff);
}

void
varint_add(GByteArray *bytes, guint64 number)
{
	guint8 out[9], n = 0;
	if (number >> 56 != 0) {
		for (gint i = 7; i >= 0; i--)
			out[n++] = (guint8)(number >> (8 + (guint)i * 7) | 0x80);
		out[n++] = (guint8)number;
	} else {
		guint steps = 1;
		while (number >> (7 * steps) != 0)
			steps++;
		for (guint i = steps; i > 0; i--)
			out[n++] = (guint8)((number >> (7 * (i - 1)) & 0x7f) | (i > 1 ? 0x80 : 0));
	}
	g_byte_array_append(bytes, out, n);
}

void
page_begin(struct page_scene *scene, guint32 page, enum sqlite_page_kind kind, guint32 right)
{
	guint8 *at = page_at(scene, page);
	memset(at, 0, PAGE);
	at[0] = (guint8)kind;
	big32_set(at + 8, right);
	scene->end[page] = PAGE;
}

static guint
cells_at(const guint8 *page)
{
	return page[0] == SQLITE_PAGE_TABLE_INNER || page[0] == SQLITE_PAGE_INDEX_INNER ? 12 : 8;
}

void
cell_add(struct page_scene *scene, guint32 page, GByteArray *cell)
{
	guint8 *at = page_at(scene, page);
	guint n = (guint)at[3] << 8 | at[4];
	gsize taken = MAX(cell->len, 4);
	scene->end[page] -= taken;
	memcpy(at + scene->end[page], cell->data, cell->len);
	big16_set(at + cells_at(at) + n * 2, (guint)scene->end[page]);
	big16_set(at + 3, n + 1);
	g_byte_array_unref(cell);
}

void
child_add(struct page_scene *scene, guint32 page, guint32 child, guint64 key)
{
	GByteArray *cell = g_byte_array_new();
	guint8 number[4];
	big32_set(number, child);
	g_byte_array_append(cell, number, sizeof number);
	varint_add(cell, key);
	cell_add(scene, page, cell);
}

GByteArray *
record_make(const guint64 *types, guint n, const void *body, gsize size)
{
	GByteArray *head = g_byte_array_new(), *record = g_byte_array_new();
	for (guint i = 0; i < n; i++)
		varint_add(head, types[i]);
	varint_add(record, head->len + (head->len < 127 ? 1 : 2));
	g_byte_array_append(record, head->data, head->len);
	g_byte_array_append(record, body, (guint)size);
	g_byte_array_unref(head);
	return record;
}

void
row_add(struct page_scene *scene, guint32 page, gint64 id, GByteArray *record)
{
	GByteArray *cell = g_byte_array_new();
	varint_add(cell, record->len);
	varint_add(cell, (guint64)id);
	g_byte_array_append(cell, record->data, record->len);
	g_byte_array_unref(record);
	cell_add(scene, page, cell);
}

void
number_add(struct page_scene *scene, guint32 page, gint64 id)
{
	static const guint64 types[] = {0, 1};
	row_add(scene, page, id, record_make(types, 2, "\x07", 1));
}

void
leaf_make(struct page_scene *scene, guint32 page, gint64 from, guint n)
{
	page_begin(scene, page, SQLITE_PAGE_TABLE_LEAF, 0);
	for (guint i = 0; i < n; i++)
		number_add(scene, page, from + i);
}
