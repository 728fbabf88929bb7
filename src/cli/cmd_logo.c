/* Logos of organisations. */
#include "app/picture.h"
#include "cli/cmd.h"
#include "cli/subject.h"
#include "core/organisation.h"

bool
cmd_organisation_logo(struct run *run, GError **error)
{
	gint64 id = subject_find(run, &noun_organisation, 0, run->argument[0], error);
	if (id == 0 || !run_begin(run, "organisation_logo", error))
		return false;
	store_about(run->store, &entity_organisation, id, 0, 1);
	return run_end(run, organisation_logo_set(run->store, id, run->argument[1], error), error);
}
