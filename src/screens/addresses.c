#include "screens/addresses.h"

#include "app/output.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/person.h"
#include "core/programme.h"
#include "core/status.h"
#include "tui/chooser.h"
#include "tui/loop.h"
#include "tui/result.h"

/* The person whom a row of the list speaks of; 0: nobody who is to be written to. */
static gint64
person_of_row(Store *store, const struct noun *noun, gint64 id)
{
	if (noun == &noun_person)
		return id;
	void *row = store_get(store, noun->entity, id, NULL);
	if (row == NULL)
		return 0;
	gint64 person = noun == &noun_speaker ? ((const struct speaker *)row)->person_id
			: ((const struct attendee *)row)->live == 1
				? ((const struct attendee *)row)->person_id
				: 0;
	entity_free(noun->entity, row);
	return person;
}

static GArray *
people_of(Store *store, struct list *list)
{
	GArray *people = g_array_new(FALSE, FALSE, sizeof(gint64));
	guint n = 0;
	g_autofree gint64 *ids = list_targets(list, &n);
	for (guint i = 0; i < n; i++) {
		gint64 person = person_of_row(store, list->spec->noun, ids[i]);
		if (person != 0)
			g_array_append_val(people, person);
	}
	return people;
}

/* ---- telling ------------------------------------------------------------------------------------
 */

void
addresses_give(struct ui *ui, const struct addresses *addresses)
{
	g_autofree char *path = NULL;
	GError *error = NULL;
	if (addresses->n == 0) {
		ui_say(ui, TOAST_NOTE,
		       _("Nobody to write to: %u oppose, %u have no usable address"),
		       addresses->opposed, addresses->unusable);
		return;
	}
	g_autofree char *line = g_strconcat(addresses->list, "\n", NULL);
	if (!output_text(ui->store, _("addresses"), "txt", line, &path, &error)) {
		ui_fail(ui, error);
		return;
	}
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(lines,
			g_strdup(loop_copy(addresses->list)
					 ? _("They are on the clipboard of your terminal, if "
					     "it allows that: paste them into the field “Bcc”")
					 : _("This terminal has no clipboard: open the file")));
	if (addresses->opposed > 0)
		g_ptr_array_add(lines, g_strdup_printf(i18n_count("! %u person left out: opposed",
								  "! %u people left out: opposed",
								  addresses->opposed),
						       addresses->opposed));
	if (addresses->unusable > 0)
		g_ptr_array_add(
			lines, g_strdup_printf(i18n_count("! %u person left out: no usable address",
							  "! %u people left out: no usable address",
							  addresses->unusable),
					       addresses->unusable));
	g_autofree char *what =
		g_strdup_printf(i18n_count("%u address", "%u addresses", addresses->n),
				addresses->n);
	result_show(ui, what, path, lines);
}

/* ---- asking -------------------------------------------------------------------------------------
 */

static void
purpose_chosen(struct ui *ui, guint index, gpointer user)
{
	const GArray *people = user;
	const char *purpose = code_consent_purposes.codes[index].code;
	struct addresses addresses;
	GError *error = NULL;
	if (addresses_collect(ui->store, (const gint64 *)(const void *)people->data, people->len,
			      purpose, &addresses, &error))
		addresses_give(ui, &addresses);
	ui_fail(ui, error);
	addresses_clear(&addresses);
}

void
addresses_ask(struct list *list, struct ui *ui)
{
	GArray *people = people_of(ui->store, list);
	if (people->len == 0) {
		g_array_unref(people);
		ui_say(ui, TOAST_NOTE, _("Nobody to write to"));
		return;
	}
	g_autofree char *title =
		g_strdup_printf(i18n_count("Copy the address of %u person, to write about:",
					   "Copy the addresses of %u people, to write about:",
					   people->len),
				people->len);
	struct chooser *chooser =
		chooser_new(title, purpose_chosen, people, (GDestroyNotify)g_array_unref);
	for (guint i = 0; i < code_consent_purposes.n; i++)
		chooser_add(chooser, code_text(&code_consent_purposes.codes[i]), NULL);
	chooser_show(chooser, ui, 0);
}
