/* Counting what figures tell, and naming it. */
#include <string.h>

#include "core/report_private.h"
#include "core/status.h"

/* ---- places on axes -----------------------------------------------------------------------------
 */

static guint
month_of(const ReportScope *scope, const struct report_hit *hit)
{
	const char *start = scope->facts->events[hit->event].start_date;
	if (hit->half_day == REPORT_NONE)
		return report_in_year(scope, start) ? report_month(start) : REPORT_MONTHS;
	const char *date = scope->facts->half_days[hit->half_day].date;
	if (date == NULL && !scope->dated[hit->event])
		date = start;
	return report_month(date);
}

static guint
status_of(const struct report_event *event)
{
	const struct code *status = code_find(&code_event_statuses, event->status);
	return status != NULL ? (guint)(status - code_event_statuses.codes) : code_event_statuses.n;
}

static guint
event_place(const ReportScope *scope, enum report_axis axis, const struct report_hit *hit)
{
	const struct report_event *event = &scope->facts->events[hit->event];
	switch ((int)axis) {
	case REPORT_BY_STATUS:
		return status_of(event);
	case REPORT_BY_HEADING:
		return event->heading;
	case REPORT_BY_KIND:
		return event->kind;
	case REPORT_BY_THEME:
		return event->theme;
	case REPORT_BY_MODE:
		return event->mode;
	case REPORT_BY_CYCLE:
		return event->cycle;
	case REPORT_BY_EVENT:
		return hit->event;
	default:
		return REPORT_NONE;
	}
}

static guint
half_day_place(const ReportScope *scope, enum report_axis axis, const struct report_hit *hit)
{
	const struct report_event *event = &scope->facts->events[hit->event];
	const struct report_half_day *half_day =
		hit->half_day != REPORT_NONE ? &scope->facts->half_days[hit->half_day] : NULL;
	if (axis == REPORT_BY_MONTH)
		return month_of(scope, hit);
	if (axis == REPORT_BY_PLACE)
		return half_day != NULL ? half_day->place : event->place;
	return half_day != NULL ? half_day->town : event->town;
}

static guint
attendee_place(const ReportScope *scope, enum report_axis axis, const struct report_hit *hit)
{
	if (hit->attendee == REPORT_NONE)
		return REPORT_NONE;
	const struct report_attendee *attendee = &scope->facts->attendees[hit->attendee];
	switch ((int)axis) {
	case REPORT_BY_FAMILY:
		return attendee->family;
	case REPORT_BY_LEVEL:
		return attendee->level;
	case REPORT_BY_ROLE:
		return attendee->role;
	default:
		return attendee->department;
	}
}

guint
report_place(const ReportScope *scope, enum report_axis axis, const struct report_hit *hit)
{
	switch (axis) {
	case REPORT_ALL:
		return 0;
	case REPORT_BY_STATUS:
	case REPORT_BY_HEADING:
	case REPORT_BY_KIND:
	case REPORT_BY_THEME:
	case REPORT_BY_MODE:
	case REPORT_BY_CYCLE:
	case REPORT_BY_EVENT:
		return event_place(scope, axis, hit);
	case REPORT_BY_MONTH:
	case REPORT_BY_PLACE:
	case REPORT_BY_TOWN:
		return half_day_place(scope, axis, hit);
	case REPORT_BY_FAMILY:
	case REPORT_BY_LEVEL:
	case REPORT_BY_ROLE:
	case REPORT_BY_DEPARTMENT:
		return attendee_place(scope, axis, hit);
	case REPORT_BY_PARTNER_ROLE:
		return hit->partner != REPORT_NONE ? scope->facts->partners[hit->partner].role
						   : REPORT_NONE;
	case REPORT_BY_PARTNER_FAMILY:
		return hit->partner != REPORT_NONE ? scope->facts->partners[hit->partner].family
						   : REPORT_NONE;
	case REPORT_AXES:
		break;
	}
	return REPORT_NONE;
}

/* ---- counting -----------------------------------------------------------------------------------
 */

struct counting {
	const ReportScope *scope;
	enum report_axis axis, across;
	guint rows, columns;
	gint64 *counts;
	gint64 *last; /* the group that each cell has counted last */
};

static guint
axis_size(const ReportScope *scope, enum report_axis axis)
{
	return axis == REPORT_ALL ? 1 : scope->facts->axes[axis].n;
}

static void
count_hit(const struct report_hit *hit, gpointer user)
{
	struct counting *counting = user;
	guint row = report_place(counting->scope, counting->axis, hit);
	guint column = report_place(counting->scope, counting->across, hit);
	if (row >= counting->rows || column >= counting->columns)
		return;
	guint cell = row * counting->columns + column;
	if (hit->group != 0 && counting->last[cell] == hit->group)
		return;
	counting->last[cell] = hit->group;
	counting->counts[cell] += hit->amount;
}

static gint64 *
counts_plain(const ReportScope *scope, enum report_figure figure, enum report_axis axis,
	     enum report_axis across)
{
	struct counting counting = {.scope = scope,
				    .axis = axis,
				    .across = across,
				    .rows = axis_size(scope, axis),
				    .columns = axis_size(scope, across)};
	gsize n = (gsize)counting.rows * counting.columns;
	counting.counts = g_new0(gint64, n + 1);
	counting.last = g_new0(gint64, n + 1);
	report_each(scope, figure, count_hit, &counting);
	g_free(counting.last);
	return counting.counts;
}

gint64
report_rate(gint64 part, gint64 whole)
{
	return part == REPORT_UNKNOWN || whole <= 0 ? REPORT_UNKNOWN
						    : (part * 2000 + whole) / (2 * whole);
}

static gint64 *
counts_rate(const ReportScope *scope, enum report_figure figure, enum report_axis axis,
	    enum report_axis across)
{
	enum report_figure part = 0, whole = 0;
	report_figure_parts(figure, &part, &whole);
	gint64 *counts = report_counts(scope, part, axis, across);
	g_autofree gint64 *wholes = report_counts(scope, whole, axis, across);
	gsize n = (gsize)axis_size(scope, axis) * axis_size(scope, across);
	for (gsize i = 0; i < n; i++)
		counts[i] = report_rate(counts[i], wholes[i]);
	return counts;
}

/* Axes of people do not part the events: of them it is known as soon as it is of one. */
static enum report_axis
axis_of_events(enum report_axis axis)
{
	return axis < REPORT_BY_FAMILY ? axis : REPORT_ALL;
}

/* What nobody can know is not nothing: where no event tells, the counts say so. */
static void
hide_unknown(const ReportScope *scope, enum report_figure figure, enum report_axis axis,
	     enum report_axis across, gint64 *counts)
{
	enum report_figure telling = report_figure_telling(figure);
	if (telling == REPORT_FIGURES)
		return;
	enum report_axis rows = axis_of_events(axis), columns = axis_of_events(across);
	g_autofree gint64 *told = counts_plain(scope, telling, rows, columns);
	guint n_columns = axis_size(scope, across), n_told = axis_size(scope, columns);
	for (guint i = 0; i < axis_size(scope, axis); i++)
		for (guint j = 0; j < n_columns; j++)
			if (told[(rows != REPORT_ALL ? i : 0) * n_told +
				 (columns != REPORT_ALL ? j : 0)] == 0)
				counts[i * n_columns + j] = REPORT_UNKNOWN;
}

gint64 *
report_counts(const ReportScope *scope, enum report_figure figure, enum report_axis axis,
	      enum report_axis across)
{
	if (report_figure_unit(figure) == REPORT_PERMILLE)
		return counts_rate(scope, figure, axis, across);
	gint64 *counts = counts_plain(scope, figure, axis, across);
	hide_unknown(scope, figure, axis, across, counts);
	return counts;
}

gint64
report_count(const ReportScope *scope, const struct report_cell *cell)
{
	guint columns = axis_size(scope, cell->across);
	g_autofree gint64 *counts = report_counts(scope, cell->figure, cell->axis, cell->across);
	return counts[(cell->axis != REPORT_ALL ? cell->value : 0) * columns +
		      (cell->across != REPORT_ALL ? cell->across_value : 0)];
}

/* ---- what is behind -----------------------------------------------------------------------------
 */

struct behind {
	const ReportScope *scope;
	const struct report_cell *cell;
	report_behind_taker take;
	gpointer user;
	bool registrations;
};

static bool
hit_is_in(const struct behind *behind, const struct report_hit *hit)
{
	const struct report_cell *cell = behind->cell;
	return (cell->axis == REPORT_ALL ||
		report_place(behind->scope, cell->axis, hit) == cell->value) &&
	       (cell->across == REPORT_ALL ||
		report_place(behind->scope, cell->across, hit) == cell->across_value);
}

static void
name_hit(const struct report_hit *hit, gpointer user)
{
	const struct behind *behind = user;
	if (!hit_is_in(behind, hit))
		return;
	if (behind->registrations) {
		if (hit->attendee != REPORT_NONE)
			behind->take(hit->attendee, behind->user);
		return;
	}
	switch (report_figure_subject(behind->cell->figure)) {
	case REPORT_EVENTS:
		behind->take(behind->scope->facts->events[hit->event].id, behind->user);
		break;
	case REPORT_PEOPLE:
		behind->take(hit->person, behind->user);
		break;
	case REPORT_ORGANISATIONS:
		behind->take(hit->body, behind->user);
		break;
	}
}

void
report_behind(const ReportScope *scope, const struct report_cell *cell, report_behind_taker take,
	      gpointer user)
{
	struct behind behind = {scope, cell, take, user, false};
	report_each(scope, cell->figure, name_hit, &behind);
}

void
report_registrations(const ReportScope *scope, const struct report_cell *cell,
		     report_behind_taker take, gpointer user)
{
	struct behind behind = {scope, cell, take, user, true};
	report_each(scope, cell->figure, name_hit, &behind);
}
