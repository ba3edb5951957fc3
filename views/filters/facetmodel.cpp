// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetmodel.h"

#include "models/core/text.h"
#include "models/filter/textsearcher.h"
#include "views/common/plaintext.h"

#include <QFont>
#include <QFontMetrics>
#include <QLocale>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr std::size_t MaxBytesShown = 1'000;
constexpr int ValuePadding = 6; // px

bool contains(const std::vector<Filter::FieldValue> &values, const Filter::FieldValue &value)
{
    return std::ranges::find(values, value) != values.end();
}

/// A huge value is cut before it is looked at.
QString shownText(const std::string &value)
{
    const bool isCut = value.size() > MaxBytesShown;
    const QString text = visibleText(std::string_view(value).substr(0, MaxBytesShown));
    return isCut ? QString(text + u'…') : text;
}

} // namespace

FacetModel::FacetModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FacetModel::setValues(std::vector<FacetValue> values, bool complete)
{
    m_values = std::move(values);
    m_complete = complete;
    rebuild();
}

void FacetModel::setChoice(const Filter::FieldChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    rebuild();
}

void FacetModel::setSearch(const QString &text)
{
    m_search = text;
    rebuild();
}

void FacetModel::rebuild()
{
    std::vector<Entry> all;
    const auto add = [this, &all](const Filter::FieldValue &value, std::optional<qint64> count) {
        all.push_back({value, count, value ? shownText(*value) : tr("(no value)")});
    };
    for (const auto *values : {&m_choice.included, &m_choice.excluded}) {
        for (const Filter::FieldValue &value : *values) {
            const bool isThere = std::ranges::find(m_values, value, &FacetValue::value) != m_values.end()
                || std::ranges::find(all, value, &Entry::value) != all.end();
            if (!isThere)
                add(value, m_complete ? std::optional<qint64>(0) : std::nullopt);
        }
    }
    for (const FacetValue &value : m_values)
        add(value.value, value.count);
    const Filter::TextSearcher searcher(toUtf8(m_search));
    std::vector<std::size_t> shownPlaces;
    for (std::size_t place = 0; place < all.size(); ++place) {
        const Entry &entry = all[place];
        if (searcher.contains(toUtf8(entry.text)) || stateOf(entry.value) != Qt::Unchecked)
            shownPlaces.push_back(place);
    }
    const auto valueAt = [](const std::vector<Entry> &entries) {
        return [&entries](std::size_t place) -> const Filter::FieldValue & {
            return entries[place].value;
        };
    };
    const bool sameRows = std::ranges::equal(shownPlaces, m_shown, {}, valueAt(all), valueAt(m_all));
    if (!sameRows)
        beginResetModel();
    m_all = std::move(all);
    m_shown = std::move(shownPlaces);
    if (!sameRows)
        endResetModel();
    else if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int FacetModel::rowOf(const Filter::FieldValue &value) const
{
    const auto found =
        std::ranges::find_if(m_shown, [&](std::size_t place) { return m_all[place].value == value; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

const FacetModel::Entry &FacetModel::shown(int row) const
{
    return m_all[m_shown[static_cast<std::size_t>(row)]];
}

Qt::CheckState FacetModel::stateOf(const Filter::FieldValue &value) const
{
    if (contains(m_choice.included, value))
        return Qt::Checked;
    return contains(m_choice.excluded, value) ? Qt::PartiallyChecked : Qt::Unchecked;
}

QString FacetModel::spoken(const Entry &entry) const
{
    QString text = entry.text;
    if (entry.count)
        text +=
            ", "_L1 + tr("events: %1", "accessible text of a value").arg(QLocale().toString(*entry.count));
    const Qt::CheckState state = stateOf(entry.value);
    if (state != Qt::Unchecked)
        text += ", "_L1 + (state == Qt::Checked ? tr("included") : tr("excluded"));
    return text;
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int FacetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = shown(index.row());
    const Qt::CheckState state = stateOf(entry.value);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Value)
            return entry.text;
        return entry.count ? QLocale().toString(*entry.count) : QString();
    case Qt::CheckStateRole:
        return index.column() == Value ? QVariant(static_cast<int>(state)) : QVariant();
    case Qt::SizeHintRole: // the other column is as wide as its text
        return index.column() == Value ? QVariant(QSize(0, QFontMetrics(QFont()).height() + ValuePadding))
                                       : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Count ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter))
                                       : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setItalic(index.column() == Value && !entry.value);
        font.setStrikeOut(index.column() == Value && state == Qt::PartiallyChecked);
        font.setBold(index.column() == Value && state == Qt::Checked);
        return font;
    }
    case Qt::ToolTipRole:
        return PlainText::toolTip(spoken(entry));
    case Qt::AccessibleTextRole:
        return spoken(entry);
    default:
        return {};
    }
}

} // namespace Trailglass
