#include "shared_object.h"

#include <elf.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#if __SIZEOF_POINTER__ == 8
typedef Elf64_Ehdr header;
typedef Elf64_Phdr segment;
#else
typedef Elf32_Ehdr header;
typedef Elf32_Phdr segment;
#endif

static bool read_header(int fd, header *h)
{
    return pread(fd, h, sizeof *h, 0) == (ssize_t)sizeof *h && memcmp(h->e_ident, ELFMAG, SELFMAG) == 0;
}

/* The program that runs is of the machine that it runs on. */
static bool same_machine(const header *h)
{
    header own;
    int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    bool known = fd >= 0 && read_header(fd, &own);
    if (fd >= 0)
        close(fd);
    return !known || (h->e_machine == own.e_machine && memcmp(h->e_ident + EI_CLASS, own.e_ident + EI_CLASS, 2) == 0);
}

static bool is_whole(int fd, const header *h)
{
    struct stat s;
    if (fstat(fd, &s) || h->e_phentsize != sizeof(segment))
        return false;
    uint64_t size = (uint64_t)s.st_size;
    for (uint64_t i = 0; i < h->e_phnum; i++) {
        segment g;
        if (pread(fd, &g, sizeof g, (off_t)(h->e_phoff + i * sizeof g)) != (ssize_t)sizeof g)
            return false;
        if (g.p_type == PT_LOAD && (g.p_offset > size || g.p_filesz > size - g.p_offset))
            return false;
    }
    return h->e_phnum > 0;
}

const char *uk_shared_object_wrong(int fd)
{
    header h;
    if (!read_header(fd, &h))
        return "is no shared object";
    if (!same_machine(&h))
        return "is made for another kind of machine: build it on this one";
    if (!is_whole(fd, &h))
        return "is cut short: copy or install it again";
    return NULL;
}
