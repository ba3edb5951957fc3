// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/detailcache.h"

#include "models/core/disksync.h"
#include "models/core/ownfile.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/framecodec.h"
#include "models/store/workspace.h"
#include "models/sync/detailfetch.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// Bytes of all pages of an entry: a file from elsewhere must not unpack to gigabytes.
constexpr qint64 MaxUnpacked = 2 * DetailFetch::MaxBytes;

Error notKept(const QString &file, const QString &reason)
{
    return {ErrorKind::Storage, Trailglass::tr("%1 cannot be written: %2.").arg(visibleText(file), reason)};
}

/// How the lines of a source begin.
QByteArray sourcePart(SourceId source)
{
    return "{\"source\":" + QByteArray::number(source.value) + ',';
}

/// How the line of an entry begins: enough to find it without reading the line.
QByteArray beginningOf(const DetailCache::Key &key)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(key.settings);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(QByteArrayView(key.event.data(), static_cast<qsizetype>(key.event.size())));
    return sourcePart(key.source) + "\"key\":\"" + hash.result().toHex() + "\",";
}

Result<QByteArray> lineOf(const DetailCache::Key &key, const DetailCache::Entry &entry)
{
    FrameCodec codec;
    QByteArray line = beginningOf(key) + "\"fetched\":\""
        + QByteArray::fromStdString(formatTime(entry.fetched)) + "\",\"pages\":[";
    for (const QByteArray &page : entry.pages) {
        TRY(const auto packed, codec.pack({page.data(), static_cast<std::size_t>(page.size())}));
        const auto bytes =
            QByteArray::fromRawData(packed.data(), static_cast<qsizetype>(packed.size())).toBase64();
        line += (line.endsWith('[') ? "\"" : ",\"") + bytes + '"';
    }
    return QByteArray(line + "]}");
}

std::optional<DetailCache::Entry> parseLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto fetched = parseTime(toUtf8(object[u"fetched"].toString()));
    if (!fetched || !object[u"pages"].isArray())
        return std::nullopt;
    DetailCache::Entry entry{*fetched, {}};
    FrameCodec codec;
    std::vector<char> body;
    qint64 room = MaxUnpacked;
    const QJsonArray pages = object[u"pages"].toArray();
    for (const auto &page : pages) {
        const QByteArray packed = QByteArray::fromBase64(page.toString().toLatin1());
        const auto unpacked = codec.unpack({packed.data(), static_cast<std::size_t>(packed.size())},
                                           static_cast<std::size_t>(room), body);
        if (!unpacked || entry.pages.size() >= DetailFetch::MaxPages)
            return std::nullopt;
        room -= static_cast<qint64>(body.size());
        entry.pages.append(QByteArray(body.data(), static_cast<qsizetype>(body.size())));
    }
    return entry.pages.isEmpty() ? std::nullopt : std::optional(entry);
}

} // namespace

DetailCache::DetailCache(const QString &workspace)
    : m_file(WorkspacePaths::of(workspace).database + ".details"_L1)
{
}

std::optional<DetailCache::Entry> DetailCache::find(const Key &key) const
{
    const QByteArray beginning = beginningOf(key);
    const QList<QByteArray> lines = readLines();
    for (const QByteArray &line : lines) {
        if (line.startsWith(beginning))
            return parseLine(line);
    }
    return std::nullopt;
}

Result<void> DetailCache::keep(const Key &key, const Entry &entry) const
{
    TRY(const QByteArray line, lineOf(key, entry));
    if (line.size() > MaxBytes / 2)
        return {};
    QList<QByteArray> lines = readLines();
    const QByteArray beginning = beginningOf(key);
    lines.removeIf([&beginning](const QByteArray &each) { return each.startsWith(beginning); });
    lines.append(line);
    qint64 bytes = 0;
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        bytes += lines[i].size() + 1;
        if (bytes > MaxBytes) {
            lines.remove(0, i + 1);
            break;
        }
    }
    return writeLines(lines);
}

Result<void> DetailCache::forget(SourceId source) const
{
    QList<QByteArray> lines = readLines();
    const QByteArray beginning = sourcePart(source);
    const auto removed =
        lines.removeIf([&beginning](const QByteArray &each) { return each.startsWith(beginning); });
    return removed == 0 ? Result<void>() : writeLines(lines);
}

QList<QByteArray> DetailCache::readLines() const
{
    // Never waits for a pipe, and looks at what it opened.
    const int descriptor = ::open(QFile::encodeName(m_file).constData(),
                                  O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    if (descriptor < 0)
        return {};
    QFile file;
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > MaxBytes
        || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return {};
    }
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeIf([](const QByteArray &line) { return !line.endsWith("]}"); }); // also half of a line
    return lines;
}

Result<void> DetailCache::writeLines(const QList<QByteArray> &lines) const
{
    // QSaveFile would replace what a link leads to.
    TRY(OwnFile::check(m_file, OwnFile::Use::Write));
    QSaveFile file(m_file);
    bool isWritten =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const QByteArray &line : lines)
        isWritten = isWritten && file.write(line + '\n') > 0;
    const std::optional<QString> reason = isWritten ? commitToDisk(file) : std::optional(file.errorString());
    return reason ? notKept(m_file, *reason) : Result<void>();
}

} // namespace Trailglass
