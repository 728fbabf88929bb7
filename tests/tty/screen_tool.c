/* Draw the settled screen of a program: screen_tool --svg FILE -- PROGRAM ARGS. */
#include "tty.h"

#include <stdio.h>

struct request {
	char *size, *svg, *keys, *wait, *title, *term, *home;
	char **env;
	char **command;
	gboolean text;
};

static bool
request_parse(struct request *request, int argc, char **argv, GError **error)
{
	/* Texts too are "file names": GOption leaves those as they are, in any locale. */
	const GOptionEntry entries[] = {
		{"size", 0, 0, G_OPTION_ARG_FILENAME, &request->size, "80x24 unless said", "WxH"},
		{"svg", 0, 0, G_OPTION_ARG_FILENAME, &request->svg, "draw into FILE", "FILE"},
		{"text", 0, 0, G_OPTION_ARG_NONE, &request->text, "print as text", NULL},
		{"keys", 0, 0, G_OPTION_ARG_FILENAME, &request->keys,
		 "press these first, by name; other words are typed", "KEYS"},
		{"wait", 0, 0, G_OPTION_ARG_FILENAME, &request->wait,
		 "before the keys, wait for TEXT", "TEXT"},
		{"title", 0, 0, G_OPTION_ARG_FILENAME, &request->title, "of the window", "TEXT"},
		{"term", 0, 0, G_OPTION_ARG_FILENAME, &request->term, "xterm-256color unless said",
		 "TERM"},
		{"home", 0, 0, G_OPTION_ARG_FILENAME, &request->home,
		 "live there, not in a new one", "DIR"},
		{"env", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &request->env, "set it; again for more",
		 "K=V"},
		{G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &request->command, NULL,
		 NULL},
		{0},
	};
	g_autoptr(GOptionContext) context = g_option_context_new("-- PROGRAM ARGS");

	g_option_context_add_main_entries(context, entries, NULL);
	g_option_context_set_strict_posix(context, TRUE);
	if (!g_option_context_parse(context, &argc, &argv, error))
		return false;
	if (request->command == NULL || (request->svg == NULL && !request->text)) {
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
			    "give a program after --, and --svg FILE or --text");
		return false;
	}
	return true;
}

static void
request_clear(struct request *request)
{
	g_free(request->size);
	g_free(request->svg);
	g_free(request->keys);
	g_free(request->wait);
	g_free(request->title);
	g_free(request->term);
	g_free(request->home);
	g_strfreev(request->env);
	g_strfreev(request->command);
}

static bool
press(Tty *tty, const char *keys, GError **error)
{
	g_auto(GStrv) words = g_strsplit(keys, " ", -1);

	for (gsize i = 0; words[i] != NULL; i++) {
		if (words[i][0] == '\0')
			continue;
		/* A word that names no key is text to type. */
		g_autoptr(GError) no_key = NULL;
		if (!tty_key(tty, words[i], &no_key) && !tty_send(tty, words[i], -1, error))
			return false;
		if (!tty_wait_quiet(tty, 80, error))
			return false;
	}
	return true;
}

static bool
draw(const Tty *tty, const struct request *request, GError **error)
{
	const char *title = request->title != NULL ? request->title : tty_title(tty);
	g_autofree char *name = g_path_get_basename(request->command[0]);
	g_autofree char *text = tty_text(tty);
	g_autofree char *svg = tty_svg(tty, title != NULL ? title : name);

	if (request->text)
		fputs(text, stdout);
	return request->svg == NULL || g_file_set_contents(request->svg, svg, -1, error);
}

static bool
perform(const struct request *request, GError **error)
{
	struct tty_options options = {
		.argv = (const char *const *)request->command,
		.env = (const char *const *)request->env,
		.home = request->home,
		.term = request->term,
	};

	if (request->size != NULL &&
	    sscanf(request->size, "%4dx%4d", &options.columns, &options.rows) != 2) {
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "\"%s\" is no size",
			    request->size);
		return false;
	}
	g_autoptr(Tty) tty = tty_open(&options, error);
	if (tty == NULL || (request->wait != NULL && !tty_wait(tty, request->wait, error)))
		return false;
	return tty_wait_quiet(tty, 200, error) &&
	       (request->keys == NULL || press(tty, request->keys, error)) &&
	       draw(tty, request, error);
}

int
main(int argc, char **argv)
{
	struct request request = {0};
	g_autoptr(GError) error = NULL;
	bool done = request_parse(&request, argc, argv, &error) && perform(&request, &error);

	if (!done)
		fprintf(stderr, "screen_tool: %s\n", error->message);
	request_clear(&request);
	return done ? 0 : 1;
}
