// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/nected/nectedoperations.h"

#include <array>

namespace Trailglass {

namespace {

// Both vocabularies of Nected: what events say ("Test Via Console", "Call Via API") and what its filter takes
// (`roleRevoke`, `cronTest`, `delayedTest`).
constexpr auto Rules = [] {
    using enum Operation;
    return std::to_array<OperationRule>({
        {"login", Auth},       {"logout", Auth},     {"sign*", Auth},        {"role*", Grant},
        {"revok*", Grant},     {"invit*", Grant},    {"permission*", Grant}, {"export*", Export},
        {"download*", Export}, {"test*", Execute},   {"call*", Execute},     {"run", Execute},
        {"trigger*", Execute}, {"execut*", Execute}, {"api", Execute},       {"cron", Execute},
        {"webhook", Execute},  {"delay*", Execute},  {"creat*", Create},     {"add", Create},
        {"added", Create},     {"import*", Create},  {"duplicat*", Create},  {"delet*", Delete},
        {"remov*", Delete},    {"updat*", Update},   {"edit*", Update},      {"publish*", Update},
        {"rollback", Update},  {"restor*", Update},  {"view*", Read},
    });
}();

} // namespace

std::span<const OperationRule> nectedOperationRules()
{
    return Rules;
}

} // namespace Trailglass
