// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QByteArray>

#include <span>

class QIODevice;

namespace Trailglass {

/// A member of a ZIP archive that is to be written.
struct ZipPart
{
    QByteArray name; ///< ASCII
    QIODevice *content = nullptr; ///< open and readable from any place; not owned
    bool isPacked = true; ///< with deflate; else stored
};

/// Writes a ZIP archive. The same members give the same bytes: they stand in the given order, with 1980-01-01 for a time, and
/// with no extra fields but those that a member of 4 GiB needs. Blocking; memory stays flat.
///
/// \param output  open, empty, and can be read and written at any place
/// \param packed  an archive that this function has written, or null: members of the same name are copied from it as they are
/// packed there, and their content is not read. The bytes are those of an archive for which they are packed
/// \error DiskFull, Storage; Cancelled
/// \thread any
/// \source PKWARE APPNOTE.TXT 6.3.10
[[nodiscard]] Result<void> writeZip(QIODevice &output, std::span<const ZipPart> parts,
                                    const CancelToken &cancel, QIODevice *packed = nullptr);

} // namespace Trailglass
