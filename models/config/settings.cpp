// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"

#include "models/core/ownfile.h"
#include "models/core/programfolders.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr auto ZoneKey = "display/zone"_L1;
constexpr auto AppearanceKey = "display/appearance"_L1;
constexpr auto HistogramSplitKey = "timeline/split"_L1;
constexpr auto HistogramShownKey = "timeline/shown"_L1;
constexpr auto GroupsKey = "filters/open"_L1;
constexpr auto GeometryKey = "window/geometry"_L1;
constexpr auto StateKey = "window/state"_L1;
constexpr auto FolderKey = "export/folder"_L1;
constexpr auto WorkspacesKey = "workspaces/used"_L1; ///< names of groups, last used first

// In the group of a workspace.
constexpr auto ColumnsKey = "columns"_L1;
constexpr auto SortKey = "sort"_L1;
constexpr auto WidthsKey = "widths"_L1;
constexpr auto FilterKey = "filter"_L1;
constexpr auto HistoryKey = "history"_L1;

/// Pixels. More than any screen has would only hide the other columns.
constexpr int WidestColumn = 10'000;
constexpr mode_t FolderMode = 0700;

QString standardFile()
{
    return configFolder() + "/trailglass.ini"_L1;
}

/// Makes the file before QSettings does, and closes one that others may read: the history of filters names
/// people. QSettings keeps the permissions. Where no file can be made, nothing is remembered.
/// \error OwnFile::objection()
Result<void> prepareFile(const QString &fileName)
{
    const QString folder = QFileInfo(fileName).absolutePath();
    if (!QFileInfo::exists(folder) && QDir().mkpath(QFileInfo(folder).absolutePath()))
        ::mkdir(QFile::encodeName(folder).constData(), FolderMode);
    if (const Result<void> checked = OwnFile::check(fileName, OwnFile::Use::Write); !checked)
        return checked;
    const Result<int> opened = OwnFile::open(fileName, [](const QString &, int reason) {
        return Error{.kind = ErrorKind::Storage, .message = qt_error_string(reason)}; // never shown
    });
    if (opened)
        ::close(*opened);
    return {};
}

/// Anything but a text is damaged; an unquoted comma, for one, makes a list.
QString textOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? value.toString() : QString();
}

QStringList textsOf(const QVariant &value)
{
    // A list of one is read back as a text.
    if (!textOf(value).isEmpty())
        return {textOf(value)};
    return value.typeId() == QMetaType::QStringList ? value.toStringList() : QStringList();
}

/// The path without links, also of a folder that is yet to be made.
QString plainPath(const QString &folder)
{
    const QString path = QDir::cleanPath(QDir(folder).absolutePath());
    const QFileInfo there(path);
    if (there.exists() || there.isRoot())
        return there.canonicalFilePath();
    return plainPath(there.path()) + u'/' + there.fileName();
}

/// A path may hold whatever an INI file cannot.
QString groupOf(const QString &folder)
{
    constexpr qsizetype Digits = 20;
    const QByteArray hash = QCryptographicHash::hash(plainPath(folder).toUtf8(), QCryptographicHash::Sha256);
    return "workspace-"_L1 + QString::fromLatin1(hash.toHex().left(Digits));
}

QByteArray bytesOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : QByteArray();
}

} // namespace

Settings::Settings(const QString &fileName, QObject *parent)
    : QObject(parent)
{
    const QString name = fileName.isEmpty() ? standardFile() : fileName;
    if (const Result<void> prepared = prepareFile(name); prepared)
        m_file = std::make_unique<QSettings>(name, QSettings::IniFormat);
    else
        m_error = prepared.error();
}

const std::optional<Error> &Settings::error() const
{
    return m_error;
}

QVariant Settings::stored(const QString &key, const QVariant &otherwise) const
{
    return m_file ? m_file->value(key, otherwise) : otherwise;
}

void Settings::store(const QString &key, const QVariant &value)
{
    if (m_file)
        m_file->setValue(key, value);
}

void Settings::setWorkspace(const QString &folder)
{
    m_workspace = groupOf(folder);
}

QVariant Settings::workspaceValue(QLatin1StringView key) const
{
    return m_workspace.isEmpty() ? QVariant() : stored(QString(m_workspace + u'/' + key));
}

void Settings::setWorkspaceValue(QLatin1StringView key, const QVariant &value)
{
    if (m_workspace.isEmpty() || !m_file)
        return;
    store(QString(m_workspace + u'/' + key), value);
    QStringList used = textsOf(stored(WorkspacesKey));
    if (used.value(0) == m_workspace)
        return;
    used.removeAll(m_workspace);
    used.prepend(m_workspace);
    while (used.size() > MaxWorkspaces)
        m_file->remove(used.takeLast());
    store(WorkspacesKey, used);
}

QByteArray Settings::displayZone() const
{
    const QByteArray zone = textOf(stored(ZoneKey)).toLatin1();
    return QTimeZone::isTimeZoneIdAvailable(zone) ? zone : QByteArrayLiteral("UTC");
}

void Settings::setDisplayZone(const QByteArray &zone)
{
    if (zone == displayZone())
        return;
    store(ZoneKey, QString::fromLatin1(zone));
    Q_EMIT displayZoneChanged(displayZone());
}

QString Settings::appearance() const
{
    const QString appearance = textOf(stored(AppearanceKey));
    return appearance == "light"_L1 || appearance == "dark"_L1 ? appearance : u"system"_s;
}

void Settings::setAppearance(const QString &appearance)
{
    if (appearance == this->appearance())
        return;
    store(AppearanceKey, appearance);
    Q_EMIT appearanceChanged(this->appearance());
}

QString Settings::columns() const
{
    return textOf(workspaceValue(ColumnsKey));
}

void Settings::setColumns(const QString &columns)
{
    setWorkspaceValue(ColumnsKey, columns);
}

QMap<QString, int> Settings::columnWidths() const
{
    QMap<QString, int> widths;
    const QVariantMap stored = workspaceValue(WidthsKey).toMap();
    for (auto width = stored.cbegin(); width != stored.cend(); ++width) {
        bool isNumber = false;
        const int pixels = width->toInt(&isNumber);
        if (isNumber && pixels > 0 && pixels <= WidestColumn)
            widths.insert(width.key(), pixels);
    }
    return widths;
}

void Settings::setColumnWidths(const QMap<QString, int> &widths)
{
    QVariantMap stored;
    for (auto width = widths.cbegin(); width != widths.cend(); ++width)
        stored.insert(width.key(), *width);
    setWorkspaceValue(WidthsKey, stored);
}

QString Settings::histogramSplit() const
{
    const QString field = textOf(stored(HistogramSplitKey));
    return field.isEmpty() ? u"outcome"_s : field;
}

void Settings::setHistogramSplit(const QString &field)
{
    store(HistogramSplitKey, field);
}

bool Settings::isHistogramShown() const
{
    // An INI file knows texts only.
    return stored(HistogramShownKey, true).toString() != "false"_L1;
}

void Settings::setHistogramShown(bool isShown)
{
    store(HistogramShownKey, isShown);
}

std::optional<QStringList> Settings::openGroups() const
{
    const QVariant value = stored(GroupsKey);
    if (value.typeId() != QMetaType::QString)
        return std::nullopt;
    return value.toString().split(u',', Qt::SkipEmptyParts);
}

void Settings::setOpenGroups(const QStringList &names)
{
    store(GroupsKey, names.join(u','));
}

QString Settings::sortOrder() const
{
    return textOf(workspaceValue(SortKey));
}

void Settings::setSortOrder(const QString &order)
{
    setWorkspaceValue(SortKey, order);
}

QString Settings::filterText() const
{
    return textOf(workspaceValue(FilterKey));
}

void Settings::setFilterText(const QString &text)
{
    setWorkspaceValue(FilterKey, text);
}

QStringList Settings::filterHistory() const
{
    return textsOf(workspaceValue(HistoryKey));
}

void Settings::setFilterHistory(const QStringList &history)
{
    setWorkspaceValue(HistoryKey, history);
}

QByteArray Settings::windowGeometry() const
{
    return bytesOf(stored(GeometryKey));
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    store(GeometryKey, geometry);
}

QByteArray Settings::windowState() const
{
    return bytesOf(stored(StateKey));
}

void Settings::setWindowState(const QByteArray &state)
{
    store(StateKey, state);
}

QString Settings::exportFolder() const
{
    return textOf(stored(FolderKey));
}

void Settings::setExportFolder(const QString &folder)
{
    store(FolderKey, folder);
}

} // namespace Trailglass
