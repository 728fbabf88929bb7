#include "tui/ui.h"

#include <curses.h>
#include <string.h>

#include "app/registration.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/door.h"
#include "tui/draft.h"
#include "tui/help.h"
#include "tui/leave.h"
#include "tui/loop.h"
#include "tui/menu.h"
#include "tui/mouse.h"
#include "tui/preference.h"
#include "tui/terminal.h"
#include "tui/undo.h"

#define MINIMUM_WIDTH  60
#define TOAST_LINES    4
#define MINIMUM_HEIGHT 16

struct screen *
ui_top(struct ui *ui)
{
	return g_ptr_array_index(ui->stack, ui->stack->len - 1);
}

void
ui_push(struct ui *ui, struct screen *screen)
{
	g_ptr_array_add(ui->stack, screen);
	ui->dirty = true;
}

void
ui_reload(struct ui *ui)
{
	store_changed(ui->store);
	for (guint i = 0; i < ui->stack->len; i++) {
		struct screen *screen = g_ptr_array_index(ui->stack, i);
		if (screen->class->reload != NULL)
			screen->class->reload(screen, ui);
	}
	ui->dirty = true;
}

bool
ui_reveal(struct ui *ui, const struct entity *entity, gint64 id)
{
	struct screen *top = ui_top(ui);
	return top->class->reveal != NULL && top->class->reveal(top, entity, id);
}

void
ui_remove(struct ui *ui, struct screen *screen)
{
	g_ptr_array_remove(ui->stack, screen);
	ui->dirty = true;
}

void
ui_pop(struct ui *ui)
{
	ui_remove(ui, ui_top(ui));
}

void
ui_go(struct ui *ui, int tab)
{
	g_ptr_array_set_size(ui->stack, 0);
	ui_push(ui, ui->rooms->root_screen(ui, tab));
}

/* ---- saying -------------------------------------------------------------------------------------
 */

/* What stands alone begins with a capital; the same words stand within sentences elsewhere. A lone
 * letter is a key, and a word with a dot or a slash is a file: they stay. */
static void
sentence_begin(char **text)
{
	const char *first = *text, *rest = g_utf8_find_next_char(first, NULL);
	gsize word = strcspn(first, " \n");
	gunichar letter = g_utf8_get_char(first);
	if (!g_unichar_islower(letter) || word == (gsize)(rest - first) ||
	    strcspn(first, "./") < word)
		return;
	char capital[8] = "";
	g_unichar_to_utf8(g_unichar_toupper(letter), capital);
	char *sentence = g_strconcat(capital, rest, NULL);
	g_free(*text);
	*text = sentence;
}

void
ui_say(struct ui *ui, enum toast_kind kind, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_free(ui->toast);
	ui->toast = g_strdup_vprintf(format, arguments);
	sentence_begin(&ui->toast);
	ui->toast_kind = kind;
	ui->dirty = true;
	va_end(arguments);
}

void
ui_fail(struct ui *ui, GError *error)
{
	if (error == NULL)
		return;
	ui_say(ui, TOAST_ERROR, "%s", error->message);
	g_error_free(error);
}

bool
ui_begin(struct ui *ui, const char *action)
{
	GError *error = NULL;
	bool done = store_begin(ui->store, action, &error);
	ui_fail(ui, error);
	return done;
}

/* What followed stands first, for somebody is to be told: where all does not fit, the rest is cut.
 */
void
ui_say_done(struct ui *ui, const char *followed, const char *what)
{
	if (followed != NULL)
		ui_say(ui, TOAST_UNDO, "%s · %s", followed, what);
	else
		ui_say(ui, TOAST_UNDO, "%s", what);
}

static void
say_done(struct ui *ui, const char *what)
{
	g_autofree char *followed = registration_followed(ui->store);
	ui_say_done(ui, followed, what);
}

bool
ui_commit(struct ui *ui, const char *what)
{
	GError *error = NULL;
	gint64 gesture = 0;
	bool done = store_commit(ui->store, &gesture, &error);
	if (!done)
		ui_fail(ui, error);
	else if (gesture != 0)
		say_done(ui, what);
	ui_reload(ui);
	return done;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

guint64
ui_contexts(struct ui *ui)
{
	struct screen *top = ui_top(ui);
	guint64 contexts = CONTEXT_ANY | (ui->sample ? CONTEXT_SAMPLE : 0);
	return contexts | top->class->contexts | top->contexts;
}

/* The columns that the tabs up to LAST take, with GAP between them. */
static int
tabs_width(const struct ui_rooms *rooms, int last, int gap)
{
	int width = 1;
	for (int i = 0; i <= last; i++)
		width += text_width(rooms->root_label(i)) + 2 + gap;
	return width;
}

/* Where all tabs do not fit, the first ones fall away until the one that one is on is shown. */
static int
first_tab(const struct ui_rooms *rooms, int tab, int gap, int room)
{
	int first = 0, width = tabs_width(rooms, tab, gap);
	while (width > room + gap && first < tab)
		width -= text_width(rooms->root_label(first++)) + 2 + gap;
	return first;
}

static void
draw_tabs(struct ui *ui)
{
	struct screen *root = g_ptr_array_index(ui->stack, 0);
	draw_cell(0, 0, COLS, STYLE_BAR, "");
	g_autofree char *menu = g_strdup_printf("F9 %s ", _("menu"));
	int gap = 1, room = COLS - text_width(menu) - 1;
	/* Closer together, before any of them falls away. */
	if (tabs_width(ui->rooms, ui->rooms->n_roots - 1, gap) > room + gap) {
		gap = 0;
		menu[strlen("F9 ")] = '\0';
		room = COLS - text_width(menu) - 1;
	}
	int x = 1, first = first_tab(ui->rooms, root->tab, gap, room), i = first;
	for (; i < ui->rooms->n_roots; i++) {
		const char *label = ui->rooms->root_label(i);
		int width = text_width(label) + 2;
		if (x + width > room)
			break;
		g_autofree char *shown = i == root->tab ? g_strdup_printf("[%s]", label)
							: g_strdup_printf(" %s ", label);
		draw_text(0, x, width, i == root->tab ? STYLE_TAB : STYLE_BAR, shown);
		draw_hit((struct area){0, x, 1, width}, HIT_ACT, (int)ACT_GO_HOME + i);
		x += width + gap;
	}
	if (first > 0)
		draw_text(0, 0, 1, STYLE_BAR, draw_letter("‹", "<"));
	if (i < ui->rooms->n_roots)
		draw_text(0, MIN(x, room), 1, STYLE_BAR, draw_letter("›", ">"));
	draw_right(0, room, COLS - room, STYLE_BAR, menu);
	draw_hit((struct area){0, room + 1, 1, COLS - room - 1}, HIT_ACT, ACT_MENU);
}

/* What one must know of the database, whatever one does: a line each; returns how many. */
static int
draw_banners(struct ui *ui, int y)
{
	int lines = 0;
	const char *reason = store_read_only(ui->store);
	if (ui->sample)
		draw_cell(y + lines++, 0, COLS, STYLE_BANNER,
			  _(" Trial database: nothing here is yours. B: begin my own database"));
	g_autofree char *taken = store_taken_words(ui->store);
	if (taken != NULL) {
		g_autofree char *text = g_strdup_printf(_(" This is %s"), taken);
		draw_cell(y + lines++, 0, COLS, STYLE_BANNER, text);
	}
	if (reason != NULL) {
		g_autofree char *text = g_strdup_printf(_(" For reading only: %s"), reason);
		draw_cell(y + lines++, 0, COLS, STYLE_WARNING, text);
	}
	return lines;
}

/* A hint begins with its key: it is a button for it. */
static void
hint_hit(struct area area, const char *hint)
{
	g_autofree char *shown = g_strndup(hint, strcspn(hint, " "));
	g_autofree char *name = key_of_shown(shown);
	if (name != NULL)
		draw_hit_key(area, name);
}

/* A line of hints, its last ones left out where they do not fit. */
static void
hint_words(int y, const char *line)
{
	g_auto(GStrv) hints = g_strsplit(line, " · ", -1);
	int x = 1;
	for (guint i = 0; hints[i] != NULL; i++) {
		if (x + text_width(hints[i]) > COLS - 1)
			return;
		int width = draw_text(y, x, COLS, STYLE_PLAIN, hints[i]);
		hint_hit((struct area){y, x, 1, width}, hints[i]);
		x += width + 2;
	}
}

/* What of the line the key that takes back has, at the right of it. */
static const char *
toast_back(const struct ui *ui)
{
	return ui->toast_kind == TOAST_UNDO   ? _("u: undo")
	       : ui->toast_kind == TOAST_REDO ? _("Ctrl-R: redo")
					      : NULL;
}

/* After "g": the letters that go somewhere, each a button; from row Y on when it DRAWS. Returns how
 * many rows they take. */
static int
goes_place(int y, bool draws)
{
	int x = 1, lines = 1;
	for (const struct action *action = actions; action->act != ACT_NONE; action++) {
		if (!g_str_has_prefix(action->keys, "g+"))
			continue;
		g_autofree char *text =
			g_strdup_printf("%s %s", action->keys + 2, _(action->label));
		int width = text_width(text);
		if (x > 1 && x + width > COLS - 1) {
			lines++;
			x = 1;
		}
		if (draws) {
			draw_text(y + lines - 1, x, COLS, STYLE_PLAIN, text);
			draw_text(y + lines - 1, x, 1, STYLE_KEY, action->keys + 2);
			draw_hit((struct area){y + lines - 1, x, 1, width}, HIT_ACT,
				 (int)action->act);
		}
		x += width + 2;
	}
	return lines;
}

static char *
toast_text(const struct ui *ui)
{
	return g_strconcat(ui->toast_kind == TOAST_ERROR ? "! " : "", ui->toast, NULL);
}

/* What went wrong is told whole: where a line does not hold it, the body gives it some of its own.
 * What was done can be read in the history, and keeps to its line. */
static int
toast_lines(const struct ui *ui)
{
	if (ui->goes)
		return goes_place(0, false);
	if (ui->toast == NULL || toast_back(ui) != NULL)
		return 1;
	g_autofree char *text = toast_text(ui);
	return CLAMP(draw_paragraph_lines(COLS - 2, text), 1, TOAST_LINES);
}

static guint
lowest_shown(struct ui *ui)
{
	guint lowest = ui->stack->len - 1;
	while (lowest > 0 &&
	       ((struct screen *)g_ptr_array_index(ui->stack, lowest))->class->overlay)
		lowest--;
	return lowest;
}

/* The status row is of the screen that one sees, whatever lies over it. */
static void
draw_status(struct ui *ui)
{
	struct screen *screen = g_ptr_array_index(ui->stack, lowest_shown(ui));
	if (screen->class->status != NULL)
		screen->class->status(screen, ui, (struct area){LINES - 2, 1, 1, COLS - 2});
}

/* What was done, and at the right, whatever its length, the key that takes it back. */
static void
draw_toast(struct ui *ui, int lines)
{
	static const enum style styles[] = {STYLE_GOOD, STYLE_GOOD, STYLE_GOOD, STYLE_PLAIN,
					    STYLE_ERROR};
	int y = LINES - 2, room = COLS - 2;
	if (ui->goes) {
		goes_place(y + 1 - lines, true);
		return;
	}
	if (ui->toast == NULL) {
		draw_status(ui);
		return;
	}
	const char *back = toast_back(ui);
	if (back != NULL) {
		room -= text_width(back) + 2;
		draw_right(y, 1 + room, COLS - 2 - room, STYLE_KEY, back);
		draw_hit((struct area){y, 1 + room, 1, COLS - 2 - room}, HIT_ACT,
			 ui->toast_kind == TOAST_UNDO ? ACT_UNDO : ACT_REDO);
	}
	g_autofree char *text = toast_text(ui);
	if (lines > 1)
		draw_paragraph((struct area){y + 1 - lines, 1, lines, room}, styles[ui->toast_kind],
			       text);
	else
		draw_text(y, 1, room, styles[ui->toast_kind], text);
}

static int
by_priority(gconstpointer a, gconstpointer b)
{
	const struct action *first = *(const struct action *const *)a;
	const struct action *second = *(const struct action *const *)b;
	return second->priority - first->priority;
}

/* The hints that fit, the important ones first; whole words only. */
static void
draw_hints(struct ui *ui)
{
	guint64 contexts = ui_contexts(ui);
	struct screen *top = ui_top(ui);
	bool typing = top->class->typing != NULL && top->class->typing(top);
	if (top->class->hint != NULL && (typing || top->class->act == NULL)) {
		hint_words(LINES - 1, _(top->class->hint));
		return;
	}
	g_autoptr(GPtrArray) shown = g_ptr_array_new();
	for (const struct action *action = actions; action->act != ACT_NONE; action++)
		if ((action->contexts & contexts) != 0 && action->hint != NULL &&
		    (!typing || action->act == ACT_SAVE))
			g_ptr_array_add(shown, (gpointer)(gsize)action);
	g_ptr_array_sort(shown, by_priority);
	int x = 1;
	for (guint i = 0; i < shown->len; i++) {
		const struct action *action = g_ptr_array_index(shown, i);
		g_autofree char *key = action_key_shown(action);
		const char *hint = _(action->hint);
		int width = text_width(key) + 1 + text_width(hint);
		if (x + width > COLS - 1)
			continue;
		draw_hit((struct area){LINES - 1, x, 1, width}, HIT_ACT, (int)action->act);
		x += draw_text(LINES - 1, x, COLS, STYLE_KEY, key) + 1;
		x += draw_text(LINES - 1, x, COLS, STYLE_PLAIN, hint) + 2;
	}
}

static bool
is_too_small(void)
{
	return COLS < MINIMUM_WIDTH || LINES < MINIMUM_HEIGHT;
}

static void
draw_too_small(void)
{
	draw_format(0, 0, COLS, STYLE_PLAIN, _("%dx%d at least (this is %dx%d)"), MINIMUM_WIDTH,
		    MINIMUM_HEIGHT, COLS, LINES);
}

/* The highest screen that has a title says it: dialogues lie above. */
static void
title_say(struct ui *ui)
{
	struct screen *root = g_ptr_array_index(ui->stack, 0);
	g_autofree char *title = NULL;
	for (guint i = ui->stack->len; title == NULL && i > 0; i--) {
		struct screen *screen = g_ptr_array_index(ui->stack, i - 1);
		if (screen->class->title != NULL)
			title = screen->class->title(screen);
	}
	g_autofree char *whole =
		g_strdup_printf("%s — Ateliers",
				title != NULL ? title : ui->rooms->root_label(root->tab));
	terminal_title(whole);
}

void
ui_draw(struct ui *ui)
{
	draw_frame_begin();
	if (is_too_small()) {
		draw_too_small();
		draw_frame_end();
		return;
	}
	draw_tabs(ui);
	int top = 1 + draw_banners(ui, 1);
	int lines = toast_lines(ui);
	struct area body = {top, 0, LINES - 1 - lines - top, COLS};
	draw_cursor(body.y, body.x); /* where nothing has the focus */
	for (guint i = lowest_shown(ui); i < ui->stack->len; i++) {
		struct screen *screen = g_ptr_array_index(ui->stack, i);
		if (screen->class->overlay)
			draw_hits_cover();
		screen->class->draw(screen, ui, body);
	}
	draw_toast(ui, lines);
	draw_hints(ui);
	draw_frame_end();
	title_say(ui);
}

/* ---- actions that mean the same everywhere
 * -------------------------------------------------------- */

static void
go_beside(struct ui *ui, int by)
{
	struct screen *root = g_ptr_array_index(ui->stack, 0);
	ui_go(ui, (root->tab + by + ui->rooms->n_roots) % ui->rooms->n_roots);
}

static void
back(struct ui *ui)
{
	if (ui->stack->len > 1)
		ui_pop(ui);
	else if (((struct screen *)g_ptr_array_index(ui->stack, 0))->tab != 0)
		ui_go(ui, 0);
	else
		ui->leaving = true;
}

static bool
act_everywhere(struct ui *ui, enum act act)
{
	if (ui->rooms->act(ui, act))
		return true;
	switch ((int)act) {
	case ACT_HELP:
		ui_push(ui, help_screen(ui));
		return true;
	case ACT_MENU:
		ui_push(ui, menu_screen(ui));
		return true;
	case ACT_QUIT:
		ui->leaving = true; /* never asks, and loses nothing: the draft says who left */
		ui->left = true;
		draft_keep_all(ui);
		return true;
	case ACT_BACK:
		back(ui);
		return true;
	case ACT_UNDO:
		undo_show(ui, 0);
		return true;
	case ACT_REDO:
		redo_show(ui);
		return true;
	case ACT_NEXT_TAB:
		go_beside(ui, 1);
		return true;
	case ACT_PREVIOUS_TAB:
		go_beside(ui, -1);
		return true;
	case ACT_REDRAW:
		clearok(curscr, TRUE);
		return true;
	case ACT_PREFERENCES:
		preference_ask(ui);
		return true;
	case ACT_SUSPEND:
		loop_suspend(ui);
		return true;
	case ACT_OWN_DATABASE:
		loop_own_database(ui);
		return true;
	default:
		return false;
	}
}

bool
ui_act(struct ui *ui, enum act act)
{
	struct screen *top = ui_top(ui);
	ui->dirty = true;
	if (top->class->act != NULL && top->class->act(top, ui, act))
		return true;
	return leave_asks(ui, act, act_everywhere) || act_everywhere(ui, act);
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static void
key_goes(struct ui *ui, const struct key *key)
{
	g_autofree char *name = g_strdup_printf("g+%s", key->name);
	const struct action *action = action_of_key(name, ui_contexts(ui));
	ui->goes = false;
	if (action != NULL)
		ui_act(ui, action->act);
}

/* Where nothing is seen no action runs; what is being typed goes on. */
static bool
is_blind_key(struct screen *top, const struct key *key)
{
	bool typing = top->class->typing != NULL && top->class->typing(top);
	return key_is(key, "C-q") || key_is(key, "C-z") ||
	       (typing && (*key->text != '\0' || key_is(key, "Paste") || key_is(key, "Backspace")));
}

void
ui_key(struct ui *ui, const struct key *key)
{
	if (mouse_key(ui, key))
		return;
	struct screen *top = ui_top(ui);
	ui->dirty = true;
	if (*key->name == '\0' || key_is(key, "Resize"))
		return; /* nobody typed it: a "g" before it still waits for its letter */
	if (is_too_small() && !is_blind_key(top, key))
		return;
	ui->clicked = -1;
	if (ui->goes) {
		key_goes(ui, key);
		return;
	}
	g_clear_pointer(&ui->toast, g_free);
	if (top->class->key != NULL && top->class->key(top, ui, key))
		return;
	bool typing = top->class->typing != NULL && top->class->typing(top);
	if (typing && *key->text != '\0')
		return;
	struct key same = *key;
	if (key_is(key, "C-c"))
		g_strlcpy(same.name, "Esc", sizeof same.name);
	if (key_is(&same, "Esc") && ui->stack->len == 1 && top->tab == 0) {
		ui_say(ui, TOAST_NOTE, _("q leaves Ateliers; all is saved"));
		return;
	}
	if (key_is(&same, "g")) {
		ui->goes = true;
		return;
	}
	const struct action *action = action_of_key(same.name, ui_contexts(ui));
	if (action != NULL)
		ui_act(ui, action->act);
}
