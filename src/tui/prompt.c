#include "tui/prompt.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/input.h"

struct prompt {
	struct screen screen;
	char *title;
	char *explanation;
	struct input input;
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
	g_free(prompt);
}

static void
prompt_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct prompt *prompt = (struct prompt *)screen;
	(void)ui;
	int width = MIN(body.width - 4, 72);
	int lines =
		prompt->explanation != NULL ? 1 + text_width(prompt->explanation) / (width - 4) : 0;
	struct area area = {body.y + (body.height - lines - 3) / 2,
			    body.x + (body.width - width) / 2, lines + 3, width};
	draw_frame(area, prompt->title);
	draw_paragraph((struct area){area.y + 1, area.x + 2, lines, width - 4}, STYLE_PLAIN,
		       prompt->explanation);
	input_draw(&prompt->input, (struct area){area.y + 1 + lines, area.x + 2, 1, width - 4},
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
		input_key(&prompt->input, key);
	}
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

void
prompt_show(struct ui *ui, const char *title, const char *explanation, const char *text,
	    prompt_done done, gpointer user, GDestroyNotify user_free)
{
	struct prompt *prompt = g_new0(struct prompt, 1);
	prompt->screen = (struct screen){.class = &prompt_class, .tab = -1};
	prompt->title = g_strdup(title);
	prompt->explanation = g_strdup(explanation);
	prompt->done = done;
	prompt->user = user;
	prompt->user_free = user_free;
	input_init(&prompt->input, text, false);
	ui_push(ui, &prompt->screen);
}
