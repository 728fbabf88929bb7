/* What an OpenDocument text says. */
#include <string.h>

#include "base/i18n.h"
#include "exchange/odt_private.h"

#define NAMESPACES                                                                                 \
	"xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                       \
	"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                         \
	"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                           \
	"xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                         \
	"xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "                        \
	"xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                \
	"xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "                  \
	"xmlns:xlink=\"http://www.w3.org/1999/xlink\" "

#define TABLE_WIDTH    18.0 /* cm, between the margins */
#define PICTURE_WIDTH  4.2
#define PICTURE_HEIGHT 1.3
#define BAR_LETTERS    12 /* of style Bar, in the narrowest column of bars */

/* The table under way has a number, for its styles. */
struct content {
	GString *styles;
	GString *body;
	GArray *pictures;
	guint tables;
};

/* ---- numbers ------------------------------------------------------------------------------------
 */

/* A length, whatever the locale's decimal sign. */
static void
append_length(GString *out, double centimetres)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	g_string_append_printf(out, "%scm",
			       g_ascii_formatd(text, sizeof text, "%.3f", centimetres));
}

/* ---- paragraphs ---------------------------------------------------------------------------------
 */

static void
append_paragraph(GString *out, const char *style, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	g_string_append_printf(out, "<text:p text:style-name=\"%s\">", style);
	odt_append_text(out, text);
	g_string_append(out, "</text:p>");
}

static void
append_bold(GString *out, const char *text)
{
	g_string_append(out, "<text:span text:style-name=\"Bold\">");
	odt_append_text(out, text);
	g_string_append(out, "</text:span>");
}

static void
append_heading(GString *out, int level, const char *text)
{
	g_string_append_printf(out,
			       "<text:h text:style-name=\"Heading_20_%d\" "
			       "text:outline-level=\"%d\">",
			       level, level);
	odt_append_text(out, text);
	g_string_append(out, "</text:h>");
}

static void
append_fact(GString *out, const struct writing_block *block)
{
	g_string_append(out, "<text:p text:style-name=\"Text_20_body\">");
	if (block->label != NULL) {
		g_autofree char *label = g_strdup_printf(_("%s:"), block->label);
		append_bold(out, label);
		g_string_append_c(out, ' ');
	}
	odt_append_text(out, block->text);
	g_string_append(out, "</text:p>");
}

static void
append_item(GString *out, const char *text)
{
	g_string_append(out, "<text:list text:style-name=\"Items\"><text:list-item>");
	append_paragraph(out, "Text_20_body", text);
	g_string_append(out, "</text:list-item></text:list>");
}

/* ---- tables -------------------------------------------------------------------------------------
 */

static void
table_styles(struct content *content, const struct writing_table *table)
{
	guint shares = 0;
	for (guint i = 0; i < table->n_columns; i++)
		shares += table->columns[i].share;
	for (guint i = 0; i < table->n_columns; i++) {
		g_string_append_printf(content->styles,
				       "<style:style style:name=\"T%uC%u\" style:family=\""
				       "table-column\"><style:table-column-properties "
				       "style:column-width=\"",
				       content->tables, i);
		append_length(content->styles, TABLE_WIDTH * table->columns[i].share / shares);
		g_string_append(content->styles, "\"/></style:style>");
	}
	g_string_append_printf(content->styles,
			       "<style:style style:name=\"T%u\" style:family=\"table\">"
			       "<style:table-properties table:border-model=\"collapsing\" "
			       "table:align=\"margins\"/></style:style>",
			       content->tables);
	g_string_append_printf(content->styles,
			       "<style:style style:name=\"T%uR\" style:family=\"table-row\">"
			       "<style:table-row-properties style:min-row-height=\"",
			       content->tables);
	append_length(content->styles, MAX(table->least / 10, 0.5));
	g_string_append(content->styles, "\" fo:keep-together=\"always\"/></style:style>");
}

static const char *
cell_style(enum writing_align align)
{
	static const char *const names[] = {[WRITING_START] = "Cell",
					    [WRITING_END] = "CellEnd",
					    [WRITING_MIDDLE] = "CellMiddle"};
	return names[align];
}

static void
append_bar(GString *out, int bar)
{
	for (int i = 0; bar > 0 && i < MAX(1, bar * BAR_LETTERS / 1000); i++)
		g_string_append(out, "█");
}

static void
append_cell(GString *out, const struct writing_cell *cell, const char *style)
{
	guint span = MAX(cell->span, 1);
	g_string_append_printf(out,
			       "<table:table-cell table:style-name=\"Border\" "
			       "table:number-columns-spanned=\"%u\" office:value-type=\"string\">"
			       "<text:p text:style-name=\"%s\">",
			       span, cell->bar >= 0 ? "Bar" : style);
	append_bar(out, cell->bar);
	if (cell->head != NULL)
		append_bold(out, cell->head);
	if (cell->head != NULL && cell->text != NULL)
		g_string_append(out, "<text:line-break/>");
	odt_append_text(out, cell->text);
	g_string_append(out, "</text:p></table:table-cell>");
	for (guint i = 1; i < span; i++)
		g_string_append(out, "<table:covered-table-cell/>");
}

static void
append_heads(struct content *content, const struct writing_table *table)
{
	bool any = false;
	for (guint i = 0; i < table->n_columns; i++)
		any = any || table->columns[i].head != NULL;
	if (!any)
		return;
	g_string_append(content->body, "<table:table-header-rows><table:table-row>");
	for (guint i = 0; i < table->n_columns; i++) {
		struct writing_cell cell = {.text = table->columns[i].head, .span = 1, .bar = -1};
		append_cell(content->body, &cell, "CellHead");
	}
	g_string_append(content->body, "</table:table-row></table:table-header-rows>");
}

static void
append_table(struct content *content, const struct writing_table *table)
{
	GString *out = content->body;
	table_styles(content, table);
	g_string_append_printf(out, "<table:table table:name=\"T%u\" table:style-name=\"T%u\">",
			       content->tables, content->tables);
	for (guint i = 0; i < table->n_columns; i++)
		g_string_append_printf(out, "<table:table-column table:style-name=\"T%uC%u\"/>",
				       content->tables, i);
	append_heads(content, table);
	for (guint i = 0; i < table->rows->len; i++) {
		const GArray *row = table->rows->pdata[i];
		guint column = 0;
		g_string_append_printf(out, "<table:table-row table:style-name=\"T%uR\">",
				       content->tables);
		for (guint j = 0; j < row->len; j++) {
			const struct writing_cell *cell =
				&g_array_index(row, struct writing_cell, j);
			append_cell(out, cell, cell_style(table->columns[column].align));
			column += MAX(cell->span, 1);
		}
		g_string_append(out, "</table:table-row>");
	}
	/* Without a paragraph between them, two tables would be one. */
	g_string_append(out, "</table:table><text:p text:style-name=\"Between\"/>");
	content->tables++;
}

/* ---- pictures -----------------------------------------------------------------------------------
 */

static void
append_picture(struct content *content, const struct writing_picture *picture)
{
	guint32 width, height;
	GString *out = content->body;
	if (!odt_picture_size(picture->bytes, picture->size, &width, &height))
		return;
	double scale = MIN(PICTURE_WIDTH / width, PICTURE_HEIGHT / height);
	g_autofree char *name = odt_picture_name(content->pictures->len);
	g_string_append_printf(out,
			       "<draw:frame draw:name=\"Picture %u\" "
			       "text:anchor-type=\"as-char\" svg:width=\"",
			       content->pictures->len + 1);
	append_length(out, width * scale);
	g_string_append(out, "\" svg:height=\"");
	append_length(out, height * scale);
	g_string_append_printf(out,
			       "\"><draw:image xlink:href=\"%s\" xlink:type=\"simple\" "
			       "xlink:show=\"embed\" xlink:actuate=\"onLoad\"/><svg:title>",
			       name);
	odt_append_value(out, picture->name);
	g_string_append(out, "</svg:title></draw:frame> ");
	g_array_append_val(content->pictures, *picture);
}

static void
append_pictures(struct content *content, const GArray *pictures)
{
	g_string_append(content->body, "<text:p text:style-name=\"Text_20_body\">");
	for (guint i = 0; i < pictures->len; i++)
		append_picture(content, &g_array_index(pictures, struct writing_picture, i));
	g_string_append(content->body, "</text:p>");
}

/* ---- blocks -------------------------------------------------------------------------------------
 */

static void
append_room(GString *out, double millimetres)
{
	for (double left = millimetres; left > 0; left -= 5)
		g_string_append(out, "<text:p text:style-name=\"Standard\"/>");
}

static void
append_block(struct content *content, const struct writing_block *block)
{
	static const char *const text_styles[WRITING_STYLES] =
		{[WRITING_PLAIN] = "Text_20_body", [WRITING_STRONG] = "Strong",
		 [WRITING_SMALL] = "Small",        [WRITING_LARGE] = "Large",
		 [WRITING_CENTRED] = "Centred",    [WRITING_ASIDE] = "Aside"};
	switch (block->kind) {
	case WRITING_HEADING:
		append_heading(content->body, CLAMP(block->level, 1, 2), block->text);
		break;
	case WRITING_TEXT:
		append_paragraph(content->body, text_styles[block->style], block->text);
		break;
	case WRITING_FACT:
		append_fact(content->body, block);
		break;
	case WRITING_ITEM:
		append_item(content->body, block->text);
		break;
	case WRITING_TABLE:
		append_table(content, block->table);
		break;
	case WRITING_PICTURES:
		append_pictures(content, block->pictures);
		break;
	case WRITING_ROOM:
		append_room(content->body, block->room);
		break;
	}
}

static void
append_head(struct content *content, const struct written *paper)
{
	const Writing *writing = paper->writing;
	const struct document_letterhead *letterhead = &paper->letterhead;
	struct writing_picture logo = {letterhead->centre, letterhead->logo, letterhead->logo_size};
	guint32 width, height;
	if (odt_picture_size(logo.bytes, logo.size, &width, &height)) {
		g_string_append(content->body, "<text:p text:style-name=\"Standard\">");
		append_picture(content, &logo);
		g_string_append(content->body, "</text:p>");
	}
	append_paragraph(content->body, "Centre", letterhead->centre);
	append_paragraph(content->body, "Address", letterhead->address);
	append_paragraph(content->body, "Document", writing->document);
	append_paragraph(content->body, "Title", writing->title);
	for (guint i = 0; i < writing->facts->len; i++)
		append_paragraph(content->body, "Facts", writing->facts->pdata[i]);
}

GString *
odt_content(const struct written *paper, GArray *pictures)
{
	const GPtrArray *blocks = paper->writing->blocks;
	struct content content = {
		.styles =
			g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				     "<office:document-content " NAMESPACES
				     "office:version=\"1.2\"><office:automatic-styles>"
				     "<style:style style:name=\"Bold\" style:family=\"text\">"
				     "<style:text-properties fo:font-weight=\"bold\"/>"
				     "</style:style><style:style style:name=\"Border\" "
				     "style:family=\"table-cell\"><style:table-cell-properties "
				     "fo:border=\"0.5pt solid #767676\" fo:padding=\"0.08cm\" "
				     "style:vertical-align=\"middle\"/>"
				     "</style:style>"
				     "<text:list-style style:name=\"Items\">"
				     "<text:list-level-style-bullet text:level=\"1\" "
				     "text:bullet-char=\"•\"><style:list-level-properties "
				     "text:list-level-position-and-space-mode=\"label-alignment\">"
				     "<style:list-level-label-alignment "
				     "text:label-followed-by=\"listtab\" "
				     "text:list-tab-stop-position=\"0.6cm\" "
				     "fo:text-indent=\"-0.4cm\" fo:margin-left=\"0.6cm\"/>"
				     "</style:list-level-properties>"
				     "</text:list-level-style-bullet></text:list-style>"),
		.body = g_string_new(NULL),
		.pictures = pictures,
	};
	append_head(&content, paper);
	for (guint i = 0; i < blocks->len; i++)
		append_block(&content, blocks->pdata[i]);
	g_string_append_printf(content.styles,
			       "</office:automatic-styles><office:body><office:text>%s"
			       "</office:text></office:body></office:document-content>\n",
			       content.body->str);
	g_string_free(content.body, TRUE);
	return content.styles;
}
