/* Nothing that reads audio can block: read() is run with two nets under it while another thread publishes, seeks and
 * pauses.
 *
 *  1. What in libc allocates, locks, waits or prints is interposed here and counted when the calling thread is hot:
 * also an uncontended lock, or a malloc that never enters the kernel.
 *  2. On x86-64 Linux every system call of a hot thread raises SIGSYS (syscall user dispatch), whatever makes it.
 *
 * The nets are shown to hold by planting what they are to catch. */
#include "unit/staging.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif

static __thread volatile int hot;
static __thread volatile char selector; /* 1: system calls of this thread are caught */
static _Atomic unsigned long violations;
static _Atomic(const char *) last;
static bool net_2;

static void check(const char *what)
{
    if (hot) {
        violations++;
        last = what;
    }
}

#ifndef SANITIZED /* sanitizers bring an allocator and locks of their own */

/* ---- net 1 ---- */

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t),
    *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

void *malloc(size_t n)
{
    check("malloc");
    return __libc_malloc(n);
}

void *calloc(size_t a, size_t b)
{
    check("calloc");
    return __libc_calloc(a, b);
}

void *realloc(void *p, size_t n)
{
    check("realloc");
    return __libc_realloc(p, n);
}

void free(void *p)
{
    check("free");
    __libc_free(p);
}

void *aligned_alloc(size_t a, size_t n)
{
    check("aligned_alloc");
    return __libc_memalign(a, n);
}

int posix_memalign(void **p, size_t a, size_t n)
{
    check("posix_memalign");
    *p = __libc_memalign(a, n);
    return *p ? 0 : ENOMEM;
}

/* The next definition of a function; found when first called, which in these tests is long before any thread is hot. */
static void *next_of(void **real, const char *name)
{
    if (!*real)
        *real = dlsym(RTLD_NEXT, name);
    return *real;
}

#define WRAP(result, name, params, args)                                                                               \
    result name params                                                                                                 \
    {                                                                                                                  \
        static void *real;                                                                                             \
        check(#name);                                                                                                  \
        return ((result(*) params)(uintptr_t)next_of(&real, #name))args;                                               \
    }

WRAP(int, pthread_mutex_lock, (pthread_mutex_t * m), (m))
WRAP(int, pthread_mutex_trylock, (pthread_mutex_t * m), (m))
WRAP(int, pthread_rwlock_rdlock, (pthread_rwlock_t * l), (l))
WRAP(int, pthread_rwlock_wrlock, (pthread_rwlock_t * l), (l))
WRAP(int, pthread_cond_wait, (pthread_cond_t * c, pthread_mutex_t *m), (c, m))
WRAP(int, pthread_cond_signal, (pthread_cond_t * c), (c))
WRAP(int, sem_wait, (sem_t * s), (s))
WRAP(int, sem_post, (sem_t * s), (s))
WRAP(ssize_t, read, (int fd, void *p, size_t n), (fd, p, n))
WRAP(ssize_t, write, (int fd, const void *p, size_t n), (fd, p, n))
WRAP(int, close, (int fd), (fd))
WRAP(int, poll, (struct pollfd * p, nfds_t n, int ms), (p, n, ms))
WRAP(int, nanosleep, (const struct timespec *a, struct timespec *b), (a, b))
WRAP(FILE *, fopen, (const char *path, const char *mode), (path, mode))
WRAP(int, fflush, (FILE * f), (f))
WRAP(size_t, fwrite, (const void *p, size_t size, size_t n, FILE *f), (p, size, n, f))
WRAP(int, puts, (const char *s), (s))

#endif

/* ---- net 2 ---- */

#if defined __x86_64__ && defined __linux__
#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#endif

static void on_system_call(int number, siginfo_t *info, void *context)
{
    (void)number;
    selector = 0; /* stays open for the rest of this read: returning from here is a system call itself */
    check("a system call");
    /* it was not made: make it now, so that the program goes on as it would have */
    greg_t *r = ((ucontext_t *)context)->uc_mcontext.gregs;
    long result;
    register long r10 __asm__("r10") = r[REG_R10], r8 __asm__("r8") = r[REG_R8], r9 __asm__("r9") = r[REG_R9];
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"((long)info->si_syscall), "D"(r[REG_RDI]), "S"(r[REG_RSI]), "d"(r[REG_RDX]), "r"(r10),
                       "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    r[REG_RAX] = result;
}

static bool arm_thread(void)
{
    return prctl(PR_SET_SYSCALL_USER_DISPATCH, 1, 0, 0, &selector) == 0;
}

/* In each test: cmocka takes the signal for itself around it. */
static void arm(void)
{
    struct sigaction action = {.sa_sigaction = on_system_call, .sa_flags = SA_SIGINFO};
    net_2 = sigaction(SIGSYS, &action, NULL) == 0 && arm_thread();
}
#else
static bool arm_thread(void)
{
    return false;
}

static void arm(void) {}
#endif

static size_t hot_read(struct uk_performer *p, float *out, size_t frames, void (*planted)(void))
{
    hot = 1;
    selector = net_2;
    if (planted)
        planted();
    size_t n = uk_performer_read(p, out, frames);
    selector = 0;
    hot = 0;
    return n;
}

/* ---- a session ---- */

static atomic_bool enough;
static _Atomic unsigned long reads, sounding;

static void *audio_thread(void *context)
{
    float block[2 * 512];
    uint64_t random = 9;
    if (net_2)
        arm_thread();
    while (!atomic_load(&enough)) {
        size_t n = 1 + (size_t)(random_next(&random) % 512);
        if (hot_read(context, block, n, NULL) < n)
            uk_performer_seek(context, 0, false);
        reads++;
        sounding += n > 0 && block[n] != 0;
    }
    return NULL;
}

static void test_a_session_breaks_no_rule(void **state)
{
    (void)state;
#ifdef SANITIZED
    skip();
#endif
    struct stage stage = stage_open();
    struct uk_cue cues[40];
    uint32_t count = everything(cues, 10 * S);
    struct uk_performer *p = performer_with(scene_of(cues, count, 10 * S, &stage));
    pthread_t thread;
    arm();
    violations = 0;
    assert_int_equal(pthread_create(&thread, NULL, audio_thread, p), 0);
    for (int i = 0; i < 400; i++) {
        unsigned long before = atomic_load(&sounding);
        bool pause = i % 9 == 0;
        uk_scene_destroy(uk_performer_publish(p, scene_of(cues, count - (uint32_t)(i % 6), 10 * S, &stage)));
        uk_performer_seek(p, (i * 104729) % (10 * RATE), i % 2);
        uk_performer_pause(p, pause);
        uk_performer_set_volume(p, (double)(1 + i % 5) / 5);
        while (!pause && atomic_load(&sounding) < before + 20)
            sched_yield();
    }
    atomic_store(&enough, true);
    pthread_join(thread, NULL);
    print_message("%lu reads watched, %lu of them sounding, %lu violations, system-call net %s\n", atomic_load(&reads),
                  atomic_load(&sounding), atomic_load(&violations), net_2 ? "on" : "off");
    if (violations)
        fail_msg("read() called %s", atomic_load(&last));
    assert_true(sounding > 7000);
    performer_end(p);
    stage_close(&stage);
}

/* ---- the nets hold ---- */

static void *volatile kept;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void plant_malloc(void)
{
    kept = malloc(16);
}

static void plant_free(void)
{
    free(kept);
}

static void plant_lock(void)
{
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
}

static void plant_write(void)
{
    if (write(-1, "x", 1) == 1)
        abort();
}

static void plant_sleep(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 1}, NULL);
}

static void plant_system_call(void)
{
    syscall(SYS_getppid);
}

static void test_what_is_planted_is_caught(void **state)
{
    (void)state;
#ifdef SANITIZED
    skip();
#endif
    struct {
        const char *name;
        void (*plant)(void);
        bool net_1;
    } plants[] = {{"malloc", plant_malloc, true},           {"free", plant_free, true},
                  {"pthread_mutex_lock", plant_lock, true}, {"write", plant_write, true},
                  {"nanosleep", plant_sleep, true},         {"a system call", plant_system_call, false}};
    struct stage stage = stage_open();
    struct uk_cue c = cue_of(UK_PHRASE, UK_VOICE, 0, S, 0);
    struct uk_performer *p = performer_with(scene_of(&c, 1, S, &stage));
    float block[200];
    arm();
    for (size_t i = 0; i < sizeof plants / sizeof plants[0]; i++) {
        if (!plants[i].net_1 && !net_2) {
            print_message("no syscall user dispatch here: the second net is off\n");
            continue;
        }
        violations = 0;
        last = "";
        assert_int_equal(hot_read(p, block, 100, NULL), 100);
        assert_int_equal(violations, 0);
        assert_int_equal(hot_read(p, block, 100, plants[i].plant), 100);
        assert_true(violations >= 1);
        if (!plants[i].net_1 || !net_2)
            assert_string_equal(atomic_load(&last), plants[i].name);
    }
    performer_end(p);
    stage_close(&stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_session_breaks_no_rule),
        cmocka_unit_test(test_what_is_planted_is_caught),
    };
    /* what is wrapped is found now, not in a hot thread */
    plant_lock();
    plant_write();
    plant_sleep();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
