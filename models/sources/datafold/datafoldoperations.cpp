// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/datafold/datafoldoperations.h"

#include <array>

namespace Trailglass {

namespace {

// Datafold publishes no list of actions. Read from `action`; where that is empty, from the HTTP method.
constexpr std::array Rules{
    OperationRule{"login", Operation::Auth},        OperationRule{"logout", Operation::Auth},
    OperationRule{"log", Operation::Auth}, // "log in", "log_out"
    OperationRule{"logged", Operation::Auth},       OperationRule{"sign*", Operation::Auth},
    OperationRule{"authenticat*", Operation::Auth}, OperationRule{"password", Operation::Auth},
    OperationRule{"export*", Operation::Export},    OperationRule{"download*", Operation::Export},
    OperationRule{"role*", Operation::Grant},       OperationRule{"permission*", Operation::Grant},
    OperationRule{"grant*", Operation::Grant},      OperationRule{"revok*", Operation::Grant},
    OperationRule{"invit*", Operation::Grant},      OperationRule{"shar*", Operation::Grant},
    OperationRule{"creat*", Operation::Create},     OperationRule{"add", Operation::Create},
    OperationRule{"added", Operation::Create},      OperationRule{"upload*", Operation::Create},
    OperationRule{"delet*", Operation::Delete},     OperationRule{"remov*", Operation::Delete},
    OperationRule{"updat*", Operation::Update},     OperationRule{"edit*", Operation::Update},
    OperationRule{"chang*", Operation::Update},     OperationRule{"run*", Operation::Execute},
    OperationRule{"start*", Operation::Execute},    OperationRule{"trigger*", Operation::Execute},
    OperationRule{"execut*", Operation::Execute},   OperationRule{"cancel*", Operation::Execute},
    OperationRule{"view*", Operation::Read},        OperationRule{"read", Operation::Read},
    OperationRule{"list*", Operation::Read},        OperationRule{"get", Operation::Read},
    OperationRule{"head", Operation::Read},         OperationRule{"post", Operation::Create},
    OperationRule{"put", Operation::Update},        OperationRule{"patch", Operation::Update},
};

} // namespace

std::span<const OperationRule> datafoldOperationRules()
{
    return Rules;
}

} // namespace Trailglass
