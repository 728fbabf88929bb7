#include "exchange/workbook_write.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/workbook_private.h"

/* Rows that have a say in how wide a column is, and how wide it may become by itself. */
#define MEASURED_ROWS 1000u
#define WIDTH_MAX     60
#define FILTER_WIDTH  3 /* the button of the filter, in the heading */

/* A sheet is hardly packed to less than its twentieth; the other parts together have some bytes. */
#define PACKED 20
#define PARTS  (16 * 1024)

#define PROPERTY_LETTERS 255 /* what Excel allows a title or an author */
#define A4               9

/* 1980-01-01, as the parts in the file are dated. */
#define NO_INSTANT 315532800

/* ---- the library's own words -------------------------------------------------------------------
 */

/* It prints its troubles in English, over whatever the terminal shows. */
static int
silence_begin(void)
{
	fflush(stderr);
	int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (kept >= 0 && nothing >= 0)
		dup2(nothing, STDERR_FILENO);
	if (nothing >= 0)
		close(nothing);
	return kept;
}

static void
silence_end(int kept)
{
	int trouble = errno;
	fflush(stderr);
	if (kept >= 0) {
		dup2(kept, STDERR_FILENO);
		close(kept);
	}
	errno = trouble;
}

/* The library may lose the errno of what failed: then the disk is asked. */
static int
reason_of(const Workbook *book, int trouble)
{
	struct statvfs disk;
	if (trouble != 0)
		return trouble;
	return fstatvfs(book->file, &disk) == 0 && disk.f_bavail == 0 ? ENOSPC : EIO;
}

static bool
refuse(Workbook *book, int trouble, GError **error)
{
	if (book->trouble == 0)
		book->trouble = reason_of(book, trouble);
	return output_fail(book->path, book->trouble, error);
}

/* ---- opening ------------------------------------------------------------------------------------
 */

static void
formats_make(Workbook *book)
{
	bool french = strcmp(i18n_language(), "fr") == 0;
	const char *const shown[WORKBOOK_KINDS] = {
		[WORKBOOK_TEXT] = "@",
		[WORKBOOK_DATE] = french ? "dd/mm/yyyy" : "yyyy-mm-dd",
		[WORKBOOK_TIME] = "hh:mm",
		[WORKBOOK_INSTANT] = french ? "dd/mm/yyyy hh:mm" : "yyyy-mm-dd hh:mm",
	};
	book->heading = workbook_add_format(book->library);
	format_set_bold(book->heading);
	format_set_bottom(book->heading, LXW_BORDER_THIN);
	format_set_num_format(book->heading, "@");
	for (int kind = 0; kind < WORKBOOK_KINDS; kind++) {
		if (shown[kind] == NULL)
			continue;
		book->formats[kind] = workbook_add_format(book->library);
		format_set_num_format(book->formats[kind], shown[kind]);
		format_set_align(book->formats[kind], LXW_ALIGN_LEFT); /* as its heading */
	}
}

static char *
property_text(const char *text)
{
	g_autofree char *clean = text_for_file(text, false);
	return workbook_cut(clean, PROPERTY_LETTERS);
}

static time_t
instant_seconds(const char *instant)
{
	g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
	g_autoptr(GDateTime) time =
		instant != NULL ? g_date_time_new_from_iso8601(instant, utc) : NULL;
	return time != NULL ? (time_t)g_date_time_to_unix(time) : NO_INSTANT;
}

static void
properties_set(Workbook *book, const struct workbook_about *about)
{
	g_autofree char *title = property_text(about->title);
	g_autofree char *author = property_text(about->author);
	lxw_doc_properties properties = {.title = *title != '\0' ? title : NULL,
					 .author = *author != '\0' ? author : NULL,
					 .created = instant_seconds(about->created_at)};
	workbook_set_properties(book->library, &properties);
}

/* The library is given the open file, not its name: in a folder of several people somebody may put
 * a link there meanwhile. Its temporary files go beside it, on the disk that the list is meant for:
 * they lose their names at once, and hold names of people. */
static bool
library_open(Workbook *book, const char *temporary)
{
	g_autofree char *folder = g_path_get_dirname(temporary);
	book->file = open(temporary, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
	if (book->file < 0)
		return false;
	book->name = g_strdup_printf("/proc/self/fd/%d", book->file);
	lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = folder};
	book->library = workbook_new_opt(book->name, &options);
	return book->library != NULL;
}

/* It leaves the temporary files of a workbook that it does not finish open, and with them the room
 * that they take. */
static void
library_forget(lxw_workbook *library)
{
	for (lxw_worksheet *sheet = STAILQ_FIRST(library->worksheets); sheet != NULL;
	     sheet = STAILQ_NEXT(sheet, list_pointers))
		fclose(sheet->optimize_tmpfile);
	lxw_workbook_free(library);
}

static void
book_free(Workbook *book)
{
	if (book->library != NULL)
		library_forget(book->library);
	if (book->file >= 0)
		close(book->file);
	output_abandon(book->output);
	g_hash_table_destroy(book->names);
	g_array_unref(book->sizes);
	g_free(book->kinds);
	g_free(book->widths);
	g_free(book->free);
	g_free(book->path);
	g_free(book->zone);
	g_free(book->name);
	g_free(book);
}

static Workbook *
book_new(const char *path, const char *zone)
{
	Workbook *book = g_new0(Workbook, 1);
	book->path = g_strdup(path);
	book->zone = g_strdup(zone);
	book->file = -1;
	book->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	book->sizes = g_array_new(FALSE, FALSE, sizeof(gint64));
	return book;
}

Workbook *
workbook_write_open(const char *path, const struct workbook_about *about, GError **error)
{
	g_autoptr(Output) output = output_open(path, error);
	const char *temporary = output != NULL ? output_temporary(output) : NULL;
	if (output == NULL)
		return NULL;
	if (temporary == NULL) {
		fail(error, ERROR_INVALID,
		     _("a workbook cannot be written to standard output: give the name of a file"));
		return NULL;
	}
	Workbook *book = book_new(about->called != NULL ? about->called : path, about->zone);
	book->output = g_steal_pointer(&output);
	if (!library_open(book, temporary)) {
		refuse(book, errno, error);
		book_free(book);
		return NULL;
	}
	formats_make(book);
	properties_set(book, about);
	return book;
}

/* ---- sheets ------------------------------------------------------------------------------------
 */

/* The last row is still with the library until it is told, and the bytes of all with the C library
 * until they are asked for. */
static bool
rows_flush(Workbook *book)
{
	FILE *rows = book->sheet->optimize_tmpfile;
	lxw_worksheet_write_single_row(book->sheet);
	if (fflush(rows) != 0 || ferror(rows))
		return false;
	gint64 size = ftello(rows);
	g_array_append_val(book->sizes, size);
	return size >= 0;
}

static void
columns_set(const Workbook *book)
{
	for (guint i = 0; i < book->n_columns; i++)
		worksheet_set_column(book->sheet, (lxw_col_t)i, (lxw_col_t)i, book->widths[i],
				     book->formats[book->kinds[i]]);
}

static bool
sheet_end(Workbook *book)
{
	if (book->sheet == NULL)
		return true;
	worksheet_autofilter(book->sheet, 0, 0, book->n_rows - 1, (lxw_col_t)(book->n_columns - 1));
	columns_set(book);
	bool done = rows_flush(book);
	book->sheet = NULL;
	return done;
}

/* How a sheet is looked at and printed: across, as wide as the paper, with its heading on each
 * page. */
static void
sheet_arrange(lxw_worksheet *sheet)
{
	worksheet_freeze_panes(sheet, 1, 0);
	worksheet_repeat_rows(sheet, 0, 0);
	worksheet_set_landscape(sheet);
	worksheet_set_paper(sheet, A4);
	worksheet_fit_to_pages(sheet, 1, 0);
	worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

static guint
width_of_kind(enum workbook_kind kind)
{
	static const guint widths[WORKBOOK_KINDS] =
		{[WORKBOOK_DATE] = 11, [WORKBOOK_TIME] = 6, [WORKBOOK_INSTANT] = 16};
	return widths[kind];
}

static void
columns_take(Workbook *book, const struct workbook_column *columns, guint n)
{
	book->n_columns = n;
	book->kinds = g_renew(enum workbook_kind, book->kinds, n);
	book->widths = g_renew(guint, book->widths, n);
	book->free = g_renew(bool, book->free, n);
	for (guint i = 0; i < n; i++) {
		book->kinds[i] = columns[i].kind;
		book->free[i] = columns[i].width == 0;
		book->widths[i] = book->free[i] ? width_of_kind(columns[i].kind) : columns[i].width;
	}
}

/* Without looking at anything but its first line: lines below each other are rare in a list. */
static void
measure(Workbook *book, guint column, const char *text, guint more)
{
	if (!book->free[column] || book->n_rows > MEASURED_ROWS)
		return;
	guint width = (guint)MIN(text_width(text), WIDTH_MAX) + more;
	book->widths[column] = MAX(book->widths[column], width);
}

static void
heading_write(Workbook *book, const struct workbook_column *columns)
{
	for (guint i = 0; i < book->n_columns; i++) {
		g_autofree char *heading = workbook_text(columns[i].heading);
		worksheet_write_string(book->sheet, 0, (lxw_col_t)i, heading, book->heading);
		measure(book, i, heading, FILTER_WIDTH);
	}
	book->n_rows = 1;
}

bool
workbook_write_sheet(Workbook *book, const char *name, const struct workbook_column *columns,
		     guint n, GError **error)
{
	g_assert(n > 0 && n <= WORKBOOK_COLUMNS_MAX);
	if (book->trouble != 0 || !sheet_end(book))
		return refuse(book, errno, error);
	g_autofree char *given = workbook_sheet_name(book->names, name);
	int kept = silence_begin();
	book->sheet = workbook_add_worksheet(book->library, given);
	silence_end(kept);
	if (book->sheet == NULL)
		return refuse(book, errno, error);
	book->n_rows = 0;
	sheet_arrange(book->sheet);
	columns_take(book, columns, n);
	heading_write(book, columns);
	return true;
}

/* ---- rows --------------------------------------------------------------------------------------
 */

bool
workbook_write_row(Workbook *book, const char *const *cells, GError **error)
{
	g_assert(book->sheet != NULL);
	if (book->trouble != 0)
		return refuse(book, book->trouble, error);
	if (book->n_rows >= WORKBOOK_ROWS_MAX)
		return fail(error, ERROR_INVALID,
			    _("a sheet of Excel holds %u rows at most: choose fewer, or write CSV"),
			    WORKBOOK_ROWS_MAX - 1);
	errno = 0;
	for (guint i = 0; i < book->n_columns; i++) {
		if (cells[i] == NULL)
			continue;
		workbook_cell(book, i, cells[i]);
		if (book->kinds[i] <= WORKBOOK_NUMBER)
			measure(book, i, cells[i], 0);
	}
	book->n_rows++;
	return !ferror(book->sheet->optimize_tmpfile) || refuse(book, errno, error);
}

/* ---- ending ------------------------------------------------------------------------------------
 */

/* The library writes the rows once more, and then the file, of which it keeps what it could not
 * finish open: what there is no room for is better not begun. */
static bool
has_room(const Workbook *book)
{
	struct statvfs disk;
	gint64 most = 0;
	for (guint i = 0; i < book->sizes->len; i++)
		most = MAX(most, g_array_index(book->sizes, gint64, i));
	if (fstatvfs(book->file, &disk) != 0 || disk.f_blocks == 0)
		return true; /* it does not say */
	return (guint64)disk.f_bavail * disk.f_frsize >= (guint64)(most + most / PACKED + PARTS);
}

/* 0 or the errno of what failed. When the library saw nothing and something is missing, it was the
 * room for a temporary file. */
static int
library_close(Workbook *book)
{
	int kept = silence_begin();
	errno = 0;
	lxw_error failed = workbook_close(book->library);
	book->library = NULL;
	silence_end(kept);
	if (failed != LXW_NO_ERROR)
		return reason_of(book, errno);
	return workbook_is_whole(book->name, book->sizes) ? 0 : ENOSPC;
}

static int
finish(Workbook *book)
{
	errno = 0;
	if (book->trouble != 0)
		return book->trouble;
	if (!sheet_end(book))
		return reason_of(book, errno);
	return has_room(book) ? library_close(book) : ENOSPC;
}

bool
workbook_write_close(Workbook *book, GError **error)
{
	int trouble = finish(book);
	bool done = trouble == 0 ? output_commit(g_steal_pointer(&book->output), error)
				 : refuse(book, trouble, error);
	book_free(book);
	return done;
}

void
workbook_write_abandon(Workbook *book)
{
	if (book != NULL)
		book_free(book);
}
