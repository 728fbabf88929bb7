/* Papers. With a folder as its argument, this program prints what other programs are asked to read
 * (paper_test.sh). */
#include "test.h"

#include <glib/gstdio.h>

#include "app/event_whole.h"
#include "app/output.h"
#include "app/scene.h"
#include "app/succession.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/badge.h"
#include "core/document.h"
#include "paper/paper.h"

/* Asked by the leak checker, which cannot follow the pointers of fontconfig. */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}

struct printed {
	char *path;
	guint pages;
	GPtrArray *notes;
	struct document *document; /* the last one of its kind, or NULL */
};

static struct printed
print_as(struct fixture *fixture, struct paper_choice choice)
{
	GError *error = NULL;
	struct printed printed = {.notes = g_ptr_array_new_with_free_func(g_free)};
	g_autofree char *path = g_build_filename(fixture->folder, "paper", NULL);
	paper_print(fixture->store, &choice, path, &printed.path, &printed.pages, printed.notes,
		    &error);
	assert_no_error(error);
	g_autoptr(Rows) documents =
		store_of(fixture->store, &entity_document, "event_id", choice.event_id, &error);
	for (guint i = 0; i < documents->n; i++) {
		struct document *document = documents->row[i];
		if (strcmp(document->kind, choice.document) != 0 ||
		    document->session_id != choice.session_id ||
		    (printed.document != NULL && printed.document->version > document->version))
			continue;
		entity_free(&entity_document, printed.document);
		printed.document = entity_copy(&entity_document, document);
	}
	return printed;
}

static struct printed
print_sheet(struct fixture *fixture, gint64 event_id)
{
	return print_as(fixture,
			(struct paper_choice){.document = "sign-in", .event_id = event_id});
}

static void
printed_clear(struct printed *printed)
{
	g_free(printed->path);
	g_ptr_array_unref(printed->notes);
	entity_free(&entity_document, printed->document);
}

/* The last names on the lines of a sheet, in their order: "Élan, Roux". */
static char *
lines_of(Store *store, const struct document *document)
{
	GString *names = g_string_new(NULL);
	g_autoptr(Rows) lines = store_of(store, &entity_document_line, "document_id",
					 document != NULL ? document->id : 0, NULL);
	for (guint i = 0; i < lines->n; i++) {
		const struct document_line *line = lines->row[i];
		struct attendee *attendee =
			store_get(store, &entity_attendee, line->attendee_id, NULL);
		g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", attendee->last_name);
		if (line->line != i + 1) /* behind blank lines */
			g_string_append_printf(names, " on %d", (int)line->line);
		entity_free(&entity_attendee, attendee);
	}
	return g_string_free(names, FALSE);
}

static char *
csv_of(struct fixture *fixture, struct paper_choice choice)
{
	choice.document = "attendees";
	choice.format = PAPER_CSV;
	struct printed printed = print_as(fixture, choice);
	char *text = NULL;
	assert_true(g_file_get_contents(printed.path, &text, NULL, NULL));
	printed_clear(&printed);
	return text;
}

static gint64
event_held(Store *store, gint64 *day)
{
	gint64 venue = scene_venue(store, "Hôtel de Région", "22 bd Juin", "Toulouse", "31");
	gint64 event = scene_event(store, "2026-014", "Journée d’échanges", "announced");
	gint64 made = scene_day(store, event, "2026-12-10", "09:30", "16:00", venue);
	if (day != NULL)
		*day = made;
	return event;
}

/* ---- sheets -------------------------------------------------------------------------------- */

static void
sheet__has__those_who_have_a_seat_by_name(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_held(store, NULL);
	scene_participant(store, event, "Léa", "Roux", "registered", NULL);
	scene_participant(store, event, "Zoé", "Élan", "registered", NULL);
	scene_participant(store, event, "Inès", "Diop", "offered", NULL);
	scene_participant(store, event, "Paul", "Attend", "waiting", NULL);
	scene_participant(store, event, "Jean", "Parti", "cancelled", NULL);
	scene_participant(store, event, "Anna", "Invitée", "invited", NULL);
	gint64 person = scene_person(store, "Max", "Orateur");
	scene_attendee(store, event, person, "Max", "Orateur", "speaker", "registered", NULL);
	scene_speaker(store, event, 0, person, "confirmed");
	commit(store);
	struct printed printed = print_sheet(fixture, event);
	g_autofree char *lines = lines_of(store, printed.document);
	assert_text(lines, "Diop, Élan, Roux, Orateur on 8");
	assert_int_equal(printed.pages, 1);
	assert_int_equal(printed.document->version, 1);
	assert_int_equal(strlen(printed.document->code), 8);
	assert_int_equal(strspn(printed.document->code, "bcdefghijklnoprstuvxy"), 8);
	printed_clear(&printed);
}

/* A sheet without names is a page to write on, whose blank lines come behind the speakers; who is a
 * participant too has one number. */
static void
sheet__numbers__speakers(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_held(store, NULL);
	gint64 person = scene_person(store, "Max", "Orateur");
	scene_attendee(store, event, person, "Max", "Orateur", "speaker", "registered", NULL);
	scene_speaker(store, event, 0, person, "confirmed");
	scene_speaker(store, event, 0, scene_person(store, "Nul", "Inscrit"), "confirmed");
	commit(store);
	struct printed printed = print_sheet(fixture, event);
	g_autofree char *alone = lines_of(store, printed.document);
	assert_text(alone, "Orateur");
	printed_clear(&printed);
	begin(store);
	gint64 both = scene_person(store, "Léa", "Double");
	scene_attendee(store, event, both, "Léa", "Double", "participant", "registered", NULL);
	scene_speaker(store, event, 0, both, "confirmed");
	commit(store);
	struct printed again = print_sheet(fixture, event);
	g_autofree char *lines = lines_of(store, again.document);
	assert_text(lines, "Double, Orateur on 6");
	printed_clear(&again);
}

static void
version__stays__as_long_as_the_sheet_shows_the_same(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_held(store, NULL);
	scene_participant(store, event, "Léa", "Roux", "registered", NULL);
	commit(store);
	struct printed first = print_sheet(fixture, event);
	g_setenv("ATELIERS_NOW", "2026-12-01T10:00:00Z", TRUE);
	scene_change(store, &entity_event, event, "notes", value_text("Rappeler le traiteur"));
	struct printed again = print_sheet(fixture, event);
	assert_int_equal(again.document->id, first.document->id);
	begin(store);
	scene_participant(store, event, "Zoé", "Élan", "registered", NULL);
	commit(store);
	struct printed next = print_sheet(fixture, event);
	assert_int_equal(next.document->version, 2);
	assert_string_not_equal(next.document->code, first.document->code);
	g_autofree char *lines = lines_of(store, next.document);
	assert_text(lines, "Élan, Roux");
	g_autofree char *old_lines = lines_of(store, first.document);
	assert_text(old_lines, "Roux");
	printed_clear(&first);
	printed_clear(&again);
	printed_clear(&next);
}

static void
undo__passes_over__what_was_printed(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_held(store, NULL);
	commit(store);
	scene_change(store, &entity_event, event, "title", value_text("Autre titre"));
	struct printed first = print_sheet(fixture, event);
	GError *error = NULL;
	history_undo(store, 0, NULL, &error);
	assert_no_error(error);
	struct event *undone = store_get(store, &entity_event, event, &error);
	assert_text(undone->title, "Journée d’échanges");
	entity_free(&entity_event, undone);
	assert_int_equal(store_count(store, &entity_document, NULL, value_text(NULL), NULL), 1);
	struct printed next = print_sheet(fixture, event);
	assert_int_equal(next.document->version, 2);
	printed_clear(&first);
	printed_clear(&next);
}

static void
session_sheet__has__those_given_to_it(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	gint64 day;
	begin(store);
	gint64 event = event_held(store, &day);
	gint64 plenary =
		scene_session(store, event, day, "09:30", "12:00", "plenary", "Plénière", 0);
	gint64 one = scene_session(store, event, day, "14:00", "16:00", "workshop", "Un", 0);
	gint64 two = scene_session(store, event, day, "14:00", "16:00", "workshop", "Deux", 0);
	gint64 three = scene_session(store, event, day, "14:00", "16:00", "workshop", "Trois", 0);
	gint64 roux = scene_participant(store, event, "Léa", "Roux", "registered", NULL);
	gint64 elan = scene_participant(store, event, "Zoé", "Élan", "registered", NULL);
	scene_participant(store, event, "Inès", "Diop", "registered", NULL);
	scene_choice(store, roux, one, true);
	scene_choice(store, elan, one, false);
	scene_choice(store, elan, two, true);
	commit(store);
	scene_change(store, &entity_session, one, "parallel_group", value_text("A"));
	scene_change(store, &entity_session, three, "parallel_group", value_text("A"));
	const struct {
		gint64 session;
		const char *lines;
	} sheets[] = {{plenary, "Diop, Élan, Roux"}, {one, "Roux"}, {two, "Élan"}, {three, ""}};
	for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++) {
		struct printed printed =
			print_as(fixture, (struct paper_choice){.document = "sign-in",
								.event_id = event,
								.session_id = sheets[i].session});
		g_autofree char *lines = lines_of(store, printed.document);
		assert_text(lines, sheets[i].lines);
		assert_int_equal(printed.document->version, 1);
		printed_clear(&printed);
	}
}

static void
sheets__of_many_people__have_many_pages(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	static const struct {
		int people;
		guint least, most;
	} sheets[] = {{0, 1, 1}, {1, 1, 1}, {30, 2, 4}, {300, 15, 25}};
	for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++) {
		begin(store);
		g_autofree char *number = g_strdup_printf("2026-%03d", (int)i + 1);
		gint64 event = scene_event(store, number, "Journée", "announced");
		scene_day(store, event, "2026-12-10", "09:30", "16:00", 0);
		for (int j = 0; j < sheets[i].people; j++) {
			g_autofree char *name = g_strdup_printf("Nom%03d", j);
			scene_participant(store, event, "Jo", name, "registered", NULL);
		}
		commit(store);
		struct printed printed = print_sheet(fixture, event);
		assert_in_range(printed.pages, sheets[i].least, sheets[i].most);
		assert_int_equal(store_count(store, &entity_document_line, "document_id",
					     value_integer(printed.document->id), NULL),
				 sheets[i].people);
		printed_clear(&printed);
	}
}

static void
checks__are_said__and_the_sheet_is_made_all_the_same(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = scene_event(store, "2026-014", "Sans date ni lieu", "announced");
	scene_participant(store, event, "王", "Nguyễn", "registered", NULL);
	commit(store);
	struct printed printed = print_sheet(fixture, event);
	assert_true(g_file_test(printed.path, G_FILE_TEST_IS_REGULAR));
	assert_true(texts_have(printed.notes, "date"));
	printed_clear(&printed);
}

static void
dry_run__writes__nothing(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_held(store, NULL);
	commit(store);
	scene_set(store, "output_folder", "/nowhere/at/all");
	GError *error = NULL;
	g_autofree char *path = NULL;
	struct paper_choice choice = {.document = "sign-in", .event_id = event, .dry_run = true};
	assert_true(paper_print(store, &choice, NULL, &path, NULL, NULL, &error));
	assert_text(path, "/nowhere/at/all/2026-014 émargement v1.pdf");
	assert_int_equal(store_count(store, &entity_document, NULL, value_text(NULL), NULL), 0);
}

static void
paper__goes_to__the_output_folder_under_a_readable_name(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	gint64 day;
	begin(store);
	gint64 event = event_held(store, &day);
	gint64 session = scene_session(store, event, day, "14:00", "16:00", "workshop",
				       "Atelier 1 : l’emploi / la santé", 0);
	commit(store);
	g_autofree char *folder = g_build_filename(fixture->folder, "sorties", NULL);
	scene_set(store, "output_folder", folder);
	GError *error = NULL;
	g_autofree char *path = NULL;
	struct paper_choice choice = {.document = "sign-in",
				      .event_id = event,
				      .session_id = session};
	paper_print(store, &choice, NULL, &path, NULL, NULL, &error);
	assert_no_error(error);
	g_autofree char *name = g_path_get_basename(path);
	assert_true(g_str_has_prefix(name, "2026-014 émargement Atelier 1"));
	assert_true(g_str_has_suffix(name, " v1.pdf"));
	assert_null(strchr(name, '/'));
	assert_true(g_file_test(path, G_FILE_TEST_IS_REGULAR));
}

static void
paper__that_cannot_be_written__counts_no_version(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	begin(store);
	gint64 event = event_held(store, NULL);
	commit(store);
	GError *error = NULL;
	struct paper_choice choice = {.document = "sign-in", .event_id = event};
	assert_false(paper_print(store, &choice, "/nowhere/at/all.pdf", NULL, NULL, NULL, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	assert_false(store_in_gesture(store));
	assert_int_equal(store_count(store, &entity_document, NULL, value_text(NULL), NULL), 0);
	choice.session_id = 42;
	assert_false(paper_print(store, &choice, "x.pdf", NULL, NULL, NULL, &error));
	assert_error(error, ERROR_NOT_FOUND);
	g_clear_error(&error);
	choice.document = "posters";
	assert_false(paper_print(store, &choice, "x.pdf", NULL, NULL, NULL, &error));
	assert_error(error, ERROR_NOT_FOUND);
	g_clear_error(&error);
}

/* ---- lists --------------------------------------------------------------------------------- */

static gint64
event_listed(Store *store)
{
	gint64 event = event_held(store, NULL);
	gint64 roux = scene_participant(store, event, "Léa", "Roux", "registered", "=cmd@x.fr");
	gint64 elan = scene_participant(store, event, "Zoé", "Élan", "offered", "zoe@x.fr");
	commit(store);
	scene_change(store, &entity_attendee, roux, "organisation", value_text("DDETS du Gard"));
	scene_change(store, &entity_attendee, roux, "department", value_text("30"));
	scene_change(store, &entity_attendee, roux, "phone", value_text("+33467123456"));
	scene_change(store, &entity_attendee, elan, "organisation", value_text("Ville d’Alès"));
	scene_change(store, &entity_attendee, elan, "department", value_text("09"));
	begin(store);
	scene_participant(store, event, "Inès", "Abadie", "registered", NULL);
	return event;
}

static void
csv__is_a_table__for_spreadsheets(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = event_listed(fixture->store);
	commit(fixture->store);
	g_autofree char *text = csv_of(fixture, (struct paper_choice){.event_id = event});
	assert_text(text,
		    "\xef\xbb\xbfN°;Nom;Prénom;Fonction;Organisme;Département;Courriel;Téléphone;"
		    "Statut;Atelier\r\n"
		    "3;Abadie;Inès;;;;;;;\r\n"
		    "2;Élan;Zoé;;Ville d’Alès;09;zoe@x.fr;;place proposée;\r\n"
		    "1;Roux;Léa;;DDETS du Gard;30;'=cmd@x.fr;04 67 12 34 56;;\r\n");
	assert_int_equal(store_count(fixture->store, &entity_document, NULL, value_text(NULL),
				     NULL),
			 0);
}

static void
workbook__is__the_same_table(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = event_listed(fixture->store);
	commit(fixture->store);
	struct paper_choice choice = {.document = "attendees",
				      .event_id = event,
				      .format = PAPER_XLSX};
	struct printed printed = print_as(fixture, choice);
	g_autofree char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(printed.path, &bytes, &size, NULL));
	printed_clear(&printed);
	GError *error = NULL;
	Table *table = exchange_module()->read(bytes, size, NULL, &error);
	assert_no_error(error);
	assert_int_equal(table->head->len, 10);
	assert_int_equal(table->rows->len, 3);
	assert_text(table->sheet, "inscrits");
	const struct table_row *row = &g_array_index(table->rows, struct table_row, 1);
	assert_text(row->cells[0], "2");
	assert_text(row->cells[1], "Élan");
	assert_text(row->cells[5], "09");
	row = &g_array_index(table->rows, struct table_row, 2);
	assert_text(row->cells[6], "=cmd@x.fr");
	exchange_module()->free(table);
}

static void
shared_list__has__no_contact_details(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = event_listed(fixture->store);
	commit(fixture->store);
	g_autofree char *text = csv_of(fixture, (struct paper_choice){.event_id = event,
								      .shared = true,
								      .sort = "department"});
	assert_text(text, "\xef\xbb\xbfN°;Nom;Prénom;Fonction;Organisme;Département;Statut;Atelier"
			  "\r\n"
			  "2;Élan;Zoé;;Ville d’Alès;09;place proposée;\r\n"
			  "1;Roux;Léa;;DDETS du Gard;30;;\r\n"
			  "3;Abadie;Inès;;;;;\r\n");
}

static void
list__is_sorted__by_organisation(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = event_listed(fixture->store);
	commit(fixture->store);
	g_autofree char *text =
		csv_of(fixture, (struct paper_choice){.event_id = event, .sort = "organisation"});
	assert_true(strstr(text, "Roux") < strstr(text, "Élan"));
	assert_true(strstr(text, "Élan") < strstr(text, "Abadie"));
}

static void
list__keeps_its_version__in_another_order(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	gint64 event = event_listed(fixture->store);
	commit(fixture->store);
	struct paper_choice choice = {.document = "attendees", .event_id = event};
	struct printed first = print_as(fixture, choice);
	choice.sort = "organisation";
	choice.shared = true;
	struct printed other = print_as(fixture, choice);
	assert_int_equal(first.document->id, other.document->id);
	printed_clear(&first);
	printed_clear(&other);
}

static void
list__of_those_present__once_somebody_was(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	gint64 day;
	begin(store);
	gint64 event = event_held(store, &day);
	gint64 roux = scene_participant(store, event, "Léa", "Roux", "registered", NULL);
	gint64 elan = scene_participant(store, event, "Zoé", "Élan", "registered", NULL);
	gint64 diop = scene_participant(store, event, "Inès", "Diop", "registered", NULL);
	gint64 max = scene_attendee(store, event, scene_person(store, "Max", "Orateur"), "Max",
				    "Orateur", "speaker", "registered", NULL);
	commit(store);
	begin(store);
	gint64 am = scene_half_day(store, day, "am"), pm = scene_half_day(store, day, "pm");
	scene_mark(store, roux, am, "present", "2026-12-10T08:20:00Z");
	scene_mark(store, roux, pm, "absent", "2026-12-10T13:20:00Z");
	scene_mark(store, elan, am, "present", "2026-12-10T08:20:00Z");
	scene_mark(store, elan, am, "excused", "2026-12-10T08:30:00Z");
	scene_mark(store, diop, am, "represented", "2026-12-10T08:30:00Z");
	scene_mark(store, max, pm, "present", "2026-12-10T13:00:00Z");
	commit(store);
	g_autofree char *text =
		csv_of(fixture, (struct paper_choice){.event_id = event, .shared = true});
	assert_text(text, "\xef\xbb\xbfN°;Nom;Prénom;Fonction;Organisme;Département;Statut;Atelier"
			  "\r\n"
			  "4;Orateur;Max;;;;intervenant·e;\r\n"
			  "1;Roux;Léa;;;;;\r\n");
}

static void
workshops__are_those_given__else_those_wished(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	gint64 day;
	begin(store);
	gint64 event = event_held(store, &day);
	gint64 one = scene_session(store, event, day, "14:00", "15:00", "workshop", "Un", 0);
	gint64 two = scene_session(store, event, day, "15:00", "16:00", "workshop", "Deux", 0);
	gint64 roux = scene_participant(store, event, "Léa", "Roux", "registered", NULL);
	gint64 elan = scene_participant(store, event, "Zoé", "Élan", "registered", NULL);
	gint64 wish = scene_choice(store, roux, one, false);
	scene_choice(store, elan, two, false);
	commit(store);
	struct paper_choice choice = {.event_id = event, .shared = true, .sort = "workshop"};
	g_autofree char *wished = csv_of(fixture, choice);
	assert_non_null(strstr(wished, "Élan;Zoé;;;;;Deux\r\n1;Roux;Léa;;;;;Un\r\n"));
	scene_change(store, &entity_choice, wish, "assigned", value_integer(1));
	g_autofree char *given = csv_of(fixture, choice);
	assert_non_null(strstr(given, "1;Roux;Léa;;;;;Un\r\n2;Élan;Zoé;;;;;\r\n"));
}

/* ---- partners ------------------------------------------------------------------------------ */

static void
partners__stand__by_role_in_their_own_words(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = event_held(store, NULL);
	scene_partner(store, event, "DREETS", "fund");
	scene_partner(store, event, "Ville de Béziers", "partner");
	scene_partner(store, event, "Villes et Territoires", "organise");
	scene_partner(store, event, "IRTS", "organise");
	gint64 worded = scene_partner(store, event, "ANCT", "support");
	scene_partner(store, event, "Association des maires", "initiative");
	scene_partner(store, event, "SGAR", "partner");
	scene_partner(store, event, "CAF", "partner");
	commit(store);
	scene_change(store, &entity_partner, worded, "wording", value_text("avec le concours de"));
	scene_change(store, &entity_partner, worded, "name", value_text("l’Agence nationale"));
	g_autoptr(Rows) partners = store_of(store, &entity_partner, "event_id", event, NULL);
	g_autoptr(Rows) organisations = store_all(store, &entity_organisation, NULL);
	g_autofree char *sentence = partners_sentence(partners, organisations);
	assert_text(sentence,
		    "À l’initiative d’Association des maires, organisé par Villes et Territoires "
		    "et IRTS, avec le concours de l’Agence nationale, en partenariat avec Ville de "
		    "Béziers, SGAR et CAF, avec le soutien financier de DREETS");
	g_autoptr(Rows) none = store_of(store, &entity_partner, "event_id", 42, NULL);
	assert_null(partners_sentence(none, organisations));
}

/* The DDCS of 2019 became the DDETS in April 2021. */
static void
partners__stand__under_the_name_of_the_year(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	static const struct {
		const char *number, *date, *said;
	} cases[] = {
		{"2019-001", "2019-03-12", "En partenariat avec DDCS du Gard"},
		{"2021-001", "2021-04-01", "En partenariat avec DDETS du Gard"},
		{"2024-001", "2024-03-12", "En partenariat avec DDETS du Gard"},
		{"2020-001", "2020-12-31", "En partenariat avec DDCS du Gard"},
	};
	gint64 events[G_N_ELEMENTS(cases)], bodies[2]; /* the former, the new */
	begin(store);
	for (gsize i = 0; i < 2; i++) {
		struct organisation *organisation = entity_new(&entity_organisation);
		text_set(&organisation->name, i == 0 ? "DDCS du Gard" : "DDETS du Gard");
		bodies[i] = scene_insert(store, &entity_organisation, organisation);
	}
	/* whichever of the two names was chosen when it was typed */
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		events[i] = scene_event(store, cases[i].number, "Journée", "announced");
		scene_day(store, events[i], cases[i].date, NULL, NULL, 0);
		struct partner *partner = entity_new(&entity_partner);
		partner->event_id = events[i];
		partner->organisation_id = bodies[i % 2 == 0];
		partner->position = 0;
		text_set(&partner->role, "partner");
		scene_insert(store, &entity_partner, partner);
	}
	commit(store);
	scene_change(store, &entity_organisation, bodies[0], "succeeded_on",
		     value_text("2021-04-01"));
	scene_change(store, &entity_organisation, bodies[0], "successor_id",
		     value_integer(bodies[1]));
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(EventWhole) whole = event_whole_load(store, events[i], true, NULL);
		g_autofree char *sentence =
			partners_sentence(whole->partners, whole->organisations);
		assert_text(sentence, cases[i].said);
	}
	assert_int_equal(organisation_body(store, bodies[0]), bodies[1]);
	g_autoptr(GArray) names = organisation_names_of_body(store, bodies[1]);
	assert_int_equal(names->len, 2);
}

/* ---- for other programs -------------------------------------------------------------------- */

static const struct {
	const char *first, *last, *function, *organisation, *department;
} people[] = {
	{"Thị Minh Khai", "Nguyễn", "cheffe de projet", "Ville de Béziers", "34"},
	{"Łukasz", "Żółkiewski", "délégué du préfet", "Préfecture du Gard", "30"},
	{"محمد", "بن علي", "médiateur", "Association Les Amandiers", "11"},
	{"明", "王", "chercheuse", "Université Toulouse – Jean Jaurès", "31"},
	{"Élodie-Marie-Christine", "de La Rochefoucauld-Montbazon d’Alembert",
	 "directrice générale adjointe en charge de la cohésion sociale et de la politique de la "
	 "ville",
	 "Communauté d’agglomération du Grand Carcassonne et de ses environs (service cohésion)",
	 "11"},
	{"Jean-Baptiste", "Le Goff", NULL, NULL, NULL},
	{"=cmd|' /C calc'!A0", "\033]0;titre\a", "x", "y", "34"},
	{"Marie-Antoinette-Joséphine-Wilhelmine",
	 "Saint-Exupéry-Castelnau-Montmorency de Rochechouart-Mortemart-Vivonne-Tonnay-Charente",
	 "conseillère technique", "Région Occitanie", "31"},
	{"abc\u202etxt.exe", "Renversé", NULL, "Association \u202eeétnevnI\u202c", "66"},
	{"محمد", "بن سلمان", "باحث", "مركز الدراسات الحضرية", "34"},
	{"小明", "王", NULL, "中国城市研究所", "75"},
	{NULL, "Anonyme", NULL, NULL, NULL},
};

static gint64
sample_event(Store *store, const char *number, int n_days, int n_people)
{
	gint64 venue = scene_venue(store, "Hôtel de Région", "22 boulevard du Maréchal-Juin",
				   "Toulouse", "31");
	gint64 room = scene_room(store, venue, "Amphithéâtre Jean-Jaurès", 250);
	gint64 small = scene_room(store, venue, "Salle 12", 40);
	gint64 event = scene_event(store, number,
				   "Rencontre régionale des élu·es : politique de la ville et "
				   "participation citoyenne, une dynamique renouvelée ?",
				   "announced");
	static const char *const dates[] = {"2026-12-10", "2026-12-11", "2027-01-14"};
	gint64 workshops[2] = {0};
	for (int i = 0; i < n_days; i++) {
		gint64 day = scene_day(store, event, dates[i], "09:30", "16:00", venue);
		gint64 session = scene_session(store, event, day, "09:30", "12:00", "plenary",
					       "Ouverture et table ronde", room);
		workshops[0] = scene_session(store, event, day, "14:00", "16:00", "workshop",
					     "Atelier 1 : l’emploi", room);
		workshops[1] = scene_session(store, event, day, "14:00", "16:00", "workshop",
					     "Atelier 2 : la santé dans les quartiers, agir à "
					     "plusieurs et dans la durée",
					     small);
		gint64 person = scene_person(store, "Awa", i == 0 ? "Ndiaye" : "Traoré");
		scene_attendee(store, event, person, "Awa", i == 0 ? "Ndiaye" : "Traoré", "speaker",
			       "registered", NULL);
		scene_speaker(store, event, session, person, "confirmed");
	}
	for (int i = 0; i < n_people; i++) {
		gsize k = (gsize)i % G_N_ELEMENTS(people);
		struct attendee *attendee = entity_new(&entity_attendee);
		g_autofree char *last = i < (int)G_N_ELEMENTS(people)
						? g_strdup(people[k].last)
						: g_strdup_printf("%s %d", people[k].last, i);
		attendee->event_id = event;
		attendee->person_id = scene_person(store, people[k].first, last);
		attendee->number = g_strdup_printf("%d", i + 10);
		text_set(&attendee->first_name, people[k].first);
		text_set(&attendee->last_name, last);
		text_set(&attendee->function, people[k].function);
		text_set(&attendee->organisation, people[k].organisation);
		text_set(&attendee->department, people[k].department);
		text_set(&attendee->email, "prenom.nom@collectivite.example.fr");
		text_set(&attendee->phone, "+33467123456");
		text_set(&attendee->part, "participant");
		text_set(&attendee->status, i % 9 == 8 ? "offered" : "registered");
		text_set(&attendee->origin, "form");
		text_set(&attendee->registered_at, "2026-11-01T08:30:00Z");
		text_set(&attendee->photo, i % 5 == 3 ? "refuses" : "accepts");
		gint64 id = scene_insert(store, &entity_attendee, attendee);
		if (n_days == 1)
			scene_choice(store, id, workshops[i % 2], true);
	}
	scene_partner(store, event, "Villes et Territoires", "organise");
	scene_partner(store, event, "ANCT", "partner");
	return event;
}

static void
sample_print(Store *store, const char *folder, const char *name, const struct paper_choice *choice)
{
	GError *error = NULL;
	guint pages = 0;
	g_autofree char *path = g_build_filename(folder, name, NULL);
	if (!paper_print(store, choice, path, NULL, &pages, NULL, &error))
		g_error("%s", error->message);
	printf("%s|%u\n", name, pages);
}

/* What is cut and hung: "badges-30.pdf" and the others, and the codes that badges must bear. */
static void
sample_cards(Store *store, const char *folder, const char *ending, gint64 event_id)
{
	static const char *const documents[] = {"badges", "name-cards", "door-signs"};
	for (gsize i = 0; i < G_N_ELEMENTS(documents); i++) {
		struct paper_choice choice = {.document = documents[i],
					      .event_id = event_id,
					      .everyone = true};
		g_autofree char *name = g_strconcat(documents[i], ending, NULL);
		sample_print(store, folder, name, &choice);
	}
	g_autoptr(GString) codes = g_string_new(NULL);
	g_autoptr(Rows) rows = store_of(store, &entity_attendee, "event_id", event_id, NULL);
	for (guint i = 0; i < rows->n; i++) {
		char code[BADGE_LETTERS + 1];
		badge_code(((struct attendee *)rows->row[i])->uid, code);
		g_string_append_printf(codes, "%s\n", code);
	}
	g_autofree char *path = g_strdup_printf("%s/codes%s", folder, ending);
	g_file_set_contents(path, codes->str, -1, NULL);
}

static void
samples_write(struct fixture *fixture, const char *folder)
{
	static const struct {
		const char *name;
		int days, people;
	} sheets[] = {{"sheet-0.pdf", 1, 0},
		      {"sheet-1.pdf", 1, 1},
		      {"sheet-30.pdf", 1, 30},
		      {"sheet-300.pdf", 1, 300},
		      {"sheet-days.pdf", 3, 30}};
	Store *store = fixture->store;
	gint64 event = 0;
	begin(store);
	setting_set(store, "centre_name", "Centre de ressources Villes & Territoires", NULL);
	setting_set(store, "centre_address", "1 rue de l’Église\n34000 Montpellier", NULL);
	setting_set(store, "funders_mention", "Avec le soutien de l’État et de la Région", NULL);
	commit(store);
	for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++) {
		g_autofree char *number = g_strdup_printf("2026-%03d", (int)i + 1);
		begin(store);
		event = sample_event(store, number, sheets[i].days, sheets[i].people);
		commit(store);
		struct paper_choice choice = {.document = "sign-in", .event_id = event};
		sample_print(store, folder, sheets[i].name, &choice);
		sample_cards(store, folder, strchr(sheets[i].name, '-'), event);
	}
	g_autoptr(Rows) sessions = store_of(store, &entity_session, "event_id", event, NULL);
	struct paper_choice one = {.document = "sign-in",
				   .event_id = event,
				   .session_id = ((struct session *)sessions->row[0])->id};
	sample_print(store, folder, "sheet-session.pdf", &one);
	struct paper_choice list = {.document = "attendees", .event_id = event};
	sample_print(store, folder, "list.pdf", &list);
	list.shared = true;
	list.sort = "organisation";
	sample_print(store, folder, "list-shared.pdf", &list);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		TEST(sheet__has__those_who_have_a_seat_by_name),
		TEST(sheet__numbers__speakers),
		TEST(version__stays__as_long_as_the_sheet_shows_the_same),
		TEST(undo__passes_over__what_was_printed),
		TEST(session_sheet__has__those_given_to_it),
		TEST(sheets__of_many_people__have_many_pages),
		TEST(checks__are_said__and_the_sheet_is_made_all_the_same),
		TEST(dry_run__writes__nothing),
		TEST(paper__goes_to__the_output_folder_under_a_readable_name),
		TEST(paper__that_cannot_be_written__counts_no_version),
		TEST(csv__is_a_table__for_spreadsheets),
		TEST(workbook__is__the_same_table),
		TEST(shared_list__has__no_contact_details),
		TEST(list__is_sorted__by_organisation),
		TEST(list__keeps_its_version__in_another_order),
		TEST(list__of_those_present__once_somebody_was),
		TEST(workshops__are_those_given__else_those_wished),
		TEST(partners__stand__by_role_in_their_own_words),
		TEST(partners__stand__under_the_name_of_the_year),
	};
	i18n_set_language("fr");
	if (argc != 2)
		return test_run("paper", tests);
	void *state = NULL;
	if (fixture_open(&state) != 0)
		return 1;
	samples_write(state, argv[1]);
	return fixture_close(&state);
}
