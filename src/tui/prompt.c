#include "tui/prompt.h"

#include <string.h>

#include "app/secure.h"
#include "base/i18n.h"
#include "base/path.h"
#include "base/text.h"
#include "tui/input.h"

struct prompt {
	struct screen screen;
	char *title;
	char *explanation;
	struct input input;
	char *names; /* of files that one can choose between, or NULL */
	prompt_done done;
	gpointer user;
	GDestroyNotify user_free;
};

static void
prompt_free(struct screen *screen)
{
	struct prompt *prompt = (struct prompt *)screen;
	if (prompt->user_free != NULL)
		prompt->user_free(prompt->user);
	input_clear(&prompt->input);
	g_free(prompt->title);
	g_free(prompt->explanation);
	g_free(prompt->names);
	g_free(prompt);
}

enum { NAMES_LINES = 4 };

static void
prompt_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct prompt *prompt = (struct prompt *)screen;
	(void)ui;
	int width = MIN(body.width - 4, 72);
	int said = draw_paragraph_lines(width - 4, prompt->explanation);
	int names = MIN(draw_paragraph_lines(width - 4, prompt->names), NAMES_LINES);
	int height = MIN(said + names + 3, body.height);
	struct area area = {body.y + (body.height - height) / 2, body.x + (body.width - width) / 2,
			    height, width};
	draw_frame(area, prompt->title);
	draw_paragraph((struct area){area.y + 1, area.x + 2, said, width - 4}, STYLE_PLAIN,
		       prompt->explanation);
	draw_paragraph((struct area){area.y + 2 + said, area.x + 2, height - said - 3, width - 4},
		       STYLE_FAINT, prompt->names);
	input_draw(&prompt->input, (struct area){area.y + 1 + said, area.x + 2, 1, width - 4},
		   true);
}

static bool
prompt_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct prompt *prompt = (struct prompt *)screen;
	if (key_is(key, "Enter")) {
		if (prompt->done(ui, prompt->input.text->str, prompt->user))
			ui_remove(ui, screen);
	} else if (key_is(key, "Esc") || key_is(key, "C-c")) {
		ui_remove(ui, screen);
	} else {
		g_clear_pointer(&prompt->names, g_free);
		input_key(&prompt->input, key);
	}
	return true;
}

/* The names one can choose between, as many as there is room for, then how many more. */
static char *
names_text(const GPtrArray *names)
{
	enum { ROOM = 130 }; /* columns that leave a line for the rest at 60 columns */
	GString *text = g_string_new(NULL);
	guint i = 0;
	for (; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		if (i > 0 && text_width(text->str) + text_width(name) > ROOM)
			break;
		g_string_append_printf(text, "%s%s", i > 0 ? "   " : "", name);
	}
	if (i < names->len) {
		g_string_append(text, "   ");
		g_string_append_printf(text, i18n_count("… %u more", "… %u more", names->len - i),
				       names->len - i);
	}
	return g_string_free(text, FALSE);
}

static void
path_complete_here(struct prompt *prompt, struct ui *ui)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *typed = g_strdup(prompt->input.text->str);
	g_autofree char *whole = path_complete(typed, names);
	g_clear_pointer(&prompt->names, g_free);
	if (strcmp(whole, typed) != 0)
		input_set(&prompt->input, whole);
	else if (names->len == 0)
		ui_say(ui, TOAST_NOTE, _("No file begins so"));
	if (names->len > 0)
		prompt->names = names_text(names);
}

static bool
path_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	/* In a shared account nobody is shown what lies in other folders. */
	if (!key_is(key, "Tab") || secure_mode())
		return prompt_key(screen, ui, key);
	path_complete_here((struct prompt *)screen, ui);
	return true;
}

static bool
prompt_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static const struct screen_class prompt_class = {
	.name = "prompt",
	.hint = N_("Enter accept · Esc close"),
	.overlay = true,
	.draw = prompt_draw,
	.key = prompt_key,
	.typing = prompt_typing,
	.free = prompt_free,
};

static const struct screen_class path_class = {
	.name = "prompt",
	.hint = N_("Enter accept · Tab complete · Esc close"),
	.overlay = true,
	.draw = prompt_draw,
	.key = path_key,
	.typing = prompt_typing,
	.free = prompt_free,
};

static void
show(struct ui *ui, const struct screen_class *class, const char *title, const char *explanation,
     const char *text, prompt_done done, gpointer user, GDestroyNotify user_free)
{
	struct prompt *prompt = g_new0(struct prompt, 1);
	prompt->screen = (struct screen){.class = class, .tab = -1};
	prompt->title = g_strdup(title);
	prompt->explanation = g_strdup(explanation);
	prompt->done = done;
	prompt->user = user;
	prompt->user_free = user_free;
	input_init(&prompt->input, text, false);
	ui_push(ui, &prompt->screen);
}

void
prompt_show(struct ui *ui, const char *title, const char *explanation, const char *text,
	    prompt_done done, gpointer user, GDestroyNotify user_free)
{
	show(ui, &prompt_class, title, explanation, text, done, user, user_free);
}

void
prompt_show_path(struct ui *ui, const char *title, const char *explanation, const char *text,
		 prompt_done done, gpointer user, GDestroyNotify user_free)
{
	show(ui, &path_class, title, explanation, text, done, user, user_free);
}
