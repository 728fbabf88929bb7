/* What became of a copy that was brought back, for people. */
#include "app/door_merge_private.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/naming.h"
#include "core/person.h"
#include "store/history.h"

void
door_report_free(DoorReport *report)
{
	if (report == NULL)
		return;
	g_free(report->letter);
	g_array_unref(report->counts);
	g_ptr_array_unref(report->notes);
	g_free(report);
}

struct door_count *
door_count_of(DoorReport *report, const struct entity *entity)
{
	for (guint i = 0; i < report->counts->len; i++) {
		struct door_count *count = &g_array_index(report->counts, struct door_count, i);
		if (count->entity == entity)
			return count;
	}
	struct door_count count = {.entity = entity};
	g_array_append_val(report->counts, count);
	return &g_array_index(report->counts, struct door_count, report->counts->len - 1);
}

void
door_note(struct bringing *bringing, char *text)
{
	g_ptr_array_add(bringing->report->notes, text);
}

static char *
named_text(const struct entity *entity, const void *row)
{
	static const char *const members[] = {"title", "name", "label", "code"};
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		const struct field *field = entity_field(entity, members[i]);
		if (field != NULL && !field_missing(field, row))
			return g_strdup(field_get(field, row).text);
	}
	return g_strdup(_(entity->label));
}

char *
door_row_words(Store *store, const struct entity *entity, gint64 id)
{
	void *row = history_row(store, entity, id);
	char *words = NULL;
	if (row != NULL && entity == &entity_attendee) {
		const struct attendee *attendee = row;
		g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
		words = g_strdup_printf(_("%s (no. %s)"), name, attendee->number);
	} else if (row != NULL && entity == &entity_person) {
		words = name_shown(((struct person *)row)->first_name,
				   ((struct person *)row)->last_name);
	} else {
		words = row != NULL ? named_text(entity, row) : g_strdup(_(entity->label));
	}
	entity_free(entity, row);
	return words;
}
