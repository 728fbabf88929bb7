#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/list_private.h"

/* ---- what columns there are ---------------------------------------------------------------------
 */

const struct noun_key *
list_column_key(const struct list_spec *spec, const struct list_column *column)
{
	const char *key = column->of != NULL    ? column->of
			  : column->key != NULL ? column->key
						: column->file_key;
	return key != NULL ? noun_key(spec->noun, key) : NULL;
}

const char *
list_column_label(const struct list_spec *spec, const struct list_column *column)
{
	if (column->label != NULL)
		return _(column->label);
	return noun_key_label(spec->noun, noun_key(spec->noun, column->key));
}

const char *
list_column_name(const struct list_column *column)
{
	return column->of != NULL         ? column->of
	       : column->key != NULL      ? column->key
	       : column->file_key != NULL ? column->file_key
					  : column->label;
}

/* How wide values of its kind are, and who gets more where there is room. */
static struct list_column
column_of_key(const struct noun *noun, const struct noun_key *key)
{
	static const struct {
		enum field_kind kind;
		int width, grow;
		bool right;
	} shapes[] = {
		{FIELD_INTEGER, 6, 0, true}, {FIELD_BOOLEAN, 5, 0, false},
		{FIELD_DATE, 18, 0, false},  {FIELD_DAY, 18, 0, false},
		{FIELD_TIME, 6, 0, false},   {FIELD_INSTANT, 20, 0, false},
	};
	enum field_kind kind = noun_key_kind(noun, key);
	struct list_column column = {.key = key->key, .width = 16, .grow = 1};
	for (gsize i = 0; i < G_N_ELEMENTS(shapes); i++)
		if (shapes[i].kind == kind) {
			column.width = shapes[i].width;
			column.grow = shapes[i].grow;
			column.right = shapes[i].right;
		}
	column.width = MAX(column.width, MIN(text_width(noun_key_label(noun, key)), 14) + 2);
	return column;
}

bool
list_column_find(const struct list_spec *spec, const char *name, struct list_column *column)
{
	for (guint i = 0; i < spec->n_columns; i++)
		if (strcmp(list_column_name(&spec->columns[i]), name) == 0) {
			*column = spec->columns[i];
			return true;
		}
	const struct noun_key *key = noun_key(spec->noun, name);
	if (key != NULL)
		*column = column_of_key(spec->noun, key);
	return key != NULL;
}

/* ---- which are shown ----------------------------------------------------------------------------
 */

void
list_columns_reset(struct list *list)
{
	g_array_set_size(list->columns, 0);
	g_array_append_vals(list->columns, list->spec->columns, list->spec->n_columns);
	list->columns_chosen = false;
	g_hash_table_remove_all(list->cells);
}

static bool
names_are_usual(const struct list *list)
{
	bool same = list->columns->len == list->spec->n_columns;
	for (guint i = 0; same && i < list->columns->len; i++)
		same = strcmp(list_column_name(&list->spec->columns[i]),
			      list_column_name(
				      &g_array_index(list->columns, struct list_column, i))) == 0;
	return same;
}

bool
list_columns_choose(struct list *list, const char *const *names)
{
	g_autoptr(GArray) chosen = g_array_new(FALSE, FALSE, sizeof(struct list_column));
	for (guint i = 0; names[i] != NULL && chosen->len < LIST_COLUMNS_MAX; i++) {
		struct list_column column;
		if (!list_column_find(list->spec, names[i], &column))
			continue;
		column.priority = 1000 - (int)i;
		g_array_append_val(chosen, column);
	}
	if (chosen->len == 0)
		return false;
	g_array_set_size(list->columns, 0);
	g_array_append_vals(list->columns, chosen->data, chosen->len);
	list->columns_chosen = true;
	g_hash_table_remove_all(list->cells);
	if (names_are_usual(list))
		list_columns_reset(list);
	return true;
}

/* ---- choosing -----------------------------------------------------------------------------------
 */

struct offer {
	const char *name, *label; /* borrowed */
	bool shown;
};

struct columns_screen {
	struct screen screen;
	struct list *list;
	GArray *offers;    /* struct offer: those shown first, in their order */
	GStrv before;      /* the columns that Esc brings back */
	guint cursor, top; /* behind the last offer: as at first */
};

static void
columns_free(struct screen *screen)
{
	struct columns_screen *columns = (struct columns_screen *)screen;
	g_array_unref(columns->offers);
	g_strfreev(columns->before);
	g_free(columns);
}

static struct offer *
offer_at(const struct columns_screen *columns, guint i)
{
	return &g_array_index(columns->offers, struct offer, i);
}

/* The list behind shows at once what is chosen. */
static void
offers_apply(struct columns_screen *columns)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	for (guint i = 0; i < columns->offers->len; i++)
		if (offer_at(columns, i)->shown)
			g_ptr_array_add(names, (gpointer)(gsize)offer_at(columns, i)->name);
	g_ptr_array_add(names, NULL);
	list_columns_choose(columns->list, (const char *const *)names->pdata);
}

static guint
offers_shown(const struct columns_screen *columns)
{
	guint n = 0;
	for (guint i = 0; i < columns->offers->len; i++)
		n += offer_at(columns, i)->shown ? 1 : 0;
	return n;
}

static void
offer_toggle(struct columns_screen *columns, struct ui *ui)
{
	if (columns->cursor >= columns->offers->len)
		return;
	struct offer *offer = offer_at(columns, columns->cursor);
	guint n = offers_shown(columns);
	if (offer->shown && n == 1)
		ui_say(ui, TOAST_NOTE, _("One column at least is shown"));
	else if (!offer->shown && n == LIST_COLUMNS_MAX)
		ui_say(ui, TOAST_NOTE, _("%d columns at most: leave one out first"),
		       LIST_COLUMNS_MAX);
	else
		offer->shown = !offer->shown;
	offers_apply(columns);
}

static void
offer_move(struct columns_screen *columns, int by)
{
	gint64 to = (gint64)columns->cursor + by;
	if (columns->cursor >= columns->offers->len || to < 0 || to >= columns->offers->len)
		return;
	struct offer moved = *offer_at(columns, columns->cursor);
	*offer_at(columns, columns->cursor) = *offer_at(columns, (guint)to);
	*offer_at(columns, (guint)to) = moved;
	columns->cursor = (guint)to;
	offers_apply(columns);
}

static void
columns_keep(struct columns_screen *columns, struct ui *ui)
{
	if (columns->cursor >= columns->offers->len)
		list_columns_reset(columns->list);
	ui_remove(ui, &columns->screen);
}

static void
columns_leave(struct columns_screen *columns, struct ui *ui)
{
	list_columns_choose(columns->list, (const char *const *)columns->before);
	ui_remove(ui, &columns->screen);
}

/* A letter goes to the next name that begins with it. */
static void
letter_go(struct columns_screen *columns, const char *letter)
{
	g_autofree char *key = text_search_key(letter);
	for (guint i = 1; *key != '\0' && i <= columns->offers->len; i++) {
		guint at = (columns->cursor + i) % columns->offers->len;
		g_autofree char *label = text_search_key(offer_at(columns, at)->label);
		if (!g_str_has_prefix(label, key))
			continue;
		columns->cursor = at;
		return;
	}
}

static bool
columns_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct columns_screen *columns = (struct columns_screen *)screen;
	if (key_is(key, "Enter"))
		columns_keep(columns, ui);
	else if (key_is(key, "Esc") || key_is(key, "C-c"))
		columns_leave(columns, ui);
	else if (key_is(key, "Space"))
		offer_toggle(columns, ui);
	else if (key_is(key, "Left") || key_is(key, "Right"))
		offer_move(columns, key_is(key, "Left") ? -1 : 1);
	else if (*key->text != '\0')
		letter_go(columns, key->text);
	else
		key_moves(key, &columns->cursor, columns->offers->len + 1, 10);
	return true;
}

/* It is chosen, and the list is too narrow to show it. */
static bool
is_fallen(const struct list *list, const char *name)
{
	for (guint i = 0; i < MIN(list->columns->len, 64); i++)
		if (strcmp(list_column_name(&g_array_index(list->columns, struct list_column, i)),
			   name) == 0)
			return (list->fallen >> i & 1) != 0;
	return false;
}

/* The name in two parts is told from the one that bears the same word. */
static const char *
offer_label(const struct list_spec *spec, const struct list_column *column)
{
	bool whole = column->of != NULL && strcmp(column->of, "name") == 0 && column->text != NULL;
	return whole ? _("Last and first name") : list_column_label(spec, column);
}

static void
draw_offer(const struct columns_screen *columns, guint i, int y, int x, int width)
{
	bool focus = i == columns->cursor, last = i == columns->offers->len;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	draw_cell(y, x - 1, width + 2, style, "");
	draw_text(y, x - 1, 1, style, focus ? ">" : " ");
	if (last)
		draw_text(y, x, width, style, _("As at first"));
	else
		draw_format(y, x, width, style, "[%s] %s%s",
			    offer_at(columns, i)->shown ? draw_letter("✓", "x") : " ",
			    offer_at(columns, i)->label,
			    offer_at(columns, i)->shown &&
					    is_fallen(columns->list, offer_at(columns, i)->name)
				    ? _(" (no room here)")
				    : "");
	if (focus)
		draw_cursor(y, x);
}

static void
columns_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct columns_screen *columns = (struct columns_screen *)screen;
	guint n = columns->offers->len + 1;
	int width = MIN(44, body.width - 4), height = MIN((int)n + 2, body.height - 1);
	struct area area = {body.y + (body.height - height) / 2, body.x + body.width - width - 2,
			    height, width};
	(void)ui;
	draw_frame(area, _("Columns, in their order"));
	guint room = (guint)MAX(height - 2, 1);
	if (columns->cursor < columns->top)
		columns->top = columns->cursor;
	if (columns->cursor >= columns->top + room)
		columns->top = columns->cursor - room + 1;
	for (guint i = columns->top; i < n && i < columns->top + room; i++)
		draw_offer(columns, i, area.y + 1 + (int)(i - columns->top), area.x + 2, width - 4);
}

static bool
columns_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class columns_class = {
	.name = "columns",
	.hint = N_("Space show or not · ←→ earlier, later · Enter keep · Esc as it was"),
	.overlay = true,
	.draw = columns_draw,
	.key = columns_key,
	.typing = columns_typing,
	.free = columns_free,
};

static bool
is_offered(const struct columns_screen *columns, const char *name)
{
	for (guint i = 0; i < columns->offers->len; i++)
		if (strcmp(offer_at(columns, i)->name, name) == 0)
			return true;
	return false;
}

static void
offer_add(struct columns_screen *columns, const char *name, bool shown)
{
	struct list_column column;
	if (is_offered(columns, name) || !list_column_find(columns->list->spec, name, &column))
		return;
	struct offer offer = {name, offer_label(columns->list->spec, &column), shown};
	g_array_append_val(columns->offers, offer);
}

void
list_columns_ask(struct list *list, struct ui *ui)
{
	const struct list_spec *spec = list->spec;
	struct columns_screen *columns = g_new0(struct columns_screen, 1);
	columns->screen = (struct screen){.class = &columns_class, .tab = -1};
	columns->list = list;
	columns->offers = g_array_new(FALSE, FALSE, sizeof(struct offer));
	g_autoptr(GStrvBuilder) before = g_strv_builder_new();
	for (guint i = 0; i < list->columns->len; i++) {
		const char *name =
			list_column_name(&g_array_index(list->columns, struct list_column, i));
		g_strv_builder_add(before, name);
		offer_add(columns, name, true);
	}
	columns->before = g_strv_builder_end(before);
	for (guint i = 0; i < spec->n_columns; i++)
		offer_add(columns, list_column_name(&spec->columns[i]), false);
	for (guint i = 0; i < spec->noun->n_keys; i++)
		offer_add(columns, spec->noun->keys[i].key, false);
	ui_push(ui, &columns->screen);
}
