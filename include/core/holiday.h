/* French public holidays, by rule.
 *
 * The eleven days of code du travail L3133-1; two more in Moselle, Bas-Rhin and Haut-Rhin
 * (L3134-13); the day of the abolition of slavery overseas (L3422-2 and decree 83-1003). The rules
 * of today are applied to every year.
 */
#ifndef CORE_HOLIDAY_H
#define CORE_HOLIDAY_H

#include <glib.h>

struct holiday {
	char date[11];
	const char *name; /* English message id; shown through _() */
};

/** Easter Sunday of a year of the Gregorian calendar (Meeus/Butcher). YEAR is in 1800…2199. */
void holiday_easter(int year, char day[static 11]);

/** The public holidays of YEAR (1800…2199; none for another) in DEPARTMENT ("34", "67", "971"; NULL
 * for the common law), as struct holiday in the order of dates. Two may fall on one day (Ascension
 * and 1 May 2008). Caller frees. */
GArray *holiday_year(int year, const char *department);

/** The name of the public holiday on DAY in DEPARTMENT, in the person's language; NULL when it is
 * none or DAY is not a day. Borrowed. */
const char *holiday_name(const char *day, const char *department);

#endif
