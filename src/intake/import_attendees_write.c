/* Registrations as they are written. */
#include <string.h>

#include "app/directory.h"
#include "base/error.h"
#include "base/i18n.h"
#include "intake/import_attendees.h"

/* ---- before and behind ---------------------------------------------------------------------- */

static const struct import_line *
line_at(const ImportPlan *plan, guint row)
{
	return g_ptr_array_index(plan->rows, row);
}

/* Numbers are reserved at once: a counter that is raised for each row costs as much as the row. */
static bool
numbers_reserve(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	gint64 n = 0;
	for (guint row = 0; row < plan->rows->len; row++) {
		const struct import_line *line = line_at(plan, row);
		n += line->outcome == IMPORT_NEW ||
		     (line->outcome == IMPORT_DOUBTFUL && line->decision == DECIDE_NEW);
	}
	attendees->number = attendees->number_end = 0;
	if (n == 0)
		return true;
	g_autofree char *counter = g_strdup_printf("attendee %" G_GINT64_FORMAT, plan->event_id);
	attendees->number = store_next(store, counter, 1, error);
	attendees->number_end = attendees->number + n;
	return attendees->number != 0 &&
	       (n == 1 || store_next(store, counter, attendees->number_end - 1, error) != 0);
}

static char *
number_take(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	if (attendees->number >= attendees->number_end)
		return attendee_next_number(store, plan->event_id, error);
	return g_strdup_printf("%" G_GINT64_FORMAT, attendees->number++);
}

static bool
tallies_open(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	attendees->tally_attendees = (struct tally){.entity = &entity_attendee,
						    .column = "event_id",
						    .value = value_integer(plan->event_id)};
	attendees->tally_people = (struct tally){.entity = &entity_person};
	attendees->tally_bodies = (struct tally){.entity = &entity_organisation};
	return tally_open(store, &attendees->tally_attendees, error) &&
	       tally_open(store, &attendees->tally_people, error) &&
	       tally_open(store, &attendees->tally_bodies, error);
}

bool
attendees_open(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	for (guint row = 0; row < plan->rows->len; row++)
		attendees->drafts[row].made_person = attendees->drafts[row].made_attendee = 0;
	g_clear_pointer(&attendees->live_now, g_hash_table_destroy);
	attendees->live_now = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	/* Nothing is compared any more: the memory is wanted for writing. */
	g_clear_pointer(&attendees->index, match_index_free);
	g_clear_pointer(&attendees->bodies, bodies_free);
	attendees->bodies = bodies_load(store, error);
	attendees->bodies_made = 0;
	attendees_seat(plan);
	return attendees->bodies != NULL && questions_load(store, plan, error) &&
	       numbers_reserve(store, plan, error) && tallies_open(store, plan, error);
}

bool
attendees_close(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	attendees->tally_bodies.made = attendees->bodies_made;
	return tally_close(store, &attendees->tally_attendees, error) &&
	       tally_close(store, &attendees->tally_people, error) &&
	       tally_close(store, &attendees->tally_bodies, error);
}

/* ---- people --------------------------------------------------------------------------------- */

/* The directory learns when it last heard of somebody, and nothing else (rule 3). */
static bool
person_heard(Store *store, gint64 person_id, const char *day, GError **error)
{
	struct person *person = store_get(store, &entity_person, person_id, error);
	if (person == NULL)
		return false;
	bool done = true;
	if (person->last_contact == NULL || strcmp(person->last_contact, day) < 0) {
		text_set(&person->last_contact, day);
		done = store_update(store, &entity_person, person, error);
	}
	entity_free(&entity_person, person);
	return done;
}

static gint64
person_make(Store *store, ImportPlan *plan, const struct declared *declared, GError **error)
{
	struct person *person = person_declared(&declared->attendee);
	text_set(&person->civility, declared->civility);
	text_set(&person->last_contact, declared->day);
	gint64 id = store_insert(store, &entity_person, person, error) ? person->id : 0;
	attendees_of(plan)->tally_people.made += id != 0;
	entity_free(&entity_person, person);
	return id;
}

/* ---- registrations -------------------------------------------------------------------------- */

/* The row under writing. */
struct writing {
	Store *store;
	ImportPlan *plan;
	guint row;
	struct draft *draft;
	struct declared declared;
	guint *written;
};

static bool
organisation_find(struct writing *writing, struct attendee *attendee, GError **error)
{
	struct attendees *attendees = attendees_of(writing->plan);
	attendee->organisation_id = 0;
	if (attendee->organisation == NULL ||
	    bodies_key(attendees->bodies, attendee->organisation) == NULL)
		return true;
	attendee->organisation_id =
		bodies_make(writing->store, attendees->bodies, attendee->organisation,
			    &attendees->bodies_made, error);
	return attendee->organisation_id != 0;
}

static bool
row_keep(struct writing *writing, gint64 attendee_id, GError **error)
{
	const struct attendee *attendee = &writing->declared.attendee;
	g_autofree char *name = g_strconcat(attendee->last_name, " ", attendee->first_name, NULL);
	const char *hash = memory_hash(writing->plan, writing->row);
	g_autofree char *key = memory_key(writing->plan, writing->row, name);
	return memory_keep(writing->store, writing->plan, hash, writing->row,
			   writing->plan->event_id, attendee_id, error) &&
	       memory_keep(writing->store, writing->plan, key, writing->row,
			   writing->plan->event_id, attendee_id, error);
}

/* Register PERSON_ID (0: somebody new) as declared. */
static bool
registration_make(struct writing *writing, gint64 person_id, GError **error)
{
	struct attendees *attendees = attendees_of(writing->plan);
	struct attendee *attendee = &writing->declared.attendee;
	if (!organisation_find(writing, attendee, error))
		return false;
	if (person_id != 0 &&
	    !person_heard(writing->store, person_id, writing->declared.day, error))
		return false;
	attendee->person_id = person_id != 0 ? person_id
					     : person_make(writing->store, writing->plan,
							   &writing->declared, error);
	if (attendee->person_id == 0)
		return false;
	seat_write(writing->draft, attendee);
	attendee->number = number_take(writing->store, writing->plan, error);
	if (attendee->number == NULL ||
	    !store_insert(writing->store, &entity_attendee, attendee, error))
		return false;
	writing->draft->made_person = attendee->person_id;
	writing->draft->made_attendee = attendee->id;
	if (person_id != 0)
		g_hash_table_insert(attendees->live_now, g_memdup2(&person_id, sizeof person_id),
				    g_memdup2(&attendee->id, sizeof attendee->id));
	attendees->tally_attendees.made++;
	++*writing->written;
	return answers_write(writing->store, writing->plan, &writing->declared, attendee->id,
			     ANSWERS_OF_NOBODY, error) &&
	       row_keep(writing, attendee->id, error);
}

/* A row whose other values may still be asked for is not one that was done. */
static bool
is_left_open(const struct writing *writing, bool fill)
{
	return fill && line_at(writing->plan, writing->row)->contradicts;
}

static bool
registration_change(struct writing *writing, gint64 attendee_id, bool fill, GError **error)
{
	struct attendee *attendee = store_get(writing->store, &entity_attendee, attendee_id, error);
	if (attendee == NULL)
		return false;
	g_autofree char *organisation = g_strdup(attendee->organisation);
	declared_take(writing->plan, &writing->declared, attendee, fill);
	if (!fill)
		seat_write(writing->draft, attendee);
	if (!code_is(&code_attendee_statuses, attendee->status, CODE_WAITS))
		attendee->waiting_position = MISSING;
	bool done = g_strcmp0(organisation, attendee->organisation) == 0 ||
		    organisation_find(writing, attendee, error);
	done = done && store_update(writing->store, &entity_attendee, attendee, error) &&
	       answers_write(writing->store, writing->plan, &writing->declared, attendee_id,
			     fill ? ANSWERS_FILLED : ANSWERS_REPLACED, error) &&
	       (is_left_open(writing, fill) || row_keep(writing, attendee_id, error));
	entity_free(&entity_attendee, attendee);
	*writing->written += done;
	return done;
}

/* The registration that the row belongs to, once earlier rows are written; 0 when those were left
 * out. */
static gint64
registration_of(const struct writing *writing)
{
	const struct draft *draft = writing->draft;
	if (draft->attendee_id != 0)
		return draft->attendee_id;
	if (draft->other >= 0)
		return attendees_of(writing->plan)->drafts[draft->other].made_attendee;
	return 0;
}

/* Of a doubtful row somebody has said: it is the one proposed. */
static bool
write_proposed(struct writing *writing, bool update, GError **error)
{
	struct attendees *attendees = attendees_of(writing->plan);
	const struct draft *draft = writing->draft;
	gint64 attendee_id = registration_of(writing);
	const struct registration *stored =
		g_hash_table_lookup(attendees->by_person, &draft->person_id);
	const gint64 *now = g_hash_table_lookup(attendees->live_now, &draft->person_id);
	if (attendee_id == 0 && now != NULL)
		attendee_id = *now;
	if (attendee_id == 0 && stored != NULL)
		attendee_id = stored->attendee->id;
	writing->draft->made_attendee = attendee_id;
	if (attendee_id == 0)
		return draft->person_id == 0 || registration_make(writing, draft->person_id, error);
	bool stands = stored == NULL || stored->live || now != NULL;
	return update && stands ? registration_change(writing, attendee_id, false, error)
				: row_keep(writing, attendee_id, error);
}

static bool
write_doubtful(struct writing *writing, enum import_decision decision, bool update, GError **error)
{
	switch (decision) {
	case DECIDE_NEW:
		return registration_make(writing,
					 writing->draft->withdrawn ? writing->draft->person_id : 0,
					 error);
	case DECIDE_SAME:
		return write_proposed(writing, update, error);
	case DECIDE_SKIP:
		break;
	}
	return true;
}

static bool
write_same(struct writing *writing, GError **error)
{
	gint64 attendee_id = registration_of(writing);
	writing->draft->made_attendee = attendee_id;
	return attendee_id == 0 || row_keep(writing, attendee_id, error);
}

static bool
write_changed(struct writing *writing, bool update, GError **error)
{
	gint64 attendee_id = registration_of(writing);
	writing->draft->made_attendee = attendee_id;
	return attendee_id == 0 || registration_change(writing, attendee_id, !update, error);
}

bool
attendees_write(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
		guint *written, GError **error)
{
	const struct import_line *line = line_at(plan, row);
	if (line->outcome == IMPORT_REFUSED ||
	    (line->outcome == IMPORT_DOUBTFUL && line->decision == DECIDE_SKIP) ||
	    (line->outcome == IMPORT_CHANGED && !choice->update && !line->fills))
		return true;
	struct writing writing = {
		.store = store,
		.plan = plan,
		.row = row,
		.draft = &attendees_of(plan)->drafts[row],
		.written = written,
	};
	bool quiet = plan->work->quiet, done = true;
	plan->work->quiet = true; /* all of it has been said */
	declared_read(plan, row, &writing.declared);
	plan->work->quiet = quiet;
	if (line->outcome == IMPORT_NEW)
		done = registration_make(&writing, writing.draft->person_id, error);
	else if (line->outcome == IMPORT_DOUBTFUL)
		done = write_doubtful(&writing, line->decision, choice->update, error);
	else if (line->outcome == IMPORT_CHANGED)
		done = write_changed(&writing, choice->update, error);
	else
		done = write_same(&writing, error);
	declared_clear(&writing.declared);
	return done;
}
