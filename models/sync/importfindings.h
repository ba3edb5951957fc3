// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <QStringList>

#include <optional>

namespace Trailglass {

/// Collects what there is to say of the files of an import, however many they are: the first error is the error of
/// the import, further ones are warnings, and of warnings the first few are kept.
class ImportFindings
{
public:
    static constexpr qsizetype MaxWarnings = 20;

    /// \param sentence  translated, safe to print
    void warn(const QString &sentence);

    /// \param name  of the file or member, not yet safe to print; empty when the error names it itself
    void fail(const QString &name, const Error &error);

    /// A file without content, which is no error.
    /// \param name  likewise
    void addEmpty(const QString &name);
    [[nodiscard]] qint64 emptyFiles() const { return m_emptyFiles; }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// One of them names empty files; the last one counts those that were not kept.
    [[nodiscard]] QStringList warnings() const;

private:
    QStringList m_warnings;
    qint64 m_more = 0;
    QStringList m_emptyNames; ///< the first few
    qint64 m_emptyFiles = 0;
    std::optional<Error> m_error;
};

} // namespace Trailglass
