#include "test.h"

#include "app/event.h"
#include "app/filter.h"
#include "app/noun.h"
#include "app/values.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/random_text.h"
#include "store/fixture.h"

/* ---- rows ---------------------------------------------------------------------------------------
 */

/* A row of NOUN from "name=value" texts, in a gesture of its own. */
static void
row_make(Store *store, const struct noun *noun, const char *const *assignments)
{
	GError *error = NULL;
	struct noun_pair pairs[12];
	guint n = 0;
	for (; assignments[n] != NULL; n++)
		assert_true(noun_pair_read(noun, assignments[n], &pairs[n], &error));
	void *row = entity_new(noun->entity);
	assert_true(store_begin(store, "event_new", &error));
	assert_true(noun_write(store, noun, row, pairs, n, NULL, &error));
	assert_true(store_commit(store, NULL, &error));
	assert_no_error(error);
	entity_free(noun->entity, row);
}

#define MAKE(store, noun, ...) row_make(store, noun, (const char *const[]){__VA_ARGS__, NULL})

static void
scene_make(Store *store)
{
	MAKE(store, &noun_organisation, "name=DDETS du Gard", "department=30");
	MAKE(store, &noun_organisation, "name=Ville de Sète", "department=34", "short_name=VDS");
	MAKE(store, &noun_person, "first_name=Zoé", "last_name=Élan", "organisation=DDETS du Gard",
	     "department=30", "email=zoe@exemple.fr", "last_contact=2026-05-04");
	MAKE(store, &noun_person, "first_name=Anne", "last_name=Le Goff",
	     "organisation=Ville de Sète", "department=34", "last_contact=2025-12-31");
	MAKE(store, &noun_person, "first_name=Éva", "last_name=Elan", "function=élue",
	     "department=2A");
	MAKE(store, &noun_event, "title=Journée Élan", "start_date=2027-01-15", "start_time=9h30",
	     "venue=Maison de la vie associative", "seat_limit=25", "status=announced",
	     "themes=santé; médiation");
	MAKE(store, &noun_event, "title=Comité de pilotage", "start_date=2027-03",
	     "status=announced", "seat_limit=5");
	MAKE(store, &noun_event, "title=Idée", "status=idea");
	MAKE(store, &noun_event, "title=Ancien", "start_date=2019-02-02", "start_time=14h",
	     "status=held");
}

/* The names of those that TYPED takes, by the rows themselves and by the values that lists read;
 * both must agree. Caller frees. */
static char *
taken(Store *store, const struct noun *noun, const char *typed)
{
	GError *error = NULL;
	g_autoptr(Rows) rows = store_all(store, noun->entity, &error);
	assert_no_error(error);
	if (!filter_rows(store, noun, rows, typed, &error)) {
		char *message = g_strdup(error->message);
		assert_error(error, ERROR_USAGE);
		g_error_free(error);
		return message;
	}
	GString *names = g_string_new(NULL);
	const struct noun_key *name = noun_key(noun, noun->name_key);
	for (guint i = 0; i < rows->n; i++) {
		g_autofree char *text = noun_value(store, noun, name, rows->row[i]);
		g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", text);
	}
	return g_string_free(names, FALSE);
}

/* Words, and those of the columns, as lists find them. */
static bool
words_taken(Store *store, const struct noun *noun, Index *index, const Sieve *sieve, guint i,
	    guint place, const char *own)
{
	const char *held[16] = {NULL};
	Values *read[16];
	guint n = sieve_labels(sieve, i);
	assert_true(n <= 16);
	for (guint label = 0; label < n; label++) {
		const struct values_source source = {.noun = noun,
						     .key = sieve_label_key(sieve, i, label)};
		read[label] = values_new(store, index, &source, VALUES_TO_FILTER);
		while (!values_read(read[label], 0))
			continue;
		held[label] = values_at(read[label], place);
	}
	bool takes = sieve_takes_words(sieve, i, own != NULL ? own : "", held);
	for (guint label = 0; label < n; label++)
		values_free(read[label]);
	return takes;
}

static guint
taken_by_values(Store *store, const struct noun *noun, const char *typed, gint64 *ids)
{
	g_autoptr(Index) index =
		store_index(store, noun->entity, NULL, 0, NULL, false, false, NULL);
	g_autoptr(Sieve) sieve = sieve_new(store, noun, NULL, 0, typed);
	guint n = 0;
	Values *values[8];
	for (guint i = 0; i < sieve_count(sieve); i++) {
		const struct values_source source = {.noun = noun, .key = sieve_key(sieve, i)};
		values[i] = values_new(store, index, &source, VALUES_TO_FILTER);
		while (!values_read(values[i], 0))
			continue;
	}
	for (guint place = 0; place < index->n; place++) {
		bool takes = true;
		for (guint i = 0; i < sieve_count(sieve); i++) {
			const char *value = values_at(values[i], place);
			takes &= sieve_key(sieve, i) == NULL
					 ? words_taken(store, noun, index, sieve, i, place, value)
					 : sieve_takes(sieve, i, value,
						       values_folded(values[i], place));
		}
		if (takes)
			ids[n++] = index->id[place];
	}
	for (guint i = 0; i < sieve_count(sieve); i++)
		values_free(values[i]);
	return n;
}

static const struct {
	const struct noun *noun;
	const char *typed, *names;
} cases[] = {
	{&noun_person, "", "Éva Elan, Zoé Élan, Anne Le Goff"},
	{&noun_person, "elan", "Éva Elan, Zoé Élan"},
	{&noun_person, "dept:34", "Anne Le Goff"},
	{&noun_person, "Dpt:3", "Zoé Élan, Anne Le Goff"},
	{&noun_person, "département:hérault", "Anne Le Goff"},
	{&noun_person, "department:corse", "Éva Elan"},
	{&noun_person, "-dept:34", "Éva Elan, Zoé Élan"},
	{&noun_person, "organisme:ddets", "Zoé Élan"},
	{&noun_person, "org:\"ddets du gard\"", "Zoé Élan"},
	{&noun_person, "org:vds", "Anne Le Goff"},
	{&noun_person, "org:\"\"", "Éva Elan"},
	{&noun_person, "-org:\"\"", "Zoé Élan, Anne Le Goff"},
	{&noun_person, "courriel:*", "Zoé Élan"},
	{&noun_person, "elan -zoé", "Éva Elan"},
	{&noun_person, "fonction:ELUE", "Éva Elan"},
	{&noun_person, "\"le goff\"", "Anne Le Goff"},
	{&noun_person, "last_contact:2026", "Zoé Élan"},
	{&noun_person, "dernier:<2026", "Anne Le Goff"},
	{&noun_person, "dernier:2025..2026", "Zoé Élan, Anne Le Goff"},
	{&noun_event, "état:ouvert", "Comité de pilotage, Journée Élan"},
	{&noun_event, "statut:idée", "Idée"},
	{&noun_event, "status:open", "Comité de pilotage, Journée Élan"},
	{&noun_event, "état:ann", "Comité de pilotage, Journée Élan"},
	{&noun_event, "ouvert", "Comité de pilotage, Journée Élan"},
	{&noun_event, "ouvert journee", "Journée Élan"},
	{&noun_event, "-ouvert", "Idée, Ancien"},
	{&noun_event, "ouv", ""},
	{&noun_event, "date:15/1", "Journée Élan"},
	{&noun_event, "date:>=15/1", "Comité de pilotage, Journée Élan"},
	{&noun_event, "date:15/1..28/2", "Journée Élan"},
	{&noun_event, "date:2019", "Ancien"},
	{&noun_event, "date:\"\"", "Idée"},
	{&noun_event, "places:<25", "Comité de pilotage"},
	{&noun_event, "places:5..25", "Comité de pilotage, Journée Élan"},
	{&noun_event, "places:=25", "Journée Élan"},
	{&noun_event, "inscrits:0", "Idée, Comité de pilotage, Journée Élan, Ancien"},
	{&noun_event, "début:<12h", "Journée Élan"},
	{&noun_event, "lieu:vie", "Journée Élan"},
	{&noun_event, "thème:mediation", "Journée Élan"},
	{&noun_event, "\"comité de\"", "Comité de pilotage"},
	{&noun_organisation, "classified:non", "DDETS du Gard, Ville de Sète"},
	{&noun_organisation, "nom:>=e", "Ville de Sète"},
};

static void
filter__takes__what_its_terms_say(void **state)
{
	struct fixture *fixture = *state;
	scene_make(fixture->store);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *names = taken(fixture->store, cases[i].noun, cases[i].typed);
		if (strcmp(names, cases[i].names) != 0)
			fail_msg("“%s” takes “%s”, not “%s”", cases[i].typed, names,
				 cases[i].names);
	}
}

static void
filter__takes__the_same_of_lists_and_of_rows(void **state)
{
	struct fixture *fixture = *state;
	scene_make(fixture->store);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		gint64 ids[16];
		g_autoptr(Rows) rows = store_all(fixture->store, cases[i].noun->entity, NULL);
		assert_true(filter_rows(fixture->store, cases[i].noun, rows, cases[i].typed, NULL));
		guint n = taken_by_values(fixture->store, cases[i].noun, cases[i].typed, ids);
		if (n != rows->n)
			fail_msg("“%s”: %u of the list, %u rows", cases[i].typed, n, rows->n);
		for (guint j = 0; j < n; j++)
			assert_int_equal(ids[j], ((struct row_head *)rows->row[j])->id);
	}
}

static void
filter__that_is_wrong__says_what_is_possible(void **state)
{
	static const struct {
		const struct noun *noun;
		const char *typed, *said;
	} wrong[] = {
		{&noun_event, "foo:x", "foo"},
		{&noun_event, "foo:x", "Titre"},
		{&noun_event, "état:vert", "complet"},
		{&noun_event, "places:beaucoup", "5..10"},
		{&noun_event, "date:plouf", "15/1..28/2"},
		{&noun_event, "welcome:tard", "9h30"},
		{&noun_event, "co:1", "tapez la suite"},
		{&noun_event, "état:", "ouvert"},
		{&noun_organisation, "classified:peut-être", "oui"},
	};
	struct fixture *fixture = *state;
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autofree char *said = taken(fixture->store, wrong[i].noun, wrong[i].typed);
		if (strstr(said, wrong[i].said) == NULL)
			fail_msg("“%s” says “%s”", wrong[i].typed, said);
	}
}

static void
sieve__hides_nothing__for_what_is_wrong(void **state)
{
	struct fixture *fixture = *state;
	g_autoptr(Sieve) sieve =
		sieve_new(fixture->store, &noun_event, NULL, 0, "foo:x état:vert places:");
	assert_int_equal(sieve_count(sieve), 0);
	assert_non_null(sieve_trouble(sieve));
	assert_non_null(sieve_hint(sieve));
	assert_ptr_equal(sieve_open(sieve), noun_key(&noun_event, "seat_limit"));
}

static void
sieve__survives__any_bytes(void **state)
{
	struct fixture *fixture = *state;
	g_autoptr(GRand) random = g_rand_new_with_seed(21);
	for (guint i = 0; i < 2000; i++) {
		g_autofree char *bytes = random_bytes(random);
		const struct noun *noun = nouns[g_rand_int_range(random, 0, 8)];
		const char *key = noun->keys[g_rand_int_range(random, 0, (gint)noun->n_keys)].key;
		g_autofree char *typed = g_strdup_printf("%s:%s", key, bytes);
		g_autoptr(Sieve) sieve = sieve_new(fixture->store, noun, NULL, 0, typed);
		for (guint j = 0; j < sieve_count(sieve); j++)
			sieve_takes(sieve, j, "2026-01-01", "20260101");
	}
}

/* ---- order --------------------------------------------------------------------------------------
 */

static char *
ordered(Store *store, const char *key, bool descending)
{
	const struct values_source source = {.noun = &noun_person,
					     .key = noun_key(&noun_person, key)};
	g_autoptr(Index) index =
		store_index(store, &entity_person, NULL, 0, NULL, false, false, NULL);
	Values *values = values_new(store, index, &source, VALUES_TO_SORT);
	g_autofree guint32 *order = values_order(values, descending);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < index->n; i++) {
		const char *value = values_at(values, order[i]);
		g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
				       value != NULL ? value : "-");
	}
	values_free(values);
	return g_string_free(text, FALSE);
}

static void
values_order__is_french__letters_before_accents(void **state)
{
	struct fixture *fixture = *state;
	static const char *const functions[] = {"function=été", "function=Eté",   "function=etage",
						"function=zoo", "function=Étage", "function="};
	for (gsize i = 0; i < G_N_ELEMENTS(functions); i++)
		MAKE(fixture->store, &noun_person, "last_name=X", functions[i]);
	g_autofree char *up = ordered(fixture->store, "function", false);
	assert_text(up, "etage, Étage, Eté, été, zoo, -");
	g_autofree char *down = ordered(fixture->store, "function", true);
	assert_text(down, "zoo, été, Eté, Étage, etage, -");
}

static void
values_order__keeps__the_order_of_equal_ones(void **state)
{
	struct fixture *fixture = *state;
	scene_make(fixture->store);
	g_autofree char *up = ordered(fixture->store, "last_contact", false);
	assert_text(up, "2025-12-31, 2026-05-04, -");
	g_autofree char *names = ordered(fixture->store, "civility", true);
	assert_text(names, "-, -, -");
}

static int
fixture_open_french(void **state)
{
	i18n_set_language("fr");
	return fixture_open(state);
}

int
main(void)
{
#define WITH_STORE(test) cmocka_unit_test_setup_teardown(test, fixture_open_french, fixture_close)
	const struct CMUnitTest tests[] = {
		WITH_STORE(filter__takes__what_its_terms_say),
		WITH_STORE(filter__takes__the_same_of_lists_and_of_rows),
		WITH_STORE(filter__that_is_wrong__says_what_is_possible),
		WITH_STORE(sieve__hides_nothing__for_what_is_wrong),
		WITH_STORE(sieve__survives__any_bytes),
		WITH_STORE(values_order__is_french__letters_before_accents),
		WITH_STORE(values_order__keeps__the_order_of_equal_ones),
	};
	return test_run("filter", tests);
}
