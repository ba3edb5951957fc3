// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/datafold/datafoldoperations.h"

#include <array>

namespace Trailglass {

namespace {

// Datafold publishes no list of actions. Read from `action` (`log` is in “log in” and “log_out”); where that is empty,
// from the HTTP method.
constexpr auto Rules = [] {
    using enum Operation;
    return std::to_array<OperationRule>({
        {"login", Auth},       {"logout", Auth},       {"log", Auth},          {"logged", Auth},
        {"sign*", Auth},       {"authenticat*", Auth}, {"password", Auth},     {"export*", Export},
        {"download*", Export}, {"role*", Grant},       {"permission*", Grant}, {"grant*", Grant},
        {"revok*", Grant},     {"invit*", Grant},      {"shar*", Grant},       {"creat*", Create},
        {"add", Create},       {"added", Create},      {"upload*", Create},    {"delet*", Delete},
        {"remov*", Delete},    {"updat*", Update},     {"edit*", Update},      {"chang*", Update},
        {"run*", Execute},     {"start*", Execute},    {"trigger*", Execute},  {"execut*", Execute},
        {"cancel*", Execute},  {"view*", Read},        {"read", Read},         {"list*", Read},
        {"get", Read},         {"head", Read},         {"post", Create},       {"put", Update},
        {"patch", Update},
    });
}();

} // namespace

std::span<const OperationRule> datafoldOperationRules()
{
    return Rules;
}

} // namespace Trailglass
