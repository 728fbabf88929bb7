/* What the views of the calendar say in few letters. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/day_grid.h"
#include "core/status.h"
#include "screens/calendar_private.h"

const char *
calendar_heat(guint n)
{
	static const char *const unicode[] = {" ", "▁", "▄", "█"};
	static const char *const ascii[] = {" ", "+", "*", "#"};
	guint level = MIN(n, 3);
	return draw_letter(unicode[level], ascii[level]);
}

char *
calendar_letters(const struct calendar_mark *mark)
{
	return g_strconcat(mark->holiday != NULL ? C_("day mark", "H") : "",
			   mark->school != NULL ? C_("day mark", "S") : "",
			   mark->avoid != NULL ? C_("day mark", "A") : "",
			   mark->busy > 0 ? C_("day mark", "p") : "", NULL);
}

char *
calendar_legend(void)
{
	return g_strdup_printf(_("%s public holiday · %s school holidays · %s to avoid · %s "
				 "partner"),
			       C_("day mark", "H"), C_("day mark", "S"), C_("day mark", "A"),
			       C_("day mark", "p"));
}

/* Takes TEXT. */
static void
words_add(GString *words, char *text)
{
	if (words->len > 0)
		g_string_append(words, " · ");
	g_string_append(words, text);
	g_free(text);
}

char *
calendar_mark_words(const struct calendar_mark *mark)
{
	GString *words = g_string_new(NULL);
	if (mark->holiday != NULL)
		words_add(words, g_strdup_printf(_("public holiday: %s"), mark->holiday));
	if (mark->school != NULL)
		words_add(words, g_strdup_printf(_("school holidays: %s"), mark->school));
	if (mark->avoid != NULL)
		words_add(words, g_strdup_printf(_("period to avoid: %s"), mark->avoid));
	return g_string_free(words, FALSE);
}

const char *
calendar_mark_word(const struct calendar_mark *mark)
{
	if (mark->holiday != NULL)
		return C_("day", "holiday");
	if (mark->avoid != NULL)
		return C_("day", "to avoid");
	if (mark->school != NULL)
		return C_("day", "school h.");
	return mark->busy > 0 ? C_("day", "partner") : "";
}

static char *
minutes_text(int minutes)
{
	char time[6];
	time_from_minutes(CLAMP(minutes, 0, 1439), time);
	return time_text(time, false);
}

char *
calendar_hours(int start, int end)
{
	if (start < 0)
		return g_strdup("");
	g_autofree char *from = minutes_text(start);
	if (end <= start)
		return g_steal_pointer(&from);
	g_autofree char *until = minutes_text(end);
	return g_strdup_printf("%s–%s", from, until);
}

static const char *
status_shown(const struct calendar *calendar, const struct calendar_event *event)
{
	char today[11];
	date_from_number(calendar->today, today);
	struct event_opening opening = {.seats_taken = event->seats,
					.seat_limit = event->seat_limit,
					.deadline = event->deadline,
					.last_day = event->last_day,
					.today = today};
	const struct code *shown = event_status_shown(event->status, &opening);
	return shown != NULL ? code_text(shown) : event->status;
}

char *
calendar_count(const struct calendar_event *event)
{
	if (event->seat_limit > 0)
		return g_strdup_printf("%d/%d", (int)event->registered, (int)event->seat_limit);
	return event->registered > 0 ? g_strdup_printf("%d", (int)event->registered) : NULL;
}

char *
calendar_seats(const struct calendar *calendar, const struct calendar_event *event)
{
	const char *shown = status_shown(calendar, event);
	g_autofree char *count = calendar_count(event);
	return count != NULL ? g_strdup_printf("%s · %s", count, shown) : g_strdup(shown);
}

const char *
calendar_sign(const struct calendar_event *event)
{
	if (!event->live)
		return draw_letter("×", "x");
	return code_is(&code_event_statuses, event->status, CODE_OPEN) ||
			       code_is(&code_event_statuses, event->status, CODE_COUNTED)
		       ? ""
		       : "?";
}

enum style
calendar_style(const struct calendar *calendar, const struct calendar_event *event)
{
	if (calendar->move != NULL && calendar->move->event_id == event->event_id)
		return STYLE_MARKED;
	return *calendar_sign(event) != '\0' ? STYLE_FAINT : STYLE_PLAIN;
}

char *
calendar_day_head(int day)
{
	char date[11];
	date_from_number(day, date);
	g_autofree char *shown = date_text(date, DATE_SHORT);
	/* "jeu. 3 déc.": the month stands above. */
	char *last = strrchr(shown, ' ');
	if (last != NULL)
		*last = '\0';
	return g_steal_pointer(&shown);
}
