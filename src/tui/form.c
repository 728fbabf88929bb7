#include "tui/form.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "tui/draft.h"
#include "tui/form_fields.h"
#include "tui/form_private.h"
#include "tui/opener.h"

struct form_field *
form_field_at(const struct form *form, guint place)
{
	return &g_array_index(form->fields, struct form_field, place);
}

bool
form_field_changed(const struct form_field *field)
{
	g_autofree char *now = text_accept(field->input.text->str, field->input.lines, NULL);
	return g_strcmp0(now != NULL ? now : "", field->original) != 0;
}

bool
form_changed(const struct form *form)
{
	for (guint i = 0; i < form->fields->len; i++)
		if (form_field_changed(form_field_at(form, i)))
			return true;
	return false;
}

void
form_field_unsaid(struct form_field *field)
{
	g_clear_pointer(&field->error, g_free);
	g_clear_pointer(&field->day, g_free);
	g_clear_pointer(&field->note, g_free);
	g_clear_pointer(&field->means, g_free);
	g_ptr_array_set_size(field->made, 0);
	g_clear_pointer(&field->judged, g_free);
}

bool
form_touched(const struct form *form)
{
	for (guint i = 0; i < form->fields->len; i++) {
		const struct form_field *field = form_field_at(form, i);
		if (form_field_changed(field) &&
		    g_strcmp0(field->given, field->input.text->str) != 0)
			return true;
	}
	return false;
}

struct form_field *
form_field_of(struct form *form, const struct noun_key *key)
{
	for (guint i = 0; i < form->fields->len; i++)
		if (form_field_at(form, i)->key == key)
			return form_field_at(form, i);
	return NULL;
}

struct form_field *
form_field_named(struct form *form, const char *name)
{
	const struct noun_key *key = noun_key(form->noun, name);
	return key != NULL ? form_field_of(form, key) : NULL;
}

bool
form_field_finds(const struct form *form, const struct form_field *field)
{
	return form->noun == &noun_event && strcmp(field->key->key, "start_date") == 0;
}

static void
problem_clear(gpointer pointer)
{
	g_free(((struct form_problem *)pointer)->message);
}

/* It was saved, or left, or typed back to what it was. */
static void
form_unkeep(struct form *form)
{
	if (form->kept != NULL)
		g_unlink(form->kept);
	g_clear_pointer(&form->kept, g_free);
}

static void
form_free(struct screen *screen)
{
	struct form *form = (struct form *)screen;
	if (!form->ui->leaving)
		form_unkeep(form);
	g_free(form->kept);
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		input_clear(&field->input);
		g_free(field->original);
		g_free(field->given);
		g_free(field->error);
		g_free(field->day);
		g_free(field->stood);
		g_free(field->remark);
		g_free(field->judged);
		g_free(field->note);
		g_free(field->means);
		g_ptr_array_unref(field->made);
	}
	g_array_unref(form->fields);
	g_array_unref(form->problems);
	completion_clear(&form->completion);
	entity_free(form->noun->entity, form->row);
	g_free(form);
}

/* ---- moving -------------------------------------------------------------------------------------
 */

void
form_focus(struct form *form, guint to)
{
	form_popup_close(form);
	form->left = form->focus;
	form->focus = to;
	struct input *input = &form_field_at(form, form->focus)->input;
	input->cursor = input->text->len;
	form->entered = true;
}

static void
focus_go(struct ui *ui, struct form *form, guint to)
{
	form_popup_close(form);
	form_try(ui, form);
	form_focus(form, to);
}

static void
focus_move(struct ui *ui, struct form *form, int by)
{
	if (form->popup && by > 0 && form_popup_continues(form))
		form_popup_accept(form);
	int n = (int)form->fields->len, to = (int)form->focus + by;
	focus_go(ui, form, (guint)(by == 1 || by == -1 ? (to + n) % n : CLAMP(to, 0, n - 1)));
}

/* A choice is typed over, not appended to. */
static bool
field_input(struct form *form, struct form_field *field, const struct key *key)
{
	const struct field *member = noun_field(form->noun, field->key);
	bool choice =
		member != NULL && (member->kind == FIELD_CODE || member->kind == FIELD_BOOLEAN);
	if (form->entered && choice && *key->text != '\0')
		input_set(&field->input, NULL);
	form->entered = false;
	return input_key(&field->input, key);
}

/* A long text in the editor that the person knows; what it leaves stands as if it had been typed.
 */
static void
field_edit(struct ui *ui, struct form *form, struct form_field *field)
{
	g_autofree char *edited = editor_edit(ui, field->input.text->str);
	if (edited == NULL)
		return;
	input_set(&field->input, edited);
	draft_due(ui);
	form->entered = false;
	g_clear_pointer(&field->error, g_free);
}

/* What was typed in other fields stays; the day is judged as if it had been typed. */
static void
date_found(struct ui *ui, const char *typed, gpointer user)
{
	struct form *form = user;
	struct form_field *field = form_field_at(form, form->focus);
	if (!form_field_finds(form, field))
		return;
	input_set(&field->input, typed);
	draft_due(ui);
	g_clear_pointer(&field->error, g_free);
	g_clear_pointer(&field->day, g_free);
	form_try(ui, form);
}

static bool
form_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct form *form = (struct form *)screen;
	struct form_field *field = form_field_at(form, form->focus);
	if (form->popup && form_popup_key(form, key)) {
		draft_due(ui);
		return true;
	}
	if (key_is(key, "F2") || key_is(key, "C-s"))
		form_save(ui, form);
	else if (key_is(key, "Esc") || key_is(key, "C-c"))
		form_leave(ui, form);
	else if (field->input.lines && (key_is(key, "F6") || key_is(key, "C-o")))
		field_edit(ui, form, field);
	else if (key_is(key, "F3") && form_field_finds(form, field))
		ui->rooms->find_date(ui, ((struct row_head *)form->row)->id, date_found, form);
	else if (key_is(key, "Tab") || (key_is(key, "Enter") && !field->input.lines))
		focus_move(ui, form, 1);
	else if (key_is(key, "S-Tab"))
		focus_move(ui, form, -1);
	else if (key_is(key, "Down") && complete_can(form->noun, field->key))
		form_popup_ask(ui, form);
	else if (!field->input.lines && (key_is(key, "Up") || key_is(key, "Down")))
		focus_move(ui, form, key_is(key, "Up") ? -1 : 1);
	else if (key_is(key, "PgUp") || key_is(key, "PgDn"))
		focus_move(ui, form, key_is(key, "PgUp") ? -8 : 8);
	else if (field_input(form, field, key)) {
		draft_due(ui);
		form_field_unsaid(field);
		if (*key->text != '\0' || form->popup)
			form_popup_open(ui, form, false);
	} else if (field->input.lines && (key_is(key, "Up") || key_is(key, "Down"))) {
		focus_move(ui, form, key_is(key, "Up") ? -1 : 1);
	} else {
		return false;
	}
	return true;
}

/* A click goes into a field, as Tab does, or takes one of the choices under it. */
static bool
form_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	struct form *form = (struct form *)screen;
	if (hit->kind == HIT_TAB) {
		form->choice = (guint)hit->value;
		form_popup_accept(form);
		form_popup_close(form);
		draft_due(ui);
	} else {
		focus_go(ui, form, (guint)hit->value);
	}
	return false;
}

static bool
form_typing(struct screen *screen)
{
	(void)screen;
	return true;
}

static char *
form_unfinished(struct screen *screen)
{
	return form_touched((struct form *)screen) ? g_strdup(_("This form has been changed"))
						   : NULL;
}

static void
form_keep(struct screen *screen, struct ui *ui)
{
	struct form *form = (struct form *)screen;
	if (!form_touched(form)) {
		form_unkeep(form);
		return;
	}
	g_autoptr(GArray) typed = g_array_new(FALSE, FALSE, sizeof(struct form_typed));
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		struct form_typed one = {field->key->key, field->input.text->str, field->original};
		if (form_field_changed(field))
			g_array_append_val(typed, one);
	}
	struct form_request request = {
		.noun = form->noun,
		.id = ((struct row_head *)form->row)->id,
		.owner = form->owner,
		.copied = form->copied,
		.typed = (const struct form_typed *)(void *)typed->data,
		.n_typed = typed->len,
		.since = form->since,
	};
	char *kept = draft_keep(ui, &request);
	if (kept != NULL) {
		g_free(form->kept);
		form->kept = kept;
	}
}

static const struct key_help own_keys[] = {
	{"Tab Enter S-Tab", N_("Next field, field before")},
	{"Down", N_("Open the list of choices")},
	{"PgUp PgDn", N_("Eight fields up, down")},
	{"C-a C-e", N_("Beginning, end of the line")},
	{"C-Left C-Right", N_("Word before, word after")},
	{"C-u C-k", N_("Erase what is before, what is behind")},
	{"F6 C-o", N_("A long text in my editor ($VISUAL, $EDITOR)")},
	{"C-w", N_("Erase the word before")},
	{"Esc", N_("Leave the form")},
	{NULL, NULL},
};

static const struct screen_class form_class = {
	.name = "form",
	.hint = N_("F2 save · Tab next · ↓ choices · Esc leave · F1 keys · Shift-Tab previous"),
	.contexts = CONTEXT_FORM,
	.draw = form_draw,
	.keys = own_keys,
	.key = form_key,
	.click = form_click,
	.wheel_tabs = true,
	.typing = form_typing,
	.unfinished = form_unfinished,
	.keep = form_keep,
	.free = form_free,
};

/* ---- opening ------------------------------------------------------------------------------------
 */

static void
field_add(struct ui *ui, struct form *form, const char *name)
{
	const struct noun_key *key = noun_key(form->noun, name);
	const struct field *member = noun_field(form->noun, key);
	bool lines =
		(member != NULL && member->kind == FIELD_LONG) || (key->flags & NOUN_LONG) != 0;
	struct form_field field = {.key = key, .made = g_ptr_array_new_with_free_func(g_free)};
	field.original = form->fresh ? g_strdup("") : form_stored(ui->store, form, key, form->row);
	input_init(&field.input, field.original, lines);
	g_array_append_val(form->fields, field);
}

/* What a new row gets when nothing is said stands in its fields from the start, and counts as
 * unchanged. */
static void
form_defaults(struct ui *ui, struct form *form)
{
	if (form->noun->begin == NULL || !store_begin(ui->store, "trial", NULL))
		return;
	void *row = entity_copy(form->noun->entity, form->row);
	GError *error = NULL;
	form->noun->begin(ui->store, row,
			  &error); /* may miss a name: what it has set by then is shown */
	g_clear_error(&error);
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		const struct field *member = noun_field(form->noun, field->key);
		if (member == NULL || (member->kind != FIELD_CODE && member->kind != FIELD_DAY))
			continue;
		g_free(field->original);
		field->original = form_stored(ui->store, form, field->key, row);
		input_set(&field->input, field->original);
	}
	store_rollback(ui->store);
	entity_free(form->noun->entity, row);
}

/* What was typed stands in place of what stood there then: where somebody has changed that since,
 * saving asks. */
static void
form_type(struct form *form, const struct form_request *request)
{
	for (guint i = 0; i < request->n_typed; i++) {
		const struct form_typed *typed = &request->typed[i];
		struct form_field *field = form_field_named(form, typed->key);
		if (field == NULL)
			continue;
		input_set(&field->input, typed->text);
		if (form->fresh && request->kept == NULL) {
			g_free(field->given);
			field->given = g_strdup(typed->text);
		}
		if (!form->fresh && typed->before != NULL) {
			g_free(field->original);
			field->original = g_strdup(typed->before);
		}
	}
	if (request->since != 0)
		form->since = request->since;
}

static void
form_focus_named(struct form *form, const char *name)
{
	for (guint i = 0; name != NULL && i < form->fields->len; i++)
		if (strcmp(form_field_at(form, i)->key->key, name) == 0)
			form_focus(form, i);
}

void
form_open(struct ui *ui, const struct form_request *request)
{
	GError *error = NULL;
	void *row = request->id != 0
			    ? store_get(ui->store, request->noun->entity, request->id, &error)
			    : entity_new(request->noun->entity);
	ui_fail(ui, error);
	if (row == NULL)
		return;
	struct form *form = g_new0(struct form, 1);
	form->screen = (struct screen){.class = &form_class, .tab = -1};
	form->ui = ui;
	form->kept = g_strdup(request->kept);
	form->noun = request->noun;
	form->row = row;
	form->owner = request->owner;
	form->fresh = request->id == 0;
	form->copied = request->copied;
	form->since = form->fresh ? 0 : form_latest_gesture(ui->store);
	form->saved = request->saved;
	form->fields = g_array_new(FALSE, TRUE, sizeof(struct form_field));
	form->problems = g_array_new(FALSE, TRUE, sizeof(struct form_problem));
	g_array_set_clear_func(form->problems, problem_clear);
	form->entered = true;
	if (form->fresh && form->owner != 0)
		field_set(entity_field(form->noun->entity, form->noun->owner), row,
			  value_integer(form->owner));
	for (const char *const *key = form_keys(form->noun); *key != NULL; key++)
		field_add(ui, form, *key);
	if (form->fresh && form->copied == 0)
		form_defaults(ui, form);
	if (form->copied != 0 && !form_copy_show(ui->store, form, &error)) {
		ui_fail(ui, error);
		form_free(&form->screen);
		return;
	}
	form_type(form, request);
	form_stood_read(ui->store, form);
	form_focus_named(form, request->focus);
	if (!form->fresh)
		form_problems_read(ui, form, row);
	ui_push(ui, &form->screen);
}
