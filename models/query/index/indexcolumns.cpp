// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexcolumns.h"

#include "models/store/schema.h"

#include <algorithm>

namespace Trailglass {

namespace {

StoredRange rangeOf(Field field)
{
    switch (field) {
    case Field::Source:
        return StoredRanges::Source;
    case Field::Op:
        return {0, static_cast<qint64>(Operation::Other)};
    case Field::Outcome:
        return {0, static_cast<qint64>(Outcome::Unknown)};
    default:
        return Schema::storage(field) == Schema::Storage::Integer ? StoredRanges::Time : StoredRanges::Code;
    }
}

std::array<IndexColumn, IndexColumnCount> makeColumns()
{
    constexpr std::array Fields{Field::Created,    Field::Received,   Field::Source,     Field::Op,
                                Field::Outcome,    Field::Action,     Field::Category,   Field::ActorId,
                                Field::ActorEmail, Field::ActorName,  Field::ActorType,  Field::Actor,
                                Field::TargetName, Field::TargetType, Field::Ip,         Field::UserAgent,
                                Field::Channel,    Field::Workspace,  Field::Environment};
    static_assert(Fields.size() + 2 == IndexColumnCount && TextsInRawColumn + 1 == IndexColumnCount);
    static_assert(Fields[CreatedColumn] == Field::Created && Fields[SourceColumn] == Field::Source);
    std::array<IndexColumn, IndexColumnCount> columns;
    std::ranges::transform(Fields, columns.begin(), [](Field field) {
        return IndexColumn{Schema::valueExpression(field), Schema::storage(field) == Schema::Storage::Integer,
                           rangeOf(field)};
    });
    columns[Fields.size()] = {Schema::presenceExpression(Field::TargetId), false, StoredRanges::Flag};
    columns[TextsInRawColumn] = {"event.texts_in_raw", false, StoredRanges::Flag};
    return columns;
}

} // namespace

const std::array<IndexColumn, IndexColumnCount> &indexColumns()
{
    static const std::array<IndexColumn, IndexColumnCount> Columns = makeColumns();
    return Columns;
}

std::optional<std::size_t> indexColumnOf(std::string_view expression)
{
    const auto &columns = indexColumns();
    const auto found = std::ranges::find(columns, expression, &IndexColumn::expression);
    if (found == columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

} // namespace Trailglass
