// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/merkle/sha256.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryFile>

#include <memory>
#include <string_view>

namespace Trailglass {

/// A private file that a part of a bundle is written to before it is packed: how long it is, and its hash, are known only at
/// its end. Nothing of it remains when this object goes; where the system can, it never has a name either.
/// \thread one at a time
class MemberFile
{
public:
    /// \param folder  of the finished bundle: its disk needs the room anyway
    /// \error Storage
    static Result<std::unique_ptr<MemberFile>> create(const QString &folder);

    /// Appends bytes.
    /// \error DiskFull, Storage; Cancelled
    Result<void> write(std::string_view bytes, const CancelToken &cancel);

    /// Ends the file: it is only read from now on.
    /// \error as write()
    Result<void> end(const CancelToken &cancel);

    /// \pre end()
    [[nodiscard]] const Digest &digest() const { return m_digest; }
    [[nodiscard]] qint64 size() const { return m_size; } ///< bytes

    /// To read it from any place.
    [[nodiscard]] QFileDevice &device() { return m_file; }

private:
    explicit MemberFile(const QString &pattern);

    QTemporaryFile m_file;
    Sha256 m_sha;
    Digest m_digest;
    qint64 m_size = 0;
};

} // namespace Trailglass
