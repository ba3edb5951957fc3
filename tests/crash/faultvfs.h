// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <memory>
#include <optional>

namespace Trailglass::Testing {

/// What happens to one of the calls with which SQLite changes files: write, sync, truncate, delete, create, and
/// growing the index of a write-ahead log.
struct DiskFault
{
    enum class Kind
    {
        Once, ///< the call fails with an I/O error, later ones succeed
        ForGood, ///< the call and all later ones fail with an I/O error
        Full, ///< from the call on, what needs space fails as on a full disk, and the rest succeeds
        Torn, ///< the call writes the first half of its bytes; it and all later ones fail with an I/O error
        PowerCut, ///< as ForGood; restart() then loses what was not synced
        Kill, ///< the process is killed in place of the call
    };

    Kind kind = Kind::Once;
    int call = 1; ///< counted from 1
};

/// SQLite's own access to files, with faults on request.
///
/// While this object exists, it is the default of SQLite in this process, so that everything that opens a
/// database meets its faults. One at a time.
/// \pre no connection is open while it is made or destroyed
/// \thread any for SQLite; the functions below from one
class FaultVfs
{
public:
    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    /// Counts calls from 0 again. What is in files now counts as synced.
    void start(std::optional<DiskFault> fault = {});

    /// Ends the fault.
    /// \returns whether it has happened
    bool stop();

    /// Since start().
    [[nodiscard]] int calls() const;

    /// After a power cut: gives every file the content that was synced and, of what was written later, nothing,
    /// everything, or some of it, as \a seed decides. A file that was deleted may be back, and a new one gone,
    /// unless something was synced since.
    ///
    /// Files that have another name by now are left as they are.
    /// \pre the fault was a Kind::PowerCut; no connection is open
    void restart(std::uint64_t seed);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass::Testing
