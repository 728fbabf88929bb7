#include "screens/palette.h"

#include <string.h>

#include "app/state.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "screens/calendar.h"
#include "screens/palette_private.h"
#include "screens/screen_event.h"
#include "screens/screen_list.h"
#include "tui/form.h"
#include "tui/input.h"

#define WIDTH_MAX 96

struct palette {
	struct screen screen;
	guint64 contexts; /* of the screen below */
	struct palette_index *index;
	guint reading; /* the source that reads on while nobody types; 0: none */
	struct ui *ui; /* for it */
	struct input input;
	GArray *found; /* struct candidate */
	guint all;     /* how many answer; not all are kept */
	guint cursor, top, page;
	GHashTable *names; /* item -> char *[2]: label, detail */
};

static void
reading_stop(struct palette *palette)
{
	if (palette->reading != 0)
		g_source_remove(palette->reading);
	palette->reading = 0;
}

static void
palette_free(struct screen *screen)
{
	struct palette *palette = (struct palette *)screen;
	reading_stop(palette);
	palette_index_free(palette->index);
	input_clear(&palette->input);
	g_array_unref(palette->found);
	g_hash_table_destroy(palette->names);
	g_free(palette);
}

/* It is on the screen at once, and has what it looks in before one has typed a letter. */
static gboolean
on_reading(gpointer user)
{
	struct palette *palette = user;
	if (palette_index_read(palette->index, palette->ui))
		return G_SOURCE_CONTINUE;
	palette->reading = 0;
	return G_SOURCE_REMOVE;
}

static void
reading_start(struct palette *palette)
{
	reading_stop(palette);
	palette->reading = g_idle_add(on_reading, palette);
}

/* What is typed as a date is first, for nothing else is called so; a word may be a name, too. */
static void
day_add(struct palette *palette)
{
	const char *typed = palette->input.text->str;
	char today[11];
	store_today(palette->ui->store, today);
	struct candidate day;
	if (!palette_day(typed, today, &day))
		return;
	if (strpbrk(typed, "0123456789") != NULL)
		g_array_prepend_val(palette->found, day);
	else
		g_array_append_val(palette->found, day);
	palette->all++;
}

static void
palette_refind(struct palette *palette)
{
	if (palette->input.text->len > 0)
		while (palette_index_read(palette->index, palette->ui))
			;
	g_clear_pointer(&palette->found, g_array_unref);
	palette->found = palette_find(palette->index, palette->input.text->str, &palette->all);
	day_add(palette);
	palette->cursor = palette->top = 0;
}

static const struct candidate *
candidate_at(const struct palette *palette, guint place)
{
	return &g_array_index(palette->found, struct candidate, place);
}

/* ---- what a candidate is called -----------------------------------------------------------------
 */

static const char *
kind_word(enum palette_kind kind)
{
	static const char *const words[PALETTE_KINDS] = {
		[PALETTE_ACT] = N_("action"),    [PALETTE_EVENT] = N_("event"),
		[PALETTE_PERSON] = N_("person"), [PALETTE_ORGANISATION] = N_("organisation"),
		[PALETTE_VENUE] = N_("place"),
	};
	return _(words[kind]);
}

/* What tells two of one name apart. Caller frees. */
static char *
row_detail(struct ui *ui, enum palette_kind kind, const void *row)
{
	const struct noun *noun = palette_noun(kind);
	if (kind == PALETTE_EVENT) {
		const char *date = ((const struct event *)row)->start_date;
		return date != NULL ? date_text(date, DATE_SHORT) : g_strdup("");
	}
	const char *key = kind == PALETTE_PERSON ? "organisation" : "town";
	const struct noun_key *tells = noun_key(noun, key);
	return tells != NULL ? noun_text(ui->store, noun, tells, row) : g_strdup("");
}

static char **
row_names(struct ui *ui, const struct candidate *candidate)
{
	const struct noun *noun = palette_noun(candidate->kind);
	void *row = store_get(ui->store, noun->entity, candidate->id, NULL);
	char **names = g_new0(char *, 3);
	if (row == NULL) {
		names[0] = g_strdup(_("(deleted meanwhile)"));
		names[1] = g_strdup("");
		return names;
	}
	g_autofree char *detail = row_detail(ui, candidate->kind, row);
	names[0] = noun_name(ui->store, noun, row);
	names[1] = *detail != '\0' ? g_strdup_printf("%s · %s", detail, kind_word(candidate->kind))
				   : g_strdup(kind_word(candidate->kind));
	entity_free(noun->entity, row);
	return names;
}

static char **
action_names(const struct candidate *candidate)
{
	const struct action *action = &actions[candidate->id];
	char **names = g_new0(char *, 3);
	names[0] = g_strdup(_(action->label));
	names[1] = candidate->possible ? action_key_shown(action) : action_place(action);
	return names;
}

static char **
day_names(const struct candidate *candidate)
{
	char day[11];
	date_from_number((int)candidate->id, day);
	g_autofree char *date = date_text(day, DATE_LONG);
	char **names = g_new0(char *, 3);
	names[0] = g_strdup_printf(_("Go to %s"), date);
	names[1] = g_strdup(_("in the calendar"));
	return names;
}

/* Label and detail, read once. */
static char *const *
candidate_names(struct palette *palette, struct ui *ui, const struct candidate *candidate)
{
	g_autofree char *item = palette_item(candidate);
	char **names = g_hash_table_lookup(palette->names, item);
	if (names == NULL) {
		names = candidate->kind == PALETTE_ACT   ? action_names(candidate)
			: candidate->kind == PALETTE_DAY ? day_names(candidate)
							 : row_names(ui, candidate);
		g_hash_table_insert(palette->names, g_steal_pointer(&item), names);
	}
	return names;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

static void
candidate_draw(struct palette *palette, struct ui *ui, guint place, int y, struct area inside)
{
	const struct candidate *candidate = candidate_at(palette, place);
	char *const *names = candidate_names(palette, ui, candidate);
	bool focus = place == palette->cursor;
	enum style style = focus ? STYLE_FOCUS : candidate->possible ? STYLE_PLAIN : STYLE_FAINT;
	/* Of an action its own words come first, and two blanks part them from where it is done; of
	 * two rows of one name the detail tells which. */
	bool acts = candidate->kind == PALETTE_ACT;
	int left = inside.width - (acts ? 4 : 3) - text_width(names[0]);
	int detail = MIN(text_width(names[1]), MAX(inside.width / (acts ? 3 : 2), left));
	int room = inside.width - 2 - detail - 1;
	draw_hit((struct area){y, inside.x, 1, inside.width}, HIT_ROW, (int)place);
	draw_cell(y, inside.x, inside.width, style, focus ? ">" : "");
	draw_text(y, inside.x + 2, room, style, names[0]);
	draw_right(y, inside.x + inside.width - detail, detail, style, names[1]);
}

static void
candidates_draw(struct palette *palette, struct ui *ui, struct area inside)
{
	guint room = (guint)MAX(inside.height, 1);
	palette->page = room;
	if (palette->cursor < palette->top)
		palette->top = palette->cursor;
	if (palette->cursor >= palette->top + room)
		palette->top = palette->cursor - room + 1;
	for (guint i = palette->top; i < palette->found->len && i - palette->top < room; i++)
		candidate_draw(palette, ui, i, inside.y + (int)(i - palette->top), inside);
	if (palette->found->len == 0)
		draw_text(inside.y, inside.x + 2, inside.width - 2, STYLE_FAINT,
			  _("Nothing is called that: fewer letters find more"));
}

/* How many answer, of more than one sees. */
static void
count_draw(const struct palette *palette, struct area area)
{
	if (palette->all <= palette->page)
		return;
	g_autofree char *count =
		g_strdup_printf(i18n_count(" %u found ", " %u found ", palette->all), palette->all);
	int width = text_width(count);
	draw_text(area.y + area.height - 1, area.x + area.width - width - 2, width, STYLE_HEAD,
		  count);
}

static void
palette_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct palette *palette = (struct palette *)screen;
	int width = MIN(body.width - 4, WIDTH_MAX);
	struct area area = {body.y, body.x + (body.width - width) / 2, body.height, width};
	draw_frame(area, _("Palette"));
	candidates_draw(palette, ui,
			(struct area){area.y + 3, area.x + 2, area.height - 4, width - 4});
	draw_line(area.y + 2, area.x + 1, width - 2);
	draw_text(area.y + 1, area.x + 2, 1, STYLE_HEAD, ":");
	count_draw(palette, area);
	input_draw(&palette->input, (struct area){area.y + 1, area.x + 4, 1, width - 6}, true);
	if (palette->input.text->len == 0)
		draw_text(area.y + 1, area.x + 4, width - 6, STYLE_FAINT,
			  _("an action, an event, its number, a person, a place, a date…"));
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static void
row_open(struct ui *ui, enum palette_kind kind, gint64 id)
{
	struct form_request request = {.noun = palette_noun(kind), .id = id};
	if (kind == PALETTE_EVENT)
		ui_push(ui, event_screen(ui, id));
	else if (kind == PALETTE_VENUE)
		ui_push(ui, list_screen_rooms(ui, id));
	else
		form_open(ui, &request);
}

static void
palette_run(struct palette *palette, struct ui *ui)
{
	if (palette->found->len == 0)
		return;
	struct candidate candidate = *candidate_at(palette, palette->cursor);
	if (!candidate.possible) {
		g_autofree char *place = action_place(&actions[candidate.id]);
		ui_say(ui, TOAST_NOTE, _("Not here: %s"), place);
		return;
	}
	g_autofree char *item = palette_item(&candidate);
	if (candidate.kind != PALETTE_DAY)
		state_recent_add(store_path(ui->store), item);
	ui_remove(ui, &palette->screen);
	if (candidate.kind == PALETTE_DAY)
		ui_push(ui, calendar_screen_at(ui, (int)candidate.id));
	else if (candidate.kind == PALETTE_ACT)
		ui_act(ui, actions[candidate.id].act);
	else
		row_open(ui, candidate.kind, candidate.id);
}

static void
palette_complete(struct palette *palette, struct ui *ui)
{
	if (palette->found->len == 0)
		return;
	const struct candidate *candidate = candidate_at(palette, palette->cursor);
	char *const *names = candidate_names(palette, ui, candidate);
	char day[11];
	date_from_number((int)candidate->id, day);
	g_autofree char *date = date_text(day, DATE_LONG);
	input_set(&palette->input, candidate->kind == PALETTE_DAY ? date : names[0]);
	palette_refind(palette);
}

static bool
palette_moves(struct palette *palette, const struct key *key)
{
	static const char *const moves[] = {"Up", "Down", "PgUp", "PgDn"};
	for (gsize i = 0; i < G_N_ELEMENTS(moves); i++)
		if (key_is(key, moves[i]))
			return key_moves(key, &palette->cursor, palette->found->len, palette->page);
	return false;
}

static bool
palette_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct palette *palette = (struct palette *)screen;
	if (key_is(key, "Enter"))
		palette_run(palette, ui);
	else if (key_is(key, "Esc") || key_is(key, "C-c") || key_is(key, "C-p"))
		ui_remove(ui, screen);
	else if (key_is(key, "Tab"))
		palette_complete(palette, ui);
	else if (!palette_moves(palette, key) && input_key(&palette->input, key))
		palette_refind(palette);
	return true;
}

static bool
palette_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	(void)ui;
	((struct palette *)screen)->cursor = (guint)hit->value;
	return true;
}

/* What was changed meanwhile is called by its new name; the cursor stays. */
static void
palette_reload(struct screen *screen, struct ui *ui)
{
	struct palette *palette = (struct palette *)screen;
	guint cursor = palette->cursor;
	palette_index_free(palette->index);
	palette->index = palette_index_new(ui, palette->contexts);
	reading_start(palette);
	g_hash_table_remove_all(palette->names);
	palette_refind(palette);
	palette->cursor = MIN(cursor, MAX(palette->found->len, 1) - 1);
}

static bool
palette_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class palette_class = {
	.name = "palette",
	.hint = N_("↑↓ move · Enter run or open · Tab complete · Esc close"),
	.overlay = true,
	.draw = palette_draw,
	.key = palette_key,
	.click = palette_click,
	.reload = palette_reload,
	.typing = palette_typing,
	.free = palette_free,
};

static void
names_free(gpointer names)
{
	g_strfreev(names);
}

struct screen *
palette_screen(struct ui *ui)
{
	struct palette *palette = g_new0(struct palette, 1);
	palette->screen = (struct screen){.class = &palette_class, .tab = -1};
	palette->contexts = ui_contexts(ui);
	palette->index = palette_index_new(ui, palette->contexts);
	palette->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, names_free);
	input_init(&palette->input, NULL, false);
	palette->ui = ui;
	palette_refind(palette);
	reading_start(palette);
	return &palette->screen;
}
