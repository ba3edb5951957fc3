// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/paradime/paradimeoperations.h"

#include <array>

namespace Trailglass {

namespace {

// Paradime publishes only a few event types (`schedule_manual_run`): these are the words such names are made
// of.
constexpr std::array Rules{
    OperationRule{"login", Operation::Auth},        OperationRule{"logout", Operation::Auth},
    OperationRule{"logged", Operation::Auth},       OperationRule{"sign*", Operation::Auth},
    OperationRule{"authenticat*", Operation::Auth}, OperationRule{"sso", Operation::Auth},
    OperationRule{"export*", Operation::Export},    OperationRule{"download*", Operation::Export},
    OperationRule{"role*", Operation::Grant},       OperationRule{"permission*", Operation::Grant},
    OperationRule{"grant*", Operation::Grant},      OperationRule{"revok*", Operation::Grant},
    OperationRule{"invit*", Operation::Grant},      OperationRule{"creat*", Operation::Create},
    OperationRule{"add", Operation::Create},        OperationRule{"added", Operation::Create},
    OperationRule{"delet*", Operation::Delete},     OperationRule{"remov*", Operation::Delete},
    OperationRule{"updat*", Operation::Update},     OperationRule{"edit*", Operation::Update},
    OperationRule{"chang*", Operation::Update},     OperationRule{"enabl*", Operation::Update},
    OperationRule{"disabl*", Operation::Update},    OperationRule{"suspend*", Operation::Update},
    OperationRule{"paus*", Operation::Update},      OperationRule{"resum*", Operation::Update},
    OperationRule{"run", Operation::Execute},       OperationRule{"trigger*", Operation::Execute},
    OperationRule{"execut*", Operation::Execute},   OperationRule{"cancel*", Operation::Execute},
    OperationRule{"start*", Operation::Execute},    OperationRule{"view*", Operation::Read},
    OperationRule{"read", Operation::Read},
};

} // namespace

std::span<const OperationRule> paradimeOperationRules()
{
    return Rules;
}

} // namespace Trailglass
