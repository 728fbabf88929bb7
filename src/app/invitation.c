/* Personal invitations: one file for each attendee and entry of the event. */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/calendar_words.h"
#include "app/modules.h"
#include "app/output.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/person.h"
#include "core/status.h"

#define NAME_BYTES 120

/** Somebody to invite. */
struct guest {
	char *name;  /* "Zoé Élan" */
	char *email; /* the very address the message will go to */
	char *file;  /* "Élan Zoé", alone of its kind in the event */
	bool refused;
};

struct mailing {
	const struct ical_module *ical;
	struct calendar_organizer organizer;
	CalendarWords *words;
	const char *folder;
	char *number; /* of the event, fit for a file's name */
	GPtrArray *guests;
	GPtrArray *files;
	GPtrArray *unreached;
	GPtrArray *notes;
	guint entries;
};

static void
text_add(GPtrArray *texts, const char *text)
{
	if (texts != NULL)
		g_ptr_array_add(texts, g_strdup(text));
}

static void
guest_free(gpointer pointer)
{
	struct guest *guest = pointer;
	g_free(guest->name);
	g_free(guest->email);
	g_free(guest->file);
	g_free(guest);
}

/* ---- who ----------------------------------------------------------------------------------------
 */

/* Whoever waits for a seat is not invited before there is one. */
static bool
is_invited(const struct attendee *attendee)
{
	return code_is(&code_attendee_statuses, attendee->status, CODE_LIVE) &&
	       !code_is(&code_attendee_statuses, attendee->status, CODE_WAITS);
}

static bool
is_chosen(const struct attendee *attendee, const gint64 *to, guint n_to)
{
	if (to == NULL)
		return true;
	for (guint i = 0; i < n_to; i++)
		if (to[i] == attendee->id)
			return true;
	return false;
}

/* The address as declared, else the one that the directory has. NULL when neither is usable. */
static char *
address_of(Store *store, const struct attendee *attendee)
{
	if (attendee->email != NULL && text_is_email(attendee->email))
		return g_strdup(attendee->email);
	struct person *person = store_get(store, &entity_person, attendee->person_id, NULL);
	char *email = person != NULL && person->email_key != NULL ? g_strdup(person->email) : NULL;
	entity_free(&entity_person, person);
	return email;
}

/* "Élan Zoé"; some systems take two names for one when only case differs. */
static char *
file_key(const struct attendee *attendee, char **name)
{
	g_autofree char *listed = name_listed(attendee->first_name, attendee->last_name);
	*name = text_file_name(listed, NAME_BYTES);
	return g_utf8_casefold(*name, -1);
}

/* Namesakes are told apart by their numbers, whoever is invited this time. */
static GHashTable *
namesakes_count(const Rows *attendees)
{
	GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < attendees->n; i++) {
		g_autofree char *name = NULL;
		char *key = file_key(attendees->row[i], &name);
		guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
		g_hash_table_replace(counts, key, GUINT_TO_POINTER(count + 1));
	}
	return counts;
}

/* A name that ends with another's number is possible too: it gets its own number as well. */
static char *
file_of(const struct attendee *attendee, GHashTable *counts)
{
	char *name = NULL;
	g_autofree char *key = file_key(attendee, &name);
	g_autofree char *number = text_file_name(attendee->number, 20);
	while (GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) > 1) {
		char *numbered = g_strdup_printf("%s %s", name, number);
		g_free(name);
		g_free(key);
		name = numbered;
		key = g_utf8_casefold(name, -1);
		guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
		g_hash_table_replace(counts, g_strdup(key), GUINT_TO_POINTER(count + 1));
	}
	return name;
}

static void
guest_add(struct mailing *mailing, Store *store, const struct attendee *attendee,
	  GHashTable *counts)
{
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	char *email = address_of(store, attendee);
	if (email == NULL) {
		text_add(mailing->unreached, name);
		return;
	}
	struct guest *guest = g_new0(struct guest, 1);
	guest->file = file_of(attendee, counts);
	guest->name = g_steal_pointer(&name);
	guest->email = email;
	g_ptr_array_add(mailing->guests, guest);
}

static bool
guests_load(struct mailing *mailing, Store *store, gint64 event_id, const gint64 *to, guint n_to,
	    GError **error)
{
	g_autoptr(Rows) rows = store_of(store, &entity_attendee, "event_id", event_id, error);
	if (rows == NULL)
		return false;
	g_autoptr(GHashTable) counts = namesakes_count(rows);
	for (guint i = 0; i < rows->n; i++) {
		const struct attendee *attendee = rows->row[i];
		if (!is_chosen(attendee, to, n_to))
			continue;
		if (is_invited(attendee)) {
			guest_add(mailing, store, attendee, counts);
		} else if (to != NULL && mailing->notes != NULL) {
			g_autofree char *name =
				name_shown(attendee->first_name, attendee->last_name);
			g_ptr_array_add(mailing->notes,
					g_strdup_printf(_("%s is not invited: %s"), name,
							code_label(&code_attendee_statuses,
								   attendee->status)));
		}
	}
	return true;
}

/* ---- files --------------------------------------------------------------------------------------
 */

static bool
memory_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	g_string_append_len(user, bytes, (gssize)size);
	return true;
}

/* "2026-014 Élan Zoé jour 1.ics". */
static char *
invitation_path(const struct mailing *mailing, const struct guest *guest,
		const struct calendar_row *row)
{
	g_autofree char *day = NULL;
	if (row->day_count > 1 && row->last_date == NULL)
		day = g_strdup_printf(_(" day %d"), (int)row->day_number);
	g_autofree char *name = g_strdup_printf("%s %s%s.ics", mailing->number, guest->file,
						day != NULL ? day : "");
	return g_build_filename(mailing->folder, name, NULL);
}

/* A guest whom the calendar refuses (the organiser's own address) is named once. */
static void
guest_refuse(struct mailing *mailing, struct guest *guest, const char *reason)
{
	if (guest->refused)
		return;
	guest->refused = true;
	text_add(mailing->unreached, guest->name);
	text_add(mailing->notes, reason);
}

static bool
invitation_write(struct mailing *mailing, const struct calendar_row *row,
		 const struct calendar_item *item, struct guest *guest, GError **error)
{
	struct calendar_invitation invitation = {.item = *item,
						 .organizer = mailing->organizer,
						 .attendee_name = guest->name,
						 .attendee_email = guest->email};
	g_autoptr(GString) file = g_string_new(NULL);
	GError *reason = NULL;
	if (!mailing->ical->invitation(&invitation, memory_sink, file, &reason)) {
		guest_refuse(mailing, guest, reason->message);
		g_error_free(reason);
		return true;
	}
	g_autofree char *path = invitation_path(mailing, guest, row);
	if (!output_file(path, file->str, file->len, error))
		return false;
	text_add(mailing->files, path);
	return true;
}

/* The entry is the public one: same uid, same sequence (rule D5). */
static bool
mailing_take(const struct calendar_row *row, gpointer user, GError **error)
{
	struct mailing *mailing = user;
	struct calendar_item item;
	calendar_words_item(mailing->words, row, &item);
	mailing->entries++;
	for (guint i = 0; i < mailing->guests->len; i++)
		if (!invitation_write(mailing, row, &item, g_ptr_array_index(mailing->guests, i),
				      error))
			return false;
	return true;
}

static bool
mailing_run(struct mailing *mailing, Store *store, gint64 event_id, GError **error)
{
	struct calendar_filter filter = {.event_id = event_id};
	if (g_mkdir_with_parents(mailing->folder, 0700) != 0)
		return fail(error, ERROR_IO, _("the folder “%s” cannot be made: %s"),
			    mailing->folder, g_strerror(errno));
	if (!calendar_rows(store, &filter, mailing_take, mailing, error))
		return false;
	return mailing->entries > 0 ||
	       fail(error, ERROR_INVALID,
		    _("the event has no day that a calendar could show: give it a date first"));
}

/* Nobody is invited to what does not take place on its day. */
static struct event *
event_to_invite(Store *store, gint64 event_id, GPtrArray *notes, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	if (event == NULL)
		return NULL;
	switch (calendar_state(event->status)) {
	case CALENDAR_PLANNED:
		if (notes != NULL)
			g_ptr_array_add(notes, g_strdup_printf(_("%s is not announced yet (%s): "
								 "calendars show "
								 "it as tentative"),
							       event->number,
							       code_label(&code_event_statuses,
									  event->status)));
		return event;
	case CALENDAR_CONFIRMED:
		return event;
	case CALENDAR_POSTPONED:
	case CALENDAR_CANCELLED:
		break;
	}
	fail(error, ERROR_INVALID, _("%s is %s: nobody can be invited to it"), event->number,
	     code_label(&code_event_statuses, event->status));
	entity_free(&entity_event, event);
	return NULL;
}

bool
invitations_write(Store *store, gint64 event_id, const gint64 *to, guint n_to, const char *folder,
		  GPtrArray *files, GPtrArray *unreached, GPtrArray *notes, GError **error)
{
	const struct ical_module *ical = module_ical(error);
	struct event *event = ical != NULL ? event_to_invite(store, event_id, notes, error) : NULL;
	if (event == NULL)
		return false;
	g_autoptr(CalendarWords) words = calendar_words_new(ical, notes);
	g_autoptr(GPtrArray) guests = g_ptr_array_new_with_free_func(guest_free);
	struct mailing mailing = {.ical = ical,
				  .words = words,
				  .folder = folder,
				  .number = text_file_name(event->number, 40),
				  .guests = guests,
				  .files = files,
				  .unreached = unreached,
				  .notes = notes};
	entity_free(&entity_event, event);
	calendar_organizer_load(store, &mailing.organizer, notes);
	bool done = guests_load(&mailing, store, event_id, to, n_to, error) &&
		    mailing_run(&mailing, store, event_id, error);
	calendar_organizer_clear(&mailing.organizer);
	g_free(mailing.number);
	return done;
}
