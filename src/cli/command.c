#include "cli/command.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "cli/nearest.h"

const struct command_group *
command_group(const char *word)
{
	for (const struct command_group *group = command_groups; group->word != NULL; group++)
		if (strcmp(group->word, word) == 0)
			return group;
	return NULL;
}

bool
command_in_group(const struct command *command, const char *word)
{
	gsize length = strlen(word);
	return strncmp(command->words, word, length) == 0 && command->words[length] == ' ';
}

bool
command_takes(const struct command *command, enum option option)
{
	return ((command->options | OPTIONS_GLOBAL) & TAKES(option)) != 0;
}

/* ---- finding ------------------------------------------------------------------------------------
 */

static const struct command *
command_named(const char *name)
{
	for (const struct command *command = commands; command->words != NULL; command++)
		if (strcmp(command->words, name) == 0)
			return command;
	return NULL;
}

static void
word_unknown(const char *typed, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	for (const struct command *command = commands; command->words != NULL; command++)
		if (strchr(command->words, ' ') == NULL && command->does != NULL)
			g_ptr_array_add(names, (gpointer)(gsize)command->words);
	for (const struct command_group *group = command_groups; group->word != NULL; group++)
		g_ptr_array_add(names, (gpointer)(gsize)group->word);
	g_ptr_array_add(names, NULL);
	const char *near = nearest(typed, (const char *const *)names->pdata);
	if (near != NULL)
		fail(error, ERROR_USAGE, _("there is no command “%s”; did you mean “%s”?"), typed,
		     near);
	else
		fail(error, ERROR_USAGE,
		     _("there is no command “%s”; “ateliers help” shows those that exist"), typed);
}

static char *
group_verbs(const char *word)
{
	GString *verbs = g_string_new(NULL);
	for (const struct command *command = commands; command->words != NULL; command++)
		if (command_in_group(command, word))
			g_string_append_printf(verbs, "%s%s", verbs->len > 0 ? " " : "",
					       command->words + strlen(word) + 1);
	return g_string_free(verbs, FALSE);
}

static void
verb_unknown(const char *word, const char *typed, GError **error)
{
	g_autofree char *verbs = group_verbs(word);
	if (typed == NULL) {
		fail(error, ERROR_USAGE, _("“%s” wants one of: %s"), word, verbs);
		return;
	}
	g_auto(GStrv) names = g_strsplit(verbs, " ", -1);
	const char *near = nearest(typed, (const char *const *)names);
	if (near != NULL)
		fail(error, ERROR_USAGE, _("there is no command “%s %s”; did you mean “%s %s”?"),
		     word, typed, word, near);
	else
		fail(error, ERROR_USAGE, _("there is no command “%s %s”; “%s” wants one of: %s"),
		     word, typed, word, verbs);
}

const struct command *
command_find(char *const *words, guint n, guint *used, GError **error)
{
	const struct command *command = n > 0 ? command_named(words[0]) : NULL;
	*used = 1;
	if (command != NULL)
		return command;
	if (n == 0 || command_group(words[0]) == NULL) {
		word_unknown(n > 0 ? words[0] : "", error);
		return NULL;
	}
	if (n > 1) {
		g_autofree char *name = g_strdup_printf("%s %s", words[0], words[1]);
		command = command_named(name);
		*used = 2;
	}
	if (command == NULL)
		verb_unknown(words[0], n > 1 ? words[1] : NULL, error);
	return command;
}

/* ---- checking -----------------------------------------------------------------------------------
 */

static bool
options_check(const struct command *command, const struct command_line *line, GError **error)
{
	for (int i = 0; i < N_OPTIONS; i++) {
		if ((line->given & TAKES(i)) == 0 || command_takes(command, (enum option)i))
			continue;
		g_autofree char *name = option_name((enum option)i);
		return fail(error, ERROR_USAGE,
			    _("“%s” is no option of “%s”; see “ateliers help %s”"), name,
			    command->words, command->words);
	}
	return true;
}

bool
command_check(const struct command *command, const struct command_line *line, guint n_arguments,
	      GError **error)
{
	if (!options_check(command, line, error))
		return false;
	bool few = n_arguments < (guint)command->least;
	bool many = command->most >= 0 && n_arguments > (guint)command->most;
	if (!few && !many)
		return true;
	if (command->arguments == NULL)
		return fail(error, ERROR_USAGE, _("“%s” takes no argument"), command->words);
	return fail(error, ERROR_USAGE,
		    few ? _("something is missing: ateliers %s %s")
			: _("too many words: ateliers %s %s"),
		    command->words, _(command->arguments));
}
