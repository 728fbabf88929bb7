/* The directory kept in order: duplicates, consents, addresses, and what the law gives to people.
 */
#include <string.h>

#include "app/consent.h"
#include "app/duplicates.h"
#include "app/personal.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "cli/subject.h"
#include "core/attendee.h"
#include "core/status.h"

/* ---- duplicates ---------------------------------------------------------------------------------
 */

struct progress {
	struct run *run;
	gint64 told; /* when it was last said how far the search is, monotonic */
};

#define TELL_EVERY G_USEC_PER_SEC

/* Only a search that takes its time is told of. */
static bool
progress_tell(guint done, guint total, gpointer user)
{
	struct progress *progress = user;
	gint64 now = g_get_monotonic_time();
	if (progress->told != 0 && now - progress->told < TELL_EVERY)
		return true;
	if (progress->told != 0 && run_to_terminal(progress->run))
		run_note(progress->run, _("%u of %u compared"), done, total);
	progress->told = now;
	return true;
}

static Sheet *
pairs_sheet(struct run *run, const GArray *found)
{
	const struct noun *noun = run->command->noun;
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "certainty", _("Certainty"), SHEET_TEXT, true);
	sheet_column(sheet, "first", _("One"), SHEET_TEXT, true);
	sheet_column(sheet, "second", _("The other"), SHEET_TEXT, true);
	sheet_column(sheet, "reason", _("Reason"), SHEET_TEXT, true);
	for (guint i = 0; i < found->len; i++) {
		const struct duplicate *pair = &g_array_index(found, struct duplicate, i);
		struct sheet_row *row = sheet_row(sheet);
		sheet_set(sheet, row, 0, g_strdup(certainty_code(pair->certainty)),
			  g_strdup(certainty_text(pair->certainty)));
		sheet_set(sheet, row, 1, duplicates_words(run->store, noun, pair->first), NULL);
		sheet_set(sheet, row, 2, duplicates_words(run->store, noun, pair->second), NULL);
		sheet_set(sheet, row, 3, g_strdup(_(pair->reason)), NULL);
	}
	return sheet;
}

/* For people one below the other: side by side, a narrow terminal cuts off what tells them apart.
 */
static bool
pairs_print(struct run *run, const GArray *found, GError **error)
{
	const struct noun *noun = run->command->noun;
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < found->len; i++) {
		const struct duplicate *pair = &g_array_index(found, struct duplicate, i);
		g_autofree char *first = duplicates_words(run->store, noun, pair->first);
		g_autofree char *second = duplicates_words(run->store, noun, pair->second);
		g_autofree char *one = text_for_terminal(first);
		g_autofree char *other = text_for_terminal(second);
		g_string_append_printf(text, _("%s: %s"), certainty_text(pair->certainty),
				       _(pair->reason));
		g_string_append_printf(text, "\n  %s\n  %s\n", one, other);
	}
	return run_result(run, text->str, text->len, error);
}

bool
cmd_duplicates(struct run *run, GError **error)
{
	struct progress progress = {.run = run};
	g_autoptr(GArray) found = duplicates_find(run->store, run->command->noun->entity,
						  progress_tell, &progress, error);
	if (found == NULL)
		return false;
	if (run_format(run) == FORMAT_TABLE && !run_given(run, OPTION_COLUMNS))
		return pairs_print(run, found, error);
	g_autoptr(Sheet) sheet = pairs_sheet(run, found);
	return run_list(run, sheet, error);
}

bool
cmd_distinct(struct run *run, GError **error)
{
	const struct noun *noun = run->command->noun;
	gint64 a = subject_find(run, noun, 0, run->argument[0], error);
	gint64 b = a != 0 ? subject_find(run, noun, 0, run->argument[1], error) : 0;
	if (b == 0 || !run_begin(run, subject_action(noun, "distinct"), error))
		return false;
	store_about(run->store, noun->entity, a, 0, 1);
	return run_end(run, duplicates_distinguish(run->store, noun->entity, a, b, error), error);
}

/* ---- consents -----------------------------------------------------------------------------------
 */

bool
cmd_consent_list(struct run *run, GError **error)
{
	gint64 person = subject_find(run, &noun_person, 0, run->argument[0], error);
	g_autoptr(Rows) rows =
		person != 0 ? store_of(run->store, &entity_consent, "person_id", person, error)
			    : NULL;
	if (rows == NULL)
		return false;
	g_autoptr(Sheet) sheet = sheet_new();
	sheet_column(sheet, "purpose", _("Purpose"), SHEET_TEXT, true);
	sheet_column(sheet, "agreed", _("Agrees"), SHEET_BOOLEAN, true);
	sheet_column(sheet, "given_on", _("On"), SHEET_DATE, true);
	sheet_column(sheet, "origin", _("Origin"), SHEET_TEXT, true);
	for (guint i = 0; i < rows->n; i++) {
		const struct consent *consent = rows->row[i];
		struct sheet_row *row = sheet_row(sheet);
		sheet_set(sheet, row, 0, g_strdup(consent->purpose),
			  g_strdup(code_label(&code_consent_purposes, consent->purpose)));
		sheet_set(sheet, row, 1, g_strdup(consent->agreed == 1 ? "1" : "0"),
			  g_strdup(consent->agreed == 1 ? _("yes") : _("no: opposes")));
		sheet_set(sheet, row, 2, g_strdup(consent->given_on),
			  date_text(consent->given_on, DATE_MEDIUM));
		sheet_set(sheet, row, 3, g_strdup(consent->origin), NULL);
	}
	return run_list(run, sheet, error);
}

/* "invitations no": the words behind the person. */
static bool
consent_read(struct run *run, const char **purpose, bool *agreed, GError **error)
{
	*purpose = code_parse(&code_consent_purposes, run->argument[1]);
	const char *answer = code_parse(&code_yes_no, run->argument[2]);
	if (*purpose == NULL) {
		g_autofree char *names = code_names(&code_consent_purposes);
		return fail(error, ERROR_USAGE, _("“%s” is no purpose; they are: %s"),
			    run->argument[1], names);
	}
	*agreed = g_strcmp0(answer, "yes") == 0;
	return answer != NULL ||
	       fail(error, ERROR_USAGE, _("“%s” is neither yes nor no"), run->argument[2]);
}

bool
cmd_consent_set(struct run *run, GError **error)
{
	const char *purpose = NULL;
	bool agreed = false;
	char today[11];
	if (!consent_read(run, &purpose, &agreed, error))
		return false;
	gint64 person = subject_find(run, &noun_person, 0, run->argument[0], error);
	if (person == 0 || !run_begin(run, "consent_set", error))
		return false;
	g_autofree char *origin =
		run->n_arguments > 3 ? text_accept(run->argument[3], false, NULL) : NULL;
	store_today(run->store, today);
	store_about(run->store, &entity_person, person, 0, 1);
	return run_end(run, consent_note(run->store, person, purpose, agreed, today, origin, error),
		       error);
}

/* ---- addresses ----------------------------------------------------------------------------------
 */

static bool
addresses_print(struct run *run, const GArray *people, GError **error)
{
	struct addresses addresses;
	if (!addresses_collect(run->store, (const gint64 *)(const void *)people->data, people->len,
			       "invitations", &addresses, error))
		return false;
	run_note(run,
		 i18n_count("%u address; left out: %u who oppose, %u without a usable one",
			    "%u addresses; left out: %u who oppose, %u without a usable one",
			    addresses.n),
		 addresses.n, addresses.opposed, addresses.unusable);
	bool done = run_line_result(run, addresses.list, error);
	addresses_clear(&addresses);
	return done;
}

bool
cmd_person_addresses(struct run *run, GError **error)
{
	g_autoptr(GArray) people = g_array_new(FALSE, FALSE, sizeof(gint64));
	if (run->n_arguments == 0) {
		g_autoptr(Rows) rows = store_all(run->store, &entity_person, error);
		for (guint i = 0; rows != NULL && i < rows->n; i++)
			g_array_append_val(people, ((struct row_head *)rows->row[i])->id);
		return rows != NULL && addresses_print(run, people, error);
	}
	for (guint i = 0; i < run->n_arguments; i++) {
		gint64 id = subject_find(run, &noun_person, 0, run->argument[i], error);
		if (id == 0)
			return false;
		g_array_append_val(people, id);
	}
	return addresses_print(run, people, error);
}

/* Those whose registration stands. */
bool
cmd_attendee_addresses(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(Rows) rows =
		event_id != 0 ? store_of(run->store, &entity_attendee, "event_id", event_id, error)
			      : NULL;
	g_autoptr(GArray) people = g_array_new(FALSE, FALSE, sizeof(gint64));
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct attendee *attendee = rows->row[i];
		if (attendee->live == 1)
			g_array_append_val(people, attendee->person_id);
	}
	return rows != NULL && addresses_print(run, people, error);
}
