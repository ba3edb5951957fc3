// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/quarantinemodel.h"

#include "models/core/text.h"
#include "models/table/timeformatter.h"

#include <QLocale>

#include <utility>

namespace Trailglass {

QuarantineModel::QuarantineModel(const QTimeZone &zone, QObject *parent)
    : QAbstractTableModel(parent)
    , m_zone(zone)
{
}

void QuarantineModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_hasMore = false;
    endResetModel();
}

void QuarantineModel::append(const std::vector<QuarantineRow> &rows, bool isLast)
{
    m_hasMore = !isLast;
    if (rows.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

const QuarantineRow &QuarantineModel::row(const QModelIndex &index) const
{
    return m_rows.at(static_cast<std::size_t>(index.row()));
}

int QuarantineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QuarantineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QuarantineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QuarantineRow &shown = row(index);
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(text(shown, index.column()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == LengthColumn ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        if (index.column() == KindColumn) {
            return tr("%1, %2, %3. %4")
                .arg(quarantineKindText(shown.kind), visibleText(shown.source),
                     exactTime(shown.received, m_zone), visibleText(quarantineReason(shown)));
        }
        return visibleText(text(shown, index.column()));
    default:
        return {};
    }
}

QVariant QuarantineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == LengthColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("Kind");
    case SourceNameColumn:
        return tr("Source");
    case ReceivedColumn:
        return tr("Received");
    case PlaceColumn:
        return tr("Place");
    case LengthColumn:
        return tr("Bytes");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

bool QuarantineModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore;
}

void QuarantineModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid() && std::exchange(m_hasMore, false))
        Q_EMIT moreRequested();
}

QString QuarantineModel::text(const QuarantineRow &row, int column) const
{
    switch (column) {
    case KindColumn:
        return quarantineKindText(row.kind);
    case SourceNameColumn:
        return row.source;
    case ReceivedColumn:
        return exactTime(row.received, m_zone);
    case PlaceColumn:
        return row.place;
    case LengthColumn:
        return QLocale().toString(row.length);
    case ReasonColumn:
        return quarantineReason(row);
    default:
        return {};
    }
}

} // namespace Trailglass

#include "moc_quarantinemodel.cpp"
