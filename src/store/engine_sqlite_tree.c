/* Which page belongs to which tree of a damaged file of SQLite, and what stands on it. */
#include <string.h>

#include "store/engine_sqlite_pages.h"

/* A tree of 4,096-byte pages has at most six floors; more is a circle. */
#define FLOORS_MOST   20
#define FREE_FIRST_AT 32

static guint32
big32(const guint8 *at)
{
	return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

/* The list of unused pages (§1.5): trunks that name the next trunk and a number of leaves. What
 * deleted rows have left on them must not come back. */
static void
free_claim(struct sqlite_page_map *map)
{
	const struct sqlite_page_file *file = map->file;
	guint32 trunk = file->headed ? big32(file->bytes + FREE_FIRST_AT) : 0;
	for (guint32 i = 0; i < file->n && trunk != 0; i++) {
		const guint8 *page = sqlite_page_at(file, trunk);
		if (page == NULL || map->owner[trunk] != OWNER_NONE)
			return;
		map->owner[trunk] = OWNER_FREE;
		guint32 n = big32(page + 4);
		if (n > file->usable / 4 - 2)
			return;
		for (guint32 leaf = 0; leaf < n; leaf++) {
			guint32 number = big32(page + 8 + (gsize)leaf * 4);
			if (sqlite_page_at(file, number) != NULL)
				map->owner[number] = OWNER_FREE;
		}
		trunk = big32(page);
	}
}

void
sqlite_page_map_init(struct sqlite_page_map *map, const struct sqlite_page_file *file,
		     guint n_roots)
{
	gsize n = (gsize)file->n + 1;
	*map = (struct sqlite_page_map){.file = file,
					.owner = g_new(gint, n),
					.low = g_new0(gint64, n),
					.high = g_new0(gint64, n),
					.broken = g_new0(guint, (gsize)n_roots + 1),
					.n_roots = n_roots};
	for (gsize i = 0; i < n; i++) {
		map->owner[i] = OWNER_NONE;
		map->low[i] = G_MININT64;
		map->high[i] = G_MAXINT64;
	}
	free_claim(map);
}

void
sqlite_page_map_clear(struct sqlite_page_map *map)
{
	g_free(map->owner);
	g_free(map->low);
	g_free(map->high);
	g_free(map->broken);
}

void
sqlite_page_map_disown(struct sqlite_page_map *map, guint32 page, enum sqlite_page_owner owner)
{
	map->owner[page] = owner;
	map->low[page] = G_MININT64;
	map->high[page] = G_MAXINT64;
}

/* ---- following ----------------------------------------------------------------------------------
 */

struct step {
	guint root;
	bool table;
	guint floor;
	gint64 low, high;
};

static void follow(struct sqlite_page_map *map, struct step step, guint32 page);

static void
children_follow(struct sqlite_page_map *map, struct step step, guint32 page,
		const struct sqlite_page_head *head)
{
	struct step down = {step.root, step.table, step.floor + 1, step.low, step.high};
	for (guint i = 0; i < head->n; i++) {
		guint32 child = 0;
		gint64 key = 0;
		bool sound = sqlite_page_child(map->file, page, head, i, &child, &key) &&
			     (!step.table || (key > down.low && key <= step.high));
		if (!sound) {
			map->broken[step.root]++;
			continue;
		}
		down.high = step.table ? key : step.high;
		follow(map, down, child);
		down.low = step.table ? key : step.low;
	}
	down.high = step.high;
	follow(map, down, head->right);
}

static void
follow(struct sqlite_page_map *map, struct step step, guint32 page)
{
	struct sqlite_page_head head;
	bool there =
		sqlite_page_at(map->file, page) != NULL && sqlite_page_head(map->file, page, &head);
	if (there && map->owner[page] != OWNER_NONE)
		sqlite_page_map_disown(map, page, OWNER_SEVERAL);
	bool fits = there && map->owner[page] == OWNER_NONE && step.floor < FLOORS_MOST &&
		    (head.kind == SQLITE_PAGE_TABLE_LEAF || head.kind == SQLITE_PAGE_TABLE_INNER) ==
			    step.table;
	if (!fits) {
		map->broken[step.root]++;
		return;
	}
	map->owner[page] = (gint)step.root;
	map->low[page] = step.low;
	map->high[page] = step.high;
	if (head.kind == SQLITE_PAGE_TABLE_INNER || head.kind == SQLITE_PAGE_INDEX_INNER)
		children_follow(map, step, page, &head);
}

void
sqlite_page_map_follow(struct sqlite_page_map *map, guint root, guint32 page, bool table)
{
	follow(map, (struct step){root, table, 0, G_MININT64, G_MAXINT64}, page);
}

/* ---- reading ------------------------------------------------------------------------------------
 */

/* Row ids rise on a page. The longest rising run of them is kept: a damaged one stands out of it.
 */
static void
rising_choose(const gint64 *ids, guint n, bool *keep)
{
	g_autofree guint *length = g_new0(guint, n + 1);
	g_autofree gint *before = g_new(gint, n + 1);
	gint last = -1;
	for (guint i = 0; i < n; i++) {
		before[i] = -1;
		length[i] = 1;
		for (guint j = 0; j < i; j++)
			if (ids[j] < ids[i] && length[j] + 1 > length[i]) {
				length[i] = length[j] + 1;
				before[i] = (gint)j;
			}
		if (last < 0 || length[i] > length[last])
			last = (gint)i;
	}
	for (; last >= 0; last = before[last])
		keep[last] = true;
}

struct cells {
	guint n;
	guint *cell; /* numbers of those that can be read */
	gint64 *id;
	bool rising;
	guint inside; /* of them, as the parent allows */
};

static bool
id_is_inside(const struct sqlite_page_map *map, guint32 number, gint64 id)
{
	return id > map->low[number] && id <= map->high[number];
}

static void
cells_read(const struct sqlite_page_map *map, guint32 number, const struct sqlite_page_head *head,
	   struct cells *cells)
{
	struct sqlite_page_record record;
	sqlite_page_record_init(&record);
	cells->rising = true;
	for (guint i = 0; i < head->n; i++) {
		if (!sqlite_page_record(map->file, number, head, i, &record))
			continue;
		cells->rising &= cells->n == 0 || record.rowid > cells->id[cells->n - 1];
		cells->inside += id_is_inside(map, number, record.rowid);
		cells->id[cells->n] = record.rowid;
		cells->cell[cells->n++] = i;
	}
	sqlite_page_record_clear(&record);
}

/* Those that stand where they should. A page that is in order is believed against its parent,
 * unless most of it should be elsewhere: then it is no child of that parent. */
static void
cells_choose(const struct sqlite_page_map *map, guint32 number, guint all, struct cells *cells)
{
	if (cells->n == all && cells->rising && cells->inside * 2 >= all)
		return;
	guint n = 0, kept = 0;
	for (guint i = 0; i < cells->n; i++)
		if (id_is_inside(map, number, cells->id[i])) {
			cells->id[n] = cells->id[i];
			cells->cell[n++] = cells->cell[i];
		}
	g_autofree bool *keep = g_new0(bool, n + 1);
	rising_choose(cells->id, n, keep);
	for (guint i = 0; i < n; i++)
		if (keep[i])
			cells->cell[kept++] = cells->cell[i];
	cells->n = kept;
}

guint
sqlite_page_read(const struct sqlite_page_map *map, guint32 number, sqlite_page_reader reader,
		 gpointer user)
{
	struct sqlite_page_head head;
	if (!sqlite_page_head(map->file, number, &head) || head.kind == SQLITE_PAGE_TABLE_INNER ||
	    head.n == 0)
		return 0;
	g_autofree guint *cell = g_new(guint, head.n);
	g_autofree gint64 *id = g_new(gint64, head.n);
	struct cells cells = {.cell = cell, .id = id};
	cells_read(map, number, &head, &cells);
	if (head.kind == SQLITE_PAGE_TABLE_LEAF)
		cells_choose(map, number, head.n, &cells);
	struct sqlite_page_record record;
	sqlite_page_record_init(&record);
	for (guint i = 0; i < cells.n; i++) {
		sqlite_page_record(map->file, number, &head, cells.cell[i], &record);
		reader(&record, user);
	}
	sqlite_page_record_clear(&record);
	return head.n - cells.n;
}
