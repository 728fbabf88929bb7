/* An event that is moved through the calendar: on each day it is said what speaks against it. */
#include <string.h>

#include "app/announcement.h"
#include "app/event.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/day_grid.h"
#include "core/event.h"
#include "screens/calendar_private.h"

#define ASKED_BEYOND 100 /* days around the event that are looked at at once */

static void
move_free(struct calendar_move *move)
{
	if (move == NULL)
		return;
	date_finder_free(move->finder);
	g_free(move->title);
	g_free(move->announced);
	g_free(move);
}

/* Have the facts for the days around DAY. */
static bool
finder_need(struct calendar_move *move, struct ui *ui, int day)
{
	if (move->finder != NULL && day >= move->known_first && day <= move->known_last)
		return true;
	GError *error = NULL;
	g_autoptr(DateSearch) search = date_search_of_event(ui->store, move->event_id, &error);
	DateFinder *finder = NULL;
	if (search != NULL) {
		search->from = day - ASKED_BEYOND;
		search->until = day + ASKED_BEYOND;
		finder = date_finder_load(ui->store, search, NULL, &error);
	}
	ui_fail(ui, error);
	if (finder == NULL)
		return false;
	date_finder_free(move->finder);
	move->finder = finder;
	move->known_first = day - ASKED_BEYOND;
	move->known_last = day + ASKED_BEYOND;
	return true;
}

static bool
may_move(const struct event *event, GError **error)
{
	return event_may_move(event) ||
	       fail(error, ERROR_INVALID,
		    _("%s is over: its date is changed in its form (e), not by moving it"),
		    event->number);
}

static bool
move_read(struct calendar_move *move, struct ui *ui, GError **error)
{
	struct event *event = store_get(ui->store, &entity_event, move->event_id, error);
	g_autoptr(Rows) days = event != NULL ? event_days(ui->store, move->event_id, error) : NULL;
	g_autoptr(Announced) announced =
		days != NULL ? announced_load(ui->store, move->event_id, error) : NULL;
	bool done = announced != NULL && may_move(event, error);
	if (done) {
		const struct event_day *first = days->n > 0 ? days->row[0] : NULL;
		move->title =
			g_strdup(event->short_title != NULL ? event->short_title : event->title);
		move->first = first != NULL && date_is_day(first->date) ? date_number(first->date)
									: move->from;
		move->n_days = days->n;
		move->announced = announced_when(ui->store, announced);
	}
	entity_free(&entity_event, event);
	return done;
}

void
calendar_move_begin(struct calendar *calendar, struct ui *ui, gint64 event_id)
{
	struct calendar_move *move = g_new0(struct calendar_move, 1);
	GError *error = NULL;
	move->event_id = event_id;
	move->from = calendar->day;
	if (!move_read(move, ui, &error) || !finder_need(move, ui, calendar->day)) {
		ui_fail(ui, error);
		move_free(move);
		return;
	}
	calendar->move = move;
}

void
calendar_move_end(struct calendar *calendar)
{
	if (calendar->move != NULL)
		calendar->day = calendar->move->from;
	g_clear_pointer(&calendar->move, move_free);
}

static int
day_first(const struct calendar *calendar)
{
	return calendar->move->first + calendar->day - calendar->move->from;
}

static bool
event_set(struct ui *ui, gint64 event_id, const char *date, GError **error)
{
	struct event *event = store_get(ui->store, &entity_event, event_id, error);
	bool done = event != NULL && event_move(ui->store, event, date, error);
	if (done)
		store_about(ui->store, &entity_event, event_id, event_id, 1);
	entity_free(&entity_event, event);
	return done;
}

/* What was announced has now another date: the people who have it are to be told. */
static char *
move_sentence(const struct calendar_move *move, const char *date)
{
	g_autofree char *shown = date_text(date, DATE_MEDIUM);
	return move->announced != NULL
		       ? g_strdup_printf(_("moved to %s (announced): A announces it again · %s"),
					 shown, move->title)
		       : g_strdup_printf(_("moved to %s · %s"), shown, move->title);
}

void
calendar_move_set(struct calendar *calendar, struct ui *ui)
{
	struct calendar_move *move = g_steal_pointer(&calendar->move);
	int first = move->first + calendar->day - move->from;
	char date[11];
	date_from_number(first, date);
	GError *error = NULL;
	if (first == move->first) {
		ui_say(ui, TOAST_NOTE, _("It stays where it was"));
	} else if (ui_begin(ui, "event_move")) {
		g_autofree char *what = move_sentence(move, date);
		if (event_set(ui, move->event_id, date, &error)) {
			ui_commit(ui, what);
		} else {
			store_rollback(ui->store);
			ui_fail(ui, error);
			calendar->day = move->from;
		}
	}
	move_free(move);
}

static void
head_draw(const struct calendar *calendar, struct area area)
{
	const struct calendar_move *move = calendar->move;
	char from[11], to[11];
	date_from_number(move->first, from);
	date_from_number(day_first(calendar), to);
	g_autofree char *first = date_text(from, DATE_SHORT);
	g_autofree char *target = date_text(to, DATE_MEDIUM);
	g_autofree char *text =
		move->n_days > 1
			? g_strdup_printf(i18n_count("%s, its %u day: from %s to %s",
						     "%s, its %u days: from %s to %s",
						     move->n_days),
					  move->title, move->n_days, first, target)
			: g_strdup_printf(_("%s: from %s to %s"), move->title, first, target);
	draw_line(area.y, area.x, area.width);
	draw_text(area.y, area.x + 2, area.width - 4, STYLE_HEAD,
		  _("Moving an event: arrows, Enter sets it, Esc leaves it"));
	draw_text(area.y + 1, area.x + 1, area.width - 2, STYLE_MARKED, text);
}

static void
reason_draw(const struct finder_reason *reason, struct area area)
{
	bool against = reason->points > 0;
	draw_text(area.y, area.x + 1, 1, against ? STYLE_WARNING : STYLE_GOOD,
		  against ? "!" : draw_letter("✓", "+"));
	draw_text(area.y, area.x + 3, area.width - 4, against ? STYLE_PLAIN : STYLE_FAINT,
		  reason->text);
}

void
calendar_move_draw(struct calendar *calendar, struct ui *ui, struct area area)
{
	head_draw(calendar, area);
	int first = day_first(calendar), y = 2;
	if (!finder_need(calendar->move, ui, first))
		return;
	struct found_day *found = finder_day(date_finder_facts(calendar->move->finder), first);
	if (calendar->move->announced != NULL && y < area.height)
		draw_format(area.y + y++, area.x + 1, area.width - 2, STYLE_WARNING,
			    _("! announced on %s: calendars are to be updated"),
			    calendar->move->announced);
	for (guint i = 0; i < found->reasons->len && y < area.height; i++)
		reason_draw(&g_array_index(found->reasons, struct finder_reason, i),
			    (struct area){area.y + y++, area.x, 1, area.width});
	found_day_free(found);
}
