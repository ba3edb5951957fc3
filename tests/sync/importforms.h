// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"
#include "tests/support/random.h"

#include <QByteArrayList>
#include <QStringList>

#include <functional>
#include <vector>

namespace Trailglass::Support {

/// One way to write a list of events into a text.
struct TextForm
{
    const char *name;
    std::function<QByteArray(const Source &source, const QByteArrayList &events)> write;
    bool isPretty = false; ///< events have line breaks in them
};

/// Every way that an import reads.
[[nodiscard]] const std::vector<TextForm> &textForms();

/// An event with line breaks between its tokens.
[[nodiscard]] QByteArray pretty(const QByteArray &event);

/// One way to make a file of a text.
struct FileForm
{
    const char *name;
    std::function<QByteArray(const QByteArray &text, Random &random)> write;
};

/// Likewise.
[[nodiscard]] const std::vector<FileForm> &fileForms();

/// What an import gives of a file, without a store.
struct ReadFile
{
    QByteArrayList events; ///< Event::raw
    QStringList unreadable; ///< `line 3: reason` or `byte 17: reason`
    QStringList errors; ///< of the file, or of a text in it
    QStringList warnings;

    [[nodiscard]] QStringList description() const;
};

/// \param maxRead  bytes that are read of the file at once at most; 0: as many as fit
[[nodiscard]] ReadFile readFile(const Source &source, const QByteArray &file, qsizetype maxRead = 0);

} // namespace Trailglass::Support
