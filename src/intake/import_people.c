/* People of the directory, from a table or a pasted list. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/person.h"
#include "intake/import_private.h"

static const char *const special[] = {"last_name",    "first_name", "full_name", "civility",
				      "organisation", "source_key", NULL};

/* The members that a table may say otherwise. An empty cell says nothing: it never erases. */
static const char *const members[] = {"civility", "function", "role",       "email",
				      "phone",    "town",     "department", "photo"};

/* What a row says. */
struct listed {
	struct person person;
	char *organisation; /* as written */
	const char *body;   /* its key; borrowed */
};

struct draft {
	gint64 person_id; /* of the directory, or 0 */
	int other;        /* earlier row that it follows, or -1 */
	gint64 made;      /* while the plan is written */
};

struct people {
	Bodies *bodies;
	struct bodies_said said;
	MatchIndex *index;
	struct draft *drafts;
	guint bodies_made;
	struct tally tally_people, tally_bodies;
};

static struct people *
people_of(const ImportPlan *plan)
{
	return plan->work->subject;
}

static void
people_forget(gpointer subject)
{
	struct people *people = subject;
	bodies_free(people->bodies);
	bodies_said_clear(&people->said);
	match_index_free(people->index);
	g_free(people->drafts);
	g_free(people);
}

static bool
people_columns(Store *store, ImportPlan *plan, const struct import_options *options, GError **error)
{
	plan->source = g_strdup("people");
	return columns_of_people(store, plan, COLUMNS_PEOPLE, options, error);
}

static bool
people_load(Store *store, ImportPlan *plan, GError **error)
{
	struct people *people = g_new0(struct people, 1);
	plan->work->subject = people;
	bodies_said_init(&people->said);
	people->index = match_index_new();
	people->drafts = g_new0(struct draft, plan->work->sheet.rows->len);
	cells_bind(plan, &entity_person, special);
	people->bodies = bodies_load(store, error);
	return people->bodies != NULL && memory_load(store, plan, error) &&
	       known_people_load(store, people->bodies, people->index, error);
}

/* ---- reading -------------------------------------------------------------------------------- */

static bool
listed_read(ImportPlan *plan, guint row, struct listed *listed)
{
	*listed = (struct listed){.organisation = NULL};
	entity_init(&entity_person, &listed->person);
	struct row_name name;
	bool named = cells_name(plan, row, &name);
	if (named) {
		struct person *person = &listed->person;
		g_autoptr(GPtrArray) left =
			g_ptr_array_new_with_free_func((GDestroyNotify)leftover_free);
		cells_read(plan, row, person, left);
		listed->organisation =
			cells_text_kept(plan, row, entity_field(&entity_organisation, "name"),
					"organisation", left);
		leftovers_into(plan, row, left, &person->notes);
		person->last_name = g_steal_pointer(&name.last);
		person->first_name = g_steal_pointer(&name.first);
		text_set(&person->civility, name.civility);
		char *phone = person->phone != NULL ? text_phone(person->phone) : NULL;
		if (phone != NULL) {
			g_free(person->phone);
			person->phone = phone;
		}
		if (person->email != NULL)
			person->email_key = text_email_key(person->email);
		listed->body = bodies_key(people_of(plan)->bodies, listed->organisation);
	}
	row_name_clear(&name);
	return named;
}

static void
listed_clear(struct listed *listed)
{
	entity_clear(&entity_person, &listed->person);
	g_free(listed->organisation);
}

static void
read_quietly(ImportPlan *plan, guint row, struct listed *listed)
{
	bool quiet = plan->work->quiet;
	plan->work->quiet = true;
	listed_read(plan, row, listed);
	plan->work->quiet = quiet;
}

/* ---- comparing ------------------------------------------------------------------------------ */

static bool
value_differs(const struct field *field, const struct person *now, const struct person *before)
{
	const char *said = field_get(field, now).text, *known = field_get(field, before).text;
	if (said == NULL || known == NULL)
		return said != NULL;
	g_autofree char *left = text_search_key(said);
	g_autofree char *right = text_search_key(known);
	return strcmp(left, right) != 0;
}

/* What NOW says otherwise than BEFORE, whose organisation has the key and the name given; taken
 * into TARGET when there is one. NULL when nothing. */
static char *
listed_differs(const struct listed *now, const struct person *before, const char *body,
	       const char *organisation, struct person *target)
{
	GString *changes = g_string_new(NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		const struct field *field = entity_field(&entity_person, members[i]);
		if (!value_differs(field, &now->person, before))
			continue;
		g_autofree char *old = field_text(field, before);
		g_autofree char *new = field_text(field, &now->person);
		changes_add(changes, _(field->label), *old != '\0' ? old : NULL, new);
		if (target != NULL)
			field_set(field, target, field_get(field, &now->person));
	}
	if (now->body != NULL && g_strcmp0(now->body, body) != 0)
		changes_add(changes, _("Organisation"), organisation, now->organisation);
	bool none = changes->len == 0;
	char *text = g_string_free(changes, none);
	return none ? NULL : text;
}

/* ---- judging -------------------------------------------------------------------------------- */

static void
judge_as(struct import_line *line, enum import_outcome outcome, char *reason)
{
	line->outcome = outcome;
	line->reason = reason;
}

static void
point_to_row(ImportPlan *plan, struct import_line *line, struct draft *draft, guint row)
{
	const struct import_line *other = g_ptr_array_index(plan->rows, row);
	draft->other = (int)row;
	line->other_line = other->line;
	line->other = line_words(other->line, other->title);
}

static void
point_to_person(Store *store, ImportPlan *plan, struct import_line *line, struct draft *draft,
		gint64 id)
{
	draft->person_id = line->other_id = id;
	line->other = known_person_words(store, people_of(plan)->bodies, id);
}

static void
judge_known(Store *store, ImportPlan *plan, struct import_line *line, const struct listed *listed,
	    gint64 id, const char *why)
{
	Bodies *bodies = people_of(plan)->bodies;
	struct person *person = store_get(store, &entity_person, id, NULL);
	char *changes = person != NULL
				? listed_differs(listed, person,
						 bodies_key_of(bodies, person->organisation_id),
						 bodies_name(bodies, person->organisation_id), NULL)
				: NULL;
	entity_free(&entity_person, person);
	judge_as(line, changes != NULL ? IMPORT_CHANGED : IMPORT_SAME,
		 changes != NULL ? changes : g_strdup(why));
}

static void
judge_twin(ImportPlan *plan, struct import_line *line, const struct listed *listed, guint row,
	   const char *why)
{
	struct listed before;
	read_quietly(plan, row, &before);
	char *changes =
		listed_differs(listed, &before.person, before.body, before.organisation, NULL);
	listed_clear(&before);
	judge_as(line, changes != NULL ? IMPORT_CHANGED : IMPORT_SAME,
		 changes != NULL ? changes : g_strdup(why));
}

static void
judge_matched(Store *store, ImportPlan *plan, guint row, struct import_line *line,
	      const struct listed *listed)
{
	struct people *people = people_of(plan);
	struct draft *draft = &people->drafts[row];
	struct match_person person = {
		.last_name = listed->person.last_name,
		.first_name = listed->person.first_name,
		.email_key = listed->person.email_key,
		.organisation_key = listed->body,
	};
	struct match_answer answer = match_index_find(people->index, &person);
	const char *why = match_reason_text(answer.reason);
	if (answer.outcome != MATCH_DIFFERENT && answer.id > 0)
		point_to_person(store, plan, line, draft, answer.id);
	else if (answer.outcome != MATCH_DIFFERENT)
		point_to_row(plan, line, draft, (guint)(-answer.id - 1));
	if (answer.outcome == MATCH_SAME && answer.id > 0) {
		judge_known(store, plan, line, listed, answer.id, why);
	} else if (answer.outcome == MATCH_SAME) {
		judge_twin(plan, line, listed, (guint)draft->other, why);
	} else {
		bool doubtful = answer.outcome == MATCH_DOUBTFUL;
		judge_as(line, doubtful ? IMPORT_DOUBTFUL : IMPORT_NEW,
			 doubtful ? g_strdup(why) : NULL);
		person.id = -(gint64)row - 1;
		match_index_add(people->index, &person);
	}
}

static void
judge_named(Store *store, ImportPlan *plan, guint row, struct import_line *line,
	    const struct listed *listed)
{
	const char *hash = memory_hash(plan, row);
	int twin = memory_twin(plan, row);
	if (twin >= 0) {
		point_to_row(plan, line, &people_of(plan)->drafts[row], (guint)twin);
		judge_as(line, IMPORT_SAME, g_strdup(_("the same row twice")));
	} else if (memory_find(plan, hash) != NULL) {
		judge_as(line, IMPORT_SAME, g_strdup(_("imported before")));
	} else {
		judge_matched(store, plan, row, line, listed);
	}
}

static bool
people_judge(Store *store, ImportPlan *plan, guint row, struct import_line *line, GError **error)
{
	(void)error;
	struct people *people = people_of(plan);
	struct listed listed;
	people->drafts[row].other = -1;
	if (!listed_read(plan, row, &listed)) {
		line->title = g_strdup(_("(no name)"));
		judge_as(line, IMPORT_REFUSED, g_strdup(_("there is no name in this row")));
		say_error(plan, line->line, "last_name", "%s", line->reason);
	} else {
		line->title = person_words(listed.person.first_name, listed.person.last_name,
					   listed.organisation);
		judge_named(store, plan, row, line, &listed);
		if (line->outcome != IMPORT_SAME)
			bodies_say(plan, &people->said, people->bodies, line->line,
				   listed.organisation);
	}
	listed_clear(&listed);
	return true;
}

static void
people_conclude(ImportPlan *plan)
{
	bodies_say_fresh(plan, &people_of(plan)->said);
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool
people_open(Store *store, ImportPlan *plan, GError **error)
{
	struct people *people = people_of(plan);
	for (guint row = 0; row < plan->rows->len; row++)
		people->drafts[row].made = 0;
	g_clear_pointer(&people->index, match_index_free);
	g_clear_pointer(&people->bodies, bodies_free);
	people->bodies = bodies_load(store, error);
	people->bodies_made = 0;
	people->tally_people = (struct tally){.entity = &entity_person};
	people->tally_bodies = (struct tally){.entity = &entity_organisation};
	return people->bodies != NULL && tally_open(store, &people->tally_people, error) &&
	       tally_open(store, &people->tally_bodies, error);
}

static bool
organisation_find(Store *store, ImportPlan *plan, struct listed *listed, gint64 *id, GError **error)
{
	struct people *people = people_of(plan);
	if (listed->body == NULL)
		return true;
	*id = bodies_make(store, people->bodies, listed->organisation, &people->bodies_made, error);
	return *id != 0;
}

static bool
person_add(Store *store, ImportPlan *plan, guint row, struct listed *listed, GError **error)
{
	struct people *people = people_of(plan);
	if (!organisation_find(store, plan, listed, &listed->person.organisation_id, error) ||
	    !store_insert(store, &entity_person, &listed->person, error))
		return false;
	people->drafts[row].made = listed->person.id;
	people->tally_people.made++;
	return true;
}

static bool
person_change(Store *store, ImportPlan *plan, gint64 id, struct listed *listed, GError **error)
{
	struct people *people = people_of(plan);
	struct person *person = store_get(store, &entity_person, id, error);
	if (person == NULL)
		return false;
	const char *body = bodies_key_of(people->bodies, person->organisation_id);
	g_free(listed_differs(listed, person, body, NULL, person));
	bool done = organisation_find(store, plan, listed, &person->organisation_id, error) &&
		    store_update(store, &entity_person, person, error);
	entity_free(&entity_person, person);
	return done;
}

/* The person that the row belongs to, once earlier rows are written; 0 when those were left out. */
static gint64
person_of_row(const struct people *people, guint row)
{
	const struct draft *draft = &people->drafts[row];
	if (draft->person_id != 0 || draft->other < 0)
		return draft->person_id;
	return people->drafts[draft->other].made;
}

/* What becomes of a row that is written at all. */
static bool
row_write(Store *store, ImportPlan *plan, guint row, bool update, struct listed *listed,
	  guint *written, GError **error)
{
	struct people *people = people_of(plan);
	const struct import_line *line = g_ptr_array_index(plan->rows, row);
	bool fresh = line->outcome == IMPORT_NEW ||
		     (line->outcome == IMPORT_DOUBTFUL && line->decision == DECIDE_NEW);
	if (fresh) {
		++*written;
		return person_add(store, plan, row, listed, error);
	}
	people->drafts[row].made = person_of_row(people, row);
	if (line->outcome == IMPORT_SAME || !update || people->drafts[row].made == 0)
		return true;
	++*written;
	return person_change(store, plan, people->drafts[row].made, listed, error);
}

static bool
people_write(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
	     guint *written, GError **error)
{
	const struct import_line *line = g_ptr_array_index(plan->rows, row);
	if (line->outcome == IMPORT_REFUSED ||
	    (line->outcome == IMPORT_DOUBTFUL && line->decision == DECIDE_SKIP) ||
	    (line->outcome == IMPORT_CHANGED && !choice->update))
		return true;
	struct listed listed;
	read_quietly(plan, row, &listed);
	const char *hash = memory_hash(plan, row);
	bool done = row_write(store, plan, row, choice->update, &listed, written, error);
	/* A row that follows one that was left out is left out too. */
	if (done && (people_of(plan)->drafts[row].made != 0 || memory_find(plan, hash) != NULL))
		done = memory_keep(store, plan, hash, row, 0, 0, error);
	listed_clear(&listed);
	return done;
}

static bool
people_close(Store *store, ImportPlan *plan, GError **error)
{
	struct people *people = people_of(plan);
	people->tally_bodies.made = people->bodies_made;
	return tally_close(store, &people->tally_people, error) &&
	       tally_close(store, &people->tally_bodies, error);
}

const struct import_rule import_rule_people = {
	.name = "people",
	.action = "people_import",
	.columns = people_columns,
	.load = people_load,
	.judge = people_judge,
	.conclude = people_conclude,
	.open = people_open,
	.write = people_write,
	.close = people_close,
	.forget = people_forget,
};
