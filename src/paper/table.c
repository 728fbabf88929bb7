/* Lists for people's spreadsheets: semicolons, byte order mark, headings in words. */
#include "app/modules.h"
#include "paper/paper.h"

static const struct table_style people_style = {.separator = ';', .bom = true, .neutralise = true};

static bool
file_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	return output_write(user, bytes, size, error);
}

bool
paper_write_row(Output *output, const char *const *cells, guint n, bool first, GError **error)
{
	const struct exchange_module *exchange = module_exchange(error);
	return exchange != NULL &&
	       exchange->write_row(cells, n, &people_style, first, file_sink, output, error);
}
