/* An engine that fails when it is told to: the SQLite one, whose nth call is refused.
 *
 * One plan for all stores that are open by it: tests are alone in their program.
 */
#ifndef TESTS_STORE_FAULT_ENGINE_H
#define TESTS_STORE_FAULT_ENGINE_H

#include "store/engine.h"

enum fault_shape {
	FAULT_ONCE,   /* that call alone */
	FAULT_ROLLED, /* and the engine rolls the transaction back by itself, as SQLite does when
			 the disk is full */
	FAULT_ON,     /* all calls from there on, as of a disk that is gone */
};

struct fault_plan {
	guint at; /* which call fails, from 1; 0: none */
	enum fault_shape shape;
	int code;          /* ERROR_FULL, ERROR_IO… */
	bool commit_fails; /* instead of counting: the next commit, once */
	bool commit_holds; /* and what it wrote is on the disk all the same */
	bool reopen_fails; /* and the file cannot be opened again, once */
	guint calls;       /* so far */
	bool struck;       /* something was refused */
	bool inside;       /* and that was between begin and commit */
};

extern struct fault_plan fault_plan;
extern const struct engine_driver engine_faulty;

/** Nothing fails any more; calls are counted from 0. */
void fault_clear(void);

#endif
