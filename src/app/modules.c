#include "app/modules.h"

#include <gmodule.h>

#include "base/error.h"
#include "base/i18n.h"

/* build/modules beside build/ateliers; $(PREFIX)/lib/ateliers for $(PREFIX)/bin/ateliers. */
static const char *const places[] = {"modules", "../lib/ateliers"};

static char *
program_folder(void)
{
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
	return program != NULL ? g_path_get_dirname(program) : NULL;
}

/* A program that links the part itself (the tests do) has it already. */
static bool
entry_linked(const char *name, gpointer *entry)
{
	GModule *self = g_module_open(NULL, G_MODULE_BIND_LAZY);
	return self != NULL && g_module_symbol(self, name, entry) && *entry != NULL;
}

static bool
module_entry(const char *name, const char *symbol, gpointer *entry, GError **error)
{
	if (entry_linked(symbol, entry))
		return true;
	g_autofree char *folder = program_folder();
	g_autofree char *file = g_strdup_printf("ateliers-%s.so", name);
	for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS(places); i++) {
		g_autofree char *path = g_build_filename(folder, places[i], file, NULL);
		if (!g_file_test(path, G_FILE_TEST_EXISTS))
			continue;
		GModule *module = g_module_open(path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
		if (module != NULL && g_module_symbol(module, symbol, entry) && *entry != NULL) {
			g_module_make_resident(module);
			return true;
		}
		return fail(error, ERROR_MODULE,
			    _("“%s” cannot be loaded: %s; install Ateliers again"), path,
			    g_module_error());
	}
	return fail(error, ERROR_MODULE, _("a part of Ateliers is missing (%s); install it again"),
		    file);
}

const struct exchange_module *
module_exchange(GError **error)
{
	static const struct exchange_module *module;
	const struct exchange_module *(*entry)(void) = NULL;
	if (module == NULL &&
	    module_entry("exchange", "exchange_module", (gpointer *)&entry, error))
		module = entry();
	return module;
}

const struct ical_module *
module_ical(GError **error)
{
	static const struct ical_module *module;
	const struct ical_module *(*entry)(void) = NULL;
	if (module == NULL && module_entry("ical", "ical_module", (gpointer *)&entry, error))
		module = entry();
	return module;
}

const struct print_module *
module_print(GError **error)
{
	static const struct print_module *module;
	const struct print_module *(*entry)(void) = NULL;
	if (module == NULL && module_entry("print", "print_module", (gpointer *)&entry, error))
		module = entry();
	return module;
}
