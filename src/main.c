/* One program: with a command it does a piece of work and ends, without one it opens the interface.
 */
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "screens/interface.h"

/* Letters: the environment's own charset, or UTF-8 where nothing was chosen or the chosen locale is
 * missing from this machine (ssh forwards names that the host does not have). */
static void
letters_choose(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	bool chosen = false;
	for (size_t i = 0; i < sizeof variables / sizeof *variables && !chosen; i++) {
		const char *value = getenv(variables[i]);
		chosen = value != NULL && *value != '\0';
	}
	if (!chosen || setlocale(LC_CTYPE, "") == NULL)
		setlocale(LC_CTYPE, "C.UTF-8");
}

_Static_assert(INTERFACE_SAMPLE == CLI_SAMPLE, "the two floors speak of one wish");

int
main(int argc, char **argv)
{
	/* Only letters come from the environment's locale: words, order, dates and numbers are our
	 * own. */
	letters_choose();
	/* A reader that left and a limit on the size of files are errors of a write, told in words.
	 */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	umask(077);
	return cli_main(argc, argv, interface_main);
}
