/* Writings as one HTML file, for a site or a mail. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "paper/writers.h"

/* Contrast 4.5:1 and more (WCAG 2.1, 1.4.3); on paper, no row is parted by a page. */
static const char looks[] =
	"body{font:1rem/1.5 'DejaVu Sans',Verdana,Arial,sans-serif;color:#1a1a1a;background:#fff;"
	"max-width:52rem;margin:0 auto;padding:1.5rem}\n"
	"header{display:flex;gap:1rem;align-items:center;border-bottom:2px solid #1a1a1a;"
	"padding-bottom:.75rem}\n"
	"header img{max-height:4rem;max-width:12rem}\nheader p{margin:0}\n"
	".centre,.document{font-weight:bold}\n.document{letter-spacing:.05em;margin:1.5rem 0 0}\n"
	"h1{font-size:1.7rem;line-height:1.2;margin:.25rem 0 .75rem}\nh2{font-size:1.25rem}\n"
	"h3{font-size:1.05rem}\n.facts p{margin:.15rem 0}\n"
	"dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.25rem 1rem}\n"
	"dt{font-weight:bold}\ndd{margin:0}\n"
	"table{border-collapse:collapse;width:100%;margin:1rem 0}\n"
	"th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}\n"
	".schedule th{white-space:nowrap;width:1%}\nthead "
	"th{background:#eee}\n.end{text-align:right}\n.middle{text-align:center}\n"
	".bar{background:#767676;height:.8rem;display:block}\n.small,footer{font-size:.85rem}\n"
	".large{font-size:1.5rem;text-align:center}\n.centred{text-align:center}\n"
	".strong{font-weight:bold}\n.aside{margin-left:52%}\n"
	".pictures{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:center;margin:1.5rem 0}\n"
	".pictures img{max-height:4rem;max-width:12rem}\n"
	"footer{border-top:1px solid #767676;margin-top:2rem}\n"
	"@media (max-width:40rem){dl{display:block}dd{margin-bottom:.5rem}"
	"table.schedule,.schedule tbody,.schedule tr,.schedule th,.schedule td{display:block}}\n"
	"@media print{body{max-width:none;padding:0;font-size:10pt}tr,dd,li{break-inside:avoid}"
	"h2,h3{break-after:avoid}}\n"
	"@page{size:A4;margin:15mm}\n";

/* ---- text ---------------------------------------------------------------------------------------
 */

static void
append_escaped(GString *out, const char *text)
{
	g_autofree char *escaped = g_markup_escape_text(text != NULL ? text : "", -1);
	g_auto(GStrv) lines = g_strsplit(escaped, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++)
		g_string_append_printf(out, "%s%s", i > 0 ? "<br>" : "", lines[i]);
}

/* True of a text that is nothing but an address of the web. */
static bool
is_address(const char *text)
{
	return (g_str_has_prefix(text, "https://") || g_str_has_prefix(text, "http://")) &&
	       strpbrk(text, " \n\"'<>\\") == NULL;
}

static void
append_linked(GString *out, const char *text)
{
	if (!is_address(text)) {
		append_escaped(out, text);
		return;
	}
	g_string_append(out, "<a rel=\"noopener noreferrer\" href=\"");
	append_escaped(out, text);
	g_string_append(out, "\">");
	append_escaped(out, text);
	g_string_append(out, "</a>");
}

/* An element that holds text of people, which may run from right to left. */
static void
append_element(GString *out, const char *name, const char *class, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	g_string_append_printf(out, "<%s dir=\"auto\"", name);
	if (class != NULL)
		g_string_append_printf(out, " class=\"%s\"", class);
	g_string_append_c(out, '>');
	append_escaped(out, text);
	g_string_append_printf(out, "</%s>\n", name);
}

static void
append_picture(GString *out, const char *name, const char *bytes, gsize size)
{
	g_autofree char *base64 = g_base64_encode((const guchar *)bytes, size);
	g_string_append(out, "<img alt=\"");
	append_escaped(out, name);
	g_string_append_printf(out, "\" src=\"data:image/png;base64,%s\">\n", base64);
}

/* ---- tables -------------------------------------------------------------------------------------
 */

static const char *
align_class(enum writing_align align)
{
	static const char *const classes[] =
		{[WRITING_START] = NULL, [WRITING_END] = "end", [WRITING_MIDDLE] = "middle"};
	return classes[align];
}

static void
append_bar(GString *out, int bar)
{
	g_string_append_printf(out, "<span class=\"bar\" style=\"width:%d.%d%%\"></span>", bar / 10,
			       bar % 10);
}

/* The first cell of a row is the heading of the others. */
static void
append_cell(GString *out, const struct writing_cell *cell, enum writing_align align, bool first)
{
	const char *class = align_class(align);
	g_string_append_printf(out, "<%s dir=\"auto\"", first ? "th scope=\"row\"" : "td");
	if (cell->span > 1)
		g_string_append_printf(out, " colspan=\"%u\"", cell->span);
	if (class != NULL)
		g_string_append_printf(out, " class=\"%s\"", class);
	g_string_append_c(out, '>');
	if (cell->bar >= 0)
		append_bar(out, cell->bar);
	if (cell->head != NULL) {
		g_string_append(out, "<strong>");
		append_escaped(out, cell->head);
		g_string_append(out, cell->text != NULL ? "</strong><br>" : "</strong>");
	}
	append_escaped(out, cell->text);
	g_string_append(out, first ? "</th>" : "</td>");
}

static void
append_heads(GString *out, const struct writing_table *table)
{
	bool any = false;
	for (guint i = 0; i < table->n_columns; i++)
		any = any || table->columns[i].head != NULL;
	if (!any)
		return;
	g_string_append(out, "<thead><tr>");
	for (guint i = 0; i < table->n_columns; i++) {
		const char *class = align_class(table->columns[i].align);
		g_string_append_printf(out, "<th scope=\"col\"%s%s%s>",
				       class != NULL ? " class=\"" : "", class != NULL ? class : "",
				       class != NULL ? "\"" : "");
		append_escaped(out, table->columns[i].head);
		g_string_append(out, "</th>");
	}
	g_string_append(out, "</tr></thead>\n");
}

static void
table_append(GString *out, const struct writing_table *table)
{
	g_string_append(out, table->schedule ? "<table class=\"schedule\">\n" : "<table>\n");
	append_heads(out, table);
	g_string_append(out, "<tbody>\n");
	for (guint i = 0; i < table->rows->len; i++) {
		const GArray *row = table->rows->pdata[i];
		guint column = 0;
		g_string_append(out, "<tr>");
		for (guint j = 0; j < row->len; j++) {
			const struct writing_cell *cell =
				&g_array_index(row, struct writing_cell, j);
			append_cell(out, cell, table->columns[column].align, j == 0);
			column += MAX(cell->span, 1);
		}
		g_string_append(out, "</tr>\n");
	}
	g_string_append(out, "</tbody>\n</table>\n");
}

/* ---- blocks -------------------------------------------------------------------------------------
 */

static void
fact_append(GString *out, const struct writing_block *block)
{
	append_element(out, "dt", NULL, block->label != NULL ? block->label : " ");
	g_string_append(out, "<dd dir=\"auto\">");
	append_linked(out, block->text);
	g_string_append(out, "</dd>\n");
}

static void
pictures_append(GString *out, const GArray *pictures)
{
	g_string_append(out, "<div class=\"pictures\">\n");
	for (guint i = 0; i < pictures->len; i++) {
		const struct writing_picture *picture =
			&g_array_index(pictures, struct writing_picture, i);
		append_picture(out, picture->name, picture->bytes, picture->size);
	}
	g_string_append(out, "</div>\n");
}

static void
block_append(GString *out, const struct writing_block *block)
{
	static const char *const classes[WRITING_STYLES] = {[WRITING_STRONG] = "strong",
							    [WRITING_SMALL] = "small",
							    [WRITING_LARGE] = "large",
							    [WRITING_CENTRED] = "centred",
							    [WRITING_ASIDE] = "aside"};
	switch (block->kind) {
	case WRITING_HEADING:
		append_element(out, block->level == 1 ? "h2" : "h3", NULL, block->text);
		break;
	case WRITING_TEXT:
		append_element(out, "p", classes[block->style], block->text);
		break;
	case WRITING_FACT:
		fact_append(out, block);
		break;
	case WRITING_ITEM:
		append_element(out, "li", NULL, block->text);
		break;
	case WRITING_TABLE:
		table_append(out, block->table);
		break;
	case WRITING_PICTURES:
		pictures_append(out, block->pictures);
		break;
	case WRITING_ROOM:
		g_string_append_printf(out, "<div style=\"height:%dmm\"></div>\n",
				       (int)block->room);
		break;
	}
}

/* The list around blocks that follow each other, or NULL. */
static const char *
block_list(const struct writing_block *block)
{
	return block->kind == WRITING_FACT ? "dl" : block->kind == WRITING_ITEM ? "ul" : NULL;
}

static void
blocks_append(GString *out, const GPtrArray *blocks)
{
	const char *open = NULL;
	for (guint i = 0; i < blocks->len; i++) {
		const struct writing_block *block = blocks->pdata[i];
		const char *list = block_list(block);
		if (list != open && open != NULL)
			g_string_append_printf(out, "</%s>\n", open);
		if (list != open && list != NULL)
			g_string_append_printf(out, "<%s>\n", list);
		open = list;
		block_append(out, block);
	}
	if (open != NULL)
		g_string_append_printf(out, "</%s>\n", open);
}

/* ---- the page -----------------------------------------------------------------------------------
 */

static void
append_cleaned(GString *out, const char *name, const char *class, const char *text)
{
	g_autofree char *clean = text_for_file(text, true);
	append_element(out, name, class, clean);
}

static void
head_append(GString *out, const struct written *paper)
{
	const Writing *writing = paper->writing;
	g_autofree char *title =
		wording_join((const char *[]){writing->document, writing->title}, 2);
	g_string_append_printf(out,
			       "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
			       "<meta charset=\"utf-8\">\n"
			       "<meta name=\"viewport\" content=\"width=device-width, "
			       "initial-scale=1\">\n"
			       "<meta http-equiv=\"Content-Security-Policy\" content=\""
			       "default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
			       "<title>",
			       i18n_language());
	append_escaped(out, title);
	g_string_append_printf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<header>\n",
			       looks);
	if (paper->letterhead.logo != NULL)
		append_picture(out, "", paper->letterhead.logo, paper->letterhead.logo_size);
	g_string_append(out, "<div>\n");
	append_cleaned(out, "p", "centre", paper->letterhead.centre);
	append_cleaned(out, "p", NULL, paper->letterhead.address);
	g_string_append(out, "</div>\n</header>\n<main>\n");
}

static void
title_append(GString *out, const Writing *writing)
{
	append_element(out, writing->title != NULL ? "p" : "h1", "document", writing->document);
	append_element(out, "h1", NULL, writing->title);
	g_string_append(out, "<div class=\"facts\">\n");
	for (guint i = 0; i < writing->facts->len; i++)
		append_element(out, "p", NULL, writing->facts->pdata[i]);
	g_string_append(out, "</div>\n");
}

static void
foot_append(GString *out, const struct written *paper)
{
	g_autofree char *reference = wording_reference(&paper->reference);
	g_string_append(out, "</main>\n<footer>\n");
	append_element(out, "p", NULL, paper->writing->notice);
	append_cleaned(out, "p", NULL, paper->letterhead.funders_mention);
	append_cleaned(out, "p", NULL, reference);
	g_string_append(out, "</footer>\n</body>\n</html>\n");
}

bool
html_write(const struct written *paper, Output *output, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	head_append(out, paper);
	title_append(out, paper->writing);
	blocks_append(out, paper->writing->blocks);
	foot_append(out, paper);
	return output_write(output, out->str, out->len, error);
}
