#include "core/check.h"

#include "core/check_private.h"
#include "core/status.h"

static void
problem_free(gpointer data)
{
	struct check_problem *problem = data;
	g_free(problem->message);
	g_free(problem);
}

static gint
severity_order(gconstpointer a, gconstpointer b)
{
	const struct check_problem *left = *(const struct check_problem *const *)a;
	const struct check_problem *right = *(const struct check_problem *const *)b;
	return (int)right->severity - (int)left->severity;
}

/* What there is to be put right beforehand. */
static void
check_plans(struct check_run *run)
{
	check_days(run);
	check_busy(run);
	check_seats(run);
	check_sessions(run);
	check_speakers(run);
}

GPtrArray *
check_event(const struct check_facts *facts)
{
	struct check_run run = {
		.facts = facts,
		.problems = g_ptr_array_new_with_free_func(problem_free),
		.complete = code_is(&code_event_statuses, facts->status, CODE_OPEN) ||
			    code_is(&code_event_statuses, facts->status, CODE_COUNTED),
	};
	bool plans =
		facts->status == NULL || code_is(&code_event_statuses, facts->status, CODE_LIVE);
	if (plans)
		check_event_data(&run);
	check_announcement(&run);
	if (plans)
		check_plans(&run);
	check_presence(&run);
	if (plans)
		check_balance(&run);
	check_meeting(&run);
	check_copies(&run);
	g_ptr_array_sort(run.problems, severity_order);
	return run.problems;
}

guint
check_count(const GPtrArray *problems, enum check_severity severity)
{
	guint n = 0;
	for (guint i = 0; i < problems->len; i++)
		n += ((const struct check_problem *)problems->pdata[i])->severity == severity ? 1
											      : 0;
	return n;
}

const char *
check_severity_code(enum check_severity severity)
{
	static const char *const codes[] = {
		[CHECK_INFORMATION] = "information",
		[CHECK_WARNING] = "warning",
		[CHECK_ERROR] = "error",
	};
	return codes[severity];
}
