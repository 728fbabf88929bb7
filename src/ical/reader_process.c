/* The process that reads a foreign calendar: what it needs of files is read, then it is confined,
 * then it reads the calendar. */
#include <errno.h>
#include <libical/ical.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "ical/confine.h"
#include "ical/foreign_scan.h"
#include "ical/reader.h"

/* libical and the libraries behind it make ready what they need when they are first asked, from
 * files that cannot be opened later. */
static void
libraries_warm(IcsZones *zones)
{
	static const char *const rules[] = {"FREQ=YEARLY;COUNT=2;BYMONTH=3;BYDAY=-1SU",
					    "FREQ=MONTHLY;COUNT=2;BYMONTHDAY=-1",
					    "FREQ=WEEKLY;COUNT=2;BYDAY=MO", "FREQ=DAILY;COUNT=2"};
	struct icaltimetype start = icaltime_from_string("20260105T090000");
	icaltimezone_get_utc_timezone();
	for (gsize i = 0; i < G_N_ELEMENTS(rules); i++) {
		icalrecur_iterator *iterator =
			icalrecur_iterator_new(icalrecurrencetype_from_string(rules[i]), start);
		if (iterator == NULL)
			continue;
		icalrecur_iterator_next(iterator);
		icalrecur_iterator_next(iterator);
		icalrecur_iterator_free(iterator);
	}
	ics_zone_civil(ics_zone_home(zones), 0);
}

static bool
descriptor_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	const int *out = user;
	while (size > 0) {
		gssize n = write(*out, bytes, size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return fail(error, ERROR_IO, "%s", g_strerror(errno));
		bytes += n;
		size -= (gsize)n;
	}
	return true;
}

/* One byte more than is read says that the file is too large. */
static GString *
descriptor_bytes(int in, GError **error)
{
	GString *bytes = g_string_sized_new(65536);
	static char buffer[65536];
	gssize n = 0;
	while (bytes->len <= ICS_BYTES_MAX && (n = read(in, buffer, sizeof buffer)) != 0) {
		if (n > 0)
			g_string_append_len(bytes, buffer, n);
		else if (errno != EINTR)
			break;
	}
	if (n >= 0)
		return bytes;
	fail(error, ERROR_IO, _("the calendar cannot be read: %s"), reading_reason(errno));
	g_string_free(bytes, TRUE);
	return NULL;
}

bool
ics_read_confined(int in, int out, const struct calendar_window *window, GError **error)
{
	g_autoptr(IcsZones) zones = ics_zones_new(window->zone);
	if (zones == NULL)
		return fail(error, ERROR_INVALID, _("“%s” is no time zone of this system"),
			    window->zone);
	libraries_warm(zones);
	if (!confine_process(error))
		return false;
	GString *bytes = descriptor_bytes(in, error);
	if (bytes == NULL)
		return false;
	bool done = ics_read(bytes->str, bytes->len, zones, window, descriptor_sink, &out, error);
	g_string_free(bytes, TRUE);
	if (!done)
		return false;
	/* What runs at the end of a program (a leak checker, say) may do what this one may not. */
	_Exit(EXIT_SUCCESS);
}
