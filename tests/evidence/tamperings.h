// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/bundleverdict.h"
#include "tests/evidence/bundlefile.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <vector>

namespace Trailglass::Testing {

// The bundle that is changed: of a SampleStore with so many events every third row, from the last one on.
inline constexpr qint64 TamperedEvents = 23;
inline constexpr qint64 TamperedStep = 3; ///< the rows 23, 20, 17, 14, 11, 8, 5, 2

/// What somebody does to a bundle.
struct Tampering
{
    const char *name;
    BundleFault fault; ///< the reason that is reported first
    std::function<void(BundleFiles &)> change; ///< of its files
    std::function<void(QByteArray &)> damage = {}; ///< of the archive
    qint64 event = 0; ///< that is named
};

/// Every way to change a bundle that somebody has thought of.
[[nodiscard]] const std::vector<Tampering> &tamperings();

/// Without the empty one at the end.
[[nodiscard]] QList<QByteArray> linesOf(const QByteArray &content);

/// Replaces a text that must be there.
void replaceOnce(QByteArray &content, const QByteArray &before, const QByteArray &after);

/// Adds a member to an archive.
void addMember(QByteArray &archive, const char *name);

} // namespace Trailglass::Testing
