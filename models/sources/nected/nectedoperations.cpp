// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/nected/nectedoperations.h"

#include <array>

namespace Trailglass {

namespace {

// Both vocabularies of Nected: what events say ("Test Via Console", "Call Via API") and what its filter takes
// (`roleRevoke`, `cronTest`, `delayedTest`).
constexpr std::array Rules{
    OperationRule{"login", Operation::Auth},        OperationRule{"logout", Operation::Auth},
    OperationRule{"sign*", Operation::Auth},        OperationRule{"role*", Operation::Grant},
    OperationRule{"revok*", Operation::Grant},      OperationRule{"invit*", Operation::Grant},
    OperationRule{"permission*", Operation::Grant}, OperationRule{"export*", Operation::Export},
    OperationRule{"download*", Operation::Export},  OperationRule{"test*", Operation::Execute},
    OperationRule{"call*", Operation::Execute},     OperationRule{"run", Operation::Execute},
    OperationRule{"trigger*", Operation::Execute},  OperationRule{"execut*", Operation::Execute},
    OperationRule{"api", Operation::Execute},       OperationRule{"cron", Operation::Execute},
    OperationRule{"webhook", Operation::Execute},   OperationRule{"delay*", Operation::Execute},
    OperationRule{"creat*", Operation::Create},     OperationRule{"add", Operation::Create},
    OperationRule{"added", Operation::Create},      OperationRule{"import*", Operation::Create},
    OperationRule{"duplicat*", Operation::Create},  OperationRule{"delet*", Operation::Delete},
    OperationRule{"remov*", Operation::Delete},     OperationRule{"updat*", Operation::Update},
    OperationRule{"edit*", Operation::Update},      OperationRule{"publish*", Operation::Update},
    OperationRule{"rollback", Operation::Update},   OperationRule{"restor*", Operation::Update},
    OperationRule{"view*", Operation::Read},
};

} // namespace

std::span<const OperationRule> nectedOperationRules()
{
    return Rules;
}

} // namespace Trailglass
