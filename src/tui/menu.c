#include "tui/menu.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/pick.h"

struct menu_bar {
	struct screen screen;
	guint64 contexts; /* of the screen below */
	enum menu open;
	guint focus;
	GPtrArray *items; /* const struct action * of the open menu */
};

static void
menu_free(struct screen *screen)
{
	struct menu_bar *bar = (struct menu_bar *)screen;
	g_ptr_array_unref(bar->items);
	g_free(bar);
}

static void
menu_open(struct menu_bar *bar, enum menu menu)
{
	bar->open = menu;
	bar->focus = 0;
	g_ptr_array_set_size(bar->items, 0);
	for (const struct action *action = actions; action->act != ACT_NONE; action++)
		if (action->menu == menu && (action->contexts & bar->contexts) != 0)
			g_ptr_array_add(bar->items, (gpointer)(gsize)action);
}

static void
menu_beside(struct menu_bar *bar, int by)
{
	int menu = (int)bar->open;
	do
		menu = (menu - 1 + by + (MENUS - 1)) % (MENUS - 1) + 1;
	while (menu_open(bar, (enum menu)menu), bar->items->len == 0);
}

static void
menu_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct menu_bar *bar = (struct menu_bar *)screen;
	const struct action *const *items = (const struct action *const *)(void *)bar->items->pdata;
	(void)ui;
	int x = 1, open_x = 1;
	draw_cell(0, 0, body.width, STYLE_BAR, "");
	for (int menu = MENU_FILE; menu < MENUS; menu++) {
		const char *label = menu_label((enum menu)menu);
		if (menu == (int)bar->open)
			open_x = x;
		draw_hit((struct area){0, x, 1, text_width(label) + 2}, HIT_TAB, menu);
		draw_format(0, x, body.width, menu == (int)bar->open ? STYLE_TAB : STYLE_BAR,
			    " %s ", label);
		x += text_width(label) + 3;
	}
	int width = MIN(pick_width(items, bar->items->len) + 4, body.width - 2);
	int height = MIN((int)bar->items->len + 2, body.height + 1);
	struct area area = {1, MIN(open_x, body.width - width), height, width};
	draw_frame(area, NULL);
	guint room = (guint)MAX(height - 2, 1);
	guint top = bar->focus >= room ? bar->focus - room + 1 : 0;
	pick_draw(items, bar->items->len, top, bar->focus,
		  (struct area){2, area.x + 2, (int)room, width - 4});
}

static void
menu_run(struct menu_bar *bar, struct ui *ui)
{
	if (bar->focus >= bar->items->len)
		return;
	enum act act = ((const struct action *)g_ptr_array_index(bar->items, bar->focus))->act;
	ui_remove(ui, &bar->screen);
	ui_act(ui, act);
}

static bool
menu_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct menu_bar *bar = (struct menu_bar *)screen;
	guint n = bar->items->len;
	if (key_is(key, "Left"))
		menu_beside(bar, -1);
	else if (key_is(key, "Right") || key_is(key, "Tab"))
		menu_beside(bar, 1);
	else if (key_is(key, "Up"))
		bar->focus = n > 0 ? (bar->focus + n - 1) % n : 0;
	else if (key_is(key, "Down"))
		bar->focus = n > 0 ? (bar->focus + 1) % n : 0;
	else if (key_is(key, "Enter"))
		menu_run(bar, ui);
	else if (key_is(key, "Esc") || key_is(key, "F9") || key_is(key, "q") || key_is(key, "C-c"))
		ui_remove(ui, screen);
	return true;
}

/* A click on a head opens its menu, one on an action does it. */
static bool
menu_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	struct menu_bar *bar = (struct menu_bar *)screen;
	if (hit->kind == HIT_TAB) {
		menu_open(bar, (enum menu)hit->value);
		return false;
	}
	bar->focus = (guint)hit->value;
	menu_run(bar, ui);
	return false;
}

static bool
menu_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class menu_class = {
	.name = "menu",
	.hint = N_("←→ menus · ↑↓ move · Enter run · Esc close"),
	.overlay = true,
	.draw = menu_draw,
	.key = menu_key,
	.click = menu_click,
	.typing = menu_typing,
	.free = menu_free,
};

struct screen *
menu_screen(struct ui *ui)
{
	struct menu_bar *bar = g_new0(struct menu_bar, 1);
	bar->screen = (struct screen){.class = &menu_class, .tab = -1};
	bar->contexts = ui_contexts(ui);
	bar->items = g_ptr_array_new();
	menu_open(bar, MENU_FILE);
	return &bar->screen;
}
