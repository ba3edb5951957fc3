// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/rangemodel.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/printer.h"
#include "models/filter/timetext.h"
#include "views/common/plaintext.h"
#include "views/filters/facetroles.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

namespace Trailglass {

namespace {

bool containsRange(const std::vector<Filter::Value> &ranges, const Filter::Value &range)
{
    return std::ranges::find(ranges, range) != ranges.end();
}

std::string endpointText(const Filter::NumberValue &number)
{
    return number.text;
}

std::string endpointText(const Filter::TimeValue &time)
{
    return Filter::timeText(time);
}

template <class T>
QString endsText(const Filter::RangeOf<T> &range)
{
    const QString from = range.from ? visibleText(endpointText(*range.from)) : QString();
    const QString to = range.to ? visibleText(endpointText(*range.to)) : QString();
    if (from == to)
        return from;
    if (!range.from)
        return Trailglass::tr("up to %1", "end of a range").arg(to);
    return range.to ? Trailglass::tr("%1 – %2", "both ends of a range").arg(from, to)
                    : Trailglass::tr("from %1", "start of a range").arg(from);
}

} // namespace

QString rangeText(const Filter::Value &range)
{
    if (const auto *numbers = std::get_if<Filter::RangeOf<Filter::NumberValue>>(&range))
        return endsText(*numbers);
    const auto *times = std::get_if<Filter::RangeOf<Filter::TimeValue>>(&range);
    return times ? endsText(*times) : QString();
}

RangeModel::RangeModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void RangeModel::setBins(std::vector<FacetBin> bins)
{
    const bool isSame = std::ranges::equal(bins, m_bins, {}, &FacetBin::range, &FacetBin::range);
    if (m_held && !m_bins.empty() && !isSame) {
        m_waiting = std::move(bins);
        return setOutdated(true);
    }
    m_waiting.reset();
    m_bins = std::move(bins);
    m_outdated = false;
    arrange();
}

void RangeModel::setChoice(const Filter::RangeChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    arrange();
}

void RangeModel::setHeld(bool held)
{
    m_held = held;
    if (!held && m_waiting)
        setBins(*std::move(m_waiting));
}

void RangeModel::setOutdated(bool outdated)
{
    if (outdated == m_outdated)
        return;
    m_outdated = outdated;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {FacetOutdatedRole});
}

void RangeModel::arrange()
{
    std::vector<Row> rows;
    for (const FacetBin &bin : m_bins)
        rows.push_back({bin.range, bin.count});
    for (const auto *ranges : {&m_choice.included, &m_choice.excluded}) {
        for (const Filter::Value &range : *ranges) {
            if (std::ranges::find(rows, range, &Row::range) == rows.end())
                rows.push_back({range, std::nullopt});
        }
    }
    const bool isSame = std::ranges::equal(rows, m_rows, {}, &Row::range, &Row::range);
    if (!isSame)
        beginResetModel();
    m_rows = std::move(rows);
    if (!isSame)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const Filter::Value &RangeModel::range(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].range;
}

Qt::CheckState RangeModel::stateOf(const Filter::Value &range) const
{
    if (containsRange(m_choice.included, range))
        return Qt::Checked;
    return containsRange(m_choice.excluded, range) ? Qt::PartiallyChecked : Qt::Unchecked;
}

int RangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags RangeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           : Qt::ItemFlags();
}

QVariant RangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Qt::CheckState state = stateOf(row.range);
    const QString count = row.count ? QLocale().toString(*row.count) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return rangeText(row.range);
    case Qt::CheckStateRole:
        return static_cast<int>(state);
    case Qt::FontRole: {
        QFont font;
        font.setStrikeOut(state == Qt::PartiallyChecked);
        return font;
    }
    case Qt::ToolTipRole:
        return PlainText::toolTip(facetRowText(rangeText(row.range), state, count));
    case Qt::AccessibleTextRole:
        return facetRowText(rangeText(row.range), state, count);
    case FacetCountRole:
        return count;
    case FacetShareRole: {
        const auto greatest = std::ranges::max_element(m_bins, {}, &FacetBin::count);
        const bool isCounted = row.count && greatest != m_bins.end() && greatest->count > 0;
        return isCounted ? static_cast<double>(*row.count) / static_cast<double>(greatest->count) : 0.0;
    }
    case FacetOutdatedRole:
        return m_outdated;
    case FacetKeyRole:
        return Filter::valueText(row.range);
    default:
        return {};
    }
}

} // namespace Trailglass

#include "moc_rangemodel.cpp"
