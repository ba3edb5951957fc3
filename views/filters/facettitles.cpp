// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facettitles.h"

#include "models/core/translation.h"
#include "models/filter/fieldnames.h"

namespace Trailglass {

namespace {

QString storedTitle(Field field)
{
    switch (field) {
    case Field::Source:
        return Trailglass::tr("Source");
    case Field::Vendor:
        return Trailglass::tr("Vendor");
    case Field::Id:
        return Trailglass::tr("ID");
    case Field::Created:
        return Trailglass::tr("Created");
    case Field::Received:
        return Trailglass::tr("Received");
    case Field::Action:
        return Trailglass::tr("Action");
    case Field::Category:
        return Trailglass::tr("Category");
    case Field::Op:
        return Trailglass::tr("Operation");
    case Field::Outcome:
        return Trailglass::tr("Outcome");
    case Field::Actor:
        return Trailglass::tr("Actor");
    case Field::ActorId:
        return Trailglass::tr("Actor ID");
    case Field::ActorEmail:
        return Trailglass::tr("Actor email");
    case Field::ActorName:
        return Trailglass::tr("Actor name");
    case Field::ActorType:
        return Trailglass::tr("Actor type");
    case Field::Target:
        return Trailglass::tr("Target");
    case Field::TargetId:
        return Trailglass::tr("Target ID");
    case Field::TargetName:
        return Trailglass::tr("Target name");
    case Field::TargetType:
        return Trailglass::tr("Target type");
    case Field::Ip:
        return Trailglass::tr("IP address");
    case Field::UserAgent:
        return Trailglass::tr("User agent");
    case Field::Channel:
        return Trailglass::tr("Channel");
    case Field::Workspace:
        return Trailglass::tr("Vendor workspace");
    case Field::Environment:
        return Trailglass::tr("Environment");
    case Field::Correlation:
        return Trailglass::tr("Correlation");
    case Field::Message:
        return Trailglass::tr("Message");
    case Field::Raw:
        return Trailglass::tr("JSON");
    }
    return {};
}

} // namespace

QString facetTitle(const Filter::FieldReference &field)
{
    if (const auto *stored = std::get_if<Field>(&field))
        return storedTitle(*stored);
    if (const auto *derived = std::get_if<Filter::DerivedField>(&field))
        return *derived == Filter::DerivedField::Hour ? Trailglass::tr("Hour") : Trailglass::tr("Weekday");
    return Filter::fieldReferenceName(field);
}

std::vector<FacetGroupChoice> defaultFacetGroups()
{
    // What an incident begins with is in sight of a window of 1440 × 900.
    return {{Field::Source, true},  {Field::Op, true},         {Field::Outcome, true},
            {Field::Actor, true},   {Field::Ip, false},        {Field::Action, false},
            {Field::Vendor, false}, {Field::TargetType, false}};
}

std::vector<Filter::FieldReference> facetFields()
{
    std::vector<Filter::FieldReference> fields;
    for (const FacetGroupChoice &choice : defaultFacetGroups())
        fields.push_back(choice.field);
    for (const Field field : {Field::Category, Field::Target, Field::TargetName, Field::TargetId,
                              Field::ActorType, Field::ActorName, Field::ActorEmail, Field::ActorId,
                              Field::UserAgent, Field::Channel, Field::Workspace, Field::Environment})
        fields.emplace_back(field);
    fields.emplace_back(Filter::DerivedField::Hour);
    fields.emplace_back(Filter::DerivedField::Weekday);
    for (const Field field : {Field::Correlation, Field::Message, Field::Id, Field::Received})
        fields.emplace_back(field);
    return fields;
}

} // namespace Trailglass
