#include "tui/help.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/pick.h"

struct help {
	struct screen screen;
	GPtrArray *own;   /* struct action: what the screen answers to itself */
	GPtrArray *all;   /* const struct action * */
	GPtrArray *shown; /* those that answer to what was typed */
	GString *filter;
	guint focus, top;
};

static void
help_free(struct screen *screen)
{
	struct help *help = (struct help *)screen;
	g_ptr_array_unref(help->all);
	g_ptr_array_unref(help->own);
	g_ptr_array_unref(help->shown);
	g_string_free(help->filter, TRUE);
	g_free(help);
}

static void
help_refilter(struct help *help)
{
	g_autofree char *key = text_search_key(help->filter->str);
	g_ptr_array_set_size(help->shown, 0);
	for (guint i = 0; i < help->all->len; i++) {
		const struct action *action = g_ptr_array_index(help->all, i);
		g_autofree char *words = text_search_key(_(action->label));
		if (strstr(words, key) != NULL)
			g_ptr_array_add(help->shown, (gpointer)(gsize)action);
	}
	help->focus = help->top = 0;
}

static void
help_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct help *help = (struct help *)screen;
	const struct action *const *shown =
		(const struct action *const *)(void *)help->shown->pdata;
	(void)ui;
	int width = MIN(body.width - 4,
			pick_width((const struct action *const *)(void *)help->all->pdata,
				   help->all->len) +
				4);
	int height = MIN(body.height, (int)help->all->len + 4);
	struct area area = {body.y + (body.height - height) / 2, body.x + (body.width - width) / 2,
			    height, width};
	draw_frame(area, _("Keys of this screen"));
	if (help->filter->len > 0)
		draw_format(area.y + 1, area.x + 2, width - 4, STYLE_FIELD, "%s_",
			    help->filter->str);
	else
		draw_text(area.y + 1, area.x + 2, width - 4, STYLE_FAINT,
			  _("type to filter · Enter runs it"));
	int room = height - 3;
	if (help->focus < help->top)
		help->top = help->focus;
	if ((int)(help->focus - help->top) >= room)
		help->top = help->focus - (guint)room + 1;
	if (help->shown->len == 0) {
		draw_format(area.y + 2, area.x + 2, width - 4, STYLE_FAINT,
			    _("Nothing answers to: %s"), help->filter->str);
		draw_cursor(area.y + 1, area.x + 2 + text_width(help->filter->str));
	}
	pick_draw(shown, help->shown->len, help->top, help->focus,
		  (struct area){area.y + 2, area.x + 2, room, width - 4});
	guint end = MIN(help->top + (guint)MAX(room, 0), help->shown->len);
	draw_more(area.y, area.x + width - 2, help->top, false, false);
	draw_more(area.y + height - 1, area.x + width - 2, help->shown->len - end, true, false);
}

/* Caller frees. */
static char *
first_key(const struct action *action)
{
	return g_strndup(action->keys, strcspn(action->keys, " "));
}

static void
help_run(struct help *help, struct ui *ui)
{
	if (help->shown->len == 0)
		return;
	const struct action *action = g_ptr_array_index(help->shown, help->focus);
	enum act act = action->act;
	g_autofree char *name = first_key(action);
	struct key key = key_named(name);
	ui_remove(ui, &help->screen);
	if (act != ACT_NONE)
		ui_act(ui, act);
	else
		ui_key(ui, &key);
}

static bool
help_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct help *help = (struct help *)screen;
	if (key_is(key, "Enter"))
		help_run(help, ui);
	else if (key_is(key, "Esc") || key_is(key, "F1") || key_is(key, "C-c"))
		ui_remove(ui, screen);
	else if (key_is(key, "Up") && help->focus > 0)
		help->focus--;
	else if (key_is(key, "Down") && help->focus + 1 < help->shown->len)
		help->focus++;
	else if (key_is(key, "PgUp"))
		help->focus -= MIN(help->focus, 10);
	else if (key_is(key, "PgDn") && help->shown->len > 0)
		help->focus = MIN(help->focus + 10, help->shown->len - 1);
	else if (key_is(key, "Backspace") && help->filter->len > 0) {
		const char *text = help->filter->str;
		g_string_truncate(help->filter,
				  (gsize)(text_previous(text, text + help->filter->len) - text));
		help_refilter(help);
	} else if (key_is(key, "C-u")) {
		g_string_truncate(help->filter, 0);
		help_refilter(help);
	} else if (*key->text != '\0') {
		g_string_append(help->filter, key->text);
		help_refilter(help);
	}
	return true;
}

static bool
help_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	(void)ui;
	((struct help *)screen)->focus = (guint)hit->value;
	return true;
}

static bool
help_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class help_class = {
	.name = "help",
	.hint = N_("↑↓ move · Enter run · Esc close · letters filter"),
	.overlay = true,
	.draw = help_draw,
	.key = help_key,
	.click = help_click,
	.typing = help_typing,
	.free = help_free,
};

/* They stand among the actions as one of no act. */
static void
own_keys_read(struct help *help, const struct key_help *keys)
{
	for (; keys != NULL && keys->keys != NULL; keys++) {
		struct action *own = g_new0(struct action, 1);
		own->keys = keys->keys;
		own->label = keys->label;
		g_ptr_array_add(help->own, own);
		g_ptr_array_add(help->all, own);
	}
}

/* While letters are text, an action that has only a letter is for the palette. */
static bool
key_types(const char *keys)
{
	g_auto(GStrv) names = g_strsplit(keys, " ", -1);
	for (guint i = 0; names[i] != NULL; i++)
		if (strlen(names[i]) > 1 && strchr(names[i], '+') == NULL &&
		    strcmp(names[i], "Space") != 0)
			return false;
	return true;
}

/* What is this screen's alone comes first, then its own keys, then what can be done anywhere. */
static void
help_read(struct help *help, struct ui *ui)
{
	struct screen *top = ui_top(ui);
	guint64 contexts = ui_contexts(ui);
	bool typing = top->class->typing != NULL && top->class->typing(top);
	for (int pass = 0; pass < 2; pass++) {
		for (const struct action *action = actions; action->act != ACT_NONE; action++) {
			bool anywhere = (action->contexts & CONTEXT_ANY) != 0;
			if ((action->contexts & contexts) != 0 && anywhere == (pass == 1) &&
			    !(typing && key_types(action->keys)))
				g_ptr_array_add(help->all, (gpointer)(gsize)action);
		}
		if (pass == 0)
			own_keys_read(help, top->class->keys);
	}
}

struct screen *
help_screen(struct ui *ui)
{
	struct help *help = g_new0(struct help, 1);
	help->screen = (struct screen){.class = &help_class, .tab = -1};
	help->all = g_ptr_array_new();
	help->shown = g_ptr_array_new();
	help->filter = g_string_new(NULL);
	help->own = g_ptr_array_new_with_free_func(g_free);
	help_read(help, ui);
	help_refilter(help);
	return &help->screen;
}
