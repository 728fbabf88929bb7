/* Somebody saved the same row while the form was open: both values of each field that they changed
 * stand side by side, and the person chooses. Nothing is written before. */
#include <string.h>

#include "app/moment.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/history.h"
#include "tui/form_private.h"

#define VALUE_LINES 3
#define WHO_SHOWN   3
#define WIDTH_MAX   100

struct difference {
	struct form_field *field;
	char *theirs;
	bool typed; /* mine was typed; else it is only as it was before */
	bool take_theirs;
};

struct conflict {
	struct screen screen;
	struct form *form;
	const struct entity *entity;
	void *row;   /* as it was stored when the two were compared */
	gint64 seen; /* the latest gesture then */
	char *explanation;
	GArray *differences;
	guint cursor, top;
};

static struct difference *
difference_at(const struct conflict *conflict, guint place)
{
	return &g_array_index(conflict->differences, struct difference, place);
}

static void
difference_clear(gpointer pointer)
{
	g_free(((struct difference *)pointer)->theirs);
}

static void
conflict_free(struct screen *screen)
{
	struct conflict *conflict = (struct conflict *)screen;
	entity_free(conflict->entity, conflict->row);
	g_array_unref(conflict->differences);
	g_free(conflict->explanation);
	g_free(conflict);
}

/* ---- who, and when ------------------------------------------------------------------------------
 */

gint64
form_latest_gesture(Store *store)
{
	g_autoptr(GPtrArray) latest = history_list(store, 0, 1, NULL);
	if (latest == NULL || latest->len == 0)
		return 0;
	return ((struct gesture *)g_ptr_array_index(latest, 0))->id;
}

/* An event's days are rows of their own: what changed them does not stand in the event's own
 * history, but in that of all that belongs to it. */
static GPtrArray *
gestures_about(Store *store, const struct form *form)
{
	gint64 id = ((const struct row_head *)form->row)->id;
	g_autoptr(GPtrArray) own = history_of_row(store, form->noun->entity, id, NULL);
	bool any = own != NULL && own->len > 0 &&
		   ((struct gesture *)g_ptr_array_index(own, 0))->id > form->since;
	if (any || form->noun != &noun_event)
		return g_steal_pointer(&own);
	return history_list(store, id, WHO_SHOWN, NULL);
}

/* "karim (lun. 23 nov. 9h30), paul (…)": who has saved since the form opened. */
static char *
who_text(Store *store, const struct form *form)
{
	g_autoptr(GPtrArray) gestures = gestures_about(store, form);
	g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
	GString *text = g_string_new(NULL);
	for (guint i = 0; gestures != NULL && i < gestures->len; i++) {
		const struct gesture *gesture = g_ptr_array_index(gestures, i);
		if (gesture->id <= form->since || gesture->who == NULL ||
		    g_hash_table_size(named) >= WHO_SHOWN || !g_hash_table_add(named, gesture->who))
			continue;
		g_autofree char *when = moment_text(store, gesture->happened_at, DATE_SHORT);
		g_string_append_printf(text, "%s%s (%s)", text->len > 0 ? ", " : "", gesture->who,
				       when);
	}
	return g_string_free(text, FALSE);
}

static char *
explanation_text(Store *store, const struct form *form)
{
	g_autofree char *who = who_text(store, form);
	if (*who == '\0')
		return g_strdup(_("Somebody has saved this since you opened it. Nothing that you "
				  "typed is lost: choose for each field, then F2 saves."));
	return g_strdup_printf(_("Saved since you opened it by %s. Nothing that you typed is lost: "
				 "choose for each field, then F2 saves."),
			       who);
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

/* Where two long texts begin to differ, at the start of a word not far before; 0 when both can be
 * shown from their beginning. */
static gsize
differing_from(const char *mine, const char *theirs, int room)
{
	gsize same = 0, start = 0;
	if (MAX(text_width(mine), text_width(theirs)) <= room)
		return 0;
	while (mine[same] != '\0' && mine[same] == theirs[same])
		same++;
	for (gsize i = 0; i + 20 < same; i++)
		if (mine[i] == ' ')
			start = i + 1;
	return start;
}

static char *
value_shown(const char *value, gsize from, int room)
{
	g_autofree char *clean = text_for_terminal(value + from);
	g_autofree char *whole = g_strconcat(from > 0 ? "…" : "", clean, NULL);
	return text_clip(*whole != '\0' ? whole : _("(empty)"), room, !draw_unicode());
}

/* Columns before a value: its mark, whose it is. */
#define INDENT 16

static int
value_room(int width)
{
	return (width - INDENT) * VALUE_LINES - 8;
}

/* Both values of a difference as they are shown; caller frees both. */
static void
values_shown(const struct difference *difference, int width, char *shown[2])
{
	const char *mine = difference->field->input.text->str;
	gsize from = differing_from(mine, difference->theirs, value_room(width));
	shown[0] = value_shown(mine, from, value_room(width));
	shown[1] = value_shown(difference->theirs, from, value_room(width));
}

/* The field's name and its two values. */
static int
difference_lines(const struct difference *difference, int width)
{
	char *shown[2];
	values_shown(difference, width, shown);
	int lines = 1;
	for (int i = 0; i < 2; i++) {
		lines += MAX(1, draw_paragraph_lines(width - INDENT, shown[i]));
		g_free(shown[i]);
	}
	return lines;
}

/* Draws into what is left of AREA; returns its lines. */
static int
draw_value(struct area area, bool taken, const char *label, const char *shown)
{
	if (area.height <= 0)
		return 0;
	enum style style = taken ? STYLE_GOOD : STYLE_PLAIN;
	draw_format(area.y, area.x + 2, INDENT - 2, style, "%s %s", taken ? "(*)" : "( )", label);
	area.x += INDENT;
	area.width -= INDENT;
	return MAX(1, draw_paragraph(area, style, shown));
}

static void
draw_difference(const struct conflict *conflict, guint i, struct area area)
{
	const struct difference *difference = difference_at(conflict, i);
	bool focus = i == conflict->cursor;
	char *shown[2];
	values_shown(difference, area.width, shown);
	draw_hit((struct area){area.y, area.x, MIN(3, area.height), area.width}, HIT_ROW, (int)i);
	draw_format(area.y, area.x, area.width, focus ? STYLE_FOCUS : STYLE_HEAD, "%s %s",
		    focus ? ">" : " ",
		    noun_key_label(conflict->form->noun, difference->field->key));
	if (focus)
		draw_cursor(area.y, area.x);
	const char *labels[2] = {difference->typed ? _("yours") : _("before"), _("theirs")};
	int y = 1;
	for (int side = 0; side < 2; side++) {
		struct area rest = {area.y + y, area.x, area.height - y, area.width};
		y += draw_value(rest, difference->take_theirs == (side == 1), labels[side],
				shown[side]);
		g_free(shown[side]);
	}
}

/* As many whole fields as fit, the focused one among them. */
static void
draw_differences(struct conflict *conflict, struct area area)
{
	int used = 0;
	if (conflict->cursor < conflict->top)
		conflict->top = conflict->cursor;
	for (guint i = conflict->cursor + 1; i > conflict->top; i--) {
		used += difference_lines(difference_at(conflict, i - 1), area.width);
		if (used > area.height && i <= conflict->cursor)
			conflict->top = i;
	}
	for (guint i = conflict->top; i < conflict->differences->len && area.height > 0; i++) {
		int lines = difference_lines(difference_at(conflict, i), area.width);
		draw_difference(conflict, i, area);
		area.y += lines;
		area.height -= lines;
	}
}

static void
conflict_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct conflict *conflict = (struct conflict *)screen;
	(void)ui;
	int width = MIN(body.width - 4, WIDTH_MAX), inner = width - 4;
	int said = draw_paragraph_lines(inner, conflict->explanation), lines = 0;
	for (guint i = 0; i < conflict->differences->len; i++)
		lines += difference_lines(difference_at(conflict, i), inner);
	int height = MIN(body.height, said + 1 + lines + 2);
	struct area area = {body.y + (body.height - height) / 2, body.x + (body.width - width) / 2,
			    height, width};
	draw_frame(area, _("Somebody else has changed this meanwhile"));
	struct area inside = {area.y + 1, area.x + 2, height - 2, inner};
	draw_paragraph(inside, STYLE_PLAIN, conflict->explanation);
	inside.y += said + 1;
	inside.height -= said + 1;
	draw_differences(conflict, inside);
}

/* ---- choosing -----------------------------------------------------------------------------------
 */

/* The form goes on from the row as it is now, with what was chosen. */
static void
conflict_settle(struct conflict *conflict, struct ui *ui)
{
	struct form *form = conflict->form;
	for (guint i = 0; i < conflict->differences->len; i++) {
		struct difference *difference = difference_at(conflict, i);
		if (difference->take_theirs)
			input_set(&difference->field->input, difference->theirs);
	}
	form_rebase(ui->store, form, g_steal_pointer(&conflict->row), conflict->seen);
	ui_remove(ui, &conflict->screen);
	if (form_changed(form)) {
		form_save(ui, form);
		return;
	}
	ui_remove(ui, &form->screen);
	ui_say(ui, TOAST_NOTE, _("Nothing to save: what the others wrote stands"));
}

static void
take_all(struct conflict *conflict, bool theirs)
{
	for (guint i = 0; i < conflict->differences->len; i++)
		difference_at(conflict, i)->take_theirs = theirs;
}

static bool
conflict_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct conflict *conflict = (struct conflict *)screen;
	struct difference *difference = difference_at(conflict, conflict->cursor);
	guint last = conflict->differences->len - 1;
	if (key_is(key, "F2") || key_is(key, "C-s"))
		conflict_settle(conflict, ui);
	else if (key_is(key, "Esc") || key_is(key, "C-c"))
		ui_remove(ui, screen);
	else if (key_is(key, "Space") || key_is(key, "Enter"))
		difference->take_theirs = !difference->take_theirs;
	else if (key_is(key, "m") || key_is(key, "t"))
		take_all(conflict, key_is(key, "t"));
	else if (key_is(key, "Up") && conflict->cursor > 0)
		conflict->cursor--;
	else if (key_is(key, "Down") && conflict->cursor < last)
		conflict->cursor++;
	return true;
}

static bool
conflict_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class conflict_class = {
	.name = "conflict",
	.hint = N_("Space the other one · m all mine · t all theirs · F2 save · Esc back to the "
		   "form"),
	.overlay = true,
	.draw = conflict_draw,
	.key = conflict_key,
	.typing = conflict_typing,
	.free = conflict_free,
};

/* ---- finding ------------------------------------------------------------------------------------
 */

/* What they changed and is not what the form is about to save. */
static GArray *
differences_find(Store *store, const struct form *form, const void *row)
{
	GArray *differences = g_array_new(FALSE, TRUE, sizeof(struct difference));
	g_array_set_clear_func(differences, difference_clear);
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		g_autofree char *now = form_stored(store, form, field->key, row);
		if (strcmp(now, field->original) == 0 || strcmp(now, field->input.text->str) == 0)
			continue;
		struct difference difference = {.field = field,
						.theirs = g_steal_pointer(&now),
						.typed = form_field_changed(field)};
		difference.take_theirs = !difference.typed;
		g_array_append_val(differences, difference);
	}
	return differences;
}

void
form_rebase(Store *store, struct form *form, void *row, gint64 since)
{
	entity_free(form->noun->entity, form->row);
	form->row = row;
	form->since = since;
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		g_free(field->original);
		field->original = form_stored(store, form, field->key, row);
	}
}

bool
form_conflict_find(struct ui *ui, struct form *form, struct screen **found, GError **error)
{
	gint64 id = ((const struct row_head *)form->row)->id;
	void *row = store_get(ui->store, form->noun->entity, id, error);
	*found = NULL;
	if (row == NULL)
		return false;
	g_autoptr(GArray) differences = differences_find(ui->store, form, row);
	if (differences->len == 0) {
		form_rebase(ui->store, form, row, form_latest_gesture(ui->store));
		return true;
	}
	struct conflict *conflict = g_new0(struct conflict, 1);
	conflict->screen = (struct screen){.class = &conflict_class, .tab = -1};
	conflict->form = form;
	conflict->entity = form->noun->entity;
	conflict->row = row;
	conflict->seen = form_latest_gesture(ui->store);
	conflict->explanation = explanation_text(ui->store, form);
	conflict->differences = g_steal_pointer(&differences);
	*found = &conflict->screen;
	return true;
}
