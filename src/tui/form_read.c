/* Reading what is typed: everything is judged by trying the save and taking it back. */
#include <string.h>

#include "app/output.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/check.h"
#include "core/programme.h"
#include "tui/form_private.h"

char *
form_stored(Store *store, const struct form *form, const struct noun_key *key, const void *row)
{
	char *value = noun_value(store, form->noun, key, row);
	if (value == NULL)
		return g_strdup("");
	const struct field *field = noun_field(form->noun, key);
	char *shown = NULL;
	if (key->words != NULL && key->set != NULL) /* it reads the words again */
		shown = key->words(store, row);
	else if (date_is_day(value))
		shown = date_text(value, DATE_NUMERIC);
	else if (time_valid(value))
		shown = time_text(value, false);
	else if (field != NULL && (field->kind == FIELD_CODE || field->kind == FIELD_BOOLEAN))
		shown = field_text(field, row);
	if (shown == NULL)
		return value;
	g_free(value);
	return shown;
}

static GArray *
form_pairs(struct form *form)
{
	GArray *pairs = g_array_new(FALSE, TRUE, sizeof(struct noun_pair));
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		if (!form_field_changed(field))
			continue;
		struct noun_pair pair = {.key = field->key, .typed = field->input.text->str};
		g_array_append_val(pairs, pair);
	}
	return pairs;
}

gint64
form_event(const struct form *form, const void *row)
{
	if (form->noun == &noun_event)
		return ((const struct row_head *)row)->id;
	return form->noun->owner != NULL && strcmp(form->noun->owner, "event_id") == 0 ? form->owner
										       : 0;
}

/* Only what concerns the session on the form; an event's form shows everything. */
static bool
problem_concerns(Store *store, const struct form *form, const void *row,
		 const struct check_problem *problem)
{
	if (form->noun == &noun_event)
		return true;
	if (form->noun != &noun_session)
		return problem->session >= 0 || problem->field != NULL;
	g_autoptr(Rows) sessions = store_of(store, &entity_session, "event_id", form->owner, NULL);
	return sessions != NULL && problem->session >= 0 && (guint)problem->session < sessions->n &&
	       ((struct row_head *)sessions->row[problem->session])->id ==
		       ((const struct row_head *)row)->id;
}

void
form_problems_read(struct ui *ui, struct form *form, const void *row)
{
	g_array_set_size(form->problems, 0);
	gint64 event_id = form_event(form, row);
	if (event_id == 0 || (form->noun != &noun_event && form->noun != &noun_session &&
			      form->noun != &noun_speaker))
		return;
	g_autoptr(GPtrArray) problems = event_check(ui->store, event_id, NULL);
	for (guint i = 0; problems != NULL && i < problems->len; i++) {
		const struct check_problem *problem = g_ptr_array_index(problems, i);
		if (problem->severity != CHECK_INFORMATION &&
		    problem_concerns(ui->store, form, row, problem)) {
			struct form_problem shown = {g_strdup(problem->message), problem->field};
			g_array_append_val(form->problems, shown);
		}
	}
}

static void
echo_read(struct ui *ui, struct form *form, const void *row)
{
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		const struct field *member = noun_field(form->noun, field->key);
		g_clear_pointer(&field->day, g_free);
		g_autofree char *value = noun_value(ui->store, form->noun, field->key, row);
		bool is_date = value != NULL &&
			       (date_is_day(value) || (date_valid(value) && strlen(value) == 7));
		if (is_date &&
		    (member == NULL || member->kind == FIELD_DAY || member->kind == FIELD_DATE))
			field->day = g_steal_pointer(&value);
	}
}

/* Beside its field an error need not name it. */
static char *
error_beside(const struct form *form, const struct form_field *field, const char *message)
{
	const char *label = noun_key_label(form->noun, field->key);
	const char *rest = message;
	if (g_str_has_prefix(message, label)) {
		rest += strlen(label);
		while (*rest == ' ' || *rest == ':' || g_str_has_prefix(rest, "\u00a0"))
			rest += *rest == ' ' || *rest == ':' ? 1 : strlen("\u00a0");
	}
	return g_strdup(*rest != '\0' && rest != message ? rest : message);
}

static bool
is_missing(const struct form *form, const struct form_field *field, const void *row)
{
	const struct field *member = noun_field(form->noun, field->key);
	if (member == NULL || (member->flags & FIELD_REQUIRED) == 0)
		return false;
	struct value value = field_get(member, row);
	return value.type == VALUE_NULL || (member->kind == FIELD_REFERENCE && value.integer == 0);
}

/* Every field that must be filled and is not; true when there is one. */
static bool
missing_blame(struct form *form, const void *row)
{
	bool any = false;
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		if (field->error != NULL || !is_missing(form, field, row))
			continue;
		field->error = g_strdup(_("to be filled in"));
		any = true;
	}
	return any;
}

/* The field that REASON is about where nothing that was typed was refused for itself: one that
 * contradicts another, the name of what is there already. NULL: none. */
static struct form_field *
field_to_blame(Store *store, struct form *form, const void *row, const GError *reason)
{
	const struct noun *noun = form->noun;
	const char *blamed = NULL;
	if (reason->code == ERROR_CONFLICT)
		blamed = noun == &noun_attendee ? "last_name" : noun->name_key;
	else if (noun->judge != NULL && ((const struct row_head *)row)->id != 0)
		noun->judge(store, row, &blamed, NULL);
	const struct noun_key *key = blamed != NULL ? noun_key(noun, blamed) : NULL;
	return key != NULL ? form_field_of(form, key) : NULL;
}

/* The pairs that were refused, each beside its field; true when there is one. */
static bool
pairs_blame(Store *store, struct form *form, const GArray *pairs, const GPtrArray *reasons,
	    const char *reason)
{
	bool any = false;
	for (guint i = 0; i < pairs->len; i++) {
		const struct noun_pair *pair = &g_array_index(pairs, struct noun_pair, i);
		struct form_field *field = form_field_of(form, pair->key);
		if (!pair->failed || field == NULL || field->error != NULL)
			continue;
		const char *message = reasons != NULL ? g_ptr_array_index(reasons, i) : reason;
		any = true;
		field->error = form_spread_refusal(store, form, field);
		if (field->error == NULL)
			field->error = error_beside(form, field, message);
	}
	return any;
}

/* A write stops at the first thing that is wrong; each field is judged by itself, too. */
static bool
faults_blame(Store *store, struct form *form, GArray *pairs, void *row)
{
	struct noun_pair *pair = (struct noun_pair *)(void *)pairs->data;
	g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func(g_free);
	noun_faults(store, form->noun, row, pair, pairs->len, reasons);
	if (form->fresh && form->noun->begin != NULL)
		form->noun->begin(store, row, NULL);
	return pairs_blame(store, form, pairs, reasons, NULL);
}

/* As if the texts that are missing were there. */
static void
missing_fill(const struct form *form, void *row)
{
	for (guint i = 0; i < form->fields->len; i++) {
		const struct form_field *field = form_field_at(form, i);
		const struct field *member = noun_field(form->noun, field->key);
		if (is_missing(form, field, row) && member->kind == FIELD_TEXT)
			field_set(member, row, value_text("?"));
	}
}

/* An end before its start is told beside a title that is missing, not after it. */
static void
contradiction_blame(Store *store, struct form *form, GArray *pairs)
{
	struct noun_pair *pair = (struct noun_pair *)(void *)pairs->data;
	g_autoptr(GArray) typed = g_array_new(FALSE, FALSE, sizeof *pair);
	for (guint i = 0; i < pairs->len; i++) {
		struct noun_pair one = {.key = pair[i].key, .typed = pair[i].typed};
		if (form_field_of(form, one.key)->error == NULL)
			g_array_append_val(typed, one);
	}
	void *row = entity_copy(form->noun->entity, form->row);
	GError *reason = NULL;
	missing_fill(form, row);
	if (!noun_write(store, form->noun, row, (struct noun_pair *)(void *)typed->data, typed->len,
			NULL, &reason))
		pairs_blame(store, form, typed, NULL, reason->message);
	g_clear_error(&reason);
	entity_free(form->noun->entity, row);
}

/* All that is wrong at once: what was refused, what else cannot be read, what is missing, and what
 * contradicts itself where all else is right. */
static void
form_blame(Store *store, struct form *form, GArray *pairs, const void *row, const GError *reason)
{
	void *read = entity_copy(form->noun->entity, form->row);
	bool refused = pairs_blame(store, form, pairs, NULL, reason->message);
	refused |= faults_blame(store, form, pairs, read);
	bool lacks = missing_blame(form, read);
	if (lacks && !refused && form->copied == 0)
		contradiction_blame(store, form, pairs);
	struct form_field *field =
		lacks || refused ? NULL : field_to_blame(store, form, row, reason);
	if (field != NULL)
		field->error = error_beside(form, field, reason->message);
	entity_free(form->noun->entity, read);
}

bool
form_write(struct ui *ui, struct form *form, void *row, GPtrArray *notes, GError **error)
{
	g_autoptr(GArray) pairs = form_pairs(form);
	struct noun_pair *pair = (struct noun_pair *)(void *)pairs->data;
	for (guint i = 0; i < form->fields->len; i++)
		g_clear_pointer(&form_field_at(form, i)->error, g_free);
	GError *reason = NULL;
	if (noun_write(ui->store, form->noun, row, pair, pairs->len, notes, &reason))
		return true;
	form_blame(ui->store, form, pairs, row, reason);
	g_propagate_error(error, reason);
	return false;
}

void
form_try(struct ui *ui, struct form *form)
{
	form_spread(ui->store, form);
	form_usual_again(form);
	form_notes_read(ui->store, form);
	if (!form_changed(form) || !store_begin(ui->store, "trial", NULL))
		return;
	/* As it is now: what somebody else has saved meanwhile is no reason to be silent. */
	GError *error = NULL;
	void *row = form_row(ui->store, form, &error);
	if (row != NULL)
		form_made_read(ui->store, form, row);
	if (row != NULL && form_write(ui, form, row, NULL, &error) &&
	    store_settle(ui->store, &error)) {
		gint64 id = ((struct row_head *)row)->id;
		entity_free(form->noun->entity, row);
		row = store_get(ui->store, form->noun->entity, id, &error);
		if (row != NULL) {
			echo_read(ui, form, row);
			form_usual_follow(ui->store, form, row);
			form_problems_read(ui, form, row);
		}
	}
	g_clear_error(&error);
	store_rollback(ui->store);
	entity_free(form->noun->entity, row);
}
