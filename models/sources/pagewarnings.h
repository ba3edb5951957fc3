// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <QString>

#include <optional>

namespace Trailglass {

// Sentences that several vendors share. They hold no counts: the same text twice is shown once.

/// Rows outside the asked window came (and were kept).
[[nodiscard]] QString outsideWindowWarning(const QString &vendor);

/// The next page would be the same page: the run ends here, and the next one reads this part again.
[[nodiscard]] QString stuckWarning(const QString &vendor);

/// A page in the middle of a list was refused permanently.
/// \param refusal  holds the vendor's own words
[[nodiscard]] QString refusedPageWarning(const QString &vendor, const Error &refusal);

/// A page in the middle of a list could not be read after all retries.
[[nodiscard]] QString failedPageWarning(const QString &vendor, const Error &failure);

/// The list lost rows again and again while it was read.
[[nodiscard]] QString shrinkingWarning(const QString &vendor);

/// A response did not say whether it is the last page.
[[nodiscard]] QString noPagingWarning(const QString &vendor);

/// The list is not sorted, and so read to its end each time.
[[nodiscard]] QString unsortedWarning(const QString &vendor);

/// What has not been read, and that it will be requested again; follows one of the sentences above.
[[nodiscard]] QString missingWarning(const TimeWindow &missing);

/// A successful response without the list of events.
[[nodiscard]] Error noRowsError(const QString &vendor);

/// The error of a response without its list of events, in the vendor's own words where \a envelope has some.
/// \returns nothing when the list is there; `null` is an empty one, unless the response speaks of an error
[[nodiscard]] std::optional<Error> missingRowsError(const QString &vendor, const PageSummary &page,
                                                    QJsonObject envelope);

/// The error of a page without rows, be it an empty list or `null`, whose own numbers say that there are some.
[[nodiscard]] Error withheldRowsError(const QString &vendor);

/// An error inside a successful response, in the vendor's own \a words (may be empty).
[[nodiscard]] Error vendorError(const QString &vendor, const QString &words);

} // namespace Trailglass
