/* Convocations: a letter to each person who is registered, which an employer takes for an order of
 * mission.
 *
 * It follows from a registration that the person asked for (RGPD, article 6(1)(b)): it is no
 * mailing, and an opposition to invitations does not keep it back. It says so. */
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/naming.h"
#include "core/status.h"
#include "paper/places.h"
#include "paper/sessions.h"
#include "paper/signature.h"
#include "store/setting.h"

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "convocations");
}

/* ---- to whom ------------------------------------------------------------------------------------
 */

static bool
is_named(const struct paper_choice *choice, gint64 attendee_id)
{
	for (guint i = 0; i < choice->n_to; i++)
		if (choice->to[i] == attendee_id)
			return true;
	return false;
}

/* Those who have a firm seat; speakers and staff too when they are named. */
static bool
is_called(const struct paper_choice *choice, const struct attendee *attendee)
{
	if (attendee->last_name == NULL ||
	    name_is_erased(attendee->first_name, attendee->last_name))
		return false;
	return choice->n_to == 0 ? attendee_counted(attendee->status, attendee->part)
				 : is_named(choice, attendee->id);
}

static bool
is_firm(const struct attendee *attendee, GError **error)
{
	if (code_is(&code_attendee_statuses, attendee->status, CODE_COUNTED))
		return true;
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	return fail(error, ERROR_INVALID,
		    _("%s is not registered (%s): there is nothing to call them to"), name,
		    code_label(&code_attendee_statuses, attendee->status));
}

/* ---- the letter ---------------------------------------------------------------------------------
 */

static void
address_write(Writing *writing, const char *name, const struct attendee *attendee)
{
	g_autofree char *address =
		wording_lines((const char *[]){name, attendee->function, attendee->organisation,
					       attendee->town},
			      4);
	writing_room(writing, 8);
	writing_text(writing, WRITING_ASIDE, address);
	writing_room(writing, 6);
}

static void
date_write(struct paper *paper, Writing *writing, const struct signatory *signatory)
{
	char today[11];
	store_today(paper->store, today);
	g_autofree char *date = date_text(today, DATE_LETTER);
	g_autofree char *line = signatory->town != NULL
					? g_strdup_printf(_("%s, on %s"), signatory->town, date)
					: g_strdup(date);
	writing_text(writing, WRITING_ASIDE, line);
	writing_room(writing, 4);
}

static void
subject_write(const struct paper *paper, Writing *writing)
{
	const char *title = paper->event.title;
	g_autofree char *what = paper->event.kind != NULL
					? g_strdup_printf(_("%s “%s”"), paper->event.kind, title)
					: g_strdup_printf(_("“%s”"), title);
	writing_fact(writing, C_("letter", "Subject"), what);
	writing_fact(writing, _("Our reference"), paper->reference.number);
}

/* The workshops that the person was given, a line for each, or NULL. Caller frees. */
static char *
workshops_text(const struct paper *paper, const struct attendee *attendee)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < paper->whole->choices->n; i++) {
		const struct choice *choice = paper->whole->choices->row[i];
		const struct session *session =
			rows_find(paper->whole->sessions, choice->session_id);
		if (choice->attendee_id == attendee->id && choice->assigned != 0 && session != NULL)
			g_string_append_printf(text, "%s%s", text->len > 0 ? "\n" : "",
					       session->title);
	}
	return text->len > 0 ? g_strdup(text->str) : NULL;
}

/* The welcome of the first day, and its times. */
static char *
hours_text(const struct paper *paper)
{
	const Rows *days = paper->whole->days;
	const struct event_day *day = days->n > 0 ? days->row[0] : NULL;
	if (day == NULL)
		return NULL;
	g_autofree char *times = wording_times(day->start_time, day->end_time);
	g_autofree char *time =
		day->welcome_time != NULL ? time_text(day->welcome_time, true) : NULL;
	g_autofree char *welcome =
		time != NULL
			? g_strdup_printf(paper_is_online(paper) ? _("connection possible from %s")
								 : _("welcome from %s"),
					  time)
			: NULL;
	char *hours = wording_join((const char *[]){times, welcome}, 2);
	if (*hours == '\0')
		g_clear_pointer(&hours, g_free);
	return hours;
}

static void
facts_write(struct paper *paper, Writing *writing, const struct attendee *attendee)
{
	const struct event *event = paper->whole->event;
	g_autofree char *hours = hours_text(paper);
	g_autofree char *workshops = workshops_text(paper, attendee);
	dates_write(paper, writing);
	writing_fact(writing, _("Hours"), hours);
	places_write(paper, writing);
	access_write(paper, writing);
	writing_fact(writing, _("Your workshop"), workshops);
	if (event->lunch != NULL)
		writing_fact(writing, _("Lunch"), code_label(&code_lunches, event->lunch));
}

/* The programme in short: what begins when. */
static void
programme_write(struct paper *paper, Writing *writing)
{
	const Rows *days = paper->whole->days;
	for (guint i = 0; i < days->n; i++) {
		const struct event_day *day = days->row[i];
		g_autoptr(GPtrArray) sessions = sessions_of_day(paper, day->id);
		g_autofree char *date = date_text(day->date, DATE_LONG);
		if (sessions->len == 0)
			continue;
		writing_heading(writing, 2, days->n > 1 ? date : _("Programme"));
		for (guint j = 0; j < sessions->len; j++) {
			const struct session *session = sessions->pdata[j];
			g_autofree char *times =
				wording_times(session->start_time, session->end_time);
			g_autofree char *line =
				wording_join((const char *[]){times, session->title}, 2);
			writing_item(writing, line);
		}
	}
}

static void
closing_write(struct paper *paper, Writing *writing, const char *salutation,
	      const struct signatory *signatory)
{
	g_autofree char *email = setting_get(paper->store, "organizer_email");
	g_autofree char *excuse =
		email != NULL
			? g_strdup_printf(_("If you cannot come, please write to %s, so that "
					    "somebody else has your place."),
					  email)
			: g_strdup(_("If you cannot come, please tell us, so that somebody else "
				     "has your place."));
	/* Translators: "{to}" stands for "Madam", where the language says it again. */
	g_autoptr(GString) greeting = g_string_new(_("Yours sincerely,"));
	g_string_replace(greeting, "{to}", salutation, 0);
	writing_text(writing, WRITING_PLAIN,
		     _("This letter may be joined to a request for an order of mission or for "
		       "leave "
		       "of absence."));
	writing_text(writing, WRITING_PLAIN, excuse);
	writing_text(writing, WRITING_PLAIN, greeting->str);
	writing_keep(writing);
	signature_write(writing, signatory, NULL);
}

static bool
letter_write(struct paper *paper, const struct attendee *attendee,
	     const struct signatory *signatory, GError **error)
{
	g_autofree char *name = addressee_text(paper, attendee, error);
	if (name == NULL)
		return false;
	const char *salutation = addressee_salutation(paper, attendee);
	g_autofree char *document = wording_document(&paper->event, _("CONVOCATION"));
	g_autofree char *opening = g_strdup_printf("%s,", salutation);
	Writing *writing = paper_writing(paper, document, NULL);
	writing->letter = true;
	writing_set_notice(writing, _("You receive this letter because you are registered for this "
				      "event; it is no mailing."));
	address_write(writing, name, attendee);
	date_write(paper, writing, signatory);
	subject_write(paper, writing);
	writing_text(writing, WRITING_PLAIN, opening);
	writing_text(writing, WRITING_PLAIN,
		     _("We confirm your registration for the event above, to which you are "
		       "called as follows:"));
	facts_write(paper, writing, attendee);
	programme_write(paper, writing);
	closing_write(paper, writing, salutation, signatory);
	return true;
}

static bool
letters_write(struct paper *paper, const struct signatory *signatory, GError **error)
{
	const Rows *attendees = paper->whole->attendees;
	for (guint i = 0; i < attendees->n; i++) {
		const struct attendee *attendee = attendees->row[i];
		if (is_called(paper->choice, attendee) &&
		    (!is_firm(attendee, error) || !letter_write(paper, attendee, signatory, error)))
			return false;
	}
	return paper->written->len > 0 ||
	       fail(error, ERROR_INVALID, _("nobody is registered for %s: there is nobody to call"),
		    paper->whole->event->number);
}

static bool
compose(struct paper *paper, GError **error)
{
	struct signatory signatory;
	signatory_load(paper->store, &signatory);
	bool done = letters_write(paper, &signatory, error);
	signatory_clear(&signatory);
	return done;
}

const struct paper_making making_convocations = {
	.kind = {.name = "convocations",
		 .label = N_("Convocations"),
		 .formats = 1 << PAPER_PDF,
		 .traits = PAPER_OF_PEOPLE | PAPER_OF_LIVE | PAPER_ANNOUNCED},
	.file_word = file_word,
	.compose = compose,
};
