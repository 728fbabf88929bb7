/* The sections of a report: what stands in each. */
#include "base/i18n.h"
#include "core/report_private.h"

#define END REPORT_FIGURES

static const struct line_rule summary_lines[] = {
	{FIGURE_ACTIONS, REPORT_ALL, true},
	{FIGURE_EVENTS, REPORT_ALL, true},
	{FIGURE_DAYS, REPORT_ALL, true},
	{FIGURE_HALF_DAYS, REPORT_ALL, true},
	{FIGURE_HALF_DAYS, REPORT_BY_MODE, false},
	{FIGURE_REGISTERED, REPORT_ALL, true},
	{FIGURE_PRESENT, REPORT_ALL, true},
	{FIGURE_WALK_INS, REPORT_ALL, true},
	{FIGURE_NOT_COME, REPORT_ALL, true},
	{FIGURE_NOT_COME_RATE, REPORT_ALL, true},
	{FIGURE_PARTICIPATIONS, REPORT_ALL, true},
	{FIGURE_PEOPLE, REPORT_ALL, true},
	{FIGURE_NEWCOMERS, REPORT_ALL, true},
	{FIGURE_REGULARS, REPORT_ALL, true},
	{FIGURE_ORGANISATIONS, REPORT_ALL, true},
	{FIGURE_COUNTED, REPORT_ALL, false},
	{FIGURE_ESTIMATED, REPORT_ALL, false},
	{FIGURE_ATTENDANCE, REPORT_ALL, true},
	{FIGURE_SPEAKERS, REPORT_ALL, true},
	{FIGURE_PARTNERS, REPORT_ALL, true},
	{FIGURE_REPLIES, REPORT_ALL, true},
	{FIGURE_REPLY_RATE, REPORT_ALL, true},
	{END, REPORT_ALL, false},
};

/* An event alone: the funnel first. */
static const struct line_rule event_lines[] = {
	{FIGURE_REGISTERED, REPORT_ALL, true},
	{FIGURE_PRESENT, REPORT_ALL, true},
	{FIGURE_WALK_INS, REPORT_ALL, true},
	{FIGURE_NOT_COME, REPORT_ALL, true},
	{FIGURE_NOT_COME_RATE, REPORT_ALL, true},
	{FIGURE_HALF_DAYS, REPORT_ALL, true},
	{FIGURE_PARTICIPATIONS, REPORT_ALL, true},
	{FIGURE_PEOPLE, REPORT_ALL, true},
	{FIGURE_ORGANISATIONS, REPORT_ALL, true},
	{FIGURE_SPEAKERS, REPORT_ALL, false},
	{FIGURE_COUNTED, REPORT_ALL, false},
	{FIGURE_ESTIMATED, REPORT_ALL, false},
	{FIGURE_REPLIES, REPORT_ALL, true},
	{FIGURE_REPLY_RATE, REPORT_ALL, true},
	{END, REPORT_ALL, false},
};

static const struct line_rule limit_lines[] = {
	{FIGURE_SIGNED_EVENTS, REPORT_ALL, true},    {FIGURE_COUNTED_EVENTS, REPORT_ALL, true},
	{FIGURE_ESTIMATED_EVENTS, REPORT_ALL, true}, {FIGURE_UNCOUNTED_EVENTS, REPORT_ALL, true},
	{FIGURE_WITHOUT_DAY, REPORT_ALL, false},     {FIGURE_WITHOUT_MONTH, REPORT_ALL, false},
	{FIGURE_WITHOUT_DATE, REPORT_ALL, false},    {FIGURE_DAYS_MISSING, REPORT_ALL, false},
	{FIGURE_OTHER_YEARS, REPORT_ALL, false},     {FIGURE_STILL_ANNOUNCED, REPORT_ALL, false},
	{FIGURE_NEVER_ANNOUNCED, REPORT_ALL, false}, {FIGURE_HEADING_PROPOSED, REPORT_ALL, false},
	{FIGURE_WITHOUT_FAMILY, REPORT_ALL, false},  {END, REPORT_ALL, false},
};

/* What is told of events, whatever parts them. */
#define TELL_OF_EVENTS                                                                             \
	{                                                                                          \
		FIGURE_EVENTS, FIGURE_HALF_DAYS, FIGURE_REGISTERED, FIGURE_PRESENT,                \
			FIGURE_PARTICIPATIONS, FIGURE_PEOPLE, FIGURE_COUNTED, FIGURE_ATTENDANCE,   \
			FIGURE_ESTIMATED, END                                                      \
	}
#define LEAD_OF_EVENTS 1 /* half-days are what is accounted for */

#define TELL_OF_PEOPLE                                                                             \
	{                                                                                          \
		FIGURE_INVITED, FIGURE_REGISTERED, FIGURE_PRESENT, FIGURE_PARTICIPATIONS,          \
			FIGURE_PEOPLE, FIGURE_ORGANISATIONS, END                                   \
	}
#define LEAD_OF_PEOPLE 2

/* Of a line one also asks who did not come. */
static const enum report_figure more_of_lines[] = {FIGURE_WALK_INS, FIGURE_NOT_COME, END};
static const enum report_figure nothing_more[] = {END};

static const struct section_rule rules[REPORT_SECTIONS] = {
	[SECTION_SUMMARY] = {.key = "summary",
			     .label = N_("The year in figures"),
			     .lines = summary_lines},
	[SECTION_FUNNEL] = {.key = "funnel",
			    .label = N_("People, each counted once"),
			    .lines = event_lines},
	[SECTION_LIMITS] = {.key = "limits",
			    .label = N_("How far these figures go"),
			    .lines = limit_lines},
	[SECTION_STATUS] = {.key = "status",
			    .label = N_("Events by status"),
			    .note = N_("Held is what took place, or was announced and has begun"),
			    .axis = REPORT_BY_STATUS,
			    .figures = {FIGURE_EVENTS, FIGURE_TO_COME, FIGURE_APART, END}},
	[SECTION_MONTH] =
		{.key = "month",
		 .label = N_("By month"),
		 .note = N_("An event, its registrations and those present count in its first "
			    "month; half-days, participations and people in their own"),
		 .axis = REPORT_BY_MONTH,
		 .figures = TELL_OF_EVENTS,
		 .lead = LEAD_OF_EVENTS},
	[SECTION_HEADING] = {.key = "heading",
			     .label = N_("By report heading"),
			     .axis = REPORT_BY_HEADING,
			     .figures = TELL_OF_EVENTS,
			     .lead = LEAD_OF_EVENTS},
	[SECTION_KIND] = {.key = "kind",
			  .label = N_("By kind of event"),
			  .axis = REPORT_BY_KIND,
			  .figures = TELL_OF_EVENTS,
			  .lead = LEAD_OF_EVENTS},
	[SECTION_THEME] = {.key = "theme",
			   .label = N_("By main theme"),
			   .note = N_("An event counts once, under the first of its themes"),
			   .axis = REPORT_BY_THEME,
			   .figures = TELL_OF_EVENTS,
			   .lead = LEAD_OF_EVENTS},
	[SECTION_MODE] = {.key = "mode",
			  .label = N_("Onsite and remote"),
			  .axis = REPORT_BY_MODE,
			  .figures = TELL_OF_EVENTS,
			  .lead = LEAD_OF_EVENTS},
	[SECTION_TOWN] = {.key = "town",
			  .label = N_("By town of the event"),
			  .axis = REPORT_BY_TOWN,
			  .figures = TELL_OF_EVENTS,
			  .lead = LEAD_OF_EVENTS},
	[SECTION_PLACE] = {.key = "place",
			   .label = N_("By département of the event"),
			   .axis = REPORT_BY_PLACE,
			   .figures = TELL_OF_EVENTS,
			   .lead = LEAD_OF_EVENTS},
	[SECTION_FAMILY] = {.key = "family",
			    .label = N_("By family of actors"),
			    .axis = REPORT_BY_FAMILY,
			    .figures = TELL_OF_PEOPLE,
			    .lead = LEAD_OF_PEOPLE},
	[SECTION_LEVEL] = {.key = "level",
			   .label = N_("By level"),
			   .axis = REPORT_BY_LEVEL,
			   .figures = TELL_OF_PEOPLE,
			   .lead = LEAD_OF_PEOPLE},
	[SECTION_ROLE] = {.key = "role",
			  .label = N_("By status of the person"),
			  .axis = REPORT_BY_ROLE,
			  .figures = TELL_OF_PEOPLE,
			  .lead = LEAD_OF_PEOPLE},
	[SECTION_DEPARTMENT] = {.key = "department",
				.label = N_("By département of the people"),
				.note = N_("As declared, else that of their organisation"),
				.axis = REPORT_BY_DEPARTMENT,
				.figures = TELL_OF_PEOPLE,
				.lead = LEAD_OF_PEOPLE},
	[SECTION_INVITED] = {.key = "invited",
			     .label = N_("Invitations and requests, by family and level"),
			     .axis = REPORT_BY_FAMILY,
			     .across = REPORT_BY_LEVEL,
			     .figures = {FIGURE_INVITED, END}},
	[SECTION_REGISTERED] = {.key = "registered",
				.label = N_("Registered, by family and level"),
				.axis = REPORT_BY_FAMILY,
				.across = REPORT_BY_LEVEL,
				.figures = {FIGURE_REGISTERED, END}},
	[SECTION_PRESENT] = {.key = "present",
			     .label = N_("Present, by family and level"),
			     .axis = REPORT_BY_FAMILY,
			     .across = REPORT_BY_LEVEL,
			     .figures = {FIGURE_PRESENT, END}},
	[SECTION_PARTNER_ROLE] = {.key = "partner",
				  .label = N_("Partners by role"),
				  .axis = REPORT_BY_PARTNER_ROLE,
				  .figures = {FIGURE_PARTNERSHIPS, FIGURE_PARTNERS,
					      FIGURE_PARTNER_EVENTS, END},
				  .lead = 1},
	[SECTION_PARTNER_FAMILY] = {.key = "partner_family",
				    .label = N_("Partners by family"),
				    .axis = REPORT_BY_PARTNER_FAMILY,
				    .figures = {FIGURE_PARTNERSHIPS, FIGURE_PARTNERS,
						FIGURE_PARTNER_EVENTS, END},
				    .lead = 1},
	[SECTION_CYCLE] = {.key = "cycle",
			   .label = N_("By cycle"),
			   .axis = REPORT_BY_CYCLE,
			   .figures = {FIGURE_EVENTS, FIGURE_DAYS, FIGURE_HALF_DAYS,
				       FIGURE_REGISTERED, FIGURE_PRESENT, FIGURE_PARTICIPATIONS,
				       FIGURE_PEOPLE, END},
			   .lead = 2},
	[SECTION_EVENT] = {.key = "event",
			   .label = N_("Event by event"),
			   .axis = REPORT_BY_EVENT,
			   .figures = {FIGURE_DAYS, FIGURE_HALF_DAYS, FIGURE_REGISTERED,
				       FIGURE_PRESENT, FIGURE_WALK_INS, FIGURE_NOT_COME,
				       FIGURE_PARTICIPATIONS, FIGURE_COUNTED, FIGURE_ESTIMATED,
				       END},
			   .lead = 3},
};

const enum report_section *
report_sections(bool year, guint *n)
{
	static const enum report_section of_year[] = {
		SECTION_SUMMARY, SECTION_LIMITS,       SECTION_STATUS,         SECTION_MONTH,
		SECTION_HEADING, SECTION_KIND,         SECTION_THEME,          SECTION_MODE,
		SECTION_TOWN,    SECTION_PLACE,        SECTION_FAMILY,         SECTION_LEVEL,
		SECTION_ROLE,    SECTION_DEPARTMENT,   SECTION_INVITED,        SECTION_REGISTERED,
		SECTION_PRESENT, SECTION_PARTNER_ROLE, SECTION_PARTNER_FAMILY, SECTION_CYCLE,
		SECTION_EVENT,
	};
	static const enum report_section of_event[] = {
		SECTION_FUNNEL,     SECTION_FAMILY,  SECTION_LEVEL,      SECTION_ROLE,
		SECTION_DEPARTMENT, SECTION_INVITED, SECTION_REGISTERED, SECTION_PRESENT,
	};
	*n = year ? G_N_ELEMENTS(of_year) : G_N_ELEMENTS(of_event);
	return year ? of_year : of_event;
}

const enum report_figure *
report_section_more(enum report_section section)
{
	bool told = section != SECTION_EVENT && rules[section].across == REPORT_ALL;
	for (const enum report_figure *figure = rules[section].figures; told && *figure != END;
	     figure++)
		if (*figure == FIGURE_PRESENT)
			return more_of_lines;
	return nothing_more;
}

const struct section_rule *
report_section_rule(enum report_section section)
{
	return &rules[section];
}
