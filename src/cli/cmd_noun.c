/* list, show, new, edit, merge, delete: the same for every noun, from its table of keys. */
#include <string.h>

#include "app/merge.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/noun_sheet.h"
#include "cli/subject.h"
#include "core/event.h"
#include "core/status.h"

/* Those who have been forgotten are rows without a name, kept for the counts alone. */
static void
forgotten_leave_out(Rows *rows)
{
	const struct field *erased = entity_field(rows->entity, "erased_at");
	guint kept = 0;
	for (guint i = 0; erased != NULL && i < rows->n; i++) {
		if (field_missing(erased, rows->row[i]))
			rows->row[kept++] = rows->row[i];
		else
			entity_free(rows->entity, rows->row[i]);
	}
	if (erased != NULL)
		rows->n = kept;
}

bool
cmd_noun_list(struct run *run, GError **error)
{
	const struct noun *noun = run->command->noun;
	if (run_format(run) == FORMAT_XLSX && !run->scripted && !run_given(run, OPTION_SORT) &&
	    !run_given(run, OPTION_FILTER))
		return noun_workbook(run, noun, error);
	g_autoptr(Rows) rows = store_all(run->store, noun->entity, error);
	if (rows != NULL)
		forgotten_leave_out(rows);
	return rows != NULL && noun_rows_list(run, noun, rows, error);
}

bool
cmd_noun_show(struct run *run, GError **error)
{
	const struct noun *noun = run->command->noun;
	gint64 id = subject_find(run, noun, 0, run->argument[0], error);
	void *row = id != 0 ? store_get(run->store, noun->entity, id, error) : NULL;
	bool done = row != NULL && noun_row_show(run, noun, row, error);
	entity_free(noun->entity, row);
	return done;
}

/* ---- new ----------------------------------------------------------------------------------------
 */

/* What a row belongs to must be there: a room with a slip in its place's name is not to found a
 * place. */
static bool
owner_set(struct run *run, void *row, struct noun_pair *pairs, guint *n, GError **error)
{
	const struct noun *noun = run->command->noun;
	for (guint i = 0; noun->owner != NULL && i < *n; i++) {
		const struct noun_key *key = pairs[i].key;
		if (g_strcmp0(key->field, noun->owner) != 0 || key->named == NULL)
			continue;
		gint64 owner = noun_find(run->store, key->named, 0, pairs[i].typed, error);
		if (owner == 0)
			return false;
		field_set(noun_field(noun, key), row, value_integer(owner));
		pairs[i] = pairs[--*n];
		return true;
	}
	return true;
}

bool
cmd_noun_new(struct run *run, GError **error)
{
	const struct noun *noun = run->command->noun;
	guint n = 0;
	g_autofree struct noun_pair *pairs = subject_pairs(run, 0, &n, error);
	if (pairs == NULL || !run_begin(run, subject_action(noun, "new"), error))
		return false;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	void *row = entity_new(noun->entity);
	bool done = owner_set(run, row, pairs, &n, error) &&
		    noun_write(run->store, noun, row, pairs, n, notes, error);
	if (done) {
		subject_about(run, noun, row, 1);
		run_notes(run, notes);
		subject_result(run, row);
	}
	done = run_end(run, done, error);
	entity_free(noun->entity, row);
	return done;
}

/* ---- edit ---------------------------------------------------------------------------------------
 */

static bool
row_edit(struct run *run, void *row, struct noun_pair *pairs, guint n, GError **error)
{
	const struct noun *noun = run->command->noun;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	if (!noun_write(run->store, noun, row, pairs, n, notes, error))
		return false;
	subject_about(run, noun, row, 1);
	run_notes(run, notes);
	subject_changed(run, row);
	return true;
}

static bool
subject_edit(struct run *run, gint64 event_id, guint word, GError **error)
{
	const struct noun *noun = run->command->noun;
	guint n = 0;
	g_autofree struct noun_pair *pairs = subject_pairs(run, word + 1, &n, error);
	if (pairs == NULL || !run_begin(run, subject_action(noun, "edit"), error))
		return false;
	gint64 id = subject_find(run, noun, event_id, run->argument[word], error);
	void *row = id != 0 ? store_get(run->store, noun->entity, id, error) : NULL;
	bool done = run_end(run, row != NULL && row_edit(run, row, pairs, n, error), error);
	entity_free(noun->entity, row);
	return done;
}

bool
cmd_noun_edit(struct run *run, GError **error)
{
	return subject_edit(run, 0, 0, error);
}

bool
cmd_owned_edit(struct run *run, GError **error)
{
	gint64 owner = run_owner(run, error);
	return owner != 0 && subject_edit(run, owner, 1, error);
}

/* ---- merge --------------------------------------------------------------------------------------
 */

static bool
merge_others(struct run *run, gint64 kept, GError **error)
{
	const struct noun *noun = run->command->noun;
	for (guint i = 1; i < run->n_arguments; i++) {
		gint64 merged = subject_find(run, noun, 0, run->argument[i], error);
		if (merged == 0 || !merge_rows(run->store, noun->entity, kept, merged, error))
			return false;
	}
	return true;
}

bool
cmd_noun_merge(struct run *run, GError **error)
{
	const struct noun *noun = run->command->noun;
	if (!run_begin(run, subject_action(noun, "merge"), error))
		return false;
	gint64 kept = subject_find(run, noun, 0, run->argument[0], error);
	bool done = kept != 0 && merge_others(run, kept, error);
	void *row = done ? store_get(run->store, noun->entity, kept, error) : NULL;
	if (row != NULL) {
		subject_about(run, noun, row, run->n_arguments - 1);
		subject_result(run, row);
	}
	done = run_end(run, row != NULL && done, error);
	entity_free(noun->entity, row);
	return done;
}

/* ---- delete -------------------------------------------------------------------------------------
 */

static bool
row_delete(struct run *run, gint64 id, GError **error)
{
	const struct noun *noun = run->command->noun;
	if (!run_begin(run, subject_action(noun, "delete"), error))
		return false;
	void *row = store_get(run->store, noun->entity, id, error);
	bool done = row != NULL;
	if (done) {
		g_autofree char *name = noun_name(run->store, noun, row);
		subject_about(run, noun, row, 1);
		done = noun_delete(run->store, noun, id, error);
		if (done)
			run_note(run, _("deleted: %s"), name);
	}
	entity_free(noun->entity, row);
	return run_end(run, done, error);
}

static bool
subject_delete(struct run *run, gint64 event_id, const char *typed, GError **error)
{
	gint64 id = subject_find(run, run->command->noun, event_id, typed, error);
	return id != 0 && row_delete(run, id, error);
}

bool
cmd_noun_delete(struct run *run, GError **error)
{
	return subject_delete(run, 0, run->argument[0], error);
}

/* The same organisation may stand in several roles; one of them may be said. */
static gint64
partner_find(struct run *run, gint64 event_id, GError **error)
{
	guint n = 0;
	g_autofree struct noun_pair *pairs = subject_pairs(run, 2, &n, error);
	gint64 organisation = pairs != NULL ? noun_find(run->store, &noun_organisation, 0,
							run->argument[1], error)
					    : 0;
	if (organisation == 0)
		return 0;
	const char *role = n > 0 ? code_parse(&code_partner_roles, pairs[0].typed) : NULL;
	g_autoptr(Rows) rows = store_of(run->store, &entity_partner, "event_id", event_id, error);
	gint64 found = 0;
	guint matches = 0;
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct partner *partner = rows->row[i];
		if (partner->organisation_id != organisation ||
		    (n > 0 && g_strcmp0(partner->role, role) != 0))
			continue;
		found = partner->id;
		matches++;
	}
	if (rows != NULL && matches == 0)
		fail(error, ERROR_NOT_FOUND, _("“%s” is no such partner of the event"),
		     run->argument[1]);
	else if (matches > 1)
		fail(error, ERROR_AMBIGUOUS, _("“%s” is a partner in several roles: add role=…"),
		     run->argument[1]);
	return matches == 1 ? found : 0;
}

bool
cmd_partner_remove(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	gint64 id = event_id != 0 ? partner_find(run, event_id, error) : 0;
	return id != 0 && row_delete(run, id, error);
}

bool
cmd_owned_delete(struct run *run, GError **error)
{
	gint64 owner = run_owner(run, error);
	return owner != 0 && subject_delete(run, owner, run->argument[1], error);
}
