#include "base/error.h"

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
