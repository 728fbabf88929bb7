/* A workshop given at the door, to whoever comes without one or wants another. */
#include "app/workshops.h"
#include "base/i18n.h"
#include "screens/door_private.h"
#include "tui/chooser.h"

struct giving {
	struct door *door;
	gint64 attendee_id;
	GArray *sessions; /* gint64 */
};

static void
giving_free(gpointer pointer)
{
	struct giving *giving = pointer;
	g_array_unref(giving->sessions);
	g_free(giving);
}

static void
workshop_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct giving *giving = user;
	gint64 session = g_array_index(giving->sessions, gint64, index), gesture = 0;
	GError *error = NULL;
	if (!ui_begin(ui, "workshop_give"))
		return;
	store_about(ui->store, &entity_attendee, giving->attendee_id, giving->door->event_id, 1);
	if (!workshop_give(ui->store, giving->attendee_id, session, 0, NULL, &error) ||
	    !store_commit(ui->store, &gesture, &error)) {
		if (store_in_gesture(ui->store))
			store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	g_autofree char *given = attendee_workshops(ui->store, giving->attendee_id);
	struct recent done = {.gesture = gesture, .attendee_id = giving->attendee_id};
	if (gesture != 0) {
		done.words = door_words(giving->door, ui->store, giving->attendee_id, given);
		door_done(giving->door, done);
	}
	door_hear(giving->door, ui->store, giving->attendee_id);
}

static const struct workshop_attendee *
person_find(const Workshops *workshops, gint64 attendee_id)
{
	for (guint i = 0; i < workshops->people->len; i++)
		if (workshops_person(workshops, i)->attendee_id == attendee_id)
			return workshops_person(workshops, i);
	return NULL;
}

/* "mar. 8 déc. 14h–15h30 · 12/15 · wish 1". */
static char *
workshop_detail(const Workshops *workshops, const struct workshop_attendee *person, int at)
{
	const struct workshop *workshop = workshop_at(workshops, at);
	const struct workshop_place *place = &person->places[workshop->group];
	GString *detail = g_string_new(NULL);
	if (workshops->n_groups > 1 && *workshop->when != '\0')
		g_string_append_printf(detail, "%s · ", workshop->when);
	g_string_append_printf(detail, "%u", workshop->assigned);
	if (workshop->capacity > 0)
		g_string_append_printf(detail, "/%d", (int)workshop->capacity);
	for (guint i = 0; i < place->n_wishes; i++)
		if ((int)place->wishes[i] == at)
			g_string_append_printf(detail, " · %s %u", _("wish"), i + 1);
	return g_string_free(detail, FALSE);
}

static void
workshop_ask(struct door *door, struct ui *ui, const Workshops *workshops,
	     const struct workshop_attendee *person)
{
	struct giving *giving = g_new0(struct giving, 1);
	*giving = (struct giving){door, person->attendee_id,
				  g_array_new(FALSE, FALSE, sizeof(gint64))};
	struct chooser *chooser = chooser_new(person->name, workshop_chosen, giving, giving_free);
	guint start = 0;
	for (guint i = 0; i < workshops->list->len; i++) {
		const struct workshop *workshop = workshop_at(workshops, (int)i);
		g_autofree char *detail = workshop_detail(workshops, person, (int)i);
		if (person->places[workshop->group].given == (int)i)
			start = i;
		chooser_add(chooser, workshop->title, detail);
		g_array_append_val(giving->sessions, workshop->session_id);
	}
	chooser_show(chooser, ui, start);
}

void
door_workshop(struct door *door, struct ui *ui, gint64 attendee_id)
{
	GError *error = NULL;
	g_autoptr(Workshops) workshops = workshops_load(ui->store, door->event_id, &error);
	ui_fail(ui, error);
	if (workshops == NULL)
		return;
	const struct workshop_attendee *person =
		attendee_id != 0 ? person_find(workshops, attendee_id) : NULL;
	if (workshops->list->len == 0)
		ui_say(ui, TOAST_NOTE,
		       _("No workshops of the same time: the programme makes them"));
	else if (person == NULL)
		ui_say(ui, TOAST_NOTE, _("Choose somebody who is registered first"));
	else
		workshop_ask(door, ui, workshops, person);
}
