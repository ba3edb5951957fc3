// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"

#include "models/config/settingsvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

// Table and filter, of the workspace alone.

namespace {

constexpr auto ColumnsKey = "columns"_L1;
constexpr auto SortKey = "sort"_L1;
constexpr auto WidthsKey = "widths"_L1; ///< pixels and title of a column each: `180 created`
constexpr auto FrozenKey = "frozen"_L1;
constexpr auto ColourRulesKey = "colours"_L1;
/// One a line, with a plus before an open one, and then an equals sign before one of values where there are ranges.
constexpr auto GroupsKey = "groups"_L1;
constexpr auto FilterKey = "filter"_L1;
constexpr auto DisabledKey = "disabled"_L1;
constexpr auto HistoryKey = "history"_L1;

/// Pixels. More than any screen has would only hide the other columns.
constexpr int WidestColumn = 10'000;

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

std::optional<QList<FilterGroupSetting>> Settings::filterGroups() const
{
    const QVariant value = m_file.workspaceValue(GroupsKey);
    if (value.typeId() != QMetaType::QString)
        return std::nullopt;
    QList<FilterGroupSetting> groups;
    const QStringList lines = value.toString().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const bool isOpen = line.startsWith(u'+');
        QStringView rest = QStringView(line).sliced(isOpen ? 1 : 0);
        const bool showsValues = rest.startsWith(u'=');
        rest = rest.sliced(showsValues ? 1 : 0);
        groups.append({fromOneLine(rest), isOpen, showsValues});
    }
    return groups;
}

void Settings::setFilterGroups(const QList<FilterGroupSetting> &groups)
{
    QStringList lines;
    for (const FilterGroupSetting &group : groups) {
        const QString signs = (group.isOpen ? u"+"_s : QString()) + (group.showsValues ? u"="_s : QString());
        lines += signs + inOneLine(group.field);
    }
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

} // namespace Trailglass
