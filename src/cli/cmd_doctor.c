/* Is the database well, and will it be tomorrow? */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/examination.h"
#include "store/audit.h"

/* ---- examining ----------------------------------------------------------------------------------
 */

static void
examine_rows(struct examination *exam)
{
	static const struct noun *const counted[] = {&noun_event,  &noun_session,
						     &noun_person, &noun_organisation,
						     &noun_venue,  &noun_attendee};
	for (gsize i = 0; i < G_N_ELEMENTS(counted); i++)
		fact_add(exam, counted[i]->name, _(counted[i]->label), SHEET_NUMBER,
			 fact_number(store_count(exam->run->store, counted[i]->entity, NULL,
						 value_text(NULL), NULL)),
			 NULL);
}

static void
sentences_take(GPtrArray *to, const GPtrArray *from)
{
	for (guint i = 0; i < from->len; i++)
		g_ptr_array_add(to, g_strdup(g_ptr_array_index(from, i)));
}

/* What the engine's own check passes over: a file that is sound may still say what is not so. */
static bool
examine_values(struct examination *exam, GError **error)
{
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) gaps = g_ptr_array_new_with_free_func(g_free);
	if (!store_audit(exam->run->store, problems, gaps, error))
		return false;
	sentences_take(exam->problems, problems);
	g_autoptr(GString) joined = g_string_new(NULL);
	for (guint i = 0; i < gaps->len; i++)
		g_string_append_printf(joined, "%s%s", i > 0 ? ", " : "",
				       (const char *)g_ptr_array_index(gaps, i));
	if (gaps->len > 0)
		g_ptr_array_add(exam->advice,
				g_strdup_printf(_("the history is not complete (%s): what was done "
						  "can be read, but it may not be possible to undo "
						  "it; nothing else depends on it"),
						joined->str));
	return true;
}

static bool
examine(struct examination *exam, GError **error)
{
	g_autoptr(GPtrArray) found = store_doctor(exam->run->store, error);
	if (found == NULL)
		return false;
	sentences_take(exam->problems, found);
	if (found->len > 0)
		g_ptr_array_add(exam->advice,
				g_strdup(_("the file is damaged: restore a backup, or save what it "
					   "still holds with “ateliers doctor --rescue”")));
	else if (!examine_values(exam, error))
		return false;
	examine_files(exam);
	examine_rows(exam);
	examine_backups(exam);
	return true;
}

/* ---- telling ------------------------------------------------------------------------------------
 */

static json_t *
sentences_json(const GPtrArray *sentences)
{
	json_t *array = json_array();
	for (guint i = 0; i < sentences->len; i++)
		json_array_append_new(array, sheet_json_text(g_ptr_array_index(sentences, i)));
	return array;
}

static char *
sentences_joined(const GPtrArray *sentences)
{
	GString *joined = g_string_new(NULL);
	for (guint i = 0; i < sentences->len; i++)
		g_string_append_printf(joined, "%s%s", i > 0 ? "\n" : "",
				       (const char *)g_ptr_array_index(sentences, i));
	return g_string_free(joined, FALSE);
}

static Sheet *
examination_sheet(const struct examination *exam)
{
	Sheet *sheet = sheet_new();
	guint n = exam->facts->len;
	for (guint i = 0; i < n; i++) {
		const struct fact *fact = &g_array_index(exam->facts, struct fact, i);
		sheet_column(sheet, fact->key, fact->label, fact->type, true);
	}
	sheet_column(sheet, "problems", _("Problems"), SHEET_LONG, true);
	sheet_column(sheet, "advice", _("Advice"), SHEET_LONG, true);
	struct sheet_row *row = sheet_row(sheet);
	for (guint i = 0; i < n; i++) {
		const struct fact *fact = &g_array_index(exam->facts, struct fact, i);
		sheet_set(sheet, row, i, fact->value, fact->words);
	}
	sheet_set(sheet, row, n, sentences_joined(exam->problems),
		  exam->problems->len == 0 ? g_strdup(_("none")) : NULL);
	sheet_set(sheet, row, n + 1, sentences_joined(exam->advice), NULL);
	row->extra = json_object();
	json_object_set_new(row->extra, "problems", sentences_json(exam->problems));
	json_object_set_new(row->extra, "advice", sentences_json(exam->advice));
	return sheet;
}

bool
cmd_doctor(struct run *run, GError **error)
{
	if (run_given(run, OPTION_RESCUE))
		return cmd_rescue(run, error);
	if (run_given(run, OPTION_DRY_RUN))
		return fail(error, ERROR_USAGE,
			    _("“--dry-run” goes with “--rescue”: doctor alone "
			      "changes nothing"));
	struct examination exam = {
		.run = run,
		.facts = g_array_new(FALSE, FALSE, sizeof(struct fact)),
		.problems = g_ptr_array_new_with_free_func(g_free),
		.advice = g_ptr_array_new_with_free_func(g_free),
	};
	bool done = examine(&exam, error);
	if (done) {
		g_autoptr(Sheet) sheet = examination_sheet(&exam);
		run->exit_code = exam.problems->len > 0 ? 1 : 0;
		done = run_show(run, sheet, error);
	}
	g_array_unref(exam.facts);
	g_ptr_array_unref(exam.problems);
	g_ptr_array_unref(exam.advice);
	return done;
}
