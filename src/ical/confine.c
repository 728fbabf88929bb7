#include "ical/confine.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"

#define CPU_SECONDS  2
#define MEMORY_BYTES ((rlim_t)256 << 20)

/* AddressSanitizer takes terabytes of addresses, without using them. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* What is mapped already counts: some systems map all their locales, hundreds of megabytes. */
static rlim_t
memory_mapped(void)
{
	g_autofree char *pages = NULL;
	if (!g_file_get_contents("/proc/self/statm", &pages, NULL, NULL))
		return 0;
	return (rlim_t)g_ascii_strtoull(pages, NULL, 10) * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* A limit that is lower already stays. At the harder one of the processor the system would kill
 * without saying why. */
static bool
limit_set(int resource, rlim_t most)
{
	struct rlimit limit;
	if (getrlimit(resource, &limit) != 0)
		return false;
	limit.rlim_max = MIN(limit.rlim_max, most + (resource == RLIMIT_CPU));
	limit.rlim_cur = MIN(limit.rlim_max, most);
	return setrlimit(resource, &limit) == 0;
}

static bool
limits_set(GError **error)
{
	if ((SANITIZED || limit_set(RLIMIT_AS, memory_mapped() + MEMORY_BYTES)) &&
	    limit_set(RLIMIT_CPU, CPU_SECONDS) && limit_set(RLIMIT_FSIZE, 0) &&
	    limit_set(RLIMIT_CORE, 0) && limit_set(RLIMIT_NOFILE, 0))
		return true;
	return fail(error, ERROR_IO, _("the reader of calendars cannot be limited: %s"),
		    g_strerror(errno));
}

/* What the C library, its allocator and the end of a process need; the last ones are asked by
 * AddressSanitizer alone, and do no harm. */
static const int allowed[] = {
	SCMP_SYS(read),
	SCMP_SYS(write),
	SCMP_SYS(writev),
	SCMP_SYS(mmap),
	SCMP_SYS(munmap),
	SCMP_SYS(mremap),
	SCMP_SYS(brk),
	SCMP_SYS(madvise),
	SCMP_SYS(mprotect),
	SCMP_SYS(exit),
	SCMP_SYS(exit_group),
	SCMP_SYS(rt_sigreturn),
	SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(futex),
	SCMP_SYS(clock_gettime),
	SCMP_SYS(gettimeofday),
	SCMP_SYS(time),
	SCMP_SYS(getrandom),
	SCMP_SYS(sysinfo),
	SCMP_SYS(restart_syscall),
	SCMP_SYS(sched_yield),
	SCMP_SYS(sigaltstack),
	SCMP_SYS(gettid),
	SCMP_SYS(getpid),
};

/* False when this system has no such filter. */
static bool
filter_load(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	/* A call that this kind of machine does not have needs no leave. */
	for (gsize i = 0; filter != NULL && i < G_N_ELEMENTS(allowed); i++)
		seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
	bool done = filter != NULL && seccomp_load(filter) == 0;
	if (filter != NULL)
		seccomp_release(filter);
	return done;
}

bool
confine_process(GError **error)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return fail(error, ERROR_IO, _("the reader of calendars cannot be limited: %s"),
			    g_strerror(errno));
	/* The limits suffice where the filter is refused, and nobody could do anything about it. */
	return limits_set(error) && (filter_load() || true);
}
