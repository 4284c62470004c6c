/* What the planner has given up when it runs a script. */
#include "plan.h"

#include "plan/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void open_file(void)
{
    (void)!open("/etc/passwd", O_RDONLY);
}

static void open_socket(void)
{
    (void)!socket(AF_INET, SOCK_STREAM, 0);
}

static void start_process(void)
{
    (void)!fork();
}

static void write_out(void)
{
    (void)!write(1, "x", 1);
}

static void kill_parent(void)
{
    kill(getppid(), 0);
}

static void unlink_file(void)
{
    unlink("/tmp/unknot-not-there");
}

static void map_code(void)
{
    mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void run_program(void)
{
    execl("/bin/true", "true", (char *)NULL);
}

static void change_limits(void)
{
    struct rlimit r = {1, 1};
    setrlimit(RLIMIT_CPU, &r);
}

static void allocate(void)
{
    for (size_t n = 1; n < 64u << 20; n *= 2) {
        unsigned char *volatile bytes = malloc(n); /* volatile: or the compiler leaves it all out */
        if (!bytes)
            _exit(3);
        memset(bytes, 1, n);
        bytes = realloc(bytes, n * 2);
        if (!bytes)
            _exit(3);
        free(bytes);
    }
}

static void look_at_the_clock(void)
{
    if (uk_clock_ns() <= 0)
        _exit(3);
}

static void take_too_much(void)
{
    void *volatile bytes = malloc((size_t)400 << 20);
    if (bytes)
        _exit(3);
}

/* How a process ends that does this in the sandbox. */
static int status_of(void (*what)(void))
{
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        struct uk_message m;
        uk_sandbox_begin();
        if (uk_sandbox_close(&m))
            _exit(2);
        what();
        _exit(0);
    }
    int status = -1;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status;
}

static void what_is_forbidden_ends_it(void **state)
{
    (void)state;
    static void (*const forbidden[])(void) = {open_file,  open_socket, start_process, write_out,     kill_parent,
                                              unlink_file, map_code,   run_program,   change_limits};
    if (!uk_sandbox_is_whole())
        skip();
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        int status = status_of(forbidden[i]);
        if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGSYS)
            fail_msg("forbidden act %zu ended with %#x", i, (unsigned)status);
    }
}

static void what_it_needs_is_allowed(void **state)
{
    (void)state;
    static void (*const allowed[])(void) = {allocate, look_at_the_clock};
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        assert_int_equal(status_of(allowed[i]), 0);
    if (uk_sandbox_is_whole())
        assert_int_equal(status_of(take_too_much), 0);
}

static void files_are_closed(void **state)
{
    (void)state;
    int fd = open("/dev/null", O_RDONLY);
    assert_true(fd >= 3);
    pid_t pid = fork();
    if (pid == 0) {
        uk_sandbox_begin();
        bool whole = prctl(PR_GET_DUMPABLE) == 0 || !uk_sandbox_is_whole();
        _exit(fcntl(fd, F_GETFD) == -1 && whole ? 0 : 1);
    }
    int status = -1;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_forbidden_ends_it),
        cmocka_unit_test(what_it_needs_is_allowed),
        cmocka_unit_test(files_are_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
