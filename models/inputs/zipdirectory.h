// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/byteinput.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <vector>

namespace Trailglass {

/// What the directory of a ZIP archive says of one member. Every number is checked: header and data lie between
/// the start of the file and its directory, and no two members share a byte.
struct ZipEntry
{
    QByteArray rawName; ///< as stored; only compared
    QString name; ///< to be shown, through visibleText(); never a path of ours
    qint64 header = 0; ///< offset of the member's own header in the file
    qint64 packedSize = 0;
    qint64 size = 0; ///< unpacked, as the archive says
    qint64 limit = 0; ///< offset of what follows in the file: another member, or the directory
    quint32 checksum = 0; ///< CRC-32 of the unpacked bytes
    quint16 flags = 0;
    quint16 method = 0;
    bool isLink = false; ///< a symbolic link, whatever system it was made on
    /// What the member's own header has to repeat, byte for byte: from the version that can read it to the length of its name.
    std::array<char, 24> repeated = {};

    [[nodiscard]] bool isFolder() const { return rawName.endsWith('/') && size == 0; }
    /// A name as programs give to what is not for people: `.name`, and the resource files of macOS.
    [[nodiscard]] bool isHidden() const;
};

/// Reads the directory of a ZIP archive, also a ZIP64 one. In the order of the directory.
///
/// At most 100,000 members and 64 MiB of directory.
/// \param file  a file, that seek() works on
/// \error Malformed: not whole, contradicting, in several volumes; TooLarge; those of \a file
/// \thread any
/// \source PKWARE APPNOTE.TXT 6.3.10, 4.3.7 to 4.3.16, 4.5.3
[[nodiscard]] Result<std::vector<ZipEntry>> readZipDirectory(ByteInput &file, qint64 fileSize,
                                                             const CancelToken &cancel);

} // namespace Trailglass
