/* A finished workbook read back before it gets its name.
 *
 * libxlsxwriter 1.1.4 does not look whether its temporary files could be written: on a full disk it
 * leaves out rows, or half a part, and says that all went well. Small parts are parsed; of a sheet,
 * which may have a hundred megabytes, it is seen that its rows are as long as they were when they
 * were written, and that its end is there. */
#include <expat.h>
#include <string.h>
#include <zip.h>

#include "exchange/workbook_private.h"

#define CHUNK (64 * 1024)

#define ROWS_BEGIN "<sheetData>"
#define ROWS_END   "</sheetData>"
#define SHEET_END  "</worksheet>"

/* A text that must stand at a place of a part. */
struct mark {
	const char *text;
	gint64 at;
};

struct part {
	zip_file_t *file;
	gint64 size;
	gint64 offset; /* of the chunk */
	gsize filled;
	bool bad;
	char chunk[CHUNK];
};

/* The next chunk, filled unless the part ends; empty at its end, and when it is damaged. */
static void
part_read(struct part *part)
{
	part->offset += (gint64)part->filled;
	part->filled = 0;
	while (part->filled < CHUNK) {
		zip_int64_t got =
			zip_fread(part->file, part->chunk + part->filled, CHUNK - part->filled);
		part->bad = part->bad || got < 0;
		if (got <= 0)
			return;
		part->filled += (gsize)got;
	}
}

/* False when a letter of MARK would be in the chunk and is another. */
static bool
mark_holds(const struct part *part, const struct mark *mark)
{
	gint64 end = part->offset + (gint64)part->filled;
	for (gsize i = 0; mark->text[i] != '\0'; i++) {
		gint64 at = mark->at + (gint64)i;
		if (at >= part->offset && at < end &&
		    part->chunk[at - part->offset] != mark->text[i])
			return false;
	}
	return true;
}

/* The rest of the part is a document, from the chunk that was read on. */
static bool
part_parses(struct part *part)
{
	XML_Parser parser = XML_ParserCreate(NULL);
	bool good = true;
	while (good && part->filled > 0) {
		good = XML_Parse(parser, part->chunk, (int)part->filled, XML_FALSE) ==
		       XML_STATUS_OK;
		part_read(part);
	}
	good = good && XML_Parse(parser, "", 0, XML_TRUE) == XML_STATUS_OK;
	XML_ParserFree(parser);
	return good;
}

static bool
sheet_is_whole(struct part *part, gint64 rows)
{
	const char *begin = memmem(part->chunk, part->filled, ROWS_BEGIN, strlen(ROWS_BEGIN));
	if (begin == NULL)
		return false;
	gint64 first = begin - part->chunk + (gint64)strlen(ROWS_BEGIN);
	const struct mark marks[] = {{ROWS_END, first + rows},
				     {SHEET_END, part->size - (gint64)strlen(SHEET_END)}};
	bool good = marks[0].at < marks[1].at;
	while (good && part->filled > 0) {
		good = mark_holds(part, &marks[0]) && mark_holds(part, &marks[1]);
		part_read(part);
	}
	return good;
}

/* ROWS: bytes of the rows of a sheet; -1 of another part. */
static bool
part_is_whole(struct part *part, gint64 rows)
{
	part_read(part);
	bool good = rows >= 0 ? sheet_is_whole(part, rows) : part_parses(part);
	return good && !part->bad && part->offset == part->size;
}

/* "xl/worksheets/sheet2.xml": the bytes of the rows of the second sheet; -1 of another part. */
static gint64
rows_of(const char *name, const GArray *sizes)
{
	guint number = 0;
	if (sscanf(name, "xl/worksheets/sheet%u.xml", &number) != 1 || number == 0 ||
	    number > sizes->len)
		return -1;
	return g_array_index(sizes, gint64, number - 1);
}

static bool
member_is_whole(zip_t *zip, zip_uint64_t i, const GArray *sizes)
{
	zip_stat_t status;
	if (zip_stat_index(zip, i, 0, &status) != 0)
		return false;
	g_autofree struct part *part = g_new0(struct part, 1);
	part->size = (gint64)status.size;
	part->file = zip_fopen_index(zip, i, 0);
	bool whole = part->file != NULL && part_is_whole(part, rows_of(status.name, sizes));
	return part->file != NULL && zip_fclose(part->file) == 0 && whole;
}

bool
workbook_is_whole(const char *path, const GArray *sizes)
{
	zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
	if (zip == NULL)
		return false;
	zip_int64_t n = zip_get_num_entries(zip, 0);
	bool whole = n > (zip_int64_t)sizes->len;
	for (zip_int64_t i = 0; whole && i < n; i++)
		whole = member_is_whole(zip, (zip_uint64_t)i, sizes);
	zip_discard(zip);
	return whole;
}
