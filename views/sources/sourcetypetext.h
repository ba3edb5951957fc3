// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

/// One sentence on what a source type's audit log contains; empty for an unknown type.
[[nodiscard]] QString sourceTypeDescription(const QString &typeName);

/// What to know before entering credentials where there is more than one kind; else empty.
[[nodiscard]] QString credentialAdvice(const QString &typeName);

} // namespace Trailglass
