/* shared_object.h - a look at a shared object before the linker maps it: one that is cut short would end the program. */
#ifndef UK_SHARED_OBJECT_H
#define UK_SHARED_OBJECT_H

/* NULL when the file can be loaded as far as its headers say; else why not, as what follows "it ". Static. */
const char *uk_shared_object_wrong(int fd);

#endif
