/* Tables for the imports, of the same texts as the floors write: tables events|people COUNT. */
#include <stdlib.h>
#include <string.h>

#include "bench/ical_items.h"
#include "bench/print_people.h"

static void
events_write(long count)
{
	puts("titre\ttype\tdate_debut\theure_debut\theure_fin\tlieu\tville\tpublic_vise");
	for (long i = 0; i < count; i++) {
		struct item_numbers numbers = item_numbers(i);
		printf("%s\t" ITEM_CATEGORY "\t%d-%02d-%02d\t" ITEM_START "\t" ITEM_END
		       "\t" ITEM_VENUE "\t" ITEM_TOWN "\t" ITEM_AUDIENCE "\n",
		       numbers.title, numbers.year, numbers.month, numbers.day);
	}
}

static void
people_write(guint count)
{
	puts("Nom\tPrénom\tFonction\tStructure\tDépartement");
	for (guint i = 0; i < count; i++) {
		struct print_person person = print_person(i);
		printf("%s\t%s\t%s\t%s\t%s\n", person.last_name, person.first_name, person.function,
		       person.organisation, person.department);
		print_person_clear(&person);
	}
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	long count = strtol(argv[2], NULL, 10);
	if (strcmp(argv[1], "events") == 0)
		events_write(count);
	else
		people_write((guint)count);
	return ferror(stdout) || fflush(stdout) != 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
