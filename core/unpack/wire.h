/* wire.h - what unknot-unpack says to unknot, one packet each: for each file its name, then its bytes; after the last one the end, or a
 * refusal. It is told nothing: the archive is its argument. Everything it says is read as if an enemy had written it.
 */
#ifndef UK_UNPACK_WIRE_H
#define UK_UNPACK_WIRE_H

enum uk_unpack_wire {
    UK_UNPACK_FILE = 0x554b0101, /* text name, as the archive has it */
    UK_UNPACK_BYTES,             /* some of the file's bytes, in order */
    UK_UNPACK_END,
    UK_UNPACK_REFUSAL, /* i64 status, text: what is wrong, without the archive's name */
};

#define UK_UNPACK_MOST_MIB 64
#define UK_UNPACK_MOST_BYTES ((size_t)UK_UNPACK_MOST_MIB << 20) /* of an archive, and of what is in it */
#define UK_UNPACK_MOST_FILES 2000
#define UK_UNPACK_MOST_NAME 200
#define UK_UNPACK_PIECE ((size_t)64 << 10)
#define UK_UNPACK_SECONDS 30

#endif
