#include "app/directory.h"

#include <string.h>

#include "app/noun.h"
#include "app/registration.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/classify.h"
#include "core/match.h"
#include "core/naming.h"
#include "core/reference.h"
#include "store/door.h"
#include "store/near_people.h"

static gint64
organisation_exact(Store *store, const char *key)
{
	g_autoptr(Rows) rows = store_all(store, &entity_organisation, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct organisation *organisation = rows->row[i];
		g_autofree char *name = text_search_key(organisation->name);
		g_autofree char *short_name = organisation->short_name != NULL
						      ? text_search_key(organisation->short_name)
						      : NULL;
		if (g_strcmp0(name, key) == 0 || g_strcmp0(short_name, key) == 0)
			return organisation->id;
	}
	return 0;
}

gint64
organisation_known(Store *store, const char *name)
{
	g_autofree char *folded = text_search_key(name);
	if (*folded == '\0')
		return 0;
	g_autoptr(Rows) aliases = store_where(store, &entity_organisation_alias, "search_key",
					      value_text(folded), NULL);
	if (aliases != NULL && aliases->n > 0)
		return ((struct organisation_alias *)aliases->row[0])->organisation_id;
	return organisation_exact(store, folded);
}

/* ---- proposals ----------------------------------------------------------------------------------
 */

Classifier *
classifier_load(Store *store)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_territory, "type", value_text("department"), NULL);
	g_autoptr(Rows) regions =
		store_where(store, &entity_territory, "type", value_text("region"), NULL);
	if (rows == NULL || regions == NULL)
		return NULL;
	g_autofree struct department_name *names = g_new(struct department_name, rows->n + 1);
	for (guint i = 0; i < rows->n; i++) {
		const struct territory *territory = rows->row[i];
		names[i] = (struct department_name){territory->code, territory->name};
	}
	g_autofree const char **region_names = g_new0(const char *, regions->n + 1);
	for (guint i = 0; i < regions->n; i++)
		region_names[i] = ((struct territory *)regions->row[i])->name;
	Classifier *classifier = classifier_new(names, rows->n, region_names);
	g_autoptr(Rows) confirmed =
		store_where(store, &entity_organisation, "classified", value_integer(1), NULL);
	for (guint i = 0; confirmed != NULL && i < confirmed->n; i++) {
		const struct organisation *organisation = confirmed->row[i];
		classifier_learn(classifier, organisation->name, organisation->family,
				 organisation->level);
	}
	return classifier;
}

/* VALUE, unless it is only what the name alone suggested, or missing: then what is proposed now. */
static char *
said_or_proposed(const char *value, const char *read, const char *proposed)
{
	bool said = value != NULL && g_strcmp0(value, read) != 0;
	if (said || proposed == NULL || *proposed == '\0')
		return g_strdup(value);
	return g_strdup(proposed);
}

void
organisation_suggest(const Classifier *classifier, const struct organisation *organisation,
		     struct suggestion *suggestion)
{
	struct classification read, proposed;
	classifier_read(classifier, organisation->name, &read);
	classifier_propose(classifier, organisation->name, &proposed);
	suggestion->family = said_or_proposed(organisation->family, read.family, proposed.family);
	suggestion->level = said_or_proposed(organisation->level, read.level, proposed.level);
	suggestion->department =
		said_or_proposed(organisation->department, read.department, proposed.department);
	suggestion->reason = g_steal_pointer(&proposed.reason);
	classification_clear(&read);
	classification_clear(&proposed);
}

void
suggestion_clear(struct suggestion *suggestion)
{
	g_free(suggestion->family);
	g_free(suggestion->level);
	g_free(suggestion->department);
	g_free(suggestion->reason);
	*suggestion = (struct suggestion){.family = NULL};
}

void
organisation_propose(Store *store, struct organisation *organisation)
{
	g_autoptr(Classifier) classifier = classifier_load(store);
	if (classifier == NULL)
		return;
	organisation_propose_with(classifier, organisation);
}

void
organisation_propose_with(const Classifier *classifier, struct organisation *organisation)
{
	struct classification proposal;
	classifier_propose(classifier, organisation->name, &proposal);
	if (organisation->family == NULL)
		text_set(&organisation->family, proposal.family);
	if (organisation->level == NULL)
		text_set(&organisation->level, proposal.level);
	if (organisation->department == NULL)
		text_set(&organisation->department, proposal.department);
	classification_clear(&proposal);
}

gint64
organisation_found(Store *store, const char *name, GPtrArray *notes, GError **error)
{
	gint64 known = organisation_known(store, name);
	if (known != 0)
		return known;
	struct organisation *organisation = entity_new(&entity_organisation);
	text_set(&organisation->name, name);
	organisation_propose(store, organisation);
	gint64 id = 0;
	if (store_insert(store, &entity_organisation, organisation, error)) {
		id = organisation->id;
		if (notes != NULL)
			g_ptr_array_add(notes, g_strdup_printf(_("organisation made: %s"), name));
	}
	entity_free(&entity_organisation, organisation);
	return id;
}

/* ---- people -------------------------------------------------------------------------------------
 */

static gint64
person_by_email(Store *store, const char *typed, GError **error)
{
	g_autoptr(NameParts) parts = name_read_line(typed); /* "Zoé Élan <zoe@elan.fr>" too */
	g_autofree char *key =
		parts != NULL && parts->email != NULL ? text_email_key(parts->email) : NULL;
	if (key == NULL)
		return 0;
	g_autoptr(Rows) rows =
		store_where(store, &entity_person, "email_key", value_text(key), error);
	if (rows == NULL || rows->n == 0)
		return 0;
	if (rows->n > 1) {
		fail(error, ERROR_AMBIGUOUS, _("%u people have the address “%s”: say the name"),
		     rows->n, typed);
		return 0;
	}
	return ((struct person *)rows->row[0])->id;
}

static gint64
person_make(Store *store, const char *typed, GPtrArray *notes, GError **error)
{
	g_autoptr(NameParts) parts = name_read_line(typed);
	if (parts == NULL || parts->last_name == NULL) {
		fail(error, ERROR_INVALID, _("“%s” holds no name"), typed);
		return 0;
	}
	struct person *person = entity_new(&entity_person);
	text_set(&person->first_name, parts->first_name);
	text_set(&person->last_name, parts->last_name);
	text_set(&person->email, parts->email);
	bool done = true;
	if (parts->organisation != NULL) {
		person->organisation_id =
			organisation_found(store, parts->organisation, notes, error);
		done = person->organisation_id != 0;
	}
	gint64 id = 0;
	if (done && store_insert(store, &entity_person, person, error)) {
		g_autofree char *name = name_shown(person->first_name, person->last_name);
		id = person->id;
		if (notes != NULL)
			g_ptr_array_add(notes, g_strdup_printf(_("person made: %s"), name));
	}
	entity_free(&entity_person, person);
	return id;
}

gint64
person_found(Store *store, const char *typed, bool make, GPtrArray *notes, GError **error)
{
	GError *reason = NULL;
	gint64 id = person_by_email(store, typed, &reason);
	if (id == 0 && reason == NULL)
		id = noun_find(store, &noun_person, 0, typed, &reason);
	if (id != 0)
		return id;
	if (make && g_error_matches(reason, ATELIERS_ERROR, ERROR_NOT_FOUND)) {
		g_clear_error(&reason);
		return person_make(store, typed, notes, error);
	}
	g_propagate_error(error, reason);
	return 0;
}

char *
organisation_match_key(gint64 organisation_id)
{
	return organisation_id != 0 ? g_strdup_printf("#%" G_GINT64_FORMAT, organisation_id) : NULL;
}

/* Words of fewer letters stand in every other key: they are asked for when a name has no other. */
#define NEAR_LETTERS 2
#define NEAR_WORDS   12

static void
near_words_add(GPtrArray *near, const char *name, size_t letters)
{
	g_autofree char *folded = name != NULL ? text_words_key(name) : g_strdup("");
	g_auto(GStrv) words = g_strsplit(folded, " ", -1);
	for (guint i = 0; words[i] != NULL && near->len < NEAR_WORDS; i++)
		if (strlen(words[i]) >= letters)
			g_ptr_array_add(near, g_strdup(words[i]));
}

Rows *
people_named(Store *store, const char *last_name, const char *first_name, const char *email_key,
	     GError **error)
{
	g_autoptr(GPtrArray) near = g_ptr_array_new_with_free_func(g_free);
	for (size_t letters = NEAR_LETTERS; letters > 0 && near->len == 0; letters--) {
		near_words_add(near, last_name, letters);
		near_words_add(near, first_name, letters);
	}
	return people_near(store, (const char *const *)near->pdata, near->len, email_key, error);
}

bool
person_match(Store *store, const struct match_person *declared, struct match_answer *answer,
	     GError **error)
{
	g_autoptr(Rows) people = people_named(store, declared->last_name, declared->first_name,
					      declared->email_key, error);
	if (people == NULL)
		return false;
	g_autoptr(MatchIndex) index = match_index_new();
	for (guint i = 0; i < people->n; i++) {
		const struct person *person = people->row[i];
		g_autofree char *organisation_key = organisation_match_key(person->organisation_id);
		struct match_person known = {
			.id = person->id,
			.last_name = person->last_name,
			.first_name = person->first_name,
			.email_key = person->email_key,
			.organisation_key = organisation_key,
		};
		match_index_add(index, &known);
	}
	*answer = match_index_find(index, declared);
	return true;
}

struct person *
person_declared(const struct attendee *attendee)
{
	struct person *person = entity_new(&entity_person);
	text_set(&person->first_name, attendee->first_name);
	text_set(&person->last_name, attendee->last_name);
	text_set(&person->function, attendee->function);
	text_set(&person->email, attendee->email);
	person->phone = attendee->phone != NULL ? text_phone(attendee->phone) : NULL;
	if (person->phone == NULL)
		text_set(&person->phone, attendee->phone);
	text_set(&person->town, attendee->town);
	text_set(&person->department, attendee->department);
	text_set(&person->photo, attendee->photo);
	person->organisation_id = attendee->organisation_id;
	return person;
}

gint64
person_of_attendee(Store *store, const struct attendee *attendee, GError **error)
{
	struct person *person = person_declared(attendee);
	gint64 id = store_insert(store, &entity_person, person, error) ? person->id : 0;
	entity_free(&entity_person, person);
	return id;
}

/* ---- attendees ----------------------------------------------------------------------------------
 */

char *
attendee_next_number(Store *store, gint64 event_id, GError **error)
{
	g_autofree char *letter = store_taken_letter(store);
	const char *between = letter != NULL ? " " : "", *copy = letter != NULL ? letter : "";
	g_autofree char *counter =
		g_strdup_printf("attendee %" G_GINT64_FORMAT "%s%s", event_id, between, copy);
	gint64 number = store_next(store, counter, 1, error);
	if (number == 0)
		return NULL;
	return letter != NULL ? g_strdup_printf("%s-%" G_GINT64_FORMAT, letter, number)
			      : g_strdup_printf("%" G_GINT64_FORMAT, number);
}

static struct attendee *
attendee_live(Store *store, gint64 event_id, gint64 person_id, GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_attendee, "person_id", person_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		struct attendee *attendee = rows->row[i];
		if (attendee->event_id == event_id && attendee->live == 1)
			return g_steal_pointer(&rows->row[i]);
	}
	return NULL;
}

static bool
attendee_fill(Store *store, struct attendee *attendee, gint64 person_id, GError **error)
{
	struct person *person = store_get(store, &entity_person, person_id, error);
	if (person == NULL)
		return false;
	attendee->person_id = person_id;
	attendee->organisation_id = person->organisation_id;
	text_set(&attendee->first_name, person->first_name);
	text_set(&attendee->last_name, person->last_name);
	text_set(&attendee->function, person->function);
	text_set(&attendee->email, person->email);
	text_set(&attendee->phone, person->phone);
	text_set(&attendee->town, person->town);
	text_set(&attendee->department, person->department);
	text_set(&attendee->photo, person->photo);
	struct organisation *organisation =
		person->organisation_id != 0
			? store_get(store, &entity_organisation, person->organisation_id, NULL)
			: NULL;
	if (organisation != NULL) {
		text_set(&attendee->organisation, organisation->name);
		if (attendee->department == NULL)
			text_set(&attendee->department, organisation->department);
	}
	entity_free(&entity_organisation, organisation);
	entity_free(&entity_person, person);
	return true;
}

gint64
attendee_of_person(Store *store, gint64 event_id, gint64 person_id, const char *part,
		   const char *origin, GError **error)
{
	struct attendee *attendee = attendee_live(store, event_id, person_id, NULL);
	bool done = true;
	if (attendee != NULL) {
		if (strcmp(part, "participant") != 0)
			text_set(&attendee->part, part);
		done = store_update(store, &entity_attendee, attendee, error);
	} else {
		char now[INSTANT_SIZE];
		clock_instant(now);
		attendee = entity_new(&entity_attendee);
		attendee->event_id = event_id;
		text_set(&attendee->part, part);
		text_set(&attendee->origin, origin);
		text_set(&attendee->registered_at, now);
		attendee->number = attendee_next_number(store, event_id, error);
		done = attendee->number != NULL &&
		       attendee_fill(store, attendee, person_id, error) &&
		       registration_place(store, attendee, error) &&
		       store_insert(store, &entity_attendee, attendee, error);
	}
	gint64 id = done ? attendee->id : 0;
	entity_free(&entity_attendee, attendee);
	return id;
}
