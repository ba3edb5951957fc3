// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"

#include "models/config/settingsvalues.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr auto ZoneKey = "display/zone"_L1;
constexpr auto AppearanceKey = "display/appearance"_L1;
constexpr auto PrecisionKey = "table/precision"_L1;
constexpr auto RelativeKey = "table/relative"_L1;
constexpr auto DensityKey = "table/density"_L1;
constexpr auto HistogramSplitKey = "timeline/split"_L1;
constexpr auto HistogramShownKey = "timeline/shown"_L1;
constexpr auto HistogramHeightKey = "timeline/height"_L1;
constexpr auto InspectorKey = "inspector/opens"_L1;
constexpr auto InspectorMovedKey = "inspector/moved"_L1;
constexpr auto InspectorTabKey = "inspector/tab"_L1;
constexpr auto GeometryKey = "window/geometry"_L1;
constexpr auto MaximisedKey = "window/maximised"_L1;
constexpr auto StateKey = "window/state"_L1;
constexpr auto FolderKey = "export/folder"_L1;
constexpr auto RecentKey = "workspaces/recent"_L1;
constexpr auto ArchiveKeysKey = "archives/keys"_L1; ///< address and reference of an archive each

// In the group of a workspace.
constexpr auto ColumnsKey = "columns"_L1;
constexpr auto SortKey = "sort"_L1;
constexpr auto WidthsKey = "widths"_L1; ///< pixels and title of a column each: `180 created`
constexpr auto FrozenKey = "frozen"_L1;
constexpr auto ColourRulesKey = "colours"_L1;
constexpr auto GroupsKey = "groups"_L1; ///< one a line, with a plus before an open one
constexpr auto FilterKey = "filter"_L1;
constexpr auto DisabledKey = "disabled"_L1;
constexpr auto HistoryKey = "history"_L1;

/// Pixels. More than any screen has would only hide the other columns.
constexpr int WidestColumn = 10'000;
/// Pixels; higher than any screen.
constexpr int HighestHistogram = 10'000;

/// A JSON path may have line breaks in its names.
QString inOneLine(QString text)
{
    return text.replace(u'\\', "\\\\"_L1).replace(u'\n', "\\n"_L1);
}

/// What inOneLine() was made of.
QString fromOneLine(QStringView line)
{
    QString text;
    for (qsizetype place = 0; place < line.size(); ++place) {
        const QStringView rest = line.sliced(place);
        const bool isBreak = rest.startsWith("\\n"_L1);
        text += isBreak ? QChar(u'\n') : rest.front();
        place += isBreak || rest.startsWith("\\\\"_L1) ? 1 : 0;
    }
    return text;
}

} // namespace

Settings::Settings(const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_file(fileName)
{
}

const std::optional<Error> &Settings::error() const
{
    return m_file.error();
}

void Settings::setWorkspace(const QString &folder)
{
    m_file.setWorkspace(folder);
}

QByteArray Settings::displayZone() const
{
    const QByteArray zone = textOf(m_file.value(ZoneKey)).toLatin1();
    return QTimeZone::isTimeZoneIdAvailable(zone) ? zone : QByteArrayLiteral("UTC");
}

void Settings::setDisplayZone(const QByteArray &zone)
{
    if (zone == displayZone())
        return;
    m_file.setValue(ZoneKey, QString::fromLatin1(zone));
    Q_EMIT displayZoneChanged(displayZone());
}

QString Settings::appearance() const
{
    const QString appearance = textOf(m_file.value(AppearanceKey));
    return appearance == "light"_L1 || appearance == "dark"_L1 ? appearance : u"system"_s;
}

void Settings::setAppearance(const QString &appearance)
{
    if (appearance == this->appearance())
        return;
    m_file.setValue(AppearanceKey, appearance);
    Q_EMIT appearanceChanged(this->appearance());
}

QString Settings::timePrecision() const
{
    return textOf(m_file.layoutValue(PrecisionKey));
}

void Settings::setTimePrecision(const QString &precision)
{
    m_file.setLayoutValue(PrecisionKey, precision);
}

bool Settings::isTimeRelative() const
{
    return isTrue(m_file.layoutValue(RelativeKey));
}

void Settings::setTimeRelative(bool isRelative)
{
    m_file.setLayoutValue(RelativeKey, isRelative);
}

QString Settings::rowDensity() const
{
    return textOf(m_file.layoutValue(DensityKey));
}

void Settings::setRowDensity(const QString &density)
{
    m_file.setLayoutValue(DensityKey, density);
}

QString Settings::columns() const
{
    return textOf(m_file.workspaceValue(ColumnsKey));
}

void Settings::setColumns(const QString &columns)
{
    m_file.setWorkspaceValue(ColumnsKey, columns);
}

QMap<QString, int> Settings::columnWidths() const
{
    QMap<QString, int> widths;
    const QStringList stored = textsOf(m_file.workspaceValue(WidthsKey));
    for (const QString &width : stored) {
        const qsizetype end = std::max<qsizetype>(0, width.indexOf(u' '));
        bool isNumber = false;
        const int pixels = QStringView(width).first(end).toInt(&isNumber);
        if (isNumber && pixels > 0 && pixels <= WidestColumn)
            widths.insert(width.sliced(end + 1), pixels);
    }
    return widths;
}

void Settings::setColumnWidths(const QMap<QString, int> &widths)
{
    QStringList stored;
    for (auto width = widths.cbegin(); width != widths.cend(); ++width)
        stored.append(QString::number(*width) + u' ' + width.key());
    m_file.setWorkspaceValue(WidthsKey, stored);
}

QString Settings::histogramSplit() const
{
    const QString field = textOf(m_file.layoutValue(HistogramSplitKey));
    return field.isEmpty() ? u"outcome"_s : field;
}

void Settings::setHistogramSplit(const QString &field)
{
    m_file.setLayoutValue(HistogramSplitKey, field);
}

bool Settings::isHistogramShown() const
{
    return isTrueOrUnset(m_file.layoutValue(HistogramShownKey));
}

void Settings::setHistogramShown(bool isShown)
{
    m_file.setLayoutValue(HistogramShownKey, isShown);
}

int Settings::histogramHeight() const
{
    const int height = m_file.layoutValue(HistogramHeightKey).toInt();
    return height > 0 && height <= HighestHistogram ? height : 0;
}

void Settings::setHistogramHeight(int height)
{
    m_file.setLayoutValue(HistogramHeightKey, height);
}

bool Settings::inspectorOpensItself() const
{
    return isTrueOrUnset(m_file.layoutValue(InspectorKey));
}

void Settings::setInspectorOpensItself(bool opens)
{
    m_file.setLayoutValue(InspectorKey, opens);
}

bool Settings::isInspectorMoved() const
{
    return isTrue(m_file.layoutValue(InspectorMovedKey));
}

void Settings::setInspectorMoved(bool isMoved)
{
    m_file.setLayoutValue(InspectorMovedKey, isMoved);
}

QString Settings::inspectorTab() const
{
    return m_file.layoutValue(InspectorTabKey).toString();
}

void Settings::setInspectorTab(const QString &tab)
{
    m_file.setLayoutValue(InspectorTabKey, tab);
}

std::optional<QList<FilterGroupSetting>> Settings::filterGroups() const
{
    const QVariant value = m_file.workspaceValue(GroupsKey);
    if (value.typeId() != QMetaType::QString)
        return std::nullopt;
    QList<FilterGroupSetting> groups;
    const QStringList lines = value.toString().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const bool isOpen = line.startsWith(u'+');
        groups.append({fromOneLine(QStringView(line).sliced(isOpen ? 1 : 0)), isOpen});
    }
    return groups;
}

void Settings::setFilterGroups(const QList<FilterGroupSetting> &groups)
{
    QStringList lines;
    for (const FilterGroupSetting &group : groups)
        lines += (group.isOpen ? u"+"_s : QString()) + inOneLine(group.field);
    m_file.setWorkspaceValue(GroupsKey, lines.join(u'\n'));
}

QString Settings::sortOrder() const
{
    return textOf(m_file.workspaceValue(SortKey));
}

void Settings::setSortOrder(const QString &order)
{
    m_file.setWorkspaceValue(SortKey, order);
}

int Settings::frozenColumns() const
{
    return std::max(0, m_file.workspaceValue(FrozenKey).toInt());
}

void Settings::setFrozenColumns(int count)
{
    m_file.setWorkspaceValue(FrozenKey, count);
}

QString Settings::colourRules() const
{
    return textOf(m_file.workspaceValue(ColourRulesKey));
}

void Settings::setColourRules(const QString &rules)
{
    m_file.setWorkspaceValue(ColourRulesKey, rules);
}

QString Settings::filterText() const
{
    return textOf(m_file.workspaceValue(FilterKey));
}

void Settings::setFilterText(const QString &text)
{
    m_file.setWorkspaceValue(FilterKey, text);
}

QStringList Settings::disabledTerms() const
{
    return textsOf(m_file.workspaceValue(DisabledKey));
}

void Settings::setDisabledTerms(const QStringList &terms)
{
    m_file.setWorkspaceValue(DisabledKey, terms);
}

QStringList Settings::filterHistory() const
{
    return textsOf(m_file.workspaceValue(HistoryKey));
}

void Settings::setFilterHistory(const QStringList &history)
{
    m_file.setWorkspaceValue(HistoryKey, history);
}

QStringList Settings::recentPlaces() const
{
    return textsOf(m_file.value(RecentKey)).mid(0, MaxRecent);
}

void Settings::addRecentPlace(const QString &place)
{
    QStringList places = recentPlaces();
    places.removeAll(place);
    places.prepend(place);
    m_file.setValue(RecentKey, places.mid(0, MaxRecent));
}

QString Settings::archiveKey(const QString &address) const
{
    const QString start = address + u' ';
    const QStringList keys = textsOf(m_file.value(ArchiveKeysKey));
    const auto found =
        std::ranges::find_if(keys, [&start](const QString &key) { return key.startsWith(start); });
    return found == keys.end() ? QString() : found->sliced(start.size());
}

void Settings::setArchiveKey(const QString &address, const QString &reference)
{
    if (reference == archiveKey(address))
        return;
    const QString start = address + u' ';
    QStringList keys = textsOf(m_file.value(ArchiveKeysKey));
    keys.removeIf([&start](const QString &key) { return key.startsWith(start); });
    if (!reference.isEmpty())
        keys.prepend(QString(start + reference));
    m_file.setValue(ArchiveKeysKey, keys.mid(0, MaxRecent));
}

QByteArray Settings::windowGeometry() const
{
    return bytesOf(m_file.layoutValue(GeometryKey));
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_file.setLayoutValue(GeometryKey, geometry);
}

bool Settings::isWindowMaximised() const
{
    return isTrue(m_file.layoutValue(MaximisedKey));
}

void Settings::setWindowMaximised(bool isMaximised)
{
    m_file.setLayoutValue(MaximisedKey, isMaximised);
}

QByteArray Settings::windowState() const
{
    return bytesOf(m_file.layoutValue(StateKey));
}

void Settings::setWindowState(const QByteArray &state)
{
    m_file.setLayoutValue(StateKey, state);
}

QString Settings::exportFolder() const
{
    return textOf(m_file.value(FolderKey));
}

void Settings::setExportFolder(const QString &folder)
{
    m_file.setValue(FolderKey, folder);
}

} // namespace Trailglass

#include "moc_settings.cpp"
