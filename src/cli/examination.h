/* What "doctor" looks at, and what it finds. */
#ifndef CLI_EXAMINATION_H
#define CLI_EXAMINATION_H

#include "cli/sheet.h"

struct fact {
	const char *key;
	const char *label;
	enum sheet_type type;
	char *value;
	char *words; /* NULL: as the value */
};

struct examination {
	struct run *run;
	GArray *facts;       /* struct fact */
	GPtrArray *problems; /* char *: the database is not well */
	GPtrArray *advice;   /* char *: it could be better kept */
};

/** VALUE and WORDS (may be NULL) are taken over. */
void fact_add(struct examination *exam, const char *key, const char *label, enum sheet_type type,
	      char *value, char *words);

/** A number as a fact has it. Caller frees. */
char *fact_number(gint64 value);

/** The file, what stands beside it, its folder, the disk. */
void examine_files(struct examination *exam);

/** The copies. */
void examine_backups(struct examination *exam);

#endif
