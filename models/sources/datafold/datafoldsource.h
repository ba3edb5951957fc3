// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

namespace Trailglass {

/// Datafold's audit log: one response for a time window, without pages or a promised order.
///
/// \source docs.datafold.com, `get_audit_logs_api_v1_audit_logs_get`
class DatafoldSource final : public Source
{
public:
    [[nodiscard]] Vendor vendor() const override { return Vendor::Datafold; }
    [[nodiscard]] const SourceType &type() const override;
    [[nodiscard]] std::span<const std::vector<std::string_view>> rowPaths() const override;
    [[nodiscard]] Checkpoint begin(const SourceSettings &settings, const RunOptions &options) const override;
    [[nodiscard]] Result<PageRequest> request(const SourceSettings &settings, const SecretValues &secrets,
                                              const Checkpoint &checkpoint) const override;
    [[nodiscard]] Result<Event> readEvent(std::string_view json,
                                          const SourceSettings &settings) const override;
    [[nodiscard]] Result<PageOutcome> advance(const SourceSettings &settings, const Checkpoint &checkpoint,
                                              const PageSummary &page) const override;
    [[nodiscard]] QString errorText(QByteArrayView body) const override;
    [[nodiscard]] std::optional<PageOutcome>
    recover(const SourceSettings &settings, const Checkpoint &checkpoint, const Error &error) const override;
};

} // namespace Trailglass
