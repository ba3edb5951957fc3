// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/treecheckpoint.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/merkle/notetext.h"

#include <algorithm>
#include <vector>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView TimeWord = u"time ";
constexpr std::size_t FixedLines = 3;
constexpr qsizetype MaxSizeDigits = 19; ///< of the largest qint64

Error noCheckpoint()
{
    return {.kind = ErrorKind::Malformed,
            .message = Trailglass::tr(
                "This is not a checkpoint: a line each with the origin, the size of the tree and its root is "
                "expected.")};
}

std::vector<QByteArrayView> linesOf(QByteArrayView text)
{
    std::vector<QByteArrayView> lines;
    for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
        lines.push_back(text.first(end));
        text = text.sliced(end + 1);
    }
    return lines;
}

// One form of each number only: no sign, no space, no zero in front.
std::optional<qint64> treeSizeOf(QByteArrayView line)
{
    const bool areDigits =
        std::all_of(line.begin(), line.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
    if (!areDigits || line.size() > MaxSizeDigits || (line.startsWith('0') && line.size() != 1))
        return {};
    bool isNumber = false;
    const qint64 size = line.toLongLong(&isNumber);
    return isNumber ? std::optional(size) : std::nullopt;
}

std::optional<Digest> rootOfLine(QByteArrayView line)
{
    const auto bytes = bytesOfBase64(line);
    if (!bytes)
        return {};
    return digestFromBytes({bytes->constData(), static_cast<std::size_t>(bytes->size())});
}

} // namespace

QByteArray text(const TreeCheckpoint &checkpoint)
{
    QByteArray lines = checkpoint.origin.toUtf8();
    lines += '\n';
    lines += QByteArray::number(checkpoint.size);
    lines += '\n';
    lines += toBytes(checkpoint.root).toBase64();
    lines += '\n';
    for (const QString &extension : checkpoint.extensions) {
        lines += extension.toUtf8();
        lines += '\n';
    }
    return lines;
}

Result<TreeCheckpoint> parseTreeCheckpoint(QByteArrayView text)
{
    if (!isNoteText(text))
        return noCheckpoint();
    const std::vector<QByteArrayView> lines = linesOf(text);
    // A signature line among them would be another note in the same file.
    const bool isOneText = std::none_of(lines.begin(), lines.end(), [](QByteArrayView line) {
        return line.isEmpty() || line.startsWith(SignatureLineStart);
    });
    if (!isOneText || lines.size() < FixedLines)
        return noCheckpoint();
    const auto size = treeSizeOf(lines[1]);
    if (!size) {
        return Error{.kind = ErrorKind::Malformed,
                     .message =
                         tr("The second line of the checkpoint is not the size of a tree: a whole number in "
                            "decimal is expected.")};
    }
    const auto root = rootOfLine(lines[2]);
    if (!root) {
        return Error{.kind = ErrorKind::Malformed,
                     .message = tr(
                         "The third line of the checkpoint is not the root of a tree: 32 bytes in base64 are "
                         "expected.")};
    }
    TreeCheckpoint checkpoint{.origin = textOfNote(lines[0]), .size = *size, .root = *root};
    for (std::size_t line = FixedLines; line < lines.size(); ++line)
        checkpoint.extensions.append(textOfNote(lines[line]));
    return checkpoint;
}

QString timeExtension(UtcMicros time)
{
    return TimeWord + toQString(formatTime(time));
}

std::optional<UtcMicros> statedTime(const TreeCheckpoint &checkpoint)
{
    std::optional<UtcMicros> stated;
    for (const QString &extension : checkpoint.extensions) {
        if (!extension.startsWith(TimeWord))
            continue;
        const auto time = parseTime(toUtf8(extension.sliced(TimeWord.size())));
        if (stated || !time || timeExtension(*time) != extension)
            return {};
        stated = time;
    }
    return stated;
}

} // namespace Trailglass
