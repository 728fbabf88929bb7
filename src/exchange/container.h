/* The zip container of a document that is written: members in their order, all from memory.
 *
 * Equal members give equal bytes: no time stands in it but 1 January 1980.
 */
#ifndef EXCHANGE_CONTAINER_H
#define EXCHANGE_CONTAINER_H

#include "exchange/table.h"

struct container_member {
	const char *name; /* "content.xml" */
	const char *bytes;
	gsize size;
	bool stored; /* as it is, not compressed */
};

/** Write N members to SINK. False when SINK refuses, or with ERROR_IO. */
bool container_write(const struct container_member *members, guint n, table_sink sink,
		     gpointer user, GError **error);

#endif
