// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>
#include <QStringList>

namespace Trailglass {

class EventReader;

/// A name for a source: 1 to 100 characters, none of them a control character, no blank at either end. Pure.
/// \thread any
/// \error Usage
[[nodiscard]] Result<void> checkSourceName(const QString &name);

/// The names that a filter may give as `source`: of all sources, removed ones whose events remain included.
/// \thread the reader's
/// \error as EventReader::sources()
[[nodiscard]] Result<QStringList> sourceNames(const EventReader &reader);

} // namespace Trailglass
