#include "tui/result.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/loop.h"
#include "tui/opener.h"
#include "tui/printer.h"

#define WIDTH_MAX 100

struct result {
	struct screen screen;
	char *title;
	char *path;       /* what was made; NULL: a text that is only read */
	GPtrArray *lines; /* char * */
	GPtrArray *files; /* char *: what a printer takes; NULL: nothing, or there is none */
	guint top, page;  /* the first line shown; how many are */
};

static void
result_free(struct screen *screen)
{
	struct result *result = (struct result *)screen;
	g_ptr_array_unref(result->lines);
	if (result->files != NULL)
		g_ptr_array_unref(result->files);
	g_free(result->title);
	g_free(result->path);
	g_free(result);
}

static int
line_height(const struct result *result, guint place, int width)
{
	return MAX(1, draw_paragraph_lines(width, g_ptr_array_index(result->lines, place)));
}

static int
whole_height(const struct result *result, int width)
{
	int height = 0;
	for (guint i = 0; i < result->lines->len; i++)
		height += line_height(result, i, width);
	return height;
}

/* The last lines fill the dialogue: nobody scrolls into nothing. */
static guint
last_top(const struct result *result, struct area inside)
{
	int height = 0;
	guint top = result->lines->len;
	while (top > 0 && height + line_height(result, top - 1, inside.width) <= inside.height)
		height += line_height(result, --top, inside.width);
	return top;
}

static void
draw_lines(struct result *result, struct area inside)
{
	int bottom = inside.y + inside.height;
	guint i = result->top;
	for (; i < result->lines->len && inside.y < bottom; i++) {
		struct area rest = {inside.y, inside.x, bottom - inside.y, inside.width};
		inside.y += MAX(1, draw_paragraph(rest, STYLE_PLAIN,
						  g_ptr_array_index(result->lines, i)));
	}
	result->page = MAX(1, i - result->top);
}

static void
result_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct result *result = (struct result *)screen;
	(void)ui;
	int width = MIN(body.width - 4, WIDTH_MAX);
	int height = MIN(whole_height(result, width - 4) + 2, body.height - 2);
	struct area area = {body.y + (body.height - height) / 2, body.x + (body.width - width) / 2,
			    height, width};
	struct area inside = {area.y + 1, area.x + 2, height - 2, width - 4};
	draw_frame(area, result->title);
	result->top = MIN(result->top, last_top(result, inside));
	draw_lines(result, inside);
	if (result->page < result->lines->len) {
		g_autofree char *shown =
			g_strdup_printf(_(" %u to %u of %u, ↑↓ "), result->top + 1,
					result->top + result->page, result->lines->len);
		int room = text_width(shown);
		draw_text(area.y + height - 1, area.x + width - room - 2, room, STYLE_HEAD, shown);
	}
	draw_cursor(inside.y, inside.x);
}

static const struct screen_class told_class;

static void
path_copy(const struct result *result, struct ui *ui)
{
	if (result->screen.class == &told_class) {
		copy_give(ui, result->title, result->path);
		return;
	}
	if (loop_copy(result->path))
		ui_say(ui, TOAST_DONE, _("Path copied: %s"), result->path);
	else
		ui_say(ui, TOAST_NOTE, _("This terminal has no clipboard: %s"), result->path);
}

static void
result_move(struct result *result, int by)
{
	int last = (int)result->lines->len - 1;
	result->top = (guint)CLAMP((int)result->top + by, 0, MAX(last, 0));
}

static bool
result_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct result *result = (struct result *)screen;
	int page = (int)result->page;
	if (key_is(key, "Enter") || key_is(key, "Esc") || key_is(key, "q") || key_is(key, "C-c"))
		ui_remove(ui, screen);
	else if (key_is(key, "y") && result->path != NULL)
		path_copy(result, ui);
	else if (key_is(key, "o") && screen->class != &told_class && result->path != NULL)
		open_give(ui, result->path);
	else if (key_is(key, "p") && result->files != NULL)
		printer_ask(ui, result->files);
	else if (key_is(key, "Up") || key_is(key, "Down"))
		result_move(result, key_is(key, "Up") ? -1 : 1);
	else if (key_is(key, "PgUp") || key_is(key, "PgDn"))
		result_move(result, key_is(key, "PgUp") ? -page : page);
	else if (key_is(key, "Home") || key_is(key, "End"))
		result_move(result, key_is(key, "Home") ? -100000 : 100000);
	return true;
}

static bool
result_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class result_class = {
	.name = "result",
	.hint = N_("o open · y copy the path · Enter close · ↑↓ scroll"),
	.overlay = true,
	.draw = result_draw,
	.key = result_key,
	.typing = result_typing,
	.free = result_free,
};

static const struct screen_class told_class = {
	.name = "told",
	.hint = N_("y copy · Enter close · ↑↓ scroll"),
	.overlay = true,
	.draw = result_draw,
	.key = result_key,
	.typing = result_typing,
	.free = result_free,
};

static const struct screen_class papers_class = {
	.name = "papers",
	.hint = N_("p to the printer · o open · y copy the path · Enter close · ↑↓ scroll"),
	.overlay = true,
	.draw = result_draw,
	.key = result_key,
	.typing = result_typing,
	.free = result_free,
};

static const struct screen_class reader_class = {
	.name = "reader",
	.hint = N_("Enter close · ↑↓ scroll"),
	.overlay = true,
	.draw = result_draw,
	.key = result_key,
	.typing = result_typing,
	.free = result_free,
};

static struct result *
result_new(const struct screen_class *class, const char *title)
{
	struct result *result = g_new0(struct result, 1);
	result->screen = (struct screen){.class = class, .tab = -1};
	result->title = g_strdup(title);
	result->lines = g_ptr_array_new_with_free_func(g_free);
	return result;
}

void
result_show_papers(struct ui *ui, const char *what, const char *path, const GPtrArray *lines,
		   const GPtrArray *files)
{
	guint n = files != NULL ? files->len : 0;
	bool prints = n > 0 && printer_is_there();
	struct result *result = result_new(prints ? &papers_class : &result_class, _("Made"));
	result->path = g_strdup(path);
	g_ptr_array_add(result->lines, g_strdup(what));
	g_ptr_array_add(result->lines, g_strdup(path));
	for (guint i = 0; i < lines->len; i++)
		g_ptr_array_add(result->lines, g_strdup(g_ptr_array_index(lines, i)));
	if (prints)
		result->files = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; prints && files != NULL && i < n; i++)
		g_ptr_array_add(result->files, g_strdup(g_ptr_array_index(files, i)));
	ui_push(ui, &result->screen);
}

void
result_show(struct ui *ui, const char *what, const char *path, const GPtrArray *lines)
{
	result_show_papers(ui, what, path, lines, NULL);
}

void
result_tell(struct ui *ui, const char *title, const char *what, const char *path,
	    const GPtrArray *lines)
{
	struct result *result = result_new(&told_class, title);
	result->path = g_strdup(path);
	g_ptr_array_add(result->lines, g_strdup(what));
	g_ptr_array_add(result->lines, g_strdup(path));
	for (guint i = 0; i < lines->len; i++)
		g_ptr_array_add(result->lines, g_strdup(g_ptr_array_index(lines, i)));
	ui_push(ui, &result->screen);
}

void
result_read(struct ui *ui, const char *title, const char *text)
{
	struct result *result = result_new(&reader_class, title);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++)
		if (*lines[i] != '\0' || lines[i + 1] != NULL)
			g_ptr_array_add(result->lines, g_strdup(lines[i]));
	ui_push(ui, &result->screen);
}
