/* What is known of a list's current row, for reading, beside the list where there is room: from 110
 * columns its main fields, from 160 what belongs to it. In a narrow terminal nothing is read. */
#ifndef SCREENS_BESIDE_H
#define SCREENS_BESIDE_H

#include "app/noun.h"
#include "tui/ui.h"

struct beside;

struct beside *beside_new(const struct noun *noun);

/** NULL is allowed. */
void beside_free(struct beside *beside);

/** Rows may have changed. */
void beside_forget(struct beside *beside);

/** The part of BODY that is left to the list. */
struct area beside_share(const struct beside *beside, struct area body);

/** Draw what is known of row ID in the part of BODY that LIST leaves; that row is read
 * once the loop has nothing else to do, when it is another one than before. */
void beside_draw(struct beside *beside, struct ui *ui, gint64 id, struct area body,
		 struct area list);

#endif
