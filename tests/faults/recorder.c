/* Loaded before the C library (LD_PRELOAD), writes down what a process does to the files of one SQLite database:
   one record an operation, in the order in which they were done. RECORDED names the database, RECORD the record. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name, type) static type real; if (!real) real = (type)dlsym(RTLD_NEXT, name)

typedef ssize_t (*pwrite_type)(int, const void *, size_t, off_t);
typedef ssize_t (*write_type)(int, const void *, size_t);
typedef int (*sync_type)(int);
typedef int (*truncate_type)(int, off_t);

/* 0: not ours, 1: the database, 2: its write-ahead log, 3: its journal. */
static int file_of(int descriptor) {
    const char *database = getenv("RECORDED");
    char link[64], path[4096];
    if (!database) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    size_t known = strlen(database);
    if (strncmp(path, database, known)) return 0;
    if (!path[known]) return 1;
    if (!strcmp(path + known, "-wal")) return 2;
    return strcmp(path + known, "-journal") ? 0 : 3;
}

static void record(char kind, int file, uint64_t at, const void *data, uint64_t size) {
    REAL("write", write_type);
    static int log = -1;
    if (log < 0) log = open(getenv("RECORD"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    size_t stored = kind == 'w' ? size : 0;
    char *line = malloc(18 + stored);
    line[0] = kind;
    line[1] = (char)file;
    memcpy(line + 2, &at, 8);
    memcpy(line + 10, &size, 8);
    if (stored) memcpy(line + 18, data, stored);
    if (real(log, line, 18 + stored) != (ssize_t)(18 + stored)) abort();
    free(line);
}

static ssize_t do_pwrite(pwrite_type real, int descriptor, const void *data, size_t size, off_t at) {
    int file = file_of(descriptor);
    if (!file) return real(descriptor, data, size, at);
    pthread_mutex_lock(&turn);
    ssize_t done = real(descriptor, data, size, at);
    if (done > 0) record('w', file, at, data, done);
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t at) {
    REAL("pwrite", pwrite_type);
    return do_pwrite(real, descriptor, data, size, at);
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off_t at) {
    REAL("pwrite64", pwrite_type);
    return do_pwrite(real, descriptor, data, size, at);
}

ssize_t write(int descriptor, const void *data, size_t size) {
    REAL("write", write_type);
    int file = file_of(descriptor);
    if (!file) return real(descriptor, data, size);
    pthread_mutex_lock(&turn);
    off_t at = lseek(descriptor, 0, SEEK_CUR);
    ssize_t done = real(descriptor, data, size);
    if (done > 0) record('w', file, at, data, done);
    pthread_mutex_unlock(&turn);
    return done;
}

static int do_simple(char kind, int descriptor, int done, off_t size, int file) {
    if (!done) record(kind, file, 0, NULL, size);
    pthread_mutex_unlock(&turn);
    return done;
}

int fsync(int descriptor) {
    REAL("fsync", sync_type);
    int file = file_of(descriptor);
    if (!file) return real(descriptor);
    pthread_mutex_lock(&turn);
    return do_simple('s', descriptor, real(descriptor), 0, file);
}

int fdatasync(int descriptor) {
    REAL("fdatasync", sync_type);
    int file = file_of(descriptor);
    if (!file) return real(descriptor);
    pthread_mutex_lock(&turn);
    return do_simple('s', descriptor, real(descriptor), 0, file);
}

int ftruncate(int descriptor, off_t size) {
    REAL("ftruncate", truncate_type);
    int file = file_of(descriptor);
    if (!file) return real(descriptor, size);
    pthread_mutex_lock(&turn);
    return do_simple('t', descriptor, real(descriptor, size), size, file);
}

int ftruncate64(int descriptor, off_t size) {
    REAL("ftruncate64", truncate_type);
    int file = file_of(descriptor);
    if (!file) return real(descriptor, size);
    pthread_mutex_lock(&turn);
    return do_simple('t', descriptor, real(descriptor, size), size, file);
}
