/* A date in its parts. */
#ifndef BASE_DATE_CIVIL_H
#define BASE_DATE_CIVIL_H

#include <stdbool.h>

#define CIVIL_FIRST_YEAR 1800
#define CIVIL_LAST_YEAR  2199

/** What is not written is 0. */
struct civil {
	int year, month, day;
};

/** The parts of an ISO date; false for what date_valid() refuses. */
bool civil_read(const char *date, struct civil *civil);

#endif
