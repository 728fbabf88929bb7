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
	GString *text;          /* under the line: how it is read, or what one can choose between */
	GString *note;          /* below that: what wants attention */
	prompt_reading reading; /* what makes them at each key, or NULL */
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
	g_string_free(prompt->text, TRUE);
	g_string_free(prompt->note, TRUE);
	g_free(prompt);
}

enum { UNDER_LINES = 4, WIDEST = 72 };

/* The lines of TEXT and NOTE: what wants attention is cut last. What is read at each key keeps its
 * room, so that the dialogue stays where it is. */
static int
under_lines(const struct prompt *prompt, int width, int room, int *noted)
{
	int text = draw_paragraph_lines(width, prompt->text->str);
	int most = MAX(MIN(UNDER_LINES, room), 0);
	*noted = MIN(draw_paragraph_lines(width, prompt->note->str), most);
	return prompt->reading != NULL ? most : MIN(text + *noted, most);
}

static void
under_read(struct prompt *prompt, int width)
{
	if (prompt->reading == NULL)
		return;
	g_string_truncate(prompt->text, 0);
	g_string_truncate(prompt->note, 0);
	prompt->reading(prompt->input.text->str, 2 * width, prompt->text, prompt->note,
			prompt->user);
}

static void
prompt_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct prompt *prompt = (struct prompt *)screen;
	(void)ui;
	int width = MIN(body.width - 4, WIDEST), inner = width - 4, noted = 0;
	under_read(prompt, inner);
	int said = draw_paragraph_lines(inner, prompt->explanation);
	int under = under_lines(prompt, inner, body.height - said - 3, &noted);
	int height = MIN(said + under + 3, body.height);
	struct area area = {body.y + (body.height - height) / 2, body.x + (body.width - width) / 2,
			    height, width};
	int x = area.x + 2, y = area.y + 1 + said;
	int text = MIN(draw_paragraph_lines(inner, prompt->text->str), under - noted);
	draw_frame(area, prompt->title);
	draw_paragraph((struct area){area.y + 1, x, said, inner}, STYLE_PLAIN, prompt->explanation);
	draw_paragraph((struct area){y + 1, x, text, inner}, STYLE_FAINT, prompt->text->str);
	draw_paragraph((struct area){y + 1 + text, x, noted, inner}, STYLE_WARNING,
		       prompt->note->str);
	input_draw(&prompt->input, (struct area){y, x, 1, inner}, true);
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
		g_string_truncate(prompt->text, 0);
		input_key(&prompt->input, key);
	}
	return true;
}

/* The names one can choose between, as many as there is room for, then how many more. */
static void
names_add(GString *text, const GPtrArray *names)
{
	enum { ROOM = 130 }; /* columns that leave a line for the rest at 60 columns */
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
}

static void
path_complete_here(struct prompt *prompt, struct ui *ui)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *typed = g_strdup(prompt->input.text->str);
	g_autofree char *whole = path_complete(typed, names);
	g_string_truncate(prompt->text, 0);
	if (strcmp(whole, typed) != 0)
		input_set(&prompt->input, whole);
	else if (names->len == 0)
		ui_say(ui, TOAST_NOTE, _("No file begins so"));
	names_add(prompt->text, names);
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

static struct prompt *
prompt_new(const struct screen_class *class, const char *title, const char *explanation,
	   const char *text, prompt_done done, gpointer user, GDestroyNotify user_free)
{
	struct prompt *prompt = g_new0(struct prompt, 1);
	prompt->screen = (struct screen){.class = class, .tab = -1};
	prompt->title = g_strdup(title);
	prompt->explanation = g_strdup(explanation);
	prompt->text = g_string_new(NULL);
	prompt->note = g_string_new(NULL);
	prompt->done = done;
	prompt->user = user;
	prompt->user_free = user_free;
	input_init(&prompt->input, text, false);
	return prompt;
}

void
prompt_show(struct ui *ui, const char *title, const char *explanation, const char *text,
	    prompt_done done, gpointer user, GDestroyNotify user_free)
{
	ui_push(ui, &prompt_new(&prompt_class, title, explanation, text, done, user, user_free)
			     ->screen);
}

void
prompt_show_path(struct ui *ui, const char *title, const char *explanation, const char *text,
		 prompt_done done, gpointer user, GDestroyNotify user_free)
{
	ui_push(ui,
		&prompt_new(&path_class, title, explanation, text, done, user, user_free)->screen);
}

void
prompt_show_reading(struct ui *ui, const char *title, const char *explanation,
		    prompt_reading reading, prompt_done done, gpointer user,
		    GDestroyNotify user_free)
{
	struct prompt *prompt =
		prompt_new(&prompt_class, title, explanation, NULL, done, user, user_free);
	prompt->reading = reading;
	ui_push(ui, &prompt->screen);
}
