#include "app/practice.h"

#include <string.h>

#include "app/noun.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/reference.h"

/* ---- searching ----------------------------------------------------------------------------------
 */

/* The territory that the sheet points to, by its code or its département's. */
static bool
code_is_of(Store *store, const struct practice *practice, const char *typed)
{
	struct territory *territory =
		practice->territory_id != 0
			? store_get(store, &entity_territory, practice->territory_id, NULL)
			: NULL;
	bool is = territory != NULL && (g_ascii_strcasecmp(territory->code, typed) == 0 ||
					g_strcmp0(territory->department, typed) == 0);
	entity_free(&entity_territory, territory);
	return is;
}

static bool
is_of_territory(Store *store, const struct practice *practice, const char *typed)
{
	g_autofree char *wanted = text_search_key(typed);
	g_autofree char *written = text_search_key(practice->territory);
	return strstr(written, wanted) != NULL || code_is_of(store, practice, typed);
}

static char *
theme_key(Store *store, gint64 id)
{
	struct theme *theme = id != 0 ? store_get(store, &entity_theme, id, NULL) : NULL;
	char *key = g_strdup(theme != NULL ? theme->search_key : "");
	entity_free(&entity_theme, theme);
	return key;
}

static bool
has_words(Store *store, const struct practice *practice, const char *typed)
{
	g_autofree char *folded = text_words_key(typed);
	g_auto(GStrv) words = g_strsplit(folded, " ", -1);
	g_autofree char *theme = theme_key(store, practice->theme_id);
	for (guint i = 0; words[i] != NULL; i++)
		if (strstr(practice->search_key, words[i]) == NULL &&
		    strstr(theme, words[i]) == NULL)
			return false;
	return true;
}

static bool
answers(Store *store, const struct practice *practice, const struct practice_search *search)
{
	return (search->theme_id == 0 || practice->theme_id == search->theme_id) &&
	       (search->territory == NULL || is_of_territory(store, practice, search->territory)) &&
	       (search->words == NULL || has_words(store, practice, search->words));
}

Rows *
practices_find(Store *store, const struct practice_search *search, GError **error)
{
	Rows *rows = store_all(store, &entity_practice, error);
	guint kept = 0;
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		if (answers(store, rows->row[i], search))
			rows->row[kept++] = rows->row[i];
		else
			entity_free(&entity_practice, rows->row[i]);
	}
	if (rows != NULL)
		rows->n = kept;
	return rows;
}

Rows *
practices_shown_at(Store *store, gint64 event_id, gint64 session_id, GError **error)
{
	return session_id != 0 ? store_of(store, &entity_practice, "session_id", session_id, error)
			       : store_of(store, &entity_practice, "event_id", event_id, error);
}

/* ---- the sheet as text --------------------------------------------------------------------------
 */

/* "Zoé ÉLAN, cheffe de projet, Ville de Lodève, zoe.elan@example.fr": as far as it is known. */
static char *
contact_text(Store *store, const struct practice *practice)
{
	bool agreed = g_strcmp0(practice->contact_agreed, "yes") == 0;
	struct person *person =
		agreed && practice->person_id != 0
			? store_get(store, &entity_person, practice->person_id, NULL)
			: NULL;
	if (person == NULL)
		return NULL;
	struct organisation *body =
		person->organisation_id != 0
			? store_get(store, &entity_organisation, person->organisation_id, NULL)
			: NULL;
	g_autofree char *name = name_shown(person->first_name, person->last_name);
	const char *const parts[] = {name, person->function, body != NULL ? body->name : NULL,
				     person->email, person->phone};
	GString *text = g_string_new(NULL);
	for (gsize i = 0; person->erased_at == NULL && i < G_N_ELEMENTS(parts); i++)
		if (parts[i] != NULL)
			g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
	entity_free(&entity_organisation, body);
	entity_free(&entity_person, person);
	bool none = text->len == 0;
	char *contact = g_string_free(text, none);
	return none ? NULL : contact;
}

static void
part_add(GString *text, const char *label, const char *value, bool lines)
{
	if (value == NULL || *value == '\0')
		return;
	g_autofree char *line = g_strdup_printf(_("%s: %s"), label, value);
	if (lines)
		g_string_append_printf(text, "\n%s\n%s\n", label, value);
	else
		g_string_append_printf(text, "%s\n", line);
}

/* A key of the noun under its own label. */
static void
key_add(Store *store, GString *text, const struct practice *practice, const char *name)
{
	const struct noun_key *key = noun_key(&noun_practice, name);
	const struct field *field = noun_field(&noun_practice, key);
	g_autofree char *value = noun_text(store, &noun_practice, key, practice);
	part_add(text, noun_key_label(&noun_practice, key), value,
		 field != NULL && field->kind == FIELD_LONG);
}

char *
practice_text(Store *store, const struct practice *practice)
{
	static const char *const keys[] = {"territory", "theme",       "audience", "event",
					   "session",   "description", "results",  "documents"};
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *contact = contact_text(store, practice);
	g_autofree char *written = date_text(practice->written_on, DATE_LONG);
	g_string_append_printf(text, "%s\n\n", practice->title);
	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
		key_add(store, text, practice, keys[i]);
	part_add(text, _("Contact"), contact, true);
	g_string_append_c(text, '\n');
	part_add(text, _("Written on"), written, false);
	return text_for_file(text->str, true);
}
