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
	const char *label;      /* msgid */
	const char *brief;      /* heads a narrow column: "brief\004words"; NULL: it heads none */
	const char *note;       /* msgid, or NULL */
	const char *note_alone; /* in its place, of an event alone; NULL: the same */
	bool within;            /* a part of the figure before it */
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
	[FIGURE_ACTIONS] = {.key = "actions",
			    .label = N_("Actions"),
			    .note = N_("a cycle is one; so is an event of its own"),
			    .subject = REPORT_EVENTS,
			    .source = OF_ACTIONS,
			    .amount = amount_one_action},
	[FIGURE_EVENTS] = {.key = "events",
			   .label = N_("Events held"),
			   .brief = NC_("brief", "events"),
			   .subject = REPORT_EVENTS,
			   .source = OF_EVENTS,
			   .amount = amount_one_event},
	[FIGURE_DAYS] = {.key = "days",
			 .label = N_("Days"),
			 .brief = NC_("brief", "days"),
			 .subject = REPORT_EVENTS,
			 .source = OF_HALF_DAYS,
			 .amount = amount_one_day},
	[FIGURE_HALF_DAYS] = {.key = "half_days",
			      .label = N_("Half-days"),
			      .brief = NC_("brief", "½-days"),
			      .unit = REPORT_HALVES,
			      .subject = REPORT_EVENTS,
			      .source = OF_HALF_DAYS,
			      .amount = amount_half_day_halves},
	[FIGURE_INVITED] = {.key = "invited",
			    .label = N_("Invitations and requests"),
			    .brief = NC_("brief", "requests"),
			    .note = N_("people, whatever came of it; walk-ins left out"),
			    .subject = REPORT_PEOPLE,
			    .source = OF_ATTENDEES,
			    .amount = amount_one_invited},
	[FIGURE_REGISTERED] = {.key = "registered",
			       .label = N_("Registered"),
			       .brief = NC_("brief", "registered"),
			       .subject = REPORT_PEOPLE,
			       .source = OF_ATTENDEES,
			       .amount = amount_one_registered},
	[FIGURE_PRESENT] = {.key = "present",
			    .label = N_("Present"),
			    .brief = NC_("brief", "present"),
			    .note = N_("on a half-day at least, once for each event"),
			    .note_alone = N_("on a half-day at least, each once"),
			    .subject = REPORT_PEOPLE,
			    .source = OF_ATTENDEES,
			    .amount = amount_one_present,
			    .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_WALK_INS] = {.key = "walk_ins",
			     .label = N_("of whom walk-ins"),
			     .brief = NC_("brief", "walk-ins"),
			     .within = true,
			     .subject = REPORT_PEOPLE,
			     .source = OF_ATTENDEES,
			     .amount = amount_one_walk_in,
			     .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_EXPECTED] = {.key = "expected",
			     .label = N_("Registered where people signed in"),
			     .subject = REPORT_PEOPLE,
			     .source = OF_ATTENDEES,
			     .amount = amount_one_expected,
			     .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_NOT_COME] = {.key = "no_shows",
			     .label = N_("Registered and not come"),
			     .brief = NC_("brief", "not come"),
			     .subject = REPORT_PEOPLE,
			     .source = OF_ATTENDEES,
			     .amount = amount_one_not_come,
			     .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_NOT_COME_RATE] = {.key = "no_show_rate",
				  .label = N_("Rate of those not come"),
				  .note = N_("of those registered where people signed in"),
				  .unit = REPORT_PERMILLE,
				  .note_alone = N_("of those registered"),
				  .subject = REPORT_PEOPLE,
				  .part = FIGURE_NOT_COME,
				  .whole = FIGURE_EXPECTED},
	[FIGURE_PARTICIPATIONS] = {.key = "participations",
				   .label = N_("Participations"),
				   .brief = NC_("brief", "particip."),
				   .note = N_("half-days attended, by everybody"),
				   .unit = REPORT_HALVES,
				   .subject = REPORT_PEOPLE,
				   .source = OF_PRESENCES,
				   .amount = amount_half_day_halves,
				   .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_PEOPLE] = {.key = "people",
			   .label = N_("Different people"),
			   .brief = NC_("brief", "people"),
			   .note = N_("each once, whatever they came to"),
			   .note_alone = N_("each once"),
			   .subject = REPORT_PEOPLE,
			   .source = OF_PEOPLE,
			   .amount = amount_one_person,
			   .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_NEWCOMERS] = {.key = "newcomers",
			      .label = N_("of whom for the first time"),
			      .note = N_("present at nothing in earlier years"),
			      .within = true,
			      .subject = REPORT_PEOPLE,
			      .source = OF_PEOPLE,
			      .amount = amount_one_newcomer,
			      .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_REGULARS] = {.key = "regulars",
			     .label = N_("of whom had come before"),
			     .note = N_("present at something in an earlier year"),
			     .within = true,
			     .subject = REPORT_PEOPLE,
			     .source = OF_PEOPLE,
			     .amount = amount_one_regular,
			     .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_ORGANISATIONS] = {.key = "organisations",
				  .label = N_("Different organisations"),
				  .brief = NC_("brief", "bodies"),
				  .note = N_("of those present, each once under all its names"),
				  .subject = REPORT_ORGANISATIONS,
				  .source = OF_BODIES,
				  .amount = amount_one_body,
				  .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_SPEAKERS] = {.key = "speakers",
			     .label = N_("Confirmed speakers"),
			     .note = N_("each person once"),
			     .subject = REPORT_PEOPLE,
			     .source = OF_SPEAKERS,
			     .amount = amount_one_speaker},
	[FIGURE_COUNTED] = {.key = "counted",
			    .label = N_("Counted by the centre"),
			    .brief = NC_("brief", "counted"),
			    .note = N_("where nobody signed in"),
			    .note_alone = N_("nobody signed in"),
			    .subject = REPORT_EVENTS,
			    .source = OF_EVENTS,
			    .amount = amount_counted_by_centre},
	[FIGURE_ESTIMATED] = {.key = "estimated",
			      .label = N_("of whom estimated"),
			      .brief = NC_("brief", "estimated"),
			      .note = N_("where nobody signed in or counted"),
			      .within = true,
			      .note_alone = N_("nobody signed in or counted"),
			      .subject = REPORT_EVENTS,
			      .source = OF_EVENTS,
			      .amount = amount_estimated},
	[FIGURE_ATTENDANCE] = {.key = "attendance",
			       .label = N_("Attendance in all, estimates too"),
			       .brief = NC_("brief", "in all"),
			       .note = N_("present, else counted, else estimated"),
			       .subject = REPORT_EVENTS,
			       .source = OF_EVENTS,
			       .amount = amount_attendance,
			       .telling = FIGURE_KNOWN_EVENTS},
	[FIGURE_REPLIES] = {.key = "replies",
			    .label = N_("Questionnaires that came back"),
			    .subject = REPORT_EVENTS,
			    .source = OF_EVENTS,
			    .amount = amount_replies,
			    .telling = FIGURE_ASKED_EVENTS},
	[FIGURE_ASKED] = {.key = "asked",
			  .label = N_("Present where questionnaires were counted"),
			  .subject = REPORT_PEOPLE,
			  .source = OF_ATTENDEES,
			  .amount = amount_one_asked,
			  .telling = FIGURE_SIGNED_EVENTS},
	[FIGURE_REPLY_RATE] = {.key = "reply_rate",
			       .label = N_("Rate of replies"),
			       .note = N_("of those present"),
			       .unit = REPORT_PERMILLE,
			       .subject = REPORT_EVENTS,
			       .part = FIGURE_REPLIES,
			       .whole = FIGURE_ASKED},
	[FIGURE_TO_COME] = {.key = "to_come",
			    .label = N_("To come"),
			    .brief = NC_("brief", "to come"),
			    .subject = REPORT_EVENTS,
			    .source = OF_EVENTS,
			    .amount = amount_one_to_come},
	[FIGURE_APART] = {.key = "apart",
			  .label = N_("Not counted"),
			  .brief = NC_("brief", "not counted"),
			  .subject = REPORT_EVENTS,
			  .source = OF_EVENTS,
			  .amount = amount_one_apart},
	[FIGURE_PARTNERSHIPS] = {.key = "partnerships",
				 .label = N_("Partnerships"),
				 .brief = NC_("brief", "times"),
				 .note = N_("an organisation, in a role, on an event"),
				 .subject = REPORT_ORGANISATIONS,
				 .source = OF_PARTNERSHIPS,
				 .amount = amount_one_partnership},
	[FIGURE_PARTNERS] = {.key = "partners",
			     .label = N_("Different partners"),
			     .brief = NC_("brief", "partners"),
			     .subject = REPORT_ORGANISATIONS,
			     .source = OF_PARTNERS,
			     .amount = amount_one_partner},
	[FIGURE_PARTNER_EVENTS] = {.key = "partner_events",
				   .label = N_("Events with partners"),
				   .brief = NC_("brief", "events"),
				   .subject = REPORT_EVENTS,
				   .source = OF_OCCASIONS,
				   .amount = amount_one_occasion},
	[FIGURE_SIGNED_EVENTS] = {.key = "signed_events",
				  .label = N_("Events where people signed in"),
				  .subject = REPORT_EVENTS,
				  .source = OF_EVENTS,
				  .amount = amount_one_signed},
	[FIGURE_ASKED_EVENTS] = {.key = "asked_events",
				 .label = N_("Events where questionnaires were counted"),
				 .subject = REPORT_EVENTS,
				 .source = OF_EVENTS,
				 .amount = amount_one_event_asked},
	[FIGURE_KNOWN_EVENTS] = {.key = "known_events",
				 .label = N_("Events of which it is known how many came"),
				 .subject = REPORT_EVENTS,
				 .source = OF_EVENTS,
				 .amount = amount_one_known},
	[FIGURE_COUNTED_EVENTS] = {.key = "counted_events",
				   .label = N_("Events counted by the centre alone"),
				   .subject = REPORT_EVENTS,
				   .source = OF_EVENTS,
				   .amount = amount_one_counted},
	[FIGURE_ESTIMATED_EVENTS] = {.key = "estimated_events",
				     .label = N_("Events with an estimate alone"),
				     .subject = REPORT_EVENTS,
				     .source = OF_EVENTS,
				     .amount = amount_one_estimated},
	[FIGURE_UNCOUNTED_EVENTS] = {.key = "uncounted_events",
				     .label = N_("Events of which nobody knows how many came"),
				     .subject = REPORT_EVENTS,
				     .source = OF_EVENTS,
				     .amount = amount_one_uncounted},
	[FIGURE_WITHOUT_DAY] = {.key = "without_day",
				.label = N_("Events whose month alone is known"),
				.subject = REPORT_EVENTS,
				.source = OF_EVENTS,
				.amount = amount_one_without_day},
	[FIGURE_WITHOUT_MONTH] = {.key = "without_month",
				  .label = N_("Events whose year alone is known"),
				  .note = N_("in the totals, in no month"),
				  .subject = REPORT_EVENTS,
				  .source = OF_EVENTS,
				  .amount = amount_one_without_month},
	[FIGURE_DAYS_MISSING] = {.key = "days_missing",
				 .label = N_("Events of which not all days are known"),
				 .note = N_("their days and half-days are a least number"),
				 .subject = REPORT_EVENTS,
				 .source = OF_EVENTS,
				 .amount = amount_one_of_missing_days},
	[FIGURE_OTHER_YEARS] = {.key = "other_years",
				.label = N_("Events over two years"),
				.note = N_("here with the half-days of this year alone"),
				.subject = REPORT_EVENTS,
				.source = OF_EVENTS,
				.amount = amount_one_of_other_years},
	[FIGURE_STILL_ANNOUNCED] = {.key = "still_announced",
				    .label = N_("Counted, and not yet marked as held"),
				    .subject = REPORT_EVENTS,
				    .source = OF_EVENTS,
				    .amount = amount_one_still_announced},
	[FIGURE_NEVER_ANNOUNCED] = {.key = "never_announced",
				    .label = N_("Drafts and ideas whose day is past"),
				    .note = N_("not counted; mark as held what took place"),
				    .subject = REPORT_EVENTS,
				    .source = OF_EVENTS,
				    .amount = amount_one_never_announced},
	[FIGURE_WITHOUT_DATE] = {.key = "without_date",
				 .label = N_("Events without any date"),
				 .note = N_("counted in no year"),
				 .subject = REPORT_EVENTS,
				 .source = OF_EVENTS,
				 .amount = amount_one_without_date},
	[FIGURE_HEADING_PROPOSED] = {.key = "heading_proposed",
				     .label = N_("Events under a heading that is only proposed"),
				     .note = N_("confirm it in the kinds of event"),
				     .subject = REPORT_EVENTS,
				     .source = OF_EVENTS,
				     .amount = amount_one_heading_proposed},
	[FIGURE_WITHOUT_FAMILY] = {.key = "without_family",
				   .label = N_("People present, of no known family"),
				   .note = N_("classify their organisations"),
				   .subject = REPORT_PEOPLE,
				   .source = OF_PEOPLE,
				   .amount = amount_one_without_family},
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
report_figure_note(enum report_figure figure, bool alone)
{
	const struct figure_rule *rule = &rules[figure];
	return _(alone && rule->note_alone != NULL ? rule->note_alone : rule->note);
}

bool
report_figure_within(enum report_figure figure)
{
	return rules[figure].within;
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
