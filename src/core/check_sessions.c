/* The programme: times, rooms, who speaks where. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/check_private.h"
#include "core/status.h"

enum { DAY_MINUTES = 24 * 60 };

static bool
has_span(int start, int end)
{
	return start >= 0 && end > start;
}

static void
check_session_times(struct check_run *run, guint index)
{
	const struct check_session *session = &run->facts->sessions[index];
	if (session->start >= 0 && session->end >= 0 && session->end <= session->start) {
		check_add(run, CHECK_ERROR, "session_end_before_start",
			  check_at_session(run, "end_time", index),
			  g_strdup_printf(_("“%s” ends before it starts"),
					  check_session_title(session)));
		return;
	}
	if (session->day >= run->facts->n_days)
		return;
	const struct check_day *day = &run->facts->days[session->day];
	int from = day->welcome >= 0 && day->welcome < day->start ? day->welcome : day->start;
	bool early = from >= 0 && session->start >= 0 && session->start < from;
	bool late = day->end >= 0 && session->end > day->end;
	if (!early && !late)
		return;
	g_autofree char *times = check_times_text(session->start, session->end);
	g_autofree char *limits = check_times_text(from, day->end);
	check_add(run, CHECK_WARNING, "session_outside_day",
		  check_at_session(run, early ? "start_time" : "end_time", index),
		  g_strdup_printf(_("“%s” (%s) is outside the times of the day (%s)"),
				  check_session_title(session), times, limits));
}

static void
check_session_seats(struct check_run *run, guint index)
{
	const struct check_session *session = &run->facts->sessions[index];
	const char *title = check_session_title(session);
	if (session->room_capacity > 0 && session->chosen > session->room_capacity)
		check_add(run, CHECK_WARNING, "session_beyond_room",
			  check_at_session(run, "room", index),
			  g_strdup_printf(_("%ld people are in “%s” and the room holds %ld"),
					  (long)session->chosen, title,
					  (long)session->room_capacity));
	else if (session->seat_limit > 0 && session->chosen > session->seat_limit)
		check_add(run, CHECK_WARNING, "session_beyond_seats",
			  check_at_session(run, "capacity", index),
			  g_strdup_printf(_("%ld people are in “%s”, which has %ld seats"),
					  (long)session->chosen, title, (long)session->seat_limit));
	else if (session->room_capacity > 0 && session->seat_limit > session->room_capacity)
		check_add(run, CHECK_WARNING, "session_limit_beyond_room",
			  check_at_session(run, "capacity", index),
			  g_strdup_printf(_("“%s” has %ld seats and the room holds %ld"), title,
					  (long)session->seat_limit, (long)session->room_capacity));
}

static bool
sessions_meet(const struct check_run *run, guint a, guint b)
{
	const struct check_session *left = &run->facts->sessions[a];
	const struct check_session *right = &run->facts->sessions[b];
	const char *date = check_session_date(run, a);
	return date != NULL && g_strcmp0(date, check_session_date(run, b)) == 0 &&
	       check_overlap(left->start, left->end, right->start, right->end);
}

static const char *
room_text(const struct check_session *session)
{
	return session->room_name != NULL ? session->room_name : _("the room");
}

static void
check_room_within(struct check_run *run, guint index)
{
	const struct check_session *session = &run->facts->sessions[index];
	for (guint other = 0; session->room != 0 && other < index; other++) {
		const struct check_session *before = &run->facts->sessions[other];
		if (before->room != session->room || !sessions_meet(run, index, other))
			continue;
		g_autofree char *times = check_times_text(before->start, before->end);
		check_add(run, CHECK_ERROR, "room_overlap", check_at_session(run, "room", index),
			  g_strdup_printf(_("%s holds “%s” and “%s” (%s) at the same time"),
					  room_text(session), check_session_title(session),
					  check_session_title(before), times));
	}
}

/* A commitment elsewhere whose times are not known takes the whole day. */
static bool
engagement_meets(const struct check_engagement *engagement, const char *date, int start, int end)
{
	if (date == NULL || g_strcmp0(engagement->date, date) != 0)
		return false;
	bool timed = has_span(engagement->start, engagement->end);
	return check_overlap(timed ? engagement->start : 0, timed ? engagement->end : DAY_MINUTES,
			     has_span(start, end) ? start : 0,
			     has_span(start, end) ? end : DAY_MINUTES);
}

/* "2026-014 Journée d’échanges (14h–16h)". */
static char *
engagement_text(const struct check_engagement *engagement)
{
	g_autofree char *times = check_times_text(engagement->start, engagement->end);
	return *times == '\0' ? g_strdup(engagement->what)
			      : g_strdup_printf("%s (%s)", engagement->what, times);
}

static void
check_room_elsewhere(struct check_run *run, guint index)
{
	const struct check_session *session = &run->facts->sessions[index];
	const char *date = check_session_date(run, index);
	for (guint i = 0; session->room != 0 && i < run->facts->n_engagements; i++) {
		const struct check_engagement *engagement = &run->facts->engagements[i];
		if (engagement->room != session->room ||
		    !engagement_meets(engagement, date, session->start, session->end))
			continue;
		g_autofree char *shown = engagement_text(engagement);
		check_add(run, CHECK_ERROR, "room_taken", check_at_session(run, "room", index),
			  g_strdup_printf(_("%s, asked for “%s”, is taken by %s"),
					  room_text(session), check_session_title(session), shown));
	}
}

/* A training sheet without its trainer is no proof (case law). */
static enum check_severity
no_speaker_severity(const struct check_run *run)
{
	bool training = g_strcmp0(run->facts->proof_mode, "training") == 0;
	return training && run->complete ? CHECK_ERROR : CHECK_WARNING;
}

static void
check_session_speaker(struct check_run *run, guint index)
{
	const struct check_session *session = &run->facts->sessions[index];
	if (session->n_speakers > 0 || !code_is(&code_session_kinds, session->kind, CODE_SPEAKS))
		return;
	check_add(run, no_speaker_severity(run), "no_speaker",
		  check_at_session(run, "speakers", index),
		  g_strdup_printf(_("“%s” has no speaker"), check_session_title(session)));
}

/* ---- half-days that the programme leaves out ------------------------------------------------ */

/* So much before the day's own end, a programme is over and not merely early. */
enum { EARLY_MINUTES = 60 };

/* The work of a day. */
struct working_day {
	guint day;
	GArray *spans;          /* struct half_day_span */
	int start, end;         /* -1: no session has times */
	guint earliest, latest; /* the sessions that begin and end it */
	bool doubtful;          /* one ends before it starts: told as such */
};

static void
working_day_read(const struct check_run *run, struct working_day *work)
{
	for (guint i = 0; i < run->facts->n_sessions; i++) {
		const struct check_session *session = &run->facts->sessions[i];
		if (session->day != work->day)
			continue;
		work->doubtful |=
			session->start >= 0 && session->end >= 0 && session->end <= session->start;
		if (!has_span(session->start, session->end) ||
		    !code_is(&code_session_kinds, session->kind, CODE_WORK))
			continue;
		struct half_day_span span = {session->start, session->end};
		g_array_append_val(work->spans, span);
		if (work->start < 0 || session->start < work->start) {
			work->start = session->start;
			work->earliest = i;
		}
		if (session->end > work->end) {
			work->end = session->end;
			work->latest = i;
		}
	}
}

/* A half-day that somebody added by hand is signed for as well. */
static bool
half_day_is_there(const struct check_facts *facts, const struct half_day_made *made, guint n,
		  guint day, const char *part)
{
	for (guint i = 0; i < n; i++)
		if (strcmp(made[i].part, part) == 0)
			return true;
	for (guint i = 0; i < facts->n_half_days; i++)
		if (facts->half_days[i].day == day &&
		    g_strcmp0(facts->half_days[i].part, part) == 0)
			return true;
	return false;
}

static char *
no_sign_in_text(const char *part)
{
	if (strcmp(part, "am") == 0)
		return g_strdup(_("no sign-in in the morning"));
	return g_strdup(strcmp(part, "pm") == 0 ? _("no sign-in in the afternoon")
						: _("no sign-in in the evening"));
}

static void
half_day_left_out(struct check_run *run, const struct working_day *work,
		  const struct half_day_made *missing)
{
	const struct check_day *day = &run->facts->days[work->day];
	bool early = missing->end > work->end && work->end + EARLY_MINUTES <= day->end;
	bool late = missing->start < work->start && work->start - EARLY_MINUTES >= day->start;
	if (!early && !late)
		return;
	g_autofree char *shown = date_text(day->date, DATE_SHORT);
	g_autofree char *lost = no_sign_in_text(missing->part);
	g_autofree char *own = check_times_text(early ? work->end : work->start, -1);
	g_autofree char *whole = check_times_text(early ? day->end : day->start, -1);
	check_add(run, CHECK_WARNING, "half_day_without_session",
		  early ? check_at_session(run, "end_time", work->latest)
			: check_at_session(run, "start_time", work->earliest),
		  g_strdup_printf(early ? _("The programme of %s ends at %s, the day at %s: %s")
					: _("The programme of %s begins at %s, the day at %s: %s"),
				  shown, own, whole, lost));
}

/* Half-days come from the programme where there is one: what it leaves out is not signed for. */
static void
check_day_covered(struct check_run *run, guint index)
{
	const struct check_facts *facts = run->facts;
	const struct check_day *day = &facts->days[index];
	const struct half_day_rule *rule =
		facts->half_day_rule != NULL ? facts->half_day_rule : &half_day_rule_default;
	g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(struct half_day_span));
	struct working_day work = {.day = index, .spans = spans, .start = -1, .end = -1};
	working_day_read(run, &work);
	if (spans->len == 0 || work.doubtful || !date_is_day(day->date) ||
	    !has_span(day->start, day->end))
		return;
	struct half_day_made made[HALF_DAYS_MAX], whole[HALF_DAYS_MAX];
	guint n_made = half_day_make(rule, (const void *)spans->data, spans->len, day->start,
				     day->end, made);
	guint n_whole = half_day_make(rule, NULL, 0, day->start, day->end, whole);
	for (guint i = 0; i < n_whole; i++)
		if (!half_day_is_there(facts, made, n_made, index, whole[i].part))
			half_day_left_out(run, &work, &whole[i]);
}

/* Those of the same time exclude each other whatever is typed; it is said all the same, where
 * somebody may think that an empty field leaves them apart. */
static void
check_session_group(struct check_run *run, guint index)
{
	const struct check_session *session = &run->facts->sessions[index];
	for (guint i = 0; session->group == NULL && i < run->facts->n_sessions; i++) {
		const struct check_session *other = &run->facts->sessions[i];
		if (i == index || other->group == NULL || !sessions_meet(run, index, i))
			continue;
		const char *title = check_session_title(other);
		bool chosen = code_is(&code_session_kinds, session->kind, CODE_CHOSEN);
		char *message =
			chosen ? g_strdup_printf(_("at the same time as “%s” of group %s: people "
						   "are in one of the two"),
						 title, other->group)
			       : g_strdup_printf(_("at the same time as “%s” of group %s: type the "
						   "same if people choose between the two"),
						 title, other->group);
		check_add(run, CHECK_INFORMATION, "session_group",
			  check_at_session(run, "parallel_group", index), message);
		return;
	}
}

static void
check_clashes(struct check_run *run)
{
	for (guint i = 0; i < run->facts->n_clashes; i++) {
		const struct check_clash *clash = &run->facts->clashes[i];
		const struct check_session *one = &run->facts->sessions[clash->one];
		const struct check_session *other = &run->facts->sessions[clash->other];
		check_add(run, CHECK_WARNING, "people_twice",
			  check_at_session(run, "start_time", clash->one),
			  g_strdup_printf(
				  i18n_count("%ld person is in “%s” and in “%s” at the same time",
					     "%ld people are in “%s” and in “%s” at the same time",
					     clash->people),
				  (long)clash->people, check_session_title(one),
				  check_session_title(other)));
	}
}

void
check_sessions(struct check_run *run)
{
	for (guint i = 0; i < run->facts->n_days; i++)
		check_day_covered(run, i);
	for (guint i = 0; i < run->facts->n_sessions; i++) {
		check_session_times(run, i);
		check_session_seats(run, i);
		check_room_within(run, i);
		check_room_elsewhere(run, i);
		check_session_speaker(run, i);
		check_session_group(run, i);
	}
	check_clashes(run);
}

/* ---- speakers ----------------------------------------------------------------------------- */

static bool
is_live(const struct check_speaker *speaker)
{
	return code_is(&code_speaker_states, speaker->state, CODE_LIVE);
}

static bool
has_session(const struct check_run *run, const struct check_speaker *speaker)
{
	return speaker->session >= 0 && (guint)speaker->session < run->facts->n_sessions;
}

/* In one room there is one place; that the room is used twice is told as such. */
static bool
same_room(const struct check_run *run, guint a, guint b)
{
	gint64 room = run->facts->sessions[a].room;
	return room != 0 && room == run->facts->sessions[b].room;
}

static void
check_speaker_within(struct check_run *run, guint index)
{
	const struct check_speaker *speaker = &run->facts->speakers[index];
	guint here = (guint)speaker->session;
	for (guint i = 0; i < index; i++) {
		const struct check_speaker *other = &run->facts->speakers[i];
		if (other->person != speaker->person || !is_live(other) ||
		    !has_session(run, other) || other->session == speaker->session ||
		    same_room(run, here, (guint)other->session) ||
		    !sessions_meet(run, here, (guint)other->session))
			continue;
		const struct check_session *there = &run->facts->sessions[other->session];
		g_autofree char *times = check_times_text(there->start, there->end);
		check_add(run, CHECK_ERROR, "speaker_overlap",
			  check_at_session(run, "speakers", here),
			  g_strdup_printf(_("%s speaks in “%s” and in “%s” (%s) at the same time"),
					  speaker->name,
					  check_session_title(&run->facts->sessions[here]),
					  check_session_title(there), times));
	}
}

static void
check_speaker_at(struct check_run *run, const struct check_speaker *speaker, const char *date,
		 int start, int end, struct check_place place)
{
	for (guint i = 0; i < run->facts->n_engagements; i++) {
		const struct check_engagement *engagement = &run->facts->engagements[i];
		if (engagement->person == 0 || engagement->person != speaker->person ||
		    !engagement_meets(engagement, date, start, end))
			continue;
		g_autofree char *shown = date_text(date, DATE_SHORT);
		g_autofree char *other = engagement_text(engagement);
		check_add(run, CHECK_ERROR, "speaker_elsewhere", place,
			  g_strdup_printf(_("%s is expected elsewhere on %s: %s"), speaker->name,
					  shown, other));
	}
}

static void
check_speaker_elsewhere(struct check_run *run, const struct check_speaker *speaker)
{
	const struct check_facts *facts = run->facts;
	if (has_session(run, speaker)) {
		guint here = (guint)speaker->session;
		check_speaker_at(run, speaker, check_session_date(run, here),
				 facts->sessions[here].start, facts->sessions[here].end,
				 check_at_session(run, "speakers", here));
		return;
	}
	for (guint day = 0; day < facts->n_days; day++)
		check_speaker_at(run, speaker, facts->days[day].date, facts->days[day].start,
				 facts->days[day].end, check_at_day("speakers", day));
}

static void
check_speaker_state(struct check_run *run, guint index)
{
	const struct check_speaker *speaker = &run->facts->speakers[index];
	if (!run->complete || code_is(&code_speaker_states, speaker->state, CODE_COUNTED))
		return;
	for (guint i = 0; i < index; i++)
		if (run->facts->speakers[i].person == speaker->person)
			return;
	check_add(run, CHECK_INFORMATION, "speaker_unconfirmed", check_at_event("speakers"),
		  g_strdup_printf(_("%s has not confirmed (%s)"), speaker->name,
				  code_label(&code_speaker_states, speaker->state)));
}

static void
check_no_speaker_at_all(struct check_run *run)
{
	const struct check_facts *facts = run->facts;
	for (guint i = 0; i < facts->n_speakers; i++)
		if (is_live(&facts->speakers[i]))
			return;
	if (facts->n_stray_speakers > 0)
		return;
	if (!run->complete || facts->n_sessions > 0)
		return;
	check_add(run, no_speaker_severity(run), "no_speaker", check_at_event("speakers"),
		  g_strdup(_("The event has no speaker")));
}

void
check_speakers(struct check_run *run)
{
	check_no_speaker_at_all(run);
	for (guint i = 0; i < run->facts->n_stray_speakers; i++)
		check_add(run, CHECK_WARNING, "speaker_not_on_programme",
			  check_at_event("speakers"),
			  g_strdup_printf(_("%s is registered as a speaker, but is not on the "
					    "programme"),
					  run->facts->stray_speakers[i]));
	for (guint i = 0; i < run->facts->n_speakers; i++) {
		const struct check_speaker *speaker = &run->facts->speakers[i];
		if (!is_live(speaker))
			continue;
		if (has_session(run, speaker))
			check_speaker_within(run, i);
		check_speaker_elsewhere(run, speaker);
		check_speaker_state(run, i);
	}
}
