/* Saving a form, and leaving it. */
#include <string.h>

#include "app/registration.h"
#include "base/error.h"
#include "base/i18n.h"
#include "tui/chooser.h"
#include "tui/form_fields.h"
#include "tui/form_private.h"

/* Where several fields are wrong, the status row names them: not all are on a small screen. */
static void
form_refused(struct ui *ui, struct form *form, GError *error)
{
	g_autoptr(GString) names = g_string_new(NULL);
	guint first = form->fields->len, wrong = 0;
	for (guint i = 0; i < form->fields->len; i++) {
		const struct form_field *field = form_field_at(form, i);
		if (field->error == NULL)
			continue;
		first = MIN(first, i);
		g_string_append_printf(names, "%s%s", wrong++ > 0 ? ", " : "",
				       noun_key_label(form->noun, field->key));
	}
	if (wrong > 1) {
		ui_say(ui, TOAST_ERROR, _("Not saved, %u fields are to be corrected: %s"), wrong,
		       names->str);
		g_error_free(error);
	} else {
		ui_fail(ui, error);
	}
	if (first < form->fields->len)
		form_focus(form, first);
}

/* What was made on the way stands first: where all does not fit, the title is what is cut. */
static void
form_say(struct ui *ui, const struct form *form, const void *row, const GPtrArray *notes)
{
	g_autofree char *name = noun_name(ui->store, form->noun, row);
	g_autoptr(GString) made = g_string_new(NULL);
	g_autofree char *followed = registration_followed(ui->store);
	if (followed != NULL)
		g_string_append(made, followed);
	for (guint i = 0; i < notes->len; i++)
		g_string_append_printf(made, "%s%s", made->len > 0 ? ", " : "",
				       (const char *)g_ptr_array_index(notes, i));
	if (made->len > 0)
		ui_say(ui, TOAST_UNDO, _("%s. Saved: %s"), made->str, name);
	else if (form->copied != 0)
		ui_say(ui, TOAST_UNDO, _("Copied, without the people: %s"), name);
	else
		ui_say(ui, TOAST_UNDO, _("Saved: %s"), name);
}

/* Write and commit, or take all of it back. */
static bool
form_commit(struct ui *ui, struct form *form, void *row, GPtrArray *notes, GError **error)
{
	if (!form_write(ui, form, row, notes, error)) {
		store_rollback(ui->store);
		return false;
	}
	store_about(ui->store, form->noun->entity, ((struct row_head *)row)->id,
		    form_event(form, row), 1);
	return store_commit(ui->store, NULL, error);
}

static void
form_saved(struct ui *ui, struct form *form, const void *row, const GPtrArray *notes)
{
	void (*saved)(struct ui *, gint64) = form->saved;
	gint64 id = ((const struct row_head *)row)->id;
	form_say(ui, form, row, notes);
	const struct entity *made = form->fresh ? form->noun->entity : NULL;
	ui_remove(ui, &form->screen);
	ui_reload(ui);
	if (made != NULL)
		ui_reveal(ui, made, id);
	if (saved != NULL)
		saved(ui, id);
}

static void
form_write_out(struct ui *ui, struct form *form)
{
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	GError *error = NULL;
	const struct entity *entity = form->noun->entity;
	void *row = form->copied != 0 ? form_row(ui->store, form, &error)
				      : entity_copy(entity, form->row);
	if (row == NULL) {
		store_rollback(ui->store);
		ui_fail(ui, error);
	} else if (form_commit(ui, form, row, notes, &error)) {
		form_saved(ui, form, row, notes);
	} else {
		form_refused(ui, form, error);
	}
	entity_free(entity, row);
}

void
form_save(struct ui *ui, struct form *form)
{
	form_popup_close(form); /* a field that is refused is another one */
	form_spread(ui->store, form);
	form_usual_again(form);
	if (!form->fresh && !form_changed(form)) {
		ui_remove(ui, &form->screen);
		return;
	}
	g_autofree char *action =
		form->copied != 0 ? g_strdup("event_copy") : form_action(form->noun, form->fresh);
	if (!ui_begin(ui, action))
		return;
	GError *error = NULL;
	struct screen *conflict = NULL;
	bool there = form->fresh || form_conflict_find(ui, form, &conflict, &error);
	if (there && conflict == NULL) {
		form_write_out(ui, form);
		return;
	}
	store_rollback(ui->store);
	ui_fail(ui, error);
	if (conflict != NULL)
		ui_push(ui, conflict);
}

static void
leave_chosen(struct ui *ui, guint index, gpointer user)
{
	struct form *form = user;
	if (index == 0)
		form_save(ui, form);
	else if (index == 1)
		ui_remove(ui, &form->screen);
}

void
form_leave(struct ui *ui, struct form *form)
{
	if (!form_touched(form)) {
		ui_remove(ui, &form->screen);
		return;
	}
	struct chooser *chooser =
		chooser_new(_("This form has been changed"), leave_chosen, form, NULL);
	chooser_add(chooser, _("Save"), "F2");
	chooser_add(chooser, _("Abandon the changes"), NULL);
	chooser_add(chooser, _("Go on typing"), NULL);
	chooser_show(chooser, ui, 0);
}
