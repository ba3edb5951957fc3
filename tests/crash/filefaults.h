// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass::Testing {

/// What happens to one of the system calls that change files: write, sync, truncate, rename, link.
struct FileFault
{
    enum class Kind
    {
        NoSpace, ///< it fails with ENOSPC, as do all later ones
        BrokenOnce, ///< it fails with EIO, later ones succeed
        Broken, ///< it fails with EIO, as do all later ones
        Short, ///< a write takes half of its bytes, and later calls fail with ENOSPC
    };

    Kind kind = Kind::NoSpace;
    int call = 1; ///< counted from 1
};

/// Makes system calls of this process fail, whichever library makes them.
///
/// This file defines write(), fsync(), rename(), open64() and their like, and the dynamic linker finds those of a program
/// before those of the C library, also for Qt and SQLite. A sanitizer's are weak symbols and called by these, whether its runtime
/// is a library (GCC) or part of the program (Clang). Linked into a program, it passes everything on while there is no
/// object of this class. One at a time.
/// \thread any for the system calls; the functions below from one
class FileFaults
{
public:
    /// \param concerns  says of an absolute path whether it is met by faults
    explicit FileFaults(std::function<bool(const std::string &path)> concerns);
    ~FileFaults();
    FileFaults(const FileFaults &) = delete;
    FileFaults &operator=(const FileFaults &) = delete;

    /// Counts calls from 0 again.
    void start(std::optional<FileFault> fault = {});

    /// Ends the fault.
    /// \returns whether it has happened
    bool stop();

    /// From now on, no file is made without a name: as where the file system knows of none, like NFS and FAT.
    void refuseUnnamedFiles();

    /// Since start().
    [[nodiscard]] int calls() const;

    /// The names that were given, by rename or link, to files whose last bytes were not synced.
    [[nodiscard]] std::vector<std::string> namesOfUnsyncedFiles() const;

    class Private;

private:
    std::unique_ptr<Private> d;
};

} // namespace Trailglass::Testing
