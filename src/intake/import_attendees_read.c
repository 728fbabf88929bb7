/* What a row of a registration list declares. */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "intake/import_attendees.h"

static const char *const special[] = {"last_name", "first_name",    "full_name",  "civility",
				      "workshop",  "workshop_2",    "workshop_3", "source_key",
				      "number",    "registered_at", NULL};

bool
attendees_columns(Store *store, ImportPlan *plan, const struct import_options *options,
		  GError **error)
{
	if (!columns_of_people(store, plan, COLUMNS_ATTENDEES, options, error))
		return false;
	struct event *event = store_get(store, &entity_event, plan->event_id, error);
	if (event == NULL)
		return false;
	plan->source = g_strdup_printf("attendees %s", event->number);
	entity_free(&entity_event, event);
	return true;
}

/* ---- a row ---------------------------------------------------------------------------------- */

static void
registered_at_read(ImportPlan *plan, guint row, struct declared *declared)
{
	const struct attendees *attendees = attendees_of(plan);
	char instant[21];
	g_autofree char *typed = sheet_cell(&plan->work->sheet, row, plan->work->at.stamp, false);
	g_strlcpy(declared->day, attendees->today, sizeof declared->day);
	if (typed != NULL && value_instant(typed, attendees->zone, instant, declared->day)) {
		text_set(&declared->attendee.registered_at, instant);
		return;
	}
	text_set(&declared->attendee.registered_at, attendees->now);
	if (typed != NULL)
		say_warning(plan, sheet_line(&plan->work->sheet, row), "registered_at",
			    _("“%s” is no date and time: today is taken instead"), typed);
}

static void
codes_complete(const struct attendees *attendees, struct attendee *attendee)
{
	if (attendee->part == NULL)
		text_set(&attendee->part, "participant");
	if (attendee->status == NULL)
		text_set(&attendee->status, "registered");
	if (attendee->origin == NULL)
		text_set(&attendee->origin, attendees->origin);
}

/* A line that is only an address says who it is when one known person bears it. */
static bool
name_of_address(ImportPlan *plan, guint row, struct row_name *name)
{
	const struct import_work *work = plan->work;
	struct draft *draft = &attendees_of(plan)->drafts[row];
	const MatchIndex *index = attendees_of(plan)->index; /* gone once it is written */
	const char *last = draft->last_name, *first = draft->first_name;
	g_autofree char *email = sheet_cell(&work->sheet, row, work->at.email, false);
	g_autofree char *key = email != NULL ? text_email_key(email) : NULL;
	if (key == NULL || (index == NULL && last == NULL && first == NULL) ||
	    (index != NULL && !match_index_of_email(index, key, &last, &first)))
		return false;
	if (index != NULL) {
		GStringChunk *texts = plan->work->texts;
		draft->last_name = last != NULL ? g_string_chunk_insert(texts, last) : NULL;
		draft->first_name = first != NULL ? g_string_chunk_insert(texts, first) : NULL;
	}
	g_free(name->last);
	g_free(name->first);
	name->last = g_strdup(last);
	name->first = g_strdup(first);
	return true;
}

bool
declared_read(ImportPlan *plan, guint row, struct declared *declared)
{
	struct attendees *attendees = attendees_of(plan);
	*declared = (struct declared){.body = NULL};
	entity_init(&entity_attendee, &declared->attendee);
	declared->left = g_ptr_array_new_with_free_func((GDestroyNotify)leftover_free);
	declared->choices = g_array_new(FALSE, FALSE, sizeof(struct session_choice));
	struct row_name name;
	bool named = cells_name(plan, row, &name) || name_of_address(plan, row, &name);
	if (named) {
		struct attendee *attendee = &declared->attendee;
		attendee->last_name = g_steal_pointer(&name.last);
		attendee->first_name = g_steal_pointer(&name.first);
		declared->civility = g_steal_pointer(&name.civility);
		cells_read(plan, row, attendee, declared->left);
		registered_at_read(plan, row, declared);
		workshops_read(plan, row, declared);
		declared->status_said = attendee->status != NULL;
		codes_complete(attendees, attendee);
		attendee->event_id = plan->event_id;
	}
	row_name_clear(&name);
	return named;
}

void
declared_keys(const ImportPlan *plan, struct declared *declared)
{
	const struct attendee *attendee = &declared->attendee;
	declared->email_key = attendee->email != NULL ? text_email_key(attendee->email) : NULL;
	declared->body = bodies_key(attendees_of(plan)->bodies, attendee->organisation);
}

void
declared_clear(struct declared *declared)
{
	entity_clear(&entity_attendee, &declared->attendee);
	g_free(declared->civility);
	g_free(declared->email_key);
	g_ptr_array_unref(declared->left);
	g_array_unref(declared->choices);
}

void
attendees_bind(ImportPlan *plan)
{
	cells_bind(plan, &entity_attendee, special);
}
