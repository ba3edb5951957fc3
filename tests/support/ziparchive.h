// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace Trailglass::Support {

/// A member of an archive that is being made.
struct ZipMember
{
    QByteArray name;
    QByteArray content = {};
    bool isPacked = true; ///< with deflate; else stored
    quint16 flags = 0x800; ///< the name is UTF-8
    std::optional<quint16> method = {}; ///< another than the one that is used
    quint32 unixMode = 0; ///< 0: not made on Unix
    bool hasLargeNumbers = false; ///< its numbers are in a ZIP64 field
    QByteArray field = {}; ///< an extra field, in its own header and in the directory
};

/// A ZIP archive with these members.
/// \param isLarge  with a ZIP64 record at its end
/// \source PKWARE APPNOTE.TXT 6.3.10
[[nodiscard]] QByteArray zipArchive(const QList<ZipMember> &members, bool isLarge = false,
                                    const QByteArray &comment = {});

} // namespace Trailglass::Support
