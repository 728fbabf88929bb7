/* Saving a form, and leaving it. */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "tui/chooser.h"
#include "tui/form_fields.h"
#include "tui/form_private.h"

static const char *
first_note(const GPtrArray *notes)
{
	return notes->len > 0 ? g_ptr_array_index(notes, 0) : NULL;
}

static void
focus_first_error(struct form *form)
{
	for (guint i = 0; i < form->fields->len; i++)
		if (form_field_at(form, i)->error != NULL) {
			form->focus = i;
			return;
		}
}

static void
form_say(struct ui *ui, const struct form *form, const void *row, const GPtrArray *notes)
{
	g_autofree char *name = noun_name(ui->store, form->noun, row);
	if (first_note(notes) != NULL)
		ui_say(ui, TOAST_UNDO, _("Saved: %s (%s)"), name, first_note(notes));
	else
		ui_say(ui, TOAST_UNDO, _("Saved: %s"), name);
}

/* A colleague has saved the same row meanwhile: what I did not touch is read again, what I typed
 * stays, and where both changed one field their value stands beside mine. Saving again then means
 * mine. */
static void
form_catch_up(struct ui *ui, struct form *form)
{
	gint64 id = ((struct row_head *)form->row)->id;
	GError *error = NULL;
	void *row = store_get(ui->store, form->noun->entity, id, &error);
	if (row == NULL) {
		ui_fail(ui, error);
		return;
	}
	entity_free(form->noun->entity, form->row);
	form->row = row;
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		char *now = form_stored(ui->store, form, field->key, row);
		bool mine = form_field_changed(field), theirs = strcmp(now, field->original) != 0;
		if (mine && theirs)
			field->error = g_strdup_printf(_("now “%s”: F2 again puts yours"), now);
		else if (!mine)
			input_set(&field->input, now);
		g_free(field->original);
		field->original = now;
	}
	ui_say(ui, TOAST_ERROR,
	       _("Somebody has saved this meanwhile: theirs is shown, what you typed is kept; F2 "
		 "again "
		 "saves"));
}

void
form_save(struct ui *ui, struct form *form)
{
	if (!form->fresh && !form_changed(form)) {
		ui_remove(ui, &form->screen);
		return;
	}
	g_autofree char *action = form_action(form->noun, form->fresh);
	if (!ui_begin(ui, action))
		return;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	GError *error = NULL;
	void *row = entity_copy(form->noun->entity, form->row);
	bool done = form_write(ui, form, row, notes, &error);
	gint64 id = ((struct row_head *)row)->id;
	if (done) {
		store_about(ui->store, form->noun->entity, id, form_event(form, row), 1);
		done = store_commit(ui->store, NULL, &error);
	} else {
		store_rollback(ui->store);
	}
	if (done) {
		void (*saved)(struct ui *, gint64) = form->saved;
		form_say(ui, form, row, notes);
		entity_free(form->noun->entity, row);
		ui_remove(ui, &form->screen);
		ui_reload(ui);
		if (saved != NULL)
			saved(ui, id);
		return;
	}
	entity_free(form->noun->entity, row);
	if (g_error_matches(error, ATELIERS_ERROR, ERROR_STALE))
		form_catch_up(ui, form);
	else
		ui_fail(ui, g_steal_pointer(&error));
	g_clear_error(&error);
	focus_first_error(form);
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
	if (!form_changed(form)) {
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
