#include "screens/rights.h"

#include "app/consent.h"
#include "app/gesture.h"
#include "app/personal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/person.h"
#include "core/status.h"
#include "screens/rows_work.h"
#include "tui/chooser.h"
#include "tui/prompt.h"
#include "tui/result.h"

static char *
person_name(Store *store, gint64 id)
{
	struct person *person = store_get(store, &entity_person, id, NULL);
	char *name = person != NULL ? noun_name(store, &noun_person, person) : NULL;
	entity_free(&entity_person, person);
	return name != NULL ? name : g_strdup("");
}

/* ---- consents -----------------------------------------------------------------------------------
 */

struct consent_request {
	gint64 person_id;
	const char *purpose;
	bool agreed;
};

static bool
consent_said(struct ui *ui, const char *typed, gpointer user)
{
	const struct consent_request *request = user;
	GError *error = NULL;
	char today[11];
	g_autofree char *origin = text_accept(typed, false, NULL);
	if (!ui_begin(ui, "consent_set"))
		return false;
	store_today(ui->store, today);
	store_about(ui->store, &entity_person, request->person_id, 0, 1);
	if (!consent_note(ui->store, request->person_id, request->purpose, request->agreed, today,
			  origin, &error)) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return false;
	}
	g_autofree char *what = gesture_phrase("consent_set", 1);
	return ui_commit(ui, what);
}

static void
consent_answered(struct ui *ui, guint index, gpointer user)
{
	struct consent_request *request = g_memdup2(user, sizeof *request);
	request->agreed = index == 0;
	prompt_show(ui, request->agreed ? _("Agrees") : _("Opposes"),
		    _("Where and how it was said: “e-mail of 3 March”, “form of the day” (may stay "
		      "empty)"),
		    NULL, consent_said, request, g_free);
}

static void
purpose_chosen(struct ui *ui, guint index, gpointer user)
{
	struct consent_request *request = g_new0(struct consent_request, 1);
	request->person_id = *(const gint64 *)user;
	request->purpose = code_consent_purposes.codes[index].code;
	struct chooser *chooser = chooser_new(code_text(&code_consent_purposes.codes[index]),
					      consent_answered, request, g_free);
	chooser_add(chooser, _("Agrees"), NULL);
	chooser_add(chooser, _("Opposes"), NULL);
	chooser_show(chooser, ui, 0);
}

static const char *
consent_state_text(enum consent_state state)
{
	return state == CONSENT_GIVEN     ? _("agrees")
	       : state == CONSENT_OPPOSED ? _("opposes")
					  : _("has not said");
}

static void
consents_show(struct ui *ui, gint64 person_id)
{
	struct chooser *chooser = chooser_new(_("Consents and oppositions"), purpose_chosen,
					      g_memdup2(&person_id, sizeof person_id), g_free);
	for (guint i = 0; i < code_consent_purposes.n; i++) {
		const struct code *purpose = &code_consent_purposes.codes[i];
		chooser_add(chooser, code_text(purpose),
			    consent_state_text(consent_state(ui->store, person_id, purpose->code)));
	}
	chooser_show(chooser, ui, 0);
}

/* ---- all that is held ---------------------------------------------------------------------------
 */

static void
held_show(struct ui *ui, gint64 person_id)
{
	GError *error = NULL;
	g_autofree char *name = person_name(ui->store, person_id);
	g_autofree char *text = personal_text(ui->store, person_id, &error);
	if (text != NULL)
		result_read(ui, name, text);
	ui_fail(ui, error);
}

static void
held_write(struct ui *ui, gint64 person_id)
{
	GError *error = NULL;
	g_autofree char *readable = NULL;
	g_autofree char *machine = NULL;
	g_autoptr(GPtrArray) lines = g_ptr_array_new();
	if (!personal_files(ui->store, person_id, &readable, &machine, &error)) {
		ui_fail(ui, error);
		return;
	}
	g_ptr_array_add(lines, machine);
	result_show(ui, _("All that is held, to be given to the person"), readable, lines);
}

/* ---- erasure ------------------------------------------------------------------------------------
 */

struct forget_request {
	guint n;
	gint64 *people;
};

static void
forget_request_free(gpointer pointer)
{
	struct forget_request *request = pointer;
	g_free(request->people);
	g_free(request);
}

static char *
sentences_joined(const struct forgotten *forgotten, bool dry_run)
{
	g_autoptr(GPtrArray) said = forgotten_sentences(forgotten, dry_run);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < said->len; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "",
				       (const char *)said->pdata[i]);
	return g_string_free(text, FALSE);
}

static void
forget_confirmed(struct ui *ui, guint index, gpointer user)
{
	const struct forget_request *request = user;
	struct forgotten forgotten = {.copies = NULL};
	GError *error = NULL;
	if (index != 1)
		return;
	if (people_forget(ui->store, request->people, request->n, false, &forgotten, &error)) {
		g_autofree char *title = gesture_phrase("person_forget", request->n);
		g_autofree char *text = sentences_joined(&forgotten, false);
		result_read(ui, title, text);
	}
	ui_fail(ui, error);
	forgotten_clear(&forgotten);
	ui_reload(ui);
}

/* Tried first, so that the question says what it is about; it cannot be undone. */
static void
forget_ask(struct ui *ui, gint64 *people, guint n)
{
	struct forgotten forgotten = {.copies = NULL};
	struct forget_request *request = g_new(struct forget_request, 1);
	*request = (struct forget_request){n, people};
	GError *error = NULL;
	if (!people_forget(ui->store, people, n, true, &forgotten, &error)) {
		ui_fail(ui, error);
		forgotten_clear(&forgotten);
		forget_request_free(request);
		return;
	}
	g_autofree char *name = person_name(ui->store, people[0]);
	g_autofree char *title =
		n == 1 ? g_strdup_printf(_("Forget %s?"), name)
		       : g_strdup_printf(i18n_count("Forget %u person?", "Forget %u people?", n),
					 n);
	g_autofree char *counts = sentences_joined(&forgotten, true);
	g_autofree char *text = g_strdup_printf("%s\n%s",
						_("Names, addresses, texts and answers are erased, "
						  "in the history too. Every count "
						  "stays what it is. This cannot be undone."),
						counts);
	struct chooser *chooser =
		chooser_new(title, forget_confirmed, request, forget_request_free);
	chooser_explain(chooser, text);
	chooser_add(chooser, _("Keep"), NULL);
	chooser_add(chooser, _("Forget for good"), NULL);
	chooser_show(chooser, ui, 0);
	forgotten_clear(&forgotten);
}

void
rights_forget(struct list *list, struct ui *ui)
{
	guint n = 0;
	gint64 *people = list_targets(list, &n);
	if (n > 0)
		forget_ask(ui, people, n);
	else
		g_free(people);
}

/* ---- asked again --------------------------------------------------------------------------------
 */

static bool
contact_note(Store *store, const struct rows_order *order, gint64 id, GError **error)
{
	char today[11];
	struct person *person = store_get(store, &entity_person, id, error);
	(void)order;
	if (person == NULL)
		return false;
	store_today(store, today);
	text_set(&person->last_contact, today);
	bool done = store_update(store, &entity_person, person, error);
	entity_free(&entity_person, person);
	return done;
}

void
rights_asked_today(struct list *list, struct ui *ui)
{
	guint n = 0;
	gint64 *people = list_targets(list, &n);
	rows_work(ui,
		  &(struct rows_order){.noun = &noun_person,
				       .action = "person_edit",
				       .each = contact_note},
		  people, n);
}

/* ---- the dialogue -------------------------------------------------------------------------------
 */

static void
forget_one(struct ui *ui, gint64 person_id)
{
	forget_ask(ui, g_memdup2(&person_id, sizeof person_id), 1);
}

static const struct {
	const char *label;
	void (*run)(struct ui *ui, gint64 person_id);
} rights[] = {
	{N_("Consents and oppositions"), consents_show},
	{N_("Read all that is held"), held_show},
	{N_("Put all that is held into a file, for the person"), held_write},
	{N_("Forget this person"), forget_one},
};

static void
right_chosen(struct ui *ui, guint index, gpointer user)
{
	rights[index].run(ui, *(const gint64 *)user);
}

void
rights_open(struct ui *ui, gint64 person_id)
{
	if (person_id == 0)
		return;
	g_autofree char *name = person_name(ui->store, person_id);
	struct chooser *chooser =
		chooser_new(name, right_chosen, g_memdup2(&person_id, sizeof person_id), g_free);
	for (gsize i = 0; i < G_N_ELEMENTS(rights); i++)
		chooser_add(chooser, _(rights[i].label), NULL);
	chooser_show(chooser, ui, 0);
}
