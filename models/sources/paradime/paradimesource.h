// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

namespace Trailglass {

/// Paradime's audit log: one GraphQL question, one response with everything, read as a stream.
///
/// \source docs.paradime.io, Audit Logs API; paradime-python-sdk
class ParadimeSource final : public Source
{
public:
    [[nodiscard]] Vendor vendor() const override { return Vendor::Paradime; }
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
