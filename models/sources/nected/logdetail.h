// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/eventdetail.h"

namespace Trailglass {

/// Requests one log entry, by either generation of the API.
///
/// \param logId  Event::id of a Nected event
/// \param page  1-based page of the children, ten a page
/// \error SecretUnavailable; Usage as pathSegment(), for an ID such as `..`
/// \thread any
[[nodiscard]] Result<HttpRequest> nectedLogDetailRequest(const SourceSettings &settings,
                                                         const SecretValues &secrets, const QString &logId,
                                                         qint64 page = 1);

/// Reads the response: the entry itself, then its parents, then one page of its children. The reference does not say
/// what relatives look like; those that are no events are kept as they are.
/// \error Malformed when it is not JSON or not such a response; Vendor for an error inside it.
/// \thread any
[[nodiscard]] Result<DetailPage> parseNectedLogDetail(QByteArrayView body, qint64 page = 1);

/// A log entry with what led to it and what came of it.
class NectedDetailRequests final : public DetailRequests
{
public:
    [[nodiscard]] std::string keyOf(const Event &event) const override;
    [[nodiscard]] Result<HttpRequest> request(const SourceSettings &settings, const SecretValues &secrets,
                                              const std::string &key, qint64 page) const override;
    [[nodiscard]] Result<DetailPage> read(QByteArrayView body, qint64 page) const override;
};

} // namespace Trailglass
