/* routine.h - a routine as a file that players read: 16 bits in Sun's format (.au), made where they are read. Its header says how long it is
 * and what it is called, and yet players read on to the real end, which a press may move. */
#ifndef ROUTINE_H
#define ROUTINE_H

#include <unknot.h>

#include <stdatomic.h>
#include <stdbool.h>

struct routine {
    struct unknot *u;
    char *address; /* as it was asked for */
    unsigned char *header;
    int64_t header_size;
    int64_t at;           /* the byte that is read next */
    atomic_bool troubled; /* a sound could not be had: unknot_prepare_message() says which */
    atomic_int holders;
};

/* Opens an address and holds it once. Negative: `why` has one sentence. */
int routine_open(struct routine **out, const char *address, char *why, size_t size);

/* Closed when nobody holds it any more. NULL is fine. */
void routine_hold(struct routine *r);
void routine_let_go(struct routine *r);

/* As read(), lseek() and the size of a file. One thread at a time; a press may be under way in another. */
int64_t routine_read(struct routine *r, char *out, uint64_t size);
int64_t routine_seek(struct routine *r, int64_t at);
int64_t routine_size(const struct routine *r);

/* What is said, as WebVTT. The caller frees it; NULL: no memory. Not while something is pressed. */
char *routine_captions(const struct routine *r);

#endif
