/* Pages and records of a file of SQLite, by its format alone (sqlite.org/fileformat2.html §1.6,
 * §2). */
#include <string.h>

#include "store/engine_sqlite_pages.h"

#define FIRST_HEAD 100
/* The least that a cell takes, with its place. */
#define CELL_LEAST 4
/* No value of ours is longer (sqlite_guard()). */
#define PAYLOAD_MOST (64 * 1024 * 1024)

static guint
big16(const guint8 *at)
{
	return (guint)at[0] << 8 | at[1];
}

static guint32
big32(const guint8 *at)
{
	return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

/* A number of 1 to 9 bytes; how many, or 0 when it goes beyond SIZE. */
static guint
varint(const guint8 *at, gsize size, guint64 *number)
{
	*number = 0;
	for (guint i = 0; i < 9 && i < size; i++) {
		if (i == 8) {
			*number = *number << 8 | at[i];
			return 9;
		}
		*number = *number << 7 | (at[i] & 0x7f);
		if ((at[i] & 0x80) == 0)
			return i + 1;
	}
	return 0;
}

/* ---- pages --------------------------------------------------------------------------------------
 */

static bool
is_inner(enum sqlite_page_kind kind)
{
	return kind == SQLITE_PAGE_INDEX_INNER || kind == SQLITE_PAGE_TABLE_INNER;
}

bool
sqlite_page_head_at(const guint8 *page, guint offset, guint usable, struct sqlite_page_head *head)
{
	const guint8 *at = page + offset;
	if (at[0] != SQLITE_PAGE_INDEX_INNER && at[0] != SQLITE_PAGE_TABLE_INNER &&
	    at[0] != SQLITE_PAGE_INDEX_LEAF && at[0] != SQLITE_PAGE_TABLE_LEAF)
		return false;
	head->kind = at[0];
	head->n = big16(at + 3);
	head->cells = offset + (is_inner(head->kind) ? 12 : 8);
	head->right = is_inner(head->kind) ? big32(at + 8) : 0;
	if (head->n > usable / CELL_LEAST || head->cells + head->n * 2 > usable)
		return false;
	guint sound = 0;
	for (guint i = 0; i < head->n; i++) {
		guint place = big16(page + head->cells + i * 2);
		sound += place >= head->cells + head->n * 2 && place + CELL_LEAST <= usable;
	}
	return sound * 2 >= head->n; /* a few places may be damaged, not most of them */
}

bool
sqlite_page_head(const struct sqlite_page_file *file, guint32 number, struct sqlite_page_head *head)
{
	const guint8 *page = sqlite_page_at(file, number);
	return page != NULL &&
	       sqlite_page_head_at(page, number == 1 ? FIRST_HEAD : 0, file->usable, head);
}

/* The bytes of a cell up to the end of its page; NULL when its place is none. */
static const guint8 *
cell_at(const struct sqlite_page_file *file, guint32 number, const struct sqlite_page_head *head,
	guint cell, gsize *size)
{
	const guint8 *page = sqlite_page_at(file, number);
	guint place = big16(page + head->cells + cell * 2);
	if (place < head->cells + head->n * 2 || place + CELL_LEAST > file->usable)
		return NULL;
	*size = file->usable - place;
	return page + place;
}

bool
sqlite_page_child(const struct sqlite_page_file *file, guint32 number,
		  const struct sqlite_page_head *head, guint cell, guint32 *child, gint64 *key)
{
	gsize size = 0;
	const guint8 *at = cell_at(file, number, head, cell, &size);
	if (at == NULL)
		return false;
	*child = big32(at);
	guint64 found = 0;
	if (head->kind == SQLITE_PAGE_TABLE_INNER && varint(at + 4, size - 4, &found) == 0)
		return false;
	*key = (gint64)found;
	return *child != 0 && *child <= file->n;
}

/* ---- payloads -----------------------------------------------------------------------------------
 */

/* How much of a payload stands in its cell (§1.6). */
static gsize
local_size(const struct sqlite_page_file *file, enum sqlite_page_kind kind, gsize payload)
{
	gsize usable = file->usable;
	gsize most = kind == SQLITE_PAGE_TABLE_LEAF ? usable - 35 : (usable - 12) * 64 / 255 - 23;
	if (payload <= most)
		return payload;
	gsize least = (usable - 12) * 32 / 255 - 23;
	gsize fitting = least + (payload - least) % (usable - 4);
	return fitting <= most ? fitting : least;
}

/* Follow the chain of pages that a long payload goes on in; the pages are marked in CHAIN. */
static gsize
chain_read(const struct sqlite_page_file *file, guint32 next, guint8 *to, gsize wanted,
	   GArray *chain)
{
	gsize done = 0;
	while (done < wanted) {
		const guint8 *page = sqlite_page_at(file, next);
		gsize part = MIN(wanted - done, file->usable - 4);
		if (page == NULL)
			break;
		guint32 after = big32(page);
		bool last = done + part == wanted;
		/* The last page names no other, and all others do. */
		if (last != (after == 0))
			break;
		memcpy(to + done, page + 4, part);
		g_array_append_val(chain, next);
		next = after;
		done += part;
	}
	return done;
}

struct payload {
	guint8 *bytes;
	gsize size; /* as the cell says */
	gsize kept; /* as could be read */
};

static bool
payload_read(const struct sqlite_page_file *file, enum sqlite_page_kind kind, const guint8 *at,
	     gsize size, guint64 length, struct payload *payload)
{
	if (length < 2 || length > PAYLOAD_MOST || length > file->size)
		return false;
	gsize local = local_size(file, kind, length);
	bool chained = local < length;
	if (local + (chained ? 4 : 0) > size)
		return false;
	payload->bytes = g_malloc(length);
	payload->size = length;
	payload->kept = local;
	memcpy(payload->bytes, at, local);
	if (!chained)
		return true;
	g_autoptr(GArray) chain = g_array_new(FALSE, FALSE, sizeof(guint32));
	payload->kept +=
		chain_read(file, big32(at + local), payload->bytes + local, length - local, chain);
	for (guint i = 0; i < chain->len; i++)
		file->used[g_array_index(chain, guint32, i)] = 1;
	return true;
}

/* ---- records ------------------------------------------------------------------------------------
 */

void
sqlite_page_record_init(struct sqlite_page_record *record)
{
	memset(record, 0, sizeof *record);
	record->texts = g_byte_array_new();
}

void
sqlite_page_record_clear(struct sqlite_page_record *record)
{
	g_byte_array_unref(record->texts);
}

/* Bytes of a value by its type in the record (§2.1); -1 for what none of our columns holds. */
static gint64
value_size(guint64 type)
{
	static const gint8 sizes[] = {0, 1, 2, 3, 4, 6, 8, -1, 0, 0};
	if (type < G_N_ELEMENTS(sizes))
		return sizes[type];
	return type >= 13 && type % 2 == 1 && type < 2 * (guint64)PAYLOAD_MOST
		       ? (gint64)((type - 13) / 2)
		       : -1;
}

static gint64
integer_read(guint64 type, const guint8 *at)
{
	if (type >= 8)
		return type == 9;
	gint64 size = value_size(type);
	guint64 number = (at[0] & 0x80) != 0 ? G_MAXUINT64 : 0;
	for (gint64 i = 0; i < size; i++)
		number = number << 8 | at[i];
	return (gint64)number;
}

/* Read one value that is there whole; ROOM is where its text may go. */
static bool
value_read(guint64 type, const guint8 *at, gsize size, struct value *value, guint8 **room)
{
	if (type == 0) {
		*value = (struct value){.type = VALUE_NULL};
		return true;
	}
	if (type < 13) {
		*value = value_integer(integer_read(type, at));
		return true;
	}
	if (memchr(at, 0, size) != NULL || !g_utf8_validate((const char *)at, (gssize)size, NULL))
		return false;
	memcpy(*room, at, size);
	(*room)[size] = 0;
	*value = (struct value){.type = VALUE_TEXT, .text = (const char *)*room};
	*room += size + 1;
	return true;
}

/* The types of the columns; false unless they and the lengths they say make up the whole payload.
 */
static bool
types_read(const struct payload *payload, guint64 *types, guint *n, gsize *body)
{
	guint64 head = 0;
	guint at = varint(payload->bytes, payload->kept, &head);
	if (at == 0 || head > payload->kept || head < at)
		return false;
	gsize total = head;
	for (*n = 0; at < head; (*n)++) {
		if (*n == RECORD_COLUMNS)
			return false;
		guint step = varint(payload->bytes + at, head - at, &types[*n]);
		gint64 size = step > 0 ? value_size(types[*n]) : -1;
		if (size < 0)
			return false;
		at += step;
		total += (gsize)size;
	}
	*body = head;
	return *n > 0 && total == payload->size;
}

static bool
record_read(const struct payload *payload, struct sqlite_page_record *record)
{
	guint64 types[RECORD_COLUMNS];
	gsize at = 0;
	if (!types_read(payload, types, &record->n, &at))
		return false;
	g_byte_array_set_size(record->texts, (guint)(payload->size + RECORD_COLUMNS));
	guint8 *room = record->texts->data;
	record->lost = 0;
	for (guint i = 0; i < record->n; i++) {
		gsize size = (gsize)value_size(types[i]);
		record->value[i] = (struct value){.type = VALUE_NULL};
		if (size > 0 && (record->lost != 0 || at + size > payload->kept)) {
			record->lost |= G_GUINT64_CONSTANT(1) << i;
			continue;
		}
		if (!value_read(types[i], payload->bytes + at, size, &record->value[i], &room))
			return false;
		at += size;
	}
	return true;
}

bool
sqlite_page_record(const struct sqlite_page_file *file, guint32 number,
		   const struct sqlite_page_head *head, guint cell,
		   struct sqlite_page_record *record)
{
	gsize size = 0, at = head->kind == SQLITE_PAGE_INDEX_INNER ? 4 : 0;
	guint64 length = 0, rowid = 0;
	const guint8 *bytes = cell_at(file, number, head, cell, &size);
	if (bytes == NULL || head->kind == SQLITE_PAGE_TABLE_INNER)
		return false;
	guint step = varint(bytes + at, size - at, &length);
	at += step;
	if (step == 0)
		return false;
	if (head->kind == SQLITE_PAGE_TABLE_LEAF) {
		step = varint(bytes + at, size - at, &rowid);
		at += step;
		if (step == 0)
			return false;
	}
	struct payload payload = {.bytes = NULL};
	record->rowid = (gint64)rowid;
	bool done = payload_read(file, head->kind, bytes + at, size - at, length, &payload) &&
		    record_read(&payload, record);
	g_free(payload.bytes);
	return done;
}
