/* One cell of a table, wherever it ends. */
#ifndef EXCHANGE_CELL_H
#define EXCHANGE_CELL_H

#include <glib.h>
#include <stdbool.h>

enum quoting {
	QUOTES_DATA,   /* pasted: a quote is a letter like another */
	QUOTES_LOOSE,  /* tabs: a quote counts when it is closed at the end of a cell */
	QUOTES_STRICT, /* RFC 4180: a quote that begins a cell must be closed */
};

struct dialect {
	char separator;
	enum quoting quoting;
};

/** How a table separated by SEPARATOR is quoted. */
struct dialect dialect_of(char separator, bool paste);

enum cell_form {
	CELL_PLAIN,    /* as it stands */
	CELL_DOUBLED,  /* was quoted: "" stands for " */
	CELL_UNCLOSED, /* a quote opens it and nothing sure closes it; the rest means nothing */
};

struct cell {
	enum cell_form form;
	gsize start, end; /* its bytes, without the quotes around it */
	gsize next;       /* where the next cell or row begins */
	guint breaks;     /* line breaks inside it */
	bool last;        /* its row ends with it */
};

/** The cell of TEXT that begins at AT (at most SIZE, which is an empty cell). */
struct cell cell_read(const char *text, gsize size, gsize at, const struct dialect *dialect);

/** True when UTF-8 TEXT is nothing but spaces. */
bool cell_is_blank(const char *text, gsize size);

#endif
