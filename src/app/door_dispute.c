/* What two sides said otherwise, in words. */
#include <string.h>

#include "app/checkin.h"
#include "app/door_merge_private.h"
#include "app/moment.h"
#include "app/presence.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/status.h"

/* ---- words --------------------------------------------------------------------------------------
 */

static void
dispute_free(gpointer pointer)
{
	struct door_dispute *dispute = pointer;
	g_free(dispute->subject);
	g_free(dispute->member);
	g_free(dispute->here);
	g_free(dispute->here_by);
	g_free(dispute->there);
	g_free(dispute->there_by);
	g_free(dispute);
}

/* "copy B, 23/11/2026 9h40", "the office, 23/11/2026 9h12". */
static char *
by_words(Store *store, gint64 copy_id, const char *at)
{
	struct door_copy *copy =
		copy_id != 0 ? store_get(store, &entity_door_copy, copy_id, NULL) : NULL;
	g_autofree char *when = moment_text(store, at, DATE_NUMERIC);
	g_autofree char *who = copy != NULL ? g_strdup_printf(_("copy %s"), copy->letter)
					    : g_strdup(_("the centre"));
	entity_free(&entity_door_copy, copy);
	return g_strdup_printf("%s, %s", who, when);
}

static char *
member_words(Store *store, const struct field *field, const void *row)
{
	if (field->kind == FIELD_REFERENCE) {
		gint64 id = field_get(field, row).integer;
		return id != 0 ? door_row_words(store, field->target, id) : g_strdup("");
	}
	return field_text(field, row);
}

/* The members that people see of a register: "9h30 – 10h30". */
static char *
register_words(Store *store, const struct door_register *one, const void *row)
{
	GString *words = g_string_new(NULL);
	g_autofree char *head = member_words(store, one->head, row);
	g_string_append(words, *head != '\0' ? head : "–");
	for (guint i = 0; !one->head_tells && one->also[i] != NULL; i++) {
		g_autofree char *more = member_words(store, one->also[i], row);
		if (*more != '\0')
			g_string_append_printf(words, " · %s", more);
	}
	return g_string_free(words, FALSE);
}

/* The last word that was said of what stands; "" when it is as it was before. */
static char *
standing_by(Store *store, const struct entity *entity, gint64 id, const char *head)
{
	g_autoptr(Rows) copies = store_all(store, &entity_door_copy, NULL);
	g_autoptr(GArray) words = NULL;
	struct door_register one = door_register_named(entity, head);
	struct door_copy nobody = {.uid = NULL};
	struct bringing looking = {.home = store, .copies = copies, .out = &nobody};
	if (copies == NULL || one.head == NULL || door_withholds(entity, head))
		return g_strdup("");
	words = door_words_load(&looking, entity, id, &one, NULL);
	const struct door_word *standing = NULL;
	g_autoptr(GPtrArray) conflicts = door_conflicts_of(store, entity, id, NULL);
	for (guint i = 0; words != NULL && i < words->len; i++) {
		const struct door_word *word = &g_array_index(words, struct door_word, i);
		bool other = false;
		for (guint j = 0; conflicts != NULL && j < conflicts->len; j++) {
			const struct door_conflict *conflict = conflicts->pdata[j];
			other |= conflict->copy_id == word->said.origin &&
				 g_strcmp0(conflict->member, head) == 0;
		}
		if (!other && (standing == NULL || door_said_sees(&word->said, &standing->said) ||
			       (!door_said_sees(&standing->said, &word->said) &&
				door_said_order(&standing->said, &word->said) < 0)))
			standing = word;
	}
	return standing != NULL ? by_words(store, standing->said.origin, standing->at)
				: g_strdup("");
}

static void
changed_tell(Store *store, const struct door_conflict *conflict, const struct entity *entity,
	     const void *row, struct door_dispute *dispute)
{
	struct door_register one = door_register_named(entity, conflict->member);
	if (one.head == NULL)
		return;
	dispute->member = g_strdup(one.head->label != NULL ? _(one.head->label) : one.head->name);
	dispute->here = register_words(store, &one, row);
	dispute->here_by = standing_by(store, entity, conflict->row_id, conflict->member);
	if (conflict->value == NULL)
		return;
	void *other = entity_copy(entity, row);
	register_set(&one, other, conflict->value);
	dispute->there = register_words(store, &one, other);
	entity_free(entity, other);
}

static void
presence_tell(Store *store, const struct door_conflict *conflict, struct door_dispute *dispute)
{
	struct presence_mark *mark =
		store_get(store, &entity_presence_mark, conflict->row_id, NULL);
	if (mark == NULL)
		return;
	g_autofree char *state = attendee_presence(store, mark->attendee_id, mark->half_day_id);
	struct presence_mark *last = door_mark_deciding(store, mark, NULL);
	struct door_origin origin;
	if (last != NULL && door_origin_find(store, last->id, &origin, NULL))
		dispute->here_by = by_words(store, origin.copy_id, last->happened_at);
	entity_free(&entity_presence_mark, last);
	dispute->member = half_day_words(store, mark->half_day_id);
	dispute->here = g_strdup(code_label(&code_presence_states, state));
	dispute->there = g_strdup(code_label(&code_presence_states, mark->state));
	entity_free(&entity_presence_mark, mark);
}

static void
withdrawn_tell(Store *store, const struct attendee *attendee, struct door_dispute *dispute)
{
	dispute->here_by = standing_by(store, &entity_attendee, attendee->id, "status");
	dispute->member = g_strdup(_("Presence"));
	dispute->here = g_strdup(code_label(&code_attendee_statuses, attendee->status));
	dispute->there = g_strdup(code_label(&code_presence_states, "present"));
}

static struct door_dispute *
dispute_new(Store *store, const struct door_conflict *conflict)
{
	const struct entity *entity = entity_of_table(conflict->table_name);
	void *row = entity != NULL ? store_get(store, entity, conflict->row_id, NULL) : NULL;
	if (row == NULL)
		return NULL;
	struct door_dispute *dispute = g_new0(struct door_dispute, 1);
	dispute->id = conflict->id;
	dispute->number = conflict->number;
	dispute->kind = code_find(&code_door_conflicts, conflict->kind)->code;
	dispute->subject = conflict->attendee_id != 0
				   ? door_row_words(store, &entity_attendee, conflict->attendee_id)
				   : door_row_words(store, entity, conflict->row_id);
	if (strcmp(conflict->kind, "changed") == 0)
		changed_tell(store, conflict, entity, row, dispute);
	else if (strcmp(conflict->kind, "presence") == 0)
		presence_tell(store, conflict, dispute);
	else if (strcmp(conflict->kind, "withdrawn") == 0)
		withdrawn_tell(store, row, dispute);
	if (strcmp(conflict->kind, "deleted") == 0) {
		dispute->here = g_strdup(_("kept"));
		dispute->there = g_strdup(_("deleted"));
	}
	if (dispute->here == NULL)
		dispute->here = g_strdup("");
	if (dispute->here_by == NULL)
		dispute->here_by = g_strdup("");
	dispute->there_by = by_words(store, conflict->copy_id, conflict->said_at);
	entity_free(entity, row);
	return dispute;
}

GPtrArray *
door_disputes(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_door_conflict, "event_id", event_id, error);
	if (rows == NULL)
		return NULL;
	GPtrArray *disputes = g_ptr_array_new_with_free_func(dispute_free);
	for (guint i = 0; i < rows->n; i++) {
		struct door_dispute *dispute = dispute_new(store, rows->row[i]);
		if (dispute != NULL)
			g_ptr_array_add(disputes, dispute);
	}
	return disputes;
}
