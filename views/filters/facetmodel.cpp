// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetmodel.h"

#include "models/core/combiningmarks.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/textsearcher.h"
#include "views/common/plaintext.h"
#include "views/filters/facetroles.h"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr std::size_t MaxBytesShown = 1'000;

/// A huge value is cut before it is looked at.
QString shownText(const Filter::FieldValue &value)
{
    if (!value)
        return Trailglass::tr("(no value)");
    const bool isCut = value->size() > MaxBytesShown;
    const QString text = withFewMarks(visibleText(std::string_view(*value).substr(0, MaxBytesShown)));
    return isCut ? QString(text + u'…') : text;
}

} // namespace

FacetModel::FacetModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void FacetModel::setCounts(FacetCounts counts)
{
    m_counts = std::move(counts);
    m_outdated = false;
    arrange();
    show(!m_held);
}

void FacetModel::setChoice(const Filter::FieldChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    m_states.clear();
    for (const Filter::FieldValue &value : choice.included)
        m_states.emplace(value, Qt::Checked);
    for (const Filter::FieldValue &value : choice.excluded)
        m_states.emplace(value, Qt::PartiallyChecked);
    arrange();
    show(!m_held);
}

void FacetModel::setSearch(const QString &text)
{
    m_search = text;
    show(true);
}

void FacetModel::setAllShown(bool all)
{
    m_allShown = all;
    show(true);
}

void FacetModel::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    if (held)
        return;
    arrange();
    show(true);
}

void FacetModel::setOutdated(bool outdated)
{
    if (outdated == m_outdated)
        return;
    m_outdated = outdated;
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {FacetOutdatedRole});
}

void FacetModel::arrange()
{
    m_all = facetRows(m_all, m_counts, m_choice,
                      m_held && !m_mayRank ? FacetOrder::AsBefore : FacetOrder::AsCounted);
}

void FacetModel::show(bool mayMove)
{
    // A list without rows has nothing that could move.
    std::vector<FacetRow> rows = mayMove || m_shown.empty() ? selectedRows() : heldRows();
    const bool isSame = std::ranges::equal(rows, m_shown, {}, &FacetRow::value, &FacetRow::value);
    if (!isSame)
        beginResetModel();
    m_shown = std::move(rows);
    if (!isSame)
        endResetModel();
    else if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

std::vector<FacetRow> FacetModel::selectedRows()
{
    const std::size_t limit = m_allShown ? MaxFacetRows : FewRows;
    const Filter::TextSearcher searcher(toUtf8(m_search));
    const auto isFound = [&searcher](const Filter::FieldValue &value) {
        return value ? searcher.contains(*value) : searcher.contains(toUtf8(shownText(value)));
    };
    std::vector<FacetRow> rows;
    m_hidden = 0;
    for (const FacetRow &row : m_all) {
        const bool isChosen = stateOf(row.value) != Qt::Unchecked;
        if (!isChosen && !m_search.isEmpty() && !isFound(row.value))
            continue;
        if (isChosen || rows.size() < limit)
            rows.push_back(row);
        else
            ++m_hidden;
    }
    return rows;
}

/// Never more or fewer than there are.
std::vector<FacetRow> FacetModel::heldRows()
{
    if (!m_mayRank)
        return sameRows();
    std::vector<FacetRow> ranked = selectedRows();
    return ranked.size() == m_shown.size() ? std::move(ranked) : sameRows();
}

std::vector<FacetRow> FacetModel::sameRows() const
{
    std::vector<FacetRow> rows;
    for (const FacetRow &shown : m_shown) {
        const auto row = std::ranges::find(m_all, shown.value, &FacetRow::value);
        rows.push_back(row == m_all.end() ? shown : *row);
    }
    return rows;
}

const Filter::FieldValue &FacetModel::value(int row) const
{
    return m_shown[static_cast<std::size_t>(row)].value;
}

std::vector<Filter::FieldValue> FacetModel::countedValues() const
{
    std::vector<Filter::FieldValue> values;
    for (const FacetRow &row : m_all) {
        if (row.wasCounted)
            values.push_back(row.value);
    }
    return values;
}

Qt::CheckState FacetModel::stateOf(const Filter::FieldValue &value) const
{
    const auto found = m_states.find(value);
    return found == m_states.end() ? Qt::Unchecked : found->second;
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           : Qt::ItemFlags();
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FacetRow &row = m_shown[static_cast<std::size_t>(index.row())];
    const Qt::CheckState state = stateOf(row.value);
    const QString count = row.count ? QLocale().toString(*row.count) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return shownText(row.value);
    case Qt::CheckStateRole:
        return static_cast<int>(state);
    case Qt::FontRole: {
        QFont font;
        font.setItalic(!row.value);
        font.setStrikeOut(state == Qt::PartiallyChecked);
        return font;
    }
    case Qt::ToolTipRole:
        return PlainText::toolTip(facetRowText(shownText(row.value), state, count));
    case Qt::AccessibleTextRole:
        return facetRowText(shownText(row.value), state, count);
    case FacetCountRole:
        return count;
    case FacetShareRole: {
        const qint64 greatest = m_counts.values.empty() ? 0 : m_counts.values.front().count;
        return row.count && greatest > 0 ? static_cast<double>(*row.count) / static_cast<double>(greatest)
                                         : 0.0;
    }
    case FacetOutdatedRole:
        return m_outdated;
    case FacetKeyRole: // an empty text stands for no value too: there is no row for each
        return row.value ? QByteArray::fromStdString(*row.value) : QByteArray();
    default:
        return {};
    }
}

} // namespace Trailglass

#include "moc_facetmodel.cpp"
