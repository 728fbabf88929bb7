/* What each figure counts, and where it stands on the axes. */
#include <string.h>

#include "base/i18n.h"
#include "core/code_table.h"
#include "core/report_amounts.h"

/* What is gone through, one by one. */
enum source {
	OF_EVENTS,
	OF_ACTIONS, /* events, those of one action together */
	OF_HALF_DAYS,
	OF_ATTENDEES,
	OF_PRESENCES,
	OF_PEOPLE, /* presences, those of one person together */
	OF_BODIES, /* the same of an organisation */
	OF_PARTNERSHIPS,
	OF_PARTNERS,
	OF_OCCASIONS, /* partnerships, those of one event together */
	OF_SPEAKERS,
};

struct figure_rule {
	const char *key;
	const char *label; /* msgid */
	const char *brief; /* heads a narrow column: "brief\004words"; NULL: it heads none */
	const char *note;  /* msgid, or NULL */
	enum report_unit unit;
	enum report_subject subject;
	enum source source;
	report_amount amount;
	enum report_figure part, whole; /* of a rate */
	enum report_figure telling;     /* known where there is one of these; 0: always */
};

/* ---- the figures --------------------------------------------------------------------------------
 */

static const struct figure_rule rules[REPORT_FIGURES] = {
	[FIGURE_ACTIONS] = {"actions", N_("Actions"), NULL,
			    N_("a cycle is one; so is an event of its own"), REPORT_COUNT,
			    REPORT_EVENTS, OF_ACTIONS, amount_one_action},
	[FIGURE_EVENTS] = {"events", N_("Events held"), NC_("brief", "events"), NULL, REPORT_COUNT,
			   REPORT_EVENTS, OF_EVENTS, amount_one_event},
	[FIGURE_DAYS] = {"days", N_("Days"), NC_("brief", "days"), NULL, REPORT_COUNT,
			 REPORT_EVENTS, OF_HALF_DAYS, amount_one_day},
	[FIGURE_HALF_DAYS] = {"half_days", N_("Half-days"), NC_("brief", "½-days"), NULL,
			      REPORT_HALVES, REPORT_EVENTS, OF_HALF_DAYS, amount_half_day_halves},
	[FIGURE_INVITED] = {"invited", N_("Invited"), NC_("brief", "invited"),
			    N_("whatever came of it; walk-ins left out"), REPORT_COUNT,
			    REPORT_PEOPLE, OF_ATTENDEES, amount_one_invited},
	[FIGURE_REGISTERED] = {"registered", N_("Registered"), NC_("brief", "registered"), NULL,
			       REPORT_COUNT, REPORT_PEOPLE, OF_ATTENDEES, amount_one_registered},
	[FIGURE_PRESENT] = {"present", N_("Present"), NC_("brief", "present"),
			    N_("on a half-day at least, once for each event"), REPORT_COUNT,
			    REPORT_PEOPLE, OF_ATTENDEES, amount_one_present,
			    .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_WALK_INS] = {"walk_ins", N_("of whom walk-ins"), NC_("brief", "walk-ins"), NULL,
			     REPORT_COUNT, REPORT_PEOPLE, OF_ATTENDEES, amount_one_walk_in,
			     .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_EXPECTED] = {"expected", N_("Registered where people signed in"), NULL, NULL,
			     REPORT_COUNT, REPORT_PEOPLE, OF_ATTENDEES, amount_one_expected,
			     .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_NOT_COME] = {"no_shows", N_("Registered and not come"), NC_("brief", "not come"),
			     NULL, REPORT_COUNT, REPORT_PEOPLE, OF_ATTENDEES, amount_one_not_come,
			     .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_NOT_COME_RATE] = {"no_show_rate", N_("Rate of those not come"), NULL,
				  N_("of those registered where people signed in"), REPORT_PERMILLE,
				  REPORT_PEOPLE, .part = FIGURE_NOT_COME, .whole = FIGURE_EXPECTED},
	[FIGURE_PARTICIPATIONS] = {"participations", N_("Participations"),
				   NC_("brief", "particip."),
				   N_("half-days attended, by everybody"), REPORT_HALVES,
				   REPORT_PEOPLE, OF_PRESENCES, amount_half_day_halves,
				   .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_PEOPLE] = {"people", N_("Different people"), NC_("brief", "people"),
			   N_("each once, whatever they came to"), REPORT_COUNT, REPORT_PEOPLE,
			   OF_PEOPLE, amount_one_person, .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_NEWCOMERS] = {"newcomers", N_("of whom for the first time"), NULL,
			      N_("present at nothing in earlier years"), REPORT_COUNT,
			      REPORT_PEOPLE, OF_PEOPLE, amount_one_newcomer,
			      .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_REGULARS] = {"regulars", N_("of whom had come before"), NULL,
			     N_("present at something in an earlier year"), REPORT_COUNT,
			     REPORT_PEOPLE, OF_PEOPLE, amount_one_regular,
			     .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_ORGANISATIONS] = {"organisations", N_("Different organisations"),
				  NC_("brief", "bodies"),
				  N_("of those present, each once under all its names"),
				  REPORT_COUNT, REPORT_ORGANISATIONS, OF_BODIES, amount_one_body,
				  .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_SPEAKERS] = {"speakers", N_("Speakers"), NULL, N_("confirmed, each person once"),
			     REPORT_COUNT, REPORT_PEOPLE, OF_SPEAKERS, amount_one_speaker},
	[FIGURE_COUNTED] = {"counted", N_("Counted by the centre"), NC_("brief", "counted"),
			    N_("where nobody signed in"), REPORT_COUNT, REPORT_EVENTS, OF_EVENTS,
			    amount_counted_by_centre},
	[FIGURE_ESTIMATED] = {"estimated", N_("of whom estimated"), NC_("brief", "estimated"),
			      N_("where nobody signed in or counted"), REPORT_COUNT, REPORT_EVENTS,
			      OF_EVENTS, amount_estimated},
	[FIGURE_ATTENDANCE] = {"attendance", N_("Attendance in all, estimates too"),
			       NC_("brief", "in all"), N_("present, else counted, else estimated"),
			       REPORT_COUNT, REPORT_EVENTS, OF_EVENTS, amount_attendance,
			       .telling = FIGURE_KNOWN_EVENTS},
	[FIGURE_REPLIES] = {"replies", N_("Questionnaires that came back"), NULL, NULL,
			    REPORT_COUNT, REPORT_EVENTS, OF_EVENTS, amount_replies,
			    .telling = FIGURE_ASKED_EVENTS},
	[FIGURE_ASKED] = {"asked", N_("Present where questionnaires were counted"), NULL, NULL,
			  REPORT_COUNT, REPORT_PEOPLE, OF_ATTENDEES, amount_one_asked,
			  .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_REPLY_RATE] = {"reply_rate", N_("Rate of replies"), NULL, N_("of those present"),
			       REPORT_PERMILLE, REPORT_EVENTS, .part = FIGURE_REPLIES,
			       .whole = FIGURE_ASKED},
	[FIGURE_TO_COME] = {"to_come", N_("To come"), NC_("brief", "to come"), NULL, REPORT_COUNT,
			    REPORT_EVENTS, OF_EVENTS, amount_one_to_come},
	[FIGURE_APART] = {"apart", N_("Not counted"), NC_("brief", "not counted"), NULL,
			  REPORT_COUNT, REPORT_EVENTS, OF_EVENTS, amount_one_apart},
	[FIGURE_PARTNERSHIPS] = {"partnerships", N_("Partnerships"), NC_("brief", "times"),
				 N_("an organisation, in a role, on an event"), REPORT_COUNT,
				 REPORT_ORGANISATIONS, OF_PARTNERSHIPS, amount_one_partnership},
	[FIGURE_PARTNERS] = {"partners", N_("Different partners"), NC_("brief", "partners"), NULL,
			     REPORT_COUNT, REPORT_ORGANISATIONS, OF_PARTNERS, amount_one_partner},
	[FIGURE_PARTNER_EVENTS] = {"partner_events", N_("Events with partners"),
				   NC_("brief", "events"), NULL, REPORT_COUNT, REPORT_EVENTS,
				   OF_OCCASIONS, amount_one_occasion},
	[FIGURE_SIGNED_EVENTS] = {"signed_events", N_("Events where people signed in"), NULL, NULL,
				  REPORT_COUNT, REPORT_EVENTS, OF_EVENTS, amount_one_signed},
	[FIGURE_ASKED_EVENTS] = {"asked_events", N_("Events where questionnaires were counted"),
				 NULL, NULL, REPORT_COUNT, REPORT_EVENTS, OF_EVENTS,
				 amount_one_event_asked},
	[FIGURE_KNOWN_EVENTS] = {"known_events", N_("Events of which it is known how many came"),
				 NULL, NULL, REPORT_COUNT, REPORT_EVENTS, OF_EVENTS,
				 amount_one_known},
	[FIGURE_COUNTED_EVENTS] = {"counted_events", N_("Events counted by the centre alone"), NULL,
				   NULL, REPORT_COUNT, REPORT_EVENTS, OF_EVENTS,
				   amount_one_counted},
	[FIGURE_ESTIMATED_EVENTS] = {"estimated_events", N_("Events with an estimate alone"), NULL,
				     NULL, REPORT_COUNT, REPORT_EVENTS, OF_EVENTS,
				     amount_one_estimated},
	[FIGURE_UNCOUNTED_EVENTS] = {"uncounted_events",
				     N_("Events of which nobody knows how many came"), NULL, NULL,
				     REPORT_COUNT, REPORT_EVENTS, OF_EVENTS, amount_one_uncounted},
	[FIGURE_WITHOUT_DAY] = {"without_day", N_("Events whose month alone is known"), NULL, NULL,
				REPORT_COUNT, REPORT_EVENTS, OF_EVENTS, amount_one_without_day},
	[FIGURE_WITHOUT_MONTH] = {"without_month", N_("Events whose year alone is known"), NULL,
				  N_("in the totals, in no month"), REPORT_COUNT, REPORT_EVENTS,
				  OF_EVENTS, amount_one_without_month},
	[FIGURE_DAYS_MISSING] = {"days_missing", N_("Events of which not all days are known"), NULL,
				 N_("their days and half-days are a least number"), REPORT_COUNT,
				 REPORT_EVENTS, OF_EVENTS, amount_one_of_missing_days},
	[FIGURE_OTHER_YEARS] = {"other_years", N_("Events over two years"), NULL,
				N_("here with the half-days of this year alone"), REPORT_COUNT,
				REPORT_EVENTS, OF_EVENTS, amount_one_of_other_years},
	[FIGURE_STILL_ANNOUNCED] = {"still_announced", N_("Counted, and not yet marked as held"),
				    NULL, NULL, REPORT_COUNT, REPORT_EVENTS, OF_EVENTS,
				    amount_one_still_announced},
	[FIGURE_NEVER_ANNOUNCED] = {"never_announced", N_("Drafts and ideas whose day is past"),
				    NULL, N_("not counted; mark as held what took place"),
				    REPORT_COUNT, REPORT_EVENTS, OF_EVENTS,
				    amount_one_never_announced},
	[FIGURE_WITHOUT_DATE] = {"without_date", N_("Events without any date"), NULL,
				 N_("counted in no year"), REPORT_COUNT, REPORT_EVENTS, OF_EVENTS,
				 amount_one_without_date},
	[FIGURE_HEADING_PROPOSED] = {"heading_proposed",
				     N_("Events under a heading that is only proposed"), NULL,
				     N_("confirm it in the kinds of event"), REPORT_COUNT,
				     REPORT_EVENTS, OF_EVENTS, amount_one_heading_proposed},
	[FIGURE_WITHOUT_FAMILY] = {"without_family", N_("People present, of no known family"), NULL,
				   N_("classify their organisations"), REPORT_COUNT, REPORT_PEOPLE,
				   OF_PEOPLE, amount_one_without_family},
};

const char *
report_figure_key(enum report_figure figure)
{
	return rules[figure].key;
}

const char *
report_figure_label(enum report_figure figure)
{
	return _(rules[figure].label);
}

const char *
report_figure_brief(enum report_figure figure)
{
	const char *brief = rules[figure].brief;
	return brief != NULL ? i18n_text_in(brief, strlen("brief") + 1) : _(rules[figure].label);
}

const char *
report_figure_note(enum report_figure figure)
{
	return _(rules[figure].note);
}

enum report_unit
report_figure_unit(enum report_figure figure)
{
	return rules[figure].unit;
}

enum report_subject
report_figure_subject(enum report_figure figure)
{
	return rules[figure].subject;
}

void
report_figure_parts(enum report_figure rate, enum report_figure *part, enum report_figure *whole)
{
	*part = rules[rate].part;
	*whole = rules[rate].whole;
}

enum report_figure
report_figure_telling(enum report_figure figure)
{
	return rules[figure].telling != 0 ? rules[figure].telling : REPORT_FIGURES;
}

/* ---- going through ------------------------------------------------------------------------------
 */

struct going {
	const ReportScope *scope;
	const struct figure_rule *rule;
	report_take take;
	gpointer user;
};

static void
tell(const struct going *going, struct report_hit hit)
{
	hit.amount = going->rule->amount(going->scope, &hit);
	if (hit.amount != 0)
		going->take(&hit, going->user);
}

static void
tell_event(const struct going *going, guint event)
{
	tell(going, (struct report_hit){.event = event,
					.half_day = going->scope->first[event],
					.attendee = REPORT_NONE,
					.partner = REPORT_NONE});
}

static void
tell_half_days(const struct going *going)
{
	for (guint i = 0; i < going->scope->facts->n_half_days; i++)
		if (going->scope->held[i])
			tell(going,
			     (struct report_hit){.event = going->scope->facts->half_days[i].event,
						 .half_day = i,
						 .attendee = REPORT_NONE,
						 .partner = REPORT_NONE});
}

static void
tell_attendees(const struct going *going)
{
	for (guint i = 0; i < going->scope->facts->n_attendees; i++) {
		const struct report_attendee *attendee = &going->scope->facts->attendees[i];
		if (going->scope->standing[attendee->event] != STANDING_HELD)
			continue;
		tell(going, (struct report_hit){.event = attendee->event,
						.half_day = going->scope->first[attendee->event],
						.attendee = i,
						.partner = REPORT_NONE,
						.person = attendee->person});
	}
}

static void
tell_presences(const struct going *going, const guint *order)
{
	const struct report_facts *facts = going->scope->facts;
	for (guint i = 0; i < going->scope->n_presences; i++) {
		const struct report_presence *presence = &facts->presences[order[i]];
		tell(going,
		     (struct report_hit){.event = facts->half_days[presence->half_day].event,
					 .half_day = presence->half_day,
					 .attendee = presence->attendee,
					 .partner = REPORT_NONE,
					 .person = facts->attendees[presence->attendee].person});
	}
}

static void
tell_partners(const struct going *going, const guint *order)
{
	const struct report_facts *facts = going->scope->facts;
	for (guint i = 0; i < facts->n_partners; i++) {
		guint event = facts->partners[order[i]].event;
		tell(going, (struct report_hit){.event = event,
						.half_day = going->scope->first[event],
						.attendee = REPORT_NONE,
						.partner = order[i]});
	}
}

static void
tell_speakers(const struct going *going)
{
	const struct report_facts *facts = going->scope->facts;
	for (guint i = 0; i < facts->n_speakers; i++) {
		const struct report_speaker *speaker = &facts->speakers[going->scope->speakers[i]];
		tell(going, (struct report_hit){.event = speaker->event,
						.half_day = going->scope->first[speaker->event],
						.attendee = REPORT_NONE,
						.partner = REPORT_NONE,
						.person = speaker->person});
	}
}

static void
tell_all(const struct going *going)
{
	const ReportScope *scope = going->scope;
	switch (going->rule->source) {
	case OF_EVENTS:
	case OF_ACTIONS:
		for (guint i = 0; i < scope->facts->n_events; i++)
			tell_event(going,
				   going->rule->source == OF_ACTIONS ? scope->actions[i] : i);
		break;
	case OF_HALF_DAYS:
		tell_half_days(going);
		break;
	case OF_ATTENDEES:
		tell_attendees(going);
		break;
	case OF_PRESENCES:
		tell_presences(going, scope->presences);
		break;
	case OF_PEOPLE:
		tell_presences(going, scope->by_person);
		break;
	case OF_BODIES:
		tell_presences(going, scope->by_body);
		break;
	case OF_PARTNERSHIPS:
	case OF_PARTNERS:
		tell_partners(going, scope->partners);
		break;
	case OF_OCCASIONS:
		tell_partners(going, scope->by_occasion);
		break;
	case OF_SPEAKERS:
		tell_speakers(going);
		break;
	}
}

void
report_each(const ReportScope *scope, enum report_figure figure, report_take take, gpointer user)
{
	bool is_rate = rules[figure].unit == REPORT_PERMILLE;
	struct going going = {scope, is_rate ? &rules[rules[figure].part] : &rules[figure], take,
			      user};
	tell_all(&going);
}
