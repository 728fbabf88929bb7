/* Writings as they were: a block a line. */
#include <string.h>

#include "base/i18n.h"
#include "core/writing.h"

/* ---- freezing -----------------------------------------------------------------------------------
 */

static void
append_escaped(GString *out, const char *text)
{
	for (; text != NULL && *text != '\0'; text++) {
		if (*text == '\\')
			g_string_append(out, "\\\\");
		else if (*text == '\n')
			g_string_append(out, "\\n");
		else if (*text == '\t')
			g_string_append(out, "\\t");
		else
			g_string_append_c(out, *text);
	}
}

static void
append_line(GString *out, const char *word, const char *text)
{
	if (text == NULL)
		return;
	g_string_append_printf(out, "%s ", word);
	append_escaped(out, text);
	g_string_append_c(out, '\n');
}

/* "word first<tab>second". */
static void
append_pair(GString *out, const char *word, const char *first, const char *second)
{
	g_string_append_printf(out, "%s ", word);
	append_escaped(out, first);
	g_string_append_c(out, '\t');
	append_escaped(out, second);
	g_string_append_c(out, '\n');
}

static void
table_freeze(GString *out, const struct writing_table *table)
{
	g_string_append_printf(out, "table %d %d\n", (int)table->least, table->schedule ? 1 : 0);
	for (guint i = 0; i < table->n_columns; i++) {
		const struct writing_column *column = &table->columns[i];
		g_string_append_printf(out, "column %u %d ", column->share, (int)column->align);
		append_escaped(out, column->head);
		g_string_append_c(out, '\n');
	}
	for (guint i = 0; i < table->rows->len; i++) {
		const GArray *row = table->rows->pdata[i];
		g_string_append(out, "row\n");
		for (guint j = 0; j < row->len; j++) {
			const struct writing_cell *cell =
				&g_array_index(row, struct writing_cell, j);
			g_autofree char *word =
				g_strdup_printf("cell %u %d", cell->span, cell->bar);
			append_pair(out, word, cell->head, cell->text);
		}
	}
}

static void
block_freeze(GString *out, const struct writing_block *block)
{
	g_autofree char *numbered = NULL;
	switch (block->kind) {
	case WRITING_HEADING:
		numbered = g_strdup_printf("heading %d", block->level);
		append_line(out, numbered, block->text);
		return; /* headings are kept of themselves */
	case WRITING_TEXT:
		numbered = g_strdup_printf("text %d", (int)block->style);
		append_line(out, numbered, block->text);
		break;
	case WRITING_FACT:
		append_pair(out, "fact", block->label, block->text);
		break;
	case WRITING_ITEM:
		append_line(out, "item", block->text);
		break;
	case WRITING_TABLE:
		table_freeze(out, block->table);
		break;
	case WRITING_ROOM:
		g_string_append_printf(out, "room %d\n", (int)block->room);
		break;
	case WRITING_PICTURES:
		return;
	}
	if (block->kept)
		g_string_append(out, "kept\n");
}

char *
written_freeze(const struct written *paper)
{
	const Writing *writing = paper->writing;
	GString *out = g_string_new(NULL);
	append_line(out, "language", i18n_language());
	append_line(out, "centre", paper->letterhead.centre);
	append_line(out, "address", paper->letterhead.address);
	append_line(out, "funders", paper->letterhead.funders_mention);
	append_line(out, "document", writing->document);
	append_line(out, "title", writing->title);
	append_line(out, "notice", writing->notice);
	if (writing->letter)
		g_string_append(out, "letter\n");
	for (guint i = 0; i < writing->facts->len; i++)
		append_line(out, "under", writing->facts->pdata[i]);
	for (guint i = 0; i < writing->blocks->len; i++)
		block_freeze(out, writing->blocks->pdata[i]);
	return g_string_free(out, FALSE);
}

/* ---- thawing ------------------------------------------------------------------------------------
 */

/* One text in place, its escapes undone. */
static char *
unescape(char *text)
{
	char *to = text;
	for (const char *at = text; *at != '\0'; at++) {
		if (*at == '\\' && at[1] != '\0') {
			at++;
			*to++ = (char)(*at == 'n' ? '\n' : *at == 't' ? '\t' : *at);
		} else {
			*to++ = *at;
		}
	}
	*to = '\0';
	return text;
}

/* What comes next on a line: a number and the space behind it. */
static int
number_take(char **line, int least, int most)
{
	char *end = *line;
	gint64 number = g_ascii_strtoll(*line, &end, 10);
	*line = *end == ' ' ? end + 1 : end;
	return (int)CLAMP(number, least, most);
}

/* The text behind the tab of LINE, which ends there; "" when there is none. */
static char *
second_take(char *line)
{
	char *tab = strchr(line, '\t');
	if (tab == NULL)
		return line + strlen(line);
	*tab = '\0';
	return tab + 1;
}

struct thawing {
	Writing *writing;
	struct written *paper;
	struct writing_table *table; /* under way, without rows while its columns come */
	GArray *columns;
	int least, schedule;
};

static const char *
kept_text(const struct thawing *thawing, char *text)
{
	return g_string_chunk_insert(thawing->writing->words, unescape(text));
}

/* A table is begun once all its columns are known. */
static struct writing_table *
table_under_way(struct thawing *thawing)
{
	if (thawing->table == NULL && thawing->columns->len > 0) {
		gconstpointer columns = thawing->columns->data;
		thawing->table = writing_table(thawing->writing, columns, thawing->columns->len);
		thawing->table->least = thawing->least;
		thawing->table->schedule = thawing->schedule != 0;
	}
	return thawing->table;
}

static void
thaw_table(struct thawing *thawing, char *rest)
{
	thawing->table = NULL;
	g_array_set_size(thawing->columns, 0);
	thawing->least = number_take(&rest, 0, 200);
	thawing->schedule = number_take(&rest, 0, 1);
}

static void
thaw_column(struct thawing *thawing, char *rest)
{
	struct writing_column column = {.share = (guint)number_take(&rest, 1, 1000)};
	column.align = (enum writing_align)number_take(&rest, WRITING_START, WRITING_MIDDLE);
	column.head = *rest != '\0' ? kept_text(thawing, rest) : NULL;
	g_array_append_val(thawing->columns, column);
}

static void
thaw_row(struct thawing *thawing, char *rest)
{
	(void)rest;
	if (table_under_way(thawing) != NULL)
		writing_row(thawing->table);
}

static void
thaw_cell(struct thawing *thawing, char *rest)
{
	if (thawing->table == NULL || thawing->table->rows->len == 0)
		return;
	guint span = (guint)number_take(&rest, 1, (int)thawing->table->n_columns);
	int bar = number_take(&rest, -1, 1000);
	char *text = second_take(rest);
	if (bar >= 0)
		writing_bar(thawing->table, bar);
	else
		writing_cell(thawing->writing, thawing->table, unescape(rest), unescape(text),
			     span);
}

static void
thaw_heading(struct thawing *thawing, char *rest)
{
	int level = number_take(&rest, 1, 2);
	writing_heading(thawing->writing, level, unescape(rest));
}

static void
thaw_text(struct thawing *thawing, char *rest)
{
	int style = number_take(&rest, 0, WRITING_STYLES - 1);
	writing_text(thawing->writing, (enum writing_style)style, unescape(rest));
}

static void
thaw_fact(struct thawing *thawing, char *rest)
{
	char *text = second_take(rest);
	writing_fact(thawing->writing, unescape(rest), unescape(text));
}

static void
thaw_item(struct thawing *thawing, char *rest)
{
	writing_item(thawing->writing, unescape(rest));
}

static void
thaw_room(struct thawing *thawing, char *rest)
{
	writing_room(thawing->writing, number_take(&rest, 0, 200));
}

static void
thaw_kept(struct thawing *thawing, char *rest)
{
	(void)rest;
	writing_keep(thawing->writing);
}

static void
thaw_letter(struct thawing *thawing, char *rest)
{
	(void)rest;
	thawing->writing->letter = true;
}

static void
thaw_language(struct thawing *thawing, char *rest)
{
	thawing->writing->language = i18n_language_known(rest);
}

static void
thaw_under(struct thawing *thawing, char *rest)
{
	writing_add_fact(thawing->writing, unescape(rest));
}

static void
thaw_document(struct thawing *thawing, char *rest)
{
	thawing->writing->document = kept_text(thawing, rest);
}

static void
thaw_title(struct thawing *thawing, char *rest)
{
	thawing->writing->title = kept_text(thawing, rest);
}

static void
thaw_notice(struct thawing *thawing, char *rest)
{
	writing_set_notice(thawing->writing, unescape(rest));
}

static void
thaw_centre(struct thawing *thawing, char *rest)
{
	thawing->paper->letterhead.centre = kept_text(thawing, rest);
}

static void
thaw_address(struct thawing *thawing, char *rest)
{
	thawing->paper->letterhead.address = kept_text(thawing, rest);
}

static void
thaw_funders(struct thawing *thawing, char *rest)
{
	thawing->paper->letterhead.funders_mention = kept_text(thawing, rest);
}

static const struct {
	const char *word;
	void (*thaw)(struct thawing *thawing, char *rest);
} lines[] = {
	{"address", thaw_address}, {"cell", thaw_cell},         {"centre", thaw_centre},
	{"column", thaw_column},   {"document", thaw_document}, {"fact", thaw_fact},
	{"funders", thaw_funders}, {"heading", thaw_heading},   {"item", thaw_item},
	{"kept", thaw_kept},       {"language", thaw_language}, {"letter", thaw_letter},
	{"notice", thaw_notice},   {"room", thaw_room},         {"row", thaw_row},
	{"table", thaw_table},     {"text", thaw_text},         {"title", thaw_title},
	{"under", thaw_under},
};

static void
line_thaw(struct thawing *thawing, char *line)
{
	gsize length = strcspn(line, " ");
	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
		if (strlen(lines[i].word) == length && strncmp(lines[i].word, line, length) == 0)
			lines[i].thaw(thawing, line + length + (line[length] == ' ' ? 1 : 0));
}

Writing *
written_thaw(const char *frozen, struct written *paper)
{
	struct thawing thawing = {
		.writing = writing_new(NULL, NULL),
		.paper = paper,
		.columns = g_array_new(FALSE, FALSE, sizeof(struct writing_column)),
	};
	g_auto(GStrv) texts = g_strsplit(frozen, "\n", -1);
	for (guint i = 0; texts[i] != NULL; i++)
		line_thaw(&thawing, texts[i]);
	g_array_unref(thawing.columns);
	paper->writing = thawing.writing;
	return thawing.writing;
}
