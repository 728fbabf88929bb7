/* A file of SQLite in memory, made byte by byte (sqlite.org/fileformat2.html). */
#ifndef TESTS_STORE_PAGE_SCENE_H
#define TESTS_STORE_PAGE_SCENE_H

#include "store/engine_sqlite_pages.h"

#define PAGE  512
#define PAGES 64

struct page_scene {
	guint8 bytes[PAGES * PAGE];
	guint8 used[PAGES + 1];
	gsize end[PAGES + 1]; /* by page: where its last cell begins */
	struct sqlite_page_file file;
};

/** A file of zeros, for setup and teardown of a test. */
int page_scene_open(void **state);
int page_scene_close(void **state);

guint8 *page_at(struct page_scene *scene, guint32 page);
void big16_set(guint8 *at, guint number);
void big32_set(guint8 *at, guint32 number);
void varint_add(GByteArray *bytes, guint64 number);

/** An empty page of a tree; RIGHT is the last child of an inner one. */
void page_begin(struct page_scene *scene, guint32 page, enum sqlite_page_kind kind, guint32 right);

/** Put a cell behind the others; CELL is given up. */
void cell_add(struct page_scene *scene, guint32 page, GByteArray *cell);

/** A child of an inner page of a table, whose greatest row id is KEY. */
void child_add(struct page_scene *scene, guint32 page, guint32 child, guint64 key);

/** A record of N columns of TYPES, with SIZE bytes of values. Caller frees. */
GByteArray *record_make(const guint64 *types, guint n, const void *body, gsize size);

/** A row whose RECORD, which is given up, stands whole in its cell. */
void row_add(struct page_scene *scene, guint32 page, gint64 id, GByteArray *record);

/** A row of a NULL and the number 7. */
void number_add(struct page_scene *scene, guint32 page, gint64 id);

/** A leaf of N such rows, whose ids begin with FROM. */
void leaf_make(struct page_scene *scene, guint32 page, gint64 from, guint n);

#endif
