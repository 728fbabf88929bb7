#include "exchange/archive.h"

#include <zip.h>

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/foreign.h"
#include "exchange/table.h"

#define MEGABYTE (1024u * 1024)

/* So small a member may be compressed as well as it likes. */
#define RATIO_FLOOR (4u * MEGABYTE)

struct archive {
	zip_t *zip;
	GHashTable *members; /* name in lower case, "/" between folders → number + 1 */
	guint64 read;        /* bytes of all members so far, as they are when extracted */
};

/* A member under reading. */
struct member {
	Archive *archive;
	zip_file_t *file;
	zip_stat_t status;
	guint64 read;
};

void
archive_close(Archive *archive)
{
	if (archive == NULL)
		return;
	if (archive->zip != NULL)
		zip_discard(archive->zip);
	g_hash_table_destroy(archive->members);
	g_free(archive);
}

static char *
member_key(const char *name)
{
	char *key = g_ascii_strdown(name, -1);
	return g_strdelimit(key, "\\", '/');
}

/* The first of two members of one name counts. */
static bool
members_list(Archive *archive, GError **error)
{
	zip_int64_t n = zip_get_num_entries(archive->zip, 0);
	if (n > SPREADSHEET_MEMBERS_MAX)
		return fail(error, ERROR_FORMAT,
			    _("This file holds more than %u parts, which no spreadsheet does: it "
			      "is not read"),
			    SPREADSHEET_MEMBERS_MAX);
	for (zip_int64_t i = 0; i < n; i++) {
		const char *name = zip_get_name(archive->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
		g_autofree char *key = name != NULL ? member_key(name) : NULL;
		if (key != NULL && !g_hash_table_contains(archive->members, key))
			g_hash_table_insert(archive->members, g_steal_pointer(&key),
					    GSIZE_TO_POINTER((gsize)i + 1));
	}
	return true;
}

static bool
damaged(GError **error)
{
	return fail(error, ERROR_FORMAT,
		    _("This spreadsheet is damaged or cut short: fetch it again, or open it in "
		      "Excel or LibreOffice, save it anew, and import the new file"));
}

Archive *
archive_open(const char *bytes, gsize size, GError **error)
{
	Archive *archive = g_new0(Archive, 1);
	archive->members = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	zip_source_t *source = zip_source_buffer_create(bytes, size, 0, NULL);
	if (source != NULL)
		archive->zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	if (archive->zip == NULL)
		zip_source_free(source);
	bool done = archive->zip != NULL ? members_list(archive, error) : damaged(error);
	if (!done)
		g_clear_pointer(&archive, archive_close);
	return archive;
}

static gsize
member_find(const Archive *archive, const char *name)
{
	g_autofree char *key = member_key(name);
	return GPOINTER_TO_SIZE(g_hash_table_lookup(archive->members, key));
}

bool
archive_has(const Archive *archive, const char *name)
{
	return member_find(archive, name) != 0;
}

/* What a member says of its size may be a lie: what was read so far counts as well. */
static bool
size_accept(const struct member *member, guint64 size, GError **error)
{
	guint64 packed = member->status.comp_size;
	bool large = size > SPREADSHEET_MEMBER_MAX;
	if (large || member->archive->read - member->read + size > SPREADSHEET_BYTES_MAX)
		return fail(error, ERROR_FORMAT,
			    _("This spreadsheet is larger than %u MB when it is extracted: split "
			      "it into several files, or save its table as “CSV UTF-8”"),
			    (large ? SPREADSHEET_MEMBER_MAX : SPREADSHEET_BYTES_MAX) / MEGABYTE);
	if (size > RATIO_FLOOR && size / SPREADSHEET_RATIO_MAX > packed)
		return fail(error, ERROR_FORMAT,
			    _("This file would become more than %u times as large when it is "
			      "extracted, which no spreadsheet does: it is not read"),
			    SPREADSHEET_RATIO_MAX);
	return true;
}

static bool
member_open(Archive *archive, const char *name, struct member *member, GError **error)
{
	gsize number = member_find(archive, name);
	*member = (struct member){.archive = archive};
	if (number == 0 || zip_stat_index(archive->zip, number - 1, 0, &member->status) != 0)
		return damaged(error);
	if (member->status.encryption_method != ZIP_EM_NONE)
		return foreign_fail(FOREIGN_PROTECTED, error);
	if (!size_accept(member, member->status.size, error))
		return false;
	member->file = zip_fopen_index(archive->zip, number - 1, 0);
	return member->file != NULL || damaged(error);
}

static gssize
member_read(gpointer from, char *buffer, gsize size, GError **error)
{
	struct member *member = from;
	zip_int64_t n = zip_fread(member->file, buffer, size);
	if (n < 0) {
		damaged(error);
		return -1;
	}
	member->read += (guint64)n;
	member->archive->read += (guint64)n;
	return size_accept(member, member->read, error) ? (gssize)n : -1;
}

bool
archive_xml(Archive *archive, const char *name, const struct xml_reader *reader, gpointer user,
	    GError **error)
{
	struct member member;
	if (!member_open(archive, name, &member, error))
		return false;
	bool done = xml_read(member_read, &member, reader, user, error);
	zip_fclose(member.file);
	return done;
}

char *
archive_text(Archive *archive, const char *name, gsize size)
{
	struct member member;
	if (!member_open(archive, name, &member, NULL))
		return NULL;
	char *text = g_malloc0(size + 1);
	if (member_read(&member, text, size, NULL) < 0)
		g_clear_pointer(&text, g_free);
	zip_fclose(member.file);
	return text;
}
