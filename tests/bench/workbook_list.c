/* A list as the program writes it: workbook_list ROWS PATH. Compare with workbook_floor. */
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "exchange/table.h"
#include "workbook_cells.h"

static const enum workbook_kind kinds[WORKBOOK_COLUMNS] =
	{[0] = WORKBOOK_NUMBER, [8] = WORKBOOK_INSTANT, [9] = WORKBOOK_DATE, [10] = WORKBOOK_TIME};

static bool
rows_write(Workbook *book, guint rows, GError **error)
{
	bool done = true;
	for (guint i = 0; done && i < rows; i++) {
		struct workbook_line line;
		workbook_line(i, &line);
		const char *cells[WORKBOOK_COLUMNS] = {line.number,
						       line.person.last_name,
						       line.person.first_name,
						       line.person.function,
						       line.person.organisation,
						       line.person.department,
						       line.email,
						       line.phone,
						       line.instant,
						       line.day,
						       line.time,
						       line.status};
		done = exchange_module()->workbook_row(book, cells, error);
		workbook_line_clear(&line);
	}
	return done;
}

static bool
list_write(guint rows, const char *path, GError **error)
{
	const struct workbook_about about = {.title = "Personnes",
					     .author = "Ateliers",
					     .created_at = "2026-11-23T08:30:00Z"};
	struct workbook_column columns[WORKBOOK_COLUMNS];
	for (guint i = 0; i < WORKBOOK_COLUMNS; i++)
		columns[i] = (struct workbook_column){workbook_headings[i], kinds[i],
						      (guint)workbook_widths[i]};
	Workbook *book = exchange_module()->workbook_open(path, &about, error);
	if (book == NULL)
		return false;
	if (exchange_module()->workbook_sheet(book, "Personnes", columns, WORKBOOK_COLUMNS,
					      error) &&
	    rows_write(book, rows, error))
		return exchange_module()->workbook_close(book, error);
	exchange_module()->workbook_abandon(book);
	return false;
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return EXIT_FAILURE;
	i18n_set_language("fr");
	g_autoptr(GError) error = NULL;
	guint rows = (guint)g_ascii_strtoull(argv[1], NULL, 10);
	if (list_write(rows, argv[2], &error))
		return EXIT_SUCCESS;
	fprintf(stderr, "%s\n", error->message);
	return EXIT_FAILURE;
}
