/* slices OUT FILE:FRAME... - whether 16-bit stereo in OUT is slices of these files, one behind the other: each begins at its frame, or, since
 * players keep time in seconds, up to NEAR frames beside it, and goes on as long as it is the same. A line for each: where in OUT it begins,
 * where in its file, and how many frames it has. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <fcntl.h>
#include <unistd.h>

#define SURE 2048 /* as many equal frames are no accident */

struct sound {
    const int32_t *frames;
    int64_t count;
};

static struct sound open_sound(const char *path)
{
    struct stat s;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &s) || s.st_size < 4) {
        fprintf(stderr, "%s: cannot be read, or is empty\n", path);
        exit(2);
    }
    void *data = mmap(NULL, (size_t)s.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (data == MAP_FAILED)
        exit(2);
    return (struct sound){data, s.st_size / 4};
}

static int64_t same(struct sound a, int64_t i, struct sound b, int64_t k)
{
    int64_t n = 0;
    while (k >= 0 && i + n < a.count && k + n < b.count && a.frames[i + n] == b.frames[k + n])
        n++;
    return n;
}

/* The start nearest to `frame` from which on it is the same as OUT at `at`, for long enough; -1: there is none. */
static int64_t find(struct sound out, int64_t at, struct sound file, int64_t frame, int64_t near)
{
    for (int64_t d = 0; d <= near; d++) {
        for (int sign = -1; sign <= 1; sign += 2) {
            int64_t n = same(out, at, file, frame + sign * d);
            if (n >= SURE || (n > 0 && at + n == out.count))
                return frame + sign * d;
        }
    }
    return -1;
}

int main(int argc, char **argv)
{
    int64_t at = 0, near = getenv("NEAR") ? atoll(getenv("NEAR")) : 1;
    if (argc < 3)
        return 2;
    struct sound out = open_sound(argv[1]);
    for (int i = 2; i < argc; i++) {
        char *colon = strrchr(argv[i], ':');
        if (!colon)
            return 2;
        *colon = '\0';
        struct sound file = open_sound(argv[i]);
        int64_t frame = atoll(colon + 1), start = find(out, at, file, frame, near), n = same(out, at, file, start);
        if (start < 0) {
            fprintf(stderr, "at frame %" PRId64 " of %s is not what is in %s near %" PRId64 "\n", at, argv[1], argv[i], frame);
            return 1;
        }
        printf("%" PRId64 " %" PRId64 " %" PRId64 "\n", at, start, n);
        at += n;
        munmap((void *)(uintptr_t)file.frames, (size_t)file.count * 4);
    }
    if (at != out.count)
        fprintf(stderr, "%s goes on for %" PRId64 " frames\n", argv[1], out.count - at);
    return at != out.count;
}
