/* What the law gives to people: to see what is held, to be forgotten, not to be kept for ever. */
#include "app/personal.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "cli/subject.h"
#include "core/person.h"

bool
cmd_person_export(struct run *run, GError **error)
{
	gint64 person = subject_find(run, &noun_person, 0, run->argument[0], error);
	if (person == 0)
		return false;
	if (run_format(run) == FORMAT_JSON) {
		json_t *json = personal_json(run->store, person, error);
		return json != NULL && run_json(run, json, error);
	}
	g_autofree char *text = personal_text(run->store, person, error);
	return text != NULL && run_result(run, text, strlen(text), error);
}

bool
cmd_person_forget(struct run *run, GError **error)
{
	gint64 person = subject_find(run, &noun_person, 0, run->argument[0], error);
	struct forgotten forgotten = {.copies = NULL};
	bool dry_run = run_given(run, OPTION_DRY_RUN);
	bool done =
		person != 0 && people_forget(run->store, &person, 1, dry_run, &forgotten, error);
	if (done) {
		g_autoptr(GPtrArray) said = forgotten_sentences(&forgotten, dry_run);
		for (guint i = 0; i < said->len; i++)
			run_note(run, "%s", (const char *)said->pdata[i]);
		if (dry_run)
			run_note(run, _("dry run: nothing was changed"));
	}
	forgotten_clear(&forgotten);
	return done;
}

bool
cmd_person_due(struct run *run, GError **error)
{
	static const struct {
		const char *code, *label;
	} words[] = {
		[RETENTION_TO_CONTACT] = {"contact", N_("to be asked again")},
		[RETENTION_TO_ERASE] = {"erase", N_("to be erased")},
	};
	g_autoptr(GArray) due = people_due(run->store, error);
	if (due == NULL)
		return false;
	g_autoptr(Sheet) sheet = noun_sheet(&noun_person);
	guint last = sheet->columns->len;
	sheet_column(sheet, "contact", _("Last contact"), SHEET_DATE, true);
	sheet_column(sheet, "due", _("Due"), SHEET_TEXT, true);
	for (guint i = 0; i < due->len; i++) {
		const struct person_due *one = &g_array_index(due, struct person_due, i);
		struct person *person =
			store_get(run->store, &entity_person, one->person_id, error);
		if (person == NULL)
			return false;
		struct sheet_row *row = noun_sheet_row(run, sheet, &noun_person, person, false);
		sheet_set(sheet, row, last, g_strdup(one->last_contact),
			  date_text(one->last_contact, DATE_NUMERIC));
		sheet_set(sheet, row, last + 1, g_strdup(words[one->due].code),
			  g_strdup(_(words[one->due].label)));
		entity_free(&entity_person, person);
	}
	return run_list(run, sheet, error);
}
