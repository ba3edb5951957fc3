// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace Trailglass {

/// What of a folder or an archive is not read.
struct SkippedInputs
{
    qint64 hidden = 0; ///< files and folders; what is in such a folder is not counted
    qint64 links = 0;
    qint64 special = 0; ///< pipes, sockets, devices

    /// What was skipped, translated; none where nothing was.
    /// \param place  the folder or archive, safe to print
    /// \thread any
    [[nodiscard]] QStringList sentences(const QString &place) const;
};

} // namespace Trailglass
