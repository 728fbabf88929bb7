/* Two rows made one, field by field as a person chose. */
#include <string.h>

#include "app/merge.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/organisation.h"
#include "core/person.h"

static const struct field *
notes_of(const struct noun *noun)
{
	return entity_field(noun->entity, "notes");
}

/* A text that may be kept beside another, in the notes. */
static bool
field_joins(const struct noun *noun, const struct field *field)
{
	return field->kind == FIELD_LONG || (field->kind == FIELD_TEXT && notes_of(noun) != NULL);
}

/* What somebody confirmed of the one against what the name of the other suggested. */
static bool
only_right_is_classified(const struct noun *noun, const struct field *field, const void *left,
			 const void *right)
{
	static const char *const said[] = {"family", "level", "department", "classified", NULL};
	return noun->entity == &entity_organisation && g_strv_contains(said, field->name) &&
	       ((const struct organisation *)left)->classified != 1 &&
	       ((const struct organisation *)right)->classified == 1;
}

static enum merge_side
side_proposed(const struct noun *noun, const struct field *field, const void *left,
	      const void *right)
{
	if (field_missing(field, left))
		return MERGE_RIGHT;
	if (field_missing(field, right))
		return MERGE_LEFT;
	if (only_right_is_classified(noun, field, left, right))
		return MERGE_RIGHT;
	if (field->kind == FIELD_LONG)
		return MERGE_BOTH;
	bool contact = strcmp(field->name, "last_contact") == 0;
	return contact && strcmp(field_get(field, right).text, field_get(field, left).text) > 0
		       ? MERGE_RIGHT
		       : MERGE_LEFT;
}

static void
merge_field_clear(gpointer pointer)
{
	struct merge_field *field = pointer;
	g_free(field->left);
	g_free(field->right);
}

static void
fields_compare(Store *store, const struct noun *noun, const void *left, const void *right,
	       GArray *fields)
{
	for (guint i = 0; i < noun->n_keys; i++) {
		const struct noun_key *key = &noun->keys[i];
		const struct field *field = noun_field(noun, key);
		if (field == NULL || (key->flags & NOUN_READ_ONLY) != 0 ||
		    (field_missing(field, left) && field_missing(field, right)))
			continue;
		bool same = value_equal(field_get(field, left), field_get(field, right));
		struct merge_field compared = {
			.key = key,
			.left = noun_text(store, noun, key, left),
			.right = noun_text(store, noun, key, right),
			.differs = !same,
			.joins = !same && !field_missing(field, left) &&
				 !field_missing(field, right) && field_joins(noun, field),
			.side = same ? MERGE_LEFT : side_proposed(noun, field, left, right),
		};
		g_array_append_val(fields, compared);
	}
}

GArray *
merge_fields(Store *store, const struct noun *noun, gint64 left, gint64 right, GError **error)
{
	void *a = store_get(store, noun->entity, left, error);
	void *b = a != NULL ? store_get(store, noun->entity, right, error) : NULL;
	GArray *fields = NULL;
	if (b != NULL) {
		fields = g_array_new(FALSE, FALSE, sizeof(struct merge_field));
		g_array_set_clear_func(fields, merge_field_clear);
		fields_compare(store, noun, a, b, fields);
	}
	entity_free(noun->entity, a);
	entity_free(noun->entity, b);
	return fields;
}

/* ---- writing ------------------------------------------------------------------------------------
 */

static void
note_append(const struct noun *noun, void *row, const char *text)
{
	const struct field *notes = notes_of(noun);
	const char *there = field_get(notes, row).text;
	if (there != NULL && strstr(there, text) != NULL)
		return;
	g_autofree char *joined =
		there != NULL ? g_strdup_printf("%s\n%s", there, text) : g_strdup(text);
	field_set(notes, row, value_text(joined));
}

/* What was chosen of one key, into ROW, the one that stays. */
static void
choice_write(const struct noun *noun, const struct merge_field *chosen, const void *left,
	     const void *right, void *row)
{
	const struct field *field = noun_field(noun, chosen->key);
	const void *from = chosen->side == MERGE_RIGHT ? right : left;
	struct value value = field_get(field, from);
	gint64 left_id = ((const struct row_head *)left)->id;
	gint64 right_id = ((const struct row_head *)right)->id;
	bool itself = field->target == noun->entity &&
		      (value.integer == left_id || value.integer == right_id);
	if (itself)
		return;
	field_set(field, row, value);
	if (chosen->side != MERGE_BOTH || !chosen->joins)
		return;
	if (field->kind == FIELD_LONG) {
		g_autofree char *both =
			g_strdup_printf("%s\n%s", value.text, field_get(field, right).text);
		field_set(field, row, value_text(both));
	}
}

/* After every field: the notes may be one of them. */
static void
beside_write(const struct noun *noun, const struct merge_field *chosen, void *row)
{
	const struct field *field = noun_field(noun, chosen->key);
	if (chosen->side != MERGE_BOTH || !chosen->joins || field->kind == FIELD_LONG)
		return;
	g_autofree char *note =
		g_strdup_printf(_("%s: %s"), noun_key_label(noun, chosen->key), chosen->right);
	note_append(noun, row, note);
}

/* The key whose value decides which of the two rows stays. */
static bool
right_stays(const struct noun *noun, const GArray *fields)
{
	const char *deciding = strcmp(noun->name, "person") == 0 ? "organisation" : noun->name_key;
	for (guint i = 0; i < fields->len; i++) {
		const struct merge_field *field = &g_array_index(fields, struct merge_field, i);
		if (strcmp(field->key->key, deciding) == 0)
			return field->differs && field->side == MERGE_RIGHT;
	}
	return false;
}

static bool
choices_write(Store *store, const struct noun *noun, gint64 id, const GArray *fields,
	      const void *left, const void *right, GError **error)
{
	void *row = store_get(store, noun->entity, id, error);
	if (row == NULL)
		return false;
	for (guint i = 0; i < fields->len; i++)
		choice_write(noun, &g_array_index(fields, struct merge_field, i), left, right, row);
	for (guint i = 0; i < fields->len; i++)
		beside_write(noun, &g_array_index(fields, struct merge_field, i), row);
	if (noun == &noun_organisation && ((struct organisation *)row)->successor_id == 0)
		text_set(&((struct organisation *)row)->succeeded_on, NULL);
	bool done = noun_write(store, noun, row, NULL, 0, NULL, error);
	entity_free(noun->entity, row);
	return done;
}

/* Whoever was forgotten meanwhile is not to come back under the name of another. */
static bool
is_known(const struct noun *noun, const void *row, GError **error)
{
	return noun->entity != &entity_person || ((const struct person *)row)->erased_at == NULL ||
	       fail(error, ERROR_NOTHING, _("this person has already been forgotten"));
}

bool
merge_chosen(Store *store, const struct noun *noun, gint64 left, gint64 right, const GArray *fields,
	     gint64 *kept, GError **error)
{
	bool swapped = right_stays(noun, fields);
	gint64 stays = swapped ? right : left, goes = swapped ? left : right;
	void *a = store_get(store, noun->entity, left, error);
	void *b = a != NULL ? store_get(store, noun->entity, right, error) : NULL;
	bool done = b != NULL && is_known(noun, a, error) && is_known(noun, b, error) &&
		    merge_rows(store, noun->entity, stays, goes, error) &&
		    choices_write(store, noun, stays, fields, a, b, error);
	entity_free(noun->entity, a);
	entity_free(noun->entity, b);
	if (kept != NULL)
		*kept = stays;
	return done;
}
