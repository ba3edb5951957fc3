// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <QString>

namespace Trailglass {

// Sentences that several vendors share. They hold no counts: the same text twice is shown once.

/// Rows outside the asked window came (and were kept).
[[nodiscard]] QString outsideWindowWarning(const QString &vendor);

/// The next page would be the same page: the run ends here, and the next one reads this part again.
[[nodiscard]] QString stuckWarning(const QString &vendor);

/// A page in the middle of a run was refused for good: the run ends here, and the next one begins anew.
/// \param refusal  holds the vendor's own words
[[nodiscard]] QString refusedPageWarning(const QString &vendor, const Error &refusal);

/// A successful answer without the list of events.
[[nodiscard]] Error noRowsError(const QString &vendor);

/// An error inside a successful answer, in the vendor's own \a words (may be empty).
[[nodiscard]] Error vendorError(const QString &vendor, const QString &words);

} // namespace Trailglass
