/* mutex.h - a lock that somebody in real time may have to wait for: meanwhile whoever holds it runs at that priority, too. */
#ifndef UK_MUTEX_H
#define UK_MUTEX_H

#include <pthread.h>

/* As pthread_mutex_init(); ended by pthread_mutex_destroy(). */
static inline void uk_mutex_init(pthread_mutex_t *m)
{
    pthread_mutexattr_t a;
    pthread_mutexattr_init(&a);
    pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_INHERIT);
    pthread_mutex_init(m, &a);
    pthread_mutexattr_destroy(&a);
}

#endif
