// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/secodaoperations.h"

#include <array>

namespace Trailglass {

namespace {

// Secoda publishes no list of activity types: these are the words such names are made of.
constexpr std::array Rules{
    OperationRule{"login", Operation::Auth},        OperationRule{"logout", Operation::Auth},
    OperationRule{"logged", Operation::Auth},       OperationRule{"sign*", Operation::Auth},
    OperationRule{"authenticat*", Operation::Auth}, OperationRule{"password", Operation::Auth},
    OperationRule{"export*", Operation::Export},    OperationRule{"download*", Operation::Export},
    OperationRule{"role*", Operation::Grant},       OperationRule{"permission*", Operation::Grant},
    OperationRule{"grant*", Operation::Grant},      OperationRule{"revok*", Operation::Grant},
    OperationRule{"invit*", Operation::Grant},      OperationRule{"shar*", Operation::Grant},
    OperationRule{"access", Operation::Grant},      OperationRule{"member*", Operation::Grant},
    OperationRule{"creat*", Operation::Create},     OperationRule{"add", Operation::Create},
    OperationRule{"added", Operation::Create},      OperationRule{"delet*", Operation::Delete},
    OperationRule{"remov*", Operation::Delete},     OperationRule{"updat*", Operation::Update},
    OperationRule{"edit*", Operation::Update},      OperationRule{"chang*", Operation::Update},
    OperationRule{"renam*", Operation::Update},     OperationRule{"move", Operation::Update},
    OperationRule{"moved", Operation::Update},      OperationRule{"merg*", Operation::Update},
    OperationRule{"archiv*", Operation::Update},    OperationRule{"restor*", Operation::Update},
    OperationRule{"publish*", Operation::Update},   OperationRule{"verif*", Operation::Update},
    OperationRule{"view*", Operation::Read},        OperationRule{"read", Operation::Read},
    OperationRule{"search*", Operation::Read},      OperationRule{"run*", Operation::Execute},
    OperationRule{"execut*", Operation::Execute},   OperationRule{"sync*", Operation::Execute},
    OperationRule{"extract*", Operation::Execute},  OperationRule{"trigger*", Operation::Execute},
};

} // namespace

std::span<const OperationRule> secodaOperationRules()
{
    return Rules;
}

} // namespace Trailglass
