// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/paradime/paradimeoperations.h"

#include <array>

namespace Trailglass {

namespace {

// Paradime publishes only a few event types (`schedule_manual_run`): these are the words such names are made
// of.
constexpr auto Rules = [] {
    using enum Operation;
    return std::to_array<OperationRule>({
        {"login", Auth},        {"logout", Auth},       {"logged", Auth},    {"sign*", Auth},
        {"authenticat*", Auth}, {"sso", Auth},          {"export*", Export}, {"download*", Export},
        {"role*", Grant},       {"permission*", Grant}, {"grant*", Grant},   {"revok*", Grant},
        {"invit*", Grant},      {"creat*", Create},     {"add", Create},     {"added", Create},
        {"delet*", Delete},     {"remov*", Delete},     {"updat*", Update},  {"edit*", Update},
        {"chang*", Update},     {"enabl*", Update},     {"disabl*", Update}, {"suspend*", Update},
        {"paus*", Update},      {"resum*", Update},     {"run", Execute},    {"trigger*", Execute},
        {"execut*", Execute},   {"cancel*", Execute},   {"start*", Execute}, {"view*", Read},
        {"read", Read},
    });
}();

} // namespace

std::span<const OperationRule> paradimeOperationRules()
{
    return Rules;
}

} // namespace Trailglass
