// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"

#include <QString>

namespace Trailglass {

/// Saves the column index of a workspace after events were added, so that the next query need not build it.
///
/// Blocking. The index is a cache: a failure is a warning, no error.
/// \thread any
/// \returns why the index was not saved; empty when it was, and after \a cancel
[[nodiscard]] QString saveIndexWarning(const QString &workspace, const CancelToken &cancel);

} // namespace Trailglass
