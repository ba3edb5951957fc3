// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/eventdetail.h"

namespace Trailglass {

/// Requests the history of a resource.
///
/// \param resourceId  Target::id of a Secoda event
/// \param page  1-based
/// \error SecretUnavailable.
/// \thread any
[[nodiscard]] Result<HttpRequest> secodaResourceLogsRequest(const SourceSettings &settings,
                                                            const SecretValues &secrets,
                                                            const QString &resourceId, qint64 page = 1);

/// Reads the response. Entries without a readable id or time have no event.
/// \error Malformed when it is not JSON or not such a response; Vendor when it holds an error.
/// \thread any
[[nodiscard]] Result<DetailPage> parseSecodaResourceLogs(QByteArrayView body, qint64 page = 1);

/// The history of the resource that an event is about.
class SecodaDetailRequests final : public DetailRequests
{
public:
    [[nodiscard]] std::string keyOf(const Event &event) const override;
    [[nodiscard]] Result<HttpRequest> request(const SourceSettings &settings, const SecretValues &secrets,
                                              const std::string &key, qint64 page) const override;
    [[nodiscard]] Result<DetailPage> read(QByteArrayView body, qint64 page) const override;
};

} // namespace Trailglass
