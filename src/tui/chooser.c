#include "tui/chooser.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* Fewer options are chosen by the arrows alone: a letter typed by mistake changes nothing. */
#define FILTERED_FROM 6

struct option {
	char *label;
	char *detail;
	char *key, *words; /* as one searches: whole, and word by word */
};

struct chooser {
	struct screen screen;
	char *title;
	char *explanation;
	GPtrArray *options; /* struct option */
	GArray *shown;      /* guint: places in options */
	guint cursor, top;
	GString *filter;
	bool narrows; /* by typing, however few there are */
	chooser_done done;
	gpointer user;
	GDestroyNotify user_free;
};

static void
option_free(gpointer pointer)
{
	struct option *option = pointer;
	g_free(option->label);
	g_free(option->detail);
	g_free(option->key);
	g_free(option->words);
	g_free(option);
}

static void
chooser_free(struct screen *screen)
{
	struct chooser *chooser = (struct chooser *)screen;
	if (chooser->user_free != NULL)
		chooser->user_free(chooser->user);
	g_ptr_array_unref(chooser->options);
	g_array_unref(chooser->shown);
	g_string_free(chooser->filter, TRUE);
	g_free(chooser->title);
	g_free(chooser->explanation);
	g_free(chooser);
}

static bool
is_filtered(const struct chooser *chooser)
{
	return chooser->narrows || chooser->options->len > FILTERED_FROM;
}

static void
chooser_refilter(struct chooser *chooser)
{
	g_autofree char *key = text_search_key(chooser->filter->str);
	g_autofree char *words = text_words_key(chooser->filter->str);
	g_array_set_size(chooser->shown, 0);
	/* Those of which a word begins so come first. */
	for (int begins = 1; begins >= 0; begins--)
		for (guint i = 0; i < chooser->options->len; i++) {
			const struct option *option = g_ptr_array_index(chooser->options, i);
			if (strstr(option->key, key) != NULL &&
			    text_word_begins(option->words, words) == (begins == 1))
				g_array_append_val(chooser->shown, i);
		}
	chooser->cursor =
		MIN(chooser->cursor, chooser->shown->len > 0 ? chooser->shown->len - 1 : 0);
}

static int
option_width(const struct option *option)
{
	int detail = option->detail != NULL ? text_width(option->detail) + 2 : 0;
	return text_width(option->label) + detail;
}

/* Lines that the explanation takes when it is wrapped, and one to spare for words that do not break
 * evenly. */
static int
explanation_lines(const char *text, int width)
{
	int lines = 0;
	g_auto(GStrv) parts = g_strsplit(text, "\n", -1);
	for (guint i = 0; parts[i] != NULL; i++)
		lines += 1 + text_width(parts[i]) / MAX(width, 1);
	return lines;
}

static struct area
chooser_area(const struct chooser *chooser, struct area body, int *lines)
{
	int width = text_width(chooser->title) + 8;
	for (guint i = 0; i < chooser->options->len; i++)
		width = MAX(width, option_width(g_ptr_array_index(chooser->options, i)) + 6);
	width = CLAMP(width, 30, body.width - 4);
	*lines = 0;
	if (chooser->explanation != NULL) {
		width = MAX(width, MIN(body.width - 4, 72));
		*lines = explanation_lines(chooser->explanation, width - 4);
	}
	int height = MIN((int)MAX(chooser->shown->len, 1) + 2 + *lines + (chooser->filter->len > 0),
			 body.height - 2);
	height = MAX(height, 3 + *lines);
	return (struct area){body.y + (body.height - height) / 2, body.x + (body.width - width) / 2,
			     height, width};
}

static void
chooser_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct chooser *chooser = (struct chooser *)screen;
	int lines = 0;
	struct area area = chooser_area(chooser, body, &lines);
	(void)ui;
	draw_frame(area, chooser->title);
	int y = area.y + 1, x = area.x + 2, width = area.width - 4;
	if (lines > 0) {
		draw_paragraph((struct area){y, x, lines, width}, STYLE_PLAIN,
			       chooser->explanation);
		y += lines;
	}
	if (chooser->filter->len > 0)
		draw_format(y++, x, width, STYLE_FIELD, "%s_", chooser->filter->str);
	guint room = (guint)MAX(1, area.y + area.height - 1 - y);
	if (chooser->cursor < chooser->top)
		chooser->top = chooser->cursor;
	if (chooser->cursor >= chooser->top + room)
		chooser->top = chooser->cursor - room + 1;
	guint end = MIN(chooser->top + room, chooser->shown->len);
	draw_more(area.y, area.x + area.width - 2, chooser->top, false, false);
	draw_more(area.y + area.height - 1, area.x + area.width - 2, chooser->shown->len - end,
		  true, false);
	for (guint i = chooser->top; i < end; i++, y++) {
		const struct option *option =
			g_ptr_array_index(chooser->options,
					  g_array_index(chooser->shown, guint, i));
		bool focus = i == chooser->cursor;
		enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
		draw_hit((struct area){y, x - 1, 1, width + 2}, HIT_ROW, (int)i);
		draw_cell(y, x - 1, width + 2, style, "");
		draw_text(y, x - 1, 1, style, focus ? ">" : " ");
		int taken = draw_text(y, x, width, style, option->label);
		if (option->detail != NULL)
			draw_right(y, x + taken + 1, width - taken - 1, style, option->detail);
		if (focus)
			draw_cursor(y, x);
	}
	if (chooser->shown->len == 0)
		draw_text(y, x, width, STYLE_FAINT, _("nothing answers to that"));
}

static void
chooser_finish(struct chooser *chooser, struct ui *ui)
{
	if (chooser->shown->len == 0)
		return;
	guint index = g_array_index(chooser->shown, guint, chooser->cursor);
	chooser_done done = chooser->done;
	gpointer user = chooser->user;
	GDestroyNotify user_free = chooser->user_free;
	chooser->user_free = NULL;
	ui_remove(ui, &chooser->screen);
	done(ui, index, user);
	if (user_free != NULL)
		user_free(user);
}

static void
chooser_move(struct chooser *chooser, int by)
{
	int last = (int)chooser->shown->len - 1;
	chooser->cursor = (guint)CLAMP((int)chooser->cursor + by, 0, MAX(last, 0));
}

static bool
chooser_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct chooser *chooser = (struct chooser *)screen;
	if (key_is(key, "Enter"))
		chooser_finish(chooser, ui);
	else if (key_is(key, "Esc") || key_is(key, "C-c"))
		ui_remove(ui, screen);
	else if (key_is(key, "Up"))
		chooser_move(chooser, -1);
	else if (key_is(key, "Down"))
		chooser_move(chooser, 1);
	else if (key_is(key, "PgUp"))
		chooser_move(chooser, -10);
	else if (key_is(key, "PgDn"))
		chooser_move(chooser, 10);
	else if (key_is(key, "Home") || key_is(key, "End"))
		chooser_move(chooser, key_is(key, "Home") ? -100000 : 100000);
	else if (key_is(key, "C-u")) {
		g_string_truncate(chooser->filter, 0);
		chooser_refilter(chooser);
	} else if (key_is(key, "Backspace") && chooser->filter->len > 0) {
		const char *text = chooser->filter->str;
		g_string_truncate(chooser->filter,
				  (gsize)(text_previous(text, text + chooser->filter->len) - text));
		chooser_refilter(chooser);
	} else if (*key->text != '\0' && is_filtered(chooser)) {
		g_string_append(chooser->filter, key->text);
		chooser_refilter(chooser);
	}
	return true;
}

static bool
chooser_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	struct chooser *chooser = (struct chooser *)screen;
	(void)ui;
	chooser->cursor = (guint)hit->value;
	return true;
}

static bool
chooser_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class chooser_class = {
	.name = "chooser",
	.hint = N_("↑↓ move · Enter choose · Esc close · letters narrow the list"),
	.overlay = true,
	.draw = chooser_draw,
	.key = chooser_key,
	.click = chooser_click,
	.typing = chooser_typing,
	.free = chooser_free,
};

/* What the hint says must be true: letters do nothing here. */
static const struct screen_class short_chooser_class = {
	.name = "chooser",
	.hint = N_("↑↓ move · Enter choose · Esc close"),
	.overlay = true,
	.draw = chooser_draw,
	.key = chooser_key,
	.click = chooser_click,
	.typing = chooser_typing,
	.free = chooser_free,
};

struct chooser *
chooser_new(const char *title, chooser_done done, gpointer user, GDestroyNotify user_free)
{
	struct chooser *chooser = g_new0(struct chooser, 1);
	chooser->screen = (struct screen){.class = &chooser_class, .tab = -1};
	chooser->title = g_strdup(title);
	chooser->options = g_ptr_array_new_with_free_func(option_free);
	chooser->shown = g_array_new(FALSE, FALSE, sizeof(guint));
	chooser->filter = g_string_new(NULL);
	chooser->done = done;
	chooser->user = user;
	chooser->user_free = user_free;
	return chooser;
}

void
chooser_add(struct chooser *chooser, const char *label, const char *detail)
{
	struct option *option = g_new0(struct option, 1);
	option->label = text_for_terminal(label);
	option->detail = detail != NULL ? text_for_terminal(detail) : NULL;
	g_autofree char *whole = g_strconcat(label, " ", detail != NULL ? detail : "", NULL);
	option->key = text_search_key(whole);
	option->words = text_words_key(whole);
	g_ptr_array_add(chooser->options, option);
}

void
chooser_explain(struct chooser *chooser, const char *text)
{
	g_free(chooser->explanation);
	chooser->explanation = g_strdup(text);
}

void
chooser_narrow(struct chooser *chooser)
{
	chooser->narrows = true;
}

void
chooser_show(struct chooser *chooser, struct ui *ui, guint start)
{
	chooser->cursor = start;
	if (!is_filtered(chooser))
		chooser->screen.class = &short_chooser_class;
	chooser_refilter(chooser);
	ui_push(ui, &chooser->screen);
}
