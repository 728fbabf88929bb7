/* The lines of the first screen. */
#include "screens/home_private.h"

#include "base/date.h"
#include "base/i18n.h"
#include "core/report.h"

bool
home_line_opens(const struct home_line *line)
{
	return line->kind >= HOME_AGENDA;
}

const struct home_line *
home_line_at(const struct home *home, guint place)
{
	return &g_array_index(home->lines, struct home_line, place);
}

static struct home_line *
line_add(struct home *home, struct home_line line)
{
	g_array_append_val(home->lines, line);
	return &g_array_index(home->lines, struct home_line, home->lines->len - 1);
}

static void
heading_add(struct home *home, bool beside, char *text)
{
	guint n = home->lines->len;
	if (n > 0) {
		bool with = home_line_at(home, n - 1)->beside;
		line_add(home, (struct home_line){.kind = HOME_BLANK, .beside = with});
	}
	line_add(home, (struct home_line){.kind = HOME_HEADING,
					  .beside = beside,
					  .style = STYLE_HEAD,
					  .text = text});
}

static void
text_add(struct home *home, bool beside, const char *text)
{
	line_add(home, (struct home_line){.kind = HOME_TEXT,
					  .beside = beside,
					  .style = STYLE_FAINT,
					  .text = g_strdup(text)});
}

/* A sentence, on as many lines as it takes. */
static void
sentence_add(struct home *home, bool beside, const char *text)
{
	const char *rest = text;
	while (*rest != '\0') {
		g_autofree char *line = draw_line_take(&rest, MAX(home->width - 4, 1));
		text_add(home, beside, line);
	}
}

static void
agenda_add(struct home *home, bool beside, const GPtrArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		const struct agenda_line *line = lines->pdata[i];
		line_add(home,
			 (struct home_line){.kind = HOME_AGENDA,
					    .beside = beside,
					    .style = line->warns ? STYLE_WARNING : STYLE_PLAIN,
					    .agenda = line});
	}
}

/* ---- the year -----------------------------------------------------------------------------------
 */

static void
figures_line(struct home *home, char *text)
{
	line_add(home, (struct home_line){.kind = HOME_FIGURES, .beside = true, .text = text});
}

/* "Événements 31" with what separates it from what stands before. */
static void
figure_append(GString *line, const char *label, char *value)
{
	g_string_append_printf(line, "%s%s %s", line->len > 0 ? "   " : "", label, value);
	g_free(value);
}

static void
figures_add(struct home *home, const struct agenda_year *year)
{
	GString *first = g_string_new(NULL), *second = g_string_new(NULL);
	figure_append(first, _("Events held"), report_text(year->events, REPORT_COUNT));
	figure_append(first, _("Participations"),
		      report_text(year->participations, report_figure_unit(FIGURE_PARTICIPATIONS)));
	figure_append(first, _("People"), report_text(year->people, REPORT_COUNT));
	figure_append(second, _("Organisations"), report_text(year->organisations, REPORT_COUNT));
	figure_append(second, _("Presence rate"), report_text(year->presence, REPORT_PERMILLE));
	figures_line(home, g_string_free(first, FALSE));
	figures_line(home, g_string_free(second, FALSE));
}

/* Eight heights, as blocks or as digits; nothing is "." or "-". */
static void
height_append(GString *line, gint64 value, gint64 most)
{
	static const char *const blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	static const char *const digits[] = {"1", "2", "3", "4", "5", "6", "7", "8"};
	if (value == 0) {
		g_string_append(line, draw_letter("·", "-"));
		return;
	}
	guint height = (guint)CLAMP((value * 8 + most - 1) / most, 1, 8) - 1;
	g_string_append(line, draw_unicode() ? blocks[height] : digits[height]);
}

static void
chart_add(struct home *home, const struct agenda_year *year)
{
	GString *chart = g_string_new(NULL);
	gint64 most = 0;
	guint best = 0;
	for (guint i = 0; i < AGENDA_MONTHS; i++)
		if (year->months[i] > most) {
			most = year->months[i];
			best = i;
		}
	if (most == 0) {
		g_string_free(chart, TRUE);
		return;
	}
	for (guint i = 0; i < AGENDA_MONTHS; i++) {
		g_string_append(chart, i > 0 ? " " : "");
		height_append(chart, year->months[i], most);
	}
	g_autofree char *number = report_text(most, report_figure_unit(FIGURE_PARTICIPATIONS));
	g_string_append_printf(chart, _("   at most %s (%s)"), number,
			       date_month_name((int)best + 1));
	text_add(home, true, _("J F M A M J J A S O N D   participations by month"));
	figures_line(home, g_string_free(chart, FALSE));
}

static void
year_add(struct home *home)
{
	const struct agenda_year *year = &home->agenda->year;
	heading_add(home, true, g_strdup_printf(_("The year %s"), year->year));
	if (!year->known) {
		text_add(home, true, _("being counted…"));
		return;
	}
	figures_add(home, year);
	chart_add(home, year);
}

/* ---- the first time -----------------------------------------------------------------------------
 */

static const char *const offers[OFFERS] = {
	[OFFER_EVENT] = N_("Make the first event"),
	[OFFER_TABLE] = N_("Bring in events, people, organisations (CSV, Excel)"),
	[OFFER_CALENDAR] = N_("Bring in a partner's calendar (.ics): dates taken"),
	[OFFER_SAMPLE] = N_("Look around in sample data, which are not kept"),
};

static void
offers_add(struct home *home)
{
	if (home->welcomes) {
		sentence_add(home, false, _("Welcome to Ateliers."));
		sentence_add(home, false,
			     _("The arrows choose, Enter opens, ? tells the keys of a screen."));
		sentence_add(home, false,
			     _("All is saved as it is done, and u undoes it: try without fear."));
	}
	heading_add(home, false, g_strdup(_("To begin with")));
	for (int i = 0; i < OFFERS; i++)
		line_add(home, (struct home_line){.kind = HOME_OFFER,
						  .offer = (enum home_offer)i,
						  .text = g_strdup(_(offers[i]))});
}

static void
next_none_add(struct home *home)
{
	const char *text = _("None yet. n: make one · b: bring in (CSV, Excel)");
	if (home->agenda->nothing)
		sentence_add(home, true, text);
	else
		text_add(home, true, text);
}

static void
next_add(struct home *home)
{
	heading_add(home, true, g_strdup(_("Next events")));
	agenda_add(home, true, home->agenda->next);
	if (home->agenda->next->len == 0)
		next_none_add(home);
}

/* ---- all of them --------------------------------------------------------------------------------
 */

void
home_lines_make(struct home *home)
{
	g_array_set_size(home->lines, 0);
	const Agenda *agenda = home->agenda;
	if (agenda == NULL)
		return;
	if (agenda->nothing) {
		offers_add(home);
		next_add(home);
		return;
	}
	if (agenda->now->len > 0) {
		heading_add(home, false, g_strdup(_("Today")));
		agenda_add(home, false, agenda->now);
	}
	heading_add(home, false, g_strdup(_("To do")));
	agenda_add(home, false, agenda->to_do);
	if (agenda->to_do->len == 0)
		text_add(home, false, _("Nothing waits"));
	next_add(home);
	year_add(home);
}
