#include "ical/foreign_scan.h"

#include <string.h>

enum kept_as {
	KEPT_ONCE,
	KEPT_LIST, /* one line for each value */
};

/* All that is read of an entry. */
static const struct {
	const char *name;
	enum kept_as as;
} event_kept[] = {
	{"UID", KEPT_ONCE},      {"RECURRENCE-ID", KEPT_ONCE}, {"SUMMARY", KEPT_ONCE},
	{"LOCATION", KEPT_ONCE}, {"DTSTART", KEPT_ONCE},       {"DTEND", KEPT_ONCE},
	{"DURATION", KEPT_ONCE}, {"RRULE", KEPT_ONCE},         {"STATUS", KEPT_ONCE},
	{"TRANSP", KEPT_ONCE},   {"SEQUENCE", KEPT_ONCE},      {"RDATE", KEPT_LIST},
	{"EXDATE", KEPT_LIST},
};

static const char *const zone_kept[] = {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"};

/* Where one stands. */
struct scanning {
	struct ics_scan *scan;
	struct ics_lines lines;
	guint depth;
	guint components;
	struct ics_block *block; /* the event or zone that is open, or NULL */
	guint block_depth;
	guint ignored_depth; /* of the component inside which all is passed over; 0: none */
	bool zone;           /* the block is a time zone */
	bool summer;         /* inside it: the part that is open is DAYLIGHT */
	bool calendar;       /* a calendar has begun */
};

static void
block_free(gpointer data)
{
	struct ics_block *block = data;
	g_string_free(block->text, TRUE);
	g_free(block);
}

void
ics_scan_clear(struct ics_scan *scan)
{
	if (scan->name != NULL)
		g_string_free(scan->name, TRUE);
	g_ptr_array_unref(scan->events);
	g_ptr_array_unref(scan->zones);
}

/* ---- one line ------------------------------------------------------------------------------ */

static gsize
name_length(const GString *line)
{
	return strcspn(line->str, ";:");
}

static bool
line_is(const GString *line, const char *name)
{
	gsize length = name_length(line);
	return strlen(name) == length && g_ascii_strncasecmp(line->str, name, length) == 0;
}

/* Where the value begins: behind the first ":" that no quotes enclose. NULL: there is none. */
static const char *
line_value(const GString *line)
{
	bool quoted = false;
	for (const char *at = line->str; *at != '\0'; at++) {
		if (*at == '"')
			quoted = !quoted;
		else if (*at == ':' && !quoted)
			return at + 1;
	}
	return NULL;
}

static bool
value_is(const GString *line, const char *word)
{
	const char *value = line_value(line);
	g_autofree char *trimmed = g_strstrip(g_strdup(value != NULL ? value : ""));
	return g_ascii_strcasecmp(trimmed, word) == 0;
}

static void
refuse(struct scanning *scanning, const char *code)
{
	scanning->scan->refused = code;
	scanning->scan->refused_line = scanning->lines.number;
}

/* ---- what is kept of a component ----------------------------------------------------------- */

static void
block_problem(struct scanning *scanning, const char *code)
{
	struct ics_block *block = scanning->block;
	if (block->problem != NULL)
		return;
	block->problem = code;
	block->problem_line = scanning->lines.number;
}

static void
block_line(struct ics_block *block, const char *line, gsize length)
{
	g_string_append_len(block->text, line, (gssize)length);
	g_string_append(block->text, "\r\n");
}

/* "EXDATE;TZID=Europe/Paris:a,b" as two lines, each beginning with HEAD. */
static void
block_list(struct scanning *scanning, const char *head)
{
	struct ics_block *block = scanning->block;
	const char *value = line_value(scanning->lines.line);
	while (value != NULL && block->problem == NULL) {
		const char *comma = strchr(value, ',');
		gsize length = comma != NULL ? (gsize)(comma - value) : strlen(value);
		if (++block->values > ICS_VALUES_MAX)
			block_problem(scanning, "many_values");
		g_string_append(block->text, head);
		block_line(block, value, length);
		value = comma != NULL ? comma + 1 : NULL;
	}
}

static void
event_line(struct scanning *scanning)
{
	struct ics_block *block = scanning->block;
	const GString *line = scanning->lines.line;
	for (gsize i = 0; i < G_N_ELEMENTS(event_kept); i++) {
		if (!line_is(line, event_kept[i].name))
			continue;
		const char *value = line_value(line);
		g_autofree char *head =
			value != NULL ? g_strndup(line->str, (gsize)(value - line->str)) : NULL;
		if (scanning->lines.cut)
			block_problem(scanning, "long_line");
		else if (event_kept[i].as == KEPT_LIST)
			block_list(scanning, head);
		else if ((block->seen & (1u << i)) == 0)
			block_line(block, line->str, line->len);
		block->seen |= 1u << i;
		return;
	}
}

/* Rules of zones are expanded by libical for centuries: only the usual ones are. */
static bool
zone_rule_usual(const GString *line)
{
	static const char *const usual[] = {"FREQ",  "BYMONTH", "BYDAY", "BYMONTHDAY", "INTERVAL",
					    "UNTIL", "COUNT",   "WKST",  NULL};
	const char *value = line_value(line);
	g_auto(GStrv) parts = g_strsplit(value != NULL ? value : "", ";", 12);
	bool yearly = false;
	for (guint i = 0; parts[i] != NULL; i++) {
		char *equal = strchr(parts[i], '=');
		if (equal != NULL)
			*equal = '\0';
		g_autofree char *name = g_ascii_strup(parts[i], -1);
		yearly |= equal != NULL && strcmp(name, "FREQ") == 0 &&
			  g_ascii_strcasecmp(equal + 1, "YEARLY") == 0;
		if (equal == NULL || !g_strv_contains(usual, name))
			return false;
	}
	return yearly;
}

static void
zone_line(struct scanning *scanning)
{
	const GString *line = scanning->lines.line;
	struct ics_block *block = scanning->block;
	if (scanning->lines.cut)
		return;
	bool inside = scanning->depth > scanning->block_depth;
	if (inside && line_is(line, "RRULE") && !zone_rule_usual(line))
		block_problem(scanning, "zone_rule");
	if (inside && line_is(line, "RDATE"))
		block_list(scanning, "RDATE:");
	else if (!inside && line_is(line, "TZID"))
		block_line(block, line->str, line->len);
	const char *value = line_value(line);
	for (gsize i = 0; inside && value != NULL && i < G_N_ELEMENTS(zone_kept); i++)
		if (line_is(line, zone_kept[i])) {
			/* Without parameters: none of them is needed. */
			g_string_append_printf(block->text, "%s:", zone_kept[i]);
			block_line(block, value, strlen(value));
		}
}

/* ---- components ---------------------------------------------------------------------------- */

static void
block_begin(struct scanning *scanning, GPtrArray *blocks, bool zone)
{
	struct ics_block *block = g_new0(struct ics_block, 1);
	block->line = scanning->lines.number;
	block->text = g_string_new(zone ? "BEGIN:VTIMEZONE\r\n" : "BEGIN:VEVENT\r\n");
	g_ptr_array_add(blocks, block);
	scanning->block = block;
	scanning->zone = zone;
	scanning->block_depth = scanning->depth;
}

/* STANDARD or DAYLIGHT of a time zone. */
static void
observance_begin(struct scanning *scanning, bool summer)
{
	struct ics_block *block = scanning->block;
	scanning->summer = summer;
	if (++block->values > ICS_ZONE_PARTS_MAX)
		block_problem(scanning, "zone_rule");
	g_string_append(block->text, summer ? "BEGIN:DAYLIGHT\r\n" : "BEGIN:STANDARD\r\n");
}

/* BEGIN of something inside a calendar. */
static void
inner_begin(struct scanning *scanning)
{
	const GString *line = scanning->lines.line;
	bool part = scanning->depth == 3 && scanning->block != NULL && scanning->zone;
	if (scanning->depth == 2 && value_is(line, "VEVENT")) {
		block_begin(scanning, scanning->scan->events, false);
	} else if (scanning->depth == 2 && value_is(line, "VTIMEZONE")) {
		block_begin(scanning, scanning->scan->zones, true);
	} else if (part && (value_is(line, "STANDARD") || value_is(line, "DAYLIGHT"))) {
		observance_begin(scanning, value_is(line, "DAYLIGHT"));
	} else {
		scanning->scan->others += scanning->depth == 2;
		scanning->ignored_depth = scanning->depth;
	}
}

static void
component_begin(struct scanning *scanning)
{
	bool calendar = value_is(scanning->lines.line, "VCALENDAR");
	scanning->calendar |= calendar;
	if (++scanning->depth > ICS_DEPTH_MAX)
		refuse(scanning, "too_deep");
	else if (scanning->depth == 1 && !calendar)
		refuse(scanning, "no_calendar");
	else if (scanning->depth == 2 && ++scanning->components > ICS_COMPONENTS_MAX)
		refuse(scanning, "many_components");
	else if (scanning->depth > 1 && scanning->ignored_depth == 0)
		inner_begin(scanning);
}

static void
component_end(struct scanning *scanning)
{
	if (scanning->depth == 0)
		return;
	struct ics_block *block = scanning->block;
	if (block != NULL && scanning->depth == scanning->block_depth) {
		g_string_append(block->text,
				scanning->zone ? "END:VTIMEZONE\r\n" : "END:VEVENT\r\n");
		scanning->block = NULL;
	} else if (block != NULL && scanning->zone && scanning->ignored_depth == 0) {
		g_string_append(block->text,
				scanning->summer ? "END:DAYLIGHT\r\n" : "END:STANDARD\r\n");
	}
	if (scanning->depth == scanning->ignored_depth)
		scanning->ignored_depth = 0;
	scanning->depth--;
}

/* ---- the calendar itself ------------------------------------------------------------------- */

/* "Lot\\, Tarn" is "Lot, Tarn" (RFC 5545 §3.3.11). */
static GString *
name_read(const char *value)
{
	GString *name = g_string_new(NULL);
	for (; *value != '\0'; value++) {
		if (*value == '\\' && value[1] != '\0')
			value++;
		g_string_append_c(name, *value);
	}
	return name;
}

static void
calendar_line(struct scanning *scanning)
{
	const GString *line = scanning->lines.line;
	bool named = line_is(line, "X-WR-CALNAME") || line_is(line, "NAME");
	const char *value = line_value(line);
	if (line_is(line, "VERSION") && value_is(line, "1.0"))
		refuse(scanning, "old_calendar");
	else if (named && scanning->scan->name == NULL && value != NULL && *value != '\0')
		scanning->scan->name = name_read(value);
}

static void
line_take(struct scanning *scanning)
{
	const GString *line = scanning->lines.line;
	if (line_is(line, "BEGIN"))
		component_begin(scanning);
	else if (line_is(line, "END"))
		component_end(scanning);
	else if (scanning->depth == 0 && !scanning->calendar)
		refuse(scanning, "no_calendar");
	else if (scanning->depth == 1)
		calendar_line(scanning);
	else if (scanning->block != NULL && scanning->ignored_depth == 0 && scanning->zone)
		zone_line(scanning);
	else if (scanning->block != NULL && scanning->ignored_depth == 0)
		event_line(scanning);
}

void
ics_scan(struct ics_scan *scan, const GString *text)
{
	*scan = (struct ics_scan){.events = g_ptr_array_new_with_free_func(block_free),
				  .zones = g_ptr_array_new_with_free_func(block_free)};
	struct scanning scanning = {.scan = scan};
	ics_lines_begin(&scanning.lines, text);
	while (scan->refused == NULL && ics_lines_next(&scanning.lines))
		line_take(&scanning);
	if (scan->refused == NULL && !scanning.calendar)
		refuse(&scanning, "no_calendar");
	/* What is missing behind the cut would be taken for what the partner has given up. */
	if (scan->refused == NULL && scanning.depth > 0)
		refuse(&scanning, "cut_short");
	ics_lines_end(&scanning.lines);
}
