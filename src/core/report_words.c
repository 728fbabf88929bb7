/* Values of figures, for people and for scripts. */
#include "base/i18n.h"
#include "core/report.h"

#define GROUP 3 /* digits */

char *
report_line_label(const struct report_line *line)
{
	return line->part ? g_strdup_printf(_("of which %s"), line->label) : g_strdup(line->label);
}

char *
report_line_shown(const struct report_line *line)
{
	g_autofree char *label = report_line_label(line);
	return g_strconcat(line->within ? "\u00a0\u00a0\u00a0" : "", label, NULL);
}

/* How many of UNIT are one. */
static guint
unit_parts(enum report_unit unit)
{
	return unit == REPORT_HALVES ? 2 : unit == REPORT_PERMILLE ? 10 : 1;
}

/* "12 345", thousands set apart as the language does. */
static char *
whole_text(guint64 number)
{
	g_autofree char *digits = g_strdup_printf("%" G_GUINT64_FORMAT, number);
	GString *text = g_string_new(NULL);
	for (const char *digit = digits; *digit != '\0'; digit++) {
		guint left = 0;
		while (digit[left] != '\0')
			left++;
		if (digit != digits && left % GROUP == 0)
			g_string_append(text, C_("thousands", ","));
		g_string_append_c(text, *digit);
	}
	return g_string_free(text, FALSE);
}

/* One decimal, unless it is zero. */
static char *
magnitude_text(guint64 value, enum report_unit unit)
{
	guint parts = unit_parts(unit);
	g_autofree char *whole = whole_text(value / parts);
	guint tenth = (guint)(value % parts) * 10 / parts;
	return tenth == 0 ? g_steal_pointer(&whole)
			  : g_strdup_printf(C_("decimal", "%s.%u"), whole, tenth);
}

char *
report_text(gint64 value, enum report_unit unit)
{
	if (value < 0)
		return g_strdup("–");
	char *text = magnitude_text((guint64)value, unit);
	if (unit != REPORT_PERMILLE)
		return text;
	char *rate = g_strdup_printf(_("%s %%"), text);
	g_free(text);
	return rate;
}

char *
report_rate_text(gint64 part, gint64 whole)
{
	return report_text(report_rate(part, whole), REPORT_PERMILLE);
}

char *
report_difference(gint64 now, gint64 before, enum report_unit unit)
{
	if (now < 0 || before < 0)
		return g_strdup("");
	if (now == before)
		return g_strdup("=");
	g_autofree char *text = magnitude_text((guint64)ABS(now - before), unit);
	return g_strdup_printf("%s%s", now > before ? "+" : "−", text);
}

char *
report_number(gint64 value, enum report_unit unit)
{
	guint parts = unit_parts(unit);
	if (value < 0)
		return NULL;
	if (parts == 1)
		return g_strdup_printf("%" G_GINT64_FORMAT, value);
	return g_strdup_printf("%" G_GINT64_FORMAT ".%u", value / parts,
			       (guint)(value % parts) * 10 / parts);
}

/* ---- columns as they are shown ------------------------------------------------------------------
 */

char *
report_shown_head(const struct report_table *table, const struct report_shown *shown, bool brief)
{
	const struct report_column *column = &table->columns[shown->column];
	const char *label = brief ? column->brief : column->label;
	switch (shown->aspect) {
	case SHOWN_NOW:
		return g_strdup(table->lines_are_figures ? table->year : label);
	case SHOWN_BEFORE:
		return brief || table->lines_are_figures
			       ? g_strdup(table->year_before)
			       : g_strdup_printf("%s %s", label, table->year_before);
	case SHOWN_CHANGE:
		return g_strdup("±");
	}
	return NULL;
}

char *
report_shown_text(const struct report_table *table, guint line, const struct report_shown *shown)
{
	const struct report_line *row = &table->lines[line];
	enum report_unit unit = report_table_unit(table, line, shown->column);
	gint64 now = row->now[shown->column];
	switch (shown->aspect) {
	case SHOWN_NOW:
		return report_text(now, unit);
	case SHOWN_BEFORE:
		return report_text(row->before[shown->column], unit);
	case SHOWN_CHANGE:
		return report_difference(now, row->before[shown->column], unit);
	}
	return NULL;
}
