/* One program: with a command it does a piece of work and ends, without one it opens the interface.
 */
#include <locale.h>
#include <signal.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "tui/tui.h"

int
main(int argc, char **argv)
{
	/* Only letters come from the environment's locale: words, order, dates and numbers are our
	 * own. */
	setlocale(LC_CTYPE, "");
	/* A reader that left and a limit on the size of files are errors of a write, told in words.
	 */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	umask(077);
	return cli_main(argc, argv, tui_main);
}
