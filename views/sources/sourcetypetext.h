// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

/// One sentence on what a product is and whose events its log has; empty for a product not known here.
[[nodiscard]] QString sourceTypeDescription(const QString &typeName);

/// What to know before filling in a product's credentials, where there is more than one way; else empty.
[[nodiscard]] QString credentialAdvice(const QString &typeName);

} // namespace Trailglass
