// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/commitlines.h"

#include "models/archive/archiveschema.h"
#include "models/archive/nativeblock.h"

#include <vector>

namespace Trailglass {

namespace {

/// A column of numbers, of which \a read gives that of a line.
template <class Number, class Read>
void addColumn(NativeBlock &block, std::string_view name, std::span<const CommitLine> lines, const Read &read)
{
    std::vector<Number> numbers;
    numbers.reserve(lines.size());
    for (const CommitLine &line : lines)
        numbers.push_back(read(line));
    block.addNumbers(name, numbers);
}

} // namespace

QByteArray commitBlock(const PushIdentity &writer, std::span<const CommitLine> lines, const PushedUpTo &upTo,
                       UtcMicros at)
{
    NativeBlock block(CommitColumns.size(), lines.size(), 1024 + 100 * lines.size());
    addColumn<quint32>(block, "origin", lines, [&](const CommitLine &) { return writer.origin; });
    addColumn<quint64>(block, "batch", lines, [](const CommitLine &line) { return line.batch; });
    addColumn<quint64>(block, "attempt", lines, [&](const CommitLine &) { return writer.attempt; });
    addColumn<qint8>(block, "state", lines,
                     [](const CommitLine &line) { return static_cast<qint8>(line.state); });
    addColumn<quint32>(block, "month", lines, [](const CommitLine &line) { return line.content.month; });
    addColumn<qint64>(block, "rows", lines, [](const CommitLine &line) { return line.content.rows; });
    addColumn<quint64>(block, "created_sum", lines,
                       [](const CommitLine &line) { return line.content.createdSum; });
    addColumn<quint64>(block, "content_sum", lines,
                       [](const CommitLine &line) { return line.content.contentSum; });
    addColumn<qint64>(block, "first_created", lines,
                      [](const CommitLine &line) { return line.content.firstCreated.value; });
    addColumn<qint64>(block, "last_created", lines,
                      [](const CommitLine &line) { return line.content.lastCreated.value; });
    addColumn<qint64>(block, "last_row", lines, [&](const CommitLine &) { return upTo.row.value; });
    addColumn<qint64>(block, "last_removal", lines, [&](const CommitLine &) { return upTo.removal; });
    addColumn<quint32>(block, "format", lines, [](const CommitLine &) { return quint32{ArchiveFormat}; });
    addColumn<qint64>(block, "at", lines, [&](const CommitLine &) { return at.value; });
    return std::move(block).take();
}

} // namespace Trailglass
