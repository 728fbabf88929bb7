#include "core/card_grid.h"

#include <string.h>

/* The usual one first. */
static const struct card_grid grids[] = {
	{"86x54", NULL, 2, 5, 86, 54, 19, 13.5, 0, 0},
	{"90x60", NULL, 2, 4, 90, 60, 15, 28.5, 0, 0},
	{"90x65", NULL, 2, 4, 90, 65, 15, 18.5, 0, 0},
	{"80x50", "L4785", 2, 5, 80, 50, 17.5, 13.5, 15, 5},
	{"90x52", "L7414", 2, 5, 90, 52, 15, 18.5, 0, 0},
	{"99x68", "L7165", 2, 4, 99.1, 67.7, 4.65, 13.1, 2.5, 0},
	{"99x38", "L7163", 2, 7, 99.1, 38.1, 4.65, 15.15, 2.5, 0},
	{"63x38", "L7160", 3, 7, 63.5, 38.1, 7.25, 15.15, 2.5, 0},
};

const struct card_grid *
card_grid_at(guint i)
{
	return i < G_N_ELEMENTS(grids) ? &grids[i] : NULL;
}

/* "86 × 54 mm" as "86x54". */
static char *
name_plain(const char *typed)
{
	g_autoptr(GString) text = g_string_new(typed);
	g_string_replace(text, "×", "x", 0);
	g_string_replace(text, " ", "", 0);
	g_string_replace(text, "\u00a0", "", 0);
	if (text->len > 2 && g_ascii_strcasecmp(text->str + text->len - 2, "mm") == 0)
		g_string_truncate(text, text->len - 2);
	return g_strdup(text->str);
}

const struct card_grid *
card_grid_find(const char *typed)
{
	g_autofree char *name = name_plain(typed);
	for (gsize i = 0; i < G_N_ELEMENTS(grids); i++)
		if (g_ascii_strcasecmp(grids[i].name, name) == 0 ||
		    (grids[i].maker != NULL && g_ascii_strcasecmp(grids[i].maker, name) == 0))
			return &grids[i];
	return NULL;
}

char *
card_grid_text(const char *name)
{
	g_autoptr(GString) text = g_string_new(name);
	g_string_replace(text, "x", "\u00a0×\u00a0", 1);
	return g_strdup_printf("%s\u00a0mm", text->str);
}

char *
card_grid_names(void)
{
	GString *names = g_string_new(NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(grids); i++)
		g_string_append_printf(names, "%s%s", i > 0 ? " " : "", grids[i].name);
	return g_string_free(names, FALSE);
}

guint
card_grid_cells(const struct card_grid *grid)
{
	return grid->columns * grid->rows;
}
