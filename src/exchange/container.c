#include "exchange/container.h"

#include <zip.h>

#include "base/error.h"
#include "base/i18n.h"

#define DOS_TIME 0
#define DOS_DATE ((0 << 9) | (1 << 5) | 1) /* 1 January 1980 */

static bool
container_fail(const char *reason, GError **error)
{
	return fail(error, ERROR_IO, _("The document cannot be put together: %s"), reason);
}

static bool
member_add(zip_t *zip, const struct container_member *member, GError **error)
{
	zip_source_t *source = zip_source_buffer(zip, member->bytes, member->size, 0);
	zip_int64_t index =
		source != NULL ? zip_file_add(zip, member->name, source, ZIP_FL_ENC_UTF_8) : -1;
	if (index < 0) {
		zip_source_free(source);
		return container_fail(zip_strerror(zip), error);
	}
	zip_uint64_t at = (zip_uint64_t)index;
	zip_int32_t method = member->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
	if (zip_set_file_compression(zip, at, method, 0) != 0 ||
	    zip_file_set_dostime(zip, at, DOS_TIME, DOS_DATE, 0) != 0)
		return container_fail(zip_strerror(zip), error);
	return true;
}

/* Everything is in memory: the container is complete before a byte of it leaves. */
static bool
container_pass(zip_source_t *source, table_sink sink, gpointer user, GError **error)
{
	char bytes[16384];
	zip_int64_t n = zip_source_open(source) == 0 ? 1 : -1;
	bool done = n > 0;
	while (done && (n = zip_source_read(source, bytes, sizeof bytes)) > 0)
		done = sink(bytes, (gsize)n, user, error);
	if (n < 0)
		done = container_fail(zip_error_strerror(zip_source_error(source)), error);
	zip_source_close(source);
	return done;
}

static bool
container_fill(zip_source_t *source, const struct container_member *members, guint n,
	       GError **error)
{
	zip_error_t reason;
	zip_error_init(&reason);
	zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, &reason);
	if (zip == NULL) {
		bool failed = container_fail(zip_error_strerror(&reason), error);
		zip_error_fini(&reason);
		return failed;
	}
	zip_source_keep(source);
	bool done = true;
	for (guint i = 0; done && i < n; i++)
		done = member_add(zip, &members[i], error);
	if (done && zip_close(zip) == 0)
		return true;
	if (done)
		container_fail(zip_strerror(zip), error);
	zip_discard(zip);
	return false;
}

bool
container_write(const struct container_member *members, guint n, table_sink sink, gpointer user,
		GError **error)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	if (source == NULL)
		return container_fail(g_strerror(ENOMEM), error);
	bool done = container_fill(source, members, n, error) &&
		    container_pass(source, sink, user, error);
	zip_source_free(source);
	return done;
}
