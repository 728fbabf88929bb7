#include "paper/certificate_words.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "core/report.h"
#include "core/status.h"
#include "paper/places.h"
#include "paper/signature.h"

enum certificate_sort {
	CERTIFICATE_ATTENDANCE,
	CERTIFICATE_TRAINING,
	CERTIFICATE_SPEAKER,
};

static const struct {
	const char *document, *says, *extent; /* msgids */
} sorts[] = {
	[CERTIFICATE_ATTENDANCE] = {N_("CERTIFICATE OF ATTENDANCE"), N_("took part in:"),
				    N_("Attended")},
	[CERTIFICATE_TRAINING] = {N_("CERTIFICATE OF COMPLETION"), N_("followed the training:"),
				  N_("Attended")},
	[CERTIFICATE_SPEAKER] = {N_("SPEAKER’S CERTIFICATE"), N_("spoke at:"), N_("Was there")},
};

static enum certificate_sort
sort_of(const struct paper *paper, const struct attendee *attendee)
{
	if (code_is(&code_attendee_parts, attendee->part, CODE_SPEAKS))
		return CERTIFICATE_SPEAKER;
	return code_is(&code_proof_modes, paper->whole->event->proof_mode, CODE_COUNTED)
		       ? CERTIFICATE_TRAINING
		       : CERTIFICATE_ATTENDANCE;
}

/* ---- who certifies ------------------------------------------------------------------------------
 */

static char *
opening_text(const struct paper *paper, const struct signatory *signatory)
{
	const char *centre =
		paper->letterhead.centre != NULL ? paper->letterhead.centre : _("the organiser");
	if (signatory->name == NULL && paper->letterhead.centre == NULL)
		return g_strdup(_("The organiser certifies that"));
	if (signatory->name == NULL)
		return g_strdup_printf(_("%s certifies that"), centre);
	g_autofree char *who = signatory->title != NULL ? g_strdup_printf("%s, %s", signatory->name,
									  signatory->title)
							: g_strdup(signatory->name);
	return g_strdup_printf(_("I, the undersigned %s, on behalf of %s, certify that"), who,
			       centre);
}

/* Where the centre is, else where the event was: the town of its first day that has one. */
static const char *
town_of(const struct paper *paper, const struct signatory *signatory)
{
	const char *town = signatory->town;
	for (guint i = 0; town == NULL && i < paper->whole->days->n; i++) {
		const struct event_day *day = paper->whole->days->row[i];
		const struct venue *venue = rows_find(paper->whole->venues, day->venue_id);
		town = venue != NULL ? venue->town : NULL;
	}
	return town;
}

static void
done_write(const struct paper *paper, Writing *writing, const struct signatory *signatory,
	   const char *today)
{
	const char *town = town_of(paper, signatory);
	g_autofree char *date = date_text(today, DATE_LETTER);
	g_autofree char *done = town != NULL ? g_strdup_printf(_("Done at %s, on %s"), town, date)
					     : g_strdup_printf(_("Done on %s"), date);
	writing_room(writing, 6);
	writing_keep(writing);
	writing_text(writing, WRITING_ASIDE, done);
	writing_keep(writing);
	signature_write(writing, signatory, _("Signature and stamp"));
}

/* ---- what somebody spoke in ---------------------------------------------------------------------
 */

/* The titles of what somebody spoke in, or NULL. */
static char *
sessions_text(const struct paper *paper, gint64 person_id)
{
	g_autoptr(GPtrArray) titles = g_ptr_array_new();
	for (guint i = 0; i < paper->whole->speakers->n; i++) {
		const struct speaker *speaker = paper->whole->speakers->row[i];
		const struct session *session =
			rows_find(paper->whole->sessions, speaker->session_id);
		if (speaker->person_id == person_id && session != NULL &&
		    code_is(&code_speaker_states, speaker->state, CODE_LIVE) &&
		    !g_ptr_array_find(titles, session->title, NULL))
			g_ptr_array_add(titles, session->title);
	}
	if (titles->len == 0)
		return NULL;
	g_ptr_array_add(titles, NULL);
	return g_strjoinv(" ; ", (char **)titles->pdata);
}

/* ---- what was attended --------------------------------------------------------------------------
 */

/* "3 demi-journées, 8 h 30 au total"; hours only when those of every half-day are known. */
static char *
extent_text(const struct attendance *attendance)
{
	g_autofree char *number = report_text(attendance->halves, REPORT_HALVES);
	g_autofree char *half_days =
		g_strdup_printf(i18n_count("%s half-day", "%s half-days", attendance->halves / 2),
				number);
	g_autofree char *hours = wording_duration(attendance->minutes);
	if (!attendance->timed)
		return attendance->halves > 0 ? g_steal_pointer(&half_days) : NULL;
	if (attendance->halves == 0)
		return g_steal_pointer(&hours);
	return g_strdup_printf(_("%s, %s in all"), half_days, hours);
}

static void
half_days_write(const struct paper *paper, Writing *writing, const struct attendance *attendance)
{
	const struct writing_column columns[] = {{_("Date"), 50, WRITING_START},
						 {_("Half-day"), 30, WRITING_START},
						 {_("Hours"), 30, WRITING_START},
						 {_("Duration"), 20, WRITING_END}};
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < attendance->half_days->len; i++) {
		const struct half_day *half_day = attendance->half_days->pdata[i];
		const struct event_day *day = rows_find(paper->whole->days, half_day->day_id);
		g_autofree char *date = date_text(day != NULL ? day->date : NULL, DATE_LONG);
		g_autofree char *times = wording_times(half_day->start_time, half_day->end_time);
		bool timed = half_day->start_time != NULL && half_day->end_time != NULL;
		g_autofree char *duration =
			timed ? wording_duration(time_minutes(half_day->end_time) -
						 time_minutes(half_day->start_time))
			      : NULL;
		writing_row(table);
		writing_cell(writing, table, NULL, date, 1);
		writing_cell(writing, table, NULL, wording_part(half_day->part), 1);
		writing_cell(writing, table, NULL, times, 1);
		writing_cell(writing, table, NULL, duration, 1);
	}
}

/* Its dates are those of the event: the table says which of them were attended. */
static void
event_write(const struct paper *paper, Writing *writing, enum certificate_sort sort,
	    const struct attendee *attendee, const struct attendance *attendance)
{
	g_autofree char *sessions =
		sort == CERTIFICATE_SPEAKER ? sessions_text(paper, attendee->person_id) : NULL;
	g_autofree char *title = g_strdup_printf(_("“%s”"), paper->event.title);
	g_autofree char *extent = extent_text(attendance);
	writing_text(writing, WRITING_LARGE, title);
	writing_fact(writing, _("Type"), paper->event.kind);
	dates_write(paper, writing);
	places_write(paper, writing);
	writing_fact(writing, _("Spoke in"), sessions);
	writing_fact(writing, _(sorts[sort].extent), extent);
	half_days_write(paper, writing, attendance);
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

static void
training_write(Writing *writing)
{
	writing_fact(writing, _("Nature of the action"), _("training"));
	writing_text(writing, WRITING_SMALL,
		     _("Without prejudice to the periods that tax, accounting or commercial rules "
		       "impose, I undertake to keep all the documents from which this certificate "
		       "was drawn up for three years from the end of the year of the last payment. "
		       "Where European funds contribute, the period is extended by what the "
		       "agreements ask."));
}

static void
body_write(struct paper *paper, Writing *writing, enum certificate_sort sort,
	   const struct attendee *attendee, const struct attendance *attendance)
{
	struct document_person shown = {.organisation = attendee->organisation,
					.department = attendee->department};
	g_autofree char *organisation = wording_organisation(&shown);
	g_autofree char *from =
		wording_lines((const char *[]){attendee->function, organisation}, 2);
	writing_text(writing, WRITING_CENTRED, from);
	writing_text(writing, WRITING_PLAIN, _(sorts[sort].says));
	event_write(paper, writing, sort, attendee, attendance);
	if (sort == CERTIFICATE_TRAINING)
		training_write(writing);
	else
		writing_text(writing, WRITING_PLAIN,
			     _("Certificate issued to serve where it is asked for."));
}

Writing *
certificate_compose(struct paper *paper, const struct attendee *attendee,
		    const struct attendance *attendance, GError **error)
{
	enum certificate_sort sort = sort_of(paper, attendee);
	struct signatory signatory;
	char today[11];
	g_autofree char *person = addressee_text(paper, attendee, error);
	if (person == NULL)
		return NULL;
	Writing *writing = writing_new(_(sorts[sort].document), NULL);
	store_today(paper->store, today);
	signatory_load(paper->store, &signatory);
	g_autofree char *opening = opening_text(paper, &signatory);
	writing->letter = true;
	writing_room(writing, 8);
	writing_text(writing, WRITING_PLAIN, opening);
	writing_text(writing, WRITING_LARGE, person);
	body_write(paper, writing, sort, attendee, attendance);
	done_write(paper, writing, &signatory, today);
	signatory_clear(&signatory);
	return writing;
}

/* French is what nearly everyone has. */
const char *
certificate_language(const char *document)
{
	for (gsize i = 0; i < G_N_ELEMENTS(sorts); i++)
		if (g_strcmp0(document, sorts[i].document) == 0)
			return i18n_language_known("en");
	return i18n_language_known("fr");
}
