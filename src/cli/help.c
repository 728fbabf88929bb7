#include "cli/help.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/setting.h"
#include "core/status.h"

#define INDENT 2
#define COLUMN 26

/* ---- pieces -------------------------------------------------------------------------------------
 */

char *
help_usage(const struct command *command)
{
	return command->arguments == NULL
		       ? g_strdup_printf("ateliers %s", command->words)
		       : g_strdup_printf("ateliers %s %s", command->words, _(command->arguments));
}

char *
help_verbs(const struct command_group *group)
{
	GString *verbs = g_string_new(NULL);
	for (const struct command *command = commands; command->words != NULL; command++)
		if (command_in_group(command, group->word))
			g_string_append_printf(verbs, "%s%s", verbs->len > 0 ? "|" : "",
					       command->words + strlen(group->word) + 1);
	return g_string_free(verbs, FALSE);
}

char *
help_option(enum option option)
{
	const struct option_rule *rule = &option_rules[option];
	g_autofree char *letter =
		rule->letter != '\0' ? g_strdup_printf("-%c, ", rule->letter) : g_strdup("");
	return rule->value != NULL
		       ? g_strdup_printf("%s--%s %s", letter, rule->name, _(rule->value))
		       : g_strdup_printf("%s--%s", letter, rule->name);
}

static const char *
kind_words(const struct field *field)
{
	switch (field->kind) {
	case FIELD_INTEGER:
		return _("a whole number");
	case FIELD_BOOLEAN:
		return _("yes or no");
	case FIELD_DATE:
		return _("a date, as precise as known");
	case FIELD_DAY:
		return _("a day");
	case FIELD_TIME:
		return _("a time");
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_CODE:
	case FIELD_INSTANT:
	case FIELD_REFERENCE:
		break;
	}
	return NULL;
}

char *
help_key(const struct noun *noun, const struct noun_key *key)
{
	const struct field *field = noun_field(noun, key);
	const char *label = noun_key_label(noun, key);
	g_autofree char *codes =
		field != NULL && field->kind == FIELD_CODE ? code_names(field->codes) : NULL;
	const char *kind = field != NULL ? kind_words(field) : NULL;
	if (codes != NULL)
		return g_strdup_printf(_("%s: %s"), label, codes);
	if ((key->flags & NOUN_MANY) != 0)
		return g_strdup_printf(_("%s: %s"), label, _("several, parted by “;”"));
	return kind != NULL ? g_strdup_printf(_("%s: %s"), label, kind) : g_strdup(label);
}

bool
help_takes_pairs(const struct command *command)
{
	return command->noun != NULL && command->arguments != NULL &&
	       strstr(command->arguments, "name=value") != NULL;
}

/* ---- layout -------------------------------------------------------------------------------------
 */

static void
item(GString *text, const char *name, const char *does)
{
	int width = text_width(name);
	g_string_append_printf(text, "%*s%s", INDENT, "", name);
	if (width > COLUMN - 2)
		g_string_append_printf(text, "\n%*s%s\n", INDENT + COLUMN, "", does);
	else
		g_string_append_printf(text, "%*s%s\n", COLUMN - width, "", does);
}

static void
heading(GString *text, const char *words)
{
	g_string_append_printf(text, "\n%s\n", words);
}

static void
options_list(GString *text, guint64 options)
{
	for (int i = 0; i < N_OPTIONS; i++) {
		const struct option_rule *rule = &option_rules[i];
		if ((options & TAKES(i)) == 0 || rule->hidden)
			continue;
		g_autofree char *name = help_option((enum option)i);
		g_autofree char *choices =
			rule->choices != NULL
				? g_strdup_printf("%s (%s)", _(rule->does), rule->choices)
				: g_strdup(_(rule->does));
		item(text, name, choices);
	}
}

static void
keys_list(GString *text, const struct noun *noun)
{
	for (guint i = 0; i < noun->n_keys; i++) {
		if ((noun->keys[i].flags & NOUN_READ_ONLY) != 0)
			continue;
		g_autofree char *words = help_key(noun, &noun->keys[i]);
		item(text, noun->keys[i].key, words);
	}
}

static void
settings_list(GString *text)
{
	for (const struct setting_rule *rule = setting_rules; rule->name != NULL; rule++)
		item(text, rule->name, _(rule->label));
}

/* ---- pages --------------------------------------------------------------------------------------
 */

static void
command_page(GString *text, const struct command *command)
{
	g_autofree char *usage = help_usage(command);
	g_string_append_printf(text, "%s\n\n%s\n", usage, _(command->does));
	if (command->details != NULL)
		g_string_append_printf(text, "\n%s\n", _(command->details));
	if (command->options != 0) {
		heading(text, _("Options:"));
		options_list(text, command->options);
	}
	if (help_takes_pairs(command)) {
		heading(text, _("Fields, as name=value; “name=” clears:"));
		keys_list(text, command->noun);
	}
	if (strcmp(command->words, "setting set") == 0) {
		heading(text, _("Settings:"));
		settings_list(text);
	}
	heading(text, _("Options of every command:"));
	options_list(text, OPTIONS_GLOBAL);
}

static void
group_page(GString *text, const struct command_group *group)
{
	g_string_append_printf(text, "%s\n\n", _(group->does));
	for (const struct command *command = commands; command->words != NULL; command++) {
		if (!command_in_group(command, group->word))
			continue;
		g_autofree char *usage = help_usage(command);
		item(text, usage, _(command->does));
	}
	g_string_append_printf(text, _("\n“ateliers help %s COMMAND” says more.\n"), group->word);
}

static void
first_page(GString *text)
{
	g_string_append(text, _("ateliers [OPTIONS] [COMMAND …]\n\nPlans regional workshops and "
				"exchange days, registers people, prints the papers of the day.\n"
				"Without a command the interface opens.\n"));
	heading(text, _("Commands:"));
	for (const struct command_group *group = command_groups; group->word != NULL; group++) {
		g_autofree char *verbs = help_verbs(group);
		g_autofree char *name = g_strdup_printf("%s %s", group->word, verbs);
		item(text, name, _(group->does));
	}
	for (const struct command *command = commands; command->words != NULL; command++) {
		if (strchr(command->words, ' ') != NULL || command->does == NULL)
			continue;
		g_autofree char *name =
			command->arguments != NULL
				? g_strdup_printf("%s %s", command->words, _(command->arguments))
				: g_strdup(command->words);
		item(text, name, _(command->does));
	}
	heading(text, _("Options of every command:"));
	options_list(text, OPTIONS_GLOBAL);
	g_string_append(text, _("\n“ateliers help COMMAND” says more about one.\n"));
}

bool
help_print(struct run *run, char *const *words, guint n, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const struct command_group *group = n == 1 ? command_group(words[0]) : NULL;
	guint used = 0;
	if (n == 0) {
		first_page(text);
	} else if (group != NULL) {
		group_page(text, group);
	} else {
		const struct command *command = command_find(words, n, &used, error);
		if (command == NULL)
			return false;
		command_page(text, command);
	}
	return run_result(run, text->str, text->len, error);
}
