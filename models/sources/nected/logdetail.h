// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/sources/httprequest.h"
#include "models/sources/sourcetype.h"

#include <QByteArrayView>

#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// An entry that led to another, or came of it. The reference does not say what it looks like.
struct NectedRelative
{
    std::string raw; ///< as received
    std::optional<Event> event; ///< where it reads as one
};

/// One log entry with what led to it and what came of it.
struct NectedLogDetail
{
    Event detail; ///< with raw
    std::vector<NectedRelative> parents;
    std::vector<NectedRelative> children; ///< one page of them
    std::optional<qint64> totalChildren;
};

/// Requests one log entry, by either generation of the API.
///
/// \param logId  Event::id of a Nected event
/// \param page  1-based page of the children, ten a page
/// \error SecretUnavailable.
/// \thread any
[[nodiscard]] Result<HttpRequest> nectedLogDetailRequest(const SourceSettings &settings,
                                                         const SecretValues &secrets, const QString &logId,
                                                         qint64 page = 1);

/// Reads the response.
/// \error Malformed when it is not JSON or not such a response; Vendor for an error inside it.
/// \thread any
[[nodiscard]] Result<NectedLogDetail> parseNectedLogDetail(QByteArrayView body);

} // namespace Trailglass
