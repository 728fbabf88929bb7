/* Civil dates and times (data model, rules 6 and 10).
 *
 * A date is ISO text as precise as it is known: "2009", "2015-01" or "2015-01-15"; "a day" means
 * the last. A time is "09:30". Nothing here knows a time zone or asks what day it is.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <glib.h>
#include <stdbool.h>

/** True for an existing year (1800-2199), month or day. NULL is false. */
bool date_valid(const char *date);

/** True for a date known to the day. */
bool date_is_day(const char *date);

/** Days since 1970-01-01 of a day; undefined for anything else. */
int date_number(const char *day);

/** The day NUMBER days after 1970-01-01, as ISO text; beyond the years 1 and 9999, their end. */
void date_from_number(int number, char day[static 11]);

/** 1 = Monday … 7 = Sunday. */
int date_weekday(const char *day);

/** ISO week 1…53. */
int date_week(const char *day);

/** What a person's text said. */
struct date_reading {
	char date[11];      /* ISO, as precise as it was written */
	int typed_weekday;  /* 1 = Monday … 7, 0 when no weekday was written */
	bool weekday_wrong; /* a weekday was written and the date is another */
};

/** Read a date as people type it, in French or English words, TODAY being a day:
 * "15/1", "15/01/2027", "15.1.27", "15 janv", "15 janvier 2027", "1er mars", "ven", "vendredi",
 * "ven 15/1", "demain", "hier", "aujourd'hui", "+7" (days), "+3s" (weeks), "-2", "2027-01-15",
 * "2027-01", "2027", "janvier 2027". Without a year: the next such day, today included; a lone
 * weekday: the next one, today excluded; "ven 15": the next 15th; "lundi prochain" and
 * "next Monday" say no more than "lundi". Words may be cut short ("je
 * 22/1", "15 sept"). Two digits of a year: at most 29 years ahead. Impossible dates ("31/02") fail
 * with ERROR_INVALID. */
bool date_parse(const char *typed, const char *today, struct date_reading *reading, GError **error);

/** Read a time: "9", "930", "9h", "9h30", "9 h 30", "9:30", "09:30", "21.30", "midi", "noon",
 * "minuit", "midnight". ERROR_INVALID otherwise. */
bool time_parse(const char *typed, char time[static 6], GError **error);

/** Read two days typed as one: "15-16 mars", "du 15 au 16 mars 2027", "15 et 16 mars", "28 janvier
 * – 2 février", "15/3 - 16/3". What date_parse() reads is one day ("15-10" is in October); "et"
 * joins two days that follow each other. False for anything else. */
bool date_range_parse(const char *typed, const char *today, char first[static 11],
		      char last[static 11]);

/** Read two times typed as one: "9h30–16h30", "9h30 à 16h30", "de 9h à midi", "9-17". False for
 * anything else, an end that is not after its start too. */
bool time_range_parse(const char *typed, char start[static 6], char end[static 6]);

/** True for "00:00" … "23:59". NULL is false. */
bool time_valid(const char *time);

/** Minutes since midnight; -1 when not a time. */
int time_minutes(const char *time);

/** The time MINUTES after midnight; MINUTES is in 0…1439. */
void time_from_minutes(int minutes, char time[static 6]);

enum date_style {
	DATE_LONG,    /* vendredi 15 janvier 2027 · Friday 15 January 2027; 1er for the first */
	DATE_MEDIUM,  /* ven. 15 janv. 2027 */
	DATE_SHORT,   /* ven. 15 janv. */
	DATE_NUMERIC, /* 15/01/2027 */
	DATE_LETTER,  /* 15 janvier 2027 · 15 January 2027: how letters are dated */
};

/** A date in the person's language; months and years alone in every style ("janvier 2027",
 * "2009"). NULL gives "". Caller frees. */
char *date_text(const char *date, enum date_style style);

/** Two days of one event: "du 28 au 29 janvier 2016", "du 28 janvier au 2 février 2016"; one day
 * alone when LAST is NULL or the same. Caller frees. */
char *date_range_text(const char *first, const char *last);

/** "9h30" ("9h") on screen, "9 h 30" with no-break spaces when TYPOGRAPHIC; in English "9:30".
 * NULL gives "". Caller frees. */
char *time_text(const char *time, bool typographic);

/** Full name of weekday 1…7 and month 1…12 in the person's language. Borrowed. */
const char *date_weekday_name(int weekday);
const char *date_month_name(int month);

#endif
