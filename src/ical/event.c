#include "ical/event.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "ical/file.h"
#include "ical/moment.h"
#include "ical/person.h"
#include "ical/words.h"
#include "ical/zone.h"

struct span {
	struct icaltimetype start;
	struct icaltimetype end; /* the null time when no end is known */
};

struct stamps {
	struct icaltimetype created; /* the null time when not known */
	struct icaltimetype changed;
};

const char *
ics_event_called(const struct calendar_item *item)
{
	return item->summary != NULL ? item->summary : item->uid != NULL ? item->uid : "";
}

const char *
ics_event_title(const struct calendar_item *item, char **owned)
{
	const char *title = ics_words(item->summary, false, owned);
	if (title == NULL)
		title = _("Untitled event");
	const char *prefix = item->cancelled ? _("CANCELLED — ") : "";
	if (g_str_has_prefix(title, prefix))
		return title;
	char *bare = *owned;
	*owned = g_strconcat(prefix, title, NULL);
	g_free(bare);
	return *owned;
}

/* DTEND of an all-day event is the day after its last one (RFC 5545, 3.6.1). */
static bool
all_day_span(const struct calendar_item *item, struct span *span, GError **error)
{
	span->end = span->start;
	struct icaltimetype last;
	if (item->last_day != NULL) {
		if (!moment_day(item->last_day, &last))
			return fail(error, ERROR_INVALID,
				    _("“%s” has a last day that cannot be read (“%s”): correct it"),
				    ics_event_called(item), item->last_day);
		if (icaltime_compare_date_only(last, span->start) > 0)
			span->end = last;
	}
	icaltime_adjust(&span->end, 1, 0, 0, 0);
	return true;
}

/* An event without a known end has no DTEND: it then ends when it starts (RFC 5545, 3.6.1), and a
 * DTEND that is not later than DTSTART makes readers refuse the event. */
static bool
timed_span(const struct calendar_item *item, struct span *span, GError **error)
{
	struct icaltimetype end = span->start;
	if (!moment_set_time(item->start_time, &span->start) ||
	    (item->end_time != NULL && !moment_set_time(item->end_time, &end)))
		return fail(error, ERROR_INVALID,
			    _("“%s” has a time that cannot be read: write it as 09:30"),
			    ics_event_called(item));
	if (!ics_zone_known(item->zone))
		return fail(error, ERROR_INVALID,
			    _("“%s” is in the time zone “%s”, which calendars do not know here: "
			      "choose another one"),
			    ics_event_called(item), item->zone != NULL ? item->zone : "");
	span->end = icaltime_null_time();
	if (item->end_time != NULL && icaltime_compare(end, span->start) > 0)
		span->end = end;
	return true;
}

static bool
span_read(const struct calendar_item *item, struct span *span, GError **error)
{
	if (!moment_day(item->first_day, &span->start))
		return fail(error, ERROR_INVALID,
			    _("“%s” has no exact day: give it one before it goes into a calendar"),
			    ics_event_called(item));
	return item->start_time == NULL ? all_day_span(item, span, error)
					: timed_span(item, span, error);
}

static bool
stamps_read(const struct calendar_item *item, struct stamps *stamps, GError **error)
{
	stamps->created = icaltime_null_time();
	if (moment_instant(item->stamped_at, &stamps->changed) &&
	    (item->created_at == NULL || moment_instant(item->created_at, &stamps->created)))
		return true;
	return fail(error, ERROR_INVALID,
		    _("It is not known when “%s” was last changed: change and save it again"),
		    ics_event_called(item));
}

/* An identity is compared byte by byte by those who receive it: it is refused, never mended. */
static bool
is_identity(const char *uid)
{
	if (uid == NULL || *uid == '\0')
		return false;
	for (; *uid != '\0'; uid++)
		if (!g_ascii_isgraph(*uid))
			return false;
	return true;
}

static bool
identity_check(const struct calendar_item *item, GError **error)
{
	if (is_identity(item->uid) && (item->parent_uid == NULL || is_identity(item->parent_uid)))
		return true;
	return fail(error, ERROR_INVALID,
		    _("“%s” has no identity that calendars can use: make a copy of the event and "
		      "delete this one"),
		    ics_event_called(item));
}

static void
add_identity(GString *out, const struct calendar_item *item, const struct stamps *stamps)
{
	ics_append(out, icalproperty_new_uid(item->uid));
	ics_append(out, icalproperty_new_dtstamp(stamps->changed));
	if (!icaltime_is_null_time(stamps->created))
		ics_append(out, icalproperty_new_created(stamps->created));
	ics_append(out, icalproperty_new_lastmodified(stamps->changed));
	ics_append(out, icalproperty_new_sequence(MAX(item->sequence, 0)));
}

/* Our own zones have no icaltimezone: their name is all that a time needs. */
static void
add_time(GString *out, icalproperty *property, const struct calendar_item *item)
{
	if (item->start_time != NULL)
		icalproperty_add_parameter(property, icalparameter_new_tzid(item->zone));
	ics_append(out, property);
}

static void
add_span(GString *out, const struct calendar_item *item, const struct span *span)
{
	add_time(out, icalproperty_new_dtstart(span->start), item);
	if (!icaltime_is_null_time(span->end))
		add_time(out, icalproperty_new_dtend(span->end), item);
}

/* Several readers do not show URL: the description ends with it unless it has it (rule A14). */
static void
add_description(GString *out, const struct calendar_item *item)
{
	g_autofree char *owned = NULL, *owned_url = NULL;
	const char *text = ics_words(item->description, true, &owned);
	const char *url = ics_words(item->url, false, &owned_url);
	if (url == NULL || (text != NULL && strstr(text, url) != NULL)) {
		if (text != NULL)
			ics_append(out, icalproperty_new_description(text));
		return;
	}
	g_autofree char *both = text != NULL ? g_strconcat(text, "\n\n", url, NULL) : NULL;
	ics_append(out, icalproperty_new_description(both != NULL ? both : url));
}

static void
add_words(GString *out, const struct calendar_item *item)
{
	g_autofree char *owned_title = NULL, *owned_location = NULL;
	ics_append(out, icalproperty_new_summary(ics_event_title(item, &owned_title)));
	add_description(out, item);
	const char *location = ics_words(item->location, false, &owned_location);
	if (location != NULL)
		ics_append(out, icalproperty_new_location(location));
	g_autofree char *uri = ics_uri(item->url);
	if (uri != NULL)
		ics_append(out, icalproperty_new_url(uri));
}

/* One property each: libical writes the comma of a category as a separator. */
static void
add_categories(GString *out, const char *const *categories)
{
	for (; categories != NULL && *categories != NULL; categories++) {
		g_autofree char *label = ics_label(*categories);
		if (label != NULL)
			ics_append(out, icalproperty_new_categories(label));
	}
}

static void
add_state(GString *out, const struct calendar_item *item)
{
	icalproperty_status status = item->cancelled   ? ICAL_STATUS_CANCELLED
				     : item->tentative ? ICAL_STATUS_TENTATIVE
						       : ICAL_STATUS_CONFIRMED;
	ics_append(out, icalproperty_new_status(status));
	ics_append(out, icalproperty_new_transp(item->cancelled ? ICAL_TRANSP_TRANSPARENT
								: ICAL_TRANSP_OPAQUE));
}

static void
add_parent(GString *out, const char *parent_uid)
{
	if (parent_uid == NULL)
		return;
	icalproperty *parent = icalproperty_new_relatedto(parent_uid);
	icalproperty_add_parameter(parent, icalparameter_new_reltype(ICAL_RELTYPE_PARENT));
	ics_append(out, parent);
}

bool
ics_event_append(GString *out, const struct calendar_item *item,
		 const struct calendar_organizer *organizer, GError **error)
{
	struct span span;
	struct stamps stamps;
	if (!identity_check(item, error) || !span_read(item, &span, error) ||
	    !stamps_read(item, &stamps, error))
		return false;
	icalproperty *sender = ics_organizer_new(organizer, error);
	if (sender == NULL)
		return false;
	add_identity(out, item, &stamps);
	add_span(out, item, &span);
	add_words(out, item);
	add_categories(out, item->categories);
	add_state(out, item);
	ics_append(out, sender);
	add_parent(out, item->parent_uid);
	return true;
}
