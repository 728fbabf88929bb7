/* The bytes of a damaged file and of its write-ahead log. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "store/engine_sqlite_pages.h"

#define MAGIC          "SQLite format 3"
#define HEAD           100
#define PAGE_SIZE_AT   16
#define RESERVED_AT    20
#define COUNT_AT       28
#define VERSION_AT     60
#define APPLICATION_AT 68
#define PAGE_USUAL     4096
#define PAGE_LEAST     512
#define PAGE_MOST      65536
#define BLOCK          4096

#define LOG_MAGIC      0x377f0682u
#define LOG_HEAD       32
#define LOG_FRAME_HEAD 24

static guint32
big32(const guint8 *at)
{
	return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

/* ---- reading ------------------------------------------------------------------------------------
 */

/* What the disk does not give is zeros: the rest of the file is still worth having. */
static gsize
bytes_take(int from, guint8 *bytes, gsize size)
{
	gsize unread = 0;
	for (gsize at = 0; at < size;) {
		gsize wanted = MIN(size - at, BLOCK);
		gssize got = pread(from, bytes + at, wanted, (off_t)at);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			unread += wanted;
		at += got > 0 ? (gsize)got : wanted;
	}
	return unread;
}

/* The whole of PATH, with SPARE zeros behind it; NULL when it cannot be opened. */
static guint8 *
file_take(const char *path, gsize spare, gsize *size, gsize *unread)
{
	struct stat status;
	int from = g_open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0);
	if (from < 0)
		return NULL;
	guint8 *bytes = NULL;
	if (fstat(from, &status) != 0 || !S_ISREG(status.st_mode)) {
		errno = EINVAL;
	} else {
		*size = (gsize)status.st_size;
		bytes = g_try_malloc0(*size + spare);
		if (bytes == NULL)
			errno = ENOMEM;
		else
			*unread = bytes_take(from, bytes, *size);
	}
	int trouble = errno;
	close(from);
	errno = trouble;
	return bytes;
}

/* ---- the size of a page -------------------------------------------------------------------------
 */

static bool
is_page_size(guint size)
{
	return size >= PAGE_LEAST && size <= PAGE_MOST && (size & (size - 1)) == 0;
}

static guint
pages_plausible(const struct sqlite_page_file *file, gsize size, guint page_size)
{
	guint n = 0;
	struct sqlite_page_head head;
	for (gsize at = 0; at + page_size <= size; at += page_size)
		n += sqlite_page_head_at(file->bytes + at, at == 0 ? HEAD : 0, page_size, &head) &&
		     head.n > 0;
	return n;
}

/* The size that its head names, unless more pages make sense in another: the head may be noise. */
static guint
page_size_find(const struct sqlite_page_file *file, gsize size, guint named)
{
	guint best = is_page_size(named) ? named : PAGE_USUAL;
	guint most = pages_plausible(file, size, best);
	for (guint tried = PAGE_LEAST; tried <= PAGE_MOST; tried *= 2) {
		guint n = pages_plausible(file, size, tried);
		if (n > most) {
			best = tried;
			most = n;
		}
	}
	return best;
}

/* ---- the log ------------------------------------------------------------------------------------
 */

struct log_sum {
	bool big; /* the words are big-endian */
	guint32 first, second;
};

/* The checksum of the log (fileformat2.html §4.2): SIZE is a multiple of 8. */
static void
sum_add(struct log_sum *sum, const guint8 *bytes, gsize size)
{
	for (gsize i = 0; i < size; i += 8) {
		guint32 a = 0, b = 0;
		memcpy(&a, bytes + i, sizeof a);
		memcpy(&b, bytes + i + 4, sizeof b);
		a = sum->big ? GUINT32_FROM_BE(a) : GUINT32_FROM_LE(a);
		b = sum->big ? GUINT32_FROM_BE(b) : GUINT32_FROM_LE(b);
		sum->first += a + sum->second;
		sum->second += b + sum->first;
	}
}

static bool
sum_is(const struct log_sum *sum, const guint8 *at)
{
	return sum->first == big32(at) && sum->second == big32(at + 4);
}

/* How many bytes of the log hold whole transactions, and the pages that the file has after the last
 * of them; 0 when there is none. */
static gsize
log_committed(const guint8 *log, gsize size, guint page_size, guint32 *count)
{
	gsize done = 0;
	struct log_sum sum = {.big = (big32(log) & 1) != 0};
	sum_add(&sum, log, 24);
	if (!sum_is(&sum, log + 24))
		return 0;
	for (gsize at = LOG_HEAD; at + LOG_FRAME_HEAD + page_size <= size;
	     at += LOG_FRAME_HEAD + page_size) {
		const guint8 *frame = log + at;
		if (big32(frame) == 0 || memcmp(frame + 8, log + 16, 8) != 0)
			break;
		sum_add(&sum, frame, 8);
		sum_add(&sum, frame + LOG_FRAME_HEAD, page_size);
		if (!sum_is(&sum, frame + 16))
			break;
		if (big32(frame + 4) == 0)
			continue;
		*count = big32(frame + 4);
		done = at + LOG_FRAME_HEAD + page_size;
	}
	return done;
}

static bool
log_is_one(const guint8 *log, gsize size)
{
	return log != NULL && size >= LOG_HEAD && (big32(log) & ~1u) == LOG_MAGIC &&
	       is_page_size(big32(log + 8));
}

/* Lay the pages of the log over those of the file. */
static void
log_apply(struct sqlite_page_file *file, const guint8 *log, gsize size)
{
	guint page_size = big32(log + 8);
	guint32 count = 0;
	gsize done = log_committed(log, size, page_size, &count);
	gsize whole = (gsize)count * page_size;
	guint8 *bytes =
		done > 0 ? g_try_realloc(file->bytes, MAX(whole, file->size) + page_size) : NULL;
	file->log_refused = bytes == NULL && size > LOG_HEAD;
	if (bytes == NULL)
		return;
	file->bytes = bytes;
	if (whole > file->size)
		memset(bytes + file->size, 0, whole - file->size);
	file->size = whole;
	file->page_size = page_size;
	for (gsize at = LOG_HEAD; at < done; at += LOG_FRAME_HEAD + page_size) {
		guint32 number = big32(log + at);
		if (number > count)
			continue;
		memcpy(bytes + (gsize)(number - 1) * page_size, log + at + LOG_FRAME_HEAD,
		       page_size);
		file->logged++;
	}
}

static void
log_load(struct sqlite_page_file *file, const char *path)
{
	gsize size = 0, unread = 0;
	g_autofree char *name = g_strconcat(path, "-wal", NULL);
	g_autofree guint8 *log = file_take(name, 0, &size, &unread);
	if (log_is_one(log, size))
		log_apply(file, log, size);
	else
		file->log_refused = log != NULL && size > 0;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

static void
head_load(struct sqlite_page_file *file)
{
	guint8 head[HEAD] = {0};
	memcpy(head, file->bytes, MIN(file->size, HEAD));
	file->headed = memcmp(head, MAGIC, sizeof MAGIC) == 0;
	guint named = (guint)head[PAGE_SIZE_AT] << 8 | head[PAGE_SIZE_AT + 1];
	if (file->page_size == 0)
		file->page_size = page_size_find(file, file->size,
						 !file->headed ? 0
						 : named == 1  ? PAGE_MOST
							       : named);
	guint reserved = file->headed && head[RESERVED_AT] <= 32 ? head[RESERVED_AT] : 0;
	file->usable = file->page_size - reserved;
	file->application = big32(head + APPLICATION_AT);
	file->version = big32(head + VERSION_AT);
	file->n = (guint32)((file->size + file->page_size - 1) / file->page_size);
	guint32 promised = big32(head + COUNT_AT);
	/* A number of pages far beyond what is there is noise. */
	if (file->headed && file->logged == 0 && promised > file->n && promised / 64 <= file->n)
		file->missing = promised - file->n;
}

bool
sqlite_page_file_load(struct sqlite_page_file *file, const char *path, GError **error)
{
	gsize unread = 0;
	*file = (struct sqlite_page_file){.bytes = NULL};
	file->bytes = file_take(path, PAGE_MOST, &file->size, &unread);
	if (file->bytes == NULL)
		return fail(error, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_IO,
			    _("“%s” cannot be opened: %s"), path, reading_reason(errno));
	log_load(file, path);
	if (file->size == 0) {
		sqlite_page_file_clear(file);
		return fail(error, ERROR_DAMAGED, _("“%s” is empty"), path);
	}
	head_load(file);
	file->unread = (guint32)(unread / file->page_size + (unread % file->page_size != 0));
	file->used = g_new0(guint8, (gsize)file->n + 1);
	return true;
}

void
sqlite_page_file_clear(struct sqlite_page_file *file)
{
	g_clear_pointer(&file->bytes, g_free);
	g_clear_pointer(&file->used, g_free);
}

const guint8 *
sqlite_page_at(const struct sqlite_page_file *file, guint32 number)
{
	if (number == 0 || number > file->n)
		return NULL;
	return file->bytes + (gsize)(number - 1) * file->page_size;
}
