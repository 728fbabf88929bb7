#include "cli/manual.h"

#include <string.h>

#include "app/noun.h"
#include "base/i18n.h"
#include "cli/help.h"
#include "core/setting.h"

/* Text as roff takes it: a backslash and a hyphen are themselves, and a line that begins with a dot
 * or a quote is no request. */
static void
roff(GString *page, const char *text)
{
	for (const char *at = text; *at != '\0'; at++) {
		bool at_start = page->len == 0 || page->str[page->len - 1] == '\n';
		if (at_start && (*at == '.' || *at == '\''))
			g_string_append(page, "\\&");
		if (*at == '\\')
			g_string_append(page, "\\e");
		else if (*at == '-')
			g_string_append(page, "\\-");
		else
			g_string_append_c(page, *at);
	}
}

static void
line(GString *page, const char *text)
{
	roff(page, text);
	g_string_append_c(page, '\n');
}

static void
section(GString *page, const char *title)
{
	g_string_append_printf(page, ".SH \"%s\"\n", title);
}

static void
subsection(GString *page, const char *title)
{
	g_string_append(page, ".SS \"");
	roff(page, title);
	g_string_append(page, "\"\n");
}

static void
tagged(GString *page, const char *tag, const char *text)
{
	g_string_append(page, ".TP\n.B ");
	roff(page, tag);
	g_string_append_c(page, '\n');
	line(page, text);
}

static void
paragraphs(GString *page, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		if (*lines[i] == '\0')
			g_string_append(page, ".PP\n");
		else
			line(page, lines[i]);
	}
}

/* ---- sections -----------------------------------------------------------------------------------
 */

static void
options_section(GString *page, guint64 options)
{
	for (int i = 0; i < N_OPTIONS; i++) {
		const struct option_rule *rule = &option_rules[i];
		if ((options & TAKES(i)) == 0 || rule->hidden)
			continue;
		g_autofree char *name = help_option((enum option)i);
		g_autofree char *does =
			rule->choices != NULL
				? g_strdup_printf("%s (%s)", _(rule->does), rule->choices)
				: g_strdup(_(rule->does));
		tagged(page, name, does);
	}
}

static void
command_section(GString *page, const struct command *command)
{
	g_autofree char *usage = help_usage(command);
	tagged(page, usage, _(command->does));
	if (command->details != NULL) {
		g_string_append(page, ".RS\n.PP\n");
		paragraphs(page, _(command->details));
		g_string_append(page, ".RE\n");
	}
	if (command->options == 0)
		return;
	g_string_append(page, ".RS\n.PP\n");
	for (int i = 0; i < N_OPTIONS; i++) {
		if ((command->options & TAKES(i)) == 0 || option_rules[i].hidden)
			continue;
		g_autofree char *name = help_option((enum option)i);
		g_string_append(page, ".RB [ \"");
		roff(page, name);
		g_string_append(page, "\" ]\n");
	}
	g_string_append(page, ".RE\n");
}

static void
commands_section(GString *page)
{
	section(page, _("COMMANDS"));
	for (const struct command_group *group = command_groups; group->word != NULL; group++) {
		subsection(page, _(group->does));
		for (const struct command *command = commands; command->words != NULL; command++)
			if (command_in_group(command, group->word))
				command_section(page, command);
	}
	subsection(page, _("Other commands"));
	for (const struct command *command = commands; command->words != NULL; command++)
		if (strchr(command->words, ' ') == NULL && command->does != NULL)
			command_section(page, command);
}

static void
keys_section(GString *page)
{
	section(page, _("KEYS"));
	line(page,
	     _("The same words in JSON, in CSV and as name=value; those in brackets are computed "
	       "and cannot be set."));
	for (guint i = 0; nouns[i] != NULL; i++) {
		const struct noun *noun = nouns[i];
		subsection(page, noun->name);
		for (guint j = 0; j < noun->n_keys; j++) {
			const struct noun_key *key = &noun->keys[j];
			g_autofree char *words = help_key(noun, key);
			g_autofree char *tag = (key->flags & NOUN_READ_ONLY) != 0
						       ? g_strdup_printf("[%s]", key->key)
						       : g_strdup(key->key);
			tagged(page, tag, words);
		}
	}
	subsection(page, "setting");
	for (const struct setting_rule *rule = setting_rules; rule->name != NULL; rule++)
		tagged(page, rule->name, _(rule->label));
}

static void
surroundings_section(GString *page)
{
	section(page, _("ENVIRONMENT"));
	tagged(page, "ATELIERS_DB", _("the database, when --db names none"));
	tagged(page, "ATELIERS_LANG", _("the language, when --lang names none"));
	tagged(page, "ATELIERS_USER", _("who is written into the history, instead of the login"));
	tagged(page, "ATELIERS_NOW", _("an instant (2026-11-23T08:30:00Z) that freezes the clock"));
	tagged(page, "ATELIERS_SECURE",
	       _("1 for a shared account: files are read and written in the output folder alone, "
		 "the database is the account’s own, and no shell is behind"));
	tagged(page, "ATELIERS_MOUSE", _("no: the mouse stays with the terminal"));
	tagged(page, "ATELIERS_THEME",
	       _("dark, light, contrast or mono: the colours of the interface"));
	tagged(page, "NO_COLOR", _("not empty: no colours"));
	tagged(page, "VISUAL, EDITOR", _("the editor for long texts"));
	tagged(page, "BROWSER", _("what opens links; without it, what the desktop has"));
	tagged(page, "COLUMNS", _("the width of tables"));
	section(page, _("FILES"));
	tagged(page, "$XDG_DATA_HOME/ateliers/ateliers.db",
	       _("the database, made on first use, readable by its owner alone; rights that an "
		 "administrator gives it are kept"));
	tagged(page, "$XDG_STATE_HOME/ateliers/backups",
	       _("copies that the program makes before it changes a database’s schema"));
	tagged(page, "$XDG_STATE_HOME/ateliers/interface",
	       _("what the person prefers, and what was used last, without names"));
	section(page, _("EXIT STATUS"));
	tagged(page, "0", _("done"));
	tagged(page, "1",
	       _("it could not be done, and one line on standard error says why; “check” "
		 "found an error; “doctor” found a problem"));
	tagged(page, "2", _("the command line is wrong"));
}

static void
conventions_section(GString *page)
{
	section(page, _("CONVENTIONS"));
	paragraphs(
		page,
		_("EVENT is an event’s number (2026-014) or an unambiguous part of its title. "
		  "PERSON "
		  "is an e-mail address, an attendee number (inside an event) or an unambiguous "
		  "name.\n\nStandard output carries the result only; notes go to standard error. A "
		  "file is written whole or not at all.\n\nJSON is one array of flat objects, or "
		  "one object for a single thing; dates and times are ISO 8601, what is missing is "
		  "null, several values are an array. CSV is UTF-8 without a mark, parted by "
		  "commas, headed by the keys; several values are joined by “; ”. Keys are added "
		  "from version to version, none is renamed."));
	g_string_append(page, ".PP\n");
	paragraphs(page,
		   _("A list goes into a workbook with -o FILE.xlsx: its headings are words "
		     "for people, numbers, dates and times are real ones, zeros in front stay, "
		     "and nothing becomes a formula. Without --format, .csv and .json say "
		     "themselves what is written."));
}

char *
manual_text(void)
{
	GString *page = g_string_new(".\\\" Made by \"ateliers manual\"; do not edit.\n"
				     ".TH ATELIERS 1 \"\" Ateliers\n");
	section(page, _("NAME"));
	g_string_append(page, "ateliers \\- ");
	line(page,
	     _("plan workshops and exchange days, register people, print the papers of the day"));
	section(page, _("SYNOPSIS"));
	g_string_append(page, ".B ateliers\n");
	for (int i = 0; i < N_OPTIONS; i++) {
		if ((OPTIONS_GLOBAL & TAKES(i)) == 0)
			continue;
		g_autofree char *name = help_option((enum option)i);
		g_string_append(page, ".RB [ \"");
		roff(page, name);
		g_string_append(page, "\" ]\n");
	}
	line(page, _("[COMMAND …]"));
	section(page, _("DESCRIPTION"));
	line(page,
	     _("Without a command the terminal interface opens; with one, a piece of work is done "
	       "and the program ends."));
	section(page, _("OPTIONS"));
	line(page, _("They may stand before or after the command."));
	options_section(page, OPTIONS_GLOBAL);
	conventions_section(page);
	commands_section(page);
	keys_section(page);
	surroundings_section(page);
	return g_string_free(page, FALSE);
}
