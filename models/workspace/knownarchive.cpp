// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/knownarchive.h"

#include "models/archive/archiveschema.h"
#include "models/core/disksync.h"
#include "models/core/logging.h"
#include "models/core/ownfile.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/workspace/archivefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <limits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int KnownArchiveVersion = 1; ///< of the form of the file

/// Whose state a file is.
QString knownName(const ArchivePlace &place)
{
    return place.server() + u'/' + place.database();
}

QString keptText(const QString &text)
{
    if (text.size() <= KnownArchive::MaxText)
        return text;
    qsizetype end = KnownArchive::MaxText - 1;
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end) + u'…';
}

QJsonValue keptTime(const std::optional<UtcMicros> &time)
{
    return time ? QJsonValue(toQString(formatTime(*time))) : QJsonValue();
}

QJsonObject keptWorkspace(const PushedWorkspace &workspace)
{
    return {{u"number"_s, static_cast<qint64>(workspace.origin)},
            {u"name"_s, keptText(workspace.name)},
            {u"events"_s, workspace.events},
            {u"last_push"_s, keptTime(workspace.lastPush)}};
}

QJsonObject keptSource(const SourceRecord &source)
{
    return {{u"name"_s, keptText(source.name)},
            {u"vendor"_s, keptText(source.type)},
            {u"removed"_s, source.removed}};
}

/// The first of a list, as many as are kept.
template <class Item, class Keep>
QJsonArray keptItems(const QList<Item> &items, const Keep &keep)
{
    QJsonArray kept;
    for (qsizetype i = 0; i < std::min(items.size(), KnownArchive::MaxListed); ++i)
        kept.append(keep(items.at(i)));
    return kept;
}

/// How many of a list are not kept.
qint64 countOfOthers(qsizetype items)
{
    return std::max<qsizetype>(items - KnownArchive::MaxListed, 0);
}

std::nullopt_t unusable(const char *reason)
{
    qCWarning(logStore) << "the last known state of an archive is not used:" << reason;
    return std::nullopt;
}

/// \returns nothing where there is no file
std::optional<QByteArray> contentOfKnown(const QString &path)
{
    // Never waits for a pipe, and looks at what it opened.
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR))
        return std::nullopt;
    if (descriptor < 0)
        return unusable("its file cannot be opened");
    QFile file;
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)
        || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return unusable("its file is no regular file");
    }
    if (status.st_size > KnownArchive::MaxBytes)
        return unusable("its file is too large");
    return file.read(KnownArchive::MaxBytes);
}

/// Reads the values of a file. One that is not as it is written makes all of them unusable.
class KnownValues
{
public:
    [[nodiscard]] bool areGood() const { return m_areGood; }

    QString text(const QJsonObject &object, QStringView key)
    {
        const QJsonValue value = object.value(key);
        check(value.isString() && value.toString().size() <= KnownArchive::MaxText);
        return value.toString();
    }
    qint64 count(const QJsonObject &object, QStringView key)
    {
        const qint64 value = object.value(key).toInteger(-1);
        check(value >= 0);
        return value;
    }
    /// \returns nothing where no time is known
    std::optional<UtcMicros> time(const QJsonObject &object, QStringView key)
    {
        const QJsonValue value = object.value(key);
        if (value.isNull())
            return std::nullopt;
        const auto moment = parseTime(toUtf8(value.toString()));
        check(moment.has_value());
        return moment;
    }
    QJsonArray list(const QJsonObject &object, QStringView key)
    {
        const QJsonValue value = object.value(key);
        check(value.isArray() && value.toArray().size() <= KnownArchive::MaxListed);
        return value.toArray();
    }

    void check(bool isGood) { m_areGood = m_areGood && isGood; }

private:
    bool m_areGood = true;
};

PushedWorkspace readWorkspace(KnownValues &values, const QJsonObject &object)
{
    PushedWorkspace workspace;
    const qint64 number = values.count(object, u"number");
    values.check(number <= std::numeric_limits<quint32>::max());
    workspace.origin = static_cast<quint32>(number);
    workspace.name = values.text(object, u"name");
    workspace.events = values.count(object, u"events");
    workspace.lastPush = values.time(object, u"last_push");
    return workspace;
}

SourceRecord readSource(KnownValues &values, const QJsonObject &object)
{
    SourceRecord source;
    source.name = values.text(object, u"name");
    source.type = values.text(object, u"vendor");
    source.removed = object.value(u"removed").toBool();
    return source;
}

ArchiveOverview readOverview(KnownValues &values, const QJsonObject &root)
{
    ArchiveOverview overview;
    overview.version = values.text(root, u"clickhouse");
    overview.events = values.count(root, u"events");
    overview.created.from = values.time(root, u"first");
    if (const auto last = values.time(root, u"last"))
        overview.created.to = *last + 1;
    for (const auto &entry : values.list(root, u"workspaces"))
        overview.workspaces.append(readWorkspace(values, entry.toObject()));
    for (const auto &entry : values.list(root, u"sources"))
        overview.sources.append(readSource(values, entry.toObject()));
    return overview;
}

} // namespace

QString knownArchiveFile(const ArchivePlace &place, const QString &settingsFile)
{
    return archiveFolder(place, settingsFile) + ".json"_L1;
}

void rememberArchive(const ArchivePlace &place, const ArchiveOverview &overview, UtcMicros readAt,
                     const QString &settingsFile)
{
    const QJsonObject root{{u"version"_s, KnownArchiveVersion},
                           {u"archive"_s, knownName(place)},
                           {u"read"_s, keptTime(readAt)},
                           {u"format"_s, ArchiveFormat},
                           {u"clickhouse"_s, keptText(overview.version)},
                           {u"events"_s, overview.events},
                           {u"first"_s, keptTime(overview.created.from)},
                           {u"last"_s, keptTime(overview.lastEvent())},
                           {u"workspaces"_s, keptItems(overview.workspaces, keptWorkspace)},
                           {u"other_workspaces"_s, countOfOthers(overview.workspaces.size())},
                           {u"sources"_s, keptItems(overview.sources, keptSource)},
                           {u"other_sources"_s, countOfOthers(overview.sources.size())}};
    const QString path = knownArchiveFile(place, settingsFile);
    // QSaveFile would replace what a link leads to.
    const bool mayBeWritten =
        QDir().mkpath(QFileInfo(path).path()) && OwnFile::check(path, OwnFile::Use::Write);
    QSaveFile file(path);
    const bool isWritten = mayBeWritten && file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(QJsonDocument(root).toJson()) >= 0 && !commitToDisk(file);
    if (!isWritten)
        qCInfo(logStore) << "the last known state of an archive was not kept";
}

Result<ArchiveOverview> lookAndRemember(const ArchivePlace &place,
                                        const std::function<Result<ArchiveOverview>()> &look,
                                        const Clock &clock, const QString &settingsFile)
{
    const UtcMicros readAt = clock.now();
    auto overview = look();
    if (overview)
        rememberArchive(place, *overview, readAt, settingsFile);
    return overview;
}

std::optional<KnownArchive> knownArchive(const ArchivePlace &place, const QString &settingsFile)
{
    const auto content = contentOfKnown(knownArchiveFile(place, settingsFile));
    if (!content)
        return std::nullopt;
    const QJsonObject root = QJsonDocument::fromJson(*content).object();
    if (root.value(u"version").toInt() != KnownArchiveVersion)
        return unusable("its file is damaged or of another version");
    if (root.value(u"archive").toString() != knownName(place))
        return unusable("its file is of another archive");
    KnownValues values;
    KnownArchive known;
    const auto readAt = values.time(root, u"read");
    known.format = root.value(u"format").toInt();
    known.overview = readOverview(values, root);
    known.otherWorkspaces = values.count(root, u"other_workspaces");
    known.otherSources = values.count(root, u"other_sources");
    if (!readAt || known.format <= 0 || !values.areGood())
        return unusable("its file is damaged");
    known.readAt = *readAt;
    return known;
}

bool isServerAway(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Server:
    case ErrorKind::Redirect:
    case ErrorKind::Malformed:
        return true;
    default:
        return false;
    }
}

} // namespace Trailglass
