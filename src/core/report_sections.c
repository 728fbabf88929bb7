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
	[SECTION_SUMMARY] = {"summary", N_("The year in figures"), NULL, .lines = summary_lines},
	[SECTION_FUNNEL] = {"funnel", N_("People, each counted once"), NULL, .lines = event_lines},
	[SECTION_LIMITS] = {"limits", N_("How far these figures go"), NULL, .lines = limit_lines},
	[SECTION_STATUS] = {"status",
			    N_("Events by status"),
			    N_("Held is what took place, or was announced and has begun"),
			    REPORT_BY_STATUS,
			    REPORT_ALL,
			    {FIGURE_EVENTS, FIGURE_TO_COME, FIGURE_APART, END}},
	[SECTION_MONTH] = {"month", N_("By month"),
			   N_("An event, its registrations and those present count in its first "
			      "month; half-days, participations and people in their own"),
			   REPORT_BY_MONTH, REPORT_ALL, TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_HEADING] = {"heading", N_("By report heading"), NULL, REPORT_BY_HEADING,
			     REPORT_ALL, TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_KIND] = {"kind", N_("By kind of event"), NULL, REPORT_BY_KIND, REPORT_ALL,
			  TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_THEME] = {"theme", N_("By main theme"),
			   N_("An event counts once, under the first of its themes"),
			   REPORT_BY_THEME, REPORT_ALL, TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_MODE] = {"mode", N_("Onsite and remote"), NULL, REPORT_BY_MODE, REPORT_ALL,
			  TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_TOWN] = {"town", N_("By town of the event"), NULL, REPORT_BY_TOWN, REPORT_ALL,
			  TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_PLACE] = {"place", N_("By département of the event"), NULL, REPORT_BY_PLACE,
			   REPORT_ALL, TELL_OF_EVENTS, LEAD_OF_EVENTS},
	[SECTION_FAMILY] = {"family", N_("By family of actors"), NULL, REPORT_BY_FAMILY, REPORT_ALL,
			    TELL_OF_PEOPLE, LEAD_OF_PEOPLE},
	[SECTION_LEVEL] = {"level", N_("By level"), NULL, REPORT_BY_LEVEL, REPORT_ALL,
			   TELL_OF_PEOPLE, LEAD_OF_PEOPLE},
	[SECTION_ROLE] = {"role", N_("By status of the person"), NULL, REPORT_BY_ROLE, REPORT_ALL,
			  TELL_OF_PEOPLE, LEAD_OF_PEOPLE},
	[SECTION_DEPARTMENT] = {"department", N_("By département of the people"),
				N_("As declared, else that of their organisation"),
				REPORT_BY_DEPARTMENT, REPORT_ALL, TELL_OF_PEOPLE, LEAD_OF_PEOPLE},
	[SECTION_INVITED] = {"invited",
			     N_("Invited, by family and level"),
			     NULL,
			     REPORT_BY_FAMILY,
			     REPORT_BY_LEVEL,
			     {FIGURE_INVITED, END}},
	[SECTION_REGISTERED] = {"registered",
				N_("Registered, by family and level"),
				NULL,
				REPORT_BY_FAMILY,
				REPORT_BY_LEVEL,
				{FIGURE_REGISTERED, END}},
	[SECTION_PRESENT] = {"present",
			     N_("Present, by family and level"),
			     NULL,
			     REPORT_BY_FAMILY,
			     REPORT_BY_LEVEL,
			     {FIGURE_PRESENT, END}},
	[SECTION_PARTNER_ROLE] = {"partner",
				  N_("Partners by role"),
				  NULL,
				  REPORT_BY_PARTNER_ROLE,
				  REPORT_ALL,
				  {FIGURE_PARTNERSHIPS, FIGURE_PARTNERS, FIGURE_PARTNER_EVENTS,
				   END},
				  1},
	[SECTION_PARTNER_FAMILY] = {"partner_family",
				    N_("Partners by family"),
				    NULL,
				    REPORT_BY_PARTNER_FAMILY,
				    REPORT_ALL,
				    {FIGURE_PARTNERSHIPS, FIGURE_PARTNERS, FIGURE_PARTNER_EVENTS,
				     END},
				    1},
	[SECTION_CYCLE] = {"cycle",
			   N_("By cycle"),
			   NULL,
			   REPORT_BY_CYCLE,
			   REPORT_ALL,
			   {FIGURE_EVENTS, FIGURE_DAYS, FIGURE_HALF_DAYS, FIGURE_REGISTERED,
			    FIGURE_PRESENT, FIGURE_PARTICIPATIONS, FIGURE_PEOPLE, END},
			   2},
	[SECTION_EVENT] = {"event",
			   N_("Event by event"),
			   NULL,
			   REPORT_BY_EVENT,
			   REPORT_ALL,
			   {FIGURE_DAYS, FIGURE_HALF_DAYS, FIGURE_REGISTERED, FIGURE_PRESENT,
			    FIGURE_WALK_INS, FIGURE_NOT_COME, FIGURE_PARTICIPATIONS, FIGURE_COUNTED,
			    FIGURE_ESTIMATED, END},
			   3},
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
