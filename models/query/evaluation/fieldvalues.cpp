// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/fieldvalues.h"

#include "models/core/result.h"
#include "models/filter/fieldnames.h"
#include "models/store/schema.h"

namespace Trailglass {

using Schema::Storage;

namespace {

Result<FieldValues> codedField(Field field, Dictionaries &dictionaries, RowLayout &layout,
                               const CancelToken &cancel)
{
    TRY(auto texts, dictionaries.texts(field, cancel));
    const Field column = field == Field::Vendor ? Field::Source : field;
    return FieldValues{.kind = FieldValues::Kind::Code,
                       .slot = layout.addInteger(Schema::valueExpression(column)),
                       .texts = std::move(texts)};
}

Result<FieldValues> targetField(Dictionaries &dictionaries, RowLayout &layout, const CancelToken &cancel)
{
    TRY(const auto name, codedField(Field::TargetName, dictionaries, layout, cancel));
    TRY(const auto type, codedField(Field::TargetType, dictionaries, layout, cancel));
    return FieldValues{.kind = FieldValues::Kind::Target,
                       .slot = name.slot,
                       .texts = name.texts,
                       .idSlot = layout.addText(Schema::valueExpression(Field::TargetId)),
                       .typeSlot = type.slot,
                       .typeTexts = type.texts};
}

} // namespace

Result<FieldValues> FieldValues::of(const Filter::FieldReference &reference, Dictionaries &dictionaries,
                                    RowLayout &layout, const CancelToken &cancel)
{
    if (const auto *derived = std::get_if<Filter::DerivedField>(&reference))
        return FieldValues{.slot = layout.addDerived(*derived), .texts = Dictionaries::texts(*derived)};
    if (const auto *path = std::get_if<Filter::JsonPath>(&reference))
        return FieldValues{.kind = Kind::Raw, .slot = layout.addRawOutput(*path)};
    if (!Filter::canBeCounted(reference))
        return Filter::notCountable(reference);
    const Field field = std::get<Field>(reference);
    switch (Schema::storage(field)) {
    case Storage::Integer:
        return FieldValues{.kind = Kind::Time, .slot = layout.addInteger(Schema::valueExpression(field))};
    case Storage::Code:
        return codedField(field, dictionaries, layout, cancel);
    case Storage::Text:
        return FieldValues{.kind = Kind::Text, .slot = layout.addText(Schema::valueExpression(field))};
    case Storage::Composed:
        return targetField(dictionaries, layout, cancel);
    case Storage::Packed:
        break;
    }
    return FieldValues{.kind = Kind::Raw, .slot = layout.addRawOutput(std::nullopt)};
}

std::string_view FieldValues::text(const RowBatch &batch, std::size_t index) const
{
    if (kind == Kind::Text)
        return batch.text(index, slot);
    const std::string_view text = codedText(texts, batch.integers(index)[slot]);
    if (kind == Kind::Code || !text.empty())
        return text;
    const std::string_view id = batch.text(index, idSlot);
    return id.empty() ? codedText(typeTexts, batch.integers(index)[typeSlot]) : id;
}

} // namespace Trailglass
