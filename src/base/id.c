#include "base/id.h"

#include <stdatomic.h>
#include <sys/random.h>

#define EPOCH_MS    G_GINT64_CONSTANT(1577836800000) /* 2020-01-01 */
#define MS_BITS     42
#define RANDOM_BITS 21
#define STEP_BITS   10

/* From the kernel, so that two processes that were one a moment ago differ. */
static guint32
random_bits(int bits)
{
	guint32 random;
	if (getrandom(&random, sizeof random, GRND_NONBLOCK) != (ssize_t)sizeof random)
		random = g_random_int();
	return random & ((1u << bits) - 1);
}

/* 42 bits of milliseconds last until 2159. */
static gint64
clock_bits(void)
{
	gint64 ms = g_get_real_time() / 1000 - EPOCH_MS;
	return CLAMP(ms, 0, (G_GINT64_CONSTANT(1) << MS_BITS) - 1) << RANDOM_BITS;
}

/* Within one millisecond, or when the clock was put back, the next id stands a random step above
 * the last one: greater, and still not to be met by another machine that does the same. */
gint64
id_new(void)
{
	static _Atomic gint64 last;
	gint64 before = atomic_load(&last), next;
	gint64 wanted = clock_bits() | random_bits(RANDOM_BITS);
	do {
		gint64 above = before + 1 + random_bits(STEP_BITS);
		next = MAX(wanted, above);
	} while (!atomic_compare_exchange_weak(&last, &before, next));
	return next;
}

char *
id_uuid(void)
{
	return g_uuid_string_random();
}
