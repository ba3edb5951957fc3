// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/detailmodel.h"

#include "models/core/text.h"

namespace Trailglass {

namespace {

constexpr qsizetype LongestText = 300;

/// QModelIndex::internalId() of the top level. Of a row below it, 1 + the row of the version.
constexpr quintptr TopLevel = 0;

QString kindText(const DetailItem &item)
{
    if (item.version)
        return DetailModel::tr("Version");
    switch (item.entry->relation) {
    case DetailEntry::Relation::Itself:
        return DetailModel::tr("This event");
    case DetailEntry::Relation::History:
        return DetailModel::tr("Event");
    case DetailEntry::Relation::Parent:
        return DetailModel::tr("Parent");
    case DetailEntry::Relation::Child:
        return DetailModel::tr("Child");
    }
    Q_UNREACHABLE();
}

} // namespace

DetailModel::DetailModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_time{Field::Created, toUtf8(tr("Time"))}
{
    m_cells.setTimeDisplay({.precision = TimeDisplay::Precision::Seconds}, {});
}

void DetailModel::setDetail(std::shared_ptr<const EventDetail> detail)
{
    beginResetModel();
    m_detail = std::move(detail);
    m_items = m_detail ? itemsInOrder(*m_detail) : std::vector<DetailItem>();
    endResetModel();
}

void DetailModel::setDisplayZone(const QTimeZone &zone)
{
    m_cells.setZone(zone);
    const auto changed = [this](const QModelIndex &parent) {
        if (const int rows = rowCount(parent); rows > 0)
            Q_EMIT dataChanged(index(0, TimeColumn, parent), index(rows - 1, TimeColumn, parent));
    };
    changed({});
    for (int row = 0; row < rowCount(); ++row)
        changed(index(row, 0));
    Q_EMIT headerDataChanged(Qt::Horizontal, TimeColumn, TimeColumn);
}

DetailItem DetailModel::item(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == TopLevel)
        return m_items[static_cast<std::size_t>(index.row())];
    const DetailItem &around = m_items[index.internalId() - 1];
    return {nullptr, &around.version->entries[static_cast<std::size_t>(index.row())]};
}

QModelIndex DetailModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : TopLevel);
}

QModelIndex DetailModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == TopLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, TopLevel);
}

int DetailModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_items.size());
    if (parent.column() != 0 || parent.internalId() != TopLevel)
        return 0;
    const DetailVersion *version = item(parent).version;
    return version ? static_cast<int>(version->entries.size()) : 0;
}

int DetailModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant DetailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DetailItem shown = item(index);
    if (role == Qt::DisplayRole)
        return cellText(shown, index.column());
    if (role != Qt::AccessibleTextRole)
        return {};
    if (index.column() != KindColumn)
        return cellText(shown, index.column());
    return tr("%1: %2, %3, %4", "row of what the vendor has beside an event: kind, time, action, actor")
        .arg(cellText(shown, KindColumn), cellText(shown, TimeColumn), cellText(shown, ActionColumn),
             cellText(shown, ActorColumn));
}

QString DetailModel::cellText(const DetailItem &item, int column) const
{
    const Event *event = item.entry && item.entry->event ? &*item.entry->event : nullptr;
    switch (column) {
    case KindColumn:
        return kindText(item);
    case TimeColumn:
        return timeText(item);
    case ActionColumn:
        if (item.version)
            return tr("%Ln event(s)", "that made a version", static_cast<int>(item.version->entries.size()));
        return event ? shownText(event->action, LongestText) : tr("Not readable as an event");
    default:
        return event ? shownText(event->actor.display(), LongestText) : QString();
    }
}

QString DetailModel::timeText(const DetailItem &item) const
{
    EventRecord record;
    if (item.version) {
        if (!item.version->logged)
            return {};
        record.event.created = *item.version->logged;
    } else if (item.entry->event) {
        record.event.created = item.entry->event->created;
    } else {
        return {};
    }
    return m_cells.shown(record, m_time);
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("Kind");
    case TimeColumn:
        return m_cells.header(m_time);
    case ActionColumn:
        return tr("Action");
    default:
        return tr("Actor");
    }
}

} // namespace Trailglass

#include "moc_detailmodel.cpp"
