/* Dates of partners' calendars: seen and taken away, never written by hand. */
#include "app/nouns.h"
#include "core/busy.h"

static const struct noun_key busy_keys[] = {
	PLAIN("first_day", NOUN_LISTED | NOUN_READ_ONLY),
	PLAIN("last_day", NOUN_LISTED | NOUN_READ_ONLY),
	PLAIN("start_time", NOUN_LISTED | NOUN_READ_ONLY),
	PLAIN("end_time", NOUN_LISTED | NOUN_READ_ONLY),
	PLAIN("title", NOUN_LISTED | NOUN_READ_ONLY),
	PLAIN("place", NOUN_READ_ONLY),
	PLAIN("source", NOUN_LISTED | NOUN_READ_ONLY),
};

const struct noun noun_busy = {
	.name = "busy",
	.label = N_("Busy dates of partners"),
	.entity = &entity_busy,
	.keys = busy_keys,
	.n_keys = G_N_ELEMENTS(busy_keys),
	.name_key = "title",
};
