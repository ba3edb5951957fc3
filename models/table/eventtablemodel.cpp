// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/eventtablemodel.h"

#include "models/core/text.h"
#include "models/core/wrappedtext.h"
#include "models/table/rowcolouring.h"
#include "models/table/rowloader.h"
#include "models/table/tablecells.h"

#include <QPoint>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// In lines as they are: Qt would make one as wide as the screen of a long word.
QString toolTip(const QString &text)
{
    return text.isEmpty() ? QString()
                          : "<p style='white-space:pre'>"_L1 + wrapped(text).toHtmlEscaped() + "</p>"_L1;
}

int shownRows(const ResultPointer &snapshot)
{
    const std::size_t rows = snapshot ? snapshot->size() : 0;
    return static_cast<int>(std::min(rows, static_cast<std::size_t>(EventTableModel::MaxRows)));
}

} // namespace

class EventTableModel::Private
{
public:
    Private(RecordFetcher &fetcher)
        : loader(fetcher, RowsPerPage)
    {
    }

    [[nodiscard]] QVariant cell(const QModelIndex &index, int role);
    [[nodiscard]] const ColourRule *ruleOf(const EventRecord &record) const;
    [[nodiscard]] QVariant strongPart(const ShownRecord &shown, const QModelIndex &index) const;
    /// Says that the texts of all cells may be others.
    void announceTexts(EventTableModel &model) const;

    RowLoader loader;
    TableCells cells;
    RowColouring *colouring = nullptr;
    RowId reviewed;
    int rows = 0;
    bool allSelected = false;
};

const ColourRule *EventTableModel::Private::ruleOf(const EventRecord &record) const
{
    return colouring ? colouring->ruleOf(record.row) : nullptr;
}

QVariant EventTableModel::Private::strongPart(const ShownRecord &shown, const QModelIndex &index) const
{
    const ShownRecord *above = index.row() > 0 ? loader.row(index.row() - 1).record : nullptr;
    const auto part = cells.strongPart(shown, above, index.column());
    return part ? QPoint(static_cast<int>(part->first), static_cast<int>(part->length)) : QVariant();
}

void EventTableModel::Private::announceTexts(EventTableModel &model) const
{
    if (rows > 0)
        Q_EMIT model.dataChanged(model.index(0, 0), model.index(rows - 1, model.columnCount() - 1));
}

QVariant EventTableModel::Private::cell(const QModelIndex &index, int role)
{
    const bool isFirst = index.column() == 0;
    const RowLoader::Row row = loader.request(index.row());
    if (!row.isHere)
        return role == Qt::AccessibleTextRole ? EventTableModel::tr("Loading") : QVariant();
    if (!row.record) {
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return isFirst && isText ? EventTableModel::tr("(removed)") : QVariant();
    }
    if (role == Qt::AccessibleTextRole && isFirst) {
        const EventRecord &record = row.record->record;
        return cells.sentence(record, ruleOf(record), reviewed && record.row > reviewed);
    }
    if (role == Qt::AccessibleTextRole)
        return EventTableModel::tr("%1: %2", "column, cell")
            .arg(cells.text().header(cells.columnAt(index.column())),
                 cells.spoken(*row.record, index.column()));
    if (role == ValueRole) {
        std::string scratch;
        return toQString(cells.kept(*row.record, index.column(), scratch));
    }
    return cells.shown(*row.record, index.column());
}

EventTableModel::EventTableModel(RecordFetcher &fetcher, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(fetcher))
{
    connect(&d->loader, &RowLoader::changed, this, [this](int first, int last) {
        const int lastShown = std::min(last, d->rows - 1);
        if (first <= lastShown)
            Q_EMIT dataChanged(index(first, 0), index(lastShown, columnCount() - 1));
    });
    connect(&d->loader, &RowLoader::failed, this, &EventTableModel::failed);
}

EventTableModel::~EventTableModel() = default;

void EventTableModel::setSnapshot(ResultPointer snapshot)
{
    setAllSelected(false);
    beginResetModel();
    d->rows = shownRows(snapshot);
    if (d->colouring)
        d->colouring->setResult(snapshot);
    d->loader.reset(std::move(snapshot), d->cells.projection());
    endResetModel();
}

bool EventTableModel::growTo(ResultPointer snapshot)
{
    const auto &shown = d->loader.snapshot();
    const bool fits = shown && snapshot && snapshot->size() <= static_cast<std::size_t>(MaxRows);
    if (!fits || !snapshot->endsWith(*shown))
        return false;
    setAllSelected(false);
    const int added = shownRows(snapshot) - d->rows;
    if (added > 0)
        beginInsertRows({}, 0, added - 1);
    d->rows += added;
    if (d->colouring)
        d->colouring->setResult(snapshot);
    d->loader.grow(std::move(snapshot));
    if (added > 0)
        endInsertRows();
    return true;
}

const ResultPointer &EventTableModel::snapshot() const
{
    return d->loader.snapshot();
}

void EventTableModel::setColumns(std::vector<Column> columns)
{
    Q_ASSERT(!columns.empty());
    if (columns == d->cells.columns())
        return;
    beginResetModel();
    const CellProjection before = d->cells.projection();
    d->cells.setColumns(std::move(columns));
    if (d->cells.projection() != before)
        d->loader.reset(d->loader.snapshot(), d->cells.projection());
    endResetModel();
}

const std::vector<Column> &EventTableModel::columns() const
{
    return d->cells.columns();
}

void EventTableModel::setDisplayZone(const QTimeZone &zone)
{
    d->cells.text().setZone(zone);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    d->announceTexts(*this);
}

void EventTableModel::setTimeDisplay(const TimeDisplay &display, UtcMicros now)
{
    // The same again is only another time to count from: no column needs another width for that.
    const bool isOther = display != timeDisplay();
    d->cells.text().setTimeDisplay(display, now);
    if (isOther)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    d->announceTexts(*this);
}

const TimeDisplay &EventTableModel::timeDisplay() const
{
    return d->cells.text().timeDisplay();
}

void EventTableModel::setColouring(RowColouring *colouring)
{
    if (d->colouring)
        disconnect(d->colouring, nullptr, this, nullptr);
    d->colouring = colouring;
    if (colouring) {
        colouring->setResult(snapshot());
        connect(colouring, &RowColouring::changed, this, &EventTableModel::coloursChanged);
    }
    Q_EMIT coloursChanged();
}

void EventTableModel::setReviewedRow(RowId row)
{
    if (std::exchange(d->reviewed, row) != row)
        Q_EMIT coloursChanged();
}

RowId EventTableModel::reviewedRow() const
{
    return d->reviewed;
}

std::optional<bool> EventTableModel::isNew(int row) const
{
    const RowId id = d->reviewed ? rowId(row) : RowId();
    return id ? std::optional(id > d->reviewed) : std::nullopt;
}

void EventTableModel::setAllSelected(bool all)
{
    const bool wanted = all && d->rows > 0;
    if (wanted == d->allSelected)
        return;
    d->allSelected = wanted;
    Q_EMIT allSelectedChanged(wanted);
}

bool EventTableModel::isAllSelected() const
{
    return d->allSelected;
}

void EventTableModel::requestRows(int first, int end)
{
    for (int row = std::max(first, 0); row < std::min(end, d->rows); ++row)
        static_cast<void>(d->loader.request(row));
}

void EventTableModel::retry()
{
    d->loader.retry();
}

void EventTableModel::readAgain()
{
    d->loader.readAgain();
}

RowId EventTableModel::rowId(int row) const
{
    if (row < 0 || row >= d->rows)
        return {};
    if (const auto atHand = snapshot()->rowAt(static_cast<std::size_t>(row)))
        return *atHand;
    const EventRecord *read = record(row); // of an earlier result with the same rows
    return read ? read->row : RowId();
}

std::optional<int> EventTableModel::rowOf(RowId id) const
{
    if (d->rows == 0)
        return std::nullopt;
    const auto place = snapshot()->find(id);
    return place && *place < static_cast<std::size_t>(d->rows) ? std::optional(static_cast<int>(*place))
                                                               : std::nullopt;
}

const EventRecord *EventTableModel::record(int row) const
{
    const ShownRecord *shown = row >= 0 && row < d->rows ? d->loader.row(row).record : nullptr;
    return shown ? &shown->record : nullptr;
}

const EventRecord *EventTableModel::wholeRecord(int row) const
{
    const ShownRecord *shown = row >= 0 && row < d->rows ? d->loader.row(row).record : nullptr;
    return shown && shown->isWhole ? &shown->record : nullptr;
}

std::optional<std::string> EventTableModel::value(const QModelIndex &index) const
{
    const ShownRecord *shown = index.isValid() ? d->loader.row(index.row()).record : nullptr;
    if (!shown)
        return std::nullopt;
    std::string scratch;
    const std::string_view text = d->cells.kept(*shown, index.column(), scratch);
    return text.size() > shown->limit ? std::nullopt : std::optional(std::string(text));
}

QString EventTableModel::timeText(int row) const
{
    const EventRecord *here = record(row);
    return here ? d->cells.text().moment(*here) : QString();
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->rows;
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->cells.columns().size());
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RowLoader::Row row = d->loader.row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case ValueRole:
        return d->cell(index, role);
    case Qt::ToolTipRole:
        return row.record ? toolTip(d->cells.whole(*row.record, index.column())) : QVariant();
    case LoadingRole:
        return !row.isHere;
    case GoneRole:
        return row.isHere && !row.record;
    case FieldRole:
        return headerData(index.column(), Qt::Horizontal, FieldRole);
    case RowIdRole:
        return rowId(index.row()).value;
    case OutcomeRole:
        return row.record ? static_cast<int>(row.record->record.event.outcome) : QVariant();
    case OperationRole:
        return row.record ? static_cast<int>(row.record->record.event.operation) : QVariant();
    case ColourRole: {
        const ColourRule *rule = row.record ? d->ruleOf(row.record->record) : nullptr;
        return rule ? rule->colour : QVariant();
    }
    case StrongPartRole:
        return row.record ? d->strongPart(*row.record, index) : QVariant();
    case MarkRole:
        return row.record && row.record->record.mark ? static_cast<int>(*row.record->record.mark)
                                                     : QVariant();
    case NoteRole:
        return row.record && !row.record->record.note.empty() ? toQString(row.record->record.note)
                                                              : QVariant();
    default:
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column &column = d->cells.columnAt(section);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return d->cells.text().header(column);
    case Qt::ToolTipRole:
        return toolTip(d->cells.text().header(column));
    case FieldRole:
        return toQString(column.title);
    default:
        return {};
    }
}

} // namespace Trailglass

#include "moc_eventtablemodel.cpp"
