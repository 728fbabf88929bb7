/* The floor of a list as workbook: workbook_floor ROWS PATH.
 *
 * A bare loop over libxlsxwriter, in constant memory, that writes the cells of workbook_list with
 * the same formats, and does nothing else: no cleaning, no cutting, what is a number, a day or a
 * time known beforehand, nothing read back.
 */
#include <stdlib.h>
#include <xlsxwriter.h>

#include "base/date.h"
#include "workbook_cells.h"

struct formats {
	lxw_format *heading, *text, *day, *time, *instant;
};

static lxw_format *
format(lxw_workbook *book, const char *code)
{
	lxw_format *made = workbook_add_format(book);
	format_set_num_format(made, code);
	format_set_align(made, LXW_ALIGN_LEFT);
	return made;
}

static struct formats
formats_make(lxw_workbook *book)
{
	struct formats formats = {.heading = workbook_add_format(book),
				  .text = format(book, "@"),
				  .day = format(book, "dd/mm/yyyy"),
				  .time = format(book, "hh:mm"),
				  .instant = format(book, "dd/mm/yyyy hh:mm")};
	format_set_num_format(formats.heading, "@");
	format_set_bold(formats.heading);
	format_set_bottom(formats.heading, LXW_BORDER_THIN);
	return formats;
}

static void
sheet_arrange(lxw_worksheet *sheet, const struct formats *formats, guint rows)
{
	worksheet_freeze_panes(sheet, 1, 0);
	worksheet_repeat_rows(sheet, 0, 0);
	worksheet_set_landscape(sheet);
	worksheet_set_paper(sheet, 9);
	worksheet_fit_to_pages(sheet, 1, 0);
	worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
	worksheet_autofilter(sheet, 0, 0, rows, WORKBOOK_COLUMNS - 1);
	for (lxw_col_t i = 0; i < WORKBOOK_COLUMNS; i++) {
		lxw_format *column = i == 0    ? NULL
				     : i == 8  ? formats->instant
				     : i == 9  ? formats->day
				     : i == 10 ? formats->time
					       : formats->text;
		worksheet_set_column(sheet, i, i, workbook_widths[i], column);
	}
}

static void
row_write(lxw_worksheet *sheet, const struct formats *formats, guint i)
{
	struct workbook_line line;
	workbook_line(i, &line);
	const char *const texts[] = {line.person.last_name,
				     line.person.first_name,
				     line.person.function,
				     line.person.organisation,
				     line.person.department,
				     line.email,
				     line.phone};
	int instant_day = date_number(line.instant_day), day = date_number(line.day);
	worksheet_write_number(sheet, i + 1, 0, i + 1, NULL);
	for (lxw_col_t column = 0; column < G_N_ELEMENTS(texts); column++)
		worksheet_write_string(sheet, i + 1, column + 1, texts[column], formats->text);
	worksheet_write_number(sheet, i + 1, 8, instant_day + 25569 + i * 7 % 1440 / 1440.0,
			       formats->instant);
	worksheet_write_number(sheet, i + 1, 9, day + 25569, formats->day);
	worksheet_write_number(sheet, i + 1, 10, (i % 24 * 60 + i % 60) / 1440.0, formats->time);
	worksheet_write_string(sheet, i + 1, 11, line.status, formats->text);
	workbook_line_clear(&line);
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return EXIT_FAILURE;
	guint rows = (guint)g_ascii_strtoull(argv[1], NULL, 10);
	lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = NULL};
	lxw_workbook *book = workbook_new_opt(argv[2], &options);
	lxw_worksheet *sheet = workbook_add_worksheet(book, "Personnes");
	struct formats formats = formats_make(book);
	sheet_arrange(sheet, &formats, rows);
	for (lxw_col_t i = 0; i < WORKBOOK_COLUMNS; i++)
		worksheet_write_string(sheet, 0, i, workbook_headings[i], formats.heading);
	for (guint i = 0; i < rows; i++)
		row_write(sheet, &formats, i);
	return workbook_close(book) == LXW_NO_ERROR ? EXIT_SUCCESS : EXIT_FAILURE;
}
