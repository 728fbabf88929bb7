#include "print/amendment.h"

#include <glib.h>
#include <string.h>

#define TAIL_SIZE   512  /* holds trailer, startxref and their numbers */
#define OBJECT_SIZE 8192 /* the properties are bounded by paper.c */
#define ENTRY_SIZE  20   /* of a cross-reference table, by the standard */

/* Where things are in the file that cairo wrote. */
struct landmarks {
	long table; /* cross-reference table */
	long size;  /* its entries */
	long root;  /* number of the catalogue */
	long info;  /* number of the properties */
};

static bool
read_at(FILE *file, long offset, char *bytes, gsize size)
{
	if (fseek(file, offset, SEEK_SET) != 0)
		return false;
	bytes[fread(bytes, 1, size - 1, file)] = '\0';
	return ferror(file) == 0;
}

static long
file_end(FILE *file)
{
	return fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
}

/* The number after the last KEY, or 0. */
static long
number_after(const char *text, const char *key)
{
	const char *found = g_strrstr(text, key);
	gint64 number = found != NULL ? g_ascii_strtoll(found + strlen(key), NULL, 10) : 0;
	return number > 0 && number < G_MAXINT32 ? (long)number : 0;
}

static bool
landmarks_read(FILE *file, struct landmarks *at)
{
	char tail[TAIL_SIZE + 1];
	long end = file_end(file);
	if (end < 0 || !read_at(file, MAX(end - TAIL_SIZE, 0), tail, sizeof tail))
		return false;
	at->table = number_after(tail, "startxref");
	at->size = number_after(tail, "/Size");
	at->root = number_after(tail, "/Root");
	at->info = number_after(tail, "/Info");
	return true;
}

/* The inside of the dictionary that is object NUMBER, or NULL in *DICTIONARY. Caller frees. */
static bool
object_read(FILE *file, const struct landmarks *at, long number, char **dictionary)
{
	char head[64], entry[ENTRY_SIZE + 1], object[OBJECT_SIZE];
	g_autofree char *expected = g_strdup_printf("xref\n0 %ld\n", at->size);
	*dictionary = NULL;
	if (!read_at(file, at->table, head, sizeof head))
		return false;
	if (!g_str_has_prefix(head, expected) || number <= 0 || number >= at->size)
		return true;
	long place = at->table + (long)strlen(expected) + number * ENTRY_SIZE;
	if (!read_at(file, place, entry, sizeof entry) ||
	    !read_at(file, (long)g_ascii_strtoll(entry, NULL, 10), object, sizeof object))
		return false;
	g_autofree char *begin = g_strdup_printf("%ld 0 obj\n<<", number);
	const char *end = strstr(object, "\n>>\nendobj\n");
	if (g_str_has_prefix(object, begin) && end != NULL)
		*dictionary =
			g_strndup(object + strlen(begin), (gsize)(end - object) - strlen(begin));
	return true;
}

/* Write object NUMBER at the end of FILE; the place is returned, or -1. */
static long
object_write(FILE *file, long number, const char *more, const char *dictionary)
{
	long place = file_end(file);
	if (place < 0)
		return -1;
	return fprintf(file, "%ld 0 obj\n<<%s%s\n>>\nendobj\n", number, more, dictionary) > 0
		       ? place
		       : -1;
}

static long
catalogue_write(FILE *file, long number, const char *dictionary, const char *language)
{
	bool marked = strstr(dictionary, "/MarkInfo") != NULL;
	g_autofree char *more =
		g_strdup_printf(" /Lang (%s)\n  %s /ViewerPreferences << /DisplayDocTitle true "
				">>\n  ",
				language, marked ? "" : " /MarkInfo << /Marked true >>");
	return object_write(file, number, more, dictionary);
}

static long
properties_write(FILE *file, long number, const char *dictionary)
{
	g_autoptr(GString) amended = g_string_new(dictionary);
	if (strstr(dictionary, "/CreationDate (D:") == NULL)
		g_string_replace(amended, "/CreationDate (", "/CreationDate (D:", 1);
	return object_write(file, number, "", amended->str);
}

static bool
grid_write(FILE *file, const struct landmarks *at, long root_place, long info_place)
{
	long place = file_end(file);
	return place >= 0 &&
	       fprintf(file,
		       "xref\n%ld 1\n%010ld 00000 n \n%ld 1\n%010ld 00000 n \n"
		       "trailer\n<< /Size %ld\n   /Root %ld 0 R\n   /Info %ld 0 R\n   /Prev %ld\n"
		       ">>\nstartxref\n%ld\n%%%%EOF\n",
		       at->info, info_place, at->root, root_place, at->size, at->root, at->info,
		       at->table, place) > 0;
}

bool
amendment_write(FILE *file, const char *language)
{
	struct landmarks at;
	g_autofree char *catalogue = NULL, *properties = NULL;
	if (!landmarks_read(file, &at) || !object_read(file, &at, at.root, &catalogue) ||
	    !object_read(file, &at, at.info, &properties))
		return false;
	if (catalogue == NULL || properties == NULL)
		return true;
	long info = properties_write(file, at.info, properties);
	long root = catalogue_write(file, at.root, catalogue, language);
	return info >= 0 && root >= 0 && grid_write(file, &at, root, info);
}
