// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/changesmodel.h"

#include "models/core/text.h"
#include "models/filter/printer.h"
#include "models/table/changepaths.h"

namespace Trailglass {

namespace {

using Kind = ChangeRow::Kind;

} // namespace

ChangesModel::ChangesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ChangesModel::setChanges(std::shared_ptr<const EventChanges> changes)
{
    m_changes = std::move(changes);
    m_layout = {m_layout.isInline, m_layout.withSame};
    layOut();
}

void ChangesModel::setLayout(bool isInline, bool withSame)
{
    m_layout = {isInline, withSame};
    layOut();
}

bool ChangesModel::canShowMore() const
{
    return m_rows.isCut && m_layout.maxRows < MaxRows;
}

void ChangesModel::showMore()
{
    m_layout.maxRows = MaxRows;
    m_layout.maxCharacters *= 5;
    layOut();
}

void ChangesModel::layOut()
{
    beginResetModel();
    m_rows = m_changes ? changeRows(*m_changes, m_layout) : ChangeRows();
    endResetModel();
}

const ChangeRow &ChangesModel::rowAt(const QModelIndex &index) const
{
    return m_rows.rows[static_cast<std::size_t>(index.row())];
}

bool ChangesModel::isAfterSide(const QModelIndex &index) const
{
    const Kind kind = rowAt(index).kind;
    if (m_layout.isInline || index.column() == NameColumn)
        return kind != Kind::Removed;
    return index.column() == AfterColumn;
}

const JsonValueView *ChangesModel::valueAt(const QModelIndex &index) const
{
    const ChangeRow &row = rowAt(index);
    if (!row.value || row.kind == Kind::Skipped)
        return nullptr;
    const JsonValueView &value = isAfterSide(index) ? row.value->after : row.value->before;
    return value.kind == JsonKind::Missing ? nullptr : &value;
}

std::optional<Filter::JsonPath> ChangesModel::path(const QModelIndex &index) const
{
    const ChangeRow &row = rowAt(index);
    if (!hasValue(index))
        return std::nullopt;
    return changePath(m_changes->changes[row.change],
                      isAfterSide(index) ? ChangeSide::After : ChangeSide::Before, row.inside);
}

std::string ChangesModel::text(const QModelIndex &index) const
{
    const JsonValueView *value = valueAt(index);
    return value ? value->text() : std::string();
}

std::optional<Filter::FieldValue> ChangesModel::filterValue(const QModelIndex &index) const
{
    const JsonValueView *value = valueAt(index);
    if (!value || value->isContainer() || !path(index))
        return std::nullopt;
    return value->isPresent() ? Filter::FieldValue(value->text()) : Filter::FieldValue();
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.rows.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_layout.isInline ? AfterColumn : AfterColumn + 1;
}

const std::vector<ShownTextRun> &ChangesModel::runsAt(const QModelIndex &index) const
{
    static const std::vector<ShownTextRun> None;
    if (index.column() == NameColumn)
        return None;
    const ChangeRow &row = rowAt(index);
    return isAfterSide(index) ? row.after : row.before;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ChangeRow &row = rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index);
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case KindRole:
        return static_cast<int>(row.kind);
    case LevelRole:
        return row.level;
    case TextRunsRole:
        return QVariant::fromValue(runsAt(index));
    case CutRole:
        return row.isCut;
    default:
        return {};
    }
}

QString ChangesModel::nameText(const ChangeRow &row) const
{
    if (row.kind == Kind::Skipped)
        return tr("%Ln unchanged", "members, elements or lines that are not shown",
                  static_cast<int>(row.skipped));
    if (row.kind == Kind::Heading && row.name.isEmpty())
        return tr("Event", "heading of two compared events");
    return row.name;
}

/// Where the two sides of a change stand: `@details · old_value → new_value`.
QString ChangesModel::placeText(const ChangeRow &row) const
{
    const EventChange &change = m_changes->changes[row.change];
    const Filter::JsonPath path = changePlace(change);
    const auto name = [](const std::string &text) {
        return visibleText(toQString(text).left(100));
    };
    QString sides = name(change.beforeName);
    if (!change.beforeName.empty() && !change.afterName.empty())
        sides = tr("%1 → %2", "names of the members with the value before and the one after")
                    .arg(sides, name(change.afterName));
    else
        sides += name(change.afterName);
    if (path.steps.empty())
        return sides;
    return tr("%1 · %2", "place in the JSON, names of members")
        .arg(visibleText(Filter::pathText(path).left(300)), sides);
}

QString ChangesModel::cellText(const QModelIndex &index) const
{
    const ChangeRow &row = rowAt(index);
    if (index.column() == NameColumn)
        return nameText(row);
    if (row.kind == Kind::Heading)
        return index.column() == BeforeColumn ? placeText(row) : QString();
    QString text;
    for (const ShownTextRun &run : runsAt(index))
        text += run.text;
    return text;
}

QString ChangesModel::accessibleText(const QModelIndex &index) const
{
    const QString text = cellText(index);
    if (index.column() == NameColumn || text.isEmpty())
        return text;
    switch (rowAt(index).kind) {
    case Kind::Changed:
        return isAfterSide(index) ? tr("after: %1").arg(text) : tr("before: %1").arg(text);
    case Kind::Removed:
        return tr("removed: %1").arg(text);
    case Kind::Added:
        return tr("added: %1").arg(text);
    case Kind::Same:
        return tr("unchanged: %1").arg(text);
    case Kind::Heading:
    case Kind::Group:
    case Kind::Skipped:
    case Kind::Given:
        return text;
    }
    Q_UNREACHABLE();
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == NameColumn)
        return tr("Name");
    if (m_layout.isInline)
        return tr("Change");
    return section == BeforeColumn ? tr("Before") : tr("After");
}

} // namespace Trailglass

#include "moc_changesmodel.cpp"
