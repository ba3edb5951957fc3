// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QIODevice>
#include <QString>
#include <QStringList>

#include <memory>
#include <string_view>

namespace Trailglass {

struct OutputTarget;

/// A file that is written for a person, and only where outputTarget() allows it.
///
/// Whole or not at all: an existing file is replaced only by commit(), when the new one is complete and on
/// the disk. The file is private to its owner (0600), also where it replaces a more open one. If the
/// name is a symbolic link, its target is replaced and the link stays. A pipe, a device and
/// `/dev/stdout` cannot be replaced: they are written to directly, and a descriptor of this process goes on
/// where it stands.
/// \thread the one that opens it
class OutputFile
{
public:
    /// Waits for the reader of a named pipe.
    /// \param inUse   files that must stay; see filesInUse()
    /// \param cancel  ends, within 100 ms, this wait, a write that waits for a reader, and the commit()
    /// \error Usage as outputTarget(), Storage, DiskFull, Cancelled
    static Result<std::unique_ptr<OutputFile>> open(const QString &fileName, const QStringList &inUse,
                                                    const CancelToken &cancel = {});
    /// Without commit(), no part of a file remains. Nor does it when the process is killed: until commit() the file has no name
    /// (O_TMPFILE, by QSaveFile). Only a file system without such files (NFS, FAT) then keeps the part, under the name with a
    /// point and six letters, for its owner alone; and a kill within commit() may leave the whole file so.
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    /// What to write to; open, and owned by this object. A write that fails or is cancelled returns less than
    /// was requested, or -1; failure() says why.
    [[nodiscard]] QIODevice &device();

    /// Puts the file in its place.
    /// \error DiskFull, Storage, with the file named; Cancelled
    Result<void> commit();

    /// Why the device() did not take what was written to it.
    /// \returns DiskFull or Storage, with the file named; Cancelled
    [[nodiscard]] Error failure() const;

    /// An error of what is written, with the file named in front of its sentence: DiskFull and Storage.
    [[nodiscard]] Error named(Error error) const;

private:
    OutputFile(QString fileName, std::unique_ptr<QIODevice> device, CancelToken cancel);

    static Result<std::unique_ptr<OutputFile>> openFile(const QString &fileName, const QString &path,
                                                        const CancelToken &cancel);
    static Result<std::unique_ptr<OutputFile>>
    openDirectly(const QString &fileName, const OutputTarget &target, const CancelToken &cancel);

    const QString m_fileName;
    std::unique_ptr<QIODevice> m_device;
    const CancelToken m_cancel;
};

/// The error of an export that was cancelled.
[[nodiscard]] Error exportCancelled();

/// Why a device did not take what was written to it. Asks a file again for that, see flushWhole().
/// \returns DiskFull or Storage; Cancelled once \a cancel is
[[nodiscard]] Error writeError(QIODevice &device, const CancelToken &cancel);

/// Writes all bytes to a device.
/// \error as writeError(); the device may hold a part then
Result<void> writeAll(QIODevice &device, std::string_view bytes, const CancelToken &cancel);

} // namespace Trailglass
