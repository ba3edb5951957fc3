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

/// One version of a resource: its state before and after, and the events that made it.
///
/// The states are the vendor's JSON, byte for byte; empty where it is missing.
struct SecodaVersion
{
    std::string id;
    std::optional<UtcMicros> logged; ///< when the latest of its events happened
    std::string previous;
    std::string current;
    std::string definitionDiff;
    std::string descriptionDiff;
    std::string snapshot; ///< the properties at that time
    std::vector<Event> events;
};

/// One page of a resource's history.
struct SecodaResourceLogs
{
    std::vector<SecodaVersion> versions;
    std::vector<Event> events; ///< those that made no version
    qint64 unreadable = 0; ///< events without a readable id or time, left out
    std::optional<qint64> nextPage; ///< nothing: this is the last page
    std::optional<qint64> total;
};

/// Requests the history of a resource.
///
/// \param resourceId  Target::id of a Secoda event
/// \param page  1-based
/// \error SecretUnavailable.
/// \thread any
[[nodiscard]] Result<HttpRequest> secodaResourceLogsRequest(const SourceSettings &settings,
                                                            const SecretValues &secrets,
                                                            const QString &resourceId, qint64 page = 1);

/// Reads the response.
/// \error Malformed when it is not JSON or not such a response; Vendor when it holds an error.
/// \thread any
[[nodiscard]] Result<SecodaResourceLogs> parseSecodaResourceLogs(QByteArrayView body, qint64 page = 1);

} // namespace Trailglass
