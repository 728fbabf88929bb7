/* The public calendar. */
#include "app/calendar_words.h"
#include "app/modules.h"
#include "app/output.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "store/setting.h"

struct feed {
	const struct ical_module *ical;
	struct calendar_head head;
	CalendarWords *words;
	Output *output;
	GPtrArray *notes;
	bool everything; /* planned events too: one was asked for by name */
	guint entries;
	guint planned; /* entries of events that the public does not know of yet */
	guint left_out;
};

static void
note(const struct feed *feed, char *sentence)
{
	if (feed->notes != NULL)
		g_ptr_array_add(feed->notes, sentence);
	else
		g_free(sentence);
}

static bool
feed_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	struct feed *feed = user;
	return output_write(feed->output, bytes, size, error);
}

/* An entry that cannot be written is named and left out; the others go on. */
static bool
feed_take(const struct calendar_row *row, gpointer user, GError **error)
{
	struct feed *feed = user;
	if (!feed->everything && calendar_state(row->status) == CALENDAR_PLANNED) {
		feed->planned++;
		return true;
	}
	struct calendar_item item;
	GError *reason = NULL;
	calendar_words_item(feed->words, row, &item);
	if (feed->ical->feed_item(&feed->head, &item, feed_sink, feed, &reason)) {
		feed->entries++;
		return true;
	}
	if (!g_error_matches(reason, ATELIERS_ERROR, ERROR_INVALID)) {
		g_propagate_error(error, reason);
		return false;
	}
	note(feed, g_strdup(reason->message));
	g_error_free(reason);
	return true;
}

static void
left_out_note(const struct calendar_left_out *event, gpointer user)
{
	struct feed *feed = user;
	if (!feed->everything && calendar_state(event->status) == CALENDAR_PLANNED)
		return;
	feed->left_out++;
	note(feed, event->date != NULL
			   ? g_strdup_printf(_("%s “%s” is left out: of its date only %s is known"),
					     event->number, event->title, event->date)
			   : g_strdup_printf(_("%s “%s” is left out: it has no date"),
					     event->number, event->title));
}

/* The calendar's own zone first: readers are told to show it. */
static char **
feed_zones(Store *store, const struct calendar_filter *filter, const struct ical_module *ical,
	   GError **error)
{
	g_auto(GStrv) used = calendar_zones(store, filter, error);
	if (used == NULL)
		return NULL;
	GPtrArray *zones = g_ptr_array_new();
	if (filter->event_id == 0 && ical->zone_known(store_zone(store)))
		g_ptr_array_add(zones, g_strdup(store_zone(store)));
	for (guint i = 0; used[i] != NULL; i++)
		if (ical->zone_known(used[i]))
			g_ptr_array_add(zones, g_strdup(used[i]));
	g_ptr_array_add(zones, NULL);
	return (char **)g_ptr_array_free(zones, FALSE);
}

static bool
feed_write(struct feed *feed, Store *store, const struct calendar_filter *filter, GError **error)
{
	if (!feed->ical->feed_begin(&feed->head, feed_sink, feed, error) ||
	    !calendar_rows(store, filter, feed_take, feed, error) ||
	    !feed->ical->feed_end(feed_sink, feed, error) ||
	    !calendar_left_out(store, filter, left_out_note, feed, error))
		return false;
	if (filter->event_id != 0 && feed->entries == 0)
		return fail(error, ERROR_INVALID,
			    _("the event has no day that a calendar could show: give it a date "
			      "first"));
	return true;
}

static void
planned_note(const struct feed *feed)
{
	if (feed->planned == 0)
		return;
	note(feed,
	     g_strdup_printf(i18n_count("%u day of an idea or draft is not in the public calendar",
					"%u days of ideas and drafts are not in the public "
					"calendar",
					feed->planned),
			     feed->planned));
}

static bool
feed_file(struct feed *feed, Store *store, const struct calendar_filter *filter, const char *path,
	  GError **error)
{
	feed->output = output_open(path, error);
	if (feed->output == NULL)
		return false;
	if (!feed_write(feed, store, filter, error)) {
		output_abandon(feed->output);
		return false;
	}
	planned_note(feed);
	return output_commit(feed->output, error);
}

bool
calendar_export(Store *store, const struct calendar_choice *choice, const char *path,
		guint *entries, GPtrArray *notes, GError **error)
{
	const struct ical_module *ical = module_ical(error);
	if (ical == NULL)
		return false;
	struct calendar_filter filter = {.event_id = choice->event_id,
					 .year = choice->year,
					 .sessions = choice->sessions};
	g_auto(GStrv) zones = feed_zones(store, &filter, ical, error);
	if (zones == NULL)
		return false;
	g_autofree char *name = setting_get(store, "centre_name");
	g_autoptr(CalendarWords) words = calendar_words_new(ical, notes);
	struct feed feed = {.ical = ical,
			    .words = words,
			    .notes = notes,
			    .everything = filter.event_id != 0};
	feed.head.zones = (const char *const *)zones;
	if (filter.event_id == 0)
		feed.head.name = name != NULL ? name : _("Events");
	calendar_organizer_load(store, &feed.head.organizer, notes);
	bool done = feed_file(&feed, store, &filter, path, error);
	calendar_organizer_clear(&feed.head.organizer);
	if (entries != NULL)
		*entries = feed.entries;
	return done;
}
