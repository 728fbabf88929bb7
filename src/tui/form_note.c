/* What is shown in a form as soon as it can be known: somebody who is there already, the usual
 * value of a choice. */
#include "app/registration.h"
#include "app/town.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "tui/form_private.h"

static void
place_read(Store *store, struct form *form)
{
	struct form_field *venue = form_field_named(form, "venue");
	if (form->noun != &noun_event || venue == NULL)
		return;
	g_clear_pointer(&venue->means, g_free);
	g_autofree char *name = text_accept(venue->input.text->str, false, NULL);
	g_autofree char *town =
		name != NULL && form_field_changed(venue) ? town_of_place(store, name) : NULL;
	if (town != NULL)
		venue->means = g_strdup_printf(_("Town: %s"), town);
}

static void
namesake_read(Store *store, struct form *form)
{
	struct form_field *first = form_field_named(form, "first_name");
	struct form_field *last = form_field_named(form, "last_name");
	if (form->noun != &noun_attendee || first == NULL || last == NULL)
		return;
	g_clear_pointer(&last->note, g_free);
	if (!form_field_changed(first) && !form_field_changed(last))
		return;
	g_autofree char *given = text_accept(first->input.text->str, false, NULL);
	g_autofree char *family = text_accept(last->input.text->str, false, NULL);
	g_autofree char *who =
		registration_namesake(store, form->owner, ((const struct row_head *)form->row)->id,
				      given, family);
	if (who != NULL)
		last->note = g_strdup_printf(_("This name is registered already: %s"), who);
}

void
form_notes_read(Store *store, struct form *form)
{
	namesake_read(store, form);
	place_read(store, form);
}

/* ---- usual values -------------------------------------------------------------------------------
 */

static bool
is_usual(const struct form *form, const struct form_field *field)
{
	const struct field *member = noun_field(form->noun, field->key);
	return form->fresh && member != NULL && member->kind == FIELD_CODE &&
	       (member->flags & FIELD_REQUIRED) != 0 && *field->original != '\0';
}

void
form_usual_again(struct form *form)
{
	for (guint i = 0; i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		g_autofree char *typed = text_accept(field->input.text->str, false, NULL);
		if (typed == NULL && is_usual(form, field))
			input_set(&field->input, field->original);
	}
}

void
form_usual_follow(Store *store, struct form *form, const void *row)
{
	for (guint i = 0; form->copied == 0 && i < form->fields->len; i++) {
		struct form_field *field = form_field_at(form, i);
		if (!is_usual(form, field) || form_field_changed(field))
			continue;
		g_free(field->original);
		field->original = form_stored(store, form, field->key, row);
		input_set(&field->input, field->original);
	}
}
