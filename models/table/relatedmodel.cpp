// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/relatedmodel.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/table/timeformatter.h"

#include <QLocale>

namespace Trailglass {

namespace {

constexpr qsizetype LongestValue = 300;

QString relationText(Relation relation)
{
    switch (relation) {
    case Relation::ActorNearby:
        return RelatedModel::tr("Same actor, ±%1 min").arg(RelatedMinutes);
    case Relation::Actor:
        return RelatedModel::tr("Same actor");
    case Relation::ActorName:
        return RelatedModel::tr("Same actor name");
    case Relation::Identity:
        return RelatedModel::tr("Same id, e-mail or name");
    case Relation::Correlation:
        return RelatedModel::tr("Same correlation");
    case Relation::Target:
        return RelatedModel::tr("Same target");
    case Relation::TargetName:
        return RelatedModel::tr("Same target name");
    case Relation::Address:
        return RelatedModel::tr("Same address");
    case Relation::Action:
        return RelatedModel::tr("Same action");
    }
    Q_UNREACHABLE();
}

/// What the text of a relation leaves open.
QString meaningText(Relation relation)
{
    switch (relation) {
    case Relation::Identity:
        return RelatedModel::tr("Events whose actor has the same id within the source, the same e-mail "
                                "address or the same name.");
    case Relation::Target:
        return RelatedModel::tr(
            "Events whose target has the same id within the source; the same name where this "
            "event names no id.");
    case Relation::TargetName:
        return RelatedModel::tr("Events whose target has the same name within the source.");
    default:
        return {};
    }
}

} // namespace

RelatedModel::RelatedModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RelatedModel::setQueries(std::vector<RelatedQuery> queries)
{
    beginResetModel();
    m_rows.clear();
    for (RelatedQuery &query : queries)
        m_rows.push_back({std::move(query), std::nullopt});
    endResetModel();
}

void RelatedModel::setCounts(std::size_t row, RelatedCounts counts)
{
    m_rows[row].counts = std::move(counts);
    Q_EMIT dataChanged(index(static_cast<int>(row), RelationColumn),
                       index(static_cast<int>(row), TimeColumn));
}

const RelatedQuery &RelatedModel::query(const QModelIndex &index) const
{
    return m_rows[static_cast<std::size_t>(index.row())].query;
}

void RelatedModel::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString RelatedModel::seenText(const QModelIndex &index) const
{
    return index.isValid() ? seenText(m_rows[static_cast<std::size_t>(index.row())]) : QString();
}

QString RelatedModel::seenText(const Row &row) const
{
    if (!row.counts || !row.counts->seen)
        return {};
    const RelatedCounts &counts = *row.counts;
    if (counts.isFirst && counts.total == 1)
        return tr("Seen in this event alone.");
    const QString last = exactTime(counts.seen->last, m_zone);
    if (counts.isFirst)
        return tr("Not seen before this event, last seen %1.", "time").arg(last);
    return tr("First seen %1, last seen %2.", "times").arg(exactTime(counts.seen->first, m_zone), last);
}

int RelatedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RelatedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RelatedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == RelationColumn) {
            const QString text = tr("%1: %2, %3", "row of related events: relation, value, count")
                                     .arg(cellText(row, RelationColumn), cellText(row, ValueColumn),
                                          cellText(row, CountColumn));
            const QString seen = seenText(row);
            return seen.isEmpty() ? text : tr("%1. %2", "row of related events, since when").arg(text, seen);
        }
        return cellText(row, index.column());
    case Qt::ToolTipRole:
        return tipText(row);
    case Qt::TextAlignmentRole:
        return index.column() == CountColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                             : QVariant();
    case CountsRole:
        return row.counts ? QVariant::fromValue(*row.counts) : QVariant();
    default:
        return {};
    }
}

QString RelatedModel::tipText(const Row &row) const
{
    const QString meaning = meaningText(row.query.relation);
    const QString seen = seenText(row);
    return meaning.isEmpty() || seen.isEmpty() ? meaning + seen : inSequence(meaning, seen);
}

QString RelatedModel::cellText(const Row &row, int column) const
{
    switch (column) {
    case RelationColumn:
        return relationText(row.query.relation);
    case ValueColumn:
        return visibleText(toQString(row.query.value).left(LongestValue));
    case CountColumn:
        return row.counts ? QLocale().toString(row.counts->total) : tr("…", "a count that is not known yet");
    default:
        return {};
    }
}

QVariant RelatedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RelationColumn:
        return tr("Related by");
    case ValueColumn:
        return tr("Value");
    case CountColumn:
        return tr("Events");
    default:
        return tr("Time", "bars of events over time");
    }
}

} // namespace Trailglass

#include "moc_relatedmodel.cpp"
