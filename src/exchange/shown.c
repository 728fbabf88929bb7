#include "exchange/shown.h"

#include <math.h>
#include <string.h>

#include "base/date.h"

#define DAY_SECONDS 86400

/* Serial numbers of days: 1970-01-01 in each of the two systems, and the last day of 9999. */
#define EPOCH_1900 25569
#define EPOCH_1904 24107
#define SERIAL_MAX 2958466.0

/* ---- numbers -------------------------------------------------------------------------------- */

/* DIGITS (one, then those behind the point) with the point moved by EXPONENT. */
static void
digits_lay(GString *text, const char *digits, int exponent)
{
	int n = (int)strlen(digits);
	if (exponent < 0)
		g_string_append(text, "0.");
	for (int i = exponent + 1; i < 0; i++)
		g_string_append_c(text, '0');
	for (int i = 0; i < MAX(n, exponent + 1); i++) {
		if (i > 0 && i == exponent + 1)
			g_string_append_c(text, '.');
		g_string_append_c(text, i < n ? digits[i] : '0');
	}
}

/* Excel keeps 17 digits and shows 15: 0.1+0.2 is 0.3. */
static void
plain_write(GString *text, double number)
{
	char written[40], digits[20];
	g_ascii_formatd(written, sizeof written, "%.14e", fabs(number));
	char *exponent = strchr(written, 'e');
	if (exponent == NULL) { /* infinity */
		g_string_append(text, written);
		return;
	}
	int power = (int)g_ascii_strtoll(exponent + 1, NULL, 10), n = 0;
	for (const char *at = written; at < exponent; at++)
		if (*at != '.')
			digits[n++] = *at;
	while (n > 1 && digits[n - 1] == '0')
		n--;
	digits[n] = '\0';
	if (number < 0)
		g_string_append_c(text, '-');
	if (power < -12 || power > 20)
		g_string_append_printf(text, "%s",
				       g_ascii_formatd(written, sizeof written, "%.15g",
						       fabs(number)));
	else
		digits_lay(text, digits, power);
}

/* "07000" of 7000 in the format 00000, "0612345678" of a telephone's. */
static bool
padded_write(GString *text, double number, guint digits)
{
	if (digits == 0 || number < 0 || number >= 1e15 || floor(number) != number)
		return false;
	g_string_append_printf(text, "%0*.0f", (int)digits, number);
	return true;
}

/* ---- days and times ------------------------------------------------------------------------- */

static void
clock_write(GString *text, gint64 seconds)
{
	g_string_append_printf(text, "%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60));
	if (seconds % 60 != 0)
		g_string_append_printf(text, ":%02d", (int)(seconds % 60));
}

/* As precise as it is shown: "janv. 2015" is the month, whatever day was kept with it. */
static void
day_write(GString *text, const char *day, guint parts)
{
	gssize size = 10;
	if ((parts & LOOK_YEAR) != 0 && (parts & LOOK_DAY) == 0)
		size = (parts & LOOK_MONTH) != 0 ? 7 : 4;
	g_string_append_len(text, day, size);
}

/* The day that Excel counts as SERIAL; false for those that are none. Its 1900 has a 29 February,
 * as that of Lotus 1-2-3 had. */
static bool
day_of_serial(gint64 serial, bool dates_1904, char day[static 11])
{
	if (!dates_1904 && (serial < 1 || serial == 60))
		return false;
	gint64 number = serial - (dates_1904 ? EPOCH_1904 : EPOCH_1900);
	if (!dates_1904 && serial < 60)
		number++;
	date_from_number((int)number, day);
	return true;
}

static bool
serial_write(GString *text, double serial, guint parts, bool dates_1904)
{
	if (!(serial >= 0 && serial < SERIAL_MAX))
		return false;
	/* to the millisecond, for a clock's time is no binary fraction; then as clocks show it */
	gint64 seconds = (gint64)floor(serial * DAY_SECONDS * 1000 + 0.5) / 1000;
	gint64 days = seconds / DAY_SECONDS, within = seconds % DAY_SECONDS;
	char day[11];
	if ((parts & LOOK_ELAPSED) != 0 || ((parts & LOOK_DATE) == 0) || days == 0) {
		if ((parts & (LOOK_CLOCK | LOOK_ELAPSED)) == 0)
			return false;
		clock_write(text, (parts & LOOK_ELAPSED) != 0 ? seconds : within);
		return true;
	}
	if (!day_of_serial(days, dates_1904, day))
		return false;
	day_write(text, day, parts);
	if ((parts & LOOK_CLOCK) != 0 && within != 0) {
		g_string_append_c(text, ' ');
		clock_write(text, within);
	}
	return true;
}

void
shown_number(GString *text, const char *raw, const struct look *look, bool dates_1904)
{
	char *end = NULL;
	double number = g_ascii_strtod(raw, &end);
	if (end == raw || strspn(raw, "0123456789.eE+-") != strlen(raw) || *end != '\0') {
		g_string_append(text, raw);
		return;
	}
	if (look->parts != 0 && serial_write(text, number, look->parts, dates_1904))
		return;
	if (padded_write(text, number, look->digits))
		return;
	plain_write(text, look->percent ? number * 100 : number);
	if (look->percent)
		g_string_append_c(text, '%');
}

/* "09:30:00.000" behind a "T". */
static bool
clock_read(const char *text, gint64 *seconds)
{
	static const char shape[] = "00:00:00";
	for (gsize i = 0; i < sizeof shape - 1; i++)
		if (shape[i] == '0' ? !g_ascii_isdigit(text[i]) : text[i] != shape[i])
			return false;
	int hours = (text[0] - '0') * 10 + text[1] - '0';
	int minutes = (text[3] - '0') * 10 + text[4] - '0';
	*seconds = hours * 3600 + minutes * 60 + (text[6] - '0') * 10 + text[7] - '0';
	return hours < 24 && minutes < 60;
}

void
shown_moment(GString *text, const char *iso, guint parts)
{
	gint64 seconds = 0;
	if (clock_read(iso + (*iso == 'T'), &seconds)) {
		clock_write(text, seconds);
		return;
	}
	g_autofree char *day = g_strndup(iso, 10);
	bool clock = strlen(iso) > 10 && iso[10] == 'T';
	if (!date_is_day(day) || (clock && !clock_read(iso + 11, &seconds))) {
		g_string_append(text, iso);
		return;
	}
	if (parts == 0)
		parts = LOOK_MOMENT;
	if ((parts & LOOK_DATE) != 0)
		day_write(text, day, parts);
	if ((parts & LOOK_CLOCK) != 0 && (seconds != 0 || (parts & LOOK_DATE) == 0)) {
		if ((parts & LOOK_DATE) != 0)
			g_string_append_c(text, ' ');
		clock_write(text, seconds);
	}
}

void
shown_duration(GString *text, const char *iso)
{
	gint64 total = 0;
	bool read = g_str_has_prefix(iso, "PT") && iso[2] != '\0';
	for (const char *at = iso + 2; read && *at != '\0';) {
		char *end = NULL;
		gint64 number = (gint64)MIN(g_ascii_strtoull(at, &end, 10), 1000000u);
		read = end > at && g_ascii_isdigit(*at);
		if (*end == '.' || *end == ',')
			end += 1 + strspn(end + 1, "0123456789");
		read = read && *end != '\0' && strchr("HMS", *end) != NULL;
		total += number * (*end == 'H' ? 3600 : *end == 'M' ? 60 : 1);
		at = end + 1;
	}
	if (read)
		clock_write(text, total);
	else
		g_string_append(text, iso);
}

/* In French whatever the language of the screen: it is what a French table holds, and what the
 * lists of codes understand. */
const char *
shown_boolean(bool value)
{
	return value ? "oui" : "non";
}
