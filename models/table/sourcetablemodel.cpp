// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/sourcetablemodel.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/table/timeformatter.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString optionalTime(const std::optional<UtcMicros> &time, const QTimeZone &zone)
{
    return time ? exactTime(*time, zone) : QString();
}

bool contains(const QList<SourceRow> &rows, const QString &name)
{
    return std::ranges::any_of(rows, [&](const SourceRow &row) { return row.name == name; });
}

} // namespace

SourceTableModel::SourceTableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_zone(QTimeZone::utc())
{
}

void SourceTableModel::setRows(const QList<SourceRow> &rows)
{
    removeMissing(rows);
    for (int position = 0; position < rows.size(); ++position)
        put(position, rows.at(position));
}

void SourceTableModel::removeMissing(const QList<SourceRow> &rows)
{
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (contains(rows, m_rows.at(row).name))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

// The rows before the position are in their place already.
void SourceTableModel::put(int position, const SourceRow &row)
{
    const std::optional<int> known = rowOf(row.name);
    if (!known) {
        beginInsertRows({}, position, position);
        m_rows.insert(position, row);
        endInsertRows();
        return;
    }
    if (*known != position) {
        beginMoveRows({}, *known, *known, {}, position);
        m_rows.move(*known, position);
        endMoveRows();
    }
    if (m_rows.at(position) != row) {
        m_rows[position] = row;
        Q_EMIT dataChanged(index(position, 0), index(position, ColumnCount - 1));
    }
}

std::optional<int> SourceTableModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find(m_rows, name, &SourceRow::name);
    if (found == m_rows.end())
        return {};
    return static_cast<int>(found - m_rows.begin());
}

void SourceTableModel::setNow(UtcMicros now)
{
    m_now = now;
    timesChanged();
}

void SourceTableModel::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    timesChanged();
}

void SourceTableModel::timesChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, LastSyncColumn), index(rowCount() - 1, LatestColumn));
}

int SourceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SourceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(text(row, index.column()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == EventsColumn ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? rowText(row) : visibleText(text(row, index.column()));
    case StateRole:
        return int(row.state);
    case NameRole:
        return row.name;
    case PlainToolTipRole:
        return longText(row, index.column());
    case AgeRole:
        return row.lastSuccess ? shortAge(*row.lastSuccess, m_now) : QString();
    case NextSyncRole:
        return nextSyncText(row);
    default:
        return {};
    }
}

QVariant SourceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == EventsColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Source");
    case SourceTypeColumn:
        return tr("Source type");
    case StateColumn:
        return tr("State");
    case EventsColumn:
        return tr("Events");
    case LastSyncColumn:
        return tr("Last success");
    case NextSyncColumn:
        return tr("Next sync");
    case LatestColumn:
        return tr("Latest event");
    case MessageColumn:
        return tr("Progress or error"); // mostly there is neither
    default:
        return {};
    }
}

QString SourceTableModel::text(const SourceRow &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.name;
    case SourceTypeColumn:
        return row.displayName;
    case StateColumn:
        return stateText(row.state);
    case EventsColumn:
        return QLocale().toString(row.events);
    case LastSyncColumn:
        return row.lastSuccess ? timeAgo(*row.lastSuccess, m_now, m_zone) : tr("never");
    case NextSyncColumn:
        if (row.state == SourceRow::State::Removed)
            return {};
        if (!row.nextSync)
            return tr("by hand", "how a source is synced");
        return row.isSyncPaused ? tr("paused") : timeUntil(*row.nextSync, m_now, m_zone);
    case LatestColumn:
        return optionalTime(row.latest, m_zone);
    case MessageColumn:
        return row.progress.isEmpty() ? row.lastError : row.progress;
    default:
        return {};
    }
}

QString SourceTableModel::longText(const SourceRow &row, int column) const
{
    if (column == LastSyncColumn)
        return optionalTime(row.lastSuccess, m_zone);
    if (column == NextSyncColumn && row.nextSync)
        return row.isSyncPaused ? nextSyncText(row) : exactTime(*row.nextSync, m_zone);
    if (column == LatestColumn && row.earliest && row.latest)
        return tr("%1 to %2").arg(exactTime(*row.earliest, m_zone), exactTime(*row.latest, m_zone));
    return text(row, column);
}

QString SourceTableModel::rowText(const SourceRow &row) const
{
    const QString summary =
        tr("%1, %2, %3, %Ln event(s)", nullptr, countArgument(row.events))
            .arg(visibleText(row.name), visibleText(row.displayName), stateText(row.state));
    const QString message = visibleText(text(row, MessageColumn));
    return message.isEmpty() ? summary : tr("%1. %2").arg(summary, message);
}

QString SourceTableModel::nextSyncText(const SourceRow &row) const
{
    if (!row.nextSync || row.state == SourceRow::State::Removed)
        return {};
    if (row.isSyncPaused)
        return tr("Scheduled sync is paused.");
    const QString when = timeUntil(*row.nextSync, m_now, m_zone);
    return row.isRetryNext ? tr("Next try: %1").arg(when) : tr("Next sync: %1").arg(when);
}

QString stateText(SourceRow::State state)
{
    switch (state) {
    case SourceRow::State::NeverSynced:
        return tr("Not synced yet");
    case SourceRow::State::Imported:
        return tr("Imported, not synced");
    case SourceRow::State::Incomplete:
        return tr("First sync not finished");
    case SourceRow::State::Waiting:
        return tr("Waiting");
    case SourceRow::State::Syncing:
        return tr("Syncing");
    case SourceRow::State::UpToDate:
        return tr("Up to date");
    case SourceRow::State::Failed:
        return tr("Failed");
    case SourceRow::State::Removed:
        return tr("Removed, events kept");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace Trailglass

#include "moc_sourcetablemodel.cpp"
