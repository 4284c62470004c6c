#include "heap.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LARGE (128 << 10)

void uk_heap_keep_little(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, LARGE); /* set once, it does not grow any more */
    mallopt(M_TRIM_THRESHOLD, LARGE);
#endif
}

void uk_heap_trim(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
