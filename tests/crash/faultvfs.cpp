// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/faultvfs.h"

#include "tests/crash/unsyncedfiles.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <mutex>
#include <string>

namespace Trailglass::Testing {

namespace {

/// What becomes of a call.
enum class Verdict
{
    Pass,
    Fail, ///< with an I/O error
    FailFull,
    Tear, ///< half of it, then an I/O error
};

/// What SQLite allocates for an open file; its own file of the real VFS stands after it.
struct FaultFile
{
    sqlite3_file base;
    const char *name; ///< null for a temporary file; SQLite keeps it as long as the file is open
};

sqlite3_file *realFile(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<FaultFile *>(file) + 1);
}

const char *nameOf(sqlite3_file *file)
{
    return reinterpret_cast<FaultFile *>(file)->name;
}

/// \returns \a code, with the `errno` that the system would have left
int failed(Verdict verdict, int code)
{
    errno = verdict == Verdict::FailFull ? ENOSPC : EIO;
    return code;
}

} // namespace

/// What the callbacks of SQLite share. They are members, so that they are declared within the class that they serve.
class FaultVfs::Private
{
public:
    enum class Needs
    {
        Nothing,
        Space
    };

    Private();
    ~Private();

    /// Counts a call.
    Verdict next(Needs needs);
    /// Runs \a note when what is not synced is to be known.
    template <class Note>
    void track(sqlite3_file *file, Note note);

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder);
    static int close(sqlite3_file *file);
    static int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset);
    static int truncate(sqlite3_file *file, sqlite3_int64 size);
    static int sync(sqlite3_file *file, int flags);
    static int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **address);

    static const sqlite3_io_methods Methods;
    static Private *current; ///< one at a time: SQLite gives callbacks of a file nothing else to find it by

    sqlite3_vfs *const real;
    sqlite3_vfs vfs;

    std::mutex guard;
    std::optional<DiskFault> fault;
    int count = 0;
    bool hasHappened = false;
    UnsyncedFiles unsynced; ///< filled while the fault is a Kind::PowerCut
};

FaultVfs::Private *FaultVfs::Private::current = nullptr;

// The version without memory-mapped files: all writes are calls.
const sqlite3_io_methods FaultVfs::Private::Methods{
    .iVersion = 2,
    .xClose = &Private::close,
    .xRead =
        [](sqlite3_file *file, void *to, int size, sqlite3_int64 offset) {
            return realFile(file)->pMethods->xRead(realFile(file), to, size, offset);
        },
    .xWrite = &Private::write,
    .xTruncate = &Private::truncate,
    .xSync = &Private::sync,
    .xFileSize =
        [](sqlite3_file *file, sqlite3_int64 *size) {
            return realFile(file)->pMethods->xFileSize(realFile(file), size);
        },
    .xLock = [](sqlite3_file *file,
                int kind) { return realFile(file)->pMethods->xLock(realFile(file), kind); },
    .xUnlock = [](sqlite3_file *file,
                  int kind) { return realFile(file)->pMethods->xUnlock(realFile(file), kind); },
    .xCheckReservedLock =
        [](sqlite3_file *file, int *result) {
            return realFile(file)->pMethods->xCheckReservedLock(realFile(file), result);
        },
    .xFileControl =
        [](sqlite3_file *file, int operation, void *argument) {
            return realFile(file)->pMethods->xFileControl(realFile(file), operation, argument);
        },
    .xSectorSize = [](sqlite3_file *file) { return realFile(file)->pMethods->xSectorSize(realFile(file)); },
    .xDeviceCharacteristics =
        [](sqlite3_file *file) { return realFile(file)->pMethods->xDeviceCharacteristics(realFile(file)); },
    .xShmMap = &Private::mapShared,
    .xShmLock =
        [](sqlite3_file *file, int offset, int locks, int flags) {
            return realFile(file)->pMethods->xShmLock(realFile(file), offset, locks, flags);
        },
    .xShmBarrier = [](sqlite3_file *file) { realFile(file)->pMethods->xShmBarrier(realFile(file)); },
    .xShmUnmap = [](sqlite3_file *file,
                    int isDeleted) { return realFile(file)->pMethods->xShmUnmap(realFile(file), isDeleted); },
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

FaultVfs::Private::Private()
    : real(sqlite3_vfs_find(nullptr))
    , vfs(*real)
{
    vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + real->szOsFile;
    vfs.pNext = nullptr;
    vfs.zName = "trailglass-faults";
    vfs.xOpen = &Private::open;
    vfs.xDelete = &Private::remove;
    current = this;
    sqlite3_vfs_register(&vfs, 1);
}

FaultVfs::Private::~Private()
{
    sqlite3_vfs_unregister(&vfs);
    sqlite3_vfs_register(real, 1);
    current = nullptr;
}

Verdict FaultVfs::Private::next(Needs needs)
{
    const std::lock_guard lock(guard);
    ++count;
    if (!fault || count < fault->call)
        return Verdict::Pass;
    const bool isFirst = count == fault->call;
    switch (fault->kind) {
    case DiskFault::Kind::Once:
        hasHappened = true;
        return isFirst ? Verdict::Fail : Verdict::Pass;
    case DiskFault::Kind::Full:
        if (needs == Needs::Nothing)
            return Verdict::Pass;
        hasHappened = true;
        return Verdict::FailFull;
    case DiskFault::Kind::Kill:
        ::kill(::getpid(), SIGKILL);
        break;
    case DiskFault::Kind::ForGood:
    case DiskFault::Kind::Torn:
    case DiskFault::Kind::PowerCut:
        break;
    }
    hasHappened = true;
    return isFirst && fault->kind == DiskFault::Kind::Torn ? Verdict::Tear : Verdict::Fail;
}

template <class Note>
void FaultVfs::Private::track(sqlite3_file *file, Note note)
{
    const std::lock_guard lock(guard);
    if (nameOf(file) && fault && fault->kind == DiskFault::Kind::PowerCut)
        note(unsynced, std::string(nameOf(file)));
}

int FaultVfs::Private::open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *faultFile = reinterpret_cast<FaultFile *>(file);
    *faultFile = {.base = {.pMethods = nullptr}, .name = name};
    realFile(file)->pMethods = nullptr;
    if ((flags & SQLITE_OPEN_CREATE) != 0) {
        const Verdict verdict = current->next(Needs::Nothing);
        if (verdict != Verdict::Pass)
            return failed(verdict, SQLITE_CANTOPEN);
    }
    if ((flags & SQLITE_OPEN_READWRITE) != 0)
        current->track(file, [](UnsyncedFiles &files, const std::string &path) { files.opening(path); });
    const int code = current->real->xOpen(current->real, name, realFile(file), flags, outFlags);
    if (realFile(file)->pMethods)
        file->pMethods = &Methods;
    return code;
}

int FaultVfs::Private::remove(sqlite3_vfs *, const char *name, int syncFolder)
{
    const Verdict verdict = current->next(Needs::Nothing);
    if (verdict != Verdict::Pass)
        return failed(verdict, SQLITE_IOERR_DELETE);
    const int code = current->real->xDelete(current->real, name, syncFolder);
    FaultFile named{.base = {.pMethods = nullptr}, .name = name};
    if (code == SQLITE_OK)
        current->track(&named.base,
                       [](UnsyncedFiles &files, const std::string &path) { files.deleted(path); });
    return code;
}

int FaultVfs::Private::close(sqlite3_file *file)
{
    return realFile(file)->pMethods->xClose(realFile(file));
}

int FaultVfs::Private::write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    const Verdict verdict = current->next(Needs::Space);
    if (verdict == Verdict::FailFull)
        return failed(verdict, SQLITE_FULL);
    const int written = verdict == Verdict::Pass ? size : size / 2;
    if (verdict != Verdict::Fail) {
        const int code = realFile(file)->pMethods->xWrite(realFile(file), bytes, written, offset);
        if (code != SQLITE_OK)
            return code;
        current->track(file, [&](UnsyncedFiles &files, const std::string &path) {
            files.written(path, offset,
                          {static_cast<const char *>(bytes), static_cast<std::size_t>(written)});
        });
    }
    return verdict == Verdict::Pass ? SQLITE_OK : failed(verdict, SQLITE_IOERR_WRITE);
}

int FaultVfs::Private::truncate(sqlite3_file *file, sqlite3_int64 size)
{
    const Verdict verdict = current->next(Needs::Nothing);
    if (verdict != Verdict::Pass)
        return failed(verdict, SQLITE_IOERR_TRUNCATE);
    const int code = realFile(file)->pMethods->xTruncate(realFile(file), size);
    if (code == SQLITE_OK)
        current->track(
            file, [size](UnsyncedFiles &files, const std::string &path) { files.truncated(path, size); });
    return code;
}

int FaultVfs::Private::sync(sqlite3_file *file, int flags)
{
    const Verdict verdict = current->next(Needs::Nothing);
    if (verdict != Verdict::Pass)
        return failed(verdict, SQLITE_IOERR_FSYNC);
    const int code = realFile(file)->pMethods->xSync(realFile(file), flags);
    if (code == SQLITE_OK)
        current->track(file, [](UnsyncedFiles &files, const std::string &path) { files.synced(path); });
    return code;
}

int FaultVfs::Private::mapShared(sqlite3_file *file, int region, int size, int extend,
                                 void volatile **address)
{
    if (extend != 0) {
        const Verdict verdict = current->next(Needs::Space);
        if (verdict != Verdict::Pass) {
            *address = nullptr;
            return failed(verdict, SQLITE_IOERR_SHMSIZE);
        }
    }
    return realFile(file)->pMethods->xShmMap(realFile(file), region, size, extend, address);
}

FaultVfs::FaultVfs()
    : d(std::make_unique<Private>())
{
}

FaultVfs::~FaultVfs() = default;

void FaultVfs::start(std::optional<DiskFault> fault)
{
    const std::lock_guard lock(d->guard);
    d->fault = fault;
    d->count = 0;
    d->hasHappened = false;
    d->unsynced.clear();
}

bool FaultVfs::stop()
{
    const std::lock_guard lock(d->guard);
    d->fault.reset();
    return d->hasHappened;
}

int FaultVfs::calls() const
{
    const std::lock_guard lock(d->guard);
    return d->count;
}

void FaultVfs::restart(std::uint64_t seed)
{
    const std::lock_guard lock(d->guard);
    d->unsynced.cutPower(seed);
}

} // namespace Trailglass::Testing
