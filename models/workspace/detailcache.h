// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <string>

namespace Trailglass {

/// What vendors responded about single events, kept in a file of its own beside the database
/// (`trailglass.sqlite.details`), the latest up to MaxBytes.
///
/// Only what can be fetched again is in it: a file that is missing, damaged or of another form is an empty one, and of
/// two processes that write at once one may lose what it kept. No link is followed.
/// \thread any but the GUI thread
class DetailCache
{
public:
    static constexpr qint64 MaxBytes = 16 * 1024 * 1024;

    /// What was asked, and of whom.
    struct Key
    {
        SourceId source;
        QByteArray settings; ///< SourceSettings::fingerprint(): the responses of another account differ
        std::string event; ///< DetailRequests::keyOf()
    };
    struct Entry
    {
        UtcMicros fetched;
        QList<QByteArray> pages; ///< response bodies, as received
    };

    /// \param workspace  as WorkspacePaths::of() takes it
    explicit DetailCache(const QString &workspace);

    [[nodiscard]] std::optional<Entry> find(const Key &key) const;

    /// Keeps an entry in place of an earlier one; not one that takes more than half of MaxBytes in the file.
    /// \error Storage
    Result<void> keep(const Key &key, const Entry &entry) const;

    /// Drops everything of a source.
    /// \error Storage
    Result<void> forget(SourceId source) const;

private:
    [[nodiscard]] QList<QByteArray> readLines() const;
    Result<void> writeLines(const QList<QByteArray> &lines) const;

    QString m_file;
};

} // namespace Trailglass
