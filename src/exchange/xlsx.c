#include "exchange/xlsx.h"

#include <string.h>

#include "exchange/package.h"
#include "exchange/xlsx_private.h"

/* A sheet as the workbook names it. */
struct leaf {
	char *name;
	char *relation; /* id of the reference to its part */
};

struct leaves {
	struct book *book;
	GPtrArray *visible; /* struct leaf */
};

static void
leaf_free(struct leaf *leaf)
{
	g_free(leaf->name);
	g_free(leaf->relation);
	g_free(leaf);
}

static bool
is_true(const char *value)
{
	return g_strcmp0(value, "1") == 0 || g_strcmp0(value, "true") == 0;
}

/* A sheet without state is visible; else it says "hidden" or "veryHidden" (18.18.68). */
static void
leaf_take(struct leaves *leaves, const struct xml_tag *tag)
{
	const char *state = xml_attribute(tag, XML_NONE, "state");
	const char *name = xml_attribute(tag, XML_NONE, "name");
	const char *relation = xml_attribute(tag, XML_RELATION, "id");
	if ((state != NULL && strcmp(state, "visible") != 0) || name == NULL || relation == NULL ||
	    leaves->visible->len >= SPREADSHEET_MEMBERS_MAX)
		return;
	struct leaf *leaf = g_new(struct leaf, 1);
	*leaf = (struct leaf){g_strdup(name), g_strdup(relation)};
	g_ptr_array_add(leaves->visible, leaf);
}

static bool
workbook_open(gpointer user, const struct xml_tag *tag, GError **error)
{
	(void)error;
	struct leaves *leaves = user;
	if (xml_is(tag, XML_SHEET, "workbookPr"))
		leaves->book->dates_1904 = is_true(xml_attribute(tag, XML_NONE, "date1904"));
	else if (xml_is(tag, XML_SHEET, "sheet"))
		leaf_take(leaves, tag);
	return true;
}

static bool
shared_parts_read(struct book *book, const GPtrArray *relations, GError **error)
{
	const struct relation *styles = package_of_type(relations, "styles");
	const struct relation *strings = package_of_type(relations, "sharedStrings");
	return (styles == NULL || styles_read(book, styles->target, error)) &&
	       (strings == NULL || strings_read(book, strings->target, error));
}

/* Sheets of charts and macros are no tables. */
static const char *
leaf_part(const GPtrArray *relations, const struct leaf *leaf)
{
	const struct relation *relation = package_of_id(relations, leaf->relation);
	return relation != NULL && strcmp(relation->type, "worksheet") == 0 ? relation->target
									    : NULL;
}

static bool
leaf_read(struct book *book, const struct leaf *leaf, const char *part, GError **error)
{
	Table *table = book->gather.rows.table;
	if (table->sheet == NULL) {
		if (!sheet_part_read(book, part, error))
			return false;
		if (gather_has_head(&book->gather))
			table->sheet = g_strdup(leaf->name);
		return true;
	}
	bool filled = false;
	bool done = sheet_part_peek(book, part, &filled, error);
	table->more_sheets += filled;
	return done;
}

static bool
book_read(struct book *book, const char *workbook, GPtrArray *visible, GError **error)
{
	static const struct xml_reader reader = {.open = workbook_open};
	struct leaves leaves = {.book = book, .visible = visible};
	g_autoptr(GPtrArray) relations = package_relations(book->archive, workbook, error);
	bool done = relations != NULL &&
		    archive_xml(book->archive, workbook, &reader, &leaves, error) &&
		    shared_parts_read(book, relations, error);
	for (guint i = 0; done && i < visible->len; i++) {
		const struct leaf *leaf = g_ptr_array_index(visible, i);
		const char *part = leaf_part(relations, leaf);
		done = part == NULL || leaf_read(book, leaf, part, error);
	}
	return done;
}

Table *
xlsx_read(Archive *archive, const char *workbook, GError **error)
{
	struct book book = {.archive = archive};
	g_autoptr(GPtrArray) visible = g_ptr_array_new_with_free_func((GDestroyNotify)leaf_free);
	book.strings = g_ptr_array_new();
	book.looks = g_array_new(FALSE, FALSE, sizeof(struct look));
	gather_open(&book.gather);
	book.gather.rows.table->encoding = "XLSX";
	bool done = book_read(&book, workbook, visible, error);
	g_ptr_array_unref(book.strings);
	g_array_unref(book.looks);
	return gather_close(&book.gather, done, error);
}
