// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/eventtablemodel.h"

#include "models/core/text.h"
#include "models/core/wrappedtext.h"
#include "models/table/celltext.h"
#include "models/table/rowcolouring.h"
#include "models/table/rowloader.h"

#include <QPoint>

#include <algorithm>

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
        findPlaces();
    }

    [[nodiscard]] const Column &columnAt(int column) const
    {
        return columns[static_cast<std::size_t>(column)];
    }
    void findPlaces();
    [[nodiscard]] QVariant cell(const QModelIndex &index, int role);
    [[nodiscard]] QString sentence(const EventRecord &record) const;
    [[nodiscard]] const ColourRule *ruleOf(const EventRecord &record) const;
    [[nodiscard]] QString whole(const ShownRecord &shown, int column) const;
    [[nodiscard]] QVariant strongPart(const ShownRecord &shown, const QModelIndex &index) const;
    /// Says that the texts of all cells may be others.
    void announceTexts(EventTableModel &model) const;
    /// The text of a cell as it is kept, maybe cut; valid as long as the arguments are unchanged.
    [[nodiscard]] std::string_view kept(const ShownRecord &shown, int column, std::string &scratch) const;
    [[nodiscard]] QString shown(const ShownRecord &shown, int column) const;

    RowLoader loader;
    std::vector<Column> columns = defaultColumns();
    CellProjection projection{columns};
    std::vector<std::optional<std::size_t>> places; ///< of columns, in the projection
    CellText text;
    RowColouring *colouring = nullptr;
    int rows = 0;
    bool allSelected = false;
};

void EventTableModel::Private::findPlaces()
{
    places.clear();
    for (const Column &column : columns)
        places.push_back(projection.placeOf(column));
}

std::string_view EventTableModel::Private::kept(const ShownRecord &shown, int column,
                                                std::string &scratch) const
{
    if (const auto place = places[static_cast<std::size_t>(column)])
        return shown.texts[*place];
    return cellText(shown.record, columnAt(column), scratch);
}

QString EventTableModel::Private::shown(const ShownRecord &shown, int column) const
{
    if (const auto place = places[static_cast<std::size_t>(column)])
        return shownText(shown.texts[*place]);
    return text.shown(shown.record, columnAt(column));
}

const ColourRule *EventTableModel::Private::ruleOf(const EventRecord &record) const
{
    return colouring ? colouring->ruleOf(record.row) : nullptr;
}

/// Who does not see the colour hears what it is for.
QString EventTableModel::Private::sentence(const EventRecord &record) const
{
    const ColourRule *rule = ruleOf(record);
    const QString spoken = text.sentence(record);
    return rule
        ? EventTableModel::tr("%1, %2", "event, name of its colour rule").arg(spoken, visibleText(rule->name))
        : spoken;
}

QString EventTableModel::Private::whole(const ShownRecord &shown, int column) const
{
    if (const auto place = places[static_cast<std::size_t>(column)])
        return shownText(shown.texts[*place], MaxToolTipCharacters);
    return text.whole(shown.record, columnAt(column));
}

QVariant EventTableModel::Private::strongPart(const ShownRecord &shown, const QModelIndex &index) const
{
    const ShownRecord *above = index.row() > 0 ? loader.row(index.row() - 1).record : nullptr;
    const auto part =
        text.strongPart(shown.record, above ? &above->record : nullptr, columnAt(index.column()));
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
    if (role == Qt::AccessibleTextRole && isFirst)
        return sentence(row.record->record);
    if (role == Qt::AccessibleTextRole)
        return EventTableModel::tr("%1: %2", "column, cell")
            .arg(text.header(columnAt(index.column())), shown(*row.record, index.column()));
    if (role == ValueRole) {
        std::string scratch;
        return toQString(kept(*row.record, index.column(), scratch));
    }
    return shown(*row.record, index.column());
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
    d->loader.reset(std::move(snapshot), d->projection);
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
    if (columns == d->columns)
        return;
    beginResetModel();
    d->columns = std::move(columns);
    CellProjection projection(d->columns);
    if (projection != d->projection) {
        d->projection = std::move(projection);
        d->loader.reset(d->loader.snapshot(), d->projection);
    }
    d->findPlaces();
    endResetModel();
}

const std::vector<Column> &EventTableModel::columns() const
{
    return d->columns;
}

void EventTableModel::setDisplayZone(const QTimeZone &zone)
{
    d->text.setZone(zone);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    d->announceTexts(*this);
}

void EventTableModel::setTimeDisplay(const TimeDisplay &display, UtcMicros now)
{
    // The same again is only another time to count from: no column needs another width for that.
    const bool isOther = display != timeDisplay();
    d->text.setTimeDisplay(display, now);
    if (isOther)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    d->announceTexts(*this);
}

const TimeDisplay &EventTableModel::timeDisplay() const
{
    return d->text.timeDisplay();
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

void EventTableModel::retry()
{
    d->loader.retry();
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
    const std::string_view text = d->kept(*shown, index.column(), scratch);
    return text.size() > shown->limit ? std::nullopt : std::optional(std::string(text));
}

QString EventTableModel::timeText(int row) const
{
    const EventRecord *here = record(row);
    return here ? d->text.moment(*here) : QString();
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->rows;
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->columns.size());
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
        return row.record ? toolTip(d->whole(*row.record, index.column())) : QVariant();
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
    default:
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column &column = d->columnAt(section);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return d->text.header(column);
    case Qt::ToolTipRole:
        return toolTip(d->text.header(column));
    case FieldRole:
        return toQString(column.title);
    default:
        return {};
    }
}

} // namespace Trailglass

#include "moc_eventtablemodel.cpp"
