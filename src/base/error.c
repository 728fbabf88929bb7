#include "base/error.h"

#include <errno.h>

#include "base/i18n.h"

G_DEFINE_QUARK(ateliers - error, ateliers_error)

bool
fail(GError **error, enum ateliers_error code, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	if (error != NULL && *error == NULL)
		*error = g_error_new_valist(ATELIERS_ERROR, (int)code, format, arguments);
	va_end(arguments);
	return false;
}

const char *
reading_reason(int trouble)
{
	switch (trouble) {
	case ENOENT:
		return _("there is no such file");
	case ENOTDIR:
		return _("a part of its path is not a folder");
	case EACCES:
	case EPERM:
		return _("you may not read it");
	case EISDIR:
		return _("it is a folder; give the name of a file");
	case ELOOP:
		return _("it is a link that leads nowhere");
	case ENAMETOOLONG:
		return _("its name is too long");
	case ENXIO:
	case ENODEV:
		return _("it is a device, not a file");
	case EMFILE:
	case ENFILE:
		return _("too many files are open; close other programs and try again");
	case ENOMEM:
		return _("no memory is left; close other programs and try again");
	case EIO:
		return _("the disk reports a fault");
	case ESTALE:
	case EHOSTDOWN:
	case ETIMEDOUT:
		return _("the network disk on which it is does not answer");
	default:
		return g_strerror(trouble);
	}
}

const char *
reading_reason_of(const GError *reason)
{
	static const int troubles[] = {
		[G_FILE_ERROR_EXIST] = 0,      [G_FILE_ERROR_ISDIR] = EISDIR,
		[G_FILE_ERROR_ACCES] = EACCES, [G_FILE_ERROR_NAMETOOLONG] = ENAMETOOLONG,
		[G_FILE_ERROR_NOENT] = ENOENT, [G_FILE_ERROR_NOTDIR] = ENOTDIR,
		[G_FILE_ERROR_NXIO] = ENXIO,   [G_FILE_ERROR_NODEV] = ENODEV,
		[G_FILE_ERROR_LOOP] = ELOOP,   [G_FILE_ERROR_NOMEM] = ENOMEM,
		[G_FILE_ERROR_MFILE] = EMFILE, [G_FILE_ERROR_NFILE] = ENFILE,
		[G_FILE_ERROR_IO] = EIO,       [G_FILE_ERROR_PERM] = EPERM,
	};
	bool known = reason->domain == G_FILE_ERROR && reason->code >= 0 &&
		     reason->code < (int)G_N_ELEMENTS(troubles) && troubles[reason->code] != 0;
	return known ? reading_reason(troubles[reason->code]) : reason->message;
}
