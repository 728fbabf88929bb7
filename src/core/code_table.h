/* How the tables of codes are written. */
#ifndef CORE_CODE_TABLE_H
#define CORE_CODE_TABLE_H

#include "core/status.h"

/** A label with the context that keeps its translation apart from those of other tables. */
#define NC_(context, text) context "\004" text

#define LIST(words, table)                                                                         \
	{                                                                                          \
		.name = words, .codes = table, .n = G_N_ELEMENTS(table)                            \
	}

#endif
