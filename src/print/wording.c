#include "print/wording.h"

#include "base/i18n.h"
#include "core/door_copy.h"

char *
wording_number(const struct document_reference *reference)
{
	g_autofree char *number = NULL, *code = NULL;
	if (reference->number != NULL)
		number = g_strdup_printf(_("no. %s"), reference->number);
	if (reference->code != NULL)
		code = g_strdup_printf(_("sheet %s"), reference->code);
	return wording_join((const char *[]){number, code}, 2);
}
