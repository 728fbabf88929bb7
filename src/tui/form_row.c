/* The row that a form writes: the one that is stored, a new one, or a copy of another. */
#include "app/event.h"
#include "base/date.h"
#include "tui/form_private.h"

/* The date that is typed, as precise as it is: the number of the copy begins with its year. */
static char *
date_typed(Store *store, struct form *form)
{
	const struct form_field *field = form_field_named(form, "start_date");
	struct date_reading reading;
	char today[11];
	store_today(store, today);
	bool read = field != NULL && date_parse(field->input.text->str, today, &reading, NULL);
	return read ? g_strdup(reading.date) : NULL;
}

static void *
copy_make(Store *store, struct form *form, GError **error)
{
	g_autofree char *date = date_typed(store, form);
	gint64 id = event_copy(store, form->copied, date, error);
	return id != 0 ? store_get(store, &entity_event, id, error) : NULL;
}

void *
form_row(Store *store, struct form *form, GError **error)
{
	gint64 id = ((const struct row_head *)form->row)->id;
	if (form->copied != 0)
		return copy_make(store, form, error);
	return form->fresh ? entity_copy(form->noun->entity, form->row)
			   : store_get(store, form->noun->entity, id, error);
}

bool
form_copy_show(Store *store, struct form *form, GError **error)
{
	struct event *copy =
		store_begin(store, "trial", error) ? copy_make(store, form, error) : NULL;
	for (guint i = 0; copy != NULL && i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		g_free(field->original);
		field->original = form_stored(store, form, field->key, copy);
		input_set(&field->input, field->original);
	}
	store_rollback(store);
	if (copy == NULL)
		return false;
	copy->id = copy->rev = 0;
	entity_free(form->noun->entity, form->row);
	form->row = copy;
	return true;
}
