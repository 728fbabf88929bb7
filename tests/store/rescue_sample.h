/* The sample centre as a file to be damaged, and what is on which of its pages. */
#ifndef TESTS_STORE_RESCUE_SAMPLE_H
#define TESTS_STORE_RESCUE_SAMPLE_H

#include "store/engine_sqlite_pages.h"
#include "store/rescue.h"
#include "store/store.h"

#define SAMPLE_PAGE 4096

struct sample_row {
	const struct entity *entity;
	void *row;
	GArray *pages; /* guint32: its leaf, and those that its long texts go on in */
};

struct sample {
	char *folder;
	char *sound; /* the file, as one */
	char *bad;   /* where a damaged one is written */
	char *made;  /* where it is rescued to */
	char *bytes; /* of the sound one */
	gsize size;
	guint n_pages;
	GHashTable *rows;  /* id → struct sample_row, of all entities */
	gint *owner;       /* by page: a place in TABLES, -1: none; free with the sample */
	GPtrArray *tables; /* char *: name of the table or index of each root */
};

struct sample *sample_make(void);
void sample_free(struct sample *sample);

/** Write SIZE of BYTES as the damaged file, without a log. */
void sample_write(const struct sample *sample, const char *bytes, gsize size);

/** Rescue the damaged file; what it was made is open in *STORE (NULL is allowed: it is not opened).
 * The damaged file is as it was. NULL with ERROR. */
RescueReport *sample_rescue(const struct sample *sample, Store **store, GError **error);

/** The count of a table, zeros when there is none. */
struct rescue_count sample_count(const RescueReport *report, const char *table);

/** What a rescue did to the rows. */
struct sample_outcome {
	guint rows; /* of the sound file */
	guint saved;
	guint sound;    /* rows that stood on no damaged page */
	guint altered;  /* saved, from a damaged page, and not as they were */
	guint invented; /* saved, from a damaged page, under an id that never was */
};

/** Compare STORE with the sound file. DAMAGED (by page) says where bytes were changed: what stood
 * there may be altered when FORGIVEN, and nothing else may. What stood on no damaged page is there,
 * or the report counts it as fallen, refused or unplaced. Fails the test with NAME and SEED. */
struct sample_outcome sample_judge(const struct sample *sample, Store *store,
				   const RescueReport *report, const bool *damaged, bool forgiven,
				   guint seed);

#endif
