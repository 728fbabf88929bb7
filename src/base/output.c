#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/text.h"

/* Rows are written one by one; one system call each would be most of the work. */
#define BUFFER_BYTES 65536
#define PRIVATE_MODE 0600

struct output {
	char *path;      /* as given; NULL for standard output */
	char *name;      /* its last part */
	char *temporary; /* in the same folder */
	int folder;
	int file;
	mode_t mode;
	gid_t group;
	bool existed;
	int trouble; /* errno of the first failure */
	GString *buffer;
};

/* ---- words --------------------------------------------------------------------------------- */

static const char *
reason_text(int trouble)
{
	switch (trouble) {
	case ENOENT:
		return _("its folder does not exist");
	case ENOTDIR:
		return _("a part of its path is not a folder");
	case EACCES:
	case EPERM:
		return _("you may not write there");
	case EROFS:
		return _("this disk is read-only");
	case EISDIR:
		return _("it is a folder; give the name of a file");
	case ENXIO:
		return _("it is a device or a pipe; use “-” to write to standard output");
	case ENAMETOOLONG:
		return _("its name is too long");
	case ENOSPC:
	case EDQUOT:
		return _("no space is left; free some and try again");
	case EFBIG:
		return _("it would be larger than files may be");
	case EPIPE:
		return _("the program that was reading it has stopped");
	case EIO:
		return _("the disk reports a fault");
	default:
		return g_strerror(trouble);
	}
}

bool
output_fail(const char *path, int trouble, GError **error)
{
	enum ateliers_error code = trouble == ENOSPC || trouble == EDQUOT ? ERROR_FULL : ERROR_IO;
	if (path == NULL)
		return fail(error, code, _("Standard output cannot be written: %s"),
			    reason_text(trouble));
	g_autofree char *shown = text_for_terminal(path);
	return fail(error, code, _("“%s” cannot be written: %s"), shown, reason_text(trouble));
}

/* ---- opening ------------------------------------------------------------------------------- */

static void
output_free(Output *output)
{
	if (output->path != NULL) {
		if (output->file >= 0)
			close(output->file);
		if (output->folder >= 0)
			close(output->folder);
	}
	if (output->buffer != NULL)
		g_string_free(output->buffer, TRUE);
	g_free(output->path);
	g_free(output->name);
	g_free(output->temporary);
	g_free(output);
}

/* A folder that may be written but not listed can be used, though not flushed. */
static int
open_folder(const char *folder)
{
	int opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (opened < 0 && errno == EACCES)
		opened = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
	return opened;
}

/* What stands at the name now: 0 or the errno of why it must stay. A link is replaced, unless it
 * leads to a folder or a device: whoever named it meant what it leads to. */
static int
look_at_target(Output *output)
{
	struct stat itself, behind;
	if (fstatat(output->folder, output->name, &itself, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ? 0 : errno;
	behind = itself;
	if (S_ISLNK(itself.st_mode) && fstatat(output->folder, output->name, &behind, 0) != 0)
		return 0;
	if (S_ISDIR(behind.st_mode))
		return EISDIR;
	if (!S_ISREG(behind.st_mode))
		return ENXIO;
	if (S_ISLNK(itself.st_mode))
		return 0;
	if (faccessat(output->folder, output->name, W_OK, AT_EACCESS) != 0)
		return errno;
	output->existed = true;
	output->mode = itself.st_mode & 0777;
	output->group = itself.st_gid;
	return 0;
}

static int
create_temporary(Output *output, const char *folder)
{
	for (int tries = 0; tries < 100; tries++) {
		g_autofree char *unique = id_uuid();
		g_autofree char *name = g_strdup_printf(".ateliers-%.13s.tmp", unique);
		output->file =
			openat(output->folder, name,
			       O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, PRIVATE_MODE);
		if (output->file >= 0) {
			output->temporary = g_build_filename(folder, name, NULL);
			return 0;
		}
		if (errno != EEXIST)
			return errno;
	}
	return EEXIST;
}

static int
begin(Output *output)
{
	const char *slash = strrchr(output->path, '/');
	output->name = g_strdup(slash != NULL ? slash + 1 : output->path);
	if (*output->path == '\0')
		return ENOENT;
	if (*output->name == '\0')
		return EISDIR;
	g_autofree char *folder = g_path_get_dirname(output->path);
	output->folder = open_folder(folder);
	if (output->folder < 0)
		return errno;
	int trouble = look_at_target(output);
	return trouble != 0 ? trouble : create_temporary(output, folder);
}

Output *
output_open(const char *path, GError **error)
{
	Output *output = g_new0(Output, 1);
	output->folder = output->file = -1;
	output->mode = PRIVATE_MODE;
	if (g_str_equal(path, "-")) {
		fflush(stdout); /* what was printed before comes first */
		output->file = STDOUT_FILENO;
		return output;
	}
	output->path = g_strdup(path);
	output->buffer = g_string_sized_new(BUFFER_BYTES);
	int trouble = begin(output);
	if (trouble == 0)
		return output;
	output_fail(path, trouble, error);
	output_free(output);
	return NULL;
}

/* ---- writing ------------------------------------------------------------------------------- */

static void
write_all(Output *output, const char *bytes, gsize size)
{
	while (size > 0 && output->trouble == 0) {
		ssize_t written = write(output->file, bytes, size);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0) {
			output->trouble = written < 0 ? errno : EIO;
			return;
		}
		bytes += written;
		size -= (gsize)written;
	}
}

static void
flush(Output *output)
{
	if (output->buffer == NULL)
		return;
	write_all(output, output->buffer->str, output->buffer->len);
	g_string_truncate(output->buffer, 0);
}

bool
output_write(Output *output, const char *bytes, gsize size, GError **error)
{
	if (output->buffer != NULL && output->buffer->len + size > BUFFER_BYTES)
		flush(output);
	if (output->buffer != NULL && size <= BUFFER_BYTES)
		g_string_append_len(output->buffer, bytes, (gssize)size);
	else
		write_all(output, bytes, size);
	return output->trouble == 0 || output_fail(output->path, output->trouble, error);
}

const char *
output_path(const Output *output)
{
	return output->path;
}

const char *
output_temporary(Output *output)
{
	flush(output);
	return output->temporary;
}

bool
output_file(const char *path, const char *bytes, gsize size, GError **error)
{
	g_autoptr(Output) output = output_open(path, error);
	if (output == NULL || !output_write(output, bytes, size, error))
		return false;
	return output_commit(g_steal_pointer(&output), error);
}

/* ---- ending -------------------------------------------------------------------------------- */

static const char *
temporary_name(const Output *output)
{
	return strrchr(output->temporary, '/') + 1;
}

/* The rights of the file that stood there. Rights of its group are no rights of another group. */
static int
keep_rights(const Output *output)
{
	struct stat now;
	mode_t mode = output->mode;
	if (fstat(output->file, &now) != 0)
		return errno;
	if (output->existed && now.st_gid != output->group &&
	    fchown(output->file, (uid_t)-1, output->group) != 0)
		mode &= ~(mode_t)S_IRWXG;
	if ((now.st_mode & 0777) == mode || fchmod(output->file, mode) == 0)
		return 0;
	return errno == EPERM || errno == ENOTSUP ? 0 : errno; /* a USB stick has no rights */
}

/* Some file systems of other machines cannot flush and say so. */
static int
flush_to_disk(int file)
{
	if (fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EBADF)
		return 0;
	return errno;
}

/* A library that was lent the name may have replaced the file: what bears the name is what counts.
 */
static int
reopen(Output *output)
{
	int closed =
		close(output->file); /* where a disk of another machine reports that it is full */
	output->file = -1;
	if (closed != 0)
		return errno;
	output->file = openat(output->folder, temporary_name(output),
			      O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	return output->file >= 0 ? 0 : errno;
}

static int
finish(Output *output)
{
	flush(output);
	int trouble = output->trouble;
	if (trouble == 0)
		trouble = reopen(output);
	if (trouble == 0)
		trouble = keep_rights(output);
	if (trouble == 0)
		trouble = flush_to_disk(output->file);
	if (trouble == 0 &&
	    renameat(output->folder, temporary_name(output), output->folder, output->name) != 0)
		trouble = errno;
	if (trouble != 0)
		unlinkat(output->folder, temporary_name(output), 0);
	return trouble != 0 ? trouble : flush_to_disk(output->folder);
}

bool
output_commit(Output *output, GError **error)
{
	int trouble = output->path != NULL ? finish(output) : output->trouble;
	bool done = trouble == 0 || output_fail(output->path, trouble, error);
	output_free(output);
	return done;
}

void
output_abandon(Output *output)
{
	if (output == NULL)
		return;
	if (output->path != NULL)
		unlinkat(output->folder, temporary_name(output), 0);
	output_free(output);
}

int
output_name_new(const char *temporary, const char *path)
{
	if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
		return errno;
	if (link(temporary, path) == 0)
		return unlink(temporary) == 0 ? 0 : errno;
	if (errno != EPERM && errno != EOPNOTSUPP)
		return errno;
	struct stat there;
	if (fstatat(AT_FDCWD, path, &there, AT_SYMLINK_NOFOLLOW) == 0)
		return EEXIST;
	return errno == ENOENT && rename(temporary, path) == 0 ? 0 : errno;
}

bool
output_same_file(const char *a, const char *b)
{
	struct stat one, other;
	return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
	       one.st_ino == other.st_ino;
}
