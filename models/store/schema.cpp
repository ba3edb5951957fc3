// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/schema.h"

#include <array>

namespace Trailglass::Schema {

namespace {

using namespace std::string_literals;

// op and outcome are stored as these numbers: reordering the classes would change what old rows mean.
static_assert(static_cast<int>(Operation::Create) == 0 && static_cast<int>(Operation::Read) == 1
              && static_cast<int>(Operation::Update) == 2 && static_cast<int>(Operation::Delete) == 3
              && static_cast<int>(Operation::Auth) == 4 && static_cast<int>(Operation::Grant) == 5
              && static_cast<int>(Operation::Execute) == 6 && static_cast<int>(Operation::Export) == 7
              && static_cast<int>(Operation::Other) == 8);
static_assert(static_cast<int>(Outcome::Success) == 0 && static_cast<int>(Outcome::Failure) == 1
              && static_cast<int>(Outcome::Unknown) == 2);

template <class Class>
std::string namedClass(const std::string &expression, Class last)
{
    std::string sql = "CASE " + expression;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        sql += " WHEN " + std::to_string(value) + " THEN '" + std::string(name(static_cast<Class>(value)))
            + '\'';
    return sql + " END";
}

std::string vendorCode()
{
    std::string sql = "(SELECT CASE source.type";
    for (int value = 0; value <= static_cast<int>(Vendor::Nected); ++value)
        sql += " WHEN '" + std::string(name(static_cast<Vendor>(value))) + "' THEN " + std::to_string(value);
    return sql + " END FROM source WHERE source.id = event.source)";
}

std::string dictionaryText(Dictionary dictionary, const std::string &code)
{
    return "(SELECT dictionary.text FROM dictionary WHERE dictionary.dictionary = "
        + std::to_string(static_cast<int>(dictionary)) + " AND dictionary.code = " + code + ')';
}

std::string column(Field field)
{
    std::string column = "event."s;
    for (const char character : name(field))
        column += character == '.' ? '_' : character;
    return column;
}

std::string makeValueExpression(Field field)
{
    switch (field) {
    case Field::Vendor:
        return vendorCode();
    case Field::Actor:
        return "coalesce(event.actor_email, event.actor_name, event.actor_id, event.actor_type)"s;
    case Field::Target:
        return "coalesce(" + dictionaryText(Dictionary::TargetName, column(Field::TargetName)) + ", "
            + column(Field::TargetId) + ", "
            + dictionaryText(Dictionary::TargetType, column(Field::TargetType)) + ')';
    case Field::Raw:
        return {};
    default:
        return column(field);
    }
}

std::string makeTextExpression(Field field)
{
    switch (field) {
    case Field::Source:
        return "(SELECT source.name FROM source WHERE source.id = event.source)"s;
    case Field::Vendor:
        return "(SELECT source.type FROM source WHERE source.id = event.source)"s;
    case Field::Op:
        return namedClass(valueExpression(field), Operation::Other);
    case Field::Outcome:
        return namedClass(valueExpression(field), Outcome::Unknown);
    default:
        break;
    }
    if (storage(field) == Storage::Code)
        return dictionaryText(dictionaryOf(field), valueExpression(field));
    return storage(field) == Storage::Text || storage(field) == Storage::Composed ? valueExpression(field)
                                                                                  : std::string();
}

template <class Make>
std::array<std::string, FieldCount> forAllFields(Make make)
{
    std::array<std::string, FieldCount> expressions;
    for (const Field field : allFields())
        expressions[static_cast<std::size_t>(field)] = make(field);
    return expressions;
}

} // namespace

Storage storage(Field field)
{
    switch (field) {
    case Field::Created:
    case Field::Received:
        return Storage::Integer;
    case Field::Id:
    case Field::TargetId:
    case Field::Correlation:
    case Field::Message:
        return Storage::Text;
    case Field::Target:
        return Storage::Composed;
    case Field::Raw:
        return Storage::Packed;
    default:
        return Storage::Code;
    }
}

const std::string &valueExpression(Field field)
{
    static const std::array<std::string, FieldCount> expressions = forAllFields(makeValueExpression);
    return expressions[static_cast<std::size_t>(field)];
}

std::string presenceExpression(Field field)
{
    const std::string &value = valueExpression(field);
    return storage(field) == Storage::Text ? "CASE WHEN " + value + " IS NOT NULL THEN 1 END" : value;
}

const std::string &textExpression(Field field)
{
    static const std::array<std::string, FieldCount> expressions = forAllFields(makeTextExpression);
    return expressions[static_cast<std::size_t>(field)];
}

Dictionary dictionaryOf(Field field)
{
    switch (field) {
    case Field::Action:
        return Dictionary::Action;
    case Field::Category:
        return Dictionary::Category;
    case Field::Actor:
    case Field::ActorId:
    case Field::ActorEmail:
    case Field::ActorName:
    case Field::ActorType:
        return Dictionary::Actor;
    case Field::TargetName:
        return Dictionary::TargetName;
    case Field::TargetType:
        return Dictionary::TargetType;
    case Field::Ip:
        return Dictionary::Ip;
    case Field::UserAgent:
        return Dictionary::UserAgent;
    case Field::Channel:
        return Dictionary::Channel;
    case Field::Workspace:
        return Dictionary::Workspace;
    case Field::Environment:
        return Dictionary::Environment;
    default:
        return Dictionary::None;
    }
}

} // namespace Trailglass::Schema
