// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/workspace/witnessfile.h"

#include <QString>

#include <cstddef>
#include <deque>
#include <optional>
#include <utility>

namespace Trailglass {

class CheckpointCheck;

/// The last checkpoints of one tree that a witness file has, and the largest one: what is signed next has to continue them.
///
/// Read it before the tree, since another program may sign a larger one at any time.
/// \thread value type, as any
class WitnessedCheckpoints
{
public:
    /// Checkpoints that are compared: those before them were compared when these were signed.
    static constexpr std::size_t Compared = 16;

    /// Reads the file. Blocking. What cannot be read is no error: see failure().
    ///
    /// \param path    absolute
    /// \param origin  of the tree
    /// \error Cancelled
    [[nodiscard]] static Result<WitnessedCheckpoints> read(const QString &path, const QString &origin,
                                                           const CancelToken &cancel);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Why the file cannot be compared: it is out of reach, in use, or too large. Nothing for one that is not there.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }
    /// It has no checkpoint of the tree, or is not there.
    [[nodiscard]] bool isEmpty() const { return m_notes.empty(); }

    /// Whether the tree continues all of them. Blocking.
    ///
    /// \error Rejected if it does not, or nobody can say so: the message names the line of the file, what differs and what to
    /// do
    /// \error Cancelled as CheckpointCheck
    /// \thread that of \a check
    [[nodiscard]] Result<void> compare(CheckpointCheck &check) const;

private:
    explicit WitnessedCheckpoints(QString path)
        : m_path(std::move(path))
    {
    }

    Result<void> compareNote(CheckpointCheck &check, const WitnessNote &note) const;

    QString m_path;
    std::deque<WitnessNote> m_notes; ///< the last ones, in the order of the file
    std::optional<WitnessNote> m_largest; ///< of those before, if larger than all of these
    std::optional<Error> m_failure;
};

} // namespace Trailglass
