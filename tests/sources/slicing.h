// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/jsonslicer.h"

#include <QStringList>

#include <functional>

namespace Trailglass {

/// Everything a JsonSlicer says about one document.
struct Sliced
{
    std::vector<Slice> slices;
    std::optional<SliceError> error;
    QByteArray envelope;
    bool sawRowArray = false;

    /// One line a fact, to compare two runs and to see where they differ.
    [[nodiscard]] QStringList description() const;

    /// The bytes of the slices, bad ones with a `!` in front.
    [[nodiscard]] QStringList texts() const;
};

/// Lengths of the pieces to feed, each at least 1.
using Chunking = std::function<std::size_t()>;

inline Chunking wholeAtOnce()
{
    return [] {
        return std::string_view::npos;
    };
}

inline Chunking byteByByte()
{
    return [] {
        return std::size_t{1};
    };
}

inline Sliced sliceDocument(JsonSlicer slicer, std::string_view bytes,
                            const Chunking &nextLength = wholeAtOnce())
{
    Sliced result;
    const auto take = [&] {
        for (Slice &slice : slicer.take())
            result.slices.push_back(std::move(slice));
    };
    while (!bytes.empty()) {
        // A copy of its own size, so that an address sanitizer sees a read past its end.
        const std::vector<char> chunk(
            bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(nextLength(), bytes.size())));
        slicer.feed({chunk.data(), chunk.size()});
        take();
        bytes.remove_prefix(chunk.size());
    }
    result.error = slicer.finish();
    take();
    result.envelope = slicer.envelope();
    result.sawRowArray = slicer.sawRowArray();
    return result;
}

inline QString describe(const std::optional<SliceError> &error)
{
    if (!error)
        return QStringLiteral("good");
    const QString kind = error->kind == ErrorKind::TooLarge ? QStringLiteral("too large") : QString();
    return QStringLiteral("byte %1: %2 %3").arg(error->offset).arg(error->reason, kind);
}

inline QStringList Sliced::description() const
{
    QStringList lines{QStringLiteral("document %1, rows %2, envelope %3")
                          .arg(describe(error))
                          .arg(sawRowArray)
                          .arg(QString::fromLatin1(envelope))};
    for (const Slice &slice : slices)
        lines.append(
            QStringLiteral("at %1 line %2 length %3 %4: %5")
                .arg(slice.offset)
                .arg(slice.line)
                .arg(slice.length)
                .arg(describe(slice.error), QString::fromLatin1(QByteArray::fromStdString(slice.bytes))));
    return lines;
}

inline QStringList Sliced::texts() const
{
    QStringList texts;
    for (const Slice &slice : slices) {
        const QString mark = slice.error ? QStringLiteral("!") : QString();
        texts.append(mark + QString::fromUtf8(QByteArray::fromStdString(slice.bytes)));
    }
    return texts;
}

} // namespace Trailglass
