// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/cellcontent.h"

#include "models/core/text.h"
#include "models/core/timefield.h"
#include "models/table/eventtablemodel.h"
#include "views/filters/valueelision.h"

#include <QPoint>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

std::optional<Field> fieldAt(const QModelIndex &index)
{
    const auto *events = qobject_cast<const EventTableModel *>(index.model());
    if (!events)
        return std::nullopt;
    const Column &column = events->columns()[static_cast<std::size_t>(index.column())];
    const auto *field = std::get_if<Field>(&column.place);
    return field ? std::optional(*field) : std::nullopt;
}

QString beginning(QString text, qsizetype max)
{
    if (text.size() <= max)
        return text;
    text.truncate(max - (text.at(max - 1).isHighSurrogate() ? 1 : 0));
    return text;
}

std::vector<CellContent::Part> partsOf(const QString &text, const QVariant &strong)
{
    std::vector<CellContent::Part> parts;
    const auto add = [&parts](const QString &part, bool isQuiet) {
        if (!part.isEmpty())
            parts.push_back({part, isQuiet});
    };
    if (!strong.isValid()) {
        add(text, false);
        return parts;
    }
    const QPoint part = strong.toPoint();
    add(text.left(part.x()), true);
    add(text.mid(part.x(), part.y()), false);
    add(text.mid(part.x() + part.y()), true);
    return parts;
}

} // namespace

QString CellContent::text() const
{
    QString text;
    for (const Part &part : parts)
        text += part.text;
    return text;
}

CellContent cellContent(const QModelIndex &index, qsizetype max)
{
    CellContent content;
    const std::optional<Field> field = fieldAt(index);
    const QVariant outcome = field == Field::Outcome ? index.data(EventTableModel::OutcomeRole) : QVariant();
    if (outcome.isValid() && static_cast<Outcome>(outcome.toInt()) == Outcome::Unknown) {
        // Without a sign and faint: of most sources no event says it.
        content.parts.push_back({index.data(Qt::DisplayRole).toString(), true});
        return content;
    }
    if (outcome.isValid())
        content.outcome = static_cast<Outcome>(outcome.toInt());
    if (field == Field::Action || field == Field::Op) {
        const QVariant operation = index.data(EventTableModel::OperationRole);
        if (operation.isValid())
            content.operation = static_cast<Operation>(operation.toInt());
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty() && field == Field::Action && content.operation) {
        content.parts.push_back({toQString(name(*content.operation)), true});
        content.isStandIn = true;
        return content;
    }
    content.isCutInMiddle = text.size() <= max && differsAtEnd(text);
    content.parts = partsOf(beginning(text, max), index.data(EventTableModel::StrongPartRole));
    return content;
}

bool showsTime(const QModelIndex &index)
{
    const std::optional<Field> field = fieldAt(index);
    return field && isTime(*field);
}

} // namespace Trailglass
