#include "tui/pick.h"

#include "base/i18n.h"
#include "base/text.h"

int
pick_width(const struct action *const *picked, guint n)
{
	int width = 0;
	for (guint i = 0; i < n; i++) {
		g_autofree char *key = keys_shown(picked[i]->keys);
		width = MAX(width, text_width(_(picked[i]->label)) + text_width(key) + 3);
	}
	return width;
}

void
pick_draw(const struct action *const *picked, guint n, guint top, guint focus, struct area area)
{
	for (guint i = top; i < n && (int)(i - top) < area.height; i++) {
		int y = area.y + (int)(i - top);
		enum style style = i == focus ? STYLE_FOCUS : STYLE_PLAIN;
		g_autofree char *key = keys_shown(picked[i]->keys);
		draw_hit((struct area){y, area.x, 1, area.width}, HIT_ROW, (int)i);
		draw_text(y, area.x - 1, 1, style, i == focus ? ">" : " ");
		draw_cell(y, area.x, area.width, style, "");
		draw_text(y, area.x, area.width - text_width(key) - 1, style, _(picked[i]->label));
		draw_text(y, area.x + area.width - text_width(key), text_width(key), style, key);
		if (i == focus)
			draw_cursor(y, area.x);
	}
}
