/* heap.h - memory that goes back to the system when it is given back, on C libraries that keep it otherwise. */
#ifndef UK_HEAP_H
#define UK_HEAP_H

/* From now on a block of 128 KiB or more goes back as soon as it is freed. For a program of our own, at its start. */
void uk_heap_keep_little(void);

/* What is free goes back. [any but audio] */
void uk_heap_trim(void);

#endif
