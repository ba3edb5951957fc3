// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/filefaults.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <mutex>
#include <set>
#include <utility>

namespace Trailglass::Testing {

namespace {

/// Says which file it is, whatever its name.
using FileNumber = std::pair<dev_t, ino_t>;

std::string pathOf(int descriptor)
{
    std::array<char, 4096> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
    return size > 0 ? std::string(path.data(), static_cast<std::size_t>(size)) : std::string();
}

FileNumber numberOf(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 ? FileNumber(status.st_dev, status.st_ino) : FileNumber();
}

FileNumber numberOf(const char *path)
{
    struct stat status = {};
    return ::stat(path, &status) == 0 ? FileNumber(status.st_dev, status.st_ino) : FileNumber();
}

} // namespace

class FileFaults::Private
{
public:
    /// An `errno`, 0 to let the call pass, or Half.
    static constexpr int Half = -1;

    explicit Private(std::function<bool(const std::string &)> concerned)
        : concerns(std::move(concerned))
    {
    }

    const std::function<bool(const std::string &)> concerns;
    mutable std::mutex guard;
    std::optional<FileFault> fault;
    int count = 0;
    bool hasHappened = false;
    std::set<FileNumber> unsynced;
    std::vector<std::string> names;
    std::atomic<bool> refusesUnnamed = false;

    /// Counts a call that concerns us.
    int next(const std::string &path);
    void written(int descriptor);
    void synced(int descriptor);
    void named(const char *from, const char *to);
};

int FileFaults::Private::next(const std::string &path)
{
    const std::lock_guard lock(guard);
    if (!concerns(path))
        return 0;
    ++count;
    if (!fault || count < fault->call)
        return 0;
    const bool isFirst = count == fault->call;
    if (fault->kind == FileFault::Kind::BrokenOnce && !isFirst)
        return 0;
    hasHappened = true;
    switch (fault->kind) {
    case FileFault::Kind::Short:
        return isFirst ? Half : ENOSPC;
    case FileFault::Kind::NoSpace:
        return ENOSPC;
    case FileFault::Kind::BrokenOnce:
    case FileFault::Kind::Broken:
        break;
    }
    return EIO;
}

void FileFaults::Private::written(int descriptor)
{
    const std::lock_guard lock(guard);
    unsynced.insert(numberOf(descriptor));
}

void FileFaults::Private::synced(int descriptor)
{
    const std::lock_guard lock(guard);
    unsynced.erase(numberOf(descriptor));
}

/// \pre it has the name \a to already
void FileFaults::Private::named(const char *from, const char *to)
{
    const std::lock_guard lock(guard);
    if (concerns(to) && unsynced.contains(numberOf(to)))
        names.push_back(std::string(from) + " -> " + to);
}

namespace {

std::atomic<FileFaults::Private *> current = nullptr;

/// The function in whose place ours is: the sanitizer's, else the C library's.
///
/// Clang links a sanitizer into the program, where its function is a weak symbol that gives way to ours. It still has a
/// name of its own; passed over, the sanitizer would not know of the call, nor of what it orders between threads.
template <class Function>
Function *following(const char *name)
{
    void *sanitizers = ::dlsym(RTLD_DEFAULT, ("__interceptor_" + std::string(name)).c_str());
    return reinterpret_cast<Function *>(sanitizers ? sanitizers : ::dlsym(RTLD_NEXT, name));
}

/// Makes a call, or fails in its place.
/// \param make   of how many of the bytes; returns what the call does
/// \param after  is run when it has succeeded
template <class Make, class After>
auto meet(FileFaults::Private *faults, const std::string &path, std::size_t bytes, Make make, After after)
    -> decltype(make(bytes))
{
    const int verdict = faults->next(path);
    if (verdict > 0 || (verdict == FileFaults::Private::Half && bytes < 2)) {
        errno = verdict > 0 ? verdict : ENOSPC;
        return -1;
    }
    const auto result = make(verdict == FileFaults::Private::Half ? bytes / 2 : bytes);
    if (result >= 0)
        after();
    return result;
}

template <class Make>
ssize_t meetWrite(int descriptor, std::size_t bytes, Make make)
{
    FileFaults::Private *faults = current;
    if (!faults)
        return make(bytes);
    return meet(faults, pathOf(descriptor), bytes, make, [&] { faults->written(descriptor); });
}

template <class Make>
int meetSync(int descriptor, Make make)
{
    FileFaults::Private *faults = current;
    if (!faults)
        return make(0);
    return meet(faults, pathOf(descriptor), 0, make, [&] { faults->synced(descriptor); });
}

template <class Make>
int meetNaming(const char *from, const char *to, Make make)
{
    FileFaults::Private *faults = current;
    if (!faults)
        return make(0);
    return meet(faults, to, 0, make, [&] { faults->named(from, to); });
}

} // namespace

FileFaults::FileFaults(std::function<bool(const std::string &)> concerns)
    : d(std::make_unique<Private>(std::move(concerns)))
{
    current = d.get();
}

FileFaults::~FileFaults()
{
    current = nullptr;
}

void FileFaults::start(std::optional<FileFault> fault)
{
    const std::lock_guard lock(d->guard);
    d->fault = fault;
    d->count = 0;
    d->hasHappened = false;
}

bool FileFaults::stop()
{
    const std::lock_guard lock(d->guard);
    d->fault.reset();
    return d->hasHappened;
}

void FileFaults::refuseUnnamedFiles()
{
    d->refusesUnnamed = true;
}

int FileFaults::calls() const
{
    const std::lock_guard lock(d->guard);
    return d->count;
}

std::vector<std::string> FileFaults::namesOfUnsyncedFiles() const
{
    const std::lock_guard lock(d->guard);
    return d->names;
}

} // namespace Trailglass::Testing

using namespace Trailglass::Testing;

extern "C" {

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static const auto next = following<decltype(::write)>("write");
    return meetWrite(descriptor, size, [&](std::size_t part) { return next(descriptor, bytes, part); });
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    static const auto next = following<decltype(::pwrite)>("pwrite");
    return meetWrite(descriptor, size,
                     [&](std::size_t part) { return next(descriptor, bytes, part, offset); });
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static const auto next = following<decltype(::pwrite64)>("pwrite64");
    return meetWrite(descriptor, size,
                     [&](std::size_t part) { return next(descriptor, bytes, part, offset); });
}

int ftruncate(int descriptor, off_t size) noexcept
{
    static const auto next = following<decltype(::ftruncate)>("ftruncate");
    return static_cast<int>(
        meetWrite(descriptor, 0, [&](std::size_t) { return ssize_t(next(descriptor, size)); }));
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto next = following<decltype(::ftruncate64)>("ftruncate64");
    return static_cast<int>(
        meetWrite(descriptor, 0, [&](std::size_t) { return ssize_t(next(descriptor, size)); }));
}

int fsync(int descriptor)
{
    static const auto next = following<decltype(::fsync)>("fsync");
    return meetSync(descriptor, [&](std::size_t) { return next(descriptor); });
}

int fdatasync(int descriptor)
{
    static const auto next = following<decltype(::fdatasync)>("fdatasync");
    return meetSync(descriptor, [&](std::size_t) { return next(descriptor); });
}

/// Qt has no other way to open files.
int open64(const char *path, int flags, ...)
{
    static const auto next = following<int(const char *, int, ...)>("open64");
    const bool isUnnamed = (flags & O_TMPFILE) == O_TMPFILE;
    const FileFaults::Private *faults = current;
    if (isUnnamed && faults && faults->refusesUnnamed) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (!isUnnamed && (flags & O_CREAT) == 0)
        return next(path, flags);
    std::va_list arguments;
    va_start(arguments, flags);
    const auto mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return next(path, flags, mode);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto next = following<decltype(::rename)>("rename");
    return meetNaming(from, to, [&](std::size_t) { return next(from, to); });
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    static const auto next = following<decltype(::renameat2)>("renameat2");
    return meetNaming(from, to, [&](std::size_t) { return next(fromFolder, from, toFolder, to, flags); });
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    static const auto next = following<decltype(::linkat)>("linkat");
    return meetNaming(from, to, [&](std::size_t) { return next(fromFolder, from, toFolder, to, flags); });
}

} // extern "C"
