/* How a spreadsheet shows a number, as far as it says what the number means. */
#ifndef EXCHANGE_LOOK_H
#define EXCHANGE_LOOK_H

#include <glib.h>
#include <stdbool.h>

/** What of a moment is shown. */
enum {
	LOOK_YEAR = 1,
	LOOK_MONTH = 2,
	LOOK_DAY = 4,
	LOOK_CLOCK = 8,
	LOOK_ELAPSED = 16, /* hours beyond 24 go on */
};

#define LOOK_DATE   (LOOK_YEAR | LOOK_MONTH | LOOK_DAY)
#define LOOK_MOMENT (LOOK_DATE | LOOK_CLOCK | LOOK_ELAPSED)

struct look {
	guint8 parts;  /* 0: a plain number */
	guint8 digits; /* at least so many, with zeros in front: 5 of 00000; 0: as many as it has */
	bool percent;
};

/** The look of a format code of OOXML (ISO/IEC 29500-1, 18.8.31), by its first section. */
struct look look_of_code(const char *code);

/** That of a format that Excel has built in (18.8.30). */
struct look look_of_builtin(guint number);

#endif
