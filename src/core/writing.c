#include "core/writing.h"

#include <string.h>

#include "base/text.h"

static void
table_free(struct writing_table *table)
{
	if (table == NULL)
		return;
	g_ptr_array_unref(table->rows);
	g_free(table->columns);
	g_free(table);
}

static void
block_free(gpointer pointer)
{
	struct writing_block *block = pointer;
	table_free(block->table);
	if (block->pictures != NULL)
		g_array_unref(block->pictures);
	g_free(block);
}

static void
row_free(gpointer row)
{
	g_array_unref(row);
}

/* TEXT, clean, kept as long as WRITING; NULL when nothing is left of it. */
static const char *
keep(Writing *writing, const char *text)
{
	if (text == NULL)
		return NULL;
	g_autofree char *clean = g_strstrip(text_for_file(text, true));
	return *clean != '\0' ? g_string_chunk_insert(writing->words, clean) : NULL;
}

Writing *
writing_new(const char *document, const char *title)
{
	Writing *writing = g_new0(Writing, 1);
	writing->words = g_string_chunk_new(4096);
	writing->facts = g_ptr_array_new();
	writing->blocks = g_ptr_array_new_with_free_func(block_free);
	writing->document = keep(writing, document);
	writing->title = keep(writing, title);
	return writing;
}

void
writing_free(Writing *writing)
{
	if (writing == NULL)
		return;
	g_ptr_array_unref(writing->facts);
	g_ptr_array_unref(writing->blocks);
	g_string_chunk_free(writing->words);
	g_free(writing);
}

void
writing_set_notice(Writing *writing, const char *text)
{
	writing->notice = keep(writing, text);
}

void
writing_add_fact(Writing *writing, const char *text)
{
	const char *kept = keep(writing, text);
	if (kept != NULL)
		g_ptr_array_add(writing->facts, (gpointer)(guintptr)kept);
}

/* ---- blocks -------------------------------------------------------------------------------------
 */

static struct writing_block *
block_add(Writing *writing, enum writing_kind kind)
{
	struct writing_block *block = g_new0(struct writing_block, 1);
	block->kind = kind;
	g_ptr_array_add(writing->blocks, block);
	return block;
}

static struct writing_block *
text_add(Writing *writing, enum writing_kind kind, const char *text)
{
	const char *kept = keep(writing, text);
	if (kept == NULL)
		return NULL;
	struct writing_block *block = block_add(writing, kind);
	block->text = kept;
	return block;
}

void
writing_heading(Writing *writing, int level, const char *text)
{
	struct writing_block *block = text_add(writing, WRITING_HEADING, text);
	if (block == NULL)
		return;
	block->level = level;
	block->kept = true;
}

void
writing_text(Writing *writing, enum writing_style style, const char *text)
{
	struct writing_block *block = text_add(writing, WRITING_TEXT, text);
	if (block != NULL)
		block->style = style;
}

void
writing_fact(Writing *writing, const char *label, const char *text)
{
	struct writing_block *block = text_add(writing, WRITING_FACT, text);
	if (block != NULL)
		block->label = keep(writing, label);
}

void
writing_item(Writing *writing, const char *text)
{
	text_add(writing, WRITING_ITEM, text);
}

void
writing_room(Writing *writing, double millimetres)
{
	block_add(writing, WRITING_ROOM)->room = millimetres;
}

static struct writing_block *
block_last(const Writing *writing)
{
	guint n = writing->blocks->len;
	return n > 0 ? writing->blocks->pdata[n - 1] : NULL;
}

void
writing_picture(Writing *writing, const char *name, const char *bytes, gsize size)
{
	struct writing_block *block = block_last(writing);
	if (block == NULL || block->kind != WRITING_PICTURES) {
		block = block_add(writing, WRITING_PICTURES);
		block->pictures = g_array_new(FALSE, FALSE, sizeof(struct writing_picture));
	}
	struct writing_picture picture = {keep(writing, name), bytes, size};
	g_array_append_val(block->pictures, picture);
}

void
writing_drop(Writing *writing, guint from)
{
	g_ptr_array_set_size(writing->blocks, (int)from);
}

void
writing_keep(Writing *writing)
{
	struct writing_block *block = block_last(writing);
	if (block != NULL)
		block->kept = true;
}

/* ---- tables -------------------------------------------------------------------------------------
 */

struct writing_table *
writing_table(Writing *writing, const struct writing_column *columns, guint n)
{
	struct writing_table *table = g_new0(struct writing_table, 1);
	table->columns = g_memdup2(columns, n * sizeof *columns);
	table->n_columns = n;
	table->rows = g_ptr_array_new_with_free_func(row_free);
	for (guint i = 0; i < n; i++)
		table->columns[i].head = keep(writing, columns[i].head);
	block_add(writing, WRITING_TABLE)->table = table;
	return table;
}

void
writing_row(struct writing_table *table)
{
	g_ptr_array_add(table->rows, g_array_new(FALSE, TRUE, sizeof(struct writing_cell)));
}

static GArray *
row_last(const struct writing_table *table)
{
	return table->rows->pdata[table->rows->len - 1];
}

void
writing_cell(Writing *writing, struct writing_table *table, const char *head, const char *text,
	     guint span)
{
	struct writing_cell cell = {.head = keep(writing, head),
				    .text = keep(writing, text),
				    .span = span,
				    .bar = -1};
	g_array_append_val(row_last(table), cell);
}

void
writing_bar(struct writing_table *table, int thousandths)
{
	struct writing_cell cell = {.span = 1, .bar = CLAMP(thousandths, 0, 1000)};
	g_array_append_val(row_last(table), cell);
}

/* ---- what it says -------------------------------------------------------------------------------
 */

static void
digest_text(GChecksum *sum, const char *text)
{
	g_checksum_update(sum, (const guchar *)(text != NULL ? text : "\002"), -1);
	g_checksum_update(sum, (const guchar *)"\001", 1);
}

static void
digest_number(GChecksum *sum, int number)
{
	char text[16];
	g_snprintf(text, sizeof text, "%d", number);
	digest_text(sum, text);
}

static void
digest_table(GChecksum *sum, const struct writing_table *table)
{
	for (guint i = 0; i < table->n_columns; i++)
		digest_text(sum, table->columns[i].head);
	for (guint i = 0; i < table->rows->len; i++) {
		const GArray *row = table->rows->pdata[i];
		for (guint j = 0; j < row->len; j++) {
			const struct writing_cell *cell =
				&g_array_index(row, struct writing_cell, j);
			digest_text(sum, cell->head);
			digest_text(sum, cell->text);
			digest_number(sum, (int)cell->span);
			digest_number(sum, cell->bar);
		}
	}
}

static void
digest_block(GChecksum *sum, const struct writing_block *block)
{
	digest_number(sum, (int)block->kind);
	digest_text(sum, block->label);
	digest_text(sum, block->text);
	if (block->table != NULL)
		digest_table(sum, block->table);
	for (guint i = 0; block->pictures != NULL && i < block->pictures->len; i++) {
		const struct writing_picture *picture =
			&g_array_index(block->pictures, struct writing_picture, i);
		digest_text(sum, picture->name);
		g_checksum_update(sum, (const guchar *)picture->bytes, (gssize)picture->size);
	}
}

void
writing_digest(const Writing *writing, GChecksum *sum)
{
	digest_text(sum, writing->document);
	digest_text(sum, writing->title);
	digest_text(sum, writing->notice);
	for (guint i = 0; i < writing->facts->len; i++)
		digest_text(sum, writing->facts->pdata[i]);
	for (guint i = 0; i < writing->blocks->len; i++)
		digest_block(sum, writing->blocks->pdata[i]);
}
