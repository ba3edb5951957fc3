// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/recordfieldsmodel.h"

#include "models/core/text.h"
#include "models/core/timefield.h"
#include "models/filter/printer.h"
#include "models/table/fieldorigin.h"

#include <QDateTime>

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// More bytes than any DisplayedCharacters take.
constexpr auto EnoughBytes = static_cast<std::size_t>(RecordFieldsModel::DisplayedCharacters) * 4 + 8;

// Who, did, what, where, when; what only machines read comes last.
constexpr std::array DisplayOrder{
    Field::Actor,      Field::ActorEmail,  Field::ActorName, Field::ActorType, Field::Action,
    Field::Op,         Field::Outcome,     Field::Category,  Field::Message,   Field::Target,
    Field::TargetName, Field::TargetType,  Field::Ip,        Field::UserAgent, Field::Channel,
    Field::Workspace,  Field::Environment, Field::Source,    Field::Vendor,    Field::Created,
    Field::Received,   Field::Id,          Field::ActorId,   Field::TargetId,  Field::Correlation};
static_assert(DisplayOrder.size() == FieldCount - 1); // all but raw

} // namespace

RecordFieldsModel::RecordFieldsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RecordFieldsModel::setRecord(std::shared_ptr<const EventRecord> record)
{
    beginResetModel();
    m_record = std::move(record);
    m_filled.clear();
    m_empty.clear();
    for (const Field field : m_record ? std::span<const Field>(DisplayOrder) : std::span<const Field>()) {
        std::string scratch;
        const auto origin = originOf(*m_record, field);
        auto &rows = fieldText(*m_record, field, scratch).empty() ? m_empty : m_filled;
        rows.push_back({field, origin ? Filter::pathText(*origin) : QString()});
    }
    endResetModel();
}

void RecordFieldsModel::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RecordFieldsModel::setShowEmpty(bool show)
{
    if (m_showEmpty == show)
        return;
    const auto first = static_cast<int>(m_filled.size());
    const int last = first + emptyCount() - 1;
    const bool isChange = emptyCount() > 0;
    if (isChange && show)
        beginInsertRows({}, first, last);
    if (isChange && !show)
        beginRemoveRows({}, first, last);
    m_showEmpty = show;
    if (isChange && show)
        endInsertRows();
    if (isChange && !show)
        endRemoveRows();
}

Field RecordFieldsModel::field(const QModelIndex &index) const
{
    return rowAt(index.row()).field;
}

Filter::FieldValue RecordFieldsModel::value(const QModelIndex &index) const
{
    std::string scratch;
    const std::string_view text = fieldText(*m_record, field(index), scratch);
    return text.empty() ? Filter::FieldValue() : Filter::FieldValue(text);
}

int RecordFieldsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_filled.size()) + (m_showEmpty ? emptyCount() : 0);
}

int RecordFieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &[field, origin] = rowAt(index.row());
    const QString fieldName = toQString(name(field));
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? fieldName : shownText(field);
    case Qt::AccessibleTextRole: {
        const QString text = index.data(EmptyRole).toBool() ? tr("(no value)") : shownText(field);
        return index.column() == NameColumn ? tr("%1: %2", "row of fields: name, value").arg(fieldName, text)
                                            : text;
    }
    case FieldRole:
        return static_cast<int>(field);
    case TextRole:
        return toQString(value(index).value_or(std::string()));
    case OriginRole:
        return origin;
    case EmptyRole:
        return static_cast<std::size_t>(index.row()) >= m_filled.size();
    default:
        return {};
    }
}

QVariant RecordFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Field") : tr("Value");
}

const RecordFieldsModel::Row &RecordFieldsModel::rowAt(int row) const
{
    const auto position = static_cast<std::size_t>(row);
    return position < m_filled.size() ? m_filled[position] : m_empty[position - m_filled.size()];
}

QString RecordFieldsModel::shownText(Field field) const
{
    if (isTime(field))
        return preciseTime(field == Field::Created ? m_record->event.created : m_record->received, m_zone);
    std::string scratch;
    const std::string_view text = fieldText(*m_record, field, scratch);
    if (!isCut(field))
        return visibleText(text);
    QString start = toQString(text.substr(0, EnoughBytes)).left(DisplayedCharacters);
    if (start.back().isHighSurrogate())
        start.chop(1);
    return visibleText(start) + u'…';
}

bool RecordFieldsModel::isCut(Field field) const
{
    std::string scratch;
    const std::string_view text = fieldText(*m_record, field, scratch);
    return text.size() >= EnoughBytes || toQString(text).size() > DisplayedCharacters;
}

QString preciseTime(UtcMicros time, const QTimeZone &zone)
{
    const bool isUtc = zone == QTimeZone::utc() || zone.id() == "UTC";
    qint64 micros = time.value % UtcMicros::PerSecond;
    micros += micros < 0 ? UtcMicros::PerSecond : 0;
    const qint64 seconds = (time.value - micros) / UtcMicros::PerSecond;
    const QDateTime local = QDateTime::fromSecsSinceEpoch(seconds, zone);
    const QString moment =
        local.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u'.' + u"%1"_s.arg(micros, 6, 10, QChar(u'0'));
    return moment + u' ' + (isUtc ? u"UTC"_s : local.timeZoneAbbreviation());
}

} // namespace Trailglass

#include "moc_recordfieldsmodel.cpp"
