/* The programme, as the public reads it. */
#include "base/date.h"
#include "base/i18n.h"
#include "core/status.h"
#include "paper/logos.h"
#include "paper/places.h"
#include "paper/sessions.h"
#include "store/setting.h"

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "programme");
}

/* ---- the day ------------------------------------------------------------------------------------
 */

/* "Accueil à partir de 8 h 45"; nobody is welcomed at a door where there is none. */
static char *
welcome_text(const struct paper *paper, const struct event_day *day)
{
	if (day->welcome_time == NULL)
		return NULL;
	g_autofree char *time = time_text(day->welcome_time, true);
	return g_strdup_printf(paper_is_online(paper) ? _("Connection possible from %s")
						      : _("Welcome from %s"),
			       time);
}

/* Its times, and its place where the days are not all at one. */
static char *
day_text(const struct paper *paper, const struct event_day *day)
{
	const struct venue *venue = rows_find(paper->whole->venues, day->venue_id);
	g_autofree char *welcome = welcome_text(paper, day);
	g_autofree char *times = wording_times(day->start_time, day->end_time);
	bool elsewhere = venue != NULL && paper->event.town == NULL;
	return wording_join((const char *[]){welcome, times, elsewhere ? venue->name : NULL}, 3);
}

static void
day_write(struct paper *paper, Writing *writing, const struct event_day *day)
{
	g_autoptr(GPtrArray) sessions = sessions_of_day(paper, day->id);
	g_autofree char *date = day->date != NULL ? date_text(day->date, DATE_LONG)
						  : g_strdup(_("On a day that is not fixed yet"));
	g_autofree char *text = day_text(paper, day);
	bool only = paper->whole->days->n == 1;
	if (sessions->len == 0 && only)
		return;
	writing_heading(writing, 1, only ? _("Programme") : date);
	writing_text(writing, WRITING_PLAIN, only ? NULL : text);
	if (!only && sessions->len > 0)
		writing_keep(writing);
	sessions_schedule(paper, writing, sessions, true);
}

static void
days_write(struct paper *paper, Writing *writing)
{
	const Rows *days = paper->whole->days;
	g_autoptr(GPtrArray) loose = sessions_of_day(paper, 0);
	for (guint i = 0; i < days->n; i++)
		day_write(paper, writing, days->row[i]);
	if (loose->len > 0)
		writing_heading(writing, 1,
				days->n > 0 ? _("On a day that is not fixed yet") : _("Programme"));
	sessions_schedule(paper, writing, loose, true);
	if (paper->whole->sessions->n > 0 || paper->whole->event->programme_note == NULL)
		return;
	writing_heading(writing, 1, _("Programme"));
	writing_text(writing, WRITING_PLAIN, paper->whole->event->programme_note);
}

/* ---- around it ----------------------------------------------------------------------------------
 */

/* "du 15 au 17 octobre 2026 · 9 h 30 – 16 h 30". */
static void
head_write(struct paper *paper, Writing *writing)
{
	g_autofree char *dates = wording_dates(&paper->event);
	g_autofree char *times = wording_times(paper->event.start_time, paper->event.end_time);
	const Rows *days = paper->whole->days;
	g_autofree char *welcome = days->n == 1 ? welcome_text(paper, days->row[0]) : NULL;
	g_autofree char *when =
		wording_join((const char *[]){paper->event.kind, dates, times, welcome}, 4);
	g_autofree char *place = places_text(paper);
	writing_add_fact(writing, when);
	writing_add_fact(writing, place);
	writing_add_fact(writing, paper->event.partners);
}

static void
intention_write(struct paper *paper, Writing *writing)
{
	const struct event *event = paper->whole->event;
	g_autofree char *speakers = sessions_speakers(paper, 0);
	writing_fact(writing, _("Objectives"), event->objectives);
	writing_fact(writing, _("Audience"), event->audience);
	writing_fact(writing, _("With"), speakers);
}

/* "jusqu’au vendredi 11 décembre 2026, auprès de agenda@…". */
static char *
registration_text(const struct paper *paper, const char *email)
{
	const struct event *event = paper->whole->event;
	g_autofree char *date = date_text(event->registration_deadline, DATE_LONG);
	if (event->registration_deadline != NULL && email != NULL)
		return g_strdup_printf(_("until %s, by writing to %s"), date, email);
	if (event->registration_deadline != NULL)
		return g_strdup_printf(_("until %s"), date);
	return email != NULL ? g_strdup_printf(_("by writing to %s"), email) : NULL;
}

static void
practice_write(struct paper *paper, Writing *writing)
{
	const struct event *event = paper->whole->event;
	g_autofree char *email = setting_get(paper->store, "organizer_email");
	g_autofree char *registration = registration_text(paper, email);
	bool takes_place = !paper->event.cancelled && !paper->event.postponed;
	guint before = writing->blocks->len;
	writing_heading(writing, 1, _("In practice"));
	writing_fact(writing, _("Registration"), takes_place ? registration : NULL);
	if (event->seat_limit > 0) {
		g_autofree char *seats = g_strdup_printf("%" G_GINT64_FORMAT, event->seat_limit);
		writing_fact(writing, _("Seats"), seats);
	}
	writing_fact(writing, _("Fee"), event->fee);
	if (event->lunch != NULL)
		writing_fact(writing, _("Lunch"), code_label(&code_lunches, event->lunch));
	access_write(paper, writing);
	writing_fact(writing, _("Contact"), event->officer);
	if (paper->photo_notice)
		writing_text(writing, WRITING_SMALL,
			     _("If photos are taken and you do not wish to appear in them, tell "
			       "the organisers."));
	if (writing->blocks->len == before + 1)
		writing_drop(writing, before);
}

static bool
compose(struct paper *paper, GError **error)
{
	g_autofree char *document = wording_document(&paper->event, _("PROGRAMME"));
	Writing *writing = paper_writing(paper, document, paper->event.title);
	writing_set_notice(writing, paper->event.changed);
	head_write(paper, writing);
	intention_write(paper, writing);
	days_write(paper, writing);
	practice_write(paper, writing);
	return logos_write(paper, writing, error);
}

const struct paper_making making_programme = {
	.kind = {.name = "programme",
		 .label = N_("Programme"),
		 .formats = 1 << PAPER_PDF | 1 << PAPER_TEXT | 1 << PAPER_HTML | 1 << PAPER_ODT,
		 .traits = PAPER_IN_DAY | PAPER_ANNOUNCED},
	.file_word = file_word,
	.compose = compose,
};
