#include "cli/completion.h"

#include <string.h>

#include "app/noun.h"
#include "cli/help.h"
#include "core/setting.h"
#include "paper/papers.h"

static void
options_words(GString *text, guint64 options)
{
	for (int i = 0; i < N_OPTIONS; i++)
		if ((options & TAKES(i)) != 0 && !option_rules[i].hidden)
			g_string_append_printf(text, " --%s", option_rules[i].name);
}

static void
pairs_words(GString *text, const struct noun *noun)
{
	for (guint i = 0; i < noun->n_keys; i++)
		if ((noun->keys[i].flags & NOUN_READ_ONLY) == 0)
			g_string_append_printf(text, " %s=", noun->keys[i].key);
}

static void
settings_words(GString *text)
{
	for (const struct setting_rule *rule = setting_rules; rule->name != NULL; rule++)
		g_string_append_printf(text, " %s", rule->name);
}

static void
papers_words(GString *text)
{
	for (guint i = 0; paper_kind_at(i) != NULL; i++)
		g_string_append_printf(text, " %s", paper_kind_at(i)->name);
	g_string_append(text, " day");
}

/* One line a command: its words, then what may follow. */
static void
command_case(GString *text, const struct command *command)
{
	g_string_append_printf(text, "\t\"%s\") words=\"", command->words);
	gsize start = text->len;
	options_words(text, command->options);
	if (help_takes_pairs(command))
		pairs_words(text, command->noun);
	if (g_str_has_prefix(command->words, "setting "))
		settings_words(text);
	if (strcmp(command->words, "print") == 0)
		papers_words(text);
	if (text->len > start)
		g_string_erase(text, (gssize)start, 1);
	g_string_append(text, "\" ;;\n");
}

static void
first_words(GString *text)
{
	for (const struct command_group *group = command_groups; group->word != NULL; group++)
		g_string_append_printf(text, "%s ", group->word);
	for (const struct command *command = commands; command->words != NULL; command++)
		if (strchr(command->words, ' ') == NULL && command->does != NULL)
			g_string_append_printf(text, "%s ", command->words);
	g_string_truncate(text, text->len - 1);
}

static void
choices_cases(GString *text)
{
	for (int i = 0; i < N_OPTIONS; i++)
		if (option_rules[i].choices != NULL)
			g_string_append_printf(text,
					       "\t--%s)\n\t\tCOMPREPLY=($(compgen -W \"%s\" -- "
					       "\"$word\"))\n\t\treturn\n\t\t;;\n",
					       option_rules[i].name, option_rules[i].choices);
}

/* "--db | --lang | -o": what follows them is no command. */
static void
value_options(GString *text)
{
	const char *between = "";
	for (int i = 0; i < N_OPTIONS; i++) {
		const struct option_rule *rule = &option_rules[i];
		if (rule->value == NULL || rule->many)
			continue;
		g_string_append_printf(text, "%s--%s", between, rule->name);
		if (rule->letter != '\0')
			g_string_append_printf(text, " | -%c", rule->letter);
		between = " | ";
	}
}

static void
groups_cases(GString *text)
{
	for (const struct command_group *group = command_groups; group->word != NULL; group++) {
		g_autofree char *verbs = help_verbs(group);
		g_strdelimit(verbs, "|", ' ');
		g_string_append_printf(text, "\t%s) words=\"%s\" ;;\n", group->word, verbs);
	}
}

char *
completion_text(void)
{
	GString *text = g_string_new(
		"# Completion of ateliers for bash. Made by \"ateliers completion\"; do not edit.\n"
		"_ateliers() {\n"
		"\tlocal word=$2 before=$3 words= first= second= i\n"
		"\tcase $before in\n");
	choices_cases(text);
	g_string_append(text, "\tesac\n"
			      "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
			      "\t\tcase ${COMP_WORDS[i - 1]} in\n"
			      "\t\t");
	value_options(text);
	g_string_append(text, ") continue ;;\n"
			      "\t\tesac\n"
			      "\t\tcase ${COMP_WORDS[i]} in\n"
			      "\t\t-*) ;;\n"
			      "\t\t*)\n"
			      "\t\t\tif [[ -z $first ]]; then\n"
			      "\t\t\t\tfirst=${COMP_WORDS[i]}\n"
			      "\t\t\telif [[ -z $second ]]; then\n"
			      "\t\t\t\tsecond=${COMP_WORDS[i]}\n"
			      "\t\t\tfi\n"
			      "\t\t\t;;\n"
			      "\t\tesac\n"
			      "\tdone\n"
			      "\tcase $first in\n"
			      "\t\"\" | help) words=\"");
	first_words(text);
	g_string_append(text, "\" ;;\n");
	groups_cases(text);
	g_string_append(text, "\tesac\n"
			      "\tcase ${second:+$first }${second:-$first} in\n");
	for (const struct command *command = commands; command->words != NULL; command++)
		if (command->does != NULL && strchr(command->words, ' ') != NULL)
			command_case(text, command);
	g_string_append(text, "\tesac\n"
			      "\tcase $first in\n");
	for (const struct command *command = commands; command->words != NULL; command++)
		if (command->does != NULL && strchr(command->words, ' ') == NULL &&
		    strcmp(command->words, "help") != 0)
			command_case(text, command);
	g_string_append(text, "\tesac\n"
			      "\twords+=\"");
	options_words(text, OPTIONS_GLOBAL);
	g_string_append(text, "\"\n"
			      "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
			      "\tif [[ ${COMPREPLY[0]-} == *= ]]; then\n"
			      "\t\tcompopt -o nospace\n"
			      "\tfi\n"
			      "}\n"
			      "complete -o default -F _ateliers ateliers\n");
	return g_string_free(text, FALSE);
}
