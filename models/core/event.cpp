// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/event.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

using namespace std::string_view_literals;

constexpr std::array OperationNames{"create"sv, "read"sv,    "update"sv, "delete"sv, "auth"sv,
                                    "grant"sv,  "execute"sv, "export"sv, "other"sv};
constexpr std::array OutcomeNames{"success"sv, "failure"sv, "unknown"sv};
constexpr std::array VendorNames{"asana"sv, "secoda"sv, "datafold"sv, "paradime"sv, "nected"sv};

template <class Enum, std::size_t Size>
std::optional<Enum> valueFromName(const std::array<std::string_view, Size> &names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

const std::string &firstFilled(std::initializer_list<const std::string *> candidates)
{
    const auto found =
        std::ranges::find_if(candidates, [](const std::string *text) { return !text->empty(); });
    return **(found == candidates.end() ? candidates.begin() : found);
}

} // namespace

std::string_view name(Operation operation)
{
    return OperationNames.at(static_cast<std::size_t>(operation));
}

std::string_view name(Outcome outcome)
{
    return OutcomeNames.at(static_cast<std::size_t>(outcome));
}

std::string_view name(Vendor vendor)
{
    return VendorNames.at(static_cast<std::size_t>(vendor));
}

std::optional<Operation> operationFromName(std::string_view name)
{
    return valueFromName<Operation>(OperationNames, name);
}

std::optional<Outcome> outcomeFromName(std::string_view name)
{
    return valueFromName<Outcome>(OutcomeNames, name);
}

std::optional<Vendor> vendorFromName(std::string_view name)
{
    return valueFromName<Vendor>(VendorNames, name);
}

const std::string &Actor::display() const
{
    return firstFilled({&email, &name, &id, &type});
}

const std::string &Target::display() const
{
    return firstFilled({&name, &id, &type});
}

} // namespace Trailglass
