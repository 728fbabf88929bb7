/* What all checks find with: where a problem stands, its words, and the run that collects it. */
#include "base/date.h"
#include "base/i18n.h"
#include "core/check_private.h"
#include "core/status.h"

bool
check_overlap(int start_a, int end_a, int start_b, int end_b)
{
	if (start_a < 0 || end_a < 0 || start_b < 0 || end_b < 0)
		return false;
	return start_a < end_b && start_b < end_a;
}

struct check_place
check_at_event(const char *field)
{
	return (struct check_place){.field = field, .session = -1, .day = -1};
}

struct check_place
check_at_day(const char *field, guint day)
{
	return (struct check_place){.field = field, .session = -1, .day = (int)day};
}

struct check_place
check_at_session(const struct check_run *run, const char *field, guint session)
{
	guint day = run->facts->sessions[session].day;
	return (struct check_place){.field = field,
				    .session = (int)session,
				    .day = day < run->facts->n_days ? (int)day : -1};
}

void
check_add(struct check_run *run, enum check_severity severity, const char *code,
	  struct check_place place, char *message)
{
	struct check_problem *problem = g_new(struct check_problem, 1);
	*problem = (struct check_problem){.severity = severity,
					  .code = code,
					  .message = message,
					  .field = place.field,
					  .session = place.session,
					  .day = place.day};
	g_ptr_array_add(run->problems, problem);
}

const char *
check_session_date(const struct check_run *run, guint session)
{
	guint day = run->facts->sessions[session].day;
	return day < run->facts->n_days ? run->facts->days[day].date : NULL;
}

const char *
check_session_title(const struct check_session *session)
{
	return session->title != NULL ? session->title
				      : code_label(&code_session_kinds, session->kind);
}

static char *
minutes_text(int minutes)
{
	if (minutes < 0 || minutes > 24 * 60)
		return g_strdup("");
	if (minutes == 24 * 60)
		return g_strdup(_("midnight"));
	char time[6];
	time_from_minutes(minutes, time);
	return time_text(time, false);
}

char *
check_times_text(int start, int end)
{
	g_autofree char *from = minutes_text(start);
	g_autofree char *to = minutes_text(end);
	return g_strdup_printf("%s%s%s", from, *from != '\0' && *to != '\0' ? "–" : "", to);
}
