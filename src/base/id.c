#include "base/id.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/random.h>

#include "base/date.h"

#define EPOCH_MS    G_GINT64_CONSTANT(1577836800000) /* 2020-01-01 */
#define MS_BITS     42
#define RANDOM_BITS 21
#define STEP_BITS   10

/* From the kernel, a pool at a time. Each thread has its pool. */
static _Thread_local guint8 pool[512];
static _Thread_local gsize pool_left;

static void
pool_forget(void)
{
	pool_left = 0;
}

/* A process that was forked begins a pool of its own, so that two that were one a moment ago
 * differ. */
static void
forget_when_forked(void)
{
	static gsize once = 0;
	if (g_once_init_enter(&once)) {
		pthread_atfork(NULL, NULL, pool_forget);
		g_once_init_leave(&once, 1);
	}
}

static void
random_bytes(guint8 *into, gsize size)
{
	if (pool_left < size) {
		forget_when_forked();
		if (getrandom(pool, sizeof pool, GRND_NONBLOCK) != (gssize)sizeof pool)
			for (gsize i = 0; i < sizeof pool; i++)
				pool[i] = (guint8)g_random_int();
		pool_left = sizeof pool;
	}
	pool_left -= size;
	memcpy(into, pool + pool_left, size);
}

static guint32
random_bits(int bits)
{
	guint32 random;
	random_bytes((guint8 *)&random, sizeof random);
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
id_nonce(void)
{
	return g_strdup_printf("%016" G_GINT64_MODIFIER "x%06x", (guint64)id_new(),
			       random_bits(24));
}

void
id_day(gint64 id, char day[static 11])
{
	gint64 seconds = ((id >> RANDOM_BITS) + EPOCH_MS) / 1000;
	date_from_number((int)(seconds / (24 * 60 * 60)), day);
}

char *
id_uuid(void)
{
	static const char digits[] = "0123456789abcdef";
	guint8 bytes[16];
	random_bytes(bytes, sizeof bytes);
	bytes[6] = (bytes[6] & 0x0f) | 0x40; /* version 4 and variant 1 of RFC 4122 */
	bytes[8] = (bytes[8] & 0x3f) | 0x80;
	GString *uuid = g_string_sized_new(37);
	for (guint i = 0; i < sizeof bytes; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			g_string_append_c(uuid, '-');
		g_string_append_c(uuid, digits[bytes[i] >> 4]);
		g_string_append_c(uuid, digits[bytes[i] & 15]);
	}
	return g_string_free(uuid, FALSE);
}
