// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/secodaoperations.h"

#include <array>

namespace Trailglass {

namespace {

// Secoda publishes no list of activity types: these are the words such names are made of.
constexpr auto Rules = [] {
    using enum Operation;
    return std::to_array<OperationRule>({
        {"login", Auth},        {"logout", Auth},       {"logged", Auth},      {"sign*", Auth},
        {"authenticat*", Auth}, {"password", Auth},     {"export*", Export},   {"download*", Export},
        {"role*", Grant},       {"permission*", Grant}, {"grant*", Grant},     {"revok*", Grant},
        {"invit*", Grant},      {"shar*", Grant},       {"access", Grant},     {"member*", Grant},
        {"creat*", Create},     {"add", Create},        {"added", Create},     {"delet*", Delete},
        {"remov*", Delete},     {"updat*", Update},     {"edit*", Update},     {"chang*", Update},
        {"renam*", Update},     {"move", Update},       {"moved", Update},     {"merg*", Update},
        {"archiv*", Update},    {"restor*", Update},    {"publish*", Update},  {"verif*", Update},
        {"view*", Read},        {"read", Read},         {"search*", Read},     {"run*", Execute},
        {"execut*", Execute},   {"sync*", Execute},     {"extract*", Execute}, {"trigger*", Execute},
    });
}();

} // namespace

std::span<const OperationRule> secodaOperationRules()
{
    return Rules;
}

} // namespace Trailglass
